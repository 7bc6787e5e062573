"""The contract finds a reporter that writes otherwise than it may."""

import datetime as dt
import io
import itertools
import zipfile
from typing import BinaryIO

import pytest

from faithful import Faithful, Fault, complaint
from ssrpolicy.reporting import Report
from ssrpolicy.testing import AS_OF, ReporterContract


class Counting(Faithful):
    """Writes something else each time."""

    numbers = itertools.count()

    def _text(self, report: Report) -> str:
        return f"{super()._text(report)}\n{next(self.numbers)}"


class Clocked(Faithful):
    """Writes the day on which it was made."""

    def _text(self, report: Report) -> str:
        return f"{super()._text(report)}\n{dt.datetime.now(dt.UTC).date()}"


class Packed(Faithful):
    """Writes a package whose parts bear the moment."""

    def write(self, report: Report, out: BinaryIO) -> None:
        """Write the text as the one part of a package."""
        with zipfile.ZipFile(out, "w") as package:
            package.writestr("text.txt", self._text(report))


class Forceful(Faithful):
    """Changes the record, frozen as it is."""

    def _text(self, report: Report) -> str:
        text = super()._text(report)
        for record in report.records:
            object.__setattr__(record, "instruments", ())
        return text


class Talkative(Faithful):
    """Prints how far it is."""

    def _text(self, report: Report) -> str:
        print("Bezig ...")  # noqa: T201 - the fault that is tried
        return super()._text(report)


class Early(Faithful):
    """Cannot report as of a day before every paper."""

    def _text(self, report: Report) -> str:
        if report.as_of.year < 1900:
            raise ValueError("dates begin in 1900")
        return super()._text(report)


class Silent(Faithful):
    """Writes nothing when nothing is recorded."""

    def _text(self, report: Report) -> str:
        return super()._text(report) if report.records[0].statements else ""


FAULTS: dict[str, Fault] = {
    "other bytes": (
        Counting(),
        ReporterContract.test_the_same_report_gives_the_same_bytes,
        "two reports on empty in nl differ",
    ),
    "today": (
        Clocked(),
        ReporterContract.test_it_reads_no_clock,
        "the report on empty in nl holds today's date, in it",
    ),
    "moment": (
        Packed(),
        ReporterContract.test_it_reads_no_clock,
        "reproducible_package removes it",
    ),
    "force": (
        Forceful(),
        ReporterContract.test_it_leaves_the_records_as_they_are,
        "it changed the record small",
    ),
    "early": (Early(), ReporterContract.test_it_reports_as_of_any_day, "dates begin in 1900"),
    "silent": (
        Silent(),
        ReporterContract.test_the_same_report_gives_the_same_bytes,
        "it wrote nothing",
    ),
}


@pytest.mark.parametrize("case", FAULTS)
def test_what_is_written_otherwise_is_named(case: str) -> None:
    """Bytes that differ, a day or a moment, a changed record and an empty file are named."""
    reporter, broken, expected = FAULTS[case]

    assert expected in complaint(reporter, broken)


def test_printing_is_caught(capsys: pytest.CaptureFixture[str]) -> None:
    """A reporter that prints fails the contract."""

    class Contract(ReporterContract):
        reporter = Talkative()

    with pytest.raises(AssertionError, match="the reporter printed 'Bezig"):
        Contract().test_it_prints_nothing(capsys)


def test_a_package_is_looked_into() -> None:
    """The parts of a package under the day of the report pass; what they hold is read."""

    class Dated(Faithful):
        def write(self, report: Report, out: BinaryIO) -> None:
            info = zipfile.ZipInfo("text.txt", (AS_OF.year, AS_OF.month, AS_OF.day, 0, 0, 0))
            with zipfile.ZipFile(out, "w") as package:
                package.writestr(info, self._text(report))

    class Contract(ReporterContract):
        reporter = Dated()

        def text_of(self, data: bytes) -> str:
            with zipfile.ZipFile(io.BytesIO(data)) as package:
                return package.read("text.txt").decode()

    Contract().test_it_reads_no_clock()
    Contract().test_it_shows_every_summary()
