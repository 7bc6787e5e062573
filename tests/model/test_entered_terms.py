"""A first term is what a document says: a day that somebody entered is not one."""

import datetime as dt

import attrs

from ssrpolicy import EdtfDate, Schedule, Timeframe
from ssrpolicy.testing import small_record

AS_OF = dt.date(2022, 1, 1)


def test_a_term_that_only_somebody_entered_is_not_a_first_one() -> None:
    """It is due, and is not said to be what was promised first."""
    small = attrs.evolve(small_record(), updates=())
    bare = attrs.evolve(small.statement("report"), timeframe=None)
    others = tuple(each for each in small.statements if each.id != bare.id)
    entered = Timeframe(phrase="1 juli 2021", date=EdtfDate("2021-07-01"))
    record = attrs.evolve(small, statements=(bare, *others)).with_update(
        "report", date=dt.date(2021, 1, 1), by="ministry", timeframe=entered
    )
    now = record.progress("report", as_of=AS_OF)

    assert (now.schedule, now.due) == (Schedule.OVERDUE, dt.date(2021, 7, 1))
    assert (now.first_timeframe, now.first_due) == (None, None)
    assert now.dated == entered
