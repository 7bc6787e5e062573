"""A report that fails leaves the old file, and names who failed."""

import io
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from full_disk import file_size_limit
from reporting.running.reported import alone_and_unchanged, report
from ssrpolicy.errors import OutputError, ReporterError

Install = Callable[..., Path]
Code = Callable[..., str]

FAILING = {
    "raises": ("raise ValueError('kapot')", "ValueError: kapot"),
    "raises halfway": ("out.write(b'x' * 100_000)\nout.flush()\n1 / 0", "ZeroDivisionError"),
    "exits": ("raise SystemExit(1)", "it asked the program to exit (SystemExit: 1)"),
    "returns": (
        "out.write(b'x')\nreturn b'x'",
        "it returned b'x'; it is to write and return nothing",
    ),
    "returns what cannot be shown": (
        "class Mute:\n    def __repr__(self): raise ValueError\nout.write(b'x')\nreturn Mute()",
        "it returned a Mute; it is to write and return nothing",
    ),
    "talks too much": ("raise ValueError('x' * 900)", f"ValueError: {'x' * 400}"),
    "writes nothing": ("pass", "it wrote nothing"),
    "closes": ("out.write(b'x')\nout.close()", "it closed the stream, which is the host's"),
    "closes through a text": (
        "import io\nio.TextIOWrapper(out, 'utf-8').write('x')",
        "it closed the stream, which is the host's",
    ),
    "writes after closing": (
        "out.close()\nout.write(b'x')",
        "ValueError: the stream of this report is closed",
    ),
    "writes text": ("out.write('x')", "TypeError: a bytes-like object is required, not 'str'"),
    "changes the record": ("report.records[0].statements = ()", "FrozenInstanceError"),
    "changes the report": ("report.language = 'fr'", "FrozenInstanceError"),
    "opens what is not there": (
        "open('/nowhere/template')",
        "FileNotFoundError: [Errno 2] No such file or directory: '/nowhere/template'",
    ),
    "calls itself": ("self.write(report, out)", "RecursionError: maximum recursion depth exceeded"),
    "cannot even say": (
        "class Mute(Exception):\n    def __str__(self): raise ValueError\nraise Mute",
        "Mute",
    ),
    "exits where it is to say": (
        "class Mute(Exception):\n    def __str__(self): raise SystemExit(0)\nraise Mute",
        "Mute",
    ),
}


@pytest.mark.parametrize("case", FAILING)
def test_a_failing_reporter_is_named_and_the_old_file_stays(
    case: str, install: Install, plugin_code: Code, target: Path
) -> None:
    """The error names reporter, distribution and cause; nothing is changed, nothing left."""
    write, cause = FAILING[case]
    install("acme-plain", plugin_code(write=write), version="2.3")

    with pytest.raises(ReporterError) as failed:
        report(target)

    assert failed.value.message.startswith(f"The reporter plain of acme-plain 2.3 failed: {cause}")
    assert alone_and_unchanged(target)


def test_a_failing_reporter_leaves_the_others_working(
    install: Install, plugin_code: Code, target: Path
) -> None:
    """After one reporter failed, another writes the report."""
    install("acme-broken", plugin_code("broken", write="raise SystemExit"))
    install("acme-plain", plugin_code())

    with pytest.raises(ReporterError):
        report(target, "broken")
    report(target, "plain")

    assert target.read_bytes() == b"plain"


def test_a_text_that_cannot_stand_in_the_format_is_told_as_the_reporter_told_it(
    install: Install, plugin_code: Code, target: Path
) -> None:
    """A ContentError is a reporter's own word, and reaches the caller as it is."""
    write = (
        "from ssrpolicy.errors import ContentError\n"
        "raise ContentError('small#report: the summary has more than 10 characters.')"
    )
    install("acme-plain", plugin_code(write=write))

    with pytest.raises(ReporterError, match=r"^small#report: the summary has more than 10"):
        report(target)

    assert alone_and_unchanged(target)


def test_a_stream_gets_nothing_of_a_report_that_fails(install: Install, plugin_code: Code) -> None:
    """Half a report never reaches a stream."""
    install("acme-plain", plugin_code(write="out.write(b'half')\nraise ValueError"))
    out = io.BytesIO()

    with pytest.raises(ReporterError):
        report(out)

    assert out.getvalue() == b""


BIG = "for _ in range(64):\n    out.write(b'x' * 65_536)"


@pytest.mark.heavy
def test_a_killed_process_leaves_the_old_file(
    install: Install, plugin_code: Code, target: Path
) -> None:
    """A process that is killed while a reporter writes changes nothing and leaves nothing."""
    write = f"{BIG}\nout.flush()\nimport os, signal\nos.kill(os.getpid(), signal.SIGKILL)"
    site = install("acme-plain", plugin_code(write=write)).parent
    code = (
        "import datetime as dt, sys\n"
        "from ssrpolicy.reporting import run_report\n"
        "from ssrpolicy.testing import small_record\n"
        "run_report(small_record(), 'plain', sys.argv[1], as_of=dt.date(2010, 12, 31))\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", code, str(target)],
        env={**os.environ, "PYTHONPATH": str(site)},
        check=False,
    )

    assert done.returncode == -signal.SIGKILL
    assert alone_and_unchanged(target)


@pytest.mark.parametrize(
    "write",
    [BIG, f"try:\n    {BIG.replace(chr(10), chr(10) + '    ')}\nexcept OSError:\n    pass"],
    ids=["raised", "swallowed"],
)
def test_a_full_disk_leaves_the_old_file(
    write: str, install: Install, plugin_code: Code, target: Path
) -> None:
    """A disk that fills up midway is an OutputError, even where the reporter swallows it."""
    install("acme-plain", plugin_code(write=write))

    with file_size_limit(1 << 20), pytest.raises(OutputError) as failed:
        report(target)

    assert failed.value.message == f"{target} cannot be written: File too large."
    assert alone_and_unchanged(target)


def test_a_full_disk_for_temporary_files_is_told_as_such(
    install: Install, plugin_code: Code, target: Path
) -> None:
    """A format that is packed first, elsewhere, meets the full disk there."""
    write = "import errno, os\nraise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))"
    install("acme-plain", plugin_code(write=write))

    with pytest.raises(OutputError, match=r"tracker\.txt cannot be written: No space left"):
        report(target)

    assert alone_and_unchanged(target)
