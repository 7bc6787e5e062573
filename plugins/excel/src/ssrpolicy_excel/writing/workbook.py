"""The workbook as a whole: its sheets in order, its properties, and its bytes."""

from __future__ import annotations

import contextlib
import datetime as dt
import tempfile
import zipfile
from pathlib import Path
from typing import BinaryIO

from lxml import etree
from openpyxl.workbook import Workbook
from openpyxl.writer.excel import ExcelWriter

from ssrpolicy.reporting import Baseline, Report, baseline, reproducible_package
from ssrpolicy.views import Table, Tracker
from ssrpolicy.views.workbook.tracker import tracker
from ssrpolicy_excel.options import ExcelOptions
from ssrpolicy_excel.writing.baseline import BaselineSheet
from ssrpolicy_excel.writing.overview import add_overview
from ssrpolicy_excel.writing.selection import shown, shows_overview
from ssrpolicy_excel.writing.sheets import Plan, add_table_sheet, check_sizes
from ssrpolicy_excel.writing.styles import add_styles
from ssrpolicy_excel.writing.validations import add_lists

_LANGUAGES = {"nl": "nl-NL", "en": "en-GB"}
# Small workbooks stay in memory; a large one goes to a file that no folder lists.
_KEPT_IN_MEMORY = 1 << 24


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
    workbook = Workbook(write_only=True)
    try:
        _fill(workbook, view, tables, options, baseline(report))
        _save(workbook, out, report.as_of)
    finally:
        _discard(workbook)


def _save(workbook: Workbook, out: BinaryIO, as_of: dt.date) -> None:
    with tempfile.SpooledTemporaryFile(max_size=_KEPT_IN_MEMORY) as package:
        # Stored, because the last step compresses what it passes on.
        with zipfile.ZipFile(package, "w", zipfile.ZIP_STORED) as archive:
            ExcelWriter(workbook, archive).save()
        package.seek(0)
        reproducible_package(package, out, as_of=as_of)  # type: ignore[arg-type]  # a spooled file is a binary stream


def _discard(workbook: Workbook) -> None:
    """Close and remove the temporary files of sheets that a failure left behind."""
    for sheet in workbook.worksheets:
        writer = getattr(sheet, "_writer", None)
        if writer is None or not Path(writer.out).exists():
            continue
        # What is half-written cannot be ended well: the failure that led here is the one to be
        # told, and not that of each sheet that it left open.
        for part in (getattr(sheet, "_rows", None), writer.xf):
            with contextlib.suppress(OSError, etree.LxmlError):
                if part is not None:
                    part.close()
        with contextlib.suppress(OSError):
            writer.cleanup()


def _fill(
    workbook: Workbook,
    view: Tracker,
    tables: tuple[Table, ...],
    options: ExcelOptions,
    given_out: Baseline,
) -> None:
    add_styles(workbook, view.language)
    properties = workbook.properties
    properties.title = view.title
    properties.subject = view.subject
    properties.language = _LANGUAGES[view.language]
    properties.creator = "ssrpolicy"
    properties.created = properties.modified = dt.datetime.combine(view.as_of, dt.time())
    sheet = BaselineSheet(workbook, given_out)
    lists = add_lists(workbook, tables)
    plan = Plan(tracker=view, options=options, baseline=sheet, lists=lists)
    overview = None
    if shows_overview(options):
        add_overview(workbook, plan, tables)
        overview = view.overview
    for number, table in enumerate(tables, start=1):
        add_table_sheet(workbook, table, number, plan)
    sheet.finish(overview)
