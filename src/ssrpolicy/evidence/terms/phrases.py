"""The phrase of a term read as a date in EDTF, or as nothing where it gives none.

"Eind 2026" is the year, "voor de zomer" nothing, "binnen twee maanden" is counted from the
paper's date, and "jaarlijks" recurs. A start ("vanaf 2026") is not a term.
"""

import datetime as dt
import re
from typing import Final

from attrs import evolve, field, frozen

from ssrpolicy.evidence.terms.amounts import counted_day
from ssrpolicy.evidence.terms.edges import EDGE, leads_on, spans
from ssrpolicy.evidence.terms.named import periods_in
from ssrpolicy.evidence.terms.periods import Origin, Period
from ssrpolicy.model import EdtfDate


@frozen(kw_only=True)
class TermReading:
    """What the phrase of a term gives.

    ``date`` is None where it gives none. ``counted_from`` is the day from which the phrase
    counts ("binnen twee maanden"). ``year_from_paper`` says that the year is not in the phrase.
    ``recurring`` terms come back ("jaarlijks"); a ``start`` ("vanaf 2026") is where something
    begins, and no term. ``counts`` says that the phrase counts, also from a day that is not known;
    ``named`` are the first and last days of the stretches of the calendar that it names;
    ``occasion`` says that it names a day that stands in no phrase, such as that of the budget.
    """

    date: EdtfDate | None = None
    counted_from: dt.date | None = None
    year_from_paper: bool = False
    recurring: bool = False
    start: dt.date | None = None
    counts: bool = field(default=False, eq=False)
    named: tuple[tuple[dt.date, dt.date], ...] = field(default=(), eq=False)
    occasion: bool = field(default=False, eq=False)


_NOTHING: Final = TermReading()
_COUNTS: Final = TermReading(counts=True)
_OCCASION: Final = TermReading(occasion=True)

_RECURRING: Final = re.compile(
    r"\b(?:jaarlijkse?|halfjaarlijkse?|maandelijkse?|wekelijkse?|annual(?:ly)?|yearly|monthly"
    r"|quarterly|periodiek|(?:ieder|iedere|elk|elke|every|each)\s+(?:half\s+|twee\s+|two\s+"
    r"|drie\s+|three\s+|vier\s+|four\s+|zes\s+|six\s+)?"
    r"(?:jaar|halfjaar|kwartaal|maand|week|year|quarter|month|half-year|months|years|maanden|jaren)"
    r"|per\s+(?:jaar|kwartaal|maand|year|quarter|month)"
    r"|(?:een|twee|drie|vier|once|twice)\s?(?:maal|keer)?\s+(?:per|a)\s+(?:jaar|year))\b"
)
# Days of the House, of the budget and of the year: which ones they are stands in no phrase.
_OCCASIONS: Final = re.compile(
    r"reces(?!si)|vakantie|\b(?:prinsjesdag|verantwoordingsdag|holidays?\b|budgets?\b)"
    r"|begroting(?!sjaar)|belastingplan|\bjaarwisseling\b"
    r"|\b(?:voorjaars|najaars|miljoenen)nota"
    # These lie in the year that is named with them.
    r"|\b(?:kerst(?:mis|dag(?:en)?)?|christmas|pasen|easter|pinksteren|pentecost|oud\s+en\s+nieuw"
    r"|jaareinde|year-end|nieuwe\s+jaar|new\s+year|augustusbesluitvorming)\b"
    r"(?!(?:\s+(?:van|of|in))?\s+(?:(?:1[89]|2[01])\d\d|['\u2018\u2019]\d\d)\b)"
)
_START: Final = re.compile(
    r"\b(?:met\s+ingang\s+van|vanaf|sinds|sedert|as\s+of|as\s+from|from|since|starting(?:\s+in)?)"
    r"\s+(?:(?:het|de|the|begin|medio|eind|early|mid|late)\s+)*$"
)
_BEFORE: Final = re.compile(
    r"(?P<planned>(?:gepland|voorzien|geagendeerd|beoogd|staat|staan|scheduled|planned)\s+)?"
    r"\b(?:v[oó][oó]r|voorafgaande?\s+aan|before|prior\s+to|ahead\s+of)\s+(?:(?:het|de|the)\s+)?$"
)
_AFTER: Final = re.compile(
    r"\b(?:na|after)\s+(?:(?:afloop|ommekomst)\s+van\s+)?(?:(?:het|de|the)\s+)?$"
)
# An event between such a word and its own day: "vóór het debat van donderdag 21 mei".
_EVENT: Final = re.compile(
    r"\b(?:het|de|the|een|an?)\s+(?:(?!(?:uiterlijk|v[oó][oó]r|na|before|after|by|from|vanaf)\b)"
    r"[^\s,.;:()]+\s+){1,7}(?:van|op|of|on)\s+$"
)
_WEEKDAY: Final = re.compile(
    r"\b(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\s+$"
)
_BY: Final = re.compile(
    r"\b(?:uiterlijk|niet\s+later\s+dan|by|no\s+later\s+than|on|op)\s+(?:op\s+)?$"
)
# "Niet eerder dan 2027": from then on, and by no day.
_EARLIEST: Final = re.compile(
    r"\b(?:niet|not?)\s+(?:v[oó][oó]r|eerder\s+dan|before|earlier\s+than|sooner\s+than)"
    r"\s+(?:(?:het|de|the)\s+)?$|\b(?:op\s+zijn|op\s+z'n|ten)\s+vroegste?\s+(?:(?:in|op)\s+)?"
    r"(?:(?:het|de|the)\s+)?$"
)
_OR_LATER: Final = re.compile(
    r"\s*(?:op\s+zijn\s+vroegst|of\s+later|at\s+the\s+earliest|or\s+later)\b"
)
_ABOUT: Final = re.compile(
    r"\b(?:rond|omstreeks|ongeveer|circa|ca\.|naar\s+verwachting\s+rond|around|about|approximately)"
    r"\s+(?:(?:het|de|the)\s+)?$"
)


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
    if _RECURRING.search(text):
        return TermReading(recurring=True)
    origin = Origin(day=paper_date, undertaking=undertaking)
    counted = counted_day(text, language, origin)
    if counted is not None and counted.day is not None:
        return TermReading(date=EdtfDate.of(counted.day), counted_from=counted.start, counts=True)
    if counted is not None:
        return _COUNTS
    found = list(periods_in(text, origin))
    occasion = _OCCASIONS.search(text) is not None
    if occasion:  # "voor het zomerreces, uiterlijk 30 juni 2027" has a day all the same
        found = [each for each in found if each.unit == "day" and _BY.search(text[: each.start])]
    if not found:
        return _OCCASION if occasion else _NOTHING
    return evolve(_bounded(text, found), named=tuple((each.first, each.last) for each in found))


