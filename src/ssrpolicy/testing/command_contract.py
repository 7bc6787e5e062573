"""The contract of a command as tests: inherit them, name the command, and run pytest."""

from __future__ import annotations

import re
from typing import ClassVar

import click
from click.testing import CliRunner, Result

from ssrpolicy.cli import BUILT_IN
from ssrpolicy.commands import EXIT_CANNOT, EXIT_FINE
from ssrpolicy.testing.failing import Contract, fail


class CommandContract(Contract):
    """What every command of a plugin must do, as tests that pytest collects from a subclass.

    Set ``command`` and ``name``, what stands before and after the = in ``pyproject.toml``.
    """

    _member = "command"
    command: ClassVar[click.Command]
    name: ClassVar[str]

    def test_its_name_can_be_typed(self) -> None:
        """The name is lower-case words with hyphens, and not that of a command of ssrpolicy."""
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", self.name):
            fail(f"the name is not lower-case words with hyphens: {self.name!r}")
        if self.name in BUILT_IN:
            fail(f"ssrpolicy has a command {self.name!r} itself, which goes before it")

    def test_its_help_explains_it(self) -> None:
        """The command, and each command below it, begins its help with a sentence."""
        for path, command in _all(self.command, self.name):
            first = (command.help or "").strip().partition("\n\n")[0]
            if not re.fullmatch(r"[A-Z0-9].*\.", first, re.DOTALL):
                fail(f"the help of {path} does not begin with a sentence: {first!r:.200}")

    def test_each_option_is_explained(self) -> None:
        """Every option has a word of help."""
        for path, command in _all(self.command, self.name):
            for param in command.params:
                if isinstance(param, click.Option) and not (param.help or param.hidden):
                    fail(f"the option {param.opts[0]} of {path} has no help")

    def test_its_help_is_printed(self) -> None:
        """With --help it prints its help and ends with 0."""
        for path, command in _all(self.command, self.name):
            result = _run(command, path, "--help")
            if result.exit_code != EXIT_FINE or "--help" not in result.output:
                fail(f"{path} --help ends with {result.exit_code}: {result.output!r:.200}")

    def test_what_is_mistyped_is_refused(self) -> None:
        """An option that is not there ends with 2, and says so on standard error."""
        result = _run(self.command, self.name, "--no-such-option")
        if result.exit_code != EXIT_CANNOT or "--no-such-option" not in result.stderr:
            fail(f"--no-such-option ends with {result.exit_code}: {result.stderr!r:.200}")


def _run(command: click.Command, name: str, *arguments: str) -> Result:
    return CliRunner().invoke(command, arguments, prog_name=f"ssrpolicy {name}")


def _all(command: click.Command, path: str) -> list[tuple[str, click.Command]]:
    """Return a command and all below it, each with what is typed for it."""
    found = [(path, command)]
    for name, each in command.commands.items() if isinstance(command, click.Group) else ():
        found += _all(each, f"{path} {name}")
    return found
