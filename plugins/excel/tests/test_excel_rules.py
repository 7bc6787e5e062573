"""What Excel demands of a package: the order of its elements, its limits, names that are legal.

No Excel takes part in the tests. It calls a workbook damaged that LibreOffice and openpyxl read
without a word, so the rules are those of ECMA-376 and of Excel's published limits.
"""

import datetime as dt
import io
import re
from pathlib import Path

import attrs
import pytest
from lxml import etree
from plugins.excel.tests.packages import (
    CELL_LIKE,
    CHART,
    DIFFERENTIAL,
    FONT,
    LINKED,
    MAIN,
    NAME,
    STYLES,
    WORKBOOK,
    WORKSHEET,
    Package,
    cells_of,
    in_order,
    names,
    overlaps,
)
from plugins.excel.tests.workbooks import written

import ssrpolicy
from ssrpolicy import Language
from ssrpolicy.testing import nasty_record, small_record
from ssrpolicy_excel.limits import LONGEST_TEXT
from ssrpolicy_excel.options import ExcelOptions

CASES: dict[str, tuple[tuple[str, ...], Language, ExcelOptions]] = {
    "letter": (("kst-32123-X-124",), "nl", ExcelOptions()),
    "both": (("lagemeer-2031-7", "kst-32123-X-124"), "en", ExcelOptions(group="owner")),
    "protected": (("lagemeer-2031-7",), "nl", ExcelOptions(protect=True, print_all=True)),
    "narrow": (("lagemeer-2031-7",), "en", ExcelOptions(columns=("editable",))),
    "without codes": (("lagemeer-2031-7",), "nl", ExcelOptions(sheets=("commitments",))),
    "overview alone": (("lagemeer-2031-7",), "en", ExcelOptions(sheets=("overview",))),
    "both languages": (("kst-32123-X-124",), "en", ExcelOptions(summaries="both", paper="a4")),
    "owners": (("duinmark-2040-3", "lagemeer-2031-7"), "nl", ExcelOptions(per_owner=True)),
    "small": ((), "nl", ExcelOptions()),
    "nasty": ((), "en", ExcelOptions()),
}


@pytest.fixture(scope="module", params=CASES)
def package(request: pytest.FixtureRequest, fixtures: Path) -> Package:
    """A workbook of the fixture records, of the small one, or of one with hostile texts."""
    keys, language, options = CASES[request.param]
    own = {"small": small_record, "nasty": nasty_record}
    records = tuple(ssrpolicy.load(fixtures / "records" / key) for key in keys)
    if request.param in own:
        records = (own[request.param](),)
    day = dt.date(2034, 4, 15)
    return Package(written(*records, as_of=day, language=language, options=options))


@pytest.mark.heavy
def test_elements_stand_in_the_order_of_the_schema(package: Package) -> None:
    """Excel repairs a sheet, a workbook, styles or a chart whose elements are out of order."""
    for sheet in package.sheets.values():
        assert in_order(names(sheet), WORKSHEET)
    assert in_order(names(package.root("xl/workbook.xml")), WORKBOOK)
    styles = package.root("xl/styles.xml")
    assert in_order(names(styles), STYLES)
    for format in styles.iter(f"{MAIN}dxf"):
        assert in_order(names(format), DIFFERENTIAL)
    for font in styles.iter(f"{MAIN}font"):
        assert in_order(names(font), FONT)
    for chart in package.roots(r"xl/charts/chart\d+\.xml").values():
        (drawn,) = (child for child in chart if etree.QName(child).localname == "chart")
        assert in_order(names(drawn), CHART)


def test_every_part_is_declared_and_every_link_leads_somewhere(package: Package) -> None:
    """A part without a type, or a relationship without its part, is damage."""
    types = package.root("[Content_Types].xml")
    declared = {str(each.get("PartName")) for each in types if each.get("PartName")}
    assert declared == {
        f"/{name}" for name in package.parts if not name.endswith((".rels", "[Content_Types].xml"))
    }
    for name, root in package.roots(r"(?!.*\.rels$)xl/.*\.xml").items():
        linked = package.linked(name)
        used = {v for each in root.iter() for k, v in each.attrib.items() if k == f"{LINKED}id"}
        assert used <= set(linked)
        for link in linked.values():
            target = link["Target"]
            if link.get("TargetMode") != "External" and target.startswith("/"):
                assert target[1:] in package.parts


