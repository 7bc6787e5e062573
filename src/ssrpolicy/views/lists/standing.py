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
    _states: dict[tuple[int, dt.date], dict[str, str]] = field(factory=dict, init=False)

    def of(self, motion: Motion) -> Iterator[StateChange]:
        """Yield each change of a motion by date.

        That it was moved is not one, unless it was dealt with on the same day.
        """
        group = self._groups[motion.record.id]
        days = self._days[id(group)]
        if not days:
            return
        before = self._state(motion, group, self.since)
        for day in days:
            now = self._state(motion, group, day)
            if now != before and (before != "later" or now in ("dealt_with", "unknown_dealt_with")):
                yield StateChange(date=day, before=before, now=now)
            before = now

    def _state(self, motion: Motion, group: list[PolicyRecord], day: dt.date) -> str:
        key = id(group), day
        if key not in self._states:
            # One handling tells of all motions of a group, and is not kept.
            found = Handling(tuple(group), day)
            self._states[key] = {
                record.full_id(document.id): each.state
                for each in found.motions
                for record, document in each.papers
            }
        return self._states[key].get(motion.record.full_id(motion.document.id), "later")

    @cached_property
    def _days(self) -> dict[int, list[dt.date]]:
        """The days on which anything can change in a group: those of papers and updates."""
        found: dict[int, list[dt.date]] = {}
        for group in {id(each): each for each in self._groups.values()}.values():
            days = {
                day
                for record in group
                for day in (*record.dates.values(), *(each.date for each in record.updates))
            }
            found[id(group)] = sorted(
                day for day in days if self.since < day <= self.handling.as_of
            )
        return found

    @cached_property
    def _groups(self) -> dict[str, list[PolicyRecord]]:
        """The records on which it depends how motions of a record stand, by its id.

        They share a motion, or the motion in its place, or have statements that lead to others'.
        """
        groups = {record.id: [record] for record in self.handling.records}

        def join(one: str, other: str) -> None:
            first, second = groups[one], groups[other]
            if first is second:
                return
            larger, smaller = sorted((first, second), key=len, reverse=True)
            larger += smaller
            groups.update(dict.fromkeys((each.id for each in smaller), larger))

        for motion in self.handling.motions:
            papers = (*motion.papers, *(motion.replaced_by.papers if motion.replaced_by else ()))
            for record, _document in papers:
                join(motion.record.id, record.id)
        for record in self.handling.records:
            for statement in record.statements:
                for relation in statement.relations:
                    other = None if relation.full_id is None else relation.full_id.record
                    if other in groups:
                        join(record.id, other)
        return groups
