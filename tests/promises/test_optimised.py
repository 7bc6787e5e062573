"""`python -OO`, which leaves out docstrings and asserts, runs every command and every reporter."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ssrpolicy.reporting import load_plugins

DAY = ("--as-of", "2010-12-31")
REPORTERS = [each.name for each in load_plugins().reporters]
# One call of each command; RECORD is the letter's folder.
COMMANDS = [
    ("new", "LETTER", "nieuw"),
    ("locate", "RECORD", "maximaal 100 personen"),
    ("add", "update", "RECORD", "--statement", "african-union", "--date", "2011-03-01",
     "--by", "nl-bz", "--claimed", "in_progress"),
    ("check", "RECORD", "--coverage", "--format", "json"),
    ("show", "RECORD", *DAY),
    ("show", "RECORD", "african-union", *DAY),
    ("cite", "Kamerstukken II 2009/10, 32 123 X, nr. 124"),
    ("plugins",),
    ("plugins", "excel"),
    ("new-reporter", "action-list"),
]  # fmt: skip


def command(*words: str, level: str, folder: Path, record: Path) -> tuple[int, str]:
    """The exit code of a command and what it prints, run with this level of optimisation."""
    known = {"RECORD": record, "LETTER": record / "sources" / "kst-32123-X-124.txt"}
    done = subprocess.run(
        [sys.executable, *level.split(), "-m", "ssrpolicy", *(known.get(w, w) for w in words)],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )
    return done.returncode, done.stdout + done.stderr


@pytest.mark.slow
@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: " ".join(words[:2]))
def test_each_command_says_the_same_without_docstrings(
    words: tuple[str, ...], letter_copy: Path, tmp_path: Path
) -> None:
    """What it prints, and how it ends, does not hang on a docstring or an assert."""
    said = []
    for level in ("", "-OO"):
        folder = tmp_path / (level or "plain")
        folder.mkdir()
        before = (letter_copy / "record.toml").read_bytes()
        said.append(command(*words, level=level, folder=folder, record=letter_copy))
        (letter_copy / "record.toml").write_bytes(before)

    assert said[0] == said[1]
    assert said[0][0] == 0


@pytest.mark.slow
@pytest.mark.parametrize("name", REPORTERS)
def test_each_reporter_writes_the_same_without_docstrings(
    name: str, letter_copy: Path, tmp_path: Path
) -> None:
    """The bytes are the same; and a tracker is read back."""
    written = []
    option = ("-o", "word-changes.since=2010-11-30") if name == "word-changes" else ()
    for level in ("", "-OO"):
        folder = tmp_path / (level or "plain")
        folder.mkdir()
        if name == "excel-review":
            code, said = command("draft", "RECORD", level=level, folder=folder, record=letter_copy)
            assert code == 0, said
        words = ("report", "RECORD", "--to", name, *option, *DAY, "--output-dir", ".")
        code, said = command(*words, level=level, folder=folder, record=letter_copy)
        assert code == 0, said
        (file,) = folder.iterdir()
        written.append(file.read_bytes())
        if name == "excel":
            merge = ("merge", file.name, "RECORD", "--date", "2011-01-01", "--by", "Jansen")
            code, said = command(*merge, level=level, folder=folder, record=letter_copy)
            assert code == 0, said

    assert written[0] == written[1]
