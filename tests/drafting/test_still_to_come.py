"""Answers that are still to come, follow-up questions that fall away, and references.

The letters are invented.
"""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

import ssrpolicy
from draftable import CLOSE, HEAD
from ssrpolicy.model import Commitment, Disposition, Draft
from tables import each_case

ASKED = "De commissie heeft op 3 mei verzocht om een reactie op het rapport over de haven. "
MORE_TIME = "Voor een zorgvuldige beantwoording is meer tijd nodig."
LATER = "Uw Kamer ontvangt de reactie in de tweede helft van oktober 2031."
ANSWERS = """\
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Datum  3 maart 2031
Betreft  Antwoorden op vragen van het lid Bakker (Lagemeer) over de haven

Vraag 1
{asked}

Antwoord 1
{answered}

De Minister van Infrastructuur en Waterstaat,

Anna de Wit
"""


def answers(draft: Draft) -> list[Disposition]:
    """Return how a draft proposes that what was asked is met."""
    return [each.entry for each in draft.proposals if isinstance(each.entry, Disposition)]


def carriers(draft: Draft) -> list[list[str]]:
    """Return, for each answer, the words of the commitments that carry it."""
    said = {
        each.entry.id: each.entry.quotes[0].quote
        for each in draft.proposals
        if isinstance(each.entry, Commitment)
    }
    return [[said[id] for id in each.by] for each in answers(draft)]


@pytest.mark.parametrize(
    "said, carried",
    [
        (f"{MORE_TIME} {LATER}", LATER),
        (f"De reactie is nog niet gereed. Dit naar aanleiding van uw verzoek. {LATER}", LATER),
        ("De reactie is nog niet gereed en u ontvangt deze in mei 2032.", None),
        (f"{MORE_TIME} De haven is oud. De kade ook. {LATER}", ""),
        (f"{MORE_TIME}\n\n{LATER}", ""),
    ],
)
def test_an_answer_to_come_names_what_is_undertaken_for_it(
    drafted: Callable[[str], Draft], said: str, carried: str | None
) -> None:
    """In its own sentence, or right behind it in the same paragraph."""
    draft = drafted(ASKED + said)

    assert [each.answer for each in answers(draft)] == ["deferred"]
    assert carriers(draft) == [[] if carried == "" else [carried or said]]


def test_an_answer_to_come_brings_its_commitment(new_record: Callable[..., Path]) -> None:
    """It requires the one that it names; where that was rejected, it is proposed without."""
    record = new_record(f"{HEAD}{ASKED}{MORE_TIME} {LATER}{CLOSE}")
    draft = ssrpolicy.draft(record)
    (promise,) = [each for each in draft.proposals if isinstance(each.entry, Commitment)]
    (answer,) = [each for each in draft.proposals if isinstance(each.entry, Disposition)]
    assert promise.id in answer.requires

    ssrpolicy.reject(record, promise, by="Lezer", date=dt.date(2031, 10, 1))
    (left,) = answers(ssrpolicy.draft(record))
    assert (left.answer, left.by) == ("deferred", ())


def test_an_answer_to_a_question_waits_as_well(new_record: Callable[..., Path]) -> None:
    """What says that it takes more time is quoted with what comes then."""
    said = "Daarvoor is meer tijd nodig. Ik stuur het rapport in de tweede helft van mei 2031."
    text = ANSWERS.format(asked="Wanneer komt het rapport?", answered=said)
    draft = ssrpolicy.draft(new_record(text))

    assert [(e.answer, e.quotes[0].quote) for e in answers(draft)] == [("deferred", said)]
    assert carriers(draft) == [[said.partition(". ")[2]]]


@each_case(
    "said",
    [
        "Zie hiervoor mijn brief van 3 juni over de kades. De haven is oud.",
        "Dit naar aanleiding van de planningsbrief die u in april ontving.",
        "Hiervoor verwijs ik naar mijn brief van 3 juni.",
    ],
)
def test_a_reference_alone_is_not_an_answer(drafted: Callable[[str], Draft], said: str) -> None:
    """Nothing is guessed then."""
    assert answers(drafted(ASKED + said)) == []


@pytest.mark.parametrize(
    "follows, answered, met",
    [
        ("Zo nee, wanneer wel?", "Ja, die mening deel ik. Er zijn vijf sluizen gebouwd.", 0),
        ("Zo ja, wanneer?", "Nee, die mening deel ik niet. Er zijn in 2030 sluizen gebouwd.", 0),
        ("Zo nee, wat is de oorzaak?", "Nee. Dat is omdat de kade te smal is.", 1),
        ("Zo ja, wanneer?", "Ja, die mening deel ik. De haven wordt in 2032 dieper.", 1),
    ],
)
def test_a_question_that_falls_away_is_met_by_the_answer_before(
    new_record: Callable[..., Path], follows: str, answered: str, met: int
) -> None:
    """A sentence about something else is not taken for its answer."""
    asked = f"Deelt u de mening dat de haven dieper moet? {follows}"
    draft = ssrpolicy.draft(new_record(ANSWERS.format(asked=asked, answered=answered)))
    first, second = (each.quotes[0].quote for each in answers(draft))

    assert first.startswith(answered.partition(". ")[0])
    assert second.startswith(answered.split(". ")[met])


@pytest.mark.parametrize(
    "said",
    [
        "Ik zal de Kamer tot 1 mei 2032 over de haven op de hoogte houden.",
        "Ik zal de kade blijven bewaken tot eind 2032.",
        "Ik blijf in 2032 in contact met de haven.",
    ],
)
def test_no_draft_goes_on_for_ever_and_ends(new_record: Callable[..., Path], said: str) -> None:
    """What is accepted of it has no finding about its course and its date."""
    record = new_record(HEAD + said + CLOSE)
    ssrpolicy.accept(
        record, ssrpolicy.draft(record).proposals, by="Lezer", date=dt.date(2031, 10, 1)
    )
    found = ssrpolicy.load(record)

    assert [each.course for each in found.commitments] == ["recurring"]
    assert "continuous-with-date" not in [each.code for each in found.findings()]


@each_case(
    "said, number",
    [
        ("De Kamer zal, zoals gebruikelijk, met een brief worden geïnformeerd.", 1),
        ("U zult, zoals altijd, een overzicht ontvangen.", 1),
        ("Zoals gebruikelijk wordt de Kamer bij de begroting geïnformeerd.", 0),
        (
            "Op dit moment wordt gewerkt aan het overleg, dat op 9 november a.s. zal plaatsvinden.",
            0,
        ),
    ],
)
def test_what_is_usual_is_undertaken_by_its_verb(
    commitments: Callable[[str], list[Commitment]], said: str, number: int
) -> None:
    """And what is said besides of a noun is not what the sentence undertakes."""
    assert len(commitments(said)) == number
