"""What people enter in a tracker is read cell by cell, and harmless changes are not edits."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any, Protocol

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from ssrpolicy import Language, PolicyRecord
from ssrpolicy.reporting import EditedCell, EditPart, Edits
from ssrpolicy.testing import empty_record, nasty_record, small_record
from ssrpolicy_excel.options import ExcelOptions

pytestmark = pytest.mark.heavy

AU = "kst-32123-X-124#african-union"


class Desk(Protocol):
    """The desk of the fixtures."""

    tracker: Callable[..., bytes]
    changed: Callable[[bytes, Callable[[Workbook], object]], bytes]
    edits: Callable[[bytes], Edits]
    cell: Callable[..., Any]


def nothing(_: Workbook) -> None:
    """Save the workbook as it is."""


@pytest.mark.parametrize(
    "make, language",
    [
        (small_record, "nl"),
        (nasty_record, "en"),
        (empty_record, "nl"),
        # Rows, texts and headers are read by the same code in either language.
        pytest.param(small_record, "en", marks=pytest.mark.slow),
        pytest.param(nasty_record, "nl", marks=pytest.mark.slow),
        pytest.param(empty_record, "en", marks=pytest.mark.slow),
    ],
)
def test_a_tracker_that_nobody_changed_has_no_edits(
    desk: Desk, make: Callable[[], PolicyRecord], language: Language
) -> None:
    """As exported, and saved again by openpyxl, a tracker has no edits at all."""
    data = desk.tracker(make(), language=language)

    for each in (data, desk.changed(data, nothing)):
        edits = desk.edits(each)
        assert edits == Edits(baseline=edits.baseline)


def test_the_baseline_says_what_was_exported(
    desk: Desk, letter_record: PolicyRecord, letter_tracker: bytes
) -> None:
    """Day, language, records and the standing of every statement are read back."""
    baseline = desk.edits(letter_tracker).baseline

    assert (baseline.as_of, baseline.language) == (dt.date(2010, 12, 31), "nl")
    assert list(baseline.records) == [letter_record.id]
    assert set(baseline.standings) == {
        letter_record.full_id(s.id) for s in letter_record.statements
    }


# Each is typed into a tracker together with others, in cells of their own.
ENTERED: list[list[tuple[str, str, object, object]]] = [
    [
        ("Gemelde status", "claimed", "In uitvoering", "In uitvoering"),
        ("Opmerking", "note", "regel een\r\nregel twee", "regel een\nregel twee"),
        ("Verantwoordelijk", "owners", "Ministerie van Defensie", "Ministerie van Defensie"),
        ("Nieuwe termijn: datum", "due", dt.date(2011, 6, 1), dt.date(2011, 6, 1)),
        ("Nieuwe termijn: woorden", "term", "voor de zomer", "voor de zomer"),
        ("Bewijs: citaat", "quote", "zal dit proces", "zal dit proces"),
    ],
    [
        ("Opmerking", "note", 12, 12),
        ("Verantwoordelijk", "owners", None, None),
        ("Nieuwe termijn: datum", "due", "medio 2011", "medio 2011"),
    ],
    [("Opmerking", "note", 0.1, Decimal("0.1"))],
    [("Opmerking", "note", True, "TRUE")],
]


@pytest.mark.parametrize("entered", ENTERED, ids=["words", "others", "a fraction", "a yes"])
def test_an_edit_is_read(
    desk: Desk, short_tracker: bytes, entered: list[tuple[str, str, object, object]]
) -> None:
    """An edited cell is read with its statement, the part it holds, its value and place."""
    expected: list[EditedCell] = []

    def change(workbook: Workbook) -> None:
        for label, part, typed, value in entered:
            cell = desk.cell(workbook["Toezeggingen"], label, "#african-union")
            cell.value = typed
            place = f"Toezeggingen!{cell.coordinate}"
            expected.append(EditedCell(item=AU, part=EditPart(part), value=value, place=place))  # type: ignore[arg-type]  # the rows of the test hold values of several types

    edits = desk.edits(desk.changed(short_tracker, change))

    assert sorted(edits.cells, key=str) == sorted(expected, key=str)
    assert edits.refusals == ()


def test_a_cell_that_was_edited_and_put_back_is_not_an_edit(
    desk: Desk, short_tracker: bytes
) -> None:
    """Typing again what stood there changes nothing."""

    def change(workbook: Workbook) -> None:
        cell = desk.cell(workbook["Toezeggingen"], "Gemelde status", "#african-union")
        cell.value = str(cell.value)

    assert desk.edits(desk.changed(short_tracker, change)).cells == ()


def _reordered(workbook: Workbook) -> None:
    sheet = workbook["Toezeggingen"]
    header, *rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    for number, row in enumerate([header, *reversed(rows)], start=1):
        for column, value in enumerate(reversed(row), start=1):
            sheet.cell(number, column).value = value


def _renamed(workbook: Workbook) -> None:
    for number, sheet in enumerate(workbook.worksheets):
        sheet.title = f"Blad {number}"


def _moved(workbook: Workbook) -> None:
    workbook.move_sheet("Toezeggingen", 5)
    workbook.move_sheet("ssrpolicy", -8)


def _hidden(workbook: Workbook) -> None:
    sheet = workbook["Toezeggingen"]
    sheet.column_dimensions["C"].hidden = True
    sheet.row_dimensions[2].hidden = True
    workbook["Bronnen"].sheet_state = "hidden"
    workbook["ssrpolicy"].sheet_state = "visible"
    sheet.auto_filter.add_filter_column(1, ["x"])


def _of_the_mac(workbook: Workbook) -> None:
    # Days are counted from 1904 in such a workbook; openpyxl writes the numbers anew.
    workbook.epoch = CALENDAR_MAC_1904


def _without_formats(workbook: Workbook) -> None:
    for row in workbook["Toezeggingen"].iter_rows(min_row=2):
        for cell in row:
            cell.number_format = "General"


def _formatted_to_the_end(workbook: Workbook) -> None:
    workbook["Toezeggingen"].row_dimensions[1_048_576].height = 20


@pytest.mark.parametrize(
    "change",
    [_reordered, _renamed, _moved, _hidden, _of_the_mac, _without_formats, _formatted_to_the_end],
)
def test_how_a_tracker_is_arranged_does_no_harm(
    desk: Desk, short_tracker: bytes, change: Callable[[Workbook], None]
) -> None:
    """Order of rows and columns, names of sheets, hidden parts and filters are people's own."""
    edits = desk.edits(desk.changed(short_tracker, change))

    assert edits == Edits(baseline=edits.baseline)


