"""The workbook as a whole: what it shows, its sheets in order, its properties, and its bytes."""

import contextlib
import datetime as dt
import tempfile
from itertools import compress
from typing import BinaryIO

from attrs import evolve

from ssrpolicy.reporting import Baseline, Report, baseline, reproducible_package
from ssrpolicy.views import Table, Tracker, tracker, visible
from ssrpolicy_excel.options import ExcelOptions
from ssrpolicy_excel.writing.baseline import BaselineSheet
from ssrpolicy_excel.writing.overview import add_overview
from ssrpolicy_excel.writing.rows import Sheets
from ssrpolicy_excel.writing.sheets import Plan, add_table_sheet, check_sizes
from ssrpolicy_excel.writing.styles import add_styles
from ssrpolicy_excel.writing.validations import add_lists

# What a word in a list means does not depend on how the lists are looked at.
_WHOLE = ("codes",)


def shown(tracker: Tracker, options: ExcelOptions) -> tuple[Table, ...]:
    """Return the tables that a workbook shows, each with the columns that it shows."""
    return tuple(
        _narrowed(table, options.columns)
        for table in tracker.tables
        if not options.sheets or table.key in options.sheets
    )


def _narrowed(table: Table, keys: tuple[str, ...]) -> Table:
    if not keys or table.key in _WHOLE:
        return table
    chosen = [
        column.key == "id"
        or column.key in keys
        or ("main" in keys and column.main)
        or ("editable" in keys and column.editable)
        for column in table.columns
    ]
    columns = tuple(compress(table.columns, chosen))
    if all(column.key == "id" for column in columns):
        return table
    rows = tuple(tuple(compress(row, chosen)) for row in table.rows)
    return evolve(table, columns=columns, rows=rows)


_LANGUAGES = {"nl": "nl-NL", "en": "en-GB"}
# A small package stays in memory; a large one goes to a file that no folder lists.
_KEPT_IN_MEMORY = 1 << 22


def write_workbook(report: Report, options: ExcelOptions, out: BinaryIO) -> None:
    """Write the tracker of a report's records as a workbook."""
    view = tracker(
        report.records,
        as_of=report.as_of,
        language=report.language,
        group=options.group,
        summaries=options.summaries,
    )
    tables = shown(view, options)
    check_sizes(view, tables, len(report.records))
    with (
        contextlib.closing(Sheets()) as sheets,
        tempfile.SpooledTemporaryFile(_KEPT_IN_MEMORY) as package,
    ):
        _fill(sheets, view, tables, options, baseline(report))
        sheets.save(package)  # type: ignore[arg-type]  # a spooled file is a binary stream
        package.seek(0)
        reproducible_package(package, out, as_of=report.as_of)  # type: ignore[arg-type]  # as above


def _fill(
    sheets: Sheets,
    view: Tracker,
    tables: tuple[Table, ...],
    options: ExcelOptions,
    exported: Baseline,
) -> None:
    workbook = sheets.workbook
    add_styles(workbook, view.language)
    properties = workbook.properties
    properties.title = visible(view.title)
    properties.subject = view.subject
    properties.language = _LANGUAGES[view.language]
    properties.creator = "ssrpolicy"
    properties.created = properties.modified = dt.datetime.combine(view.as_of, dt.time())
    sheet = BaselineSheet(sheets, exported)
    lists = add_lists(workbook, tables)
    plan = Plan(tracker=view, options=options, baseline=sheet, lists=lists)
    overview = None
    if not options.sheets or "overview" in options.sheets:
        add_overview(sheets, plan, tables)
        overview = view.overview
    for number, table in enumerate(tables, start=1):
        add_table_sheet(sheets, table, number, plan)
    sheet.finish(overview)
