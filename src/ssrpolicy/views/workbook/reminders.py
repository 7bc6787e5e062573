"""The tracker's rows of reminders: what to ask each owner about, ready for a mail merge."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from ssrpolicy.model import ClaimedStatus, Schedule
from ssrpolicy.views.language import capital, label
from ssrpolicy.views.workbook.statements import StatementRow
from ssrpolicy.views.workbook.tables import ColumnOf, Kind


@frozen(eq=False)
class ReminderRow:
    """A commitment whose term has passed, for one of its owners."""

    owner: str
    row: StatementRow


def reminder_rows(rows: Iterable[StatementRow]) -> Iterator[tuple[str, ReminderRow]]:
    """Yield what is overdue for each owner, in the order of names, the longest overdue first."""
    found = [
        (f"{row.id}/{owner}", ReminderRow(owner, row))
        for row in rows
        if row.progress.schedule is Schedule.OVERDUE
        for owner in owner_names(row)
    ]
    yield from sorted(
        found, key=lambda pair: (pair[1].owner.casefold(), -pair[1].row.progress.days_late)
    )


def owner_names(row: StatementRow) -> list[str]:
    """Return the names of who is responsible now; that nobody is named where nobody is."""
    names = [capital(row.context.code("parties", id)) for id in row.progress.owners]
    return list(dict.fromkeys(names)) or [label("tracker.no_owners", row.context.language)]


_Column = ColumnOf[ReminderRow]

REMINDERS: tuple[_Column, ...] = (
    _Column("owner", 28, lambda each: each.owner),
    _Column("id", 18, lambda each: each.row.id, Kind.ID),
    _Column("commitment", 44, lambda each: each.row.context.text(each.row.entry.summary)),
    _Column("document", 24, lambda each: each.row.documents),
    _Column("latest_term", 22, lambda each: each.row.context.term(each.row.progress.timeframe)),
    _Column("due", 12, lambda each: each.row.due, Kind.DATE),
    _Column("days_late", 11, lambda each: each.row.progress.days_late, Kind.NUMBER),
    _Column("claimed", 16, lambda each: each.row.progress.claimed, ClaimedStatus),
    _Column("last_update", 12, lambda each: each.row.progress.last_update, Kind.DATE),
)
"""The columns of reminders."""
