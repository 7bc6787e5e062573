"""The sentences of a letter, in Dutch and English."""

from collections import Counter
from collections.abc import Callable

import pytest

from ssrpolicy.evidence import SourceText
from tables import each_case


def sentences(text: str) -> list[str]:
    """The sentences of a text, each on one line."""
    return [sentence.text for sentence in SourceText(text).sentences]


def test_sentences_of_the_letter(source: SourceText, golden: Callable[[str, str], None]) -> None:
    """Every sentence of the letter, with its number, its paragraph and its heading."""
    lines = [
        f"{each.number} | {each.paragraph} | {each.heading or '-'} | {each.text}\n"
        for each in source.sentences
    ]
    golden("letter-sentences.txt", "".join(lines))


def test_sentences_by_paragraph(source: SourceText) -> None:
    """The letter's nine paragraphs have 58 sentences."""
    assert len(source.sentences) == 58
    counts = Counter(sentence.paragraph for sentence in source.sentences)
    assert [counts[number] for number in range(1, 10)] == [3, 9, 6, 8, 5, 7, 3, 12, 5]


def test_sentences_of_a_stretch(source: SourceText) -> None:
    """A stretch knows the sentences that it touches."""
    (span,) = source.find("SSR hecht. In internationaal perspectief")
    texts = [sentence.text[:20] for sentence in source.sentences_in(span)]
    assert texts == ["De breedte en diepte", "In internationaal pe"]


@each_case(
    "text",
    [
        "In antwoord op de motie Peters/Knops (32 123 X-2009, nr. 84) ga ik hierop in.",
        "Zie Kamerstuk 32 123 X, nr. 124, blz. 4 en art. 5 van de wet.",
        "Dit staat in Kst. 32 123, nr. 4, en in Stb. 2031, 12.",
        "De heer M. J. M. Verhagen en drs. P. Jansen steunen dit.",
        "Het lid Th. Rispens vroeg hiernaar.",
        "De motie-Peters c.s. op dit punt is aanvaard.",
        "Het gaat o.a. Nederland, bijv. Burundi, d.w.z. Afrika en resp. Azië aan.",
        "De brief is t.a.v. De Vries verzonden.",
        "Dat kost ca. 100 miljoen euro, i.c. Nederland betaalt.",
        "Op 29 april jl. is 2.500 euro en 3,5 miljoen betaald.",
        "Het aandeel is 2.5 procent op 29.04.2010.",
        "Mr. Smith saw Dr. Jones, e.g. in No. 10 and at p. 12, i.e. in London.",
        "De instrumenten (fondsen, training enz.) zijn op orde.",
        "Dit kan ... ook later.",
        "De vraag \u201eWat nu?\u201d is gesteld.",
        "Hij zei \u2018Kom!\u2019 en ging.",
        "1. De regering steunt dit.",
        "De V.S. Navy is er ook.",
    ],
)
def test_full_stops_that_end_nothing(text: str) -> None:
    """Abbreviations, initials, decimals, dates and quoted questions leave a sentence whole."""
    assert sentences(text) == [text]


@each_case(
    "text",
    [
        "De regering meent dit.|Wel kan het per geval.",
        "Is dat zo?|Ja!|Dat is zo\u2026|Nu wel.",
        "De brief is van 29 april jl.|De Kamer wacht.",
        "Dat geldt voor fondsen enz.|Nederland betaalt.",
        "De motie is van Peters c.s.|Deze is aanvaard.",
        "Dat was in 2010.|In 2011 niet.",
        "Er zijn er nu 153.|100 is het doel.",
        "Zie bijlage A.|De cijfers staan daar.",
        "Hij zei: \u201eDat is zo.\u201d|Toen ging hij.",
        "Dat is zo. |(Zie ook bijlage 1.)|De regering wacht.".replace(" |", "|"),
        "Zo is het beleid.1|De regering wacht.",
        "Zo is het beleid.\u00b2|De regering wacht.",
        "Zo is het beleid.[12]|De regering wacht.",
        "Hij werkt in de V.S.|De rest niet.",
        "The answer is no.|The House waits.",
        "It is state of the art.|We support it.",
        "Nederland steunt dit.|\u2013 Ook nu.",
        "Het is goed.|\u201cHet is goed\u201d, zei hij.",
        "Dat is art. 5.|De rest volgt.",
        "Dit staat in het Stb.|Ik zal u informeren.",
    ],
)
def test_full_stops_that_end_a_sentence(text: str) -> None:
    """A sentence ends at its stop, with the marks that close it, whatever abbreviation ends it."""
    expected = text.split("|")
    assert sentences(" ".join(expected)) == expected
    assert sentences("\r\n".join(expected)) == expected