def test_sheets_have_legal_names(package: Package) -> None:
    """At most 31 characters, none that Excel forbids, and none twice."""
    found = [str(each.get("name")) for each in package.root("xl/workbook.xml").iter(f"{MAIN}sheet")]

    assert len({name.casefold() for name in found}) == len(found)
    for name in found:
        assert 0 < len(name) <= 31
        assert not set(name) & set("[]:*?/\\")
        assert not name.startswith("'")
        # The name that Excel keeps to itself, in the two languages that a tracker comes in.
        assert name.casefold() not in {"history", "geschiedenis"}


def test_tables_say_what_their_header_cells_say(package: Package) -> None:
    """Excel repairs a table whose columns are not its header's texts, or that has no row."""
    tables = {}
    for name, sheet in package.sheets.items():
        texts = package.texts(sheet)
        linked = package.linked(name)
        bounds = []
        for part in sheet.iter(f"{MAIN}tablePart"):
            path = linked[str(part.get(f"{LINKED}id"))]["Target"][1:]
            table = tables[path] = package.root(path)
            reference = str(table.get("ref"))
            ((left, top, right, bottom),) = cells_of(reference)
            bounds.append((left, top, right, bottom))
            columns = [str(each.get("name")) for each in table.iter(f"{MAIN}tableColumn")]
            cells = sheet.iter(f"{MAIN}c")
            header = [
                texts[str(c.get("r"))]
                for c in cells
                if str(c.get("r")).strip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == str(top)
            ]
            assert columns == header
            assert len({column.casefold() for column in columns}) == len(columns)
            assert all(0 < len(column) <= 255 for column in columns)
            assert len(columns) == right - left + 1
            assert bottom > top
            filters = table.findall(f"{MAIN}autoFilter")
            assert all(each.get("ref") == reference for each in filters)
        assert not overlaps(bounds)
    assert len({each.get("id") for each in tables.values()}) == len(tables)


def test_names_are_legal_and_used_once(package: Package) -> None:
    """Names of tables and of ranges share one space, and look like no cell."""
    workbook = package.root("xl/workbook.xml")
    sheets = [str(each.get("name")) for each in workbook.iter(f"{MAIN}sheet")]
    defined = list(workbook.iter(f"{MAIN}definedName"))
    tables = package.roots(r"xl/tables/table\d+\.xml").values()
    own = [str(each.get("name")) for each in defined if each.get("localSheetId") is None]
    own += [str(each.get("displayName")) for each in tables]

    assert len({name.casefold() for name in own}) == len(own)
    for name in own:
        assert NAME.fullmatch(name)
        assert not CELL_LIKE.fullmatch(name)
    for each in defined:
        # Titles of printed pages are two ranges, of columns and of rows; others are one.
        for reference in str(each.text).split(","):
            title, _, _ = reference.rpartition("!")
            assert re.fullmatch("'.*'", title)
            title = title[1:-1].replace("''", "'")
            assert title in sheets
            if (local := each.get("localSheetId")) is not None:
                assert title == sheets[int(local)]


def test_rules_for_typing_keep_within_limits(package: Package) -> None:
    """Titles of 32 characters, messages of 255 and errors of 225, lists that exist, no overlap."""
    workbook = package.root("xl/workbook.xml")
    lists = {str(each.get("name")) for each in workbook.iter(f"{MAIN}definedName")}
    for sheet in package.sheets.values():
        bounds = []
        for group in sheet.iter(f"{MAIN}dataValidations"):
            assert group.get("count") == str(len(group))
            assert len(group) > 0
        for rule in sheet.iter(f"{MAIN}dataValidation"):
            bounds += list(cells_of(str(rule.get("sqref"))))
            assert len(rule.get("promptTitle", "")) <= 32
            assert len(rule.get("errorTitle", "")) <= 32
            assert len(rule.get("prompt", "")) <= 255
            assert len(rule.get("error", "")) <= 225
            formula = rule.findtext(f"{MAIN}formula1", "")
            assert len(formula) <= 257
            if rule.get("type") == "list":
                assert formula in lists or re.fullmatch('"[^"]*(""[^"]*)*"', formula)
        assert not overlaps(bounds)


