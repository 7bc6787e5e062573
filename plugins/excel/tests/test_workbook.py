"""The tracker as a workbook: read again with openpyxl, it holds all, safely and readably."""

import datetime as dt
from collections.abc import Callable

import pytest
from openpyxl import Workbook
from plugins.excel.tests.workbooks import SHEETS, TABLES, opened, rows, written

from ssrpolicy import Language, PolicyRecord
from ssrpolicy.testing import small_record

pytestmark = pytest.mark.heavy


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_sheets_stand_in_order(letter_record: PolicyRecord, language: Language) -> None:
    """Eight sheets, in the report's language, the dashboard first and the explanation last."""
    assert opened(written(letter_record, language=language)).sheetnames == SHEETS[language]


def test_every_entry_has_its_row(letter_record: PolicyRecord, dutch: Workbook) -> None:
    """Each commitment, other statement, request, instrument and document has a row."""
    found = {row["Kenmerk"] for name in TABLES[:-1] for row in rows(dutch[name])}

    assert found == {letter_record.full_id(entry.id) for entry in letter_record}


def test_each_answer_has_its_row(letter_record: PolicyRecord, dutch: Workbook) -> None:
    """The request to intensify is declined in general and left open per case: two rows."""
    answers = [row["Antwoord"] for row in rows(dutch["Verzoeken en antwoorden"])]

    assert len(answers) == len(letter_record.dispositions)
    assert "Afgewezen" in answers
    assert "Onder voorwaarden" in answers


def test_a_commitment_reads_as_the_letter_has_it(dutch: Workbook) -> None:
    """The commitment on the African Union has its words, place, firmness and doubt."""
    row = next(
        r for r in rows(dutch["Toezeggingen"]) if str(r["Kenmerk"]).endswith("african-union")
    )

    assert "zal dit proces waar mogelijk, en bij voorkeur multilateraal" in str(row["Citaat"])
    assert row["Alinea"] == "“Internationale coördinatie op SSR-gebied”, alinea 6"
    assert row["Stelligheid"] == "Voorwaardelijk"
    assert row["Bepalende woorden"] == "zal dit proces waar mogelijk"
    assert row["Gemelde status"] == "Onbekend"
    assert row["Laatste einddatum"] is None


def test_the_document_says_what_it_is(dutch: Workbook) -> None:
    """Title, subject and language stand in the document's properties."""
    assert dutch.properties.title.startswith("Verzoeken en toezeggingen: ")
    assert dutch.properties.subject == "Stand per 31 december 2010"
    assert dutch.properties.language == "nl-NL"


def test_public_addresses_are_links(dutch: Workbook) -> None:
    """The letter's address on the Sources sheet can be clicked."""
    links = {cell.hyperlink.target for (cell,) in dutch["Bronnen"]["H2:H4"]}

    assert "https://zoek.officielebekendmakingen.nl/kst-32123-X-124.html" in links


def test_dates_and_numbers_are_real() -> None:
    """A due date is a date and a count a number, so that both sort and add up."""
    sheet = opened(written(small_record()))["Toezeggingen"]
    row = rows(sheet)[0]

    assert row["Laatste einddatum"] == dt.datetime(2011, 5, 31)  # noqa: DTZ001 - openpyxl's days have no zone
    assert row["Keer gewijzigd"] == 0


def test_the_same_report_gives_the_same_bytes(letter_record: PolicyRecord) -> None:
    """Two workbooks of one record are equal, byte for byte."""
    assert written(letter_record) == written(letter_record)


def test_several_records_make_one_workbook(letter_record: PolicyRecord) -> None:
    """Records follow one another in the order asked; the overview lists both."""
    workbook = opened(written(small_record(), letter_record))
    ids = [str(row["Kenmerk"]).partition("#")[0] for row in rows(workbook["Bronnen"])]

    assert list(dict.fromkeys(ids)) == [small_record().id, letter_record.id]
    assert "2 dossiers" in str(workbook["Dashboard"]["A1"].value)


def projection(workbook: Workbook) -> str:
    """The workbook as text: sheet, cell, style and value of every cell."""
    lines = []
    for sheet in workbook:
        for row in sheet.rows:
            for cell in row:
                if cell.value is not None:
                    value = str(cell.value).replace("\n", "\\n")
                    lines.append(f"{sheet.title}!{cell.coordinate} [{cell.style}] {value}")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_letters_tracker_is_as_agreed(
    letter_record: PolicyRecord, golden: Callable[[str, str], None], language: Language
) -> None:
    """Every cell of the letter's tracker, with its style, is as it was when last read over."""
    workbook = opened(written(letter_record, language=language))

    golden(f"kst-32123-X-124.{language}.txt", projection(workbook))
