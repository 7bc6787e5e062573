"""What was recorded since the tracker was made is not recorded again, and clashes."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

from click.testing import Result

import ssrpolicy
from ssrpolicy import EditOutcome

Edit = Callable[..., Path]
Run = Callable[..., Result]
Says = Callable[..., None]
DAY = dt.date(2011, 3, 1)
BY: dict[str, Any] = {"date": DAY, "by": "Jan"}


def test_the_same_merge_again_applies_nothing(edit: Edit, folder: Path, record_toml: Path) -> None:
    """What the record has is reported as that, on whatever day the merge is made again."""
    tracker = edit(claimed="Voldaan", note="Klaar.", term="na de zomer")
    ssrpolicy.plan_merge(tracker, folder, **BY).apply()
    once = record_toml.read_bytes()

    for date in (dt.date(2010, 12, 1), DAY, dt.date(2012, 1, 1)):
        plan = ssrpolicy.plan_merge(tracker, folder, date=date, by="Piet")
        assert (plan.changes, plan.clashes, len(plan.already_there)) == ((), (), 3)
        plan.apply()
    assert record_toml.read_bytes() == once


def test_a_status_put_back_is_not_an_edit_though_the_record_moved_on(
    edit: Edit, folder: Path, record_says: Says
) -> None:
    """What the tracker showed, in whatever words, says nothing against what was recorded since."""
    tracker = edit(claimed="Unknown")
    record_says(claimed="fulfilled")

    assert ssrpolicy.plan_merge(tracker, folder, **BY).edits == ()


def test_what_was_recorded_since_and_overtaken_is_not_recorded_again(
    edit: Edit, folder: Path, record_says: Says
) -> None:
    """A workbook in long use does not restore what its last merge recorded."""
    tracker = edit(claimed="In uitvoering")
    ssrpolicy.plan_merge(tracker, folder, **BY).apply()
    record_says(claimed="fulfilled")

    (done,) = ssrpolicy.plan_merge(tracker, folder, **BY).edits

    assert done.outcome is EditOutcome.OVERTAKEN


def test_a_merge_made_again_with_an_earlier_date_finds_it_recorded(
    edit: Edit, folder: Path, run: Run
) -> None:
    """Whatever day the second is given: what was entered is in the record, and governs."""
    tracker = edit(claimed="Voldaan")
    ssrpolicy.plan_merge(tracker, folder, date=dt.date(2011, 3, 1), by="Jan").apply()

    plan = ssrpolicy.plan_merge(tracker, folder, date=dt.date(2011, 1, 1), by="Jan")

    assert [edit.outcome for edit in plan.edits] == [EditOutcome.RECORDED]
    printed = run("merge", tracker, folder, "--by", "Jan", "--date", "2011-01-01").stdout
    assert "In the records already:" in printed
    assert printed.endswith("the records already say what the tracker does.\n")


def test_what_somebody_said_on_a_later_day_clashes_with_an_earlier_date(
    edit: Edit, folder: Path, record_says: Says
) -> None:
    """An update of the earlier day would not show."""
    tracker = edit(claimed="Voldaan")
    record_says(claimed="open", date=dt.date(2011, 3, 1))

    plan = ssrpolicy.plan_merge(tracker, folder, date=dt.date(2011, 1, 1), by="Jan")

    assert [edit.outcome for edit in plan.edits] == [EditOutcome.CLASH]
