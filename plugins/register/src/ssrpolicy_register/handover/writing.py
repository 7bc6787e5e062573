"""The database: made in a file of its own, filled, packed, and handed over."""

from __future__ import annotations

import json
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from enum import StrEnum
from importlib.resources import files
from pathlib import Path
from typing import BinaryIO, Final

from ssrpolicy import (
    Answer,
    ClaimedStatus,
    DocumentKind,
    EvidenceStatus,
    Firmness,
    Outcome,
    Schedule,
)
from ssrpolicy.reporting import Report
from ssrpolicy.views import label, selection_line
from ssrpolicy_register.handover.rows import Rows

SCHEMA_VERSION: Final = 1
"""The version of the tables; another one has other tables or columns."""

_WORDS: Final[tuple[type[StrEnum], ...]] = (
    *(Answer, ClaimedStatus, DocumentKind, EvidenceStatus, Firmness, Outcome, Schedule),
)
# Where the header of the file counts changes, and names the SQLite that wrote last.
_VOLATILE: Final = (slice(24, 28), slice(92, 100))
_PAGE: Final = 1 << 20


def write_database(report: Report, out: BinaryIO) -> None:
    """Write a report's records as a SQLite database."""
    with tempfile.TemporaryDirectory(prefix="ssrpolicy-") as folder:
        file = Path(folder) / "register.sqlite"
        with closing(sqlite3.connect(file)) as database:
            _fill(database, report)
        with file.open("rb") as made:
            head = bytearray(made.read(100))
            for part in _VOLATILE:
                head[part] = bytes(part.stop - part.start)
            out.write(bytes(head))
            shutil.copyfileobj(made, out, _PAGE)


def _fill(database: sqlite3.Connection, report: Report) -> None:
    database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
    database.executescript(
        files("ssrpolicy_register.handover").joinpath("schema.sql").read_text("utf-8")
    )
    database.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    with database:
        database.executemany("INSERT INTO about VALUES (?, ?)", _about(report))
        database.executemany("INSERT INTO words VALUES (?, ?, ?)", _words(report))
        for table, rows in Rows(report).tables():
            _insert(database, table, rows)
        database.execute("INSERT INTO texts_fts (texts_fts) VALUES ('rebuild')")
    database.execute("PRAGMA optimize")
    database.execute("VACUUM")


def _insert(database: sqlite3.Connection, table: str, rows: Iterator[tuple[object, ...]]) -> None:
    width = len(database.execute(f"PRAGMA table_info ({table})").fetchall())
    holes = ", ".join("?" * width)
    database.executemany(f"INSERT INTO {table} VALUES ({holes})", rows)  # noqa: S608 - the names are those of our tables


def _about(report: Report) -> Iterator[tuple[str, str]]:
    yield "as_of", report.as_of.isoformat()
    digests = dict(zip((each.id for each in report.records), report.digests, strict=True))
    yield "digests", json.dumps(digests, ensure_ascii=False, sort_keys=True)
    yield "internal", "yes" if report.internal else "no"
    yield "language", report.language
    yield "records", str(len(report.records))
    yield "schema", str(SCHEMA_VERSION)
    if report.selection is not None:
        criteria = report.selection.selection.to_plain()
        yield "selection", json.dumps(criteria, ensure_ascii=False, sort_keys=True)
        yield "selection_words", selection_line(report.selection, report.language)


def _words(report: Report) -> Iterator[tuple[str, str, str]]:
    for vocabulary in _WORDS:
        for each in vocabulary:
            yield vocabulary.__name__, each.value, label(each, report.language)
