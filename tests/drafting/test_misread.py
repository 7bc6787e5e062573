"""What a letter says in words that look like others: refusals, advice, figures, terms of money.

The letters are invented.
"""

from collections.abc import Callable
from typing import TypeVar

import pytest

from ssrpolicy.model import (
    Claim,
    Commitment,
    Disposition,
    Draft,
    Engagement,
    LocalText,
    Position,
    Request,
)
from tables import each_case

MOTION = (
    "De motie van het lid Bakker (Kamerstuk 29 521, nr. 512) verzoekt de regering om een fonds."
)

T = TypeVar("T")


def _of(draft: Draft, cls: type[T]) -> list[T]:
    return [each.entry for each in draft.proposals if isinstance(each.entry, cls)]


def test_a_dot_in_a_number_ends_nothing(drafted: Callable[[str], Draft]) -> None:
    """What is asked and how it is met keep their figures whole."""
    asked = "In de motie-Bakker wordt de regering verzocht het aantal te verhogen naar 1.000 kades."
    met = "Die motie is uitgevoerd: sinds mei zijn er 1.000 kades."
    draft = drafted(f"{asked} {met}")

    assert [each.quotes[0].quote for each in _of(draft, Request)] == [asked]
    assert [each.summary.nl for each in _of(draft, Request)] == [asked]
    assert [each.quotes[0].quote for each in _of(draft, Disposition)] == [met]
    reasons = [each.why.nl for each in draft.proposals if isinstance(each.why, LocalText)]
    assert not any("\u2024" in reason for reason in reasons if reason)


@each_case(
    "sentence, answer",
    [
        ("Aan deze motie geef ik geen uitvoering, omdat het fonds er al is.", "declined"),
        ("Aan deze motie wordt geen verdere invulling gegeven.", "declined"),
        ("Deze motie wordt niet uitgevoerd.", "declined"),
        ("Deze motie voer ik niet uit.", "declined"),
        ("Ik kan deze motie niet overnemen.", "declined"),
        ("Hieraan geef ik geen uitvoering.", "declined"),
        ("Ik geef daaraan geen verder gevolg.", "declined"),
        ("De motie (Kamerstuk 29 521, nr. 512), die geld vraagt, voer ik niet uit.", "declined"),
        ("Deze motie kost \u20ac 3 mln. per jaar en neem ik niet over.", "declined"),
        ("Deze motie heb ik overgenomen.", "promised"),
        ("Het kabinet heeft de motie-Bakker c.s. van mei overgenomen.", "promised"),
        ("Aan deze motie geef ik uitvoering.", "answered_here"),
        ("Deze motie is inmiddels uitgevoerd.", "answered_here"),
        ("Deze motie is nog niet geheel uitgevoerd.", "partly"),
        ("Daartoe ben ik bereid, onder de voorwaarde dat gemeenten meebetalen.", "conditional"),
        ("Ik zal dat doen, mits gemeenten meebetalen.", "conditional"),
    ],
)
def test_a_refusal_is_not_a_part(
    drafted: Callable[[str], Draft], sentence: str, answer: str
) -> None:
    """A motion that is not carried out is declined, and one that has been carried out is met.

    What is done on a condition is conditional.
    """
    (made,) = _of(drafted(f"{MOTION} {sentence}"), Disposition)

    assert made.answer == answer


@each_case(
    "sentence",
    [
        "De Rekenkamer beveelt de gemeenten aan om jaarlijks te rapporteren over de kades.",
        "De Raad adviseert om in mei 2032 te beginnen met de kades.",
        "Voor een vergoeding kan ik op dit moment geen toezegging doen.",
        "Ik kan niet toezeggen dat de kades in 2032 zijn verhoogd.",
        "Ik sluit niet uit dat er in 2032 meer geld nodig is.",
    ],
)
def test_advice_and_what_is_not_promised_are_not_undertaken(
    drafted: Callable[[str], Draft], sentence: str
) -> None:
    """What others advise, and what the writer keeps open, is not a promise nor under way."""
    draft = drafted(sentence)

    assert _of(draft, Commitment) == []
    assert _of(draft, Engagement) == []
    assert len(_of(draft, Position) + _of(draft, Claim)) == 1


@each_case(
    "sentence, phrase, date",
    [
        ("Ik bericht u voor het zomerreces van 2032.", "voor het zomerreces van 2032", None),
        ("Ik informeer uw Kamer voor Prinsjesdag 2032.", "voor Prinsjesdag 2032", "2032-09-20"),
        ("Ik zal de kades voor 2035 verhogen.", "voor 2035", "2034-12-31"),
        ("Ik stel voor 2035 een bedrag van \u20ac 3 miljoen beschikbaar.", None, None),
        ("Zoals toegezegd tijdens het wetgevingsoverleg Zee zal ik dit doen.", None, None),
        ("Ik zal u tijdens het commissiedebat informeren.", "tijdens het commissiedebat", None),
    ],
)  # fmt: skip
def test_the_term_is_when_it_is_done(
    drafted: Callable[[str], Draft], sentence: str, phrase: str | None, date: str | None
) -> None:
    """A recess has its year; a year with money for it, or a past debate, is not a term."""
    (made,) = _of(drafted(sentence), Commitment)
    term = made.timeframe

    assert (term and term.phrase) == phrase
    assert (term and term.date and str(term.date)) == date


