"""The rows of a list of changes: whatever is dated after a day, each as a line of its own."""

import datetime as dt
from collections.abc import Iterator, Sequence

from attrs import frozen

from ssrpolicy.model import Disposition, Document, Request, Schedule, Statement, Update
from ssrpolicy.selection import Chosen
from ssrpolicy.views.language import capital, in_words
from ssrpolicy.views.lists.standing import StateChanges
from ssrpolicy.views.shared import ReadingContext, asked_in, changes_of, noted
from ssrpolicy.views.workbook.cells import Link
from ssrpolicy.views.workbook.history import UpdateRow
from ssrpolicy.views.workbook.rows import Row
from ssrpolicy.views.workbook.tables import ColumnOf, Kind, named

_WAITING = (Schedule.OVERDUE, Schedule.SAID_MET)


@frozen(eq=False)
class ChangeRow(Row):
    """Something of a day: what it is, of which entry, and in words."""

    date: dt.date
    change: str
    entry: str
    text: str | None
    document: Document | None = None

    @property
    def id(self) -> str:
        """The full id of the entry that it is about."""
        return self.context.record.full_id(self.entry)

    @property
    def address(self) -> Link | None:
        """The public address of the paper, as a link."""
        address = None if self.document is None else self.document.address
        return None if address is None else Link(address, address)


def change_rows(
    contexts: Sequence[ReadingContext], chosen: Chosen, since: dt.date
) -> Iterator[tuple[str, ChangeRow]]:
    """Yield what is dated after a day, up to and including that of the contexts, by date."""
    state_changes = StateChanges(chosen.handling, since)
    found = [
        row
        for context in contexts
        for row in (
            *_papers(context, chosen, since),
            *_updates(context, chosen, since),
            *_terms(context, chosen, since),
            *_motions(context, chosen, state_changes),
        )
    ]
    for number, row in enumerate(sorted(found, key=lambda row: row.date), start=1):
        yield f"{row.id}/{number}", row


def _papers(context: ReadingContext, chosen: Chosen, since: dt.date) -> Iterator[ChangeRow]:
    record = context.record
    days = {
        each.id: each
        for each in record.documents
        if each.date is not None and since < each.date <= context.as_of
    }
    for document in days.values():
        if chosen.holds(record, document) and document.date is not None:
            name = capital(context.document(document.id))
            yield ChangeRow(context, document.date, "document", document.id, name, document)
    entries: tuple[Request | Statement, ...] = (*record.requests, *record.statements)
    for entry in entries:
        paper = days.get(entry.document)
        if isinstance(entry, Request) and not asked_in(record, entry):
            continue  # It was asked earlier, and comes with its answer.
        if paper is not None and paper.date is not None and chosen.holds(record, entry):
            kind = "request" if isinstance(entry, Request) else entry.kind
            text = context.text(entry.summary)
            yield ChangeRow(context, paper.date, kind, entry.id, text, paper)
    for answer in record.dispositions:
        paper = days.get(answer.document)
        if paper is None or paper.date is None or answer.request not in record:
            continue
        if chosen.holds(record, answer.request):
            yield ChangeRow(
                context, paper.date, "answer", answer.request, _answered(context, answer), paper
            )


def _answered(context: ReadingContext, answer: Disposition) -> str:
    """What was asked, how it was answered and where: "Koop ladders. Afgewezen: brief van ..."."""
    asked = next(each for each in context.record.requests if each.id == answer.request)
    how = f"{capital(context.answer_words(answer))}: {context.document(answer.document)}"
    said = (context.text(asked.summary), how)
    return " ".join(filter(None, said))


def _updates(context: ReadingContext, chosen: Chosen, since: dt.date) -> Iterator[ChangeRow]:
    """The updates of the period, each once; what only repeats is one row, which counts it."""
    record = context.record
    found = {
        change.update: change
        for statement in record.statements
        if chosen.holds(record, statement)
        for change in changes_of(record, statement)
        if since < change.update.date <= context.as_of
    }
    folded = [update for update, change in found.items() if change.is_repetition]
    if folded[1:]:
        yield _unchanged(context, folded)
        for update in folded:
            del found[update]
    for update in dict.fromkeys(record.updates):
        change = found.get(update)
        if change is not None:
            kind = "unchanged" if change.repeats else "update"
            named = update.document
            paper = record.document(named) if named is not None and named in record else None
            text = _update_words(context, update)
            yield ChangeRow(context, update.date, kind, update.statement, text, paper)


def _unchanged(context: ReadingContext, updates: Sequence[Update]) -> ChangeRow:
    """Several updates that only repeat, on the day of the last of them, as those of the record."""
    record = context.record
    number = capital(in_words(len(updates), context.language))
    text = context.words("changes_amount.unchanged_many", Number=number)
    day = max(each.date for each in updates)
    return ChangeRow(context, day, "unchanged", record.source, text, record.document(record.source))


def _update_words(context: ReadingContext, update: Update) -> str:
    row = UpdateRow(context, update)
    said = (f"{row.axis}: {row.value}" if row.value else row.axis, noted(context, update))
    return ". ".join(filter(None, said))


def _terms(context: ReadingContext, chosen: Chosen, since: dt.date) -> Iterator[ChangeRow]:
    for statement in context.record.statements:
        now = context.progress[statement.id]
        ended = now.due is not None and since <= now.due < context.as_of
        if ended and now.schedule in _WAITING and chosen.holds(context.record, statement):
            text = f"{context.text(statement.summary)} ({context.words(now.schedule)})"
            day = now.due if now.due is not None else since
            # What is said to have been met before is past its last day, and not late for that.
            kind = "term_passed" if now.schedule is Schedule.OVERDUE else "term_ended"
            yield ChangeRow(context, day, kind, statement.id, text)


def _motions(
    context: ReadingContext, chosen: Chosen, state_changes: StateChanges
) -> Iterator[ChangeRow]:
    for motion in context.handling.motions:
        if motion.record is not context.record or motion.is_later:
            continue
        if not chosen.holds(motion.record, motion.document):
            continue
        for change in state_changes.of(motion):
            text = context.words(
                "lists.from_to",
                before=context.words(f"handling.{change.before}"),
                now=context.words(f"handling.{change.now}"),
            )
            document = motion.document
            yield ChangeRow(
                context, change.date, "motion_state", document.id, capital(text), document
            )


_Column = ColumnOf[ChangeRow]

CHANGES: tuple[_Column, ...] = (
    _Column("date", 12, lambda row: row.date, Kind.DATE),
    _Column("id", 22, lambda row: row.id, Kind.ID),
    _Column(
        "change", 16, lambda row: named(f"change.{row.change}", row.context.language), "change"
    ),
    _Column("text", 60, lambda row: row.text),
    _Column("address", 36, lambda row: row.address, Kind.LINK),
)
"""The columns of changes."""
