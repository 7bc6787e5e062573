"""The Word reporter keeps the contract that every reporter keeps."""

import io

import docx
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from ssrpolicy.testing import ReporterContract
from ssrpolicy_word import BriefingNote


class TestBriefingNote(ReporterContract):
    """The contract of reporters, on notes opened again with python-docx."""

    reporter = BriefingNote()

    def text_of(self, data: bytes) -> str:
        """Return the text of every paragraph, those in tables too."""
        document = docx.Document(io.BytesIO(data))
        body = document.element.body
        return "\n".join(Paragraph(p, document).text for p in body.iter(qn("w:p")))
