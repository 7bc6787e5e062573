"""The reporter ``excel``: its name, its options, and how it is asked to write."""

from __future__ import annotations

from typing import Any, BinaryIO, Literal

from attrs import Attribute, frozen

from ssrpolicy.reporting import Edits, Report, option

Sheet = Literal[
    "overview",
    "commitments",
    "requests",
    "statements",
    "instruments",
    "sources",
    "history",
    "codes",
]


def _columns(_: object, __: Attribute[Any], asked: tuple[str, ...]) -> None:
    if not asked:
        return
    from ssrpolicy_excel.writing.selection import check_columns  # noqa: PLC0415 - only where asked

    check_columns(asked)


@frozen(kw_only=True)
class ExcelOptions:
    """Which sheets and columns the workbook has, in what order, and how it is printed."""

    sheets: tuple[Sheet, ...] = option(
        (), help="The sheets to show; nothing means all. Their order is fixed."
    )
    columns: tuple[str, ...] = option(
        (),
        help=(
            "The columns to show, by key (summary,owners,due,...); 'main' and 'editable' stand for "
            "those that are printed and those to fill in. The id is always there, and a sheet that "
            "has none of them keeps all; nothing means all."
        ),
        validator=_columns,
    )
    group: Literal["record", "owner", "place", "claimed", "evidence", "schedule"] | None = option(
        None,
        help=(
            "Put rows of one record, owner, place or status together, with that column beside the "
            "id; no row is there twice. Nothing means the order of reading."
        ),
    )
    summaries: Literal["report", "nl", "en", "both"] = option(
        "report",
        help="The language of summaries and other texts of the record: that of the report, one, "
        "or both.",
    )
    protect: bool = option(
        default=False,
        help=(
            "Lock the columns that are not to fill in, without a password. The cost: Excel then "
            "does not sort the rows, nor add columns of one's own."
        ),
    )
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
        from ssrpolicy_excel.writing.workbook import write_workbook  # noqa: PLC0415 - see above

        options = report.options if isinstance(report.options, ExcelOptions) else ExcelOptions()
        write_workbook(report, options, out)

    def read_edits(self, stream: BinaryIO) -> Edits:
        """Return what was typed in a workbook of this reporter, and what cannot be taken over.

        Raises InputError where the stream holds no such workbook, or one that cannot be read.
        """
        from ssrpolicy_excel.reading.edits import edits_in  # noqa: PLC0415 - as above

        return edits_in(stream)
