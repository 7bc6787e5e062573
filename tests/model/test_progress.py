"""The three axes of a statement, derived from its updates as of a date."""

import datetime as dt
from typing import Any

import attrs
import pytest

from ssrpolicy import ArgumentError
from ssrpolicy.model import (
    Answer,
    Claim,
    ClaimedStatus,
    Commitment,
    Course,
    Disposition,
    Document,
    DocumentKind,
    EdtfDate,
    EvidenceStatus,
    Firmness,
    LocalText,
    Passage,
    PolicyRecord,
    Progress,
    Schedule,
    Timeframe,
    Update,
)
from ssrpolicy.testing import small_record

QUOTE = Passage(document="letter", quote="zal dit proces waar mogelijk ondersteunen")
SUMMARY = LocalText(nl="Nederland ondersteunt de Afrikaanse Unie waar mogelijk.")


def day(text: str) -> dt.date:
    """Return a day from its ISO form."""
    return dt.date.fromisoformat(text)


def term(phrase: str, date: str | None = None) -> Timeframe:
    """Return a term with a phrase and perhaps a date."""
    return Timeframe(phrase=phrase, date=None if date is None else EdtfDate(date))


def a_record(
    *updates: Update, timeframe: Timeframe | None = None, course: Course = Course.ONCE
) -> PolicyRecord:
    """Return a record of a commitment and a claim, with these updates."""
    return PolicyRecord(
        id="kst-32123-X-124",
        language="nl",
        source="letter",
        documents=(
            Document(id="letter", kind=DocumentKind.LETTER),
            Document(id="report", kind=DocumentKind.REPORT, date=dt.date(2010, 11, 2)),
            Document(id="evaluation", kind=DocumentKind.EVALUATION, date=dt.date(2011, 8, 1)),
        ),
        statements=(
            Commitment(
                id="african-union",
                summary=SUMMARY,
                quotes=(QUOTE,),
                owners=("nl",),
                firmness=Firmness.CONDITIONAL,
                course=course,
                cue="zal dit proces waar mogelijk",
                timeframe=timeframe,
            ),
            Claim(id="fund-adequate", summary=SUMMARY, quotes=(QUOTE,)),
        ),
        dispositions=(
            Disposition(
                request="intensify",
                document="letter",
                answer=Answer.DECLINED,
                because=("fund-adequate",),
            ),
        ),
        updates=updates,
    )


def said(status: ClaimedStatus, date: str, document: str | None = None) -> Update:
    """Return an update that says a status."""
    return Update(
        statement="african-union", date=day(date), by="nl-bz", claimed=status, document=document
    )


def shown(
    status: EvidenceStatus, date: str, statement: str = "african-union", document: str | None = None
) -> Update:
    """Return an update in which evidence shows something."""
    return Update(
        statement=statement, date=day(date), by="auditor", evidence=status, document=document
    )


def moved(phrase: str, date: str | None, on: str) -> Update:
    """Return an update that moves the term."""
    return Update(statement="african-union", date=day(on), by="nl-bz", timeframe=term(phrase, date))


def as_of(record: PolicyRecord, date: str) -> Progress:
    """Return where the commitment stands as of a date."""
    return record.progress("african-union", as_of=day(date))


