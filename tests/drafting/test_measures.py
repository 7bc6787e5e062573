"""Measures that are announced without a term: by who writes, by nobody named, in a list.

The sentences are invented.
"""

from collections.abc import Callable

import pytest

from ssrpolicy.model import Commitment, Confidence, Draft, Proposal
from tables import each_case


def _undertaken(draft: Draft) -> list[tuple[Proposal, Commitment]]:
    return [(each, each.entry) for each in draft.proposals if isinstance(each.entry, Commitment)]


@each_case(
    "said",
    [
        "We begrenzen de groei van de haven.",
        "3. We staan in de uiterwaarden geen nieuwe kades toe.",
        "7. We behouden de oude sluis.",
        "Samen met de havens start het Rijk een proef.",
        "Rijk en gemeenten ontwikkelen hiervoor een gezamenlijke kaart.",
        "Waar mogelijk wordt de kade versterkt.",
        "Daarnaast worden eerdere afspraken over de sluis gerespecteerd.",
        "De sluis wordt verbreed om grote schepen te bedienen.",
        "De sluis wordt verbreed met 3 miljoen euro.",
        "- Steigers worden verlengd.",
        "Samen met de havens wordt dit vertaald in een plan voor de kades.",
    ],
)
def test_a_measure_without_a_term_is_worth_a_look(
    drafted: Callable[[str], Draft], said: str
) -> None:
    """The verb is of no list: who writes does it, or it is done."""
    ((proposal, made),) = _undertaken(drafted(said))

    assert proposal.confidence is Confidence.LOOK
    assert made.timeframe is None
    assert said.rstrip(".").endswith(made.quotes[0].quote.rstrip("."))


@each_case(
    "said",
    [
        "We beseffen dat de haven klein is.",
        "We begrensden de groei van de haven.",
        "De schippers begrenzen hun snelheid.",
        "Daarbij laten we de sluizen buiten beschouwing.",
        "Dat we de haven begrenzen, is een misverstand.",
        "Wij kennen de zorgen over de kade.",
        "We begrenzen de groei van de haven niet.",
        "De kade wordt vaak versterkt.",
        "Eerdere afspraken over de sluis worden gerespecteerd.",
        "Op de steiger wordt gevochten.",
        "Een dwangsom wordt opgelegd bij overlast.",
        "Het amendement wordt behandeld in de commissie.",
        "Volgens de fractie worden schippers ontmoedigd.",
        "Daarnaast worden afspraken over de sluis wellicht gerespecteerd.",
        "De haven wordt gezien als een voorbeeld.",
        "De kade wordt door schippers bewaakt.",
        "Dat is een plan waarin de kade wordt versterkt.",
        "Op deze kades wordt geen winst gemaakt.",
        "In die nota van vorig jaar zal ik mij hebben vergist.",
        "De gemeente deelt mee dat ik zal worden uitgenodigd.",
    ],
)
def test_what_is_known_told_denied_or_done_by_others_is_no_measure(
    drafted: Callable[[str], Draft], said: str
) -> None:
    """Nor is what was done, or is done all the time."""
    assert _undertaken(drafted(said)) == []


def test_what_will_have_been_done_by_a_day_is_undertaken(drafted: Callable[[str], Draft]) -> None:
    """What the writer supposes has no day that is still to come."""
    ((_, made),) = _undertaken(drafted("Op 1 mei 2032 zal ik de kade hebben versterkt."))

    assert made.timeframe is not None
    assert made.timeframe.phrase == "Op 1 mei 2032"


def test_the_house_can_be_informed_in_a_clause_behind(drafted: Callable[[str], Draft]) -> None:
    """Whatever the order of its verbs."""
    ((_, made),) = _undertaken(
        drafted(
            "Het Rijk maakt een havenvisie, waarover uw Kamer nog ge\u00efnformeerd zal worden."
        )
    )

    assert made.owners == ()


@pytest.mark.parametrize(
    "said",
    [
        "Cabinet Office will publish a plan for the ports.",
        "DfT will close the old lock.",
        "The Ports and Locks Agency (PLA) will repair the quay.",
        "The Department for Transport will repair the quay.",
    ],
)
def test_departments_and_offices_undertake_by_their_names(
    english: Callable[[str], Draft], said: str
) -> None:
    """Of the government; nobody is named as owner whom no list knows."""
    ((_, made),) = _undertaken(english(said))

    assert (made.firmness, made.owners) == ("firm", ())


@pytest.mark.parametrize(
    "said, confidence",
    [
        ("The Home Office will repair the quay.", Confidence.SURE),
        ("DfT will repair the quay.", Confidence.SURE),
        ("The Lock Keeping Service will repair the quay.", Confidence.LOOK),
    ],
)
def test_only_known_departments_undertake_surely(
    english: Callable[[str], Draft], said: str, confidence: Confidence
) -> None:
    """Whose another office is, its name does not say."""
    ((proposal, _),) = _undertaken(english(said))

    assert proposal.confidence is confidence


@pytest.mark.parametrize(
    "said",
    [
        "Smith Brothers will repair the quay.",
        "The European Ports Agency will repair the quay.",
        "A letter from the Department for Transport will help.",
        "The Royal Ports Executive will resign.",
        "The Chief Executive will sail home.",
        "The International Lock Keeping Agency will repair the quay.",
        "The Danish Ministry of Defence will repair the quay.",
        "The Ministry of Defence of Denmark will repair the quay.",
        "The Isle of Locks Treasury will repair the quay.",
    ],
)
def test_others_with_names_undertake_nothing(english: Callable[[str], Draft], said: str) -> None:
    """Companies, and agencies of others."""
    assert _undertaken(english(said)) == []


def test_the_items_of_a_list_go_on_with_the_words_above_them(
    english: Callable[[str], Draft],
) -> None:
    """Each is undertaken as firmly as they say, with the term of its own or theirs."""
    draft = english(
        "We have done much. In this quarter, we:\n\n* closed the old lock\n\n"
        "* opened a quay\n\nBefore the summer we expect to:\n\n* deepen the port\n\n"
        "* open a second quay. It will be long.\n\n* publish a plan by May 2032\n\n"
        "The quays are:\n\n* the old quay\n"
    )
    made = [entry for _, entry in _undertaken(draft)]

    assert [each.quotes[-1].quote for each in made] == [
        "* deepen the port",
        "* open a second quay.",
        "* publish a plan by May 2032",
    ]
    assert {each.quotes[0].quote for each in made} == {"Before the summer we expect to"}
    assert {str(each.firmness) for each in made} == {"aspirational"}
    assert [each.timeframe.phrase if each.timeframe else None for each in made] == [
        "Before the summer",
        "Before the summer",
        "by May 2032",
    ]


def test_the_items_of_a_dutch_list_do_so_too(drafted: Callable[[str], Draft]) -> None:
    """Who undertakes them stands above the list."""
    draft = drafted(
        "De komende maanden zal ik:\n\n- de haven verdiepen;\n\n- de kade verhogen.\n\n"
        "De havens zijn:\n\n- de oude haven;\n\n- de nieuwe haven.\n"
    )
    made = [entry for _, entry in _undertaken(draft)]

    assert [each.quotes[-1].quote.rstrip(";.") for each in made] == [
        "- de haven verdiepen",
        "- de kade verhogen",
    ]
    assert {len(each.owners) for each in made} == {1}
