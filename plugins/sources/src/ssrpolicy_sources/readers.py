"""The readers that the host sees; the module for a format loads with its first file."""

from __future__ import annotations

from importlib import import_module
from typing import ClassVar, Final

from attrs import field, frozen

from ssrpolicy.reporting import READER_API, SourceReading, marked


@frozen(kw_only=True)
class SourceReader:
    """A reader of one format, and the module whose function ``read`` reads it."""

    api: ClassVar[int] = READER_API
    name: str
    summary: str
    suffixes: tuple[str, ...]
    media_types: tuple[str, ...]
    module: str = field(repr=False)

    def read(self, data: bytes, name: str) -> SourceReading:  # noqa: ARG002 - the contract has this argument
        """Return the text of a file; raises InputError where it cannot be read."""
        made: SourceReading = import_module(self.module).read(data)
        return made


READERS: Final = (
    SourceReader(
        name="pdf",
        summary=marked("Letters as PDF, with the numbers of their pages."),
        suffixes=("pdf",),
        media_types=("application/pdf",),
        module="ssrpolicy_sources.pdf.reader",
    ),
    SourceReader(
        name="docx",
        summary=marked("Letters as Word documents, with tracked changes accepted."),
        suffixes=("docx",),
        media_types=("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
        module="ssrpolicy_sources.word",
    ),
    SourceReader(
        name="html",
        summary=marked("Letters as web pages (HTML), without the navigation around them."),
        suffixes=("html", "htm", "xhtml"),
        media_types=("text/html",),
        module="ssrpolicy_sources.markup.pages",
    ),
    SourceReader(
        name="publication",
        summary=marked(
            "Parliamentary papers and written questions as XML of official publications."
        ),
        suffixes=("xml",),
        media_types=("application/xml",),
        module="ssrpolicy_sources.markup.publications",
    ),
)
