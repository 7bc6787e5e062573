"""The words of cells of a workbook of proposals, in Dutch or English, and what they stand for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from ssrpolicy import Firmness, Language
from ssrpolicy.views import label
from ssrpolicy_excel.review.form import STATEMENTS
from ssrpolicy_excel.text import text_alone

LANGUAGES: Final[tuple[Language, ...]] = ("nl", "en")

# What the list of a sheet that was made before offered.
_EARLIER: Final = {"verwerpen": False}


def text_of(cell: Any) -> str:
    """Return what a cell holds as text; a day as in a file."""
    value = getattr(cell, "value", None)
    if isinstance(value, dt.datetime):
        value = value.date()
    return "" if value is None else text_alone(str(value)).strip()


def folded(text: str) -> str:
    """Return a text without the difference of case and white space."""
    return " ".join(text.casefold().split())


def words_of_decisions(language: Language) -> Sequence[str]:
    """Return the words of the decisions."""
    return [label("decide.accept", language), label("decide.reject", language)]


def words_of_kinds(language: Language) -> Sequence[str]:
    """Return the words of the kinds that a statement can be of."""
    return [label(f"proposal.{kind}", language) for kind in STATEMENTS]


def decision(word: str) -> bool | None:
    """Return whether a word accepts or rejects; None where it does neither."""
    for language in LANGUAGES:
        for key in ("accept", "reject"):
            if folded(word) in (key, folded(label(f"decide.{key}", language))):
                return key == "accept"
    return _EARLIER.get(folded(word))


def firmness(word: str) -> str | None:
    """Return the firmness that a word stands for; None for another word."""
    for language in LANGUAGES:
        for each in Firmness:
            if folded(word) in (each.value, folded(label(each, language))):
                return each.value
    return None


def kind(word: str) -> str | None:
    """Return the kind of statement that a word stands for; None for another word."""
    for language in LANGUAGES:
        for each in STATEMENTS:
            if folded(word) in (each, folded(label(f"proposal.{each}", language))):
                return each
    return None


CODES: Final[Mapping[str, Callable[[str], str | None]]] = {"firmness": firmness, "kind": kind}
"""What the words of a column stand for, by its key."""
