"""Texts as Excel keeps them, and the fingerprints that survive every office program."""

import datetime as dt
import re
from base64 import b64encode
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from hashlib import blake2b

from ssrpolicy import ContentError, Language
from ssrpolicy.views import Link, Value, long_date, visible
from ssrpolicy_excel.limits import FIRST_DAY, LONGEST_TEXT
from ssrpolicy_excel.messages import _

# What XML cannot carry, and the carriage return, which comes back from a file as a line feed.
_REFUSED = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
# Excel reads _x000D_ as the character with that number; an escaped underscore keeps the words.
_ESCAPE_LIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t")

WIDTH = 8
"""The characters of a fingerprint: 48 bits, so that no edit passes for what was exported."""

EMPTY = "-" * WIDTH
"""The fingerprint of an empty cell."""

# Excel and LibreOffice keep so many digits of a number.
_DIGITS = ".15g"


def cell_text(text: str, *, item: str, field: str) -> str:
    """Return a text as it must stand in the file for Excel to show it unchanged.

    What is not seen and acts all the same, such as a mark that turns the direction, stands in it
    as its code.
    Raises ContentError, with the item and the field, for a control character and for a text that
    is longer than a cell holds.
    """
    # What Python would print is not refused, which is seen far sooner.
    if not text.isprintable() and (found := _REFUSED.search(text)):
        raise ContentError(
            _(
                "{item}: {field} holds the control character U+{found:04X} at position "
                "{start}, which no Excel cell can hold.",
                item=item,
                field=field,
                found=ord(found[0]),
                start=found.start(),
            ),
            hint=_("Remove the character in the record or its source."),
        )
    text = visible(text, controls=False)
    if "_x" in text:
        text = _ESCAPE_LIKE.sub("_x005F_", text)
    if len(text) * 2 > LONGEST_TEXT and len(text.encode("utf-16-le")) > LONGEST_TEXT * 2:
        raise ContentError(
            _(
                "{item}: {field} has {number:,} characters; an Excel cell holds {longest_text:,}.",
                item=item,
                field=field,
                number=len(text),
                longest_text=LONGEST_TEXT,
            ),
            hint=_("Shorten the text in the record, or report it in another format."),
        )
    return text


def looks_like_formula(text: str) -> bool:
    """Whether a text begins as a formula does, so that typing in its cell would make it one."""
    return text.startswith(_FORMULA_SIGNS)


def shown_text(text: str) -> str:
    """Return what Excel shows of a text in a file: the opposite of :func:`cell_text`."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)


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
    """Return a text without what programs change: line ends, tabs, escapes, outer spaces.

    What a cell shows as a code is that code.
    """
    text = visible(text, controls=False)
    # LibreOffice unescapes once more than was escaped, so both sides go all the way.
    while "_x" in text and (shown := shown_text(text)) != text:
        text = shown
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
