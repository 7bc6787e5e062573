"""The tracker's rows of statements, of commitments and of every other kind, and their history."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from attrs import frozen

from ssrpolicy.model import (
    ClaimedStatus,
    Commitment,
    Course,
    EditPart,
    EvidenceStatus,
    Firmness,
    Progress,
    Schedule,
    Standing,
    Statement,
    Update,
)
from ssrpolicy.views.language import capital, label, quantity_words
from ssrpolicy.views.shared import ReadingContext, internal_mark, noted, quote_text, said_by
from ssrpolicy.views.workbook.rows import EntryRow
from ssrpolicy.views.workbook.tables import ColumnOf, Kind, named, secondary, word, word_or_none


@frozen(eq=False)
class StatementRow(EntryRow[Statement]):
    """A statement with where it stands as of the tracker's day."""

    progress: Progress

    @property
    def id(self) -> str:
        """The statement's full id."""
        return self.context.record.full_id(self.entry.id)

    @property
    def quantities(self) -> str | None:
        """The quantities in words, one a line."""
        language = self.context.language
        return "\n".join(quantity_words(q, language) for q in self.entry.quantities) or None

    @property
    def claimed_by(self) -> str | None:
        """Who reported the claimed status, and when."""
        update = self.progress.claimed_by
        if update is None:
            return None
        name, day = said_by(self.context, update), self.context.day(self.context.said_on(update))
        if name is None:
            return day
        return self.context.words("tracker.on", name=name, date=day)

    @property
    def moved_in(self) -> str | None:
        """The document that moved the term, or that no document shows it."""
        found = self.context.moved_in(self.progress)
        return None if found is None else capital(found)

    @property
    def evidence_source(self) -> str | None:
        """The document and the words that show what the evidence status says."""
        update = self.progress.evidence_by
        if update is None:
            return None
        passages = self.context.passages(update.quotes)
        ids = [passage.document for passage in passages] or filter(None, (update.document,))
        parts = (self.context.documents(ids), quote_text(passages, self.context.language))
        return "\n".join(part for part in parts if part) or None

    @cached_property
    def standing(self) -> Standing:
        """Where the statement stands on what a reader may change."""
        return Standing.of(self.progress)

    @property
    def note(self) -> str | None:
        """The latest note of any update, as a reader may change it."""
        note, update = self.context.editable_text(self.standing.note), self.progress.noted_by
        if note is None or update is None:
            return note
        return internal_mark(self.context, update) + note

    @property
    def move_reason(self) -> str | None:
        """Why the term was moved."""
        update = self.progress.moved_by
        return None if update is None else noted(self.context, update)

    @property
    def relations(self) -> str | None:
        """How the statement stands to others, one a line."""
        relation = self.context.relation
        return "\n".join(relation(r) for r in self.entry.relations) or None

    @property
    def kind(self) -> str:
        """The kind of statement."""
        return named(f"statement_kind.{self.entry.kind}", self.context.language)

    @property
    def course(self) -> str | None:
        """The course of a commitment."""
        if not isinstance(self.entry, Commitment):
            return None
        return word(self.entry.course, self.context.language)

    @property
    def cue(self) -> str | None:
        """The words that decide a commitment's firmness."""
        return self.entry.cue if isinstance(self.entry, Commitment) else None


def statement_rows(context: ReadingContext, statements: Iterable[Statement]) -> list[StatementRow]:
    """Return statements in the order of reading, each with where it stands."""
    ordered = context.reading_order(statements)
    return [StatementRow(context, each, context.progress[each.id]) for each in ordered]


_Column = ColumnOf[StatementRow]

