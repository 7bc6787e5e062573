"""Cells of one column and style: the style is looked up once, each value becomes markup."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import cast
from urllib.parse import quote, urlsplit

from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.utils.datetime import to_excel
from openpyxl.worksheet.dimensions import ColumnDimension
from openpyxl.worksheet.hyperlink import Hyperlink

from ssrpolicy import Language
from ssrpolicy.views.language.dates import long_date
from ssrpolicy.views.workbook.tables import Link, Value
from ssrpolicy_excel.limits import FIRST_DAY, LONGEST_ADDRESS, MOST_LINKS
from ssrpolicy_excel.text import cell_text, looks_like_formula
from ssrpolicy_excel.writing.streaming import Rows, number_cell, text_cell
from ssrpolicy_excel.writing.styles import FRACTION

# What an address may hold as it is, an escape among them; the rest becomes escapes. Brackets are
# legal around a host of numbers alone (RFC 3986), and Excel takes none of them.
_IN_ADDRESSES = "%/:?#@!$&'()*+,;=~"


class CellOf:
    """The cells of a column in one style: each value becomes the markup of its cell.

    ``letter`` is the column's, and ``place`` finds the sheet that a link to ``#key`` leads to.
    """

    def __init__(
        self,
        rows: Rows,
        letter: str,
        style: str,
        language: Language,
        place: Callable[[str], str] | None = None,
    ) -> None:
        self._rows = rows
        self._letter = letter
        self._style = style
        self._language = language
        self._place = place
        self._links = 0

    @cached_property
    def _plain(self) -> str:
        return _attribute(self._styled(self._style))

    @cached_property
    def _quoted(self) -> str:
        # A text that begins as a formula does keeps its apostrophe, so that it survives editing.
        cell = self._styled(self._style)
        cell.quotePrefix = True
        return _attribute(cell)

    @cached_property
    def _fraction(self) -> str:
        return _attribute(self._styled(FRACTION.get(self._style, self._style)))

    def _styled(self, style: str) -> Cell:
        cell = WriteOnlyCell(self._rows.sheet)
        cell.style = style
        return cell

    def holding(self, value: Value, *, item: str, field: str) -> str:
        """Return the cell of the row that comes next with a value in it; nothing for no value.

        Raises ContentError, with item and field, for a text that no cell can hold.
        """
        if value is None:
            return ""
        place = f"{self._letter}{self._rows.next}"
        if isinstance(value, str):
            return self._text(place, value, item, field)
        if isinstance(value, Link):
            self._link(place, value)
            return self._text(place, value.text, item, field)
        if isinstance(value, dt.date):
            if value < FIRST_DAY:
                return self._text(place, long_date(value, self._language), item, field)
            return number_cell(place, _day_number(value), self._plain)
        whole = not isinstance(value, Decimal) or value == value.to_integral_value()
        return number_cell(place, value, self._plain if whole else self._fraction)

    def style_column(self, dimension: ColumnDimension) -> None:
        """Give the cells of a column that are empty, and so not in the file, the same style."""
        dimension._style = self._styled(self._style)._style  # type: ignore[attr-defined]  # noqa: SLF001 - a column has no other way to a named style

    def _text(self, place: str, text: str, item: str, field: str) -> str:
        safe = cell_text(text, item=item, field=field)
        return text_cell(place, safe, self._quoted if looks_like_formula(safe) else self._plain)

    def _link(self, place: str, link: Link) -> None:
        self._links += 1
        if link.url.startswith("#") and self._place is not None:
            self._rows.link(Hyperlink(ref=place, location=self._place(link.url[1:])))
        elif self._links <= MOST_LINKS and (target := _target(link.url)) is not None:
            self._rows.link(Hyperlink(ref=place, target=target))


def _attribute(cell: Cell) -> str:
    """What gives the markup of a cell the style of this one."""
    return f' s="{cell.style_id}"'


@lru_cache(maxsize=1 << 12)
def _day_number(day: dt.date) -> float:
    """The number that stands for a day."""
    return cast("float", to_excel(day))  # type: ignore[no-untyped-call]  # the stubs leave it without types


def _target(address: str) -> str | None:
    """The address as a link may have it; None where Excel would call the file damaged for it."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    target = quote(address, safe=_IN_ADDRESSES)
    is_whole = parts.hostname and "[" not in parts.netloc and len(target) <= LONGEST_ADDRESS
    return target if is_whole else None
