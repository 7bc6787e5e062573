"""The tracker's rows of updates: what was said of each statement, by whom and when."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from ssrpolicy.model import Update
from ssrpolicy.views.language import capital, label
from ssrpolicy.views.shared import ReadingContext, moved_to, noted, said_by
from ssrpolicy.views.workbook.cells import due_of
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
    def said_by(self) -> str | None:
        """Who made the update."""
        name = said_by(self.context, self.entry)
        return None if name is None else capital(name)

    @property
    def value(self) -> str | None:
        """What the update says: a status, a term, a firmness, owners; None for a mere note."""
        update, language = self.entry, self.context.language
        if update.timeframe is not None:
            return moved_to(self.context, update)
        if update.owners is not None:
            return self.context.parties(update.owners) or label("tracker.none", language)
        return word_or_none(update.claimed or update.evidence or update.firmness, language)

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
        if update.date <= context.as_of and context.shows(update.statement)
    ]
    yield from sorted(found, key=lambda row: row[1].entry.date)


_Update = ColumnOf[UpdateRow]

HISTORY: tuple[_Update, ...] = (
    _Update("date", 12, lambda row: row.entry.date, Kind.DATE),
    _Update("id", 18, lambda row: row.context.record.full_id(row.entry.statement), Kind.ID),
    _Update(
        "statement",
        38,
        lambda row: row.context.text(row.context.record.statement(row.entry.statement).summary),
    ),
    _Update("said_by", 26, lambda row: row.said_by),
    _Update("axis", 15, lambda row: row.axis, "axis"),
    _Update("value", 22, lambda row: row.value),
    _Update("note", 34, lambda row: noted(row.context, row.entry)),
    _Update("document", 24, lambda row: row.document),
    *secondary(
        _Update("value_date", 15, lambda row: due_of(row.entry.timeframe), Kind.DATE),
        _Update("quote", 46, lambda row: row.quote),
        _Update("passage", 20, lambda row: row.place),
        _Update("internal", 10, lambda row: row.entry.internal or None, "yes_no"),
        _Update("verified", 13, lambda row: row.is_verified if row.passages else None, "yes_no"),
    ),
)
"""The columns of updates."""
