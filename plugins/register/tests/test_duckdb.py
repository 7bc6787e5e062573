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

_TABLES = "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY name"
_OF_SEARCH = "texts_fts"
_COUNT = "SELECT count(*) FROM {}"


def test_duckdb_reads_every_table(tmp_path: Path) -> None:
    """With its own extension for SQLite, which is a package: no network is asked."""
    file = tmp_path / "register.sqlite"
    records = ssrpolicy.load_all(FIXTURES)
    ssrpolicy.report(records, "sqlite", file, as_of=dt.date(2034, 1, 1))
    with closing(sqlite3.connect(file)) as read:
        names = [name for (name,) in read.execute(_TABLES) if not name.startswith(_OF_SEARCH)]
        queries = [_COUNT.format(name) for name in names]
        expected = [read.execute(query).fetchall() for query in queries]

    with duckdb.connect(config={"extension_directory": str(tmp_path)}) as opened:
        duckdb_extensions.import_extension("sqlite_scanner", con=opened)
        opened.execute(f"ATTACH '{file}' AS register (TYPE sqlite, READ_ONLY)")
        opened.execute("USE register")
        found = [opened.sql(query).fetchall() for query in queries]

    assert found == expected
    assert {"commitments", "owners", "overdue", "words"} <= {*names}
