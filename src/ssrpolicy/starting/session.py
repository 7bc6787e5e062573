"""The session year that the head of a paper states, or the foot of its pages."""

from __future__ import annotations

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


def session_year(text: str) -> tuple[str | None, str | None]:
    """Return the session year, as 2026-2027, and its words; None twice where none is stated."""
    for found in _STATED.finditer(text):
        try:
            years = compact_session_year("".join(found["years"].split()))
        except ValueError:
            continue
        return f"{years[:4]}-{years[4:]}", " ".join(found["words"].split())
    return None, None
