"""Files that are written whole or not at all."""

import errno
import os
import signal
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from ssrpolicy import OutputError
from ssrpolicy.storage import is_free, replacing

KILLED = """
import sys, time
from pathlib import Path
from ssrpolicy.storage import is_free, replacing
with replacing(Path(sys.argv[1])) as stream:
    stream.write(b"half of it")
    stream.flush()
    print("written", flush=True)
    time.sleep(60)
"""


def killed_while_writing(target: Path) -> None:
    """Kill a process in the middle of writing a file."""
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, str(target)], stdout=subprocess.PIPE
    ) as writing:
        assert writing.stdout is not None
        assert writing.stdout.readline() == b"written\n"
        writing.send_signal(signal.SIGKILL)


@pytest.mark.heavy
def test_a_killed_process_leaves_what_stood_there(tmp_path: Path) -> None:
    """The half-written file is another one, which goes when the file is next written."""
    target = tmp_path / "record.json"
    target.write_text("as it was")
    killed_while_writing(target)
    assert target.read_text() == "as it was"
    assert [each.suffix for each in tmp_path.iterdir() if each != target] == [".part"]

    with replacing(target) as stream:
        stream.write(b"whole")
    assert [each.name for each in tmp_path.iterdir()] == ["record.json"]
    assert target.read_bytes() == b"whole"


def test_what_another_process_is_writing_is_left_alone(tmp_path: Path) -> None:
    """An unfinished file goes when its process is gone, or when it is a day old."""
    target = tmp_path / "record.json"
    with replacing(target) as first:
        first.write(b"first")
        (unfinished,) = tmp_path.iterdir()
        elsewhere = tmp_path / ".record.json.00000000-1-00000000.part"
        elsewhere.touch()
        with replacing(target) as second:
            second.write(b"second")
        assert {unfinished, elsewhere, target} == set(tmp_path.iterdir())
        os.utime(elsewhere, (0, 0))
    with replacing(target) as last:
        last.write(b"last")

    assert list(tmp_path.iterdir()) == [target]
    assert target.read_bytes() == b"last"


@pytest.mark.heavy
@pytest.mark.parametrize("listed", [b"", b"sour", b"sources\nrecord.toml"])
def test_the_half_of_a_new_folder_goes_and_nothing_else(tmp_path: Path, listed: bytes) -> None:
    """However far its list of parts was written: what it does not name, and what stands, stays."""
    target = tmp_path / "record"
    target.mkdir()
    gone = subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    machine = f"{zlib.crc32(os.uname().nodename.encode()):08x}"
    part = target / f".record.{machine}-{gone}-00000000.part"
    part.mkdir()
    (part / ".moved").write_bytes(listed)
    (part / "record.toml").write_text("whole")
    if listed.endswith(b"record.toml"):
        (target / "sources").mkdir()
    else:
        (target / "mine.txt").write_text("Van mij.")

    assert is_free(target) is listed.endswith(b"record.toml")
    assert [each.name for each in target.rglob("*")] == (
        [] if listed.endswith(b"record.toml") else ["mine.txt"]
    )


def test_a_read_only_file_system_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Such a system refuses to remove what is not there, too, which hides nothing."""

    def refuse(*_args: object, **_more: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(os, "open", refuse)
    monkeypatch.setattr(Path, "unlink", refuse)
    with (
        pytest.raises(OutputError, match=r"report\.xlsx cannot be written: "),
        replacing(tmp_path / "report.xlsx"),
    ):
        pass
