"""The seasons that a term's phrase names, and the days that can be meant by them."""

import datetime as dt
import re
from collections.abc import Collection, Iterator
from typing import Final, TypeAlias

from ssrpolicy.evidence.terms import SEASONS

_Span: TypeAlias = tuple[dt.date, dt.date]

# From the beginning by the month to the end by the sun: people speak of seasons in either way.
_SPRING: Final = ((3, 1), (6, 21))
_SUMMER: Final = ((6, 1), (9, 22))
_AUTUMN: Final = ((9, 1), (12, 21))
_WINTER: Final = ((12, 1), (3, 20))
_SEASONS: Final = {
    name: season
    for season, names in zip((_SPRING, _SUMMER, _AUTUMN, _WINTER), SEASONS.values(), strict=True)
    for name in names
}
# What is still before a season, and already after it: up to its latest beginning, from its
# earliest end on. "Before the summer" is also said for before the recess of the summer.
_BEGUN: Final = {_SPRING: (3, 21), _SUMMER: (7, 31), _AUTUMN: (9, 22), _WINTER: (12, 21)}
_OVER: Final = {_SPRING: (5, 31), _SUMMER: (8, 31), _AUTUMN: (11, 30), _WINTER: (2, 28)}

# Compiled where it is first used.
_SEASON: Final = (
    r"(?P<planned>\b(?:in)?(?:gepland|voorzien|beoogd|geagendeerd) )?"
    r"(?:\b(?:(?P<before>v[oó][oó]r|before|prior to)|(?P<after>na|after)) (?:de |het |the )?)?"
    rf"\b(?P<season>{'|'.join(_SEASONS)})\b(?! (?:recess|holidays?|break|vacation|reces|vakantie))"
)
_UNTIL: Final = r"\b(?:v[oó][oó]r|uiterlijk|tegen|tot|before|prior to|by|until|no later than)\b"
_SINCE: Final = r"\b(?:na|vanaf|sinds|after|from|since)\b"


def against_seasons(
    phrase: str, years: Collection[int], first: dt.date | None, last: dt.date | None
) -> bool:
    """Whether no day from ``first`` to ``last`` fits a season that the phrase names.

    ``phrase`` is in small letters on one line, ``years`` are those that it names. "Voor de zomer"
    is fitted by what is before the summer only; "uiterlijk in de zomer" also by the summer. A
    summer begins, for what is before it, in July: in parliaments "before the summer" is before the
    summer recess, which begins early in July in the Netherlands and late in July in Britain. An
    open side of the date says nothing: "../2027-06-20" is judged by its end.
    """
    begin, end = first or last, last or first
    if begin is None or end is None:
        return False
    spans = [
        span
        for found in re.finditer(_SEASON, phrase)
        for year in (years or range(begin.year - 1, end.year + 1))
        for span in _spans(phrase, found, year, other_years=bool(years))
    ]
    return bool(spans) and not any(start <= end and begin <= stop for start, stop in spans)


def _spans(phrase: str, found: re.Match[str], year: int, *, other_years: bool) -> Iterator[_Span]:
    """Give the days that the season of this year can mean, as it stands in the phrase."""
    season = _SEASONS[found["season"]]
    over = 1 if season is _WINTER else 0
    if not dt.MINYEAR < year < dt.MAXYEAR:
        return
    # "Gepland voor het najaar" is planned for the autumn.
    before = found["before"] is not None and found["planned"] is None
    after = found["after"] is not None
    if not before and not after:
        (month, day), (end_month, end_day) = season
        yield dt.date(year, month, day), dt.date(year + over, end_month, end_day)
        if over:  # the winter of a year is also that of its first months
            yield dt.date(year, 1, 1), dt.date(year, end_month, end_day)
    if before or (not after and re.search(_UNTIL, phrase)):
        yield dt.date(year - other_years, 1, 1), dt.date(year, *_BEGUN[season])
    if after or (not before and re.search(_SINCE, phrase)):
        yield dt.date(year, *_OVER[season]), dt.date(year + over, 12, 31)