def test_a_day_entered_in_a_workbook_of_the_mac_is_that_day(
    desk: Desk, short_tracker: bytes
) -> None:
    """Where days are counted from 1904, a date is not four years off."""

    def change(workbook: Workbook) -> None:
        _of_the_mac(workbook)
        cell = desk.cell(workbook["Toezeggingen"], "Nieuwe termijn: datum", "#african-union")
        cell.value = dt.date(2011, 6, 1)

    (cell,) = desk.edits(desk.changed(short_tracker, change)).cells

    assert cell.value == dt.date(2011, 6, 1)


def test_cells_that_were_merged_were_emptied(desk: Desk, short_tracker: bytes) -> None:
    """A program keeps only the first of merged cells, and the others are read as emptied."""

    def change(workbook: Workbook) -> None:
        sheet = workbook["Toezeggingen"]
        column = desk.cell(sheet, "Gemelde status", "#african-union").column
        sheet.merge_cells(start_row=2, end_row=3, start_column=column, end_column=column)

    (cell,) = desk.edits(desk.changed(short_tracker, change)).cells

    assert (cell.part, cell.value) == ("claimed", None)


def test_an_edit_is_found_however_the_tracker_is_arranged(desk: Desk, short_tracker: bytes) -> None:
    """The place names the sheet as it is called now, quoted where it has spaces."""

    def change(workbook: Workbook) -> None:
        _reordered(workbook)
        _renamed(workbook)
        desk.cell(workbook["Blad 1"], "Opmerking", "#african-union").value = "Gemeld"

    (cell,) = desk.edits(desk.changed(short_tracker, change)).cells

    assert (cell.item, cell.part, cell.value) == (AU, "note", "Gemeld")
    assert cell.place.startswith("'Blad 1'!")


