"""Lists of a register: SQL says which rows are in, and the core makes these rows."""

from __future__ import annotations

import datetime as dt
import functools
import operator
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any

from attrs import evolve, frozen
from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Row,
    Select,
    case,
    func,
    literal_column,
    select,
)

from ssrpolicy import Language, PolicyRecord, Schedule
from ssrpolicy.databases import Handling, collection_paused, unpacked, unpacked_excerpt
from ssrpolicy.selection import NOBODY, Chosen, OwnerTotals, Selection
from ssrpolicy.views import Listing, ListKind, listing
from ssrpolicy_register.asking.known import STATED, Known, of_kind
from ssrpolicy_register.asking.selecting import Selecting
from ssrpolicy_register.database.schedules import stands
from ssrpolicy_register.database.tables import (
    OVERDUE,
    OVERDUE_UNOWNED,
    UNOWNED,
    days,
    documents,
    records,
    states,
)

_TOGETHER = 500
_LATE = Selection(schedules=(Schedule.OVERDUE,))
_BY_DUE = (None, "due", "-due")


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
        asked = self._selecting
        chosen = of_kind(asked.standing().where(asked.known(), asked.fits()), kind)
        every = self._known.entries(kind)
        number, late, unowned = self._totals(kind, chosen, every)
        if self.selection.owners and NOBODY not in self.selection.owners:
            others = asked.of_owner(NOBODY)
            unowned = self._known.count(
                of_kind(others.standing().where(others.known(), others.fits()), kind)
            )
        rows = self._page(chosen, sort, limit) if number else ()
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
            chosen=number,
            every=every,
            rows=number,
            overdue=late,
            nobody=unowned,
            owners=self._by_owner(chosen),
        )

    def _page(
        self, chosen: Select[tuple[str]], sort: str | None, limit: int | None
    ) -> Sequence[Row[Any, Any]]:
        """Return the ids of statements and their records; no more than are listed, if SQL can say.

        Those with a term come by it, then those without.
        """
        page = chosen.with_only_columns(states.c.statement.label("id"), states.c.record)
        if sort not in _BY_DUE or limit is None:
            return self.connection.execute(page).all()
        due, id = states.c.due, states.c.statement
        order = (due.desc(), id.desc()) if sort == "-due" else (due, id)
        dated = page.where(due.is_not(None)).order_by(*order).limit(limit)
        rows = list(self.connection.execute(dated))
        if len(rows) < limit:
            undated = page.where(due.is_(None)).order_by(id).limit(limit - len(rows))
            rows += self.connection.execute(undated)
        return rows

    def _totals(
        self, kind: ListKind, chosen: Select[tuple[str]], every: int
    ) -> tuple[int, int, int]:
        """Return how many statements are chosen, how many of these are late and whose none is."""
        late, unowned = stands(Schedule.OVERDUE, self.as_of), ~states.c.owned
        counted = func.count(), func.sum(_one_where(late)), func.sum(_one_where(unowned))
        if self.selection == _LATE:
            number = self._known.total(OVERDUE, kind)
            return number, number, self._known.total(OVERDUE_UNOWNED, kind)
        if self.selection:
            row = self.connection.execute(chosen.with_only_columns(*counted)).one()
            number, overdue, nobodys = (int(each or 0) for each in row)
            return number, overdue, nobodys
        return every, self._known.total(OVERDUE, kind), self._known.total(UNOWNED, kind)

    def _by_owner(self, chosen: Select[tuple[str]]) -> OwnerTotals | None:
        """Return how many of the statements chosen are of each owner that was asked."""
        owners = self.selection.owners
        if not owners[1:]:
            return None
        own = [_one_where(self._selecting.of_owner(each).owned()) for each in owners]
        times: ColumnElement[int] = functools.reduce(operator.add, own)
        counted = (*map(func.sum, own), func.sum(_one_where(times > 1)))
        *each, several = self.connection.execute(chosen.with_only_columns(*counted)).one()
        return OwnerTotals(
            each={owner: int(number or 0) for owner, number in zip(owners, each, strict=True)},
            several=int(several or 0),
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
            holding = {str(id).partition("#")[0] for id in found}
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
            wanted.setdefault(row.record, set()).add(row.id.partition("#")[2])
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


def _one_where(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return case((condition, literal_column("1")), else_=literal_column("0"))
