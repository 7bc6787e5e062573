"""How a commitment stands to its term: due, overdue, met, met late."""

import attrs
import pytest

from model.progress.made import a_record, as_of, day, said, shown, term
from ssrpolicy.model import (
    STATEMENT_KINDS,
    ClaimedStatus,
    Course,
    EvidenceStatus,
    Schedule,
    Statement,
    Update,
)
from tables import each_case


def moved(phrase: str, date: str | None, on: str) -> Update:
    """Return an update that moves the term."""
    return Update(statement="african-union", date=day(on), by="nl-bz", timeframe=term(phrase, date))


def test_without_updates_nothing_is_known() -> None:
    """Unknown is never "open", and what nobody looked at is not "none found"."""
    now = as_of(a_record(), "2010-12-31")
    assert (now.claimed, now.evidence, now.schedule) == (
        ClaimedStatus.UNKNOWN,
        EvidenceStatus.NOT_ASSESSED,
        Schedule.UNDATED,
    )


@each_case(
    "on, expected",
    [
        ("2011-05-30", Schedule.UPCOMING),
        ("2011-05-31", Schedule.DUE_SOON),
        ("2011-06-30", Schedule.DUE_SOON),
        ("2011-07-01", Schedule.OVERDUE),
    ],
)
def test_a_term_is_due_on_the_last_day_of_its_interval(on: str, expected: Schedule) -> None:
    """June 2011 is due soon thirty days before its last day, and overdue the day after it."""
    record = a_record(timeframe=term("voor de zomer", "2011-06"))
    assert as_of(record, on).schedule is expected


def test_a_move_to_no_date_does_not_escape_overdue() -> None:
    """A term moved to "later" keeps the last date that was promised."""
    record = a_record(moved("later", None, "2011-06-01"), timeframe=term("juni", "2011-06"))
    now = as_of(record, "2011-09-01")
    assert (now.schedule, now.due, now.moves) == (Schedule.OVERDUE, day("2011-06-30"), 1)
    assert now.timeframe == term("later")


def test_a_move_is_held_against_the_first_term_too() -> None:
    """A moved term may be upcoming by the latest date and overdue by the first."""
    record = a_record(moved("eind 2012", "2012", "2011-06-01"), timeframe=term("juni", "2011-06"))
    now = as_of(record, "2011-09-01")
    assert (now.schedule, now.first_schedule) == (Schedule.UPCOMING, Schedule.OVERDUE)


def test_what_is_only_claimed_is_said_met() -> None:
    """A claim of fulfilment is not fulfilment."""
    record = a_record(
        said(ClaimedStatus.FULFILLED, "2011-06-01"), timeframe=term("juni", "2011-06")
    )
    assert as_of(record, "2011-09-01").schedule is Schedule.SAID_MET


def test_a_claim_that_evidence_contradicts_does_not_stop_the_calendar() -> None:
    """What is said to be done and shown not to be is overdue."""
    record = a_record(
        said(ClaimedStatus.FULFILLED, "2011-06-01"),
        shown(EvidenceStatus.CONTRADICTS, "2011-08-01"),
        timeframe=term("juni", "2011-06"),
    )
    assert as_of(record, "2011-07-15").schedule is Schedule.SAID_MET
    assert as_of(record, "2011-09-01").schedule is Schedule.OVERDUE


def test_evidence_that_supports_a_timely_claim_makes_it_met() -> None:
    """The claim dates the fulfilment that later evidence bears out."""
    record = a_record(
        said(ClaimedStatus.FULFILLED, "2011-06-01"),
        shown(EvidenceStatus.SUPPORTS, "2011-08-01"),
        timeframe=term("juni", "2011-06"),
    )
    assert as_of(record, "2011-09-01").schedule is Schedule.MET


def test_fulfilment_after_the_term_is_met_late() -> None:
    """What was done after its last day is late for good."""
    record = a_record(
        shown(EvidenceStatus.SUPPORTS, "2011-08-01"), timeframe=term("juni", "2011-06")
    )
    assert as_of(record, "2011-09-01").schedule is Schedule.MET_LATE


@each_case(
    "updates, expected, met_on",
    [
        ([shown(EvidenceStatus.SUPPORTS, "2011-03-01", document="report")], "met", "2010-11-02"),
        (
            [shown(EvidenceStatus.SUPPORTS, "2011-03-01", document="letter")],
            "met_late",
            "2011-03-01",
        ),
        ([said(ClaimedStatus.FULFILLED, "2011-03-01", "report")], "said_met", "2010-11-02"),
        ([said(ClaimedStatus.FULFILLED, "2011-03-01")], "said_met", "2011-03-01"),
        (
            [
                shown(EvidenceStatus.SUPPORTS, "2011-03-01", document="report"),
                shown(EvidenceStatus.SUPPORTS, "2011-09-01", document="evaluation"),
            ],
            "met",
            "2010-11-02",
        ),
        (
            [
                said(ClaimedStatus.FULFILLED, "2011-03-01", "report"),
                shown(EvidenceStatus.SUPPORTS, "2011-09-01", document="evaluation"),
            ],
            "met",
            "2010-11-02",
        ),
        (
            [
                shown(EvidenceStatus.SUPPORTS, "2010-11-02", document="report"),
                shown(EvidenceStatus.CONTRADICTS, "2011-03-01"),
                shown(EvidenceStatus.SUPPORTS, "2011-09-01", document="evaluation"),
            ],
            "met_late",
            "2011-08-01",
        ),
        ([said(ClaimedStatus.PARTLY_FULFILLED, "2011-03-01", "report")], "overdue", None),
    ],
)
def test_the_document_dates_when_something_was_met(
    updates: list[Update], expected: str, met_on: str | None
) -> None:
    """A report of 2 November that was recorded in March shows that it was met on time."""
    record = a_record(*updates, timeframe=term("uiterlijk 7 november", "2010-11-07"))
    now = as_of(record, "2011-12-31")

    assert now.schedule == expected
    assert now.met_on == (None if met_on is None else day(met_on))


