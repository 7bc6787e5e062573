"""Sheets whose rows are written as text: openpyxl writes everything around the rows."""

# ruff: noqa: SLF001 - openpyxl's own writer passes a sheet's parts on by their private names

import re
import shutil
import tempfile
import zipfile
from io import BytesIO
from typing import Any, BinaryIO, cast

from openpyxl.compat import safe_string
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.workbook import Workbook
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

# The rows of a small sheet stay in memory; a larger sheet's go to a file that no folder lists.
_KEPT_IN_MEMORY = 1 << 20
# So many rows are written at once.
_TOGETHER = 64
# The height of a row that gives none, in points.
_LINE = 15.0
_NO_ROWS = re.compile(rb"<sheetData ?/>|<sheetData></sheetData>")


class SheetRows:
    """The rows of one sheet, in order; ``sheet`` is openpyxl's, which has all but the rows."""

    def __init__(self, sheet: Worksheet) -> None:
        self.sheet = sheet
        self.links: list[Hyperlink] = []
        self.charts: list[tuple[str, str]] = []
        """The name and the description of each chart of the sheet, in their order."""
        self.next = 1
        """The number of the row that comes next."""
        self.height = 0.0
        """How high all rows are together, in points."""
        self._waiting: list[str] = []
        self._file = tempfile.SpooledTemporaryFile(_KEPT_IN_MEMORY)  # noqa: SIM115 - closed with the workbook

    @property
    def last(self) -> int:
        """The number of the row that was appended last."""
        return self.next - 1

    def append(self, cells: str = "", *, height: float | None = None, fixed: bool = False) -> None:
        """Append a row of cells in markup, in the order of their columns.

        ``height`` is in points; one that is not ``fixed`` grows with what is typed.
        """
        size = "" if height is None else f' ht="{safe_string(height)}"'
        size += ' customHeight="1"' if fixed else ""
        self._waiting.append(f'<row r="{self.next}"{size}>{cells}</row>')
        if len(self._waiting) >= _TOGETHER:
            self._write()
        self.next += 1
        self.height += _LINE if height is None else height

    def copy_to(self, part: BinaryIO) -> None:
        """Write all rows into the part of a package."""
        self._write()
        self._file.seek(0)
        shutil.copyfileobj(self._file, part)

    def _write(self) -> None:
        self._file.write("".join(self._waiting).encode("ascii", "xmlcharrefreplace"))
        self._waiting.clear()

    def close(self) -> None:
        """Let go of the rows."""
        self._file.close()


class Sheets:
    """The sheets of a new workbook; close it when the workbook is saved or given up."""

    def __init__(self) -> None:
        self.workbook = Workbook(write_only=True)
        self._rows: dict[Any, SheetRows] = {}

    def add(self, title: str) -> SheetRows:
        """Return the rows of a new sheet without grid lines, which comes last."""
        # A write-only sheet has what is used here of the other kind; its type does not say so.
        sheet = cast("Worksheet", self.workbook.create_sheet(title))
        sheet.sheet_view.showGridLines = False
        self._rows[sheet] = rows = SheetRows(sheet)
        return rows

    def save(self, package: BinaryIO) -> None:
        """Write the workbook, its parts not compressed."""
        with zipfile.ZipFile(package, "w", zipfile.ZIP_STORED) as archive:
            _Writer(self.workbook, archive, self._rows).save()

    def close(self) -> None:
        """Let go of the rows of every sheet."""
        for rows in self._rows.values():
            rows.close()


class _Writer(ExcelWriter):
    """openpyxl's writer, which takes the rows of each sheet from where they are kept."""

    def __init__(
        self, workbook: Workbook, archive: zipfile.ZipFile, rows: dict[Any, SheetRows]
    ) -> None:
        super().__init__(workbook, archive)
        self._parts = archive
        self._rows = rows

    def write_worksheet(self, ws: Any) -> None:
        rows, out = self._rows[ws], BytesIO()
        ws._drawing = _Drawing(rows.charts)
        ws._drawing.charts = ws._charts
        writer: Any = WorksheetWriter(ws, out)
        ws._hyperlinks = rows.links
        writer.write()
        ws._rels = writer._rels
        head, tail = _NO_ROWS.split(out.getvalue())
        with self._parts.open(ws.path[1:], "w", force_zip64=True) as part:
            part.write(head + b"<sheetData>")
            rows.copy_to(cast("BinaryIO", part))
            part.write(b"</sheetData>" + tail)
        self.manifest.append(ws)


class _Drawing(SpreadsheetDrawing):
    """The charts of a sheet, each with its name and its description."""

    # A subclass of openpyxl's inherits no elements.
    __elements__ = SpreadsheetDrawing.__elements__

    def __init__(self, descriptions: list[tuple[str, str]]) -> None:
        super().__init__()
        self._descriptions = descriptions

    def _chart_frame(self, idx: int) -> Any:
        frame: Any = super()._chart_frame(idx)  # type: ignore[misc]  # the stubs leave it out
        properties = frame.nvGraphicFramePr.cNvPr
        properties.name, properties.descr = self._descriptions[idx - 1]
        return frame
