"""Lists of a register: SQL says which rows are in, and the core makes these rows."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from attrs import evolve, frozen
from sqlalchemy import Column, Connection, Row, select

from ssrpolicy import Language, PolicyRecord
from ssrpolicy.databases import FullId, Handling, collection_paused, unpacked, unpacked_excerpt
from ssrpolicy.selection import Chosen, Selection
from ssrpolicy.views import Listing, ListKind, listing
from ssrpolicy_register.asking.known import STATED, Known
from ssrpolicy_register.asking.paging import Pages
from ssrpolicy_register.asking.selecting import Selecting
from ssrpolicy_register.database.tables import days, documents, records, states

_TOGETHER = 500


@frozen(kw_only=True, eq=False)
class Lists:
    """Lists of what a selection chooses as of a day.

    Attributes:
        connection: a connection to the register.
        selection: what is asked, with the code of each name.
        as_of: the day as of which statuses count.
        language: the language of labels and summaries.
        sqlite: whether SQLite is asked, not PostgreSQL.
    """

    connection: Connection
    selection: Selection
    as_of: dt.date
    language: Language
    sqlite: bool

    def listing(
        self, kind: ListKind, *, since: dt.date | None, sort: str | None, limit: int | None
    ) -> Listing:
        """Return a list; the same that `ssrpolicy.views.listing` gives of all records."""
        if kind in STATED:
            return self._statements(kind, sort, limit)
        given = self._records(self._holding(kind, since, sort, limit))
        chosen = Chosen(
            selection=self.selection, records=given, handling=Handling(given, self.as_of)
        )
        found = listing(
            given,
            kind,
            chosen,
            as_of=self.as_of,
            language=self.language,
            since=since,
            sort=sort,
            limit=limit,
        )
        if kind == "changes":
            return found
        every = self._known.entries(kind)
        if self.selection:
            return evolve(found, every=every)
        # Without a selection all are in, though no more records were read than a page needs.
        return evolve(found, every=every, chosen=every, rows=self._known.rows(kind))

    @property
    def of_later(self) -> tuple[str, ...]:
        """The ids of the records whose letter is of a later day, in their order."""
        later = select(records.c.position, records.c.id).where(records.c.date > self.as_of)
        # Sorted here: in that order SQLite would go through all records.
        found = ((row.position, row.id) for row in self.connection.execute(later))
        return tuple(id for _position, id in sorted(found))

    @cached_property
    def _known(self) -> Known:
        return Known(self.connection, self.as_of)

    @cached_property
    def _selecting(self) -> Selecting:
        return Selecting(self.selection, self.as_of, self.connection, self.sqlite)

    # -- statements -----------------------------------------------------------------------------

    def _statements(self, kind: ListKind, sort: str | None, limit: int | None) -> Listing:
        page = Pages(
            connection=self.connection, kind=kind, asked=self._selecting, known=self._known
        )
        counted, rows = page.of(sort, limit)
        found = listing(
            self._excerpts(rows),
            kind,
            as_of=self.as_of,
            language=self.language,
            sort=sort,
            limit=limit,
            only={row.id for row in rows},
        )
        return evolve(
            found,
            selection=self.selection,
            chosen=counted.number,
            every=self._known.entries(kind),
            rows=counted.number,
            overdue=counted.late,
            nobody=counted.nobodys,
            owners=counted.owners,
        )

    # -- records --------------------------------------------------------------------------------

    def _holding(
        self, kind: ListKind, since: dt.date | None, sort: str | None, limit: int | None
    ) -> set[str] | None:
        """Return the ids of the records that can have a row of a list; None for all of them."""
        ids = None
        if kind == "motions":
            having = select(documents.c.record).where(documents.c.motion.is_not(None)).distinct()
            ids = set(self.connection.execute(having).scalars())
        elif limit is not None and not self.selection:
            ids = self._known.first(kind, sort, limit, self.language)
        if self.selection:
            found = self.connection.execute(self._selecting.entries()).scalars()
            holding = {FullId.split(str(id)).record for id in found}
            ids = holding if ids is None else ids & holding
        if kind == "changes" and since is not None:
            changed = self._changed(since)
            ids = changed if ids is None else ids & changed
        return ids

    def _changed(self, since: dt.date) -> set[str]:
        """Return the records in whose cluster something is dated after a day, or fell due."""
        dated = (
            select(documents.c.record).where(
                documents.c.date > since, documents.c.date <= self.as_of
            ),
            select(days.c.record).where(days.c.date > since, days.c.date <= self.as_of),
            select(states.c.record).where(states.c.due >= since, states.c.due < self.as_of),
        )
        found = {id for query in dated for id in self.connection.execute(query).scalars()}
        return set(self._where(records.c.id, records.c.cluster, self._of(found)))

    def _of(self, ids: Iterable[str]) -> set[str]:
        """Return the clusters of some records."""
        return set(self._where(records.c.cluster, records.c.id, ids))

    def _where(
        self, wanted: Column[str], column: Column[str], values: Iterable[str]
    ) -> Iterator[str]:
        """Yield what a column has where another has one of some values."""
        for some in _batches(values):
            query = select(wanted).where(column.in_(some))
            yield from self.connection.execute(query).scalars()

    def _excerpts(self, rows: Iterable[Row[Any, Any]]) -> tuple[PolicyRecord, ...]:
        """Return what rows of statements need of their records, in the order of these."""
        wanted: dict[str, set[str]] = {}
        for row in rows:
            wanted.setdefault(row.record, set()).add(FullId.split(row.id).entry)
        columns = records.c.id, records.c.position, records.c.cluster, records.c.excerpt
        found: list[Row[Any, Any, Any, Any]] = []
        for some in _batches(self._of(wanted)):
            found += self.connection.execute(
                select(*columns).where(records.c.cluster.in_(some))
            ).all()
        # What stands in one record of several may take the place of what stands in another.
        alone = Counter(row.cluster for row in found)
        with collection_paused():
            return tuple(
                unpacked_excerpt(row.excerpt, wanted[row.id] if alone[row.cluster] == 1 else None)
                for row in sorted(found, key=lambda row: row.position)
            )

    def _records(self, ids: set[str] | None) -> tuple[PolicyRecord, ...]:
        """Return records with all that belong together with them, in their order."""
        query = select(records.c.content).order_by(records.c.position)
        with collection_paused():
            if ids is None:
                return tuple(map(unpacked, self.connection.execute(query).scalars()))
            found: list[tuple[str, bytes]] = []
            content = select(records.c.position, records.c.content)
            for some in _batches(self._of(ids)):
                rows = self.connection.execute(content.where(records.c.cluster.in_(some)))
                found += ((row.position, row.content) for row in rows)
            return tuple(unpacked(content) for _position, content in sorted(found))


def _batches(values: Iterable[str]) -> Iterator[list[str]]:
    """Yield values in groups of which a query can name each."""
    every = sorted(values)
    for start in range(0, len(every), _TOGETHER):
        yield every[start : start + _TOGETHER]
