"""A worker: a process that does papers, ended when one takes too long, and begun anew."""

from __future__ import annotations

import json
import os
import queue
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO, Final, TypeAlias

from ssrpolicy_corpus.desk import PaperOutcome, StoppedError
from ssrpolicy_corpus.messages import _
from ssrpolicy_corpus.papers import digest_of
from ssrpolicy_corpus.reasons import Reason, cannot_write, crashed, took_too_long
from ssrpolicy_corpus.results import Receipt, Writer
from ssrpolicy_corpus.settings import TEMPORARY, Settings

Paper: TypeAlias = tuple[str, Receipt | None]
"""A paper below the folder, with its receipt where that may still hold."""

_PROGRAM: Final = "ssrpolicy_corpus.process"
# Python and its libraries may have to come from a slow disk.
_START: Final = 120.0
_END: Final = 5.0


class WorkerError(Exception):
    """A worker cannot begin; the message is what it said last."""


class Worker:
    """A process that does papers; used by one thread at a time, and closed in the end."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._writer = Writer(Path(settings.output), settings.key)
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: queue.SimpleQueue[dict[str, Any] | None] = queue.SimpleQueue()
        self._closed = threading.Event()
        # A process that is killed leaves files in it.
        self._temporary = tempfile.TemporaryDirectory(prefix=TEMPORARY, ignore_cleanup_errors=True)

    def close(self) -> None:
        """End the process, whatever it is doing; none is begun any more."""
        self._closed.set()
        self._end()
        self._writer.close()
        self._temporary.cleanup()

    def stop(self) -> None:
        """End the process from another thread, in which nothing goes on then."""
        self._closed.set()
        if (process := self._process) is not None:
            _kill(process)

    def begin(self) -> dict[str, str]:
        """Begin the process; return what it has of everything that results depend on.

        Raises WorkerError where it cannot begin.
        """
        if self._closed.is_set():
            raise WorkerError("closed")
        said = Path(self._temporary.name, "said")
        environment = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), self._temporary.name)
        with said.open("wb") as errors:
            process = subprocess.Popen(  # noqa: S603 - it starts this Python with a program of this package, and no shell
                [sys.executable, "-P", "-m", _PROGRAM],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                env={**os.environ, **environment},
                start_new_session=True,  # an interrupt from the keyboard is for us alone
            )
        self._process, self._answers = process, queue.SimpleQueue()
        if self._closed.is_set():  # meanwhile, by another thread
            _kill(process)
        assert process.stdout is not None  # noqa: S101 - it was opened as a pipe; mypy cannot see that
        threading.Thread(target=_pass_on, args=(process.stdout, self._answers), daemon=True).start()
        self._send(self.settings.to_json())
        try:
            ready = self._answers.get(timeout=_START)
        except queue.Empty:
            ready = None
        if ready is None:
            self._end()
            words = said.read_text("utf-8", "replace").strip().splitlines()
            ended = _("it ended with exit code {code}", code=process.returncode)
            raise WorkerError(words[-1] if words else ended)
        versions: dict[str, str] = ready["versions"]
        return versions

    def do(self, chunk: Sequence[Paper]) -> Iterator[PaperOutcome]:
        """Yield the outcome of each paper of a chunk as soon as it is known.

        A paper at which the process ended is tried once more in a new one, alone: another may have
        been the cause. Raises StoppedError, and WorkerError where no process can begin.
        """
        waiting = deque(chunk)
        while waiting:
            reason = yield from self._through(waiting)
            if reason is None:
                return
            suspect = waiting.popleft()
            if reason["kind"] == "crashed":
                reason = yield from self._through(deque([suspect]))
            if reason is not None:
                yield self._leave_out(suspect[0], reason)

    def _through(self, waiting: deque[Paper]) -> Generator[PaperOutcome, None, Reason | None]:
        """Do papers until none is waiting, or the first is the one at which the process ended."""
        if self._process is None:
            self.begin()
        self._send(list(waiting))
        while waiting:
            try:
                answer = self._answers.get(timeout=self.settings.limit)
            except queue.Empty:
                self._end()
                return took_too_long(self.settings.limit)
            if answer is None:
                return crashed(self._end())
            if "stopped" in answer:
                raise StoppedError(answer["stopped"])
            waiting.popleft()
            yield answer["outcome"]
        return None

    def _leave_out(self, paper: str, reason: Reason) -> PaperOutcome:
        settings = self.settings
        began = time.perf_counter()
        try:
            digest = digest_of(settings.work, Path(settings.folder, paper))
        except OSError:
            digest = ""
        seconds = settings.limit if reason["kind"] == "limit" else 0.0
        try:
            self._writer.withdraw(paper)
            self._writer.note(
                {"paper": paper, "input": digest, "seconds": seconds, "left_out": reason}
            )
        except OSError as error:
            raise StoppedError(cannot_write(error, settings.output)) from error
        seconds += time.perf_counter() - began
        return {"paper": paper, "status": "left_out", "seconds": seconds, "reason": reason}

    def _send(self, data: object) -> None:
        assert self._process is not None  # noqa: S101 - a worker is given work only after it has begun; mypy cannot see that
        assert self._process.stdin is not None  # noqa: S101 - it was opened as a pipe; mypy cannot see that
        # Whether it is still there, its answers say.
        with suppress(OSError):
            self._process.stdin.write(json.dumps(data).encode() + b"\n")
            self._process.stdin.flush()

    def _end(self) -> int:
        """End the process; return its exit code, which is below zero where a signal ended it."""
        process, self._process = self._process, None
        if process is None:
            return 0
        _kill(process)  # one that ended by itself keeps its exit code
        with suppress(subprocess.TimeoutExpired):
            process.wait(_END)
        # What it answered is read by a thread, which closes the pipe.
        if process.stdin is not None:
            with suppress(OSError):
                process.stdin.close()
        return process.returncode or 0


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End a process, and those that a reader or drafter began in it."""
    if sys.platform == "win32":
        process.kill()
    elif process.returncode is None:  # so its number is still that of its group
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)


def _pass_on(lines: BinaryIO, answers: queue.SimpleQueue[dict[str, Any] | None]) -> None:
    """Pass on the answers of a process until it ends; None is the last."""
    with suppress(OSError, ValueError), lines:
        for line in lines:
            answers.put(json.loads(line))
    answers.put(None)
