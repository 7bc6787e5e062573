"""Our readers keep to the contract of every reader."""

import sys
from pathlib import Path
from typing import ClassVar

import pytest
from plugins.sources.tests.letters import SENTENCES, department_letter
from plugins.sources.tests.test_html import LETTER
from plugins.sources.tests.test_publications import OLDER, PAPER
from plugins.sources.tests.test_word_documents import letter

from ssrpolicy.reporting import Reader
from ssrpolicy.testing import ReaderContract
from ssrpolicy_sources.readers import READERS

_PDF, _DOCX, _HTML, _PUBLICATION = READERS


@pytest.mark.heavy
class TestPdf(ReaderContract):
    """Of the reader of PDF files."""

    reader: ClassVar[Reader] = _PDF
    programs = (Path(sys.executable).name,)  # a process of its own, which a file cannot harm
    samples: ClassVar = {department_letter().data(): SENTENCES}


class TestWord(ReaderContract):
    """Of the reader of Word documents."""

    reader: ClassVar[Reader] = _DOCX
    samples: ClassVar = {
        letter(): ("Ik zal de Kamer dit voorjaar informeren over de maat-regelen¹.",)
    }


class TestHtml(ReaderContract):
    """Of the reader of web pages."""

    reader: ClassVar[Reader] = _HTML
    samples: ClassVar = {
        LETTER.encode(): (
            "De motie-De Wit¹ vraagt om overleg met de bewoners.",
            "Kamerstuk 41 207, nr. 12.",
        )
    }


class TestPublication(ReaderContract):
    """Of the reader of official publications."""

    reader: ClassVar[Reader] = _PUBLICATION
    samples: ClassVar = {
        PAPER.encode(): ("De motie-De Wit¹ vraagt om overleg met de bewoners.",),
        OLDER.encode(): ("Ik zal met de bewoners overleggen.",),
    }
