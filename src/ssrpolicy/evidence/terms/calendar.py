"""The words of the calendar, Dutch and English: months, seasons, parts of a year, units."""

import datetime as dt
import re
from typing import Final

MONTHS: Final = (
    ("januari", "january", "jan"),
    ("februari", "february", "feb", "febr"),
    ("maart", "march", "mrt", "mar"),
    ("april", "april", "apr"),
    ("mei", "may"),
    ("juni", "june", "jun"),
    ("juli", "july", "jul"),
    ("augustus", "august", "aug"),
    ("september", "september", "sept", "sep"),
    ("oktober", "october", "okt", "oct"),
    ("november", "november", "nov"),
    ("december", "december", "dec"),
)
"""The months, each by its Dutch name, its English one, and what is short."""

SEASONS: Final = {
    21: ("voorjaar", "lente", "spring"),
    22: ("zomer", "summer"),
    23: ("najaar", "herfst", "autumn", "fall"),
    24: ("winter",),
}
"""The seasons by their numbers in EDTF; a winter is that which begins in December."""

MONTH_NUMBERS: Final = {name: n for n, names in enumerate(MONTHS, start=1) for name in names}
"""The number of each month by any of its names."""
SEASON_NUMBERS: Final = {name: n for n, names in SEASONS.items() for name in names}

ORDINALS: Final = {
    **dict.fromkeys(("eerste", "1e", "1ste", "first", "1st"), 1),
    **dict.fromkeys(("tweede", "2e", "2de", "second", "latter", "2nd"), 2),
    **dict.fromkeys(("derde", "3e", "3de", "third", "3rd"), 3),
    **dict.fromkeys(("vierde", "4e", "4de", "fourth", "4th"), 4),
    **dict.fromkeys(("laatste", "last", "final"), -1),
}
"""Which part of a year is meant; -1 is the last."""

MONTHS_IN: Final = {
    **dict.fromkeys(("maand", "maanden", "month", "months"), 1),
    **dict.fromkeys(("kwartaal", "kwartalen", "quarter", "quarters"), 3),
    **dict.fromkeys(("halfjaar", "semester", "semesters"), 6),
    **dict.fromkeys(("jaar", "jaren", "year", "years"), 12),
}
DAYS_IN: Final = {
    **dict.fromkeys(("dag", "dagen", "day", "days"), 1),
    **dict.fromkeys(("week", "weken", "weeks"), 7),
    **dict.fromkeys(("fortnight", "fortnights"), 14),
}

WHOLE_YEAR: Final = r"(?:1[89]|2[01])\d\d"
# After a month or a part of a year it may be shortened: "najaar '26".
YEAR: Final = rf"(?:{WHOLE_YEAR}|['\u2018\u2019]\d\d)"
THE_YEAR: Final = (
    r"(?:(?:het|the)\s+)?(?:(?:nieuwe|new)\s+)?(?:kalender|begrotings)?(?:jaar|year)\s+"
)
#: The year that is counted from that of the paper: "in mei van volgend jaar".
THAT_YEAR: Final = (
    r"(?:(?:het|the)\s+)?(?P<that>dit|(?:eerst)?volgende?|(?:aan)?komende?|vorige?|verleden|afgelopen"
    r"|this|next|coming|previous|last|past)\s+(?:kalender|begrotings|calendar\s+)?(?:jaar|year)"
)
#: After a day or month: the last one that is over, "1 mei jl.", "on 1 May last".
AGO: Final = (
    r",?\s+(?P<ago>j\.?l\b\.?|l\.?l\b\.?|jongstleden|laatstleden|last(?=\s*(?:[,.;)]|$)))(?!\w)"
)
_CENTURY_TURNS: Final = 80
MONTH: Final = (
    rf"(?P<month>{'|'.join(sorted(MONTH_NUMBERS, key=len, reverse=True))})\b"
    r"(?:\.(?=\s?['\u2019\d]))?"
)
# In English a month has a capital: "each line may be joined" names none.
NO_MONTH: Final = re.compile(r"\bm(?=(?:ay|arch)\b)")

_SPREADSHEET_ORIGIN: Final = dt.date(1899, 12, 30)
_TYPED_YEARS: Final = range(1990, 2100)


def spreadsheet_year(day: dt.date) -> int | None:
    """Return the year of which a spreadsheet made this day; None where that is not likely.

    It counts days from the end of 1899: a year such as 2034, typed where a date belongs, becomes
    the 26th of July 1905.
    """
    number = (day - _SPREADSHEET_ORIGIN).days
    return number if number in _TYPED_YEARS else None


def year_of(written: str) -> int:
    """Return a year that is written in full, or as the last two figures of one near our time."""
    if written.isdecimal():
        return int(written)
    return int(written[1:]) + (2000 if int(written[1:]) < _CENTURY_TURNS else 1900)
