"""The tracker's rows of statements: commitments, and those of every other kind."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TypeVar

from attrs import frozen

from ssrpolicy.evidence.anchoring import anchors
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
)
from ssrpolicy.views.language.labels import capital
from ssrpolicy.views.language.quantities import quantity_words
from ssrpolicy.views.shared import ReadingContext
from ssrpolicy.views.shared.passages import ShownPassage, place_text, quote_text
from ssrpolicy.views.workbook.rows import ColumnOf, named, word
from ssrpolicy.views.workbook.tables import Kind

S = TypeVar("S", bound=Statement)


@frozen(eq=False)
class StatementRow:
    """A statement with where it stands as of the tracker's day."""

    context: ReadingContext
    statement: Statement
    progress: Progress

    @cached_property
    def passages(self) -> list[ShownPassage]:
        """The statement's quotes as a reader sees them."""
        return self.context.passages(self.statement.quotes)

    @property
    def id(self) -> str:
        """The statement's full id."""
        return self.context.record.full_id(self.statement.id)

    @property
    def quote(self) -> str | None:
        """The quotes, one a line."""
        return quote_text(self.passages, self.context.language)

    @property
    def documents(self) -> str | None:
        """The documents quoted, one a line."""
        return self.context.documents(passage.document for passage in self.passages)

    @property
    def place(self) -> str | None:
        """Heading and paragraph, one place a line."""
        return place_text(self.passages, self.context.language)

    @property
    def quantities(self) -> str | None:
        """The quantities in words, one a line."""
        language = self.context.language
        return "\n".join(quantity_words(q, language) for q in self.statement.quantities) or None

    @property
    def claimed_by(self) -> str | None:
        """Who reported the claimed status, and when."""
        update = self.progress.claimed_by
        if update is None:
            return None
        name, date = self.context.party(update.by), self.context.said_on(update)
        return self.context.words("tracker.on", name=name, date=self.context.day(date))

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
        ids = [passage.document for passage in passages]
        if not ids and update.document is not None:
            ids = [update.document]
        parts = (self.context.documents(ids), quote_text(passages, self.context.language))
        return "\n".join(part for part in parts if part) or None

    @cached_property
    def standing(self) -> Standing:
        """Where the statement stands on what a reader may change."""
        return Standing.of(self.progress)

    @property
    def note(self) -> str | None:
        """The latest note of any update, as a reader may change it."""
        return self.context.editable_text(self.standing.note)

    @property
    def relations(self) -> str | None:
        """How the statement stands to others, one a line."""
        relation = self.context.relation
        return "\n".join(relation(r) for r in self.statement.relations) or None

    @property
    def kind(self) -> str:
        """The kind of statement."""
        return named(f"statement_kind.{self.statement.kind}", self.context.language)

    @property
    def course(self) -> str | None:
        """The course of a commitment."""
        if not isinstance(self.statement, Commitment):
            return None
        return word(self.statement.course, self.context.language)

    @property
    def cue(self) -> str | None:
        """The words that decide a commitment's firmness."""
        return self.statement.cue if isinstance(self.statement, Commitment) else None

    @property
    def is_verified(self) -> bool:
        """Whether every quote stands in its document's text."""
        return all(passage.verified for passage in self.passages)


def statement_rows(context: ReadingContext, statements: Iterable[S]) -> list[StatementRow]:
    """Return statements in the order of reading, each with where it stands."""
    ordered = anchors(context.record).in_reading_order(statements)
    return [
        StatementRow(context, statement, context.progress[statement.id]) for statement in ordered
    ]


_Column = ColumnOf[StatementRow]

