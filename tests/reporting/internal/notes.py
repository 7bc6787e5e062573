"""Reporters, and a record with working notes."""

import datetime as dt
import io
from collections.abc import Mapping
from typing import Any, BinaryIO

from ssrpolicy import PolicyRecord
from ssrpolicy.reporting import NoOptions, OfferedReporter, Origin, Report, run_report
from ssrpolicy.testing import small_record

DAY = dt.date(2011, 4, 1)
NOTE = "Concept ligt bij DAF"
NAME = "J. de Wit, DAF"


class Plain:
    """Writes every update; it says nothing of internal notes."""

    name = "plain"
    summary = "Every update, a line each."
    suffix = "txt"
    media_type = "text/plain"
    api = 1
    options: type[Any] = NoOptions
    given: Report | None = None

    def write(self, report: Report, out: BinaryIO) -> None:
        """Write the updates as they are given, and keep the report for the test."""
        type(self).given = report
        for record in report.records:
            for each in record.updates:
                line = f"{each.statement} {each.axis} {each.by} {each.note}\n"
                out.write(line.encode())
        out.write(b"-\n")


class Working(Plain):
    """The same for the office itself."""

    name = "working"
    shows_internal = True


def offered(reporter: Any) -> OfferedReporter:
    """The reporter as a plugin offers it."""
    return OfferedReporter.of(reporter, Origin(distribution="acme", entry_point="acme"))


def with_working_notes() -> PolicyRecord:
    """The small record with an internal note, and an internal status that has a note."""
    noted: dict[str, Any] = {"date": DAY, "by": NAME, "internal": True, "note": NOTE}
    record = small_record().with_update("report", **noted)
    return record.with_update("report", **noted, claimed="fulfilled")


def written(
    reporter: Any, record: PolicyRecord, options: Mapping[str, object] | None = None
) -> tuple[str, tuple[str, ...]]:
    """The report on a record, and what is remarked."""
    out = io.BytesIO()
    remarks = run_report(record, offered(reporter), out, as_of=DAY, options=options)
    return out.getvalue().decode(), remarks
