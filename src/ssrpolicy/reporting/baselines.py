"""The baseline of a report: what it says on the fields that people may edit."""

from __future__ import annotations

from collections import Counter

from ssrpolicy.model import Standing
from ssrpolicy.reporting.contract import Report
from ssrpolicy.reporting.edits import Baseline


def baseline(report: Report) -> Baseline:
    """Return what a report says when it is exported, for a reporter to put into its file."""
    standings = {}
    for record in report.records:
        recorded = Counter(update.statement for update in record.updates)
        for statement in record.statements:
            standings[record.full_id(statement.id)] = Standing.of(
                record.progress(statement.id, as_of=report.as_of), recorded=recorded[statement.id]
            )
    return Baseline(
        as_of=report.as_of,
        language=report.language,
        records=dict(zip((r.id for r in report.records), report.digests, strict=True)),
        standings=standings,
    )
