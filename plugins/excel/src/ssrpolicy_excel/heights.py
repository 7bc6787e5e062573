"""Row heights that let wrapped text be read, and that a reader's Excel may fit anew."""

from __future__ import annotations

from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.worksheet import Worksheet

_LINE = 12.75
_MARGIN = 3.0
_TALLEST = 409.0
"""The greatest height of a row in points (Excel's published limit is 409)."""


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
