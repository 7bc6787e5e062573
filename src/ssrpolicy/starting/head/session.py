"""The session year that the head of a paper states, or the foot of its pages."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from ssrpolicy.model import compact_session_year

# On a line by itself, before the numbers of the paper, or above answers; a sentence that has these
# words speaks of another paper.
_STATED: Final = re.compile(
    r"^[ \t]*(?P<words>(?:(?:Tweede|Eerste)[ \t]Kamer(?:[ \t]der[ \t]Staten-Generaal)?,[ \t]+)?"
    r"vergaderjaar[ \t]+(?P<years>\d{4}[ \t]?[/\u2010-\u2013-][ \t]?(?:\d{4}|\d{2})))"
    r"(?=[ \t]*$|[ \t]+Aanhangsel\b|,[ \t]+\d{2}[ \u00a0]?\d{3}\b)",
    re.IGNORECASE | re.MULTILINE,
)


def session_year(text: str, date: dt.date | None) -> tuple[str | None, str | None]:
    """Return the session year, as 2026-2027, and its words; None twice where none is stated.

    A year in which the paper's own ``date`` does not lie is that of another paper.
    """
    for found in _STATED.finditer(text):
        if (years := session_of(found["years"], date)) is not None:
            return f"{years[:4]}-{years[4:]}", " ".join(found["words"].split())
    return None, None


def session_of(written: str, date: dt.date | None) -> str | None:
    """Return a session year as 20262027, if it is one and a paper of this date may be of it."""
    try:
        years = compact_session_year("".join(written.split()))
    except ValueError:
        return None
    return years if date is None or str(date.year) in (years[:4], years[4:]) else None
