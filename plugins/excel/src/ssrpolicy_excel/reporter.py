"""The reporter ``excel``: its name, its kind of file, writing it and reading its edits."""

from typing import Any, BinaryIO

from ssrpolicy.reporting import Edits, Report
from ssrpolicy_excel.options import ExcelOptions


class ExcelReporter:
    """Writes one or more records as an Excel workbook, and reads back what was entered in it."""

    name = "excel"
    summary = "An Excel tracker of requests, answers, commitments and what became of them."
    suffix = "xlsx"
    media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    api = 1
    shows_internal = True
    supports_selection = True
    options: type[Any] = ExcelOptions

    def write(self, report: Report, out: BinaryIO) -> None:
        """Write the report as a workbook; the same report gives the same bytes.

        Raises ContentError when a text cannot stand in a cell, naming item and column, or when
        there are more rows than a sheet holds; nothing is written then.
        """
        from ssrpolicy_excel.writing.workbook import write_workbook  # noqa: PLC0415 - it loads openpyxl, which is needed for a file only

        options = report.options if isinstance(report.options, ExcelOptions) else ExcelOptions()
        write_workbook(report, options, out)

    def read_edits(self, stream: BinaryIO) -> Edits:
        """Return what was entered in a workbook of this reporter, and what cannot be merged.

        Raises InputError where the stream holds no such workbook, or one that cannot be read.
        """
        from ssrpolicy_excel.reading.tracker import edits_in  # noqa: PLC0415 - loads openpyxl, which is needed for a file only

        return edits_in(stream)
