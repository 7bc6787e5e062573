"""Numbers, quantities and spans of time in words."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable

from ssrpolicy.arguments import check_number, check_type
from ssrpolicy.errors import UnknownIdError
from ssrpolicy.messages import _
from ssrpolicy.model import Language, Quantity
from ssrpolicy.similar import nearest_or_all
from ssrpolicy.views.language.dates import number
from ssrpolicy.views.language.labels import label, words

_A_YEAR = 12
# Below two of either, the smaller unit says more: 45 days, eighteen months.
_FEWEST = 2


def in_words(amount: int, language: Language) -> str:
    """Return a number as a sentence has it: "zeven", "seven", and "67" or "1.500" beyond twenty."""
    if str(amount) in words("numeral"):
        return label(f"numeral.{amount}", language)
    return number(amount, language)


def counted(key: str, amount: int, language: Language) -> str:
    """Return a number with its noun: ``counted("commitments", 3, "en")``, "3 commitments".

    Raises UnknownIdError for a noun that is not known, ArgumentTypeError for what is not a number.
    """
    amount = check_number(amount, "amount")
    return _with_noun(key, amount, number(amount, language), language)


def counted_in_words(key: str, amount: int, language: Language) -> str:
    """Return a number in words with its noun: "three commitments"."""
    return _with_noun(key, amount, in_words(amount, language), language)


def counted_together(amounts: Iterable[tuple[str, int]], language: Language) -> list[str]:
    """Return numbers with their nouns for one sentence: all in words, or all in digits.

    A sentence that says "67 statements and fourteen instruments" would count in two ways.
    """
    pairs = list(amounts)
    spelt = all(in_words(amount, language).isalpha() for _, amount in pairs)
    written = counted_in_words if spelt else counted
    return [written(key, amount, language) for key, amount in pairs]


def _with_noun(key: str, amount: int, written: str, language: Language) -> str:
    nouns = words("count")
    check_type(key, str, "key", '"records"')
    if key not in nouns:
        raise UnknownIdError(
            _("No noun is called {key!r:.80}.", key=key), hint=nearest_or_all(key, nouns)
        )
    one, many = nouns[key][language]
    return f"{written} {one if amount == 1 else many}"


def quantity_words(quantity: Quantity, language: Language) -> str:
    """Return a quantity in words, with the source's bound: "ten hoogste 100 personen per jaar"."""
    parts = [amount_words(quantity, language)]
    if quantity.per is not None:
        parts.append(f"{label('bound.per', language)} {unit_words(quantity.per, language)}")
    if quantity.of is not None:
        parts.append(f"({quantity.of.text(language)})")
    return " ".join(parts)


def amount_words(quantity: Quantity, language: Language) -> str:
    """Return a quantity's bound, number and unit, without the period and what is counted."""
    unit, numbers = quantity.unit, quantity.numbers
    before, after = (
        words(table).get(unit, {}).get(language, "") for table in ("sign_before", "sign_after")
    )
    amount = f" {label('bound.to', language)} ".join(
        f"{before}{number(each, language)}{after}" for each in numbers
    )
    if len(numbers) == 1:
        for bound in ("about", "at_least", "at_most"):
            if getattr(quantity, bound) is not None:
                amount = f"{label(f'bound.{bound}', language)} {amount}"
    if before or after:
        return amount
    return f"{amount} {unit_words(unit, language, plural=abs(numbers[-1]) != 1)}"


def unit_words(unit: str, language: Language, *, plural: bool = False) -> str:
    """Return the word for a unit; a unit that no list has stands as it was recorded."""
    for table in ("sign_before", "sign_after"):
        if unit in words(table):
            return str(words(table)[unit][language]).strip()
    known = words("unit").get(unit)
    return unit if known is None else str(known[language][plural])


def span(first: dt.date, last: dt.date, language: Language) -> str:
    """Return the time between two days in words: "32 dagen", "meer dan twee jaar".

    Under two months it is counted in days, under two years in whole months, and then in whole
    years; where a part of one is left over, it is "more than" that. The order of the days does
    not matter.
    """
    first, last = sorted((first, last))
    months = (last.year - first.year) * _A_YEAR + last.month - first.month
    months -= _later(first, months) > last
    if months < _FEWEST:
        return counted_in_words("days", (last - first).days, language)
    key, unit = ("months", 1) if months < _FEWEST * _A_YEAR else ("years", _A_YEAR)
    amount = months // unit
    whole = counted_in_words(key, amount, language)
    left = _later(first, amount * unit) < last
    return label("sentence.more_than", language, span=whole) if left else whole


def _later(day: dt.date, months: int) -> dt.date:
    """The same day so many months later, or the last of that month where it is shorter."""
    years, month = divmod(day.month - 1 + months, _A_YEAR)
    year = day.year + years
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
