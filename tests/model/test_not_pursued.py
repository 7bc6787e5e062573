"""What is not pursued is not overdue: one rule, which every report follows."""

import datetime as dt

import attrs

from notes_read import under
from ssrpolicy import ClaimedStatus, EdtfDate, PolicyRecord, Schedule, Timeframe
from ssrpolicy.testing import small_record
from ssrpolicy.views import briefing, tracker
from tables import each_case

AS_OF = dt.date(2013, 1, 1)


def promised(day: str) -> PolicyRecord:
    """The small record, with a term for its commitment, which is reported as not pursued."""
    small = attrs.evolve(small_record(), updates=())
    term = Timeframe(phrase=f"uiterlijk {day}", date=EdtfDate(day))
    first = attrs.evolve(small.statement("report"), timeframe=term)
    others = tuple(each for each in small.statements if each.id != first.id)
    record = attrs.evolve(small, statements=(first, *others))
    dropped, day_of_it = ClaimedStatus.NOT_PURSUED, dt.date(2011, 6, 1)
    return record.with_update("report", date=day_of_it, by="ministry", claimed=dropped)


@each_case("day", ["2012-01-01", "2013-01-10", "2014-01-01"])
def test_a_term_of_what_is_not_pursued_neither_passes_nor_runs(day: str) -> None:
    """Nobody waits for it before its last day or after it."""
    record = promised(day)

    assert record.progress("report", as_of=AS_OF).schedule is Schedule.NOT_PURSUED
    assert record.overdue(as_of=AS_OF) == ()


def test_what_evidence_contradicts_is_overdue() -> None:
    """Then it is not known to be dropped."""
    record = promised("2012-01-01").with_update(
        "report",
        date=dt.date(2012, 2, 1),
        by="ministry",
        evidence="contradicts",
        document="letter",
        quotes=small_record().statement("report").quotes,
    )

    assert record.progress("report", as_of=AS_OF).schedule is Schedule.OVERDUE


def test_every_report_counts_it_as_not_pursued() -> None:
    """The first page, the figures of the tracker and the top of the page."""
    record = promised("2012-01-01")
    said = " ".join(under(briefing([record], as_of=AS_OF, language="nl"), "Kern"))
    figures = {
        each.key: each.number for each in tracker([record], as_of=AS_OF, language="nl").figures
    }

    assert "Eén is niet voortgezet." in said
    assert "afgehandeld" not in said
    assert "Termijn verstreken" not in said
    assert figures["overdue"] == 0
