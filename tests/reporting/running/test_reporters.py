"""What a reporter gets, remarks and leaves as it was."""

import gc
import io
import weakref
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from reporting.running.reported import AS_OF, alone_and_unchanged, report
from ssrpolicy.errors import InputError, ReporterError
from ssrpolicy.reporting import run_report
from ssrpolicy.testing import small_record

Install = Callable[..., Path]
Code = Callable[..., str]


def test_the_reporter_gets_what_was_asked(install: Install, plugin_code: Code) -> None:
    """Records, day, language and options arrive as they were given."""
    write = (
        "words = [record.id for record in report.records]\n"
        "words += [report.as_of.isoformat(), report.language, type(report.options).__name__]\n"
        "out.write(' '.join(words).encode())"
    )
    install("acme-plain", plugin_code(write=write))
    out = io.BytesIO()

    run_report([small_record(), small_record()], "plain", out, as_of=AS_OF, language="en")

    assert out.getvalue() == b"small small 2010-12-31 en NoOptions"


def test_what_a_reporter_remarks_comes_back(install: Install, plugin_code: Code) -> None:
    """In their order, each on one line, nothing twice; without any, nothing is returned."""
    write = (
        "report.remark('Het logo ontbreekt.')\n"
        "report.remark('De kop\\n   ook.')\n"
        "report.remark('Het logo ontbreekt.')\n"
        "out.write(b'x')"
    )
    install("acme-plain", plugin_code(write=write))

    remarks = run_report(small_record(), "plain", io.BytesIO(), as_of=AS_OF)

    assert remarks == ("Het logo ontbreekt.", "De kop ook.")


def test_a_remark_is_a_text(install: Install, plugin_code: Code, target: Path) -> None:
    """What is not a text cannot be told; the reporter that tries it has failed."""
    install("acme-plain", plugin_code(write="report.remark(b'x')\nout.write(b'x')"))

    with pytest.raises(ReporterError, match="A remark is a sentence, not b'x'"):
        run_report(small_record(), "plain", target, as_of=AS_OF)

    assert alone_and_unchanged(target)


def test_a_report_on_no_record_is_refused(
    install: Install, plugin_code: Code, target: Path
) -> None:
    """A report needs at least one record; the old file stays."""
    install("acme-plain", plugin_code())

    with pytest.raises(InputError, match="No record was given to report on"):
        run_report([], "plain", target, as_of=AS_OF)

    assert alone_and_unchanged(target)


def test_what_a_reporter_prints_does_not_enter_the_report(
    install: Install, plugin_code: Code, capsys: pytest.CaptureFixture[str]
) -> None:
    """Printed words go to standard error; the report is whole."""
    install("acme-plain", plugin_code(write="print('Bezig ...')\nout.write(b'x')"))
    out = io.BytesIO()

    report(out)

    assert out.getvalue() == b"x"
    assert capsys.readouterr() == ("", "Bezig ...\n")


@pytest.mark.heavy
@pytest.mark.parametrize("seldom", [0, 700, 1_000_000])
def test_reports_leave_the_garbage_collector_as_it_was(
    seldom: int, install: Install, plugin_code: Code
) -> None:
    """Whatever the program chose, and however many threads make reports at a time."""
    install("acme-plain", plugin_code())
    before = gc.get_threshold()
    gc.set_threshold(seldom, *before[1:])
    try:
        chosen = gc.get_threshold()
        with ThreadPoolExecutor(8) as pool:
            list(pool.map(lambda _: report(io.BytesIO()), range(16)))
        assert gc.get_threshold() == chosen
        assert gc.get_freeze_count() == 0
    finally:
        gc.set_threshold(*before)


def test_what_a_program_froze_stays_so(install: Install, plugin_code: Code) -> None:
    """A program that spares the collector what it loaded need not do so again after a report."""
    install("acme-plain", plugin_code())
    gc.freeze()
    try:
        report(io.BytesIO())
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()


@pytest.mark.heavy
def test_what_a_program_throws_away_between_reports_is_collected(
    install: Install, plugin_code: Code
) -> None:
    """Cycles of a program that makes one report after another do not pile up in memory."""
    install("acme-plain", plugin_code())
    before = gc.get_threshold()
    gc.set_threshold(700, 10, 10)  # as Python has it
    try:
        gone: list[weakref.ref[Cycle]] = []
        for _ in range(30):
            gone += [weakref.ref(Cycle()) for _ in range(100)]
            report(io.BytesIO())
        assert sum(each() is not None for each in gone) < len(gone) / 2
    finally:
        gc.set_threshold(*before)


class Cycle:
    """An object that only the collector can throw away."""

    def __init__(self) -> None:
        """Refer to itself."""
        self.itself = self
