"""The phrase of a term read as a date in EDTF, or as nothing where it gives none.

"Eind 2026" is the year, "voor de zomer" nothing, "binnen twee maanden" is counted from the
paper's date, and "jaarlijks" recurs. A start ("vanaf 2026") is not a term.
"""

import calendar
import datetime as dt
import re
from decimal import Decimal
from typing import Final

from attrs import evolve, field, frozen

from ssrpolicy.evidence.numbers.words import language_of, number_word
from ssrpolicy.evidence.terms.calendar import DAYS_IN, MONTHS_IN
from ssrpolicy.evidence.terms.periods import Origin, Period, periods_in
from ssrpolicy.model import EdtfDate


@frozen(kw_only=True)
class TermReading:
    """What the phrase of a term gives.

    ``date`` is None where it gives none. ``counted_from`` is the day from which the phrase
    counts ("binnen twee maanden"). ``year_from_paper`` says that the year is not in the phrase.
    ``recurring`` terms come back ("jaarlijks"); a ``start`` ("vanaf 2026") is where something
    begins, and no term. ``counts`` says that the phrase counts, also from a day that is not known;
    ``named`` are the first and last days of the stretches of the calendar that it names.
    """

    date: EdtfDate | None = None
    counted_from: dt.date | None = None
    year_from_paper: bool = False
    recurring: bool = False
    start: dt.date | None = None
    counts: bool = field(default=False, eq=False)
    named: tuple[tuple[dt.date, dt.date], ...] = field(default=(), eq=False)


_NOTHING: Final = TermReading()
_COUNTS: Final = TermReading(counts=True)

