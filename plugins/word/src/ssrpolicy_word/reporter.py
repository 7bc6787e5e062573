"""The reporter ``word``: the briefing note of the view, laid out as a Word document."""

from __future__ import annotations

import tempfile
from typing import BinaryIO

from attrs import frozen

from ssrpolicy.reporting import Report, option, reproducible_package
from ssrpolicy.views import briefing
from ssrpolicy_word.package import document_package


@frozen(kw_only=True)
class BriefingOptions:
    """What can be filled in on the first page of the note."""

    sender: str | None = option(
        None, help="Who sends the note; a visible place to fill in when left out."
    )
    recipient: str | None = option(
        None, help="To whom it is sent; a visible place to fill in when left out."
    )


@frozen
class BriefingNote:
    """A Word briefing note on one record, or on several with a section each."""

    name: str = "word"
    summary: str = "A Word briefing note: what was asked, answered and promised, with its sources."
    suffix: str = "docx"
    media_type: str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    api: int = 1
    options: type[BriefingOptions] = BriefingOptions

    def write(self, report: Report, out: BinaryIO) -> None:
        """Write the note to a binary stream; the same report gives the same bytes."""
        options: BriefingOptions = report.options
        note = briefing(
            report.records,
            as_of=report.as_of,
            language=report.language,
            sender=options.sender,
            recipient=options.recipient,
        )
        # Before it is packed, the note of a large portfolio is too large for memory.
        with tempfile.TemporaryFile() as package:
            document_package(note, package)
            package.seek(0)
            reproducible_package(package, out, as_of=report.as_of)
