"""A sheet for each table: header, filter, frozen panes, formats by state, and print set-up."""

import re
from collections.abc import Iterator, Sequence
from itertools import count

from attrs import field, frozen
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import Outline, PageSetupProperties
from openpyxl.worksheet.table import Table as ExcelTable
from openpyxl.worksheet.table import TableColumn, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from ssrpolicy import ContentError, Language
from ssrpolicy.views import Table, Tracker, Value, brief, label, visible
from ssrpolicy_excel.limits import MOST_ROWS, MOST_ROWS_READ
from ssrpolicy_excel.messages import _
from ssrpolicy_excel.options import ExcelOptions
from ssrpolicy_excel.writing.baseline import BaselineSheet
from ssrpolicy_excel.writing.cells import ColumnCells, append_row
from ssrpolicy_excel.writing.places import Places
from ssrpolicy_excel.writing.rows import Sheets
from ssrpolicy_excel.writing.styles import (
    header_style,
    lines_between_cells,
    shading,
    state_rules,
    style_of,
)
from ssrpolicy_excel.writing.validations import add_validations, closed_ranges
from ssrpolicy_excel.writing.widths import DIGIT_PIXELS, MARGIN_PIXELS, lines_of, row_height

_PAPER = {"a3": 8, "a4": 9}
# The room that a page leaves for columns, in inches.
_ROOM = {"a3": 15.7, "a4": 10.9}
_PIXELS_PER_INCH = 96
# Smaller than this nobody reads it on paper; what would be is printed on pages next to each other.
_SMALLEST, _READABLE = 0.6, 75
# A header or footer holds 255 characters in all; a title has its own part of them.
_LONGEST_TITLE = 120


def set_up_page(
    sheet: Worksheet, tracker: Tracker, *, paper: str, title_row: int | None = None
) -> None:
    """Set a sheet of a tracker up for paper; ``title_row`` is repeated on every page."""
    words = (tracker.title, tracker.subject)
    set_up_paper(sheet, words, tracker.language, paper=paper, title_row=title_row)


def set_up_paper(
    sheet: Worksheet,
    words: tuple[str, str],
    language: Language,
    *,
    paper: str,
    title_row: int | None = None,
) -> None:
    """Set a sheet up for paper, with words above and below each page.

    ``title_row`` is repeated on every page.
    """
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _PAPER[paper]
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    # In inches.
    sheet.page_margins = PageMargins(
        left=0.4, right=0.4, top=0.7, bottom=0.7, header=0.3, footer=0.3
    )
    if title_row is not None:
        sheet.print_title_rows = f"{title_row}:{title_row}"
    above, below = map(_plain, words)
    _fill(sheet.oddHeader, above, "&A")
    _fill(sheet.oddFooter, below, label("workbook.page", language))


def spread_over_pages(sheet: Worksheet, widths: Sequence[float], repeated: str, paper: str) -> None:
    """Print columns that are too many for one page on several, ``repeated`` ones on each of them.

    ``widths`` are those of the columns that are printed. Where they fit on one page and are still
    readable, nothing changes.
    """
    inches = sum(width * DIGIT_PIXELS + MARGIN_PIXELS for width in widths) / _PIXELS_PER_INCH
    if _ROOM[paper] / inches >= _SMALLEST:
        return
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=False)
    sheet.page_setup.fitToWidth = sheet.page_setup.fitToHeight = None
    sheet.page_setup.scale = _READABLE
    sheet.page_setup.pageOrder = "overThenDown"
    sheet.print_title_cols = repeated


def _fill(item: HeaderFooterItem | None, left: str, right: str) -> None:
    if item is not None:
        item.left.text, item.right.text = left, right


def _plain(text: str) -> str:
    """A text without the sign that would start a code in a header, on one line."""
    return brief(visible(text), _LONGEST_TITLE).replace("&", "&&")


# The rows of the hidden sheet, the dashboard and the explanation that belong to no table and no
# section: the first and the last, the facts, the legend, the room for charts. There are fewer.
_OTHER_ROWS = 1_000


def check_sizes(tracker: Tracker, tables: Sequence[Table], records: int) -> tuple[str, ...]:
    """Raise ContentError when a sheet of the workbook would have more rows than it holds.

    Returns a sentence where it would have more than are read when edits are merged.

    The hidden sheet counts too: it has a row for each row of every other sheet.
    """
    for table in tables:
        _check(table.title, len(table.rows) + 1)
    # A heading, a header and an empty row go with each section.
    overview = _OTHER_ROWS + sum(len(section.rows) + 3 for section in tracker.sections)
    _check(tracker.overview, overview)
    hidden = records + overview + sum(len(table.rows) + 1 for table in tables)
    _check("The hidden sheet that says what was exported", hidden)
    if hidden <= MOST_ROWS_READ:
        return ()
    return (
        _(
            "Edits in this workbook cannot be merged: it has {rows:,} rows, and {most:,} are read. "
            "Report fewer records at a time, or a selection.",
            rows=hidden,
            most=MOST_ROWS_READ,
        ),
    )


def _check(title: str, rows: int) -> None:
    if rows > MOST_ROWS:
        raise ContentError(
            _(
                "{title} has {rows:,} rows; an Excel sheet holds {most_rows:,} below its header.",
                title=title,
                rows=rows - 1,
                most_rows=MOST_ROWS - 1,
            ),
            hint=_("Report fewer records at a time."),
        )


