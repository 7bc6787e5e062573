"""The rows of a list of motions: one a motion, however many records have it."""

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cached_property

from attrs import frozen

from ssrpolicy.model import Commitment, Handling, Motion, Outcome, Schedule
from ssrpolicy.views.language import capital
from ssrpolicy.views.shared import ReadingContext
from ssrpolicy.views.workbook.cells import AboutDay, Link
from ssrpolicy.views.workbook.rows import Row
from ssrpolicy.views.workbook.tables import ColumnOf, Kind, named

_WAITING = (Schedule.UPCOMING, Schedule.DUE_SOON, Schedule.OVERDUE)


@frozen(eq=False)
class MotionRow(Row):
    """A motion; ``context`` is that of the first record that has it, ``contexts`` all of them."""

    motion: Motion
    contexts: Mapping[str, ReadingContext]

    @property
    def number(self) -> str | None:
        """The citation of its paper."""
        document = self.motion.document
        if document.number is None:
            return None
        return document.number.display(self.context.language, document.session_year)

    @property
    def address(self) -> Link | None:
        """The public address, as a link."""
        address = self.motion.document.address
        return None if address is None else Link(address, address)

    @property
    def requests(self) -> str | None:
        """What it requests, one a line."""
        texts = []
        for each in self.motion.requests:
            record, request = each.requests[0]
            texts.append(self.contexts[record.id].text(request.summary))
        return "\n".join(filter(None, texts)) or None

    @property
    def answers(self) -> str | None:
        """What was answered, in which paper, one a line; without an answer, that it has none."""
        lines = []
        for each in self.motion.requests:
            answers = [
                f"{capital(of.answer_words(answer))}: {of.document(answer.document)}"
                for record, answer in each.answers
                for of in (self.contexts[record.id],)
            ]
            lines += answers or [self.context.words("tracker.no_answer")]
        return "\n".join(dict.fromkeys(lines)) or self.context.words("tracker.no_answer")

    @property
    def state(self) -> str:
        """How it stands on the day, as the annex sets motions apart."""
        return named(f"handling.{self.motion.state}", self.context.language)

    @cached_property
    def commitments(self) -> tuple[tuple[ReadingContext, Commitment], ...]:
        """The commitments that carry its answers, each once.

        With them stand those of answers that were replaced, as long as they are in hand, since
        the motion then is too.
        """
        handling = self.context.handling
        carrying = (
            (record, each)
            for request in self.motion.requests
            for record, answer in request.answers
            for each in handling.carrying(record, answer)
        )
        before = (found for request in self.motion.requests for found in request.still_in_hand)
        every = {
            record.full_id(each.id): (self.contexts[record.id], each)
            for record, each in (*carrying, *before)
        }
        return tuple(every.values())

    @cached_property
    def _open(self) -> tuple[tuple[ReadingContext, Commitment], ...]:
        handling = self.context.handling
        return tuple(
            (of, each) for of, each in self.commitments if not handling.settled(of.record, each)
        )

    @property
    def open(self) -> int:
        """How many of the commitments that carry its answers are in hand."""
        return len(self._open)

    @property
    def closed(self) -> int:
        """How many of the commitments that carry its answers are dealt with."""
        return len(self.commitments) - len(self._open)

    @property
    def in_hand_since(self) -> dt.date | None:
        """Since when it is in hand: the day of its paper; None where it is not in hand."""
        return self.motion.document.date if self.motion.is_in_hand else None

    @property
    def next_due(self) -> dt.date | None:
        """The first day on which something of a motion in hand is due; None where nothing is.

        A term that was met is due no longer, also of what goes on after it.
        """
        if not self.motion.is_in_hand:
            return None
        terms = (of.progress[each.id] for of, each in self._open)
        days = (
            AboutDay.of(each.due, approximate=each.approximate)
            for each in terms
            if each.schedule in _WAITING
        )
        return min((day for day in days if day is not None), default=None)

    @property
    def owners(self) -> str | None:
        """Who is to carry out what was committed, else who answered."""
        owners = [
            of.code_by_itself("parties", id)
            for of, each in self.commitments
            for id in of.progress[each.id].owners
        ]
        answering = [
            self.contexts[record.id].code_by_itself("parties", id)
            for request in self.motion.requests
            for record, answer in request.answers
            if answer.document in record
            for id in record.document(answer.document).authors
        ]
        return "\n".join(dict.fromkeys(owners or answering)) or None


def motion_rows(
    handling: Handling, contexts: Mapping[str, ReadingContext]
) -> Iterator[tuple[str, MotionRow]]:
    """Yield the motions that are known on the day, each with its full id."""
    for motion in handling.motions:
        if not motion.is_later:
            yield motion.full_id, MotionRow(contexts[motion.record.id], motion, contexts)


_Column = ColumnOf[MotionRow]

MOTIONS: tuple[_Column, ...] = (
    _Column("id", 22, lambda row: row.motion.full_id, Kind.ID),
    _Column("number", 26, lambda row: row.number),
    _Column("title", 36, lambda row: row.context.text(row.motion.document.title)),
    _Column("date", 12, lambda row: row.motion.document.date, Kind.DATE),
    _Column("movers", 24, lambda row: row.context.parties(row.motion.document.authors)),
    _Column("outcome", 13, lambda row: row.motion.outcome, Outcome),
    _Column("motion_state", 16, lambda row: row.state, "handling"),
    _Column("requests", 38, lambda row: row.requests),
    _Column("answers", 38, lambda row: row.answers),
    _Column("open", 10, lambda row: row.open, Kind.NUMBER),
    _Column("closed", 10, lambda row: row.closed, Kind.NUMBER),
    _Column("in_hand_since", 12, lambda row: row.in_hand_since, Kind.DATE),
    _Column("next_due", 12, lambda row: row.next_due, Kind.DATE),
    _Column("owners", 24, lambda row: row.owners),
    _Column("address", 36, lambda row: row.address, Kind.LINK),
)
"""The columns of motions."""
