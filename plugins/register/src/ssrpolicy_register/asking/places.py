"""Hits in SQLite: the ids of texts say how they are sorted, so that the index alone is read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from attrs import frozen
from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Row,
    SelectBase,
    Subquery,
    column,
    distinct,
    func,
    or_,
    select,
)

from ssrpolicy import Language
from ssrpolicy_register.asking.question import Question
from ssrpolicy_register.database.places import (
    day_of,
    first_place,
    is_dated,
    last_place,
    same_day_until,
)
from ssrpolicy_register.database.tables import NOTE, SUMMARY, texts
from ssrpolicy_register.database.words import texts_between

_TOGETHER = 500
_ID: ColumnElement[int] = column("id", Integer)


def page_of(asked: Question) -> tuple[Sequence[Row[Any]], int]:
    """Return the texts of the first hits, and how many hits there are."""
    connection, chosen, later = asked.connection, asked.chosen, asked.not_yet_known()
    between = texts_between(connection, asked.words)
    if between is None:
        return (), 0
    all_known = connection.execute(later.limit(1)).first() is None

    def within(first: int, last: int) -> SelectBase:
        found = between(first, last)
        if chosen is not None:
            holding = texts.c.id.in_(found)
            found = select(texts.c.id).where(holding, texts.c.entry.in_(chosen))
        if all_known:
            return found
        id = found.subquery("found").c[0]
        return select(id).where(or_(is_dated(id), id.not_in(later)))

    total = 0
    rows: list[Row[Any]] = []
    for rank in range(SUMMARY, NOTE + 1):
        hits = _Hits(connection, within, first_place(rank, asked.as_of), last_place(rank))
        number = hits.pairs() if rank == SUMMARY else hits.number()
        total += number
        left = None if asked.limit is None else asked.limit - len(rows)
        if number and left != 0:
            rows += hits.texts(left, asked.language if rank == SUMMARY else None)
    return rows, total


@frozen
class _Hits:
    """The hits of one rank: their ids are from one to another."""

    connection: Connection
    within: Callable[[int, int], SelectBase]
    first: int
    last: int

    def number(self) -> int:
        """Return how many there are."""
        return int(self._asked(func.count())[0])

    def pairs(self) -> int:
        """Return how many there are, where those of one entry in two languages count once."""
        counted = self._asked(func.count(), func.sum(_ID.op("&")(1)))
        if counted[1] in {None, 0, counted[0]}:
            return int(counted[0])
        return int(self._asked(func.count(distinct(_ID.op(">>")(1))))[0])

    def texts(self, limit: int | None, language: Language | None) -> list[Row[Any]]:
        """Return the first of them; with a language, of each pair the one that is in it."""
        # Each may have its pair after it.
        most = None if limit is None else min(limit * (2 if language else 1), sys.maxsize)
        page = select(_ID).select_from(self._every()).order_by(_ID).limit(most)
        ids = list(self.connection.execute(page).scalars())
        if len(ids) == most:
            # Those of one day are sorted by their entries, so that all of them are needed.
            rest = self.within(ids[-1] + 1, same_day_until(ids[-1]))
            ids += self.connection.execute(select(rest.subquery().c[0])).scalars()
        if language is not None:
            ids.sort(key=lambda id: (id & 1) == (language == "en"))
            ids = list({id >> 1: id for id in ids}.values())
        entries = dict(self._read(ids, texts.c.id, texts.c.entry))
        ids = sorted(ids, key=lambda id: (day_of(id), entries[id], id))[:limit]
        found = {row.id: row for row in self._read(ids, *texts.c)}
        return [found[id] for id in ids]

    def _asked(self, *wanted: ColumnElement[Any]) -> Sequence[Any]:
        return self.connection.execute(select(*wanted).select_from(self._every())).one()

    def _every(self) -> Subquery:
        return self.within(self.first, self.last).subquery("hits")

    def _read(self, ids: Sequence[int], *columns: ColumnElement[Any]) -> Iterator[Any]:
        """Yield columns of some texts, in any order."""
        for start in range(0, len(ids), _TOGETHER):
            some = texts.c.id.in_(ids[start : start + _TOGETHER])
            yield from self.connection.execute(select(*columns).where(some))
