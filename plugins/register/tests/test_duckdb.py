"""DuckDB reads the file of the reporter ``sqlite``, as the page for data journalists says."""

from __future__ import annotations

import datetime as dt
import sqlite3
from contextlib import closing
from pathlib import Path

import duckdb
import duckdb_extensions
import pytest
from plugins.register.tests.portfolio import FIXTURES

import ssrpolicy

pytestmark = pytest.mark.heavy

_QUERY = "SELECT schedule, count(*) FROM {}commitments GROUP BY schedule ORDER BY schedule"


def test_duckdb_reads_the_file(tmp_path: Path) -> None:
    """With its own extension for SQLite, which is a package: no network is asked."""
    file = tmp_path / "register.sqlite"
    records = ssrpolicy.load_all(FIXTURES)
    ssrpolicy.report(records, "sqlite", file, as_of=dt.date(2034, 1, 1))
    with closing(sqlite3.connect(file)) as read:
        expected = read.execute(_QUERY.format("")).fetchall()

    with duckdb.connect(config={"extension_directory": str(tmp_path)}) as opened:
        duckdb_extensions.import_extension("sqlite_scanner", con=opened)
        opened.execute(f"ATTACH '{file}' AS register (TYPE sqlite, READ_ONLY)")
        found = opened.sql(_QUERY.format("register.")).fetchall()

    assert found == expected
    assert len(found) > 5
