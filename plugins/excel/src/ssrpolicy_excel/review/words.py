"""The words of cells of a workbook of proposals, in Dutch or English, and what they stand for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from ssrpolicy import Firmness, Language, SetAsideReason
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
    """Return the words of what a statement can be made: of another kind, or set aside and why."""
    kinds = [label(f"proposal.{kind}", language) for kind in STATEMENTS]
    return [*kinds, *offered_asides(language)]


def offered_asides(language: Language) -> Sequence[str]:
    """Return the words that set a statement aside, each for a reason."""
    return [_set_aside(each, language) for each in SetAsideReason]


def _set_aside(reason: SetAsideReason, language: Language) -> str:
    words = f"{label('proposal.set_aside', language)}: {label(reason, language)}"
    return words[:1].upper() + words[1:]


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


def set_aside_reason(word: str) -> str | None:
    """Return the reason for which a word of a kind sets aside; None for another word."""
    for language in LANGUAGES:
        for each in SetAsideReason:
            if folded(word) in (f"set_aside: {each}", folded(_set_aside(each, language))):
                return each.value
    return None


_CODES: Final[Mapping[str, Callable[[str], str | None]]] = {"firmness": firmness, "kind": kind}


def coded(changes: Mapping[str, str]) -> dict[str, str]:
    """Return what was typed by the keys of the columns, codes in the place of words."""
    found = {
        key: _CODES[key](text) or "" if key in _CODES else text for key, text in changes.items()
    }
    reason = set_aside_reason(changes.get("kind", ""))
    return found if reason is None else found | {"kind": "set_aside", "reason": reason}
