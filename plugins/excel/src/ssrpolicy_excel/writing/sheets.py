"""A sheet for each table: header, filter, frozen panes, formats by state, and print set-up."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import frozen
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.table import Table as ExcelTable
from openpyxl.worksheet.table import TableColumn, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from ssrpolicy import ContentError
from ssrpolicy.views import Table, Tracker
from ssrpolicy_excel.limits import MOST_ROWS
from ssrpolicy_excel.options import ExcelOptions
from ssrpolicy_excel.writing.baseline import BaselineSheet
from ssrpolicy_excel.writing.cells import CellOf
from ssrpolicy_excel.writing.heights import fitting
from ssrpolicy_excel.writing.printing import set_up_page
from ssrpolicy_excel.writing.streaming import Rows, new_sheet
from ssrpolicy_excel.writing.styles import (
    header_style,
    lines_between_cells,
    shading,
    state_rules,
    style_of,
)
from ssrpolicy_excel.writing.validations import add_validations, closed_ranges
from ssrpolicy_excel.writing.widths import lines_of

# The rows of the hidden sheet and of the overview that are none of a table or a section: the first
# and the last, the facts, the legend, the room for charts. There are fewer.
_OTHER_ROWS = 1_000


def check_sizes(tracker: Tracker, tables: Sequence[Table], records: int) -> None:
    """Raise ContentError when a sheet of the workbook would have more rows than it holds.

    The hidden sheet counts too: it has a row for each row of every other sheet.
    """
    for table in tables:
        _check(table.title, len(table.rows) + 1)
    # A heading, a header and an empty row go with each section.
    overview = _OTHER_ROWS + sum(len(section.rows) + 3 for section in tracker.sections)
    _check(tracker.overview, overview)
    _check(
        "The hidden sheet that says what was given out",
        records + overview + sum(len(table.rows) + 1 for table in tables),
    )


def _check(title: str, rows: int) -> None:
    if rows > MOST_ROWS:
        raise ContentError(
            f"{title} has {rows - 1:,} rows; an Excel sheet holds {MOST_ROWS - 1:,} below its "
            "header.",
            hint="Report fewer records at a time.",
        )


@frozen(kw_only=True)
class Plan:
    """What every sheet of a workbook is made with."""

    tracker: Tracker
    options: ExcelOptions
    baseline: BaselineSheet
    lists: frozenset[str]


def add_table_sheet(workbook: Workbook, table: Table, number: int, plan: Plan) -> None:
    """Add a sheet with one table, header in its first row; ``number`` is the table's own."""
    language, options = plan.tracker.language, plan.options
    sheet = new_sheet(workbook, table.title)
    letters = [get_column_letter(index) for index in range(1, len(table.columns) + 1)]
    last_row = max(len(table.rows), 1) + 1
    rows = Rows(sheet)
    cells = [
        CellOf(rows, letter, style_of(column), language)
        for letter, column in zip(letters, table.columns, strict=True)
    ]
    for letter, column, cell_of in zip(letters, table.columns, cells, strict=True):
        dimension = sheet.column_dimensions[letter]
        dimension.width = column.width
        if column.editable:
            cell_of.style_column(dimension)
    sheet.freeze_panes = "B2"
    printed = len(letters)
    if not options.print_all:
        printed = max(
            (place for place, c in enumerate(table.columns, start=1) if c.main), default=printed
        )
    set_up_page(sheet, plan.tracker, paper=options.paper, title_row=1)
    sheet.print_area = f"A1:{letters[printed - 1]}{last_row}"
    formats = sheet.conditional_formatting
    for letter, column in zip(letters, table.columns, strict=True):
        for rule in state_rules(column.key, column.choices):
            formats.add(f"{letter}2:{letter}{last_row}", rule)
    if ranges := closed_ranges(table, header=False):
        formats.add(ranges, shading())
    reference = f"A1:{letters[-1]}{last_row}"
    formats.add(f"A2:{letters[-1]}{last_row}", lines_between_cells())
    add_validations(sheet, table, plan.lists, language)
    if options.protect:
        protect(sheet)
    header = [
        CellOf(rows, letter, header_style(column.kind, editable=column.editable), language)
        for letter, column in zip(letters, table.columns, strict=True)
    ]
    _append_header(rows, table, header)
    _append(rows, table, cells, plan.baseline)
    # Not add_table(), which warns in write-only mode even when the columns are given.
    sheet.tables.add(excel_table(table, number, reference, filtered=True))


def protect(sheet: Worksheet) -> None:
    """Lock the cells of a sheet that are not to fill in; what does no harm stays allowed."""
    protection = sheet.protection
    protection.sheet = True
    # In the file these say what is forbidden.
    protection.formatColumns = protection.formatRows = protection.formatCells = False
    protection.autoFilter = protection.sort = False


def _append_header(rows: Rows, table: Table, cells_of: Sequence[CellOf]) -> None:
    cells = [
        cell_of.holding(column.label, item=table.title, field=column.key)
        for cell_of, column in zip(cells_of, table.columns, strict=True)
    ]
    # Each filter button takes the room of two characters.
    lines = max(lines_of(c.label, c.width - 3, bold=True) for c in table.columns)
    rows.append("".join(cells), height=fitting(lines))


def _append(rows: Rows, table: Table, cells_of: Sequence[CellOf], baseline: BaselineSheet) -> None:
    baseline.table(table.key, table.title, table.columns)
    columns = [
        (column.label, column.width, cell_of.holding)
        for column, cell_of in zip(table.columns, cells_of, strict=True)
    ]
    for id, row in zip(table.ids, table.rows, strict=True):
        cells = []
        lines = 1
        for value, (label, width, holding) in zip(row, columns, strict=True):
            if value is None:
                continue
            cells.append(holding(value, item=id, field=label))
            if isinstance(value, str):
                lines = max(lines, lines_of(value, width))
        rows.append("".join(cells), height=fitting(lines))
        baseline.row(id, row)


def excel_table(table: Table, number: int, reference: str, *, filtered: bool) -> ExcelTable:
    """Return what makes a range a table, so that programs know which row is its header."""
    # A name without spaces; the number keeps it from being read as a cell's (such as ABC1).
    name = f"{re.sub(r'[^A-Za-z]+', '_', table.title)}_{number}"
    return ExcelTable(
        id=number,
        name=name,
        displayName=name,
        ref=reference,
        autoFilter=AutoFilter(ref=reference) if filtered else None,
        tableColumns=[
            TableColumn(id=index, name=column.label)
            for index, column in enumerate(table.columns, start=1)
        ],
        tableStyleInfo=TableStyleInfo(name="TableStyleLight1", showRowStripes=False),
    )
