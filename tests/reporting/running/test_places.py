"""Where a report goes: over a file, to a stream, through a link, into no folder."""

import io
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reporting.running.reported import OLD, report
from ssrpolicy.errors import OutputError
from ssrpolicy.reporting import ready_folder

Install = Callable[..., Path]
Code = Callable[..., str]


def test_a_report_replaces_the_file(install: Install, plugin_code: Code, target: Path) -> None:
    """The reporter's bytes stand in the file, and nothing next to it."""
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

    with pytest.raises(
        OutputError, match=r"the folder .*2010 does not exist\.\nMake the folder first"
    ):
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
