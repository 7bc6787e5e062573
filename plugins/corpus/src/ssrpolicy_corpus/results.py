"""Results on disk: each written next to its place and moved there, with a receipt.

Below the folder of a work stand ``results``, with a file a paper; ``receipts.jsonl``, a line a
paper; ``versions.json``, which says what a receipt's versions are; ``problems.json``, the papers
that were left out; and while a run goes on, or after one that was killed, ``unfinished``.
"""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from io import FileIO
from pathlib import Path
from typing import Any, Final, TypedDict, TypeGuard

from ssrpolicy_corpus.reasons import Reason

RESULTS: Final = "results"
RECEIPTS: Final = "receipts.jsonl"
PROBLEMS: Final = "problems.json"
VERSIONS: Final = "versions.json"
UNFINISHED: Final = "unfinished"


class Receipt(TypedDict, total=False):
    """What is known of a paper that was done, or left out.

    ``input`` is the digest of what was read, ``versions`` the key of what did it, ``at`` when,
    ``seconds`` how long it took. Of a result, ``bytes`` is its size and ``errors`` the number of
    errors found; of a paper that was left out, ``left_out`` says why.
    """

    paper: str
    input: str
    versions: str
    at: str
    seconds: float
    bytes: int
    errors: int
    left_out: Reason


class Writer:
    """Writes results and receipts for one process."""

    def __init__(self, output: Path, versions: str) -> None:
        mark = os.urandom(8).hex()
        self._output, self._versions = output, versions
        self._part = output / UNFINISHED / f"{mark}.part"
        self._journal = output / UNFINISHED / f"{mark}.jsonl"
        self._noted: FileIO | None = None
        self._folders: set[Path] = set()

    def put(self, paper: str, data: Mapping[str, Any]) -> int:
        """Write the result of a paper, whole or not at all; return its size in bytes."""
        content = as_json(data)
        target = self._target(paper)
        if target.parent not in self._folders:
            target.parent.mkdir(parents=True, exist_ok=True)
            self._folders.add(target.parent)
        try:
            self._part.write_bytes(content)
            self._part.replace(target)
        except OSError:
            with suppress(OSError):
                self._part.unlink()
            raise
        return len(content)

    def withdraw(self, paper: str) -> None:
        """Remove the result of a paper, where it has one from before."""
        with suppress(OSError):  # such as a name that no file can have
            self._target(paper).unlink(missing_ok=True)

    def note(self, receipt: Receipt) -> None:
        """Add a receipt: a line in a file of this process alone."""
        now = dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds")
        receipt |= {"versions": self._versions, "at": now}
        if self._noted is None:
            self._noted = self._journal.open("ab", buffering=0)
        self._noted.write(json.dumps(receipt).encode() + b"\n")

    def close(self) -> None:
        """Let others see every receipt, on a shared file system too."""
        if self._noted is not None:
            self._noted.close()
            self._noted = None

    def _target(self, paper: str) -> Path:
        return result_file(self._output, paper)


def result_file(output: Path, paper: str) -> Path:
    """Return the file that holds the result of a paper."""
    return output / RESULTS / f"{paper}.json"


def as_json(data: object) -> bytes:
    """Return data as a line of JSON; numbers of papers and the like as text."""
    # Lines for people would be written by Python itself, which takes ten times as long.
    text = json.dumps(data, ensure_ascii=False, default=str)
    # Half of a character pair, as in the name of a file that is not in UTF-8, has no other form.
    return (text + "\n").encode("utf-8", "backslashreplace")


def read_receipts(output: Path) -> dict[str, Receipt]:
    """Return the last receipt of each paper; half a line of a killed process is passed over."""
    found: dict[str, Receipt] = {}
    for receipt in _receipts(output):
        before = found.get(receipt["paper"])
        if before is None or before["at"] <= receipt["at"]:
            found[receipt["paper"]] = receipt
    return found


def ready(output: Path) -> None:
    """Make the folders for results, where they are not there; raises OSError where it cannot."""
    for name in (RESULTS, UNFINISHED):
        (output / name).mkdir(parents=True, exist_ok=True)
    for part in (output / UNFINISHED).glob("*.part"):
        part.unlink(missing_ok=True)


def remove_empty(output: Path, absent: Iterable[Path]) -> None:
    """Remove the folders of ``absent``, not there before, in which nothing was written."""
    made = list(absent)
    for folder in (output / UNFINISHED, *((output / RESULTS, *made) if made else ())):
        with suppress(OSError):  # something stands in it
            folder.rmdir()


def settle(output: Path, papers: frozenset[str], key: str, versions: Mapping[str, str]) -> int:
    """Write what a whole run came to, then remove the journals of its processes.

    ``problems.json`` has the papers of this run that were left out, in the order of their names.
    Returns how many results there are of papers that are not among those of this run.
    """
    journals = list((output / UNFINISHED).glob("*.jsonl"))
    receipts = sorted(read_receipts(output).values(), key=lambda each: each["paper"])
    problems = [
        {"paper": each["paper"], **each["left_out"]}
        for each in receipts
        if "left_out" in each and each["paper"] in papers
    ]
    known = {**_json_file(output / VERSIONS), key: dict(versions)}
    used = {each["versions"] for each in receipts}
    lines = b"".join(json.dumps(each).encode() + b"\n" for each in receipts)
    kept = {name: known[name] for name in sorted(known) if name in used}
    for name, content in (
        (VERSIONS, as_json(kept)),
        (PROBLEMS, as_json(problems)),
        (RECEIPTS, lines),
    ):
        _replace(output, name, content)
    for journal in journals:
        journal.unlink(missing_ok=True)
    with suppress(OSError):  # somebody may have put a file into it
        (output / UNFINISHED).rmdir()
    return sum(each["paper"] not in papers and "left_out" not in each for each in receipts)


@contextmanager
def locked(output: Path) -> Iterator[None]:
    """Keep a folder to one run at a time, where the system has locks.

    Raises BlockingIOError where another run has it.
    """
    try:
        import fcntl  # noqa: PLC0415 - Windows does not have this module
    except ImportError:
        yield
        return
    handle = os.open(output, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise
        except OSError:  # some shared file systems have no locks
            pass
        yield
    finally:
        os.close(handle)


def _replace(output: Path, name: str, content: bytes) -> None:
    part = output / UNFINISHED / f"{name}.part"
    try:
        with part.open("wb") as opened:
            opened.write(content)
            opened.flush()
            os.fsync(opened.fileno())
        part.replace(output / name)
    except OSError:
        with suppress(OSError):
            part.unlink()
        raise


def _receipts(output: Path) -> Iterator[Receipt]:
    for file in (output / RECEIPTS, *sorted((output / UNFINISHED).glob("*.jsonl"))):
        with suppress(FileNotFoundError), file.open("rb") as lines:
            for line in lines:
                with suppress(ValueError):
                    receipt = json.loads(line)
                    if _is_receipt(receipt):
                        yield receipt


def _is_receipt(found: Any) -> TypeGuard[Receipt]:
    needed = ("paper", "at", "versions")
    return isinstance(found, dict) and all(isinstance(found.get(key), str) for key in needed)


def _json_file(file: Path) -> dict[str, Any]:
    try:
        found = json.loads(file.read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
