"""How long it is from one day to another, as people count it."""

from __future__ import annotations

import calendar
import datetime as dt

from ssrpolicy.model import Language
from ssrpolicy.views.language.labels import label
from ssrpolicy.views.language.numerals import counted_in_words

_A_YEAR = 12
# Below two of either, the smaller unit says more: 45 days, eighteen months.
_FEWEST = 2


def span(first: dt.date, last: dt.date, language: Language) -> str:
    """Return the time between two days in words: "32 dagen", "meer dan twee jaar".

    Under two months it is counted in days, under two years in whole months, and then in whole
    years; where a part of one is left over, it is "more than" that. The order of the days does
    not matter.
    """
    first, last = sorted((first, last))
    months = _whole_months(first, last)
    if months < _FEWEST:
        return counted_in_words("days", (last - first).days, language)
    if months < _FEWEST * _A_YEAR:
        key, amount, left = "months", months, _later(first, months) < last
    else:
        years = months // _A_YEAR
        key, amount, left = "years", years, _later(first, years * _A_YEAR) < last
    words = counted_in_words(key, amount, language)
    return label("sentence.more_than", language, span=words) if left else words


def _whole_months(first: dt.date, last: dt.date) -> int:
    months = (last.year - first.year) * _A_YEAR + last.month - first.month
    return months - (_later(first, months) > last)


def _later(day: dt.date, months: int) -> dt.date:
    """The same day so many months later, or the last of that month where it is shorter."""
    years, month = divmod(day.month - 1 + months, _A_YEAR)
    year = day.year + years
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
