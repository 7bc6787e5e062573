"""Records to merge into, and a tracker that people edit which is not a workbook."""

import datetime as dt
import io
import json
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import ssrpolicy
from ssrpolicy.cli.main import _command
from ssrpolicy.editing import append

AS_OF = dt.date(2010, 12, 31)
AU = "kst-32123-X-124#african-union"

Edit = Callable[..., Path]
Says = Callable[..., None]


@pytest.fixture(autouse=True)
def lines(monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder with the reporter of trackers in lines, which is used by all these tests."""
    folder = Path(__file__).parent / "plugins"
    monkeypatch.setenv("SSRPOLICY_PLUGINS_DIR", str(folder))
    return folder


@pytest.fixture
def folder(tmp_path: Path, letter: Path) -> Path:
    """A folder with the record of the letter."""
    found = tmp_path / "records"
    shutil.copytree(letter, found / letter.name)
    return found


@pytest.fixture
def record_toml(folder: Path, letter: Path) -> Path:
    """The file of the letter's record."""
    return folder / letter.name / "record.toml"


@pytest.fixture
def tracker(tmp_path: Path, letter: Path) -> Path:
    """A tracker of the records in the folder, as it was exported."""
    path = tmp_path / "tracker.lines"
    path.write_bytes(_exported(letter))
    return path


@cache
def _exported(letter: Path) -> bytes:
    """The tracker of the letter; made once, for a copy of the letter has the same."""
    out = io.BytesIO()
    ssrpolicy.report(ssrpolicy.load(letter), "lines", out, as_of=AS_OF)
    return out.getvalue()


@pytest.fixture
def edit(tracker: Path) -> Edit:
    """A function that edits cells of a statement in the tracker."""

    def edits(item: str = AU, *, at: Path = tracker, **cells: Any) -> Path:
        lines = [json.loads(line) for line in at.read_text().splitlines()]
        for line in lines:
            if line.get("id") == item:
                line["cells"] = line["cells"] | cells
        at.write_text("".join(f"{json.dumps(line)}\n" for line in lines))
        return at

    return edits


@pytest.fixture
def record_says(record_toml: Path) -> Says:
    """A function that appends to the letter what somebody else says of its commitment."""

    def says(*, claimed: str, date: dt.date = dt.date(2011, 3, 1)) -> None:
        update = ssrpolicy.Update(
            statement="african-union",
            date=date,
            by="nl-bz",
            claimed=ssrpolicy.ClaimedStatus(claimed),
        )
        append(record_toml, update)

    return says


@pytest.fixture
def head(tracker: Path) -> Callable[..., Path]:
    """A function that changes what the tracker says of itself."""

    def changes(**values: Any) -> Path:
        first, *rest = tracker.read_text().splitlines(keepends=True)
        tracker.write_text(f"{json.dumps(json.loads(first) | values)}\n{''.join(rest)}")
        return tracker

    return changes


@pytest.fixture
def run() -> Callable[..., Result]:
    """A function that runs ``ssrpolicy`` with arguments."""

    def runs(*arguments: str | Path) -> Result:
        words = [str(each) for each in arguments]
        return CliRunner().invoke(_command, words, prog_name="ssrpolicy")

    return runs
