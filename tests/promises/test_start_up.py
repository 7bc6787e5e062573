"""What starts quickly loads little: pinned by what is not imported, and not by the clock."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.heavy

# What a reporter lays out with, what a long date or a table needs, and what merges.
HEAVY = {"babel", "docx", "importlib.metadata", "jinja2", "lxml", "openpyxl", "rich"}
MERGING = "ssrpolicy.merging."


def loaded(code: str, **environment: str) -> set[str]:
    """The modules that a new Python has loaded when it ends, having run some code."""
    program = (
        f"import sys\n{code}\nimport json\nprint(json.dumps(list(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, **environment},
    )
    return set(json.loads(done.stderr.splitlines()[-1]))


def command(*words: str | Path) -> str:
    """Code that runs the command with these words."""
    said = [str(word) for word in words]
    return f"from ssrpolicy.cli.main import _command\n_command({said!r}, standalone_mode=False)"


def heavy(modules: set[str]) -> set[str]:
    """Those of the modules that only some calls need."""
    return {name for name in modules if name in HEAVY or name.startswith(MERGING)}


def test_importing_the_library_loads_none_of_its_rooms() -> None:
    """`import ssrpolicy` is for whoever wants one name of it."""
    modules = {name for name in loaded("import ssrpolicy") if name.startswith("ssrpolicy")}

    assert modules == {"ssrpolicy", "ssrpolicy.lazy"}


@pytest.mark.parametrize("name", ["InputError", "Severity", "Commitment", "check", "report"])
def test_a_name_of_the_library_loads_only_what_it_needs(name: str) -> None:
    """No name but those of merging loads what merges, or what lays out a report."""
    assert heavy(loaded(f"from ssrpolicy import {name}")) == set()


def test_python_without_docstrings_checks_as_ever(letter: Path) -> None:
    """`python -OO` leaves out the docstrings that are the rules' reference pages, and no rule."""
    assert "ssrpolicy.rules" in loaded(command("check", letter), PYTHONOPTIMIZE="2")


def test_the_help_imports_no_command_and_no_room() -> None:
    """The list of commands is data: showing it costs little more than click itself."""
    modules = {name for name in loaded(command("--help")) if name.startswith("ssrpolicy.")}

    assert modules == {
        "ssrpolicy.arguments",
        "ssrpolicy.cli",
        "ssrpolicy.cli.console",
        "ssrpolicy.cli.console.addresses",
        "ssrpolicy.cli.ending",
        "ssrpolicy.cli.external",
        "ssrpolicy.cli.groups",
        "ssrpolicy.cli.language",
        "ssrpolicy.cli.main",
        "ssrpolicy.cli.settings",
        "ssrpolicy.cli.settings.finding",
        "ssrpolicy.entry_points",
        "ssrpolicy.errors",
        "ssrpolicy.holes",
        "ssrpolicy.lazy",
        "ssrpolicy.messages",
        "ssrpolicy.passwords",
        "ssrpolicy.unseen",
    }


def test_a_command_reads_what_a_distribution_offers_once() -> None:
    """There may be hundreds; hooks, commands and databases are asked of one reading."""
    reading = (
        "import collections, sys\n"
        "opened = collections.Counter()\n"
        "def audit(event, given):\n"
        "    if event == 'open' and str(given[0]).endswith('entry_points.txt'):\n"
        "        opened[given[0]] += 1\n"
        "sys.addaudithook(audit)\n"
    )
    asking = "from ssrpolicy.reporting import load_plugins\nload_plugins()\n"
    seen = "\nassert opened and set(opened.values()) == {1}, opened"

    assert loaded(f"{reading}{asking}{command('--help')}{seen}")


def test_checking_loads_neither_merging_nor_what_draws_and_dates(letter: Path) -> None:
    """A check reads and judges; it draws no table, writes no date out and merges nothing."""
    modules = loaded(command("check", letter), SSRPOLICY_DISABLE_PLUGINS="ssrpolicy-word")

    assert heavy(modules) == set()
    assert not {"ssrpolicy.reporting.run", "ssrpolicy.reporting.packages"} & modules
    # What looks for a word that is like a wrong one, and what folds lines for a terminal.
    assert not {"difflib", "shutil", "textwrap"} & modules


@pytest.mark.slow
def test_reporting_to_a_new_file_loads_no_merging(letter: Path, tmp_path: Path) -> None:
    """Only where a file is there already is it asked whether that holds edits."""
    new = command("report", letter, "--to", "json", "--output-dir", tmp_path)
    modules = loaded(new)
    again = loaded(new)

    assert not any(name.startswith(MERGING) for name in modules)
    assert any(name.startswith(MERGING) for name in again)
