"""Columns above and below the running text of a PDF: each is read by itself."""

from collections.abc import Callable

import pytest
from plugins.sources.tests.pdf_files import PdfFile

from ssrpolicy.reporting import SourceReading

pytestmark = pytest.mark.heavy

Read = Callable[[str, bytes], SourceReading]
Placed = tuple[int, int, str]

RUNNING = (
    "Met deze brief bericht ik de Kamer over de sluizen, en over wat daarvan is toegezegd door",
    "mij en door mijn ambtgenoot. In het najaar volgt een nieuwe brief over de bruggen en sluizen.",
)


def letter(*placed: Placed) -> bytes:
    """A page with running text at heights 600 to 588 and other words where they are put."""
    made = PdfFile().page()
    for left, height, words in placed:
        made.words(left, height, words)
    return made.lines(80, 600, RUNNING).lines(80, 560, RUNNING).data()


@pytest.mark.parametrize(
    "placed, said",
    [
        (  # two who sign, over lines of their own
            (
                (80, 520, "De minister van Infrastructuur en"),
                (300, 520, "De minister van Defensie,"),
                (80, 508, "Waterstaat,"),
                (300, 484, "B. de Boer"),
                (80, 472, "A. Aalders"),
            ),
            (
                "De minister van Infrastructuur en|Waterstaat,|A. Aalders|"
                "De minister van Defensie,|B. de Boer"
            ),
        ),
        (  # cells of a row, one of them over two lines
            (
                (80, 700, "Datum"),
                (180, 700, "Ons kenmerk"),
                (300, 700, "Uw kenmerk"),
                (80, 676, "3 maart 2031"),
                (180, 676, "SL/BSK-"),
                (300, 676, "2031Z01234"),
                (180, 664, "2031/51234"),
            ),
            "Datum|3 maart 2031|Ons kenmerk|SL/BSK-|2031/51234|Uw kenmerk|2031Z01234",
        ),
        (  # an addressee, and labels with their values, next to those of the office
            (
                (80, 740, "De voorzitter van de Kamer"),
                (300, 740, "Directie Sluizen"),
                (80, 728, "Postbus 20018"),
                (80, 704, "Datum"),
                (140, 704, "3 maart 2031"),
                (300, 704, "Ons kenmerk"),
                (80, 692, "Betreft"),
                (140, 692, "Sluizen"),
                (300, 692, "SL-2031-5"),
            ),
            (
                "De voorzitter van de Kamer|Postbus 20018|Datum|3 maart 2031|Betreft|Sluizen|"
                "Directie Sluizen|Ons kenmerk|SL-2031-5"
            ),
        ),
    ],
)
def test_columns_are_read_one_after_the_other(
    read: Read, placed: tuple[Placed, ...], said: str
) -> None:
    """A column has a label or who signs; the value next to its label stays there."""
    assert said in "|".join(read("pdf", letter(*placed)).text.split("\n")).replace("||", "|")


@pytest.mark.parametrize(
    "placed, said",
    [
        (  # labels and their values, one of them over two lines, one of them none
            (
                (80, 740, "Uw kenmerk"),
                (80, 728, "Ons kenmerk"),
                (200, 728, "SL-2031-5"),
                (80, 716, "Betreft"),
                (200, 716, "Sluizen en"),
                (200, 704, "bruggen"),
            ),
            "Uw kenmerk|Ons kenmerk|SL-2031-5|Betreft|Sluizen en|bruggen",
        ),
        (  # a line that runs through the space between the columns
            (
                (80, 740, "Datum"),
                (300, 740, "Ons kenmerk"),
                (80, 728, "3 maart 2031, en zo begint een regel die verder gaat"),
                (300, 716, "SL-2031-5"),
            ),
            "Datum|Ons kenmerk|3 maart 2031, en zo begint een regel die verder gaat|SL-2031-5",
        ),
        (  # who signs, by himself
            ((300, 520, "De minister van Defensie,"), (300, 484, "B. de Boer")),
            "De minister van Defensie,|B. de Boer",
        ),
    ],
)
def test_what_is_not_in_columns_stays_in_its_order(
    read: Read, placed: tuple[Placed, ...], said: str
) -> None:
    """Line by line, from left to right."""
    assert said in "|".join(read("pdf", letter(*placed)).text.split("\n")).replace("||", "|")
