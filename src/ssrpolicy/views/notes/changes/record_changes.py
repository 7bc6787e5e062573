"""What changed in a record between two days, before it is put into words."""

import datetime as dt
from functools import cached_property

from attrs import frozen

from ssrpolicy.model import Commitment, EvidenceStatus, Request, Schedule, Statement
from ssrpolicy.views.notes.changes.dated_entries import DatedEntries
from ssrpolicy.views.shared import Change, changes_of

KINDS = (
    "overdue",
    "motions",
    "evidence",
    "terms",
    "documents",
    "requests",
    "answers",
    "commitments",
    "relations",
    "statements",
    "updates",
    "unchanged",
    "notes",
    "passed",
    "stale",
)
"""The kinds of change, in the order in which they are reported."""


@frozen(kw_only=True, eq=False)
class RecordChanges(DatedEntries):
    """What changed in one record after a day (``since``) up to and including the part's day.

    Papers of a later day are not known yet. Each update of the period is in one of ``terms``,
    ``evidence``, ``updates``, ``unchanged`` and ``notes``; the last are not in every report, and
    count nowhere.
    """

    stale_after: int

    @cached_property
    def numbers(self) -> dict[str, int]:
        """How many there are of each kind of change."""
        return {kind: len(getattr(self, kind)) for kind in KINDS}

    @property
    def is_quiet(self) -> bool:
        """Whether nothing in the period has a date: at most, silence lasted longer.

        Internal notes do not count: reports with and without them say the same.
        """
        return not any(n for kind, n in self.numbers.items() if kind not in ("stale", "notes"))

    @property
    def is_still(self) -> bool:
        """Whether nothing was reported in the period, and no term passed; papers may be new."""
        said = (*self.evidence, *self.terms, *self.updates, *self.unchanged)
        return not (said or self.overdue or self.passed)

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed."""
        return not any(self.numbers.values())

    # -- statements -----------------------------------------------------------------------------

    @cached_property
    def _known(self) -> tuple[Statement, ...]:
        """The statements of papers until the part's day, in the order of reading."""
        return self.part.reading_order(self.part.shown_statements)

    def made_on(self, statement: Statement) -> dt.date | None:
        """Return the date of the paper that a statement is made in; None if it is not known."""
        return self.part.date_of(statement.document)

    @property
    def undated(self) -> int:
        """How many commitments are in a paper whose date is not known."""
        return sum(self.made_on(commitment) is None for commitment in self.part.shown_commitments)

    @property
    def open(self) -> tuple[Commitment, ...]:
        """The commitments that are known, not superseded and not dealt with."""
        part = self.part
        return tuple(
            each
            for each in part.shown_commitments
            if not part.handling.superseded(part.record, each.id)
            and not part.handling.dealt_with(part.record, each.id)
        )

    @cached_property
    def overdue(self) -> tuple[Statement, ...]:
        """The statements that are overdue and were not yet at the beginning, by due date."""
        now, late = self.part.progress, Schedule.OVERDUE
        then = self.before.progress(self.part.record)
        found = [
            each
            for each in self._known
            if now[each.id].schedule is late and then[each.id].schedule is not late
        ]
        return tuple(sorted(found, key=lambda each: now[each.id].due or self.part.as_of))

    @cached_property
    def passed(self) -> tuple[Statement | Request, ...]:
        """What else has a term that ended in the period, by its last day.

        Of what is superseded the term counts no more.
        """
        part, late = self.part, {each.id for each in self.overdue}
        dated: list[tuple[dt.date, Statement | Request]] = [
            (now.due, each)
            for each in part.shown_statements
            if each.id not in late
            and (now := part.progress[each.id]).due is not None
            and now.schedule not in (Schedule.NOT_PURSUED, Schedule.SUPERSEDED)
        ]
        dated += [
            (request.term.due, request)
            for request in part.shown_requests
            if request.term is not None and request.term.due is not None
        ]
        found = ((day, each) for day, each in dated if self.falls_in(day))
        return tuple(each for _, each in sorted(found, key=lambda pair: pair[0]))

    # -- silence --------------------------------------------------------------------------------

    @cached_property
    def stale(self) -> tuple[Commitment, ...]:
        """The commitments that became long without an update in the period."""
        return tuple(each for each, begun in self._silent if begun > self.since)

    @property
    def already_stale(self) -> int:
        """How many commitments were long without an update at the beginning, and still are."""
        return sum(begun <= self.since for _, begun in self._silent)

    def last_heard(self, commitment: Commitment) -> dt.date | None:
        """Return the day of the last update, or else that of the commitment, where it is known."""
        return self.part.progress[commitment.id].last_update or self.made_on(commitment)

    @cached_property
    def _silent(self) -> tuple[tuple[Commitment, dt.date], ...]:
        """The commitments that are long without an update, and the day from which they count so."""
        found = []
        allowed = dt.timedelta(days=self.stale_after)
        for statement in self._known:
            if not isinstance(statement, Commitment):
                continue
            if self.part.handling.successors(self.part.record, statement.id):
                continue
            now, last = self.part.progress[statement.id], self.last_heard(statement)
            if now.closed or now.evidence is EvidenceStatus.SUPPORTS:
                continue
            # That day may be after the last of the calendar.
            if last is not None and self.part.as_of - last >= allowed:
                found.append((statement, last + allowed))
        return tuple(found)

    # -- updates --------------------------------------------------------------------------------

    @cached_property
    def terms(self) -> tuple[Change, ...]:
        """The updates that gave a statement another term."""
        return tuple(
            each for each in self._changes if each.update.axis == "timeframe" and not each.repeats
        )

    @cached_property
    def evidence(self) -> tuple[Change, ...]:
        """The updates after which evidence shows something else than before."""
        unknown = EvidenceStatus.NOT_ASSESSED
        return tuple(
            each
            for each in self._changes
            if each.update.evidence not in (None, each.before.evidence or unknown)
        )

    @cached_property
    def updates(self) -> tuple[Change, ...]:
        """The other updates that say something new of a statement, if only in a note."""
        return tuple(each for each in self._others if not each.is_repetition)

    @cached_property
    def unchanged(self) -> tuple[Change, ...]:
        """The other updates, which repeat where each statement stood, without a note."""
        return tuple(each for each in self._others if each.is_repetition)

    @cached_property
    def _others(self) -> tuple[Change, ...]:
        reported = {*map(id, self.terms), *map(id, self.evidence), *map(id, self.notes)}
        return tuple(each for each in self._changes if id(each) not in reported)

    @cached_property
    def notes(self) -> tuple[Change, ...]:
        """The updates that are only an internal note."""
        return tuple(each for each in self._changes if each.update.is_internal_note)

    @cached_property
    def _changes(self) -> tuple[Change, ...]:
        """The updates of the period by date; what was recorded twice is there once.

        Those of a statement whose paper is of a later day are there too.
        """
        chosen = filter(self.part.shows, self.part.record.statements)
        ordered = self.part.reading_order(chosen)
        record = self.part.record
        changes = [each for statement in ordered for each in changes_of(record, statement)]
        found = (each for each in changes if self.falls_in(each.update.date))
        return tuple(sorted(found, key=lambda each: each.update.date))
