"""How many statements there are, late and nobody's, from each day: kept as the changes of a day."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from sqlalchemy import Connection, select
from sqlalchemy.dialects import postgresql, sqlite

from ssrpolicy_register.database.tables import (
    ALWAYS,
    KNOWN,
    OVERDUE,
    OVERDUE_UNOWNED,
    UNOWNED,
    Counted,
    states,
    totals,
)

_DAY = dt.timedelta(days=1)
_COLUMNS = ("kind", "said_on", "first", "since", "until", "pending", "due", "owned")
_Change: TypeAlias = tuple[Counted, str, dt.date]


class Totals:
    """What a build changes in the totals; rows of states are counted as they come and go."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._changes: Counter[_Change] = Counter()

    def add(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Count rows of states that come."""
        for row in rows:
            self._changes.update(_changes(row))

    def remove(self, ids: Sequence[str]) -> None:
        """Count the rows of states of records that go."""
        columns = (states.c[name] for name in _COLUMNS)
        query = select(*columns).where(states.c.record.in_(ids))
        for row in self._connection.execute(query):
            self._changes.subtract(_changes(row._asdict()))

    def write(self) -> None:
        """Bring the totals up to date."""
        rows = [
            {"counted": counted, "kind": kind, "date": day, "number": number}
            for (counted, kind, day), number in sorted(self._changes.items())
            if number
        ]
        self._changes.clear()
        if not rows:
            return
        dialect = sqlite if self._connection.dialect.name == "sqlite" else postgresql
        added: Any = dialect.insert(totals)
        number = totals.c.number + added.excluded.number
        keys = totals.primary_key.columns
        self._connection.execute(
            added.on_conflict_do_update(index_elements=keys, set_={"number": number}), rows
        )
        self._connection.execute(totals.delete().where(totals.c.number == 0))


def _changes(row: Mapping[str, Any]) -> dict[_Change, int]:
    """Return what a row of states adds to totals from a day on, and what it takes off after."""
    kind, last, due = row["kind"], row["until"], row["due"]
    said = row["said_on"] or dt.date.min
    since = max(row["since"], said)
    found: dict[_Change, int] = {(KNOWN, kind, said): 1} if row["first"] else {}
    begins: list[tuple[Counted, dt.date]] = []
    if not row["owned"]:
        begins.append((UNOWNED, since))
    if row["pending"] and due is not None and due < last:
        late = max(since, due + _DAY)
        begins.append((OVERDUE, late))
        if not row["owned"]:
            begins.append((OVERDUE_UNOWNED, late))
    for counted, day in begins:
        if day <= last:
            found[counted, kind, day] = 1
            if last != ALWAYS:
                found[counted, kind, last + _DAY] = -1
    return found
