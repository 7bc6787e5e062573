"""The database: the contract, the tables against the records, and Datasette on it."""

import datetime as dt
import io
import json
import re
import sqlite3
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

import ssrpolicy
from ssrpolicy import PolicyRecord
from ssrpolicy.codec import digest
from ssrpolicy.reporting import load_plugins, run_report
from ssrpolicy.selection import Selection, folded
from ssrpolicy.testing import ReporterContract
from ssrpolicy.views import listing, search
from ssrpolicy_register.handover.writing import SCHEMA_VERSION
from ssrpolicy_register.reporter import SqliteReporter

DAY = dt.date(2034, 1, 1)
REGISTRY = load_plugins()
_RUNNING = re.compile(r"http://127\.0\.0\.1:\d+")


@pytest.fixture(scope="module")
def records() -> tuple[PolicyRecord, ...]:
    """The records of the project, read once."""
    return ssrpolicy.load_all(Path(__file__).parents[3] / "fixtures" / "records")


def database(
    records: tuple[PolicyRecord, ...], file: Path, selection: Selection | None = None
) -> sqlite3.Connection:
    """The report on records as an open database."""
    run_report(
        records, "sqlite", file, as_of=DAY, registry=REGISTRY, selection=selection, language="nl"
    )
    return sqlite3.connect(file)


@pytest.mark.heavy
class TestSqlite(ReporterContract):
    """The reporter keeps the contract of reporters."""

    reporter = SqliteReporter()

    def text_of(self, data: bytes) -> str:
        """Return every text of every table."""
        with closing(sqlite3.connect(":memory:")) as read:
            read.deserialize(data)
            tables = [
                name
                for (name,) in read.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
                if not str(name).startswith("texts_fts")
            ]
            rows = [row for name in tables for row in read.execute(f'SELECT * FROM "{name}"')]  # noqa: S608 - names of the schema
        return "\n".join(str(value) for row in rows for value in row)


def test_the_tables_hold_what_the_records_do(
    records: tuple[PolicyRecord, ...], tmp_path: Path
) -> None:
    """As many rows as entries, nothing dangles, and statuses are those of the day."""
    with closing(database(records, tmp_path / "register.sqlite")) as read:
        counts = {
            table: read.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 - the names are those of the schema
            for table in ("documents", "requests", "statements", "dispositions", "instruments")
        }
        expected = {table: sum(len(getattr(r, table)) for r in records) for table in counts}
        stand = read.execute(
            "SELECT id, claimed, evidence, schedule, due, days_late FROM statements"
        )
        found = {row[0]: row[1:] for row in stand}

        assert counts == expected
        assert read.execute("PRAGMA foreign_key_check").fetchall() == []
        assert read.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert read.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
    for record in records:
        for each in record.statements:
            now = record.progress(each.id, as_of=DAY)
            due = None if now.due is None else now.due.isoformat()
            assert found[record.full_id(each.id)] == (
                *(now.claimed, now.evidence, now.schedule),
                *(due, now.days_late),
            )


def test_views_say_what_lists_do(records: tuple[PolicyRecord, ...], tmp_path: Path) -> None:
    """Commitments and what is overdue, with who is responsible where nobody is named."""
    listed = listing(records, "commitments", as_of=DAY)
    late = listing(records, "statements", Selection(schedules="overdue"), as_of=DAY)
    with closing(database(records, tmp_path / "register.sqlite")) as read:
        commitments = {id for (id,) in read.execute("SELECT id FROM commitments")}
        overdue = [id for (id,) in read.execute("SELECT id FROM overdue")]
        nobody = read.execute("SELECT count(*) FROM commitments WHERE responsible IS NULL")

        assert commitments == set(listed.table.ids)
        assert set(overdue) == set(late.table.ids)
        assert nobody.fetchone()[0] == listed.nobody
        authored = "SELECT count(*) FROM owners WHERE party = 'nl-bz' AND by_authorship"
        assert read.execute(authored).fetchone()[0] > 50


