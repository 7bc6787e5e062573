"""Words that look like a promise, an amount, a place or a day of their own; all are invented."""

from collections.abc import Callable

import pytest

from ssrpolicy.model import Commitment, Draft, Instrument, SetAside
from tables import each_case

Drafted = Callable[[str], Draft]
Commitments = Callable[[str], list[Commitment]]


@each_case(
    "said",
    [
        "Voor mijn aanpak daaromtrent verwijs ik naar de brieven over de kades van 3 mei 2032.",
        "Voor mijn aanpak verwijs ik naar het plan dat in mei 2032 verschijnt.",
        "Ik verwijs u naar de planning tot en met 2032.",
    ],
)
def test_what_points_elsewhere_promises_nothing(commitments: Commitments, said: str) -> None:
    """Whatever day stands in the sentence."""
    assert commitments(said) == []


def test_what_points_elsewhere_may_promise_besides(commitments: Commitments) -> None:
    """A letter that comes is still promised."""
    (made,) = commitments("Ik verwijs naar mijn brief en stuur u in mei 2032 een plan.")

    assert str(made.firmness) == "firm"


@pytest.mark.parametrize(
    "said",
    [
        "In February we announced the first round of successful bids to create ports in 2032.",
        "Last week the government published the second set of successful plans for ports in 2032.",
    ],
)
def test_what_was_announced_is_not_promised_by_a_noun(english: Drafted, said: str) -> None:
    """The verb is of the past, and a noun that ends as a verb does is not a verb."""
    assert not [e for e in english(said).proposals if isinstance(e.entry, Commitment)]


@pytest.mark.parametrize("share", ["1 op de 4 mensen", "een op de vier mensen"])
def test_a_share_is_not_a_count(commitments: Commitments, share: str) -> None:
    """One of four people is not four people."""
    (made,) = commitments(f"Ik zal in 2032 kades bouwen voor {share}.")

    assert made.quantities == ()


@pytest.mark.parametrize(
    "said, number", [("reach approximately 1 in 8 people", []), ("train 80 people", [80])]
)
def test_a_share_in_english_is_not_a_count(english: Drafted, said: str, number: list[int]) -> None:
    """Nor in English; a number of people still is one."""
    (made,) = [
        e.entry
        for e in english(f"We will {said} in 2032.").proposals
        if isinstance(e.entry, Commitment)
    ]

    assert [each.exactly for each in made.quantities] == number


@each_case("name", ["Meer dan de Som", "Per Saldo", "MEER DAN DE SOM"])
def test_the_code_of_a_country_is_not_a_word(commitments: Commitments, name: str) -> None:
    """Three letters of a name are not the country that has them for its code."""
    (made,) = commitments(f"Ik zal uw Kamer in mei 2032 informeren over het plan {name}.")

    assert made.places == ()


@pytest.mark.parametrize(
    "when, day",
    [("Tijdens het overleg van 20 augustus 2031 heb ik", "None"), ("Ik heb", "2031-10-01")],
)
def test_a_term_does_not_count_from_a_letter_that_repeats_it(
    commitments: Commitments, when: str, day: str
) -> None:
    """What was promised on a day of its own counts from there; who promised it is the writer."""
    (made,) = commitments(f"{when} toegezegd uw Kamer binnen 4 weken een brief te sturen.")

    assert made.timeframe is not None
    assert (str(made.timeframe.date), made.owners) == (day, ("minister-ienw",))


def test_a_programme_keeps_its_name(drafted: Drafted) -> None:
    """The words in capitals behind it are of its name."""
    draft = drafted("In 2032 begin ik met het Actieprogramma Vitale Haven in Steenburg.")

    names = [e.entry.name.nl for e in draft.proposals if isinstance(e.entry, Instrument)]
    assert names == ["Actieprogramma Vitale Haven"]


def test_brackets_are_set_aside_whole(english: Drafted) -> None:
    """What stands in brackets by itself is quoted with both."""
    draft = english(
        "We recommend that the Government measure the ports. (Paragraph 8)\n\nWe agree."
    )
    aside = [e.entry.quote.quote for e in draft.proposals if isinstance(e.entry, SetAside)]

    assert "Paragraph 8)" not in aside


def test_a_clause_behind_that_is_not_a_summary(commitments: Commitments) -> None:
    """Its words are in another order: the whole sentence is."""
    said = (
        "Ik heb de Kamer toegezegd dat ik voor de stemmingen een reactie zou geven en dat ik uw "
        "Kamer in mei 2032 zou informeren."
    )
    (made,) = commitments(said)

    assert made.summary.nl == said
