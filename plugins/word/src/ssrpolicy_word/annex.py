"""The reporter ``word-annex``: a budget annex."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from ssrpolicy.reporting import Report
from ssrpolicy_word.options import DocumentOptions
from ssrpolicy_word.reporter import WordReporter

if TYPE_CHECKING:
    from ssrpolicy.views import Note


@frozen(kw_only=True)
class AnnexOptions(DocumentOptions):
    """The options of the annex: those of every Word document."""


@frozen
class BudgetAnnex(WordReporter):
    """The annex to a budget that says how motions and commitments stand."""

    name: str = "word-annex"
    summary: str = "A Word annex to a budget: motions and commitments, dealt with and in hand."
    options: type[AnnexOptions] = AnnexOptions

    def note(self, report: Report) -> Note:
        """Return the budget annex of the report's records."""
        from ssrpolicy.views import annex  # noqa: PLC0415 - loads the notes

        return annex(report.records, as_of=report.as_of, language=report.language)
