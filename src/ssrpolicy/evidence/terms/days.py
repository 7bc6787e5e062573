"""The days and weeks that a phrase names: their Dutch and English forms, and what each makes."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from typing import Final

from attrs import evolve

from ssrpolicy.evidence.terms.calendar import AGO, MONTH, MONTH_NUMBERS, THAT_YEAR, THE_YEAR, YEAR
from ssrpolicy.evidence.terms.periods import (
    COMING,
    FOLLOWING,
    PREVIOUS,
    Origin,
    Period,
    day_period,
    days_period,
    month_period,
)


def _exact(match: re.Match[str], _: Origin) -> Period | None:
    try:
        day = dt.date(*(int(match[part]) for part in ("year", "number", "day")))
    except ValueError:
        return None
    return day_period(day)


def _year_first(match: re.Match[str], origin: Origin) -> Period | None:
    """A day in figures: as in ISO 8601 everywhere, else where a day can stand.

    "Artikel 2032.1.2" names none.
    """
    start = match.start()
    written = _ISO.fullmatch(match.group())
    placed = written or _BEFORE_FIGURES.search(match.string, max(0, start - 30), start)
    return _exact(match, origin) if placed else None


def _day_first(match: re.Match[str], origin: Origin) -> Period | None:
    """A day in figures, but for what words before it number: "artikel 1.2.2032" names none."""
    start = match.start()
    numbered = _NUMBERED.search(match.string, max(0, start - 60), start)
    return None if numbered else _exact(match, origin)


def _in_year(match: re.Match[str], year: int) -> dt.date | None:
    try:
        return dt.date(year, MONTH_NUMBERS[match["month"]], int(match["day"]))
    except ValueError:
        return None


def _day(match: re.Match[str], origin: Origin) -> Period | None:
    def made(year: int) -> Period | None:
        day = _in_year(match, year)
        return None if day is None else day_period(day)

    return origin.meant(match, made)


def _first_of_month(match: re.Match[str], origin: Origin) -> Period | None:
    """The first day of a month, in words: "uiterlijk de eerste van juni"."""
    month = MONTH_NUMBERS[match["month"]]

    def made(year: int) -> Period | None:
        found = month_period(year, month)
        return None if found is None else day_period(found.first)

    return origin.meant(match, made)


def _of_that_month(match: re.Match[str], origin: Origin) -> Period | None:
    """A day of the paper's month, or of the next: "uiterlijk de 15e van de volgende maand"."""
    if origin.day is None:
        return None
    later = match["which"] in FOLLOWING | COMING
    year, month = divmod(origin.day.year * 12 + origin.day.month - 1 + later, 12)
    try:
        day = dt.date(year, month + 1, int(match["day"]))
    except ValueError:
        return None
    return evolve(day_period(day), year_given=False)


def _one_of_days(match: re.Match[str], origin: Origin) -> Period | None:
    """The first of "1 en 15 juni" or of "1 tot 15 juni", whose month stands after the last."""
    start = match.start()
    if not match["to"] and not _BEFORE_DAYS.search(match.string, max(0, start - 30), start):
        return None
    return _day(match, origin)


def _days(match: re.Match[str], origin: Origin) -> Period | None:
    """From the one to the other: "June 1 to 15"."""
    last = int(match["last"])

    def made(year: int) -> Period | None:
        first = _in_year(match, year)
        if first is None or not first.day < last <= monthrange(year, first.month)[1]:
            return None
        return days_period(first, first.replace(day=last))

    return origin.meant(match, made)


def _week_of(match: re.Match[str], origin: Origin) -> Period | None:
    """The week, or the weekend, in which a day lies: "in de week van 1 juni"."""

    def made(year: int) -> Period | None:
        day = _in_year(match, year)
        if day is None or day > dt.date.max - dt.timedelta(days=7):
            return None
        monday = day - dt.timedelta(days=day.weekday())
        first = monday + dt.timedelta(days=5 if match["weekend"] else 0)
        return days_period(first, monday + dt.timedelta(days=6))

    return origin.meant(match, made)


def _weeks(match: re.Match[str], origin: Origin) -> Period | None:
    """The weeks from one number to another, or the one: "weken 10 en 11 van 2027"."""
    number = int(match["number"])
    until = int(match["last"] or number)

    def made(year: int) -> Period | None:
        try:
            first = dt.date.fromisocalendar(year, number, 1)
            last = dt.date.fromisocalendar(year, until, 7)
        except (ValueError, OverflowError):
            return None
        return None if last < first else days_period(first, last)

    return origin.meant(match, made)


def _relative_week(match: re.Match[str], origin: Origin) -> Period | None:
    """The week of the paper, the next or the last one, or a day of it: "vrijdag volgende week"."""
    if origin.day is None:
        return None
    weeks = (match["which"] in FOLLOWING) - (match["which"] in PREVIOUS)
    weekday = _WEEKDAYS.get(match["weekday"] or match["named"])
    try:
        monday = origin.day + dt.timedelta(days=7 * weeks - origin.day.weekday())
        if weekday is None:
            week = days_period(monday, monday + dt.timedelta(days=6))
        else:
            week = day_period(monday + dt.timedelta(days=weekday))
        return evolve(week, year_given=False)
    except OverflowError:
        return None


