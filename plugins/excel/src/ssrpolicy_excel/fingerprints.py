"""The fingerprint of a cell: a short hash of its text, which survives every office program."""

import datetime as dt
from base64 import b64encode
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from hashlib import blake2b

from ssrpolicy import Language
from ssrpolicy.views import Link, Value, long_date
from ssrpolicy_excel.limits import FIRST_DAY
from ssrpolicy_excel.text import shown_text

WIDTH = 8
"""The characters of a fingerprint: 48 bits, so that no edit passes for what was exported."""

EMPTY = "-" * WIDTH
"""The fingerprint of an empty cell."""

# Excel and LibreOffice keep so many digits of a number.
_DIGITS = ".15g"


def plain_text(value: Value | float, language: Language) -> str:
    """Return what a cell holds, as it reads after any office program has saved it.

    Days are ISO dates, numbers have fifteen digits, line ends are line feeds, and what a program
    took for the escape of a character is that character. ``language`` is that of the words for
    days before Excel's calendar.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return text_alone(value)
    if isinstance(value, Link):
        return text_alone(value.text)
    if isinstance(value, dt.date):
        return value.isoformat() if value >= FIRST_DAY else long_date(value, language)
    return number_text(value)


def text_alone(text: str) -> str:
    """Return a text without what programs change: line ends, tabs, escapes, outer spaces."""
    if "_x" in text:
        text = _unescaped(text)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\t" in text:
        # An OpenDocument sheet loses them.
        text = text.replace("\t", "")
    return text.strip()


def number_text(number: float | Decimal) -> str:
    """Return a number with the digits that every program keeps."""
    return format(float(number), _DIGITS)


@lru_cache(maxsize=1 << 14)
def fingerprint(text: str) -> str:
    """Return the fingerprint of a plain text."""
    if not text:
        return EMPTY
    # No file should hold a lone surrogate; one that does is fingerprinted as it is.
    mark = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=6).digest()
    return b64encode(mark).decode("ascii")


def each_of(fingerprints: str) -> Iterator[str]:
    """Yield the fingerprints of a row one by one."""
    for start in range(0, len(fingerprints), WIDTH):
        yield fingerprints[start : start + WIDTH]


def _unescaped(text: str) -> str:
    # LibreOffice unescapes once more than was escaped, so both sides go all the way.
    while (shown := shown_text(text)) != text:
        text = shown
    return text
