"""Where each statement stands and who is responsible, a row for each period without changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from ssrpolicy import (
    ClaimedStatus,
    Commitment,
    Course,
    EvidenceStatus,
    PolicyRecord,
    Progress,
    Schedule,
    Statement,
)
from ssrpolicy.databases import Handling
from ssrpolicy.selection import ministry, responsible
from ssrpolicy_register.building.rows import Row, full_id
from ssrpolicy_register.database.tables import ALWAYS

T = TypeVar("T")
_PENDING = (Schedule.UNDATED, Schedule.UPCOMING, Schedule.DUE_SOON, Schedule.OVERDUE)


class States:
    """Where the statements of some records stand; these are all that relate to each other."""

    def __init__(self, records: Sequence[PolicyRecord]) -> None:
        self._records = records
        self._known: dict[dt.date, Handling] = {}
        # A statement of another record may take the place of one from the day of its paper.
        self._related = {
            day
            for record in records
            for each in record.statements
            if each.relations and (day := record.dates.get(each.document)) is not None
        }

    def of(self, record: PolicyRecord) -> tuple[list[Row], list[Row]]:
        """Return the rows of states and of owners of a record."""
        days: dict[str, set[dt.date]] = {each.id: set(self._related) for each in record.statements}
        for update in record.updates:
            if update.statement in days:
                days[update.statement].add(update.date)
        states: list[Row] = []
        owners: list[Row] = []
        for id, changes in days.items():
            statement = record.statement(id)
            every = sorted({dt.date.min, *changes})
            known = [(day, self._progress(record, statement, day)) for day in every]
            row = {"record": record.id, "statement": full_id(record, id)}
            who = [(day, _owners(record, statement, progress)) for day, progress in known]
            now = [
                (day, {**_state(statement, progress), "owned": bool(parties)})
                for (day, progress), (_day, parties) in zip(known, who, strict=True)
            ]
            said = {
                "document": full_id(record, statement.document),
                "kind": statement.kind,
                "said_on": record.dates.get(statement.document),
            }
            states += [
                {**row, **said, "first": not number, **period, **state}
                for number, (period, state) in enumerate(_periods(now))
            ]
            owners += [
                {**row, **period, **party} for period, parties in _periods(who) for party in parties
            ]
        return states, owners

    def _progress(self, record: PolicyRecord, statement: Statement, day: dt.date) -> Progress:
        if len(self._records) == 1 and not self._related:
            return record.progress(statement.id, as_of=day)
        if day not in self._known:
            self._known[day] = Handling(self._records, day)
        superseded = self._known[day].superseded(record, statement.id)
        return record.progress(statement.id, as_of=day, superseded=superseded)


def _periods(known: Iterable[tuple[dt.date, T]]) -> Iterator[tuple[Row, T]]:
    """Yield each period in which a value stays the same, with that value."""
    found: list[tuple[dt.date, T]] = []
    for day, value in known:
        if not found or found[-1][1] != value:
            found.append((day, value))
    ends = [day - dt.timedelta(days=1) for day, _value in found[1:]]
    for (since, value), until in zip(found, [*ends, ALWAYS], strict=True):
        yield {"since": since, "until": until}, value


def _state(statement: Statement, now: Progress) -> Row:
    return {
        "claimed": now.claimed.value,
        "evidence": now.evidence.value,
        "due": now.due,
        "first_due": now.first_due,
        "met_on": now.met_on,
        "shown": now.evidence is EvidenceStatus.SUPPORTS,
        "said": now.claimed is ClaimedStatus.FULFILLED
        and now.evidence is not EvidenceStatus.CONTRADICTS,
        "continuous": isinstance(statement, Commitment) and statement.course is Course.CONTINUOUS,
        "superseded": now.schedule is Schedule.SUPERSEDED,
        "pending": now.schedule in _PENDING and (statement.can_be_late or now.due is None),
        "firmness": None if now.firmness is None else now.firmness.value,
        "moves": now.moves,
        "last_update": now.last_update,
    }


def _owners(record: PolicyRecord, statement: Statement, now: Progress) -> list[dict[str, Any]]:
    found = responsible(record, statement, now)
    return [
        {"party": party, "ministry": ministry(record, party), "by_authorship": found.by_authorship}
        for party in dict.fromkeys(found.parties)
    ]
