"""What a letter undertakes in the voices of civil servants, and what it only says of itself.

The letters are invented.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

import ssrpolicy
from draftable import CLOSE, HEAD
from ssrpolicy.model import Commitment


@pytest.fixture
def commitments(new_record: Callable[..., Path]) -> Callable[[str], list[Commitment]]:
    """A function that gives what a letter of some words is proposed to undertake."""

    def drafted(words: str) -> list[Commitment]:
        draft = ssrpolicy.draft(new_record(HEAD + words + CLOSE))
        return [e.entry for e in draft.proposals if isinstance(e.entry, Commitment)]

    return drafted


@pytest.mark.parametrize(
    "sentence, firmness",
    [
        ("De beantwoording zal plaatshebben in mei 2032.", "firm"),
        ("U zult het overzicht samen met de jaarstukken ontvangen.", "firm"),
        ("Hierover volgt een regeling, die ik aan beide Kamers zal voorleggen.", "firm"),
        ("Aan de hand van de meting bepaal ik of een hogere kade nodig is.", "exploratory"),
        ("Met de havens breng ik de kosten in beeld.", "firm"),
        ("Rijkswaterstaat past de bebording aan.", "firm"),
        ("Dit wordt verankerd in de Havenwet.", "firm"),
        ("Alles overwegende kies ik ervoor de kade open te houden.", "firm"),
        ("Het ligt in mijn voornemen de kade te verhogen.", "aspirational"),
        ("De inzet van het kabinet is erop gericht de kade te verhogen.", "aspirational"),
        ("De verwachting is dat de kade in mei 2032 kan worden geopend.", "aspirational"),
        ("Ik verwacht daarnaast een eigen meting te presenteren.", "aspirational"),
        ("Ik ben graag bereid hierover van gedachten te wisselen.", "conditional"),
    ],
)
def test_what_is_undertaken_in_another_voice_is_a_commitment(
    commitments: Callable[[str], list[Commitment]], sentence: str, firmness: str
) -> None:
    """Passive, in a subordinate clause, by an agency or as an aim, and never firmer than that."""
    (made,) = commitments(sentence)

    assert made.firmness == firmness


@pytest.mark.parametrize(
    "sentence",
    [
        "Via dit schrijven bieden wij u beide metingen aan.",
        "Deze brief wordt ook aan de Eerste Kamer gestuurd.",
        "Daarbij ga ik eerst in op de hoogte van de kade.",
        "Met genoegen bied ik u de jaarstukken aan.",
        "De tussenstand heeft uw Kamer ontvangen op 3 maart 2031.",
    ],
)
def test_what_a_letter_says_of_itself_undertakes_nothing(
    commitments: Callable[[str], list[Commitment]], sentence: str
) -> None:
    """It is done by the letter, or was done before it."""
    assert commitments(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Mijn voorganger heeft u toegezegd dat de kade niet zal worden gesloten.",
        "Met het oog daarop heb ik de kade laten meten.",
        "Zij leveren in mei 2032 een plan.",
        "De verwachting is dat gemeenten in mei 2032 een plan kunnen maken.",
        "Wij ontvangen graag spoedig uw reactie.",
        "De meting wordt iedere drie jaar uitgevoerd.",
        "Het kabinet neemt deze aanbeveling niet over.",
        "Daarmee zorgen we ervoor dat de kade droog blijft.",
    ],
)
def test_what_was_said_before_or_others_do_undertakes_nothing(
    commitments: Callable[[str], list[Commitment]], sentence: str
) -> None:
    """Nor does a custom, a refusal or what something is for."""
    assert commitments(sentence) == []


def test_what_an_undertaking_tells_of_another_is_still_proposed(
    commitments: Callable[[str], list[Commitment]],
) -> None:
    """A letter can undertake something in the sentence that speaks of the letter."""
    (made,) = commitments(
        "Met deze brief laat ik u weten dat ik het plan in mei 2032 zal toesturen."
    )

    assert made.timeframe is not None
    assert str(made.timeframe.date) == "2032-05"
