"""A register with very many invented statements, written straight into its tables.

Fifty invented records are read; their rows are written again and again under other ids.
"""

import datetime as dt
import importlib
import itertools
import math
import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from attrs import frozen

from benchmarks.invented import portfolio

_KINDS = 50
_WORDS = 100_000  # as many different words as the papers of many years have
_TOGETHER = 500
_DOSSIER = 10_000
_DAY = dt.date(2030, 1, 1)


@frozen
class _Template:
    """The rows of an invented record, by table; of its texts also what says their places."""

    id: str
    rows: dict[str, list[tuple[Any, ...]]]
    texts: list[dict[str, Any]]

    def renamed(self, table: str, id: str) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a table for a record of another id."""
        for row in self.rows[table]:
            yield tuple(self._named(value, id) for value in row)

    def _named(self, value: Any, id: str) -> Any:
        match value:
            case str():
                return value.replace(self.id, id)
            case bytes():  # a record, of which the template has the JSON
                return zlib.compress(value.replace(self.id.encode(), id.encode()), 1)
            case _:
                return value


def id_of(place: int) -> str:
    """Return the id of a record by its place, from 0: the number of a paper, as real ones have."""
    return f"kst-{_DOSSIER + place}-VII-1"


def write(path: Path, statements: int) -> None:
    """Write a register of so many commitments, with all indexes but that of words."""
    schema = importlib.import_module("ssrpolicy_register.database.schema")
    store = importlib.import_module("ssrpolicy_register.database.stores").store_at(str(path))
    tables = importlib.import_module("ssrpolicy_register.database.tables").tables
    building = importlib.import_module("ssrpolicy_register.building.totals")
    columns = {table.name: [each.name for each in table.columns] for table in tables.sorted_tables}
    dialect = store.engine.dialect
    inserts = {
        each.name: str(each.insert().compile(dialect=dialect)) for each in tables.sorted_tables
    }
    count = math.ceil(statements / portfolio.COMMITMENTS)
    with store.connected() as connection:
        schema.begin(connection, store)
        schema.make_tables(connection, store)
        schema.finished(connection)
        connection.commit()
    with store.connected() as connection:
        schema.begin(connection, store)
        numbering = importlib.import_module("ssrpolicy_register.building.vocabulary").Vocabulary
        words = numbering(connection, sqlite=True)
        totals = building.Totals(connection)
        templates = [
            _template(number, columns, words, totals, count // _KINDS + (number <= count % _KINDS))
            for number in range(1, min(_KINDS, count) + 1)
        ]
        totals.write()
        connection.commit()
    rare = [{"words": f"zeldzaam{number}woord"} for number in range(_WORDS)]
    vocabulary = [
        *(row for each in templates for row in each.rows.pop("vocabulary")),
        *(_values(row, columns["vocabulary"]) for row in words.number(rare)["vocabulary"]),
    ]
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN")
        every = "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL"
        indexes = database.execute(every).fetchall()
        for name, _sql in indexes:
            database.execute(f'DROP INDEX "{name}"')
        database.execute(
            "INSERT INTO files (path, source, position, digest, read_on) "
            "VALUES ('made', 'made', 'made', '', '2030-01-01')"
        )
        database.executemany("INSERT INTO vocabulary VALUES (?, ?)", vocabulary)
        _fill(database, templates, inserts, count)
        for _name, sql in indexes:
            database.execute(sql)
        database.execute("COMMIT")


def _template(
    number: int, columns: dict[str, list[str]], words: Any, totals: Any, copies: int
) -> _Template:
    """Make a template, and count the statements of so many copies of it."""
    codec = importlib.import_module("ssrpolicy.codec")
    rows_of = importlib.import_module("ssrpolicy_register.building.rows").record_rows
    tables = importlib.import_module("ssrpolicy_register.database.tables")
    states_of = importlib.import_module("ssrpolicy_register.building.states").States
    data = next(itertools.islice(portfolio.records(number), number - 1, None))
    record = codec.structure(data)
    rows = rows_of(record, file="made", position=record.id, today=_DAY)
    rows["states"], rows["owners"] = states_of((record,)).of(record)
    rows["texts"] = [row for row in rows["texts"] if row["rank"] != tables.PARAGRAPH]
    rows.update(words.number(rows["texts"]))
    for _ in range(copies):
        totals.add(rows["states"])
    made = {table: [_values(row, columns[table]) for row in every] for table, every in rows.items()}
    return _Template(record.id, made, rows["texts"])


def _values(row: dict[str, Any], columns: Sequence[str]) -> tuple[Any, ...]:
    return tuple(_value(row.get(name)) for name in columns)


def _value(value: Any) -> Any:
    match value:
        case dt.date():
            return value.isoformat()
        case bytes():
            return zlib.decompress(value)
        case _:
            return value


def _fill(
    database: sqlite3.Connection,
    templates: Sequence[_Template],
    inserts: dict[str, str],
    count: int,
) -> None:
    # The register is empty, so that no connection is asked which ids are free.
    places = importlib.import_module("ssrpolicy_register.building.numbering").Numbering
    numbering = places(None, empty=True)
    for start in range(0, count, _TOGETHER):
        named = [
            (templates[each % len(templates)], id_of(each))
            for each in range(start, min(start + _TOGETHER, count))
        ]
        for table in templates[0].rows:
            rows = [row for template, id in named for row in template.renamed(table, id)]
            if table == "texts":
                rows = [
                    (place, *row[1:])
                    for place, row in zip(_places(named, numbering), rows, strict=True)
                ]
            database.executemany(inserts[table], rows)


def _places(named: Sequence[tuple[_Template, str]], numbering: Any) -> Iterator[int]:
    """Yield the ids of the texts of copies of templates, which say how hits are sorted."""
    for template, _id in named:
        numbering.number(template.texts)
        yield from (row["id"] for row in template.texts)
