"""A sheet for each owner: what is entered there is merged as from the sheet of all."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

import pytest
from openpyxl import Workbook

import ssrpolicy
from ssrpolicy import PolicyRecord
from ssrpolicy.reporting import Edits
from ssrpolicy_excel.options import ExcelOptions

pytestmark = pytest.mark.heavy

ALL = "Toezeggingen"
COAST, BUZA = "Kustwacht van Lagemeer", "Buitenlandse Betrekkingen"


class Desk(Protocol):
    """The desk of the fixtures."""

    tracker: Callable[..., bytes]
    changed: Callable[[bytes, Callable[[Workbook], object]], bytes]
    edits: Callable[[bytes], Edits]
    cell: Callable[..., Any]


@pytest.fixture(scope="module")
def record(fixtures: Path) -> PolicyRecord:
    """The invented record with a commitment of two ministries."""
    return ssrpolicy.load(fixtures / "records" / "lagemeer-2031-7")


@pytest.fixture(scope="module")
def tracker(desk: Desk, record: PolicyRecord) -> bytes:
    """Its tracker, with a sheet for each owner."""
    return desk.tracker(record, as_of=dt.date(2034, 4, 15), options=ExcelOptions(per_owner=True))


def entered(desk: Desk, tracker: bytes, *entries: tuple[str, str, str, str]) -> Edits:
    """The edits after values were entered: sheet, column, statement and value."""

    def change(workbook: Workbook) -> None:
        for sheet, label, id, value in entries:
            desk.cell(workbook[sheet], label, f"#{id}").value = value

    return desk.edits(desk.changed(tracker, change))


def test_each_owner_has_a_sheet_of_its_own(desk: Desk, tracker: bytes) -> None:
    """It has the commitments of that owner; one of two owners is on the sheets of both."""
    ids: dict[str, set[str]] = {}

    def look(workbook: Workbook) -> None:
        for name in (ALL, COAST, BUZA):
            cells = workbook[name]["A"][1:]
            ids[name] = {str(cell.value).partition("#")[2] for cell in cells}

    desk.changed(tracker, look)
    assert ids[COAST] < ids[ALL]
    assert {"patrol-teams", "control-room"} <= ids[COAST]
    assert {"curriculum", "control-room"} <= ids[BUZA]
    assert "patrol-teams" not in ids[BUZA]


def test_untouched_it_has_no_edits(desk: Desk, tracker: bytes) -> None:
    """A row may stand on several sheets."""
    edits = entered(desk, tracker)

    assert (edits.cells, edits.refusals, edits.absent, edits.private) == ((), (), (), ())


def test_an_edit_on_the_sheet_of_an_owner_is_read(desk: Desk, tracker: bytes) -> None:
    """One on the sheet of all is too, and the two of one row go together."""
    edits = entered(
        desk,
        tracker,
        (COAST, "Gemelde status", "control-room", "In uitvoering"),
        (BUZA, "Opmerking", "control-room", "De verkenning is hervat."),
        (ALL, "Opmerking", "patrol-teams", "Het vierde team is onderweg."),
    )

    assert edits.refusals == ()
    assert {(cell.item.partition("#")[2], str(cell.part), cell.value) for cell in edits.cells} == {
        ("control-room", "claimed", "In uitvoering"),
        ("control-room", "note", "De verkenning is hervat."),
        ("patrol-teams", "note", "Het vierde team is onderweg."),
    }


def test_the_same_on_two_sheets_is_one_edit(desk: Desk, tracker: bytes) -> None:
    """Two ministries that agree are taken at their word, once."""
    edits = entered(
        desk,
        tracker,
        (COAST, "Gemelde status", "control-room", "In uitvoering"),
        (BUZA, "Gemelde status", "control-room", "In uitvoering"),
    )

    assert edits.refusals == ()
    assert [cell.value for cell in edits.cells] == ["In uitvoering"]


@pytest.mark.slow
def test_what_differs_between_two_sheets_is_refused(desk: Desk, tracker: bytes) -> None:
    """Neither is merged; the message names both cells."""
    edits = entered(
        desk,
        tracker,
        (COAST, "Gemelde status", "control-room", "In uitvoering"),
        (BUZA, "Gemelde status", "control-room", "Voldaan"),
    )

    assert edits.cells == ()
    (refusal,) = edits.refusals
    assert COAST in refusal.message + refusal.place
    assert BUZA in refusal.message + refusal.place
    assert refusal.hint


def test_the_sheet_of_an_owner_is_mailed_alone(desk: Desk, tracker: bytes) -> None:
    """With all other sheets of commitments removed, its edits are read; the rest is only absent."""

    def change(workbook: Workbook) -> None:
        desk.cell(workbook[COAST], "Opmerking", "#patrol-teams").value = "Onderweg."
        for sheet in list(workbook):
            if sheet.title not in (COAST, "ssrpolicy"):
                workbook.remove(sheet)

    edits = desk.edits(desk.changed(tracker, change))

    assert [(cell.item.partition("#")[2], cell.value) for cell in edits.cells] == [
        ("patrol-teams", "Onderweg.")
    ]
    assert edits.refusals == ()
    assert "lagemeer-2031-7#curriculum" in edits.absent