def _day_of_state(match: re.Match[str], origin: Origin) -> Period | None:
    """The day of a year that law fixes: "Prinsjesdag 2026" is the third Tuesday of September."""
    month, weekday = _DAYS_OF_STATE[match["held"]]

    def made(year: int) -> Period | None:
        if year > dt.MAXYEAR:
            return None
        first = dt.date(year, month, 1)
        return day_period(first.replace(day=15 + (weekday - first.weekday()) % 7))

    return origin.meant(match, made)


def _weekday(match: re.Match[str], origin: Origin) -> Period | None:
    """The first day of that name after the paper's own: "aanstaande vrijdag", "by Friday"."""
    weekday = _WEEKDAYS[match["coming"] or match["by"] or match["next"]]
    if origin.day is None or origin.day > dt.date.max - dt.timedelta(days=7):
        return None
    ahead = (weekday - origin.day.weekday() - 1) % 7 + 1
    return evolve(day_period(origin.day + dt.timedelta(days=ahead)), year_given=False)


#: The month and weekday of the third one that law fixes: article 65 of the Constitution has the
#: third Tuesday of September, the law on government accounts the third Wednesday of May.
_DAYS_OF_STATE: Final = {"prinsjesdag": (9, 1), "verantwoordingsdag": (5, 2)}
_WEEKDAYS: Final = {
    name: number
    for number, names in enumerate(
        zip(
            ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
            ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
            strict=True,
        )
    )
    for name in names
}
#: The name of a day before its date: "maandag | 6 mei 2031", "Monday, | May 6".
_NAMED: Final = re.compile(rf"\b({'|'.join(_WEEKDAYS)}),?\s+(?:(?:de|the)\s+)?$")


def other_weekday(text: str, period: Period) -> int | None:
    """Return the weekday, 0 for Monday, before a day that is on another; None where it fits."""
    named = _NAMED.search(text, 0, period.start) if period.unit == "day" else None
    weekday = _WEEKDAYS[named[1]] if named else None
    return None if weekday == period.first.weekday() else weekday


NAMED_DAYS: Final = "|".join((*_DAYS_OF_STATE, *_WEEKDAYS))
_OF_DAY: Final = (
    rf"(?:,?(?:\s+(?:van|of|in))?\s+(?:{THE_YEAR})?(?:(?P<year>{YEAR})|{THAT_YEAR})\b|{AGO})?"
)
_DAY_MONTH: Final = (
    rf"\b(?P<day>\d{{1,2}})(?:e|ste|de|st|nd|rd|th)?\s+(?:of\s+)?{MONTH}"
    rf"{_OF_DAY}"
)
_FIRST_OF_MONTH: Final = (
    rf"\b(?:de\s+(?:eerste|1e|1ste)\s+van|the\s+(?:first|1st)\s+of)\s+{MONTH}(?![-/]){_OF_DAY}"
)
_OF_THAT_MONTH: Final = (
    r"\b(?:de|the)\s+(?P<day>\d{1,2})(?:e|ste|de|st|nd|rd|th)\s+(?:(?:dag|day)\s+)?(?:van|of)\s+"
    r"(?:(?:de|the)\s+)?(?P<which>deze|volgende|komende|this|next|coming)\s+(?:maand|month)\b"
)
_MONTH_DAY: Final = rf"\b{MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s*%){_OF_DAY}"
_NTH: Final = r"(?:e|ste|de|st|nd|rd|th)?"
_TO: Final = r"tot(?:\s+en\s+met)?|t/m|to|until|-|\u2013"
_ONE_OF_DAYS: Final = (
    rf"(?<![\w.,/-])(?P<day>\d{{1,2}}){_NTH}(?=(?:,\s?\d{{1,2}}{_NTH}){{0,12}}"
    rf"(?:\s*(?P<to>{_TO})\s*|,?\s+(?:en|of|and|or)\s+|,\s)\d{{1,2}}{_NTH}\s+(?:of\s+)?{MONTH}"
    rf"{_OF_DAY})"
)
_BEFORE_DAYS: Final = re.compile(
    r"(?:^|\b(?:tussen|van|tot|op|uiterlijk|v[oó][oó]r|na|per|vanaf|between|from|on|by|before|after"
    rf"|until|dagen|days|weken\s+van|weeks\s+of|\d{{1,2}}{_NTH},"
    rf"|(?:{'|'.join(MONTH_NUMBERS)})\s+(?:en|of|and|or))\s+(?:(?:de|the)\s+)?)$"
)
_ISO: Final = re.compile(r"\d{4}-\d\d-\d\d")
_BEFORE_FIGURES: Final = re.compile(
    rf"{_BEFORE_DAYS.pattern}|\d{{4}}([-/.])\d\d?\1\d\d?\s*(?:{_TO}|en|of|and|or)\s*$"
)
_NUMBERED: Final = re.compile(
    r"(?:\b(?:artikel(?:en)?|articles?|art\.?|leden|lid|paragra(?:af|fen|phs?)|par\.?|hoofdstuk(?:ken)?"
    r"|chapters?|sections?|sec\.|clauses?|bijlagen?|annex(?:es)?|appendix|punt(?:en)?|points?"
    r"|onderde(?:el|len)|items?|tabel(?:len)?|tables?|figu(?:ur|ren|res?)|rubriek(?:en)?|versies?"
    r"|versions?|releases?|v\.?|nrs?\.?|nos?\.|nummers?|numbers?|randnummers?)|§§?)"
    r"\s*(?:\d+\.\d[\d.]*[a-z]?\s?(?:,|;|en|of|and|or|tot|t/m|to|-|\N{EN DASH})\s?)*$"
)
_MONTH_DAYS: Final = (
    rf"\b{MONTH}\s+(?P<day>\d{{1,2}}){_NTH}\s?(?:{_TO}|and|or)\s?(?P<last>\d{{1,2}}){_NTH}\b"
    rf"(?!\s*%)(?!-){_OF_DAY}"
)
_WEEK_OF: Final = (
    r"\bweek(?P<weekend>end)?\s+(?:van|of|commencing|beginning|in\s+which)\s+"
    rf"(?:\w+day\s+|\w+dag\s+)?(?:(?:de|the)\s+)?{_DAY_MONTH[2:]}"
)
_WEEKS: Final = (
    r"\bwe(?:ek|eks|ken)\s+(?P<number>\d{1,2})\b"
    rf"(?:(?:,\s?\d{{1,2}}){{0,12}},?\s*(?:{_TO}|en|of|and|or)\s*(?P<last>\d{{1,2}})\b"
    rf"(?!\s+(?:(?:of\s+)?(?:{'|'.join(MONTH_NUMBERS)})|dagen|weken|days|weeks)\b))?"
    rf"(?:(?:\s+(?:van|of|in))?,?\s+(?:{THE_YEAR})?(?:(?P<year>{YEAR})|{THAT_YEAR})\b)?"
)

