"""The reporter ``excel-review``: its name, writing a workbook of proposals, and reading it back."""

from typing import BinaryIO

from ssrpolicy.reporting import Decisions, NoOptions, Report


class ReviewReporter:
    """Writes the open proposals of one record's draft as a workbook to decide about them in."""

    name = "excel-review"
    summary = "An Excel workbook to review a draft in: a row a proposal, to accept or reject."
    suffix = "xlsx"
    media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    api = 1
    shows_internal = True
    wants_drafts = True
    options = NoOptions

    def write(self, report: Report, out: BinaryIO) -> None:
        """Write the workbook; the same report gives the same bytes.

        Raises ReporterError without a draft, or for a report on several records.
        """
        from ssrpolicy_excel.review.writing import write_review  # noqa: PLC0415 - it loads openpyxl, which is needed for a file only

        write_review(report, out)

    def read_decisions(self, stream: BinaryIO) -> Decisions:
        """Return what was decided in a workbook of this reporter, and what cannot be merged.

        Raises InputError where the stream holds no such workbook, or one that cannot be read.
        """
        from ssrpolicy_excel.review.reading import decisions_in  # noqa: PLC0415 - loads openpyxl, which is needed for a file only

        return decisions_in(stream)
