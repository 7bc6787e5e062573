"""A sheet for each table: header, filter, frozen panes, formats by state, and print set-up."""

from __future__ import annotations

import re

from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.table import Table as ExcelTable
from openpyxl.worksheet.table import TableColumn, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from ssrpolicy import ContentError
from ssrpolicy.views.tables import Table
from ssrpolicy.views.tracker import Tracker
from ssrpolicy_excel.cells import CellOf
from ssrpolicy_excel.heights import fit_row, lines_of
from ssrpolicy_excel.printing import set_up_page
from ssrpolicy_excel.reporter import ExcelOptions
from ssrpolicy_excel.streaming import new_sheet
from ssrpolicy_excel.styles import OF_KIND, header_style, lines_between_cells, state_rules

MOST_ROWS = 1_048_576
"""The most rows that a sheet holds, header included (Excel's published limit)."""


def check_size(table: Table) -> None:
    """Raise ContentError when a table has more rows than a sheet holds."""
    if len(table.rows) >= MOST_ROWS:
        raise ContentError(
            f"{table.title} has {len(table.rows):,} rows; an Excel sheet holds "
            f"{MOST_ROWS - 1:,} below its header.",
            hint="Report fewer records at a time.",
        )


def add_table_sheet(
    workbook: Workbook, table: Table, number: int, tracker: Tracker, options: ExcelOptions
) -> None:
    """Add a sheet with one table, header in its first row; ``number`` is the table's own."""
    sheet = new_sheet(workbook, table.title)
    letters = [get_column_letter(index) for index in range(1, len(table.columns) + 1)]
    last_row = max(len(table.rows), 1) + 1
    for letter, column in zip(letters, table.columns, strict=True):
        sheet.column_dimensions[letter].width = column.width
    sheet.freeze_panes = "B2"
    printed = len(letters)
    if not options.print_all:
        printed = sum(column.main for column in table.columns)
    set_up_page(sheet, tracker, paper=options.paper, title_row=1)
    sheet.print_area = f"A1:{letters[printed - 1]}{last_row}"
    for letter, column in zip(letters, table.columns, strict=True):
        for rule in state_rules(column.key, column.choices):
            sheet.conditional_formatting.add(f"{letter}2:{letter}{last_row}", rule)
    reference = f"A1:{letters[-1]}{last_row}"
    sheet.conditional_formatting.add(f"A2:{letters[-1]}{last_row}", lines_between_cells())
    _append(sheet, table, tracker)
    # Not add_table(), which warns in write-only mode even when the columns are given.
    sheet.tables.add(_excel_table(table, number, reference))


def _append(sheet: Worksheet, table: Table, tracker: Tracker) -> None:
    header: list[Cell] = []
    for column in table.columns:
        cell: Cell = WriteOnlyCell(sheet, column.label)
        cell.style = header_style(column.kind)
        header.append(cell)
    # Each filter button takes the room of two characters.
    fit_row(sheet, 1, max(lines_of(c.label, c.width - 2, bold=True) for c in table.columns))
    sheet.append(header)
    columns = [
        (column.label, column.width, CellOf(sheet, OF_KIND[column.kind], tracker.language))
        for column in table.columns
    ]
    for number, (id, row) in enumerate(zip(table.ids, table.rows, strict=True), start=2):
        cells: list[Cell | None] = []
        lines = 1
        for value, (label, width, cell_of) in zip(row, columns, strict=True):
            cells.append(cell_of.holding(value, item=id, field=label))
            if isinstance(value, str):
                lines = max(lines, lines_of(value, width))
        fit_row(sheet, number, lines)
        sheet.append(cells)


def _excel_table(table: Table, number: int, reference: str) -> ExcelTable:
    # A name without spaces; the number keeps it from being read as a cell's (such as ABC1).
    name = f"{re.sub(r'[^A-Za-z]+', '_', table.title)}_{number}"
    return ExcelTable(
        id=number,
        name=name,
        displayName=name,
        ref=reference,
        autoFilter=AutoFilter(ref=reference),
        tableColumns=[
            TableColumn(id=index, name=column.label)
            for index, column in enumerate(table.columns, start=1)
        ],
        tableStyleInfo=TableStyleInfo(name="TableStyleLight1", showRowStripes=False),
    )
