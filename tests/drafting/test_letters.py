"""What letters undertake in ways that are easily missed, or easily taken for more than they say."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ssrpolicy import Draft
from ssrpolicy.model import Commitment, Course, Firmness, Proposal
from tables import each_case


def _made(draft: Draft) -> list[Proposal]:
    return [each for each in draft.proposals if each.kind != "set_aside"]


def _undertaken(draft: Draft) -> list[Commitment]:
    return [each.entry for each in draft.proposals if isinstance(each.entry, Commitment)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ik deel u mee dat dit in februari niet kan en dat ik u de nota in september 2032 stuur.",
        "Ik bericht u dat dit niet in mei kan en dat ik u de nota in september 2032 toezend.",
    ],
)
def test_what_is_put_off_has_the_new_term(drafted: Callable[[str], Draft], sentence: str) -> None:
    """The term that cannot be kept is not that of what is promised in its place."""
    (found,) = _undertaken(drafted(sentence))
    assert found.timeframe is not None
    assert found.timeframe.phrase == "in september 2032"


@pytest.mark.parametrize(
    "sentence",
    [
        "Ik heb toegezegd dat uw Kamer hierover een plan ontvangt.",
        "Mijn voorganger zegde toe dat de Kamer hierover voor het kerstreces een brief ontvangt.",
    ],
)
def test_a_promise_told_of_is_not_made_again(
    drafted: Callable[[str], Draft], sentence: str
) -> None:
    """Most letters tell of a promise to say that it is kept by them, or put off."""
    assert _undertaken(drafted(sentence)) == []


def test_a_promise_told_of_that_recurs_is_still_to_be_kept(drafted: Callable[[str], Draft]) -> None:
    """What is done each year is not done with by having been promised."""
    (found,) = _undertaken(
        drafted("In dat debat is toegezegd dat uw Kamer jaarlijks een overzicht ontvangt.")
    )
    assert found.course is Course.RECURRING


@each_case(
    "sentence, kind",
    [
        ("We begrenzen momenteel de groei van de haven.", "engagement"),
        ("Ook in Europees verband vraag ik aandacht voor de havens.", "engagement"),
        ("Wij zien dat de groei van de haven afneemt.", "claim"),
        ("We stuurden de havens een brief over de groei.", "claim"),
    ],
)
def test_who_does_something_without_a_term_is_doing_it(
    drafted: Callable[[str], Draft], sentence: str, kind: str
) -> None:
    """Whatever the verb, unless it is one of seeing, thinking or having, or of the past."""
    assert [each.kind for each in _made(drafted(sentence))] == [kind]


@each_case(
    "sentence, firmness",
    [
        ("Zo spoedig mogelijk stuur ik u het rapport over de haven.", Firmness.FIRM),
        ("Zo nodig pas ik de regeling aan.", Firmness.CONDITIONAL),
        ("Zo mogelijk stuur ik u het rapport voor het kerstreces.", Firmness.ASPIRATIONAL),
        ("De beoogde inwerkingtreding is per 1 januari 2033.", Firmness.ASPIRATIONAL),
        ("De resultaten worden in het voorjaar van 2033 verwacht.", Firmness.ASPIRATIONAL),
        ("In die brief zal ik ingaan op de motie over de sluizen.", Firmness.FIRM),
        ("Daarbij zal getracht worden schade te voorkomen.", Firmness.ASPIRATIONAL),
    ],
)
def test_a_promise_is_as_firm_as_its_words(
    drafted: Callable[[str], Draft], sentence: str, firmness: Firmness
) -> None:
    """Words of chance, plan and expectation make it weaker."""
    assert [each.firmness for each in _undertaken(drafted(sentence))] == [firmness]


@pytest.mark.parametrize("word", ["onderwerp", "kamerstuk 29 984"])
def test_a_line_that_goes_on_with_a_word_of_a_head_is_text(
    drafted: Callable[[str], Draft], word: str
) -> None:
    """A label in small letters has a colon behind it; anything else is a sentence, wrapped."""
    text = (
        "Ik zal de Kamer in juni 2032 de evaluatie sturen (nr. 100). Over dit\n"
        f"{word} heeft het lid Vuijk in de commissie\neen vraag gesteld."
    )
    (found,) = _undertaken(drafted(text))
    assert found.timeframe is not None
