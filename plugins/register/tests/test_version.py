"""Tables of another form have another version, so that an old register is built again."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import sqlite3
import zlib
from contextlib import closing
from pathlib import Path

import pytest
from plugins.register.tests.portfolio import write_folder

from ssrpolicy.testing import small_record
from ssrpolicy_register.building.build import build
from ssrpolicy_register.building.sources import Source
from ssrpolicy_register.database.stores import store_at
from ssrpolicy_register.database.tables import SCHEMA_VERSION
from ssrpolicy_register.database.words import INDEX

FORM = (13, "8054ab1eda7122a0547f")
"""The version, and a digest of what a register holds of one small record."""


@pytest.mark.heavy
def test_what_a_register_holds_is_of_its_version(tmp_path: Path) -> None:
    """Where this fails, raise SCHEMA_VERSION, for old registers are not read as new ones."""
    office = write_folder(tmp_path / "office", [small_record()])
    address = str(tmp_path / "office.sqlite")
    build(store_at(address), Source.of([office]), today=dt.date(2041, 6, 1))
    found: list[object] = []
    with closing(sqlite3.connect(address)) as read:
        tables = "SELECT name, sql FROM sqlite_schema WHERE name NOT GLOB ? AND sql IS NOT NULL"
        found += sorted(read.execute(tables, [f"{INDEX}_*"]))
        # What a search and the totals of a list read; other tables say it in words of the record.
        for name in ("texts", "vocabulary", "states", "totals"):
            found += sorted(map(repr, read.execute(f"SELECT * FROM {name}")))  # noqa: S608 - the names of the tables are constants of this test
        ((excerpt,),) = read.execute("SELECT excerpt FROM records").fetchall()
    found.append([json.loads(line) for line in zlib.decompress(excerpt).splitlines()])
    form = hashlib.sha256(json.dumps(found).encode()).hexdigest()[:20]

    assert (SCHEMA_VERSION, form) == FORM
