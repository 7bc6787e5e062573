"""The cells of a column as markup, with the lines they take and their fingerprints."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from html import escape
from typing import Any, TypeAlias
from urllib.parse import quote, urlsplit

from attrs import define, field
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.compat import safe_string
from openpyxl.utils.datetime import to_excel
from openpyxl.worksheet.dimensions import ColumnDimension
from openpyxl.worksheet.hyperlink import Hyperlink

from ssrpolicy import Language
from ssrpolicy.views import AboutDay, Link, Value, long_date
from ssrpolicy_excel.limits import FIRST_DAY, LONGEST_ADDRESS, MOST_LINKS
from ssrpolicy_excel.text import EMPTY, cell_text, fingerprint, looks_like_formula, plain_text
from ssrpolicy_excel.writing.rows import SheetRows
from ssrpolicy_excel.writing.styles import FRACTION
from ssrpolicy_excel.writing.widths import lines_of, row_height

# What an address may hold as it is, an escape among them; the rest becomes escapes. Brackets are
# legal around a host of numbers alone (RFC 3986), and Excel takes none of them.
_IN_ADDRESSES = "%/:?#@!$&'()*+,;=~"

Rendered: TypeAlias = tuple[str, int, str]
"""A cell's markup after its row's number, the lines that it takes, and its fingerprint."""

_EMPTIES: Mapping[Value, Rendered] = {None: ("", 1, EMPTY), "": ("", 1, EMPTY)}
# Values recur among the rows of one record and in columns of choices; more need not be kept.
_MOST_KEPT = 512


@define(eq=False)
class ColumnCells:
    """The cells of one column in one style: each value is rendered once while it recurs.

    ``width`` is that of the column, in which texts wrap; where their lines are not ``measured``
    each counts as one. ``name`` is what a message calls the
    column, and ``place`` finds the cells that a link to ``#key`` leads to, if they are shown.
    """

    _rows: SheetRows
    _letter: str
    _style: str
    _width: int = field(kw_only=True)
    _language: Language = field(kw_only=True)
    _name: str | None = field(default=None, kw_only=True)
    _bold: bool = field(default=False, kw_only=True)
    _measured: bool = field(default=True, kw_only=True)
    _place: Callable[[str], str | None] | None = field(default=None, kw_only=True)
    begin: str = field(init=False)
    rendered: dict[Value, Rendered] = field(factory=lambda: dict(_EMPTIES), init=False)

    @begin.default
    def _begin(self) -> str:
        return f'<c r="{self._letter}'

    def render(self, value: Value, item: str) -> Rendered:
        """Return the cell of a value that is not among those kept, and keep it.

        Raises ContentError, with item and column, for a text that no cell can hold.
        """
        lines = 1
        if self._measured and isinstance(value, str):
            lines = lines_of(value, self._width, bold=self._bold)
        found = (self._markup(value, item), lines, fingerprint(plain_text(value, self._language)))
        if not isinstance(value, Link):
            if len(self.rendered) > _MOST_KEPT:
                self.rendered = dict(_EMPTIES)
            # Numbers that are equal read alike, whatever their type.
            self.rendered[value] = found
        return found

    def style_column(self, dimension: ColumnDimension) -> None:
        """Give the cells of a column that are empty, and so not in the file, the same style."""
        dimension._style = self._styled(self._style)._style  # type: ignore[attr-defined]  # noqa: SLF001 - private and so not in its types: a column has no other way to a named style

    def _markup(self, value: Value, item: str) -> str:
        if isinstance(value, str):
            return self._text(value, item)
        if isinstance(value, Link):
            self._link(value)
            return self._text(value.text, item)
        if isinstance(value, dt.date):
            if value < FIRST_DAY:
                return self._text(long_date(value, self._language), item)
            day: Any = to_excel(value)  # type: ignore[no-untyped-call]  # the stubs leave it without types
            return number_markup(day, self._about if isinstance(value, AboutDay) else self._plain)
        whole = not isinstance(value, Decimal) or value == value.to_integral_value()
        return number_markup(value, self._plain if whole else self._fraction)

    def _text(self, text: str, item: str) -> str:
        safe = cell_text(text, item=item, field=text[:40] if self._name is None else self._name)
        return text_markup(safe, self._quoted if looks_like_formula(safe) else self._plain)

    @cached_property
    def _plain(self) -> str:
        return _attribute(self._styled(self._style))

    @cached_property
    def _about(self) -> str:
        # The format shows the sign; the cell sorts and filters as a day.
        cell = self._styled(self._style)
        cell.number_format = f'"±"{cell.number_format}'
        return _attribute(cell)

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

    def _link(self, link: Link) -> None:
        place, links = f"{self._letter}{self._rows.next}", self._rows.links
        if link.url.startswith("#"):
            if self._place is not None and (cells := self._place(link.url[1:])) is not None:
                links.append(Hyperlink(ref=place, location=cells))
        elif len(links) < MOST_LINKS and (target := _target(link.url)) is not None:
            links.append(Hyperlink(ref=place, target=target))


def append_row(
    rows: SheetRows,
    columns: Sequence[ColumnCells],
    values: Sequence[Value],
    *,
    item: str,
    height: float | None = None,
) -> str:
    """Append a row with a value for each column, and return the fingerprints of its cells.

    It has room for the lines that are measured, or a fixed ``height`` in points. Raises
    ContentError, with the item and the column, for a text that no cell can hold.
    """
    cells = [
        column.rendered.get(value) or column.render(value, item)
        for column, value in zip(columns, values, strict=True)
    ]
    number = rows.next
    markup = [
        f"{column.begin}{number}{text}"
        for column, (text, _, _) in zip(columns, cells, strict=True)
        if text
    ]
    if height is None:
        lines = max([lines for _, lines, _ in cells], default=1)
        rows.append("".join(markup), height=row_height(lines))
    else:
        rows.append("".join(markup), height=height, fixed=True)
    return "".join([mark for _, _, mark in cells])


def text_markup(text: str, style: str = "") -> str:
    """Return the markup of a cell with a text after the number of its row."""
    space = "" if text == text.strip() else ' xml:space="preserve"'
    return f'"{style} t="inlineStr"><is><t{space}>{escape(text, quote=False)}</t></is></c>'


def number_markup(number: object, style: str) -> str:
    """Return the markup of a cell with a number after the number of its row."""
    return f'"{style} t="n"><v>{safe_string(number)}</v></c>'


def _attribute(cell: Cell) -> str:
    """Return the attribute that gives the markup of a cell the style of this one."""
    return f' s="{cell.style_id}"'


def _target(address: str) -> str | None:
    """The address as a link may have it; None where Excel would call the file damaged for it."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    target = quote(address, safe=_IN_ADDRESSES)
    is_whole = parts.hostname and "[" not in parts.netloc and len(target) <= LONGEST_ADDRESS
    return target if is_whole else None
