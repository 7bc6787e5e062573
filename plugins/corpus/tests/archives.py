"""An archive to work through, and readers that fail as real ones do."""

import fcntl
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

Run: TypeAlias = Callable[..., subprocess.CompletedProcess[str]]

READER = '''
"""Readers of files that fail as real ones do."""
import ctypes
import fcntl
import os
import signal
import time
from pathlib import Path

from ssrpolicy.reporting import SourceReading, hookimpl


class Failing:
    name = "failing"
    summary = "Files that fail."
    suffixes = ("fail",)
    media_types = ("application/x-fail",)
    api = 1

    def read(self, data, name):
        word, _, rest = data.decode().strip().partition(" ")
        if word == "fork":
            file, _, rest = rest.partition(" ")
            held = open(file, "w")
            fcntl.flock(held, fcntl.LOCK_EX)
            if not os.fork():
                time.sleep(600)  # the file is locked as long as this process is there
            word, _, rest = rest.partition(" ")
        if word == "exit":
            os._exit(7)
        if word == "parent":
            os.kill(os.getppid(), signal.SIGKILL)
            time.sleep(60)
        if word == "segfault":
            ctypes.string_at(0)
        if word == "hang":  # in C, where no other thread of Python runs
            ctypes.PyDLL(None).pause()
        if word == "raise":
            raise RecursionError("too deep")
        if word == "loud":
            print("{" * 100_000, flush=True)
        if word == "short":
            time.sleep(0.02)
        if word == "once" and not Path(rest).exists():
            Path(rest).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        if word == "wait":
            Path(rest).with_suffix(".begun").touch()
            while not Path(rest).exists():
                time.sleep(0.02)
        return SourceReading(text=f"Kamerstuk 32 123 X, nr. 84 van {name}.")


@hookimpl
def ssrpolicy_readers():
    return [Failing()]
'''


def letter(number: int) -> str:
    """The text of a small letter, one of many."""
    return f"Brief {number}\n\nIk zeg toe de Kamer te informeren over 32 123 X, nr. {number + 1}.\n"


def results(output: Path, work: str = "cite") -> dict[str, bytes]:
    """The results of a work, and the problems, by their names below the folder."""
    files = [*(output / work / "results").rglob("*.json"), output / work / "problems.json"]
    return {file.relative_to(output).as_posix(): file.read_bytes() for file in files}


def words(*arguments: str | Path) -> list[str]:
    """The command as it is typed; with one worker, unless it says how many."""
    if not {"--workers", "--scheduler"} & {*arguments}:
        arguments = (*arguments, "--workers", "1")
    return [sys.executable, "-m", "ssrpolicy", "corpus", "run", *map(str, arguments)]


def until(happened: Callable[[], bool]) -> None:
    """Wait until something happened; it must within some minutes, on a busy machine too."""
    end = time.monotonic() + 300
    while not happened():
        assert time.monotonic() < end
        time.sleep(0.02)


def is_let_go(file: Path) -> bool:
    """Whether the process that locked a file is there no more."""
    with file.open() as locked:
        try:
            fcntl.flock(locked, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True
