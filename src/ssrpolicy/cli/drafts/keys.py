"""Keys and lines that a person types during a review, at a terminal or from a script."""

from __future__ import annotations

import sys
from collections.abc import Collection, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import click

from ssrpolicy.cli.console import WIDTH, is_yes, print_line, wrapped
from ssrpolicy.messages import _
from ssrpolicy.unseen import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBERS = "123456789"
# What no line is broken at, while it is wrapped.
_TOGETHER = "\N{NO-BREAK SPACE}"


def pressed(question: str) -> str:
    """Return the key that was pressed, or the first letter of a line where nobody is there.

    A line with nothing on it is a question mark, which nothing is meant by; the end of the input
    is an empty text.
    """
    lines = visible(wrapped(question, 0)).replace(_TOGETHER, " ")
    click.echo(f"{lines}: ", nl=False)
    if sys.stdin.isatty():
        key = click.getchar()
        click.echo(key if key.isprintable() else "")
        return key.lower()
    line = sys.stdin.readline()
    click.echo(line.strip())
    return line.strip()[:1].lower() or ("?" if line else "")


def chosen(options: Sequence[tuple[str, str]]) -> str | None:
    """Return the value whose number was pressed of some, each with its label; None for none."""
    numbered = zip(_NUMBERS, options, strict=False)
    listed = "  ".join(
        f"{number} {name}".replace(" ", _TOGETHER) for number, (_value, name) in numbered
    )
    key = pressed(listed)
    if key and key in _NUMBERS[: len(options)]:
        return options[_NUMBERS.index(key)][0]
    print_line(_("Nothing was changed."))
    return None


def unless_numbered(question: str, numbers: Collection[int]) -> Collection[int] | None:
    """Ask whether all in a list are meant; return the numbers of those that are not, or None."""

    def read(answer: str) -> Collection[int] | None:
        words = answer.replace(",", " ").split()
        if not (words and all(word.isdecimal() for word in words)):
            return () if is_yes(answer) else None
        named = {int(word) for word in words}
        for each in sorted(named - set(numbers)):
            raise click.UsageError(_("{number} is not in the list.", number=each))
        return named

    if len(numbers) > 1:
        print_line(_("Yes, no, or the numbers of those that stay open, such as 3 7."))
    answer: Collection[int] | None = click.prompt(
        visible(f"{question} {_('[y/N]')}"), default="n", show_default=False, value_proc=read
    )
    return answer


def typed(question: str, before: str = "") -> str | None:
    """Return the line that was typed; at a terminal what stood there before can be edited.

    None where the input ends, or where the line is broken off.
    """
    prompt = f"{visible(question)}: "
    if not sys.stdin.isatty():
        click.echo(prompt, nl=False)
        line = sys.stdin.readline()
        click.echo(line.strip())
        return line.strip() if line else None
    if len(prompt) > WIDTH // 2:
        print_line(question)
        prompt = "> "
    with suppress(EOFError, KeyboardInterrupt), _filled_in(before):
        return input(prompt).strip()
    print_line()
    return None


@contextmanager
def _filled_in(text: str) -> Iterator[None]:
    """Let the line that is typed next begin with a text, where the terminal's library can."""
    try:
        import readline  # noqa: PLC0415 - Windows has none, and only a line that is edited needs it
    except ImportError:
        yield
        return
    readline.set_startup_hook(lambda: readline.insert_text(visible(text)))
    try:
        yield
    finally:
        readline.set_startup_hook()
