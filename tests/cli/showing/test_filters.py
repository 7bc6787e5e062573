"""`ssrpolicy show` with filters: what fits, and what nothing known has."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from cli.showing.shown import listed
from ssrpolicy.model import PolicyRecord, Statement

Run = Callable[..., Result]
Choose = Callable[[PolicyRecord], tuple[Statement, ...]]
AS_OF = dt.date(2033, 12, 31)
DAY = ("--as-of", "2033-12-31")


@pytest.mark.parametrize(
    "asked",
    [
        ("show", "RECORD", "nope"),
        ("show", "RECORD", "--owner", "nope"),
        ("list", "commitments", "RECORD", "--owner", "nope"),
        ("list", "commitments", "RECORD", "--sort", "nope"),
        ("search", "politie", "RECORD", "--owner", "nope"),
        ("report", "RECORD", "--to", "json", "--owner", "nope"),
    ],
)
def test_an_error_is_not_preceded_by_the_day(
    run: Run, lagemeer: Path, asked: tuple[str, ...]
) -> None:
    """What cannot be answered is not answered as of any day."""
    result = run(*(lagemeer if each == "RECORD" else each for each in asked))

    assert result.exit_code == 2
    assert result.stderr.startswith("Error: ")


@pytest.mark.parametrize(
    "options, choose",
    [
        (["--overdue"], lambda r: r.overdue(as_of=AS_OF)),
        (["--due-within", "200"], lambda r: r.due_within(200, as_of=AS_OF)),
        (
            ["--overdue", "--due-within", "200"],
            lambda r: (*r.overdue(as_of=AS_OF), *r.due_within(200, as_of=AS_OF)),
        ),
        (["--kind", "claim"], lambda r: r.claims),
        (["--place", "steenburg"], lambda r: r.in_place("steenburg")),
        (["--sector", "ports"], lambda r: r.in_sector("ports")),
        # Who owns it on the day asked for: the commitment on judges was transferred.
        (["--owner", "lm-rechtspraak"], lambda r: r.owned_by("lm-rechtspraak", as_of=AS_OF)),
        (
            ["--kind", "commitment", "--place", "bergovia"],
            lambda r: tuple(c for c in r.commitments if "bergovia" in c.places),
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_filter_leaves_what_fits(
    options: list[str], choose: Choose, run: Run, lagemeer: Path, record: PolicyRecord
) -> None:
    """Each filter leaves what fits; several must all fit, but overdue or due counts as either."""
    result = run("show", lagemeer, *options, *DAY)
    expected = sorted(statement.id for statement in choose(record))

    assert (result.exit_code, bool(expected)) == (0, True)
    assert listed(result, record) == expected


def test_nothing_that_fits_is_said(run: Run, lagemeer: Path, fixtures: Path) -> None:
    """A filter that nothing fits is not an error."""
    one = run("show", lagemeer, "--owner", "nl-lnv", *DAY, "--language", "en")
    all_records = run("show", fixtures / "records", "--owner", "nl-lnv", *DAY)

    assert (one.exit_code, one.stdout) == (0, "Nothing in the record matches.\n")
    assert all_records.stdout == "Niets in de dossiers voldoet daaraan.\n"


@pytest.mark.parametrize(
    "options, told",
    [
        (["--owner", "nl-bzz"], "Did you mean nl-bz"),
        (["--owner", "lm-rechtspraa"], "Did you mean lm-rechtspraak"),
        (["--place", "Afganistan"], "Did you mean AFG?"),
        (["--sector", "polise"], "Did you mean police"),
        (["--owner", "qqqqqqqq"], "--owner 'qqqqqqqq' is in no code list and in no record."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_filter_that_nothing_known_has_is_refused(
    options: list[str], told: str, run: Run, lagemeer: Path
) -> None:
    """A misspelt id is not taken for one without entries; the nearest are told."""
    result = run("show", lagemeer, *options, *DAY)

    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr


def test_a_filter_and_an_entry_do_not_go_together(run: Run, lagemeer: Path) -> None:
    """One entry is asked for, or a selection."""
    assert run("show", lagemeer, "advisers", "--overdue", *DAY).exit_code == 2
