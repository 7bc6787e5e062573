"""Row heights that let wrapped text be read, and that a reader's Excel may fit anew."""

from __future__ import annotations

import math
from functools import lru_cache

from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.worksheet import Worksheet

_LINE = 12.75
_MARGIN = 3.0
_TALLEST = 409.0
"""The greatest height of a row in points (Excel's published limit is 409)."""

# A column's width counts digits of the standard font; of running text a little more fits.
_FITTING = 1.18
_FITTING_BOLD = 1.05


class _FittedRow(RowDimension):
    """A row whose height was fitted to its text, not set by hand: it grows with what is typed."""

    @property
    def customHeight(self) -> bool:  # noqa: N802 - the name of the attribute in the file
        """Whether somebody set the height by hand: no."""
        return False


def fit_row(sheet: Worksheet, number: int, lines: int) -> None:
    """Give the row that is appended next, the ``number``-th, room for so many lines."""
    height = min(lines * _LINE + _MARGIN, _TALLEST)
    # Only the row at hand: a large sheet would keep one for each otherwise.
    sheet.row_dimensions.pop(number - 1, None)
    sheet.row_dimensions[number] = _FittedRow(sheet, index=number, ht=height)


@lru_cache(maxsize=1 << 14)
def lines_of(text: str, width: int, *, bold: bool = False) -> int:
    """Return on how many lines a text stands in a column that is ``width`` digits wide."""
    room = width * (_FITTING_BOLD if bold else _FITTING)
    if len(text) <= room and "\n" not in text:
        return 1
    return sum(_lines_of_paragraph(paragraph, room) for paragraph in text.split("\n"))


def _lines_of_paragraph(paragraph: str, room: float) -> int:
    lines, used = 1, 0.0
    for word in paragraph.split(" "):
        length = len(word)
        if used and used + 1 + length > room:
            lines, used = lines + 1, 0.0
        if length > room:
            lines += math.ceil(length / room) - 1
            length %= math.floor(room)
        used += length + (1 if used else 0)
    return lines
