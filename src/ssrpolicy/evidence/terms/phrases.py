"""The phrase of a term read as a date in EDTF, or as nothing where it gives none.

"Eind 2026" is the year, "voor de zomer" nothing, "binnen twee maanden" is counted from the
paper's date, and "jaarlijks" recurs. A start ("vanaf 2026") is not a term.
"""

import datetime as dt
import re
from typing import Final

from attrs import evolve, field, frozen

from ssrpolicy.arguments import ClosedVocabulary
from ssrpolicy.evidence.terms.amounts import counted_day
from ssrpolicy.evidence.terms.days import DAY_ALONE, other_weekday
from ssrpolicy.evidence.terms.edges import (
    ABOUT,
    AFTER,
    BEFORE,
    BY,
    EARLIEST,
    EDGE,
    ITS_EVENT,
    ONWARDS,
    OR_LATER,
    START,
    before_meeting,
    bounds_event,
    leads_on,
    spans,
    until,
    without_event,
)
from ssrpolicy.evidence.terms.named import periods_in
from ssrpolicy.evidence.terms.occasions import (
    is_before_event,
    is_event,
    is_occasion,
    is_some_day,
    recurs,
)
from ssrpolicy.evidence.terms.periods import Origin, Period
from ssrpolicy.model import EdtfDate


class Says(ClosedVocabulary):
    """What a phrase of time states: the last day, the first day, how often, or at what event."""

    DEADLINE = "deadline"
    START = "start"
    RECURRING = "recurring"
    EVENT = "event"
    SOME_DAY = "some day"
    NOTHING = "nothing"


@frozen(kw_only=True)
class TermReading:
    """What the phrase of a term gives.

    ``says`` sums it up: an ``EVENT`` leads to no day, ``SOME_DAY`` is only that it is not now.
    ``date`` is None where it gives none. ``counted_from`` is the day from which the phrase
    counts ("binnen twee maanden"). ``year_from_paper`` says that the year is not in the phrase.
    ``recurring`` terms come back ("jaarlijks"); a ``start`` ("vanaf 2026") is where something
    begins, and no term. ``counts`` says that the phrase counts, also from a day that is not known;
    ``named`` are the first and last days of the stretches of the calendar that it names;
    ``occasion`` says that it names a day that stands in no phrase, such as that of the budget;
    ``other_weekday`` that the day it names is on another day of the week than it says.
    """

    date: EdtfDate | None = None
    counted_from: dt.date | None = None
    year_from_paper: bool = False
    recurring: bool = False
    start: dt.date | None = None
    counts: bool = field(default=False, eq=False)
    named: tuple[tuple[dt.date, dt.date], ...] = field(default=(), eq=False)
    occasion: bool = field(default=False, eq=False)
    other_weekday: bool = field(default=False, eq=False)
    says: Says = field(default=Says.NOTHING, eq=False)


# "Niet in 2027" says when not. "Niet voor 2027" is from then on.
_NOT_THEN: Final = re.compile(
    r"\A(?:ook\s+)?(?:niet|not)\s+(?:(?:meer|langer|any\s+more)\s+)?(?:(?:in|op|binnen|tijdens|on|within|during)\s|dit\b|deze\b|this\b)"
)
# What stands after it is then: "niet dit jaar, maar in 2032".
_BUT_THEN: Final = re.compile(r",?\s+(?:maar|doch|but)\s+")

_NOTHING: Final = TermReading()
_COUNTS: Final = TermReading(counts=True)
_OCCASION: Final = TermReading(occasion=True)
_OTHER_WEEKDAY: Final = TermReading(other_weekday=True)


def read_term(
    phrase: str,
    *,
    language: str = "nl",
    paper_date: dt.date | None = None,
    undertaking: bool = True,
) -> TermReading:
    """Return what a term's phrase gives, read in the language of its paper.

    ``paper_date`` places what has no year and is counted from where the phrase names no other
    day. A month that is past is the next year's in an ``undertaking``, else it is that month.
    """
    text = " ".join(phrase.split()).lower()
    origin = Origin(day=paper_date, undertaking=undertaking)
    reading = _read(_without_denied(text), language, origin)
    return evolve(reading, says=_meaning(text, reading))


def _without_denied(text: str) -> str:
    """What is given instead where a phrase begins with when not; nothing where that is all."""
    while denied := _NOT_THEN.search(text):
        then = _BUT_THEN.search(text, denied.end())
        text = text[then.end() :] if then else ""
    return text


def _read(text: str, language: str, origin: Origin) -> TermReading:
    if recurs(text):
        return TermReading(recurring=True)
    if is_before_event(text):
        return _NOTHING
    counted = counted_day(text, language, origin)
    if counted is not None and counted.day is not None:
        return TermReading(date=EdtfDate.of(counted.day), counted_from=counted.start, counts=True)
    if counted is not None:
        return _COUNTS
    found = list(periods_in(text, origin))
    occasion = is_occasion(text)
    if occasion:  # "voor het zomerreces, uiterlijk 30 juni 2027" has a day all the same
        found = [each for each in found if each.unit == "day" and _is_its_day(text[: each.start])]
    if not found:
        return _OCCASION if occasion else _NOTHING
    # "Maandag 6 mei 2031", which is a Tuesday: one of the two is a slip.
    slip = any(other_weekday(text, each) is not None for each in found)
    return evolve(
        _OTHER_WEEKDAY if slip else _bounded(text, found, origin),
        named=tuple((each.first, each.last) for each in found),
    )


