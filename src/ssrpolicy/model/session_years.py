"""The parliamentary session year, from September to September: 2009/10."""

from __future__ import annotations

import re

_YEARS = re.compile(r"([12][0-9])([0-9]{2})(\s?[/\u2010-\u2013-]\s?)?([12][0-9])?([0-9]{2})")


def compact_session_year(text: str) -> str:
    """Return a parliamentary session year as the identifiers of papers have it: ``20092010``.

    Reads ``2009/10``, ``2009-2010`` with any dash, ``2009/2010`` and ``20092010``.

    Raises:
        ValueError: the text is no session year, or its years do not follow one another.
    """
    found = _YEARS.fullmatch(text.strip())
    if found:
        century, year, dash, next_century, next_year = found.groups()
        first = int(century + year)
        following = str(first + 1)
        whole = next_century == following[:2] or (dash and next_century is None)
        if whole and next_year == following[2:]:
            return f"{first}{following}"
    msg = f"{text!r} is not a session year; write it as 2009-2010, two years in a row."
    raise ValueError(msg)
