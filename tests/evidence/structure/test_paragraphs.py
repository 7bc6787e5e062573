"""Where the body, headings and paragraphs of a text are, and the place of a quote."""

import pytest

from evidence.structure.parts import headings, kinds, of_kind
from ssrpolicy.evidence import SourceText, Span
from ssrpolicy.model import BlockKind
from tables import each_case

HEADINGS = (
    "Voorwaarden voor ondersteuning SSR",
    "SSR-kaders en inzet",
    "Internationale coördinatie op SSR-gebied",
    "SSR-instrumenten",
    "Conclusie",
)


def test_headings_of_the_letter(source: SourceText) -> None:
    """The letter's five bare lines are its headings, and nothing else is."""
    assert headings(source) == HEADINGS


def test_edges_of_the_letter(source: SourceText) -> None:
    """Title, addressee and date are the letterhead; office and name are the signature."""
    edges = [block for block in source.blocks if block.number is None]
    shown = [(block.kind, source.display(block.start, block.end)) for block in edges]
    assert [text for kind, text in shown if kind is BlockKind.LETTERHEAD] == [
        "Nr. 124 BRIEF VAN DE MINISTER VAN BUITENLANDSE ZAKEN",
        "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal",
        "Den Haag, 29 april 2010",
    ]
    assert shown[-1] == (
        BlockKind.SIGNATURE,
        "De minister van Buitenlandse Zaken, M. J. M. Verhagen",
    )


def test_paragraphs_of_the_letter(source: SourceText) -> None:
    """The body has nine paragraphs; a page break in mid-sentence starts none."""
    titles = [
        block.heading and source.display(block.heading.start, block.heading.end)
        for block in source.paragraphs
    ]
    first, conditions, frameworks, coordination, instruments, conclusion = None, *HEADINGS
    assert titles == [
        first,
        conditions,
        conditions,
        frameworks,
        frameworks,
        coordination,
        coordination,
        instruments,
        conclusion,
    ]
    assert [block.number for block in source.paragraphs] == list(range(1, 10))


def test_place_of_a_quote(source: SourceText) -> None:
    """A quote's place has its heading, its paragraph and the sentences it touches."""
    (span,) = source.find("Afrikaanse Unie de komende jaren eveneens")
    place = source.describe(span)
    assert (place.kind, place.heading) == (BlockKind.BODY, HEADINGS[2])
    assert (place.paragraph, place.paragraphs) == (6, (6,))
    assert [sentence.number for sentence in source.sentences_in(span)] == [37]


def test_place_outside_the_body(source: SourceText) -> None:
    """A quote from the letterhead has no paragraph and no heading."""
    place = source.describe(source.find("Den Haag, 29 april 2010")[0])
    assert (place.kind, place.heading, place.paragraph) == (BlockKind.LETTERHEAD, None, None)
    assert source.describe(Span(start=0, end=1)).kind is None


@each_case("date", ["29 april 2010", "29 apr 2010", "October 4, 2010"])
def test_a_date_with_a_place_is_the_head_of_a_letter(date: str) -> None:
    """The month may be written in full or short, in Dutch or English."""
    text = f"Den Haag, {date}\n\nDe regering meent dit, en zegt het ook.\n"
    assert [kind for kind, _ in kinds(text)] == ["letterhead", "body"]


def test_place_over_several_paragraphs(source: SourceText) -> None:
    """A quote over a heading names both paragraphs, and the first one's heading."""
    (span,) = source.find(
        "op dit gebied. In de optiek van de regering relativeert dit de noodzaak tot verdere"
        " intensivering. SSR-instrumenten Tot slot werkt Nederland"
    )
    place = source.describe(span)
    assert (place.heading, place.paragraphs) == (HEADINGS[2], (7, 8))
    assert [sentence.number for sentence in source.sentences_in(span)] == [40, 41, 42]


def test_line_ends_of_other_systems(source: SourceText) -> None:
    """CRLF and CR part lines and paragraphs as LF does."""
    for line_end in ("\r\n", "\r"):
        other = SourceText(source.text.replace("\n", line_end))
        assert headings(other) == HEADINGS
        assert len(other.paragraphs) == 9


