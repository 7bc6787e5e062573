"""Measure the steps of a portfolio report against their floors, and print the ratios."""

import argparse
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

from benchmarks.browser import figures_of
from benchmarks.harness import ROOT, StepFailedError, interleaved, run
from benchmarks.portfolio import COMMITMENTS

LETTER = "fixtures/records/kst-32123-X-124"
FULL = 10_000
LARGER = 5
SCALING = 5.5
PEAK = 250


@frozen(kw_only=True)
class Row:
    """One line of the table: what it took, of what it is a multiple, and what it may be."""

    step: str
    commitments: int
    seconds: float
    against: str
    floor: float
    budget: float
    peak: float
    peak_budget: float | None = None

    @property
    def ratio(self) -> float:
        """The time as a multiple of the floor's."""
        return self.seconds / self.floor

    @property
    def missed(self) -> str:
        """What is over its budget, in a word; empty when nothing is."""
        over = ["time"] if self.ratio > self.budget else []
        if self.peak_budget is not None and self.peak > self.peak_budget:
            over.append("memory")
        return " and ".join(over)


@frozen(kw_only=True)
class Bench:
    """The measurements of one run of the harness, in a folder of their own."""

    folder: Path
    repeats: int
    full: int

    def portfolio(self, commitments: int) -> str:
        """The path of a portfolio with so many commitments, made if it is not there."""
        path = self.folder / f"portfolio-{commitments}.json"
        if not path.exists():
            run(["portfolio", str(commitments // COMMITMENTS), str(path)])
        return str(path)

    def loading(self) -> Iterator[Row]:
        """Load and check, against a plain load."""
        commands = {n: ["load", self.portfolio(n)] for n in (self.full, self.full * LARGER)}
        yield from self._rows(
            "load and check JSON",
            commands,
            ["plain-load", self.portfolio(self.full)],
            ("a plain cattrs load", 3),
        )

    def excel(self) -> Iterator[Row]:
        """The tracker, against the same cells."""
        yield from self._reporting("excel", "xlsx", self.full, ("the same cells, openpyxl", 1.5))

    def word(self) -> Iterator[Row]:
        """The note, at two sizes, against the same paragraphs and rows."""
        floor = ("the same paragraphs, lxml", 2.0)
        yield from self._reporting("word", "docx", self.full // 10, floor)
        yield from self._reporting("word", "docx", self.full, floor)

    def html(self) -> Iterator[Row]:
        """The page, against the same elements and texts; then how a browser takes it."""
        yield from self._reporting("html", "html", self.full, ("the same elements, Jinja2", 4.0))
        for line in figures_of(self.folder / f"html-{self.full}.html"):
            print(f"    in Chromium: {line}", flush=True)

    def merge(self) -> Iterator[Row]:
        """Planning the merge of a tracker, against reading its cells."""
        commands = {}
        for n in (self.full, self.full * LARGER):
            tracker = str(self.folder / f"merge-{n}.xlsx")
            run(["report", self.portfolio(n), "excel", tracker])
            commands[n] = ["merge", self.portfolio(n), tracker]
        plain = ["plain-pass", str(self.folder / f"merge-{self.full}.xlsx")]
        floor = ("openpyxl's read-only pass", 2.0)
        yield from self._rows("plan a merge, records loaded", commands, plain, floor)

    def letter(self) -> Iterator[Row]:
        """The letter in three formats from a cold start, against importing the libraries."""
        folder = self.folder / "letter"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        floor, step = interleaved([["libraries"], ["letter", LETTER, str(folder)]], self.repeats)
        yield Row(
            step="the letter, cold, json excel word",
            commitments=1,
            seconds=step.process_seconds,
            against="importing the libraries",
            floor=floor.process_seconds,
            budget=2,
            peak=step.peak,
        )

    def _reporting(
        self, name: str, suffix: str, commitments: int, floor: tuple[str, float]
    ) -> Iterator[Row]:
        cells = _FLOORS[name]
        made = str(self.folder / f"{name}-{commitments}.{suffix}")
        kept = str(self.folder / f"{name}-{commitments}.kept")
        commands = {
            n: ["report", self.portfolio(n), name, str(self.folder / f"{name}-{n}.{suffix}")]
            for n in (commitments, commitments * LARGER)
        }
        run(commands[commitments])
        run([f"keep-{cells}", made, kept])
        plain = [f"plain-{cells}", kept, str(self.folder / f"floor.{suffix}")]
        yield from self._rows(f"report {name}", commands, plain, floor)

    def _rows(
        self,
        step: str,
        commands: dict[int, list[str]],
        plain: list[str],
        floor: tuple[str, float],
    ) -> Iterator[Row]:
        """The step against its floor, and five times the step against the step."""
        against, budget = floor
        once, larger = commands
        lowest, first, second = interleaved([plain, commands[once], commands[larger]], self.repeats)
        yield Row(
            step=step,
            commitments=once,
            seconds=first.seconds,
            against=against,
            floor=lowest.seconds,
            budget=budget,
            peak=first.peak,
            peak_budget=PEAK if once <= FULL else None,
        )
        yield Row(
            step=step,
            commitments=larger,
            seconds=second.seconds,
            against=f"{once:,} commitments",
            floor=first.seconds,
            budget=SCALING,
            peak=second.peak,
        )


_FLOORS = {"excel": "cells", "word": "paragraphs", "html": "pieces"}
_HEAD = ("step", "commitments", "time", "against", "floor", "ratio", "budget", "peak memory", "")
_WIDTHS = (33, 11, 9, 25, 9, 6, 6, 11, 0)
_LEFT = {0, 3, 8}


def _line(cells: tuple[str, ...]) -> str:
    padded = [
        cell.ljust(width) if column in _LEFT else cell.rjust(width)
        for column, (cell, width) in enumerate(zip(cells, _WIDTHS, strict=True))
    ]
    return "  ".join(padded).rstrip()


def _cells(row: Row) -> tuple[str, ...]:
    return (
        row.step,
        f"{row.commitments:,}" if row.commitments > 1 else "",
        f"{row.seconds:.2f} s",
        row.against,
        f"{row.floor:.2f} s",
        f"{row.ratio:.2f}",
        f"{row.budget:g}",
        f"{row.peak:.0f} MiB",
        f"over budget: {row.missed}" if row.missed else "within budget",
    )


def main() -> int:
    """Measure what is asked and print the table; 1 when a step could not be run at all."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    names = ("letter", "loading", "excel", "word", "html", "merge")
    parser.add_argument("only", nargs="*", help=f"measure only these: {', '.join(names)}")
    parser.add_argument(
        "--repeats", type=int, default=3, help="runs of each step; the median is shown"
    )
    parser.add_argument(
        "--commitments", type=int, default=FULL, help="size of the portfolio (default %(default)s)"
    )
    asked = parser.parse_args()
    if unknown := set(asked.only) - set(names):
        parser.error(f"{', '.join(sorted(unknown))}: not one of {', '.join(names)}")
    folder = ROOT / "build" / "bench"
    # Made anew each time: a portfolio of an earlier form must not be measured.
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    bench = Bench(folder=folder, repeats=asked.repeats, full=asked.commitments)

    print(
        f"Python {sys.version.split()[0]}; median of {asked.repeats} runs, floor and step in turn,"
    )
    print(f"each in a process of its own; peak memory may be {PEAK} MiB at {FULL:,} commitments.\n")
    print(_line(_HEAD), flush=True)
    failed = False
    for name in names:
        if asked.only and name not in asked.only:
            continue
        try:
            for row in getattr(bench, name)():
                print(_line(_cells(row)), flush=True)
        except StepFailedError as error:
            print(f"{name}: {error}", file=sys.stderr, flush=True)
            failed = True
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
