"""Write command.md, the reference of the command, from its own help.

Run it when a command or an option has changed: .venv/bin/python docs/reference/command.py
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from ssrpolicy.cli.main import _command

PAGE = Path(__file__).with_name("command.md")

HEAD = """\
# The command

Every subcommand of `ssrpolicy`, as its `--help` describes it. This page is written by
[command.py](command.py) from the command itself.

| exit code | what it means |
|---|---|
| 0 | fine; warnings and notes there may be |
| 1 | errors in records, or nothing found by `locate` |
| 2 | it cannot be done: a wrong option, a file that is not there, a reporter that failed |
"""


def page() -> str:
    """Return the reference page in Markdown."""
    return "\n".join([HEAD, *_help(_command, ("ssrpolicy",), None)])


def _help(
    command: click.Command, words: tuple[str, ...], above: click.Context | None
) -> Iterator[str]:
    settings = {**_command.context_settings, "terminal_width": 80}
    context = click.Context(command, above, info_name=words[-1], **settings)
    yield f"## {' '.join(words)}"
    yield ""
    yield "```text"
    yield "\n".join(line.rstrip() for line in command.get_help(context).splitlines())
    yield "```"
    yield ""
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            if below is not None and not below.hidden:
                yield from _help(below, (*words, name), context)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
