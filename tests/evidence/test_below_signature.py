"""Enclosures, copies and notes below a signature are not sentences to record; text is."""

from ssrpolicy.evidence import SourceText
from tables import each_case

SENTENCE = "Ik zal u informeren over de voortgang van de missie."
SIGNED = "De Minister van Defensie,\n\nA. Voorbeeld"
ON_LINES = "De Minister van Defensie,\nA. Voorbeeld"


def kinds_and_sentences(text: str) -> tuple[list[str], list[str]]:
    """The kinds of the blocks of a text, and its sentences."""
    source = SourceText(text)
    return [block.kind.value for block in source.blocks], [e.text for e in source.sentences]


@each_case("signed", [SIGNED, ON_LINES, f"Hoogachtend,\n\n{SIGNED}"])
@each_case(
    "below",
    [
        "Bijlage: Overzicht van de missie in 2023",
        "Bijlagen:\n1. Overzicht van de missie\n2. Tabel met aantallen",
        "Bijlagen (2):\n- Overzicht\n- Tabel",
        "Enclosure: Overview of the mission",
        "cc: de minister van Buitenlandse Zaken",
        "c.c. Nationale Politie",
        "Afschrift aan: de voorzitter van de Eerste Kamer",
        "Bijlagen:\n1. Overzicht\n\nc.c. Nationale Politie\n\nKopie aan de Rekenkamer",
        "Noot: in dit overzicht zijn deeltijders niet meegeteld.",
        "1 Kamerstukken II 2022/23, 29 628, nr. 1100.",
        "Bijlage: Overzicht\n\nNoot: het overzicht is van 1 januari.",
    ],
)
def test_what_is_added_below_a_signature_is_no_sentence(signed: str, below: str) -> None:
    """Whom it is sent to and what goes with it says nothing that can be recorded."""
    kinds, sentences = kinds_and_sentences(f"{SENTENCE}\n\n{signed}\n\n{below}\n")
    assert sentences == [SENTENCE]
    assert set(kinds) <= {"body", "signature", "note"}


def test_without_blank_lines_it_is_still_below_the_signature() -> None:
    """The signature is found above it, and both are apart from the sentence."""
    text = f"{SENTENCE}\n{ON_LINES}\nBijlage: Overzicht\ncc: Nationale Politie\n"
    assert kinds_and_sentences(text)[1] == [SENTENCE]


def test_the_text_of_an_annex_is_to_be_recorded() -> None:
    """A heading that says so, and what stands below it."""
    annex = "De politie telt vijfduizend aspiranten. Dat blijft zo."
    text = f"{SENTENCE}\n\n{SIGNED}\n\nBijlage: Uitwerking\n\n{annex}\n"
    kinds, sentences = kinds_and_sentences(text)
    assert sentences[0] == SENTENCE
    assert " ".join(sentences[1:]) == annex
    assert "heading" in kinds


def test_a_postscript_is_a_sentence_under_no_heading() -> None:
    """A line that names who gets a copy is not a heading."""
    after = "P.S. Het overzicht is ook op de website geplaatst."
    copy = "Afschrift aan: de voorzitter van de Eerste Kamer"
    source = SourceText(f"{SENTENCE}\n\n{SIGNED}\n\n{copy}\n\n{after}\n")
    assert [each.text for each in source.sentences][1:] == [after]
    assert {block.heading for block in source.blocks if block.kind.value == "body"} == {None}


@each_case(
    "text",
    [
        "Bijlagen: ik stuur u het overzicht. Dat doe ik in mei.",
        "Afschrift aan de Kamer zal ik sturen. Ook een tabel zend ik mee.",
        "cc blijft de naam van het fonds. Dat is zo.",
    ],
)
def test_sentences_that_begin_so_stay_sentences(text: str) -> None:
    """In doubt it is text, which must be accounted for."""
    assert len(kinds_and_sentences(f"{SENTENCE}\n\n{SIGNED}\n\n{text}\n")[1]) == 3
