"""`ssrpolicy new-reporter`: what is said of a plugin that was begun, and what is refused."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests of this file work in a folder of their own."""
    monkeypatch.chdir(tmp_path)


def test_what_was_made_and_what_comes_next_is_told(run: Run, tmp_path: Path) -> None:
    """Every file, and the commands that work on the new folder."""
    result = run("new-reporter", "action-list")

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.output == (
        "Wrote ssrpolicy-action-list/README.md.\n"
        "Wrote ssrpolicy-action-list/.github/workflows/check.yml.\n"
        "Wrote ssrpolicy-action-list/.gitignore.\n"
        "Wrote ssrpolicy-action-list/pyproject.toml.\n"
        "Wrote ssrpolicy-action-list/src/ssrpolicy_action_list/__init__.py.\n"
        "Wrote ssrpolicy-action-list/src/ssrpolicy_action_list/py.typed.\n"
        "Wrote ssrpolicy-action-list/src/ssrpolicy_action_list/reporter.py.\n"
        "Wrote ssrpolicy-action-list/tests/test_reporter.py.\n"
        "\n"
        "Next:\n"
        "  cd ssrpolicy-action-list\n"
        "  python -m pip install --editable '.[check]'\n"
        "  python -m pytest\n"
        "  ssrpolicy report RECORD --to action-list --output report.txt\n"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["ssrpolicy-action-list"]
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 8


RULE = (
    "A name is lower-case words with hyphens between them, of at most 24 characters, and begins "
    "with a letter"
)


@pytest.mark.parametrize(
    "name, hint",
    [
        ("Action List", f"{RULE}, such as action-list."),
        ("action_list", f"{RULE}, such as action-list."),
        ("Coördinatie", f"{RULE}, such as coordinatie."),
        ("ssrpolicy-action-list", f"{RULE}, such as action-list."),
        ("2-columns", f"{RULE}, such as acme-2-columns."),
        ("../../away", f"{RULE}, such as away."),
        ("a-list-that-is-far-too-long-to-type", f"{RULE}, such as a-list-that-is-far-too-l."),
        ("123", f"{RULE}, such as acme-123."),
        ("", f"{RULE}."),
    ],
)
def test_a_name_that_cannot_be_is_refused_with_one_that_can(
    name: str, hint: str, run: Run, tmp_path: Path
) -> None:
    """What is wrong with a name is told with the nearest that would do; nothing is written."""
    result = run("new-reporter", name)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"Error: {name!r} cannot be a reporter's name.\n")
    assert " ".join(result.stderr.split()).endswith(hint)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["excel", "html"])
def test_a_name_that_is_taken_is_refused(name: str, run: Run, tmp_path: Path) -> None:
    """The reporters of ssrpolicy itself, installed or not, keep their names."""
    result = run("new-reporter", name)

    assert result.exit_code == 2
    assert f"There is a reporter '{name}' already." in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_pytest_would_take_for_a_test_is_refused(run: Run) -> None:
    """A class TestListReporter would be collected, and warned of."""
    assert "pytest would take its classes for tests" in run("new-reporter", "test-list").stderr


@pytest.mark.parametrize("command", ["new-reader", "new-drafter", "new-command"])
def test_a_plugin_that_pytest_would_take_for_a_test_is_refused(command: str, run: Run) -> None:
    """And the name that is refused is not the one that is advised."""
    told = run(command, "test-list").stderr

    assert "pytest would take its classes for tests" in told
    assert "for one" not in told


@pytest.mark.parametrize(
    "command, name",
    [
        ("new-reader", "json"),
        ("new-reader", "sources"),
        ("new-drafter", "excel"),
        ("new-reporter", "register"),
        ("new-drafter", "corpus"),
    ],
)
def test_a_distribution_that_is_there_already_keeps_its_name(
    command: str, name: str, run: Run, tmp_path: Path
) -> None:
    """To install the new one would remove the other, with all that it offers."""
    result = run(command, name)

    assert result.exit_code == 2
    assert f"There is a distribution ssrpolicy-{name} already" in " ".join(result.stderr.split())
    assert f"such as acme-{name}." in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_what_is_there_is_never_written_over(run: Run, tmp_path: Path) -> None:
    """A folder with something in it, and a file, stay as they were."""
    folder, file = tmp_path / "mine", tmp_path / "file"
    folder.mkdir()
    (folder / "pyproject.toml").write_text("mine")
    file.write_text("mine too")

    for target in (folder, file):
        result = run("new-reporter", "action-list", target)
        assert result.exit_code == 2
        assert f"{target} is there already, and is not written over." in result.stderr

    assert [path.name for path in folder.iterdir()] == ["pyproject.toml"]
    assert (folder / "pyproject.toml").read_text() == "mine"
    assert file.read_text() == "mine too"
    assert len(list(tmp_path.iterdir())) == 2


def test_an_empty_folder_will_do(run: Run, tmp_path: Path) -> None:
    """A folder that somebody made for it is filled, also below folders that are not there yet."""
    (tmp_path / "empty").mkdir()

    assert run("new-reporter", "action-list", "empty").exit_code == 0
    assert run("new-reporter", "action-list", "new/below").exit_code == 0
    assert (tmp_path / "empty" / "pyproject.toml").is_file()
    assert (tmp_path / "new" / "below" / "src" / "ssrpolicy_action_list").is_dir()


@pytest.mark.parametrize(
    "code, message",
    [
        ("quote-missing", "Begin the code with a name of your own, such as acme-quote-missing."),
        ("single", "A code is two or more lower-case words with hyphens between them"),
        ("Summary-Long", "'Summary-Long' cannot be a rule's code."),
    ],
)
def test_a_code_that_a_rule_cannot_have_is_answered(
    run: Run, tmp_path: Path, code: str, message: str
) -> None:
    """Nothing is written."""
    result = run("new-rule", code, tmp_path / "rule")

    assert message in result.stderr
    assert result.exit_code == 2
    assert not (tmp_path / "rule").exists()


@pytest.mark.parametrize("command", ["new-reader", "new-drafter", "new-command"])
def test_a_reader_drafter_or_command_is_begun(command: str, run: Run, tmp_path: Path) -> None:
    """What was made, what comes next, and a name that cannot be."""
    made = run(command, "mail-text")
    names = {"new-reader": "pdf", "new-drafter": "cues", "new-command": "register"}
    taken = run(command, names[command], tmp_path / "other")
    wrong = run(command, "Mail Text", tmp_path / "other")

    assert (made.exit_code, made.stderr) == (0, "")
    assert "Wrote ssrpolicy-mail-text/src/ssrpolicy_mail_text/__init__.py.\n" in made.output
    assert "  python -m pytest\n" in made.output
    assert taken.exit_code == wrong.exit_code == 2
    assert "There is a plugin" in taken.stderr
    assert "such as mail-text." in " ".join(wrong.stderr.split())
    assert not (tmp_path / "other").exists()


def test_a_command_cannot_be_called_as_one_of_ssrpolicy(run: Run, tmp_path: Path) -> None:
    """It would never be run."""
    result = run("new-command", "check", tmp_path / "other")

    assert result.exit_code == 2
    assert "ssrpolicy has a command 'check' itself" in result.stderr
    assert not (tmp_path / "other").exists()
