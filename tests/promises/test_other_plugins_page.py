"""The page on rules, editable reporters and commands: its plugin is built, installed and used."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ssrpolicy import reporting

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "how-to" / "write-other-plugins.md"
_BLOCK = re.compile(r"`([\w.]+)`:\n\n```(?:python|toml)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILES = [
    *("acme_changelog.py", "acme_promises.py", "acme_sheet.py", "pyproject.toml"),
    *("test_changelog.py", "test_promises.py", "test_sheet.py"),
]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with the files of the page."""
    folder = tmp_path / "project"
    folder.mkdir()
    files = dict(_BLOCK.findall(PAGE.read_text("utf-8")))
    assert sorted(files) == FILES
    for name, content in files.items():
        (folder / name).write_text(content, encoding="utf-8")
    return folder


@pytest.mark.slow
def test_the_files_of_the_page_are_typed(project: Path) -> None:
    """Strictly, as a careful author would."""
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--cache-dir", project / "types", "."],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout


@pytest.mark.slow
def test_the_plugins_of_the_page_work_from_wheels(
    project: Path,
    letter: Path,
    wheel_of: Callable[[Path], Path],
    fresh_environment: Callable[..., Path],
) -> None:
    """In a new environment the tests pass, and the rule, the sheet and the command are there."""
    commands = fresh_environment(wheel_of(project))

    def run(*words: object) -> str:
        done = subprocess.run(
            [str(word) for word in words], cwd=project, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    tested = run(commands / "python", "-m", "pytest", "-q", "-p", "no:cacheprovider")
    checked = run(commands / "ssrpolicy", "check", letter, "-o", "acme-summary-long.words=5")
    asked = ("--to", "sheet", "--as-of", "2010-12-31", "--output", "sheet.csv")
    run(commands / "ssrpolicy", "report", letter, *asked)
    merged = run(commands / "ssrpolicy", "merge", "sheet.csv", letter, "--by", "nl-bz")
    printed = run(commands / "ssrpolicy", "changelog", letter, "--language", "en")

    assert " passed" in tested
    assert "skipped" not in tested
    assert "note acme-summary-long: kst-32123-X-124#" in checked
    assert "nothing was entered in it" in merged
    assert printed == "" or printed.startswith("## ")


def test_what_a_plugin_may_raise_is_where_the_page_says() -> None:
    """Each error of the table is in the package from which a plugin takes everything else."""
    table = PAGE.read_text("utf-8").partition("## What may be raised")[2].partition("\n## ")[0]
    named = re.findall(r"`(\w+Error)`", table)

    assert named == ["ContentError", "OptionError", "InputError"]
    assert [name for name in named if name not in reporting.__all__] == []
