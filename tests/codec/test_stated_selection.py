"""What a JSON report says it selected is compared with what that selection gives."""

import datetime as dt
import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

import ssrpolicy
from ssrpolicy import PolicyRecord
from ssrpolicy.reporting import run_report
from ssrpolicy.selection import Selection

pytestmark = pytest.mark.heavy

DAY = dt.date(2041, 6, 1)
SELECTIONS = (
    Selection(owners="nl-bz"),
    Selection(kinds="commitment", schedules=("overdue", "undated")),
    Selection(due_within=400),
    Selection(words="wachtrijen"),
    Selection(updated_since=dt.date(2031, 6, 1)),
    Selection(document_kinds="letter"),
)


@pytest.fixture(scope="module")
def records(fixtures: Path) -> tuple[PolicyRecord, ...]:
    """The records of the project, read once."""
    return ssrpolicy.load_all(fixtures / "records")


def reported(
    records: PolicyRecord | Sequence[PolicyRecord], selection: Selection, notes: str = "yes"
) -> Any:
    """A JSON report of a selection, as data."""
    out = io.BytesIO()
    run_report(records, "json", out, as_of=DAY, selection=selection, options={"internal": notes})
    return json.loads(out.getvalue())


def differing(data: Any, folder: Path) -> list[str]:
    """What a check says of data in a file: where something differs."""
    file = folder / "record.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    return [
        each.message
        for each in ssrpolicy.check(file)
        if each.code == "derived-differs" and "selection" in each.message
    ]


@pytest.mark.parametrize("selection", SELECTIONS, ids=str)
@pytest.mark.parametrize("notes", ["yes", "no"])
def test_a_report_is_what_its_selection_gives(
    records: tuple[PolicyRecord, ...], tmp_path: Path, selection: Selection, notes: str
) -> None:
    """Of several records together, with and without internal notes."""
    assert differing(reported(records, selection, notes), tmp_path) == []


@pytest.mark.parametrize(
    "selection",
    # A selection of one record is made by the same code as one of several.
    [SELECTIONS[0], *(pytest.param(each, marks=pytest.mark.slow) for each in SELECTIONS[1:])],
    ids=str,
)
@pytest.mark.parametrize("notes", ["yes", "no"])
def test_a_report_of_one_record_is_what_its_selection_gives(
    records: tuple[PolicyRecord, ...], tmp_path: Path, selection: Selection, notes: str
) -> None:
    """Of each record alone, with and without internal notes."""
    for each in records:
        assert differing(reported(each, selection, notes), tmp_path) == []


@pytest.mark.parametrize(
    "every",
    # Each of dozens is looked at by the same code; every eighth is of each kind that there is.
    [8, pytest.param(1, marks=pytest.mark.slow)],
)
def test_an_entry_taken_out_of_what_is_selected_or_put_in_is_told(
    records: tuple[PolicyRecord, ...], tmp_path: Path, every: int
) -> None:
    """Whichever it is, as long as the record itself tells."""
    letter = next(each for each in records if each.id == "kst-32123-X-124")
    data = reported(letter, Selection(owners="nl-bz"))
    of_selection = data["derived"]["selection"]
    chosen = of_selection["chosen"]
    motions = {each.id for each in letter.documents if each.kind == "motion"}
    outside = [each.id for each in letter if each.id not in {*chosen, *motions}]
    changed = [
        *([each for each in chosen if each != out] for out in chosen),
        *([each.id for each in letter if each.id in {*chosen, more}] for more in outside),
    ]
    assert outside
    assert len(changed) > len(outside)

    for each in changed[::every]:
        of_selection["chosen"] = each
        assert differing(data, tmp_path), each
