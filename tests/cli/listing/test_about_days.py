"""A day that a term gives only by approximation is marked in a list."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import ssrpolicy
from cli.conftest import Run

TERM = ("--statement", "african-union", "--by", "nl-bz", "--date", "2011-05-01")


@pytest.mark.parametrize("kind", ["commitments", "statements"])
@pytest.mark.parametrize("date, shown", [("begin 2031", "±2031-"), ("2031", "2031-12-31")])
def test_a_day_by_approximation_is_marked(
    run: Run, letter_copy: Path, kind: str, date: str, shown: str
) -> None:
    """Print says it; JSON has the day, as everywhere."""
    run("add", "update", letter_copy, *TERM, "--term", "nieuw", "--term-date", date)
    asked = ("list", kind, letter_copy, "--as-of", "2012-01-01")

    printed = run(*asked, "--fields", "id,due").stdout
    rows = json.loads(run(*asked, "--format", "json").stdout)["rows"]

    line = next(line for line in printed.splitlines() if "african-union" in line)
    assert (shown in line, "±" in line) == (True, shown.startswith("±"))
    due = next(row["due"] for row in rows if row["id"].endswith("#african-union"))
    assert due.startswith("2031-")


def test_the_next_day_of_a_motion_is_marked(run: Run, copied_record: Callable[[str], Path]) -> None:
    """It is that of the commitment that answers it and is due first."""
    folder = copied_record("kst-32123-X-124")
    for each in ssrpolicy.load(folder).commitments:
        term = ("--statement", each.id, *TERM[2:], "--term", "nieuw", "--term-date", "begin 2031")
        assert run("add", "update", folder, *term).exit_code == 0
    asked = ("list", "motions", folder, "--as-of", "2012-01-01", "--fields", "id,next_due")

    assert "±2031-" in run(*asked).stdout