@frozen(kw_only=True)
class SheetMaking:
    """What all sheets of a workbook are made with; their tables are numbered in one series."""

    tracker: Tracker
    options: ExcelOptions
    baseline: BaselineSheet
    lists: frozenset[str]
    places: Places
    _numbers: Iterator[int] = field(factory=lambda: count(1))

    def next_table(self) -> int:
        """Return the number of the next table of the workbook."""
        return next(self._numbers)


# Rows of so many lines at most are all as high, so that a screen shows the same number of them; one
# that needs more has it, so that nothing is cut on paper.
_MOST_LINES = 4
# So many rows say how high they are; the first ones are the most pressing.
_LOOKED_AT = 200
# The columns that matter stand on a screen of 1366 pixels.
_ZOOM = 90


def add_table_sheet(sheets: Sheets, table: Table, plan: SheetMaking) -> None:
    """Add a sheet with one table, header in its first row, what is to fill in on one screen."""
    language, options = plan.tracker.language, plan.options
    rows = sheets.add(table.title)
    sheet = rows.sheet
    letters = [get_column_letter(index) for index in range(1, len(table.columns) + 1)]
    last_row = max(len(table.rows), 1) + 1
    formats = sheet.conditional_formatting
    shown = _shown(table, options)
    is_editable = any(column.editable for column in table.columns)
    height = _even_height(table, shown) if is_editable else None
    cells: list[ColumnCells] = []
    for letter, column in zip(letters, table.columns, strict=True):
        place, width, name = (rows, letter, style_of(column)), column.width, column.label
        is_measured = height is None and len(cells) < shown
        cells.append(
            ColumnCells(*place, width=width, language=language, name=name, measured=is_measured)
        )
        dimension = sheet.column_dimensions[letter]
        dimension.width = width
        if len(cells) > shown:
            dimension.outlineLevel, dimension.hidden = 1, True
        if column.editable:
            cells[-1].style_column(dimension)
        for rule in state_rules(column.key, column.choices):
            formats.add(f"{letter}2:{letter}{last_row}", rule)
    # The sign that unfolds columns stands above the last one that is shown.
    sheet.sheet_properties.outlinePr = Outline(summaryRight=False)
    sheet.freeze_panes = "C2" if is_editable else "B2"
    sheet.sheet_view.zoomScale = _ZOOM
    set_up_page(sheet, plan.tracker, paper=options.paper, title_row=1)
    printed = [column.width for column in table.columns[:shown]]
    spread_over_pages(sheet, printed, "A:B" if is_editable else "A:A", options.paper)
    sheet.print_area = f"A1:{letters[shown - 1]}{last_row}"
    if ranges := closed_ranges(table, header=False):
        formats.add(ranges, shading())
    reference = f"A1:{letters[-1]}{last_row}"
    formats.add(f"A2:{letters[-1]}{last_row}", lines_between_cells())
    add_validations(sheet, table, plan.lists, language)
    if options.protect:
        protect(sheet)
    header = [
        ColumnCells(
            *(rows, letter, header_style(column.kind, editable=column.editable)),
            # A filter's button takes the room of two characters.
            width=column.width - 3,
            language=language,
            bold=True,
            measured=at < shown,
        )
        for at, (letter, column) in enumerate(zip(letters, table.columns, strict=True))
    ]
    labels = [column.label for column in table.columns]
    append_row(rows, header, labels, item=table.title)
    plan.baseline.table(table.key, table.title, table.columns)
    for id, row in zip(table.ids, table.rows, strict=True):
        own = None if height is None else max(height, row_height(_lines_needed(row, printed)))
        marks = append_row(rows, cells, row, item=id, height=own)
        plan.baseline.row(id, marks)
    # Not add_table(), which warns in write-only mode even when the columns are given.
    sheet.tables.add(excel_table(table, plan.next_table(), reference, filtered=True))


def _shown(table: Table, options: ExcelOptions) -> int:
    """How many columns of a table are seen and printed; those after them are folded away."""
    if options.print_all or options.columns:
        return len(table.columns)
    return sum(column.main for column in table.columns) or len(table.columns)


def _even_height(table: Table, shown: int) -> float:
    """The one height of the rows: that of the highest of the first, within a limit."""
    most = 1
    widths = [column.width for column in table.columns[:shown]]
    for row in table.rows[:_LOOKED_AT]:
        for value, width in zip(row, widths, strict=False):
            if isinstance(value, str):
                most = max(most, lines_of(value, width))
        if most >= _MOST_LINES:
            break
    return row_height(min(most, _MOST_LINES))


def _lines_needed(row: Sequence[Value], widths: Sequence[int]) -> int:
    """How many lines the long texts of a row stand on; 1 where it has none."""
    long = (
        lines_of(value, width)
        for value, width in zip(row, widths, strict=False)
        if isinstance(value, str)
        # Only what may need more lines than every row has is measured.
        and len(value) + width * value.count("\n") > (_MOST_LINES - 1) * width
    )
    return max(long, default=1)


def protect(sheet: Worksheet) -> None:
    """Lock the cells of a sheet that are not to fill in; what does no harm stays allowed."""
    protection = sheet.protection
    protection.sheet = True
    # In the file these say what is forbidden.
    protection.formatColumns = protection.formatRows = protection.formatCells = False
    protection.autoFilter = protection.sort = False


def excel_table(table: Table, number: int, reference: str, *, filtered: bool) -> ExcelTable:
    """Return the Excel table of a range, by which programs know its header row."""
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