def test_what_people_add_for_themselves_is_listed(desk: Desk, short_tracker: bytes) -> None:
    """A column, a sheet, a title above and notes below the table are private, and left alone."""

    def change(workbook: Workbook) -> None:
        sheet = workbook["Toezeggingen"]
        column = sheet.max_column + 1
        sheet.cell(1, column).value = "Bespreken"
        sheet.cell(2, column).value = "ja"
        sheet.cell(3, column).value = "=1+1"
        sheet.cell(sheet.max_row + 3, 2).value = "Vragen aan de directie"
        sheet.cell(sheet.max_row + 1, 1).value = "Totaal"
        sheet.cell(sheet.max_row, 2).value = "=SUBTOTAL(103,B2:B9)"
        sheet.insert_rows(1, 2)
        sheet["A1"] = "Voor het overleg van maandag"
        workbook.create_sheet("Mijn lijst")["A1"] = AU

    edits = desk.edits(desk.changed(short_tracker, change))

    assert (edits.cells, edits.refusals) == ((), ())
    above, column, below, own = sorted(edits.private, key=lambda each: "above" not in each)
    assert above == "Toezeggingen: cells above the table"
    assert column.endswith("“Bespreken”, 2 cells")
    assert "2 rows below the table" in below
    assert own == "sheet 'Mijn lijst'"


def test_what_was_deleted_is_reported(desk: Desk, short_tracker: bytes) -> None:
    """A row, a column and a sheet that are gone delete nothing."""

    def change(workbook: Workbook) -> None:
        sheet = workbook["Toezeggingen"]
        sheet.delete_rows(desk.cell(sheet, "Kenmerk", "#african-union").row)
        sheet.delete_cols(desk.cell(sheet, "Opmerking", "").column)
        del workbook["Bronnen"]

    edits = desk.edits(desk.changed(short_tracker, change))

    assert (edits.cells, edits.refusals, edits.private) == ((), (), ())
    assert edits.absent == (AU,)
    assert edits.remarks == (
        "Toezeggingen: the column “Opmerking” is gone; that changes nothing.",
        "The sheet “Bronnen” is gone; that changes nothing.",
    )


def test_who_saved_it_last_is_read(desk: Desk, short_tracker: bytes) -> None:
    """The name that Excel writes into the workbook's properties is read."""

    def change(workbook: Workbook) -> None:
        workbook.properties.lastModifiedBy = " J. de Vries "

    assert desk.edits(desk.changed(short_tracker, change)).saved_by == "J. de Vries"


@pytest.mark.parametrize(
    "options",
    [
        ExcelOptions(protect=True),
        ExcelOptions(sheets=("statements", "commitments"), columns=("claimed",)),
    ],
)
def test_a_tracker_made_with_options_is_read(
    desk: Desk, letter_record: PolicyRecord, options: ExcelOptions
) -> None:
    """Whatever sheets and columns were requested, an edit is read with its statement."""
    data = desk.tracker(letter_record, small_record(), options=options)

    def change(workbook: Workbook) -> None:
        desk.cell(workbook["Andere uitspraken"], "Gemelde status", "small#claim").value = "Open"

    edits = desk.edits(desk.changed(data, change))

    assert [(cell.item, cell.part) for cell in edits.cells] == [("small#claim", "claimed")]
    assert (edits.refusals, edits.private, edits.remarks) == ((), (), ())
