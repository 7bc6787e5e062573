"""The Word reporter keeps the contract that every reporter keeps."""

import io
from collections.abc import Mapping
from typing import ClassVar

import docx
import pytest
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from ssrpolicy import Commitment, Condition, Request
from ssrpolicy.testing import ReporterContract
from ssrpolicy_word.reporters import BriefingNote, Dossier

pytestmark = pytest.mark.heavy


class _Documents(ReporterContract):
    """The contract of reporters, on documents opened again with python-docx."""

    def text_of(self, data: bytes) -> str:
        """Return the text of every paragraph, those in tables too."""
        document = docx.Document(io.BytesIO(data))
        body = document.element.body
        return "\n".join(Paragraph(p, document).text for p in body.iter(qn("w:p")))


class TestDossier(_Documents):
    """The dossier shows every summary."""

    reporter = Dossier()


class TestBriefingNote(_Documents):
    """The decision note shows what was asked and what was committed."""

    reporter = BriefingNote()
    shows = (Request, Commitment, Condition)


@pytest.mark.slow
class TestBriefingNoteInFull(_Documents):
    """With the dossier as its annex the note shows every summary."""

    reporter = BriefingNote()
    given: ClassVar[Mapping[str, object]] = {"detail": "full"}
