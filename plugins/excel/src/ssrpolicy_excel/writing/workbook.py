"""The workbook as a whole: what it shows, its sheets in order, its properties, and its bytes."""

import contextlib
import datetime as dt
import re
import tempfile
from itertools import compress
from typing import BinaryIO

from attrs import evolve

from ssrpolicy.reporting import Baseline, Report, baseline, reproducible_package
from ssrpolicy.views import Table, Tracker, capital, tracker, visible
from ssrpolicy_excel.baseline_sheet import EXPLANATION, OVERVIEW
from ssrpolicy_excel.options import ExcelOptions
from ssrpolicy_excel.writing.baseline import BaselineSheet
from ssrpolicy_excel.writing.dashboard import add_dashboard
from ssrpolicy_excel.writing.explanation import add_explanation
from ssrpolicy_excel.writing.places import Places
from ssrpolicy_excel.writing.rows import Sheets
from ssrpolicy_excel.writing.sheets import SheetMaking, add_table_sheet, check_sizes
from ssrpolicy_excel.writing.styles import add_styles
from ssrpolicy_excel.writing.validations import add_lists

# What a word in a list means does not depend on how the lists are looked at.
_WHOLE = ("codes",)
# Sheets that are there only where something stands in them, and those that are not seen at first.
_IF_ANY = ("reminders", "history")
_HIDDEN = ("statements", "codes")
# An Excel sheet's name has so many characters at most, and none of these.
_LONGEST_NAME = 31
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
# "Ministerie van ...", "Duinmark Ministry of ...", with more words of their own after it.
_LEADING = re.compile(
    r"^.*?\b(?:ministerie|ministry|department)\s+(?:van|voor|of|for)\s+(?=(?-i:[A-Z]))",
    re.IGNORECASE,
)
_LEADS_ON = re.compile(r",?(?:\s+(?:van|voor|en|de|het|in|of|for|and|the))+$")


def shown(tracker: Tracker, options: ExcelOptions) -> tuple[Table, ...]:
    """Return the tables that a workbook shows, each with the columns that it shows."""
    names = {tracker.overview.casefold(), tracker.explanation.casefold()}
    return tuple(
        evolve(_narrowed(table, options.columns), title=_sheet_name(table.title, names))
        for table in tracker.tables
        if _is_shown(table, options)
    )


def _is_shown(table: Table, options: ExcelOptions) -> bool:
    kind, _, owner = table.key.partition("/")
    if owner and not options.per_owner:
        return False
    if options.sheets:
        return kind in options.sheets
    return bool(table.rows) or table.key not in _IF_ANY


def _sheet_name(title: str, taken: set[str]) -> str:
    """A title as Excel takes it for a sheet's name, unlike those that are taken."""
    clean = " ".join(_NOT_IN_NAMES.sub("-", visible(title)).split())
    name, number = _cut(clean, _LONGEST_NAME), 1
    while name.casefold() in taken:
        number += 1
        end = f" ({number})"
        name = _cut(clean, _LONGEST_NAME - len(end)) + end
    taken.add(name.casefold())
    return name


def _cut(name: str, longest: int) -> str:
    """As much of a name as there is room for: of which ministry it is, before that it is one.

    It ends with a word, and not with one that leads on, where a word ends in its second half. A
    bracket that is not closed any more goes: with what is in it, but where that is all there is.
    """
    if len(name) > longest:
        name = _LEADING.sub("", name)
    if len(name) > longest:
        space = name.rfind(" ", longest // 2, longest + 1)
        name = _LEADS_ON.sub("", name[: space if space > 0 else longest])
        if name.count("(") > name.count(")"):
            outside, _, inside = name.rpartition("(")
            name = outside or capital(inside)
    return name.strip("' ") or "-"


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
    # Before the tables are there: for the digests the data of a whole record are in memory.
    exported = baseline(report)
    view = tracker(
        report.records,
        as_of=report.as_of,
        language=report.language,
        group=options.group,
        summaries=options.summaries,
        per_owner=options.per_owner or "reminders" in options.sheets,
        selection=report.selection,
    )
    tables = shown(view, options)
    for remark in check_sizes(view, tables, len(report.records)):
        report.remark(remark)
    with (
        contextlib.closing(Sheets()) as sheets,
        tempfile.SpooledTemporaryFile(_KEPT_IN_MEMORY) as package,
    ):
        _fill(sheets, view, tables, options, exported)
        sheets.save(package)  # type: ignore[arg-type]  # a spooled file is a binary stream
        package.seek(0)
        reproducible_package(package, out, as_of=report.as_of)  # type: ignore[arg-type]  # a spooled file is a binary stream


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
    hidden = () if options.sheets else _HIDDEN
    plan = SheetMaking(
        tracker=view,
        options=options,
        baseline=BaselineSheet(sheets, exported),
        lists=add_lists(workbook, tables),
        places=Places(tables, hidden),
    )
    free = {}
    if not options.sheets or OVERVIEW in options.sheets:
        add_dashboard(sheets, plan)
        free[OVERVIEW] = view.overview
    for table in tables:
        add_table_sheet(sheets, table, plan)
    for key in hidden:
        sheet = workbook[view.table(key).title]
        sheet.sheet_state = "hidden"
        # LibreOffice prints a hidden sheet that has an area to print.
        sheet.print_area = None
    if not options.sheets or EXPLANATION in options.sheets:
        add_explanation(sheets, plan, tables)
        free[EXPLANATION] = view.explanation
    plan.baseline.finish(free)
