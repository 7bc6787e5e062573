"""How the sheets of a tracker are laid out: what is open, how high, how wide, on which paper."""

import io

import attrs
import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import absolute_coordinate
from plugins.excel.tests.workbooks import TABLES, opened, written

from ssrpolicy import LocalText, Party, PolicyRecord
from ssrpolicy.testing import small_record
from ssrpolicy_excel.options import ExcelOptions
from ssrpolicy_excel.writing.widths import lines_of

pytestmark = pytest.mark.heavy


def test_each_table_can_be_filtered(dutch: Workbook) -> None:
    """Every sheet of data is one table with a header row, a filter and frozen panes."""
    for name in TABLES:
        sheet = dutch[name]
        (table,) = sheet.tables.values()
        header = [cell.value for cell in sheet[1]]

        assert table.ref == sheet.dimensions.replace("$", "") or sheet.max_row == 1
        assert [column.name for column in table.tableColumns] == header
        assert len(set(header)) == len(header)
        assert table.autoFilter.ref == table.ref
        editable = name in ("Toezeggingen", "Andere uitspraken")
        assert sheet.freeze_panes == ("C2" if editable else "B2")


def test_nothing_is_merged_or_protected(dutch: Workbook) -> None:
    """No merged cells and no protection; two sheets can be called up from a tab's menu."""
    for sheet in dutch:
        assert not sheet.merged_cells.ranges
        assert not sheet.protection.sheet
    hidden = [sheet.title for sheet in dutch if sheet.sheet_state != "visible"]
    assert hidden == ["Andere uitspraken", "Codelijsten"]
    assert {dutch[title].sheet_state for title in hidden} == {"hidden"}


def test_what_a_reader_needs_first_is_open_and_the_rest_folded(dutch: Workbook) -> None:
    """The columns to read and fill in stand together, in order; all others are one fold away."""
    sheet = dutch["Toezeggingen"]
    folded = {key for key, column in sheet.column_dimensions.items() if column.hidden}
    header = {str(get_column_letter(cell.column or 0)): cell.value for cell in sheet[1]}
    seen = [label for letter, label in header.items() if letter not in folded]

    assert seen == [
        "Kenmerk",
        "Samenvatting",
        "Stand van de termijn",
        "Laatste einddatum",
        "Verantwoordelijk",
        "Gemelde status",
        "Opmerking",
        "Opmerking van",
        "Bewijs",
    ]
    outlined = {key for key, column in sheet.column_dimensions.items() if column.outlineLevel}
    assert folded == outlined
    assert len(folded) == sheet.max_column - len(seen)
    outline = sheet.sheet_properties.outlinePr
    assert outline is not None
    assert not outline.summaryRight


def test_rows_to_fill_in_are_equally_high(dutch: Workbook) -> None:
    """So that a screen shows the same number of them; one that needs more lines is not cut."""
    for name in ("Toezeggingen", "Andere uitspraken"):
        sheet = dutch[name]
        heights = [sheet.row_dimensions[row].height for row in range(2, sheet.max_row + 1)]
        usual = min(heights)
        assert heights.count(usual) * 2 > len(heights)
        dimensions = sheet.column_dimensions
        rows = sheet.iter_rows(min_row=2, values_only=True)
        for height, row in zip(heights, rows, strict=True):
            seen = [
                str(value or "")
                for at, value in enumerate(row, start=1)
                if not dimensions[get_column_letter(at)].hidden
            ]
            lines = max(text.count("\n") + 1 for text in seen)
            assert height >= 12 * lines
            assert height == usual or lines > 4 or max(map(len, seen)) > 60


def test_what_is_seen_fits_a_screen(dutch: Workbook) -> None:
    """The open columns of what to fill in are no wider than 1366 pixels hold at the zoom set."""
    sheet = dutch["Toezeggingen"]
    columns = [each for each in sheet.column_dimensions.values() if not each.hidden]

    # LibreOffice takes eight pixels a character, and sixty around the cells are not theirs.
    zoom = (sheet.sheet_view.zoomScale or 100) / 100
    assert sum(each.width for each in columns) * 8 * zoom <= 1366 - 60


def test_paper_has_landscape_pages_with_title_and_number(dutch: Workbook) -> None:
    """Each sheet prints landscape, one page wide, with its header repeated and pages numbered."""
    for sheet in dutch:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.fitToWidth == 1
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.sheet_properties.pageSetUpPr is not None
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.oddFooter is not None
        assert sheet.oddFooter.right.text == "Pagina &P van &N"
        assert sheet.oddHeader is not None
        assert str(sheet.oddHeader.left.text).startswith("Verzoeken en toezeggingen: ")
        assert sheet.page_setup.paperSize == 9
        if sheet.title in TABLES:
            assert sheet.print_title_rows == "$1:$1"


