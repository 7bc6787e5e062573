"""The sheets of a workbook as openpyxl reads them, but for what only rows are read for."""

# ruff: noqa: SLF001 - openpyxl's own reader makes its sheets with the same private names

from collections.abc import Generator, Iterator
from typing import Any, BinaryIO, TypeAlias
from xml.etree.ElementTree import iterparse

from openpyxl.reader.excel import ExcelReader
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from openpyxl.worksheet._reader import INLINE_STRING, ROW_TAG, VALUE_TAG, WorkSheetParser
from openpyxl.xml.constants import SHEET_MAIN_NS

from ssrpolicy.reporting import InputError
from ssrpolicy_excel.limits import MOST_ROWS
from ssrpolicy_excel.messages import _
from ssrpolicy_excel.reading.findings import sheet_place

Row: TypeAlias = tuple[Any, ...]
"""The cells of a row, from the first column on: each has ``value`` and ``data_type``."""

_TEXT, _STRIKE = (f"{{{SHEET_MAIN_NS}}}{tag}" for tag in ("t", "strike"))


def workbook_of(stream: BinaryIO) -> Any:
    """Return the workbook in a package that passed the gate; its sheets of cells are `_Sheet`."""
    reader = _Reader(stream, read_only=True, keep_links=False, rich_text=True)
    reader.read()
    return reader.wb


class _Reader(ExcelReader):
    def read_worksheets(self) -> None:
        workbook: Any = self.wb
        for sheet, relation in self.parser.find_sheets():
            if relation.target in self.valid_files and "chartsheet" not in relation.Type:
                rows = _Sheet(workbook, sheet.name, relation.target, self.shared_strings)
                workbook._sheets.append(rows)


class _Sheet(ReadOnlyWorksheet):
    """A sheet of which each row is read, and nothing that stands around the rows.

    ``struck`` has the row and column of each cell read so far with its words in it of which some
    are struck through. Excel keeps words apart from the cells, where openpyxl reads their fonts;
    of words within the cells, as other programs write them, it does not.
    """

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.struck: set[tuple[int, int]] = set()

    def _get_size(self) -> None:
        """Leave the size open: what a file says of it is not always so, and would cut rows off.

        Where a file says nothing, the whole sheet would be read to find that out.
        """

    def every_row(self) -> Iterator[Row]:
        """Yield the rows from the first to the last that Excel has; empty ones have no cells."""
        last = 0
        sheet: Any = self
        with sheet._get_source() as source:
            for number, cells in _Rows(sheet, source).parse():
                if number > MOST_ROWS:
                    return
                for _empty in range(last + 1, number):
                    yield ()
                if number > last:
                    yield sheet._get_row(cells)
                    last = number


class _Rows(WorkSheetParser):
    """Parses the rows of a sheet; a cell that cannot be read is named."""

    def __init__(self, sheet: Any, source: BinaryIO) -> None:
        super().__init__(
            source,
            sheet._shared_strings,
            epoch=sheet.parent.epoch,
            date_formats=sheet.parent._date_formats,
            timedelta_formats=sheet.parent._timedelta_formats,
        )
        self._title = sheet.title
        self._struck = sheet.struck

    def parse(self) -> Generator[tuple[int, list[dict[str, Any]]], None, None]:
        element: Any
        for _event, element in iterparse(self.source):  # noqa: S314 - a package that declares entities was refused before
            if element.tag == ROW_TAG:
                row = self.parse_row(element)
                self.row_dimensions.clear()
                element.clear()
                yield row

    def parse_cell(self, element: Any) -> dict[str, Any]:
        inline = element.find(INLINE_STRING) if element.get("t") == "inlineStr" else None
        if inline is not None and len(inline) == 1 and inline[0].tag == _TEXT and inline[0].text:
            # Words without formatting are a plain value, of which openpyxl makes no objects.
            element.set("t", "str")
            inline.tag, inline.text, inline = VALUE_TAG, inline[0].text, None
        try:
            cell: dict[str, Any] = super().parse_cell(element)
        except (ValueError, TypeError, LookupError, ArithmeticError) as error:
            raise _not_a_value(self._title, element) from error
        if inline is not None and any(map(_is_struck, inline.iter(_STRIKE))):
            self._struck.add((cell["row"], cell["column"]))
        return cell


def _is_struck(strike: Any) -> bool:
    return strike.get("val", "1") not in {"0", "false"}


def _not_a_value(title: str, element: Any) -> InputError:
    """Return the refusal of a cell whose content is not a value of the cell's type."""
    held = " ".join("".join(element.itertext()).split())
    place = f"{sheet_place(title)}!{element.get('r', '?'):.12}"
    return InputError(
        _(
            "{place} holds “{held:.60}”, which no program can read as the value of a cell.",
            place=place,
            held=held,
        ),
        hint=_("Type in that cell what it should say, or empty it, and save the workbook again."),
    )
