"""The command, run in this process or at a terminal of its own, and records with a draft."""

import fcntl
import os
import pty
import select
import shutil
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from draftable import LETTER
from ssrpolicy.cli.main import _command
from ssrpolicy.starting import begin_record

Run = Callable[..., Result]
AtTerminal = Callable[..., tuple[int, str]]


@pytest.fixture
def run() -> Run:
    """A function that runs ``ssrpolicy`` with arguments, and gives what it printed and its code."""

    def runs(*arguments: str | Path, typed: str | bytes | None = None) -> Result:
        words = [str(each) for each in arguments]
        return CliRunner().invoke(_command, words, prog_name="ssrpolicy", input=typed)

    return runs


@pytest.fixture
def records(fixtures: Path) -> Path:
    """The folder of the records."""
    return fixtures / "records"


@pytest.fixture(scope="session")
def lagemeer(fixtures: Path) -> Path:
    """The folder of the invented record."""
    return fixtures / "records" / "lagemeer-2031-7"


_AGAIN = {"\x03": 10, "\x04": 2}
"""After how many seconds without an answer a key is pressed again."""


def _take_the_terminal() -> None:
    # Ctrl-C reaches those only whose terminal it is.
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


@pytest.fixture
def at_terminal() -> AtTerminal:
    """A function that runs the command at a terminal and answers its questions in turn.

    It gives the exit code and everything that stood on the terminal. Each answer is typed when a
    line that ends in a colon and a space waits for it.
    """

    def runs(
        arguments: list[str | Path], answers: list[str], term: str = "dumb", columns: int = 80
    ) -> tuple[int, str]:
        ours, theirs = pty.openpty()
        environment = {**os.environ, "TERM": term, "PYTHONUNBUFFERED": "1", "COLUMNS": str(columns)}
        running = subprocess.Popen(
            [sys.executable, "-m", "ssrpolicy", *map(str, arguments)],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=environment,
            start_new_session=True,
            preexec_fn=_take_the_terminal,  # noqa: PLW1509 - no other thread here holds a lock
        )
        os.close(theirs)
        waiting = list(answers)
        seen = answered = b""
        typed = 0.0
        end = time.monotonic() + 120
        while time.monotonic() < end:
            ready, _, _ = select.select([ours], [], [], 0.2)
            if ready:
                try:
                    seen += os.read(ours, 4096)
                except OSError:
                    break  # the other end is closed
            elif running.poll() is not None:
                break
            # A signal must not come while keys that were typed ahead are still being answered.
            due = waiting and not (ready and waiting[0] in _AGAIN)
            if due and seen.endswith(b": ") and seen != answered:
                answered = seen
                os.write(ours, waiting.pop(0).encode())
                typed = time.monotonic()
            elif (again := _AGAIN.get(answers[-1] if answers else "")) and (
                answered and not waiting and time.monotonic() > typed + again
            ):
                # A signal may come too early for readline, and people press the key again.
                os.write(ours, answers[-1].encode())
                typed = time.monotonic()
        os.close(ours)
        running.kill()
        return running.wait(), seen.decode().replace("\r\n", "\n")

    return runs


@pytest.fixture(scope="session")
def drafted_once(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """A function that gives a folder with a text and its record, with a draft; to be copied."""

    @cache
    def made(text: str) -> Path:
        home = tmp_path_factory.mktemp("drafted")
        file = home / "letter.txt"
        file.write_text(text, "utf-8")
        folder = begin_record(file, home / "record", None).folder
        assert CliRunner().invoke(_command, ["draft", str(folder)]).exit_code == 0
        return home

    return made


@pytest.fixture
def drafted(drafted_once: Callable[[str], Path], tmp_path: Path) -> Callable[[str], Path]:
    """A function that gives a record of a text, with a draft, that a test may change."""

    def made(text: str) -> Path:
        shutil.copytree(drafted_once(text), tmp_path, dirs_exist_ok=True)
        return tmp_path / "record"

    return made


@pytest.fixture
def folder(drafted: Callable[[str], Path]) -> Path:
    """A record of the letter, with a draft."""
    return drafted(LETTER)


LANGUAGE_VARIABLES = ("SSRPOLICY_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def spoken(*arguments: str | Path, **environment: str) -> Result:
    """What the command prints in an environment that has no language but that given."""
    unset = dict.fromkeys(LANGUAGE_VARIABLES)
    words = [str(each) for each in arguments]
    runner = CliRunner(env={**unset, **environment})
    return runner.invoke(_command, words, prog_name="ssrpolicy")


def every_command(group: click.Group, *above: str) -> Iterator[tuple[str, ...]]:
    """The words of every command and subcommand, the group itself first."""
    yield above
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from every_command(command, *above, name)
        elif command is not None:
            yield (*above, name)
