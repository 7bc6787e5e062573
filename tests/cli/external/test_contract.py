"""The contract of commands finds a fault in one."""

import click
import pytest

from ssrpolicy.testing import CommandContract
from tables import each_case


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


@each_case(
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
