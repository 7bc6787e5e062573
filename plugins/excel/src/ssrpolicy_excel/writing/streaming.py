"""Sheets whose rows are written as text, each at once."""

from __future__ import annotations

import contextlib
from collections.abc import Generator
from pathlib import Path
from typing import Any, cast
from xml.sax.saxutils import escape

from openpyxl.compat import safe_string
from openpyxl.workbook import Workbook
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet


def text_cell(place: str, text: str, style: str = "") -> str:
    """Return the markup of a cell with a text; nothing for an empty one.

    ``place`` is the cell's, as in B2, and ``style`` its attribute.
    """
    if not text:
        return ""
    space = "" if text == text.strip() else ' xml:space="preserve"'
    return f'<c r="{place}"{style} t="inlineStr"><is><t{space}>{escape(text)}</t></is></c>'


def number_cell(place: str, number: object, style: str = "") -> str:
    """Return the markup of a cell with a number, as openpyxl writes it."""
    return f'<c r="{place}"{style} t="n"><v>{safe_string(number)}</v></c>'


# What openpyxl's writer takes as a request for its stream.
_WANTED = True


class _Writer(WorksheetWriter):
    """A writer whose file takes the text of rows between what openpyxl writes."""

    def __init__(self, sheet: WriteOnlyWorksheet) -> None:
        super().__init__(sheet)
        self.out: Any = self.file.name

    def get_stream(self) -> Generator[Any, Any, None]:
        with Path(self.out).open("wb") as self.file:
            self.out = self.file
            yield from super().get_stream()


class _StreamedSheet(WriteOnlyWorksheet):
    """A write-only sheet that takes rows of finished markup.

    What is around the rows is openpyxl's. Its own rows cost an lxml element for each part of a
    cell, which is most of the time that a large sheet takes.
    """

    _writer: _Writer | None = None

    def _get_writer(self) -> _Writer:
        if self._writer is None:
            self._writer = _Writer(self)
            self._writer.write_top()
        return self._writer

    def _write_rows(self) -> Generator[None, list[bytes], None]:
        writer = self._get_writer()
        markup: Any = writer.xf.send(_WANTED)
        with markup.element("sheetData"):
            # What lxml has kept back comes before the rows.
            markup.flush()
            with contextlib.suppress(GeneratorExit):
                while True:
                    writer.file.writelines((yield))
        writer.xf.send(None)


class Rows:
    """The rows of a sheet made by :func:`new_sheet`, in order; each is in the file at once."""

    def __init__(self, sheet: Worksheet) -> None:
        self.sheet = sheet
        self._links: list[Hyperlink] = []
        self.next = 1
        """The number of the row that comes next."""

    def append(self, cells: str = "", *, height: float | None = None, fixed: bool = False) -> None:
        """Append a row of cells in markup, in the order of their columns.

        ``height`` is in points; one that is not ``fixed`` grows with what is typed.
        """
        size = "" if height is None else f' ht="{safe_string(height)}"'
        if fixed:
            size += ' customHeight="1"'
        row = f'<row r="{self.next}"{size}>{cells}</row>'
        self.sheet.append([row.encode("ascii", "xmlcharrefreplace")])
        if self._links:
            # Only now, because the first row begins the list anew.
            self.sheet._hyperlinks += self._links  # type: ignore[attr-defined]  # noqa: SLF001 - links have no other way to a sheet that is written row by row
            self._links.clear()
        self.next += 1

    @property
    def last(self) -> int:
        """The number of the row that was appended last."""
        return self.next - 1

    def link(self, link: Hyperlink) -> None:
        """Make the cell that a link names, of the row that comes next, lead somewhere."""
        self._links.append(link)


def new_sheet(workbook: Workbook, title: str) -> Worksheet:
    """Return a new sheet of a write-only workbook, without grid lines; :class:`Rows` fills it."""
    sheet = _StreamedSheet(workbook, title)
    workbook._add_sheet(sheet)  # type: ignore[attr-defined]  # noqa: SLF001 - create_sheet() makes openpyxl's own kind only
    sheet.sheet_view.showGridLines = False
    # A write-only sheet has what is used here of the other kind; its type does not say so.
    return cast("Worksheet", sheet)
