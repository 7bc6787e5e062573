"""Running a step in a process of its own, and comparing it with its floor."""

import json
import os
import signal
import statistics
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from attrs import frozen

ROOT = Path(__file__).parents[1]
BOUND = 400
"""CPU seconds after which a process is stopped."""
ENOUGH = 40
"""CPU seconds spent on one step after which it is not repeated."""
# A process that waits for something takes no CPU time; seconds of the clock.
_PATIENCE = 1_200
_MEBIBYTE = 1024 * 1024
# Linux counts ru_maxrss in KiB, macOS in bytes.
_RSS_UNIT = 1 if sys.platform == "darwin" else 1024


@frozen(kw_only=True)
class Run:
    """One run of a step: CPU seconds of the work and of the whole process, and peak memory."""

    work: float
    process: float
    peak: float


@frozen(kw_only=True)
class Measurement:
    """The runs of one step; none when it was stopped at the bound."""

    runs: tuple[Run, ...]

    @property
    def stopped(self) -> bool:
        """Whether the step took more than the bound."""
        return not self.runs

    @property
    def seconds(self) -> float:
        """The median CPU time of the work, preparation left out; at least the bound if stopped."""
        return statistics.median(run.work for run in self.runs) if self.runs else BOUND

    @property
    def spread(self) -> tuple[float, float]:
        """The least and the most CPU time of a run."""
        return min(run.work for run in self.runs), max(run.work for run in self.runs)

    @property
    def peak(self) -> float:
        """The largest peak memory of any run, in MiB."""
        return max((run.peak for run in self.runs), default=0)


class StepFailedError(RuntimeError):
    """A measured process did not do its work."""


class StepStoppedError(StepFailedError):
    """A measured process took more than the bound."""


def run(command: Sequence[str]) -> Run:
    """Run one step, named with its arguments, in a new process.

    This process must stay small: on Linux a child's peak memory begins at its parent's.
    """
    environment = os.environ | {"PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": ""}
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.worker", str(BOUND), *command],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
    )
    fuse = threading.Timer(_PATIENCE, process.kill)
    fuse.start()
    assert process.stdout is not None
    with process.stdout as stream:
        output = stream.read()
    _, status, usage = os.wait4(process.pid, 0)
    fuse.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode == -signal.SIGKILL:
        raise StepStoppedError(f"{' '.join(command)} was stopped after {BOUND} s")
    if process.returncode != 0:
        raise StepFailedError(f"{' '.join(command)} ended with code {process.returncode}")
    return Run(
        work=json.loads(output.splitlines()[-1]),
        process=usage.ru_utime + usage.ru_stime,
        peak=usage.ru_maxrss * _RSS_UNIT / _MEBIBYTE,
    )


def interleaved(commands: Sequence[Sequence[str]], repeats: int) -> list[Measurement]:
    """Measure several steps in turn, so that a slow minute of the machine falls on all of them.

    A step that takes long is repeated less. One that is stopped is not tried again, and those
    after it, which are larger, are not tried at all: they have no measurement.
    """
    runs: list[list[Run]] = [[] for _ in commands]
    for _ in range(repeats):
        for number, command in enumerate(commands):
            if sum(each.process for each in runs[number]) > ENOUGH:
                continue
            try:
                runs[number].append(run(command))
            except StepStoppedError:
                if not runs[number]:
                    commands = commands[:number]
                    del runs[number + 1 :]
                    break
    return [Measurement(runs=tuple(done)) for done in runs]
