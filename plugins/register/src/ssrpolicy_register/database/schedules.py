"""What the calendar says of a statement on a day, as SQL says it of a row of states."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import ColumnElement, and_, case, not_, or_

from ssrpolicy import Claim, ClaimedStatus, EvidenceStatus, Position, Schedule
from ssrpolicy.databases import DUE_SOON
from ssrpolicy_register.database.tables import states


def schedule(as_of: Any, soon: Any) -> ColumnElement[str]:
    """Return the expression that gives the code of the schedule on a day.

    It says what `ssrpolicy.PolicyRecord.progress` says. ``soon`` is the last day of what is due
    soon, see `last_soon`; both are days or expressions.
    """
    row = states.c
    in_time = or_(_never_due(), row.met_on <= row.due)
    moved = and_(_can_be_late(), row.first_due.is_not(None), row.met_on > row.first_due)
    return case(
        (row.superseded, Schedule.SUPERSEDED.value),
        (and_(row.continuous, row.due.is_(None)), Schedule.CONTINUOUS.value),
        (and_(row.shown, in_time, moved), Schedule.MET_MOVED.value),
        (and_(row.shown, in_time), Schedule.MET.value),
        (row.shown, Schedule.MET_LATE.value),
        (row.said, Schedule.SAID_MET.value),
        (_never_due(), Schedule.UNDATED.value),
        (_dropped(), Schedule.NOT_PURSUED.value),
        (row.due < as_of, Schedule.OVERDUE.value),
        (row.due <= soon, Schedule.DUE_SOON.value),
        else_=Schedule.UPCOMING.value,
    )


def _can_be_late() -> ColumnElement[bool]:
    """Whether the kind of a statement is one of which the term can pass."""
    return states.c.kind.not_in((Claim.kind, Position.kind))


def _never_due() -> ColumnElement[bool]:
    return or_(states.c.due.is_(None), not_(_can_be_late()))


def _dropped() -> ColumnElement[bool]:
    """Whether something is reported as not pursued, and no evidence contradicts that."""
    row = states.c
    contradicted = row.evidence == EvidenceStatus.CONTRADICTS.value
    return and_(row.claimed == ClaimedStatus.NOT_PURSUED.value, not_(contradicted))


def stands(wanted: Schedule, as_of: dt.date) -> ColumnElement[bool]:
    """Return whether a schedule is that of a day, so that an index of what is pending serves."""
    row, soon = states.c, last_soon(as_of)
    match wanted:
        case Schedule.OVERDUE:
            return and_(row.pending, row.due < as_of)
        case Schedule.DUE_SOON:
            return and_(row.pending, row.due >= as_of, row.due <= soon)
        case Schedule.UPCOMING:
            return and_(row.pending, row.due > soon)
        case Schedule.UNDATED:
            known = schedule(as_of, soon) == wanted.value
            return or_(and_(row.pending, row.due.is_(None)), and_(not_(_can_be_late()), known))
        case _:
            return schedule(as_of, soon) == wanted.value


def last_soon(as_of: dt.date) -> dt.date:
    """Return the last day of what is due soon as of a day."""
    return min(as_of, dt.date.max - DUE_SOON) + DUE_SOON
