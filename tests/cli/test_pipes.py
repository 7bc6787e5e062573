"""Reports into pipes and devices: written to, and never waited for."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


def test_a_pipe_that_nobody_reads_is_refused(run: Run, letter: Path, tmp_path: Path) -> None:
    """Opening it would wait for ever."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    refused = run("report", letter, "--to", "json", "--output", pipe)

    assert refused.exit_code == 2
    assert f"{pipe} is a pipe that nobody reads." in refused.stderr


@pytest.mark.heavy
def test_a_pipe_that_is_read_gets_the_report(run: Run, letter: Path, tmp_path: Path) -> None:
    """All of it, though the pipe holds less at a time."""
    pipe, copy, file = (tmp_path / name for name in ("pipe", "copy.json", "file.json"))
    os.mkfifo(pipe)
    # Open for both ways it waits for nobody, and counts as being read until cat is there.
    held = os.open(pipe, os.O_RDWR)
    with copy.open("wb") as out, subprocess.Popen(["/bin/cat", pipe], stdout=out) as reading:
        assert run("report", letter, "--to", "json", "--output", pipe).exit_code == 0
        while not (copy.stat().st_size and copy.read_bytes().endswith(b"}\n")):
            assert reading.poll() is None
        os.close(held)
    run("report", letter, "--to", "json", "--output", file)

    assert copy.read_bytes() == file.read_bytes()
