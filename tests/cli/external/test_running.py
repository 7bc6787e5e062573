"""A command of a plugin is run, and what it raises becomes an exit code."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from cli.external.modules import MODULE
from ssrpolicy.commands import EXIT_ERRORS_IN_RECORDS

Run = Callable[..., Result]
Offer = Callable[..., None]


def test_a_command_of_a_plugin_is_run(run: Run, offer: Offer, letter: Path) -> None:
    """It is typed like any other, with the arguments that others have."""
    offer()

    result = run("count", letter)

    assert result.exit_code == 0, result.stderr
    assert int(result.stdout) > 10


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
