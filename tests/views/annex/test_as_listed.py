"""The budget annex of one ministry has the rows and the figures that its lists have."""

import datetime as dt
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

import ssrpolicy
from notes_read import blocks_under
from ssrpolicy import PolicyRecord
from ssrpolicy.selection import Chosen, Selection, choose
from ssrpolicy.views import Bullets, Grid, Listing, Note, annex, listing, selection_line
from views.annex.annexes import TABLES

DAYS = (dt.date(2010, 12, 31), dt.date(2034, 4, 15), dt.date(2041, 6, 1))
UNKNOWN = "Moties waarvan de uitslag onbekend is"
STATES = {
    "dealt_with": TABLES[0],
    "in_hand": TABLES[1],
    "unknown_dealt_with": UNKNOWN,
    "unknown_in_hand": UNKNOWN,
}


@pytest.fixture(scope="module")
def records(fixtures: Path) -> tuple[PolicyRecord, ...]:
    """The records of the project."""
    return ssrpolicy.load_all(fixtures / "records")


def owners(records: tuple[PolicyRecord, ...]) -> Iterator[str]:
    """Whoever owns a statement or wrote a paper, the ministries among them, and nobody."""
    for record in records:
        yield from chain.from_iterable(each.owners for each in record.statements)
        yield from chain.from_iterable(each.authors for each in record.documents)
    yield "none"


def ids(note: Note, *headings: str) -> set[str]:
    """The ids of the rows below some headings."""
    blocks = chain.from_iterable(blocks_under(note, each) for each in headings)
    return {id for block in blocks if isinstance(block, Grid) for id in block.ids}


def codes(found: Listing, key: str) -> dict[str, str | None]:
    """What stands in a column of a list, as a code, by the id of the row."""
    keys = [column.key for column in found.table.columns]
    of = keys.index("id"), keys.index(key)
    rows = zip(found.table.rows, found.table.codes, strict=True)
    return {str(row[of[0]]): codes[of[1]] for row, codes in rows}


def check(note: Note, motions: Listing, commitments: Listing, chosen: Chosen) -> None:
    """Each row of the lists is one of the annex in the table of its state, and no other is."""
    tables: dict[str, set[str]] = {each: set() for each in STATES.values()}
    states = codes(motions, "motion_state")
    for id, state in states.items():
        if state in STATES:
            tables[STATES[state]].add(id)
    assert {each: ids(note, each) for each in tables} == tables
    named = chain.from_iterable(each.items for each in note.blocks if isinstance(each, Bullets))
    # A list knows nothing yet of motions of a later day, which the annex names.
    later = sum(
        each.is_later and chosen.holds(each.record, each.document)
        for each in chosen.handling.motions
    )
    assert len(list(named)) == len(states) - sum(map(len, tables.values())) + later

    listed = {*codes(commitments, "claimed")}
    dealt_with = {
        record.full_id(each.id)
        for record in chosen.records
        for each in record.commitments
        if chosen.handling.dealt_with(record, each.id)
    }
    assert ids(note, TABLES[2]) == listed & dealt_with
    assert ids(note, TABLES[3]) == listed - dealt_with
    assert (commitments.chosen, commitments.every) == chosen.count()


@pytest.mark.heavy
@pytest.mark.parametrize(
    # On the last day all letters have been sent; on an earlier one some are still to come.
    "day",
    [*(pytest.param(day, marks=pytest.mark.slow) for day in DAYS[:-1]), DAYS[-1]],
    ids=str,
)
def test_the_annex_of_a_ministry_has_the_rows_of_its_lists(
    records: tuple[PolicyRecord, ...], day: dt.date
) -> None:
    """Of every party that is responsible for anything, on days of each letter; and of all."""
    found: set[str] = set()
    for owner in ("", *dict.fromkeys(owners(records))):
        selection = Selection(owners=owner or ())
        chosen = choose(records, selection, as_of=day)
        note = annex(records, as_of=day, language="nl", selection=chosen if owner else None)
        motions, commitments = (
            listing(records, kind, selection, as_of=day) for kind in ("motions", "commitments")
        )

        check(note, motions, commitments, chosen)

        counted = f"({commitments.chosen} van {commitments.every} toezeggingen"
        assert not owner or counted in selection_line(chosen, "nl")
        if owner and commitments.chosen:
            found.add(owner)
    assert {"nl-bz", "nl-bzk", "nl-defensie"} <= found
