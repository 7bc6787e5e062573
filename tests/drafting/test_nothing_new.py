"""What a sentence is drafted as that undertakes nothing: set aside, an engagement, a position."""

from collections.abc import Callable
from pathlib import Path

import ssrpolicy
from draftable import CLOSE, HEAD
from ssrpolicy.model import Draft, Engagement, Position, Proposal, SetAside
from tables import each_case


def _said(draft: Draft) -> list[Proposal]:
    """What is proposed of the sentences, and not of what stands around them."""
    return [each for each in draft.proposals if each.rule != "aside-around"]


@each_case(
    "sentence, reason",
    [
        ("Via deze weg wil ik iedereen bedanken die aan het havenakkoord bijdroeg.", "courtesy"),
        ("Ik zie de toekomst van de havens met vertrouwen tegemoet.", "courtesy"),
        ("Als laatste reageer ik op de vragen over de sluis.", "signpost"),
        ("Daarvoor zal ik ingaan op de rol die het Rijk in de havens heeft.", "signpost"),
        ("Voor de kosten verwijs ik u naar de Kamerbrief over de kades.", "signpost"),
        ("Eerder gaf ik aan dat ook het Rijk te ambitieus is geweest.", "repetition"),
        ("Hierover heb ik u in mijn brief van afgelopen november geïnformeerd.", "repetition"),
    ],
)  # fmt: skip
def test_courtesy_signpost_and_repetition_are_set_aside(
    drafted: Callable[[str], Draft], sentence: str, reason: str
) -> None:
    """With its reason, and as nothing besides."""
    found = _said(drafted(sentence))

    assert [str(each.entry.reason) for each in found if isinstance(each.entry, SetAside)] == [
        reason
    ]
    assert len(found) == 1


@each_case(
    "sentence, kind",
    [
        ("Ten eerste ondersteunen we vanuit het Rijk de bouw van de kade.", "engagement"),
        ("Op dit moment schep ik met de havens de randvoorwaarden.", "engagement"),
        ("In mijn rol ben ik ook steeds in gesprek met de havens.", "engagement"),
        ("Als laatste bestaat de ondersteuning uit het meten van de stroming.", "engagement"),
        ("Er vindt nu verdiepend onderzoek plaats bij de havens.", "engagement"),
        ("Ik ben, net als de havens, erg teleurgesteld dat de planning opschuift.", "position"),
        ("Ik ben blij dat de havens meedoen zodat we nu kunnen beginnen.", "position"),
        ("Vanuit die ambitie zijn wij in mei 2029 gestart met de kade.", "claim"),
        ("Daarbij zien we dat er nog verschillende keuzes op tafel liggen.", "claim"),
        ("De proef vraagt dat als er iets tegenzit we hier open over zijn.", "claim"),
        ("Het is bekend dat ik vandaag met de havens het akkoord heb getekend.", "claim"),
    ],
)  # fmt: skip
def test_only_an_ongoing_act_of_the_author_is_an_engagement(
    drafted: Callable[[str], Draft], sentence: str, kind: str
) -> None:
    """The verb next to who writes says so, and not any word that stands there."""
    found = _said(drafted(sentence))

    assert [each.kind for each in found] == [kind]


def test_a_feeling_about_what_others_do_names_only_who_has_it(
    new_record: Callable[..., Path],
) -> None:
    """Who rejoices is the author, also where "we" stands in the same sentence."""
    record = new_record(HEAD + "Ik ben blij dat de havens meedoen zodat we beginnen." + CLOSE)
    (found,) = _said(ssrpolicy.draft(record))

    assert isinstance(found.entry, Position)
    assert found.entry.owners == ssrpolicy.load(record).documents[0].authors


def test_whom_an_engagement_is_with_does_not_own_it(new_record: Callable[..., Path]) -> None:
    """A minister with whom the author talks is not one of those who act."""
    record = new_record(
        HEAD + "Ik ben hierover in gesprek met de minister van Financiën en de havens." + CLOSE
    )
    (found,) = _said(ssrpolicy.draft(record))

    assert isinstance(found.entry, Engagement)
    assert found.entry.owners == ssrpolicy.load(record).documents[0].authors
