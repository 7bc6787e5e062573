"""What cannot be merged is refused, with its sheet and cell and what would work."""

import io
import re
from collections.abc import Callable
from typing import Any, Protocol

import pytest
from openpyxl import Workbook, load_workbook

from ssrpolicy.reporting import Edits, InputError
from ssrpolicy.testing import small_record

pytestmark = pytest.mark.heavy

AU = "kst-32123-X-124#african-union"


class Desk(Protocol):
    """The desk of the fixtures."""

    tracker: Callable[..., bytes]
    changed: Callable[[bytes, Callable[[Workbook], object]], bytes]
    with_part: Callable[[bytes, str, Callable[[bytes], bytes]], bytes]
    edits: Callable[[bytes], Edits]
    cell: Callable[..., Any]


def _cell(desk: Desk, workbook: Workbook, label: str) -> Any:
    return desk.cell(workbook["Toezeggingen"], label, "#african-union")


def _another_id(_: Desk, workbook: Workbook) -> None:
    sheet = workbook["Toezeggingen"]
    sheet.append(["kst-32123-X-124#afrikaanse-unie", "Een nieuwe toezegging"])


def _no_id(_: Desk, workbook: Workbook) -> None:
    workbook["Toezeggingen"].append([None, "Een nieuwe toezegging"])


def _typo(desk: Desk, workbook: Workbook) -> None:
    _cell(desk, workbook, "Kenmerk").value = "kst-32123-X-124#african-unoin"


def _emptied_id(desk: Desk, workbook: Workbook) -> None:
    _cell(desk, workbook, "Kenmerk").value = None


def _row_twice(desk: Desk, workbook: Workbook) -> None:
    sheet = workbook["Toezeggingen"]
    row = _cell(desk, workbook, "Kenmerk").row
    sheet.append([cell.value for cell in sheet[row]])


def _sheet_twice(_: Desk, workbook: Workbook) -> None:
    workbook.copy_worksheet(workbook["Toezeggingen"]).title = "Kopie"


def _other_sheet(desk: Desk, workbook: Workbook) -> None:
    row = _cell(desk, workbook, "Kenmerk").row
    workbook["Andere uitspraken"].append([AU, "Verplaatst"])
    workbook["Toezeggingen"].delete_rows(row)


def _formula(desk: Desk, workbook: Workbook) -> None:
    _cell(desk, workbook, "Opmerking").value = "=B2"


def _error(desk: Desk, workbook: Workbook) -> None:
    cell = _cell(desk, workbook, "Opmerking")
    cell.value, cell.data_type = "#REF!", "e"


def _summary(desk: Desk, workbook: Workbook) -> None:
    _cell(desk, workbook, "Samenvatting").value = "Iets anders"


def _summary_as_formula(desk: Desk, workbook: Workbook) -> None:
    _cell(desk, workbook, "Samenvatting").value = "=A1"


def _header(_: Desk, workbook: Workbook) -> None:
    sheet = workbook["Toezeggingen"]
    next(cell for cell in sheet[1] if cell.value == "Opmerking").value = "Onze opmerkingen"


def _header_of_ids(_: Desk, workbook: Workbook) -> None:
    workbook["Toezeggingen"]["A1"] = "Nummer"


def _header_emptied(_: Desk, workbook: Workbook) -> None:
    sheet = workbook["Toezeggingen"]
    next(cell for cell in sheet[1] if cell.value == "Citaat").value = None


def _header_twice(_: Desk, workbook: Workbook) -> None:
    sheet = workbook["Toezeggingen"]
    sheet.cell(1, sheet.max_column + 1).value = "Opmerking"


def _headers_gone(_: Desk, workbook: Workbook) -> None:
    workbook["Toezeggingen"].delete_rows(1)


def _ids_gone(_: Desk, workbook: Workbook) -> None:
    workbook["Toezeggingen"].delete_cols(1)


def _source(_: Desk, workbook: Workbook) -> None:
    workbook["Bronnen"]["D2"] = "Een andere titel"


def _new_source(_: Desk, workbook: Workbook) -> None:
    workbook["Bronnen"].append(["kst-32123-X-124#brief-2", "Brief", "Nog een brief"])


def _overview(_: Desk, workbook: Workbook) -> None:
    workbook["Dashboard"]["A1"] = "Onze eigen lijst"


def _explanation(_: Desk, workbook: Workbook) -> None:
    workbook["Uitleg"]["A1"] = "Onze eigen uitleg"


