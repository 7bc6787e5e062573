"""From the tracker to the record and back, with the command: plan, apply, report, merge again."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from click.testing import CliRunner, Result
from openpyxl import Workbook

import ssrpolicy
from ssrpolicy.cli.main import _command


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
