"""What time does between two days: terms pass, and silence lasts."""

import datetime as dt

import attrs
import pytest

from notes_read import plain_text
from ssrpolicy import PolicyRecord, Relation, RelationKind
from ssrpolicy.testing import small_record
from ssrpolicy.views import Paragraph, changes
from ssrpolicy.views.notes.changes.record_changes import RecordChanges
from ssrpolicy.views.notes.frame import parts_of
from tables import each_case
from views.changes.overviews import AS_OF, SINCE, found, note_on, rows, sentences


def test_what_became_overdue_was_not_so_at_the_beginning() -> None:
    """The term of 31 May 2011 passes on 1 June, and is news only then."""
    record = small_record()
    before, day = dt.date(2011, 5, 31), dt.date(2011, 6, 1)
    assert [s.id for s in found(record, before, day).overdue] == ["report"]
    assert found(record, day, dt.date(2011, 7, 1)).overdue == ()
    assert rows(note_on(record, before, day), "Termijn verstreken")[0][2] == (
        "31 mei 2011\néén dag over de termijn"
    )


def test_a_claim_that_evidence_contradicts_makes_it_overdue(invented: PolicyRecord) -> None:
    """It is said next to it that the status reported is contradicted."""
    late = rows(note_on(invented, dt.date(2033, 1, 1), AS_OF), "Termijn verstreken")
    assert late[0][0] == (
        "De Kustwacht werft in 2031 ongeveer dertig tolken.\n"
        "Gemelde status: voldaan. Bewijs weerspreekt dit."
    )


def test_silence_counts_from_the_last_update_or_else_from_the_letter(record: PolicyRecord) -> None:
    """180 days after 29 April 2010 is 26 October; the day decides in which period it falls."""
    day = dt.date(2010, 10, 26)
    before = day - dt.timedelta(days=1)
    assert found(record, dt.date(2010, 6, 30), before).stale == ()
    assert len(found(record, before, day).stale) == 7
    after = found(record, day, dt.date(2010, 12, 31))
    assert (after.stale, after.already_stale) == ((), 7)
    note = note_on(record, day, dt.date(2010, 12, 31))
    assert sentences(note, "Lang zonder bericht") == [
        (
            "Op 26 oktober 2010 was over zeven toezeggingen al 180 dagen of langer niets "
            "gemeld; daarna evenmin."
        )
    ]


def test_an_update_breaks_the_silence(record: PolicyRecord) -> None:
    """One word on it, even a note, and the count begins anew."""
    record = record.with_update(
        "african-union", date=dt.date(2010, 10, 1), by="nl-bz", note="Wordt vervolgd."
    )
    stale = found(record, dt.date(2010, 6, 30), dt.date(2010, 12, 31)).stale
    assert "african-union" not in [commitment.id for commitment in stale]
    assert len(stale) == 6


@pytest.mark.parametrize("claimed", ["fulfilled", "not_pursued"])
def test_what_is_dealt_with_needs_no_update(claimed: str) -> None:
    """Silence after it is not news."""
    record = small_record().with_update(
        "report", date=dt.date(2011, 6, 1), by="ministry", claimed=claimed
    )
    assert found(record, dt.date(2011, 7, 1), dt.date(2012, 7, 1)).stale == ()


def test_what_is_superseded_needs_no_update() -> None:
    """Another statement took its place."""
    small = small_record()
    promise = small.commitments[0]
    relation = Relation(kind=RelationKind.SUPERSEDES, target="small#report")
    later = attrs.evolve(promise, id="later", relations=(relation,))
    record = attrs.evolve(small, statements=(*small.statements, later))
    stale = found(record, dt.date(2010, 10, 1), dt.date(2012, 3, 1)).stale
    assert [commitment.id for commitment in stale] == ["later"]


def test_how_long_silence_may_last_can_be_said_and_is_told(record: PolicyRecord) -> None:
    """A month, and the document says so."""
    note = changes(
        [record],
        since=dt.date(2010, 4, 30),
        as_of=dt.date(2010, 6, 30),
        language="en",
        stale_after=30,
    )
    assert len(rows(note, "Long without an update")) == 7
    said = [plain_text(block.runs) for block in note.blocks if isinstance(block, Paragraph)]
    assert any("when nothing has been reported on it for 30 days" in each for each in said)


def test_a_commitment_of_an_undated_paper_is_neither_new_nor_silent() -> None:
    """When it was made is not known; that is said, and no date is filled in."""
    small = small_record()
    record = attrs.evolve(
        small, documents=(attrs.evolve(small.documents[0], date=None),), updates=()
    )
    given = found(record, dt.date(2010, 1, 1), dt.date(2011, 1, 1))
    note = note_on(record, dt.date(2010, 1, 1), dt.date(2011, 1, 1))
    assert (given.commitments, given.stale, given.already_stale) == ((), (), 0)
    assert sentences(note, "Nieuwe toezeggingen") == [
        (
            "Van één toezegging is niet bekend wanneer zij is gedaan; of zij nieuw is, is dus niet "
            "te zeggen."
        )
    ]


def test_what_was_superseded_in_another_record_is_not_silent() -> None:
    """Nobody reports on it any more."""
    first = attrs.evolve(small_record(), updates=())
    relation = Relation(kind=RelationKind.SUPERSEDES, target="small#report")
    promise = attrs.evolve(first.commitments[0], relations=(relation,))
    second = attrs.evolve(first, id="second", statements=(promise,), dispositions=())
    parts = parts_of([first, second], as_of=dt.date(2012, 1, 1), language="nl")
    silent = [
        RecordChanges(part=part, since=dt.date(2010, 5, 1), stale_after=180).stale for part in parts
    ]
    assert [[each.id for each in found] for found in silent] == [[], ["report"]]


def test_a_term_that_ended_is_told_where_nothing_is_late() -> None:
    """It was met in time, and its last day is news."""
    record = small_record().with_update(
        "report", date=dt.date(2011, 5, 1), by="ministry", claimed="fulfilled"
    )
    note = note_on(record, dt.date(2011, 5, 30), dt.date(2011, 6, 1))
    assert rows(note, "Andere termijnen die zijn afgelopen")[0][1:] == (
        "31 mei 2011",
        "Gemeld als voldaan, niet aangetoond",
    )


@pytest.mark.parametrize("since", [AS_OF, AS_OF + dt.timedelta(days=1)])
def test_a_period_that_does_not_begin_before_its_end_is_refused(since: dt.date) -> None:
    """The first day must be before the last."""
    with pytest.raises(ValueError, match="not before as_of"):
        note_on(small_record(), since, AS_OF)


@each_case("days", [0, -1, 36_501])
def test_a_silence_of_no_days_or_of_ages_is_refused(days: int) -> None:
    """From a day to a century."""
    with pytest.raises(ValueError, match="1 to 36500 days"):
        changes([small_record()], since=SINCE, as_of=AS_OF, language="nl", stale_after=days)
