"""Where the head of a letter ends: with its salutation."""

import pytest

from ssrpolicy.evidence import SourceText
from ssrpolicy.model import BlockKind
from tables import each_case


def body_of(text: str) -> list[str]:
    """The first words of each paragraph that is text of the letter itself."""
    source = SourceText(text)
    return [
        " ".join(text[block.start : block.end].split()[:3])
        for block in source.blocks
        if block.kind is BlockKind.BODY
    ]


@each_case("salutation", ["Geachte voorzitter,", "Mijnheer de Voorzitter,"])
@each_case(
    "head",
    [
        "Datum 3 maart 2031\nBetreft Motie-Jansen c.s. over de havens",
        "Betreft: Hoe verder met de havens?",
        "Onderwerp\tMotie nr. 45. Stand van zaken.",
        "Den Haag, 3 maart 2031\n\nWilt u bij beantwoording de datum vermelden? Behandel één zaak.",
        "Ministerie van Havens\nPlein 4\n\nDatum 3 maart 2031\n\nBijlage(n)\n1. Rapport. 2. Tabel.",
    ],
)
def test_what_stands_above_a_salutation_is_the_head(head: str, salutation: str) -> None:
    """A subject that reads as a sentence is not one to be recorded, nor what an office prints."""
    text = f"{head}\n\n{salutation}\n\nIk zal u daarover in mei berichten. Het kabinet volgt dit."

    assert body_of(text) == ["Ik zal u"]


def test_text_above_a_letter_is_text() -> None:
    """A letter may be enclosed in a longer paper, whose sentences count."""
    above = "\n\n".join(f"De haven van {n} wordt dieper. Dat kost twee jaar." for n in range(12))
    text = f"{above}\n\nGeachte voorzitter,\n\nIk zal u daarover in mei berichten."

    assert len(body_of(text)) > 12


@each_case(
    "above",
    [
        "Rapport marine\n\nIk zal de haven voor 1 juli 2031 sluiten. Dat is nodig.",
        "Ministerie van Havens\n\nSamenvatting\n\n- Ik stuur de Kamer in mei een plan;",
        "Den Haag, 3 maart 2031\n\nDe kade wordt in 2032 verhoogd.",
    ],
)
def test_what_somebody_does_is_text_also_above_a_salutation(above: str) -> None:
    """A promise above an enclosed letter is not hidden by its salutation."""
    text = f"{above}\n\nGeachte burgemeester,\n\nDe haven gaat dicht."

    assert any(first in " ".join(body_of(text)) for first in ("Ik", "De kade"))


@pytest.mark.parametrize(
    "text",
    [
        "Er zijn twee punten, [1] en [2].\n\n[1] De haven.\n\n[2] De kade.",
        "De haven groeit.[1]\n\n[1] Ik zal de haven voor 1 juli 2031 sluiten.",
    ],
)
def test_what_a_text_speaks_of_by_numbers_is_not_a_note(text: str) -> None:
    """Marks of notes stand right after words, and a note undertakes nothing."""
    assert len(body_of(text)) == text.count("\n\n") + 1


@each_case(
    "line",
    ["26 May 2008", "26th May 2008", "Den Haag, 25 september 2013", "'s-Gravenhage, 3 mei 2031"],
)
@each_case("below", ["The dike is closed. It is safe.", "Letter from the Chairman", ""])
def test_a_date_alone_is_neither_text_nor_a_heading(line: str, below: str) -> None:
    """It is of a letter that stands below another one, or of the one that it closes."""
    text = f"We note what you say. We ask for more.\n\n{line}\n\n{below}\n\nThat is said. It ends."
    source = SourceText(text)

    assert line not in body_of(text)
    assert line not in {text[b.start : b.end] for b in source.blocks if b.kind is BlockKind.HEADING}
    assert line not in {sentence.text for sentence in source.sentences}


def test_a_sentence_that_ends_with_a_date_is_text() -> None:
    """Only a place stands before a date alone."""
    text = "Het plan is er. Ja.\n\nHet is klaar op donderdag, 26 mei 2033.\n\nDat is zo. Ja."

    assert "Het is klaar" in body_of(text)
