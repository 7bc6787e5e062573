"""Promises that a list makes: with the words above it, by the words of its items, or not at all.

The sentences are invented.
"""

from collections.abc import Callable

import pytest

from ssrpolicy.model import Commitment, Draft
from tables import each_case

Commitments = Callable[[str], list[Commitment]]


@pytest.fixture
def in_english(english: Callable[[str], Draft]) -> Commitments:
    """A function that gives what an English letter of some words is proposed to undertake."""
    return lambda words: [
        each.entry for each in english(words).proposals if isinstance(each.entry, Commitment)
    ]


def _said(found: list[Commitment]) -> list[str]:
    return [each.quotes[-1].quote.rstrip(";.") for each in found]


@pytest.mark.parametrize(
    "first, second",
    [
        ("\u2713 ", "\u2713 "),
        ("\u27a2 ", "\u27a2 "),
        ("\u25e6 ", "\u25e6 "),
        ("\u2192 ", "\u2192 "),
        ("(i) ", "(ii) "),
        ("- ", "- "),
    ],
)
@pytest.mark.parametrize(
    "one, other",
    [
        ("het plan voor de sluis", "de planning van de werken"),
        ("(ontwerp)besluit over de sluis", '"De planning"'),
        ("\u20ac 5 miljoen voor de sluis", "\u20ac 6 miljoen voor de werken"),
    ],
)
def test_an_item_is_known_whatever_its_mark(
    commitments: Commitments, first: str, second: str, one: str, other: str
) -> None:
    """Whatever its words begin with: each is undertaken by the term above the list."""
    found = commitments(f"Ik zal in juni 2032 zenden:\n\n{first}{one};\n{second}{other};\n")

    assert _said(found) == [f"{first}{one}", f"{second}{other}"]
    assert {each.timeframe.phrase for each in found if each.timeframe} == {"in juni 2032"}


@each_case(
    "items",
    [
        "1\u00b0 het plan\n2\u00b0 de planning",
        "A. het plan\nB. de planning",
        "\u2022het plan\n\u2022de planning",
        "o het plan\no de planning",
        "1.1 het plan\n1.2 de planning",
        "het plan voor de sluis\nde planning van de werken",
        "Het plan is dan gereed, en de planning ook.",
    ],
)
def test_a_promise_above_a_list_is_never_lost(commitments: Commitments, items: str) -> None:
    """Where no item is known as one, the words above make the promise."""
    found = commitments(f"Ik zal uw Kamer in juni 2032 informeren over:\n\n{items}\n")

    assert found
    assert {each.timeframe.phrase for each in found if each.timeframe} == {"in juni 2032"}


def test_items_without_marks_go_on_in_small_letters(in_english: Commitments) -> None:
    """Each in a paragraph of its own."""
    found = in_english("We will:\n\ndredge the canal in June 2032;\n\nrepair the lock.\n")

    assert _said(found) == ["dredge the canal in June 2032", "repair the lock"]


@pytest.mark.parametrize(
    "said, undertaken",
    [
        (
            (
                "These are the points that the Committee comes back to:\n\n"
                "- We will dredge the canal in June 2032;\n- The Department will repair the lock."
            ),
            ["- We will dredge the canal in June 2032", "- The Department will repair the lock"],
        ),
        (
            "The shipowners agreed to:\n\n- moor elsewhere;\n- We will repair the lock.",
            ["- We will repair the lock"],
        ),
        (
            "We will:\n\n- dredge the canal;\n- the shipowners will pay for it.",
            ["- dredge the canal"],
        ),
        ("We will:\n\n- not dredge the canal;\n- repair the lock.", ["- repair the lock"]),
    ],
)
def test_an_item_that_says_who_acts_stands_by_itself(
    in_english: Commitments, said: str, undertaken: list[str]
) -> None:
    """Whatever stands above it; others join the words above."""
    assert _said(in_english(said)) == undertaken


def test_a_dutch_item_that_says_who_acts_does_so_too(commitments: Commitments) -> None:
    """Behind the subject that it names before a colon."""
    (made,) = commitments(
        "Hieronder gaan wij in op:\n\n- het kanaal: ik zal u in juni 2032 een plan zenden;\n"
        "- de sluis.\n"
    )

    assert made.cue == "ik zal"
    assert [each.quote for each in made.quotes] == [
        "- het kanaal: ik zal u in juni 2032 een plan zenden;"
    ]


@pytest.mark.parametrize(
    "lead",
    [
        "It is still open whether we will",
        "The Committee asked us to",
        "We want shipowners to",
        "We expect industry to",
        "We aim for ports to",
        "We would need to",
        "We have no plans to",
        "We will not",
        "We do not intend to",
    ],
)
def test_what_is_asked_denied_or_wanted_of_others_is_so_for_every_item(
    in_english: Commitments, lead: str
) -> None:
    """Nothing is undertaken below such words, nor by them."""
    assert in_english(f"{lead}:\n\n- dredge the canal by June 2032;\n- repair the lock.\n") == []


@each_case(
    "lead",
    [
        "De leden vragen of ik zal",
        "Het is de vraag of we zullen",
        "Wij zetten niet in op",
        "Ik zal niet",
        "De rederijen zijn voornemens om",
        "De leden vragen wat ik wil",
    ],
)
def test_dutch_words_above_a_list_do_so_too(commitments: Commitments, lead: str) -> None:
    """A question that others ask is not a promise of the writer."""
    assert commitments(f"{lead}:\n\n- het kanaal uitbaggeren;\n- de sluis herstellen.\n") == []


def test_what_others_are_asked_to_do_is_asked(in_english: Commitments) -> None:
    """The writer undertakes to ask it."""
    found = in_english("We will ask shipowners to:\n\n- moor elsewhere;\n- pay for it.\n")

    assert {each.cue for each in found} == {"We will"}


def test_words_that_items_complete_are_not_proposed_besides(
    drafted: Callable[[str], Draft],
) -> None:
    """They say nothing by themselves: each item is proposed with them, and nothing else is."""
    found = drafted("Ik zal in mei 2032 sturen:\n\n- de nota;\n- het plan.\n").proposals

    leads = [each for each in found if "sturen" in str(each.entry)]
    assert [each.kind for each in leads] == ["commitment", "commitment"]
