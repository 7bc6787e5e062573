"""The tracker's rows of statements: of commitments, and of every other kind."""

import datetime as dt
from collections.abc import Iterable, Mapping

from attrs import frozen

from ssrpolicy.model import (
    Claim,
    ClaimedStatus,
    Commitment,
    Condition,
    Course,
    EditPart,
    EvidenceStatus,
    Firmness,
    Progress,
    Schedule,
    Statement,
)
from ssrpolicy.views.language import capital, quantity_words, short_date
from ssrpolicy.views.shared import ReadingContext, internal_mark, noted, quote_text, said_by
from ssrpolicy.views.workbook.cells import AboutDay
from ssrpolicy.views.workbook.rows import EntryRow
from ssrpolicy.views.workbook.tables import ColumnOf, Kind, named, secondary, word


@frozen(eq=False)
class StatementRow(EntryRow[Statement]):
    """A statement with where it stands as of the tracker's day."""

    progress: Progress

    @property
    def id(self) -> str:
        """The statement's full id."""
        return self.context.record.full_id(self.entry.id)

    @property
    def is_followed(self) -> bool:
        """Whether something can come of it: a commitment, a claim or a condition.

        A position or an engagement has a status only where somebody gave it one.
        """
        return isinstance(self.entry, Commitment | Claim | Condition)

    @property
    def claimed(self) -> ClaimedStatus | None:
        """The claimed status; None for what has none and can have none."""
        has_one = self.is_followed or self.progress.claimed_by is not None
        return self.progress.claimed if has_one else None

    @property
    def evidence(self) -> EvidenceStatus | None:
        """The evidence status; None for what has none and can have none."""
        has_one = self.is_followed or self.progress.evidence_by is not None
        return self.progress.evidence if has_one else None

    @property
    def schedule(self) -> Schedule | None:
        """What the calendar says; None for what has no date and needs none."""
        now = self.progress
        return now.schedule if self.is_followed or now.schedule is not Schedule.UNDATED else None

    @property
    def due(self) -> dt.date | None:
        """The last day of its latest term, marked where that is approximate."""
        return AboutDay.of(self.progress.due, approximate=self.progress.approximate)

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
    def noted_by(self) -> str | None:
        """Whose note it is, and of when: it may be older than the status next to it."""
        update = self.progress.noted_by
        if update is None:
            return None
        name = said_by(self.context, update)
        day = short_date(update.date, self.context.language)
        return day if name is None else f"{day}\n{capital(name)}"

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

    @property
    def note(self) -> str | None:
        """The latest note of any update, as a reader may change it."""
        update = self.progress.noted_by
        note = None if update is None else self.context.editable_text(update.note)
        if note is None or update is None:
            return None
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

_SUMMARY = _Column("summary", 38, lambda row: row.context.text(row.entry.summary))
# What a reader fills in stands next to what it is about, all of it on one screen.
_STANDING: tuple[_Column, ...] = (
    _Column("schedule", 16, lambda row: row.schedule, Schedule),
    _Column("due", 13, lambda row: row.due, Kind.DATE),
    _Column(
        "owners", 21, lambda row: row.context.owners(row.progress.owners), edits=EditPart.OWNERS
    ),
    _Column("claimed", 16, lambda row: row.claimed, ClaimedStatus, edits=EditPart.CLAIMED),
    _Column("note", 28, lambda row: row.note, edits=EditPart.NOTE),
    _Column("noted_by", 18, lambda row: row.noted_by),
    _Column("evidence", 15, lambda row: row.evidence, EvidenceStatus, edits=EditPart.EVIDENCE),
)
# What is entered here becomes an update of its own, so these are exported empty.
_NEW: tuple[_Column, ...] = secondary(
    _Column("evidence_document", 26, lambda _: None, edits=EditPart.DOCUMENT),
    _Column("evidence_quote", 40, lambda _: None, edits=EditPart.QUOTE),
    _Column("new_term", 24, lambda _: None, edits=EditPart.TERM),
    _Column("new_due", 13, lambda _: None, Kind.DATE, edits=EditPart.DUE),
    _Column("term_reason", 30, lambda _: None, edits=EditPart.REASON),
)
_SAID: tuple[_Column, ...] = secondary(
    _Column("quote", 46, lambda row: row.quote),
    _Column("document", 26, lambda row: row.documents),
    _Column("passage", 18, lambda row: row.place),
    _Column("places", 14, lambda row: row.context.codes("places", row.entry.places)),
)
_SINCE: tuple[_Column, ...] = secondary(
    _Column("latest_term", 18, lambda row: row.context.term(row.progress.timeframe)),
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
_ID = _Column("id", 15, lambda row: row.id, Kind.ID)

COMMITMENTS: tuple[_Column, ...] = (
    _ID,
    _SUMMARY,
    *_STANDING,
    *_NEW,
    *_SAID,
    *secondary(_Column("firmness", 14, lambda row: row.progress.firmness, Firmness)),
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
    _SUMMARY,
    *_STANDING,
    *_NEW,
    *_SAID,
    *_SINCE,
    *_REST,
)
"""The columns of conditions, positions, claims and engagements."""

EDITABLE_COLUMNS: Mapping[str, EditPart] = {
    each.key: each.edits for each in (*_STANDING, *_NEW) if each.edits
}
"""The columns that people fill in, by their keys, and what a cell of each holds."""
