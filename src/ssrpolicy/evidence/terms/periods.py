"""The stretches of the calendar: a day, a month, a quarter, a season, a year.

A stretch without a year is placed with the paper's date: the next one that is not over when an
undertaking is meant, that of the paper's own year when it is not. Without a date it is none.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable
from typing import Final

from attrs import evolve, frozen

from ssrpolicy.evidence.terms.calendar import year_of

PREVIOUS: Final = frozenset(
    (
        *("vorig", "vorige", "verleden", "afgelopen", "previous", "last", "past"),
        *("jl", "ll", "jongstleden", "laatstleden"),
    )
)
FOLLOWING: Final = frozenset(("volgend", "volgende", "next"))
COMING: Final = frozenset(("komend", "komende", "coming"))
THIS: Final = frozenset(("dit", "deze", "this"))
_SEASON_MONTHS: Final = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}


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

    def in_that_year(self, made: Callable[[int], Period | None], that: str) -> Period | None:
        """Return the stretch of this year, the next or the last, made by a function of the year."""
        if self.day is None:
            return None
        shift = -1 if that in PREVIOUS else that not in THIS
        found = made(self.day.year + shift)
        return None if found is None else evolve(found, year_given=False)

    def placed(self, made: Callable[[int], Period | None], which: str = "") -> Period | None:
        """Return the stretch of the year that is meant, made by a function of the year."""
        if self.day is None:
            return None
        year = self.day.year
        if which in PREVIOUS:  # the last one that is over
            return self._latest(made, year, self.day)
        if self.undertaking or which in THIS:
            # A winter, or a week over New Year, that began last year and is not over.
            begun_before = None if which in FOLLOWING | COMING else made(year - 1)
            if begun_before is not None and begun_before.last >= self.day:
                return evolve(begun_before, year_given=False)
        found = made(year)
        past = found is not None and found.last < self.day
        begun = found is not None and found.first <= self.day
        if found is not None and begun and not past and which in COMING and found.unit == "season":
            # "Komend voorjaar" is still this one at its beginning, and the next at its end.
            months = self.day.month - found.first.month
            if months:
                found = made(year + 1) if months > 1 else None
        elif (past and self.undertaking) or (begun and which in FOLLOWING):
            found = made(year + 1)
        return None if found is None else evolve(found, year_given=False)

    def has_begun(self, period: Period) -> bool:
        """Return whether a stretch that is to come, of a year that was left out, is going on."""
        going_on = self.day is not None and period.first <= self.day <= period.last
        return self.undertaking and not period.year_given and going_on

    def is_past(self, period: Period) -> bool:
        """Return whether a stretch in which something is to be done is over."""
        return self.undertaking and self.day is not None and period.last < self.day

    def meant(self, match: re.Match[str], made: Callable[[int], Period | None]) -> Period | None:
        """Return the stretch of the year that the groups of a match name, or leave out."""
        said = match.groupdict()
        if said.get("year"):
            return made(year_of(said["year"]))
        if said.get("that"):
            return self.in_that_year(made, said["that"])
        return self.placed(made, said.get("which") or (said.get("ago") or "").replace(".", ""))

    def _latest(
        self, made: Callable[[int], Period | None], year: int, day: dt.date
    ) -> Period | None:
        """Return the last stretch that is over on a day."""
        over = (found for each in range(year, year - 3, -1) if (found := made(each)))
        found = next((each for each in over if each.last < day), None)
        return None if found is None else evolve(found, year_given=False)


def day_period(day: dt.date) -> Period:
    """Return a day as a stretch."""
    return Period(first=day, last=day, text=day.isoformat(), unit="day")


def days_period(first: dt.date, last: dt.date) -> Period:
    """Return the days from one to another."""
    text = f"{first.isoformat()}/{last.isoformat()}"
    return Period(first=first, last=last, text=text, unit="days")


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