_RECURRING: Final = re.compile(
    r"\b(?:jaarlijkse?|halfjaarlijkse?|maandelijkse?|wekelijkse?|annual(?:ly)?|yearly|monthly"
    r"|quarterly|periodiek|(?:ieder|iedere|elk|elke|every|each)\s+(?:half\s+|twee\s+|two\s+"
    r"|drie\s+|three\s+|vier\s+|four\s+|zes\s+|six\s+)?"
    r"(?:jaar|halfjaar|kwartaal|maand|week|year|quarter|month|half-year|months|years|maanden|jaren)"
    r"|per\s+(?:jaar|kwartaal|maand|year|quarter|month)"
    r"|(?:een|twee|drie|vier|once|twice)\s?(?:maal|keer)?\s+(?:per|a)\s+(?:jaar|year))\b"
)
# Days of the House and of the budget: which ones they are stands in no phrase.
_HOUSE_CALENDAR: Final = re.compile(
    r"reces|vakantie|prinsjesdag|verantwoordingsdag|kerst|begroting|ontwerpbegroting|recess|holiday"
    r"|budget|christmas|pasen|easter|(?:voorjaars|najaars|miljoenen)nota|belastingplan|jaarwisseling"
)
_COUNTED: Final = re.compile(
    r"(?:\b(?P<lead>binnen|over|within|komende?|aankomende|volgende?|next|coming|in)\s+"
    r"(?:(?:nu|now)\s+(?:en|and)\s+)?(?:de|het|the|a\s+period\s+of|een\s+periode\s+van)?\s*"
    r"(?:komende?|coming|next)?\s*)?"
    r"(?:ongeveer|circa|ca\.|uiterlijk|about|some)?\s*\b"
    rf"(?P<number>\d{{1,3}}|[^\W\d_]+)\s+(?P<half>half\s+)?"
    rf"(?P<unit>{'|'.join((*MONTHS_IN, *DAYS_IN))})\b(?P<rest>.*)",
    re.DOTALL,
)
_AFTER_EVENT: Final = re.compile(r"\s*(?:na|after|following|vanaf|sinds|from|of|as of)\b")
_THE_PAPER: Final = re.compile(
    r"\s*(?:na|after|following|vanaf|from|of)\s+(?:(?:de|the)\s+)?"
    r"(?:dagtekening|heden|nu\b|vandaag|today|verzending van deze brief|deze brief"
    r"|(?:the date of )?this letter|dit schrijven)"
)
_START: Final = re.compile(
    r"\b(?:met\s+ingang\s+van|vanaf|sinds|sedert|as\s+of|as\s+from|from|since|starting(?:\s+in)?)"
    r"\s+(?:(?:het|de|the|begin|medio|eind|early|mid|late)\s+)*$"
)
_UNTIL: Final = re.compile(r"^\s*(?:tot(?:\s+en\s+met)?|t/m|en|of|to|until|and|or|-|–|/)\s*$")
_BEFORE: Final = re.compile(
    r"(?P<planned>(?:gepland|voorzien|geagendeerd|beoogd|staat|staan|scheduled|planned)\s+)?"
    r"\b(?:v[oó][oó]r|before|prior\s+to)\s+(?:(?:het|de|the)\s+)?$"
)
_AFTER: Final = re.compile(r"\b(?:na|after)\s+(?:(?:het|de|the)\s+)?$")
_EDGE: Final = re.compile(
    r"(?:\b(?P<early>begin|medio|half|halverwege|early|mid|(?:the\s+)?(?:beginning|start|middle))"
    r"|\b(?:het\s+|the\s+)?(?:einde?|late|end)|\b(?:later|nog|ergens|in\s+de\s+loop))"
    r"(?:\s+(?:van|of|in))?[\s-]+(?:(?:het|de|the)\s+)?$"
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
    counted = _counted(text, language, origin)
    if counted is not None:
        return counted
    if _HOUSE_CALENDAR.search(text):
        return _NOTHING
    found = list(periods_in(text, origin))
    if not found:
        return _NOTHING
    return evolve(_bounded(text, found), named=tuple((each.first, each.last) for each in found))


def _counted(text: str, language: str, paper: Origin) -> TermReading | None:
    """What a phrase gives that counts days, weeks, months or years; None where it does not."""
    match = _COUNTED.search(text)
    if match is None:
        return None
    amount = _amount(match, language)
    if amount is None or not (match["lead"] or _AFTER_EVENT.match(match["rest"])):
        return None
    if match["lead"] == "in" and language_of(language) != "en":
        return None
    origin = paper.day
    if _AFTER_EVENT.match(match["rest"]) and not _THE_PAPER.match(match["rest"]):
        days = periods_in(match["rest"], paper)
        origin = next((period.first for period in days if period.unit == "day"), None)
    day = None if origin is None else _later(origin, amount, match["unit"])
    if day is None:
        return _COUNTS
    return TermReading(date=EdtfDate.of(day), counted_from=origin, counts=True)


def _amount(match: re.Match[str], language: str) -> Decimal | None:
    word = match["number"]
    if word.isdecimal():
        amount = Decimal(word)
    else:
        value = number_word(word, language_of(language))
        article = word in ("a", "an", "een", "één")
        if value is None and not article:
            return None
        amount = Decimal(1) if article else (value or (Decimal(1), False))[0]
    return amount / 2 if match["half"] else amount


def _later(day: dt.date, amount: Decimal, unit: str) -> dt.date | None:
    """Return the day that is so much later; None where no whole days come of it."""
    if unit in DAYS_IN:
        days = amount * DAYS_IN[unit]
        try:
            return None if days % 1 else day + dt.timedelta(days=int(days))
        except OverflowError:
            return None
    months = amount * MONTHS_IN[unit]
    if months % 1:
        return None
    year, month = divmod(day.year * 12 + day.month - 1 + int(months), 12)
    if year > dt.MAXYEAR:
        return None
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _bounded(text: str, found: list[Period]) -> TermReading:
    """What the first stretch of a phrase gives, by the words around it."""
    first = found[0]
    before = text[: first.start]
    if _START.search(before):
        return TermReading(start=first.first)
    second = found[1] if len(found) > 1 else None
    if second is not None and _UNTIL.match(_without_edge(text[first.end : second.start])):
        return _joined(first, second)
    edge = _EDGE.search(before)
    early = edge is not None and edge["early"] is not None
    lead = before[: edge.start()] if edge else before
    ends, follows = _BEFORE.search(lead), _AFTER.search(lead)
    if (ends and not ends["planned"]) or follows:
        # "Voor eind 2026" leaves the year's end; "voor begin 2026" and "na de zomer" no day.
        if early or first.unit == "season":
            return _NOTHING
        if follows:
            return _after(first)
        return _dated(first.text, first) if edge else _ending_before(first)
    if early or _ABOUT.search(before):
        first = first.about()
    return _dated(first.text, first)


def _without_edge(words: str) -> str:
    return _EDGE.sub("", f"{words.strip()} ").strip()


def _dated(text: str, period: Period) -> TermReading:
    return TermReading(date=EdtfDate(text), year_from_paper=not period.year_given)


def _ending_before(period: Period) -> TermReading:
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


def _joined(first: Period, second: Period) -> TermReading:
    """From the one to the other: "tussen juni en september 2026"."""
    if not first.year_given and second.year_given and first.unit == second.unit == "month":
        year = second.first.year - (first.first.month > second.first.month)
        first_text = f"{year:04}-{first.first.month:02}"
    else:
        first_text = first.text.split("/", maxsplit=1)[0]
    try:
        date = EdtfDate(f"{first_text}/{second.text.rsplit('/', maxsplit=1)[-1]}")
    except ValueError:
        return _NOTHING
    return TermReading(date=date, year_from_paper=not second.year_given)
