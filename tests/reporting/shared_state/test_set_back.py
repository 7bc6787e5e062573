"""What a plugin changes of the process is set back, and the plugin is named."""

import datetime as dt
import logging
import random
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from reporting.shared_state.changes import CHANGES, umask
from reporting.shared_state.processes import RULE
from ssrpolicy.codec import read
from ssrpolicy.errors import OptionError, ReporterError
from ssrpolicy.reporting import load_plugins, option_values, run_report
from ssrpolicy.rules import findings

Install = Callable[..., Path]
Code = Callable[..., str]
WHO = "The reporter faulty of acme-faulty 1.0"
DAY = dt.date(2010, 12, 31)


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
    assert remarks == (f"{WHO} changed {name}, which the whole program shares; it was set back.",)
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
        f"acme-faulty 1.0 changed {name}, which the whole program shares; it was set back.",
    )
    assert [each.name for each in plugin.reporters] == ["faulty"]


def test_what_a_plugin_adds_for_its_own_use_stays(
    install: Install, plugin_code: Code, letter: Path, tmp_path: Path
) -> None:
    """A finder that its imports need, a log handler and numbers drawn take nothing from others."""
    adds = (
        "import logging, random, sys\nfrom importlib.machinery import PathFinder\n"
        "class Own(PathFinder): pass\nsys.meta_path.append(Own)\nrandom.seed(7)\n"
        "logging.root.addHandler(logging.NullHandler())"
    )
    install("acme-faulty", plugin_code("faulty", write=f"{adds}\nout.write(b'x')"))
    (record,) = read(letter / "record.toml").records
    finders, handlers = list(sys.meta_path), list(logging.root.handlers)

    try:
        remarks = run_report(
            record, load_plugins().reporter("faulty"), tmp_path / "report.txt", as_of=DAY
        )
        assert len(sys.meta_path) == len(finders) + 1
    finally:
        sys.meta_path[:], logging.root.handlers[:] = finders, handlers

    assert remarks == ()


def test_a_report_in_a_thread_draws_no_numbers_twice(letter: Path, tmp_path: Path) -> None:
    """Other threads go on to draw where they were."""
    (record,) = read(letter / "record.toml").records
    offered = load_plugins().reporter("json")
    drawn: list[int] = []
    work = threading.Thread(
        target=run_report, args=(record, offered, tmp_path / "report.json"), kwargs={"as_of": DAY}
    )

    work.start()
    while work.is_alive() or not drawn:
        drawn.append(random.getrandbits(64))
        work.join(0.001)

    assert len(set(drawn)) == len(drawn)


def test_what_a_rule_changes_is_set_back_and_found(install: Install, letter: Path) -> None:
    """A finding about the record names the rule and its distribution."""
    install("acme-faulty", RULE)
    (record,) = read(letter / "record.toml").records
    before = umask()

    (found,) = findings(record, load_plugins().rules)

    assert umask() == before
    assert found.message == (
        "The rule fire-doubted of acme-faulty 1.0 failed on this record: it changed the umask, "
        "which the whole program shares; it was set back."
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
        (
            "os.chdir('/')",
            "it changed the working folder, which the whole program shares; it was set back",
        ),
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

    assert str(refused.value) == "The option times of faulty is 2.\nTimes is at most 1."
