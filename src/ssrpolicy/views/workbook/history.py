"""The tracker's rows of history: one for each update until the day it is read for."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from attrs import frozen

from ssrpolicy.model import Update
from ssrpolicy.views.language.labels import capital, label
from ssrpolicy.views.shared import ReadingContext
from ssrpolicy.views.shared.passages import ShownPassage, place_text, quote_text
from ssrpolicy.views.workbook.rows import ColumnOf, named, word_or_none
from ssrpolicy.views.workbook.tables import Kind


@frozen(eq=False)
class UpdateRow:
    """One update of a statement."""

    context: ReadingContext
    update: Update

    @cached_property
    def passages(self) -> list[ShownPassage]:
        """The update's quotes as a reader sees them."""
        return self.context.passages(self.update.quotes)

    @property
    def value(self) -> str | None:
        """What the update says: a status, a term, a firmness, owners; None for a mere note."""
        update, language = self.update, self.context.language
        if update.timeframe is not None:
            return self.context.term(update.timeframe)
        if update.owners is not None:
            return self.context.parties(update.owners) or label("tracker.none", language)
        return word_or_none(update.claimed or update.evidence or update.firmness, language)

    @property
    def document(self) -> str | None:
        """The documents that the update rests on, one a line."""
        first = [] if self.update.document is None else [self.update.document]
        return self.context.documents([*first, *(passage.document for passage in self.passages)])


def update_rows(contexts: Iterable[ReadingContext]) -> Iterator[tuple[str, UpdateRow]]:
    """Yield the updates until the tracker's day, by date, each by its place in its record."""
    found = [
        (update.date, f"{context.record.id}/{number}", UpdateRow(context, update))
        for context in contexts
        for number, update in enumerate(context.record.updates, start=1)
        if update.date <= context.as_of
    ]
    found.sort(key=lambda row: row[0])
    for _, id, row in found:
        yield id, row


_Update = ColumnOf[UpdateRow]

HISTORY: tuple[_Update, ...] = (
    _Update("date", Kind.DATE, 12, lambda row: row.update.date),
    _Update("id", Kind.ID, 20, lambda row: row.context.record.full_id(row.update.statement)),
    _Update(
        "statement",
        Kind.TEXT,
        40,
        lambda row: row.context.text(row.context.record.statement(row.update.statement).summary),
    ),
    _Update("said_by", Kind.TEXT, 28, lambda row: capital(row.context.party(row.update.by))),
    _Update(
        "axis",
        Kind.CHOICE,
        17,
        lambda row: named(f"axis.{row.update.axis}", row.context.language),
        vocabulary="axis",
    ),
    _Update("value", Kind.TEXT, 26, lambda row: row.value),
    _Update(
        "value_date",
        Kind.DATE,
        15,
        lambda row: None if row.update.timeframe is None else row.update.timeframe.due,
    ),
    _Update("note", Kind.TEXT, 40, lambda row: row.context.text(row.update.note)),
    _Update("document", Kind.TEXT, 26, lambda row: row.document),
    _Update("quote", Kind.TEXT, 46, lambda row: quote_text(row.passages, row.context.language)),
    _Update("passage", Kind.TEXT, 20, lambda row: place_text(row.passages, row.context.language)),
    _Update(
        "verified",
        Kind.CHOICE,
        13,
        lambda row: all(p.verified for p in row.passages) if row.passages else None,
        vocabulary="yes_no",
        main=False,
    ),
)
"""The columns of updates."""
