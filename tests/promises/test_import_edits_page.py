"""What the page on importing edits promises: a tracker is edited, and merged as it shows."""

import re
import shutil
from functools import partial
from pathlib import Path

import pytest
from openpyxl import load_workbook

from terminal import session

ROOT = Path(__file__).parents[2]
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
MADE = (
    "ssrpolicy report records/kst-32123-X-124 --to excel --output tracker.xlsx --as-of 2010-12-31"
)
RECORDED = (
    "ssrpolicy add update records/kst-32123-X-124 --statement african-union --claimed open "
    "--date 2011-02-01 --by nl-bz"
)


@pytest.mark.slow
@pytest.mark.heavy
def test_each_merge_prints_what_stands_below_it(tmp_path: Path) -> None:
    """The plan with what is refused, the merge again, and the clash are printed as shown."""
    refused, again, clash = _BLOCK.findall(
        (ROOT / "docs" / "how-to" / "import-edits.md").read_text(encoding="utf-8")
    )
    letter = ROOT / "fixtures" / "records" / "kst-32123-X-124"
    shutil.copytree(letter, tmp_path / "records" / letter.name)
    run = partial(session, folder=tmp_path)
    run(f"$ {MADE}\n")
    _type(tmp_path, defence_owner="Defensy", defence_due="eind mei")
    first = run(refused)
    before = _record(tmp_path)
    _type(tmp_path, defence_owner="Ministerie van Defensie", defence_due="2011-05-31")
    run(again)
    merged = _record(tmp_path)
    second = run(again)
    kept = _record(tmp_path)
    (tmp_path / "records" / "kst-32123-X-124" / "record.toml").write_bytes(before)
    run(f"$ {RECORDED}\n")
    third = run(clash)

    assert (first, second, third) == (refused, again, clash)
    assert merged.startswith(before)
    assert (merged.count(b"[[updates]]") - before.count(b"[[updates]]"), kept) == (3, merged)


def _type(folder: Path, *, defence_owner: str, defence_due: str) -> None:
    """Type in the tracker what the page shows, as A. Jansen."""
    workbook = load_workbook(folder / "tracker.xlsx")
    sheet = workbook["Toezeggingen"]
    sheet["F2"] = "In uitvoering"
    sheet["G2"] = "Besproken met de Afrikaanse Unie."
    sheet["E4"] = defence_owner
    sheet["M4"] = defence_due
    workbook.properties.lastModifiedBy = "A. Jansen"
    workbook.save(folder / "tracker.xlsx")


def _record(folder: Path) -> bytes:
    return (folder / "records" / "kst-32123-X-124" / "record.toml").read_bytes()
