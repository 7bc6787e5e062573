"""Papers that crash, hang or cannot be read; runs that are killed; disks that are full."""

import json
import os
import resource
import signal
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner
from plugins.corpus.tests.archives import Run, is_let_go, letter, results, until, words

from ssrpolicy.cli.main import _command

LIMIT = "5"
"""Seconds that every other paper stays within, however busy the machine is."""


def problems(output: Path) -> dict[str, str]:
    """Why papers were left out, by their names."""
    found = json.loads((output / "cite" / "problems.json").read_text("utf-8"))
    return {each["paper"]: each["en"] for each in found}


@pytest.mark.slow
def test_papers_that_end_their_process_are_left_out_and_named(
    run: Run, archive: Path, output: Path, tmp_path: Path, failing: Path
) -> None:
    """An exit, a crash in C, a fault: every other letter is done, and only these are not.

    What they began ends with them.
    """
    (archive / "a.fail").write_text(f"fork {tmp_path / 'a.held'} exit")
    (archive / "b.fail").write_text(f"fork {tmp_path / 'b.held'} segfault")
    (archive / "c.fail").write_text("raise")
    (archive / "d.fail").write_text("loud")
    done = run("cite", archive, "--output", output, "--workers", "1")

    assert done.returncode == 1
    assert "10 papers done, 0 unchanged, 3 left out" in done.stdout
    found = problems(output)
    assert found["a.fail"] == "It ended the process that worked on it, twice (exit code 7)."
    assert found["b.fail"] == "It ended the process that worked on it, twice (SIGSEGV)."
    assert "RecursionError: too deep" in found["c.fail"]
    assert f"Left out: a.fail: {found['a.fail']}\n" in done.stderr
    assert is_let_go(tmp_path / "a.held")
    assert is_let_go(tmp_path / "b.held")
    assert not (output / "cite" / "unfinished").exists()
    again = run("cite", archive, "--output", output)
    assert "0 papers done, 10 unchanged, 3 left out" in again.stdout
    assert again.stderr == done.stderr
    assert failing.is_dir()


@pytest.mark.slow
def test_a_paper_that_never_ends_is_left_out_after_its_limit(
    run: Run, archive: Path, output: Path, failing: Path
) -> None:
    """The limit holds even in C, where nothing of Python runs; a paper that changed is done."""
    (archive / "a.fail").write_text("hang")
    done = run("cite", archive, "--output", output, "--limit", LIMIT)

    assert "9 papers done, 0 unchanged, 1 left out" in done.stdout
    assert problems(output) == {"a.fail": f"It took longer than {LIMIT} s (--limit)."}
    (archive / "a.fail").write_text("fine")
    assert "1 paper done, 9 unchanged" in run("cite", archive, "--output", output).stdout
    assert failing.is_dir()


@pytest.mark.slow
def test_what_was_left_out_is_tried_again_when_asked(
    run: Run, archive: Path, output: Path, tmp_path: Path, failing: Path
) -> None:
    """A paper that failed for want of time or memory can be done later."""
    (archive / "a.fail").write_text(f"wait {tmp_path / 'now'}")
    run("cite", archive, "--output", output, "--limit", LIMIT)
    (tmp_path / "now").touch()
    same = run("cite", archive, "--output", output)
    retried = run("cite", archive, "--output", output, "--retry")

    assert "0 papers done, 9 unchanged, 1 left out" in same.stdout
    assert "1 paper done, 9 unchanged, 0 left out" in retried.stdout
    assert problems(output) == {}
    assert failing.is_dir()


@pytest.mark.heavy
def test_a_process_that_is_killed_once_costs_nothing(
    run: Run, archive: Path, output: Path, tmp_path: Path, failing: Path
) -> None:
    """The paper that it was at is done in a new process, with those after it."""
    (archive / "brief-3.fail").write_text(f"once {tmp_path / 'killed'}")
    done = run("cite", archive, "--output", output, "--workers", "1")

    assert (tmp_path / "killed").exists()
    assert "10 papers done, 0 unchanged, 0 left out" in done.stdout
    assert (done.returncode, done.stderr) == (0, "")
    assert failing.is_dir()


