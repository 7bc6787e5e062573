"""The stretches of the calendar that a phrase names, found by their Dutch and English words."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from attrs import evolve

from ssrpolicy.evidence.terms.calendar import (
    AGO,
    MONTH,
    MONTH_NUMBERS,
    MONTHS,
    ORDINALS,
    SEASON_NUMBERS,
    THAT_YEAR,
    THE_YEAR,
    WHOLE_YEAR,
    YEAR,
    year_of,
)
from ssrpolicy.evidence.terms.days import DAY_ALONE, DAYS, NAMED_DAYS
from ssrpolicy.evidence.terms.edges import EDGE, leads_on, spans, until
from ssrpolicy.evidence.terms.periods import (
    COMING,
    FOLLOWING,
    PREVIOUS,
    Origin,
    Period,
    month_period,
    part_period,
    season_period,
    year_period,
)

_Made: TypeAlias = Callable[[re.Match[str], Origin], Period | None]

_WHICH: Final = (
    r"(?:(?P<which>dit|deze|komende?|volgende?|aanstaande?|vorige?|afgelopen|this|next|coming"
    r"|previous|last)\s+)?"
)
_LAST: Final = r"\d{2}(?:\d{2})?"
_TWO_YEARS: Final = rf"(?P<year>{WHOLE_YEAR})\s?[/-]\s?(?P<last>{_LAST})\b"
_OF_YEAR: Final = (
    r"(?:(?:\s+(?:van|of|in))?\s+"
    rf"(?:(?:{THE_YEAR})?(?P<year>{YEAR})(?!-?\d)|{THAT_YEAR}\b)|{AGO})?"
)
_ORDINAL: Final = rf"(?P<ordinal>{'|'.join(ORDINALS)})"
_PIECE: Final = (
    r"(?P<piece>kwartaal|kw|quarter|helft|halfjaar|half\s+jaar|semester|half)\b(?:(?<=kw)\.)?"
)
_OF_THE_YEAR: Final = (
    r"(?:(?:\s+(?:van|of|in))?\s+"
    rf"(?:(?:{THE_YEAR})?(?P<year>{YEAR})\b|{THAT_YEAR}\b"
    r"|(?:het |the )?(?:kalender|calendar\s+)?(?:jaar|year)\b))?"
    # "De tweede helft van de maand", "het eerste kwartaal van de looptijd": no part of a year.
    # In Dutch "of het voorjaar" is another one.
    r"(?!\s+(?:van\s+(?:de|het|dit|deze|die|een|elke?|iedere?)|of\s+(?:the|this|that|an?|each|every))\b)"
)


def _month(match: re.Match[str], origin: Origin) -> Period | None:
    month = MONTH_NUMBERS[match["month"]]
    return origin.meant(match, lambda year: month_period(year, month))


def _month_in_figures(match: re.Match[str], _: Origin) -> Period | None:
    number = int(match["number"])
    return month_period(int(match["year"]), number) if 1 <= number <= len(MONTHS) else None


def _season(match: re.Match[str], origin: Origin) -> Period | None:
    season = SEASON_NUMBERS[match["season"]]
    return origin.meant(match, lambda year: season_period(year, season))


def _winter(match: re.Match[str], _: Origin) -> Period | None:
    year, last = match["year"], match["last"]
    until = int(f"{year[: -len(last)]}{last}")
    return season_period(int(year), 24) if until == int(year) + 1 else None


def _part(match: re.Match[str], origin: Origin) -> Period | None:
    months = 3 if match["piece"] in ("kwartaal", "kw", "quarter") else 6
    number = ORDINALS[match["ordinal"]]
    return origin.meant(match, lambda year: part_period(year, months, number))


def _short_part(match: re.Match[str], origin: Origin) -> Period | None:
    months = 6 if match["piece"].startswith(("h", "s")) else 3
    number, before = int(match["number"]), match["before"]
    if before and not match["year"]:
        return part_period(year_of(before), months, number)
    return origin.meant(match, lambda year: part_period(year, months, number))


# By itself "het komende jaar" is the twelve months from now on; "mei van het komende jaar" is not.
_FROM_NOW: Final = re.compile(r"(?<!\bvan )(?<!\bof )\b(?:het|the)\s\Z")


def _relative(match: re.Match[str], origin: Origin) -> Period | None:
    if origin.day is None:
        return None
    coming_year = match["which"] in COMING and match["unit"] in ("jaar", "year")
    if coming_year and _FROM_NOW.search(match.string, 0, match.start()):
        return None
    shift = (match["which"] in FOLLOWING | COMING) - (match["which"] in PREVIOUS)
    year, month = origin.day.year, origin.day.month
    if match["unit"] in ("jaar", "year"):
        found = year_period(year + shift)
    elif match["unit"] in ("maand", "month"):
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


def _financial_year(match: re.Match[str], _: Origin) -> Period | None:
    """The year that a financial year is called by: where it begins, and ends, differs by country.

    Of "FY2026-27" both years are given, of "FY2026" that it is about one.
    """
    year = match["year"]
    full = year if len(year) > len("26") else f"20{year}"
    if match["last"]:
        return year_period(int(full), int(f"{full[: -len(match['last'])]}{match['last']}"))
    found = year_period(int(full))
    return None if found is None else found.about()


def _one_year(match: re.Match[str], _: Origin) -> Period | None:
    return year_period(year_of(match["year"]))


# By itself "'27" may open a quotation of 27 things.
_SHORTENED_AFTER: Final = "(?:{})".format(
    "|".join(
        rf"(?<=\b{word}[ -])"
        for word in (
            *("begin", "medio", "half", "halverwege", "eind", "einde", "early", "mid", "late"),
            *("in", "van", "of", "voor", "vóór", "na", "uiterlijk", "before", "after", "by"),
            *("kerst", "pasen", "pinksteren", "jaareinde", "nieuw", "christmas", "easter", "end"),
        )
    )
)
_SHORT_PART: Final = (
    rf"\b(?:(?P<before>{WHOLE_YEAR})[ -]?)?"
    r"(?P<piece>q|h|k|kw\.?\s?|kwartaal |quarter )(?P<number>[1-4])\b"
    rf"(?:[ -]?(?:van |of )?(?P<year>{YEAR})\b|\s(?:van |of )?{THAT_YEAR}\b)?"
)
# A half of a month is not a stretch of its own in EDTF; the month is.
_HALF_OF_MONTH: Final = (
    rf"\b(?:(?:de|the)\s+)?{_ORDINAL}\s+(?:helft|half)(?:\s+(?:van|of|in))?\s+"
    rf"{_WHICH}{MONTH}{_OF_YEAR}"
)
_THIS_UNIT: Final = (
    r"\b(?P<which>(?:(?<=begin van )|(?<=loop van )|(?<=eind van )|(?<=einde van ))de(?=\s+maand)"
    r"|dit|deze|het|komende?|volgende?|vorige?|verleden|afgelopen|this|the|next|coming|previous"
    r"|(?<!the )last)"
    rf"\s+(?:kalender|calendar\s+)?(?P<unit>jaar|year|maand|month|kwartaal|quarter)\b(?!\s+{YEAR})(?!\s+ahead)(?!(?<!jaar)(?<!year)\s+(?:of\s+)?(?:{'|'.join(MONTH_NUMBERS)})\b)"
)
# The first of "het eerste en tweede kwartaal van 2027".
_NUMBERED: Final = rf"(?:{'|'.join(ORDINALS)})"
_ONE_OF_PARTS: Final = (
    rf"\b(?:(?:het|de|the)\s+)?{_ORDINAL}(?=(?:,\s+{_NUMBERED}){{0,2}},?\s+(?:en|of|and|or"
    rf"|tot(?:\s+en\s+met)?|t/m|to)\s+(?:(?:het|de|the)\s+)?{_NUMBERED}\s+{_PIECE}"
    rf"{_OF_THE_YEAR}(?!(?:\s+(?:van|of|in))?\s+(?:{'|'.join(MONTH_NUMBERS)})\b))"
)
_PART_FOLLOWS: Final = re.compile(
    r",?\s+(?:(?:nog|al|in|op|on|by|uiterlijk)\s+)?(?:(?:het|de|the)\s+)?"
)
_BETWEEN: Final = re.compile(r"\b(?:tussen|between)\s+(?:\w+\s+){0,2}$")
_PATTERNS: Final = tuple(
    (re.compile(pattern), made)
    for pattern, made in (
        *DAYS,
        (rf"(?<![\d/.-])(?P<number>\d{{1,2}})[-/](?P<year>{WHOLE_YEAR})\b", _month_in_figures),
        (_HALF_OF_MONTH, _month),
        (rf"\b(?:(?:het|de|the)\s+)?{_ORDINAL}\s+{_PIECE}{_OF_THE_YEAR}", _part),
        (_ONE_OF_PARTS, _part),
        (_SHORT_PART, _short_part),
        (rf"\b(?P<season>winter)\b(?:\s+(?:van|of|in))?\s+{_TWO_YEARS}", _winter),
        (rf"\b{_WHICH}(?P<season>{'|'.join(SEASON_NUMBERS)})\b{_OF_YEAR}", _season),
        (rf"\b{_WHICH}{MONTH}{_OF_YEAR}", _month),
        (_THIS_UNIT, _relative),
        (
            rf"\bfy\s?['\u2019]?(?P<year>{WHOLE_YEAR}|[1-4]\d)(?:\s?[/-]\s?(?P<last>{_LAST}))?\b",
            _financial_year,
        ),
        (rf"\b(?:{THE_YEAR})?(?P<year>{WHOLE_YEAR})(?:\s?[/-]\s?(?P<last>{_LAST}))?\b", _years),
        (rf"(?:\b{THE_YEAR}|{_SHORTENED_AFTER})(?P<year>['\u2018\u2019]\d\d)\b(?!-)", _one_year),
    )
)


# What any of them has: whether a phrase may name a stretch at all.
_SOME_NAME: Final = re.compile(
    r"\d|jaar|year|kwartaal|quarter|maand|month|week|helft|half|semester"
    rf"|\b(?:{'|'.join((*MONTH_NUMBERS, *SEASON_NUMBERS))}|{NAMED_DAYS})\b"
)


def periods_in(phrase: str, origin: Origin) -> Iterator[Period]:
    """Yield the stretches that a phrase in small letters names, from left to right.

    Of "mei tot en met juli 2027" the second gives the year of the first.
    """
    found: list[Period] = []
    earlier: tuple[re.Match[str], _Made] | None = None
    for match, made in reversed(list(_matches(phrase))):
        period = made(match, origin)
        later = found[-1] if found else None
        if period and later and earlier and _in_year_before(match, period, later):
            edge = EDGE.search(phrase, 0, match.start())
            if not later.year_given:  # as it is in "volgend jaar juni 2032"
                later = earlier[1](earlier[0], Origin(day=period.first))
            if later is None or (edge and edge["early"] is None and origin.is_past(later)):
                found.pop()  # "later dit jaar, in maart", in November
            else:
                given, end = found[-1].year_given, found[-1].end
                found[-1] = evolve(later, year_given=given, start=match.start(), end=end)
            continue
        earlier = match, made
        if (
            later is not None
            and (period is None or not period.year_given)
            and (leads_on(between := phrase[match.end() : later.start]) or until(between))
            and (later.year_given or _begins_later(period, match, later))
        ):
            period = _year_before(match, made, later, between)
            period = None if period is None else evolve(period, year_given=later.year_given)
        if period is not None:
            found.append(evolve(period, start=match.start(), end=match.end()))
    yield from reversed(found)


def _in_year_before(match: re.Match[str], period: Period, later: Period) -> bool:
    """Whether a year that is counted stands before its part: "volgend jaar in maart"."""
    between = match.string[match.end() : later.start]
    counted = match.re.pattern == _THIS_UNIT and period.unit == "year"
    return counted and later.unit != "year" and _PART_FOLLOWS.fullmatch(between) is not None


def _year_before(match: re.Match[str], made: _Made, later: Period, between: str) -> Period | None:
    """The stretch that leads on to another one, in the year that this has."""
    if not spans(between):  # "juli of de zomer van 2032": of the two July is not earlier
        period = made(match, Origin(day=later.first))
        if period is not None and period.first <= later.last:
            return period
    # "Na mei, maar voor eind 2031" is within the year, and "mei tot juni 2031" before June.
    within = later.unit == "year" and until(between)
    return made(match, Origin(day=later.first - dt.timedelta(days=0 if within else 365)))


def _begins_later(period: Period | None, match: re.Match[str], later: Period) -> bool:
    """Whether a range seems to begin after its end, as it has begun already: "mei tot juli"."""
    start = match.start()
    return (
        period is not None
        and period.first > later.first
        and (
            spans(match.string[match.end() : later.start])
            or DAY_ALONE.fullmatch(match.group()) is not None
            or _BETWEEN.search(match.string, max(0, start - 40), start) is not None
        )
    )


def _matches(phrase: str) -> Iterator[tuple[re.Match[str], _Made]]:
    """Yield what may name a stretch in a phrase, the longest-known form first at each place."""
    if not _SOME_NAME.search(phrase):
        return
    ahead = [(found, made, p) for p, made in _PATTERNS if (found := p.search(phrase))]
    while ahead:
        match, made, _ = min(ahead, key=lambda each: each[0].start())  # of two the one before
        yield match, made
        end = match.end()
        ahead = [
            (again, made, p)
            for found, made, p in ahead
            if (again := found if found.start() >= end else p.search(phrase, end))
        ]
