"""One page of the statements that a selection chooses in a register, and the totals below it."""

from __future__ import annotations

import functools
import operator
from collections.abc import Sequence
from typing import Any

from attrs import evolve, frozen
from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Row,
    Select,
    case,
    func,
    literal_column,
    select,
)

from ssrpolicy import Schedule
from ssrpolicy.selection import NOBODY, OwnerTotals, Selection
from ssrpolicy.views import ListKind
from ssrpolicy_register.asking.known import Known, of_kind
from ssrpolicy_register.asking.selecting import Selecting
from ssrpolicy_register.database.schedules import stands
from ssrpolicy_register.database.tables import OVERDUE, OVERDUE_UNOWNED, UNOWNED, states

_LATE = Selection(schedules=(Schedule.OVERDUE,))
_BY_DUE = (None, "due", "-due")
_Rows = Sequence[Row[Any, Any]]


@frozen
class Counted:
    """How many statements are chosen.

    Attributes:
        number: all of them.
        late: those that are overdue.
        nobodys: those of nobody; where owners are asked for, those that meet the other criteria.
        owners: those of each owner, where several are asked for.
    """

    number: int
    late: int
    nobodys: int
    owners: OwnerTotals | None = None


@frozen(kw_only=True)
class Pages:
    """Pages of what is chosen of one kind of list.

    Attributes:
        connection: a connection to the register.
        kind: statements or commitments.
        asked: the selection.
        known: what is known as of its day.
    """

    connection: Connection
    kind: ListKind
    asked: Selecting
    known: Known

    def of(self, sort: str | None, limit: int | None) -> tuple[Counted, _Rows]:
        """Return how many statements are chosen, and the ids and records of those of a page.

        They are no more than are listed, if SQL can say which come first.
        """
        selection = self.asked.selection
        if self.asked.by_ids:
            counted, rows = self._at_once(sort, limit)
        else:
            counted = self._counted()
            rows = self._page(sort, limit) if counted.number else ()
        if selection.owners and NOBODY not in selection.owners:
            counted = evolve(counted, nobodys=self._of_nobody())
        return counted, rows

    @functools.cached_property
    def _chosen(self) -> Select[tuple[str]]:
        return self._those(self.asked)

    def _those(self, asked: Selecting) -> Select[tuple[str]]:
        return of_kind(asked.standing().where(asked.known(), asked.fits()), self.kind)

    def _at_once(self, sort: str | None, limit: int | None) -> tuple[Counted, _Rows]:
        """Return the numbers and the page by one query.

        What finds statements by their ids is then asked once, not for each of the two.
        """
        wanted = self.asked.selection.owners
        own = [_one_where(self.asked.of_owner(each).owned()) for each in wanted if wanted[1:]]
        several: ColumnElement[int] = functools.reduce(operator.add, own, literal_column("0"))
        counted = (*self._counts(), *own, _one_where(several > 1))
        names = [f"number_{place}" for place, _each in enumerate(counted)]
        of = self._chosen.with_only_columns(
            states.c.statement.label("id"),
            states.c.record,
            states.c.due,
            *(each.label(name) for each, name in zip(counted, names, strict=True)),
        ).cte("chosen")
        # Else PostgreSQL looks for the first rows alone, though all are counted.
        of = of.prefix_with("MATERIALIZED", dialect="postgresql")
        page = select(of.c.id, of.c.record, *(func.sum(of.c[name]).over() for name in names))
        if sort in _BY_DUE and limit is not None:
            page = page.order_by(*_by_term(of, sort)).limit(limit)
        rows: Sequence[Row[Any, Any]] = self.connection.execute(page).all()
        number, late, nobodys, *each, twice = map(int, rows[0][2:] if rows else [0] * len(names))
        owners = None
        if each:
            owners = OwnerTotals(each=dict(zip(wanted, each, strict=True)), several=twice)
        return Counted(number, late, nobodys, owners), rows

    def _counts(self) -> tuple[ColumnElement[int], ...]:
        late = stands(Schedule.OVERDUE, self.asked.as_of)
        return literal_column("1"), _one_where(late), _one_where(~states.c.owned)

    def _counted(self) -> Counted:
        known, kind, selection = self.known, self.kind, self.asked.selection
        if selection == _LATE:
            number = known.total(OVERDUE, kind)
            return Counted(number, number, known.total(OVERDUE_UNOWNED, kind))
        if not selection:
            late, nobodys = known.total(OVERDUE, kind), known.total(UNOWNED, kind)
            return Counted(known.entries(kind), late, nobodys)
        counted = self._chosen.with_only_columns(*map(func.sum, self._counts()))
        number, late, nobodys = (int(each or 0) for each in self.connection.execute(counted).one())
        return Counted(number, late, nobodys)

    def _of_nobody(self) -> int:
        """Return how many statements that meet the criteria but that of owners are nobody's."""
        others = evolve(self.asked.selection, owners=())
        if not others:
            return self.known.total(UNOWNED, self.kind)
        if others == _LATE:
            return self.known.total(OVERDUE_UNOWNED, self.kind)
        return self.known.count(self._those(self.asked.of_owner(NOBODY)))

    def _page(self, sort: str | None, limit: int | None) -> _Rows:
        page = self._chosen.with_only_columns(states.c.statement.label("id"), states.c.record)
        if sort not in _BY_DUE or limit is None:
            return self.connection.execute(page).all()
        due, id = states.c.due, states.c.statement
        # An index gives those with a term in their order, so that they are asked for alone.
        order = (due.desc(), id.desc()) if sort == "-due" else (due, id)
        dated = page.where(due.is_not(None)).order_by(*order).limit(limit)
        rows = list(self.connection.execute(dated))
        if len(rows) < limit:
            undated = page.where(due.is_(None)).order_by(id).limit(limit - len(rows))
            rows += self.connection.execute(undated)
        return rows


def _by_term(of: FromClause, sort: str | None) -> tuple[ColumnElement[Any], ...]:
    """Those with a term come by it, then those without, by their ids."""
    due, id = of.c.due, of.c.id
    if sort != "-due":
        return due.is_(None), due, id
    return due.is_(None), due.desc(), case((due.is_not(None), id)).desc(), id


def _one_where(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return case((condition, literal_column("1")), else_=literal_column("0"))
