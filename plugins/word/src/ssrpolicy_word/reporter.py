"""What the reporters of this distribution share: a Word document of a note, and its options."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, Literal

from attrs import frozen

from ssrpolicy.reporting import InputFile, Report, option

if TYPE_CHECKING:
    from ssrpolicy.views import Note


@frozen(kw_only=True)
class DocumentOptions:
    """The options that all Word reporters have; the options of each inherit them."""

    template: InputFile | None = option(
        None,
        help="A Word document or template (.docx, .dotx, .docm, .dotm) whose styles, header, "
        "footer and page set-up the document takes; it is filled at the bookmark ssrpolicy.",
    )
    sources: Literal["footnotes", "list"] = option(
        "footnotes", help="Where the sources stand: in footnotes, or in a numbered list at the end."
    )


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
