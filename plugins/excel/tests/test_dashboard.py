"""The dashboard: what is late and what to fill in stands on its first screen, and leads there."""

import datetime as dt
import io
import re
import zipfile
from pathlib import Path

import attrs
import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

import ssrpolicy
from ssrpolicy import LocalText
from ssrpolicy_excel.writing.widths import lines_of, shortened

pytestmark = pytest.mark.heavy

CASES = {"duinmark-2040-3": dt.date(2042, 2, 15), "lagemeer-2031-7": dt.date(2034, 4, 15)}
# What a screen of 768 pixels has for cells in LibreOffice, at 96 pixels an inch.
SCREEN = 567 * 72 / 96


@pytest.fixture(scope="module", params=CASES)
def workbook(request: pytest.FixtureRequest, fixtures: Path) -> Workbook:
    """The tracker in Dutch of an invented record."""
    record = ssrpolicy.load(fixtures / "records" / request.param)
    out = io.BytesIO()
    ssrpolicy.report(record, "excel", out, as_of=CASES[request.param], language="nl")
    return load_workbook(out)


def bounds(cells: str) -> tuple[int, ...]:
    """The first and last column and row of a range: left, top, right, bottom."""
    return tuple(bound or 0 for bound in range_boundaries(cells))


def figures(sheet: Worksheet) -> dict[str, tuple[int, str | None]]:
    """The figures of the dashboard: by its name, each number and where it leads."""
    (table,) = [each for each in sheet.tables.values() if "toezeggingen" in each.name]
    return {
        str(label.value): (number.value, number.hyperlink and number.hyperlink.location)
        for number, label in list(sheet[table.ref])[1:]
    }


def test_five_figures_count_each_commitment_once(workbook: Workbook) -> None:
    """Their sum is the number of rows of the sheet of commitments but for what is superseded."""
    found, sheet = figures(workbook["Dashboard"]), workbook["Toezeggingen"]
    superseded = sum(
        row[0] == "Vervangen" for row in sheet.iter_rows(2, min_col=3, max_col=3, values_only=True)
    )

    assert list(found) == [
        "Termijn verstreken",
        "Termijn loopt binnenkort af",
        "Overige, nog niets gemeld",
        "Gemeld, niet aangetoond",
        "Aangetoond",
    ]
    assert sum(number for number, _ in found.values()) == sheet.max_row - 1 - superseded


def test_a_figure_leads_to_the_rows_that_it_counts(workbook: Workbook) -> None:
    """All of them and no others: the rows of a figure stand together."""
    sheet = workbook["Toezeggingen"]
    place = next(c.column or 0 for c in sheet[1] if c.value == "Stand van de termijn")
    covered: list[int] = []
    for label, (number, location) in figures(workbook["Dashboard"]).items():
        if not number:
            assert location is None
            continue
        title, _, cells = str(location).rpartition("!")
        _, first, _, last = bounds(cells)
        assert title == "'Toezeggingen'"
        assert last - first + 1 == number
        covered += range(first, last + 1)
        states = {sheet.cell(row, place).value for row in range(first, last + 1)}
        if label.startswith("Termijn"):
            assert states == {label}
    assert covered == list(range(2, 2 + len(covered)))
    rest = {sheet.cell(row, place).value for row in range(2 + len(covered), sheet.max_row + 1)}
    assert rest <= {"Vervangen"}


def test_what_is_late_stands_on_the_first_screen(workbook: Workbook) -> None:
    """The lists of what is overdue and due soon end within 768 pixels, without scrolling."""
    sheet = workbook["Dashboard"]
    column = [cell.value for cell in sheet["A"]]
    headings = [
        column.index(each) + 1 for each in ("Termijn verstreken", "Termijn loopt binnenkort af")
    ]
    listed = next(
        bounds(table.ref) for table in sheet.tables.values() if f"A{headings[1] + 1}:" in table.ref
    )
    height = sum(sheet.row_dimensions[row].height or 13 for row in range(1, listed[3] + 1))

    assert headings == sorted(headings)
    assert height <= SCREEN * 1.25


