"""The overview sheet: what the workbook is, what needs attention, and the counts."""

from collections.abc import Sequence

from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.pagebreak import Break

from ssrpolicy.views import Fact, Kind, Table, Value, label
from ssrpolicy_excel.writing.cells import ColumnCells, append_row
from ssrpolicy_excel.writing.charts import CHARTED, ROWS, add_chart
from ssrpolicy_excel.writing.rows import SheetRows, Sheets
from ssrpolicy_excel.writing.sheets import Plan, excel_table, protect, set_up_page
from ssrpolicy_excel.writing.styles import (
    LABEL,
    OF_KIND,
    SECTION,
    SUBTITLE,
    TITLE,
    header_style,
    lines_between_cells,
    state_rules,
)
from ssrpolicy_excel.writing.validations import refuse_typing

_CHARTS_BELOW = "contents"
# Counts begin on a page of their own where lists of what needs attention stand above them.
_LISTS = ("overdue", "due_soon")
_FIRST_COUNTS = "claimed"
_LINE_OF_CHART = 15.0


def add_overview(sheets: Sheets, plan: Plan, tables: Sequence[Table]) -> None:
    """Add the overview as the next sheet of the workbook; ``tables`` are those that follow."""
    rows = sheets.add(plan.tracker.overview)
    set_up_page(rows.sheet, plan.tracker, paper="a4")
    if plan.options.protect:
        protect(rows.sheet)
    _Overview(rows, plan, tables).append_all()


class _Overview:
    """The overview while it is written, row by row."""

    def __init__(self, rows: SheetRows, plan: Plan, tables: Sequence[Table]) -> None:
        self._rows = rows
        self._sheet = rows.sheet
        self._tracker = plan.tracker
        self._baseline = plan.baseline
        self._language = plan.tracker.language
        self._facts = plan.tracker.facts
        if not plan.options.print_all:
            words = self._word("printing"), self._word("printing_text")
            self._facts += (Fact(key="printing", label=words[0], value=words[1]),)
        self._fills_in = any(column.editable for table in tables for column in table.columns)
        self._above_charts = 0
        self._charts: dict[str, tuple[Table, int]] = {}
        self._filled: list[str] = []
        self._lists_something = False
        widest = max(self._tracker.sections, key=lambda section: len(section.columns))
        self._widths = [column.width for column in widest.columns]
        self._titles = {table.key: table.title for table in tables}
        # Tables of one workbook are numbered through; those of the sheets come first.
        self._number = len(self._tracker.tables)
        self._letters = [get_column_letter(place + 1) for place in range(len(self._widths))]

    def append_all(self) -> None:
        """Append the title, the facts, how to fill in, and every section with its chart."""
        for letter, width in zip(self._letters, self._widths, strict=True):
            self._sheet.column_dimensions[letter].width = width
        self._append_heading(self._tracker.title, TITLE)
        self._append_heading(self._tracker.subject, SUBTITLE)
        self._append()
        self._filled.append("A1:A2")
        first = self._rows.next
        for fact in self._facts:
            kind = Kind.TEXT if isinstance(fact.value, str) else Kind.DATE
            self._append([LABEL, OF_KIND[kind]], [fact.label, fact.value])
        self._lines(f"A{first}:B{self._rows.last}")
        self._filled.append(f"A{first}:B{self._rows.last}")
        if self._fills_in:
            self._append_legend()
        for section in self._tracker.sections:
            self._append_section(section)
        above, language = self._above_charts, self._language
        for key in CHARTED:
            # In the order from left to right, in which a screen reader then reads them.
            if key in self._charts:
                section, header = self._charts[key]
                add_chart(self._rows, section, header=header, above=above, language=language)
        # The cells next to what is exported take notes.
        refuse_typing(self._sheet, " ".join(self._filled), self._language)

    def _lines(self, cells: str) -> None:
        self._sheet.conditional_formatting.add(cells, lines_between_cells())

    def _append(
        self, styles: Sequence[str] = (), values: Sequence[Value] = (), *, fitted: bool = True
    ) -> None:
        """Append a row of values, each in its style, or an empty row."""
        columns = [self._cells(place, style) for place, style in enumerate(styles)]
        item = self._tracker.overview
        marks = append_row(self._rows, columns, values, item=item, fitted=fitted and bool(values))
        self._baseline.overview_row(marks)

    def _cells(self, place: int, style: str, name: str | None = None) -> ColumnCells:
        return ColumnCells(
            *(self._rows, self._letters[place], style),
            width=self._widths[place],
            language=self._language,
            name=name,
            place=self._place,
        )

    def _append_heading(self, text: str, style: str) -> None:
        self._append([style], [text], fitted=False)

    def _append_legend(self) -> None:
        """Say, and show, which columns take what a reader types."""
        self._append()
        self._append_heading(self._word("legend"), SECTION)
        first = self._rows.next
        for key in ("fill_in", "read_only"):
            styles = (header_style(Kind.TEXT, editable=key == "fill_in"), OF_KIND[Kind.TEXT])
            self._append(styles, (self._word(key), self._word(f"{key}_text")))
        self._lines(f"B{first}:B{self._rows.last}")
        self._filled.append(f"A{first - 1}:B{self._rows.last}")

    def _word(self, key: str) -> str:
        return label(f"workbook.{key}", self._language)

    def _append_section(self, section: Table) -> None:
        rows = section.rows
        if section.key == _CHARTS_BELOW:
            kept = zip(section.ids, rows, strict=True)
            rows = tuple(row for id, row in kept if id in self._titles)
            if not rows:
                self._keep_room_for_charts()
                return
        self._append()
        if section.key == _FIRST_COUNTS and self._lists_something:
            self._sheet.row_breaks.append(Break(id=self._rows.last))
        self._lists_something |= section.key in _LISTS and bool(rows)
        self._append_heading(section.title, SECTION)
        header = self._rows.next
        labels = [column.label for column in section.columns]
        self._append([header_style(column.kind) for column in section.columns], labels)
        columns = [
            self._cells(place, OF_KIND[column.kind], column.label)
            for place, column in enumerate(section.columns)
        ]
        for row in rows:
            marks = append_row(self._rows, columns, row, item=section.title)
            self._baseline.overview_row(marks)
        last_column = self._letters[len(section.columns) - 1]
        formats = self._sheet.conditional_formatting
        for rule in state_rules(section.key, section.columns[0].choices):
            formats.add(f"A{header + 1}:A{self._rows.last}", rule)
        self._lines(f"A{header + 1}:{last_column}{self._rows.last}")
        self._number += 1
        reference = f"A{header}:{last_column}{self._rows.last}"
        self._sheet.tables.add(excel_table(section, self._number, reference, filtered=False))
        self._filled.append(f"A{header - 1}:{last_column}{self._rows.last}")
        if section.key == _CHARTS_BELOW:
            self._keep_room_for_charts()
        if section.key in CHARTED:
            self._charts[section.key] = (section, header)

    def _keep_room_for_charts(self) -> None:
        # A chart that is cut in two by the end of a page says nothing.
        self._sheet.row_breaks.append(Break(id=self._rows.last))
        self._above_charts = self._rows.next
        self._append()
        for _ in range(ROWS):
            self._rows.append(height=_LINE_OF_CHART, fixed=True)

    def _place(self, key: str) -> str:
        return f"{quote_sheetname(self._titles[key])}!A1"
