"""What stands directly after a dossier: a budget chapter, a year, a letter, then the number."""

from __future__ import annotations

import re

from attrs import evolve

from ssrpolicy.citations import patterns
from ssrpolicy.citations.dossiers import Dossier
from ssrpolicy.citations.numbers import Number, first_number
from ssrpolicy.citations.warnings import CitationWarning

# Roman figures that are also letters by which the Senate may number a paper.
_ROMAN_LETTERS = frozenset("IVX")


def with_chapter(text: str, dossier: Dossier) -> tuple[Dossier, Number | None]:
    """Return the dossier with its budget chapter, and the first number after it."""
    found = patterns.SUFFIX.match(text, dossier.end)
    if found is None:
        return _numbered(text, dossier)
    chapter = evolve(dossier, suffix=found["suffix"].upper(), end=found.end())
    numbered, number = _numbered(text, chapter)
    if number is not None and not _is_letter_by_itself(found, number):
        return numbered, number
    return _letter_or_chapter(text, dossier, chapter, found)


def _is_letter_by_itself(found: re.Match[str], number: Number) -> bool:
    """Whether the "chapter" is the letter of a paper that a list goes on from: "T, U"."""
    return number.is_letter and number.introduced == "comma" and "," in found["separator"]


def _numbered(text: str, dossier: Dossier) -> tuple[Dossier, Number | None]:
    """Return the first number after a dossier, reading past a year between the two."""
    year = patterns.YEAR_AFTER.match(text, dossier.end)
    if year:
        beyond = evolve(dossier, end=year.end())
        number = first_number(text, beyond)
        if number is not None and number.introduced == "word":
            odd = CitationWarning("year-behind-suffix", (year["year"],))
            return evolve(beyond, warnings=(*dossier.warnings, odd)), number
    return dossier, first_number(text, dossier)


def _letter_or_chapter(
    text: str, dossier: Dossier, chapter: Dossier, found: re.Match[str]
) -> tuple[Dossier, Number | None]:
    """Decide what a letter is that no number follows."""
    letter = found["suffix"]
    comma = "," in found["separator"]
    if dossier.evidence == "number":
        # The number stands before: "nr. 52 (32 500 A)".
        return chapter, None
    if len(letter) > 1:
        # XIII is a chapter; after a comma only where words vouch for the dossier.
        return (chapter if dossier.vouched or not comma else dossier), None
    dashed = bool(found["separator"].strip(" ,\u00a0"))
    ends = patterns.ENDS_NUMBER.match(text, found.end())
    if not dossier.vouched or not ends:
        return dossier, None
    if dossier.is_budget and letter in _ROMAN_LETTERS and not comma:
        return chapter, None
    number = Number(
        start=found.start("suffix"),
        end=found.end("suffix"),
        value=letter,
        introduced="comma" if comma else "dash" if dashed else "space",
    )
    if comma or (not dossier.is_budget and letter not in _ROMAN_LETTERS):
        return dossier, number
    doubt = CitationWarning("letter-or-chapter", (letter,))
    return (evolve(chapter, doubtful_letter=letter, warnings=(*chapter.warnings, doubt)), None)