def test_indented_paragraphs_without_blank_lines() -> None:
    """An indent starts a paragraph where a sentence has ended, and only there."""
    text = (
        "   De regering meent dat het goed gaat met de inzet in de landen en\n"
        "dat het zo blijft.\n"
        "   Het fonds is adequaat gebleken om de gewenste activiteiten in de\n"
        "   Democratische Republiek Congo te betalen.\n"
    )
    assert of_kind(text, "body") == ["De regering meent", "Het fonds is"]


def test_text_without_blank_lines() -> None:
    """Where no line is blank, lines that stop short part paragraphs and headings."""
    text = (
        "Geachte voorzitter,\n"
        "In antwoord op de motie ga ik in deze brief in op het verzoek van de Kamer om\n"
        "te worden geinformeerd.\n"
        "Kaders\n"
        "Het beleid van de regering krijgt gestalte binnen drie belangrijke kaders. Het\n"
        "eerste kader betreft het beleid.\n"
        "Hoogachtend,\n"
        "J. Jansen\n"
    )
    assert kinds(text) == [
        ("letterhead", "Geachte voorzitter,"),
        ("body", "In antwoord op"),
        ("heading", "Kaders"),
        ("body", "Het beleid van"),
        ("signature", "Hoogachtend,"),
        ("signature", "J. Jansen"),
    ]


def test_one_paragraph_a_line() -> None:
    """Lines that nobody wrapped are paragraphs, each by itself."""
    line = "De regering meent dat dit een zin is die lang genoeg is om een alinea te zijn. " * 3
    assert of_kind("\n".join([line] * 4), "body") == ["De regering meent"] * 4


def test_form_feed_in_mid_sentence() -> None:
    """A new page in the middle of a sentence parts nothing, with blank lines around it or not."""
    text = "Zo levert Nederland al\neen bijdrage in\n{}landen als Burundi.\n\nHet fonds is goed.\n"
    for page in ("\f", "\n\f\n", "\n\n\f"):
        assert of_kind(text.format(page), "body") == ["Zo levert Nederland", "Het fonds is"]
    ended = "Zo levert Nederland al jaren een bijdrage.\n\n\fHet fonds is adequaat.\n"
    assert of_kind(ended, "body") == ["Zo levert Nederland", "Het fonds is"]


def test_page_numbers_are_no_text() -> None:
    """A page number or a line of signs between paragraphs is neither body nor heading."""
    text = "De regering meent dit.\n\n- 3 -\n\n* * *\n\npagina 4\n\nHet fonds is goed.\n"
    assert [kind for kind, _ in kinds(text)] == ["body", "ornament", "ornament", "ornament", "body"]


@each_case("text", ["", "\n", " \r\n\t", "\ufeff", "\f\f\n"])
def test_text_without_words(text: str) -> None:
    """A text without a word has no parts."""
    source = SourceText(text)
    assert (source.blocks, source.sentences) == ((), ())


@pytest.mark.heavy
def test_one_giant_line() -> None:
    """A text in one line is one paragraph."""
    text = "De regering meent dat dit goed is. " * 30_000
    assert len(SourceText(text).paragraphs) == 1
    assert len(SourceText(text).sentences) == 30_000


@each_case(
    "text",
    [
        "Nederland steunt dit",
        "Aan de lijst voldoet Nederland",
        "De minister steunt dit",
        "De regering steunt dit.\n\nWel per geval",
        "De regering steunt dit:\n\n1. politie\n\n2. justitie\n\n3. leger\n\nMeer niet.",
    ],
)
def test_what_may_be_text_is_text(text: str) -> None:
    """A line that has nothing below it to head, or is an item of a list, is body text."""
    assert {kind for kind, _ in kinds(text)} == {"body"}


def test_byte_order_mark_is_no_word() -> None:
    """A byte order mark stands outside the first block."""
    source = SourceText("\ufeffDe regering meent dit.")
    assert [(block.start, block.kind) for block in source.blocks] == [(1, BlockKind.BODY)]
