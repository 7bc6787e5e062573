"""The stretches of the calendar that a phrase names: a day, a month, a quarter, a season, a year.

A stretch without a year is placed with the paper's date: the next one that is not over when an
undertaking is meant, that of the paper's own year when it is not. Without a date it is none.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable, Iterator
from typing import Final

from attrs import evolve, frozen

from ssrpolicy.evidence.terms.calendar import MONTH_NUMBERS, ORDINALS, SEASON_NUMBERS


@frozen(kw_only=True)
class Period:
    """A stretch of the calendar, where its words stand, and whether they give its year."""

    first: dt.date
    last: dt.date
    text: str
    unit: str
    start: int = 0
    end: int = 0
    year_given: bool = True

    def about(self) -> Period:
        """The same stretch, marked as approximate in EDTF."""
        return evolve(self, text="/".join(f"{part}~" for part in self.text.split("/")))


@frozen(kw_only=True)
class Origin:
    """The day from which years are counted that a phrase leaves out, and how."""

    day: dt.date | None
    undertaking: bool = True

    def placed(self, made: Callable[[int], Period | None], which: str = "") -> Period | None:
        """Return the stretch of the year that is meant, made by a function of the year."""
        if self.day is None:
            return None
        year = self.day.year - (which in _PREVIOUS)
        found = made(year)
        past = found is not None and found.last < self.day
        begun = found is not None and found.first <= self.day
        if which not in _PREVIOUS and (
            (past and self.undertaking) or (begun and which in _FOLLOWING)
        ):
            found = made(year + 1)
        return None if found is None else evolve(found, year_given=False)


def day_period(day: dt.date) -> Period:
    """Return a day as a stretch."""
    return Period(first=day, last=day, text=day.isoformat(), unit="day")


def month_period(year: int, month: int) -> Period | None:
    """Return a month; None in a year that no calendar has."""
    return _months(year, month, month, "month")


def year_period(year: int, last: int | None = None) -> Period | None:
    """Return a year, or the years from one to another."""
    found = _months(year, 1, 12, "year")
    if found is None or last is None:
        return found
    until = _months(last, 1, 12, "year")
    if until is None or until.last <= found.last:
        return None
    return evolve(found, last=until.last, text=f"{year:04}/{last:04}")


def season_period(year: int, season: int) -> Period | None:
    """Return a season by its number in EDTF, 21 (spring) to 24 (winter)."""
    found = _months(year, *_SEASON_MONTHS[season], "season")
    return None if found is None else evolve(found, text=f"{year:04}-{season}")


def part_period(year: int, months: int, number: int) -> Period | None:
    """Return the numbered part of a year: a quarter (of 3 months) or a half (of 6)."""
    parts = 12 // months
    number = parts if number == -1 else number
    if not 1 <= number <= parts:
        return None
    return _months(year, months * (number - 1) + 1, months * number, "part")


def _months(year: int, first: int, last: int, unit: str) -> Period | None:
    over = year + (last < first)
    if not dt.MINYEAR <= year <= over < dt.MAXYEAR:
        return None
    end = dt.date(over, last, calendar.monthrange(over, last)[1])
    one = f"{year:04}-{first:02}"
    text = one if first == last else f"{one}/{over:04}-{last:02}"
    return Period(
        first=dt.date(year, first, 1),
        last=end,
        text=f"{year:04}" if unit == "year" else text,
        unit=unit,
    )


_SEASON_MONTHS: Final = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
_PREVIOUS: Final = frozenset(("vorig", "vorige", "afgelopen", "previous"))
_FOLLOWING: Final = frozenset(("volgend", "volgende", "next"))
_WHICH: Final = (
    r"(?:(?P<which>dit|deze|komende?|volgende?|aanstaande?|vorige?|afgelopen|this|next|coming"
    r"|previous)\s+)?"
)
_YEAR: Final = r"(?:1[89]|2[01])\d\d"
_LAST: Final = r"\d{2}(?:\d{2})?"
_TWO_YEARS: Final = rf"(?P<year>{_YEAR})\s?[/-]\s?(?P<last>{_LAST})\b"
_OF_YEAR: Final = rf"(?:(?:\s+(?:van|of|in))?\s+(?P<year>{_YEAR})(?![\d-]))?"
_MONTH: Final = rf"(?P<month>{'|'.join(sorted(MONTH_NUMBERS, key=len, reverse=True))})\b\.?"
_ORDINAL: Final = rf"(?P<ordinal>{'|'.join(ORDINALS)})"
_PIECE: Final = r"(?P<piece>kwartaal|quarter|helft|halfjaar|half\s+jaar|semester|half)"
_OF_THE_YEAR: Final = (
    rf"(?:(?:\s+(?:van|of|in))?\s+(?:(?P<year>{_YEAR})|(?:het |the )?"
    r"(?:(?P<which>dit|volgende?|komende?|this|next|coming)\s+)?(?:jaar|year)\b))?"
)


def _exact(match: re.Match[str], _: Origin) -> Period | None:
    try:
        day = dt.date(*(int(match[part]) for part in ("year", "number", "day")))
    except ValueError:
        return None
    return day_period(day)


def _day(match: re.Match[str], origin: Origin) -> Period | None:
    month, day = MONTH_NUMBERS[match["month"]], int(match["day"])

    def made(year: int) -> Period | None:
        try:
            return day_period(dt.date(year, month, day))
        except ValueError:
            return None

    return made(int(match["year"])) if match["year"] else origin.placed(made)


def _month(match: re.Match[str], origin: Origin) -> Period | None:
    month = MONTH_NUMBERS[match["month"]]
    if match["year"]:
        return month_period(int(match["year"]), month)
    return origin.placed(lambda year: month_period(year, month), match["which"] or "")


def _season(match: re.Match[str], origin: Origin) -> Period | None:
    season = SEASON_NUMBERS[match["season"]]
    if match["year"]:
        return season_period(int(match["year"]), season)
    return origin.placed(lambda year: season_period(year, season), match["which"] or "")


def _winter(match: re.Match[str], _: Origin) -> Period | None:
    year, last = match["year"], match["last"]
    until = int(f"{year[: -len(last)]}{last}")
    return season_period(int(year), 24) if until == int(year) + 1 else None


def _part(match: re.Match[str], origin: Origin) -> Period | None:
    months = 3 if match["piece"] in ("kwartaal", "quarter") else 6
    number = ORDINALS[match["ordinal"]]
    if match["year"]:
        return part_period(int(match["year"]), months, number)
    if match["which"] in _FOLLOWING and origin.day is not None:
        found = part_period(origin.day.year + 1, months, number)
        return None if found is None else evolve(found, year_given=False)
    return origin.placed(lambda year: part_period(year, months, number))


def _short_part(match: re.Match[str], origin: Origin) -> Period | None:
    months = 6 if match["piece"].startswith(("h", "s")) else 3
    number, year = int(match["number"]), match["year"] or match["before"]
    if year:
        return part_period(int(year), months, number)
    return origin.placed(lambda each: part_period(each, months, number))


def _relative(match: re.Match[str], origin: Origin) -> Period | None:
    if origin.day is None:
        return None
    shift = (match["which"] in _FOLLOWING) - (match["which"] in _PREVIOUS)
    year, month = origin.day.year, origin.day.month
    if match["unit"] in ("jaar", "year"):
        shift += match["which"] in ("komend", "komende", "coming")
        found = year_period(year + shift)
    elif match["unit"] in ("maand", "month"):
        shift += match["which"] in ("komende", "coming")
        year, month = divmod(year * 12 + month - 1 + shift, 12)
        found = month_period(year, month + 1)
    else:
        year, quarter = divmod(year * 4 + (month - 1) // 3 + shift, 4)
        found = part_period(year, 3, quarter + 1)
    return None if found is None else evolve(found, year_given=False)


def _years(match: re.Match[str], _: Origin) -> Period | None:
    year, last = match["year"], match["last"]
    # "2009/10" ends in 2010.
    until = None if last is None else int(f"{year[: -len(last)]}{last}")
    return year_period(int(year), until)


_DAY_MONTH: Final = (
    rf"\b(?P<day>\d{{1,2}})(?:e|ste|de|st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}"
    rf"(?:,?\s+(?P<year>{_YEAR})\b)?"
)
_MONTH_DAY: Final = (
    rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s*%)(?:,?\s+(?P<year>{_YEAR})\b)?"
)
_SHORT_PART: Final = (
    rf"\b(?:(?P<before>{_YEAR})[ -]?)?(?P<piece>q|h|kwartaal |quarter )(?P<number>[1-4])\b"
    rf"(?:[ -]?(?:van |of )?(?P<year>{_YEAR})\b)?"
)
_THIS_UNIT: Final = (
    r"\b(?P<which>dit|deze|het|komende?|volgende?|vorige?|afgelopen|this|the|next|coming|previous)"
    r"\s+(?P<unit>jaar|year|maand|month|kwartaal|quarter)\b"
)
_PATTERNS: Final = tuple(
    (re.compile(pattern), made)
    for pattern, made in (
        (r"\b(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)\b", _exact),
        (r"\b(?P<day>\d{1,2})[-/.](?P<number>\d{1,2})[-/.](?P<year>\d{4})\b", _exact),
        (_DAY_MONTH, _day),
        (_MONTH_DAY, _day),
        (rf"\b(?:(?:het|de|the)\s+)?{_ORDINAL}\s+{_PIECE}{_OF_THE_YEAR}", _part),
        (_SHORT_PART, _short_part),
        (rf"\b(?P<season>winter)\b(?:\s+(?:van|of|in))?\s+{_TWO_YEARS}", _winter),
        (rf"\b{_WHICH}(?P<season>{'|'.join(SEASON_NUMBERS)})\b{_OF_YEAR}", _season),
        (rf"\b{_WHICH}{_MONTH}{_OF_YEAR}", _month),
        (_THIS_UNIT, _relative),
        (rf"\b(?P<year>{_YEAR})(?:\s?[/-]\s?(?P<last>{_LAST}))?\b", _years),
    )
)


def periods_in(phrase: str, origin: Origin) -> Iterator[Period]:
    """Yield the stretches that a phrase in small letters names, from left to right."""
    place = 0
    while place < len(phrase):
        matches = [
            (match.start(), number, match, made)
            for number, (pattern, made) in enumerate(_PATTERNS)
            if (match := pattern.search(phrase, place))
        ]
        if not matches:
            return
        _, _, match, made = min(matches, key=lambda each: each[:2])
        found = made(match, origin)
        if found is not None:
            yield evolve(found, start=match.start(), end=match.end())
        place = match.end()
