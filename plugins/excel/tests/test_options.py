"""What the options make of a workbook: sheets, columns, groups, and the language of summaries."""

import datetime as dt
import io
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

import ssrpolicy
from ssrpolicy import OptionError, PolicyRecord
from ssrpolicy_excel.options import ExcelOptions
from ssrpolicy_excel.reporter import ExcelReporter

pytestmark = pytest.mark.heavy


@pytest.fixture(scope="module")
def invented_record(fixtures: Path) -> PolicyRecord:
    """The invented record, of which every column has something in it."""
    return ssrpolicy.load(fixtures / "records" / "lagemeer-2031-7")


def made(record: PolicyRecord, options: dict[str, str] | None = None) -> Workbook:
    """The workbook of a record with these options, read again."""
    out = io.BytesIO()
    as_of = dt.date(2034, 4, 15)
    ssrpolicy.report(record, "excel", out, as_of=as_of, language="nl", options=options)
    return load_workbook(out)


def visible(workbook: Workbook) -> list[str]:
    """The names of the sheets that a reader sees."""
    return [sheet.title for sheet in workbook if sheet.sheet_state == "visible"]


def column(sheet: Worksheet, label: str) -> list[object]:
    """The values below a header."""
    place = next(cell.column for cell in sheet[1] if cell.value == label)
    return [row[place - 1] for row in sheet.iter_rows(min_row=2, values_only=True)]


def test_only_the_sheets_asked_for_are_there(invented_record: PolicyRecord) -> None:
    """Sheets keep their order, and the list of contents leads to those alone."""
    workbook = made(invented_record, options={"sheets": "sources,overview,commitments,explanation"})
    links = {
        str(cell.hyperlink.location)
        for sheet in (workbook["Dashboard"], workbook["Uitleg"])
        for row in sheet.iter_rows()
        for cell in row
        if cell.hyperlink
    }

    assert visible(workbook) == ["Dashboard", "Toezeggingen", "Bronnen", "Uitleg"]
    assert {link.partition("!")[0] for link in links} == {"'Toezeggingen'", "'Bronnen'"}
    assert {"'Toezeggingen'!A1", "'Bronnen'!A1"} < links


def test_only_the_columns_asked_for_are_there(invented_record: PolicyRecord) -> None:
    """The id always comes along; a sheet that has none of the columns keeps all of them."""
    workbook = made(invented_record, options={"columns": "due,summary,claimed"})

    assert [cell.value for cell in workbook["Toezeggingen"][1]] == [
        "Kenmerk",
        "Samenvatting",
        "Laatste einddatum",
        "Gemelde status",
    ]
    assert len(list(workbook["Bronnen"][1])) > 10


def test_a_column_that_no_sheet_has_is_refused(invented_record: PolicyRecord) -> None:
    """A misspelt column is named with the nearest."""
    with pytest.raises(OptionError, match="'ownres'; did you mean owners"):
        made(invented_record, options={"columns": "ownres"})


@pytest.mark.parametrize(
    "group, label",
    [("owner", "Verantwoordelijk"), ("place", "Land of gebied"), ("record", "Dossier")],
)
def test_rows_of_a_group_stand_together(
    invented_record: PolicyRecord, group: str, label: str
) -> None:
    """The column stands next to the id, each value is one run of rows, and no row is doubled."""
    plain = made(invented_record)["Toezeggingen"]
    sheet = made(invented_record, options={"group": group})["Toezeggingen"]
    values = column(sheet, label)
    runs = [value for n, value in enumerate(values) if n == 0 or values[n - 1] != value]

    assert sheet["B1"].value == label
    assert len(runs) == len(set(runs))
    assert sorted(map(str, column(sheet, "Kenmerk"))) == sorted(map(str, column(plain, "Kenmerk")))


def test_statuses_are_grouped_in_the_order_of_their_list(invented_record: PolicyRecord) -> None:
    """What is ongoing comes before what is overdue, as in the list of codes."""
    workbook = made(invented_record, options={"group": "schedule"})
    values = list(dict.fromkeys(column(workbook["Toezeggingen"], "Stand van de termijn")))
    codes = workbook["Codelijsten"]
    order = [
        label
        for name, label, *_ in codes.iter_rows(min_row=2, values_only=True)
        if name == "Stand van de termijn" and label in values
    ]

    assert values == order


def test_summaries_come_in_the_language_asked(invented_record: PolicyRecord) -> None:
    """Texts of the record in English, or in both, below Dutch headers."""
    english = made(invented_record, options={"summaries": "en"})["Toezeggingen"]
    both = made(invented_record, options={"summaries": "both"})["Toezeggingen"]
    statement = invented_record.statement(str(english["A2"].value).partition("#")[2])

    assert english["B1"].value == "Samenvatting"
    assert english["B2"].value == statement.summary.en
    assert both["B2"].value == f"{statement.summary.nl}\n[Engels] {statement.summary.en}"


@pytest.mark.parametrize(
    "options",
    [
        {"columns": "summary,claimed"},
        {"sheets": "commitments"},
        {"sheets": "commitments,sources", "columns": "claimed", "group": "owner"},
        {"group": "record", "summaries": "both", "protect": "yes"},
    ],
)
def test_a_narrower_tracker_still_comes_home(
    invented_record: PolicyRecord, options: dict[str, str]
) -> None:
    """What is left out is missed by nobody: the one edit is read, and nothing is refused."""
    workbook = made(invented_record, options)
    sheet = workbook["Toezeggingen"]
    place = next(cell.column or 0 for cell in sheet[1] if cell.value == "Gemelde status")
    sheet.cell(3, place).value = "Overgedragen"
    id = sheet.cell(3, 1).value
    saved = io.BytesIO()
    workbook.save(saved)
    saved.seek(0)

    edits = ExcelReporter().read_edits(saved)

    assert [(cell.item, cell.part, cell.value) for cell in edits.cells] == [
        (id, "claimed", "Overgedragen")
    ]
    assert (edits.refusals, edits.absent, edits.private) == ((), (), ())


def test_the_options_are_explained() -> None:
    """Each option has its help, and that of protection states what it costs."""
    from ssrpolicy.reporting import options_of  # noqa: PLC0415 - for this test alone

    helps = {option.key: option.help for option in options_of(ExcelOptions)}

    assert all(helps.values())
    assert "does not sort" in helps["protect"]
