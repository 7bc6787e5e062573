"""The PDF library run in a process of its own: it may crash, hang or want too much memory."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import IO, Final, Self

from attrs import define, field, frozen

from ssrpolicy.reporting import InputError
from ssrpolicy_sources.messages import _
from ssrpolicy_sources.pdf import extraction

_LIBRARIES: Final = ("pypdfium2", "pypdfium2_raw")
# Where no process can be started, the library may be used by one thread at a time.
_LOCK: Final = threading.Lock()


def _this_python() -> str | None:
    """Return the Python that runs this; None where the program is packed with one."""
    return None if getattr(sys, "frozen", False) else sys.executable or None


@frozen(kw_only=True)
class Guard:
    """A program that reads a PDF in a process of its own, and how long it may take.

    Attributes:
        program: the file of the program, by default the one that takes the characters out.
        python: the Python that runs it; without one, the characters are taken out in this process.
        silence: the seconds that it may take for one page.
        total: the seconds that it may take for the whole file.
    """

    program: Path = field(factory=lambda: Path(extraction.__file__))
    python: str | None = field(factory=_this_python)
    silence: float = 60
    total: float = 600

    def answers(self, data: bytes) -> Iterator[extraction.Answer]:
        """Yield what the program says of a PDF: a line for the document, and one for each page.

        Raises InputError where the program crashes, hangs or ends before it said all.
        """
        process = self._started()
        if process is None:
            with _LOCK:
                yield from extraction.answers(data)
            return
        pages, ended = 0, False
        with _Watch(process=process, silence=self.silence, total=self.total) as watch:
            for answer in watch.lines(data):
                pages += "pieces" in answer
                ended = not answer.keys().isdisjoint({extraction.END, extraction.REFUSED})
                yield answer
        if not ended:
            raise _stopped(pages + 1, hung=watch.hung)

    def _started(self) -> subprocess.Popen[bytes] | None:
        """Start the program; return None where no process can be started."""
        if self.python is None or not self.program.is_file():
            return None
        command = [self.python, "-I", str(self.program), *_folders()]
        try:
            return subprocess.Popen(  # noqa: S603 - this Python, and a program of this package
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError:
            return None


def _folders() -> list[str]:
    """Return the folders that have the PDF library, which another Python may not look into."""
    found = (find_spec(name) for name in _LIBRARIES)
    files = [Path(each.origin) for each in found if each is not None and each.origin]
    return list(dict.fromkeys(str(file.absolute().parents[1]) for file in files))


def _stopped(page: int, *, hung: bool) -> InputError:
    if hung:
        message = _("page {page} of the PDF took too long to read.", page=page)
    else:
        message = _("the PDF library crashed on page {page} of the PDF.", page=page)
    return InputError(
        message,
        hint=_(
            "Print it to a new PDF from a browser, without that page if need be, or take the "
            "letter as HTML, Word or plain text."
        ),
    )


@define(kw_only=True)
class _Watch:
    """A process, which is ended when it says nothing for too long, and when the block ends."""

    process: subprocess.Popen[bytes]
    silence: float
    total: float
    hung: bool = False
    _said: threading.Event = field(factory=threading.Event, init=False)
    _over: bool = field(default=False, init=False)
    _threads: list[threading.Thread] = field(factory=list, init=False)

    def __enter__(self) -> Self:
        self._start(self._watch)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._over = True
        self._said.set()
        self.process.kill()
        for thread in self._threads:
            thread.join()
        if self.process.stdout is not None:
            self.process.stdout.close()
        self.process.wait()

    def lines(self, data: bytes) -> Iterator[extraction.Answer]:
        """Give the process its input, and yield the lines of its output until it ends."""
        reads, writes = self.process.stdin, self.process.stdout
        assert reads is not None  # noqa: S101 - it was opened as a pipe; mypy cannot see that
        assert writes is not None  # noqa: S101 - it was opened as a pipe; mypy cannot see that
        # While the process is given its input, what it says is read: either pipe may be full.
        self._start(lambda: _give(data, reads))
        for line in writes:
            self._said.set()
            try:
                answer: extraction.Answer = json.loads(line)
            except ValueError:  # it was ended within a line
                return
            yield answer

    def _start(self, work: Callable[[], None]) -> None:
        thread = threading.Thread(target=work, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _watch(self) -> None:
        end = time.monotonic() + self.total
        while self._said.wait(max(0.0, min(self.silence, end - time.monotonic()))):
            if self._over:
                return
            self._said.clear()
        self.hung = True
        self.process.kill()


def _give(data: bytes, target: IO[bytes]) -> None:
    # A process that ended reads no more.
    with contextlib.suppress(OSError), target:
        target.write(data)
