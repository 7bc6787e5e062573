"""PDF files: what people would copy from them, and what is set apart."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from plugins.sources.tests.letters import SENTENCES, department_letter, parliamentary_paper
from plugins.sources.tests.pdf_files import PdfFile

from ssrpolicy.errors import InputError
from ssrpolicy.evidence import SourceText
from ssrpolicy.reporting import ApartKind, SourceReading
from ssrpolicy.starting import head_of

pytestmark = pytest.mark.heavy

Read: TypeAlias = Callable[[str, bytes], SourceReading]


@pytest.fixture(scope="module")
def letter(read: Read) -> SourceReading:
    """The invented letter, read."""
    return read("pdf", department_letter().data())


def test_sentences_are_whole_over_lines_and_pages(letter: SourceReading) -> None:
    """A word that a line end breaks is one, and a sentence over a page's end is one."""
    source = SourceText(letter.text, letter.parts)

    assert tuple(sentence.text for sentence in source.sentences)[: len(SENTENCES)] == SENTENCES


def test_every_quote_of_the_letter_is_found_once(letter: SourceReading) -> None:
    """What is quoted from the letter as text is found in the PDF's text, on its page."""
    source = SourceText(letter.text, letter.parts)
    pages = []
    for sentence in SENTENCES:
        (span,) = source.find(sentence)
        pages.append(source.describe(span).page)

    assert pages == [1, 1, 1, 1, 2]


def test_margins_and_feet_are_set_apart(letter: SourceReading) -> None:
    """The margin does not run into the sentences next to it, and a foot is not a sentence."""
    found = {(each.kind, each.page, each.text) for each in letter.parts.apart}

    assert (ApartKind.MARGIN, 1, "Bezoekadres\nKade 5\nKenmerk\n2031-0815-HVN") in found
    assert (ApartKind.MARGIN, 2, "Kenmerk\n2031-0815-HVN") in found
    assert (ApartKind.PAGE_FOOT, 2, "Pagina 2 van 2") in found
    assert "Pagina" not in letter.text


def test_a_note_stands_at_the_end_under_its_mark(letter: SourceReading) -> None:
    """Its mark is raised, so that no date or number runs into it."""
    assert letter.parts.notes is not None
    assert letter.text[letter.parts.notes :] == "¹ Kamerstuk 41 207, nr. 12.\n"
    assert letter.parts.page_at(letter.parts.notes) == 2
    assert "De Wit¹ " in letter.text.replace("\n", " ")


def test_a_heading_in_another_font_is_a_paragraph(letter: SourceReading) -> None:
    """Though it stands right above its text."""
    assert "\n\nVervolg\n\nIk zie uit" in letter.text


def test_the_same_bytes_give_the_same_text(read: Read) -> None:
    """Nothing is kept between two files."""
    data = department_letter().data()

    assert read("pdf", data) == read("pdf", data)


def test_questions_that_come_back_on_each_page_are_no_furniture(read: Read) -> None:
    """A heading at the top of each page stays where only its digit differs."""
    made = PdfFile()
    for number in range(1, 5):
        made.page().words(80, 800, f"Vraag {number}")
        made.lines(80, 776, ("Bent u bekend met het bericht dat de haven van Lagemeer", "sluit?"))
        made.words(80, 740, f"Antwoord {number}")
        made.lines(
            80, 716, ("Ja, daarvan heb ik met belangstelling kennis genomen, en ik", "lees.")
        )
        made.words(80, 30, f"Tweede Kamer, vergaderjaar 2031-2032, Aanhangsel {number}", 7)
    read_back = read("pdf", made.data())

    assert [f"Vraag {n}" in read_back.text for n in range(1, 5)] == [True] * 4
    assert {each.kind for each in read_back.parts.apart} == {ApartKind.PAGE_FOOT}
    assert len(read_back.parts.apart) == 4


