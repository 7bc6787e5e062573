"""A no-break space that is typed or pasted back is a space: reports print some."""

import datetime as dt
from pathlib import Path

import pytest

from ssrpolicy import LocalText, PolicyRecord
from ssrpolicy.merging import EditOutcome, Plan, RecordFile, plan_edits
from ssrpolicy.model import EditPart
from ssrpolicy.reporting import EditedCell, Edits, Report, baseline
from ssrpolicy.testing import small_record
from ssrpolicy.views import unbroken

DAY = dt.date(2034, 4, 15)
NOTE = "Zie Kamerstukken II 2009/10, 32123-X, nr. 124, blz. 3: € 5 mln."


@pytest.fixture(scope="module")
def record() -> PolicyRecord:
    """The small record with a note that cites a paper."""
    small = small_record()
    first = small.commitments[0].id
    return small.with_update(first, date=DAY, by="Jan", note=LocalText(nl=NOTE))


def planned(record: PolicyRecord, part: EditPart, value: str) -> Plan:
    """The plan of a merge of one cell of the first commitment."""
    item = record.full_id(record.commitments[0].id)
    given = baseline(Report(records=(record,), as_of=DAY, language="nl"))
    cell = EditedCell(item=item, part=part, value=value, place="A1")
    return plan_edits(
        Edits(baseline=given, cells=(cell,)),
        [RecordFile(record=record, file=Path("record.toml"))],
        tracker="tracker",
        date=DAY,
        by="Jan",
        judged_by=(),
    )


def test_a_note_as_a_report_prints_it_is_not_an_edit(record: PolicyRecord) -> None:
    """It was copied from a page, and says what it said."""
    printed = unbroken(NOTE)
    assert printed != NOTE
    plan = planned(record, EditPart.NOTE, printed)
    assert plan.refusals == ()
    assert [edit for edit in plan.edits if edit.outcome is EditOutcome.CHANGE] == []


@pytest.mark.parametrize(
    "part, value",
    [
        (EditPart.OWNERS, "Ministerie van Defensie"),
        (EditPart.CLAIMED, "In uitvoering"),
        (EditPart.DUE, "1 juni 2035"),
        (EditPart.TERM, "uiterlijk op 1 juni 2035"),
    ],
)
def test_other_cells_take_it_as_a_space(record: PolicyRecord, part: EditPart, value: str) -> None:
    """Names, statuses, days and words of terms."""
    plain, pasted = (planned(record, part, text) for text in (value, value.replace(" ", "\u00a0")))
    assert plain.refusals == pasted.refusals == ()
    for one, other in zip(plain.edits, pasted.edits, strict=True):
        assert one.outcome is other.outcome
        if part is not EditPart.TERM:
            assert one.entered == other.entered
