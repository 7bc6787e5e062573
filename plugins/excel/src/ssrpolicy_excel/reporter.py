"""The reporter ``excel``: its name, its options, and how it is asked to write."""

from __future__ import annotations

import errno
from typing import BinaryIO, Literal

from attrs import frozen

from ssrpolicy.reporting import Report, option


@frozen(kw_only=True)
class ExcelOptions:
    """How the workbook is set up for printing; what it holds is always the whole."""

    paper: Literal["a3", "a4"] = option("a3", help="The paper that the tables are printed on.")
    print_all: bool = option(
        default=False,
        help="Print every column; else the main columns, which stay large enough to read.",
    )


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
        # openpyxl takes a while to import; whoever only lists plugins need not wait for it.
        from lxml import etree  # noqa: PLC0415 - see above

        from ssrpolicy_excel.workbook import write_workbook  # noqa: PLC0415 - see above

        options = report.options if isinstance(report.options, ExcelOptions) else ExcelOptions()
        try:
            write_workbook(report, options, out)
        except etree.SerialisationError as error:
            # lxml writes the sheets to temporary files, and says of a full disk no more than this.
            if str(error).startswith("IO_"):
                raise OSError(errno.ENOSPC, "No space left for temporary files") from error
            raise
