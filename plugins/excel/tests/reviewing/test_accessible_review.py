"""The rules of accessible workbooks, held for the workbook of proposals in both languages."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from plugins.excel.tests.reviewing.sheets import DAY, HEAD, run

from ssrpolicy import Language

pytestmark = pytest.mark.heavy


@pytest.fixture(scope="module", params=["nl", "en"])
def language(request: pytest.FixtureRequest) -> Language:
    """Each language."""
    given: Language = request.param
    return given


@pytest.fixture(scope="module")
def book(language: Language, made: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The workbook to review the draft in, opened."""
    file = tmp_path_factory.mktemp(language) / "review.xlsx"
    words = ("report", made / "brief", "--to", "excel-review", "--language", language)
    result = run(*words, "--output", file, "--as-of", DAY)
    assert result.exit_code == 0, result.stderr
    return openpyxl.load_workbook(file)


def test_the_table_has_a_header_row_and_no_cell_is_merged(book: Any) -> None:
    """A screen reader counts rows and columns, and says which row is the header."""
    sheet = book.worksheets[0]
    (table,) = sheet.tables.values()
    header = [cell.value for cell in sheet[table.ref][0]]

    assert sheet[table.ref][0][0].row == HEAD
    assert table.headerRowCount in (None, 1)
    assert all(header)
    assert len(set(header)) == len(header)
    assert sheet.merged_cells.ranges == set()
    assert sheet["A1"].value


def test_what_is_to_fill_in_is_not_said_by_colour_alone(book: Any) -> None:
    """Its header is in italics, as in a tracker; that of what is to read is not."""
    heads = list(book.worksheets[0][HEAD])
    light = {cell.value for cell in heads if cell.fill.fgColor.rgb.endswith("FFE8A3")}

    assert light
    assert {cell.value for cell in heads if cell.font.italic} == light


def test_the_language_and_title_are_declared(book: Any, language: Language) -> None:
    """A screen reader speaks that language, and names the window."""
    assert book.properties.language == {"nl": "nl-NL", "en": "en-GB"}[language]
    assert book.properties.title


def test_each_printed_page_says_what_it_is_of(book: Any, language: Language) -> None:
    """The title above, the day and the number of the page below; the header row on each."""
    sheet = book.worksheets[0]
    page = {"nl": "Pagina &P van &N", "en": "Page &P of &N"}[language]

    assert sheet.oddHeader.left.text == sheet["A1"].value
    assert sheet.oddFooter.left.text
    assert sheet.oddFooter.right.text == page
    assert sheet.print_title_rows == f"${HEAD}:${HEAD}"
