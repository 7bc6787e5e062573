"""The dashboard: late and urgent commitments, cells to fill in, and counts."""

from collections.abc import Mapping

from attrs import evolve
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.pagebreak import Break

from ssrpolicy.views import Column, Kind, Link, Table, Value, label
from ssrpolicy_excel.baseline_sheet import OVERVIEW
from ssrpolicy_excel.writing.charts import Spot, add_bars, add_quarters, said_alike
from ssrpolicy_excel.writing.free_sheet import FreeSheet
from ssrpolicy_excel.writing.rows import Sheets
from ssrpolicy_excel.writing.sheets import SheetMaking
from ssrpolicy_excel.writing.styles import (
    FIGURE,
    FIGURE_ALONE,
    FIGURE_LABEL,
    OF_KIND,
    SUBTITLE,
    TITLE,
    header_style,
)
from ssrpolicy_excel.writing.widths import shortened, width_for

_TITLE_HEIGHT, _LINE_HEIGHT = 23.0, 15.0
_FIGURE_HEIGHT = 21.0
_GAP = 6.0
_LINE_OF_CHART = 15.0
# The quarters stand next to the figures; the bars below the lists, side by side.
_QUARTERS = Spot(column=2, width=16.4, height=4.4)
_BARS = {"schedule": Spot(column=0, width=13.8), "claimed": Spot(column=2, width=16.4)}
# A chart of few bars is as low as they need, and one of many no higher than this.
_ROWS_OF_CHARTS, _ROWS_AROUND_BARS, _ROWS_OF_A_BAR = 20, 4, 2
_ROW_IN_CENTIMETRES = 0.5
_LISTS = ("overdue", "due_soon")
# So wide is the column of the ids at most; the other columns still fit a small screen.
_WIDEST_ID = 40
# Tables of counts begin on a page of their own; so high a page is, in points, at the width of the
# sheet, with something to spare for fonts that are a little larger.
_FIRST_COUNTS = "schedule"
_PAGE = 540.0
# The ids of a table that says that it has nothing.
_NOTHING = ("",)


def add_dashboard(sheets: Sheets, plan: SheetMaking) -> None:
    """Add the dashboard as the next sheet of the workbook."""
    tracker = plan.tracker
    sections = {section.key: section for section in tracker.sections}
    widest = max(tracker.sections, key=lambda section: len(section.columns))
    widths = [_width_of_ids(sections), *(column.width for column in widest.columns[1:])]
    sheet = FreeSheet(sheets, plan, OVERVIEW, tracker.overview, widths)
    sheet.append_heading(tracker.title, TITLE, _TITLE_HEIGHT)
    sheet.append_heading(f"{tracker.subject}: {tracker.counts}", SUBTITLE, _LINE_HEIGHT)
    if tracker.selection is not None:
        sheet.append_heading(tracker.selection, SUBTITLE, _LINE_HEIGHT)
    if tracker.languages is not None:
        sheet.append_heading(tracker.languages, SUBTITLE, _LINE_HEIGHT)
    _append_what_to_fill_in(sheet)
    above = sheet.append(height=_GAP)
    _append_figures(sheet)
    for key in _LISTS:
        sheet.append_table(sections[key], _fitting(sections[key], widths[0]))
    room, top = _keep_room(sheet, sections)
    headers = _append_counts(sheet, sections, top)
    _draw(sheet, sections, headers, above, room)
    sheet.finish()


def _width_of_ids(sections: Mapping[str, Table]) -> int:
    """How wide the first column is: a program that shows a link keeps it on one line."""
    listed = [sections[key] for key in _LISTS]
    least = max(table.columns[0].width for table in listed)
    ids = (row[0].text for table in listed for row in table.rows if isinstance(row[0], Link))
    return width_for(ids, least=least, most=_WIDEST_ID)


def _fitting(section: Table, width: int) -> list[tuple[Value, ...]]:
    """The rows of a list, each with an id that its column has room for.

    A letter is known by the number in its record's id: what is left out is the end.
    """
    return [
        (Link(shortened(row[0].text, width), row[0].url), *row[1:])
        if isinstance(row[0], Link)
        else row
        for row in section.rows
    ]


def _append_counts(sheet: FreeSheet, sections: Mapping[str, Table], top: float) -> dict[str, int]:
    """Append the quarters and the counts; a table that a page would cut in two begins the next.

    ``top`` is where the page begins that the quarters come on. Returns the rows of the headers.
    """
    headers = {}
    keys = list(sections)
    for key in ("quarters", *keys[keys.index(_FIRST_COUNTS) :]):
        above, before = sheet.rows.last, sheet.rows.height
        headers[key] = sheet.append_table(sections[key])
        if key == _FIRST_COUNTS or (before > top and sheet.rows.height - top > _PAGE):
            sheet.sheet.row_breaks.append(Break(id=above))
            top = before
    return headers


