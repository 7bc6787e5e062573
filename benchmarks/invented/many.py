"""A register with very many invented statements, written straight into its tables.

Fifty invented records are read; their rows are written again and again under other ids.
"""

import datetime as dt
import importlib
import itertools
import sqlite3
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from attrs import frozen

from benchmarks.invented import portfolio

_KINDS = 50
_WORDS = 100_000  # as many different words as the papers of many years have
_TOGETHER = 500
_DAY = dt.date(2030, 1, 1)


@frozen
class _Template:
    """The rows of an invented record, by table, and its JSON."""

    id: str
    rows: dict[str, list[tuple[Any, ...]]]
    text: str

    def renamed(self, table: str, id: str) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a table for a record of another id."""
        for row in self.rows[table]:
            yield tuple(
                value.replace(self.id, id) if isinstance(value, str) else value for value in row
            )


def write(path: Path, statements: int) -> None:
    """Write a register of so many statements, with all indexes but that of words."""
    schema = importlib.import_module("ssrpolicy_register.database.schema")
    store = importlib.import_module("ssrpolicy_register.database.stores").store_at(str(path))
    tables = importlib.import_module("ssrpolicy_register.database.tables").tables
    columns = {table.name: [each.name for each in table.columns] for table in tables.sorted_tables}
    with store.connected() as connection:
        schema.begin(connection, store)
        schema.make_tables(connection, store)
        schema.finished(connection)
        connection.commit()
    with store.connected() as connection:
        numbering = importlib.import_module("ssrpolicy_register.building.vocabulary").Vocabulary
        words = numbering(connection, sqlite=True)
        templates = [_template(number, columns, words) for number in range(1, _KINDS + 1)]
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
        database.execute("INSERT INTO files VALUES ('made', 'made', 'made', '', '2030-01-01')")
        database.executemany("INSERT INTO vocabulary VALUES (?, ?)", vocabulary)
        _fill(database, templates, columns, statements // portfolio.COMMITMENTS)
        for _name, sql in indexes:
            database.execute(sql)
        database.execute("COMMIT")


def _template(number: int, columns: dict[str, list[str]], words: Any) -> _Template:
    codec = importlib.import_module("ssrpolicy.codec")
    rows_of = importlib.import_module("ssrpolicy_register.building.rows").record_rows
    tables = importlib.import_module("ssrpolicy_register.database.tables")
    states_of = importlib.import_module("ssrpolicy_register.building.states").States
    data = next(itertools.islice(portfolio.records(number), number - 1, None))
    record = codec.structure(data)
    rows = rows_of(record, file="made", position="made", today=_DAY)
    rows["states"], rows["owners"] = states_of((record,)).of(record)
    rows["texts"] = [row for row in rows["texts"] if row["rank"] != tables.PARAGRAPH]
    rows.update(words.number(rows["texts"]))
    made = {table: [_values(row, columns[table]) for row in every] for table, every in rows.items()}
    return _Template(record.id, made, codec.dumps(record, indent=None, derived=False))


def _values(row: dict[str, Any], columns: Sequence[str]) -> tuple[Any, ...]:
    found = (row.get(name) for name in columns)
    return tuple(each.isoformat() if isinstance(each, dt.date) else each for each in found)


def _fill(
    database: sqlite3.Connection,
    templates: Sequence[_Template],
    columns: dict[str, list[str]],
    count: int,
) -> None:
    places = importlib.import_module("ssrpolicy_register.database.places")
    numbers: Counter[int] = Counter()
    of_texts = [columns["texts"].index(name) for name in ("rank", "date")]

    def place(row: tuple[Any, ...]) -> int:
        rank, day = (row[index] for index in of_texts)
        first: int = places.first_place(rank, day and dt.date.fromisoformat(day))
        numbers[first] += 2
        return first + numbers[first]

    at = {name: columns["records"].index(name) for name in ("position", "content")}
    for start in range(0, count, _TOGETHER):
        named = [
            (templates[each % len(templates)], f"made-{each:06}")
            for each in range(start, min(start + _TOGETHER, count))
        ]
        for table in templates[0].rows:
            rows = [row for template, id in named for row in template.renamed(table, id)]
            if table == "texts":
                rows = [(place(row), *row[1:]) for row in rows]
            if table == "records":
                rows = [_packed(row, at, *each) for row, each in zip(rows, named, strict=True)]
            holes = ", ".join("?" * len(columns[table]))
            database.executemany(f"INSERT INTO {table} VALUES ({holes})", rows)  # noqa: S608 - a table cannot be a parameter; it is one of the register's own, and all values are parameters


def _packed(
    row: tuple[Any, ...], at: dict[str, int], template: _Template, id: str
) -> tuple[Any, ...]:
    values = list(row)
    values[at["position"]] = id
    values[at["content"]] = zlib.compress(template.text.replace(template.id, id).encode(), 1)
    return tuple(values)
