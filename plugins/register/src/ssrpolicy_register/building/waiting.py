"""Rows that wait to be written, so that many are written at once; and rows taken out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import Any, Final

from sqlalchemy import Connection, Table, delete

from ssrpolicy_register.building.rows import Rows
from ssrpolicy_register.building.totals import Totals
from ssrpolicy_register.database.stores import Store
from ssrpolicy_register.database.tables import OF_RECORD, records, states, tables, texts
from ssrpolicy_register.database.words import INDEX

_MOST: Final = 20_000
_TOGETHER: Final = 500


class Waiting:
    """Rows on their way into the tables.

    With ``row_by_row`` the index of words is kept with each row; else it is made at the end.
    """

    def __init__(self, connection: Connection, store: Store, *, row_by_row: bool) -> None:
        self._connection = connection
        self._store = store
        self._indexed = row_by_row and store.is_sqlite
        self._rows: Rows = {}
        self._number = 0
        self._totals = Totals(connection)

    def add(self, rows: Rows) -> None:
        """Add the rows of tables; they are written at the latest by `flush`."""
        self._totals.add(rows.get(states.name, ()))
        for table, every in rows.items():
            self._rows.setdefault(table, []).extend(every)
            self._number += len(every)
        if self._number > _MOST:
            self.flush()

    def flush(self) -> None:
        """Write all rows that wait."""
        for table in tables.sorted_tables:
            if rows := self._rows.pop(table.name, []):
                if table is texts:  # as SQLite's indexes take them in fastest
                    rows.sort(key=itemgetter("id"))
                self._insert(table, rows)
        self._number = 0

    def finish(self) -> None:
        """Write all rows that wait, and what they change in the totals."""
        self.flush()
        self._totals.write()

    def remove(self, ids: Sequence[str], only: Sequence[Table] = (*OF_RECORD, records)) -> None:
        """Remove the rows of records, those that wait included."""
        if not ids:
            return
        self.flush()
        for start in range(0, len(ids), _TOGETHER):
            some = ids[start : start + _TOGETHER]
            if self._indexed and records in only:
                self._unindex(some)
            if states in only:
                self._totals.remove(some)
            for table in only:
                column = table.c.id if table is records else table.c.record
                self._connection.execute(delete(table).where(column.in_(some)))

    def _unindex(self, ids: Iterable[str]) -> None:
        for id in ids:
            self._connection.exec_driver_sql(
                f"INSERT INTO {INDEX} ({INDEX}, rowid, terms) "  # noqa: S608 - the names are constants
                "SELECT 'delete', id, terms FROM texts WHERE record = ? ORDER BY id",
                (id,),
            )

    def _insert(self, table: Table, rows: list[dict[str, Any]]) -> None:
        names = [column.name for column in table.columns]
        columns = ", ".join(f'"{name}"' for name in names)
        values = ([row.get(name) for name in names] for row in rows)
        if not self._store.is_sqlite:
            self._copy(f'COPY "{table.name}" ({columns}) FROM STDIN', values)
            return
        # What SQLAlchemy would do with each value is known here, and took longer than SQLite.
        holes = ", ".join("?" * len(names))
        self._connection.exec_driver_sql(
            f'INSERT INTO "{table.name}" ({columns}) VALUES ({holes})',  # noqa: S608 - the names are those of our tables
            [tuple([_as_held(value) for value in each]) for each in values],
        )
        if self._indexed and table is texts:
            self._connection.exec_driver_sql(
                f"INSERT INTO {INDEX} (rowid, terms) VALUES (?, ?)",  # noqa: S608 - the names are constants
                [(row["id"], row["terms"]) for row in rows],
            )

    def _copy(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        """Write rows with COPY, which PostgreSQL takes in several times as fast."""
        driver: Any = self._connection.connection.driver_connection
        with driver.cursor() as cursor, cursor.copy(statement) as copy:
            for row in rows:
                copy.write_row(row)


def _as_held(value: Any) -> Any:
    """Return a value as SQLite holds it, which has no days."""
    return value.isoformat() if type(value) is dt.date else value
