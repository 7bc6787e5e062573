"""Promises that were made before and still stand, and work that is under way; all invented."""

from collections.abc import Callable

from ssrpolicy.model import Claim, Commitment, Draft, Engagement, Proposal
from tables import each_case


def _says(each: Proposal, said: str) -> bool:
    return isinstance(each.entry, Claim | Commitment) and each.entry.quotes[0].quote == said


@each_case(
    "said, phrase, firmness",
    [
        ("Ik heb u toegezegd in te zetten op een diepere haven.", None, "aspirational"),
        ("Ik heb toegezegd de Kamer een overzicht te sturen.", None, "firm"),
        (
            "In het debat is toegezegd een overzicht te delen voor Prinsjesdag.",
            "voor Prinsjesdag",
            "firm",
        ),
        (
            "Eerder heb ik toegezegd uw Kamer in het eerste kwartaal van 2032 te informeren.",
            "in het eerste kwartaal van 2032",
            "firm",
        ),
    ],
)
def test_a_promise_that_still_stands_is_a_commitment(
    drafted: Callable[[str], Draft], said: str, phrase: str | None, firmness: str
) -> None:
    """With its term, and no more than worth a look."""
    (found,) = [each for each in drafted(said).proposals if isinstance(each.entry, Commitment)]
    assert isinstance(found.entry, Commitment)
    term = found.entry.timeframe

    assert (found.confidence, found.entry.firmness) == ("look", firmness)
    assert (None if term is None else term.phrase) == phrase


@each_case(
    "said",
    [
        "Eerder heb ik toegezegd uw Kamer in het eerste kwartaal van 2031 te informeren.",
        "Per abuis is toegezegd het plan voor de zomer te sturen.",
        "In het debat heb ik niet toegezegd de kade in 2033 te verhogen.",
    ],
)
def test_a_promise_that_does_not_stand_is_told(drafted: Callable[[str], Draft], said: str) -> None:
    """Its term has passed, or it was not made."""
    kinds = {each.kind for each in drafted(said).proposals if _says(each, said)}

    assert kinds == {Claim.kind}


def test_a_letter_that_is_being_written_is_not_an_aspiration(
    drafted: Callable[[str], Draft],
) -> None:
    """The government is busy with it."""
    entries = [
        each.entry for each in drafted("Het kabinet werkt aan een voortgangsbrief.").proposals
    ]

    assert [each for each in entries if isinstance(each, Engagement)]
    assert not [each for each in entries if isinstance(each, Commitment)]
