"""What a plugin changes of the process is set back after each call, and it is named for it.

Each is a distribution on the path, found as an installed one is. What it is accused of is done by
a real process, in which another reporter and the command itself come after it.
"""

import datetime as dt
import decimal
import gc
import json
import locale
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ssrpolicy.codec import read
from ssrpolicy.errors import OptionError, ReporterError
from ssrpolicy.reporting import load_plugins, option_values, run_report
from ssrpolicy.rules import findings

Install = Callable[..., Path]
Code = Callable[..., str]
WHO = "The reporter faulty of acme-faulty 1.0"

DAY = dt.date(2010, 12, 31)


def umask() -> int:
    """What new files of this process do not get."""
    now = os.umask(0o022)
    os.umask(now)
    return now


# What a plugin does, what it is blamed for, and what shows the same before and after.
CHANGES: dict[str, tuple[str, str, Callable[[], object]]] = {
    "umask": ("import os\nos.umask(0)", "the umask", umask),
    "decimals": (
        "import decimal\ndecimal.getcontext().prec = 3",
        "the decimal context",
        lambda: decimal.Decimal(1) / 3,
    ),
    "rounding": (
        "import decimal\ndecimal.setcontext(decimal.Context(rounding=decimal.ROUND_UP))",
        "the decimal context",
        lambda: decimal.getcontext().rounding,
    ),
    "recursion": (
        "import sys\nsys.setrecursionlimit(90_000)",
        "the recursion limit",
        sys.getrecursionlimit,
    ),
    "digits": (
        "import sys\nsys.set_int_max_str_digits(0)",
        "the limit of digits",
        sys.get_int_max_str_digits,
    ),
    "locale": (
        (
            "import locale\nnow = locale.setlocale(locale.LC_NUMERIC)\n"
            "locale.setlocale(locale.LC_NUMERIC, 'C.UTF-8' if now == 'C' else 'C')"
        ),
        "the locale",
        lambda: locale.setlocale(locale.LC_ALL),
    ),
    "folder": ("import os\nos.chdir('/')", "the working folder", Path.cwd),
    "variable": (
        "import os\nos.environ['LANG'] = 'tlh'\ndel os.environ['PATH']",
        "the environment",
        lambda: dict(os.environ),
    ),
    "environment": (
        "import os\nos.environ = {'HOME': '/'}",
        "the environment",
        lambda: (id(os.environ), dict(os.environ)),
    ),
    "signals": (
        "import signal\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)",
        "the signal handlers",
        lambda: signal.getsignal(signal.SIGTERM),
    ),
    "alarm": (
        "import signal\nsignal.alarm(3600)",
        "the alarm",
        lambda: signal.getitimer(signal.ITIMER_REAL),
    ),
    "collector": ("import gc\ngc.disable()", "the garbage collector", gc.isenabled),
    "output": (
        "import sys, io\nsys.stdout = io.StringIO()",
        "the standard streams",
        lambda: id(sys.stdout),
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_a_reporter_changes_is_set_back_and_it_is_named(
    change: str, install: Install, plugin_code: Code, letter: Path, tmp_path: Path
) -> None:
    """After its report all is as before, and a remark says who changed what."""
    code, name, shown = CHANGES[change]
    install("acme-faulty", plugin_code("faulty", write=f"{code}\nout.write(b'x')"))
    (record,) = read(letter / "record.toml").records
    offered = load_plugins().reporter("faulty")
    before = shown()

    remarks = run_report(record, offered, tmp_path / "report.txt", as_of=DAY)

    assert shown() == before
    assert remarks == (f"{WHO} changed {name}, which is all code's; that was set back.",)
    assert (tmp_path / "report.txt").read_bytes() == b"x"


@pytest.mark.parametrize("change", CHANGES)
def test_what_a_plugin_changes_when_it_is_loaded_is_set_back(
    change: str, install: Install, plugin_code: Code
) -> None:
    """It is used all the same, and the list of plugins says what it did."""
    code, name, shown = CHANGES[change]
    install("acme-faulty", f"{code}\n{plugin_code('faulty')}")
    before = shown()

    registry = load_plugins()

    (plugin,) = (each for each in registry.plugins if each.origin.distribution == "acme-faulty")
    assert shown() == before
    assert plugin.blamed == (
        f"acme-faulty 1.0 changed {name}, which is all code's; that was set back.",
    )
    assert [each.name for each in plugin.reporters] == ["faulty"]


RULE = """
from ssrpolicy.reporting import Severity, hookimpl, rule

@rule("fire-doubted", Severity.NOTE)
def doubted(record):
    \"\"\"A rule that changes what is everybody's.\"\"\"
    import os
    os.umask(0)
    return ()

@hookimpl
def ssrpolicy_rules():
    return [doubted]
"""


def test_what_a_rule_changes_is_set_back_and_found(install: Install, letter: Path) -> None:
    """A finding about the record names the rule and its distribution."""
    install("acme-faulty", RULE)
    (record,) = read(letter / "record.toml").records
    before = umask()

    (found,) = findings(record, load_plugins().rules)

    assert umask() == before
    assert found.message == (
        "The rule fire-doubted of acme-faulty 1.0 failed on this record: it changed the umask, "
        "which is all code's; that was set back."
    )


OPTIONS = """
import attrs, os
from ssrpolicy.reporting import hookimpl, option

def check(_, attribute, value):
    if value > 1:
        {checked}

@attrs.frozen(kw_only=True)
class Options:
    times: int = option(1, help="How often.", validator=check)

class Reporter:
    name, summary, suffix, media_type, api = "faulty", "It fails.", "txt", "text/plain", 1
    options = Options
    def write(self, report, out):
        out.write(b"x")

@hookimpl
def ssrpolicy_reporters():
    return [Reporter()]
"""


@pytest.mark.parametrize(
    "checked, cause",
    [
        ("1 / 0", "ZeroDivisionError: division by zero"),
        ("raise SystemExit('tot ziens')", "it asked the program to exit (SystemExit: tot ziens)"),
        ("os.chdir('/')", "it changed the working folder, which is all code's; that was set back"),
    ],
)
def test_options_that_do_more_than_refuse_are_a_fault_of_their_reporter(
    checked: str, cause: str, install: Install
) -> None:
    """The reporter is named, as where it fails to write."""
    install("acme-faulty", OPTIONS.format(checked=checked))
    offered, before = load_plugins().reporter("faulty"), Path.cwd()

    with pytest.raises(ReporterError) as refused:
        option_values(offered, {"times": 2})

    assert refused.value.message == f"The options of faulty of acme-faulty 1.0 failed: {cause}."
    assert Path.cwd() == before


def test_an_option_that_is_refused_is_said_in_the_words_of_its_reporter(install: Install) -> None:
    """The sentence ends in one full stop, whether the reporter gives it one or not."""
    install("acme-faulty", OPTIONS.format(checked="raise ValueError('times is at most 1.')"))

    with pytest.raises(OptionError) as refused:
        option_values(load_plugins().reporter("faulty"), {"times": 2})

    assert refused.value.message == "The options of faulty do not hold: times is at most 1."


def command(*words: object, site: Path) -> subprocess.CompletedProcess[str]:
    """Run the command as a process that finds the plugins of these tests."""
    return subprocess.run(
        [sys.executable, "-m", "ssrpolicy", *map(str, words)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(site), "LC_ALL": "C.UTF-8"},
    )


# What a plugin can do to the streams of a real process.
STREAMS = [
    "import os\nos.write(1, b'{}')",
    "import sys\nsys.__stdout__.write('{}')",
    "import subprocess\nsubprocess.run(['echo', '{}'])",
    "import sys\nsys.stdout.close()\nsys.stderr.close()",
    "import sys\nsys.__stdout__.close()\nsys.__stderr__.close()",
    "import os\nos.close(1)\nos.close(2)",
    "import sys\nsys.stdout = sys.stderr = None",
    "print('{}')",
]


@pytest.mark.slow
@pytest.mark.heavy
@pytest.mark.parametrize("code", STREAMS)
def test_what_a_plugin_does_to_the_streams_leaves_standard_output_to_the_command(
    code: str, install: Install, letter: Path
) -> None:
    """What is printed as JSON can be read, though a plugin printed, or closed what it found."""
    body = code.replace("\n", "\n    ")
    rule = RULE.replace("import os\n    os.umask(0)", body)
    site = install("acme-faulty", f"{code}\n{rule}").parent

    done = command("check", letter, "--format", "json", site=site)

    assert json.loads(done.stdout)["records"] == ["kst-32123-X-124"]
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.heavy
@pytest.mark.parametrize("code", [code for code in STREAMS if "close" in code or "None" in code])
def test_who_closes_the_streams_or_takes_them_away_is_named(
    code: str, install: Install, plugin_code: Code, letter: Path, tmp_path: Path
) -> None:
    """Python's own as well as those that a plugin finds, and their descriptors."""
    site = install("acme-faulty", plugin_code("faulty", write=f"{code}\nout.write(b'x')")).parent

    done = command(
        *("report", letter, "--to", "faulty", "--as-of", DAY, "--output-dir", tmp_path), site=site
    )

    said = f"{WHO} changed the standard streams, which is all code's; that was set back."
    assert done.stderr.count(said) == 1, done.stderr


@pytest.mark.slow
@pytest.mark.heavy
@pytest.mark.parametrize("code", STREAMS)
def test_a_reporter_that_does_so_leaves_them_to_the_next(
    code: str, install: Install, plugin_code: Code, letter: Path, tmp_path: Path
) -> None:
    """Both reports are made, and standard output says so and nothing else."""
    site = install("acme-faulty", plugin_code("faulty", write=f"{code}\nout.write(b'x')")).parent

    done = command(
        *("report", letter, "--to", "faulty", "--to", "json", "--as-of", DAY),
        *("--output-dir", tmp_path),
        site=site,
    )

    assert done.stdout.splitlines() == [
        f"Wrote {tmp_path}/kst-32123-X-124.txt.",
        f"Wrote {tmp_path}/kst-32123-X-124.json.",
    ]
    assert done.returncode == 0, done.stderr


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
