"""What other programs may write in a cell, and no tracker holds, is refused with its cell."""

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Protocol

import pytest
from openpyxl import Workbook

from ssrpolicy.reporting import Edits, InputError

pytestmark = pytest.mark.heavy


class Desk(Protocol):
    """The desk of the fixtures."""

    changed: Callable[[bytes, Callable[[Workbook], object]], bytes]
    with_part: Callable[[bytes, str, Callable[[bytes], bytes]], bytes]
    edits: Callable[[bytes], Edits]
    cell: Callable[..., Any]

    def __hash__(self) -> int: ...


MARK = 123454321
PLACE = re.compile(r"^'?[^'!]+'?![A-Z]+[0-9]+$")


def with_cells(
    desk: Desk, tracker: bytes, cells: Mapping[tuple[str, str], str], *, dated: bool = False
) -> tuple[bytes, list[str]]:
    """The tracker with cells written as given, by the id of their row and label; their places."""
    marked, places = with_marks(desk, tracker, tuple(cells), dated=dated)

    def written(part: bytes) -> bytes:
        for number, cell in enumerate(cells.values(), start=MARK):
            part, found = re.subn(rb' t="n"><v>%d</v>' % number, cell.encode(), part)
            assert found == 1
        return part

    return desk.with_part(marked, "xl/worksheets/sheet2.xml", written), places


@cache
def with_marks(
    desk: Desk, tracker: bytes, cells: tuple[tuple[str, str], ...], *, dated: bool
) -> tuple[bytes, list[str]]:
    """The tracker with numbers in those cells that stand nowhere else, saved once; their places."""
    places: list[str] = []

    def mark(workbook: Workbook) -> None:
        for number, (id, label) in enumerate(cells, start=MARK):
            found = desk.cell(workbook["Toezeggingen"], label, f"#{id}")
            found.value = number
            found.number_format = "dd-mm-yyyy" if dated else "General"
            places.append(f"Toezeggingen!{found.coordinate}")

    return desk.changed(tracker, mark), places


COMMITMENTS = (
    "african-union",
    "instruments-development",
    "defence-deployability",
    "bzk-deployment",
    "explore-congo",
    "explore-yemen",
    "case-by-case",
)
# A number that is none, one that no program keeps, and one that Python refuses to read.
NUMBERS = ("1e999", "-1e999", "1e400000000", "9" * 400)
BROKEN = {
    "nan": ' t="n"><v>nan</v>',
    "inf": ' t="n"><v>inf</v>',
    "five thousand digits": f' t="n"><v>{"9" * 5000}</v>',
    "a word as number": ' t="n"><v>tien</v>',
    "a word as truth": ' t="b"><v>waar</v>',
    "a text that is not there": ' t="s"><v>999999</v>',
    "a text of no number": ' t="s"><v>1e9</v>',
    "a month too many": ' t="d"><v>2031-13-45</v>',
    "an hour too many": ' t="d"><v>2031-01-01T25:61:00</v>',
}


def test_a_number_that_no_cell_keeps_is_refused_at_its_cell(
    desk: Desk, short_tracker: bytes
) -> None:
    """Nothing is taken for it, in whichever column, and everything else of the tracker is read."""
    labels = ("Opmerking", "Nieuwe termijn: datum", "Verantwoordelijk")
    cells = {
        (id, label): f' t="n"><v>{number}</v>'
        for id, number in zip(COMMITMENTS[: len(NUMBERS)], NUMBERS, strict=True)
        for label in labels
    }
    data, places = with_cells(desk, short_tracker, cells)

    found = desk.edits(data)

    assert sorted(refusal.place for refusal in found.refusals) == sorted(places)
    for refusal in found.refusals:
        assert "holds a number too large for a cell" in refusal.message
        assert refusal.hint == "Type at most 15 digits."
    assert found.cells == ()


def test_a_number_that_is_no_day_in_a_cell_for_days_is_refused_at_its_cell(
    desk: Desk, short_tracker: bytes
) -> None:
    """A spreadsheet holds only days from 1900 to 9999."""
    numbers = (*NUMBERS, "2958466", "-700000", "1e30")
    cells = {
        (id, "Nieuwe termijn: datum"): f' t="n"><v>{number}</v>'
        for id, number in zip(COMMITMENTS, numbers, strict=True)
    }
    data, places = with_cells(desk, short_tracker, cells, dated=True)

    refusals = desk.edits(data).refusals

    assert sorted(refusal.place for refusal in refusals) == sorted(places)
    assert all(refusal.hint for refusal in refusals)


