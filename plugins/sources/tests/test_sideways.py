"""Pages on their side, pages that are pictures, and letters one below the other."""

from collections.abc import Callable
from typing import TypeAlias

import pytest
from plugins.sources.tests.pdf_files import PdfFile

from ssrpolicy.errors import InputError
from ssrpolicy.reporting import ApartKind, SourceReading

pytestmark = pytest.mark.heavy

Read: TypeAlias = Callable[[str, bytes], SourceReading]
LINES = ("De regering volgt de ontwikkelingen in de haven met zorg.",) * 12
TABLE = ("Overzicht van de reizen: 41 in het jaar 2032", "Kosten daarvan: 1,4 miljoen euro")


def turned(made: PdfFile, lines: tuple[str, ...]) -> PdfFile:
    """Write lines on the last page that run from its foot to its head."""
    for number, line in enumerate(lines):
        made.words(100 + 12 * number, 80, line, upright=False)
    return made


def test_a_letter_on_its_side_is_read_as_any_other(read: Read) -> None:
    """The lines are those that one sees after turning the page."""
    made = turned(PdfFile().page(), LINES)

    assert read("pdf", made.data()).text.splitlines() == list(LINES)


def test_a_table_on_its_side_stands_in_the_text(read: Read) -> None:
    """It is the text of its page, and no margin; the page after it begins a paragraph."""
    made = turned(PdfFile().page().lines(80, 700, LINES).page(), TABLE).page()
    made.lines(80, 700, LINES[:2])
    read_back = read("pdf", made.data())

    assert read_back.parts.apart == ()
    assert [each.split("\n") for each in read_back.text.strip().split("\n\n")] == [
        list(LINES),
        list(TABLE),
        list(LINES[:2]),
    ]
    assert [each.page for each in read_back.parts.pages] == [1, 2, 3]


def test_a_page_that_is_a_picture_is_remarked(read: Read) -> None:
    """An annex that was scanned is not passed over in silence, be there a number at its foot."""
    made = PdfFile().page().lines(80, 700, LINES).page().picture()
    made.page().picture().words(80, 30, "Pagina 3 van 4", 7).page().picture().lines(80, 700, LINES)

    assert read("pdf", made.data()).remarks == (
        "Pages 2, 3 are pictures without text, and nothing of them was read.",
    )


def test_a_scan_with_the_feet_of_pages_is_a_scan(read: Read) -> None:
    """What the publisher prints below each page is not text of the letter."""
    made = PdfFile()
    for number in range(1, 4):
        made.page().picture()
        made.words(80, 30, f"Tweede Kamer, vergaderjaar 2031-2032, 41 207, nr. 15 {number}", 7)

    with pytest.raises(InputError, match="the PDF has no text: it is a scan"):
        read("pdf", made.data())


def test_letters_one_below_the_other_in_a_margin_are_set_apart(read: Read) -> None:
    """They do not run into the lines next to them."""
    made = PdfFile().page().lines(80, 700, LINES)
    for number, sign in enumerate("CONCEPT"):
        made.words(550, 694 - 12 * number, sign)
    read_back = read("pdf", made.data())

    assert read_back.text.splitlines() == list(LINES)
    assert [(each.kind, each.text) for each in read_back.parts.apart] == [
        (ApartKind.MARGIN, "\n".join("CONCEPT"))
    ]
