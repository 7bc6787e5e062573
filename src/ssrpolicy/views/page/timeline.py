"""The time line of a page: the documents, the updates and the ends of terms, by date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain

from attrs import field, frozen

from ssrpolicy.model import Document, Progress, Statement, Update
from ssrpolicy.views.language import capital, long_date
from ssrpolicy.views.page.filters import Listed
from ssrpolicy.views.shared import ReadingContext
from ssrpolicy.views.workbook.history import UpdateRow
from ssrpolicy.views.workbook.statements import StatementRow
from ssrpolicy.views.workbook.tables import word

LANES = ("document", "update", "term")
"""What the time line shows, each in a lane of its own."""


@frozen(kw_only=True)
class Moment:
    """Something on a day: a document, an update, or the end of a term, of an entry of a record.

    ``source`` is what has the date; the words of a moment are made when they are asked for.
    ``tone`` is the axis or the schedule, as recorded.

    Attributes:
        date: the day.
        lane: the lane on which it stands, one of ``LANES``.
        context: what its record says, for its words.
        subject: the entry that it is about.
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
        row = UpdateRow(context, source)
        return ": ".join([row.axis, row.value.replace("\n", "; ")]) if row.value else row.axis

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
    found = chain(
        chain.from_iterable(map(_documents, contexts)), chain.from_iterable(map(_of_entry, listed))
    )
    return tuple(sorted(found, key=lambda moment: (moment.date, LANES.index(moment.lane))))


def _documents(context: ReadingContext) -> Iterator[Moment]:
    made = partial(Moment, lane="document", context=context)
    for each in context.record.documents:
        if each.date is not None and each.date <= context.as_of:
            yield made(date=each.date, subject=each, source=each)


def _of_entry(listed: Listed) -> Iterator[Moment]:
    row = listed.entry
    if not isinstance(row, StatementRow):
        return
    made = partial(Moment, context=listed.context, subject=row.entry)
    for update in row.progress.updates:
        tone = str(update.claimed or update.evidence or update.axis)
        yield made(date=update.date, lane="update", source=update, tone=tone)
    if (due := row.progress.due) is not None:
        yield made(date=due, lane="term", source=row.progress, tone=str(row.progress.schedule))
