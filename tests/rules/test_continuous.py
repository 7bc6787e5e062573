"""A continuous commitment has no end that a date could give."""

from collections.abc import Callable
from typing import TypeAlias

import pytest

from ssrpolicy.model import (
    Commitment,
    Course,
    Document,
    DocumentKind,
    EdtfDate,
    Finding,
    PolicyRecord,
    Timeframe,
)

Records: TypeAlias = Callable[..., PolicyRecord]
Commitments: TypeAlias = Callable[..., Commitment]
Found: TypeAlias = Callable[[PolicyRecord], list[str]]
Only: TypeAlias = Callable[[PolicyRecord, str], Finding]


@pytest.mark.parametrize(
    "date, opened",
    [("2012", "2012/.."), ("2012-05/2014", "2012-05/.."), ("2012~/2014", "2012~/..")],
)
def test_a_continuous_commitment_with_a_date_comes_with_a_date_that_can_be_written(
    record: Records, commitment: Commitments, only: Only, *, date: str, opened: str
) -> None:
    """The hint opens the interval at its end; it does not put a second one after it."""
    statement = commitment(timeframe=Timeframe(phrase="waar mogelijk", date=EdtfDate(date)))

    assert only(record(statements=(statement,)), "continuous-with-date").hint == (
        f'If it begins then, write date = "{opened}"; if it is done by then, it is not continuous.'
    )


def test_a_continuous_commitment_with_an_end_only_has_no_beginning_to_write(
    record: Records, commitment: Commitments, only: Only
) -> None:
    """An interval without a beginning is not a day from which something goes on."""
    statement = commitment(timeframe=Timeframe(phrase="waar mogelijk", date=EdtfDate("../2012")))

    assert only(record(statements=(statement,)), "continuous-with-date").hint == (
        "If it is done by then, it is not continuous; if it goes on, leave out the date."
    )


def test_an_open_interval_of_a_continuous_commitment_is_fine(
    record: Records, commitment: Commitments, found: Found
) -> None:
    """What goes on from a year on has a beginning and is never due."""
    words = "De Afrikaanse Unie wordt vanaf 2012 ondersteund."
    letter = Document(id="letter", kind=DocumentKind.LETTER, text=words)
    given = {
        "quotes": (words,),
        "cue": "ondersteund",
        "course": Course.CONTINUOUS,
        "timeframe": Timeframe(phrase="vanaf 2012", date=EdtfDate("2012/..")),
    }

    remarks = found(record(documents=(letter,), statements=(commitment(**given),)))
    assert remarks == ["source-without-date"]
