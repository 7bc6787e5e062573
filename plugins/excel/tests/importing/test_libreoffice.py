"""A tracker that was saved by LibreOffice, on the real program."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

import ssrpolicy
from ssrpolicy import Language, PolicyRecord
from ssrpolicy.reporting import Edits
from ssrpolicy.testing import nasty_record
from strategies import valid_records

pytestmark = pytest.mark.office

Converted = Callable[[bytes, str, str], bytes]


class Desk(Protocol):
    """The desk of the fixtures."""

    tracker: Callable[..., bytes]
    changed: Callable[[bytes, Callable[[Workbook], object]], bytes]
    edits: Callable[[bytes], Edits]
    cell: Callable[..., Any]


def through_office(data: bytes, converted: Converted) -> tuple[bytes, bytes]:
    """The workbook as LibreOffice saves it, and after a round trip through OpenDocument."""
    return converted(data, "xlsx", "xlsx"), converted(converted(data, "xlsx", "ods"), "ods", "xlsx")


@pytest.mark.slow
@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_fixtures_tracker_has_no_edits(
    desk: Desk, fixtures: Path, converted: Converted, language: Language
) -> None:
    """One tracker of every record of the fixtures, and of one with odd texts, is as it was."""
    together = [ssrpolicy.load(path) for path in sorted((fixtures / "records").iterdir())]
    data = desk.tracker(*together, nasty_record(), language=language, as_of=dt.date(2034, 4, 15))

    for each in through_office(data, converted):
        edits = desk.edits(each)
        assert edits == Edits(baseline=desk.edits(data).baseline)


@pytest.mark.slow
@settings(max_examples=2, suppress_health_check=[HealthCheck.too_slow])
@given(made=st.lists(valid_records(), min_size=2, max_size=2, unique_by=lambda record: record.id))
def test_any_valid_records_tracker_has_no_edits(
    desk: Desk, converted: Converted, made: list[PolicyRecord]
) -> None:
    """Whatever a valid record says, saving it in LibreOffice is not an edit."""
    data = desk.tracker(*made, as_of=dt.date(2034, 4, 15))

    edits = desk.edits(converted(data, "xlsx", "xlsx"))

    assert edits == Edits(baseline=edits.baseline)


def test_an_edit_saved_by_libreoffice_is_read(
    desk: Desk, letter_tracker: bytes, converted: Converted
) -> None:
    """What was entered and then saved in LibreOffice is read as it was entered."""

    def change(workbook: Workbook) -> None:
        sheet = workbook["Toezeggingen"]
        for label, entered in (
            ("Gemelde status", "In uitvoering"),
            ("Opmerking", "=niet als formule\nmaar als regel"),
            ("Nieuwe termijn: datum", dt.date(2011, 6, 1)),
        ):
            cell = desk.cell(sheet, label, "#african-union")
            cell.value = entered
            if isinstance(entered, str):
                cell.data_type = "s"

    entered = desk.changed(letter_tracker, change)

    for each in through_office(entered, converted):
        edits = desk.edits(each)
        assert [(cell.part, cell.value) for cell in edits.cells] == [
            ("claimed", "In uitvoering"),
            ("note", "=niet als formule\nmaar als regel"),
            ("due", dt.date(2011, 6, 1)),
        ]
        assert (edits.refusals, edits.private, edits.remarks) == ((), (), ())
