"""Files that are written whole or not at all."""

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ssrpolicy.storage.atomic import replacing

KILLED = """
import sys, time
from pathlib import Path
from ssrpolicy.storage.atomic import replacing
with replacing(Path(sys.argv[1])) as stream:
    stream.write(b"half of it")
    stream.flush()
    print("written", flush=True)
    time.sleep(60)
"""


@pytest.mark.skipif(not hasattr(os, "O_TMPFILE"), reason="this system has no files without a name")
def test_a_killed_process_leaves_no_half_written_file(tmp_path: Path) -> None:
    """What stood there stands, and nothing is left beside it."""
    target = tmp_path / "record.json"
    target.write_text("as it was")
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, str(target)], stdout=subprocess.PIPE
    ) as writing:
        assert writing.stdout is not None
        assert writing.stdout.readline() == b"written\n"
        writing.send_signal(signal.SIGKILL)
    assert [file.name for file in tmp_path.iterdir()] == ["record.json"]
    assert target.read_text() == "as it was"


def test_where_a_nameless_file_gets_no_name_its_content_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some systems keep the open files of a process to themselves; the file is written still."""

    def refused(*_: object, **__: object) -> None:
        raise OSError(errno.EXDEV, "Invalid cross-device link")

    monkeypatch.setattr(os, "link", refused)
    target = tmp_path / "record.json"
    with replacing(target) as stream:
        stream.write(b"whole")
    assert [file.name for file in tmp_path.iterdir()] == ["record.json"]
    assert target.read_bytes() == b"whole"
