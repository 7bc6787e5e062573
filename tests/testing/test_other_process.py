"""A report made in another process shows what depends on more than the report."""

import importlib
import unittest
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pytest

from ssrpolicy.reporting import NoOptions, Report
from ssrpolicy.testing import ReporterContract

UNORDERED = """
from ssrpolicy.reporting import NoOptions

class Unordered:
    name = "unordered"
    summary = "The words of every summary, in whatever order a set has them."
    suffix = "txt"
    media_type = "text/plain"
    api = 1
    options = NoOptions

    def write(self, report, out):
        for record in report.records:
            words = {word for each in record.statements for word in str(each.summary).split()}
            out.write(" ".join([record.id, *ORDER(words)]).encode())
"""


@pytest.fixture
def unordered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], ReporterContract]:
    """A function that gives the contract of a reporter that lists the words of a set."""

    def contract(order: str) -> ReporterContract:
        module = f"acme_{order}"
        (tmp_path / f"{module}.py").write_text(UNORDERED.replace("ORDER", order))
        monkeypatch.syspath_prepend(tmp_path)
        reporter = importlib.import_module(module).Unordered()
        made: ReporterContract = type("Contract", (ReporterContract,), {"reporter": reporter})()
        return made

    return contract


@pytest.mark.slow
@pytest.mark.heavy
def test_the_order_of_a_set_is_caught(unordered: Callable[[str], ReporterContract]) -> None:
    """What goes through a set in its own order writes other bytes in another process."""
    with pytest.raises(AssertionError, match="is a set gone through in its own order"):
        unordered("list").test_another_process_gives_the_same()

    unordered("sorted").test_another_process_gives_the_same()


def test_a_reporter_that_cannot_be_made_again_is_skipped_with_the_reason() -> None:
    """A class that only a running function knows cannot be tried in another process."""

    class Local:
        name = "local"
        summary = "The ids of records."
        suffix = "txt"
        media_type = "text/plain"
        api = 1
        options: type = NoOptions

        def write(self, report: Report, out: BinaryIO) -> None:
            out.write(report.records[0].id.encode())

    contract = type("Contract", (ReporterContract,), {"reporter": Local()})()

    with pytest.raises(unittest.SkipTest, match=r"cannot be made in another process: .*Local"):
        contract.test_another_process_gives_the_same()


FAILING_ELSEWHERE = """
import os
from ssrpolicy.reporting import ContentError, NoOptions

class Failing:
    name = "failing"
    summary = "Fails for somebody else."
    suffix = "txt"
    media_type = "text/plain"
    api = 1
    options = NoOptions

    def write(self, report, out):
        if os.environ.get("USER") == "somebody-else":
            raise ContentError("The day cannot be written.", hint="Leave it out.")
        out.write(b"a")
"""


@pytest.mark.heavy
@pytest.mark.slow
def test_what_is_raised_in_another_process_is_said_and_not_its_hint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The hint stands below the message, at the end of what is printed."""
    (tmp_path / "acme_failing_elsewhere.py").write_text(FAILING_ELSEWHERE)
    monkeypatch.syspath_prepend(tmp_path)
    failing = importlib.import_module("acme_failing_elsewhere").Failing()
    contract = type("Contract", (ReporterContract,), {"reporter": failing})()

    with pytest.raises(AssertionError, match=r"it failed: .*The day cannot be written\."):
        contract.test_another_process_gives_the_same()
