"""A reporter without a fault, which the tests of the contract spoil in one way each."""

from collections.abc import Callable
from typing import BinaryIO, TypeAlias

import pytest

from ssrpolicy.errors import SsrPolicyError
from ssrpolicy.reporting import NoOptions, Report
from ssrpolicy.testing import ReporterContract


class Faithful:
    """A reporter as it should be: every summary, one a line."""

    name = "faithful"
    summary = "Every summary, one a line."
    suffix = "txt"
    media_type = "text/plain"
    api = 1
    options: type = NoOptions

    def write(self, report: Report, out: BinaryIO) -> None:
        """Write the id of each record, its summaries and its instruments."""
        out.write(self._text(report).encode())

    def _text(self, report: Report) -> str:
        """The lines of the report."""
        lines = []
        for record in report.records:
            lines += [record.id]
            lines += [request.summary.text(report.language) for request in record.requests]
            lines += [stated.summary.text(report.language) for stated in record.statements]
            lines += [means.name.text(report.language) for means in record.instruments]
        return "\n".join(lines)


Fault: TypeAlias = tuple[Faithful, Callable[[ReporterContract], None], str]
"""A reporter with a fault, the test of the contract that finds it, and what that test says."""


def complaint(reporter: Faithful, test: Callable[[ReporterContract], None]) -> str:
    """What a test of the contract says of a reporter that fails it."""
    contract = type("Contract", (ReporterContract,), {"reporter": reporter})()
    with pytest.raises((AssertionError, SsrPolicyError, TypeError)) as failed:
        test(contract)
    return str(failed.value)