def test_a_late_commitment_leads_to_its_row(workbook: Workbook) -> None:
    """From its id on the dashboard a reader comes to where it is filled in."""
    sheet, rows = workbook["Dashboard"], workbook["Toezeggingen"]
    links = {
        str(cell.value): str(cell.hyperlink.location)
        for row in sheet.iter_rows(max_col=1)
        for cell in row
        if cell.hyperlink and re.fullmatch("[a-z-]+", str(cell.value))
    }

    assert links
    for id, location in links.items():
        place = location.rpartition("!")[2].partition(":")[0]
        assert str(rows[place].value).endswith(f"#{id}")


def test_it_says_where_to_fill_in(workbook: Workbook) -> None:
    """The third line leads to the sheet of commitments."""
    cell = workbook["Dashboard"]["A3"]

    assert cell.value == "Invullen: op het blad Toezeggingen, in de kolommen met een lichte kop"
    assert cell.hyperlink.location == "'Toezeggingen'!A1"


def test_it_counts_requests_and_answers(workbook: Workbook) -> None:
    """A request with three answers is one request, and three answers."""
    assert re.fullmatch(
        r"Stand per \d+\xa0\w+ \d{4}: \d+ toezeggingen, \d+ verzoeken, \d+ antwoorden",
        str(workbook["Dashboard"]["A2"].value),
    )


def test_it_says_once_that_summaries_are_in_dutch(fixtures: Path) -> None:
    """An English reader is told on the first screen, and not by a mark in each row."""
    record = ssrpolicy.load(fixtures / "records" / "duinmark-2040-3")
    statements = tuple(
        attrs.evolve(each, summary=LocalText(nl=each.summary.text("nl")))
        for each in record.statements
    )
    only = attrs.evolve(record, title=None, requests=(), dispositions=(), statements=statements)
    out = io.BytesIO()
    ssrpolicy.report(only, "excel", out, as_of=CASES[record.id], language="en")
    made = load_workbook(out)
    said = [str(made["Dashboard"].cell(row, 1).value) for row in range(1, 6)]
    cells = [cell.value for cell in made["Commitments"]["B"]]

    assert "Summaries and notes are in Dutch; they do not exist in English yet." in said
    assert only.commitments[0].summary.nl in cells
    assert not [cell for cell in cells if "[Dutch]" in str(cell)]


def test_the_explanation_is_the_last_sheet(workbook: Workbook) -> None:
    """What the workbook is and how to read it does not stand in the way."""
    seen = [sheet.title for sheet in workbook if sheet.sheet_state == "visible"]
    words = {str(cell.value) for row in workbook["Uitleg"].iter_rows() for cell in row}

    assert (seen[0], seen[-1]) == ("Dashboard", "Uitleg")
    assert {
        "Hoe te lezen",
        "Kolom om in te vullen",
        "Overige, nog niets gemeld",
        "Codelijsten",
    } <= words


def test_no_page_cuts_charts_quarters_or_a_table_of_counts_in_two(workbook: Workbook) -> None:
    """Each page after the charts begins above a heading; all have room for what stands on them."""
    sheet = workbook["Dashboard"]
    breaks = [each.id for each in sheet.row_breaks.brk]
    pages = zip(breaks, [*breaks[1:], sheet.max_row], strict=True)
    heights = [
        sum(sheet.row_dimensions[row].height or 15.0 for row in range(above + 1, last + 1))
        for above, last in pages
    ]

    styles = [sheet.cell(above + 2, 1).style for above in breaks[1:]]
    assert styles == ["Tracker section"] * (len(heights) - 1)
    assert sheet.cell(breaks[1] + 2, 1).value == "Termijnen per kwartaal"
    assert max(heights) <= 540


def test_of_what_is_alike_the_number_is_said_and_nothing_drawn(fixtures: Path) -> None:
    """One bar compares nothing; where nothing was reported yet, all have one status."""
    letter = ssrpolicy.load(fixtures / "records" / "kst-32123-X-124")
    out = io.BytesIO()
    ssrpolicy.report(letter, "excel", out, as_of=dt.date(2010, 12, 31), language="nl")
    said = [row[0].value for row in load_workbook(out)["Dashboard"].iter_rows(max_col=1)]
    with zipfile.ZipFile(out) as package:
        charts = [name for name in package.namelist() if name.startswith("xl/charts/chart")]

    assert "Gemelde status: Onbekend (7 toezeggingen)" in said
    assert len(charts) == 1


