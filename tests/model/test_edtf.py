"""Dates as exact as the source states them."""

import datetime as dt

import pytest

from ssrpolicy.model import EdtfDate
from tables import each_case


@each_case(
    "text, first, last",
    [
        ("2011", "2011-01-01", "2011-12-31"),
        ("2011-06", "2011-06-01", "2011-06-30"),
        ("2012-02", "2012-02-01", "2012-02-29"),
        ("2011-06-30", "2011-06-30", "2011-06-30"),
        ("2011-23", "2011-09-01", "2011-11-30"),
        ("2011-24", "2011-12-01", "2012-02-29"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("2011-XX", "2011-01-01", "2011-12-31"),
        ("2011-06-XX", "2011-06-01", "2011-06-30"),
        ("2011/2014", "2011-01-01", "2014-12-31"),
        ("2011-06/2011-08", "2011-06-01", "2011-08-31"),
    ],
)
def test_a_date_is_bounded_by_its_first_and_last_day(text: str, first: str, last: str) -> None:
    """A year, a month, a season and an interval each have a first and a last day."""
    date = EdtfDate(text)
    assert date.first_day == dt.date.fromisoformat(first)
    assert date.last_day == dt.date.fromisoformat(last)


@each_case("text", ["2011/..", "2011/", "2011-06-30/.."])
def test_an_open_interval_has_no_last_day(text: str) -> None:
    """What has no end is never due."""
    assert EdtfDate(text).last_day is None


@each_case("text", ["2011?", "2011-06~", "2011%", "201X", "2011/2014~"])
def test_what_is_not_exact_is_marked_approximate(text: str) -> None:
    """Uncertain, approximate and unspecified dates are marked."""
    assert EdtfDate(text).approximate


@each_case(
    "text",
    [
        "",
        "juni 2011",
        "2011-13",
        "2011-02-29",
        "2011-00",
        "11-06-2011",
        "2011-6",
        "2012/2011",
        "/",
        "../..",
        "2011-21-01",
        "0000",
        "20110630",
        "2011-06-30T10:00",
        "201X-06",
        "2011-XX-01",
        "\u0662\u0660\u0661\u0661",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    """A date that does not exist is refused with what would work."""
    with pytest.raises(ValueError, match=r"EDTF|month|year|day|season|interval|before"):
        EdtfDate(text)
