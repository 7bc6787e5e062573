"""A draft, and the workbook to review it in."""

import shutil
from pathlib import Path

import pytest
from plugins.excel.tests.reviewing.sheets import DAY, run


@pytest.fixture
def drafted(fixtures: Path, tmp_path: Path) -> Path:
    """A record begun from an invented letter, with a draft."""
    letter = tmp_path / "brief.txt"
    shutil.copy(fixtures / "records" / "lagemeer-2031-7" / "sources" / "brief-7.txt", letter)
    folder = tmp_path / "brief"
    assert run("new", letter, folder).exit_code == 0
    assert run("draft", folder).exit_code == 0
    return folder


@pytest.fixture
def workbook(drafted: Path) -> Path:
    """The workbook of the draft."""
    file = drafted.parent / "review.xlsx"
    result = run("report", drafted, "--to", "excel-review", "--output", file, "--as-of", DAY)
    assert result.exit_code == 0, result.stderr
    return file