def test_formats_by_state_have_their_formats(package: Package) -> None:
    """Each conditional format names one that is there, with a priority of its own."""
    formats = len(list(package.root("xl/styles.xml").iter(f"{MAIN}dxf")))
    for sheet in package.sheets.values():
        rules = list(sheet.iter(f"{MAIN}cfRule"))
        assert all(int(rule.get("dxfId", formats)) < formats for rule in rules)
        assert len({rule.get("priority") for rule in rules}) == len(rules)
        for each in sheet.iter(f"{MAIN}conditionalFormatting"):
            assert list(cells_of(str(each.get("sqref"))))


def test_cells_and_rows_keep_within_limits(package: Package) -> None:
    """Rows follow one another, none over 409 points; texts fit, and their styles are there."""
    styles = package.root("xl/styles.xml").find(f"{MAIN}cellXfs")
    assert styles is not None
    for sheet in package.sheets.values():
        numbers = [int(str(row.get("r"))) for row in sheet.iter(f"{MAIN}row")]
        assert numbers == sorted(set(numbers))
        assert all(0 < float(row.get("ht", 15)) <= 409 for row in sheet.iter(f"{MAIN}row"))
        assert all(0 < float(str(c.get("width"))) <= 255 for c in sheet.iter(f"{MAIN}col"))
        for cell in sheet.iter(f"{MAIN}c"):
            assert int(cell.get("s", 0)) < len(styles)
            assert cell.get("t", "n") in {"inlineStr", "n"}
            assert cell.find(f"{MAIN}f") is None
        for text in package.texts(sheet).values():
            assert len(text.encode("utf-16-le")) <= LONGEST_TEXT * 2
        for part in sheet.iter(f"{MAIN}oddHeader", f"{MAIN}oddFooter"):
            assert len(part.text or "") <= 255


def test_links_lead_out_by_addresses_that_excel_takes(package: Package) -> None:
    """An address holds no bracket, quote or space; a link within names a cell of a sheet."""
    workbook = package.root("xl/workbook.xml")
    sheets = [str(each.get("name")) for each in workbook.iter(f"{MAIN}sheet")]
    for name, sheet in package.sheets.items():
        linked = package.linked(name)
        links = list(sheet.iter(f"{MAIN}hyperlink"))
        assert len(links) <= 65_530
        assert len({link.get("ref") for link in links}) == len(links)
        for link in links:
            location, id = link.get("location"), link.get(f"{LINKED}id")
            assert (location is None) is not (id is None)
            if location is not None:
                title = re.fullmatch(r"'(.*)'!A\d+(:[A-Z]+\d+)?", location)
                assert title
                assert title[1].replace("''", "'") in sheets
            if id is not None:
                assert len(linked[id]["Target"]) <= 2_079
                assert not set(linked[id]["Target"]) & set('[]<>"{}|\\^` ')


def test_drawings_have_names_and_words(package: Package) -> None:
    """Each drawing has an id of its own, a name and an alternative text."""
    for drawing in package.roots(r"xl/drawings/drawing\d+\.xml").values():
        words = [each for each in drawing.iter() if etree.QName(each).localname == "cNvPr"]
        assert len({each.get("id") for each in words}) == len(words)
        assert all(each.get("name") and each.get("descr") for each in words)


def test_a_bracket_in_an_address_becomes_an_escape() -> None:
    """Excel calls a workbook damaged for a bracket in a link that leads out."""
    record = small_record()
    changed = attrs.evolve(record.documents[0], url="https://example.org/brief?lid[]=1")
    record = attrs.evolve(record, documents=(changed, *record.documents[1:]))
    out = io.BytesIO()
    ssrpolicy.report(record, "excel", out, as_of=dt.date(2010, 12, 31), language="nl")

    package = Package(out.getvalue())

    targets = [
        link["Target"]
        for name in package.sheets
        for link in package.linked(name).values()
        if link.get("TargetMode") == "External"
    ]

    assert "https://example.org/brief?lid%5B%5D=1" in targets
