"""Motions in the budget annex: dealt with, in hand, or left out."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import attrs

from ssrpolicy import (
    Answer,
    ClaimedStatus,
    Disposition,
    Document,
    DocumentKind,
    LocalText,
    Outcome,
    PaperNumber,
    PolicyRecord,
    Request,
)
from ssrpolicy.testing import small_record
from ssrpolicy.views import annex
from tables import each_case
from views.annex.annexes import LATER, placed, rows, sentences, state

AS_OF = dt.date(2010, 12, 31)
UNKNOWN = "Moties waarvan de uitslag onbekend is"
MOVED = dt.date(2010, 2, 1)
ANSWERED = dt.date(2010, 4, 29)


def motion_record(*answers: Disposition, **changes: Any) -> PolicyRecord:
    """The small record with a motion that asks one thing, and with these answers to it."""
    small = small_record()
    letter = attrs.evolve(small.documents[0], date=ANSWERED)
    motion = Document(
        id="motion",
        kind=DocumentKind.MOTION,
        number=PaperNumber.parse("kst-99001-100"),
        title=LocalText(nl="Motie over de brandweer", en="Motion on the fire service"),
        date=MOVED,
        **{"outcome": Outcome.ADOPTED, **changes},
    )
    request = attrs.evolve(small.requests[0], document="motion")
    second = Document(id="second", kind=DocumentKind.LETTER, date=dt.date(2011, 2, 1))
    return attrs.evolve(
        small, documents=(letter, motion, second), requests=(request,), dispositions=answers
    )


def answer(
    how: Answer, *by: str, document: str = "letter", scope: str | None = None
) -> Disposition:
    """An answer to the request of the motion."""
    words = None if scope is None else LocalText(nl=scope)
    return Disposition(request="asked", document=document, answer=how, by=by, scope=words)


def fulfilled(record: PolicyRecord) -> PolicyRecord:
    """The record with its commitment reported as fulfilled."""
    return record.with_update("report", date=LATER, by="ministry", claimed=ClaimedStatus.FULFILLED)


def unchanged(record: PolicyRecord) -> PolicyRecord:
    """The record as it is: its commitment is reported as in progress."""
    return record


FINISHED, IN_HAND = "Afgehandelde moties", "Moties in behandeling"


@each_case(
    "answers, then, table",
    [
        ((), unchanged, IN_HAND),
        ((answer(Answer.ANSWERED_HERE, "view"),), unchanged, FINISHED),
        ((answer(Answer.ANSWERED_HERE, "view", "report"),), unchanged, IN_HAND),
        ((answer(Answer.ANSWERED_HERE, "view", "report"),), fulfilled, FINISHED),
        ((answer(Answer.DECLINED, "view"),), unchanged, FINISHED),
        ((answer(Answer.DECLINED, "report"),), unchanged, IN_HAND),
        ((answer(Answer.PROMISED, "report"),), unchanged, IN_HAND),
        ((answer(Answer.PROMISED, "report"),), fulfilled, FINISHED),
        ((answer(Answer.PROMISED, "view"),), fulfilled, IN_HAND),
        ((answer(Answer.CONDITIONAL, "report"),), fulfilled, FINISHED),
        ((answer(Answer.DEFERRED, "report"),), fulfilled, FINISHED),
        ((answer(Answer.DEFERRED, "view"),), fulfilled, IN_HAND),
        ((answer(Answer.PARTLY, "report"),), fulfilled, IN_HAND),
        ((answer(Answer.UNANSWERED),), fulfilled, IN_HAND),
        (
            (
                answer(Answer.DECLINED, "view", scope="in het algemeen"),
                answer(Answer.PROMISED, "report", scope="per geval"),
            ),
            unchanged,
            IN_HAND,
        ),
        (
            (
                answer(Answer.DEFERRED, "view"),
                answer(Answer.ANSWERED_HERE, "view", document="second"),
            ),
            unchanged,
            FINISHED,
        ),
        (
            (
                answer(Answer.DEFERRED, "view"),
                answer(Answer.ANSWERED_HERE, "view", document="second", scope="een deel"),
            ),
            unchanged,
            IN_HAND,
        ),
    ],
)
def test_a_motion_is_dealt_with_when_nothing_of_its_answers_is_in_hand(
    answers: tuple[Disposition, ...], then: Callable[[PolicyRecord], PolicyRecord], table: str
) -> None:
    """The answers that count decide, with the commitments that carry them; in doubt: in hand."""
    assert placed(then(motion_record(*answers)))["motion"] == table


def test_an_answer_of_a_later_day_does_not_count() -> None:
    """As of the end of 2010 the second letter, of February 2011, is not known."""
    answers = (answer(Answer.ANSWERED_HERE, "view", document="second"),)
    assert placed(motion_record(*answers), as_of=AS_OF)["motion"] == IN_HAND
    assert "Een antwoord is niet vastgelegd." in state(
        motion_record(*answers), "motion", as_of=AS_OF
    )


def test_a_request_without_an_answer_keeps_the_motion_in_hand() -> None:
    """One request answered and one not: the motion is in hand."""
    record = motion_record(answer(Answer.DECLINED, "view"))
    more = Request(id="more", document="motion", summary=LocalText(nl="Doe meer"), implied=True)
    record = attrs.evolve(record, requests=(*record.requests, more))
    assert placed(record)["motion"] == IN_HAND
    assert "(2) Een antwoord is niet vastgelegd." in state(record, "motion")


@each_case(
    "outcome, word",
    [("rejected", "verworpen"), ("withdrawn", "ingetrokken"), ("held", "aangehouden")],
)
def test_a_motion_that_was_not_accepted_is_named_and_left_out(outcome: str, word: str) -> None:
    """The annex is about accepted motions; the others are named below, with the reason."""
    note = annex([motion_record(outcome=Outcome(outcome))], as_of=LATER, language="nl")
    assert rows(note, IN_HAND) == {}
    assert sentences(note, IN_HAND) == [
        "Er zijn geen moties in behandeling.",
        "Deze motie is niet opgenomen:",
        f"De motie van 1 februari 2010 (Kamerstukken II, 99001, nr. 100): {word}.",
    ]


def test_a_motion_of_which_the_outcome_is_not_known_is_taken_up_and_says_so() -> None:
    """Nobody recorded the vote, so it may have been accepted."""
    note = annex([motion_record(outcome=None)], as_of=LATER, language="nl")
    description, *_, said = rows(note, UNKNOWN)["motion"]
    assert description.endswith("De uitslag van de stemming is niet vastgelegd.")
    assert said == "In behandeling. Een antwoord is niet vastgelegd."
    assert sentences(note, UNKNOWN) == [
        "De uitslag van de stemming is onbekend; alleen opnemen als de motie is aangenomen."
    ]
    assert rows(note, IN_HAND) == {}


def test_the_motion_that_the_letter_answers_is_in_hand(record: PolicyRecord) -> None:
    """It is declined in general and open per case; the motion that it replaced is left out."""
    note = annex([record], as_of=AS_OF, language="nl")
    description, paper, owner, date, said = rows(note, UNKNOWN)["motion"]
    assert description.startswith("Gewijzigde motie-Peters/Knops over het intensiveren van SSR")
    assert "Ingediend op 8 december 2009 door de leden Peters en Knops." in description
    assert paper == "Kamerstukken II 2009/10, 32123-X, nr. 84"
    assert (owner, date) == ("Minister van Buitenlandse Zaken", "Niet genoemd")
    assert said.startswith(
        "In behandeling.\n(1) De Tweede Kamer is op 29 april 2010 per brief geïnformeerd "
        "(Kamerstukken II 2009/10, 32123-X, nr. 124)."
    )
    assert "(2) Afgewezen in de brief van 29 april 2010. Reikwijdte: in algemene zin." in said
    assert said.endswith("De drie daarbij gedane toezeggingen zijn in behandeling.")
    assert sentences(note, UNKNOWN)[-1] == (
        "De motie van 3 december 2009 (Kamerstukken II 2009/10, 32123-X, nr. 80): vervangen door "
        "de motie van 8 december 2009 (Kamerstukken II 2009/10, 32123-X, nr. 84)."
    )


def test_a_ground_that_evidence_contradicts_is_told_with_the_motion(invented: PolicyRecord) -> None:
    """The refusal to expand rests on a claim that the audit contradicts."""
    assert (
        "Bewijs weerspreekt een grond voor dit antwoord: De Kustwacht heeft tot dusver geen "
        "verzoek om opleiders hoeven af te wijzen."
    ) in state(invented, "motion-guards", as_of=dt.date(2034, 4, 15))


def test_one_motion_in_two_records_is_one_row() -> None:
    """Two letters answer the same motion; their answers count together."""
    first = motion_record(answer(Answer.DEFERRED, "view"))
    second = motion_record(answer(Answer.ANSWERED_HERE, "view", document="second"))
    both = [first, attrs.evolve(second, id="other")]
    note = annex(both, as_of=LATER, language="nl")
    assert list(rows(note, FINISHED)) == ["motion"]
    assert rows(note, IN_HAND) == {}


def test_the_outcome_of_a_motion_may_be_in_any_of_its_records() -> None:
    """One record knows that the motion was adopted, the other does not say; it is known."""
    unknown = attrs.evolve(motion_record(outcome=None), id="other")
    note = annex([unknown, motion_record()], as_of=LATER, language="nl")
    assert "De uitslag van de stemming is niet vastgelegd" not in rows(note, IN_HAND)["motion"][0]
