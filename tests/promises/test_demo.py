"""What `make demo` promises: a short screen that names what it wrote."""

import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# The packages of these tests stand in for the .venv that the target would set up.
VENV = Path(sys.prefix)


pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed"),
]


def _demo(folder: Path) -> subprocess.CompletedProcess[str]:
    """What `make demo` prints, for this folder."""
    # `make test` may be what runs this: a make within a make says in which folder it is.
    make = ["make", "--no-print-directory", "--old-file", f"{VENV}/.set-up"]
    command = [*make, "demo", f"VENV={VENV}", f"DEMO={folder}"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_demo_is_a_screen_of_ten_lines(tmp_path: Path) -> None:
    """The record in order comes first, each line fits a terminal, and what is named is there."""
    folder = tmp_path / "demo"
    done = _demo(folder)

    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert len(lines) <= 10
    assert lines[1].split()[0] == "duinmark-2040-3"
    assert max(len(line.replace(str(folder), "build/demo")) for line in lines) <= 100
    named = re.findall(rf"^  ({re.escape(str(folder))}/\S+) ", done.stdout, re.MULTILINE)
    assert len(named) == 3
    assert [path for path in named if not Path(path).is_file()] == []
    assert len(list(folder.glob("*.*"))) == len(list((folder / "en").glob("*.*"))) == 16


def test_what_a_person_changed_in_the_demo_is_kept_and_the_demo_is_made(tmp_path: Path) -> None:
    """A report does not replace a document of an earlier version either."""
    folder = tmp_path / "demo"
    note = folder / "duinmark-2040-3.docx"
    folder.mkdir()
    with zipfile.ZipFile(note, "w") as package:
        package.writestr("word/document.xml", "<filled-in/>")
    changed = note.read_bytes()

    done = _demo(folder)

    assert (done.returncode, done.stderr) == (0, "")
    kept = tmp_path / "demo.1"
    assert done.stdout.startswith(f"Kept in {kept}: ")
    assert (kept / note.name).read_bytes() == changed
    assert note.read_bytes() != changed


def test_a_demo_that_fails_of_anything_else_stays_where_it_is(tmp_path: Path) -> None:
    """What it failed of is said, and not that somebody changed it."""
    folder = tmp_path / "demo"
    (folder / "duinmark-2040-3.json").mkdir(parents=True)

    done = _demo(folder)

    assert done.returncode != 0
    assert "duinmark-2040-3.json" in done.stderr
    assert "Kept in" not in done.stdout
    assert [each.name for each in tmp_path.iterdir()] == ["demo"]