def test_what_leads_nowhere_does_not_look_like_a_link(fixtures: Path) -> None:
    """Neither an empty list nor a figure of nought is underlined."""
    letter = ssrpolicy.load(fixtures / "records" / "kst-32123-X-124")
    out = io.BytesIO()
    ssrpolicy.report(letter, "excel", out, as_of=dt.date(2010, 12, 31), language="nl")
    cells = [row[0] for row in load_workbook(out)["Dashboard"].iter_rows(max_col=1)]
    underlined = [each for each in cells if each.font.underline]

    assert "geen" in [each.value for each in cells]
    assert [each.value for each in underlined if each.hyperlink is None] == []
    assert underlined


def test_only_what_is_read_has_spaces_at_which_no_line_breaks(fixtures: Path) -> None:
    """Tables to filter, search and fill in keep the spaces that people type."""
    record = ssrpolicy.load(fixtures / "records" / "duinmark-2040-3")
    title = LocalText(nl="Antwoord op nr. 124, artikel 5")
    out = io.BytesIO()
    retitled = attrs.evolve(record, title=title)
    ssrpolicy.report(retitled, "excel", out, as_of=CASES[record.id], language="nl")
    book = load_workbook(out)
    assert "nr.\u00a0124, artikel\u00a05" in str(book["Dashboard"]["A1"].value)
    for name in ("Toezeggingen", "Verzoeken en antwoorden", "Bronnen"):
        texts = [str(value) for row in book[name].iter_rows(values_only=True) for value in row]
        assert [text for text in texts if "\u00a0" in text] == []


def test_ids_on_the_dashboard_stand_on_one_line(fixtures: Path) -> None:
    """LibreOffice does not wrap a link: of several records their ids would be cut short."""
    records = ssrpolicy.load_all(fixtures / "records")
    out = io.BytesIO()
    ssrpolicy.report(records, "excel", out, as_of=dt.date(2034, 4, 15), language="nl")
    sheet = load_workbook(out)["Dashboard"]
    cells = [row[0] for row in sheet.iter_rows(max_col=1) if row[0].hyperlink is not None]
    ids = [str(each.value) for each in cells if "#" in str(each.value)]

    assert "lagemeer-2031-7#port-inspection" in ids
    assert all(lines_of(each, int(sheet.column_dimensions["A"].width)) == 1 for each in ids)


def test_long_ids_of_two_entries_are_told_apart(fixtures: Path) -> None:
    """The end of a record's id, its number, stays; what has no room is left out."""
    small = ssrpolicy.load(fixtures / "records" / "duinmark-2040-3")
    records = [attrs.evolve(small, id="answers-to-written-questions-" + name) for name in "ab"]
    out = io.BytesIO()
    ssrpolicy.report(records, "excel", out, as_of=CASES[small.id], language="nl")
    sheet = load_workbook(out)["Dashboard"]
    width = int(sheet.column_dimensions["A"].width)
    cells = [row[0] for row in sheet.iter_rows(max_col=1) if row[0].hyperlink is not None]
    ids = [str(each.value) for each in cells if "#" in str(each.value)]

    assert {each.partition("#")[0][-2:] for each in ids} == {"-a", "-b"}
    assert {each.partition("#")[2][:8] for each in ids} >= {"prison-r", "radio-ne"}
    assert all(lines_of(each, width) == 1 for each in ids)
    assert [each for each in ids if each.endswith("…")]


def test_a_long_id_keeps_the_number_of_its_record() -> None:
    """Nobody sees otherwise which of many letters it is of."""
    id = "kst-32123-X-124#moment-druk-gewerkt-voorbereidingen"

    assert shortened(id, 99) == id
    for width in (30, 34, 40):
        short = shortened(id, width)
        assert short.startswith("kst-32123-X-124#moment-")
        assert short.endswith("…")
        assert lines_of(short, width) == 1
    long = shortened(f"answers-to-{'many-' * 9}questions-2031-7#prison-review-of-the-spring", 30)
    assert "2031-7#prison-r" in long
    assert lines_of(long, 30) == 1
