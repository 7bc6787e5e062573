"""What is struck through in a tracker is asked about: it may be meant as withdrawn."""

import io
import re
import zipfile
from collections.abc import Callable
from typing import Any, Protocol

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from ssrpolicy.reporting import Edits

pytestmark = pytest.mark.heavy

AU = "kst-32123-X-124#african-union"


class Desk(Protocol):
    """The desk of the fixtures."""

    changed: Callable[[bytes, Callable[[Workbook], object]], bytes]
    edits: Callable[[bytes], Edits]
    cell: Callable[..., Any]


def _cell(desk: Desk, workbook: Workbook, label: str) -> Any:
    return desk.cell(workbook["Toezeggingen"], label, "#african-union")


def _struck(desk: Desk, workbook: Workbook) -> None:
    cell = _cell(desk, workbook, "Opmerking")
    cell.value, cell.font = "Concept ligt klaar.", Font(strike=True)


def _struck_as_exported(desk: Desk, workbook: Workbook) -> None:
    _cell(desk, workbook, "Gemelde status").font = Font(strike=True)


@pytest.mark.parametrize(
    "change, label", [(_struck, "Opmerking"), (_struck_as_exported, "Gemelde status")]
)
def test_what_is_struck_through_is_asked_about(
    change: Callable[[Desk, Workbook], None], label: str, desk: Desk, short_tracker: bytes
) -> None:
    """It may be meant as withdrawn, also where it stands as it was exported."""
    edits = desk.edits(desk.changed(short_tracker, lambda workbook: change(desk, workbook)))

    (refusal,) = edits.refusals
    assert refusal.message == f"“{label}” of {AU} is struck through, whole or in part."
    assert (refusal.hint or "").startswith("Type what should stand there now")
    assert edits.cells == ()


FILLED = [(False, "If the row is to be dropped"), (True, "Take the line off; ")]


@pytest.mark.parametrize("filled, hint", FILLED)
def test_words_that_nobody_fills_in_are_asked_about_as_well(
    *, filled: bool, hint: str, desk: Desk, letter_tracker: bytes
) -> None:
    """Who strikes a summary through may mean that the row is dropped, and a merge would not."""

    def summary(workbook: Workbook) -> None:
        _cell(desk, workbook, "Samenvatting").font = Font(strike=True)
        if filled:
            _cell(desk, workbook, "Opmerking").value = "Vervallen."

    (refusal,) = desk.edits(desk.changed(letter_tracker, summary)).refusals
    assert refusal.message == (
        f"“Samenvatting” of {AU} is struck through, and is not edited in a tracker."
    )
    assert (refusal.hint or "").startswith(hint)


@pytest.mark.parametrize("filled, hint", FILLED)
def test_a_row_that_is_struck_through_is_refused_as_one(
    *, filled: bool, hint: str, desk: Desk, letter_tracker: bytes
) -> None:
    """Whatever stands in its cells, the line says one thing of all of them."""

    def row(workbook: Workbook) -> None:
        if filled:
            _cell(desk, workbook, "Opmerking").value = "Vervallen."
        for cell in workbook["Toezeggingen"][_cell(desk, workbook, "Kenmerk").row]:
            cell.font = Font(strike=True)

    edits = desk.edits(desk.changed(letter_tracker, row))
    assert [each.message for each in edits.refusals] == [f"The row of {AU} is struck through."]
    assert [(each.hint or "").startswith(hint) for each in edits.refusals] == [True]
    assert edits.cells == ()


def test_a_line_on_a_sheet_where_nothing_is_edited_is_remarked(
    desk: Desk, letter_tracker: bytes
) -> None:
    """Nothing there is merged, and nobody should think that it was."""

    def rows(workbook: Workbook) -> None:
        for number in (2, 3):
            for cell in workbook["Verzoeken en antwoorden"][number]:
                cell.font = Font(strike=True)

    edits = desk.edits(desk.changed(letter_tracker, rows))
    assert edits.refusals == ()
    (said,) = [each for each in edits.remarks if "struck through" in each]
    assert said.startswith("'Verzoeken en antwoorden': 2 rows have words that are struck through")
    assert said.endswith("from row 2 on; that changes nothing.")


def _with_runs(data: bytes, runs: str) -> bytes:
    """The workbook with the text RUNS in the table of texts, where Excel keeps it in runs."""
    text = re.compile(rb' t="inlineStr"><is><t>RUNS</t></is>')
    strings = f'<sst xmlns="{_MAIN}" count="1" uniqueCount="1"><si>{runs}</si></sst>'
    kind = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_STRINGS}"/></Types>'
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            content = text.sub(rb' t="s"><v>0</v>', old.read(part))
            if part == "[Content_Types].xml":
                content = content.replace(b"</Types>", kind.encode())
            new.writestr(part, content)
        new.writestr("xl/sharedStrings.xml", strings)
    return out.getvalue()


_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_STRINGS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"


@pytest.mark.parametrize("font, struck", [("<strike/>", True), ("<b/>", False)])
def test_a_note_of_which_a_part_is_struck_through_is_asked_about(
    *, font: str, struck: bool, desk: Desk, short_tracker: bytes
) -> None:
    """As Excel keeps it: the runs of a text each with a font of its own."""

    def note(workbook: Workbook) -> None:
        _cell(desk, workbook, "Opmerking").value = "RUNS"

    runs = f"<r><t>Besproken; </t></r><r><rPr>{font}</rPr><t>concept.</t></r>"
    edits = desk.edits(_with_runs(desk.changed(short_tracker, note), runs))

    assert ["“Opmerking”" in refusal.message for refusal in edits.refusals] == [True] * struck
    if not struck:
        assert [cell.value for cell in edits.cells] == ["Besproken; concept."]


@pytest.mark.parametrize("strike", [True, False])
def test_runs_that_stand_in_the_cell_itself_are_seen_as_well(
    *, strike: bool, desk: Desk, short_tracker: bytes
) -> None:
    """Other programs than Excel write a text and its fonts into the cell."""

    def note(workbook: Workbook) -> None:
        runs = (
            TextBlock(InlineFont(b=True), "Besproken; "),
            TextBlock(InlineFont(strike=strike), "concept."),
        )
        _cell(desk, workbook, "Opmerking").value = CellRichText(*runs)

    edits = desk.edits(desk.changed(short_tracker, note))

    assert ["“Opmerking”" in refusal.message for refusal in edits.refusals] == [True] * strike
    assert [cell.value for cell in edits.cells] == ["Besproken; concept."] * (not strike)
