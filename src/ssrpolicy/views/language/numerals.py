"""Numbers as a sentence writes them: the small ones in words."""

from __future__ import annotations

from collections.abc import Iterable

from ssrpolicy.model import Language
from ssrpolicy.views.language.dates import number
from ssrpolicy.views.language.labels import label, words


def in_words(amount: int, language: Language) -> str:
    """Return a number as a sentence has it: "zeven", "seven", and "67" or "1.500" beyond twenty."""
    if str(amount) in words("numeral"):
        return label(f"numeral.{amount}", language)
    return number(amount, language)


def counted_in_words(key: str, amount: int, language: Language) -> str:
    """Return a number with its noun: ``counted_in_words("commitments", 3, "nl")``."""
    return _with_noun(key, amount, in_words(amount, language), language)


def counted_together(amounts: Iterable[tuple[str, int]], language: Language) -> list[str]:
    """Return numbers with their nouns for one sentence: all in words, or all in digits.

    A sentence that says "67 statements and fourteen instruments" would count in two ways.
    """
    pairs = list(amounts)
    spelt = all(in_words(amount, language).isalpha() for _, amount in pairs)
    return [
        _with_noun(
            key, amount, in_words(amount, language) if spelt else number(amount, language), language
        )
        for key, amount in pairs
    ]


def _with_noun(key: str, amount: int, written: str, language: Language) -> str:
    one, many = words("count")[key][language]
    return f"{written} {one if amount == 1 else many}"
