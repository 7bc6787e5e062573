"""The tracker in a real office program: it opens, whole, and what guides its readers survives."""

import datetime as dt
import subprocess
import zipfile
from pathlib import Path

from openpyxl import load_workbook

import ssrpolicy


def test_libreoffice_opens_the_tracker(soffice: Path, fixtures: Path, tmp_path: Path) -> None:
    """Saved anew by LibreOffice, it has its tables, lists, help, links and charts."""
    record = ssrpolicy.load(fixtures / "records" / "lagemeer-2031-7")
    made = tmp_path / "tracker.xlsx"
    ssrpolicy.report(record, "excel", made, as_of=dt.date(2034, 4, 15), language="nl")
    saved = tmp_path / "saved"
    profile = (tmp_path / "profile").as_uri()
    subprocess.run(
        [
            soffice,
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            "xlsx",
            "--outdir",
            saved,
            made,
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    before, after = load_workbook(made), load_workbook(saved / "tracker.xlsx")

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
    with zipfile.ZipFile(saved / "tracker.xlsx") as package:
        charts = [name for name in package.namelist() if name.startswith("xl/charts/chart")]
    assert len(charts) == 2
    assert set(after.defined_names) >= set(before.defined_names)
