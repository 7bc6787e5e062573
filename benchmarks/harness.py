"""Running a step in a process of its own, and comparing it with its floor."""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from attrs import field, frozen

ROOT = Path(__file__).parents[1]
_MEBIBYTE = 1024 * 1024
# Linux counts ru_maxrss in KiB, macOS in bytes.
_RSS_UNIT = 1 if sys.platform == "darwin" else 1024


@frozen(kw_only=True)
class Run:
    """One run of a step: seconds of the work or of the whole process, and peak memory in MiB."""

    seconds: float
    process_seconds: float
    peak: float


@frozen(kw_only=True)
class Measurement:
    """Several runs of one step."""

    runs: tuple[Run, ...] = field(default=())

    @property
    def seconds(self) -> float:
        """The median time of the work itself, imports and preparation left out."""
        return statistics.median(run.seconds for run in self.runs)

    @property
    def process_seconds(self) -> float:
        """The median time of the whole process, from its start to its end."""
        return statistics.median(run.process_seconds for run in self.runs)

    @property
    def peak(self) -> float:
        """The largest peak memory of any run, in MiB."""
        return max(run.peak for run in self.runs)


class StepFailedError(RuntimeError):
    """A measured process did not do its work."""


def run(command: Sequence[str]) -> Run:
    """Run one step, named with its arguments, in a new process.

    This process must stay small: on Linux a child's peak memory begins at its parent's.
    """
    environment = os.environ | {"PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": ""}
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.worker", *command],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
    )
    assert process.stdout is not None
    with process.stdout as stream:
        output = stream.read()
    _, status, usage = os.wait4(process.pid, 0)
    ended = time.perf_counter()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise StepFailedError(f"{' '.join(command)} ended with code {process.returncode}")
    return Run(
        seconds=json.loads(output.splitlines()[-1])["seconds"],
        process_seconds=ended - started,
        peak=usage.ru_maxrss * _RSS_UNIT / _MEBIBYTE,
    )


def interleaved(commands: Sequence[Sequence[str]], repeats: int) -> list[Measurement]:
    """Measure several steps in turn, so that a slow minute of the machine falls on all of them."""
    runs: list[list[Run]] = [[] for _ in commands]
    for _ in range(repeats):
        for command, done in zip(commands, runs, strict=True):
            done.append(run(command))
    return [Measurement(runs=tuple(done)) for done in runs]
