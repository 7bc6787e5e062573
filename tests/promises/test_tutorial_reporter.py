"""The tutorial on reporters: its plugin is made of the page's own text, installed and used."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import terminal

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "tutorial" / "first-reporter.md"
_FILE = re.compile(r"`(agenda/[\w.]+)`:\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_TEXT = re.compile(r"^```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_INSTALLED = "## Install it"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of the reader, with the files that the page has him make."""
    work = tmp_path / "repository"
    (work / "agenda").mkdir(parents=True)
    (work / "fixtures").symlink_to(ROOT / "fixtures", target_is_directory=True)
    files = dict(_FILE.findall(PAGE.read_text(encoding="utf-8")))
    assert sorted(files) == [
        "agenda/acme_agenda.py",
        "agenda/pyproject.toml",
        "agenda/test_agenda.py",
    ]
    for name, content in files.items():
        (work / name).write_text(content, encoding="utf-8")
    return work


def session(code: str, folder: Path, commands: Path) -> str:
    """What a terminal shows when the commands of a block are typed there."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("SSRPOLICY_")}
    seen = ""
    for command in terminal.COMMAND.findall(code):
        words = shlex.split(command.replace("\\\n", " "))
        done = subprocess.run(
            [str(commands / words[0]), *words[1:]],
            cwd=folder,
            env={**environment, "COLUMNS": "80", "PYTHONUTF8": "1"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        seen += f"$ {command}{terminal.shown(done.stdout)}"
    return seen


@pytest.mark.slow
def test_the_plugin_of_the_tutorial_is_built_installed_and_used(
    folder: Path,
    wheel_of: Callable[[Path], Path],
    fresh_environment: Callable[..., Path],
    pytestconfig: pytest.Config,
) -> None:
    """Each command prints what the page shows, first with the file, then with what is installed."""
    page = PAGE.read_text(encoding="utf-8")
    before, heading, after = page.partition(_INSTALLED)
    here = Path(sys.executable).parent

    def shown(part: str, commands: Path) -> str:
        return _CONSOLE.sub(
            lambda block: f"```console\n{session(block[1], folder, commands)}```", part
        )

    tried = shown(before, here)
    agenda = (folder / "agenda.txt").read_text(encoding="utf-8")
    tried = _TEXT.sub(lambda _: f"```text\n{agenda}```", tried)
    commands = fresh_environment(wheel_of(folder / "agenda"))
    tested = subprocess.run(
        [str(commands / "python"), "-m", "pytest", "-q", "-p", "no:cacheprovider"],
        cwd=folder / "agenda",
        capture_output=True,
        text=True,
        check=False,
    )
    used = shown(after, commands)

    if pytestconfig.getoption("--update-goldens"):
        PAGE.write_text(f"{tried}{heading}{used}", encoding="utf-8", newline="\n")
    assert f"{tried}{heading}{used}" == PAGE.read_text(encoding="utf-8")
    assert tested.returncode == 0, tested.stdout
    assert "skipped" not in tested.stdout