def test_what_will_be_available_by_a_term_is_announced(drafted: Callable[[str], Draft]) -> None:
    """As what is available by a term, said in the present tense, is."""
    (made,) = _of(drafted("Het overzicht zal in mei 2032 beschikbaar zijn."), Commitment)

    assert made.timeframe is not None
    assert str(made.timeframe.date) == "2032-05"


@pytest.mark.parametrize(
    "sentence, quotes",
    [
        (
            (
                "Ik zeg toe dat ik de motie over kades betrek bij de evaluatie, die in 2032 "
                "plaatsvindt."
            ),
            [],
        ),
        (
            (
                "Daarmee geef ik uitvoering aan de motie van het lid Bakker en doe ik de "
                "toezegging gestand die ik eerder heb gedaan."
            ),
            ["motie van het lid Bakker"],
        ),
    ],
)
def test_what_is_said_behind_a_motion_is_not_what_it_asks(
    drafted: Callable[[str], Draft], sentence: str, quotes: list[str]
) -> None:
    """Only words that go with its name say what a motion asks; one that is met may be named."""
    assert [each.quotes[0].quote for each in _of(drafted(sentence), Request)] == quotes


@each_case(
    "sentence",
    [
        "Op 3 mei heeft uw Kamer mij verzocht te reageren.",
        "Eerder heeft uw Kamer de regering verzocht om een fonds.",
        "Hierom heeft uw Kamer in mei gevraagd.",
    ],
)
def test_what_the_house_asked_is_summed_up(drafted: Callable[[str], Draft], sentence: str) -> None:
    """By the whole sentence, where what is asked is not one by itself."""
    (made,) = _of(drafted(sentence), Request)

    assert made.summary.nl == sentence


@each_case(
    "sentence",
    [
        "Het RIVM levert het onderzoek in november 2027 op, waarna ik binnen twee maanden besluit.",
        "Zodra de raad heeft geadviseerd, stuur ik binnen drie weken een plan.",
        "Nadat de proef in 2030 is afgerond, informeer ik uw Kamer binnen acht weken.",
        "Na ommekomst van het advies zal ik uw Kamer binnen zes weken informeren.",
    ],
)
def test_a_term_that_runs_from_an_event_has_no_date(
    drafted: Callable[[str], Draft], sentence: str
) -> None:
    """It is not counted from the letter, which would make it overdue before the event."""
    made = _of(drafted(sentence), Commitment)

    assert made
    assert all(each.timeframe is None or each.timeframe.date is None for each in made)


def test_a_quote_does_not_end_behind_a_shortened_word(drafted: Callable[[str], Draft]) -> None:
    """A number of a paper has a full stop in it, which ends no sentence."""
    words = "In reactie op de motie Peters/Knops over kades (Kamerstuk 29 521, nr. 5) meld ik dit."
    (request,) = _of(drafted(words), Request)

    assert request.quotes[0].quote.endswith("nr. 5)")


@each_case(
    "asked, met, answer",
    [
        (
            "De Algemene Rekenkamer beveelt de minister aan om de havens jaarlijks te meten.",
            "Deze aanbeveling neem ik over.",
            "promised",
        ),
        (
            "De commissie adviseert mij om de sluis te sluiten.",
            "Dat advies volg ik niet.",
            "declined",
        ),
        ("Aanbeveling 1: Meet de havens elk jaar.", "Deze aanbeveling volg ik op.", "promised"),
    ],
)
def test_what_a_committee_recommends_is_asked(
    drafted: Callable[[str], Draft], asked: str, met: str, answer: str
) -> None:
    """A recommendation is a request, met by taking it over or not; advice to others is neither."""
    draft = drafted(f"De GGD beveelt inwoners aan binnen te blijven. {asked}\n{met}")

    (request,) = _of(draft, Request)
    assert request.quotes[0].quote in asked
    assert [
        (each.request, each.answer, each.quotes[0].quote) for each in _of(draft, Disposition)
    ] == [(request.id, answer, met)]


def test_a_motion_named_with_what_it_asks_is_declined_in_the_same_sentence(
    drafted: Callable[[str], Draft],
) -> None:
    """What it asks ends where the answer begins; a shortened word between them ends nothing."""
    sentence = (
        "De motie-Pieters (Kamerstuk 29 521, nr. 513), die vraagt de tol af te schaffen, "
        "voer ik niet uit."
    )
    draft = drafted(f"{sentence} De kosten van de tol zijn niet gedekt.")

    (request,) = _of(draft, Request)
    assert request.quotes[0].quote.endswith("die vraagt de tol af te schaffen")
    assert [
        (each.request, each.answer, each.quotes[0].quote) for each in _of(draft, Disposition)
    ] == [(request.id, "declined", sentence)]


@pytest.mark.parametrize(
    "asked, said",
    [
        (MOTION, "Met de bijlage bij deze brief doe ik deze toezegging gestand."),
        (MOTION, "Hiermee heb ik voldaan aan de toezegging aan het lid Mol."),
    ],
)
def test_what_closes_an_undertaking_does_not_close_a_motion(
    drafted: Callable[[str], Draft], asked: str, said: str
) -> None:
    """A sentence about an undertaking is not how the motion before it is met."""
    draft = drafted(f"{asked} Het fonds is in mei begonnen met acht medewerkers. {said}")

    assert said not in [each.quotes[0].quote for each in _of(draft, Disposition)]
