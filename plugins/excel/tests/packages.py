"""The parts of a workbook's package, read as XML, and the order that the schema gives them."""

import io
import re
import zipfile
from collections.abc import Iterator

from lxml import etree
from openpyxl.utils import range_boundaries

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


LINKED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


# The elements of a worksheet in the order of CT_Worksheet; Excel takes no other.
WORKSHEET = (
    "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection "
    "protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells "
    "phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins "
    "pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors "
    "smartTags drawing legacyDrawing legacyDrawingHF picture oleObjects controls webPublishItems "
    "tableParts extLst"
)


WORKBOOK = (
    "fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups "
    "externalReferences definedNames calcPr"
)


STYLES = "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors"


DIFFERENTIAL = "font numFmt fill alignment border protection"


FONT = "b i strike condense extend outline shadow u vertAlign sz color name family charset scheme"


CHART = (
    "title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly "
    "dispBlanksAs"
)


CELL_LIKE = re.compile(r"[A-Za-z]{1,3}[0-9]{1,7}|[Rr][0-9]*([Cc][0-9]*)?|[Cc][0-9]*")


NAME = re.compile(r"[A-Za-z_\\][A-Za-z0-9_.\\]{0,254}")


class Package:
    """A workbook as the parts that Excel reads."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}

    def root(self, name: str) -> etree._Element:
        """The root of a part."""
        return etree.fromstring(self.parts[name])

    def roots(self, pattern: str) -> dict[str, etree._Element]:
        """The roots of the parts whose names match."""
        return {name: self.root(name) for name in self.parts if re.fullmatch(pattern, name)}

    @property
    def sheets(self) -> dict[str, etree._Element]:
        """The sheets, by the names of their parts."""
        return self.roots(r"xl/worksheets/sheet\d+\.xml")

    def linked(self, name: str) -> dict[str, dict[str, str]]:
        """The relationships of a part, by id."""
        folder, _, file = name.rpartition("/")
        path = f"{folder}/_rels/{file}.rels"
        if path not in self.parts:
            return {}
        return {
            str(each.get("Id")): {str(k): str(v) for k, v in each.attrib.items()}
            for each in self.root(path)
        }

    def texts(self, sheet: etree._Element) -> dict[str, str]:
        """The texts of a sheet's cells, by place."""
        return {
            str(cell.get("r")): "".join(map(str, cell.itertext()))
            for cell in sheet.iter(f"{MAIN}c")
            if cell.get("t") == "inlineStr"
        }


def names(element: etree._Element) -> list[str]:
    """The names of an element's children."""
    return [etree.QName(child).localname for child in element]


def in_order(found: list[str], order: str) -> bool:
    """Whether all names are known ones, and in their order."""
    known = order.split()
    places = [known.index(name) for name in found]
    return places == sorted(places)


def cells_of(reference: str) -> Iterator[tuple[int, int, int, int]]:
    """The bounds of each range in a list of ranges."""
    for each in reference.split():
        left, top, right, bottom = (bound or 0 for bound in range_boundaries(each))
        assert 0 not in {left, top, right, bottom}
        yield left, top, right, bottom


def overlaps(ranges: list[tuple[int, int, int, int]]) -> bool:
    """Whether any two of the ranges share a cell."""
    return any(
        a[0] <= b[2] and b[0] <= a[2] and a[1] <= b[3] and b[1] <= a[3]
        for place, a in enumerate(ranges)
        for b in ranges[place + 1 :]
    )
