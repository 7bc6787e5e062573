"""The reporter ``word``: a briefing note, with what a person supplies to it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import attrs
from attrs import frozen

from ssrpolicy.reporting import InputFile, Report, option
from ssrpolicy_word.options import DocumentOptions
from ssrpolicy_word.reporter import WordReporter

if TYPE_CHECKING:
    from ssrpolicy.views import Note, Supplied


@frozen(kw_only=True)
class BriefingOptions(DocumentOptions):
    """What only a person can supply to the note, and what every document can be asked."""

    recipient: str | None = option(None, help="To whom the note is sent.")
    sender: str | None = option(None, help="Who sends the note.")
    date: dt.date | None = option(None, help="The date of the note.")
    reference: str | None = option(None, help="Its reference in your own filing system.")
    deadline: dt.date | None = option(None, help="The day on which the decision is needed.")
    deadline_reason: str | None = option(
        None, help="Why on that day; it stands in brackets after the deadline."
    )
    annexes: str | None = option(
        None, help="The papers that go with the note, separated by semicolons."
    )
    advice: str | None = option(
        None, help="The decision that is recommended; a blank line begins a new paragraph."
    )
    political_context: str | None = option(
        None, help="What matters politically; a blank line begins a new paragraph."
    )
    not_public: str | None = option(
        None, help="What cannot be made public and why; a blank line begins a new paragraph."
    )

    texts: InputFile | None = option(
        None,
        help="A TOML file with any of these texts and days; an option goes before what it has.",
    )

    def supplied(self) -> Supplied:
        """Return what these options fill in; what is left out is a visible place in the note."""
        from ssrpolicy.views import Supplied  # noqa: PLC0415 - loads the notes
        from ssrpolicy_word.supplied import read_supplied  # noqa: PLC0415 - the same

        given = {name: getattr(self, name) for name in attrs.fields_dict(Supplied)}
        annexes = (self.annexes or "").split(";")
        given["annexes"] = tuple(annex.strip() for annex in annexes if annex.strip())
        return read_supplied(self.texts, given)


@frozen
class BriefingNote(WordReporter):
    """A Word briefing note on one record, or on several with a section each."""

    name: str = "word"
    summary: str = "A Word briefing note: what was asked, answered and promised, with its sources."
    options: type[BriefingOptions] = BriefingOptions

    def note(self, report: Report) -> Note:
        """Return the briefing note of the report's records."""
        from ssrpolicy.views import briefing  # noqa: PLC0415 - loads the notes

        options: BriefingOptions = report.options
        return briefing(
            report.records,
            as_of=report.as_of,
            language=report.language,
            supplied=options.supplied(),
        )
