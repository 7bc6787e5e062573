"""Trackers written, and opened again with openpyxl."""

import datetime as dt
import io
from functools import cache

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from ssrpolicy import Language, PolicyRecord
from ssrpolicy.reporting import Report
from ssrpolicy_excel.options import ExcelOptions
from ssrpolicy_excel.reporter import ExcelReporter

SHEETS = {
    "nl": [
        "Dashboard",
        "Toezeggingen",
        "Verzoeken en antwoorden",
        "Andere uitspraken",
        "Instrumenten",
        "Bronnen",
        "Codelijsten",
        "Uitleg",
    ],
    "en": [
        "Dashboard",
        "Commitments",
        "Requests and answers",
        "Other statements",
        "Instruments",
        "Sources",
        "Code lists",
        "Explanation",
    ],
}


TABLES = SHEETS["nl"][1:-1]


def written(
    *records: PolicyRecord,
    as_of: dt.date = dt.date(2010, 12, 31),
    language: Language = "nl",
    options: ExcelOptions | None = None,
) -> bytes:
    """The bytes of the workbook; the same is made once."""
    return _made(records, as_of, language, options or ExcelOptions())


@cache
def _made(
    records: tuple[PolicyRecord, ...], as_of: dt.date, language: Language, options: ExcelOptions
) -> bytes:
    out = io.BytesIO()
    report = Report(records=records, as_of=as_of, language=language, options=options)
    ExcelReporter().write(report, out)
    return out.getvalue()


def opened(data: bytes) -> Workbook:
    """The workbook, read again, without the hidden sheet that keeps what was exported."""
    workbook = load_workbook(io.BytesIO(data))
    (baseline,) = [sheet for sheet in workbook if sheet.sheet_state == "veryHidden"]
    workbook.remove(baseline)
    return workbook


def rows(sheet: Worksheet) -> list[dict[object, object]]:
    """The rows of a sheet below its header, by column label."""
    header, *body = sheet.iter_rows(values_only=True)
    return [dict(zip(header, row, strict=True)) for row in body]