@each_case(
    "document, moved_to, expected, first",
    [
        ("evaluation", "2011-12", "met_moved", "met_late"),
        ("evaluation", "2011-07", "met_late", "met_late"),
        ("report", "2011-12", "met", "met"),
        ("report", "2010-10", "met", "met"),
    ],
)
def test_a_moved_term_does_not_make_late_punctual(
    document: str, moved_to: str, expected: str, first: str
) -> None:
    """What came after the first term and within a moved one is met within the revised timeframe."""
    record = a_record(
        moved("later", moved_to, "2010-11-20"),
        shown(EvidenceStatus.SUPPORTS, "2011-09-01", document=document),
        timeframe=term("uiterlijk 7 november", "2010-11-07"),
    )
    now = as_of(record, "2011-12-31")

    assert (now.schedule, now.first_schedule) == (expected, first)
    assert now.is_moved == (document == "evaluation")
    assert now.moved_by == (record.updates[0] if now.is_moved else None)


@each_case(
    "moved_on, document, expected, due",
    [
        ("2011-09-15", None, "met_late", "2010-11-07"),
        ("2011-07-31", None, "met_moved", "2011-12-31"),
        ("2011-09-15", "evaluation", "met_moved", "2011-12-31"),
    ],
)
def test_a_move_after_the_fact_does_not_make_late_punctual(
    moved_on: str, document: str | None, expected: str, due: str
) -> None:
    """A move counts by the day of its document, or its own, and not once it was met too late."""
    record = a_record(
        shown(EvidenceStatus.SUPPORTS, "2011-09-01", document="evaluation"),
        attrs.evolve(moved("later", "2011-12", moved_on), document=document),
        timeframe=term("uiterlijk 7 november", "2010-11-07"),
    )
    now = as_of(record, "2012-01-31")

    assert (now.schedule, now.due) == (expected, day(due))
    assert now.dated is not None
    assert now.timeframe == now.dated
    assert now.dated.due == now.due
    assert (now.is_moved, now.moves) == (expected == "met_moved", 1)


@each_case(
    "phrase, date, due",
    [
        ("met ingang van 2036", "2036", None),
        ("vanaf 1 juni 2036", "2036-06-01", None),
        ("as of 1 June 2036", "2036-06-01", None),
        ("from 2036 onwards", "2036", None),
        ("treedt in werking met ingang van 2036", "2036", None),
        ("uiterlijk met ingang van 2036", "2036", "2036-12-31"),
        ("binnen zes maanden vanaf 1 maart 2036", "2036-09-01", "2036-09-01"),
        ("vanaf 2036 tot en met 2038", "2038", "2038-12-31"),
        ("vanaf 2036", "2036/2038", "2038-12-31"),
        ("vanaf 2036, uiterlijk in 2038", "2038", "2038-12-31"),
        ("within six months from 1 March 2036", "2036-09-01", "2036-09-01"),
        ("met ingang van 2036", "2036/..", None),
    ],
)
def test_a_start_is_not_a_term(phrase: str, date: str, due: str | None) -> None:
    """From when on something is done says nothing of a last day, also where it has a date."""
    now = as_of(a_record(timeframe=term(phrase, date)), "2037-01-01")

    assert now.due == (None if due is None else day(due))
    if due is None:
        assert now.schedule is Schedule.UNDATED


def test_a_continuous_commitment_is_never_met() -> None:
    """Support without an end has no day on which it is done."""
    record = a_record(shown(EvidenceStatus.SUPPORTS, "2011-08-01"), course=Course.CONTINUOUS)
    assert as_of(record, "2011-09-01").schedule is Schedule.CONTINUOUS


@pytest.mark.parametrize("kind", ["condition", "position", "claim", "engagement"])
@pytest.mark.parametrize("on", ["2011-01-01", "2011-06-15", "2034-01-01"])
def test_what_promises_nothing_is_never_due_or_late(kind: str, on: str) -> None:
    """A position and a claim are about their date: nobody is to do something by it."""
    record = a_record(
        shown(EvidenceStatus.SUPPORTS, "2012-01-01", kind), timeframe=term("juni", "2011-06")
    )
    values = {
        each.name: getattr(record.commitments[0], each.name) for each in attrs.fields(Statement)
    }
    entry = STATEMENT_KINDS[kind](**values | {"id": kind})
    late = attrs.evolve(record, statements=(entry,), dispositions=(), updates=())
    now = late.progress(kind, as_of=day(on))
    waiting = {"2011-01-01": "upcoming", "2011-06-15": "due_soon", "2034-01-01": "overdue"}[on]

    assert now.schedule == (waiting if kind in ("condition", "engagement") else "undated")
    assert (now.due, now.timeframe) == (day("2011-06-30"), term("juni", "2011-06"))
    assert [each.id for each in late.overdue(as_of=day(on))] == (
        [kind] if now.schedule == "overdue" else []
    )
    met = attrs.evolve(record, statements=(entry,), dispositions=()).progress(
        kind, as_of=day("2034-01-01")
    )
    assert met.schedule == ("met_late" if entry.can_be_late else "met")
