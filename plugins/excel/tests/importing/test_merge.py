"""From the tracker to the record and back, with the command: plan, apply, report, merge again."""

import datetime as dt
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

import pytest
from click.testing import CliRunner, Result
from openpyxl import Workbook, load_workbook

import ssrpolicy
from ssrpolicy.cli.main import _command

pytestmark = pytest.mark.heavy


class Desk(Protocol):
    """The desk of the fixtures."""

    changed: Callable[[bytes, Callable[[Workbook], object]], bytes]
    cell: Callable[..., Any]


def run(*arguments: str | Path) -> Result:
    """What the command printed, and its code."""
    return CliRunner().invoke(_command, [str(each) for each in arguments], prog_name="ssrpolicy")


def test_an_edit_goes_from_the_tracker_into_the_record(
    desk: Desk, letter_copy: Path, tmp_path: Path
) -> None:
    """Planned, applied and merged again, an edit stands in the record once; no edit, no byte."""
    tracker = tmp_path / "tracker.xlsx"
    record = letter_copy / "record.toml"
    before = record.read_bytes()
    report = ("report", letter_copy, "--to", "excel", "--output", tracker, "--as-of", "2010-12-31")
    merge = ("merge", tracker, letter_copy, "--by", "nl-bz", "--date", "2011-03-01")

    assert run(*report).exit_code == 0
    assert run(*merge, "--apply").exit_code == 0
    assert record.read_bytes() == before

    def change(workbook: Workbook) -> None:
        sheet = workbook["Toezeggingen"]
        desk.cell(sheet, "Gemelde status", "#african-union").value = "In uitvoering"
        desk.cell(sheet, "Opmerking", "#african-union").value = "De Afrikaanse Unie is gesteund."
        desk.cell(sheet, "Nieuwe termijn: datum", "#african-union").value = dt.date(2011, 6, 1)

    tracker.write_bytes(desk.changed(tracker.read_bytes(), change))
    refused = run(*report)
    planned = run(*merge)

    assert refused.exit_code == 2
    assert "--overwrite" in refused.output
    assert planned.exit_code == 0, planned.output
    assert record.read_bytes() == before

    assert run(*merge, "--apply").exit_code == 0
    after = record.read_bytes()
    assert after.startswith(before)
    progress = ssrpolicy.load(letter_copy).progress("african-union", as_of=dt.date(2011, 3, 1))
    assert progress.claimed == "in_progress"
    assert progress.due == dt.date(2011, 6, 1)

    assert run(*merge, "--apply").exit_code == 0
    assert record.read_bytes() == after
    assert run(*report).exit_code == 0


NOTE = "Concept ligt bij DAF."
OFFICIAL = "J. de Wit"


def _with_working_note(folder: Path) -> None:
    """Add an internal note to the record, as somebody in the office does."""
    said = ("--statement", "african-union", "--date", "2010-11-01", "--by", OFFICIAL)
    added = run("add", "update", folder, *said, "--note", NOTE, "--internal")
    assert added.exit_code == 0, added.output


def _everything(tracker: Path) -> str:
    with zipfile.ZipFile(tracker) as package:
        return "\n".join(
            package.read(part).decode("utf-8", "replace") for part in package.namelist()
        )


@pytest.mark.slow
@pytest.mark.parametrize("internal", ["yes", "no"])
def test_working_notes_survive_the_round_trip(
    internal: str, desk: Desk, letter_copy: Path, tmp_path: Path
) -> None:
    """Whether a tracker has them or not: none is lost, doubled, or taken for an edit."""
    _with_working_note(letter_copy)
    tracker, record = tmp_path / "tracker.xlsx", letter_copy / "record.toml"
    before = record.read_bytes()
    report = ("report", letter_copy, "--to", "excel", "--output", tracker, "--as-of", "2010-12-31")
    merge = ("merge", tracker, letter_copy, "--by", OFFICIAL, "--date", "2011-03-01", "--apply")

    made = run(*report, "-o", f"internal={internal}")

    assert made.exit_code == 0, made.output
    remark = "Note: 1 internal note left out, with the name of who made it; "
    assert (remark in made.stderr) is (internal == "no")
    assert all((text in _everything(tracker)) is (internal == "yes") for text in (NOTE, OFFICIAL))

    assert run(*merge).exit_code == 0
    assert record.read_bytes() == before

    def change(workbook: Workbook) -> None:
        cell = desk.cell(workbook["Toezeggingen"], "Opmerking", "#african-union")
        assert cell.value == (f"[Intern] {NOTE}" if internal == "yes" else None)
        cell.value = "[Intern] Nagevraagd bij DAF."

    tracker.write_bytes(desk.changed(tracker.read_bytes(), change))
    assert run(*merge).exit_code == 0
    after = record.read_bytes()
    assert run(*merge).exit_code == 0

    assert record.read_bytes() == after
    assert after == before + (
        b'\n[[updates]]\nstatement = "african-union"\ndate = 2011-03-01\nby = "J. de Wit"\n'
        b'internal = true\nnote = "Nagevraagd bij DAF."\n'
    )


def test_the_history_says_which_updates_are_internal(
    desk: Desk, letter_copy: Path, tmp_path: Path
) -> None:
    """Its note is marked, and a column says it of updates without a note too."""
    _with_working_note(letter_copy)
    tracker = tmp_path / "tracker.xlsx"
    run("report", letter_copy, "--to", "excel", "--output", tracker, "--as-of", "2010-12-31")

    history = load_workbook(tracker)["Verloop"]

    assert desk.cell(history, "Opmerking", "#african-union").value == f"[Intern] {NOTE}"
    assert desk.cell(history, "Intern", "#african-union").value == "Ja"
