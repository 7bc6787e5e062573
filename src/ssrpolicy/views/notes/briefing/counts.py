"""The commitments of a record as a decision note counts them: each once, open or dealt with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from attrs import frozen

from ssrpolicy.model import ClaimedStatus, Commitment, EvidenceStatus, RelationKind
from ssrpolicy.views.language import capital, one_or_many
from ssrpolicy.views.notes.part import Part


@frozen(eq=False)
class Counted:
    """The commitments of a part that are known on its day, in reading order.

    What was superseded counts with what took its place, and what only repeats another commitment
    with that one.
    """

    part: Part

    @cached_property
    def known(self) -> tuple[Commitment, ...]:
        """All of them, those that are counted with another too."""
        return self.part.reading_order(self.part.shown_commitments)

    @cached_property
    def once(self) -> tuple[Commitment, ...]:
        """Each that counts."""
        return tuple(e for e in self.known if not (self._superseded(e) or self._repeats(e)))

    @cached_property
    def open(self) -> tuple[Commitment, ...]:
        """Those that are not dealt with."""
        return tuple(each for each in self.once if not self._closed(each))

    @cached_property
    def closed(self) -> tuple[Commitment, ...]:
        """Those that are dealt with; that is not "done"."""
        return tuple(each for each in self.once if self._closed(each))

    def _closed(self, commitment: Commitment) -> bool:
        return self.part.handling.dealt_with(self.part.record, commitment.id)

    def _superseded(self, commitment: Commitment) -> bool:
        return bool(self.part.handling.successors(self.part.record, commitment.id))

    def _repeats(self, commitment: Commitment) -> bool:
        targets = (
            each.full_id for each in commitment.relations if each.kind is RelationKind.REPEATS
        )
        records = self.part.handling.by_id
        return any(
            target is not None
            and target.record in records
            and target.entry in records[target.record]
            and isinstance(records[target.record][target.entry], Commitment)
            for target in targets
        )


def dealt_with(part: Part, closed: Sequence[Commitment]) -> Iterator[str]:
    """Yield how many commitments are closed; those that are only said to be met come first.

    "Closed" is said of no commitment whose fulfilment is reported and has not been shown, nor of
    one that is not pursued.
    """
    now = part.progress
    # What goes on, or has no term, is not shown to be met by being said to be so either.
    reported = sum(
        now[each.id].claimed is ClaimedStatus.FULFILLED
        and now[each.id].evidence is not EvidenceStatus.SUPPORTS
        for each in closed
    )
    dropped = sum(now[each.id].claimed is ClaimedStatus.NOT_PURSUED for each in closed)
    counts = {"reported": reported, "dropped": dropped, "closed": len(closed) - reported - dropped}
    for key, number in counts.items():
        if number:
            words = capital(part.in_words(number))
            yield part.words(one_or_many(f"decision.{key}", number), number=words)
