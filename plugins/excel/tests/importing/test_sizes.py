"""A large workbook is read as far as what it holds can be merged, and no further."""

import io
import re
import zipfile
from collections.abc import Callable
from typing import Protocol

import pytest

from ssrpolicy.reporting import Edits, InputError
from ssrpolicy_excel.review.reporter import ReviewReporter

pytestmark = pytest.mark.heavy


class Desk(Protocol):
    """The desk of the fixtures."""

    with_part: Callable[[bytes, str, Callable[[bytes], bytes]], bytes]
    edits: Callable[[bytes], Edits]


def with_rows(column: str, number: int) -> Callable[[bytes], bytes]:
    """A change to a sheet: so many rows more, each with a cell in a column."""

    def change(xml: bytes) -> bytes:
        last = max(map(int, re.findall(rb'<row r="(\d+)"', xml)))
        rows = "".join(
            f'<row r="{row}"><c r="{column}{row}" t="inlineStr"><is><t>eigen</t></is></c></row>'
            for row in range(last + 1, last + number + 1)
        )
        return xml.replace(b"</sheetData>", rows.encode() + b"</sheetData>")

    return change


@pytest.mark.parametrize(
    "sheet, column, title",
    [(1, "B", "Dashboard"), (2, "B", "Toezeggingen"), (3, "AZ", "'Verzoeken en antwoorden'")],
)
def test_far_more_rows_than_were_exported_are_refused(
    desk: Desk, short_tracker: bytes, *, sheet: int, column: str, title: str
) -> None:
    """Nothing of them can be merged; the sheet is named, and where it goes on too long."""
    part = f"xl/worksheets/sheet{sheet}.xml"
    data = desk.with_part(short_tracker, part, with_rows(column, 10_200))

    with pytest.raises(InputError, match=rf"The sheet {title} has far more rows .* at row 10,\d"):
        desk.edits(data)


def test_rows_without_cells_are_not_counted(desk: Desk, short_tracker: bytes) -> None:
    """A format that goes down to row 12,000 is nothing that anybody added."""
    rows = b"".join(b'<row r="%d"/>' % row for row in range(500, 12_000))
    data = desk.with_part(
        short_tracker,
        "xl/worksheets/sheet2.xml",
        lambda xml: xml.replace(b"</sheetData>", rows + b"</sheetData>"),
    )

    edits = desk.edits(data)

    assert (edits.cells, edits.refusals, edits.private) == ((), (), ())


def test_a_tracker_is_known_by_the_first_row_of_its_hidden_sheet(
    desk: Desk, short_tracker: bytes
) -> None:
    """Whether a workbook is one of proposals is seen without reading what a tracker exported."""
    hidden = "xl/worksheets/sheet9.xml"
    data = desk.with_part(
        short_tracker, hidden, lambda xml: re.sub(rb'<row r="3".*(?=</sheetData>)', b"<row", xml)
    )

    with pytest.raises(InputError, match="not a workbook to review proposals in") as raised:
        ReviewReporter().read_decisions(io.BytesIO(data))

    assert raised.value.hint is None


def test_a_sheet_in_a_part_that_nothing_looked_through_is_refused(
    desk: Desk, short_tracker: bytes
) -> None:
    """The gate reads XML parts and sheets; a sheet that is called otherwise would pass it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(short_tracker)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "xl/_rels/workbook.xml.rels":
                content = content.replace(b"worksheets/sheet2.xml", b"sheet2.bin")
            new.writestr("xl/sheet2.bin" if name == "xl/worksheets/sheet2.xml" else name, content)

    with pytest.raises(InputError, match=r"keeps a sheet in its part xl/sheet2\.bin"):
        desk.edits(out.getvalue())