def _append_what_to_fill_in(sheet: FreeSheet) -> None:
    """Lead to the sheet that takes what a reader knows, where it is there."""
    title = sheet.plan.places.title("commitments")
    if title is not None:
        words = label("tracker.fill_in_here", sheet.language, sheet=title)
        number = sheet.append(
            [OF_KIND[Kind.LINK] + " line"], [Link(words, "#commitments")], height=_LINE_HEIGHT
        )
        sheet.keep(f"A{number}")


def _append_figures(sheet: FreeSheet) -> None:
    """Append the five figures, each a link to the rows that it counts."""
    tracker, language = sheet.plan.tracker, sheet.language
    columns = (
        Column(key="number", label=label("overview.number", language), kind=Kind.NUMBER),
        Column(key="stage", label=label("section.figures", language)),
    )
    header = sheet.append(
        [header_style(column.kind) for column in columns], [column.label for column in columns]
    )
    for figure in tracker.figures:
        cells = sheet.plan.places.rows("commitments", figure.ids)
        style = FIGURE_ALONE if cells is None else FIGURE
        number = sheet.append(
            [style, FIGURE_LABEL], [figure.number, figure.label], height=_FIGURE_HEIGHT
        )
        if cells is not None:
            link = Hyperlink(ref=f"A{number}", location=cells, tooltip=figure.about)
            sheet.rows.links.append(link)
    title = label("section.figures", language)
    table = Table(key="figures", title=title, columns=columns, rows=(), ids=())
    sheet.mark_table(table, f"A{header}:B{sheet.rows.last}")


def _keep_room(sheet: FreeSheet, sections: Mapping[str, Table]) -> tuple[int, float]:
    """Append empty rows where the bars are drawn, on the first page where they fit on it.

    Of a status that all commitments have, a sentence says so, and nothing is drawn. Returns the row
    above the bars, and where the page begins that they are on.
    """
    alike = [sections[key] for key in _BARS if _is_alike(sections[key])]
    if not any(_is_drawn(sections[key]) for key in _BARS):
        if alike:
            sheet.append(height=_GAP)
        for section in alike:
            sheet.append_heading(said_alike(section, sheet.language), SUBTITLE, _LINE_HEIGHT)
        return sheet.rows.last, 0
    rows, top = _rows_of_charts(sections), 0.0
    # A chart that is cut in two by the end of a page says nothing.
    if sheet.rows.height + (len(alike) + 1 + rows) * _LINE_OF_CHART > _PAGE:
        sheet.sheet.row_breaks.append(Break(id=sheet.rows.last))
        top = sheet.rows.height
    for section in alike:
        sheet.append_heading(said_alike(section, sheet.language), SUBTITLE, _LINE_HEIGHT)
    above = sheet.append()
    for _ in range(rows):
        sheet.rows.append(height=_LINE_OF_CHART, fixed=True)
    return above, top


def _rows_of_charts(sections: Mapping[str, Table]) -> int:
    """How many rows the bars take: those that the chart with most of them needs."""
    most = max(len(sections[key].rows) for key in _BARS)
    return min(_ROWS_OF_CHARTS, _ROWS_AROUND_BARS + _ROWS_OF_A_BAR * most)


def _is_alike(section: Table) -> bool:
    """Whether all that a table counts is in its one row."""
    return section.ids != _NOTHING and len(section.rows) == 1


def _is_drawn(section: Table) -> bool:
    """Whether a table has several numbers to compare."""
    return len(section.rows) > 1


def _draw(
    sheet: FreeSheet,
    sections: Mapping[str, Table],
    headers: Mapping[str, int],
    above: int,
    room: int,
) -> None:
    """Draw the charts in the order in which a screen reader then reads them."""
    if _is_drawn(sections["quarters"]):
        add_quarters(
            sheet.rows,
            sections["quarters"],
            headers["quarters"],
            _QUARTERS.below(above),
            sheet.language,
        )
    drawn = [key for key in _BARS if _is_drawn(sections[key])]
    height = _rows_of_charts(sections) * _ROW_IN_CENTIMETRES
    for key, place in zip(drawn, _BARS.values(), strict=False):
        spot = evolve(place, height=height)
        add_bars(sheet.rows, sections[key], headers[key], spot.below(room), sheet.language)
