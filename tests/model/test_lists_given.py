"""Lists that stand where a tuple is kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from ssrpolicy import SsrPolicyError
from ssrpolicy.model import Draft, Dropped
from ssrpolicy.reporting import Decisions, Edits, Registry, Report, baseline
from ssrpolicy.testing import small_record
from tables import each_case

DROPPED = Dropped(
    drafter="cues", rule="promise", kind="commitment", reason="It was promised before."
)
BASELINE = baseline(Report(records=small_record(), as_of=dt.date(2034, 1, 1)))


def draft(values: Any) -> Any:
    """What is kept of drafts."""
    return Draft(record="letter", sources={}, dropped=values).dropped


def edits(values: Any) -> Any:
    """What is kept of edits."""
    return Edits(baseline=BASELINE, cells=values).cells


def decisions(values: Any) -> Any:
    """What is kept of decisions."""
    return Decisions(record="letter", decided=values).decided


def plugins(values: Any) -> Any:
    """What is kept of plugins."""
    return Registry(plugins=values).plugins


@each_case("kept", [draft, edits, decisions, plugins])
def test_a_list_is_kept_as_a_tuple(kept: Callable[[Any], Any]) -> None:
    """What is wrong is the thing in it that does not belong, and that is named."""
    assert kept([]) == ()
    assert kept(iter(())) == ()
    wrong: Any
    for wrong in ([3], (3,), {3}):
        with pytest.raises(SsrPolicyError, match=r"holds 3, where \w+\(\.\.\.\) belongs"):
            kept(wrong)
    for wrong in ("words", 3):
        with pytest.raises(SsrPolicyError, match=r"where \(\w+\(\.\.\.\),\) belongs"):
            kept(wrong)


def test_the_values_of_a_list_are_kept() -> None:
    """In their order."""
    assert draft([DROPPED, DROPPED]) == (DROPPED, DROPPED)
