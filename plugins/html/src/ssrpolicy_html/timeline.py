"""The time line as a picture: every document, update and term at its place, in per cent."""

import datetime as dt
import math
from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter

from attrs import frozen

from ssrpolicy.views import LANES, Moment, ReadingPage, label, long_date

LISTED = 400
"""How many moments are listed one by one as the text alternative; more are counted by year."""

LEAST = 5
"""So many moments make a time line; fewer are read sooner in the entries themselves."""

_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1_000)
_MOST_TICKS = 6
_MARGIN = 2.0
_LEAST_DAYS = 60
_RADIUS = 4.0
_WIDEST_RADIUS = 9.0


@frozen(kw_only=True)
class Dot:
    """One or more moments at one place of a lane."""

    at: str
    radius: str
    tone: str
    title: str
    lead: str


@frozen(kw_only=True)
class Lane:
    """The moments of one sort, as dots on a line."""

    key: str
    label: str
    dots: tuple[Dot, ...]


@frozen(kw_only=True)
class Tick:
    """A year under the line."""

    at: str
    text: str


@frozen(kw_only=True)
class Timeline:
    """The time line: lanes of dots, years, the day of the report, and the same in text."""

    about: str
    today: str
    day: str
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    listed: tuple[Moment, ...]
    counted: tuple[tuple[str, tuple[int, ...]], ...]


def timeline(reading: ReadingPage) -> Timeline | None:
    """Return the time line of a page; None where few things have a date."""
    found = reading.moments
    if len(found) < LEAST:
        return None
    scale = _Scale(min(found[0].date, reading.as_of), max(found[-1].date, reading.as_of))
    language = reading.language
    return Timeline(
        about=label(
            "page.line_about",
            language,
            first=long_date(found[0].date, language),
            last=long_date(found[-1].date, language),
            day=long_date(reading.as_of, language),
        ),
        today=scale.at(reading.as_of),
        day=long_date(reading.as_of, language),
        lanes=tuple(
            Lane(
                key=lane,
                label=label(f"reading_event.{lane}", language),
                dots=_dots([moment for moment in found if moment.lane == lane], scale),
            )
            for lane in LANES
        ),
        ticks=tuple(scale.ticks()),
        listed=found if len(found) <= LISTED else (),
        counted=() if len(found) <= LISTED else _counted(found),
    )


class _Scale:
    """Days along the line, from a margin at the left to one at the right."""

    def __init__(self, first: dt.date, last: dt.date) -> None:
        self._first = first.toordinal()
        self._days = max(last.toordinal() - self._first, _LEAST_DAYS)
        self._years = (first.year, last.year)

    def at(self, day: dt.date) -> str:
        """Return the place of a day, in per cent."""
        part = (day.toordinal() - self._first) / self._days
        return f"{_MARGIN + part * (100 - 2 * _MARGIN):.2f}%"

    def ticks(self) -> list[Tick]:
        """Return the beginnings of years, at most a handful."""
        first, last = self._years
        years = range(first + 1, last + 1) if last > first else range(first, first + 1)
        step = next((s for s in _STEPS if len(years) / s <= _MOST_TICKS), _STEPS[-1])
        shown = [year for year in years if year % step == 0] or [years[0]]
        days = [(max(dt.date(year, 1, 1).toordinal(), self._first), year) for year in shown]
        return [Tick(at=self.at(dt.date.fromordinal(day)), text=str(year)) for day, year in days]


def _dots(moments: Sequence[Moment], scale: _Scale) -> tuple[Dot, ...]:
    """The dots of one lane; moments that would lie over each other make one, the larger."""
    places: dict[str, list[Moment]] = {}
    for day, found in groupby(moments, key=attrgetter("date")):
        # Half a per cent is about the width of a dot on a wide screen.
        place = round(float(scale.at(day).removesuffix("%")) * 2) / 2
        places.setdefault(f"{place:.1f}%", []).extend(found)
    return tuple(_dot(at, found) for at, found in places.items())


def _dot(at: str, moments: Sequence[Moment]) -> Dot:
    first = moments[0]
    radius = min(_RADIUS + 2 * math.log10(len(moments)), _WIDEST_RADIUS)
    tones = Counter(moment.tone for moment in moments)
    title = f"{first.day}: {first.text}" + (f" – {first.about}" if first.about else "")
    if len(moments) > 1:
        title += f" (+{len(moments) - 1})"
    return Dot(
        at=at,
        radius=f"{radius:.1f}",
        tone=max(tones, key=lambda tone: (tone == "overdue", tones[tone])),
        title=title,
        lead=f"{first.record}/{first.entry}",
    )


def _counted(moments: Sequence[Moment]) -> tuple[tuple[str, tuple[int, ...]], ...]:
    counts = Counter((moment.date.year, moment.lane) for moment in moments)
    years = sorted({year for year, _ in counts})
    return tuple((str(year), tuple(counts[year, lane] for lane in LANES)) for year in years)
