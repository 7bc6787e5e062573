"""What a drafted entry names by the code lists: partners, sectors, places; and means with names."""

from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest

import ssrpolicy
from ssrpolicy.model import Commitment, Instrument
from tables import each_case

HEAD = """\
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Datum 4 juni 2012
Betreft Hervorming van de veiligheidssector

Geachte voorzitter,

"""
FOOT = "\n\nDe minister van Buitenlandse Zaken,\nB. Jansen\n"


@pytest.fixture
def drafted(new_record: Callable[..., Path]) -> Callable[..., list[Any]]:
    """Return the entries of a class that are proposed from a letter of one paragraph."""
    numbers = count(1)

    def entries(said: str, cls: type[Any] = Commitment, head: str = HEAD) -> list[Any]:
        draft = ssrpolicy.draft(new_record(head + said + FOOT, name=f"letter-{next(numbers)}"))
        return [each.entry for each in draft.proposals if isinstance(each.entry, cls)]

    return entries


@each_case(
    "said, partners",
    [
        ("Ik zal samen met de Verenigde Naties en de Europese Unie een plan maken.", ("un", "eu")),
        ("Ik zal met de Koninklijke Marechaussee (KMar), UNDP en anderen spreken.",
         ("kmar", "undp")),
        ("Ik zal in lijn met de Verenigde Naties een plan maken.", ()),
        ("Ik zal de Verenigde Naties om een plan vragen.", ()),
        ("Ik zal met de Tweede Kamer spreken.", ()),
        ("Ik zal met de minister van Buitenlandse Zaken spreken.", ()),
        ("Ik zal met de politie spreken.", ()),
    ],
)  # fmt: skip
def test_partners_are_those_with_whom_the_sentence_says_it_is_done(
    drafted: Callable[..., list[Any]], said: str, partners: tuple[str, ...]
) -> None:
    """Names of the code lists behind "met", and what is joined to them; never who writes."""
    (entry,) = drafted(said)

    assert entry.partners == partners


def test_a_party_that_did_not_exist_on_the_day_is_no_partner(
    drafted: Callable[..., list[Any]],
) -> None:
    """A mission that ended before the letter is not named, whatever it is called."""
    said = "Ik zal samen met EUPOL Afghanistan een plan maken."

    assert [each.partners for each in drafted(said)] == [("eupol-afghanistan",)]
    later = HEAD.replace("2012", "2031")
    assert [each.partners for each in drafted(said, head=later)] == [()]


def test_sectors_are_words_of_the_code_list_in_a_text_about_the_security_sector(
    drafted: Callable[..., list[Any]],
) -> None:
    """With a capital they are of an organisation, and in another text they are everyday words."""
    said = "Ik zal de politie en het leger steunen met kennis van het ministerie van Defensie."
    other = HEAD.replace("veiligheidssector", "havens")

    assert [each.sectors for each in drafted(said)] == [("police", "defence")]
    assert [each.sectors for each in drafted(said, head=other)] == [()]
    assert [each.sectors for each in drafted("Ik zal het toezicht op havens verbeteren.")] == [()]


def test_why_has_the_words_of_partners_and_sectors(new_record: Callable[..., Path]) -> None:
    """Who decides about a proposal sees where its codes come from."""
    said = "Ik zal samen met de Verenigde Naties de politie steunen."
    draft = ssrpolicy.draft(new_record(HEAD + said + FOOT))
    (proposal,) = [each for each in draft.proposals if isinstance(each.entry, Commitment)]

    assert "\u201cVerenigde Naties\u201d" in proposal.reason("nl")
    assert "\u201cpolitie\u201d" in proposal.reason("nl")


def test_the_longest_name_of_a_place_is_meant(drafted: Callable[..., list[Any]]) -> None:
    """A country whose name stands in that of another is not named by it."""
    (entry,) = drafted("Ik zal een adviseur naar Zuid-Sudan en Mali sturen.")

    assert entry.places == ("SSD", "MLI")


def test_the_code_of_a_country_is_no_name_of_it(drafted: Callable[..., list[Any]]) -> None:
    """An abbreviation between brackets may be spelt the same."""
    (entry,) = drafted("Ik zal het Provinciaal Reconstructie Team (PRT) steunen.")

    assert entry.places == ()


@each_case(
    "said, named",
    [
        ("De kosten komen uit het Stabiliteitsfonds.", [("fund", "Stabiliteitsfonds")]),
        ("De inzet van de EUPOL-missie duurt voort.", [("mission", "EUPOL")]),
        ("De inzet valt onder het Lagemeerprogramma en het Lagemeerprogramma loopt.",
         [("programme", "Lagemeerprogramma")]),
        ("Het programma loopt en het fonds is leeg.", []),
        ("Hulpfondsen zijn er genoeg.", []),
    ],
)  # fmt: skip
def test_means_with_a_name_of_their_own_are_proposed_once(
    drafted: Callable[..., list[Any]], said: str, named: list[tuple[str, str]]
) -> None:
    """Missions, funds and pools of the code lists, and names that end in what they are."""
    found = drafted(said, Instrument)

    assert [(str(each.kind), each.name.nl) for each in found] == named


def test_a_portfolio_behind_the_name_of_a_ministry_is_of_its_minister(
    drafted: Callable[..., list[Any]],
) -> None:
    """Who acts is known by the ministry, and the words after its comma are not another office."""
    office = "De staatssecretaris van Volksgezondheid, Welzijn en Sport"
    (made,) = drafted(f"{office}, Jeugd en Preventie zal de haven bezoeken.")

    assert made.owners == ("staatssecretaris-vws",)


def test_letters_name_a_place_only_where_the_text_says_what_they_stand_for(
    drafted: Callable[..., list[Any]],
) -> None:
    """What is short for a country may be short for something else in a letter."""
    said = "Ik zal met de DRC een plan voor opvang maken."
    spelt = said + " In de Democratische Republiek Congo is opvang nodig."

    assert [each.places for each in drafted(said)] == [()]
    assert [each.places for each in drafted(spelt)] == [("COD",)]
