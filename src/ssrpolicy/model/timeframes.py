"""When something is to happen: in the source's words, and as exactly as it states a date.

Dates are in the Extended Date/Time Format, levels 0 and 1.
Source: Library of Congress, EDTF specification (2019), also ISO 8601-2. Times of day, years
outside 0000 to 9999 and exponents are left out: no letter to Parliament states a term so.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from attrs import Attribute, field, frozen

from ssrpolicy.arguments import converted
from ssrpolicy.fields import by_fields
from ssrpolicy.messages import _, marked
from ssrpolicy.model.texts import invalid_value, made_of, plain_text
from ssrpolicy.model.vocabulary import Firmness, Schedule, to_any_firmness

_START = re.compile(
    r"\b(?:met ingang van|ingaande|as (?:of|from)|with effect from)\b"
    r"|^\W*(?:vanaf|sinds|sedert|from|since|starting)\b",
    re.IGNORECASE,
)
# What has an end as well, or counts from there.
_ENDS = re.compile(
    r"\b(?:tot|t/m|uiterlijk|binnen|until|till|to|through|by|within|no later than)\b", re.IGNORECASE
)

_DATE = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?P<mark>[?~%])?",
    re.ASCII,
)
_MONTHS = range(1, 13)
# EDTF numbers the seasons 21 (spring) to 24 (winter). A winter is that which begins in December
# of its year, so that it ends on the last day of February of the next.
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}

EXAMPLES = marked(
    "2011, 2011-06, 2011-06-30, 2011-22 (summer), 2011-23 (autumn), 2011~ (about 2011), 2011/2014, "
    "2011/.."
)


def check_day(day: object, name: str) -> None:
    """Raise ArgumentTypeError when ``day`` is not a calendar day; in Python a moment is a date too.

    Which day a moment is on depends on where one stands.
    """
    if not isinstance(day, dt.date) or isinstance(day, dt.datetime):
        raise invalid_value(
            _("{name} is {day!r:.60}, not a calendar day (datetime.date)", name=name, day=day),
            converted(day, name, dt.date),
            of_type=False,
        )


def calendar_day(_instance: object, attribute: Attribute[Any], day: object) -> None:
    """Validate a calendar day, or None where that is the default."""
    if day is not None or attribute.default is not None:
        check_day(day, attribute.name)


def _last_of_month(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def _bounds(text: Any) -> tuple[dt.date, dt.date, bool]:
    """Return the first day, the last day and whether the date is marked as not exact."""
    match = _DATE.fullmatch(text) if isinstance(text, str) else None
    if match is None:
        raise invalid_value(
            _(
                "{text!r:.60} is not a date in EDTF; examples are {examples}",
                text=text,
                examples=_(EXAMPLES),
            ),
            of_type=isinstance(text, str),
        )
    year, month, day = match["year"], match["month"], match["day"]
    inexact = match["mark"] is not None or "X" in text
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if low == 0:
        raise invalid_value(_("{text!r}: this calendar has no year 0000", text=text))
    if month is None or month == "XX":
        if day is not None and day != "XX":
            raise invalid_value(_("{text!r} gives a day without a month", text=text))
        return dt.date(low, 1, 1), dt.date(high, 12, 31), inexact
    if "X" in year:
        raise invalid_value(_("{text!r} gives a month in a year that is not given", text=text))
    return *_part_of_year(text, low, int(month), day), inexact


def _part_of_year(text: str, year: int, month: int, day: str | None) -> tuple[dt.date, dt.date]:
    if month in _SEASONS:
        if day is not None:
            raise invalid_value(_("{text!r} gives a day in a season", text=text))
        begin, end = _SEASONS[month]
        return dt.date(year, begin, 1), _last_of_month(min(year + (end < begin), dt.MAXYEAR), end)
    if month not in _MONTHS:
        raise invalid_value(
            _(
                "{text!r}: {month:02} is neither a month (01-12) nor a season (21-24)",
                text=text,
                month=month,
            )
        )
    if day is None or day == "XX":
        return dt.date(year, month, 1), _last_of_month(year, month)
    try:
        exact = dt.date(year, month, int(day))
    except ValueError:
        raise invalid_value(
            _("{text!r}: that month has no day {day}", text=text, day=day)
        ) from None
    return exact, exact


@frozen(repr=False)
@by_fields
class EdtfDate:
    """A date or interval in EDTF, kept as written; equal when written the same.

    ``first_day`` and ``last_day`` bound it, each None where the interval is open or unknown on
    that side. ``approximate`` is true for uncertain (``?``), approximate (``~``), both (``%``)
    and unspecified (``X``) dates.

    Attributes:
        text: the date as it is written in EDTF.
    """

    text: str
    first_day: dt.date | None = field(init=False, eq=False)
    last_day: dt.date | None = field(init=False, eq=False)
    approximate: bool = field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        first, last, approximate = _parsed(self.text)
        object.__setattr__(self, "first_day", first)
        object.__setattr__(self, "last_day", last)
        object.__setattr__(self, "approximate", approximate)

    @classmethod
    def of(cls, day: dt.date) -> EdtfDate:
        """Return the EDTF date of one calendar day."""
        check_day(day, "day")
        return cls(day.isoformat())

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"EdtfDate({self.text!r})"


edtf_date = made_of(EdtfDate, 'EdtfDate("2011-06-30")')
"""Validates a field that holds a date in EDTF."""


def _parsed(text: Any) -> tuple[dt.date | None, dt.date | None, bool]:
    if not isinstance(text, str):
        return _bounds(text)
    begin, slash, end = text.partition("/")
    if not slash:
        return _bounds(text)
    first: dt.date | None = None
    last: dt.date | None = None
    inexact = False
    if begin not in ("", ".."):
        first, __, mark = _bounds(begin)
        inexact = inexact or mark
    if end not in ("", ".."):
        __, last, mark = _bounds(end)
        inexact = inexact or mark
    if first is None and last is None:
        raise invalid_value(_("{text!r} is an interval without a beginning or an end", text=text))
    if first is not None and last is not None and last < first:
        raise invalid_value(_("{text!r} ends before it begins", text=text))
    return first, last, inexact


# Whether a term has passed is asked of it again and again.
@lru_cache(maxsize=4096)
def _only_starts(phrase: str) -> bool:
    return bool(_START.search(phrase)) and not _ENDS.search(phrase)


@frozen(kw_only=True)
@by_fields
class Timeframe:
    """A term: always the source's phrase, and a date only where the phrase gives one.

    Attributes:
        phrase: the words of the source.
        date: the day or span that they give, in EDTF: 2026-12, 2026-01/2026-03; None where they
            give none.
        after: what must happen first: words, or the id of a statement.
        firmness: how firm the term is; it may be weaker than the commitment.
    """

    phrase: str = field(validator=plain_text)
    date: EdtfDate | None = field(default=None, validator=edtf_date)
    after: str | None = field(default=None, validator=plain_text)
    firmness: Firmness | None = field(default=None, converter=to_any_firmness)

    @property
    def start_only(self) -> bool:
        """Whether it says only from when on something is done ("met ingang van 2036")."""
        if self.date is not None and "/" in self.date.text:
            return False
        return _only_starts(self.phrase)

    @property
    def due(self) -> dt.date | None:
        """The last day of the term; None without a date, in an open interval, and for a start."""
        return None if self.date is None or self.start_only else self.date.last_day

    @property
    def approximate(self) -> bool:
        """Whether the date is marked as uncertain or approximate."""
        return self.date is not None and self.date.approximate


timeframe = made_of(Timeframe, 'Timeframe(phrase="...")')
"""Validates a field that holds a term."""


DUE_SOON = dt.timedelta(days=30)
"""How long before its last day a term counts as due soon."""


def since(said: Sequence[tuple[object, dt.date]], value: object) -> dt.date | None:
    """Return since when a value has stood, of what was said with its day; None where another does.

    The days are those of the documents, not those of the recording; None says nothing.
    """
    first: dt.date | None = None
    for each, day in reversed(said):
        if each is None:
            continue
        if each is not value:
            break
        first = day if first is None else min(first, day)
    return first


def schedule_of(
    due: dt.date | None, as_of: dt.date, *, met_on: dt.date | None, said: bool, continuous: bool
) -> Schedule:
    """Return what the calendar says of a term, by its last day and the day on which it was met."""
    if continuous and due is None:
        return Schedule.CONTINUOUS
    if met_on is not None:
        return Schedule.MET if due is None or met_on <= due else Schedule.MET_LATE
    if said:
        return Schedule.SAID_MET
    if due is None:
        return Schedule.UNDATED
    if as_of > due:
        return Schedule.OVERDUE
    return Schedule.DUE_SOON if due - as_of <= DUE_SOON else Schedule.UPCOMING
