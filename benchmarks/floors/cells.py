"""The same styled cells, written with openpyxl's write-only mode."""

import pickle
from collections.abc import Callable
from copy import copy
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.cell import WriteOnlyCell

from benchmarks.floors.loading import plain_load


def keep_cells(workbook: str, kept: str) -> Callable[[], None]:
    """Keep the cells of a workbook that a reader sees, each with the number of its style."""

    def keep() -> None:
        book = openpyxl.load_workbook(workbook)
        numbers: dict[bytes, int] = {}
        styles: list[dict[str, Any]] = []
        sheets = []
        for sheet in book.worksheets:
            # The hidden sheet holds what was exported, and is not part of the plain work.
            if sheet.sheet_state != "visible":
                continue
            rows = []
            for row in sheet.iter_rows():
                cells: list[Any] = []
                cell: Any  # the stubs do not know the style array
                for cell in row:
                    # openpyxl makes a cell for every gap that it passes; the file has none.
                    if cell.value is None and not cell.has_style:
                        cells.append(None)
                        continue
                    key = bytes(cell._style)
                    if key not in numbers:
                        numbers[key] = len(styles)
                        styles.append(_style_of(cell))
                    cells.append((cell.value, cell.data_type, numbers[key]))
                rows.append(cells)
            widths = {name: column.width for name, column in sheet.column_dimensions.items()}
            sheets.append((sheet.title, widths, rows))
        with Path(kept).open("wb") as file:
            pickle.dump((styles, sheets), file, protocol=pickle.HIGHEST_PROTOCOL)

    return keep


def _style_of(cell: Any) -> dict[str, Any]:
    names = ("font", "fill", "border", "alignment", "number_format", "protection")
    return {name: copy(getattr(cell, name)) for name in names} | {"quotePrefix": cell.quotePrefix}


def plain_cells(kept: str, target: str) -> Callable[[], None]:
    """Write the kept cells with openpyxl's write-only mode, each style made once."""
    with Path(kept).open("rb") as file:
        styles, sheets = pickle.load(file)

    def write() -> None:
        book = openpyxl.Workbook(write_only=True)
        made: list[Any] = []
        for title, widths, rows in sheets:
            sheet = book.create_sheet(title)
            for name, width in widths.items():
                sheet.column_dimensions[name].width = width
            if not made:
                made = [_styled(WriteOnlyCell(sheet), style)._style for style in styles]
            for row in rows:
                cells: list[Any] = []
                for kept_cell in row:
                    if kept_cell is None:
                        cells.append(None)
                        continue
                    value, kind, style = kept_cell
                    cell: Any = WriteOnlyCell(sheet, value)
                    cell.data_type = kind
                    cell._style = made[style]
                    cells.append(cell)
                sheet.append(cells)
        book.save(target)

    return write


def _styled(cell: Any, style: dict[str, Any]) -> Any:
    for name, value in style.items():
        setattr(cell, name, value)
    return cell


def plain_import(portfolio: str, workbook: str) -> Callable[[], None]:
    """Load the records plainly, and read every cell of a workbook in openpyxl's read-only mode."""
    load = plain_load(portfolio)

    def read() -> None:
        load()
        book = openpyxl.load_workbook(workbook, read_only=True)
        cells = sum(
            cell.value is not None
            for sheet in book.worksheets
            for row in sheet.iter_rows()
            for cell in row
        )
        assert cells
        book.close()

    return read
