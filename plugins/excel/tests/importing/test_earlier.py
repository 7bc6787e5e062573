"""Trackers that an earlier version wrote: every edit in them is still merged."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

import pytest
from click.testing import CliRunner
from openpyxl import Workbook

import ssrpolicy
from ssrpolicy.cli.main import _command
from ssrpolicy.reporting import EditPart, Edits

pytestmark = pytest.mark.heavy

EARLIER = Path(__file__).with_name("earlier")
"""Two trackers from before the dashboard, when the columns stood in another order, and one from
when English headers and values had other words."""

CASES = {
    "lagemeer-2031-7": (
        "Toezeggingen",
        "patrol-teams",
        {
            "Verantwoordelijk": (
                EditPart.OWNERS,
                "Ministerie van Kustwacht van Lagemeer\nStatenbond",
            ),
            "Gemelde status": (EditPart.CLAIMED, "In uitvoering"),
            "Opmerking": (EditPart.NOTE, "Het vierde team is onderweg."),
            "Bewijs": (EditPart.EVIDENCE, "Bevestigd"),
            "Bewijs: document": (EditPart.DOCUMENT, "audit-report"),
            "Bewijs: citaat": (
                EditPart.QUOTE,
                "Van de vijf patrouilleteams waren er op 1 november 2033 drie geleverd.",
            ),
            "Nieuwe termijn: woorden": (EditPart.TERM, "uiterlijk op 1 oktober 2034"),
            "Nieuwe termijn: datum": (EditPart.DUE, "2034-10-01"),
            "Nieuwe termijn: reden": (EditPart.REASON, "De werf is vertraagd."),
        },
    ),
    "kst-32123-X-124": (
        "Commitments",
        "african-union",
        {
            "Claimed status": (EditPart.CLAIMED, "In progress"),
            "Note": (EditPart.NOTE, "Support has begun."),
            "Owners": (EditPart.OWNERS, "Ministry of Defence"),
        },
    ),
    "duinmark-2040-3": (
        "Commitments",
        "radio-network",
        {
            "Owners": (EditPart.OWNERS, "Duinmark Ministry of Cooperation"),
            "Claimed status": (EditPart.CLAIMED, "Fulfilled"),
            "Note": (EditPart.NOTE, "All twelve masts are in use."),
            "Evidence": (EditPart.EVIDENCE, "Supported"),
            "Evidence: document": (EditPart.DOCUMENT, "audit"),
            "Evidence: quote": (
                EditPart.QUOTE,
                "zeven van de twaalf masten van het radionetwerk in gebruik",
            ),
            "New term: words": (EditPart.TERM, "vóór 1 juli 2042"),
            "New term: date": (EditPart.DUE, "2042-06-30"),
            "New term: reason": (EditPart.REASON, "The yard is late."),
        },
    ),
}


class Desk(Protocol):
    """The desk of the fixtures."""

    changed: Callable[[bytes, Callable[[Workbook], object]], bytes]
    edits: Callable[[bytes], Edits]
    cell: Callable[..., Any]


def filled_in(desk: Desk, id: str) -> bytes:
    """The tracker of a record as an earlier version wrote it, filled in since."""
    title, statement, entries = CASES[id]

    def change(workbook: Workbook) -> None:
        for label, (_, value) in entries.items():
            desk.cell(workbook[title], label, f"#{statement}").value = value

    return desk.changed((EARLIER / f"{id}.xlsx").read_bytes(), change)


@pytest.mark.parametrize("id", CASES)
def test_every_edit_in_it_is_read(desk: Desk, id: str) -> None:
    """Each column to fill in is found by its header, and nothing is refused or missed."""
    _, statement, entries = CASES[id]

    edits = desk.edits(filled_in(desk, id))

    assert {cell.item for cell in edits.cells} == {f"{id}#{statement}"}
    assert {cell.part: cell.value for cell in edits.cells} == dict(entries.values())
    assert (edits.refusals, edits.absent, edits.private, edits.remarks) == ((), (), (), ())


@pytest.mark.parametrize("id", CASES)
def test_an_untouched_one_has_no_edits(desk: Desk, id: str) -> None:
    """What the earlier version wrote otherwise than this one does not count as an edit."""
    edits = desk.edits((EARLIER / f"{id}.xlsx").read_bytes())

    assert (edits.cells, edits.refusals, edits.absent) == ((), (), ())


@pytest.mark.parametrize("id", CASES)
def test_what_was_entered_in_it_is_merged(
    desk: Desk, copied_record: Callable[[str], Path], tmp_path: Path, id: str
) -> None:
    """The record then has an update for each field that was filled in."""
    _, statement, entries = CASES[id]
    folder, tracker = copied_record(id), tmp_path / "tracker.xlsx"
    tracker.write_bytes(filled_in(desk, id))
    before = len(ssrpolicy.load(folder).updates)
    command = ["merge", tracker, folder, "--by", "A. Visser", "--date", "2042-06-01", "--apply"]

    done = CliRunner().invoke(_command, [str(each) for each in command], prog_name="ssrpolicy")

    assert done.exit_code == 0, done.output
    added = ssrpolicy.load(folder).updates[before:]
    notes = [update.note.text("nl") for update in added if update.note is not None]
    assert {update.statement for update in added} == {statement}
    fields = {"term" if update.axis == "timeframe" else update.axis for update in added}
    assert fields | {"note"} == {str(part.field) for part, _ in entries.values()}
    assert set(notes) >= {value for part, value in entries.values() if part is EditPart.NOTE}
