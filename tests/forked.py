"""The command, run many times in children of one process; each can be killed, and is measured.

Run as a program it serves: a request is a line of JSON on standard input, and so is the answer.
"""

import json
import os
import random
import resource
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import Any

import attrs

BUG = 70
"""The exit code of a command that ended in an exception that nobody caught."""

# What changes a file or folder; opening one counts only where it is for writing.
_CHANGES = {"os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.chmod", "os.truncate"}
_PATIENCE = 300.0


@attrs.frozen
class Ended:
    """How a command ended: its exit code, or the negative number of the signal that killed it."""

    code: int
    cpu: float
    peak: int
    output: str

    @property
    def killed(self) -> bool:
        """Whether it was killed before it was done."""
        return self.code < 0


@attrs.define
class Commands:
    """A process that runs the command in its children, one at a time."""

    serving: "subprocess.Popen[str]"

    def run(
        self,
        *arguments: str | Path,
        within: Path,
        at_change: int | None = None,
        after: float | None = None,
    ) -> Ended:
        """Run the command in a folder.

        It is killed just before its change number ``at_change`` (from 1) to the file system, or
        ``after`` so many seconds, where that is given.
        """
        assert self.serving.stdin is not None
        assert self.serving.stdout is not None
        words = [str(each) for each in arguments]
        request = {"words": words, "within": str(within), "at": at_change, "after": after}
        print(json.dumps(request), file=self.serving.stdin, flush=True)
        return Ended(**json.loads(self.serving.stdout.readline()))


@contextmanager
def commands(*options: str) -> Iterator[Commands]:
    """Give a process that runs commands, of a Python with these options, until the block ends."""
    with subprocess.Popen(
        [sys.executable, *options, __file__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as serving:
        try:
            yield Commands(serving)
        finally:
            serving.kill()


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Bytes with a few of them changed, left out, put in or repeated, or cut off."""
    made = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        at, length = chance.randrange(len(made) + 1), chance.choice((1, 1, 4, 100))
        match chance.randrange(6):
            case 0:
                made[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del made[at : at + length]
            case 2:
                made[at:at] = chance.choice(_SPICES)
            case 3:
                made[at:at] = made[at : at + length] * chance.choice((1, 2, 50))
            case 4:
                other = chance.randrange(len(made) + 1)
                made[at : at + length] = made[other : other + length]
            case _:
                del made[max(at, len(made) // 2) :]
    return bytes(made)


_SPICES = (
    *(b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b"\r\n", b"\x1b[31m", b"\xe2\x80\xae"),
    *(b"9" * 5_000, b"[" * 3_000, b"{" * 3_000, b"a\xcc\x88" * 300, b"\xf0\x9f\x87\xb3"),
    *(b'"', b"'''", b"<", b"&x;", b"=", b"1e999", b"-0", b"null", b"nan", b"../", b"%s{0}"),
    *(b"0001-01-01", b"9999-12-31"),
)


def _serve() -> None:
    """Answer the requests on standard input until it ends."""
    from ssrpolicy.cli.main import _COMMANDS, _command  # noqa: PLC0415 - for the server only, so that no child loads it
    from ssrpolicy.reporting import load_plugins  # noqa: PLC0415 - for the server only, so that no child loads it

    for module, _ in _COMMANDS.values():
        import_module(f"ssrpolicy.cli.{module}")
    for room in ("codec", "editing", "evidence", "merging", "reporting", "starting", "views"):
        face = import_module(f"ssrpolicy.{room}")
        for name in face.__all__:
            getattr(face, name)
    load_plugins()
    for name in ("openpyxl", "docx", "jinja2", "lxml.etree", "babel.dates"):
        import_module(name)
    answers = os.fdopen(os.dup(1), "w")
    for number, line in enumerate(sys.stdin):
        request = json.loads(line)
        shown = Path(request["within"]) / f".output-{os.getpid()}-{number}"
        started = time.monotonic()
        child = os.fork()
        if not child:
            _run(_command, request, shown)
        limit = _PATIENCE if request["after"] is None else request["after"]
        used = None
        while used is None:
            done, status, found = os.wait4(child, os.WNOHANG)
            if done:
                used = found
            elif time.monotonic() - started > limit:
                os.kill(child, signal.SIGKILL)
                _, status, used = os.wait4(child, 0)
            else:
                time.sleep(0.001)
        output = shown.read_text("utf-8", "replace") if shown.exists() else ""
        shown.unlink(missing_ok=True)
        answer = {
            "code": os.waitstatus_to_exitcode(status),
            "cpu": used.ru_utime + used.ru_stime,
            "peak": used.ru_maxrss // 1024,
            "output": output,
        }
        print(json.dumps(answer), file=answers, flush=True)


def _run(command: Any, request: dict[str, Any], shown: Path) -> None:
    """Run one command in this child of the server, and end the process."""
    code = BUG
    try:
        os.chdir(request["within"])
        handle = os.open(shown, os.O_WRONLY | os.O_CREAT)
        for stream in (1, 2):
            os.dup2(handle, stream)
        nothing = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nothing, 0)
        resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))
        if request["at"] is not None:
            sys.addaudithook(_Killing(request["at"]))
        command.main(request["words"], prog_name="ssrpolicy")
        code = 0
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 1
    except BaseException:  # noqa: BLE001 - whatever it is, it is what the tests look for
        traceback.print_exc()
    finally:
        with suppress(BaseException):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code)


class _Killing:
    """What kills this process just before a change to the file system."""

    def __init__(self, at: int) -> None:
        self._left = at

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & 0o3
        if writes or event in _CHANGES:
            self._left -= 1
            if not self._left:
                os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    _serve()
