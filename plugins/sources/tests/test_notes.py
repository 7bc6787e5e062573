"""Notes at the foot of a page of a PDF, however their numbers are set."""

from collections.abc import Callable

import pytest
from plugins.sources.tests.pdf_files import PdfFile

from ssrpolicy.reporting import SourceReading

pytestmark = pytest.mark.heavy

LINES = (
    "Met deze brief bericht ik de Kamer over de sluizen, en over wat daarvan is toegezegd",
) * 3


@pytest.mark.parametrize("number", ["1", "1 "])
def test_the_number_of_a_note_may_stand_as_large_as_its_words(
    read: Callable[[str, bytes], SourceReading], number: str
) -> None:
    """Its mark is raised in the text; below, some programs set the number next to the words."""
    made = PdfFile().page().lines(80, 600, LINES).words(80, 564, "door mijn ambtgenoot in mei")
    made.words(201, 568, "1", size=6).words(80, 90, f"{number}Kamerstuk 41 207, nr. 12.", size=8)
    made.page().lines(80, 700, ("en door de Kamer zelf.", *LINES))

    reading = read("pdf", made.data())

    assert "in mei¹\nen door de Kamer zelf." in reading.text
    assert reading.text.endswith(f"\n\n¹{number[1:]}Kamerstuk 41 207, nr. 12.\n")
    assert reading.parts.notes is not None
