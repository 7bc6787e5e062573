"""The parts of a letter: letterhead, headings, paragraphs, signature."""

import pytest

from ssrpolicy.evidence import SourceText, Span
from ssrpolicy.model import BlockKind

HEADINGS = (
    "Voorwaarden voor ondersteuning SSR",
    "SSR-kaders en inzet",
    "Internationale coördinatie op SSR-gebied",
    "SSR-instrumenten",
    "Conclusie",
)


def kinds(text: str) -> list[tuple[str, str]]:
    """Each block of a text: what it is, and its first words."""
    source = SourceText(text)
    return [
        (block.kind.value, " ".join(source.display(block.start, block.end).split()[:3]))
        for block in source.blocks
    ]


def of_kind(text: str, kind: str) -> list[str]:
    """The first words of the blocks of one kind."""
    return [words for found, words in kinds(text) if found == kind]


def headings(source: SourceText) -> tuple[str, ...]:
    """The headings in reading order, each on one line."""
    found = [block for block in source.blocks if block.kind is BlockKind.HEADING]
    return tuple(source.display(block.start, block.end) for block in found)


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


@pytest.mark.parametrize("date", ["29 april 2010", "29 apr 2010", "October 4, 2010"])
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


ENGLISH = """MINISTRY OF FOREIGN AFFAIRS

To the Speaker of the House of Representatives

The Hague, 29 April 2010

Subject: security sector reform

Dear Madam Speaker,

This letter answers the motion. It was asked for.

1. Introduction

The government takes the view that no more is needed.

2. Next steps

Three things follow:

- a mission to Burundi;
- a fund, and
- advice.

Yours sincerely,

J. Smith
Minister of Foreign Affairs
"""


def test_english_letter_with_numbered_headings() -> None:
    """An English letter has its parts told apart, too."""
    assert [kind for kind, _ in kinds(ENGLISH)] == [
        *["letterhead"] * 5,
        *["body", "heading", "body", "heading", "body", "body"],
        *["signature"] * 2,
    ]
    source = SourceText(ENGLISH)
    assert headings(source) == ("1. Introduction", "2. Next steps")
    assert [sentence.text for sentence in source.sentences][-3:] == [
        "- a mission to Burundi;",
        "- a fund, and",
        "- advice.",
    ]


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


@pytest.mark.parametrize("text", ["", "\n", " \r\n\t", "\ufeff", "\f\f\n"])
def test_text_without_words(text: str) -> None:
    """A text without a word has no parts."""
    source = SourceText(text)
    assert (source.blocks, source.sentences) == ((), ())


def test_one_giant_line() -> None:
    """A text in one line is one paragraph."""
    text = "De regering meent dat dit goed is. " * 30_000
    assert len(SourceText(text).paragraphs) == 1
    assert len(SourceText(text).sentences) == 30_000


@pytest.mark.parametrize(
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


def test_several_signatories() -> None:
    """Each office with its name is a signature; an annex behind them is body text again."""
    text = (
        "De ministers zetten dit voort.\n\n"
        "De minister van Buitenlandse Zaken,\nA. de Boer\n\n"
        "Mede namens de minister van Defensie,\nB. C. van Dijk\n\n"
        "Bijlage\n\nDe cijfers staan hieronder.\n"
    )
    expected = ["body", "signature", "signature", "heading", "body"]
    assert [kind for kind, _ in kinds(text)] == expected


MOTION = """Vergaderjaar 2030\u20132031

41 207

Versterking van het toezicht op de veiligheidssector in partnerlanden

Nr. 12

MOTIE VAN DE LEDEN DE WIT EN JANSEN

Voorgesteld 8 december 2030

De Kamer,

gehoord de beraadslaging,

verzoekt de regering de Kamer te informeren over de mogelijkheden,

en gaat over tot de orde van de dag.

De Wit

Jansen
"""


def test_motion() -> None:
    """A motion's head and the names of its movers are not body text; each of its parts is."""
    assert of_kind(MOTION, "heading") == []
    assert of_kind(MOTION, "signature") == ["De Wit", "Jansen"]
    assert of_kind(MOTION, "body") == [
        "De Kamer,",
        "gehoord de beraadslaging,",
        "verzoekt de regering",
        "en gaat over",
    ]


def test_letter_of_today() -> None:
    """The address, the fields and the page numbers of a printed letter are told from its text."""
    text = (
        "> Retouradres Postbus 20061 2500 EB Den Haag\n\n"
        "Aan de Voorzitter van de\nTweede Kamer der Staten-Generaal\nDen Haag\n\n"
        "Datum       5 maart 2031\nBetreft     Stand van zaken moties\n\n"
        "Geachte voorzitter,\n\n"
        "Hierbij bied ik u de stand van zaken aan. Ik ga in op:\n\n"
        "-   de motie-Van der Wit c.s. (Kamerstuk 41 207, nr. 12);\n-   overig.\n\n"
        "1.1 Uitvoering van de motie over de inzet\nvan Nederland in de Sahel\n\n"
        "Het kabinet zal:\na. de inzet verhogen;\nb. met de EU spreken.\n\n"
        "                              Pagina 1 van 2\n"
        "\fMeer volgt later.\n\n"
        "De minister van Buitenlandse Zaken,\n\n\n\nA. de Wit\n"
    )
    assert [kind for kind, _ in kinds(text)] == [
        *["letterhead"] * 4,
        *["body", "body", "heading", "body", "ornament", "body"],
        *["signature"] * 2,
    ]
    assert [sentence.text for sentence in SourceText(text).sentences] == [
        "Hierbij bied ik u de stand van zaken aan.",
        "Ik ga in op:",
        "- de motie-Van der Wit c.s. (Kamerstuk 41 207, nr. 12);",
        "- overig.",
        "Het kabinet zal:",
        "a. de inzet verhogen;",
        "b. met de EU spreken.",
        "Meer volgt later.",
    ]


def test_who_asks_and_who_answers_stands_in_the_head_of_written_questions() -> None:
    """Neither is a sentence to be recorded; the first question is."""
    text = (
        "Vragen gesteld door de leden der Kamer\n\n2210\n\n"
        "Vragen van de leden De Wit en Voorbeeld (beiden ABC) aan de Minister van Defensie over\n"
        "bericht «Haven gaat dicht. Wat nu?» (ingezonden 5 juli 2031).\n\n"
        "Antwoord van Minister Voorbeeld (Defensie), mede namens de Minister van Financiën\n"
        "(ontvangen 22 augustus 2031). Zie ook Aanhangsel Handelingen, nr. 2166.\n\n"
        "Vraag 1\n\nBent u bekend met het bericht?\n\nAntwoord 1\n\nJa.\n"
    )

    assert [sentence.text for sentence in SourceText(text).sentences] == [
        "Bent u bekend met het bericht?",
        "Ja.",
    ]
