"""The tracker in a real office program: it opens, whole, and what guides its readers survives."""

import datetime as dt
import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

import ssrpolicy


@pytest.mark.office
def test_libreoffice_opens_the_tracker(
    fixtures: Path, converted: Callable[[bytes, str, str], bytes]
) -> None:
    """Saved anew by LibreOffice, it has its tables, lists, help, links and charts."""
    record = ssrpolicy.load(fixtures / "records" / "lagemeer-2031-7")
    made = io.BytesIO()
    ssrpolicy.report(record, "excel", made, as_of=dt.date(2034, 4, 15), language="nl")
    saved = io.BytesIO(converted(made.getvalue(), "xlsx", "xlsx"))
    before, after = load_workbook(made), load_workbook(saved)

    assert after.sheetnames == before.sheetnames
    for sheet in before:
        again = after[sheet.title]
        if sheet.sheet_state != "visible":
            continue
        assert set(again.tables) == set(sheet.tables)
        assert [cell.value for cell in again[1]] == [cell.value for cell in sheet[1]]
        helped = [rule.prompt for rule in sheet.data_validations.dataValidation if rule.prompt]
        kept = [rule.prompt for rule in again.data_validations.dataValidation if rule.prompt]
        assert sorted(kept) == sorted(helped)
    with zipfile.ZipFile(saved) as package:
        charts = [name for name in package.namelist() if name.startswith("xl/charts/chart")]
    assert len(charts) == 3
    assert set(after.defined_names) >= set(before.defined_names)


@pytest.mark.office
def test_hidden_sheets_are_not_printed(
    letter: Path, converted: Callable[[bytes, str, str], bytes]
) -> None:
    """Printed whole, a tracker has every sheet that is seen, and none that is hidden."""
    reader = shutil.which("pdftotext")
    if reader is None:
        pytest.skip("pdftotext is not installed (on Debian: poppler-utils)")
    made = io.BytesIO()
    ssrpolicy.report(
        ssrpolicy.load(letter), "excel", made, as_of=dt.date(2010, 12, 31), language="nl"
    )
    pdf = converted(made.getvalue(), "xlsx", "pdf")
    text = subprocess.run(
        [reader, "-layout", "-", "-"], input=pdf, capture_output=True, check=True
    ).stdout.decode()
    # The name of its sheet ends the header of each page.
    headers = {page.strip().partition("\n")[0] for page in text.split("\f")}

    sheets = load_workbook(made).worksheets
    printed = {sheet.title for sheet in sheets if any(h.endswith(sheet.title) for h in headers)}
    assert printed == {sheet.title for sheet in sheets if sheet.sheet_state == "visible"}
