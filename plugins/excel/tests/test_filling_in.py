"""What a reader may type and what not: lists, help, refusals, and how the two look."""

import datetime as dt
import io
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet
from plugins.excel.tests.workbooks import written

import ssrpolicy
from ssrpolicy import Language, PolicyRecord
from ssrpolicy_excel.limits import LONGEST_MESSAGE, LONGEST_TITLE
from ssrpolicy_excel.options import ExcelOptions

pytestmark = pytest.mark.heavy

EDITABLE = [
    "Verantwoordelijk",
    "Gemelde status",
    "Opmerking",
    "Bewijs",
    "Bewijs: document",
    "Bewijs: citaat",
    "Nieuwe termijn: woorden",
    "Nieuwe termijn: datum",
    "Nieuwe termijn: reden",
]


@pytest.fixture(scope="module")
def invented_record(fixtures: Path) -> PolicyRecord:
    """The invented record, of which every column has something in it."""
    return ssrpolicy.load(fixtures / "records" / "lagemeer-2031-7")


def made(
    record: PolicyRecord, *, language: Language = "nl", options: ExcelOptions | None = None
) -> Workbook:
    """The workbook of a record, read again."""
    data = written(record, as_of=dt.date(2034, 4, 15), language=language, options=options)
    return load_workbook(io.BytesIO(data))


@pytest.fixture(scope="module")
def dutch(invented_record: PolicyRecord) -> Workbook:
    """The invented record's tracker in Dutch."""
    return made(invented_record)


def rule_of(sheet: Worksheet, cell: str) -> DataValidation:
    """The one rule for what may be typed in a cell."""
    rules: list[DataValidation] = sheet.data_validations.dataValidation
    (rule,) = [each for each in rules if cell in each.sqref]
    return rule


def letter(sheet: Worksheet, label: str) -> str:
    """The letter of the column with this header."""
    return next(str(cell.column_letter) for cell in sheet[1] if cell.value == label)


def listed(workbook: Workbook, name: str) -> list[object]:
    """What stands in the range with this name."""
    ((title, cells),) = workbook.defined_names[name].destinations
    return [cell.value for (cell,) in workbook[title][cells]]


@pytest.mark.parametrize("name", ["Toezeggingen", "Andere uitspraken"])
def test_what_is_to_fill_in_has_a_header_of_its_own(dutch: Workbook, name: str) -> None:
    """Light headers in italics stand above what is to fill in, dark upright ones above the rest."""
    marked = [cell.value for cell in dutch[name][1] if cell.font.italic]

    assert marked == EDITABLE
    assert {cell.fill.fgColor.rgb for cell in dutch[name][1] if cell.font.italic} == {"00FFE8A3"}


def test_the_explanation_shows_the_two_headers(dutch: Workbook) -> None:
    """The legend shows each header as it looks, with words next to it."""
    rows = {row[0].value: row for row in dutch["Uitleg"].iter_rows() if row[0].value}

    assert rows["Kolom om in te vullen"][0].font.italic
    assert "Lichte, cursieve kop" in str(rows["Kolom om in te vullen"][1].value)
    assert "Donkere kop en grijze cellen" in str(rows["Kolom om alleen te lezen"][1].value)


@pytest.mark.parametrize(
    "label, name, values",
    [
        ("Gemelde status", "ssrpolicy_claimed", ["Onbekend", "Nog niet begonnen", "In uitvoering"]),
        ("Bewijs", "ssrpolicy_evidence", ["Niet beoordeeld", "Geen bewijs gevonden", "Bevestigd"]),
    ],
)
def test_a_status_is_chosen_from_the_code_lists(
    dutch: Workbook, label: str, name: str, values: list[str]
) -> None:
    """The list of a status is a named range of the sheet of codes; another value is refused."""
    sheet = dutch["Toezeggingen"]
    rule = rule_of(sheet, f"{letter(sheet, label)}2")

    assert (rule.type, rule.formula1) == ("list", name)
    assert rule.showErrorMessage
    assert rule.errorStyle == "stop"
    assert listed(dutch, name)[:3] == values
    assert dutch.defined_names[name].attr_text.startswith("'Codelijsten'!")


def test_every_closed_list_has_a_name(dutch: Workbook) -> None:
    """Yes and no, too, are words of a list with a name."""
    assert listed(dutch, "ssrpolicy_yes_no") == ["Ja", "Nee"]
    assert {"ssrpolicy_schedule", "ssrpolicy_firmness", "ssrpolicy_answer"} <= set(
        dutch.defined_names
    )


@pytest.mark.parametrize(
    "label, name", [("Verantwoordelijk", "parties"), ("Bewijs: document", "documents")]
)
def test_a_list_of_names_helps_and_refuses_nothing(dutch: Workbook, label: str, name: str) -> None:
    """Several owners, or a document by its title, can be typed as well as chosen."""
    sheet = dutch["Toezeggingen"]
    rule = rule_of(sheet, f"{letter(sheet, label)}2")

    assert (rule.type, rule.formula1) == ("list", f"ssrpolicy_{name}")
    assert not rule.showErrorMessage
    assert listed(dutch, f"ssrpolicy_{name}")


def test_a_new_date_must_be_one(dutch: Workbook) -> None:
    """The date of a new term takes dates; a part of a year may stay, once it is asked about."""
    sheet = dutch["Andere uitspraken"]
    column = letter(sheet, "Nieuwe termijn: datum")
    rule = rule_of(sheet, f"{column}2")

    assert (rule.type, rule.operator, rule.formula1) == ("date", "greaterThanOrEqual", "1")
    assert rule.errorStyle == "warning"
    assert "2034-Q3" in str(rule.error)
    assert "mmm" in sheet.column_dimensions[column].number_format


