"""``ssrpolicy review`` at a real terminal: keys typed ahead, its ends, and narrow ones."""

from pathlib import Path

import pytest

import ssrpolicy
from cli.conftest import AtTerminal
from draftable import BY

NARROW = 60

pytestmark = [pytest.mark.heavy, pytest.mark.usefixtures("proposals")]


def test_enter_after_a_key_is_passed_over(at_terminal: AtTerminal, folder: Path) -> None:
    """Keys that are typed ahead count, and an arrow is one."""
    asked = ["review", folder, *BY, "--kind", "commitment"]
    code, seen = at_terminal(asked, ["a\r", "\r\x1b[Af4a\rq"])

    assert seen.count("Press one of the keys") == 1
    assert "not in the list" not in seen
    assert [each.firmness for each in ssrpolicy.load(folder).commitments][1:] == ["exploratory"]
    assert code == 0, seen
    assert "Decided: 2. Left: 2." in seen


def test_what_is_typed_after_a_refused_number_decides_nothing(
    at_terminal: AtTerminal, folder: Path
) -> None:
    """The name of somebody, typed for a question that was not asked, accepts no proposal."""
    asked = ["review", folder, *BY, "--kind", "commitment"]
    code, seen = at_terminal(asked, ["o", "9Jan Klaassen\r", "q"])

    assert code == 0, seen
    assert "9 is not in the list" in seen
    assert "Decided: 0. Left: 4." in seen


def test_ctrl_c_in_a_review_sums_up_what_was_decided(at_terminal: AtTerminal, folder: Path) -> None:
    """What was accepted stays."""
    code, seen = at_terminal(["review", folder, *BY, "--kind", "commitment"], ["a", "\x03"])

    assert len(ssrpolicy.load(folder).commitments) == 1
    assert code == 130, seen
    assert "Decided: 1. Left: 3." in seen
    assert seen.endswith("Stopped.\n")


def test_the_end_of_the_input_at_a_terminal_sums_up(at_terminal: AtTerminal, folder: Path) -> None:
    """Ctrl-D at the question for a key ends the review as it does in a script."""
    code, seen = at_terminal(["review", folder, *BY, "--kind", "commitment"], ["\x04"])

    assert code == 0, seen
    assert "Decided: 0. Left: 4." in seen


def test_a_review_fits_a_narrow_terminal(at_terminal: AtTerminal, folder: Path) -> None:
    """No line is broken by the terminal, and one that has no colours gets none."""
    review = ["review", folder, *BY, "--kind", "commitment"]
    code, seen = at_terminal(review, ["z", "f", "1", "?", "q"], columns=NARROW)

    assert code == 0, seen
    assert max(len(line) for line in seen.splitlines() if str(folder) not in line) <= NARROW
    assert max(map(len, seen.splitlines())) > NARROW - 10
    assert "\x1b" not in seen
