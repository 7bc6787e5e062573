"""One report, from the reporter's hands to its place; and every way in which that goes wrong."""

import datetime as dt
import gc
import io
import os
import shutil
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from full_disk import file_size_limit
from ssrpolicy.errors import InputError, OutputError, ReporterError
from ssrpolicy.reporting import load_plugins, ready_folder, run_report
from ssrpolicy.testing import small_record

AS_OF = dt.date(2010, 12, 31)
OLD = b"the report of last year"

Install = Callable[..., Path]
Code = Callable[..., str]


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A file that stands where a report is to go, alone in its folder."""
    path = tmp_path / "out" / "tracker.txt"
    path.parent.mkdir()
    path.write_bytes(OLD)
    return path


def alone_and_unchanged(target: Path) -> bool:
    """Whether the old file is as it was, and nothing stands beside it."""
    return target.read_bytes() == OLD and list(target.parent.iterdir()) == [target]


def report(target: Path | io.BytesIO, to: str = "plain") -> None:
    """Report the small record with a reporter that is installed."""
    run_report(small_record(), to, target, as_of=AS_OF, registry=load_plugins())


def test_a_report_replaces_the_file(install: Install, plugin_code: Code, target: Path) -> None:
    """The reporter's bytes stand in the file, and nothing beside it."""
    install("acme-plain", plugin_code())

    report(target)

    assert target.read_bytes() == b"plain"
    assert list(target.parent.iterdir()) == [target]


def test_a_report_can_go_to_a_stream(install: Install, plugin_code: Code) -> None:
    """A stream gets the whole report at once, and stays open."""
    install("acme-plain", plugin_code())
    out = io.BytesIO()

    report(out)

    assert out.getvalue() == b"plain"


def test_a_report_can_go_to_a_device(install: Install, plugin_code: Code) -> None:
    """What is not an ordinary file is written to, and not replaced."""
    install("acme-plain", plugin_code())

    report(Path("/dev/null"))

    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


def test_the_reporter_gets_what_was_asked(install: Install, plugin_code: Code) -> None:
    """Records, day, language and options arrive as they were given."""
    write = (
        "words = [record.id for record in report.records]\n"
        "words += [report.as_of.isoformat(), report.language, type(report.options).__name__]\n"
        "out.write(' '.join(words).encode())"
    )
    install("acme-plain", plugin_code(write=write))
    out = io.BytesIO()

    run_report([small_record(), small_record()], "plain", out, as_of=AS_OF, language="en")

    assert out.getvalue() == b"small small 2010-12-31 en NoOptions"


def test_what_a_reporter_remarks_comes_back(install: Install, plugin_code: Code) -> None:
    """Remarks are returned in their order, nothing twice; without any, nothing is returned."""
    write = (
        "report.remark('Het logo ontbreekt.')\n"
        "report.remark('De kop ook.')\n"
        "report.remark('Het logo ontbreekt.')\n"
        "out.write(b'x')"
    )
    install("acme-plain", plugin_code(write=write))

    remarks = run_report(small_record(), "plain", io.BytesIO(), as_of=AS_OF)

    assert remarks == ("Het logo ontbreekt.", "De kop ook.")


def test_a_remark_is_a_text(install: Install, plugin_code: Code, target: Path) -> None:
    """What is not a text cannot be told; the reporter that tries it has failed."""
    install("acme-plain", plugin_code(write="report.remark(b'x')\nout.write(b'x')"))

    with pytest.raises(ReporterError, match="A remark is a sentence, not b'x'"):
        run_report(small_record(), "plain", target, as_of=AS_OF)

    assert alone_and_unchanged(target)


def test_a_report_on_no_record_is_refused(
    install: Install, plugin_code: Code, target: Path
) -> None:
    """A report needs at least one record; the old file stays."""
    install("acme-plain", plugin_code())

    with pytest.raises(InputError, match="No record was given to report on"):
        run_report([], "plain", target, as_of=AS_OF)

    assert alone_and_unchanged(target)


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
    "talks too much": ("raise ValueError('x' * 900)", f"ValueError: {'x' * 500} ..."),
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


def test_what_a_reporter_prints_does_not_enter_the_report(
    install: Install, plugin_code: Code, capsys: pytest.CaptureFixture[str]
) -> None:
    """Printed words go to standard error; the report is whole."""
    install("acme-plain", plugin_code(write="print('Bezig ...')\nout.write(b'x')"))
    out = io.BytesIO()

    report(out)

    assert out.getvalue() == b"x"
    assert capsys.readouterr() == ("", "Bezig ...\n")


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


