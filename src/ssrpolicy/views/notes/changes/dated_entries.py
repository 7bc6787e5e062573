"""What a record has that is dated in a period: papers and all that they say, and ends of terms."""

import datetime as dt
from collections.abc import Iterator
from functools import cached_property

from attrs import field, frozen

from ssrpolicy.model import (
    Commitment,
    Disposition,
    Document,
    FullId,
    Handling,
    Motion,
    RelationKind,
    Request,
    Statement,
)
from ssrpolicy.views.notes.part import Part


@frozen(kw_only=True)
class MotionChange:
    """A motion with how it stood at the beginning of the period, and how it stands at its end.

    These are keys of the words under ``handling``.
    """

    motion: Motion
    before: str
    now: str


@frozen(kw_only=True)
class NewRelation:
    """A statement of the period that has a relation to an earlier one, or to a paper.

    ``part`` and ``later`` are the statement with its part of the note; ``earlier`` is the one that
    it leads to, or None where that is a paper or in no record of the note.
    """

    part: Part
    later: Statement
    kind: RelationKind
    target: str
    earlier: Statement | None


@frozen(kw_only=True, eq=False)
class DatedEntries:
    """What one record has that is dated after a day (``since``), up to and including the part's.

    ``before`` says what was dealt with on that day.
    """

    part: Part
    since: dt.date
    before: Handling = field()

    @before.default
    def _on_the_day(self) -> Handling:
        return Handling(self.part.handling.records, self.since)

    def falls_in(self, day: dt.date | None) -> bool:
        """Return whether a day is one of the period; False where it is not known."""
        return day is not None and self.since < day <= self.part.as_of

    def is_new(self, document: str) -> bool:
        """Return whether a document of the record is dated in the period."""
        return self.falls_in(self.part.date_of(document))

    # -- papers and what they say ---------------------------------------------------------------

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """The papers of the period, by date."""
        found = (
            each
            for each in self.part.record.documents
            if self.falls_in(each.date) and self.part.shows(each)
        )
        return tuple(sorted(found, key=lambda each: each.date or self.since))

    @cached_property
    def requests(self) -> tuple[Request, ...]:
        """What papers of the period ask; what a reply to questions repeats was asked earlier."""
        ordered = self.part.reading_order(self.part.shown_requests)
        asked_on = self.part.record.asked_on
        return tuple(each for each in ordered if self.falls_in(asked_on(each)))

    @cached_property
    def answers(self) -> tuple[Disposition, ...]:
        """How papers of the period answer requests."""
        return tuple(each for each in self.part.shown_dispositions if self.is_new(each.document))

    @cached_property
    def _stated(self) -> tuple[Statement, ...]:
        ordered = self.part.reading_order(self.part.shown_statements)
        return tuple(each for each in ordered if self.is_new(each.document))

    @cached_property
    def commitments(self) -> tuple[Commitment, ...]:
        """The commitments of papers of the period."""
        return tuple(each for each in self._stated if isinstance(each, Commitment))

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """What else papers of the period state."""
        return tuple(each for each in self._stated if not isinstance(each, Commitment))

    # -- relations ------------------------------------------------------------------------------

    @cached_property
    def relations(self) -> tuple[NewRelation, ...]:
        """What papers of the period do to earlier statements of this record, or of no other.

        The papers may be those of other records of the note; what a paper says of itself is left
        out.
        """
        return (*self._of_ours(), *self._of_none())

    def _of_ours(self) -> Iterator[NewRelation]:
        """The relations of any record that lead to a statement of this one."""
        part = self.part
        for earlier in part.shown_statements:
            for full_id, kind, later in part.handling.relations(part.record, earlier.id):
                other = part.parts[FullId.split(full_id).record]
                within = other is part and later.document == earlier.document
                if not within and self.falls_in(other.date_of(later.document)):
                    target = part.record.full_id(earlier.id)
                    yield NewRelation(
                        part=other, later=later, kind=kind, target=target, earlier=earlier
                    )

    def _of_none(self) -> Iterator[NewRelation]:
        """The relations of this record that lead to a paper, or out of the note."""
        part = self.part
        for later in self._stated:
            for relation in later.relations:
                full_id = relation.full_id
                of = None if full_id is None else part.handling.by_id.get(full_id.record)
                if of is None or full_id is None or full_id.entry not in of:
                    yield NewRelation(
                        part=part,
                        later=later,
                        kind=relation.kind,
                        target=relation.target,
                        earlier=None,
                    )

    # -- motions --------------------------------------------------------------------------------

    @cached_property
    def motions(self) -> tuple[MotionChange, ...]:
        """The motions whose state differs from the beginning, each in its first record.

        A motion of the period counts only where it is dealt with already.
        """
        found = []
        for motion in self.part.handling.motions:
            if motion.record is not self.part.record or motion.is_later:
                continue
            if not self.part.shows(motion.document):
                continue
            earlier = self.before.motion(motion.record, motion.document.id)
            before = "later" if earlier is None else earlier.state
            if motion.state != before and (before != "later" or motion.is_closed):
                found.append(MotionChange(motion=motion, before=before, now=motion.state))
        return tuple(found)
