"""Commands of plugins are listed, found by name and switched off, without an import."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
Offer = Callable[..., None]


def test_help_names_it_and_imports_nothing(run: Run, offer: Offer, mark: Path) -> None:
    """The list is made from names alone; its own help is its own."""
    offer()

    listed = run("--help").stdout
    imported = mark.exists()
    shown = run("count", "--help").stdout

    of_plugins = listed.split("Commands of plugins:\n")[1]
    assert re.search(r"^  count +From acme-count 1\.0\.$", of_plugins, re.MULTILINE)
    assert not imported
    assert "Count the statements of records." in shown
    assert mark.exists()


@pytest.mark.parametrize("name", ["count", "acme-count", "Acme_Count"])
def test_plugins_says_whose_a_command_is(run: Run, offer: Offer, mark: Path, name: str) -> None:
    """By its name, or by that of a distribution that offers a command only; nothing is imported."""
    offer()

    shown = run("plugins", name)
    data = json.loads(run("plugins", name, "--format", "json").stdout)

    said = "`ssrpolicy count --help` explains it."
    assert shown.stdout == f"acme-count 1.0\n  command count\n    {said}\n", shown.stderr
    known = {"name": "count", "distribution": "acme-count", "version": "1.0"}
    assert data == [{**known, "disabled": False, "disabled_by": None, "failures": []}]
    assert not mark.exists()
    assert run("plugins", "cuont").exit_code == 2


@pytest.mark.parametrize(
    "offered, words, said",
    [
        ({"name": "report"}, (), "ssrpolicy has a command 'report' itself"),
        ({"code": "import acme_missing"}, ("--trace",), "No module named 'acme_missing'"),
        ({"code": "command = 3"}, ("--trace",), "it is 3, not a click command"),
        ({"target": "absent"}, ("--trace",), "absent"),
    ],
)
def test_plugins_says_of_a_command_that_it_cannot_run(
    run: Run, offer: Offer, offered: dict[str, str], words: tuple[str, ...], said: str
) -> None:
    """What a command of ssrpolicy goes before is known from its name, the rest from an import."""
    offer(**offered)

    for asked in (("plugins",), ("plugins", "acme-count")):
        shown = run(*asked, *words).stdout
        data = json.loads(run(*asked, *words, "--format", "json").stdout)
        (command,) = [
            each
            for each in (data["commands"] if isinstance(data, dict) else data)
            if each["distribution"] == "acme-count"
        ]

        assert f"acme-count 1.0\n  command {offered.get('name', 'count')}\n    " in shown
        assert said in shown
        assert said in command["failures"][0]["cause"]


def test_other_commands_do_not_import_it(run: Run, offer: Offer, mark: Path, letter: Path) -> None:
    """A check waits for no plugin's command."""
    offer(code="raise SystemExit('broken')")

    assert run("check", letter).exit_code == 0
    assert not mark.exists()


def test_a_built_in_command_goes_before_it(run: Run, offer: Offer, mark: Path) -> None:
    """No distribution can take the place of a command of ssrpolicy."""
    offer("check")

    listed = run("--help").stdout
    result = run("check", "--help")

    assert "Report every finding" in result.stdout
    assert "acme-count" not in listed
    assert not mark.exists()


def test_two_of_one_name_are_refused_with_both_named(run: Run, offer: Offer, mark: Path) -> None:
    """Neither is run; the list shows both."""
    offer()
    offer(distribution="other-count")

    result = run("count", "x")

    assert "2 distributions offer a command 'count': " in result.stderr
    assert "acme-count 1.0" in result.stderr
    assert "other-count 1.0" in result.stderr
    assert result.exit_code == 2
    assert not mark.exists()


def test_it_can_be_switched_off(run: Run, offer: Offer, monkeypatch: pytest.MonkeyPatch) -> None:
    """SSRPOLICY_DISABLE_PLUGINS holds for commands, too."""
    offer()
    monkeypatch.setenv("SSRPOLICY_DISABLE_PLUGINS", "acme_count")

    assert "No command is called 'count'." in run("count").stderr


@pytest.mark.parametrize("name", ["acme_count", "count"])
def test_settings_of_the_working_folder_switch_it_off(
    run: Run,
    offer: Offer,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    mark: Path,
    *,
    name: str,
) -> None:
    """By the name of its distribution or its own; it is not imported, and says which file it is."""
    offer()
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ssrpolicy.toml").write_text(f'disable = ["{name}"]\n', "utf-8")

    refused = run("count")

    assert refused.exit_code == 2
    assert "The command count of acme-count 1.0 is disabled by ssrpolicy.toml." in refused.stderr
    assert "acme-count" not in run("--help").stdout
    assert "which is not installed" not in run("plugins").stderr
    assert not mark.exists()


def test_settings_that_cannot_be_read_let_no_command_of_a_plugin_run(
    run: Run, offer: Offer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, mark: Path
) -> None:
    """It may be disabled; the help is there all the same."""
    offer()
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ssrpolicy.toml").write_text("disable = 3\n", "utf-8")

    assert run("count").exit_code == 2
    assert not mark.exists()
    assert run("--help").exit_code == 0


def test_plugins_lists_it(run: Run, offer: Offer) -> None:
    """With its distribution, as people and as programs read it."""
    offer()

    assert "acme-count 1.0\n  command count\n" in run("plugins").stdout
    assert '"name": "count"' in run("plugins", "--format", "json").stdout


@pytest.mark.heavy
def test_a_built_in_command_starts_without_looking_for_others(letter: Path) -> None:
    """What finds commands of plugins is loaded for a name that is not built in, and for help."""
    code = (
        "import sys\nfrom ssrpolicy.cli.main import _command\n"
        "_command(['schema'], standalone_mode=False)\n"
        "print('ssrpolicy.cli.external' in sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert letter.is_dir()
    assert done.stderr == "False\n"


def test_the_help_of_a_group_has_the_first_sentence_of_each_command(run: Run, offer: Offer) -> None:
    """A command in a group of a plugin needs no line of its own for the list."""
    code = (
        "import click\nfrom ssrpolicy.commands import Group\n"
        '@click.group(\'tally\', cls=Group)\ndef command():\n    """Tally records."""\n'
        '@command.command(\'up\')\ndef up():\n    """Count upwards. And so on."""\n'
    )
    offer("tally", distribution="acme-tally", code=code)

    assert "  up  Count upwards.\n" in run("tally", "--help").output
