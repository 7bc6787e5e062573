"""What changed in a record between two days, before it is put into words."""

import datetime as dt
from collections.abc import Iterator
from functools import cached_property

from attrs import frozen

from ssrpolicy.model import (
    ClaimedStatus,
    Commitment,
    EvidenceStatus,
    Firmness,
    RelationKind,
    Schedule,
    Statement,
    Timeframe,
    Update,
)
from ssrpolicy.views.notes.part import Part


@frozen(kw_only=True)
class Values:
    """What holds of a statement on each axis; None where nothing was said of it yet."""

    claimed: ClaimedStatus | None = None
    evidence: EvidenceStatus | None = None
    timeframe: Timeframe | None = None
    firmness: Firmness | None = None
    owners: tuple[str, ...] = ()


@frozen(kw_only=True)
class Change:
    """An update in the period, with what held of its statement just before it."""

    statement: Statement
    update: Update
    before: Values

    @property
    def turned(self) -> bool:
        """Whether evidence now points another way than earlier evidence did."""
        before, now = self.before.evidence, self.update.evidence
        if not (before and before.needs_quote and now and now.needs_quote):
            return False
        return (before is EvidenceStatus.CONTRADICTS) is not (now is EvidenceStatus.CONTRADICTS)


@frozen(kw_only=True, eq=False)
class RecordChanges:
    """What changed in one record after a day (``since``) up to and including the part's day.

    Papers and updates of a later day are not known yet. Each update of the period is in one of
    ``terms``, ``evidence`` and ``updates``.
    """

    part: Part
    since: dt.date
    stale_after: int

    @cached_property
    def numbers(self) -> dict[str, int]:
        """How many there are of each kind of change."""
        return {
            "overdue": len(self.overdue),
            "evidence": len(self.evidence),
            "terms": len(self.terms),
            "commitments": len(self.commitments),
            "updates": len(self.updates),
            "stale": len(self.stale),
        }

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed."""
        return not any(self.numbers.values())

    # -- statements -----------------------------------------------------------------------------

    @cached_property
    def _known(self) -> tuple[Statement, ...]:
        """The statements of papers until the part's day, in the order of reading."""
        ordered = self.part.reading_order(self.part.record.statements)
        return tuple(each for each in ordered if not self.part.is_later(each.document))

    def made_on(self, statement: Statement) -> dt.date | None:
        """Return the date of the paper that a statement is made in; None if it is not known."""
        return self.part.date_of(statement.document)

    @cached_property
    def commitments(self) -> tuple[Commitment, ...]:
        """The commitments of papers in the period."""
        return tuple(
            statement
            for statement in self._known
            if isinstance(statement, Commitment)
            and (made := self.made_on(statement)) is not None
            and made > self.since
        )

    @property
    def undated(self) -> int:
        """How many commitments are of a paper whose date is not known."""
        return sum(self.made_on(commitment) is None for commitment in self.part.record.commitments)

    @cached_property
    def overdue(self) -> tuple[Statement, ...]:
        """The statements that are overdue and were not yet at the beginning, by due date."""
        found = []
        for statement in self._known:
            now = self.part.progress[statement.id]
            before = self.part.record.progress(statement.id, as_of=self.since)
            late = now.schedule is Schedule.OVERDUE
            if late and before.schedule is not Schedule.OVERDUE:
                found.append((now.due or self.part.as_of, statement))
        return tuple(statement for _, statement in sorted(found, key=lambda each: each[0]))

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
            if not isinstance(statement, Commitment) or self._needs_no_update(statement):
                continue
            last = self.last_heard(statement)
            # Near the end of the calendar there is no such day.
            if last is not None and self.part.as_of - last >= allowed:
                found.append((statement, last + allowed))
        return tuple(found)

    def _needs_no_update(self, commitment: Commitment) -> bool:
        now = self.part.progress[commitment.id]
        shown = now.evidence is EvidenceStatus.SUPPORTS
        return now.closed or shown or commitment.id in self._superseded

    @cached_property
    def _superseded(self) -> frozenset[str]:
        """The statements that others of the record took the place of."""
        return frozenset(
            relation.target.removeprefix(f"{self.part.record.id}#")
            for statement in self._known
            for relation in statement.relations
            if relation.kind is RelationKind.SUPERSEDES
        )

    # -- updates --------------------------------------------------------------------------------

    @cached_property
    def terms(self) -> tuple[Change, ...]:
        """The updates that gave a statement another term."""
        return tuple(each for each in self._changes if each.update.axis == "timeframe")

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
        """All other updates."""
        reported = {*map(id, self.terms), *map(id, self.evidence)}
        return tuple(each for each in self._changes if id(each) not in reported)

    @cached_property
    def _changes(self) -> tuple[Change, ...]:
        """The updates of the period by date; what was recorded twice is there once."""
        changes = [each for statement in self._known for each in self._of(statement)]
        return tuple(sorted(changes, key=lambda each: each.update.date))

    def _of(self, statement: Statement) -> Iterator[Change]:
        firmness = statement.firmness if isinstance(statement, Commitment) else None
        values: dict[str, object] = {
            "timeframe": statement.timeframe,
            "firmness": firmness,
            "owners": statement.owners,
        }
        for update in dict.fromkeys(self.part.record.history(statement.id)):
            if self.since < update.date <= self.part.as_of:
                # The axes are those of an update, with the same types.
                before = Values(**values)  # type: ignore[arg-type]  # as said above
                yield Change(statement=statement, update=update, before=before)
            if update.axis != "note":
                values[update.axis] = getattr(update, update.axis)
