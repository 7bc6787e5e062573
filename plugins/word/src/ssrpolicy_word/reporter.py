"""What the reporters of this distribution share: each lays out a note as a Word document."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from attrs import frozen

from ssrpolicy.reporting import Report

if TYPE_CHECKING:
    from ssrpolicy.views import Note


@frozen
class WordReporter:
    """A reporter that lays out a note of the views as a Word document."""

    suffix: str = "docx"
    media_type: str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    api: int = 1

    def note(self, report: Report) -> Note:
        """Return the note to lay out."""
        raise NotImplementedError

    def write(self, report: Report, out: BinaryIO) -> None:
        """Write the document to a binary stream; the same report gives the same bytes."""
        from ssrpolicy_word.writing import write_document  # noqa: PLC0415 - loads python-docx

        write_document(self.note(report), report, out)
