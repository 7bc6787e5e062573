"""The part of a record that a report shows: all of it, or the entries that a selection chose."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TypeVar

from attrs import define, field

from ssrpolicy.model import (
    Commitment,
    Disposition,
    Document,
    DocumentKind,
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
    rows are those of the entries that are in. What a paper of a later day says is not reported.
    """

    record: PolicyRecord
    chosen: Chosen | None = field(default=None, kw_only=True)

    def shows(self, entry: Entry | str) -> bool:
        """Return whether an entry is in the selection that is reported."""
        return self.chosen is None or self.chosen.holds(self.record, entry)

    def is_later(self, document: str) -> bool:
        """Return whether a document is of a day after that of the report."""
        raise NotImplementedError(document)

    def reports(self, entry: Entry | str) -> bool:
        """Return whether an entry is reported: it is in the selection, and known by the day."""
        return self.shows(entry) and not self._is_of_later(entry)

    def _is_of_later(self, entry: Entry | str) -> bool:
        """Whether an entry is that of a later paper; an instrument may be named in several."""
        found = self.record[entry] if isinstance(entry, str) else entry
        if isinstance(found, Document):
            return self.is_later(found.id)
        if isinstance(found, Instrument):
            papers = {quote.document for quote in found.quotes}
            return bool(papers) and all(map(self.is_later, papers))
        return self.is_later(found.document)

    @cached_property
    def shown_documents(self) -> tuple[Document, ...]:
        """The documents until the day, whatever is selected of them."""
        return tuple(each for each in self.record.documents if not self.is_later(each.id))

    @cached_property
    def later_commitments(self) -> tuple[Commitment, ...]:
        """The commitments that would be reported, but for the day of their papers."""
        return tuple(
            each
            for each in self.record.commitments
            if self.shows(each) and self.is_later(each.document)
        )

    @cached_property
    def shown_requests(self) -> tuple[Request, ...]:
        """The requests that are reported."""
        return self._shown(self.record.requests)

    @property
    def asks_questions(self) -> bool:
        """Whether all that is reported as asked are written questions."""
        return self.noun_of(self.shown_requests) == "questions"

    def noun_of(self, requests: Iterable[Request]) -> str:
        """Return the key of what requests are called: ``questions`` where all are, put in writing.

        Of several kinds together, and of none, it is ``requests``.
        """
        kinds = {self._kinds.get(each.document) for each in requests}
        return "questions" if kinds == {DocumentKind.QUESTION} else "requests"

    @cached_property
    def _kinds(self) -> Mapping[str, DocumentKind]:
        return {each.id: each.kind for each in self.record.documents}

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
        return tuple(
            each
            for each in self.record.dispositions
            if self.shows(each.request) and not self.is_later(each.document)
        )

    @cached_property
    def shown_updates(self) -> tuple[Update, ...]:
        """The updates of the statements that are reported."""
        every = self.record.updates
        return every if self.chosen is None else tuple(e for e in every if self.shows(e.statement))

    def _shown(self, entries: tuple[_E, ...]) -> tuple[_E, ...]:
        return tuple(filter(self.reports, entries))
