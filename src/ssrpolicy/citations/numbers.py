"""The part of a citation after its dossier: a budget chapter, a year, numbers or letters."""

from __future__ import annotations

import re
from string import ascii_lowercase
from typing import Literal

from attrs import evolve, frozen

from ssrpolicy.citations import patterns
from ssrpolicy.citations.citation import CitationWarning
from ssrpolicy.citations.dossiers import Dossier
from ssrpolicy.model import CHAPTER

Introduction = Literal["word", "dash", "comma", "stroke", "space", "list"]

_FIRST_YEAR, _LAST_YEAR = 1980, 2040
# Papers cited together are at most so far apart; a year after them is further off.
_PAPERS_OF_A_SEASON = 200
_WEAKLY_INTRODUCED: tuple[tuple[re.Pattern[str], Introduction], ...] = (
    (patterns.NUMBER_AFTER_COMMA, "comma"),
    (patterns.NUMBER_AFTER_STROKE, "stroke"),
    (patterns.NUMBER_AFTER_SPACE, "space"),
)
_CHAPTER = re.compile(CHAPTER)
# Roman figures that are also letters by which the Senate may number a paper.
_ROMAN_LETTERS = frozenset("IVX")


@frozen(kw_only=True)
class CitedNumber:
    """One number in a citation.

    Attributes:
        start: where it begins, with the word or dash before it.
        end: where it ends.
        value: the number or letter as identifiers have it.
        introduced: what stands before it: a ``word`` such as "nr.", a ``dash``, a ``comma``,
            a ``stroke``, a ``space``, or only the ``list`` that it goes on with.
        last: the end of the range that it begins.
        suffix: another budget chapter than the one before, as in "VI, nr. 5 en VII, nr. 6".
    """

    start: int
    end: int
    value: str
    introduced: Introduction
    last: str | None = None
    suffix: str | None = None

    @property
    def is_letter(self) -> bool:
        """Whether this is a letter, by which the Senate numbers its papers."""
        return self.value.isalpha()

    @property
    def may_be_year(self) -> bool:
        """Whether the number reads as a recent year."""
        return self.value.isdecimal() and _FIRST_YEAR <= int(self.value) <= _LAST_YEAR


def with_chapter(text: str, dossier: Dossier) -> tuple[Dossier, CitedNumber | None]:
    """Return the dossier with its budget chapter, and the first number after it."""
    found = patterns.SUFFIX.match(text, dossier.end)
    if found is None:
        return _numbered(text, dossier)
    chapter = evolve(dossier, suffix=found["suffix"].upper(), end=found.end())
    numbered, number = _numbered(text, chapter)
    # In "T, U" the "chapter" is the letter of a paper that a list goes on from.
    comma = "," in found["separator"]
    if number is None or (comma and number.is_letter and number.introduced == "comma"):
        return _letter_or_chapter(text, dossier, chapter, found)
    return numbered, number


def _numbered(text: str, dossier: Dossier) -> tuple[Dossier, CitedNumber | None]:
    """Return the first number after a dossier, reading past a year between the two."""
    year = patterns.YEAR_AFTER.match(text, dossier.end)
    if year:
        beyond = evolve(dossier, end=year.end())
        number = _first_number(text, beyond)
        if number is not None and number.introduced == "word":
            odd = CitationWarning("year-after-suffix", (year["year"],))
            return evolve(beyond, warnings=(*dossier.warnings, odd)), number
    return dossier, _first_number(text, dossier)


def _letter_or_chapter(
    text: str, dossier: Dossier, chapter: Dossier, found: re.Match[str]
) -> tuple[Dossier, CitedNumber | None]:
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
    number = CitedNumber(
        start=found.start("suffix"),
        end=found.end("suffix"),
        value=letter,
        introduced="comma" if comma else "dash" if dashed else "space",
    )
    if comma or (not dossier.is_budget and letter not in _ROMAN_LETTERS):
        return dossier, number
    doubt = CitationWarning("letter-or-chapter", (letter,))
    return (evolve(chapter, doubtful_letter=letter, warnings=(*chapter.warnings, doubt)), None)


