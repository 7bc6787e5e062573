"""The tracker as a workbook: read again with openpyxl, it holds all, safely and readably."""

import datetime as dt
import io
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import absolute_coordinate
from openpyxl.worksheet.worksheet import Worksheet

import ssrpolicy
from ssrpolicy import ContentError, Language, LocalText, PolicyRecord
from ssrpolicy.reporting import Report
from ssrpolicy.testing import small_record
from ssrpolicy.views.workbook.tables import Column, Table
from ssrpolicy.views.workbook.tracker import tracker
from ssrpolicy_excel.limits import MOST_ROWS
from ssrpolicy_excel.options import ExcelOptions
from ssrpolicy_excel.reporter import ExcelReporter
from ssrpolicy_excel.writing.sheets import check_sizes
from ssrpolicy_excel.writing.widths import lines_of

SHEETS = {
    "nl": [
        "Dashboard",
        "Toezeggingen",
        "Verzoeken en antwoorden",
        "Andere uitspraken",
        "Instrumenten",
        "Bronnen",
        "Codelijsten",
        "Uitleg",
    ],
    "en": [
        "Dashboard",
        "Commitments",
        "Requests and answers",
        "Other statements",
        "Instruments",
        "Sources",
        "Code lists",
        "Explanation",
    ],
}
TABLES = SHEETS["nl"][1:-1]


def written(
    *records: PolicyRecord,
    as_of: dt.date = dt.date(2010, 12, 31),
    language: Language = "nl",
    options: ExcelOptions | None = None,
) -> bytes:
    """The bytes of the workbook."""
    out = io.BytesIO()
    report = Report(
        records=records, as_of=as_of, language=language, options=options or ExcelOptions()
    )
    ExcelReporter().write(report, out)
    return out.getvalue()


def opened(data: bytes) -> Workbook:
    """The workbook, read again, without the hidden sheet that says what was given out."""
    workbook = load_workbook(io.BytesIO(data))
    (baseline,) = [sheet for sheet in workbook if sheet.sheet_state == "veryHidden"]
    workbook.remove(baseline)
    return workbook


def rows(sheet: Worksheet) -> list[dict[object, object]]:
    """The rows of a sheet below its header, by column label."""
    header, *body = sheet.iter_rows(values_only=True)
    return [dict(zip(header, row, strict=True)) for row in body]


@pytest.fixture(scope="module")
def letter_record(fixtures: Path) -> PolicyRecord:
    """The record of the letter."""
    return ssrpolicy.load(fixtures / "records" / "kst-32123-X-124")


@pytest.fixture(scope="module")
def dutch(letter_record: PolicyRecord) -> Workbook:
    """The letter's tracker in Dutch."""
    return opened(written(letter_record))


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


def test_the_document_says_what_it_is(dutch: Workbook) -> None:
    """Title, subject and language stand in the document's properties."""
    assert dutch.properties.title.startswith("Verzoeken en toezeggingen: ")
    assert dutch.properties.subject == "Stand per 31 december 2010"
    assert dutch.properties.language == "nl-NL"


def test_public_addresses_are_links(dutch: Workbook) -> None:
    """The letter's address on the Sources sheet can be clicked."""
    links = {cell.hyperlink.target for (cell,) in dutch["Bronnen"]["G2:G4"]}

    assert "https://zoek.officielebekendmakingen.nl/kst-32123-X-124.html" in links


@pytest.mark.parametrize(
    "address, target",
    [
        (
            "https://example.org/bri\u00ebf.html?a=1&b=%202",
            "https://example.org/bri%C3%ABf.html?a=1&b=%202",
        ),
        ("https://[example.org/brief", None),
        ("https:///brief", None),
        ("https://example.org/" + "a" * 3_000, None),
    ],
)
def test_an_address_that_is_none_is_no_link(address: str, target: str | None) -> None:
    """A letter with a mark becomes an escape; what Excel takes for damage is text alone."""
    record = small_record()
    changed = attrs.evolve(record.documents[0], url=address)
    record = attrs.evolve(record, documents=(changed, *record.documents[1:]))

    cell = opened(written(record))["Bronnen"]["G2"]

    assert cell.value == address
    assert (cell.hyperlink.target if cell.hyperlink else None) == target


