"""A reporter without a fault keeps the whole contract, and is not asked twice for one answer."""

from typing import BinaryIO

import pytest

from faithful import Faithful
from ssrpolicy.model import LANGUAGES, PolicyRecord
from ssrpolicy.reporting import Report
from ssrpolicy.testing import ReporterContract, empty_record, small_record


@pytest.mark.heavy
class TestFaithful(ReporterContract):
    """A reporter without a fault keeps the whole contract."""

    reporter = Faithful()


class _Counting(Faithful):
    """A reporter that counts its reports."""

    def __init__(self) -> None:
        self.reports = 0

    def write(self, report: Report, out: BinaryIO) -> None:
        """Write the report, and count it."""
        self.reports += 1
        super().write(report, out)


class _Counted(ReporterContract):
    """The contract on two small samples."""

    def samples(self) -> tuple[tuple[PolicyRecord, ...], ...]:
        """Two samples, to be counted."""
        return ((empty_record(),), (small_record(),))


LOOKING = (
    ReporterContract.test_it_reads_no_clock,
    ReporterContract.test_the_same_report_gives_the_same_bytes,
    ReporterContract.test_it_leaves_the_records_as_they_are,
    ReporterContract.test_it_shows_every_summary,
)


def test_each_sample_is_reported_on_twice_for_all_tests() -> None:
    """The tests of a class look at the same two reports on each sample in each language."""
    counting = _Counting()

    class Contract(_Counted):
        reporter = counting

    for test in LOOKING:
        test(Contract())

    assert counting.reports == 2 * len(Contract().samples()) * len(LANGUAGES)


def test_another_reporter_or_option_is_reported_anew() -> None:
    """What was kept is of one reporter with the same options, and of no subclass."""
    counting, other = _Counting(), _Counting()

    class Contract(_Counted):
        reporter = counting

    class Derived(Contract):
        pass

    Contract().test_it_reads_no_clock()
    once = counting.reports
    Derived().test_it_reads_no_clock()
    assert counting.reports == 2 * once

    Contract.reporter = other
    Contract().test_it_reads_no_clock()
    assert other.reports == once
    Contract.given = {"internal": True}
    Contract().test_it_reads_no_clock()
    assert other.reports == 2 * once
