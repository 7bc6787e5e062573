"""Which updates count, from when, and what each says."""

import datetime as dt
from typing import Any

import attrs
import pytest

from model.progress.made import a_record, as_of, day, said, shown, term
from ssrpolicy import ArgumentError
from ssrpolicy.model import ClaimedStatus, EdtfDate, EvidenceStatus, LocalText, Timeframe, Update
from ssrpolicy.testing import small_record


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
