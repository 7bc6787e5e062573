"""The time line of a page: the documents, the updates and the ends of terms, by date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from attrs import field, frozen

from ssrpolicy.model import Document, Progress, Statement, Update
from ssrpolicy.views.language import capital, long_date
from ssrpolicy.views.page.filters import Listed
from ssrpolicy.views.shared import ReadingContext
from ssrpolicy.views.workbook.history import UpdateRow
from ssrpolicy.views.workbook.rows import named, word
from ssrpolicy.views.workbook.statements import StatementRow

LANES = ("document", "update", "term")
"""What the time line shows, each in a lane of its own."""


@frozen(kw_only=True)
class Moment:
    """Something on a day: a document, an update, or the end of a term, of an entry of a record.

    ``source`` is what has the date: a long time line words few of its moments. ``tone`` is the
    axis or the schedule, as recorded.
    """

    date: dt.date
    lane: str
    context: ReadingContext = field(repr=False)
    subject: Document | Statement = field(repr=False)
    source: Document | Update | Progress = field(repr=False)
    tone: str = ""

    @property
    def record(self) -> str:
        """The id of the record."""
        return self.context.record.id

    @property
    def entry(self) -> str:
        """The id of the document or the statement."""
        return self.subject.id

    @property
    def day(self) -> str:
        """The day in words."""
        return long_date(self.date, self.context.language)

    @property
    def text(self) -> str:
        """What happens on the day."""
        context, source = self.context, self.source
        if isinstance(source, Document):
            return capital(context.document(source.id))
        if isinstance(source, Progress):
            return word(source.schedule, context.language)
        axis, value = (
            named(f"axis.{source.axis}", context.language),
            UpdateRow(context, source).value,
        )
        return ": ".join([axis, value.replace("\n", "; ")]) if value else axis

    @property
    def about(self) -> str:
        """The entry's summary, or the document's title."""
        if isinstance(self.subject, Document):
            return self.context.text(self.subject.title) or ""
        return self.context.text(self.subject.summary) or self.subject.id


def moments(contexts: Iterable[ReadingContext], listed: Iterable[Listed]) -> tuple[Moment, ...]:
    """Return all that has a date on a page, in the order of time, until the day of the report.

    Terms that end later are included; updates and documents of a later date are not.
    """
    found = [moment for context in contexts for moment in _documents(context)]
    for each in listed:
        if isinstance(each.entry, StatementRow):
            found += _of_statement(each.context, each.entry)
    found.sort(key=lambda moment: (moment.date, LANES.index(moment.lane)))
    return tuple(found)


def _documents(context: ReadingContext) -> Iterator[Moment]:
    for document in context.record.documents:
        if document.date is not None and document.date <= context.as_of:
            yield Moment(
                date=document.date,
                lane="document",
                context=context,
                subject=document,
                source=document,
            )


def _of_statement(context: ReadingContext, row: StatementRow) -> Iterator[Moment]:
    statement, now = row.statement, row.progress
    for update in now.updates:
        yield Moment(
            date=update.date,
            lane="update",
            context=context,
            subject=statement,
            source=update,
            tone=str(update.claimed or update.evidence or update.axis),
        )
    if now.due is not None:
        yield Moment(
            date=now.due,
            lane="term",
            context=context,
            subject=statement,
            source=now,
            tone=str(now.schedule),
        )
