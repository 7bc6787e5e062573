"""Days and terms as people type them: "30-11-2010", "2023-Q3", "derde kwartaal 2023"."""

import datetime as dt
import re
from collections.abc import Iterator

from ssrpolicy.evidence.terms.calendar import MONTH_NUMBERS
from ssrpolicy.evidence.terms.named import periods_in
from ssrpolicy.evidence.terms.occasions import is_part_of_year
from ssrpolicy.evidence.terms.periods import Origin
from ssrpolicy.evidence.terms.phrases import read_term
from ssrpolicy.model import LANGUAGES, EdtfDate

# What has the form of a day, whether the calendar has it or not.
_DAY = re.compile(
    r"[0-9]{4}([-/.])[0-9]{1,2}\1[0-9]{1,2}|[0-9]{1,2}([-/.])[0-9]{1,2}\2[0-9]{4}"
    rf"|[0-9]{{1,2}} (?:{'|'.join(map(re.escape, MONTH_NUMBERS))}) [0-9]{{4}}"
)
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# A whole year or month, of which a feast that is named with it is a part: "kerst 2026".
_WHOLE = re.compile(r"\d{4}(?:-\d{2})?[~?%]?")
_NUMBER = re.compile(r"\d+")
_MONTH = len("2026-01")
# Digits of other scripts, which Python takes for numbers and a reader does not.
_OTHER_DIGITS = re.compile(r"[^\D0-9]")


def entered_day(text: str) -> dt.date | None:
    """Return the one day that a text gives, whole and with its year; None where it does not.

    Day comes before month ("3-11-2025" is in November), as in Dutch.
    """
    words = " ".join(text.split()).lower()
    if _OTHER_DIGITS.search(words):
        return None
    if _ISO.fullmatch(words):
        try:
            return dt.date.fromisoformat(words)
        except ValueError:
            return None
    found = list(periods_in(words, Origin(day=None)))
    whole = len(found) == 1 and (found[0].start, found[0].end) == (0, len(words))
    return found[0].first if whole and found[0].unit == "day" else None


def is_day_that_is_not(text: str) -> bool:
    """Return whether a text has the form of a day with its year, and no calendar has that day."""
    words = " ".join(text.split()).lower()
    return _DAY.fullmatch(words) is not None and entered_day(words) is None


def entered_term(text: str) -> EdtfDate | None:
    """Return the date of a term as it was typed, in EDTF or in words with their year.

    None where the text gives no date, or one that would have to be placed by another.
    """
    try:
        return EdtfDate(text.strip())
    except ValueError:
        if _OTHER_DIGITS.search(text):
            return None
    readings = [read_term(text, language=language) for language in LANGUAGES]
    date = next((each for each in readings if each.counts), readings[0]).date
    if date is not None and _WHOLE.fullmatch(date.text):
        # A second number, as in "blok 4 2026", makes less of the year.
        unread = len(date.text) < _MONTH and len(_NUMBER.findall(text)) > 1
        return None if unread or is_part_of_year(text.lower()) else date
    return date


def names_no_last_day(text: str) -> bool:
    """Return whether a text names a stretch of the calendar and not the last day of its term.

    "Vóór de zomer van 2026" does, where no calendar says when the summer begins that is meant.
    """
    if entered_term(text) is not None:
        return False
    readings = [read_term(text, language=language) for language in LANGUAGES]
    return any(each.named or each.occasion for each in readings)


def days_in(text: str) -> Iterator[tuple[int, int, dt.date]]:
    """Yield the days that a text in small letters gives with their year, and where they stand."""
    for found in periods_in(text, Origin(day=None)):
        if found.unit == "day":
            yield found.start, found.end, found.first
