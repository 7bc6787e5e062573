"""What looks like a promise and is not one, or not so firm: the outcome, the asker, the subject.

The sentences are invented.
"""

from collections.abc import Callable

import pytest

from ssrpolicy.model import Commitment, Confidence, Disposition, Draft, Engagement, Request
from tables import each_case

Commitments = Callable[[str], list[Commitment]]


def undertaken(draft: Draft) -> list[Commitment]:
    """Return the commitments that are proposed."""
    return [each.entry for each in draft.proposals if isinstance(each.entry, Commitment)]


@each_case(
    "said",
    [
        "Ik meld u bij dezen dat indiening nog vóór het kerstreces niet haalbaar zal zijn.",
        "Ik meld u dat de nota voor 1 mei 2032 niet gereed zal zijn.",
        "Ik bericht u dat de nota pas na de zomer van 2032 gereed is.",
        "Helaas moet ik u meedelen dat de sluis in 2032 niet meer wordt vervangen.",
        "De verwachting is dat het kader niet voor 1 mei 2032 kan worden vastgesteld.",
        "De wet wordt niet voor 1 januari 2033 ingevoerd.",
        "Uw Kamer ontvangt de nota niet voor 1 mei 2032.",
        "Ik stuur uw Kamer de nota niet voor 1 mei 2032.",
        "De inwerkingtreding is niet meer in 2032 voorzien.",
        "Ik verwacht het plan niet voor 1 mei 2032 te kunnen toesturen.",
    ],
)
def test_what_will_not_be_done_is_not_a_promise(drafted: Callable[[str], Draft], said: str) -> None:
    """Nor is it being done: the letter only tells it."""
    kinds = {each.kind for each in drafted(said).proposals}

    assert not kinds & {"commitment", "engagement"}


@each_case(
    "said, term",
    [
        ("Ik zal de Kamer niet eerder dan 1 mei 2032 informeren.", "niet eerder dan 1 mei 2032"),
        ("Ik zal de Kamer niet later dan 1 mei 2032 informeren.", "niet later dan 1 mei 2032"),
        ("Ik informeer u niet alleen over de haven, maar ook over de sluis.", None),
        ("Ik stuur u de nota in mei 2032; zo niet, dan meld ik u waarom.", "in mei 2032"),
        ("Ik informeer u uiterlijk 1 mei 2032 of dit niet haalbaar is.", "uiterlijk 1 mei 2032"),
        ("Omdat dit nu niet haalbaar is, stuur ik u in juni 2032 een brief.", "in juni 2032"),
        ("De nota is niet gereed en u ontvangt deze in mei 2032.", "in mei 2032"),
    ],
)
def test_a_promise_with_a_denial_in_it_is_still_one(
    commitments: Commitments, said: str, term: str | None
) -> None:
    """What is denied is not the outcome, but the reason, the alternative or an earlier day."""
    (made,) = commitments(said)

    assert str(made.firmness) == "firm"
    assert (made.timeframe.phrase if made.timeframe else None) == term


def test_what_is_promised_behind_what_is_not_done_has_its_own_term(
    commitments: Commitments,
) -> None:
    """The term before belongs to what does not succeed."""
    said = "Ik meld u dat dit in mei 2032 niet haalbaar is, maar ik stuur u in juni 2032 een brief."
    (made,) = commitments(said)

    assert [made.timeframe and made.timeframe.phrase] == ["in juni 2032"]


@each_case(
    "said",
    [
        "Onze inspanningen zijn erop gericht het wetsvoorstel in mei 2032 in te dienen.",
        "Onze planning is nu om de opzet medio mei naar de Kamer te sturen.",
        "Ik zet alles op alles om de opzet medio mei naar de Kamer te sturen.",
    ],
)
def test_an_effort_has_a_term_and_no_certain_outcome(commitments: Commitments, said: str) -> None:
    """What the effort is for is what is undertaken, and its term is the one."""
    (made,) = commitments(said)

    assert str(made.firmness) == "aspirational"
    assert made.timeframe is not None
    assert "mei" in made.timeframe.phrase


@each_case(
    "said",
    [
        "Op 3 mei nam uw Kamer een motie aan, waarin u de regering verzoekt in mei 2032 te meten.",
        "Uw Kamer nam een motie aan waarin uw Kamer het kabinet vraagt voor 1 mei 2032 te meten.",
        "In de motie-Jansen, waarin u de regering oproept in mei 2032 te meten, staat de haven.",
        "In deze motie verzoekt uw Kamer de regering ervoor te zorgen dat er in mei wordt gemeten.",
        "De motie is ingediend met het verzoek aan de regering om voor 1 mei 2032 te meten.",
    ],
)
def test_what_the_house_asks_is_not_what_the_government_promises(
    drafted: Callable[[str], Draft], said: str
) -> None:
    """A subordinate clause with the verb at its end has the government as its object."""
    entries = [each.entry for each in drafted(said).proposals]

    assert len([each for each in entries if isinstance(each, Request)]) == 1
    assert not [each for each in entries if isinstance(each, Commitment)]


