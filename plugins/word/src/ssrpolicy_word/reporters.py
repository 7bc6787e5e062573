"""The reporters of this distribution, each a note of the views as a Word document."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, BinaryIO

from attrs import frozen, validators

from ssrpolicy import OptionError
from ssrpolicy.reporting import Report, argument, option
from ssrpolicy.views import LONGEST_SILENCE, STALE_AFTER
from ssrpolicy_word.messages import _
from ssrpolicy_word.options import AnnexOptions, BriefingOptions, DocumentOptions

if TYPE_CHECKING:
    from ssrpolicy.views import Note


class WordReporter:
    """A reporter that lays out a note of the views as a Word document."""

    suffix = "docx"
    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    api = 1
    supports_selection = True

    def note(self, report: Report[Any]) -> Note:
        """Return the note to lay out."""
        raise NotImplementedError

    def write(self, report: Report[DocumentOptions], out: BinaryIO) -> None:
        """Write the document to a binary stream; the same report gives the same bytes."""
        from ssrpolicy_word.writing import write_document  # noqa: PLC0415 - loads python-docx

        write_document(self.note(report), report, out)


class BriefingNote(WordReporter):
    """A Word decision note on one record, or on several with a part each."""

    name = "word"
    summary = "A Word decision note in two or three pages: what to decide, and what is open."
    shows_internal = True
    options: type[BriefingOptions] = BriefingOptions

    def note(self, report: Report[BriefingOptions]) -> Note:
        """Return the decision note on the report's records."""
        from ssrpolicy.views import briefing  # noqa: PLC0415 - it loads the views of notes, which are needed for a note only

        options = report.options
        return briefing(
            report.records,
            as_of=report.as_of,
            language=report.language,
            supplied=options.supplied(),
            warnings=report.warnings,
            in_full=options.detail == "full",
            selection=report.selection,
        )


class Dossier(WordReporter):
    """All that one record or several hold, with the words of every source."""

    name = "word-dossier"
    summary = "All that the records hold, as a Word document: every entry with its sources."
    shows_internal = True
    options: type[DocumentOptions] = DocumentOptions

    def note(self, report: Report) -> Note:
        """Return the dossier of the report's records."""
        from ssrpolicy.views import dossier  # noqa: PLC0415 - it loads the views of notes, which are needed for a note only

        return dossier(
            report.records, as_of=report.as_of, language=report.language, selection=report.selection
        )


class BudgetAnnex(WordReporter):
    """The annex to a budget that says how motions and commitments stand."""

    name = "word-annex"
    summary = "A Word annex to a budget: motions and commitments, dealt with and in hand."
    shows_internal = False
    options: type[AnnexOptions] = AnnexOptions

    def note(self, report: Report) -> Note:
        """Return the budget annex of the report's records."""
        from ssrpolicy.views import annex  # noqa: PLC0415 - it loads the views of notes, which are needed for a note only

        return annex(
            report.records, as_of=report.as_of, language=report.language, selection=report.selection
        )


@frozen(kw_only=True)
class ChangesOptions(DocumentOptions):
    """Which period the overview is about, and when silence counts."""

    since: dt.date | None = option(
        None, help="The day to compare with, such as that of the last overview; it must be given."
    )
    stale_after: int = option(
        STALE_AFTER,
        help="For how many days nothing must have been recorded of a commitment before it is "
        "listed as long without an update.",
        validator=validators.and_(validators.ge(1), validators.le(LONGEST_SILENCE)),
    )


class Changes(WordReporter):
    """An overview of what changed after a day, up to and including the day of the report."""

    name = "word-changes"
    summary = "A Word overview of what changed since a day (-o since=DATE)."
    shows_internal = True
    options: type[ChangesOptions] = ChangesOptions

    def note(self, report: Report[ChangesOptions]) -> Note:
        """Return the overview of changes of the report's records.

        Raises OptionError without a day to compare with, or with one that is not before the day
        of the report.
        """
        from ssrpolicy.views import changes  # noqa: PLC0415 - it loads the views of notes, which are needed for a note only

        options = report.options
        return changes(
            report.records,
            since=_since(options.since, report.as_of),
            as_of=report.as_of,
            language=report.language,
            stale_after=options.stale_after,
            selection=report.selection,
        )


def _given(since: dt.date) -> str:
    """Return how the day is given, at the command line or in Python."""
    in_python = f'options={{"since": "{since}"}}'
    return argument(f"-o word-changes.since={since}", in_python)


def _since(since: dt.date | None, as_of: dt.date) -> dt.date:
    example = as_of.replace(day=1) - dt.timedelta(days=1) if as_of > dt.date(1, 1, 31) else as_of
    if since is None:
        raise OptionError(
            _(
                "word-changes compares two days, and the option since, the first of them, is "
                "missing."
            ),
            hint=_("Give a day before {as_of}: {given}.", as_of=as_of, given=_given(example)),
        )
    if since >= as_of:
        raise OptionError(
            _(
                "The option since of word-changes is {since}; it must be a day before {as_of}, "
                "the day of the report.",
                since=since,
                as_of=as_of,
            ),
            hint=_(
                "Give an earlier day, as in {given}, or a later {as_of}.",
                given=_given(example),
                as_of=argument("--as-of", "as_of"),
            ),
        )
    return since


REPORTERS = (BriefingNote(), Dossier(), BudgetAnnex(), Changes())
"""The reporters of this distribution, the decision note first."""