def _bounded(text: str, found: list[Period]) -> TermReading:
    """What the first stretch of a phrase gives, by the words around it."""
    first, last, spanned = found[0], found[0], False
    for each in found[1:]:
        between = text[last.end : each.start]
        if not leads_on(between):
            break
        last, spanned = each, spanned or spans(between)
    before = text[: first.start]
    edge = EDGE.search(before)
    early = edge is not None and edge["early"] is not None
    lead = before[: edge.start()] if edge else before
    if first.unit == "day":
        lead = _EVENT.sub("", _WEEKDAY.sub("", lead))
    if _EARLIEST.search(lead) or _OR_LATER.match(text, last.end):
        return _dated(f"{first.text.split('/', maxsplit=1)[0]}/..", first)
    starts, ends, follows = _START.search(before), _BEFORE.search(lead), _AFTER.search(lead)
    bounded = starts or follows or (ends and not ends["planned"])
    # "Na mei of juni" is after May at the earliest, "tussen mei en juni" and "mei tot juni" both.
    if last is not first and (spanned or not bounded):
        return _joined(first, last)
    if starts:
        return TermReading(start=first.first)
    if bounded:
        # "Voor eind 2026" leaves the year's end; "voor begin 2026" and "na de zomer" no day.
        if early or first.unit == "season":
            return _NOTHING
        return _after(first) if follows else _ending_before(first, whole=edge is not None)
    about = early or _ABOUT.search(before)
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
    text = {"year": f"{day.year:04}", "day": day.isoformat()}.get(
        period.unit, f"{day.year:04}-{day.month:02}"
    )
    return _dated(f"{text}/..", period)


def _joined(first: Period, last: Period) -> TermReading:
    """From the one to the other: "tussen juni en september 2026"."""
    begin, end = first.text.split("/", maxsplit=1)[0], last.text.rsplit("/", maxsplit=1)[-1]
    try:
        date = EdtfDate(f"{begin}/{end}")
    except ValueError:
        return _NOTHING
    return TermReading(date=date, year_from_paper=not last.year_given)