_SAID: tuple[_Column, ...] = (
    _Column("summary", 38, lambda row: row.context.text(row.entry.summary)),
    _Column("quote", 46, lambda row: row.quote),
    _Column("document", 26, lambda row: row.documents),
    _Column("passage", 18, lambda row: row.place),
    _Column("places", 14, lambda row: row.context.codes("places", row.entry.places)),
)
_STANDING: tuple[_Column, ...] = (
    _Column("latest_term", 18, lambda row: row.context.term(row.progress.timeframe)),
    _Column("due", 12, lambda row: row.progress.due, Kind.DATE),
    _Column("schedule", 15, lambda row: row.progress.schedule, Schedule),
)
_EDITABLE: tuple[_Column, ...] = (
    _Column(
        "owners", 21, lambda row: row.context.owners(row.progress.owners), edits=EditPart.OWNERS
    ),
    _Column("claimed", 16, lambda row: row.progress.claimed, ClaimedStatus, edits=EditPart.CLAIMED),
    _Column("note", 32, lambda row: row.note, edits=EditPart.NOTE),
    _Column(
        "evidence", 16, lambda row: row.progress.evidence, EvidenceStatus, edits=EditPart.EVIDENCE
    ),
    # What is entered here becomes an update of its own, so these are exported empty.
    *secondary(
        _Column("evidence_document", 26, lambda _: None, edits=EditPart.DOCUMENT),
        _Column("evidence_quote", 40, lambda _: None, edits=EditPart.QUOTE),
        _Column("new_term", 24, lambda _: None, edits=EditPart.TERM),
        _Column("new_due", 13, lambda _: None, Kind.DATE, edits=EditPart.DUE),
        _Column("term_reason", 30, lambda _: None, edits=EditPart.REASON),
    ),
)
_SINCE: tuple[_Column, ...] = secondary(
    _Column("last_update", 12, lambda row: row.progress.last_update, Kind.DATE),
    _Column("days_late", 11, lambda row: row.progress.days_late or None, Kind.NUMBER),
    _Column("first_term", 20, lambda row: row.context.term(row.progress.first_timeframe)),
    _Column("move_reason", 30, lambda row: row.move_reason),
    _Column("first_due", 12, lambda row: row.progress.first_due, Kind.DATE),
    _Column("moves", 10, lambda row: row.progress.moves, Kind.NUMBER),
    _Column("claimed_by", 24, lambda row: row.claimed_by),
    _Column("evidence_source", 70, lambda row: row.evidence_source),
)
_REST: tuple[_Column, ...] = secondary(
    _Column("partners", 22, lambda row: row.context.parties(row.entry.partners)),
    _Column("sectors", 18, lambda row: row.context.codes("sectors", row.entry.sectors)),
    _Column("frameworks", 18, lambda row: row.context.codes("frameworks", row.entry.frameworks)),
    _Column("needs", 100, lambda row: row.context.entries(row.entry.needs)),
    _Column("uses", 60, lambda row: row.context.entries(row.entry.uses)),
    _Column("quantities", 28, lambda row: row.quantities),
    _Column("doubt", 100, lambda row: row.context.text(row.entry.doubt)),
    _Column("relations", 70, lambda row: row.relations),
    _Column("verified", 13, lambda row: row.is_verified, "yes_no"),
)
_ID = _Column("id", 18, lambda row: row.id, Kind.ID)

COMMITMENTS: tuple[_Column, ...] = (
    _ID,
    *_SAID,
    _Column("firmness", 14, lambda row: row.progress.firmness, Firmness),
    *_STANDING,
    *_EDITABLE,
    *_SINCE,
    *secondary(
        _Column("moved_in", 26, lambda row: row.moved_in),
        _Column("course", 14, lambda row: row.course, Course),
        _Column("cue", 24, lambda row: row.cue),
    ),
    *_REST,
)
"""The columns of commitments."""

STATEMENTS: tuple[_Column, ...] = (
    _ID,
    _Column("kind", 13, lambda row: row.kind, "statement_kind"),
    *_SAID,
    *_STANDING,
    *_EDITABLE,
    *_SINCE,
    *_REST,
)
"""The columns of conditions, positions, claims and engagements."""

EDITABLE_COLUMNS: Mapping[str, EditPart] = {
    each.key: each.edits for each in _EDITABLE if each.edits
}
"""The columns that people fill in, by their keys, and what a cell of each holds."""


# -- their updates --------------------------------------------------------------------------------


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
            return self.context.term(update.timeframe)
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
        if update.date <= context.as_of
    ]
    yield from sorted(found, key=lambda row: row[1].entry.date)


_Update = ColumnOf[UpdateRow]

HISTORY: tuple[_Update, ...] = (
    _Update("date", 12, lambda row: row.entry.date, Kind.DATE),
    _Update("id", 20, lambda row: row.context.record.full_id(row.entry.statement), Kind.ID),
    _Update(
        "statement",
        40,
        lambda row: row.context.text(row.context.record.statement(row.entry.statement).summary),
    ),
    _Update("said_by", 28, lambda row: row.said_by),
    _Update("axis", 17, lambda row: row.axis, "axis"),
    _Update("value", 26, lambda row: row.value),
    _Update(
        "value_date",
        15,
        lambda row: row.entry.timeframe.due if row.entry.timeframe else None,
        Kind.DATE,
    ),
    _Update("note", 40, lambda row: noted(row.context, row.entry)),
    _Update("document", 26, lambda row: row.document),
    _Update("quote", 46, lambda row: row.quote),
    _Update("passage", 20, lambda row: row.place),
    *secondary(
        _Update("internal", 10, lambda row: row.entry.internal or None, "yes_no"),
        _Update("verified", 13, lambda row: row.is_verified if row.passages else None, "yes_no"),
    ),
)
"""The columns of updates."""
