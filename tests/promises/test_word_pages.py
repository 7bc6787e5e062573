"""What the pages on the budget annex and on changes promise: commands, output and an example."""

import datetime as dt
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

import ssrpolicy
from ssrpolicy.views import Grid, annex

ROOT = Path(__file__).parents[2]
PAGES = ("hand-in-the-budget-annex.md", "see-what-changed.md")
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^\$ ((?:.*\\\n)*.*\n)", re.MULTILINE)


def page(name: str) -> str:
    """The text of a how-to page."""
    return (ROOT / "docs" / "how-to" / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_each_command_prints_what_stands_below_it(name: str, tmp_path: Path) -> None:
    """Typed where `fixtures/` is, a command of the page prints what the page shows."""
    (tmp_path / "fixtures").symlink_to(ROOT / "fixtures", target_is_directory=True)
    told = _BLOCK.findall(page(name))
    printed = []
    for block in told:
        seen = ""
        for command in _COMMAND.findall(block):
            words = shlex.split(command.replace("\\\n", " "))
            done = subprocess.run(
                [str(Path(sys.executable).with_name(words[0])), *words[1:]],
                cwd=tmp_path,
                env={**os.environ, "COLUMNS": "100", "PYTHONUTF8": "1"},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                check=False,
            )
            seen += f"$ {command}{done.stdout}"
        printed.append(seen)

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

    assert example == "".join(run.text for run in row[2])
