"""Measure the steps that have a budget against their floors, and print one table.

CPU time (user and system, children included) with bytecode on, each run in a process of its own.
"""

import argparse
import os
import platform
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from attrs import astuple

from benchmarks import waiting
from benchmarks.catalogue.benchmark import FULL, GROWTH, MEMORY, Benchmark
from benchmarks.catalogue.every import BENCHMARKS
from benchmarks.harness import BOUND, ENOUGH, ROOT, StepFailedError, interleaved
from benchmarks.inputs import Inputs, new_inputs
from benchmarks.servers import SERVER
from benchmarks.table import Row, rows, table, unmeasured

_BROWSER, _WAITING = "browser", "waiting"


def main() -> int:
    """Measure what is asked and print the table; 1 when a step could not be run at all."""
    asked = _arguments()
    if asked.list:
        print(_listing())
        return 0
    only = set(asked.only)
    chosen = [each for each in BENCHMARKS if not only or {each.name, each.group} & only]
    inputs = new_inputs(asked.folder, asked.shrink)
    # An editable install would compile its source in the first runs.
    sources = ("src", "benchmarks", *(str(path) for path in ROOT.glob("plugins/*/src")))
    subprocess.run([sys.executable, "-m", "compileall", "-q", *sources], cwd=ROOT, check=True)

    print(_heading(asked.repeats, asked.shrink), flush=True)
    lines: list[Row] = []
    failed = False
    for benchmark in chosen:
        try:
            if benchmark.on_server and SERVER not in os.environ:
                reason = f"not measured, for {SERVER} names no server"
                done = [unmeasured(benchmark, benchmark.sizes[0], reason)]
            else:
                done = list(_measured(benchmark, inputs, asked.repeats, asked.shrink))
        except StepFailedError as error:
            failed = True
            done = [unmeasured(benchmark, benchmark.sizes[0], f"not measured: {error}")]
        for row in done:
            print("; ".join(filter(None, astuple(row))), file=sys.stderr, flush=True)
        lines += done
    if lines:
        print(f"\n{table(lines)}", flush=True)
    if not only or _BROWSER in only:
        page = inputs.path(f"report:html:{max(1, FULL // asked.shrink)}")
        subprocess.run([sys.executable, "-m", "benchmarks.browser", page], cwd=ROOT, check=True)
    if not only or _WAITING in only:
        for line in waiting.figures_of(inputs, max(1, FULL // asked.shrink)):
            print(f"a register, by the clock: {line}", flush=True)
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"\nAll of it took {spent.ru_utime + spent.ru_stime:.0f} s of CPU time.")
    return int(failed)


def _heading(repeats: int, shrink: int) -> str:
    load = os.getloadavg()[0]
    lines = [
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} CPUs, load {load:.1f},",
        f"Python {platform.python_version()}. CPU seconds (user and system), the median of",
        f"{repeats} runs, floor and step in turn; fewer after {ENOUGH} s, more where they are",
        f"short: n says how many. A process is stopped at {BOUND} s. Memory may be {MEMORY} MiB",
        f"up to {FULL:,} items.",
    ]
    if shrink > 1:
        lines.append(f"Sizes are divided by {shrink}; the budgets are for full sizes.")
    return "\n".join(lines)


def _measured(benchmark: Benchmark, inputs: Inputs, repeats: int, shrink: int) -> Iterator[Row]:
    """Yield the rows of a benchmark, a row for each size."""
    sizes = [max(1, size // shrink) for size in benchmark.sizes]
    commands = [inputs.command(benchmark.step, size) for size in sizes]
    if benchmark.floor is not None:
        commands.insert(0, inputs.command(benchmark.floor.step, sizes[0]))
    measured = interleaved(commands, repeats * benchmark.rounds)
    floor = None if benchmark.floor is None else measured.pop(0)
    yield from rows(benchmark, sizes, measured, floor)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("only", nargs="*", help="only these rows or groups; --list names them")
    parser.add_argument("--list", action="store_true", help="list the rows and their budgets")
    parser.add_argument("--repeats", type=int, default=3, help="runs of a step (%(default)s)")
    parser.add_argument(
        "--shrink",
        type=int,
        default=1,
        help="divide every size by this, to see whether all works; the budgets are for full sizes",
    )
    parser.add_argument(
        "--folder",
        type=Path,
        default=ROOT / "build" / "bench",
        help="where inputs and reports are made; what is there goes first (%(default)s)",
    )
    asked = parser.parse_args()
    known = {name for each in BENCHMARKS for name in (each.name, each.group)}
    known |= {_BROWSER, _WAITING}
    if unknown := set(asked.only) - known:
        parser.error(f"{', '.join(sorted(unknown))}: not one of {', '.join(sorted(known))}")
    if asked.repeats < 1 or asked.shrink < 1:
        parser.error("--repeats and --shrink are at least 1")
    return asked


def _listing() -> str:
    """Return the rows with their group, sizes and budget."""
    names = (f"{each.group}/{each.name}" for each in BENCHMARKS)
    width = max(map(len, names))
    lines = [
        f"{f'{each.group}/{each.name}'.ljust(width)}  {each.title}{_sizes(each)}: {_budget(each)}"
        for each in BENCHMARKS
    ]
    lines.append(f"{_BROWSER.ljust(width)}  the page of {FULL:,} in Chromium")
    lines.append(f"{_WAITING.ljust(width)}  builds and answers of a register, by the clock")
    return "\n".join(lines)


def _sizes(benchmark: Benchmark) -> str:
    sizes = ", ".join(f"{size:,}" for size in benchmark.sizes)
    return f" ({sizes} {benchmark.items})" if benchmark.items else ""


def _budget(benchmark: Benchmark) -> str:
    parts = []
    if benchmark.floor is not None:
        parts.append(f"{benchmark.floor.budget:g} x {benchmark.floor.name}")
    if benchmark.each is not None:
        parts.append(f"{benchmark.each:g} ms each")
    if len(benchmark.sizes) > 1:
        parts.append(f"five times as many {GROWTH:g} x")
    return ", ".join(parts)


if __name__ == "__main__":
    sys.exit(main())