def test_states_stand_out_by_words_and_colour(dutch: Workbook) -> None:
    """The formats by state depend on the words in the cell, so that colour never stands alone."""
    formats = dutch["Toezeggingen"].conditional_formatting
    texts = {rule.formula[0] for each in formats for rule in each.rules if rule.type == "cellIs"}

    assert '"Termijn verstreken"' in texts
    assert '"Weersproken"' in texts


def test_wrapped_rows_are_high_enough(dutch: Workbook) -> None:
    """A row has room for its longest text, and Excel may still fit it anew."""
    sheet = dutch["Verzoeken en antwoorden"]
    dimension = sheet.row_dimensions[2]

    assert dimension.height > 3 * 12
    assert sheet["B2"].alignment.wrap_text
    assert sheet["B2"].alignment.vertical == "top"


def test_paper_and_columns_can_be_chosen(letter_record: PolicyRecord) -> None:
    """By option, the tables print on A3, or with every column, which is then open."""
    main = opened(written(letter_record))["Toezeggingen"]
    every = opened(written(letter_record, options=ExcelOptions(paper="a3", print_all=True)))[
        "Toezeggingen"
    ]

    assert (main.page_setup.paperSize, every.page_setup.paperSize) == (9, 8)
    assert main.print_area.startswith("'Toezeggingen'!$A$1:$I$")
    assert every.print_area == f"'Toezeggingen'!{absolute_coordinate(every.dimensions)}"
    assert not any(column.hidden for column in every.column_dimensions.values())


def test_what_is_printed_stays_readable(letter_record: PolicyRecord) -> None:
    """The main columns share a page; all of them stand on pages next to each other, with the id."""
    main = opened(written(letter_record))
    every = opened(written(letter_record, options=ExcelOptions(print_all=True)))

    assert {sheet.page_setup.fitToWidth for sheet in main.worksheets[:-1]} == {1}
    for name, columns in (("Toezeggingen", "$A:$B"), ("Verzoeken en antwoorden", "$A:$A")):
        sheet = every[name]
        properties = sheet.sheet_properties.pageSetUpPr
        assert properties is not None
        assert not properties.fitToPage
        assert sheet.page_setup.scale == 75
        assert sheet.page_setup.pageOrder == "overThenDown"
        assert (sheet.print_title_rows, sheet.print_title_cols) == ("$1:$1", columns)


def test_the_hidden_sheet_is_the_last_and_the_overview_the_first_to_see(
    letter_record: PolicyRecord,
) -> None:
    """A reader who opens the workbook meets the dashboard; what was exported comes after all."""
    workbook = load_workbook(io.BytesIO(written(letter_record)))

    assert workbook.active is not None
    assert workbook.active.title == "Dashboard"
    assert [sheet.sheet_state for sheet in workbook] == [
        *("visible", "visible", "visible", "hidden", "visible", "visible", "hidden", "visible"),
        "veryHidden",
    ]


def test_rows_fit_their_text_closely() -> None:
    """A narrow letter takes less room than a wide one, and a line break is a line."""
    assert lines_of("i" * 60, 20) < lines_of("W" * 60, 20)
    assert lines_of("Nederland volgt\ndit nauwgezet", 40) == 2
    assert lines_of("", 10) == 1


NAMES = {
    "Ministerie van Binnenlandse Zaken en Koninkrijksrelaties": "Binnenlandse Zaken",
    "Ministerie van Infrastructuur en Waterstaat": "Infrastructuur en Waterstaat",
    "Duinmark Ministry of National Defence and Supplies": "National Defence and Supplies",
    "Ministerie van Recht": "Ministerie van Recht",
    "Samenwerkingsverband havenbeveiliging": "Samenwerkingsverband",
    "Inspectie van het Onderwijs van Duinmark en Lagemeer": "Inspectie van het Onderwijs",
    "United Nations High Commissioner for Refugees": "United Nations High",
    "Organisation for Co-operation in Europe and beyond": "Organisation for Co-operation",
    "Haveninspectie van Duinmark (toezicht op schepen)": "Haveninspectie van Duinmark",
}


def test_the_tab_of_an_owner_says_which_one_it_is() -> None:
    """Of a long name it leaves out what all have, so that no two are called Ministry of."""
    small = small_record()
    parties = [Party(id=f"p{n}", name=LocalText(nl=name)) for n, name in enumerate(NAMES)]
    first, *others = small.statements
    owned = attrs.evolve(first, owners=tuple(each.id for each in parties))
    record = attrs.evolve(
        small, parties=(*small.parties, *parties), statements=(owned, *others), updates=()
    )
    nobody = attrs.evolve(first, id="nobodys", owners=())
    record = attrs.evolve(record, statements=(*record.statements, nobody))
    names = opened(written(record, options=ExcelOptions(per_owner=True))).sheetnames
    assert {*NAMES.values(), "Geen verantwoordelijke"} <= set(names)
