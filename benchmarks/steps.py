"""What is measured: each function prepares, and returns the work that is timed.

Everything of ours is imported inside, so that a process holds only what its step needs.
"""

import datetime as dt
import importlib
import itertools
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

AS_OF = dt.date(2011, 6, 30)
"""In the middle of the portfolio's terms, so that every schedule occurs."""


def portfolio(commitments: str, target: str) -> Callable[[], None]:
    """Write a portfolio with so many commitments as JSON."""
    invented = importlib.import_module("benchmarks.invented.portfolio")
    return lambda: invented.write(Path(target), max(1, int(commitments) // invented.COMMITMENTS))


def large_record(statements: str, updates: str, target: str) -> Callable[[], None]:
    """Write one record with so many statements, and at least so many updates, as a folder."""
    invented = importlib.import_module("benchmarks.invented.large_record")
    folder = importlib.import_module("benchmarks.invented.folder")
    return lambda: folder.write_folder(invented.record(int(statements), int(updates)), Path(target))


def letters(record: str, count: str, target: str) -> Callable[[], None]:
    """Write a folder of so many copies of the record of a letter."""
    invented = importlib.import_module("benchmarks.invented.copies")
    return lambda: invented.write_copies(Path(record), int(count), Path(target))


def papers(count: str, target: str) -> Callable[[], None]:
    """Write a folder of so many letters of a sentence."""

    def write() -> None:
        Path(target).mkdir()
        for number in range(1, int(count) + 1):
            text = f"Brief {number}\n\nZie de toezegging in Kamerstuk 32 123 X, nr. {number}.\n"
            Path(target, f"brief-{number}.txt").write_text(text, "utf-8")

    return write


def pdf(pages: str, target: str) -> Callable[[], None]:
    """Write a PDF of so many pages full of text, each with a margin, a foot and a note."""
    written = importlib.import_module("plugins.sources.tests.letters")
    return lambda: written.many_pages(int(pages), Path(target))


def read(path: str) -> Callable[[], None]:
    """Read a file as `ssrpolicy new` does, plugins loaded beforehand."""
    reporting = importlib.import_module("ssrpolicy.reporting")
    registry = reporting.load_plugins()

    def read_and_look() -> None:
        found = reporting.read_source(Path(path), registry=registry)
        assert found.parts.notes

    return read_and_look


def check(path: str) -> Callable[[], None]:
    """Load and check every record at a path, every quote anchored."""
    reporting = importlib.import_module("ssrpolicy.reporting")

    def load_and_check() -> None:
        found = reporting.read_portfolio([path])
        assert found.records
        assert not found.errors

    return load_and_check


def draft(path: str) -> Callable[[], None]:
    """Propose entries for a record as if it had only its papers, once the rules are read."""
    ssrpolicy = importlib.import_module("ssrpolicy")
    attrs = importlib.import_module("attrs")
    tables = ("requests", "statements", "dispositions", "instruments", "set_aside", "updates")
    record = attrs.evolve(ssrpolicy.load(path), **dict.fromkeys(tables, ()))
    ssrpolicy.draft(record)  # the rules are read once, whatever the number of pages

    def propose() -> None:
        assert ssrpolicy.draft(attrs.evolve(record)).proposals

    return propose


def report(path: str, name: str, target: str) -> Callable[[], None]:
    """Report the records at a path, loaded and checked beforehand, with one reporter."""
    reporting = importlib.import_module("ssrpolicy.reporting")
    registry = reporting.load_plugins()
    reporter = registry.reporter(name)
    records = reporting.read_portfolio([path]).records
    assert records

    def write() -> None:
        reporting.run_report(
            records, reporter, Path(target), as_of=AS_OF, language="nl", registry=registry
        )

    return write


def plan_merge(path: str, tracker: str) -> Callable[[], None]:
    """Read the records and a tracker that nobody changed, and plan the merge."""
    ssrpolicy = importlib.import_module("ssrpolicy")

    def plan() -> None:
        assert ssrpolicy.plan_merge(tracker, path, date=AS_OF, by="bench").applicable

    return plan


def command(*arguments: str) -> Callable[[], None]:
    """Run a command of ``ssrpolicy``, from a cold start to its end."""
    return lambda: run_to_end([str(Path(sys.executable).with_name("ssrpolicy")), *arguments])


def corpus(letters: str, folder: str) -> Callable[[], None]:
    """Find the citations of each letter of a folder with one worker, into an empty folder."""
    shutil.rmtree(folder, ignore_errors=True)
    return command("corpus", "run", "cite", letters, "--output", folder, "--workers", "1")


def report_letter(record: str, folder: str, again: str = "") -> Callable[[], None]:
    """Report one record in three formats with the command: into an empty folder, or again."""
    shutil.rmtree(folder, ignore_errors=True)
    Path(folder).mkdir()
    formats = ("json", "excel", "word")
    options = itertools.chain.from_iterable(("--to", name) for name in formats)
    into = ("--output-dir", folder, "--as-of", AS_OF.isoformat())
    write = command("report", record, *options, *into)
    if again:
        write()

    def write_and_look() -> None:
        write()
        assert len(list(Path(folder).iterdir())) == len(formats)

    return write_and_look


def add_update(record: str, folder: str) -> Callable[[], None]:
    """Add one update with the command to a copy of a record."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(record, folder)
    who = ("--statement", "baken-1", "--by", "party-0", "--date", "2012-01-01")
    return command("add", "update", folder, *who, "--claimed", "open")


def run_to_end(words: Sequence[str]) -> None:
    """Run a program, what it prints left aside; when it is stopped, so is this process."""
    code = subprocess.run(words, check=False, stdout=subprocess.DEVNULL).returncode
    if code == -signal.SIGKILL:
        os.kill(os.getpid(), signal.SIGKILL)
    assert code == 0, f"{words} ended with code {code}"