@each_case(
    "said, owner",
    [
        ("Vanwege de status van het kabinet zal ik de kade verhogen.", "minister-ienw"),
        ("Nu het kabinet demissionair is zal ik de kade verhogen.", "minister-ienw"),
        ("Op verzoek van de Minister van Defensie zal ik de kade verhogen.", "minister-ienw"),
        ("Met de minister van Financiën blijf ik in gesprek.", "minister-ienw"),
        ("Vanwege de val van het kabinet laat ik de kade meten.", "minister-ienw"),
        ("Het kabinet zal de kade verhogen.", "nl-regering"),
        ("De staatssecretaris van Defensie zal de kade meten.", "staatssecretaris-defensie"),
    ],
)
def test_who_stands_behind_a_preposition_is_not_who_acts(
    commitments: Commitments, said: str, owner: str
) -> None:
    """The subject is the one that the verb belongs to."""
    (made,) = commitments(said)

    assert made.owners == (owner,)


@pytest.mark.parametrize(
    "said", ["On behalf of the Government I will raise the quay.", "I will raise the quay."]
)
def test_in_english_too(english: Callable[[str], Draft], said: str) -> None:
    """The words that decide are those of who acts."""
    (made,) = undertaken(english(said))

    assert made.cue == "I will"


def test_what_was_asked_for_and_will_be_given_is_a_promise(english: Callable[[str], Draft]) -> None:
    """The words "that you requested" say of it what it is, and ask nothing by themselves."""
    draft = english("The Government will provide the figures that you requested on 3 May.")

    assert [(str(e.firmness), e.timeframe) for e in undertaken(draft)] == [("firm", None)]
    assert not [each for each in draft.proposals if isinstance(each.entry, Request)]


@pytest.mark.parametrize(
    "said",
    [
        "We will raise the quay and, where a bill is needed, when parliamentary time allows.",
        "We will raise the quay once the review is complete.",
        "Subject to approval, we will raise the quay.",
        "Where necessary, we will raise the quay.",
    ],
)
def test_what_depends_on_something_is_conditional_and_not_sure(
    english: Callable[[str], Draft], said: str
) -> None:
    """A verb that is firm by itself does not make it sure."""
    (made,) = [each for each in english(said).proposals if isinstance(each.entry, Commitment)]

    assert isinstance(made.entry, Commitment)
    assert str(made.entry.firmness) == "conditional"
    assert made.confidence is not Confidence.SURE


@pytest.mark.parametrize(
    "said",
    [
        "I will inform you that the plan cannot be completed by May 2032.",
        "We expect that it will not be possible to publish the plan by May 2032.",
        "We will not be able to publish the plan by May 2032.",
    ],
)
def test_what_will_not_be_done_is_not_a_promise_in_english(
    english: Callable[[str], Draft], said: str
) -> None:
    """What is told is that it does not succeed."""
    assert undertaken(english(said)) == []


@each_case(
    "said, answer",
    [
        ("Dat gebeurt. Hiermee geef ik invulling aan bovengenoemde motie.", "answered_here"),
        ("Hiermee geef ik uitvoering aan beide moties.", "answered_here"),
        ("Hiermee beschouw ik bovengenoemde motie als afgedaan.", "answered_here"),
    ],
)
def test_what_was_just_described_carries_a_motion_out_and_does_not_close_it(
    drafted: Callable[[str], Draft], said: str, answer: str
) -> None:
    """Unless the letter says that it does."""
    asked = "De motie van het lid Jansen (Kamerstuk 29 521, nr. 13) verzoekt de regering te meten. "
    proposals = drafted(f"{asked}{said}").proposals
    (met,) = [each.entry for each in proposals if isinstance(each.entry, Disposition)]

    assert str(met.answer) == answer


@each_case(
    "said",
    [
        "Zo heb ik in diverse havens gekeken.",
        "In mijn brief van mei heb ik aangegeven hoe dat gaat.",
        "Op 17 december 2030 stuurden wij uw Kamer de nota.",
        "In 2030 sprak ik met de havens.",
        "Hierbij wil ik u mijn plannen tonen.",
        "Vanwege de val van het kabinet is de nota later.",
    ],
)
def test_what_is_over_or_wanted_is_not_being_done(
    drafted: Callable[[str], Draft], said: str
) -> None:
    """Only a verb of the present tense says what is done at the time of the letter."""
    assert not [each for each in drafted(said).proposals if isinstance(each.entry, Engagement)]


@each_case(
    "said",
    [
        "In 2031 wordt het eeuwfeest van de haven van Steenburg gevierd.",
        "In 2032 wordt de aanleg van de haven, honderd jaar geleden, in alle steden herdacht.",
        "In mei 2032 vindt de viering van honderd jaar haven plaats.",
        "De verkiezingen worden op 14 maart 2032 gehouden.",
        "Op 19 november 2031 wordt een conferentie over de havens gehouden.",
    ],
)
def test_what_is_celebrated_or_held_is_not_promised(
    drafted: Callable[[str], Draft], said: str
) -> None:
    """Nobody in particular does it, whatever its term."""
    assert not undertaken(drafted(said))


@each_case(
    "said",
    [
        "Ik ontraad de motie.",
        "Ik ontraad de motie van het lid Bos.",
        "Het kabinet ontraadt deze motie.",
        "Ik laat het oordeel over de motie aan de Kamer.",
        "De motie-Bos geef ik oordeel Kamer.",
        "De motie van het lid Bos neem ik over.",
        "Het kabinet beoordeelt de motie positief.",
    ],
)
def test_an_opinion_on_a_motion_is_not_a_promise(
    drafted: Callable[[str], Draft], said: str
) -> None:
    """It says what who writes thinks of it; the motion is carried out or not by other words."""
    draft = drafted(said)

    assert not undertaken(draft)
    assert draft.proposals
