"""Cells of one style, filled again and again: the styles are looked up once a column."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from urllib.parse import quote, urlsplit

from openpyxl.cell import Cell
from openpyxl.worksheet.dimensions import ColumnDimension
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from ssrpolicy import Language
from ssrpolicy.views.dates import long_date
from ssrpolicy.views.tables import Link, Value
from ssrpolicy_excel.styles import FRACTION
from ssrpolicy_excel.text import cell_text, looks_like_formula

FIRST_DAY = dt.date(1900, 1, 1)
"""The first day that Excel's calendar knows; earlier ones stand as words."""

# Excel's published limits: of an address, and of links on one sheet.
_LONGEST_ADDRESS = 2_079
MOST_LINKS = 65_530
# What an address may hold as it is, an escape among them; the rest becomes escapes. Brackets are
# legal around a host of numbers alone (RFC 3986), and Excel takes none of them.
_IN_ADDRESSES = "%/:?#@!$&'()*+,;=~"


class _StyledCell(Cell):
    """A cell that keeps its style while it takes value after value; the number is sought once."""

    __slots__ = ("_number",)

    @property
    def style_id(self) -> int:
        """The number of the style in the workbook."""
        try:
            return self._number
        except AttributeError:
            self._number: int = super().style_id
            return self._number


class CellOf:
    """A cell of one style that takes value after value; each is written before the next comes.

    ``place`` finds the sheet that a link to ``#key`` leads to.
    """

    def __init__(
        self,
        sheet: Worksheet,
        style: str,
        language: Language,
        place: Callable[[str], str] | None = None,
    ) -> None:
        self._plain: Cell = _StyledCell(sheet, row=1, column=1)
        self._plain.style = style
        # A text that begins as a formula does keeps its apostrophe, so that it survives editing.
        self._quoted: Cell = _StyledCell(sheet, row=1, column=1)
        self._quoted.style = style
        self._quoted.quotePrefix = True
        self._decimal: Cell = _StyledCell(sheet, row=1, column=1)
        self._decimal.style = FRACTION.get(style, style)
        self._language = language
        self._place = place
        self._links = 0

    def holding(self, value: Value, *, item: str, field: str) -> Cell | None:
        """Return the cell with a value in it, or None for no value.

        Raises ContentError, with item and field, for a text that no cell can hold.
        """
        if value is None:
            return None
        if isinstance(value, str):
            return self._text(value, item, field)
        if isinstance(value, Link):
            return self._link(value, item, field)
        if isinstance(value, dt.date) and value < FIRST_DAY:
            return self._text(long_date(value, self._language), item, field)
        if isinstance(value, Decimal) and value != value.to_integral_value():
            self._decimal.value = value
            return self._decimal
        self._plain.value = value
        return self._plain

    def style_column(self, dimension: ColumnDimension) -> None:
        """Give the cells of a column that are empty, and so not in the file, the same style."""
        dimension._style = self._plain._style  # type: ignore[attr-defined]  # noqa: SLF001 - a column has no other way to a named style

    def _text(self, text: str, item: str, field: str) -> Cell:
        safe = cell_text(text, item=item, field=field)
        cell = self._quoted if looks_like_formula(safe) else self._plain
        # openpyxl would take "=..." for a formula and "#N/A" for an error, and check it again.
        cell._value = safe  # type: ignore[attr-defined]  # noqa: SLF001 - see above
        cell.data_type = "s"
        return cell

    def _link(self, link: Link, item: str, field: str) -> Cell:
        cell = self._text(link.text, item, field)
        cell.hyperlink = None
        self._links += 1
        if link.url.startswith("#") and self._place is not None:
            cell.hyperlink = Hyperlink(ref="", location=self._place(link.url[1:]))
        elif self._links <= MOST_LINKS and (target := _target(link.url)) is not None:
            cell.hyperlink = target
        return cell


def _target(address: str) -> str | None:
    """The address as a link may have it; None where Excel would call the file damaged for it."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    target = quote(address, safe=_IN_ADDRESSES)
    is_whole = parts.hostname and "[" not in parts.netloc and len(target) <= _LONGEST_ADDRESS
    return target if is_whole else None
