"""Motions: votes, outcome, sources and answers agree."""

import datetime as dt
from collections.abc import Callable
from typing import Any, TypeAlias

import attrs
import pytest

from ssrpolicy.model import (
    Answer,
    Claim,
    Commitment,
    Disposition,
    Document,
    DocumentKind,
    FactsFrom,
    Finding,
    LocalText,
    MetadataSource,
    Outcome,
    PaperNumber,
    PolicyRecord,
    Request,
    Timeframe,
    Votes,
)
from ssrpolicy.rules import findings, findings_across

Records: TypeAlias = Callable[..., PolicyRecord]
Claims: TypeAlias = Callable[..., Claim]
Commitments: TypeAlias = Callable[..., Commitment]
Found: TypeAlias = Callable[[PolicyRecord], list[str]]
Only: TypeAlias = Callable[[PolicyRecord, str], Finding]


@pytest.mark.parametrize(
    "outcome, in_favour, against, expected",
    [
        (Outcome.ADOPTED, 90, 60, []),
        (Outcome.REJECTED, 75, 75, []),
        (Outcome.REJECTED, 90, 60, ["votes-against-outcome"]),
        (Outcome.ADOPTED, 75, 75, ["votes-against-outcome"]),
        (Outcome.HELD, 0, 0, ["votes-against-outcome"]),
    ],
)
def test_votes_and_outcome_agree(
    record: Records,
    document: Document,
    found: Found,
    *,
    outcome: Outcome,
    in_favour: int,
    against: int,
    expected: Any,
) -> None:
    """A motion is adopted with more votes in favour than against, and else rejected."""
    motion = Document(
        id="motion",
        kind=DocumentKind.MOTION,
        number=PaperNumber.parse("kst-32123-X-84"),
        outcome=outcome,
        votes=Votes(in_favour=in_favour, against=against),
        metadata_from=MetadataSource.REGISTER,
    )

    assert found(record(documents=(document, motion))) == expected


PROCEEDINGS = "Handelingen II, 2009/10, nr. 35, item 83"


@pytest.mark.parametrize(
    "given, expected",
    [
        ({}, ["outcome", "votes"]),
        ({"from_register": ("outcome",)}, ["votes"]),
        ({"metadata_from": MetadataSource.REGISTER}, []),
        ({"facts_from": (FactsFrom(facts=("outcome", "votes"), name=PROCEEDINGS),)}, []),
        (
            {
                "from_register": ("outcome",),
                "facts_from": (FactsFrom(facts=("votes",), name=PROCEEDINGS),),
            },
            [],
        ),
    ],
)
def test_what_became_of_a_motion_has_a_source(
    record: Records, document: Document, given: dict[str, Any], expected: list[str]
) -> None:
    """No motion states its own outcome: the register gives it, or another place that is named."""
    motion = Document(
        id="motion",
        kind=DocumentKind.MOTION,
        outcome=Outcome.ADOPTED,
        votes=Votes(in_favour=90, against=60),
        **given,
    )
    found = findings(record(documents=(document, motion)))

    assert [(each.code, each.location.path[-1]) for each in found] == [
        ("fact-without-source", name) for name in expected
    ]


def test_the_source_of_a_fact_is_of_a_field_that_is_there(
    record: Records, document: Document, only: Only
) -> None:
    """A slip in a name would leave the fact without its source."""
    motion = Document(
        id="motion",
        kind=DocumentKind.MOTION,
        facts_from=(FactsFrom(facts=("outcome",), name=PROCEEDINGS),),
    )
    finding = only(record(documents=(document, motion)), "register-field-unknown")

    assert finding.message == "facts_from names 'outcome', which this document does not have."
    assert finding.location.path == ("documents", 1, "facts_from", 0, "facts", 0)


def answered(answer: Answer, *by: str, implied: bool = True, **more: Any) -> dict[str, Any]:
    """A request of the letter's motion and its disposition."""
    request = Request(
        id="intensify", document="motion", summary=LocalText(nl="Intensiveer."), implied=implied
    )
    disposition = Disposition(request="intensify", document="letter", answer=answer, by=by, **more)
    return {"requests": (request,), "dispositions": (disposition,)}


@pytest.fixture
def with_motion(record: Records, document: Document) -> Records:
    """A function that makes a record of the letter and its motion."""
    motion = Document(id="motion", kind=DocumentKind.MOTION, date=dt.date(2009, 12, 8))
    return lambda **entries: record(documents=(document, motion), **entries)


def test_an_unanswered_request_needs_no_words(with_motion: Records, found: Found) -> None:
    """That a letter passes over a request is shown by no words."""
    assert found(with_motion(**answered(Answer.UNANSWERED))) == []


def test_a_refusal_is_complete_without_how_and_when(
    with_motion: Records, claim: Claims, found: Found
) -> None:
    """A declined motion is not carried out, so that how and when are not asked."""
    assert (
        found(with_motion(statements=(claim(),), **answered(Answer.DECLINED, "fund-adequate")))
        == []
    )


def test_a_promise_says_how_and_when(
    with_motion: Records, commitment: Commitments, only: Only, found: Found
) -> None:
    """A commitment without a term says how and not when; with a phrase it says both."""
    without = with_motion(statements=(commitment(),), **answered(Answer.PROMISED, "african-union"))
    term = Timeframe(phrase="bij voorkeur")
    within = with_motion(
        statements=(commitment(timeframe=term),), **answered(Answer.PROMISED, "african-union")
    )

    assert only(without, "motion-answer-incomplete").message == (
        "The motion's answer (promised) does not say when."
    )
    assert found(within) == []


def test_two_answers_with_scopes_of_their_own_are_fine(
    with_motion: Records, claim: Claims, found: Found
) -> None:
    """Declined in general, and conditional per case: one request, two answers."""
    entries = answered(Answer.DECLINED, "fund-adequate", scope=LocalText(nl="In algemene zin."))
    second = attrs.evolve(
        entries["dispositions"][0], answer=Answer.ANSWERED_HERE, scope=LocalText(nl="Per geval.")
    )
    entries["dispositions"] += (second,)

    assert found(with_motion(statements=(claim(),), **entries)) == []


def test_records_that_agree_on_a_paper_are_fine(record: Records, document: Document) -> None:
    """What only one of two records knows of a paper is not a conflict; a different date is."""
    motion = Document(
        id="motion",
        kind=DocumentKind.MOTION,
        number=PaperNumber.parse("kst-32123-X-84"),
        date=dt.date(2009, 12, 8),
    )
    known = attrs.evolve(motion, outcome=Outcome.ADOPTED, votes=Votes(in_favour=90, against=60))
    moved = attrs.evolve(motion, date=dt.date(2009, 12, 3))
    one = record(documents=(document, motion))

    assert findings_across((one, record(id="two", documents=(known,)))) == ()
    ((about, finding),) = findings_across((one, record(id="two", documents=(moved,))))
    assert about.id == "two"
    assert finding.message == (
        "The date of kst-32123-X-84 is 2009-12-03 here, and 2009-12-08 in letter-record."
    )
