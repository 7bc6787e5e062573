"""Commands of plugins: known by name, loaded when asked, fenced, and never in the way."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import Result

from ssrpolicy.commands import EXIT_ERRORS_IN_RECORDS
from ssrpolicy.testing import CommandContract

Run = Callable[..., Result]
Offer = Callable[..., None]

MODULE = '''
"""A command made for a test."""
import click
import ssrpolicy
from ssrpolicy.commands import EXIT_ERRORS_IN_RECORDS, paths_argument, print_line

open({mark!r}, "a").close()

@click.command("count")
@paths_argument
@click.option("--fail", help="How to fail.")
def command(paths, fail):
    """Count the statements of records."""
    if fail == "riddle":
        raise LookupError("no such riddle")
    if fail == "own":
        raise ssrpolicy.InputError("It cannot be read.", hint="Read another.")
    if fail == "usage":
        raise click.UsageError("Not so.")
    if fail == "code":
        raise click.exceptions.Exit(EXIT_ERRORS_IN_RECORDS)
    if fail == "system":
        open("/nowhere/at/all")
    records = [record for path in paths for record in ssrpolicy.load_all(path)]
    print_line(str(sum(len(record.statements) for record in records)))

nothing = 3
'''


@pytest.fixture
def mark(tmp_path: Path) -> Path:
    """A file that is there once the module of a command was imported."""
    return tmp_path / "imported"


@pytest.fixture
def offer(tmp_path: Path, mark: Path, monkeypatch: pytest.MonkeyPatch) -> Offer:
    """A function that installs a distribution with a command, next to none of ours."""
    monkeypatch.setenv("SSRPOLICY_DISABLE_PLUGINS", "ssrpolicy-corpus")
    site = tmp_path / "site"
    site.mkdir()
    monkeypatch.syspath_prepend(site)

    def offered(
        name: str = "count",
        *,
        distribution: str = "acme-count",
        code: str = MODULE,
        target: str = "command",
    ) -> None:
        module = distribution.replace("-", "_")
        monkeypatch.delitem(sys.modules, module, raising=False)
        (site / f"{module}.py").write_text(code.replace("{mark!r}", repr(str(mark))))
        info = site / f"{module}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Name: {distribution}\nVersion: 1.0\n")
        entry = f"[ssrpolicy.commands]\n{name} = {module}:{target}\n"
        (info / "entry_points.txt").write_text(entry)

    return offered


def test_a_command_of_a_plugin_is_run(run: Run, offer: Offer, letter: Path) -> None:
    """It is typed like any other, with the arguments that others have."""
    offer()

    result = run("count", letter)

    assert result.exit_code == 0, result.stderr
    assert int(result.stdout) > 10


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

    assert shown.stdout == "acme-count 1.0\n  command count\n", shown.stderr
    known = {"name": "count", "distribution": "acme-count", "version": "1.0"}
    assert data == [{**known, "disabled": False, "disabled_by": None}]
    assert not mark.exists()
    assert run("plugins", "cuont").exit_code == 2


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


@pytest.mark.parametrize(
    "code, target, cause",
    [
        ("import nobody_has_this", "command", "ModuleNotFoundError: No module named 'nobody_"),
        ("raise SystemExit(3)", "command", "it asked the program to exit (SystemExit: 3)"),
        (MODULE, "nothing", "it is 3, not a click command"),
        (MODULE, "missing", "AttributeError: module 'acme_count' has no attribute 'missing'"),
    ],
)
def test_a_command_that_cannot_be_loaded_is_named(
    run: Run, offer: Offer, code: str, target: str, cause: str
) -> None:
    """With its distribution and the cause; no traceback."""
    offer(code=code, target=target)

    result = run("count", "x")

    assert f"Error: The command count of acme-count 1.0 failed: {cause}" in result.stderr
    assert "Traceback" not in result.stderr
    assert result.exit_code == 2


@pytest.mark.parametrize(
    "fail, code, message",
    [
        (
            "riddle",
            2,
            "Error: The command count of acme-count 1.0 failed: LookupError: no such riddle.",
        ),
        ("own", 2, "Error: It cannot be read.\n    Read another."),
        ("usage", 2, "Error: Not so."),
        ("code", EXIT_ERRORS_IN_RECORDS, ""),
        ("system", 2, "Error: /nowhere/at/all: No such file or directory."),
    ],
)
def test_what_a_command_raises_becomes_an_exit_code(
    run: Run, offer: Offer, fail: str, code: int, message: str
) -> None:
    """Errors of click and of ssrpolicy are as of any command; any other names the plugin."""
    offer()

    result = run("count", "x", "--fail", fail)

    assert result.exit_code == code
    assert message in result.stderr
    assert "Traceback" not in result.stderr


def test_the_traceback_of_a_command_begins_in_its_own_code(
    run: Run, offer: Offer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SSRPOLICY_DEBUG=1 shows its author the line."""
    offer()
    monkeypatch.setenv("SSRPOLICY_DEBUG", "1")

    result = run("count", "x", "--fail", "riddle")

    assert 'acme_count.py", line ' in result.stderr
    assert "click/core.py" not in result.stderr


def test_a_slip_in_its_name_is_answered(run: Run, offer: Offer) -> None:
    """As for a built-in command."""
    offer()

    assert "Did you mean `ssrpolicy count`?" in run("coutn").stderr


def test_it_can_be_switched_off(run: Run, offer: Offer, monkeypatch: pytest.MonkeyPatch) -> None:
    """SSRPOLICY_DISABLE_PLUGINS holds for commands, too."""
    offer()
    monkeypatch.setenv("SSRPOLICY_DISABLE_PLUGINS", "acme_count")

    assert "There is no command 'count'." in run("count").stderr


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


@click.command("right")
@click.option("--days", help="How many days.")
def right(days: str) -> None:
    """Do what is right."""
    click.echo(days)


@click.command("wrong")
@click.option("--days")
def wrong(days: str) -> None:
    """no sentence"""  # noqa: D400, D403 - the fault that is tried
    click.echo(days)


class TestRight(CommandContract):
    """The contract, on a command without a fault."""

    command = right
    name = "right"


@pytest.mark.parametrize(
    "name, test, message",
    [
        ("check", "test_its_name_can_be_typed", "ssrpolicy has a command 'check' itself"),
        ("Wrong", "test_its_name_can_be_typed", "not lower-case words"),
        ("wrong", "test_its_help_explains_it", "does not begin with a sentence: 'no sentence'"),
        ("wrong", "test_each_option_is_explained", "the option --days of wrong has no help"),
    ],
)
def test_the_contract_finds_a_fault(name: str, test: str, message: str) -> None:
    """The test that finds it says what."""
    contract = type("Contract", (CommandContract,), {"command": wrong, "name": name})()

    with pytest.raises(AssertionError, match=message):
        getattr(contract, test)()


def test_the_help_of_a_group_has_the_first_sentence_of_each_command(run: Run, offer: Offer) -> None:
    """A command in a group of a plugin needs no line of its own for the list."""
    code = (
        "import click\nfrom ssrpolicy.commands import Group\n"
        '@click.group(\'tally\', cls=Group)\ndef command():\n    """Tally records."""\n'
        '@command.command(\'up\')\ndef up():\n    """Count upwards. And so on."""\n'
    )
    offer("tally", distribution="acme-tally", code=code)

    assert "  up  Count upwards.\n" in run("tally", "--help").output
