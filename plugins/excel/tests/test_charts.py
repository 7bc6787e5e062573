"""The charts of the overview: native, titled, with words for who cannot see them."""

import datetime as dt
import io
import re
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

import ssrpolicy
from ssrpolicy.testing import small_record


@pytest.fixture(scope="module")
def package(fixtures: Path) -> bytes:
    """The invented record's tracker in Dutch."""
    record = ssrpolicy.load(fixtures / "records" / "lagemeer-2031-7")
    out = io.BytesIO()
    ssrpolicy.report(record, "excel", out, as_of=dt.date(2034, 4, 15), language="nl")
    return out.getvalue()


def parts(package: bytes, pattern: str) -> list[str]:
    """The parts of a package whose names match."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        names = sorted(name for name in archive.namelist() if re.fullmatch(pattern, name))
        return [archive.read(name).decode() for name in names]


def test_the_overview_has_two_charts_with_titles(package: bytes) -> None:
    """What the calendar says and what is claimed are drawn, each axis with its title."""
    charts = parts(package, r"xl/charts/chart\d\.xml")
    texts = [re.findall(r"<a:t>([^<]*)</a:t>", chart) for chart in charts]

    assert sorted(texts) == [
        ["Gemelde status: aantal uitspraken", "Gemelde status", "Aantal"],
        ["Stand van de termijn: aantal uitspraken", "Stand van de termijn", "Aantal"],
    ]


def test_a_chart_says_its_numbers_in_words(package: bytes) -> None:
    """The alternative text names every bar that is there, and where the numbers stand."""
    (drawing,) = parts(package, r"xl/drawings/drawing\d\.xml")
    words = re.findall(r'descr="([^"]*)"', drawing)

    assert len(words) == 2
    schedule = next(each for each in words if "stand van de termijn" in each)
    assert "Termijn verstreken: 3 toezeggingen, 1 andere uitspraak" in schedule
    assert "Stand van de termijn: wat de kalender zegt" in schedule


def test_a_chart_draws_the_numbers_of_its_table(package: bytes) -> None:
    """The ranges of a chart are the status and the two columns of counts of its section."""
    sheet = load_workbook(io.BytesIO(package))["Overzicht"]
    charts = parts(package, r"xl/charts/chart\d\.xml")
    ranges = {found for chart in charts for found in re.findall(r"<(?:c:)?f>([^<]*)</", chart)}
    names = {
        cell.value
        for each in ranges
        if each.startswith("'Overzicht'!$A$")
        for (cell,) in sheet[each.partition("!")[2].replace("$", "")]
    }

    assert {"Termijn verstreken", "Onbekend", "Voldaan"} <= names


def test_each_list_of_the_overview_marks_its_header(package: bytes) -> None:
    """Every list is a table object, so that a screen reader knows its header row."""
    sheet = load_workbook(io.BytesIO(package))["Overzicht"]
    headers = {sheet[table.ref.partition(":")[0]].value for table in sheet.tables.values()}

    assert {"Blad", "Kenmerk", "Status", "Verantwoordelijk", "Dossier"} <= headers
    assert not any(table.autoFilter for table in sheet.tables.values())


def test_charts_are_told_from_left_to_right(package: bytes) -> None:
    """A screen reader goes through drawings in the order of the file: that of the eye."""
    (drawing,) = parts(package, r"xl/drawings/drawing\d\.xml")

    assert re.findall(r'name="([^"]*)"', drawing) == [
        "Stand van de termijn: aantal uitspraken",
        "Gemelde status: aantal uitspraken",
    ]
    assert re.findall(r"<col>(\d)</col>", drawing) == ["0", "2"]


def test_titles_and_legend_cover_no_bar(package: bytes) -> None:
    """Excel lays a title over the bars unless it is told not to."""
    for chart in parts(package, r"xl/charts/chart\d\.xml"):
        assert chart.count('<overlay val="0"') == 4


def test_few_statements_are_counted_one_by_one(package: bytes) -> None:
    """An axis of whole numbers that goes in halves would say 0, 1, 1, 2, 2."""
    out = io.BytesIO()
    ssrpolicy.report(small_record(), "excel", out, as_of=dt.date(2010, 12, 31), language="nl")
    few = parts(out.getvalue(), r"xl/charts/chart\d\.xml")
    many = parts(package, r"xl/charts/chart\d\.xml")

    assert all('<majorUnit val="1"' in chart for chart in few)
    assert not any("<majorUnit" in chart for chart in many)


def test_an_overview_alone_has_its_charts(fixtures: Path) -> None:
    """Where no sheet follows, nothing is listed, and the charts still stand."""
    record = ssrpolicy.load(fixtures / "records" / "lagemeer-2031-7")
    out = io.BytesIO()
    ssrpolicy.report(
        record,
        "excel",
        out,
        as_of=dt.date(2034, 4, 15),
        language="nl",
        options={"sheets": ("overview",)},
    )

    assert len(parts(out.getvalue(), r"xl/charts/chart\d\.xml")) == 2
