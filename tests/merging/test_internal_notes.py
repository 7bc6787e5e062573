"""Internal notes in the round trip: what is typed becomes internal, what was hidden stays."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

import ssrpolicy
from ssrpolicy import EditOutcome, EvidenceStatus, Update
from ssrpolicy.editing import append
from ssrpolicy.merging import refuse_to_lose_edits

pytestmark = pytest.mark.heavy

Edit = Callable[..., Path]

AS_OF = dt.date(2010, 12, 31)
DAY = dt.date(2011, 3, 1)
EARLIER = dt.date(2010, 11, 1)
HIDDEN = "Concept ligt bij DAF."
BY = "J. de Wit, DAF"


@pytest.fixture(params=[True, False], ids=["shown", "left out"])
def exported(
    request: pytest.FixtureRequest, tracker: Path, folder: Path, record_toml: Path
) -> Path:
    """A tracker of a record with an internal note, which is in it or was left out."""
    note = ssrpolicy.LocalText(nl=HIDDEN)
    append(
        record_toml,
        Update(statement="african-union", date=EARLIER, by=BY, internal=True, note=note),
    )
    ssrpolicy.report(
        *(ssrpolicy.load_all(folder), "lines", tracker),
        as_of=AS_OF,
        options={"internal": request.param},
    )
    assert (HIDDEN in tracker.read_text()) is request.param
    return tracker


def merged(tracker: Path, folder: Path) -> tuple[list[EditOutcome], tuple[Update, ...]]:
    """What became of each edit, and the updates after the merge was applied."""
    plan = ssrpolicy.plan_merge(tracker, folder, date=DAY, by="Jan")
    plan.apply()
    (record,) = ssrpolicy.load_all(folder)
    return [edit.outcome for edit in plan.edits], record.history("african-union")


@pytest.mark.usefixtures("exported")
def test_an_untouched_tracker_changes_nothing(folder: Path, tracker: Path) -> None:
    """A note that was left out is not an edit, and stays in the record."""
    outcomes, history = merged(tracker, folder)

    assert outcomes == []
    assert [str(update.note) for update in history] == [HIDDEN]


@pytest.mark.usefixtures("exported")
def test_what_is_typed_without_a_document_is_internal(edit: Edit, folder: Path) -> None:
    """A status, an owner, a term and a note are internal, and no hidden note clashes with them."""
    tracker = edit(
        claimed="Open",
        owners="Ministerie van Defensie",
        term="eind 2012",
        reason="Personele krapte.",
        note="Nagevraagd.",
    )

    outcomes, history = merged(tracker, folder)

    assert outcomes == [EditOutcome.CHANGE] * 4
    assert [(update.axis, update.internal) for update in history[1:]] == [
        ("claimed", True),
        ("owners", True),
        ("timeframe", True),
        ("note", True),
    ]
    assert str(history[0].note) == HIDDEN


def test_evidence_with_its_document_is_public(edit: Edit, folder: Path) -> None:
    """What a document shows may be known by everybody."""
    tracker = edit(evidence="Bevestigd", document="letter", quote="Nederland volgt dit nauwgezet")

    _, (update,) = merged(tracker, folder)

    assert (update.evidence, update.internal) == (EvidenceStatus.SUPPORTS, False)


@pytest.mark.usefixtures("exported")
def test_the_same_tracker_merged_again_doubles_nothing(edit: Edit, folder: Path) -> None:
    """What was typed is in the record already, where it is internal."""
    tracker = edit(term="eind 2012", reason="Personele krapte.", note="Nagevraagd.")
    _, first = merged(tracker, folder)

    outcomes, second = merged(tracker, folder)

    assert outcomes == [EditOutcome.RECORDED] * 2
    assert second == first
    refuse_to_lose_edits([tracker], ssrpolicy.load_all(folder))


@pytest.mark.usefixtures("exported")
def test_the_hidden_note_typed_again_is_recorded_once(edit: Edit, folder: Path) -> None:
    """Who types the very note that was left out adds nothing to the record."""
    outcomes, history = merged(edit(note=HIDDEN), folder)

    assert outcomes in ([], [EditOutcome.RECORDED])
    assert len(history) == 1


@pytest.mark.usefixtures("exported")
def test_a_note_that_came_after_the_export_clashes(
    edit: Edit, folder: Path, record_toml: Path
) -> None:
    """What somebody noted since, internal or not, is decided by a person."""
    note = ssrpolicy.LocalText(nl="De Unie gebeld.")
    append(
        record_toml,
        Update(statement="african-union", date=EARLIER, by=BY, internal=True, note=note),
    )

    plan = ssrpolicy.plan_merge(edit(note="Nagevraagd."), folder, date=DAY, by="Jan")

    assert [each.outcome for each in plan.edits] == [EditOutcome.CLASH]
    assert plan.edits[0].now == "De Unie gebeld."


@pytest.mark.parametrize("mark", ["[Intern] ", "[intern]", "[Internal] ", "[Intern] [Nederlands] "])
def test_the_mark_of_an_internal_note_is_no_part_of_it(mark: str, edit: Edit, folder: Path) -> None:
    """Who corrects a marked note leaves the mark; the note is recorded without it."""
    _, (update,) = merged(edit(note=f"{mark}Nagevraagd."), folder)

    assert str(update.note) == "Nagevraagd."


def test_the_plan_says_what_becomes_internal(
    edit: Edit, folder: Path, run: Callable[..., Result]
) -> None:
    """Printed next to the field, and a member of the plan as data."""
    tracker = edit(note="Nagevraagd.")

    printed = run("merge", tracker, folder, "--by", "Jan", "--date", DAY)
    plan = ssrpolicy.plan_merge(tracker, folder, date=DAY, by="Jan")

    assert "kst-32123-X-124#african-union, note, internal\n" in printed.stdout
    assert plan.to_json()["edits"][0]["internal"] is True
