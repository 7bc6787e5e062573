"""What `ssrpolicy new-reporter` promises: a distribution that works as it is, and reads well."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

from ssrpolicy.cli.scaffolds import write_distribution

AS_OF = "2010-12-31"
KINDS = {
    "action-list": "",
    "summary-long": "rule_",
    "mail-text": "reader_",
    "promises": "drafter_",
    "per-ministry": "command_",
}
"""The name of a new distribution of each kind, with what its template is called by."""


def run(*command: object, folder: Path) -> str:
    """What a command prints; it must end with 0."""
    done = subprocess.run(
        [str(word) for word in command], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@attrs.frozen
class Installed:
    """A new distribution of each kind, built and installed in one new environment."""

    commands: Path
    """The folder of the environment's commands."""
    projects: dict[str, Path]
    """The folder of each distribution, by its name."""

    def tested(self, name: str) -> str:
        """What the distribution's own tests say."""
        return run(
            *(self.commands / "python", "-m", "pytest", "-q", "-p", "no:cacheprovider"),
            folder=self.projects[name],
        )

    def typed(self, name: str) -> str:
        """What mypy says of the distribution, with the settings that it brings with it."""
        types = self.commands.parent / "types"
        return run(
            *(sys.executable, "-m", "mypy", "--python-executable", self.commands / "python"),
            *("--cache-dir", types),
            folder=self.projects[name],
        )


@pytest.fixture(scope="module")
def installed(
    tmp_path_factory: pytest.TempPathFactory,
    wheel_of: Callable[[Path], Path],
    fresh_environment: Callable[..., Path],
) -> Installed:
    """A reporter, a rule, a reader, a drafter and a command, as they are made."""
    folder = tmp_path_factory.mktemp("projects")
    projects = {}
    for name, kind in KINDS.items():
        projects[name] = folder / name
        write_distribution(name, projects[name], kind=f"{kind}distribution")
    commands = fresh_environment(*map(wheel_of, projects.values()))
    return Installed(commands=commands, projects=projects)


@pytest.mark.slow
def test_a_new_reporter_is_built_installed_and_passes_its_tests(
    installed: Installed, tmp_path: Path, letter: Path
) -> None:
    """In a new environment it is found, reports the letter, and keeps the contract as it is."""
    commands = installed.commands

    # The core as it is published has the templates, too.
    run(commands / "ssrpolicy", "new-reporter", "other-list", folder=tmp_path)
    listed = run(commands / "ssrpolicy", "plugins", "action-list", folder=tmp_path)
    report = (letter, "--to", "action-list", "--as-of", AS_OF, "--language", "en")
    run(commands / "ssrpolicy", "report", *report, "--output", "report.txt", folder=tmp_path)
    tested, typed = installed.tested("action-list"), installed.typed("action-list")

    assert (tmp_path / "ssrpolicy-other-list" / "pyproject.toml").is_file()
    assert listed.startswith("action-list (.txt, text/plain), from ssrpolicy-action-list 0.1.0\n")
    text = (tmp_path / "report.txt").read_text(encoding="utf-8")
    assert "Id: kst-32123-X-124#african-union\n" in text
    assert " passed" in tested
    assert "skipped" not in tested
    assert typed.startswith("Success: no issues found")


@pytest.mark.heavy
@pytest.mark.parametrize("name", ["a", "action-list", "an-action-list-of-owners"])
def test_a_new_reporter_is_in_style(name: str, tmp_path: Path) -> None:
    """Whatever its name, the checks that it brings with it find nothing, nor does the formatter."""
    write_distribution(name, tmp_path / "project")

    for command in (("check",), ("format", "--check")):
        run(sys.executable, "-m", "ruff", *command, "--no-cache", ".", folder=tmp_path / "project")


@pytest.mark.slow
def test_a_new_rule_is_built_installed_and_passes_its_tests(
    installed: Installed, tmp_path: Path, letter: Path
) -> None:
    """In a new environment it judges the letter, shows its page, and keeps the contract."""
    ssrpolicy = installed.commands / "ssrpolicy"
    found = run(ssrpolicy, "check", letter, "-o", "summary-long.words=5", folder=tmp_path)
    page = run(ssrpolicy, "plugins", "summary-long", folder=tmp_path)
    tested, typed = installed.tested("summary-long"), installed.typed("summary-long")

    assert "note summary-long: kst-32123-X-124#" in found
    assert page.startswith("summary-long (note)\n\nA summary of a commitment is long.\n")
    assert " passed" in tested
    assert typed.startswith("Success: no issues found")


@pytest.mark.heavy
@pytest.mark.parametrize("name", ["a-b", "summary-long", "a-rule-of-an-office-long"])
def test_a_new_rule_is_in_style(name: str, tmp_path: Path) -> None:
    """Whatever its code, the checks that it brings with it find nothing, nor does the formatter."""
    write_distribution(name, tmp_path / "project", kind="rule_distribution")

    for command in (("check",), ("format", "--check")):
        run(sys.executable, "-m", "ruff", *command, "--no-cache", ".", folder=tmp_path / "project")


@pytest.mark.slow
@pytest.mark.parametrize("name", ["mail-text", "promises", "per-ministry"])
def test_a_new_reader_drafter_or_command_is_built_installed_and_passes_its_tests(
    name: str, installed: Installed, tmp_path: Path
) -> None:
    """In a new environment it is offered, keeps its contract, and its types are right."""
    command = (installed.commands / "ssrpolicy", "plugins", f"ssrpolicy-{name}")
    offered = run(*command, folder=tmp_path)
    tested, typed = installed.tested(name), installed.typed(name)

    assert name in offered
    assert " passed" in tested
    assert typed.startswith("Success: no issues found")


@pytest.mark.heavy
@pytest.mark.parametrize("kind", ["reader", "drafter", "command"])
@pytest.mark.parametrize("name", ["a", "mail-text", "a-plugin-of-an-office-ab"])
def test_a_new_reader_drafter_or_command_is_in_style(kind: str, name: str, tmp_path: Path) -> None:
    """Whatever its name, the checks that it brings with it find nothing, nor does the formatter."""
    write_distribution(name, tmp_path / "project", kind=f"{kind}_distribution")

    for command in (("check",), ("format", "--check")):
        run(sys.executable, "-m", "ruff", *command, "--no-cache", ".", folder=tmp_path / "project")
