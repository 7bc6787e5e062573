"""The reporter ``word-annex``: the budget annex of the view, laid out as a Word document."""

from __future__ import annotations

from typing import BinaryIO

from attrs import frozen

from ssrpolicy.reporting import Report
from ssrpolicy.views import annex
from ssrpolicy_word.options import DocumentOptions
from ssrpolicy_word.writing.document import write_document


@frozen(kw_only=True)
class AnnexOptions(DocumentOptions):
    """The options of the annex: those of every Word document."""


@frozen
class BudgetAnnex:
    """The annex to a budget that says how motions and commitments stand."""

    name: str = "word-annex"
    summary: str = "A Word annex to a budget: motions and commitments, dealt with and in hand."
    suffix: str = "docx"
    media_type: str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    api: int = 1
    options: type[AnnexOptions] = AnnexOptions

    def write(self, report: Report, out: BinaryIO) -> None:
        """Write the annex to a binary stream; the same report gives the same bytes."""
        note = annex(report.records, as_of=report.as_of, language=report.language)
        write_document(note, report, out)