def _is_its_day(before: str) -> bool:
    """Whether the words before a day say that it is the last one, or that of an event."""
    return BY.search(before) is not None or without_event(before) != before


def _meaning(text: str, reading: TermReading) -> Says:
    if reading.recurring:
        return Says.RECURRING
    if reading.start is not None:
        return Says.START
    if reading.date is not None:
        return Says.DEADLINE
    if reading.counts or reading.occasion or is_event(text):
        return Says.EVENT
    return Says.SOME_DAY if is_some_day(text) else Says.NOTHING


def _bounded(text: str, found: list[Period], origin: Origin) -> TermReading:
    """What the first stretch of a phrase gives, by the words around it."""
    first, last, spanned = found[0], found[0], False
    for each in found[1:]:
        between = text[last.end : each.start]
        if not leads_on(between):
            break
        last, spanned = each, spanned or spans(between)
    before = text[: first.start]
    edge = EDGE.search(before)
    # "Begin volgend jaar, uiterlijk 1 maart": a year has an early part, and a day has not.
    early = edge is not None and edge["early"] is not None and first.unit != "day"
    lead = before[: edge.start()] if edge else before
    if first.unit == "day":
        lead = without_event(lead)
    elif bounds_event(lead):
        by_month = first is last and first.unit == "month" and edge is None
        return _dated(first.text, first) if by_month and before_meeting(lead) else _NOTHING
    starts = START.search(before) or START.search(lead)
    opens = OR_LATER.match(text, last.end) or (not starts and ONWARDS.match(text, last.end))
    if EARLIEST.search(lead) or opens:
        begin = _dated(f"{first.text.split('/', maxsplit=1)[0]}/..", first)
        return _closed(text, found, begin)
    ends, follows = BEFORE.search(lead), AFTER.search(lead)
    bounded = starts or follows or (ends and not ends["planned"])
    # "Na mei of juni" is after May at the earliest, "tussen mei en juni" and "mei tot juni" both.
    if last is not first and (spanned or not bounded):
        slip = DAY_ALONE.fullmatch(text, first.start, first.end) and first.text[:7] != last.text[:7]
        return _NOTHING if slip else _joined(first, last)  # "van 20 tot 10 mei"
    if starts:
        late = edge is not None and not early
        return TermReading(start=first.last if late else first.first)
    if bounded:
        # "Voor eind 2026" leaves the year's end; "voor begin 2026" and "na de zomer" no day.
        # "After the May elections" may be in May.
        # "Voor mei" in May is a slip, or next year's.
        begun = ends and edge is None and origin.has_begun(first)
        vague = early or begun or first.unit == "season" or ITS_EVENT.match(text, last.end)
        after = _closed(text, found, _after(first)) if follows else None
        return _NOTHING if vague else after or _ending_before(first, whole=edge is not None)
    about = early or ABOUT.search(before)
    return _dated(first.about().text if about else first.text, first)


def _dated(text: str, period: Period) -> TermReading:
    return TermReading(date=EdtfDate(text), year_from_paper=not period.year_given)


def _ending_before(period: Period, *, whole: bool) -> TermReading:
    """The day before a stretch; the ``whole`` of it where its end is what is named."""
    if whole:
        return _dated(period.text, period)
    if period.first == dt.date.min:  # no day is earlier
        return _NOTHING
    day = period.first - dt.timedelta(days=1)
    return _dated(day.isoformat(), period)


def _after(period: Period) -> TermReading:
    """An open interval from the next stretch of the same size on."""
    if period.last == dt.date.max:  # no day is later
        return _NOTHING
    day = period.last + dt.timedelta(days=1)
    text = f"{day.year:04}-{day.month:02}"
    if period.unit in ("day", "days"):
        text = day.isoformat()
    elif period.unit == "year":
        text = f"{day.year:04}"
    return _dated(f"{text}/..", period)


def _closed(text: str, found: list[Period], opened: TermReading) -> TermReading:
    """What begins with the first stretch, until the second: "na 1 mei, maar vóór 1 juni"."""
    first, last = found[0], found[1] if found[1:] else found[0]
    how = until(text[first.end : last.start]) if last is not first else None
    if how is None or opened.date is None:
        return opened
    whole = how["end"] is not None or how["before"] is None
    end = _ending_before(last, whole=whole).date
    try:
        date = end and EdtfDate(f"{opened.date.text[:-2]}{end.text.rsplit('/', maxsplit=1)[-1]}")
    except ValueError:
        return _NOTHING
    return TermReading(date=date, year_from_paper=not last.year_given)


def _joined(first: Period, last: Period) -> TermReading:
    """From the one to the other: "tussen juni en september 2026"."""
    begin, end = first.text.split("/", maxsplit=1)[0], last.text.rsplit("/", maxsplit=1)[-1]
    try:
        date = EdtfDate(f"{begin}/{end}")
    except ValueError:
        return _NOTHING
    return TermReading(date=date, year_from_paper=not last.year_given)
