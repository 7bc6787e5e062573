"""How one request stands, whichever records have it, as of a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import cached_property

from attrs import field, frozen

from ssrpolicy.model.handling.commitments import CommitmentHandling
from ssrpolicy.model.record import PolicyRecord
from ssrpolicy.model.requests import Disposition, Request
from ssrpolicy.model.statements import Commitment
from ssrpolicy.model.vocabulary import Answer

_PROMISING = (Answer.PROMISED, Answer.CONDITIONAL, Answer.DEFERRED)


@frozen(kw_only=True, eq=False)
class MotionRequest:
    """One request, as one or more records have it.

    Attributes:
        requests: each record that has it, with the request that it is there.
        handling: what says how it stands, as of a day.
    """

    requests: tuple[tuple[PolicyRecord, Request], ...]
    handling: CommitmentHandling = field(repr=False)

    @cached_property
    def known(self) -> list[tuple[PolicyRecord, Disposition]]:
        """The known answers, the earliest first, with those that others took the place of."""
        known = [
            (record, answer)
            for record, request in self.requests
            for answer in record.answers(request.id)
            if not self.handling.is_later(record, answer.document)
        ]
        return sorted(known, key=lambda found: day_of(*found) or dt.date.min)

    @cached_property
    def answers(self) -> tuple[tuple[PolicyRecord, Disposition], ...]:
        """The answers that count on the day, the earliest first.

        An answer of a later paper replaces those of its scope, or all where it has no scope.
        """
        latest = {
            answer.scope: day_of(record, answer) or dt.date.min for record, answer in self.known
        }
        return tuple(
            (record, answer)
            for record, answer in self.known
            if (day := day_of(record, answer)) is None
            or all(day >= latest.get(scope, day) for scope in (None, answer.scope))
        )

    @property
    def dealt_with(self) -> bool:
        """Whether the request is answered, and nothing that carries an answer is in hand."""
        return (
            bool(self.answers)
            and all(self._answered(*each) for each in self.answers)
            and all(self.handling.settled(*each) for each in self._carried(self.known))
        )

    @property
    def still_in_hand(self) -> tuple[tuple[PolicyRecord, Commitment], ...]:
        """The commitments of answers that were replaced which are still in hand, with records."""
        now = {(record.id, each.id) for record, each in self._carried(self.answers)}
        found = {(record.id, each.id): (record, each) for record, each in self._carried(self.known)}
        return tuple(
            (record, commitment)
            for key, (record, commitment) in found.items()
            if key not in now and not self.handling.settled(record, commitment)
        )

    def _answered(self, record: PolicyRecord, answer: Disposition) -> bool:
        if answer.answer in (Answer.ANSWERED_HERE, Answer.DECLINED):
            return True
        return answer.answer in _PROMISING and bool(self.handling.carrying(record, answer))

    def _carried(
        self, answers: Iterable[tuple[PolicyRecord, Disposition]]
    ) -> Iterator[tuple[PolicyRecord, Commitment]]:
        for record, answer in answers:
            for commitment in self.handling.carrying(record, answer):
                yield record, commitment


def day_of(record: PolicyRecord, answer: Disposition) -> dt.date | None:
    """Return the day of the paper that gives an answer."""
    return record.dates.get(answer.document)
