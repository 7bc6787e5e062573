"""What a plugin says with a question keeps its own question mark."""

import datetime as dt
import io
from typing import Any, BinaryIO

import pytest

from ssrpolicy import PolicyRecord, SsrPolicyError, UnknownIdError
from ssrpolicy.reporting import NoOptions, Registry, Report, judged, rule, run_report
from ssrpolicy.testing import registry, small_record
from tables import each_case

QUESTION = "Did you mean ministry?"


class Asking:
    """A reporter that asks for an owner nobody has, when it writes and when it reads."""

    name, summary, suffix, media_type = "asking", "It asks.", "txt", "text/plain"
    api, options = 1, NoOptions

    def write(self, report: Report, out: BinaryIO) -> None:
        """Ask the record for a party that it does not know."""
        out.write(str(report.records[0].owned_by("ministri")).encode())

    def read_edits(self, stream: BinaryIO) -> Any:
        """Fail as what looks up a misspelt name does."""
        raise UnknownIdError(f"{stream.read(5)!r} is not known.", hint=QUESTION)


@rule("asks-an-owner", "warning")
def asks(record: PolicyRecord) -> Any:
    """A rule that asks for an owner nobody has."""
    yield record.owned_by("ministri")


def said_when_written(offered: Registry) -> str:
    """What is said where the reporter fails while it writes."""
    with pytest.raises(SsrPolicyError) as failed:
        run_report(
            small_record(), "asking", io.BytesIO(), registry=offered, as_of=dt.date(2034, 1, 1)
        )
    return failed.value.message


def said_when_read(offered: Registry) -> str:
    """What is said where the reporter fails while it reads edits."""
    with pytest.raises(SsrPolicyError) as failed:
        offered.reporter("asking").read_edits(io.BytesIO(b"ministri"), "x.txt")
    return failed.value.message


def said_when_judged(_offered: Registry) -> str:
    """What is said where a rule fails."""
    found = judged(small_record(), more_rules=registry(rules=[asks]).rules)
    (finding,) = (each for each in found if each.code == "rule-failed")
    return finding.message


@each_case("said", [said_when_written, said_when_read, said_when_judged])
def test_a_question_of_a_plugin_ends_in_its_question_mark(said: Any) -> None:
    """No full stop is put after it."""
    message = said(registry(Asking()))

    assert "Did you mean" in message
    assert message.endswith("?"), message