def test_list_items_are_sentences() -> None:
    """Each item of a list is a sentence, or several; its marker belongs to it."""
    text = "De regering doet dit:\n- politie;\n- justitie. Ook nu;\n\u2022 leger\n\nMeer niet."
    expected = ["De regering doet dit:", "- politie;", "- justitie.", "Ook nu;", "\u2022 leger"]
    assert sentences(text) == [*expected, "Meer niet."]


def test_numbered_items_and_wrapped_items() -> None:
    """A numbered item goes on over line ends until the next one starts."""
    text = (
        "Drie punten:\n1. de inzet in\nBurundi;\n2. de motie nr.\n84. Deze is oud;\n3. het fonds."
    )
    assert sentences(text) == [
        "Drie punten:",
        "1. de inzet in Burundi;",
        "2. de motie nr. 84.",
        "Deze is oud;",
        "3. het fonds.",
    ]


def test_dash_at_the_start_of_a_line_is_no_item() -> None:
    """A dash that the publisher's line break put first does not start an item."""
    text = (
        "De discussie over de inzet van\n\u2013 en modaliteiten voor \u2013 vredesoperaties loopt."
    )
    assert sentences(text) == [
        "De discussie over de inzet van \u2013 en modaliteiten voor \u2013 vredesoperaties loopt."
    ]


def test_sentence_of_the_heading_it_stands_under() -> None:
    """A sentence names its paragraph, and its heading if it has one."""
    found = SourceText("Een zin vooraf.\n\nKaders\n\nEen zin. Nog een.\n\nEen derde.").sentences
    assert [(each.paragraph, each.heading) for each in found] == [
        (1, None),
        (2, "Kaders"),
        (2, "Kaders"),
        (3, "Kaders"),
    ]


@pytest.mark.heavy
def test_each_item_of_a_very_long_list_is_a_sentence() -> None:
    """A list of tens of thousands of items has as many sentences."""
    assert len(SourceText("\u2022 a\n" * 40_000).sentences) == 40_000


@each_case(
    "text, count",
    [
        ("In de CII Nota «Kades in samenhang. Een verkenning» staat dat. Dat is zo.", 2),
        ("In the paper “Quays. A survey of 2031” this is said. It is so.", 2),
        ("Zij zegt: «De kade is dicht. Zij blijft dicht.» Dat is zo.", 3),
        ("De nota «Kades is er. Een kade volgt.", 2),
    ],
)
def test_a_title_in_quotation_marks_is_not_divided(text: str, count: int) -> None:
    """What somebody says is divided, and so is what never closes."""
    assert len(sentences(text)) == count


@each_case(
    "end",
    ["»meer kades».1", "»meer kades.»1", "“meer kades”.12", "(meer kades).3", "“meer?”1", "meer?1"],
)
def test_the_mark_of_a_note_after_a_quotation_begins_no_sentence(end: str) -> None:
    """It belongs to the sentence before it, after whatever closes that."""
    first = f"De motie vraagt om {end}"

    assert sentences(f"{first} Op 14 maart 2031 is dat besproken.") == [
        first,
        "Op 14 maart 2031 is dat besproken.",
    ]


def test_the_mark_of_a_note_after_a_year_begins_no_sentence() -> None:
    """But a number with a point in it ends nothing."""
    first = "Dit staat in de brief van 18 juni 2025.1"

    assert sentences(f"{first} Ik ga daarover in gesprek.") == [first, "Ik ga daarover in gesprek."]
    assert len(sentences("Dit volgt uit versie 2025.1 Handboek van de haven.")) == 1
