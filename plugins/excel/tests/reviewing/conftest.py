"""A draft, and the workbook to review it in."""

import shutil
from pathlib import Path

import pytest
from plugins.excel.tests.reviewing.sheets import DAY, run


@pytest.fixture(scope="session")
def made(fixtures: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an invented letter, a record begun from it, and the workbook of its draft."""
    folder = tmp_path_factory.mktemp("reviewing")
    letter, record, workbook = folder / "brief.txt", folder / "brief", folder / "review.xlsx"
    shutil.copy(fixtures / "records" / "lagemeer-2031-7" / "sources" / "brief-7.txt", letter)
    assert run("new", letter, record).exit_code == 0
    assert run("draft", record).exit_code == 0
    words = ("report", record, "--to", "excel-review", "--output", workbook, "--as-of", DAY)
    result = run(*words)
    assert result.exit_code == 0, result.stderr
    return folder


@pytest.fixture
def drafted(made: Path, tmp_path: Path) -> Path:
    """A record begun from an invented letter, with a draft."""
    shutil.copy(made / "brief.txt", tmp_path)
    return Path(shutil.copytree(made / "brief", tmp_path / "brief"))


@pytest.fixture
def workbook(made: Path, drafted: Path) -> Path:
    """The workbook of the draft."""
    return Path(shutil.copy(made / "review.xlsx", drafted.parent))
