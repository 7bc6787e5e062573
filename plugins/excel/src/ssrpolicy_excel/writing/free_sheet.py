"""Sheets without a table of their own: headings, lines and several small tables, row by row."""

from collections.abc import Sequence

from attrs import evolve
from openpyxl.formatting.rule import Rule
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ssrpolicy.views import Kind, Link, Table, Value, unbroken
from ssrpolicy_excel.writing.cells import ColumnCells, append_row
from ssrpolicy_excel.writing.rows import Sheets
from ssrpolicy_excel.writing.sheets import SheetMaking, excel_table, protect, set_up_page
from ssrpolicy_excel.writing.styles import (
    OF_KIND,
    SECTION,
    header_style,
    lines_between_cells,
    state_rules,
)
from ssrpolicy_excel.writing.validations import refuse_typing

_HEADING = 18.0
_GAP = 8.0


def _shown(value: Value) -> Value:
    """A value as it is only read: no line ends between a number and the word that it belongs to.

    Tables to fill in, to filter and to search keep the spaces that people type.
    """
    if isinstance(value, Link):
        return evolve(value, text=unbroken(value.text))
    return unbroken(value) if isinstance(value, str) else value


class FreeSheet:
    """A sheet without a table of its own while it is written.

    ``key`` is that of the sheet in the baseline; the small tables on it are numbered from
    ``number`` on. Nothing on it is edited; the cells next to what is exported take notes.
    """

    def __init__(
        self, sheets: Sheets, plan: SheetMaking, key: str, title: str, widths: Sequence[int]
    ) -> None:
        self.rows = sheets.add(title)
        self.sheet: Worksheet = self.rows.sheet
        self.plan = plan
        self.language = plan.tracker.language
        self._key, self._title, self._widths = key, title, widths
        self._letters = [get_column_letter(place + 1) for place in range(len(widths))]
        self._filled: list[str] = []
        for letter, width in zip(self._letters, widths, strict=True):
            self.sheet.column_dimensions[letter].width = width
        set_up_page(self.sheet, plan.tracker, paper="a4")
        if plan.options.protect:
            protect(self.sheet)

    def append(
        self,
        styles: Sequence[str] = (),
        values: Sequence[Value] = (),
        *,
        height: float | None = None,
    ) -> int:
        """Append a row of values, each in its style, or an empty row; return its number."""
        columns = [self._cells(place, style) for place, style in enumerate(styles)]
        shown = [_shown(value) for value in values]
        marks = append_row(self.rows, columns, shown, item=self._title, height=height)
        self.plan.baseline.free_row(self._key, marks)
        return self.rows.last

    def append_heading(self, text: str, style: str = SECTION, height: float = _HEADING) -> None:
        """Append a row with a heading, which may run over the columns next to it."""
        number = self.append([style], [text], height=height)
        self.keep(f"A{number}")

    def append_table(self, table: Table, rows: Sequence[Sequence[Value]] | None = None) -> int:
        """Append a table with its heading, and return the row of its header.

        ``rows`` are those to show, where they are not all.
        """
        self.append(height=_GAP)
        self.append_heading(table.title)
        labels = [column.label for column in table.columns]
        header = self.append([header_style(column.kind) for column in table.columns], labels)
        columns = [
            self._cells(place, OF_KIND[column.kind], column.label)
            for place, column in enumerate(table.columns)
        ]
        plain = [
            self._cells(place, OF_KIND[Kind.TEXT], column.label)
            for place, column in enumerate(table.columns)
        ]
        links = [column.kind is Kind.LINK for column in table.columns]
        for row in table.rows if rows is None else rows:
            shown = [_shown(value) for value in row]
            # What leads nowhere does not look as if it did.
            cells = [
                words if link and not isinstance(value, Link) else column
                for column, words, link, value in zip(columns, plain, links, row, strict=True)
            ]
            marks = append_row(self.rows, cells, shown, item=table.title)
            self.plan.baseline.free_row(self._key, marks)
        last_column = self._letters[len(table.columns) - 1]
        for letter, column in zip(self._letters, table.columns, strict=False):
            key = column.key.rpartition(".")[2]
            for rule in state_rules(table.key if key == "status" else key, column.choices):
                self._format(f"{letter}{header + 1}:{letter}{self.rows.last}", rule)
        self.mark_table(table, f"A{header}:{last_column}{self.rows.last}")
        return header

    def mark_table(self, table: Table, cells: str) -> None:
        """Make cells a table, so that programs know which row is its header."""
        self.lines(cells)
        number = self.plan.next_table()
        self.sheet.tables.add(excel_table(table, number, cells, filtered=False))
        self.keep(cells)

    def lines(self, cells: str) -> None:
        """Draw lines between cells."""
        self._format(cells, lines_between_cells())

    def keep(self, cells: str) -> None:
        """Refuse what is typed in cells."""
        self._filled.append(cells)

    def finish(self) -> None:
        """End the sheet."""
        refuse_typing(self.sheet, " ".join(self._filled), self.language)

    def _format(self, cells: str, rule: Rule) -> None:
        self.sheet.conditional_formatting.add(cells, rule)

    def _cells(self, place: int, style: str, name: str | None = None) -> ColumnCells:
        return ColumnCells(
            *(self.rows, self._letters[place], style),
            width=self._widths[place],
            language=self.language,
            name=name,
            place=self.plan.places.cells,
        )
