"""What a register knows of each kind as of a day: how many rows there are, and which come first."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from attrs import frozen
from sqlalchemy import ColumnElement, Connection, Select, func, or_, select

from ssrpolicy import Language, LocalText
from ssrpolicy.selection import folded
from ssrpolicy.views import ListKind
from ssrpolicy_register.database.tables import (
    KNOWN,
    QUOTE,
    Counted,
    dispositions,
    documents,
    instruments,
    requests,
    states,
    texts,
    totals,
)
from ssrpolicy_register.database.views import is_reply

STATED: tuple[ListKind, ...] = ("statements", "commitments")
"""The kinds of lists that have a row for each statement."""

# By which column SQL knows what comes first, for each kind of list.
_SORTED: dict[ListKind, str] = {"letters": "date", "requests": "term_date", "instruments": "name"}


def of_kind(query: Select[Any], kind: ListKind) -> Select[Any]:
    """Return those of some statements that a list is of."""
    return query.where(states.c.kind == "commitment") if kind == "commitments" else query


@frozen
class Known:
    """What is known as of a day, whatever is chosen of it."""

    connection: Connection
    as_of: dt.date

    def rows(self, kind: ListKind) -> int:
        """Return how many rows a list of everything has: of a request one for each answer."""
        if kind == "requests":
            return self.count(self._with_answers(self._entries(kind)))
        return self.entries(kind)

    def entries(self, kind: ListKind) -> int:
        """Return how many entries a list of everything has."""
        match kind:
            case "letters" | "instruments" | "requests":
                return self.count(self._entries(kind))
            case "motions":
                return self._motions()
            case _:
                return self.total(KNOWN, kind)

    def total(self, counted: Counted, kind: ListKind) -> int:
        """Return how many of all statements of a list are known, late or nobody's on the day."""
        return self._totals["commitment" if kind == "commitments" else None].get(counted, 0)

    @cached_property
    def _totals(self) -> Mapping[str | None, Mapping[str, int]]:
        """What is counted of commitments, and of all statements."""
        found: defaultdict[str | None, Counter[str]] = defaultdict(Counter)
        by = totals.c.counted, totals.c.kind
        query = select(*by, func.sum(totals.c.number)).where(totals.c.date <= self.as_of)
        for counted, kind, number in self.connection.execute(query.group_by(*by)):
            found[None][counted] += int(number)
            found[kind][counted] += int(number)
        return found

    def count(self, query: Select[Any]) -> int:
        """Return how many rows a query finds."""
        counted = query.with_only_columns(func.count(), maintain_column_froms=True)
        return int(self.connection.execute(counted).scalar_one())

    def first(
        self, kind: ListKind, sort: str | None, limit: int, language: Language
    ) -> set[str] | None:
        """Return the records that hold the first rows of a list; None where SQL cannot say."""
        key = _SORTED.get(kind)
        if key is None or sort not in {None, key, f"-{key}"}:
            return None
        down = sort is not None and sort.startswith("-")
        if kind == "instruments":
            return self._first_by_name(limit, language, down=down)
        id, _record, value = self._entries(kind).selected_columns
        order = (value.desc(), id.desc()) if down else (value, id)
        # Those without a value come by their ids, whichever way round the others are.
        with_value = self._entries(kind).where(value.is_not(None)).order_by(*order).limit(limit)
        without = self._entries(kind).where(value.is_(None)).order_by(id).limit(limit)
        return {
            row.record for query in (with_value, without) for row in self.connection.execute(query)
        }

    def _first_by_name(self, limit: int, language: Language, *, down: bool) -> set[str]:
        named = []
        for row in self.connection.execute(self._entries("instruments")):
            name = LocalText(nl=row.name_nl, en=row.name_en).text(language)
            named.append((folded(name), row.id, row.record))
        return {record for _name, _id, record in sorted(named, reverse=down)[:limit]}

    def _entries(self, kind: ListKind) -> Select[Any]:
        """Return the ids of the entries that are known, with their records and what sorts them."""
        if kind == "instruments":
            # One that is named in later papers alone is not known yet.
            quotes = (
                select(texts.c.id)
                .join(documents, documents.c.id == texts.c.document, isouter=True)
                .where(texts.c.entry == instruments.c.id, texts.c.rank == QUOTE)
            )
            then = quotes.where(self._by_then(documents.c.known_on))
            of = instruments.c
            return select(of.id, of.record, of.name_nl, of.name_en).where(
                or_(~quotes.exists(), then.exists())
            )
        if kind == "letters":
            return select(documents.c.id, documents.c.record, documents.c.date).where(
                self._by_then(documents.c.known_on),
                or_(documents.c.kind == "letter", is_reply(documents)),
            )
        return (
            select(requests.c.id, requests.c.record, requests.c.due)
            .join(documents, documents.c.id == requests.c.document)
            .where(self._by_then(documents.c.known_on))
        )

    def _with_answers(self, asked: Select[Any]) -> Select[Any]:
        """Return a row for each answer to requests, and one for a request without any."""
        answering = documents.alias()
        answers = (
            select(dispositions.c.request)
            .join(answering, answering.c.id == dispositions.c.document, isouter=True)
            .where(self._by_then(answering.c.known_on))
            .subquery()
        )
        return asked.join(answers, answers.c.request == requests.c.id, isouter=True)

    def _motions(self) -> int:
        # A motion is known where one of the records that have it knows it.
        motions = select(func.count(documents.c.motion.distinct())).where(
            documents.c.motion.is_not(None), self._by_then(documents.c.known_on)
        )
        return int(self.connection.execute(motions).scalar_one())

    def _by_then(self, date: ColumnElement[Any]) -> ColumnElement[bool]:
        return or_(date.is_(None), date <= self.as_of)
