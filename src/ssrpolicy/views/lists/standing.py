"""On which days motions came to stand otherwise."""

import datetime as dt
from collections.abc import Iterator
from functools import cached_property

from attrs import field, frozen

from ssrpolicy.model import Handling, Motion, PolicyRecord


@frozen(kw_only=True)
class StateChange:
    """A day on which a motion came to stand otherwise.

    How it stood and how it stands are keys of the words under ``handling``.
    """

    date: dt.date
    before: str
    now: str


@frozen(eq=False)
class StateChanges:
    """When motions came to stand otherwise, after a day up to and including that of a handling."""

    handling: Handling
    since: dt.date
    _handlings: dict[tuple[tuple[str, ...], dt.date], Handling] = field(factory=dict, init=False)

    def of(self, motion: Motion) -> Iterator[StateChange]:
        """Yield each change of a motion by date.

        That it was moved is not one, unless it was dealt with on the same day.
        """
        records = self._bearing_on(motion)
        days = self._days(records)
        if not days:
            return
        before = self._state(motion, records, self.since)
        for day in days:
            now = self._state(motion, records, day)
            if now != before and (before != "later" or now in ("dealt_with", "unknown_dealt_with")):
                yield StateChange(date=day, before=before, now=now)
            before = now

    def _days(self, records: tuple[PolicyRecord, ...]) -> list[dt.date]:
        """The days on which anything can change: those of papers and updates."""
        found = {
            day
            for record in records
            for day in (*record.dates.values(), *(each.date for each in record.updates))
        }
        return sorted(day for day in found if self.since < day <= self.handling.as_of)

    def _state(self, motion: Motion, records: tuple[PolicyRecord, ...], day: dt.date) -> str:
        key = (tuple(each.id for each in records), day)
        if key not in self._handlings:
            self._handlings[key] = Handling(records, day)
        found = self._handlings[key].motion(motion.record, motion.document.id)
        return "later" if found is None else found.state

    def _bearing_on(self, motion: Motion) -> tuple[PolicyRecord, ...]:
        """The records on which it depends how a motion stands.

        They have it, or the motion in its place, or statements that lead to those of such records.
        """
        papers = (*motion.papers, *(motion.replaced_by.papers if motion.replaced_by else ()))
        found = {record.id: None for record, _document in papers}
        waiting = list(found)
        while waiting:
            new = [each for each in self._leading.get(waiting.pop(), ()) if each not in found]
            found |= dict.fromkeys(new)
            waiting += new
        return tuple(self.handling.by_id[id] for id in found)

    @cached_property
    def _leading(self) -> dict[str, set[str]]:
        """Which records have statements that lead to those of another, by its id."""
        found: dict[str, set[str]] = {}
        for record in self.handling.records:
            for statement in record.statements:
                for relation in statement.relations:
                    if relation.full_id is not None and relation.full_id.record != record.id:
                        found.setdefault(relation.full_id.record, set()).add(record.id)
        return found
