"""What looks like a request and is not one, which paper a request is of, and what answers all.

The sentences are invented.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

import ssrpolicy
from draftable import CLOSE, HEAD
from ssrpolicy.model import Commitment, Disposition, Document, Draft, Request
from tables import each_case

Drafted = Callable[[str], Draft]
Papers = Callable[[str], dict[str, str]]


def entries(draft: Draft, of: type) -> list[object]:
    """Return the proposed entries of a kind."""
    return [each.entry for each in draft.proposals if isinstance(each.entry, of)]


@pytest.fixture
def papers(new_record: Callable[..., Path]) -> Callable[[str], dict[str, str]]:
    """A function that gives the number of the paper of each request, by its quote."""

    def number_by_quote(words: str) -> dict[str, str]:
        folder = new_record(HEAD + words + CLOSE)
        proposed = [each.entry for each in ssrpolicy.draft(folder).proposals]
        documents = [
            *ssrpolicy.load(folder).documents,
            *(e for e in proposed if isinstance(e, Document)),
        ]
        numbers = {each.id: str(each.number) for each in documents}
        asked = [each for each in proposed if isinstance(each, Request)]
        return {each.quotes[0].quote: numbers[each.document] for each in asked}

    return number_by_quote


@each_case(
    "said",
    [
        "In mei 2032 wordt het verslag verstrekt aan de raad waarom uw Kamer heeft verzocht.",
        "In mei 2032 stuur ik u de cijfers waarom uw Kamer heeft verzocht.",
        "In mei 2032 stuur ik u de cijfers die uw Kamer heeft gevraagd.",
        (
            "Ik stuur u in mei 2032 het overzicht waarnaar de vaste commissie voor Havens heeft "
            "gevraagd."
        ),
        "Zoals uw Kamer heeft verzocht, stuur ik u in mei 2032 het overzicht.",
        "Ik stuur u in mei 2032 de nota waarom door uw Kamer is verzocht.",
    ],
)
def test_a_subordinate_clause_only_says_who_asked(drafted: Drafted, said: str) -> None:
    """The main clause is what the sentence says: here it promises."""
    draft = drafted(said)

    assert not entries(draft, Request)
    assert len(entries(draft, Commitment)) == 1


@each_case(
    "said",
    [
        "In mei heeft uw Kamer verzocht om een overzicht van de havens.",
        "Ik constateer dat uw Kamer heeft verzocht om een overzicht van de havens.",
        "Uw Kamer heeft gevraagd waarom de sluis gesloten is.",
    ],
)
def test_what_is_told_of_a_request_is_still_one(drafted: Drafted, said: str) -> None:
    """Where the words say what is asked, it is a request."""
    assert len(entries(drafted(said), Request)) == 1


def test_a_sentence_ends_at_a_cited_paper_without_its_full_stop(papers: Papers) -> None:
    """What is asked after it is of the paper that stands behind it."""
    found = papers(
        "Ik heb daarop gereageerd bij brief van 18 april jl. (Kamerstuk 31 999, nr. 2) Op dezelfde "
        "dag is mij door de commissie verzocht om een nota over de sluis te sturen (Kamerstuk "
        "31 999, nr. 7)."
    )
    ((quote, number),) = found.items()

    assert quote.startswith(("Op dezelfde dag", "een nota over de sluis"))
    assert number == "kst-31999-7"


@pytest.mark.parametrize(
    "said",
    [
        (
            "Na mijn brief van 18 april (Kamerstuk 31 999, nr. 2) heeft de vaste commissie voor "
            "Havens mij verzocht om een nota (Kamerstuk 31 999, nr. 7)."
        ),
        (
            "Ik reageerde bij brief van 18 april (Kamerstuk 31 999, nr. 2) en daarna heeft uw "
            "Kamer mij verzocht om een nota (Kamerstuk 31 999, nr. 7)."
        ),
        (
            "Over de nota (Kamerstuk 31 999, nr. 3) heeft de vaste commissie voor Havens mij "
            "verzocht om een reactie (Kamerstuk 31 999, nr. 7)."
        ),
    ],
)
def test_a_request_is_of_the_paper_behind_it(papers: Papers, said: str) -> None:
    """A minister's own letter, or what a request is about, is not where it was asked."""
    assert set(papers(said).values()) == {"kst-31999-7"}


def test_a_ministers_own_letter_is_not_where_something_was_asked(papers: Papers) -> None:
    """With no other paper, the one that asked has no number."""
    found = papers(
        "Na mijn brief van 18 april (Kamerstuk 31 999, nr. 2) heeft uw Kamer mij verzocht om een "
        "nota."
    )

    assert set(found.values()) == {"None"}


@pytest.mark.parametrize(
    "meets",
    [
        "Met deze brief voldoe ik aan de verzoeken van uw Kamer.",
        "Met deze brief voldoe ik versneld aan uw verzoeken.",
    ],
)
def test_what_meets_the_requests_meets_all_of_them(drafted: Drafted, meets: str) -> None:
    """Not only the last one."""
    draft = drafted(
        "De vaste commissie voor Havens heeft mij op 3 mei verzocht om een nota over de kade. "
        "De vaste commissie voor Havens heeft mij op 4 mei verzocht om een nota over de sluis. "
        "De vaste commissie voor Havens heeft mij op 5 mei verzocht om een nota over de brug. "
        f"{meets}"
    )
    asked = {each.id for each in entries(draft, Request) if isinstance(each, Request)}
    met = [each for each in entries(draft, Disposition) if isinstance(each, Disposition)]

    assert len(asked) == 3
    assert {each.request for each in met} == asked
    assert {each.quotes[0].quote[:14] for each in met} == {"Met deze brief"}
