"""Days as papers write them: the patterns, and the day that each stands for."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from ssrpolicy.evidence.terms import entered_day

_MONTH: Final = r"[^\W\d_]{3,9}"
_YEAR: Final = r"[12]\d{3}"
DAY_AND_MONTH: Final = rf"\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}\.?\s+{_YEAR}"
"""A pattern of "4 maart 2026" and "4th Mar. 2026"."""
WRITTEN_DAY: Final = (
    rf"(?:(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag[ \t]+)?{DAY_AND_MONTH}"
    rf"|{_MONTH}\s+\d{{1,2}},?\s+{_YEAR}|\d{{1,2}}[-/.]\d{{1,2}}[-/.]{_YEAR}|{_YEAR}-\d{{2}}-\d{{2}})"
)
"""A pattern of a day in every form; for IGNORECASE or not, and without a group."""
_NOT_OF_A_DAY: Final = re.compile(
    r"^[^\W\d_]+dag\s+|(?<=\d)(?:st|nd|rd|th)\b|\.(?=\s)", re.IGNORECASE
)


def written_day(words: str) -> dt.date | None:
    """Return the day that such words mean; None where that is not a day of the calendar."""
    return entered_day(_NOT_OF_A_DAY.sub("", words))
