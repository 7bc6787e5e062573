"""The first months of a year end on no day that a letter gives: its words always stand with it."""

import datetime as dt

import attrs
import pytest

from notes_read import grid, runs_of, text, under
from ssrpolicy import EdtfDate, PolicyRecord, Timeframe
from ssrpolicy.testing import small_record
from ssrpolicy.views import annex, briefing, changes, dossier, reading_page, tracker

AS_OF = dt.date(2026, 12, 10)
ROUGH = pytest.mark.parametrize(
    "phrase, date", [("begin 2027", "2027~"), ("medio 2027", "2027~"), ("begin 2027", "2027-12-31")]
)


def promised(phrase: str, date: str) -> PolicyRecord:
    """The small record, with this term for its commitment and nothing reported."""
    small = attrs.evolve(small_record(), updates=())
    term = Timeframe(phrase=phrase, date=EdtfDate(date))
    first = attrs.evolve(small.commitments[0], timeframe=term)
    others = tuple(each for each in small.statements if each.id != first.id)
    return attrs.evolve(small, statements=(first, *others))


@ROUGH
def test_a_note_an_annex_and_a_dossier_show_the_words(phrase: str, date: str) -> None:
    """On the first page, in the table, as expected date, and among what is due soon."""
    record = promised(phrase, date)
    note = briefing([record], as_of=AS_OF, language="nl")
    rows = grid(annex([record], as_of=AS_OF, language="nl"), "Nr.")
    whole = dossier([record], as_of=dt.date(2028, 1, 1), language="nl")

    assert f"termijn “{phrase}”" in " ".join(under(note, "Kern"))
    assert f"“{phrase}” (gerekend t/m 31-12-2027" in " ".join(
        text(each) for each in grid(note, "Nr.").rows[0]
    )
    assert f"“{phrase}” (gerekend t/m 31-12-2027" in " ".join(text(each) for each in rows.rows[0])
    assert f"De termijn luidt “{phrase}”; de einddatum is " in " ".join(
        text(runs) for block in whole.blocks for runs in runs_of(block)
    )


@ROUGH
def test_changes_page_and_dashboard_show_the_words(phrase: str, date: str) -> None:
    """Wherever the last day stands in a sentence, or ends a quarter."""
    record, after = promised(phrase, date), dt.date(2028, 1, 1)
    late = changes([record], since=AS_OF, as_of=after, language="nl")
    page = reading_page([record], as_of=after, language="nl")
    sheets = tracker([record], as_of=after, language="nl")
    said = f"“{phrase}” (gerekend t/m 31 december 2027"

    assert said in " ".join(text(runs) for block in late.blocks for runs in runs_of(block))
    assert said in str([list(each.entries) for each in page.records()])
    assert said in str([table.to_dicts() for table in sheets.sections])
    assert f"(“{phrase}”)" in str([table.to_dicts() for table in sheets.sections])
