"""Who made an update, what is noted in it, and what it changes."""

from collections.abc import Iterator

from attrs import evolve, frozen

from ssrpolicy.model import (
    ClaimedStatus,
    Commitment,
    EvidenceStatus,
    Firmness,
    PolicyRecord,
    Statement,
    Timeframe,
    Update,
)
from ssrpolicy.views.language import capital
from ssrpolicy.views.shared.context import ReadingContext


def said_by(context: ReadingContext, update: Update) -> str | None:
    """Return the name of who made an update; None where it is kept internal."""
    return None if update.by is None else context.party(update.by)


def internal_mark(context: ReadingContext, update: Update) -> str:
    """Return the mark before an internal note, "[Intern] "; nothing before any other."""
    return f"[{capital(context.words('reading.internal'))}] " if update.internal else ""


def noted(context: ReadingContext, update: Update) -> str | None:
    """Return the note of an update, marked where it is internal."""
    note = context.text(update.note)
    return None if note is None else internal_mark(context, update) + note


def moved_to(context: ReadingContext, update: Update) -> str | None:
    """Return the term that an update gives, marked where no document shows it."""
    term = context.term(update.timeframe)
    if term is None or update.document is not None:
        return term
    return f"{term}; {context.words('briefing.moved_by_none')}"


@frozen(kw_only=True)
class Values:
    """What holds of a statement on each axis; None where nothing was said of it yet."""

    claimed: ClaimedStatus | None = None
    evidence: EvidenceStatus | None = None
    timeframe: Timeframe | None = None
    firmness: Firmness | None = None
    owners: tuple[str, ...] = ()


@frozen(kw_only=True)
class Change:
    """An update, with what held of its statement just before it."""

    statement: Statement
    update: Update
    before: Values

    @property
    def turned(self) -> bool:
        """Whether evidence now contradicts what earlier evidence showed, or the reverse."""
        before, now = self.before.evidence, self.update.evidence
        if not (before and before.needs_quote and now and now.needs_quote):
            return False
        return (before is EvidenceStatus.CONTRADICTS) is not (now is EvidenceStatus.CONTRADICTS)

    @property
    def repeats(self) -> bool:
        """Whether the update says of its axis what held already, and shows no new evidence."""
        axis, update = self.update.axis, self.update
        if axis == "note" or (update.evidence is not None and update.evidence.needs_quote):
            return False
        first = {"claimed": ClaimedStatus.UNKNOWN, "evidence": EvidenceStatus.NOT_ASSESSED}
        return bool(getattr(update, axis) == (getattr(self.before, axis) or first.get(axis)))

    @property
    def is_repetition(self) -> bool:
        """Whether the update only repeats: somebody's note with it is something to read."""
        return self.repeats and self.update.note is None


def changes_of(record: PolicyRecord, statement: Statement) -> Iterator[Change]:
    """Yield the updates of a statement by date, each once, with what held before it."""
    firmness = statement.firmness if isinstance(statement, Commitment) else None
    values = Values(timeframe=statement.timeframe, firmness=firmness, owners=statement.owners)
    for update in dict.fromkeys(record.history(statement.id)):
        yield Change(statement=statement, update=update, before=values)
        if update.axis != "note":
            values = evolve(values, **{update.axis: getattr(update, update.axis)})