def _first_number(text: str, dossier: Dossier) -> CitedNumber | None:
    """Return the number that stands after a dossier, if there is one.

    A number that has nothing but a comma, a stroke or a space before it is read only where words
    or brackets vouch for the dossier.
    """
    found = patterns.NUMBER_MARKED.match(text, dossier.end)
    if found:
        return _number(found, "word", start=found.start("marked"))
    found = patterns.NUMBER_DASHED.match(text, dossier.end)
    if found and _dash_ties(text, dossier, found):
        return _number(found, "dash")
    if not dossier.vouched:
        return None
    for pattern, introduced in _WEAKLY_INTRODUCED:
        found = pattern.match(text, dossier.end)
        if found and patterns.ENDS_NUMBER.match(text, found.end()):
            # (15936/09) is a document of somebody else's.
            named = pattern is not patterns.NUMBER_AFTER_STROKE or dossier.evidence == "word"
            return _number(found, introduced) if named else None
    return None


def _dash_ties(text: str, dossier: Dossier, found: re.Match[str]) -> bool:
    """Whether a dash ties a figure or letter so closely to a dossier that it is a paper's."""
    if dossier.evidence == "word":
        return True
    if found["value"].startswith("0") or not (dossier.vouched or found["value"][0].isdecimal()):
        return False
    return dossier.vouched or dossier.suffix is not None or not text[dossier.end].isspace()


def number_after_word(found: re.Match[str]) -> CitedNumber | None:
    """Return the number of a match that begins with a word such as "nr."."""
    return _number(found, "word", start=found.start())


def further_numbers(text: str, first: CitedNumber, *, chapter: bool) -> tuple[CitedNumber, ...]:
    """Return ``first`` and the numbers that a list or range goes on with."""
    numbers = [_with_range(text, first)]
    while (following := _next(text, numbers[-1], chapter=chapter)) is not None:
        numbers.append(_with_range(text, following))
    return _without_loose_end(text, numbers)


def _next(text: str, previous: CitedNumber, *, chapter: bool) -> CitedNumber | None:
    found = patterns.NEXT_CHAPTER.match(text, previous.end) if chapter else None
    if found:
        number = _number(found, "word", start=found.start("item"))
        return number and evolve(number, suffix=found["suffix"].upper())
    found = patterns.NEXT_NUMBER.match(text, previous.end)
    if found is None:
        return None
    introduced: Introduction = "word" if found["marker"] else "dash" if found["dash"] else "list"
    number = _number(found, introduced, start=found.start("item"))
    # "nr. 5, letter C" names one paper; a capital after a figure is often a name.
    if number is None or number.is_letter != previous.is_letter:
        return None
    if introduced == "list" and _may_be_year_after(previous, number):
        return None
    return evolve(number, suffix=previous.suffix)


def _may_be_year_after(previous: CitedNumber, number: CitedNumber) -> bool:
    """Whether a bare figure is rather a year than the next paper of a list."""
    if not number.may_be_year:
        return False
    figure = int(previous.value.rstrip(ascii_lowercase))
    return abs(int(number.value) - figure) > _PAPERS_OF_A_SEASON


def _with_range(text: str, number: CitedNumber) -> CitedNumber:
    found = patterns.RANGE_END.match(text, number.end)
    if found is None or not number.value.isdecimal():
        return number
    # A dash is a range only where "nrs." opens it; 31066-1177-2 is something else.
    if found["dash"] and number.introduced not in {"word", "list"}:
        return number
    last = evolve(number, value=found["value"])
    # "nr. 84 - 2009" ends in a year.
    if _may_be_year_after(number, last):
        return number
    return evolve(number, end=found.end("value"), last=last.value)


def _without_loose_end(text: str, numbers: list[CitedNumber]) -> tuple[CitedNumber, ...]:
    """Drop figures at the end of a list that no word opens and that run on into other words."""
    while numbers[-1].introduced == "list" and numbers[0].introduced != "word":
        if patterns.ENDS_NUMBER.match(text, numbers[-1].end):
            break
        numbers.pop()
    return tuple(numbers)


def _number(
    found: re.Match[str], introduced: Introduction, *, start: int | None = None
) -> CitedNumber | None:
    value = re.sub(r"[\s.]", "", found["value"])
    if value[0].isdecimal():
        value = value.lstrip("0")
        if not value or not value[0].isdecimal():
            return None
    elif len(value) > 1 and _CHAPTER.fullmatch(value):
        # No paper has the number IV: that is a budget chapter.
        return None
    return CitedNumber(
        start=found.start("value") if start is None else start,
        end=found.end("value"),
        value=value,
        introduced=introduced,
    )