@pytest.mark.parametrize(
    "fault, place, message",
    [
        (_another_id, r"Toezeggingen!A\d+", "is not a row that was exported"),
        (_no_id, r"row \d+ of Toezeggingen", "takes no new rows"),
        (_typo, r"Toezeggingen!A\d+", f"it was exported as {AU}"),
        (_emptied_id, r"Toezeggingen!A\d+", f"is empty; it was exported as {AU}"),
        (_row_twice, r"row \d+ of Toezeggingen", f"{AU} stands here and at row 2 of Toezeggingen"),
        (_sheet_twice, "Kopie", "the same table as “Toezeggingen”"),
        (_other_sheet, r"row \d+ of 'Andere uitspraken'", "was exported on “Toezeggingen”"),
        (_formula, r"Toezeggingen!G\d+", "holds a formula"),
        (_error, r"Toezeggingen!G\d+", "holds the error #REF!"),
        (_summary, r"Toezeggingen!B\d+", "“Samenvatting” of .* was changed"),
        (_summary_as_formula, r"Toezeggingen!B\d+", "“Samenvatting” of .* was changed"),
        (_header, "Toezeggingen!G1", "changed to “Onze opmerkingen”"),
        (_header_of_ids, "Toezeggingen!A1", "“Kenmerk” was changed to “Nummer”"),
        (_header_emptied, r"Toezeggingen![A-Z]+1", "“Citaat” was emptied"),
        (_header_twice, r"Toezeggingen![A-Z]+1", "stands twice, in G and "),
        (_headers_gone, "Toezeggingen", "not the header above them"),
        (_ids_gone, "Toezeggingen", "the rows of this sheet cannot be told apart"),
        (_source, "Bronnen!D2", "was changed, and nothing on this sheet is edited"),
        (_new_source, r"row \d+ of Bronnen", "takes no new rows"),
        (_explanation, "Uitleg!A1", "was changed, and nothing on this sheet is edited"),
        (_overview, "Dashboard!A1", "was changed, and nothing on this sheet is edited"),
    ],
)
def test_a_fault_is_refused_with_its_place(
    desk: Desk,
    short_tracker: bytes,
    fault: Callable[[Desk, Workbook], None],
    place: str,
    message: str,
) -> None:
    """Each fault is named where it is, with a word on what would work, and is not merged."""
    edits = desk.edits(desk.changed(short_tracker, lambda workbook: fault(desk, workbook)))

    assert edits.cells == ()
    refusal = edits.refusals[0]
    assert re.fullmatch(place, refusal.place)
    assert re.search(message, refusal.message)
    assert refusal.hint


def test_a_slip_that_touches_everything_is_short(desk: Desk, letter_tracker: bytes) -> None:
    """Of many refusals of one kind the first twenty are listed, and the others counted."""

    def change(workbook: Workbook) -> None:
        sheet = workbook["Andere uitspraken"]
        for number in range(2, sheet.max_row + 1):
            sheet.cell(number, 3).value = f"Regel {number}"

    refusals = desk.edits(desk.changed(letter_tracker, change)).refusals

    assert len(refusals) == 21
    assert refusals[-1].message.endswith(
        "more like these (cells of “Samenvatting”) are not listed."
    )


def test_a_truth_value_that_became_a_formula_is_its_word(desk: Desk, letter_tracker: bytes) -> None:
    """LibreOffice saves TRUE as =TRUE(); that is what was entered, not a formula."""

    def change(workbook: Workbook) -> None:
        _cell(desk, workbook, "Opmerking").value = "=TRUE()"

    (cell,) = desk.edits(desk.changed(letter_tracker, change)).cells

    assert cell.value == "TRUE"


def _no_baseline(workbook: Workbook) -> None:
    del workbook["ssrpolicy"]


def _baseline_changed(workbook: Workbook) -> None:
    workbook["ssrpolicy"].delete_rows(9)


def _baseline_cut(workbook: Workbook) -> None:
    sheet = workbook["ssrpolicy"]
    sheet.delete_rows(sheet.max_row)


def _baseline_of_later(workbook: Workbook) -> None:
    workbook["ssrpolicy"]["A1"] = '["ssrpolicy-tracker-baseline",2]'


def _baseline_spoilt(workbook: Workbook) -> None:
    workbook["ssrpolicy"]["A3"] = "["


@pytest.mark.parametrize(
    "fault, message",
    [
        (_no_baseline, "has no baseline"),
        (_baseline_changed, "rows were changed, taken out or added"),
        (_baseline_cut, "its end is missing"),
        (_baseline_of_later, "another version of ssrpolicy"),
        (_baseline_spoilt, "its row 3 cannot be read"),
    ],
)
def test_a_tracker_without_its_baseline_is_refused(
    desk: Desk, letter_tracker: bytes, fault: Callable[[Workbook], None], message: str
) -> None:
    """What does not say what was exported cannot be merged."""
    with pytest.raises(InputError, match=message) as raised:
        desk.edits(desk.changed(letter_tracker, fault))

    assert raised.value.hint


def test_sheets_of_two_trackers_in_one_file_are_refused(desk: Desk, letter_tracker: bytes) -> None:
    """With two baselines that differ it is not clear which one holds."""
    other = desk.tracker(small_record())

    def change(workbook: Workbook) -> None:
        second = load_workbook(io.BytesIO(other))["ssrpolicy"]
        sheet = workbook.create_sheet("ssrpolicy 2")
        for row in second.iter_rows(values_only=True):
            sheet.append(row)

    with pytest.raises(InputError, match="2 baselines that differ"):
        desk.edits(desk.changed(letter_tracker, change))
