"""What is not announced: past, usual, denied, doubted, said by others, or not an act.

The sentences are invented.
"""

from collections.abc import Callable

import pytest

from ssrpolicy.model import Commitment, Draft
from tables import each_case

Commitments = Callable[[str], list[Commitment]]


@pytest.mark.parametrize(
    "verb",
    [
        "bezocht",
        "begreep",
        "bood",
        "verbood",
        "hielp",
        "ontwierp",
        "besprak",
        "verliet",
        "verzocht",
        "vergat",
        "betrok",
        "ontving",
        "verkocht",
        "overwoog",
        "ondervond",
        "verzond",
        "ondernam",
        "omschreef",
        "keurde",
        "schrapte",
    ],
)
@pytest.mark.parametrize("order", ["Ik {} de boten.", "Het kabinet {} de boten."])
def test_the_past_of_a_verb_announces_nothing(
    commitments: Commitments, verb: str, order: str
) -> None:
    """Weak or strong, with whatever stands before its stem."""
    assert commitments(order.format(verb)) == []


@pytest.mark.parametrize(
    "verb",
    [
        "begonnen",
        "kozen",
        "ontwierpen",
        "bespraken",
        "kregen",
        "hielpen",
        "verwierven",
        "overwogen",
        "trokken",
        "sloegen",
        "bekeken",
    ],
)
@pytest.mark.parametrize("order", ["Wij {} de boten.", "Daarom {} wij de boten."])
def test_the_past_of_several_does_not_either(
    commitments: Commitments, verb: str, order: str
) -> None:
    """Also behind what opens the sentence."""
    assert commitments(order.format(verb)) == []


@each_case(
    "said",
    [
        "We beperken al sinds 2010 de groei van de jachthaven.",
        "We beperken al jaren de groei van de jachthaven.",
        "We beperken van oudsher de groei van de jachthaven.",
        "We beperken zelden de groei van de jachthaven.",
        "We beperken nergens de groei van de jachthaven.",
        "We beperken evenmin de groei van de jachthaven.",
        "We beperken wellicht de groei van de jachthaven.",
        "We beperken mogelijk de groei van de jachthaven.",
        "We beperken de groei van de jachthaven, aldus de leden.",
        "We beperken de groei van de jachthaven, zo stelt de fractie.",
        "Het kabinet beperkt volgens de leden de groei van de jachthaven.",
        "We weigeren de jachthaven te verbreden.",
        "We dreigen de norm te overschrijden.",
        "Wij stellen vast dat de jachthaven groeit.",
        "Ik ontraad het amendement.",
        "Ik veroordeel deze vernieling.",
        "Ik feliciteer de schippers.",
        "Ik herhaal mijn antwoord van vorige week.",
        "Ik verblijf met hoogachting.",
    ],
)
def test_what_is_usual_denied_doubted_said_by_others_or_no_act_is_not_announced(
    commitments: Commitments, said: str
) -> None:
    """Whatever the verb is."""
    assert commitments(said) == []


@each_case(
    "said",
    [
        "We beperken de groei van de jachthaven.",
        "Het kabinet beperkt de groei van de jachthaven.",
        "We beperken volgens de planning de groei van de jachthaven.",
        "We beperken zo veel mogelijk de groei van de jachthaven.",
        "We slopen de oude steiger.",
        "We staken de aanleg van de steiger.",
    ],
)
def test_what_the_writer_does_is_announced(commitments: Commitments, said: str) -> None:
    """Also by verbs of which a form is written as a past."""
    (made,) = commitments(said)

    assert said.rstrip(".") in made.quotes[0].quote


@each_case(
    "said",
    [
        "Rederijen menen dat de Kamer hierover ingelicht zal worden.",
        "Rederijen menen dat de Kamer hierover wordt ingelicht.",
        "Het is de vraag of de Kamer hierover ingelicht zal worden.",
        "Het is onzeker of uw Kamer hierover wordt ingelicht.",
    ],
)
def test_what_others_think_the_house_is_told_is_not_undertaken(
    commitments: Commitments, said: str
) -> None:
    """Nor what is still a question."""
    assert commitments(said) == []


@each_case(
    "said",
    [
        "Op 3 mei opende ik als minister de haven.",
        "In mei 2032 startte ik als informateur een onderzoek.",
        "Samen met de gemeente bouwde het kabinet op 3 mei een kraan.",
    ],
)
def test_what_was_done_is_not_undertaken(commitments: Commitments, said: str) -> None:
    """A verb of the past stands before its subject, whatever follows that."""
    assert commitments(said) == []


@each_case(
    "said, kinds",
    [
        ("Defensie organiseert met enige regelmaat bezoeken aan de haven.", {"claim"}),
        ("Voor de vertraging bied ik u mijn excuses aan.", {"set_aside"}),
        ("Ik adviseer u om niet van tevoren voorwaarden te stellen.", {"claim"}),
        ("Mocht de commissie dit wensen, dan kan ik een rondleiding verzorgen.", {"commitment"}),
    ],
)
def test_a_habit_a_courtesy_and_an_offer_are_what_they_are(
    drafted: Callable[[str], Draft], said: str, kinds: set[str]
) -> None:
    """Only what is offered is undertaken, on a condition."""
    found = [each for each in drafted(said).proposals if each.rule != "aside-around"]

    assert {each.kind for each in found} == kinds
