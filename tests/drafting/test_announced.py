"""What a letter announces without a promising verb, and how it meets what it was asked.

The letters are invented.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

import ssrpolicy
from draftable import CLOSE, HEAD
from ssrpolicy.model import Commitment, Disposition
from tables import each_case

MOTION = (
    "De motie van het lid Bakker (Kamerstuk 29 521, nr. 512) verzoekt de regering de kade te "
    "verhogen."
)


@pytest.fixture
def dispositions(new_record: Callable[..., Path]) -> Callable[[str], list[str]]:
    """A function that gives the words by which a letter is proposed to meet requests."""

    def drafted(words: str) -> list[str]:
        draft = ssrpolicy.draft(new_record(HEAD + words + CLOSE))
        return [
            e.entry.quotes[0].quote for e in draft.proposals if isinstance(e.entry, Disposition)
        ]

    return drafted


@each_case(
    "sentence, phrase, date",
    [
        ("De doorrekening ligt er in mei.", "in mei", "2032-05"),
        ("Ik agendeer dit bij de Voorjaarsnota.", "bij de Voorjaarsnota", "None"),
        (
            "Voor het einde van 2032 ontvangt de Kamer het plan, met een raming tot en met 2040.",
            "Voor het einde van 2032",
            "2032",
        ),
        (
            "Binnen vijf jaar na inwerkingtreding wordt een verslag aan de Kamer gezonden.",
            "Binnen vijf jaar na inwerkingtreding",
            "None",
        ),
        ("- publicatie van de handreiking in mei 2032;", "in mei 2032", "2032-05"),
    ],
    ids=["any-verb", "budget", "nearest", "counted-from-an-event", "item"],
)
def test_what_happens_by_a_term_is_a_commitment(
    commitments: Callable[[str], list[Commitment]], sentence: str, phrase: str, date: str
) -> None:
    """The term is the one that belongs to the verb, and has a date only where it gives one."""
    (made,) = commitments(sentence)

    assert made.timeframe is not None
    assert (made.timeframe.phrase, str(made.timeframe.date)) == (phrase, date)


@each_case(
    "sentence, firmness",
    [
        ("Mocht de proef slagen, dan kom ik met een voorstel.", "conditional"),
        ("Blijkt de kade te zwak, dan laat ik die verhogen.", "conditional"),
        ("Mits de proef slaagt, trek ik de aanpak breder.", "conditional"),
        ("Er wordt gestreefd naar afronding in mei 2032.", "aspirational"),
        ("Het streven is nu om de kade dit jaar te verhogen.", "aspirational"),
        ("Er wordt gekeken naar de inzet van meer schepen.", "exploratory"),
        ("Nagegaan wordt of de kade hoger kan.", "exploratory"),
    ],
)
def test_nothing_is_drafted_firmer_than_it_is_said(
    commitments: Callable[[str], list[Commitment]], sentence: str, firmness: str
) -> None:
    """A condition, an aim and an inquiry weaken what a verb says."""
    (made,) = commitments(sentence)

    assert made.firmness == firmness


@each_case(
    "sentence",
    [
        "De gemeente bouwt in 2032 een brug.",
        "In mei besloot de Raad tot een verbod.",
        "Ik zal deze motie dan ook niet uitvoeren.",
        "Van een wettelijke regeling wil ik afzien.",
        "Tevens informeer ik u over enkele toezeggingen.",
    ],
)
def test_what_others_did_or_nobody_does_is_not_a_commitment(
    commitments: Callable[[str], list[Commitment]], sentence: str
) -> None:
    """Nor is what the letter says of itself."""
    assert commitments(sentence) == []


def test_words_without_stops_that_are_longer_than_a_sentence_are_not_taken_apart(
    commitments: Callable[[str], list[Commitment]],
) -> None:
    """Of words that nothing divides only the beginning is read, which takes no time."""
    found = commitments("Ik stuur uw Kamer een brief over de kade " * 40 + "dat is alles.")

    assert len(found) == 1


def test_clauses_that_each_undertake_something_are_proposed_apart(
    commitments: Callable[[str], list[Commitment]],
) -> None:
    """Each has its own words, term and firmness, and the second the owner of the first."""
    made = commitments(
        "Het kabinet blijft inzetten op havens en bericht uw Kamer in mei 2032 over de kade."
    )

    assert [(e.firmness, e.timeframe and str(e.timeframe.date)) for e in made] == [
        ("aspirational", None),
        ("firm", "2032-05"),
    ]
    assert [e.owners for e in made] == [("nl-regering",), ("nl-regering",)]


@pytest.mark.parametrize("closed", [(), ("Hiermee is de motie afgedaan.",)], ids=["open", "closed"])
def test_the_sentence_behind_a_request_meets_it(
    dispositions: Callable[[str], list[str]], closed: tuple[str, ...]
) -> None:
    """Where no words say how it is met; a sentence that closes the matter comes besides."""
    said = ["De helft van de kades is inmiddels verhoogd.", *closed]

    assert dispositions(" ".join((MOTION, *said))) == said


def test_a_motion_on_a_line_of_its_own_is_apart_from_what_is_said_of_it(
    dispositions: Callable[[str], list[str]],
) -> None:
    """As in a list of motions, each with its answer below it."""
    named = "1. Motie van het lid Bakker over het verhogen van kades (Kamerstuk 29 521, nr. 512)"
    said = "Deze motie zie ik als onuitvoerbaar, omdat de kades niet van het Rijk zijn."

    assert dispositions(f"{named}\n{said}") == [said]
