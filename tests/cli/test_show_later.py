"""`ssrpolicy show` marks what is of a day after the one that is asked."""

from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Run = Callable[..., Result]


def test_what_is_of_a_later_paper_is_marked(run: Run, lagemeer: Path) -> None:
    """A record is shown whole: what does not count on the day says so, and has no status yet."""
    shown = run("show", lagemeer, "--as-of", "2031-05-01", "--language", "en").stdout
    assert "Sources (13, of which 8 after that day)" in shown
    assert "lagemeer-2031-7: Commitments (18, of which 6 after that day)" in shown
    lines = shown.splitlines()
    (at,) = (n for n, line in enumerate(lines) if line.startswith(" trainers-later "))
    assert lines[at].split() == ["trainers-later", "–", "–", "–"]
    assert "(after that day)" in " ".join(lines[at : at + 5])
    at = next(n for n, line in enumerate(lines) if line.startswith(" curriculum "))
    assert "(after that day)" not in " ".join(lines[at : at + 4])


def test_a_record_without_later_papers_has_no_marks(run: Run, lagemeer: Path) -> None:
    """Nothing is said of a day that changes nothing."""
    assert (
        "that day" not in run("show", lagemeer, "--as-of", "2033-12-31", "--language", "en").stdout
    )


def test_a_later_statement_is_marked_where_it_is_shown_alone(run: Run, lagemeer: Path) -> None:
    """In its first line, as its updates are."""
    shown = run(
        "show", lagemeer, "trainers-later", "--as-of", "2031-05-01", "--language", "en"
    ).stdout
    assert "lagemeer-2031-7#trainers-later (commitment, after that day)" in shown


def test_a_letter_of_a_later_day_is_remarked(run: Run, letter: Path) -> None:
    """As a list of records does."""
    result = run("show", letter, "--as-of", "2010-01-01", "--language", "en")
    assert "The letter of kst-32123-X-124 is of a day after 1 January 2010" in result.stderr
