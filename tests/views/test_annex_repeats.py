"""A commitment in a budget annex that repeats one which is outside the selection."""

import datetime as dt

import attrs
import pytest

from ssrpolicy import ClaimedStatus, PolicyRecord, Update
from ssrpolicy.selection import Selection, choose
from ssrpolicy.views import Grid, annex

DAY = dt.date(2034, 4, 15)
LATER = Selection(promised_since=dt.date(2031, 9, 1))


def state(record: PolicyRecord, selection: Selection | None) -> str:
    """What the annex says of the commitment that repeats another."""
    chosen = None if selection is None else choose(record, selection, as_of=DAY)
    note = annex(record, as_of=DAY, language="nl", selection=chosen)
    (found,) = (
        cells[-1]
        for block in note.blocks
        if isinstance(block, Grid)
        for id, cells in zip(block.ids, block.rows, strict=True)
        if id.endswith("#yearly-report-stands")
    )
    return "".join(run.text for run in found)


IN_PROGRESS = Update(
    statement="yearly-report",
    date=dt.date(2032, 1, 5),
    by="lm-kustwacht",
    claimed=ClaimedStatus.IN_PROGRESS,
)


@pytest.mark.parametrize(
    "more, said",
    [
        ((), " [In te vullen: stand van zaken]"),
        ((IN_PROGRESS,), " In uitvoering volgens het ministerie van Kustwacht"),
    ],
)
def test_what_repeats_a_commitment_outside_the_selection_says_how_that_stands(
    invented: PolicyRecord, more: tuple[Update, ...], said: str
) -> None:
    """Its row would say it; without one it is said here, or is to be filled in."""
    updates = tuple(each for each in invented.updates if each.statement != "yearly-report")
    record = attrs.evolve(invented, updates=(*updates, *more))

    lead = "Herhaling van een toezegging in de brief van 12 maart 2031 (VERZONNEN-2031-7)."
    assert state(record, LATER).startswith(lead + said)
    assert state(record, None).startswith("Herhaling van nr. ")
