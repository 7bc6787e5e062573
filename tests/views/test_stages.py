"""How pressing a commitment is, by what was said of it."""

import datetime as dt

import attrs
import pytest

from ssrpolicy import LocalText, PolicyRecord
from ssrpolicy.model import Update
from ssrpolicy.views.workbook.stages import Stage, stage_of

AS_OF = dt.date(2010, 6, 1)


@pytest.mark.parametrize(
    "said, stage",
    [
        ({"note": LocalText(nl="Navraag gedaan.")}, Stage.SILENT),
        ({"owners": ("nl-defensie",)}, Stage.SILENT),
        ({"claimed": "in_progress"}, Stage.REPORTED),
        ({"evidence": "none_found"}, Stage.REPORTED),
    ],
)
def test_a_note_or_a_new_owner_reports_nothing(
    record: PolicyRecord, said: dict[str, object], stage: Stage
) -> None:
    """What became of a commitment is as unknown as it was."""
    commitment = next(
        each
        for each in record.commitments
        if stage_of(record.progress(each.id, as_of=AS_OF)) is Stage.SILENT
    )
    update = Update(statement=commitment.id, date=AS_OF, by="nl-bz", **said)  # type: ignore[arg-type]  # one of its fields
    changed = attrs.evolve(record, updates=(update,))

    assert stage_of(changed.progress(commitment.id, as_of=AS_OF)) is stage