@pytest.mark.parametrize(
    "label",
    [
        "Opmerking",
        # Each cell is read by the same code, whatever column it stands in.
        pytest.param("Kenmerk", marks=pytest.mark.slow),
        pytest.param("Citaat", marks=pytest.mark.slow),
    ],
)
@pytest.mark.parametrize("broken", BROKEN)
def test_a_cell_that_cannot_be_read_is_named(
    desk: Desk, short_tracker: bytes, label: str, broken: str
) -> None:
    """The refusal has sheet and cell, what stands there and what would work; no library's words."""
    data, (place,) = with_cells(desk, short_tracker, {("african-union", label): BROKEN[broken]})

    with pytest.raises(InputError) as refused:
        desk.edits(data)

    assert refused.value.message.startswith(f"{place} holds “")
    assert "openpyxl" not in str(refused.value)
    assert refused.value.hint is not None


@pytest.mark.slow
def test_a_cell_in_any_sheet_is_named(desk: Desk, short_tracker: bytes) -> None:
    """The overview, a sheet to read and the hidden one too."""
    for number in range(1, 10):

        def broken(part: bytes) -> bytes:
            last = part.rindex(b"</row>")
            return part[:last] + b'<c r="ZZ1" t="n"><v>tien</v></c>' + part[last:]

        name = f"xl/worksheets/sheet{number}.xml"
        with pytest.raises(InputError) as refused:
            desk.edits(desk.with_part(short_tracker, name, broken))

        assert PLACE.match(refused.value.message.partition(" holds")[0]), refused.value.message


def test_other_odd_values_are_read_as_what_they_are(desk: Desk, short_tracker: bytes) -> None:
    """A truth value, an error and a long text are edits or refused, each at its cell."""
    values = (True, False, "#REF!", "1e999", "99-99-9999", "1" * 5000)
    entered: list[str] = []

    def enter(workbook: Workbook) -> None:
        for id, value in zip(COMMITMENTS[: len(values)], values, strict=True):
            cell = desk.cell(workbook["Toezeggingen"], "Nieuwe termijn: datum", f"#{id}")
            cell.value = value
            entered.append(f"Toezeggingen!{cell.coordinate}")

    found = desk.edits(desk.changed(short_tracker, enter))

    places = [*(cell.place for cell in found.cells), *(each.place for each in found.refusals)]
    assert sorted(places) == sorted(entered)


# Parts other than a cell that hold what they cannot hold: the part, what is put for what, and what
# the refusal names.
PARTS = [
    ("xl/worksheets/sheet2.xml", rb'<row r="3"', b'<row r="x"', "its sheet Toezeggingen"),
    ("xl/worksheets/sheet2.xml", rb'<c r="A3"', b'<c r="3A"', "Toezeggingen!3A"),
    (
        "xl/worksheets/sheet2.xml",
        rb'<c r="A3"',
        b'<c r="A%s"' % (b"9" * 5_000),
        "Toezeggingen!A999",
    ),
    ("xl/workbook.xml", rb'sheetId="2"', b'sheetId="x"', "its part xl/workbook.xml cannot be read"),
    (
        "xl/worksheets/sheet9.xml",
        rb'\["ssrpolicy-tracker-baseline",1\]',
        b'["ssrpolicy-tracker-baseline",%s]' % (b"[" * 5_000 + b"]" * 5_000),
        "The baseline of the tracker is damaged: its row 1",
    ),
]


@pytest.mark.parametrize("case", PARTS, ids=[named for *_, named in PARTS])
def test_a_part_that_holds_no_number_is_named(
    desk: Desk, short_tracker: bytes, case: tuple[str, bytes, bytes, str]
) -> None:
    """The refusal is a sentence for a reader, without what Python shows of its classes."""
    part, was, now, named = case

    def changed(data: bytes) -> bytes:
        content, found = re.subn(was, lambda _: now, data.replace(b"&quot;", b'"'))
        assert found == 1
        return content

    with pytest.raises(InputError) as refused:
        desk.edits(desk.with_part(short_tracker, part, changed))

    assert named in refused.value.message
    assert "<class" not in refused.value.message
    assert len(refused.value.message) < 300
