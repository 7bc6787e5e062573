"""What the rows of entries share: a record's context, an entry and the quotes it rests on."""

from functools import cached_property
from typing import Generic, TypeVar

from attrs import frozen

from ssrpolicy.model import Instrument, Request, Statement, Update
from ssrpolicy.views.shared import ReadingContext, ShownPassage, place_text, quote_text

_E = TypeVar("_E", bound=Statement | Request | Instrument | Update)


@frozen(eq=False)
class Row:
    """A row about a record, as a reader of the context sees it."""

    context: ReadingContext


@frozen(eq=False)
class EntryRow(Row, Generic[_E]):
    """A row about an entry of a record, or about an update."""

    entry: _E

    @cached_property
    def passages(self) -> list[ShownPassage]:
        """Its quotes as a reader sees them."""
        return self.context.passages(self.entry.quotes)

    @property
    def quote(self) -> str | None:
        """The quotes, one a line."""
        return quote_text(self.passages, self.context.language)

    @property
    def place(self) -> str | None:
        """Heading and paragraph, one place a line."""
        return place_text(self.passages, self.context.language)

    @property
    def documents(self) -> str | None:
        """The documents quoted, one a line."""
        return self.context.documents(passage.document for passage in self.passages)

    @property
    def is_verified(self) -> bool:
        """Whether every quote stands in its document's text."""
        return all(passage.verified for passage in self.passages)