def test_a_name_at_the_foot_of_a_page_stays(read: Read) -> None:
    """Who signs at the very end of the page signs the letter."""
    made = (
        PdfFile()
        .page()
        .lines(80, 300, ("Ik zal uw Kamer in het voorjaar nader informeren over",) * 15)
    )
    made.words(80, 95, "A.B. Voorbeeld")
    read_back = read("pdf", made.data())

    assert read_back.text.endswith("\n\nA.B. Voorbeeld\n")


def test_two_columns_are_read_one_after_the_other(read: Read) -> None:
    """As people read them, and not line by line across."""
    left = [f"Links regel {n} van de tekst in deze kolom" for n in range(30)]
    right = [f"Rechts regel {n} van de tekst in die kolom" for n in range(30)]
    made = PdfFile().page().lines(60, 780, left, 9).lines(310, 780, right, 9)
    lines = read("pdf", made.data()).text.split()

    assert " ".join(lines) == " ".join([*left, *right])


def test_line_numbers_are_set_apart(read: Read) -> None:
    """Numbers in the margin do not run into the sentences."""
    made = PdfFile().page()
    for number in range(1, 21):
        made.words(40, 800 - 14 * number, str(number), 8)
        made.words(
            80, 800 - 14 * number, "De regering volgt de ontwikkelingen in de haven met zorg en"
        )
    read_back = read("pdf", made.data())

    assert {each.kind for each in read_back.parts.apart} == {ApartKind.LINE_NUMBER}
    assert not any(sign.isdigit() for sign in read_back.text)


def test_ligatures_are_letters(read: Read) -> None:
    """So that a word is found however its font writes it."""
    made = PdfFile().page().words(80, 700, "De ﬁnanciën en de conﬂicten van het rijk")

    assert read("pdf", made.data()).text == "De financiën en de conflicten van het rijk\n"


def test_upright_text_is_set_apart(read: Read) -> None:
    """What stands on its side in a margin is not a line of the letter."""
    made = (
        PdfFile()
        .page()
        .lines(80, 700, ("De regering volgt de ontwikkelingen in de haven met zorg.",) * 3)
    )
    made.words(560, 200, "Gedrukt op papier", 8, upright=False)
    read_back = read("pdf", made.data())

    assert [(each.kind, each.text) for each in read_back.parts.apart] == [
        (ApartKind.MARGIN, "Gedrukt op papier")
    ]


def test_a_lowered_digit_stays_in_its_word(read: Read) -> None:
    """CO2 is a word, also where its digit is small and low."""
    made = PdfFile().page()
    made.words(80, 700, "De uitstoot van CO", 10).words(164.4, 697.5, "2", 6)
    made.words(168, 700, "-bronnen daalt in alle havens van het land.", 10)
    made.words(80, 688, "Dat is volgens plan, en zo blijft het in de komende tien jaren.", 10)

    assert "van CO2-bronnen daalt" in read("pdf", made.data()).text


def test_a_printed_paper_has_its_numbers_in_the_text(read: Read) -> None:
    """What stands left of the title is the paper's head, and what stands at its feet is not."""
    made = read("pdf", parliamentary_paper().data())
    head = head_of(made.text, made.parts)

    assert (str(head.number), head.title) == (
        "kst-41207-15",
        "Herinrichting van de haven van Lagemeer en het gebied daaromheen",
    )
    assert head.number_words == "41 207 ... Nr. 15"
    assert "gemoeid zijn in de\njaren. Dat zal ik doen." in made.text
    assert {each.kind for each in made.parts.apart} == {ApartKind.PAGE_FOOT}
    assert "vergaderjaar 2031-2032, 41" not in made.text


def test_text_from_right_to_left_is_kept_in_its_order(read: Read) -> None:
    """Letters that are read from the right come as the file has them, and none is lost."""
    made = PdfFile(encoding="/Differences [65 /afii57664 /afii57665 /afii57666]").page()
    made.words(80, 700, "ABC", 12).words(80, 680, "de regering volgt de zaak met zorg en zal", 12)
    said = read("pdf", made.data()).text

    assert {"\u05d0", "\u05d1", "\u05d2"} <= set(said)


