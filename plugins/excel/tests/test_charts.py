"""The charts of the dashboard: native, titled, with words for who cannot see them."""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree
from openpyxl import load_workbook

import ssrpolicy
from ssrpolicy.testing import empty_record

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
QUARTERS = "Termijnen per kwartaal"
SCHEDULE = "Stand van de termijn: aantal toezeggingen"
CLAIMED = "Gemelde status: aantal toezeggingen"


@pytest.fixture(scope="module")
def package(fixtures: Path) -> bytes:
    """The tracker in Dutch of the invented record that is in order."""
    record = ssrpolicy.load(fixtures / "records" / "duinmark-2040-3")
    out = io.BytesIO()
    ssrpolicy.report(record, "excel", out, as_of=dt.date(2042, 2, 15), language="nl")
    return out.getvalue()


def parts(package: bytes, pattern: str) -> list[str]:
    """The parts of a package whose names match."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        names = sorted(name for name in archive.namelist() if re.fullmatch(pattern, name))
        return [archive.read(name).decode() for name in names]


def charts(package: bytes) -> dict[str, etree._Element]:
    """The charts of a package, by their titles."""
    roots = [etree.fromstring(part.encode()) for part in parts(package, r"xl/charts/chart\d\.xml")]
    return {"".join(map(str, next(root.iter(f"{C}title")).itertext())): root for root in roots}


def cached(reference: etree._Element) -> Iterator[tuple[str, list[str]]]:
    """The cells that a chart refers to, each with the values that are kept with it."""
    for each in reference.iter(f"{C}strRef", f"{C}numRef"):
        yield str(each.findtext(f"{C}f")), [str(v.text) for v in each.iter(f"{C}v")]


def test_the_dashboard_has_three_charts_with_titles(package: bytes) -> None:
    """Terms by quarter, what the calendar says and what is claimed are drawn."""
    assert set(charts(package)) == {QUARTERS, SCHEDULE, CLAIMED}


def test_a_chart_says_its_numbers_in_words(package: bytes) -> None:
    """The alternative text names every bar that is there, and where the numbers stand."""
    (drawing,) = parts(package, r"xl/drawings/drawing\d\.xml")
    quarters, schedule, claimed = re.findall(r'descr="([^"]*)"', drawing)

    assert "2041 K4: 1 toezegging, waarvan 0 aangetoond" in quarters
    assert "Termijn verstreken: 2 toezeggingen" in schedule
    assert "Stand van de termijn: wat de kalender zegt" in schedule
    assert "In uitvoering: 4 toezeggingen" in claimed


def test_a_chart_keeps_what_its_cells_hold(package: bytes) -> None:
    """A program that draws without looking at the cells draws the same: text as text."""
    sheet = load_workbook(io.BytesIO(package))["Dashboard"]
    for chart in charts(package).values():
        assert len(list(chart.iter(f"{C}cat"))) == len(list(chart.iter(f"{C}ser")))
        assert all(cat.find(f"{C}strRef") is not None for cat in chart.iter(f"{C}cat"))
        for reference, values in cached(chart):
            title, _, cells = reference.partition("!")
            assert title == "'Dashboard'"
            found = sheet[cells.replace("$", "")]
            held = [row[0].value for row in found] if isinstance(found, tuple) else [found.value]
            assert values == [str(value or 0) for value in held]


def test_charts_are_of_commitments_and_have_no_empty_bars(package: bytes) -> None:
    """The bars of a status add up to the commitments of the record, none of them to nought."""
    for title in (SCHEDULE, CLAIMED):
        (numbers,) = charts(package)[title].iter(f"{C}numCache")
        values = [int(str(v.text)) for v in numbers.iter(f"{C}v")]
        assert sum(values) == 19
        assert min(values) > 0


def test_every_bar_has_its_number(package: bytes) -> None:
    """Labels show the value and nothing else, so that no axis has to be read off."""
    for chart in charts(package).values():
        for series in chart.iter(f"{C}ser"):
            (labels,) = series.iter(f"{C}dLbls")
            shown = {
                etree.QName(each).localname for each in labels if each.get("val") in ("1", "true")
            }
            assert shown == {"showVal"}


def test_each_list_of_the_dashboard_marks_its_header(package: bytes) -> None:
    """Every list is a table object, so that a screen reader knows its header row."""
    sheet = load_workbook(io.BytesIO(package))["Dashboard"]
    headers = {sheet[table.ref.partition(":")[0]].value for table in sheet.tables.values()}

    assert {"Aantal", "Kenmerk", "Kwartaal", "Status", "Verantwoordelijk"} == (
        headers - {"Land of gebied"}
    )
    assert not any(table.autoFilter for table in sheet.tables.values())


def test_charts_are_read_in_the_order_of_the_eye(package: bytes) -> None:
    """A screen reader goes through drawings in the order of the file."""
    (drawing,) = parts(package, r"xl/drawings/drawing\d\.xml")

    assert re.findall(r'name="([^"]*)"', drawing) == [QUARTERS, SCHEDULE, CLAIMED]
    assert re.findall(r"<col>(\d)</col>", drawing) == ["2", "0", "2"]


def test_titles_and_legend_cover_no_bar(package: bytes) -> None:
    """Excel lays a title over the bars unless it is told not to."""
    for title, chart in charts(package).items():
        overlays = [each.get("val") for each in chart.iter(f"{C}overlay")]
        assert overlays == ["0"] * (2 if title == QUARTERS else 1)


def test_where_nothing_is_committed_nothing_is_drawn() -> None:
    """A record without commitments has a dashboard without charts."""
    out = io.BytesIO()
    ssrpolicy.report(empty_record(), "excel", out, as_of=dt.date(2010, 12, 31), language="nl")

    assert parts(out.getvalue(), r"xl/charts/chart\d\.xml") == []


def test_a_dashboard_alone_has_its_charts(fixtures: Path) -> None:
    """Where no sheet follows, nothing is linked, and the charts still stand."""
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

    assert len(parts(out.getvalue(), r"xl/charts/chart\d\.xml")) == 3