def test_the_index_finds_what_search_does(
    records: tuple[PolicyRecord, ...], tmp_path: Path
) -> None:
    """The same entries and papers, without regard to case and accents."""
    with closing(database(records, tmp_path / "register.sqlite")) as read:
        for words in ("politietraining", "Bergovie", "opleiding minister"):
            query = "SELECT entry, kind FROM texts JOIN texts_fts ON texts.id = texts_fts.rowid "
            found = read.execute(f"{query} WHERE texts_fts MATCH ?", (words,)).fetchall()
            whole = {
                (hit.id, hit.kind)
                for hit in search(records, words, as_of=dt.date.max).hits
                if {*folded(words).split()} <= {*folded(hit.text).split()}
            }
            assert whole
            assert whole <= set(found)


def test_a_selection_is_marked_and_the_records_are_whole(
    records: tuple[PolicyRecord, ...], tmp_path: Path
) -> None:
    """``chosen`` says what is in, ``about`` what was asked."""
    selection = Selection(owners="lm-kustwacht", kinds="commitment")
    with closing(database(records, tmp_path / "register.sqlite", selection)) as read:
        every, chosen = read.execute("SELECT count(*), sum(chosen) FROM statements").fetchone()
        about: dict[str, Any] = dict(read.execute("SELECT key, value FROM about").fetchall())

    assert every == sum(len(record.statements) for record in records)
    assert 0 < chosen < every
    assert json.loads(about["selection"]) == {"kinds": ["commitment"], "owners": ["lm-kustwacht"]}
    assert about["as_of"] == "2034-01-01"
    assert about["selection_words"].startswith("Selectie: ")
    assert json.loads(about["digests"]) == {each.id: digest(each) for each in records}


def test_internal_notes_are_left_out(records: tuple[PolicyRecord, ...]) -> None:
    """Note and name, unless they are asked for."""
    record = records[0].with_update(
        records[0].statements[0].id, date=DAY, by="J. de Wit", internal=True, note="Ligt bij DAF."
    )
    out = io.BytesIO()
    run_report(record, "sqlite", out, as_of=DAY, registry=REGISTRY)
    whole = io.BytesIO()
    run_report(record, "sqlite", whole, as_of=DAY, registry=REGISTRY, internal=True)

    assert b"Ligt bij DAF" not in out.getvalue()
    assert b"J. de Wit" not in out.getvalue()
    assert b"Ligt bij DAF" in whole.getvalue()


# -- Datasette ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def datasette(
    records: tuple[PolicyRecord, ...], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of a real Datasette on this machine, with the database of the records."""
    file = tmp_path_factory.mktemp("datasette") / "register.sqlite"
    database(records, file).close()
    words = ["-m", "datasette", "serve", str(file), "-h", "127.0.0.1", "-p", "0"]
    with subprocess.Popen(
        [sys.executable, *words], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as running:
        try:
            assert running.stderr is not None
            # It takes a free port, and says which once it answers there.
            said = next(
                (found for line in running.stderr if (found := _RUNNING.search(line))), None
            )
            assert said is not None, "Datasette ended before it answered"
            yield f"{said[0]}/register"
        finally:
            running.terminate()


def _read(address: str) -> Any:
    with urllib.request.urlopen(address, timeout=120) as answer:  # noqa: S310 - a server that the test started
        return json.loads(answer.read())


@pytest.mark.heavy
def test_datasette_shows_tables_facets_and_search(datasette: str) -> None:
    """Every table has a page, statuses are facets, and the search box finds words."""
    tables = {each["name"] for each in _read(f"{datasette}.json")["tables"] if not each["hidden"]}
    faceted = _read(f"{datasette}/statements.json?kind=commitment&_facet=schedule&_shape=objects")
    found = _read(f"{datasette}/texts.json?_search=politietraining&_shape=objects")
    page = urllib.request.urlopen(f"{datasette}/texts", timeout=120).read().decode()  # noqa: S310 - a server that the test started

    assert {"statements", "requests", "documents", "texts", "updates", "words"} <= tables
    values = faceted["facet_results"]["schedule"]["results"]
    assert {"overdue", "upcoming"} <= {each["value"] for each in values}
    assert {row["kind"] for row in found["rows"]} == {"summary", "quote", "paragraph"}
    assert 'name="_search"' in page