_FIRST: tuple[_Column, ...] = (_Column("id", Kind.ID, 18, lambda row: row.id),)
_SAID: tuple[_Column, ...] = (
    _Column("summary", Kind.TEXT, 38, lambda row: row.context.text(row.statement.summary)),
    _Column("quote", Kind.TEXT, 46, lambda row: row.quote),
    _Column("document", Kind.TEXT, 26, lambda row: row.documents),
    _Column("passage", Kind.TEXT, 18, lambda row: row.place),
    _Column("places", Kind.TEXT, 14, lambda row: row.context.codes("places", row.statement.places)),
)
_FIRMNESS = _Column(
    "firmness", Kind.CHOICE, 14, lambda row: row.progress.firmness, vocabulary=Firmness
)
_KIND = _Column("kind", Kind.CHOICE, 13, lambda row: row.kind, vocabulary="statement_kind")
_STANDING: tuple[_Column, ...] = (
    _Column("latest_term", Kind.TEXT, 18, lambda row: row.context.term(row.progress.timeframe)),
    _Column("due", Kind.DATE, 12, lambda row: row.progress.due),
    _Column("schedule", Kind.CHOICE, 15, lambda row: row.progress.schedule, vocabulary=Schedule),
)
_EDITABLE: tuple[_Column, ...] = (
    _Column(
        "owners",
        Kind.TEXT,
        21,
        lambda row: row.context.owners(row.progress.owners),
        edits=EditPart.OWNERS,
    ),
    _Column(
        "claimed",
        Kind.CHOICE,
        16,
        lambda row: row.progress.claimed,
        edits=EditPart.CLAIMED,
        vocabulary=ClaimedStatus,
    ),
    _Column("note", Kind.TEXT, 32, lambda row: row.note, edits=EditPart.NOTE),
    _Column(
        "evidence",
        Kind.CHOICE,
        16,
        lambda row: row.progress.evidence,
        edits=EditPart.EVIDENCE,
        vocabulary=EvidenceStatus,
    ),
    # What is typed here becomes an update of its own, so these are exported empty.
    _Column(
        "evidence_document", Kind.TEXT, 26, lambda _: None, edits=EditPart.DOCUMENT, main=False
    ),
    _Column("evidence_quote", Kind.TEXT, 40, lambda _: None, edits=EditPart.QUOTE, main=False),
    _Column("new_term", Kind.TEXT, 24, lambda _: None, edits=EditPart.TERM, main=False),
    _Column("new_due", Kind.DATE, 13, lambda _: None, edits=EditPart.DUE, main=False),
    _Column("term_reason", Kind.TEXT, 30, lambda _: None, edits=EditPart.REASON, main=False),
)
_SINCE: tuple[_Column, ...] = (
    _Column("last_update", Kind.DATE, 12, lambda row: row.progress.last_update, main=False),
    _Column("days_late", Kind.NUMBER, 11, lambda row: row.progress.days_late or None, main=False),
    _Column(
        "first_term",
        Kind.TEXT,
        20,
        lambda row: row.context.term(row.progress.first_timeframe),
        main=False,
    ),
    _Column(
        "move_reason", Kind.TEXT, 30, lambda row: row.context.text(row.standing.reason), main=False
    ),
    _Column("first_due", Kind.DATE, 12, lambda row: row.progress.first_due, main=False),
    _Column("moves", Kind.NUMBER, 10, lambda row: row.progress.moves, main=False),
    _Column("claimed_by", Kind.TEXT, 24, lambda row: row.claimed_by, main=False),
    _Column("evidence_source", Kind.TEXT, 70, lambda row: row.evidence_source, main=False),
)
_OF_COMMITMENTS: tuple[_Column, ...] = (
    _Column("moved_in", Kind.TEXT, 26, lambda row: row.moved_in, main=False),
    _Column("course", Kind.CHOICE, 14, lambda row: row.course, vocabulary=Course, main=False),
    _Column("cue", Kind.TEXT, 24, lambda row: row.cue, main=False),
)
_REST: tuple[_Column, ...] = (
    _Column(
        "partners",
        Kind.TEXT,
        22,
        lambda row: row.context.parties(row.statement.partners),
        main=False,
    ),
    _Column(
        "sectors",
        Kind.TEXT,
        18,
        lambda row: row.context.codes("sectors", row.statement.sectors),
        main=False,
    ),
    _Column(
        "frameworks",
        Kind.TEXT,
        18,
        lambda row: row.context.codes("frameworks", row.statement.frameworks),
        main=False,
    ),
    _Column(
        "needs", Kind.TEXT, 100, lambda row: row.context.entries(row.statement.needs), main=False
    ),
    _Column("uses", Kind.TEXT, 60, lambda row: row.context.entries(row.statement.uses), main=False),
    _Column("quantities", Kind.TEXT, 28, lambda row: row.quantities, main=False),
    _Column("doubt", Kind.TEXT, 100, lambda row: row.context.text(row.statement.doubt), main=False),
    _Column("relations", Kind.TEXT, 70, lambda row: row.relations, main=False),
    _Column(
        "verified", Kind.CHOICE, 13, lambda row: row.is_verified, vocabulary="yes_no", main=False
    ),
)

COMMITMENTS: tuple[_Column, ...] = (
    *_FIRST,
    *_SAID,
    _FIRMNESS,
    *_STANDING,
    *_EDITABLE,
    *_SINCE,
    *_OF_COMMITMENTS,
    *_REST,
)
"""The columns of commitments."""

STATEMENTS: tuple[_Column, ...] = (*_FIRST, _KIND, *_SAID, *_STANDING, *_EDITABLE, *_SINCE, *_REST)
"""The columns of conditions, positions, claims and engagements."""

EDITABLE_COLUMNS: Mapping[str, EditPart] = {
    each.key: each.edits for each in _EDITABLE if each.edits
}
"""The columns that people fill in, by their keys, and what a cell of each holds."""
