"""What is reported of a record: all that it holds, or what a selection chooses of it."""

from functools import cached_property
from typing import TypeVar

from attrs import define, field

from ssrpolicy.model import (
    Commitment,
    Disposition,
    Entry,
    Instrument,
    PolicyRecord,
    Request,
    Statement,
    Update,
)
from ssrpolicy.selection import Chosen

_E = TypeVar("_E", bound=Request | Statement | Instrument)


@define(eq=False, repr=False)
class ShownRecord:
    """A record, and which of its entries are reported.

    ``chosen`` is the selection, None for everything: what follows from the record stays whole, and
    rows are those of the entries that are in.
    """

    record: PolicyRecord
    chosen: Chosen | None = field(default=None, kw_only=True)

    def shows(self, entry: Entry | str) -> bool:
        """Return whether an entry is in the selection that is reported."""
        return self.chosen is None or self.chosen.holds(self.record, entry)

    @cached_property
    def shown_requests(self) -> tuple[Request, ...]:
        """The requests that are reported."""
        return self._shown(self.record.requests)

    @cached_property
    def shown_statements(self) -> tuple[Statement, ...]:
        """The statements that are reported."""
        return self._shown(self.record.statements)

    @cached_property
    def shown_commitments(self) -> tuple[Commitment, ...]:
        """The commitments that are reported."""
        return self._shown(self.record.commitments)

    @cached_property
    def shown_instruments(self) -> tuple[Instrument, ...]:
        """The instruments that are reported."""
        return self._shown(self.record.instruments)

    @cached_property
    def shown_dispositions(self) -> tuple[Disposition, ...]:
        """The answers to the requests that are reported; an answer comes whole."""
        every = self.record.dispositions
        return every if self.chosen is None else tuple(e for e in every if self.shows(e.request))

    @cached_property
    def shown_updates(self) -> tuple[Update, ...]:
        """The updates of the statements that are reported."""
        every = self.record.updates
        return every if self.chosen is None else tuple(e for e in every if self.shows(e.statement))

    def _shown(self, entries: tuple[_E, ...]) -> tuple[_E, ...]:
        return entries if self.chosen is None else tuple(filter(self.shows, entries))
