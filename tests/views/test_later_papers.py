"""What a paper of a later day says is in no report of an earlier day."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

import ssrpolicy
from notes_read import runs_of, text
from ssrpolicy import PolicyRecord, Request, Statement
from ssrpolicy.views import (
    Note,
    annex,
    briefing,
    changes,
    dossier,
    listing,
    long_date,
    reading_page,
    search,
    tracker,
)

# The second letter is of 16 September 2040, the third of 4 March 2041.
BETWEEN = dt.date(2040, 7, 1)


@pytest.fixture(scope="module")
def clean(fixtures: Path) -> PolicyRecord:
    """The record in order, with two later letters."""
    return ssrpolicy.load(fixtures / "records" / "duinmark-2040-3")


def later_papers(record: PolicyRecord) -> set[str]:
    """The ids of the papers that are of a later day."""
    return {each.id for each in record.documents if each.date and each.date > BETWEEN}


def later_words(record: PolicyRecord) -> set[str]:
    """What only later papers state, ask and quote, in Dutch."""
    later = later_papers(record)
    entries: tuple[Request | Statement, ...] = (*record.requests, *record.statements)
    said = {each.summary.text("nl") for each in entries if each.document in later}
    quoted = {
        quote.quote
        for answer in record.dispositions
        if answer.document in later
        for quote in answer.quotes
    }
    assert len(said) > 2
    return said | quoted


def test_the_lists_and_the_tracker_have_none_of_it(clean: PolicyRecord) -> None:
    """No row of a later statement, answer, document or use of an instrument."""
    tables = [
        *tracker([clean], as_of=BETWEEN, language="nl").tables,
        *(
            listing([clean], kind, as_of=BETWEEN, language="nl").table
            for kind in ("requests", "commitments", "statements", "instruments", "letters")
        ),
    ]
    held = "\n".join(str(value) for each in tables for row in each.rows for value in row)

    assert [words for words in later_words(clean) if words in held] == []
    sources = next(each for each in tables if each.key == "sources")
    assert not {clean.full_id(id) for id in later_papers(clean)} & set(sources.ids)


def test_a_search_of_the_day_finds_none_of_it(clean: PolicyRecord) -> None:
    """A later day finds it: the second letter says that the yard stopped."""
    words = "werf patrouilleboten"
    assert search([clean], words, as_of=BETWEEN, language="nl").total == 0
    assert search([clean], words, as_of=dt.date(2042, 2, 15), language="nl").total > 0


def test_a_request_has_the_answers_until_the_day(clean: PolicyRecord) -> None:
    """The others come with their letter."""
    later = later_papers(clean)
    asked = [each.request for each in clean.dispositions if each.document in later]
    assert asked
    for day in (BETWEEN, dt.date(2042, 12, 31)):
        ids = listing([clean], "requests", as_of=day, language="nl").table.ids
        known = [e for e in clean.dispositions if day > BETWEEN or e.document not in later]
        assert sum(not id.endswith("/0") for id in ids) == len(known)


@pytest.mark.parametrize("made", [briefing, dossier, annex])
def test_the_notes_have_none_of_it(made: Callable[..., Note], clean: PolicyRecord) -> None:
    """But for how many commitments are left out, which each of them says."""
    note = made([clean], as_of=BETWEEN, language="nl")
    assert isinstance(note, Note)
    held = "\n".join(text(runs) for block in note.blocks for runs in runs_of(block))

    assert [words for words in later_words(clean) if words in held] == []
    assert "toezeggingen van na 1 juli 2040 zijn buiten beschouwing gelaten." in held


def test_the_overview_of_changes_has_none_of_it(clean: PolicyRecord) -> None:
    """What comes after its last day is for the next."""
    note = changes([clean], since=dt.date(2040, 3, 1), as_of=BETWEEN, language="nl")
    held = "\n".join(text(runs) for block in note.blocks for runs in runs_of(block))

    assert [words for words in later_words(clean) if words in held] == []


def test_the_page_has_none_of_it(clean: PolicyRecord) -> None:
    """No entry, no answer, no source, and no mark that leads to one that is not there."""
    (page,) = reading_page([clean], as_of=BETWEEN, language="nl").records()
    held = repr((page.requests, page.statements, page.instruments))
    shown = {each.id for each in page.entries}
    marked = {
        entry
        for source in page.sources
        for stretch in source.stretches
        for segment in stretch.segments
        for entry in segment.entries
    }

    assert [words for words in later_words(clean) if words in held] == []
    assert not later_papers(clean) & {each.id for each in page.sources}
    assert marked <= shown


@pytest.mark.parametrize("made", [briefing, dossier])
def test_a_record_whose_paper_is_of_a_later_day_is_not_said_to_be_empty(
    made: Callable[..., Note], clean: PolicyRecord
) -> None:
    """It has been read; of a record without entries that is said, whatever its day."""
    # The motions that the letter answers are of earlier days.
    day = min(each.date for each in clean.documents if each.date) - dt.timedelta(days=1)
    empty = attrs.evolve(
        clean, requests=(), statements=(), instruments=(), dispositions=(), updates=()
    )
    later = "is van na " + long_date(day, "nl") + " en telt nog niet mee."
    unread = "Van het document is nog niets vastgelegd"

    for record, as_of, said, unsaid in (
        (clean, day, later, unread),
        (empty, BETWEEN, unread, later),
    ):
        note = made([record], as_of=as_of, language="nl")
        held = "\n".join(text(runs) for block in note.blocks for runs in runs_of(block))
        (page,) = reading_page([record], as_of=as_of, language="nl").records()
        assert not page.entries
        for shown in (held, page.nothing):
            assert said in shown
            assert unsaid not in shown


def test_a_motion_that_only_a_later_letter_cites_is_not_listed(clean: PolicyRecord) -> None:
    """It has no date itself; no list, annex or account of changes of an earlier day has it."""
    undated = [
        attrs.evolve(each, date=None) if each.kind == "motion" else each for each in clean.documents
    ]
    record = attrs.evolve(clean, documents=tuple(undated))
    day = record.dates[record.source]
    before = day - dt.timedelta(1)

    listed = [listing([record], "motions", as_of=each).table.rows for each in (before, day)]
    assert [bool(rows) for rows in listed] == [False, True]
    since = dt.date(2000, 1, 1)
    rows = listing([record], "changes", as_of=before, since=since).table.rows
    ids = [record.full_id(each.id) for each in record.documents if each.kind == "motion"]
    assert ids
    assert not any(id in str(row) for id in ids for row in rows)
    note = str(annex([record], as_of=before, language="nl").blocks)
    assert not any(str(each.number.number) in note for each in record.documents if each.number)
