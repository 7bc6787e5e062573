"""Reports of selections as bytes, and what of them tests read."""

import contextlib
import datetime as dt
import io
import sqlite3
import zipfile

from ssrpolicy import PolicyRecord
from ssrpolicy.reporting import load_plugins, run_report
from ssrpolicy.selection import Selection, choose

DAY = dt.date(2042, 1, 1)
REGISTRY = load_plugins()
REPORTERS = [each.name for each in REGISTRY.reporters if each.supports_selection]
OPTIONS: dict[str, dict[str, object]] = {"word-changes": {"since": dt.date(2009, 1, 1)}}


def owners_of(records: tuple[PolicyRecord, ...]) -> list[str]:
    """Every party that is responsible for something, and nobody."""
    found = choose(records, Selection(), as_of=DAY)
    parties = {
        party
        for record in records
        for each in record.statements
        for party in found.responsible(record, each).parties
    }
    return sorted({*parties, "none"})


def written(
    records: PolicyRecord | tuple[PolicyRecord, ...], to: str, selection: Selection | None
) -> bytes:
    """What a reporter writes of a selection."""
    out = io.BytesIO()
    run_report(
        records,
        to,
        out,
        as_of=DAY,
        language="nl",
        options=OPTIONS.get(to),
        registry=REGISTRY,
        selection=selection,
    )
    return out.getvalue()


def text_of(report: bytes) -> str:
    """All text of a report, of a package that of its XML parts, of a database that of its rows."""
    if report.startswith(b"SQLite format 3\0"):
        with contextlib.closing(sqlite3.connect(":memory:")) as database:
            database.deserialize(report)
            return "\n".join(database.iterdump())
    if not zipfile.is_zipfile(io.BytesIO(report)):
        return report.decode("utf-8")
    with zipfile.ZipFile(io.BytesIO(report)) as package:
        parts = [package.read(n).decode("utf-8") for n in package.namelist() if n.endswith(".xml")]
    return "\n".join(parts)
