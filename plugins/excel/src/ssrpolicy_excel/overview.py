"""The overview sheet: what the workbook is, what needs attention, and the counts."""

from __future__ import annotations

from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from ssrpolicy import Language
from ssrpolicy.views.labels import label
from ssrpolicy.views.overview import Fact
from ssrpolicy.views.tables import Kind, Table, Value
from ssrpolicy.views.tracker import Tracker
from ssrpolicy_excel.cells import CellOf
from ssrpolicy_excel.heights import fit_row, lines_of
from ssrpolicy_excel.printing import set_up_page
from ssrpolicy_excel.reporter import ExcelOptions
from ssrpolicy_excel.streaming import new_sheet
from ssrpolicy_excel.styles import (
    LABEL,
    OF_KIND,
    SECTION,
    SUBTITLE,
    TITLE,
    header_style,
    lines_between_cells,
    state_rules,
)
from ssrpolicy_excel.text import cell_text


def add_overview(workbook: Workbook, tracker: Tracker, options: ExcelOptions) -> None:
    """Add the overview as the next sheet of the workbook."""
    sheet = new_sheet(workbook, tracker.overview)
    set_up_page(sheet, tracker, paper="a4")
    _Overview(sheet, tracker, options).append_all()


class _Overview:
    """The overview while it is written, row by row."""

    def __init__(self, sheet: Worksheet, tracker: Tracker, options: ExcelOptions) -> None:
        self._sheet = sheet
        self._tracker = tracker
        self._facts = tracker.facts
        if not options.print_all:
            self._facts += (_printing(tracker.language),)
        self._row = 0
        widest = max(tracker.sections, key=lambda section: len(section.columns))
        self._widths = [column.width for column in widest.columns]
        self._titles = {table.key: table.title for table in tracker.tables}

    def append_all(self) -> None:
        """Append the title, the facts and every section."""
        for index, width in enumerate(self._widths, start=1):
            self._sheet.column_dimensions[get_column_letter(index)].width = width
        self._append([self._styled(self._tracker.title, TITLE)])
        self._append([self._styled(self._tracker.subject, SUBTITLE)])
        self._append([])
        first = self._row + 1
        for fact in self._facts:
            self._append_fact(fact)
        self._sheet.conditional_formatting.add(f"A{first}:B{self._row}", lines_between_cells())
        for section in self._tracker.sections:
            self._append_section(section)

    def _append(self, cells: list[Cell | None], values: tuple[Value, ...] = ()) -> None:
        """Append a row; ``values`` are those that must find room in the overview's columns."""
        self._row += 1
        if values:
            widths = zip(values, self._widths, strict=False)
            lines = [lines_of(value, width) for value, width in widths if isinstance(value, str)]
            fit_row(self._sheet, self._row, max(lines, default=1))
        self._sheet.append(cells)

    def _styled(self, text: str, style: str) -> Cell:
        cell: Cell = WriteOnlyCell(self._sheet)
        cell.value = cell_text(text, item=self._tracker.overview, field=text[:40])
        cell.data_type = "s"
        cell.style = style
        return cell

    def _append_fact(self, fact: Fact) -> None:
        kind = Kind.TEXT if isinstance(fact.value, str) else Kind.DATE
        value = CellOf(self._sheet, OF_KIND[kind], self._tracker.language)
        self._append(
            [
                self._styled(fact.label, LABEL),
                value.holding(fact.value, item=self._tracker.overview, field=fact.label),
            ],
            (None, fact.value),
        )

    def _append_section(self, section: Table) -> None:
        self._append([])
        self._append([self._styled(section.title, SECTION)])
        headers = [self._styled(c.label, header_style(c.kind)) for c in section.columns]
        self._append([*headers], tuple(column.label for column in section.columns))
        first = self._row + 1
        cells = [
            CellOf(self._sheet, OF_KIND[column.kind], self._tracker.language, self._place)
            for column in section.columns
        ]
        for row in section.rows:
            self._append(
                [
                    cell.holding(value, item=section.title, field=column.label)
                    for value, cell, column in zip(row, cells, section.columns, strict=True)
                ],
                row,
            )
        last_column = get_column_letter(len(section.columns))
        formats = self._sheet.conditional_formatting
        for rule in state_rules(section.key, section.columns[0].choices):
            formats.add(f"A{first}:A{self._row}", rule)
        formats.add(f"A{first}:{last_column}{self._row}", lines_between_cells())

    def _place(self, key: str) -> str:
        return f"{quote_sheetname(self._titles[key])}!A1"


def _printing(language: Language) -> Fact:
    """The line that says which columns come out of a printer."""
    return Fact(
        key="printing",
        label=label("workbook.printing", language),
        value=label("workbook.printing_text", language),
    )
