"""Texts as Excel keeps them: nothing cut, nothing read as a formula or an escape."""

import re

from ssrpolicy import ContentError
from ssrpolicy_excel.limits import LONGEST_TEXT

# What XML cannot carry, and the carriage return, which comes back from a file as a line feed.
_REFUSED = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
# Excel reads _x000D_ as the character with that number; an escaped underscore keeps the words.
_ESCAPE_LIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t")


def cell_text(text: str, *, item: str, field: str) -> str:
    """Return a text as it must stand in the file for Excel to show it unchanged.

    Raises ContentError, with the item and the field, for a control character and for a text that
    is longer than a cell holds.
    """
    if found := _REFUSED.search(text):
        raise ContentError(
            f"{item}: {field} holds the control character U+{ord(found[0]):04X} at position "
            f"{found.start()}, which no Excel cell can hold.",
            hint="Remove the character in the record or its source.",
        )
    if "_x" in text:
        text = _ESCAPE_LIKE.sub("_x005F_", text)
    if len(text) * 2 > LONGEST_TEXT and len(text.encode("utf-16-le")) > LONGEST_TEXT * 2:
        raise ContentError(
            f"{item}: {field} has {len(text):,} characters; an Excel cell holds {LONGEST_TEXT:,}.",
            hint="Shorten the text in the record, or report it in another format.",
        )
    return text


def looks_like_formula(text: str) -> bool:
    """Whether a text begins as a formula does, so that typing in its cell would make it one."""
    return text.startswith(_FORMULA_SIGNS)


def shown_text(text: str) -> str:
    """Return what Excel shows of a text in a file: the opposite of :func:`cell_text`."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
