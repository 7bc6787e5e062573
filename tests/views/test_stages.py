"""How pressing a commitment is, by what was said of it."""

import datetime as dt
from pathlib import Path

import attrs
import pytest

import ssrpolicy
from ssrpolicy import LocalText, PolicyRecord
from ssrpolicy.model import Update
from ssrpolicy.views import listing
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
    update = Update(statement=commitment.id, date=AS_OF, by="nl-bz", **said)  # type: ignore[arg-type]  # each row gives one field of an update by name
    changed = attrs.evolve(record, updates=(update,))

    assert stage_of(changed.progress(commitment.id, as_of=AS_OF)) is stage


def test_what_is_said_to_be_met_is_not_listed_as_overdue(fixtures: Path) -> None:
    """Its last day was reached; whether it was met is not shown, and it is not late for that."""
    invented = ssrpolicy.load(fixtures / "records" / "lagemeer-2031-7")
    as_of, since = dt.date(2034, 4, 15), dt.date(2031, 1, 1)
    found = listing(invented, "changes", as_of=as_of, since=since)
    reached = found.with_columns(["id", "change"]).table.rows

    assert ("lagemeer-2031-7#cost-overview", "Einddatum bereikt") in reached
    assert ("lagemeer-2031-7#port-inspection", "Termijn verstreken") in reached
    assert ("lagemeer-2031-7#cost-overview", "Termijn verstreken") not in reached
