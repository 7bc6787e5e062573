"""Tables of a PDF: each cell stands by itself, whatever stands next to it."""

from collections.abc import Callable

import pytest
from plugins.sources.tests.pdf_files import PdfFile

from ssrpolicy.reporting import SourceReading

pytestmark = pytest.mark.heavy

Read = Callable[[str, bytes], SourceReading]

RUNNING = (
    "Hieronder staat per toezegging wat de regering onderneemt, en wanneer de Kamer daarover",
    "nader wordt bericht. De tabel sluit aan bij die van het vorige jaar over dit onderwerp.",
)
ROWS = (
    (700, ("Nr.", "Toezegging", "Stand van zaken")),
    (682, ("1", "De minister zal de Kamer voor", "In voorbereiding")),
    (670, (None, "de zomer informeren.", None)),
    (652, ("2", "Ik zal de sluis laten onder-", "Afgedaan met de")),
    (640, (None, "zoeken.", "brief van 3 maart")),
    (622, ("3", "De wet wordt herzien.", "Volgt")),
)


def table(above: tuple[str, ...] = RUNNING) -> PdfFile:
    """A page with a table, below running text or not."""
    made = PdfFile().page().lines(80, 760, above)
    for height, cells in ROWS:
        for left, words in zip((80, 120, 340), cells, strict=True):
            if words:
                made.words(left, height, words)
    return made


def test_a_row_is_a_line_with_tabs_between_its_cells(read: Read) -> None:
    """The lines of a cell go on in it, though those of other cells stand between them.

    A word that is broken at a line's end is broken there in the text too.
    """
    said = read("pdf", table().lines(80, 590, RUNNING).data()).text

    rows = (
        "Nr.\tToezegging\tStand van zaken\n"
        "1\tDe minister zal de Kamer voor de zomer informeren.\tIn voorbereiding\n"
        "2\tIk zal de sluis laten onder-\nzoeken.\tAfgedaan met de brief van 3 maart\n"
        "3\tDe wet wordt herzien.\tVolgt"
    )
    running = "\n".join(RUNNING)
    assert said.strip().split("\n\n") == [running, rows, running]


@pytest.mark.parametrize("rows", [1, 2])
def test_few_lines_next_to_each_other_are_not_a_table(read: Read, rows: int) -> None:
    """Nor are the numbers of a list next to its items."""
    made = PdfFile().page().lines(80, 760, RUNNING)
    for number in range(rows):
        made.words(80, 700 - 12 * number, "De sluis").words(300, 700 - 12 * number, "De brug")
    for number in range(4):
        made.words(80, 600 - 12 * number, f"{number}.").words(130, 600 - 12 * number, "De haven")

    assert "\t" not in read("pdf", made.data()).text


def test_the_head_of_a_letter_is_not_a_table(read: Read) -> None:
    """What names date, subject and reference stands above the running text."""
    made = PdfFile().page()
    for number, (name, said) in enumerate(
        (("Datum", "3 maart 2031"), ("Betreft", "Havens"), ("Kenmerk", "H-2031-12"))
    ):
        made.words(80, 780 - 12 * number, name).words(160, 780 - 12 * number, said)
    made.lines(80, 700, RUNNING * 3)

    assert "\t" not in read("pdf", made.data()).text