_DAY_OF_STATE: Final = (
    r"(?<!afgelopen )(?<!vorige )(?:\b(?P<which>deze|komende|volgende|aanstaande)\s+)?"
    rf"\b(?P<held>{'|'.join(_DAYS_OF_STATE)})\b(?!-)(?!\s+jl\b){_OF_DAY}"
)
# By itself a day of the week may be any, or every one; with its date after it, it is that date.
DAY_NAMES: Final = "|".join(_WEEKDAYS)
_NAMED_DAY: Final = (
    r"\b(?:(?:aanstaande|komende|aankomende|eerstvolgende|this\s+coming|this|coming)\s+"
    rf"(?P<coming>{DAY_NAMES})"
    r"|(?:(?<=\buiterlijk )|(?<=\buiterlijk op )|(?<=\bvoor )|(?<=\bvóór )|(?<=\bby )"
    rf"|(?<=\bbefore ))(?P<by>{DAY_NAMES})"
    rf"|(?P<next>{DAY_NAMES})(?=\s+(?:a\.s\.|aanstaande)))(?!\w)"
    rf"(?!,?\s+(?:(?:de|the)\s+)?(?:\d|(?:{'|'.join(MONTH_NUMBERS)})\b))"
    r"(?!\s+(?:van\s+|of\s+)?(?:deze|volgende|this|next)\s+week\b)"
)

#: "De komende week" may also be the seven days from now on, as "the next week" is.
_THIS_WEEK: Final = (
    rf"\b(?:(?P<weekday>{DAY_NAMES})\s+(?:van\s+|of\s+)?)?"
    r"(?P<which>deze|volgende|vorige|afgelopen|this|(?<!the )(?:next|last)|previous)\s+week\b"
    r"(?!\s+(?:van|of|commencing|beginning|in\s+which)\b)"
    rf"(?:\s+(?:op\s+|on\s+)?(?P<named>{DAY_NAMES})\b)?"
)
#: A day of a list whose month stands after the last: the first of "1 en 15 juni".
DAY_ALONE: Final = re.compile(rf"\d{{1,2}}{_NTH}")

#: The forms, and what makes a stretch of each.
DAYS: Final = (
    (r"\b(?P<year>\d{4})([-/.])(?P<number>\d\d?)\2(?P<day>\d\d?)\b", _year_first),
    (r"\b(?P<day>\d{1,2})[-/.](?P<number>\d{1,2})[-/.](?P<year>\d{4})\b", _day_first),
    (_WEEK_OF, _week_of),
    (_WEEKS, _weeks),
    (_THIS_WEEK, _relative_week),
    (_FIRST_OF_MONTH, _first_of_month),
    (_OF_THAT_MONTH, _of_that_month),
    (_ONE_OF_DAYS, _one_of_days),
    (_DAY_MONTH, _day),
    (_MONTH_DAYS, _days),
    (_MONTH_DAY, _day),
    (_DAY_OF_STATE, _day_of_state),
    (_NAMED_DAY, _weekday),
)
