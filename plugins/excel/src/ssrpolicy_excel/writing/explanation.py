"""The last sheet: an explanation of the workbook, of filling it in, and of each sheet."""

from attrs import evolve
from openpyxl.worksheet.pagebreak import Break

from ssrpolicy.views import Column, Fact, Kind, Link, Table, Value, label
from ssrpolicy_excel.baseline_sheet import EXPLANATION
from ssrpolicy_excel.writing.free_sheet import FreeSheet
from ssrpolicy_excel.writing.rows import Sheets
from ssrpolicy_excel.writing.sheets import SheetMaking
from ssrpolicy_excel.writing.styles import LABEL, OF_KIND, TITLE, header_style

_WIDTHS = (32, 96, 12)
_TITLE_HEIGHT = 24.0


def add_explanation(sheets: Sheets, plan: SheetMaking, tables: tuple[Table, ...]) -> None:
    """Add the explanation as the next sheet of the workbook; ``tables`` are those that it has."""
    tracker = plan.tracker
    sheet = FreeSheet(sheets, plan, EXPLANATION, tracker.explanation, _WIDTHS)
    sheet.append_heading(tracker.title, TITLE, _TITLE_HEIGHT)
    sheet.append()
    facts = list(tracker.facts)
    if not plan.options.print_all:
        words = (label(f"workbook.{key}", sheet.language) for key in ("printing", "printing_text"))
        facts.append(Fact(key="printing", label=next(words), value=next(words)))
    first = sheet.rows.next
    for fact in facts:
        kind = Kind.TEXT if isinstance(fact.value, str) else Kind.DATE
        sheet.append([LABEL, OF_KIND[kind]], [fact.label, fact.value])
    sheet.lines(f"A{first}:B{sheet.rows.last}")
    sheet.keep(f"A{first}:B{sheet.rows.last}")
    if any(column.editable for table in tables for column in table.columns):
        _append_legend(sheet)
    _append_stages(sheet)
    _append_sheets(sheet, tables)
    sheet.finish()


def _append_legend(sheet: FreeSheet) -> None:
    """Say, and show, which columns take what a reader types."""
    language = sheet.language
    sheet.append()
    sheet.append_heading(label("workbook.legend", language))
    first = sheet.rows.next
    for key in ("fill_in", "read_only"):
        styles = (header_style(Kind.TEXT, editable=key == "fill_in"), OF_KIND[Kind.TEXT])
        words = (label(f"workbook.{key}", language), label(f"workbook.{key}_text", language))
        sheet.append(styles, words)
    sheet.lines(f"B{first}:B{sheet.rows.last}")
    sheet.keep(f"A{first}:B{sheet.rows.last}")


def _append_stages(sheet: FreeSheet) -> None:
    """Say what each figure of the dashboard counts."""
    language, figures = sheet.language, sheet.plan.tracker.figures
    title = label("section.figures", language)
    columns = (
        Column(key="stage", label=title),
        Column(key="meaning", label=label("field.meaning", language)),
    )
    rows = tuple((figure.label, figure.about) for figure in figures)
    ids = tuple(figure.key for figure in figures)
    sheet.append_table(Table(key="stages", title=title, columns=columns, rows=rows, ids=ids))


def _append_sheets(sheet: FreeSheet, tables: tuple[Table, ...]) -> None:
    """List the sheets, with a link to each that can be seen, and then those that are hidden."""
    contents, places = sheet.plan.tracker.contents, sheet.plan.places
    titles = {table.key: table.title for table in tables}
    seen: list[tuple[Value, ...]] = []
    hidden: list[tuple[Value, ...]] = []
    for id, (_, about, entries) in zip(contents.ids, contents.rows, strict=True):
        if id in titles and places.title(id) is None:
            hidden.append((titles[id], about, entries))
        elif id in titles:
            seen.append((Link(titles[id], f"#{id}"), about, entries))
    # With the words above it, the list takes more than a page: it has its own.
    sheet.sheet.row_breaks.append(Break(id=sheet.rows.last))
    if seen:
        sheet.append_table(contents, seen)
    if hidden:
        name, *columns = contents.columns
        title = label("section.hidden", sheet.language)
        plain = (evolve(name, kind=Kind.TEXT), *columns)
        sheet.append_table(evolve(contents, key="hidden", title=title, columns=plain), hidden)
