"""What was promised and is done, what is promised after a refusal, and what others say."""

from collections.abc import Callable

import pytest

from ssrpolicy.model import Commitment, Draft, Proposal
from tables import each_case

Drafted = Callable[[str], Draft]


def made(draft: Draft) -> list[tuple[str, str]]:
    """Return the kind and the confidence of each statement that is proposed."""
    kinds = ("commitment", "position", "claim")
    return [(each.kind, str(each.confidence)) for each in draft.proposals if each.kind in kinds]


def undertaken(draft: Draft) -> list[Proposal]:
    """Return what is proposed as undertaken."""
    return [each for each in draft.proposals if isinstance(each.entry, Commitment)]


@pytest.mark.parametrize(
    "said",
    [
        "Ik heb uw Kamer toegezegd het rapport te sturen; dat is op 3 april gebeurd.",
        "Aan het lid Bos heb ik toegezegd de kaart te sturen, hetgeen is gedaan.",
        "Volgens de motie zal de regering in 2033 de haven verdiepen.",
        "Volgens de havens zal het kabinet in mei met een plan komen.",
    ],
)
def test_what_is_done_or_said_by_others_is_a_claim(drafted: Drafted, said: str) -> None:
    """Nothing of it is still to be done by who writes."""
    assert made(drafted(said)) == [("claim", "look")]


@pytest.mark.parametrize(
    "said",
    [
        "Ik kan nu geen dag noemen, maar zal u in juni schrijven.",
        "Ik kan nog geen keuze maken en kom daar in juni op terug.",
        "Het kabinet neemt nu geen besluit, maar legt in juni een voorstel voor.",
    ],
)
def test_a_promise_after_a_refusal_is_one(drafted: Drafted, said: str) -> None:
    """It has its owner and its term, and the refusal stays a position."""
    found = drafted(said)

    assert [kind for kind, _confidence in made(found)] == ["position", "commitment"]
    (entry,) = [each.entry for each in undertaken(found)]
    assert isinstance(entry, Commitment)
    assert len(entry.owners) == 1
    assert entry.timeframe is not None
    assert entry.timeframe.phrase == "in juni"


def test_an_english_promise_after_a_refusal_is_one(english: Drafted) -> None:
    """Others who refuse and promise undertake nothing for who writes."""
    found = english(
        "I cannot give a date now but will write to the House in June. "
        "The harbour board cannot give a date now but will write in June."
    )

    kinds = [kind for kind, _confidence in made(found)]
    assert kinds == ["position", "commitment", "claim"]


def test_what_follows_from_something_else_is_to_be_looked_at(drafted: Drafted) -> None:
    """That it will be done is said of what was decided, and perhaps of nothing new."""
    found = drafted("Dit betekent dat het kabinet in 2033 zal besluiten over de haven.")

    assert made(found) == [("commitment", "look")]


@each_case(
    "said, confidence",
    [
        ("Volgens de laatste inzichten zal ik de nota in juni 2033 aan uw Kamer sturen.", "sure"),
        ("Volgens de nieuwe opzet stuur ik u in mei 2033 een plan.", "likely"),
        ("Volgens het advies van de raad verlaag ik het tarief in 2033.", "likely"),
        ("Volgens de gemeente zakt de kade, ik stuur u in mei een plan.", "likely"),
        ("Ik heb toegezegd u voor de zomer te melden wat er met de haven is gebeurd.", "look"),
        ("Ik heb toegezegd het onderzoek dat is gedaan voor 1 juli 2033 te sturen.", "look"),
        (
            "In overleg met de gemeenten heeft het kabinet toegezegd voor mei een plan te maken.",
            "look",
        ),
    ],
)
def test_the_promise_of_who_writes_is_one(drafted: Drafted, said: str, confidence: str) -> None:
    """Words about others, or about what was done, next to it leave it a promise."""
    assert made(drafted(said)) == [("commitment", confidence)]


@each_case(
    "said, kind",
    [
        ("Volgens de wethouder zal het kabinet in mei met een plan komen.", "claim"),
        ("Volgens hem zal ik de haven sluiten.", "claim"),
        ("Volgens de oppositie verhoog ik de lasten.", "claim"),
        ("Het is niet nodig om nu in te grijpen, zegt de wethouder.", "claim"),
        ("Dit is essentieel materieel voor de marine.", "claim"),
        ("Wat mij betreft zal de brug in 2033 opengaan.", "claim"),
        ("Als bijlage bij de begroting van 2033 wordt een overzicht opgenomen.", "claim"),
        ("Dit is essentieel voor de marine.", "position"),
    ],
)
def test_what_looks_like_an_opinion_or_an_annex_is_a_claim(
    drafted: Drafted, said: str, kind: str
) -> None:
    """It is said by others, or of things, or of another paper."""
    assert made(drafted(said)) == [(kind, "look")]
