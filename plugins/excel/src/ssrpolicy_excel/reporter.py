"""The reporter ``excel``: its name, its kind of file, writing it and reading its edits."""

from typing import BinaryIO

from attrs import frozen

from ssrpolicy.reporting import Edits, Report
from ssrpolicy_excel.options import ExcelOptions


@frozen
class ExcelReporter:
    """Writes one or more records as an Excel workbook."""

    @property
    def name(self) -> str:
        """What ``--to`` takes."""
        return "excel"

    @property
    def summary(self) -> str:
        """What the reporter makes, in one sentence."""
        return "An Excel tracker of requests, answers, commitments and what became of them."

    @property
    def suffix(self) -> str:
        """The suffix of its files."""
        return "xlsx"

    @property
    def media_type(self) -> str:
        """The media type of its files."""
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    @property
    def api(self) -> int:
        """The version of the contract that it is written for."""
        return 1

    @property
    def options(self) -> type[ExcelOptions]:
        """The class of its options."""
        return ExcelOptions

    def write(self, report: Report, out: BinaryIO) -> None:
        """Write the report as a workbook; the same report gives the same bytes.

        Raises ContentError when a text cannot stand in a cell, naming item and column, or when
        there are more rows than a sheet holds; nothing is written then.
        """
        # openpyxl takes a while to import; listing plugins does not need it.
        from ssrpolicy_excel.writing.workbook import write_workbook  # noqa: PLC0415 - see above

        options = report.options if isinstance(report.options, ExcelOptions) else ExcelOptions()
        write_workbook(report, options, out)

    def read_edits(self, stream: BinaryIO) -> Edits:
        """Return what was entered in a workbook of this reporter, and what cannot be merged.

        Raises InputError where the stream holds no such workbook, or one that cannot be read.
        """
        from ssrpolicy_excel.reading.tracker import edits_in  # noqa: PLC0415 - as above

        return edits_in(stream)
