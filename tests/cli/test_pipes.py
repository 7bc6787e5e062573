"""Reports into pipes and devices: written to, and never waited for."""

import json
import os
import subprocess
import sys
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from ssrpolicy.commands import print_json

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
        try:
            assert run("report", letter, "--to", "json", "--output", pipe).exit_code == 0
            os.close(held)  # the last that writes is gone, and cat ends
            assert reading.wait(timeout=60) == 0
        finally:
            reading.kill()
    run("report", letter, "--to", "json", "--output", file)

    assert copy.read_bytes() == file.read_bytes()


@pytest.mark.heavy
def test_a_terminal_that_is_not_there_is_not_called_a_pipe(letter: Path, tmp_path: Path) -> None:
    """A process without a terminal has none to write to, which the system says in its way."""
    refused = subprocess.run(
        f"{sys.executable} -m ssrpolicy report {letter} --to json --output /dev/tty".split(),
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=False,
        start_new_session=True,
    )

    assert refused.returncode == 2
    assert "pipe" not in refused.stderr
    assert "/dev/tty" in refused.stderr


def test_long_json_is_printed_without_holding_several_times_as_much(
    capfd: pytest.CaptureFixture[str],
) -> None:
    """What a program reads of many records fits where the records do."""
    rows = [{"id": f"a#{number}", "text": "één – twee"} for number in range(4_000)]
    tracemalloc.start()
    print_json(rows)
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    printed = capfd.readouterr().out

    assert printed == f"{json.dumps(rows, ensure_ascii=False, indent=2)}\n"
    # The bytes, and a piece; as one text with its tokens it was ten times as much.
    assert peak < 2 * len(printed.encode())
