"""The time line of a page: the documents, the updates and the ends of terms, by date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from attrs import frozen

from ssrpolicy.model.progress import Update
from ssrpolicy.views.language.dates import long_date
from ssrpolicy.views.language.labels import capital, label
from ssrpolicy.views.page.filters import Listed
from ssrpolicy.views.shared import ReadingContext
from ssrpolicy.views.workbook.history import UpdateRow
from ssrpolicy.views.workbook.statements import StatementRow

LANES = ("document", "update", "term")
"""What the time line tells, each in a lane of its own."""


@frozen(kw_only=True)
class Moment:
    """Something on a day: a document, an update, or the end of a term, of an entry of a record.

    ``about`` is the entry's summary; ``tone`` is the axis or the schedule, as recorded.
    """

    date: dt.date
    day: str
    lane: str
    text: str
    about: str
    record: str
    entry: str
    tone: str = ""


def moments(contexts: Iterable[ReadingContext], listed: Iterable[Listed]) -> tuple[Moment, ...]:
    """Return all that has a date on a page, in the order of time, until the day of the report.

    Terms that end later are told too; updates and documents of a later date are not.
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
                day=long_date(document.date, context.language),
                lane="document",
                text=capital(context.document(document.id)),
                about=context.text(document.title) or "",
                record=context.record.id,
                entry=document.id,
            )


def _of_statement(context: ReadingContext, row: StatementRow) -> Iterator[Moment]:
    language, now = context.language, row.progress
    about = context.text(row.statement.summary) or row.statement.id
    for update in now.updates:
        yield Moment(
            date=update.date,
            day=long_date(update.date, language),
            lane="update",
            text=_said(context, update),
            about=about,
            record=context.record.id,
            entry=row.statement.id,
            tone=str(update.claimed or update.evidence or update.axis),
        )
    if now.due is not None:
        yield Moment(
            date=now.due,
            day=long_date(now.due, language),
            lane="term",
            text=capital(label(now.schedule, language)),
            about=about,
            record=context.record.id,
            entry=row.statement.id,
            tone=str(now.schedule),
        )


def _said(context: ReadingContext, update: Update) -> str:
    """What an update says, with its value, as a term moved to a later day has one."""
    said = capital(label(f"axis.{update.axis}", context.language))
    value = UpdateRow(context, update).value
    return ": ".join([said, value.replace("\n", "; ")]) if value else said
