"""A plugin that ends the process, writes without end, or is interrupted."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from reporting.shared_state.processes import command
from ssrpolicy.codec import read
from ssrpolicy.errors import ReporterError
from ssrpolicy.reporting import load_plugins, run_report

Install = Callable[..., Path]
Code = Callable[..., str]
WHO = "The reporter faulty of acme-faulty 1.0"
DAY = dt.date(2010, 12, 31)


@pytest.mark.heavy
def test_a_reporter_that_ends_the_process_was_announced(
    install: Install, plugin_code: Code, letter: Path, tmp_path: Path
) -> None:
    """Nobody can say afterwards who did it; the last line is about the one that was asked."""
    site = install("acme-faulty", plugin_code("faulty", write="import os\nos._exit(7)")).parent

    done = command(
        *("report", letter, "--to", "json", "--to", "faulty", "--as-of", DAY),
        *("--output-dir", tmp_path),
        site=site,
    )

    assert done.returncode == 7
    assert done.stderr.splitlines()[-1] == (
        f"Writing {tmp_path}/kst-32123-X-124.txt with faulty of acme-faulty 1.0 ..."
    )
    assert not (tmp_path / "kst-32123-X-124.txt").exists()


@pytest.mark.heavy
def test_the_command_says_what_it_waits_for_where_a_reporter_left_a_thread(
    install: Install, plugin_code: Code, letter: Path, tmp_path: Path
) -> None:
    """What the thread still writes is not lost."""
    late = tmp_path / "late.txt"
    thread = f"""import threading, time
def write_late():
    time.sleep(1)
    open({str(late)!r}, "w").write("late")
threading.Thread(target=write_late, name="writes late").start()
out.write(b"x")"""
    site = install("acme-faulty", plugin_code("faulty", write=thread)).parent

    done = command(
        *("report", letter, "--to", "faulty", "--as-of", DAY, "--output-dir", tmp_path / "out"),
        site=site,
    )

    assert done.returncode == 0
    assert done.stderr.endswith("Waiting for what a plugin left running: writes late.\n")
    assert late.read_text() == "late"


@pytest.mark.heavy
def test_a_copy_of_the_process_that_a_reporter_made_goes_no_further(
    install: Install, plugin_code: Code, letter: Path, tmp_path: Path
) -> None:
    """Only one of the two writes the reports."""
    fork = "import os\nif child := os.fork():\n    os.waitpid(child, 0)"
    site = install("acme-faulty", plugin_code("faulty", write=f"{fork}\nout.write(b'x')")).parent

    done = command(
        *("report", letter, "--to", "faulty", "--to", "json", "--as-of", DAY),
        *("--output-dir", tmp_path),
        site=site,
    )

    assert done.returncode == 0
    assert done.stdout.count("Wrote ") == 2


# What makes a file that no disk should hold: whether it is caught in the reporter or not.
ENDLESS = {
    "out.seek(1 << 62)\nout.write(b'x')": "it went to position 4,611,686,018,427,387,904",
    "out.seek(1 << 80)\nout.write(b'x')": "it went to position",
    "out.seek(3 << 30)\nout.write(b'x')": "it left a hole of 3,221,225,472 bytes",
    "out.truncate(1 << 40)": "it left a hole of 1,099,511,627,776 bytes",
    "try:\n    out.seek(1 << 62)\nexcept Exception:\n    out.write(b'x')": "it went to position",
    "while True:\n    out.seek(1 << 25, 1)": "it went to position",
}


@pytest.mark.parametrize("write", ENDLESS)
def test_a_report_without_end_is_refused(
    write: str, install: Install, plugin_code: Code, letter: Path, tmp_path: Path
) -> None:
    """No hole is written out as zeros, and it is the reporter that is named, not the disk."""
    install("acme-faulty", plugin_code("faulty", write=write))
    (record,) = read(letter / "record.toml").records

    with pytest.raises(ReporterError) as refused:
        run_report(record, load_plugins().reporter("faulty"), tmp_path / "report.txt", as_of=DAY)

    assert refused.value.message.startswith(f"{WHO} failed: ")
    assert ENDLESS[write] in refused.value.message
    assert list(tmp_path.glob("report*")) == []


@pytest.mark.slow
@pytest.mark.heavy
def test_only_the_users_own_interruption_stops_the_command(
    install: Install, plugin_code: Code, letter: Path, tmp_path: Path
) -> None:
    """KeyboardInterrupt raised by a reporter is its fault; Ctrl-C that one swallows is not lost."""
    install("acme-faulty", plugin_code("faulty", write="raise KeyboardInterrupt"))
    swallow = "import os, signal\ntry:\n    os.kill(os.getpid(), signal.SIGINT)\nexcept:\n    pass"
    site = install("acme-plain", plugin_code(write=f"{swallow}\nout.write(b'x')")).parent
    words = ("report", letter, "--as-of", DAY, "--output-dir", tmp_path)

    faulty = command(*words, "--to", "faulty", site=site)
    stopped = command(*words, "--to", "plain", site=site)

    assert faulty.returncode == 2
    assert f"{WHO} failed: it raised KeyboardInterrupt itself." in faulty.stderr
    assert stopped.returncode == 130
    assert stopped.stderr.endswith("Stopped.\n")
    assert list(tmp_path.glob("*.txt")) == []


UNABLE = "it could not go on: "
FORGETS = """import sys
for each in [name for name in sys.modules if name.startswith("ssrpolicy")]:
    del sys.modules[each]"""
FORGOTTEN = f"{WHO} failed: it made Python forget the modules of ssrpolicy."
HARM = {
    # The modules of others are put back, so that it can be said who did it.
    "import sys\nsys.modules.clear()": FORGOTTEN,
    # Built-in functions are put back: it failed as any that writes nothing, and harmed nobody.
    "import builtins\nbuiltins.len = None": f"{WHO} failed: it wrote nothing.",
    "import sys\nsys.exit = None": UNABLE,
    FORGETS: FORGOTTEN,
}


@pytest.mark.heavy
@pytest.mark.parametrize("harm", HARM)
def test_a_reporter_that_takes_python_apart_gets_no_traceback(
    harm: str, install: Install, plugin_code: Code, letter: Path, tmp_path: Path
) -> None:
    """The message says what happened; no other reporter is blamed for it."""
    site = install("acme-faulty", plugin_code("faulty", write=harm)).parent

    done = command(
        *("report", letter, "--to", "faulty", "--to", "json", "--as-of", DAY),
        *("--output-dir", tmp_path),
        site=site,
    )

    assert done.returncode == 2
    assert HARM[harm] in done.stderr
    assert "Traceback" not in done.stderr
    assert "json of ssrpolicy-json 0.1.0 failed: InputError" not in done.stderr


@pytest.mark.heavy
def test_the_command_says_what_it_waits_for_at_the_end_of_python(
    install: Install, plugin_code: Code, letter: Path, tmp_path: Path
) -> None:
    """What a plugin does then may take as long as it likes, and nobody need guess why."""
    late = "import atexit, time\natexit.register(time.sleep, 3)\nout.write(b'x')"
    site = install("acme-faulty", plugin_code("faulty", write=late)).parent

    done = command(
        *("report", letter, "--to", "faulty", "--as-of", DAY, "--output-dir", tmp_path / "out"),
        site=site,
    )

    assert done.returncode == 0
    assert done.stderr.endswith(
        "Waiting for what a plugin does at the end of the program; Ctrl-C stops it.\n"
    )
