"""Bounds and dates follow the source's words: a ceiling is a ceiling, and no date is invented."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from ssrpolicy.evidence.terms import MONTHS
from ssrpolicy.model.documents import Passage
from ssrpolicy.model.edtf import EdtfDate
from ssrpolicy.model.quantities import BOUNDS
from ssrpolicy.model.record import PolicyRecord
from ssrpolicy.model.traversal import quantified, terms
from ssrpolicy.model.vocabulary import Severity
from ssrpolicy.rules.definition import Remark, rule
from ssrpolicy.rules.messages import in_quotes
from ssrpolicy.rules.wording.seasons import against_seasons
from ssrpolicy.rules.wording.words import one_line, stated_numbers

# Words right before a number, with the bounds that fit them, Dutch and English; the one that they
# give comes first.
_BEFORE: Final = (
    (
        re.compile(
            r"(?:maximaal|hoogstens|ten hoogste|hooguit|niet meer dan|een maximum van"
            r"|at most|up to|no more than|not more than|a maximum of)\Z"
        ),
        ("at_most",),
    ),
    (
        re.compile(
            r"(?:minimaal|minstens|ten minste|tenminste|op zijn minst|niet minder dan"
            r"|een minimum van|meer dan|at least|no fewer than|no less than|a minimum of"
            r"|more than)\Z"
        ),
        ("at_least",),
    ),
    (
        re.compile(
            r"(?:circa|ca\.|ongeveer|om en nabij|zo'n|bijna|naar schatting|rond de"
            r"|about|approximately|around|nearly|roughly|an estimated)\Z"
        ),
        ("about", "at_least", "at_most"),
    ),
    (re.compile(r"\bruim\Z"), ("at_least", "about", "at_most")),
)
# How these words end: whether one of them can be there at all.
_LAST_LETTERS: Final = (
    *("aal", "ens", "ste", "hooguit", " dan", " van", "most", "up to", " of", "ijn", "least"),
    *("than", "rca", "ca.", "veer", "bij", "zo'n", "jna", "ting", "rond de", "about", "tely"),
    *("around", "arly", "ghly", "mated", "ruim"),
)
_REACH = 24
# The beginnings of all these words: whether to look closer at all.
_BOUND_WORD: Final = re.compile(
    r"maxim|hoogst|hooguit|meer|most|up to|up\s|more|minim|minst|minder|least|few|less|circa|ca\."
    r"|ongeveer|nabij|zo.n|ruim|bijna|schatting|rond|about|approx|nearly|rough|estimat",
    re.IGNORECASE,
)

_MONTH_NUMBERS: Final = {
    name: number for number, names in enumerate(MONTHS, start=1) for name in names
}
_MONTH: Final = re.compile(rf"\b(?:{'|'.join(_MONTH_NUMBERS)})\b")
_YEAR: Final = re.compile(r"\b(?:1[89]|2[01])\d\d\b")
_BEFORE_WORD: Final = re.compile(r"\b(?:v[oó][oó]r|before|prior to)\b")
_OVER_NEW_YEAR: Final = re.compile(r"\d{4} ?[/-] ?\d{2}|\b(?:winter|kerst|christmas)")
# What gives a date without figures or the name of a month.
_CALENDAR: Final = re.compile(
    r"\d|\b(?:voorjaar|zomer|zomerreces|najaar|herfst|herfstreces|winter|lente|kerst|kerstreces"
    r"|meireces|prinsjesdag|begroting|kwartaal|semester|reces|week|weken|maand|maanden|halfjaar"
    r"|spring|summer|autumn|fall|christmas|recess|budget|quarter|weeks?|months?|fortnight"
    r"|vandaag|morgen|today|tomorrow)\b"
    r"|\b(?:dit|volgend|komend|vorig|this|next|coming)e? (?:jaar|year)\b"
    r"|\b(?:einde?|begin|loop|end|course) (?:van |of )?(?:het |dit |the |this )?(?:jaar|year)\b"
)


@rule("bound-contradicted", Severity.WARNING)
def bound_contradicted(record: PolicyRecord) -> Iterator[Remark]:
    """A number is recorded with another bound than the words before it give.

    "Maximaal 100 personen" is a ceiling: it can be exceeded and never be reached as a target.
    "Ten minste" is a floor, and "circa" is not exact.

    Example: `{ exactly = 100, unit = "person" }`, where the quote has "maximaal 100 personen".

    What to do: take the bound that the words give: `at_most`, `at_least`, `about`.
    """
    for entry, path in quantified(record):
        bounds = [
            (index, bound, value)
            for index, quantity in enumerate(entry.quantities)
            for bound in BOUNDS
            if (value := getattr(quantity, bound)) is not None
        ]
        # Most fit plainly, which is seen at once; to look for words in the quotes takes longer.
        if all(_fits_plainly(entry.quotes, bound, value) for _, bound, value in bounds) or not any(
            _BOUND_WORD.search(passage.quote) for passage in entry.quotes
        ):
            continue
        said = [
            (number.value, one_line(quote[max(0, number.start - _REACH) : number.start]))
            for quote, number in stated_numbers(record, entry)
        ]
        for index, bound, value in bounds:
            before = [words for number, words in said if number == value]
            against = [found for words in before if (found := _against(bound, words))]
            # Where the source has the number twice, one fitting place is enough.
            if against and len(against) == len(before):
                words, given = against[0]
                yield Remark(
                    message=f"The quote has {in_quotes(f'{words} {value:f}')}, recorded as "
                    f"{bound}.",
                    hint=f"Take {given}.",
                    place=(*path, "quantities", index),
                )


def _fits_plainly(quotes: Iterable[Passage], bound: str, value: Decimal) -> bool:
    """Whether a quote has the number in plain digits, after words that its bound fits.

    Most have; reading every number of a quote takes far longer.
    """
    for passage in quotes:
        before, found, after = passage.quote.partition(f"{value:f}")
        alone = before[-1:] in (" ", "\n") and after[:1] in (" ", "\n")
        if found and alone and not before.rstrip()[-1:].isdigit():
            return _against(bound, one_line(before[-_REACH - 1 :])) is None
    return False


def _against(bound: str, before: str) -> tuple[str, str] | None:
    """Return the words before a number that do not fit its bound, with the bound they give."""
    if not before.endswith(_LAST_LETTERS):
        return None
    for pattern, fitting in _BEFORE:
        if (match := pattern.search(before)) is not None:
            return None if bound in fitting else (match[0], fitting[0])
    return None


@rule("date-not-in-phrase", Severity.WARNING)
def date_not_in_phrase(record: PolicyRecord) -> Iterator[Remark]:
    """A term has a date that its phrase does not give, or contradicts.

    A date is recorded only where the source's words give one; a date that a form demanded is how
    terms are faked. The phrase must name the year or the month, or have words that lead to a day
    from the document's date ("dit najaar", "binnen zes weken", "voor het zomerreces").

    Example: `{ phrase = "de komende jaren", date = "2012" }`; or `{ phrase = "Vóór 1 juli 2031",
    date = "2032-06-30" }`.

    What to do: leave out the date, and the term is shown in its own words; or correct it.
    """
    for term, _, path in terms(record):
        if term.date is not None and (message := _contradiction(term.phrase, term.date)):
            yield Remark(
                message=message, hint="Leave out the date, or correct it.", place=(*path, "date")
            )


def _contradiction(text: str, date: EdtfDate) -> str | None:
    """Return how a date goes beyond the phrase of its term, or against it; None where it fits."""
    phrase = one_line(text)
    years = {int(year) for year in _YEAR.findall(phrase)}
    months = {_MONTH_NUMBERS[name] for name in _MONTH.findall(phrase)}
    if not years and not months and not _CALENDAR.search(phrase):
        return f"The phrase {in_quotes(text)} gives no date, but {date} is recorded."
    days = [day for day in (date.first_day, date.last_day) if day is not None]
    if any(day.year in years and day.month in months for day in days):
        return None
    before = _BEFORE_WORD.search(phrase) is not None
    # "Vóór 1 januari 2032" is met in December 2031; "2031/32" and a winter end a year later.
    after = _OVER_NEW_YEAR.search(phrase) is not None
    allowed = years | {y - 1 for y in years if before} | {y + 1 for y in years if after}
    if years and not any(day.year in allowed for day in days):
        return f"The phrase {in_quotes(text)} names another year than {date}."
    allowed_months = months | {(month - 2) % 12 + 1 for month in months if before}
    exact = len(days) == 1 or (days[0].year, days[0].month) == (days[-1].year, days[-1].month)
    if months and exact and not any(day.month in allowed_months for day in days):
        return f"The phrase {in_quotes(text)} names another month than {date}."
    # A month within a season says more exactly what is meant.
    if not months and against_seasons(phrase, years, date.first_day, date.last_day):
        return f"The phrase {in_quotes(text)} names another season than {date}."
    return None
