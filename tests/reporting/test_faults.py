"""Every way in which a plugin can be at fault: it is named, and nothing else suffers.

Each faulty plugin is a distribution on the path, found as an installed one is, and asked for at
the command line together with one that works.
"""

from collections.abc import Callable
from pathlib import Path

import attrs
import pytest
from click.testing import CliRunner, Result

from ssrpolicy.cli.main import _command
from ssrpolicy.codec import read
from ssrpolicy.reporting import load_plugins
from ssrpolicy.reporting.plugins.isolation import fingerprint

Install = Callable[..., Path]
Code = Callable[..., str]

OLD = b"the report of last year"
FAULTY = "acme-faulty 1.0"


def report(letter: Path, folder: Path, *names: str) -> Result:
    """Report the letter with each of these reporters, into a folder."""
    asked = [word for name in names for word in ("--to", name)]
    return CliRunner().invoke(
        _command,
        ["report", str(letter), *asked, "--output-dir", str(folder), "--as-of", "2010-12-31"],
        prog_name="ssrpolicy",
    )


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A folder in which the faulty reporter's file of last year stands."""
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "kst-32123-X-124.bad").write_bytes(OLD)
    return folder


# Faults that show when a plugin is loaded: its code, and what is said of it.
LOADING = {
    "fails to import": (
        "import a_module_that_nobody_has",
        "acme_faulty could not be loaded: ModuleNotFoundError: No module named 'a_module_",
    ),
    "raises when imported": (
        "raise BaseException('not even an Exception')",
        "acme_faulty could not be loaded: BaseException: not even an Exception",
    ),
    "exits": (
        "import sys\nsys.exit('tot ziens')",
        "acme_faulty could not be loaded: it asked the program to exit (SystemExit: tot ziens)",
    ),
    "returns the wrong type": (
        (
            "from ssrpolicy.reporting import hookimpl\n@hookimpl\n"
            "def ssrpolicy_reporters():\n    return 7"
        ),
        "ssrpolicy_reporters(): it returned 7, not a list",
    ),
    "misspells a hook": (
        (
            "from ssrpolicy.reporting import hookimpl\n@hookimpl\n"
            "def ssrpolicy_reporter():\n    return []"
        ),
        (
            "a hook is not known: no hook is called ssrpolicy_reporter; did you mean "
            "ssrpolicy_reporters?"
        ),
    ),
    "wants a newer API": (
        None,
        (
            "the reporter faulty: it is written for version 99 of the contract, and "
            "this ssrpolicy knows version 1; a newer ssrpolicy may know it"
        ),
    ),
}


@pytest.mark.parametrize("fault", LOADING)
def test_a_plugin_that_cannot_be_used_is_named_and_the_other_reports(
    fault: str, install: Install, plugin_code: Code, letter: Path, out: Path
) -> None:
    """Plugin, distribution and cause are told; the other reporter's file is there."""
    code, cause = LOADING[fault]
    newer = plugin_code("faulty", suffix="bad").replace("api = 1", "api = 99")
    install("acme-faulty", newer if code is None else code)
    install("acme-plain", plugin_code())

    done = report(letter, out, "plain")

    assert (done.exit_code, done.stdout) == (0, f"Wrote {out}/kst-32123-X-124.txt.\n")
    assert f"Not used: {FAULTY}: {cause}" in done.stderr
    assert (out / "kst-32123-X-124.txt").read_bytes() == b"plain"


@pytest.mark.parametrize("fault", LOADING)
def test_strictness_stops_before_anything_is_written(
    fault: str, install: Install, plugin_code: Code, letter: Path, out: Path
) -> None:
    """With --strict-plugins the same fault, in the same words, stops the command."""
    code, cause = LOADING[fault]
    newer = plugin_code("faulty", suffix="bad").replace("api = 1", "api = 99")
    install("acme-faulty", newer if code is None else code)
    install("acme-plain", plugin_code())

    for command in ("report", "check", "plugins"):
        words = {"report": [str(letter), "--to", "plain"], "check": [str(letter)], "plugins": []}
        done = CliRunner().invoke(_command, [command, *words[command], "--strict-plugins"])
        assert (done.exit_code, done.stdout) == (2, "")
        assert f"{FAULTY}: {cause}" in done.stderr

    assert [path.name for path in out.iterdir()] == ["kst-32123-X-124.bad"]


# Faults that show when a report is written: the body of its `write`, and what is said of it.
WRITING = {
    "raises": ("out.write(b'half')\n1 / 0", "ZeroDivisionError: division by zero"),
    "raises no Exception": ("class Stop(BaseException): pass\nraise Stop('now')", "Stop: now"),
    "returns the wrong type": ("out.write(b'x')\nreturn 'done'", "it returned 'done'"),
    "writes nothing": ("pass", "it wrote nothing"),
    "writes after an error": (
        "try:\n    out.write('text')\nexcept TypeError:\n    out.close()\nout.write(b'more')",
        "ValueError: the stream of this report is closed",
    ),
    "exits": ("import sys\nsys.exit(0)", "it asked the program to exit (SystemExit: 0)"),
    "changes the record": (
        "object.__setattr__(report.records[0], 'statements', ())\nout.write(b'x')",
        "it changed the record kst-32123-X-124, which it is only to read",
    ),
    "changes a summary": (
        (
            "text = report.records[0].statements[0].summary\n"
            "object.__setattr__(text, 'nl', 'Verzonnen.')\nout.write(b'x')"
        ),
        "it changed the record kst-32123-X-124, which it is only to read",
    ),
    "takes a list for a tuple": (
        "object.__setattr__(report.records[0], 'updates', [])\nout.write(b'x')",
        "it changed the record kst-32123-X-124, which it is only to read",
    ),
    "goes elsewhere": ("import os\nos.chdir('/')\n1 / 0", "ZeroDivisionError"),
}


