"""The rules of accessible workbooks: headers, words for drawings, and no colour by itself."""

import datetime as dt
import io
import re
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from openpyxl import Workbook, load_workbook

import ssrpolicy
from ssrpolicy import Language

pytestmark = pytest.mark.heavy

CASES = {"duinmark-2040-3": dt.date(2042, 2, 15), "lagemeer-2031-7": dt.date(2034, 4, 15)}
SHOWPIECE = "duinmark-2040-3"
READABLE = 4.5
"""The contrast that letters need with what is behind them (WCAG 2.2, 1.4.3)."""


@pytest.fixture(scope="module", params=[(name, "nl") for name in CASES] + [(SHOWPIECE, "en")])
def case(request: pytest.FixtureRequest) -> tuple[str, Language]:
    """An invented record, and the language of its tracker."""
    given: tuple[str, Language] = request.param
    return given


@pytest.fixture(scope="module")
def package(case: tuple[str, Language], fixtures: Path) -> bytes:
    """The tracker of an invented record, with a sheet for each owner."""
    name, language = case
    record = ssrpolicy.load(fixtures / "records" / name)
    out = io.BytesIO()
    options = {"per_owner": True}
    ssrpolicy.report(record, "excel", out, as_of=CASES[name], language=language, options=options)
    return out.getvalue()


@pytest.fixture(scope="module")
def workbook(package: bytes) -> Workbook:
    """The same, opened."""
    return load_workbook(io.BytesIO(package))


def test_every_list_has_a_header_row(workbook: Workbook) -> None:
    """Each stands in a table of which the first row is the header, without an empty cell."""
    for sheet in workbook:
        if sheet.sheet_state == "veryHidden":
            continue
        assert sheet.tables
        for table in sheet.tables.values():
            header = [cell.value for cell in sheet[table.ref][0]]
            assert table.headerRowCount in (None, 1)
            assert all(header)
            assert len(set(header)) == len(header)


def test_no_cell_is_merged(workbook: Workbook) -> None:
    """A screen reader counts rows and columns."""
    assert [sheet.title for sheet in workbook if sheet.merged_cells.ranges] == []


def test_sheets_are_called_by_what_they_hold(workbook: Workbook) -> None:
    """No sheet has the name that a program gives, and no name is there twice."""
    names = [sheet.title for sheet in workbook]

    assert [name for name in names if re.fullmatch(r"(Sheet|Blad)\d*", name)] == []
    assert len({name.casefold() for name in names}) == len(names)


def test_the_first_cell_is_where_reading_begins(workbook: Workbook) -> None:
    """A screen reader that opens a sheet stands on A1, and something stands in it."""
    for sheet in workbook:
        if sheet.sheet_state != "veryHidden":
            assert sheet["A1"].value
            assert [each.activeCell for each in sheet.sheet_view.selection][-1] in (None, "A1")


def test_every_drawing_has_words(package: bytes) -> None:
    """The alternative text of a chart gives its numbers."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        drawings = [
            etree.fromstring(archive.read(name))
            for name in archive.namelist()
            if re.fullmatch(r"xl/drawings/drawing\d+\.xml", name)
        ]
    words = [str(each.get("descr")) for drawing in drawings for each in drawing.iter("{*}cNvPr")]

    assert len(words) == 3
    assert [each for each in words if not re.search(r"\d+ (?:toezegging|commitment)", each)] == []


def test_no_state_is_told_by_colour_alone(workbook: Workbook) -> None:
    """Each coloured state depends on the words of its cell, which say the same."""
    for sheet in workbook:
        for cells in sheet.conditional_formatting:
            for rule in cells.rules:
                if rule.type == "cellIs":
                    assert re.fullmatch('"[^"]{3,}"', rule.formula[0])
                else:
                    # Lines, and the grey of what is to read: the header says it by its slant.
                    assert rule.formula == ["TRUE"]


def _luminance(colour: str) -> float:
    parts = [int(colour[-6:][at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_letters_stand_out(workbook: Workbook) -> None:
    """Letters have the contrast that readers need, on white, on grey and on every fill."""
    pairs = set()
    for sheet in workbook:
        if sheet.sheet_state == "veryHidden":
            continue
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    ink = cell.font.color.rgb if cell.font.color else "000000"
                    solid = cell.fill.fill_type == "solid"
                    behind = [cell.fill.fgColor.rgb] if solid else ["FFFFFF", "EEF1F4"]
                    pairs |= {(ink, each) for each in behind}
        for cells in sheet.conditional_formatting:
            for rule in cells.rules:
                if rule.dxf.font and rule.dxf.fill:
                    pairs.add((rule.dxf.font.color.rgb, rule.dxf.fill.bgColor.rgb))

    assert len(pairs) > 5
    assert [pair for pair in pairs if _contrast(*pair) < READABLE] == []


def test_the_language_is_declared(workbook: Workbook, case: tuple[str, Language]) -> None:
    """A screen reader speaks it."""
    assert workbook.properties.language == {"nl": "nl-NL", "en": "en-GB"}[case[1]]
    assert workbook.properties.title
