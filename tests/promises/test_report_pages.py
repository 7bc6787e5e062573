"""What pages with commands over records promise: each prints what stands below it."""

import datetime as dt
import re
from pathlib import Path

import pytest

import ssrpolicy
from ssrpolicy.views import Grid, annex
from terminal import session

ROOT = Path(__file__).parents[2]
PAGES = (
    "hand-in-the-budget-annex.md",
    "see-what-changed.md",
    "find-across-records.md",
    "explore-records-as-data.md",
    "run-an-office.md",
)
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def page(name: str) -> str:
    """The text of a how-to page."""
    return (ROOT / "docs" / "how-to" / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_each_command_prints_what_stands_below_it(name: str, tmp_path: Path) -> None:
    """Typed where `fixtures/` is, a command of the page prints what the page shows."""
    (tmp_path / "fixtures").symlink_to(ROOT / "fixtures", target_is_directory=True)
    told = _BLOCK.findall(page(name))
    printed = [session(block, tmp_path, columns=100) for block in told]

    assert told
    assert printed == told


def test_the_example_of_the_annex_is_what_the_annex_says(fixtures: Path) -> None:
    """The row of the curriculum stands on the page, word for word."""
    record = ssrpolicy.load(fixtures / "records" / "lagemeer-2031-7")
    note = annex([record], as_of=dt.date(2034, 4, 15), language="nl")
    row = next(
        cells
        for block in note.blocks
        if isinstance(block, Grid)
        for id, cells in zip(block.ids, block.rows, strict=True)
        if id.endswith("#curriculum")
    )
    example = " ".join(re.findall(r"^> (.*)$", page(PAGES[0]), re.MULTILINE))

    assert example == "".join(run.text for run in row[-1])
