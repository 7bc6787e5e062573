"""What is measured: each function prepares, and returns the work that is timed.

Everything of ours is imported inside, so that a process holds only what its step needs.
"""

import contextlib
import datetime as dt
import importlib
import io
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks import portfolio as letters

AS_OF = dt.date(2011, 6, 30)
"""In the middle of the portfolio's terms, so that every schedule occurs."""


def portfolio(count: str, target: str) -> Callable[[], None]:
    """Write a portfolio of so many records."""

    def write() -> None:
        letters.write(Path(target), int(count))

    return write


def load(path: str) -> Callable[[], None]:
    """Load and check a JSON portfolio, every quote anchored."""
    reporting = importlib.import_module("ssrpolicy.reporting")

    def load_and_check() -> None:
        portfolio = reporting.read_portfolio([path])
        assert portfolio.records
        assert not portfolio.errors

    return load_and_check


def report(path: str, name: str, target: str) -> Callable[[], None]:
    """Report a portfolio, loaded and checked beforehand, with one reporter."""
    reporting = importlib.import_module("ssrpolicy.reporting")
    registry = reporting.load_plugins()
    reporter = registry.reporter(name)
    records = reporting.read_portfolio([path]).records

    def write() -> None:
        reporting.run_report(
            records,
            reporter,
            Path(target),
            as_of=AS_OF,
            language="nl",
            registry=registry,
        )

    return write


def merge(path: str, tracker: str) -> Callable[[], None]:
    """Plan the merge of a tracker that nobody changed, its records loaded beforehand."""
    editing = importlib.import_module("ssrpolicy.editing")
    reporting = importlib.import_module("ssrpolicy.reporting")
    reporter = reporting.load_plugins().reporter("excel").reporter
    records = [
        editing.RecordFile(record=record, file=Path(path))
        for record in reporting.read_portfolio([path]).records
    ]

    def plan() -> None:
        with Path(tracker).open("rb") as stream:
            edits = reporter.read_edits(stream)
        planned = editing.plan_edits(edits, records, tracker=tracker, date=AS_OF, by="bench")
        assert planned.applicable
        assert not edits.cells

    return plan


def letter(record: str, folder: str) -> Callable[[], None]:
    """Report one record in all three formats with the command, as from a cold start."""
    formats = ["--to", "json", "--to", "excel", "--to", "word"]
    command = [
        "ssrpolicy",
        "report",
        record,
        *formats,
        "--output-dir",
        folder,
        "--as-of",
        "2010-12-31",
    ]

    def write() -> None:
        sys.argv = command
        with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
            importlib.import_module("ssrpolicy.cli").main()
        assert len(list(Path(folder).iterdir())) == 3  # noqa: PLR2004 - three formats

    return write
