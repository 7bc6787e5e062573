"""The tracker's rows of history: one for each update until the day it is read for."""

import datetime as dt
from collections.abc import Iterable, Iterator

from attrs import frozen

from ssrpolicy.model import Update
from ssrpolicy.views.language import capital, label
from ssrpolicy.views.shared import ReadingContext
from ssrpolicy.views.workbook.rows import EntryRow
from ssrpolicy.views.workbook.tables import ColumnOf, Kind, named, secondary, word_or_none


@frozen(eq=False)
class UpdateRow(EntryRow[Update]):
    """One update of a statement."""

    @property
    def axis(self) -> str:
        """What the update is about."""
        return named(f"axis.{self.entry.axis}", self.context.language)

    @property
    def value(self) -> str | None:
        """What the update says: a status, a term, a firmness, owners; None for a mere note."""
        update, language = self.entry, self.context.language
        if update.timeframe is not None:
            return self.context.term(update.timeframe)
        if update.owners is not None:
            return self.context.parties(update.owners) or label("tracker.none", language)
        return word_or_none(update.claimed or update.evidence or update.firmness, language)

    @property
    def due(self) -> dt.date | None:
        """The day on which a new term ends."""
        return None if self.entry.timeframe is None else self.entry.timeframe.due

    @property
    def document(self) -> str | None:
        """The documents that the update rests on, one a line."""
        first = [] if self.entry.document is None else [self.entry.document]
        return self.context.documents([*first, *(passage.document for passage in self.passages)])


def update_rows(contexts: Iterable[ReadingContext]) -> Iterator[tuple[str, UpdateRow]]:
    """Yield the updates until the tracker's day, by date, each by its place in its record."""
    found = [
        (f"{context.record.id}/{number}", UpdateRow(context, update))
        for context in contexts
        for number, update in enumerate(context.record.updates, start=1)
        if update.date <= context.as_of
    ]
    yield from sorted(found, key=lambda row: row[1].entry.date)


_Column = ColumnOf[UpdateRow]

HISTORY: tuple[_Column, ...] = (
    _Column("date", 12, lambda row: row.entry.date, Kind.DATE),
    _Column("id", 20, lambda row: row.context.record.full_id(row.entry.statement), Kind.ID),
    _Column(
        "statement",
        40,
        lambda row: row.context.text(row.context.record.statement(row.entry.statement).summary),
    ),
    _Column("said_by", 28, lambda row: capital(row.context.party(row.entry.by))),
    _Column("axis", 17, lambda row: row.axis, vocabulary="axis"),
    _Column("value", 26, lambda row: row.value),
    _Column("value_date", 15, lambda row: row.due, Kind.DATE),
    _Column("note", 40, lambda row: row.context.text(row.entry.note)),
    _Column("document", 26, lambda row: row.document),
    _Column("quote", 46, lambda row: row.quote),
    _Column("passage", 20, lambda row: row.place),
    *secondary(
        _Column(
            "verified",
            13,
            lambda row: row.is_verified if row.passages else None,
            vocabulary="yes_no",
        )
    ),
)
"""The columns of updates."""