@pytest.mark.slow
@pytest.mark.heavy
def test_a_paper_that_is_left_out_loses_its_old_result(
    run: Run, archive: Path, output: Path
) -> None:
    """A result is always of the paper as it is."""
    run("cite", archive, "--output", output)
    (archive / "brief-1.txt").write_bytes(b"\xff\xfe\x00")
    done = run("cite", archive, "--output", output)

    assert "0 papers done, 8 unchanged, 1 left out" in done.stdout
    assert "cite/results/brief-1.txt.json" not in results(output)


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_a_run_that_is_ended_goes_on_where_it_stopped(  # noqa: PLR0917 - each is a fixture, which pytest gives by name
    run: Run, archive: Path, output: Path, tmp_path: Path, failing: Path, number: signal.Signals
) -> None:
    """What was done stays, whole, and the next run does the rest; nothing is left behind."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    (archive / "zzz.fail").write_text(f"fork {tmp_path / 'held'} wait {tmp_path / 'now'}")
    command = words("cite", archive, "--output", output, "--workers", "1")
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "TMPDIR": str(temporary)},
    ) as process:
        until((tmp_path / "now.begun").exists)
        process.send_signal(number)
        said = process.communicate()
    until(lambda: not list(temporary.iterdir()) and is_let_go(tmp_path / "held"))
    (tmp_path / "now").touch()
    codes = {signal.SIGKILL: -9, signal.SIGINT: 130, signal.SIGTERM: 143}
    assert process.returncode == codes[number]
    if number == signal.SIGINT:
        assert said[1].decode().splitlines()[-1] == "Stopped."
    assert b"Traceback" not in b"".join(said)
    done = run("cite", archive, "--output", output)

    assert ", 0 left out, " in done.stdout
    assert "10 papers done" not in done.stdout
    clean = tmp_path / "clean"
    run("cite", archive, "--output", clean)
    assert results(output) == results(clean)
    assert not (output / "cite" / "unfinished").exists()
    assert failing.is_dir()


@pytest.mark.slow
def test_two_runs_do_not_write_in_one_folder(
    run: Run, archive: Path, output: Path, tmp_path: Path, failing: Path
) -> None:
    """The second says so, and the first goes on."""
    (archive / "zzz.fail").write_text(f"fork {tmp_path / 'held'} wait {tmp_path / 'now'}")
    command = words("cite", archive, "--output", output)
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        until((tmp_path / "now.begun").exists)
        second = run("cite", archive, "--output", output)
        (tmp_path / "now").touch()
        first, _ = process.communicate()

    assert second.stderr.startswith(f"Error: Another run is writing in {output / 'cite'}.\n")
    assert second.returncode == 2
    assert "10 papers done" in first
    assert failing.is_dir()


@pytest.mark.slow
def test_a_full_disk_stops_the_run_and_loses_nothing(run: Run, archive: Path, output: Path) -> None:
    """What is done stays, nothing is half there, and with room again the run goes on."""
    (archive / "long.txt").write_text(letter(1) * 3_000, "utf-8")
    command = words("cite", archive, "--output", output, "--workers", "1")
    limit = 100_000

    def full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    done = subprocess.run(command, capture_output=True, text=True, check=False, preexec_fn=full)
    assert "Traceback" not in done.stdout + done.stderr
    assert done.returncode == 2
    first, second = done.stderr.splitlines()
    assert first.startswith(f"Error: {output}")
    assert first.endswith(" cannot be written: File too large.")
    assert second == "    What is done is kept; the same command goes on where it stopped."
    assert list(output.rglob("*.part")) == []
    for file in (output / "cite" / "results").rglob("*"):
        if file.is_file():
            json.loads(file.read_bytes())
    assert "1 paper done, 9 unchanged" in run("cite", archive, "--output", output).stdout


@pytest.mark.slow
@pytest.mark.heavy
def test_names_that_are_hard_to_write_down(run: Run, archive: Path, output: Path) -> None:
    """What no system can read, or has no place for a result, is left out with a sentence."""
    (archive / os.fsdecode(b"brief-\xe9.txt")).write_text(letter(1), "utf-8")
    (archive / "brief 'Ω' [1] {2} %s.txt").write_text(letter(1), "utf-8")
    (archive / "two\nlines.txt").write_text(letter(1), "utf-8")
    (archive / f"{'x' * 251}.txt").write_text(letter(1), "utf-8")
    done = run("cite", archive, "--output", output)

    assert "10 papers done, 0 unchanged, 3 left out" in done.stdout
    found = problems(output)
    assert found[f"{'x' * 251}.txt"] == "Its result cannot be written: File name too long."
    for name in ("brief-\udce9.txt", "two\nlines.txt"):
        assert "and a record must be readable everywhere." in found[name]
    assert "0 papers done, 10 unchanged" in run("cite", archive, "--output", output).stdout


@pytest.mark.heavy
def test_a_paper_that_cannot_be_opened_is_left_out(run: Run, archive: Path, output: Path) -> None:
    """A link to nothing, a pipe that nobody writes into, a name that a folder has already."""
    (archive / "gone.txt").symlink_to(archive / "nowhere.txt")
    os.mkfifo(archive / "pipe.txt")
    (archive / "brief-0.txt.json").mkdir()
    (archive / "brief-0.txt.json" / "letter.txt").write_text(letter(1), "utf-8")
    done = run("cite", archive, "--output", output)

    assert "9 papers done, 0 unchanged, 3 left out" in done.stdout
    found = problems(output)
    assert found.pop("gone.txt") == "It cannot be read: No such file or directory."
    assert found.pop("pipe.txt") == "It cannot be read: Not an ordinary file."
    (reason,) = found.values()
    assert reason.startswith("Its result cannot be written: ")


@pytest.mark.parametrize(
    "folder, more, said",
    [
        ("nowhere", (), "{folder} does not exist."),
        ("letters/brief-1.txt", (), "{folder} is not a folder."),
        ("empty", (), "{folder} holds no letters."),
        ("letters", ("--output", "letters/results"), "lie in one another"),
        ("letters", ("--output", "letters"), "lie in one another"),
        ("letters/2010", ("--output", "letters"), "lie in one another"),
        ("letters", ("--output", "letters/../letters/results"), "lie in one another"),
        ("letters", ("--output", "record"), "is part of the record in"),
        ("letters", ("--output", "record/sources/new"), "is part of the record in"),
        ("letters", ("--output", "file/results"), "cannot be written: Not a directory."),
        ("letters", ("--output", "file"), "cannot be written: Not a directory."),
        ("letters", ("--output", "/proc/results"), "cannot be written: No such file or directory."),
        ("letters", ("--drafter", "ques"), "No drafter is called 'ques'."),
        ("letters", ("--scheduler", "127.0.0.1:1", "--workers", "2"), "leave out --workers."),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(  # noqa: PLR0917 - pytest gives the fixtures and the row by name
    archive: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    folder: str,
    more: tuple[str, ...],
    said: str,
) -> None:
    """Nothing is written, the exit code is 2, and the sentence names what is wrong."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").touch()
    (tmp_path / "record").mkdir()
    (tmp_path / "record" / "record.toml").touch()
    before = sorted(tmp_path.rglob("*"))
    output = () if "--output" in more else ("--output", "new")
    # In this process: it is refused before any other begins.
    done = CliRunner().invoke(_command, words("draft", folder, *output, *more)[3:])

    assert (done.exit_code, done.stdout) == (2, "")
    assert isinstance(done.exception, SystemExit)
    (line,) = [each for each in done.stderr.splitlines() if each.startswith("Error: ")]
    assert said.format(folder=folder) in line
    assert sorted(tmp_path.rglob("*")) == before
    assert archive.is_dir()
