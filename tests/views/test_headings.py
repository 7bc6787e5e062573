"""Each column of a table has a heading of its own, and a motion one word for how it stands."""

import datetime as dt
from pathlib import Path

import attrs
import pytest

import ssrpolicy
from ssrpolicy import Document, DocumentKind, Outcome, PolicyRecord
from ssrpolicy.model import LANGUAGES, Handling, Language
from ssrpolicy.testing import small_record
from ssrpolicy.views import LIST_KINDS, ListKind, label, listing, tracker
from ssrpolicy.views.language.labels import tables
from tables import each_case

DAY = dt.date(2034, 4, 15)


@pytest.fixture(scope="module")
def records(fixtures: Path) -> list[PolicyRecord]:
    """The records of the fixtures."""
    return [ssrpolicy.load(path) for path in sorted((fixtures / "records").iterdir())]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", LIST_KINDS)
def test_each_column_of_a_list_has_its_own_heading(
    records: list[PolicyRecord], kind: ListKind, language: Language
) -> None:
    """Also where one has those whom the record names, and another those who signed."""
    found = listing(records, kind, as_of=DAY, language=language, since=dt.date(2009, 1, 1))
    headings = [column.label for column in found.table.columns]
    assert sorted(set(headings)) == sorted(headings)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_column_of_a_tracker_has_its_own_heading(
    records: list[PolicyRecord], language: Language
) -> None:
    """On every sheet."""
    for table in tracker(records, as_of=DAY, language=language, per_owner=True).tables:
        headings = [column.label for column in table.columns]
        assert sorted(set(headings)) == sorted(headings), table.key


def with_motion(outcome: Outcome | None) -> PolicyRecord:
    """The small record with a motion that asks nothing that is recorded, and so is in hand."""
    small = small_record()
    motion = Document(
        id="moved", kind=DocumentKind.MOTION, date=dt.date(2010, 1, 1), outcome=outcome
    )
    return attrs.evolve(small, documents=(*small.documents, motion))


@each_case(
    "outcome, state",
    [(None, "unknown_in_hand"), (Outcome.ADOPTED, "in_hand"), (Outcome.REJECTED, "refused")],
)
def test_a_motion_of_unknown_outcome_is_set_apart(outcome: Outcome | None, state: str) -> None:
    """It may have been adopted, and may not; the list of motions says so too."""
    record = with_motion(outcome)
    motion = Handling((record,), DAY).motion(record, "moved")
    assert motion is not None
    assert motion.state == state
    rows = listing([record], "motions", as_of=DAY, language="nl").table
    states = dict(zip(rows.ids, rows.column("motion_state"), strict=True))
    words = label(f"handling.{state}", "nl")
    assert states["small#moved"] == words[:1].upper() + words[1:]


def test_every_state_of_a_motion_has_words() -> None:
    """In both languages."""
    every = {"later", "refused", "replaced"} | {
        f"{known}{state}" for known in ("", "unknown_") for state in ("dealt_with", "in_hand")
    }
    assert set(tables()["handling"]) == every
