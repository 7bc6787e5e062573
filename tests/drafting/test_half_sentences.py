"""Requests and commitments of which a part of the sentence stands apart: never sure."""

from collections.abc import Callable
from pathlib import Path

import pytest

import ssrpolicy
from draftable import CLOSE, HEAD
from ssrpolicy.model import Commitment, Confidence, Request

ANSWERS = """\
Vragen van het lid Bakker (Lagemeer) aan de Minister van Infrastructuur en Waterstaat over de haven
(ingezonden 3 maart 2031).
Antwoord van de Minister van Infrastructuur en Waterstaat (ontvangen 24 maart 2031).
Vraag 1
{first}{gap}{rest}
Antwoord 1
Ja, ik ken het bericht. De haven loopt niet leeg, zo laat de havenmeester desgevraagd weten.
"""
RESTS = (
    "«De haven loopt leeg» en wat vindt u van de toestand die daarin door schippers wordt verteld?",
    "(de omroep van Lagemeer) en wat vindt u van de toestand die door schippers wordt beschreven?",
    "Lagemeer leeg laat lopen en wat vindt u van de toestand die door schippers wordt beschreven?",
    "2 havens noemt en wat vindt u van de toestand van die havens, die schippers er beschrijven?",
)


def _asked(folder: Path) -> list[tuple[str, Confidence]]:
    return [
        (each.entry.quotes[0].quote, each.confidence)
        for each in ssrpolicy.draft(folder).proposals
        if isinstance(each.entry, Request)
    ]


@pytest.mark.parametrize("rest", RESTS)
def test_a_question_is_quoted_from_its_first_printed_line_on(
    new_record: Callable[[str], Path], rest: str
) -> None:
    """However the line behind it begins; the whole question is sure."""
    first = "Klopt het dat de provincie"
    text = ANSWERS.format(first=first, gap="\n", rest=rest)

    assert _asked(new_record(text)) == [(f"{first} {rest}", Confidence.SURE)]


def test_half_a_question_is_not_sure(new_record: Callable[[str], Path]) -> None:
    """Where a blank line stands in a question, its end alone asks less than it should."""
    text = ANSWERS.format(first="Kent u het bericht", gap="\n\n", rest=RESTS[0])

    ((quote, confidence),) = _asked(new_record(text))
    assert quote.startswith("«De haven")
    assert confidence is not Confidence.SURE


@pytest.mark.parametrize(
    "broken, whole",
    [
        (
            "De haven van\n\nLagemeer is vol. Zij wordt verdiept.",
            "De haven van Lagemeer is vol. Ik zal uw Kamer in mei 2032 informeren.",
        ),
        (
            "Over de haven van\n\nLagemeer zal ik uw Kamer in mei 2032 informeren.",
            "Over de haven van Lagemeer zal ik uw Kamer in mei 2032 informeren.",
        ),
        (
            "Over de haven\n\n(die van Lagemeer) zal ik uw Kamer in mei 2032 informeren.",
            "Over de haven (die van Lagemeer) zal ik uw Kamer in mei 2032 informeren.",
        ),
    ],
)
def test_half_a_commitment_is_not_sure(
    new_record: Callable[..., Path], broken: str, whole: str
) -> None:
    """A sentence that begins above what is quoted is less sure than the same sentence whole."""
    found = [
        [
            each.confidence
            for each in ssrpolicy.draft(new_record(HEAD + text + CLOSE, name)).proposals
            if isinstance(each.entry, Commitment)
        ]
        for name, text in (("broken", broken), ("whole", whole))
    ]

    assert found[1] == [Confidence.SURE]
    assert Confidence.SURE not in found[0]
