"""Calls of Python that merge a tracker or decide about proposals, with wrong arguments."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest
from plugins.excel.tests.reviewing.sheets import DAY, Sheet

import ssrpolicy
from tables import each_case

pytestmark = pytest.mark.heavy

A, DATE = cast("Any", ssrpolicy), dt.date.fromisoformat(DAY)


def _applied(book: Path, record: Path, **given: Any) -> object:
    return A.plan_review(book, record).apply(**given)


def _accepted(record: Path, proposals: Any, **given: Any) -> object:
    return A.accept(record, proposals, **{"by": "x", "date": DATE, **given})


def _merged(record: Path, **given: Any) -> object:
    tracker = record.parent / "tracker.xlsx"
    if not tracker.exists():
        A.report(A.load(record), "excel", tracker, as_of=DATE)
    return A.plan_merge(tracker, record, **{"by": "x", "date": DATE, **given})


# What is called with the workbook, the record and its proposals; the error, and its words.
WRONG: dict[str, tuple[Callable[..., object], type[Exception], str]] = {
    "changes of two": (
        lambda _, r, p: _accepted(r, p[:2], firmness="firm"),
        ValueError,
        "Changes are for one proposal, and 2 are given.",
    ),
    "who accepts": (lambda _, r, p: _accepted(r, p[0], by=3), TypeError, "by is 3"),
    "nobody accepts": (lambda _, r, p: _accepted(r, p[0], by=""), ValueError, "by is empty"),
    "when": (lambda _, r, p: _accepted(r, p[0], date=DAY), TypeError, "date is"),
    "a proposal": (lambda _, r, __: _accepted(r, 3), TypeError, "3 is not a proposal"),
    "who reviewed": (lambda b, r, _: _applied(b, r, by=3, date=DATE), TypeError, "by is 3"),
    "what is reported": (
        lambda _, r, p: A.report(A.load(r), "excel-review", "r.xlsx", as_of=DATE, drafts=p),
        TypeError,
        "drafts holds <Proposal",
    ),
    "no such workbook": (
        lambda _, r, __: A.plan_review("nosuch.xlsx", r),
        ssrpolicy.InputError,
        "nosuch.xlsx does not exist",
    ),
    "who merges": (lambda _, r, __: _merged(r, by=3), TypeError, "is 3, not a text"),
    "nobody merges": (lambda _, r, __: _merged(r, by=""), ValueError, "is empty"),
    "when merged": (lambda _, r, __: _merged(r, date=DAY), TypeError, "date is"),
    "which side": (lambda _, r, __: _merged(r, take="recrd"), ValueError, "'recrd' is not a val"),
    "a side by number": (
        lambda _, r, __: _merged(r, take=3),
        TypeError,
        "3 is not a value of take",
    ),
    "when reviewed": (lambda b, r, _: _applied(b, r, by="x", date=DAY), TypeError, "date is"),
}


@each_case("what", WRONG)
def test_decisions_that_are_given_wrongly_are_refused_as_arguments(
    what: str, drafted: Path, workbook: Path
) -> None:
    """A wrong type is a TypeError and a wrong value a ValueError, as everywhere."""
    call, kind, words = WRONG[what]
    proposals = ssrpolicy.draft(drafted).proposals
    with pytest.raises(kind, match=words) as refused:
        call(workbook, drafted, proposals)

    assert isinstance(refused.value, ssrpolicy.SsrPolicyError)


def test_python_reports_the_draft_that_it_made(drafted: Path, tmp_path: Path) -> None:
    """The workbook has a row for each proposal, as that of the command has."""
    draft, file = ssrpolicy.draft(drafted), tmp_path / "python.xlsx"

    ssrpolicy.report(ssrpolicy.load(drafted), "excel-review", file, as_of=DATE, drafts=[draft])

    commitments = [each for each in draft.proposals if each.kind == "commitment"]
    assert len(Sheet(file).rows("Toezegging")) == len(commitments) > 1