def test_the_first_line_of_a_page_from_right_to_left_is_text(read: Read) -> None:
    """Lines that end one below the other are as far apart as those that begin so.

    What comes back at the top of the next page is then a paragraph, and not the page's head. The
    widths are those of letters that the font lacks.
    """
    encoding = "/Differences [65 /afii57664 /afii57665 /afii57666 /afii57667]"
    made = PdfFile(encoding=encoding)
    for _page in range(2):
        made.page()
        for number, (words, width) in enumerate((("ABCD ABCD ABCD", 38.9), ("ABC", 8.3)) * 6):
            made.words(500 - width, 780 - 20 * number, words)

    assert read("pdf", made.data()).parts.apart == ()


def scan() -> bytes:
    """A page with nothing on it but a picture of a letter."""
    return PdfFile().page().data()


def unmapped() -> bytes:
    """A letter in a font of which nobody says which letters it has."""
    names = " ".join(f"/g{n}" for n in range(97, 123))
    made = PdfFile(encoding=f"/Differences [97 {names}]").page()
    return made.lines(80, 700, ("de regering volgt de ontwikkelingen met zorg",) * 5).data()


def long() -> bytes:
    """A book."""
    made = PdfFile()
    for number in range(10_000):
        made.page().words(80, 700, f"bladzijde {number}")
    return made.data()


def encrypted() -> bytes:
    """A letter that opens with a password only."""
    key = b"00" * 32
    locked = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<00> <00>]" % (
        key,
        key,
    )
    return PdfFile(extra=locked).page().words(80, 700, "Geheim").data()


@pytest.mark.parametrize(
    "make, said",
    [
        (scan, "the PDF has no text: it is a scan"),
        (unmapped, "the fonts of the PDF do not say which letters they show"),
        (long, "the PDF has 10,000 pages, and at most 1,000 are read"),
        (encrypted, "the PDF is encrypted with a password"),
        (lambda: b"%PDF-1.7", "this is not a PDF, or a damaged one"),
        (lambda: department_letter().data()[:900], "this is not a PDF, or a damaged one"),
        (lambda: b"%PDF-1.7\n" + b"\0" * 100_000, "this is not a PDF, or a damaged one"),
        (
            lambda: department_letter().data().replace(b"/Type /Page /", b"/Type /Pxge /"),
            "this is not a PDF, or a damaged one",
        ),
    ],
    ids=["scan", "fonts", "long", "encrypted", "empty", "cut", "zeros", "page"],
)
def test_what_cannot_be_read_is_refused_with_words(
    read: Read, make: Callable[[], bytes], said: str
) -> None:
    """The message says what is wrong and names the file, the hint what would work."""
    data = make()
    with pytest.raises(InputError) as refused:
        read("pdf", data)

    assert said in refused.value.message
    assert refused.value.message.startswith("brief.pdf: ")
    assert refused.value.hint


@pytest.mark.parametrize("place", range(0, 2_400, 240))
def test_a_damaged_file_is_read_or_refused(read: Read, place: int) -> None:
    """Whatever byte is changed, nothing breaks: it reads, or says that it does not."""
    data = bytearray(department_letter().data())
    data[place % len(data)] ^= 0x55
    try:
        said = read("pdf", bytes(data)).text
    except InputError as error:
        said = error.hint or ""

    assert said.strip()


def test_the_letter_is_text_like_any_other(read: Read, tmp_path: Path) -> None:
    """No control character, no line end of Windows: editors show it as it is."""
    text = read("pdf", department_letter().data()).text

    assert all(sign.isprintable() or sign == "\n" for sign in text)
    assert text.endswith("\n")
    (tmp_path / "brief.txt").write_text(text, "utf-8")