@pytest.mark.parametrize("name", ["record.toml", "sources/letter.txt", "sources/new.txt"])
def test_a_report_does_not_replace_a_part_of_a_record(
    name: str, install: Install, plugin_code: Code, tmp_path: Path
) -> None:
    """A record and its sources are what reports are made from; none is written over them."""
    install("acme-plain", plugin_code())
    (tmp_path / "sources").mkdir()
    for part in ("record.toml", "sources/letter.txt"):
        (tmp_path / part).write_bytes(OLD)

    with pytest.raises(OutputError, match="is part of the record in"):
        report(tmp_path / name)

    assert (tmp_path / "record.toml").read_bytes() == OLD
    assert (tmp_path / "sources/letter.txt").read_bytes() == OLD
    assert not (tmp_path / "sources/new.txt").exists()


@pytest.mark.heavy
@pytest.mark.parametrize("seldom", [0, 700, 1_000_000])
def test_reports_leave_the_garbage_collector_as_it_was(
    seldom: int, install: Install, plugin_code: Code
) -> None:
    """Whatever the program chose, and however many threads make reports at a time."""
    install("acme-plain", plugin_code())
    before = gc.get_threshold()
    gc.set_threshold(seldom, *before[1:])
    try:
        chosen = gc.get_threshold()
        with ThreadPoolExecutor(8) as pool:
            list(pool.map(lambda _: report(io.BytesIO()), range(40)))
        assert gc.get_threshold() == chosen
        assert gc.get_freeze_count() == 0
    finally:
        gc.set_threshold(*before)


def test_what_a_program_froze_stays_so(install: Install, plugin_code: Code) -> None:
    """A program that spares the collector what it loaded need not do so again after a report."""
    install("acme-plain", plugin_code())
    gc.freeze()
    try:
        report(io.BytesIO())
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()


def test_a_folder_is_no_place_for_a_report(
    install: Install, plugin_code: Code, tmp_path: Path
) -> None:
    """A folder under the name of the report is not replaced."""
    install("acme-plain", plugin_code())
    folder = tmp_path / "reports"
    folder.mkdir()

    with pytest.raises(OutputError, match="reports is a folder; name a file"):
        report(folder)

    assert list(folder.iterdir()) == []


def test_a_missing_folder_is_named(install: Install, plugin_code: Code, tmp_path: Path) -> None:
    """A report goes only to a folder that is there; ready_folder makes one."""
    install("acme-plain", plugin_code())
    target = tmp_path / "reports" / "2010" / "tracker.txt"

    with pytest.raises(OutputError, match=r"there is no folder .*2010\.\nMake the folder first"):
        report(target)
    assert ready_folder(target.parent) == target.parent
    report(target)

    assert target.read_bytes() == b"plain"


def test_a_file_is_no_folder_for_reports(target: Path) -> None:
    """A folder cannot be made where a file stands."""
    with pytest.raises(OutputError, match=r"tracker\.txt is a file, not a folder"):
        ready_folder(target)
    with pytest.raises(OutputError, match=r"The folder .*below cannot be made: Not a directory"):
        ready_folder(target / "below")


def test_a_report_keeps_the_permissions_of_the_file_it_replaces(
    install: Install, plugin_code: Code, target: Path
) -> None:
    """A file that was private stays private; a new one follows the umask."""
    install("acme-plain", plugin_code())
    target.chmod(0o600)
    new = target.with_name("new.txt")
    usual = target.with_name("usual.txt")
    usual.touch()

    report(target)
    report(new)

    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert new.stat().st_mode == usual.stat().st_mode


def test_a_link_is_followed(install: Install, plugin_code: Code, target: Path) -> None:
    """A report written through a link replaces the file, and the link stays."""
    install("acme-plain", plugin_code())
    link = target.with_name("latest.txt")
    link.symlink_to(target)

    report(link)

    assert link.is_symlink()
    assert target.read_bytes() == b"plain"


@pytest.mark.heavy
def test_a_folder_without_permission_is_an_output_error(tmp_path: Path) -> None:
    """Where the folder cannot be written in, the message says so."""
    folder = tmp_path / "closed"
    folder.mkdir()
    folder.chmod(0o500)
    code = (
        "import datetime as dt, sys\n"
        "from ssrpolicy.errors import OutputError\n"
        "from ssrpolicy.reporting.output import writing\n"
        "try:\n"
        "    with writing(sys.argv[1]) as out:\n"
        "        out.write(b'x')\n"
        "except OutputError as error:\n"
        "    print(error.message)\n"
    )
    command = [sys.executable, "-c", code, str(folder / "tracker.txt")]
    setpriv = shutil.which("setpriv")
    if setpriv is not None:
        # Root writes without permission, until it gives that up.
        command = [setpriv, "--bounding-set=-all", "--inh-caps=-all", *command]

    done = subprocess.run(command, capture_output=True, text=True, check=True)
    folder.chmod(0o700)

    assert done.stdout == f"{folder / 'tracker.txt'} cannot be written: Permission denied.\n"
    assert list(folder.iterdir()) == []
