"""Words of a term that only say the course are not told a second time."""

import datetime as dt

import attrs
import pytest

from ssrpolicy import Commitment, Course, PolicyRecord, Timeframe
from ssrpolicy.model import Language
from ssrpolicy.testing import small_record
from ssrpolicy.views import Grid, Note, annex, briefing

AS_OF = dt.date(2011, 4, 1)


def going_on(phrase: str) -> PolicyRecord:
    """The small record with a commitment that goes on, in these words."""
    small = small_record()
    first = small.commitments[0]
    goes_on = attrs.evolve(first, course=Course.CONTINUOUS, timeframe=Timeframe(phrase=phrase))
    others = [each for each in small.statements if each.id != first.id]
    updates = [each for each in small.updates if each.timeframe is None]
    return attrs.evolve(small, statements=(goes_on, *others), updates=tuple(updates))


def cells(note: Note, commitment: Commitment) -> list[str]:
    """The cells of the row of a commitment."""
    (found,) = (
        row
        for block in note.blocks
        if isinstance(block, Grid)
        for id, row in zip(block.ids, block.rows, strict=True)
        if id == f"small#{commitment.id}"
    )
    return ["".join(run.text for run in cell) for cell in found]


@pytest.mark.parametrize("language, word", [("nl", "Doorlopend"), ("en", "Continuous")])
def test_the_annex_says_once_that_it_goes_on(language: Language, word: str) -> None:
    """As where no words of the source say it."""
    record = going_on("doorlopend")
    assert word in cells(annex([record], as_of=AS_OF, language=language), record.commitments[0])


@pytest.mark.parametrize("phrase, told", [("doorlopend", 0), ("waar mogelijk", 1)])
def test_the_decision_note_says_once_that_it_goes_on(phrase: str, told: int) -> None:
    """Other words of the source are quoted."""
    record = going_on(phrase)
    row = cells(briefing([record], as_of=AS_OF, language="nl"), record.commitments[0])
    assert "\n".join(row).count(f"“{phrase}”") == told
    assert any("doorlopend." in cell for cell in row)
