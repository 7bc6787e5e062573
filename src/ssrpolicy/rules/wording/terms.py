"""The date of a term is the one that its phrase gives, and not before the paper it stands in."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final, TypeAlias

from ssrpolicy.evidence.terms import MONTH_NUMBERS, SEASONS, spreadsheet_year, term_paper
from ssrpolicy.messages import _
from ssrpolicy.model import (
    Commitment,
    Condition,
    EdtfDate,
    PolicyRecord,
    Request,
    Severity,
    Statement,
    Timeframe,
    Update,
    terms,
)
from ssrpolicy.rules.definition import Remark, rule
from ssrpolicy.rules.messages import date_in_full, in_full, in_quotes
from ssrpolicy.rules.wording.seasons import against_seasons
from ssrpolicy.rules.wording.weekdays import against_weekday
from ssrpolicy.rules.wording.words import one_line

# Those that most records do not need are compiled where they are first used.
_MONTH: Final = rf"\b(?:{'|'.join(MONTH_NUMBERS)})\b"
_WHOLE_DAY: Final = rf"\b([0-9]{{1,2}}) (?:of )?({'|'.join(MONTH_NUMBERS)})\.? ([0-9]{{4}})\b"
_YEAR: Final = r"\b(?:1[89]|2[01])\d\d\b"
_BEFORE_WORD: Final = re.compile(r"\b(?:v[oó][oó]r|before|prior to)\b")
_OVER_NEW_YEAR: Final = (
    r"\d{4} ?[/-] ?\d{2}|\b(?:winter|kerst|christmas|jaarverslag|jaarrekening"
    r"|annual (?:report|accounts))"
)
# What gives a date without figures or the name of a month.
_CALENDAR: Final = (
    r"\d|\b(?:voorjaar|zomer|najaar|herfst|winter|lente|kwartaal|semester|week|weken|maand"
    r"|maanden|halfjaar|spring|summer|autumn|fall|quarter|weeks?|months?|fortnight"
    r"|prinsjesdag|verantwoordingsdag|vandaag|morgen|(?:maan|dins|woens|donder|vrij|zater|zon)dag|today|tomorrow"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
    r"|\b(?:dit|volgend|komend|vorig|this|next|coming)e? (?:jaar|year)\b"
    r"|\b(?:einde?|begin|loop|end|course) (?:van |of )?(?:het |dit |the |this )?(?:jaar|year)\b"
)

_SEASON: Final = rf"(?i)\b(?:{'|'.join(n for names in SEASONS.values() for n in names)})\b"
_NAMED_YEAR: Final = re.compile(r"(?:\w+ ){0,5}(?:1[89]|2[01])\d\d")

# Only words with one of these can be of a day before their paper.
_MAY_BE_PAST: Final = (
    rf"(?i){_YEAR}|['’]\d\d\b|\b(?:vorig|afgelopen|verleden|voorgaand|last|previous|past)e?\b"
    r"|\b(?:jl|jongstleden)\b"
)
# Words that are a day or a period and nothing else: a year in a name is not one.
_DATE_WORDS: Final = (
    rf"(?i)(?:\W|\b(?:(?:1[89]|2[01])\d\d|\d{{1,2}}(?:e|de|ste|st|nd|rd|th)?|q[1-4]"
    rf"|{'|'.join(MONTH_NUMBERS)}|{'|'.join(n for names in SEASONS.values() for n in names)}"
    r"|zo|spoedig|snel|mogelijk|as|soon|possible|korte|termijn|nog|maar|doch|but|ieder|elk|geval"
    r"|any|case|niet|not|dan|tussen|between|per|aan|from|k[1-4]|h[12]|fy|financial|boekjaar"
    r"|prinsjesdag|verantwoordingsdag|kerst(?:mis)?|pasen|pinksteren|christmas|easter"
    r"|uiterlijk|v[oó][oó]r|ultimo|binnen|tegen|rond|tot|met|in|op|van|de|het|deze?|dit|en|na"
    r"|before|prior|to|by|no|later|than|at|the|latest|within|on|of|this|and|until|after"
    r"|begin|medio|half|halverwege|einde?|loop|helft|early|mid|late|end|beginning|course|start"
    r"|eerste|tweede|derde|vierde|laatste|first|second|third|fourth|last|vorige?|afgelopen"
    r"|verleden|voorgaande?|previous|past|jl|jongstleden|dag(?:en)?|we(?:e)?ken?|maand(?:en)?"
    r"|kwartaal|halfjaar|jaar|days?|weeks?|months?|quarter|years?|een|twee|drie|vier|vijf|zes"
    r"|zeven|acht|negen|tien|twaalf|one|two|three|four|five|six|seven|eight|nine|ten|twelve"
    r"|(?:zomer|kerst|voorjaars|mei|herfst)reces|recess|(?:maan|dins|woens|donder|vrij|zater|zon)dag"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)+"
)
_DEADLINE: Final = (
    r"(?i)(?!.*\b(?:na|after)\b)\W*(?:uiterlijk|v[oó][oó]r|before|by|prior to|no later than)\b"
)

_Entry: TypeAlias = Request | Statement | Update


@rule("term-before-paper", Severity.WARNING)
def term_before_paper(record: PolicyRecord) -> Iterator[Remark]:
    """A term of what is still to be done ends before the paper that states it.

    What is undertaken, asked or awaited lies ahead. A day in the past is a slip, most often in
    the year: Excel makes of a year that is typed into a cell for dates, such as 2034, the 26th of
    July 1905. Claims, positions and engagements may well be about the past.

    Where no date is recorded, words that name a past day are reported too.

    Example: `{ phrase = "uiterlijk 1 juni", date = "2016-06-01" }` in a letter of March 2026; or
    `{ phrase = "uiterlijk 1 juni 2016" }`.

    What to do: correct the date of the term, or that of the paper.
    """
    statements = {statement.id: statement for statement in record.statements}
    for term, entry, path in terms(record):
        made = statements.get(entry.statement) if isinstance(entry, Update) else entry
        if not isinstance(made, Request | Commitment | Condition):
            continue
        paper = entry.document or made.document
        date = record.dates.get(paper)
        if date is None:
            continue
        if term.due is not None and term.due < date:
            yield Remark(
                message=_(
                    "The timeframe ends on {due}, and {paper} is of {date}.",
                    due=in_full(term.due),
                    paper=paper,
                    date=in_full(date),
                ),
                hint=_meant(term.due),
                place=(*path, "date"),
            )
        elif term.date is None and _words_end_before(date, term.phrase, record, entry):
            yield Remark(
                message=_(
                    "The timeframe {phrase} ends before {date}, the date of {paper}.",
                    phrase=in_quotes(term.phrase),
                    paper=paper,
                    date=in_full(date),
                ),
                hint=_("Correct the words of the timeframe, or the date of the paper."),
                place=(*path, "phrase"),
            )


def _words_end_before(date: dt.date, phrase: str, record: PolicyRecord, entry: _Entry) -> bool:
    """Whether words without a date are one that ends before the day of their paper."""
    if not re.search(_MAY_BE_PAST, phrase) or not re.fullmatch(_DATE_WORDS, phrase):
        return False
    from ssrpolicy.evidence.terms import read_term  # noqa: PLC0415 - slow to load, and few terms name a year without a date

    paper = term_paper(record, entry)
    readings = [
        read_term(phrase, language=paper.language, paper_date=date, undertaking=ahead)
        for ahead in (True, False)
    ]
    given = [each.date for each in readings if each.date is not None]
    if given:
        return all(each.last_day is not None and each.last_day < date for each in given)
    years = [int(each) for each in re.findall(_YEAR, phrase)]
    return bool(re.match(_DEADLINE, phrase) and years) and max(years) < date.year


def _meant(day: dt.date) -> str:
    year = spreadsheet_year(day)
    if year is None:
        return _("Correct the date of the timeframe, or that of the paper.")
    return _(
        "Was the year {year} meant, which Excel took for a day? Correct the date of the "
        "timeframe, or that of the paper.",
        year=year,
    )


@rule("date-not-in-phrase", Severity.WARNING)
def date_not_in_phrase(record: PolicyRecord) -> Iterator[Remark]:
    """A term has a date that its phrase does not give, or contradicts.

    A date is recorded only where the source's words give one; one that is filled in because a form
    asks for it is an invented term. The phrase must name the year or the month, or have words that
    lead to a day from the document's date ("dit najaar", "binnen zes weken", "voor het
    zomerreces"). Such a period is counted from the day that the phrase names, or else from the
    document's date.

    Where the phrase names a day of the week that its date is not, one of the two is a slip.

    Example: `{ phrase = "de komende jaren", date = "2012" }`; or `{ phrase = "Vóór 1 juli 2031",
    date = "2032-06-30" }`; or `{ phrase = "binnen twee maanden", date = "2030-01-01" }` in a
    letter of 2026.

    What to do: leave out the date, and the term is shown in its own words; or correct it.
    """
    for term, entry, path in terms(record):
        if message := against_weekday(record, term, entry) or _contradiction(record, term, entry):
            yield Remark(
                message=message, hint=_("Leave out the date, or correct it."), place=(*path, "date")
            )


def _contradiction(record: PolicyRecord, timeframe: Timeframe, entry: _Entry) -> str | None:
    """Return how a date goes beyond the phrase of its term, or against it; None where it fits."""
    phrase, date = timeframe.phrase, timeframe.date
    if date is None or _plainly_given(one_line(phrase), date):
        return None
    from ssrpolicy.evidence.terms import read_term  # noqa: PLC0415 - slow to load, and most terms are given plainly

    paper = term_paper(record, entry)
    # What is promised for a past month is next year's; what was planned for it is not.
    promised, planned = (
        read_term(phrase, language=paper.language, paper_date=paper.date, undertaking=ahead)
        for ahead in (True, False)
    )
    given = [each.date for each in (promised, planned) if each.date is not None]
    fits = any(_overlap(date, (each.first_day, each.last_day)) for each in given)
    if fits or (promised.counts and not given):
        return None
    if promised.counts and promised.date is not None and promised.counted_from is not None:
        return _(
            "The phrase {phrase} gives {given}, counted from {start}, but {date} is recorded.",
            phrase=in_quotes(phrase),
            given=date_in_full(promised.date),
            start=in_full(promised.counted_from),
            date=date_in_full(date),
        )
    years = {each.first_day.year for each in given if each.first_day and promised.year_from_paper}
    message = _against_words(phrase, date, years, occasion=promised.occasion)
    # The seasons of people are longer than those of the calendar, and are among the words.
    if message or not given or re.search(_SEASON, phrase):
        return message
    named = (*promised.named, *planned.named)
    quoted = " ".join(passage.quote for passage in entry.quotes)
    elsewhere = promised.year_from_paper and any(str(d.year) in quoted for d in _days(date))
    if elsewhere or any(_overlap(date, each) for each in named):
        return None
    return _(
        "The phrase {phrase} gives {given}, but {date} is recorded.",
        phrase=in_quotes(phrase),
        given=date_in_full(given[0]),
        date=date_in_full(date),
    )


def _days(date: EdtfDate) -> list[dt.date]:
    return [day for day in (date.first_day, date.last_day) if day is not None]


def _overlap(date: EdtfDate, days: tuple[dt.date | None, dt.date | None]) -> bool:
    first, last = days
    begin, end = date.first_day or date.last_day, date.last_day or dt.date.max
    return (last is None or begin is None or begin <= last) and (first is None or first <= end)


def _plainly_given(phrase: str, date: EdtfDate) -> bool:
    """Whether the phrase has the date in full, as most do: "uiterlijk 1 juni 2032", "in 2033"."""
    if date.text.isdecimal():
        return _NAMED_YEAR.fullmatch(phrase) is not None and date.text in phrase
    day = date.last_day
    if day is None or _BEFORE_WORD.search(phrase):
        return False
    wanted = (day.day, day.month, day.year)
    return wanted in (
        (int(written), MONTH_NUMBERS[month], int(year))
        for written, month, year in re.findall(_WHOLE_DAY, phrase)
    )


def _against_words(text: str, date: EdtfDate, placed: set[int], *, occasion: bool) -> str | None:
    """Return which word of a phrase a date goes against; ``placed`` are the years it can mean."""
    phrase = one_line(text)
    of = {"phrase": in_quotes(text), "date": date_in_full(date)}
    years = {int(year) for year in re.findall(_YEAR, phrase)}
    months = {MONTH_NUMBERS[name] for name in re.findall(_MONTH, phrase)}
    named = years or months or placed or occasion
    if not named and not re.search(_CALENDAR, phrase):
        return _("The phrase {phrase} gives no date, but {date} is recorded.", **of)
    days = _days(date)
    if any(day.year in years and day.month in months for day in days):
        return None
    before = _BEFORE_WORD.search(phrase) is not None
    # "Vóór 1 januari 2032" is met in December 2031;
    # "2031/32", a winter and the account of a year end a year later.
    after = re.search(_OVER_NEW_YEAR, phrase) is not None
    # A budget is handed in, and its plans are made, in the year before.
    before = before or occasion
    allowed = years | {y - 1 for y in years if before} | {y + 1 for y in years if after}
    if years and not any(day.year in allowed for day in days):
        return _("The phrase {phrase} names another year than {date}.", **of)
    allowed_months = months | {(month - 2) % 12 + 1 for month in months if before}
    exact = len(days) == 1 or (days[0].year, days[0].month) == (days[-1].year, days[-1].month)
    if months and exact and not any(day.month in allowed_months for day in days):
        return _("The phrase {phrase} names another month than {date}.", **of)
    # A month within a season says more exactly what is meant.
    if not months and any(
        against_seasons(phrase, each, date.first_day, date.last_day)
        for each in (years, *([placed] if placed else []))
    ):
        return _("The phrase {phrase} names another season than {date}.", **of)
    return None
