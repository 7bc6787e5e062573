"""Terms that count: so many days, weeks, months or years from a day, or before it."""

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from ssrpolicy.evidence.numbers.words import language_of, number_word
from ssrpolicy.evidence.terms.calendar import DAYS_IN, MONTHS_IN
from ssrpolicy.evidence.terms.named import periods_in
from ssrpolicy.evidence.terms.periods import Origin


class CountedDay(NamedTuple):
    """The day that counting leads to, and the one from which is counted; None if not known."""

    day: dt.date | None
    start: dt.date | None


_AMOUNT: Final = r"(?:\d{1,3}|[^\W\d_]+)"
_AND_A_HALF: Final = r"(?:and\s+(?:a\s+)?half|en\s+een\s+half)"
# Days of work and hours are counted too, but no calendar of them is known.
_UNITS: Final = "|".join(
    (
        *MONTHS_IN,
        *DAYS_IN,
        r"werkdag(?:en)?",
        r"(?:working|business)\s+days?",
        "uu?r(?:en)?",
        "hours?",
    )
)
_A_UNIT: Final = re.compile(rf"\b(?:{_UNITS})\b")
_COUNTED: Final = re.compile(
    r"(?:\b(?P<lead>op(?=\s+een\s+termijn\s+van\b)|binnen|over|within|komende?|aankomende|volgende?|next|coming|in)\s+"
    r"(?:(?:nu|now)\s+(?:en|and)\s+)?"
    r"(?:de|het|the|an?\s+(?:period|term)\s+of|(?:een|de)\s+(?:(?:gebruikelijke|gestelde|wettelijke)\s+)?(?:periode|termijn)\s+van)?\s*"
    r"(?P<coming>komende?|coming|next)?\s*)?"
    r"(?:(?:ongeveer|circa|ca\.|uiterlijk|maximaal|ten\s+hoogste|hooguit|hoogstens|about|some"
    r"|niet\s+later\s+dan|approximately|at\s+most|no(?:t)?\s+(?:more|later)\s+than|a\s+maximum\s+of)"
    r"\s+)?\b"
    rf"(?:(?P<low>{_AMOUNT})(?:\s+(?:tot|à|a|of|to|or)\s+|\s?[-–]\s?))?"
    rf"(?P<number>{_AMOUNT})(?P<with>\s+{_AND_A_HALF})?\s+(?P<half>half\s+(?:an?\s+)?)?"
    rf"(?P<unit>{_UNITS})\b(?P<more>\s+{_AND_A_HALF}\b)?"
)
_SINCE: Final = (
    r"(?:na(?:dat)?|after|following|volgend\s+op|(?:(?:te\s+rekenen|gerekend)\s+)?vanaf|sinds"
    r"|zodra|wanneer|(?:counted\s+)?from|of|as\s+of|once|when|upon)"
)
_AFTER_EVENT: Final = re.compile(rf"[\s,(]*{_SINCE}\b")
_BEFORE_EVENT: Final = re.compile(
    r"\s*(?:v[oó][oó]r(?:dat)?|voorafgaande?\s+aan|before|prior\s+to|ahead\s+of)\b"
)
# After an amount by itself: "zes weken na", and not "180 dagen of langer", "three years of".
_SURELY_FROM: Final = re.compile(
    r"[\s,(]*(?:na(?:dat)?|after|following|volgend\s+op|(?:te\s+rekenen|gerekend)\s+vanaf"
    rf"|counted\s+from)\b|{_BEFORE_EVENT.pattern}"
)
#: What stands between an amount and what it is counted from.
COUNTED_FROM: Final = re.compile(rf"{_AFTER_EVENT.pattern}|{_BEFORE_EVENT.pattern}")
_EVENT_FIRST: Final = re.compile(r"\b(?:na|nadat|zodra|wanneer|after|once|following|upon)\b")
_THE_PAPER: Final = re.compile(
    rf"[\s,(]*{_SINCE}\s+(?:(?:de|the)\s+)?"
    r"(?:dagtekening|heden|nu\b|vandaag|today|now\b|verzending van deze brief|deze brief"
    r"|(?:the date of )?this letter|dit schrijven)"
)


def counted_day(text: str, language: str, paper: Origin) -> CountedDay | None:
    """Return what a phrase in small letters counts; None where it does not count."""
    match = next(counts_in(text, language), None)
    if match is None:
        return None
    back = not match["lead"] and _BEFORE_EVENT.match(text, match.end()) is not None
    amount = _amount(match, language)
    start = _start(text, match, paper)
    day = (
        None
        if start is None or amount is None
        else _later(start, -amount if back else amount, match["unit"])
    )
    return CountedDay(day, None if day is None else start)


def counts_in(text: str, language: str) -> Iterator[re.Match[str]]:
    """Yield where words in small letters count: up to the unit, without what is counted from."""
    if not _A_UNIT.search(text):  # most sentences: it is much quicker to see that
        return
    for match in _COUNTED.finditer(text):
        ahead = match["coming"] or language_of(language) == (
            "nl" if match["lead"] == "over" else "en"
        )
        if match["lead"] in ("in", "over") and not ahead:
            continue
        counts = match["lead"] or _SURELY_FROM.match(text, match.end())
        low = match["low"] is None or _number(match["low"], language) is not None
        if counts and low and _amount(match, language) is not None:
            yield match


def _start(text: str, match: re.Match[str], paper: Origin) -> dt.date | None:
    """Return the day from which a phrase counts; None where it names what has no day."""
    before, rest = text[: match.start()], text[match.end() :]
    if _THE_PAPER.match(rest):
        return paper.day
    if _AFTER_EVENT.match(rest) or (not match["lead"] and _BEFORE_EVENT.match(rest)):
        words = rest
    elif _EVENT_FIRST.search(before):
        words = before
    else:
        return paper.day
    return next((each.first for each in periods_in(words, paper) if each.unit == "day"), None)


def _amount(match: re.Match[str], language: str) -> Decimal | None:
    amount = _number(match["number"], language)
    if amount is None:
        return None
    if match["with"] or match["more"]:
        return amount + Decimal("0.5")
    return amount / 2 if match["half"] else amount


def _number(word: str, language: str) -> Decimal | None:
    if word.isdecimal():
        return Decimal(word)
    value = number_word(word, language_of(language))
    if word in ("a", "an", "een", "één"):
        return Decimal(1)
    return None if value is None else (value[0] or Decimal(1))


def _later(day: dt.date, amount: Decimal, unit: str) -> dt.date | None:
    """Return the day that much later; None where the amount is not in whole days."""
    if unit in DAYS_IN:
        days = amount * DAYS_IN[unit]
        try:
            return None if days % 1 else day + dt.timedelta(days=int(days))
        except OverflowError:
            return None
    months = amount * MONTHS_IN.get(unit, 0)
    if not months or months % 1:
        return None
    year, month = divmod(day.year * 12 + day.month - 1 + int(months), 12)
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return None
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
