"""Lists of a register: SQL says which rows are in, and the core makes these rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from attrs import evolve, frozen
from sqlalchemy import ColumnElement, Connection, Select, case, func, literal_column, or_, select

from ssrpolicy import Language, PolicyRecord
from ssrpolicy.databases import Handling, collection_paused, unpacked
from ssrpolicy.selection import Chosen, Selection
from ssrpolicy.views import Listing, ListKind, listing
from ssrpolicy_register.asking.selecting import Selecting
from ssrpolicy_register.database.schedules import last_soon, schedule
from ssrpolicy_register.database.tables import (
    QUOTE,
    days,
    dispositions,
    documents,
    instruments,
    records,
    requests,
    statements,
    states,
    texts,
)

_TOGETHER = 500
_BY_DUE = (None, "due", "-due")


@frozen(kw_only=True, eq=False)
class Lists:
    """Lists of what a selection chooses as of a day.

    Attributes:
        connection: a connection to the register.
        selection: what is asked, with the code of each name.
        as_of: the day as of which statuses count.
        language: the language of labels and summaries.
        trigrams: whether parts of words are looked for in SQLite's index.
    """

    connection: Connection
    selection: Selection
    as_of: dt.date
    language: Language
    trigrams: bool

    def listing(
        self, kind: ListKind, *, since: dt.date | None, sort: str | None, limit: int | None
    ) -> Listing:
        """Return a list; the same that `ssrpolicy.views.listing` gives of all records."""
        if kind in ("statements", "commitments"):
            return self._statements(kind, sort, limit)
        given = self._records(self._holding(kind, since))
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
        return found if kind == "changes" else evolve(found, every=self._every(kind))

    @cached_property
    def _selecting(self) -> Selecting:
        return Selecting(self.selection, self.as_of, self.trigrams)

    # -- statements -----------------------------------------------------------------------------

    def _statements(self, kind: ListKind, sort: str | None, limit: int | None) -> Listing:
        asked = self._selecting
        chosen = asked.standing().where(asked.known(), asked.fits())
        if kind == "commitments":
            chosen = chosen.where(states.c.kind == "commitment")
        overdue = schedule(self.as_of, last_soon(self.as_of)) == "overdue"
        number, late, unowned = self.connection.execute(
            chosen.with_only_columns(
                func.count(), func.sum(_one_where(overdue)), func.sum(_one_where(~states.c.owned))
            )
        ).one()
        page = chosen.with_only_columns(states.c.statement.label("id"), states.c.record)
        if sort in _BY_DUE:
            page = page.order_by(*_by_due(descending=sort == "-due")).limit(limit)
        rows = self.connection.execute(page).all()
        found = listing(
            self._records({row.record for row in rows}),
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
            every=self._every(kind),
            overdue=int(late or 0),
            nobody=int(unowned or 0),
        )

    def _count(self, query: Select[tuple[str]]) -> int:
        counted = select(func.count()).select_from(query.subquery())
        return int(self.connection.execute(counted).scalar_one())

    # -- records --------------------------------------------------------------------------------

    def _holding(self, kind: ListKind, since: dt.date | None) -> set[str] | None:
        """Return the ids of the records that can have a row of a list; None for all of them."""
        ids = None
        if self.selection:
            found = self.connection.execute(self._selecting.entries()).scalars()
            ids = {str(id).partition("#")[0] for id in found}
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
        clusters = self._of(found)
        return {record for record, cluster in self._clusters if cluster in clusters}

    @cached_property
    def _clusters(self) -> list[tuple[str, str]]:
        query = select(records.c.id, records.c.cluster)
        return [(row.id, row.cluster) for row in self.connection.execute(query)]

    def _of(self, ids: Iterable[str]) -> set[str]:
        wanted = set(ids)
        return {cluster for record, cluster in self._clusters if record in wanted}

    def _records(self, ids: set[str] | None) -> tuple[PolicyRecord, ...]:
        """Return records with all that belong together with them, in their order."""
        query = select(records.c.content).order_by(records.c.position)
        with collection_paused():
            if ids is None:
                return tuple(map(unpacked, self.connection.execute(query).scalars()))
            found: list[tuple[str, bytes]] = []
            wanted = sorted(self._of(ids))
            for start in range(0, len(wanted), _TOGETHER):
                some = records.c.cluster.in_(wanted[start : start + _TOGETHER])
                rows = select(records.c.position, records.c.content).where(some)
                found += self.connection.execute(rows).all()
            return tuple(unpacked(content) for _position, content in sorted(found))

    # -- how many there are ---------------------------------------------------------------------

    def _every(self, kind: ListKind) -> int:
        date = documents.c.date
        known = or_(date.is_(None), date <= self.as_of)
        if kind == "instruments":
            # One that is named in later papers alone is not known yet.
            quotes = select(texts.c.id).where(
                texts.c.entry == instruments.c.id, texts.c.rank == QUOTE
            )
            known_quotes = quotes.where(or_(texts.c.date.is_(None), texts.c.date <= self.as_of))
            named = or_(~quotes.exists(), known_quotes.exists())
            return self._count(select(instruments.c.id).where(named))
        if kind in ("statements", "commitments"):
            said = select(statements.c.id).join(
                documents, documents.c.id == statements.c.document, isouter=True
            )
            if kind == "commitments":
                said = said.where(statements.c.kind == "commitment")
            return self._count(said.where(known))
        if kind == "requests":
            # A row for each answer, and one for a request without any.
            answering = documents.alias()
            answers = (
                select(dispositions.c.request)
                .join(answering, answering.c.id == dispositions.c.document, isouter=True)
                .where(or_(answering.c.date.is_(None), answering.c.date <= self.as_of))
                .subquery()
            )
            asked = (
                select(requests.c.id)
                .join(documents, documents.c.id == requests.c.document)
                .join(answers, answers.c.request == requests.c.id, isouter=True)
            )
            return self._count(asked.where(known))
        if kind == "letters":
            return self._count(select(documents.c.id).where(known, documents.c.kind == "letter"))
        # A motion is dated by the first record that has it.
        papers = (
            select(documents.c.motion, date)
            .join(records, records.c.id == documents.c.record)
            .where(documents.c.motion.is_not(None))
            .order_by(records.c.position)
        )
        dates: dict[str, dt.date | None] = {}
        for motion, day in self.connection.execute(papers):
            dates.setdefault(str(motion), day)
        return sum(day is None or day <= self.as_of for day in dates.values())


def _one_where(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return case((condition, literal_column("1")), else_=literal_column("0"))


def _by_due(*, descending: bool) -> tuple[ColumnElement[Any], ...]:
    """Those with a term by it, then those without; the id decides between equals."""
    due, id = states.c.due, states.c.statement
    if not descending:
        return due.asc().nulls_last(), id
    return due.desc().nulls_last(), case((due.is_(None), None), else_=id).desc(), id