def test_dates_and_numbers_are_real() -> None:
    """A due date is a date and a count a number, so that both sort and add up."""
    sheet = opened(written(small_record()))["Toezeggingen"]
    row = rows(sheet)[0]

    assert row["Laatste einddatum"] == dt.datetime(2011, 5, 31)  # noqa: DTZ001 - openpyxl's days have no zone
    assert row["Keer gewijzigd"] == 0


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


def test_the_same_report_gives_the_same_bytes(letter_record: PolicyRecord) -> None:
    """Two workbooks of one record are equal, byte for byte."""
    assert written(letter_record) == written(letter_record)


def with_summary(text: str) -> PolicyRecord:
    """A small record of which a commitment has this summary."""
    record = small_record()
    first, *others = record.statements
    changed = attrs.evolve(first, summary=LocalText(nl=text))
    return attrs.evolve(record, statements=(changed, *others))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@som", "\t=1+1", "#N/A", "0012", "TRUE"])
def test_a_text_stays_a_text(text: str) -> None:
    """What looks like a formula, an error or a number is kept as the words that it is."""
    cell = opened(written(with_summary(text)))["Toezeggingen"]["B2"]

    assert cell.value == text
    assert cell.data_type == "s"
    assert cell.quotePrefix == text.startswith(("=", "+", "-", "@", "\t"))


def test_a_text_too_long_for_a_cell_is_named() -> None:
    """A summary longer than a cell holds is refused, with the item and the column."""
    with pytest.raises(ContentError, match=r"#report: Samenvatting has 40,000 characters"):
        written(with_summary("a" * 40_000))


def test_a_date_before_excels_calendar_stands_in_words() -> None:
    """A day before 1900 is text, because Excel's calendar does not know it."""
    record = small_record()
    old = attrs.evolve(record.documents[0], date=dt.date(1815, 3, 16))
    record = attrs.evolve(record, documents=(old, *record.documents[1:]))

    row = rows(opened(written(record))["Bronnen"])[0]

    assert row["Datum"] == "16 maart 1815"


def high(rows: int) -> Table:
    """A table of so many rows."""
    return Table(
        key="history",
        title="Verloop",
        columns=(Column(key="date", label="Datum"),),
        rows=((None,),) * rows,
        ids=("",) * rows,
    )


def test_more_rows_than_a_sheet_holds_are_refused() -> None:
    """A table of one row too many is refused before anything is written."""
    view = tracker((small_record(),), as_of=dt.date(2010, 12, 31), language="nl")

    with pytest.raises(ContentError, match="Verloop has 1,048,576 rows"):
        check_sizes(view, [high(MOST_ROWS)], 1)


def test_more_rows_than_the_hidden_sheet_holds_are_refused() -> None:
    """Each sheet may hold its rows where the one that holds a row for all of them does not."""
    view = tracker((small_record(),), as_of=dt.date(2010, 12, 31), language="nl")

    with pytest.raises(ContentError, match=r"The hidden sheet .* has 1,2\d\d,\d{3} rows"):
        check_sizes(view, [high(600_000), high(600_000)], 1)


def test_several_records_make_one_workbook(letter_record: PolicyRecord) -> None:
    """Records follow one another in the order asked; the overview lists both."""
    workbook = opened(written(small_record(), letter_record))
    ids = [str(row["Kenmerk"]).partition("#")[0] for row in rows(workbook["Bronnen"])]

    assert list(dict.fromkeys(ids)) == [small_record().id, letter_record.id]
    assert "2 dossiers" in str(workbook["Dashboard"]["A1"].value)


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
