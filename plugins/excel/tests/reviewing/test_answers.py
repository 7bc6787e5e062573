"""An answer in a workbook of proposals: below the request that it answers, in the words of that."""

from pathlib import Path

import openpyxl
import pytest
from plugins.excel.tests.reviewing.sheets import DAY, run

import ssrpolicy
from ssrpolicy import Disposition, Request

pytestmark = pytest.mark.heavy

LETTER = """Brief van 3 juni 2041

Antwoord op de motie-De Wit over de kanalen

In antwoord op de motie-De Wit bericht ik uw Raad als volgt.
De motie verzoekt de regering de sluizen in de winter te laten keuren.
Ik zal de sluizen vóór 1 maart 2042 laten keuren.
"""


def test_an_answer_stands_below_its_request_in_words(tmp_path: Path) -> None:
    """Nobody reads an id, or an answer before what was asked."""
    letter, record, workbook = tmp_path / "brief.txt", tmp_path / "brief", tmp_path / "review.xlsx"
    letter.write_text(LETTER, "utf-8")
    assert run("new", letter, record).exit_code == 0
    assert run("draft", record).exit_code == 0
    words = ("report", record, "--to", "excel-review", "--output", workbook, "--as-of", DAY)
    assert run(*words).exit_code == 0
    entries = {each.id: each.entry for each in ssrpolicy.draft(record).proposals}
    shown = [row[0].value for row in openpyxl.load_workbook(workbook).worksheets[0]["A4:A99"]]
    cells = openpyxl.load_workbook(workbook).worksheets[0]["D4:D99"]
    order = [entries[id] for id in shown if id]
    said = {id: row[0].value for id, row in zip(shown, cells, strict=True) if id}
    asked = [each.id for each in order if isinstance(each, Request)]
    answers = [each for each in order if isinstance(each, Disposition)]

    assert answers
    for place, entry in enumerate(order):
        if isinstance(entry, Disposition):
            request = next(e for e in order if isinstance(e, Request) and e.id == entry.request)
            assert order.index(request) < place
            assert f"→ {request.summary.nl}" in said[shown[place]]
    assert asked
