"""A selection holds the same statements in show, list, report, search, Python and a register."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from plugins.register.tests.portfolio import FIXTURES
from plugins.register.tests.test_commands import run

import ssrpolicy
from ssrpolicy import Claim, PolicyRecord, Position, Schedule
from ssrpolicy.selection import Selection, choose

pytestmark = pytest.mark.heavy

DAY = dt.date(2041, 6, 1)
AS_OF = ("--as-of", DAY.isoformat())
WORD = "de"
ASKED: dict[str, Any] = {
    "kinds": "claim",
    "document_kinds": "letter",
    "owners": "nl-bz",
    "partners": "eu",
    "places": "AFG",
    "sectors": "justice",
    "frameworks": "human-rights",
    "dossiers": "32123",
    "session_years": "2009-2010",
    "schedules": "undated",
    "claimed": "in_progress",
    "evidence": "supports",
    "firmness": "conditional",
    "asked_since": dt.date(2033, 1, 1),
    "promised_since": dt.date(2040, 1, 1),
    "updated_since": dt.date(2034, 1, 1),
    "due_before": dt.date(2035, 1, 1),
    "due_within": 400,
    "words": "politie",
}
OPTIONS = {
    "kinds": "--kind", "document_kinds": "--document-kind", "owners": "--owner",
    "partners": "--partner", "places": "--place", "sectors": "--sector",
    "frameworks": "--framework", "dossiers": "--dossier", "session_years": "--session-year",
    "schedules": "--schedule",
}  # fmt: skip


def asked_as(name: str) -> tuple[str, str]:
    """The option of a criterion, and what it is given."""
    usual = f"--{name.replace('_', '-')}"
    return OPTIONS.get(name, usual), str(ASKED[name])


def listed(*arguments: str | Path) -> set[str]:
    """The ids of a list or of the hits of a search, as JSON has them."""
    result = run(*arguments, "--format", "json", "--limit", "9999", *AS_OF)
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    return {each["id"] for each in found.get("rows", found.get("hits"))}


def shown(folder: Path, record: PolicyRecord, *asked: str) -> set[str]:
    """The full ids of the statements of a record that are shown."""
    result = run("show", folder / record.id, *asked, *AS_OF)
    assert result.exit_code == 0, result.output
    first = {line.split()[0] for line in result.stdout.splitlines() if line.startswith(" ")}
    return {record.full_id(each.id) for each in record.statements if each.id in first}


def reported(folder: Path, target: Path, *asked: str) -> set[str]:
    """The full ids of what a JSON report says that is chosen."""
    result = run("report", folder, "--to", "json", "--output", target, *asked, *AS_OF)
    assert result.exit_code == 0, result.output
    records = json.loads(target.read_text("utf-8"))["records"]
    chosen = {each["id"]: each["derived"]["selection"]["chosen"] for each in records}
    return {f"{record}#{id}" for record, ids in chosen.items() for id in ids}


def statements(records: tuple[PolicyRecord, ...], name: str | None = None) -> set[str]:
    """The full ids of all statements, or of those that Python chooses by a criterion."""
    selection = Selection(**({} if name is None else {name: ASKED[name]}))
    held = choose(records, selection, as_of=DAY)
    pairs = ((record, each) for record in records for each in record.statements)
    return {record.full_id(each.id) for record, each in pairs if held.holds(record, each)}


@pytest.fixture(scope="module")
def originals() -> tuple[PolicyRecord, ...]:
    """The records of the fixtures."""
    return ssrpolicy.load_all(FIXTURES)


@pytest.mark.parametrize("name", ASKED)
def test_a_selection_is_the_same_wherever_it_is_asked(
    originals: tuple[PolicyRecord, ...], tmp_path: Path, name: str
) -> None:
    """Every criterion by itself: the ids in Python are those of each command."""
    expected, every, asked = statements(originals, name), statements(originals), asked_as(name)

    # All statements of the fixtures stand in letters.
    assert expected
    assert expected < every or name == "document_kinds"
    assert listed("list", "statements", FIXTURES, *asked) == expected
    assert set().union(*(shown(FIXTURES, each, *asked) for each in originals)) == expected
    assert reported(FIXTURES, tmp_path / "report.json", *asked) & every == expected
    found = listed("search", WORD, FIXTURES, *asked) & every
    assert found == listed("search", WORD, FIXTURES) & expected


@pytest.fixture(scope="module")
def address(office: Path, new_address: Callable[[], str]) -> str:
    """The address of a register of seven records."""
    made = new_address()
    assert run("register", "build", office, "--database", made).exit_code == 0
    return made


@pytest.mark.slow
def test_a_register_is_asked_the_same(records: tuple[PolicyRecord, ...], address: str) -> None:
    """Every criterion by itself, with the same options."""
    for name in ASKED:
        found = listed("list", "statements", "--database", address, *asked_as(name))
        assert found == statements(records, name), name


@pytest.mark.slow
def test_a_claim_or_position_with_a_date_is_never_late(
    office: Path, records: tuple[PolicyRecord, ...], address: str
) -> None:
    """It promises nothing, and so has no schedule of a term, in a register as well."""
    dated = {
        record.full_id(each.id)
        for record in records
        for each in record.statements
        if isinstance(each, Claim | Position) and each.timeframe and each.timeframe.due
    }
    assert dated
    for schedule in Schedule:
        of_folder, of_register = (
            listed("list", "statements", *place, "--schedule", schedule.value) & dated
            for place in ((office,), ("--database", address))
        )
        assert of_register == of_folder
        # One that is shown to be so is met, and never late either.
        assert bool(of_folder) == (schedule in {Schedule.UNDATED, Schedule.MET}), schedule