def test_without_updates_nothing_is_known() -> None:
    """Unknown is never "open", and what nobody looked at is not "none found"."""
    now = as_of(a_record(), "2010-12-31")
    assert (now.claimed, now.evidence, now.schedule) == (
        ClaimedStatus.UNKNOWN,
        EvidenceStatus.NOT_ASSESSED,
        Schedule.UNDATED,
    )


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
    "document, moved_to, expected, first",
    [
        ("evaluation", "2011-12", "met_moved", "met_late"),
        ("evaluation", "2011-07", "met_late", "met_late"),
        ("report", "2011-12", "met", "met"),
        ("report", "2010-10", "met_late", "met"),
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
    assert now.moved_by == record.updates[0]


@pytest.mark.parametrize(
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


def test_later_updates_are_not_known_yet() -> None:
    """As of a date, what was said afterwards has not been said."""
    record = a_record(said(ClaimedStatus.IN_PROGRESS, "2011-03-01"))
    assert as_of(record, "2011-02-28").claimed is ClaimedStatus.UNKNOWN
    assert as_of(record, "2011-03-01").claimed is ClaimedStatus.IN_PROGRESS


def test_the_latest_by_date_then_by_file_order_governs() -> None:
    """An update written later with an earlier date does not govern; of one day the last does."""
    record = a_record(
        said(ClaimedStatus.PARTLY_FULFILLED, "2011-03-01"),
        said(ClaimedStatus.IN_PROGRESS, "2011-03-01"),
        said(ClaimedStatus.OPEN, "2010-12-01"),
    )
    assert as_of(record, "2011-12-31").claimed is ClaimedStatus.IN_PROGRESS
    assert [u.date.year for u in record.history("african-union")] == [2010, 2011, 2011]


def test_a_transfer_changes_the_owner_from_its_date() -> None:
    """Who owns a commitment is answered as of a date too."""
    transfer = Update(
        statement="african-union", date=day("2011-01-01"), by="nl-bz", owners=("nl-defensie",)
    )
    record = a_record(transfer)
    assert record.owned_by("nl-defensie") == ()
    assert record.owned_by("nl-defensie", as_of=day("2011-01-01")) == record.commitments
    assert record.owned_by("nl", as_of=day("2011-01-01")) == ()


def test_a_disposition_that_rests_on_a_contradicted_claim_is_marked() -> None:
    """When the reason of a refusal falls away, the refusal is marked from that day on."""
    record = a_record(shown(EvidenceStatus.CONTRADICTS, "2011-05-01", "fund-adequate"))
    (refusal,) = record.dispositions
    assert record.contradicted(refusal, as_of=day("2011-04-30")) == ()
    assert record.contradicted(refusal, as_of=day("2011-05-01")) == record.claims


def test_an_update_says_one_thing() -> None:
    """A status and evidence in one update would leave unclear what its document shows."""
    with pytest.raises(ValueError, match="says one thing"):
        Update(
            statement="african-union",
            date=day("2011-01-01"),
            by="nl-bz",
            claimed=ClaimedStatus.FULFILLED,
            evidence=EvidenceStatus.SUPPORTS,
        )


def test_overdue_and_due_within_answer_for_the_record() -> None:
    """A record lists what is late, and what falls due within some days."""
    record = a_record(timeframe=term("juni", "2011-06"))
    assert record.due_within(60, as_of=day("2011-05-01")) == record.commitments
    assert record.due_within(59, as_of=day("2011-05-01")) == ()
    assert record.overdue(as_of=day("2011-07-01")) == record.commitments


def test_with_update_leaves_the_record_as_it_was() -> None:
    """A record with one update more is a new record."""
    before = a_record()
    after = before.with_update(
        "african-union", date=day("2011-03-01"), by="nl-bz", claimed="in_progress", note="Loopt."
    )
    assert before.updates == ()
    assert after.updates[0].claimed is ClaimedStatus.IN_PROGRESS
    assert after.updates[0].note == LocalText(nl="Loopt.")


def test_only_an_internal_update_may_have_no_name() -> None:
    """Who says something in public is said."""
    given: dict[str, Any] = {"statement": "african-union", "date": day("2011-03-01")}
    says = given | {"claimed": ClaimedStatus.OPEN}

    with pytest.raises(ValueError, match=r"says by whom it is \(by\), unless it is internal"):
        Update(**says)
    assert Update(**says, internal=True).by is None


def test_an_internal_update_counts_like_any_other() -> None:
    """Being internal says nothing of status, evidence, term or owner."""
    said: dict[str, Any] = {"statement": "african-union", "date": day("2011-03-01"), "by": "nl-bz"}
    public, hidden = (
        a_record(Update(**said, claimed=ClaimedStatus.OPEN, internal=internal)).progress(
            "african-union", as_of=day("2011-04-01")
        )
        for internal in (False, True)
    )

    assert (public.claimed, public.schedule) == (hidden.claimed, hidden.schedule)


def test_a_first_term_without_a_date_gets_none_by_a_move() -> None:
    """Its first end is not known; that of the first of several dated terms is."""
    small = small_record()
    promise = attrs.evolve(small.commitments[0], timeframe=Timeframe(phrase="binnenkort"))
    rest = [s for s in small.statements if s.id != promise.id]
    record = attrs.evolve(small, statements=(promise, *rest), updates=())
    for month, date in ((6, "2011-09-30"), (8, "2011-12-31")):
        record = record.with_update(
            "report",
            date=dt.date(2011, month, 1),
            by="ministry",
            timeframe=Timeframe(phrase=f"uiterlijk {date}", date=EdtfDate(date)),
        )
    once, twice = (record.progress("report", as_of=dt.date(2011, m, 2)) for m in (7, 9))
    assert (once.first_due, once.due) == (None, dt.date(2011, 9, 30))
    assert (twice.first_due, twice.due) == (dt.date(2011, 9, 30), dt.date(2011, 12, 31))


def test_an_internal_note_is_not_the_last_update() -> None:
    """What not every report has decides in none how long ago something was said."""
    said: dict[str, Any] = {"statement": "african-union", "by": "nl-bz"}
    opened = Update(**said, date=day("2011-03-01"), claimed=ClaimedStatus.OPEN)
    noted = Update(
        **said, date=day("2011-05-01"), note=LocalText(nl="Concept ligt klaar."), internal=True
    )
    now = a_record(opened, noted).progress("african-union", as_of=day("2011-06-01"))

    assert now.last_update == day("2011-03-01")


def test_an_owner_that_nobody_knows_is_refused() -> None:
    """The nearest party is named; one that the code lists have will do."""
    record = small_record()
    given = {"date": dt.date(2031, 1, 1), "by": "ministry"}

    with pytest.raises(ArgumentError, match="no party 'nl-bzz'") as raised:
        record.with_update("report", owners="nl-bzz", **given)  # type: ignore[arg-type]  # a few values of several types
    assert "nl-bz" in str(raised.value.hint)
    assert record.with_update("report", owners="nl-bz", **given).updates[-1].owners == ("nl-bz",)  # type: ignore[arg-type]  # a few values of several types
