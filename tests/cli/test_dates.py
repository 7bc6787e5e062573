"""Days and terms are typed as people write them, and come out as days and in EDTF."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from ssrpolicy import codec

Run = Callable[..., Result]

AU = ("--statement", "african-union", "--by", "nl-bz")


@pytest.mark.parametrize(
    "typed, date",
    [
        ("2011-Q3", "2011-07/2011-09"),
        ("derde kwartaal 2011", "2011-07/2011-09"),
        ("eerste helft van 2011", "2011-01/2011-06"),
        ("30-11-2011", "2011-11-30"),
        ("2011-22", "2011-22"),
    ],
)
def test_the_date_of_a_term_is_typed_in_words_or_in_edtf(
    run: Run, letter_copy: Path, typed: str, date: str
) -> None:
    """A quarter, a half and a day come out as their interval or day."""
    term = ("--term", typed, "--term-date", typed)
    added = run("add", "update", letter_copy, *AU, "--date", "30-11-2010", *term)

    assert added.exit_code == 0, added.output
    update = codec.read(letter_copy).records[0].updates[-1]
    assert update.date == dt.date(2010, 11, 30)
    assert update.timeframe is not None
    assert str(update.timeframe.date) == date


@pytest.mark.parametrize(
    "words, said",
    [
        (("--date", "30-02-2011", "--note", "x"), "is not a day of the calendar"),
        (("--date", "31/2/2011", "--note", "x"), "is not a day of the calendar"),
        (("--date", "31 februari 2011", "--note", "x"), "is not a day of the calendar"),
        (("--date", "gisteren", "--note", "x"), "such as 2010-12-31 or 31-12-2010"),
        (("--date", "2011-02-30", "--note", "x"), "is not a day of the calendar"),
        (("--date", "2011-02-03", "--term", "ooit", "--term-date", "ooit"), "2011-Q3"),
        (
            ("--date", "2011-02-03", "--term", "x", "--term-date", "2019-02-30"),
            "'2019-02-30' is not a day of the calendar",
        ),
        (("--term", "x", "--term-date", "vóór de zomer 2011"), "does not say what its last day is"),
        (("--claimed", "on hold"), "may be any of: open, in_progress, not_pursued"),
        (("--claimed", "niet uitgevoerd"), "is not known here. One of: unknown, open,"),
    ],
)
def test_what_is_not_a_day_is_refused_with_what_would_work(
    run: Run, letter_copy: Path, words: tuple[str, ...], said: str
) -> None:
    """The refusal names the ways to write a day and a term."""
    refused = run("add", "update", letter_copy, *AU, *words)

    assert refused.exit_code == 2
    assert said in " ".join(refused.output.split())


@pytest.mark.parametrize(
    "typed, said",
    [
        ("3-11-2010", "3-11-2010 is read as 3 November 2010."),
        ("03/11/2010", "03/11/2010 is read as 3 November 2010."),
        ("30-11-2010", ""),
        ("11-11-2010", ""),
        ("2010-11-03", ""),
        ("3 november 2010", ""),
    ],
)
def test_numbers_that_may_be_another_day_are_said_to_be_read_so(
    run: Run, letter_copy: Path, typed: str, said: str
) -> None:
    """Day comes before month, as in a tracker; whoever meant another day reads it at once."""
    added = run("add", "update", letter_copy, *AU, "--date", typed, "--note", "x")

    assert (added.exit_code, added.stderr.strip()) == (0, said)
    assert codec.read(letter_copy).records[0].updates[-1].date.month == 11


def test_the_date_of_a_term_is_read_by_the_same_rule(run: Run, letter_copy: Path) -> None:
    """In numbers, day before month."""
    term = ("--term", "begin april", "--term-date", "5-4-2011")
    added = run("add", "update", letter_copy, *AU, "--date", "2011-01-01", *term)

    assert "5-4-2011 is read as 5 April 2011." in added.stderr
    update = codec.read(letter_copy).records[0].updates[-1]
    assert update.timeframe is not None
    assert str(update.timeframe.date) == "2011-04-05"