def test_every_other_cell_refuses_typing(dutch: Workbook) -> None:
    """Headers and the columns to read take nothing, and say what to do instead."""
    for name in ("Toezeggingen", "Andere uitspraken", "Bronnen", "Verloop", "Codelijsten"):
        sheet = dutch[name]
        for cell in sheet[1]:
            column = get_column_letter(cell.column or 0)
            closed = [f"{column}1"]
            if not cell.font.italic:
                closed.append(f"{column}{sheet.max_row}")
            for place in closed:
                rule = rule_of(sheet, place)
                assert (rule.type, rule.formula1, rule.errorStyle) == ("custom", "FALSE", "stop")
                assert "Druk op Esc" in str(rule.error)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_cell_to_fill_in_says_what_it_takes(
    invented_record: PolicyRecord, language: Language
) -> None:
    """A cell that is chosen shows its help, and no message is longer than Excel shows."""
    workbook = made(invented_record, language=language)
    rules = [rule for sheet in workbook for rule in sheet.data_validations.dataValidation]
    helped = [rule for rule in rules if rule.prompt]

    assert len(helped) == 2 * len(EDITABLE)
    for rule in rules:
        assert len(rule.promptTitle or "") <= LONGEST_TITLE
        assert len(rule.errorTitle or "") <= LONGEST_TITLE
        assert len(rule.prompt or "") <= LONGEST_MESSAGE
        assert len(rule.error or "") <= LONGEST_MESSAGE


def test_columns_to_read_are_shaded_and_those_to_fill_in_are_not(dutch: Workbook) -> None:
    """The grey goes over every cell to read, empty ones included, and over no other."""
    sheet = dutch["Toezeggingen"]
    (grey,) = [
        each.sqref
        for each in sheet.conditional_formatting
        for rule in each.rules
        if rule.dxf.fill and rule.dxf.fill.bgColor.rgb == "00EEF1F4"
    ]

    assert f"{letter(sheet, 'Citaat')}2" in grey
    assert f"{letter(sheet, 'Bewijs: citaat')}2" not in grey
    assert f"{letter(sheet, 'Citaat')}1" not in grey


@pytest.mark.parametrize("name", ["Bronnen", "Instrumenten", "Verloop", "Codelijsten"])
def test_a_sheet_with_nothing_to_fill_in_is_grey_throughout(dutch: Workbook, name: str) -> None:
    """What refuses typing looks so, also where no column next to it takes any."""
    sheet = dutch[name]
    grey = [
        str(each.sqref)
        for each in sheet.conditional_formatting
        for rule in each.rules
        if rule.dxf.fill and rule.dxf.fill.bgColor.rgb == "00EEF1F4"
    ]

    assert grey == [next(iter(sheet.tables.values())).ref.replace("A1", "A2")]


@pytest.mark.parametrize("name", ["Dashboard", "Uitleg"])
def test_a_sheet_without_a_table_refuses_typing_but_takes_notes(dutch: Workbook, name: str) -> None:
    """What is typed over what was exported would stop the merge, so it is refused at once."""
    sheet = dutch[name]
    (rule,) = sheet.data_validations.dataValidation
    filled = [cell.coordinate for row in sheet for cell in row if cell.value is not None]

    assert (rule.type, rule.formula1, rule.errorStyle) == ("custom", "FALSE", "stop")
    assert [place for place in filled if place not in rule.sqref] == []
    assert "J5" not in rule.sqref


def test_protection_is_asked_for(invented_record: PolicyRecord) -> None:
    """With protect, what is to read is locked and what is to fill in is not, empty or filled."""
    sheet = made(invented_record, options=ExcelOptions(protect=True))["Toezeggingen"]

    assert sheet.protection.sheet
    assert sheet.protection.password is None
    assert sheet[f"{letter(sheet, 'Citaat')}2"].protection.locked
    assert not sheet[f"{letter(sheet, 'Gemelde status')}2"].protection.locked
    column = letter(sheet, "Nieuwe termijn: reden")
    assert not sheet.column_dimensions[column].protection.locked


def test_without_the_code_lists_the_values_stand_in_the_rule(invented_record: PolicyRecord) -> None:
    """A workbook of one sheet still has its lists to choose from."""
    workbook = made(invented_record, options=ExcelOptions(sheets=("commitments",)))
    sheet = workbook["Toezeggingen"]
    rule = rule_of(sheet, f"{letter(sheet, 'Gemelde status')}2")

    assert rule.type == "list"
    assert str(rule.formula1).startswith('"Onbekend,Nog niet begonnen,')


def test_what_is_typed_as_text_stays_text(dutch: Workbook) -> None:
    """Filled or empty, a cell for words has the format of text, and one for a day that of days."""
    sheet = dutch["Toezeggingen"]
    labels = ("Opmerking", "Nieuwe termijn: woorden", "Bewijs: citaat", "Verantwoordelijk")
    formats = {
        cell.number_format
        for label in labels
        for cell in sheet[letter(sheet, label)][1:]
        if cell.value is not None
    }
    empty = {sheet.column_dimensions[letter(sheet, label)].number_format for label in labels}
    day = sheet.column_dimensions[letter(sheet, "Nieuwe termijn: datum")]

    assert (formats, empty) == ({"@"}, {"@"})
    assert day.number_format not in ("@", "General")