@pytest.mark.parametrize("fault", ["raises", "writes nothing"])
def test_the_makers_of_a_plugin_learn_how_to_see_the_line(
    fault: str, install: Install, plugin_code: Code, letter: Path, out: Path
) -> None:
    """Where an exception was raised a traceback can be shown; elsewhere it cannot."""
    write, _ = WRITING[fault]
    install("acme-faulty", plugin_code("faulty", suffix="bad", write=write))

    done = report(letter, out, "faulty")

    assert "Nothing was written; what stood there before" in done.stderr
    assert ("SSRPOLICY_DEBUG=1 shows them where it failed." in done.stderr) is (fault == "raises")


# Given by a reporter that writes how many statements it was given, after the faulty one.
COUNT = "out.write(str(len(report.records[0].statements)).encode())"


@pytest.mark.parametrize("fault", WRITING)
def test_a_reporter_that_fails_is_named_and_the_other_reports(
    fault: str, install: Install, plugin_code: Code, letter: Path, out: Path
) -> None:
    """Reporter, distribution and cause are told, its old file stays, the other's is right."""
    write, cause = WRITING[fault]
    install("acme-faulty", plugin_code("faulty", suffix="bad", write=write))
    install("acme-plain", plugin_code(write=COUNT))
    (record,) = read(letter / "record.toml").records

    done = report(letter, out, "faulty", "plain")

    assert (done.exit_code, done.stdout) == (2, f"Wrote {out}/kst-32123-X-124.txt.\n")
    assert f"Error: The reporter faulty of {FAULTY} failed: {cause}" in done.stderr
    assert sorted(path.name for path in out.iterdir()) == [
        "kst-32123-X-124.bad",
        "kst-32123-X-124.txt",
    ]
    assert (out / "kst-32123-X-124.bad").read_bytes() == OLD
    assert (out / "kst-32123-X-124.txt").read_text() == str(len(record.statements))


def test_a_name_that_is_taken_is_refused_when_it_is_asked_for(
    install: Install, plugin_code: Code, letter: Path, out: Path
) -> None:
    """The bare name is ambiguous, and says whose they are; the full name works."""
    install("acme-faulty", plugin_code())
    install("acme-plain", plugin_code())

    refused = report(letter, out, "plain")
    done = report(letter, out, "acme-plain:plain")

    assert refused.exit_code == 2
    assert "2 distributions offer a reporter 'plain': acme-faulty 1.0, acme-plain 1.0." in (
        refused.stderr
    )
    assert done.exit_code == 0


def test_what_a_plugin_prints_is_not_in_the_output(
    install: Install, plugin_code: Code, letter: Path, out: Path
) -> None:
    """Words printed at loading and at writing go to standard error."""
    code = "print('Welkom!')\n" + plugin_code(write="print('Bezig ...')\nout.write(b'x')")
    install("acme-plain", code)

    done = report(letter, out, "plain")

    assert done.stdout == f"Wrote {out}/kst-32123-X-124.txt.\n"
    assert "Welkom!\n" in done.stderr
    assert "Bezig ...\n" in done.stderr


def test_a_stream_that_is_kept_takes_nothing_more(
    install: Install, plugin_code: Code, letter: Path, out: Path
) -> None:
    """A reporter that writes to the stream of an earlier report fails, and harms neither file."""
    write = "type(self).kept = getattr(self, 'kept', out)\nself.kept.write(b'first')"
    install("acme-plain", plugin_code(write=write))

    first = report(letter, out, "plain")
    second = report(letter, out, "plain")

    assert (first.exit_code, second.exit_code) == (0, 2)
    assert "this report is finished; its stream takes nothing more" in second.stderr
    assert (out / "kst-32123-X-124.txt").read_bytes() == b"first"


RULE = """
from ssrpolicy.reporting import Severity, hookimpl, rule

@rule("fire-doubted", Severity.NOTE)
def doubted(record):
    "A commitment is doubted."
    object.__setattr__(record, "statements", ())
    return ()

@hookimpl
def ssrpolicy_rules():
    return [doubted]
"""


def test_a_rule_that_changes_the_record_stops_the_report(
    install: Install, plugin_code: Code, letter: Path, out: Path
) -> None:
    """What was changed behind its back is not reported as if it had been recorded."""
    install("acme-faulty", RULE)
    install("acme-plain", plugin_code())

    done = report(letter, out, "plain")

    assert done.exit_code == 1
    assert (
        "error rule-failed: kst-32123-X-124: The rule fire-doubted of acme-faulty 1.0 failed on "
        "this record: it changed the record kst-32123-X-124."
    ) in done.stdout
    assert [path.name for path in out.iterdir()] == ["kst-32123-X-124.bad"]


def test_every_change_of_a_record_shows(letter: Path, fixtures: Path) -> None:
    """The fingerprint of a record is that of an equal one, and of no other."""
    (record,) = read(letter / "record.toml").records
    (again,) = read(letter / "record.toml").records
    (other,) = read(fixtures / "records" / "lagemeer-2031-7" / "record.toml").records

    assert fingerprint(record) == fingerprint(again) is not None
    assert fingerprint(attrs.evolve(record, updates=())) != fingerprint(record) or not (
        record.updates
    )
    assert fingerprint(other) not in (None, fingerprint(record))


def test_an_entry_point_that_names_nothing_is_a_failure(install: Install) -> None:
    """An entry point to a module that was taken away names the distribution and the module."""
    install("acme-faulty", "", entry_points={"gone": "acme_gone"})

    failures = [str(each) for each in load_plugins().failures]

    assert (
        "acme-faulty 1.0: gone could not be loaded: ModuleNotFoundError: No module named "
        "'acme_gone'"
    ) in failures
