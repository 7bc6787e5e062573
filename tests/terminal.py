"""A terminal where the commands of a page are typed, as a reader of the page would."""

import contextlib
import re
import shlex
from pathlib import Path

from click.testing import CliRunner

from ssrpolicy.cli.main import _command

# What is announced is erased again on a terminal when it was done.
_ANNOUNCED = re.compile(r"^Writing .* with .* \.\.\.\n", re.MULTILINE)
COMMAND = re.compile(r"^\$ ((?:.*\\\n)*.*\n)", re.MULTILINE)
"""A command of a console block, which may go on over lines that end in a backslash."""
_TYPED = re.compile(r"(?:\[q\]uit|\[y/n\]): (\w)$", re.MULTILINE)


def shown(output: str) -> str:
    """What stays on a terminal of what a command printed."""
    return _ANNOUNCED.sub("", output)


def session(block: str, folder: Path, *, columns: int = 80) -> str:
    """What a terminal of that width shows when the commands of a block are typed in a folder.

    What a command asks is answered as the block shows it, with the key after the question.
    They run in this process: to start one takes longer than most commands. That the installed
    command starts as a process is for the tests of README and of `ssrpolicy.cli`.
    """
    seen = ""
    for match in COMMAND.finditer(block):
        command = match[1]
        following = COMMAND.search(block, match.end())
        shown_below = block[match.end() : following.start() if following else len(block)]
        keys = "".join(f"{key}\n" for key in _TYPED.findall(shown_below))
        name, *arguments = shlex.split(command.replace("\\\n", " "))
        assert name == "ssrpolicy"
        with contextlib.chdir(folder):
            environment = {"COLUMNS": str(columns)}
            done = CliRunner(env=environment).invoke(
                _command, arguments, input=keys, prog_name=name
            )
        if done.exception is not None and not isinstance(done.exception, SystemExit):
            raise done.exception
        seen += f"$ {command}{shown(done.output)}"
    return seen
