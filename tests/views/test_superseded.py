"""What is superseded counts nowhere as open or overdue; what took its place does."""

import datetime as dt
from pathlib import Path

import attrs
import pytest

from notes_read import text, under
from ssrpolicy import EdtfDate, PolicyRecord, Relation, RelationKind, Schedule, Timeframe
from ssrpolicy.codec import dumps, read_json
from ssrpolicy.model import Handling
from ssrpolicy.testing import small_record
from ssrpolicy.views import Grid, annex
from ssrpolicy.views.notes.changes.record_changes import RecordChanges
from ssrpolicy.views.notes.dossier.key_points import attention
from ssrpolicy.views.notes.frame import parts_of
from ssrpolicy.views.page.page import reading_page
from ssrpolicy.views.workbook.tracker import tracker

DUE, LATER = dt.date(2010, 12, 31), dt.date(2011, 12, 31)
SUPERSEDES = Relation(kind=RelationKind.SUPERSEDES, target="small#report")


def a_record(*, overdue: bool = True) -> PolicyRecord:
    """The small record, whose commitment has a term that a later one with a term supersedes."""
    small = attrs.evolve(small_record(), updates=())
    term = Timeframe(phrase="in 2010", date=EdtfDate(str(DUE)))
    promise = attrs.evolve(small.commitments[0], timeframe=term)
    end = Timeframe(phrase="in 2011", date=EdtfDate("2011-06-30" if overdue else "2013-06-30"))
    later = attrs.evolve(promise, id="later", timeframe=end, relations=(SUPERSEDES,))
    rest = tuple(s for s in small.statements if s.id != promise.id)
    return attrs.evolve(small, statements=(promise, *rest, later))


def two_records() -> tuple[PolicyRecord, PolicyRecord]:
    """The same in two records: the later commitment is in one of its own."""
    both = a_record()
    first = attrs.evolve(both, statements=both.statements[:-1])
    second = attrs.evolve(both, id="second", statements=(both.statement("later"),), dispositions=())
    return first, second


@pytest.mark.parametrize("records", [(a_record(),), two_records()])
def test_only_the_successor_is_overdue(records: tuple[PolicyRecord, ...]) -> None:
    """In the same record or in another one."""
    handling = Handling(records, LATER)
    late = [
        id
        for record in records
        for id, now in handling.progress(record).items()
        if now.schedule is Schedule.OVERDUE
    ]
    assert late == ["later"]
    now = handling.progress(records[0])["report"]
    assert (now.schedule, now.first_schedule, now.days_late) == (
        *(Schedule.SUPERSEDED, Schedule.SUPERSEDED),
        0,
    )


def test_before_its_successor_was_made_it_is_due_itself() -> None:
    """What is of a later paper is not known yet; who asks of the record alone gets the same."""
    record = a_record()
    letter = attrs.evolve(record.documents[0], id="second", date=dt.date(2011, 3, 1))
    quote = attrs.evolve(record.statement("later").quotes[0], document="second")
    statements = tuple(
        attrs.evolve(s, quotes=(quote,)) if s.id == "later" else s for s in record.statements
    )
    record = attrs.evolve(record, documents=(*record.documents, letter), statements=statements)
    assert [s.id for s in record.overdue(as_of=dt.date(2011, 2, 1))] == ["report"]
    assert [s.id for s in record.overdue(as_of=LATER)] == ["later"]
    assert [s.id for s in record.due_within(200, as_of=dt.date(2011, 4, 1))] == ["later"]


def test_what_was_shown_in_time_stays_so() -> None:
    """A later promise does not undo that an earlier one was kept."""
    record = a_record()
    shown = record.with_update(
        "report", date=dt.date(2010, 10, 1), by="ministry", evidence="supports", document="letter",
        quotes=record.statement("report").quotes,
    )  # fmt: skip
    assert shown.progress("report", as_of=LATER).schedule is Schedule.MET


def test_no_report_counts_it() -> None:
    """The tracker's overview, the note's first page, the page, the annex and the changes."""
    record = a_record()
    late = tracker([record], as_of=LATER, language="nl").table("overdue")
    assert [id for id in late.ids if id] == ["small#later"]
    (part,) = parts_of([record], as_of=LATER, language="nl")
    assert [each.id for each in attention(part)["overdue"]] == ["later"]
    figures = {
        each.key: each.number for each in reading_page([record], as_of=LATER, language="nl").figures
    }
    assert figures["overdue"] == "1"
    found = RecordChanges(part=part, since=dt.date(2010, 11, 1), stale_after=180)
    assert [each.id for each in found.overdue] == ["later"]
    assert found.passed == ()
    note = annex([record], as_of=LATER, language="nl")
    said = " ".join(under(note, "Toezeggingen in behandeling"))
    assert said.count("verstreken") == 1
    assert "De termijn liep tot en met 31 december 2010." in said


def test_json_says_it_too_and_is_read_back() -> None:
    """Across records, though a record alone does not know it."""
    records = two_records()
    text = dumps(records, as_of=LATER)
    assert '"schedule": "superseded"' in text
    found = read_json(text.encode(), Path("records.json"))
    assert (found.records, found.findings) == (records, ())


def test_what_was_fulfilled_waits_in_the_annex_for_its_successor() -> None:
    """It stands with what took its place, and says that first; "afgedaan" would contradict it."""
    record = a_record().with_update(
        "report", date=dt.date(2010, 10, 1), by="ministry", claimed="fulfilled"
    )
    note = annex([record], as_of=LATER, language="nl")
    assert under(note, "Afgehandelde toezeggingen") == ["Er zijn geen afgehandelde toezeggingen."]
    (table,) = (each for each in note.blocks if isinstance(each, Grid))
    assert table.ids == ("small#later", "small#report")
    said = text(table.rows[1][-1])
    assert said.startswith("Vervangen door nr. 1; zie de brief van 29 april 2010")
    assert "Wel afgedaan volgens" in said
    assert "Afgedaan" not in said


def test_of_two_successors_it_stands_below_the_one_in_hand() -> None:
    """The other is closed, in a table of its own."""
    both = a_record()
    done = attrs.evolve(both.statement("later"), id="done")
    record = attrs.evolve(
        both, statements=(*both.statements[:-1], done, both.statement("later"))
    ).with_update("done", date=dt.date(2011, 5, 1), by="ministry", claimed="fulfilled")
    note = annex([record], as_of=LATER, language="nl")
    finished, in_hand = (each.ids for each in note.blocks if isinstance(each, Grid))
    assert finished == ("small#done",)
    assert in_hand == ("small#later", "small#report")
