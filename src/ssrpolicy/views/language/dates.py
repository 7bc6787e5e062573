"""Dates and numbers as Dutch and English readers write them, no more exact than they are known."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from ssrpolicy.arguments import LARGEST_WRITTEN, as_whole, check_number, check_type
from ssrpolicy.model import EdtfDate, Language, check_day, check_language
from ssrpolicy.views.language.labels import label

# British English: day before month, as in the papers of the Dutch government.
_LOCALES: dict[Language, str] = {"nl": "nl_NL", "en": "en_GB"}
_OPEN = ("", "..")
_SEASONS = ("21", "22", "23", "24")
# The first and the last month of each quarter.
_QUARTERS = {("-01", "-03"): 1, ("-04", "-06"): 2, ("-07", "-09"): 3, ("-10", "-12"): 4}
_YEAR = 4
_IN_SEASON = re.compile(rf"-(?:{'|'.join(_SEASONS)})(?![-\d])")


def long_date(date: dt.date, language: Language) -> str:
    """Return a day in words: "29 april 2010", "29 April 2010".

    Raises ValueError for what is not a day, ArgumentError for a language other than nl and en.
    """
    check_day(date, "date")
    check_language(language)
    return _long_date(date, language)


@lru_cache(maxsize=4096)
def _long_date(date: dt.date, language: Language) -> str:
    check_language(language)
    return _formatted(date, "d MMMM y", language)


@lru_cache(maxsize=4096)
def short_date(date: dt.date, language: Language) -> str:
    """Return a day in little room: "29-4-2010", "29 Apr 2010"."""
    return _formatted(date, "d-M-y" if language == "nl" else "d MMM y", language)


def number(amount: Decimal | int, language: Language) -> str:
    """Return a number with the language's separators and the digits it came with: "1.500,25".

    Raises ArgumentTypeError for what is neither a whole number nor a Decimal.
    """
    amount = as_whole(amount)
    if type(amount) is int:
        check_number(amount, "amount", most=LARGEST_WRITTEN)
    else:
        check_type(amount, Decimal, "amount", 'Decimal("1500.25")')
    check_language(language)
    # By its text: 2.50 and 2.5 are equal, and would share a place in the cache.
    return _number(str(amount), language)


@lru_cache(maxsize=4096)
def _number(text: str, language: Language) -> str:
    from babel.numbers import format_decimal  # noqa: PLC0415 - slow to import, not always needed

    amount = Decimal(text)
    exponent = amount.as_tuple().exponent
    digits = "0" * -exponent if isinstance(exponent, int) and exponent < 0 else ""
    pattern = f"#,##0.{digits}" if digits else "#,##0"
    return str(format_decimal(amount, pattern, locale=_LOCALES[language]))


@lru_cache(maxsize=4096)
def edtf_words(date: EdtfDate, language: Language) -> str:
    """Return an EDTF date in words: "het najaar van 2011", "from 2011", "omstreeks juni 2011"."""
    begin, slash, end = date.text.partition("/")
    if not slash:
        return _date_words(begin, language)
    first, last = ("" if each in _OPEN else _date_words(each, language) for each in (begin, end))
    if first and last:
        key = "closed"
    elif first:
        key = "from" if end == ".." else "end_unknown"
    else:
        key = "until" if begin == ".." else "begin_unknown"
    return label(f"interval.{key}", language, first=first, last=last)


def date_to_type(date: EdtfDate, language: Language) -> str:
    """Return an EDTF date as people can type it: "2026-Q3", "omstreeks 2026", "30 juni 2026".

    Where no words are read back as it, it is as a file has it.
    """
    begin, _slash, end = date.text.partition("/")
    quarter = _QUARTERS.get((begin[_YEAR:], end[_YEAR:]))
    if quarter is not None and begin[:_YEAR] == end[:_YEAR]:
        return f"{begin[:_YEAR]}-Q{quarter}"
    from ssrpolicy.evidence.terms import entered_term  # noqa: PLC0415 - its patterns take time

    words = edtf_words(date, language)
    return words if entered_term(words) == date else date.text


def is_season(date: EdtfDate) -> bool:
    """Return whether a date has a season in it, of which not all agree on which day it ends."""
    return _IN_SEASON.search(date.text) is not None


def says_date(
    phrase: str, date: EdtfDate, language: Language, *, days_in: Iterable[Language] = ()
) -> bool:
    """Return whether a phrase gives a date as the language does, or its last day in others too."""
    if edtf_words(date, language).casefold() in phrase.casefold():
        return True
    day = date.last_day
    return day is not None and any(long_date(day, each) in phrase for each in (language, *days_in))


def _formatted(date: dt.date, pattern: str, language: Language) -> str:
    from babel.dates import format_date  # noqa: PLC0415 - slow to import, not always needed

    return str(format_date(date, pattern, locale=_LOCALES[language]))


def _date_words(text: str, language: Language) -> str:
    mark = text[-1] if text[-1] in "~?%" else ""
    words = _exact_words(text.removesuffix(mark), language)
    return label(f"inexact.{mark}", language, date=words) if mark else words


def _exact_words(text: str, language: Language) -> str:
    year, *rest = text.split("-")
    if "X" in year:
        first, last = year.replace("X", "0"), year.replace("X", "9")
        year_words = label("unspecified.decade", language, first=first, last=last)
    else:
        year_words = str(int(year))
    if not rest:
        return year_words
    month = rest[0]
    if month in _SEASONS:
        return label(f"season.{month}", language, year=year, next=f"{int(year) + 1:04d}")
    if month == "XX":
        key = "unspecified.month" if len(rest) == 1 else "unspecified.day"
        return label(key, language, date=year_words)
    if len(rest) > 1 and rest[1] != "XX":
        return long_date(dt.date(int(year), int(month), int(rest[1])), language)
    month_words = _formatted(dt.date(int(year), int(month), 1), "MMMM y", language)
    return month_words if len(rest) == 1 else label("unspecified.day", language, date=month_words)
