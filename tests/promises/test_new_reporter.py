"""What `ssrpolicy new-reporter` promises: a distribution that works as it is, and reads well."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ssrpolicy.cli.scaffolds import write_distribution

AS_OF = "2010-12-31"


def run(*command: object, folder: Path) -> str:
    """What a command prints; it must end with 0."""
    done = subprocess.run(
        [str(word) for word in command], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.slow
def test_a_new_reporter_is_built_installed_and_passes_its_tests(
    tmp_path: Path,
    letter: Path,
    wheel_of: Callable[[Path], Path],
    fresh_environment: Callable[..., Path],
) -> None:
    """In a new environment it is found, reports the letter, and keeps the contract as it is."""
    project = tmp_path / "project"
    write_distribution("action-list", project)
    commands = fresh_environment(wheel_of(project))

    # The core as it is published has the templates, too.
    run(commands / "ssrpolicy", "new-reporter", "other-list", folder=tmp_path)
    listed = run(commands / "ssrpolicy", "plugins", "action-list", folder=tmp_path)
    report = (letter, "--to", "action-list", "--as-of", AS_OF, "--language", "en")
    run(commands / "ssrpolicy", "report", *report, "--output", "report.txt", folder=tmp_path)
    tested = run(
        commands / "python", "-m", "pytest", "-q", "-p", "no:cacheprovider", folder=project
    )
    typed = run(
        *(sys.executable, "-m", "mypy", "--python-executable", commands / "python"),
        *("--cache-dir", tmp_path / "types"),
        folder=project,
    )

    assert (tmp_path / "ssrpolicy-other-list" / "pyproject.toml").is_file()
    assert listed.startswith("action-list (.txt, text/plain), from ssrpolicy-action-list 0.1.0\n")
    text = (tmp_path / "report.txt").read_text(encoding="utf-8")
    assert "Id: kst-32123-X-124#african-union\n" in text
    assert " passed" in tested
    assert "skipped" not in tested
    assert typed.startswith("Success: no issues found")


@pytest.mark.parametrize("name", ["a", "action-list", "an-action-list-of-owners"])
def test_a_new_reporter_is_in_style(name: str, tmp_path: Path) -> None:
    """Whatever its name, the checks that it brings with it find nothing, nor does the formatter."""
    write_distribution(name, tmp_path / "project")

    for command in (("check",), ("format", "--check")):
        run(sys.executable, "-m", "ruff", *command, "--no-cache", ".", folder=tmp_path / "project")


@pytest.mark.slow
def test_a_new_rule_is_built_installed_and_passes_its_tests(
    tmp_path: Path,
    letter: Path,
    wheel_of: Callable[[Path], Path],
    fresh_environment: Callable[..., Path],
) -> None:
    """In a new environment it judges the letter, shows its page, and keeps the contract."""
    project = tmp_path / "project"
    write_distribution("summary-long", project, kind="rule_distribution")
    commands = fresh_environment(wheel_of(project))

    found = run(
        commands / "ssrpolicy", "check", letter, "-o", "summary-long.words=5", folder=project
    )
    page = run(commands / "ssrpolicy", "plugins", "summary-long", folder=project)
    tested = run(
        commands / "python", "-m", "pytest", "-q", "-p", "no:cacheprovider", folder=project
    )
    typed = run(
        *(sys.executable, "-m", "mypy", "--python-executable", commands / "python"),
        *("--cache-dir", tmp_path / "types"),
        folder=project,
    )

    assert "note summary-long: kst-32123-X-124#" in found
    assert page.startswith("summary-long (note)\n\nA summary of a commitment is long.\n")
    assert " passed" in tested
    assert typed.startswith("Success: no issues found")


@pytest.mark.parametrize("name", ["a-b", "summary-long", "a-rule-of-an-office-long"])
def test_a_new_rule_is_in_style(name: str, tmp_path: Path) -> None:
    """Whatever its code, the checks that it brings with it find nothing, nor does the formatter."""
    write_distribution(name, tmp_path / "project", kind="rule_distribution")

    for command in (("check",), ("format", "--check")):
        run(sys.executable, "-m", "ruff", *command, "--no-cache", ".", folder=tmp_path / "project")


@pytest.mark.slow
@pytest.mark.parametrize(
    "kind, name", [("reader", "mail-text"), ("drafter", "promises"), ("command", "per-ministry")]
)
def test_a_new_reader_drafter_or_command_is_built_installed_and_passes_its_tests(
    kind: str,
    name: str,
    tmp_path: Path,
    wheel_of: Callable[[Path], Path],
    fresh_environment: Callable[..., Path],
) -> None:
    """In a new environment it is offered, keeps its contract, and its types are right."""
    project = tmp_path / "project"
    write_distribution(name, project, kind=f"{kind}_distribution")
    commands = fresh_environment(wheel_of(project))

    offered = run(commands / "ssrpolicy", "plugins", f"ssrpolicy-{name}", folder=project)
    tested = run(
        commands / "python", "-m", "pytest", "-q", "-p", "no:cacheprovider", folder=project
    )
    typed = run(
        *(sys.executable, "-m", "mypy", "--python-executable", commands / "python"),
        *("--cache-dir", tmp_path / "types"),
        folder=project,
    )

    assert name in offered
    assert " passed" in tested
    assert typed.startswith("Success: no issues found")


@pytest.mark.parametrize("kind", ["reader", "drafter", "command"])
@pytest.mark.parametrize("name", ["a", "mail-text", "a-plugin-of-an-office-ab"])
def test_a_new_reader_drafter_or_command_is_in_style(kind: str, name: str, tmp_path: Path) -> None:
    """Whatever its name, the checks that it brings with it find nothing, nor does the formatter."""
    write_distribution(name, tmp_path / "project", kind=f"{kind}_distribution")

    for command in (("check",), ("format", "--check")):
        run(sys.executable, "-m", "ruff", *command, "--no-cache", ".", folder=tmp_path / "project")
