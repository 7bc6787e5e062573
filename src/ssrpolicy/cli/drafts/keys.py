"""Keys and lines that a person types during a review, at a terminal or from a script."""

from __future__ import annotations

import codecs
import os
import re
import select
import sys
from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, TypeVar

import click

from ssrpolicy.cli.console import line_width, print_line, print_wrapped, wrapped
from ssrpolicy.messages import _
from ssrpolicy.unseen import visible

if sys.platform != "win32":
    import termios
    import tty

if TYPE_CHECKING:
    from collections.abc import Iterator

_T = TypeVar("_T")

_ENTER, _ESCAPE, _END = ("\r", "\n"), "\x1b", b"\x04"
# How a key ends that is several signs.
_ENDS_KEY = re.compile(r"\x1b(?:\[.*|O?)[A-Za-z~]")
# Seconds without a key after which somebody is not typing any more.
_PAUSE = 0.5
_NUMBERS = "123456789"
_BETWEEN_NUMBERS = re.compile(r"[\s,;]+")
_AROUND_DASH = re.compile(r"\s*[-–]\s*")
# No list is so long that its numbers have more digits.
_SPAN = re.compile(r"([0-9]{1,9})(?:-([0-9]{1,9}))?")
# What no line is broken at, while it is wrapped.
_TOGETHER = "\N{NO-BREAK SPACE}"


def pressed(question: str) -> str | None:
    """Return the key that was pressed, or the first letter of a line where nobody is there.

    Enter is passed over: people type it after a key, as scripts do. None where the input ends.
    """
    click.echo(f"{_lines(question)}: ", nl=False)
    if sys.stdin.isatty():
        try:
            while (key := _key()) in _ENTER:
                pass
        except EOFError:
            print_line()
            return None
        click.echo(key if key.isprintable() else "")
        return key.lower()
    while (line := sys.stdin.readline()) and not line.strip():
        pass
    click.echo(line.strip())
    return line.strip()[:1].lower() if line else None


def say(text: str) -> None:
    """Print a sentence of the review, in lines that fit the terminal."""
    print_wrapped(text, 0)


def offer(names: Iterable[str]) -> None:
    """Print what keys do, each on one line."""
    click.echo(_lines(" ".join(map(_together, names))))


def _together(name: str) -> str:
    return name.replace(" ", _TOGETHER)


def _lines(text: str) -> str:
    return visible(wrapped(text, 0)).replace(_TOGETHER, " ")


def _key() -> str:
    """Return the next key that is pressed at the terminal; keys that were typed ahead count.

    Raises EOFError for Ctrl-D, and where the terminal is gone.
    """
    if sys.platform == "win32":
        return click.getchar()
    signs = codecs.getincrementaldecoder(sys.stdin.encoding)("replace")
    with _by_the_key() as terminal:
        key = ""
        while not key:
            if (data := os.read(terminal, 1)) in {b"", _END}:
                raise EOFError
            key = signs.decode(data)
        while key[0] == _ESCAPE and select.select([terminal], [], [], 0)[0]:  # such as an arrow
            key += signs.decode(os.read(terminal, 1))
            if _ENDS_KEY.fullmatch(key):
                break
        return key


@contextmanager
def _by_the_key() -> Iterator[int]:
    """Let the terminal, which is given, hand over each key at once."""
    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    try:
        # Unlike click, which flushes: who knows the keys types faster than a proposal is shown.
        tty.setcbreak(terminal, termios.TCSADRAIN)
        yield terminal
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)


def _pass_over_typed() -> None:
    """Pass over what is being typed at the terminal, until nobody types.

    It was meant for a question that was not asked, and would decide about proposals.
    """
    if sys.platform == "win32" or not sys.stdin.isatty():
        return
    with _by_the_key() as terminal:
        while select.select([terminal], [], [], _PAUSE)[0]:
            if os.read(terminal, 1024) in {b"", _END}:
                break


def picked(options: Sequence[tuple[str, str]]) -> str | None:
    """Return the value whose number was pressed of some, each with its label; None for none."""
    numbered = zip(_NUMBERS, options, strict=False)
    key = pressed("  ".join(_together(f"{number} {name}") for number, (_value, name) in numbered))
    if key and key in _NUMBERS[: len(options)]:
        return options[_NUMBERS.index(key)][0]
    if key and key.isprintable():
        numbers = ", ".join(_NUMBERS[: len(options)])
        say(_("{key} is not in the list; its keys are {numbers}.", key=key, numbers=numbers))
        _pass_over_typed()
    say(_("Nothing was changed."))
    return None


def agreed(question: str) -> bool:
    """Ask a question that is answered with yes or no; yes where nothing is typed.

    No where the input ends.
    """
    return bool(_answered(f"{question} {_('[Y/n]')}", lambda line: not line or _is_yes(line)))


def unless_numbered(question: str, numbers: Collection[int]) -> Collection[int]:
    """Ask whether all in a list are meant; return the numbers of those that are not.

    No and the end of the input leave out all. Enter alone does not answer: it may be the one that
    somebody types after a key.
    """
    what_to_type = _("Type yes or no.")
    if len(numbers) > 1:
        what_to_type = _("Yes, no, or the numbers of those that stay open, such as 3 7 or 2-5.")
        say(what_to_type)

    def read(line: str) -> Collection[int]:
        parts = _BETWEEN_NUMBERS.split(_AROUND_DASH.sub("-", line))
        spans = [_SPAN.fullmatch(part) for part in parts if part]
        if not spans or not all(spans):
            with suppress(_UnclearError):
                return () if _is_yes(line) else numbers
            raise _UnclearError(what_to_type)
        left: set[int] = set()
        for first, last in ((int(span[1]), int(span[2] or span[1])) for span in spans if span):
            for each in (first, last):
                if each not in numbers:
                    raise _UnclearError(_("{number} is not in the list.", number=each))
            left |= {each for each in numbers if first <= each <= last or last <= each <= first}
        return left

    left = _answered(f"{question} {_('[y/n]')}", read)
    return numbers if left is None else left


class _UnclearError(Exception):
    """An answer that does not fit its question; the message lists the answers that do."""


def _answered(question: str, read: Callable[[str], _T]) -> _T | None:
    """Ask until what was typed is an answer; None where the input ends."""
    while (line := typed(question)) is not None:
        try:
            return read(line)
        except _UnclearError as unclear:
            say(str(unclear))
    return None


def _is_yes(line: str) -> bool:
    """Return whether an answer is yes or no, in either language."""
    word = line.casefold()
    if word in {"y", "yes", "j", "ja"}:
        return True
    if word in {"n", "no", "nee"}:
        return False
    raise _UnclearError(_("Type yes or no."))


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
    if len(prompt) > line_width() // 2:
        say(question)
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
