"""The tutorial that begins with a PDF: each command prints what stands there, to a clean record."""

import re
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from ssrpolicy.reporting import read_source
from terminal import COMMAND, session

pytestmark = pytest.mark.heavy

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "tutorial" / "from-a-pdf.md"
LETTER = ROOT / "fixtures" / "letters" / "brief-nachtveer.pdf"
_CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_the_tutorial_goes_from_a_pdf_to_a_clean_record(tmp_path: Path) -> None:
    """Done in order in an empty folder, each command and each key gives what the page shows."""
    shutil.copy(LETTER, tmp_path)
    shown = _CONSOLE.findall(PAGE.read_text(encoding="utf-8"))
    printed = []
    for block in shown:
        command = COMMAND.findall(block)[0]
        if " merge " in command and "--apply" not in command:
            type_in_tracker(tmp_path)
        printed.append(session(block, tmp_path))

    assert printed == shown
    assert {each.split()[1] for each in COMMAND.findall("".join(shown))} == {
        *("new", "draft", "review", "check", "add", "replace", "report", "merge")
    }
    assert any(
        "0 not recorded.\n1 record: no errors, no warnings, no notes." in block for block in printed
    )
    assert (tmp_path / "brief-nachtveer.docx").is_file()


def test_the_letter_of_the_tutorial_is_the_invented_one(tmp_path: Path) -> None:
    """The PDF in the fixtures reads as the one that the script of the tests writes."""
    from plugins.sources.tests.ferry_letter import ferry_letter  # noqa: PLC0415 - only this test needs the plugin's letters

    (tmp_path / LETTER.name).write_bytes(ferry_letter().data())
    kept, made = read_source(LETTER), read_source(tmp_path / LETTER.name)

    assert (kept.text, kept.parts) == (made.text, made.parts)
    assert kept.parts is not None
    assert [each.page for each in kept.parts.pages] == [1, 2]


def type_in_tracker(folder: Path) -> None:
    """Choose a status for the night ferry in the tracker, as A. Jansen."""
    workbook = load_workbook(folder / "brief-nachtveer.xlsx")
    sheet = workbook["Toezeggingen"]
    head = [cell.value for cell in sheet[1]]
    summary, status = head.index("Samenvatting"), head.index("Gemelde status")
    (row,) = (each for each in sheet.iter_rows() if "veerboot" in str(each[summary].value))
    row[status].value = "In uitvoering"
    workbook.properties.lastModifiedBy = "A. Jansen"
    workbook.save(folder / "brief-nachtveer.xlsx")
