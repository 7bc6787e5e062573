"""An archive to work through, the command as a process, and readers that fail on purpose."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from plugins.corpus.tests.archives import READER, Run, letter, words


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A folder of nine small letters, one of them in a folder of its own."""
    folder = tmp_path / "letters"
    (folder / "2010").mkdir(parents=True)
    for number in range(8):
        (folder / f"brief-{number}.txt").write_text(letter(number), "utf-8")
    (folder / "2010" / "brief-8.txt").write_text(letter(8), "utf-8")
    return folder


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """Where results are to come; nothing is there yet."""
    return tmp_path / "results"


@pytest.fixture
def failing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of plugins with a reader of files that fail; every process uses it."""
    folder = tmp_path / "plugins"
    folder.mkdir()
    (folder / "failing.py").write_text(READER, "utf-8")
    monkeypatch.setenv("SSRPOLICY_PLUGINS_DIR", str(folder))
    return folder


@pytest.fixture
def run() -> Run:
    """A function that runs the command and says what it printed; no traceback is ever printed."""

    def ran(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            words(*arguments),
            capture_output=True,
            text=True,
            check=False,
            timeout=600,
            env={**os.environ, **environment},
        )
        assert "Traceback" not in done.stdout + done.stderr
        return done

    return ran


@pytest.fixture
def copied(fixtures: Path, tmp_path: Path) -> Path:
    """A folder with copies of two records, one of them with errors."""
    folder = tmp_path / "records"
    for name in ("records/duinmark-2040-3", "broken/code-unknown"):
        shutil.copytree(fixtures / name, folder / Path(name).name)
    return folder
