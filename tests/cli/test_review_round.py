"""Where a review goes on: what is left open comes back, and is accepted by no list."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

import ssrpolicy
from draftable import ANSWERS, BY, proposals

Run = Callable[..., Result]


def screens(printed: str) -> list[str]:
    """The numbers of the proposals that were shown, in their order."""
    heads = (line.partition("/") for line in printed.splitlines())
    return [head for head, slash, rest in heads if slash and head.isdecimal() and "  " in rest]


@pytest.mark.parametrize(
    "typed, shown",
    [
        ("g\n4\na\nq\n", "1 4 1"),
        ("g\n2\nl\n1\ns\ns\nq\n", "1 2 3 4 1"),
        ("g\n3\ns\ns\ns\ns\n", "1 3 4 1 2"),
        ("s\ns\nb\ns\ns\ns\n", "1 2 3 2 3 4"),
        ("s\ns\ng\n1\ns\na\ns\ns\n", "1 2 3 1 2 3 4"),
    ],
)
def test_a_review_goes_round_to_what_nobody_saw(
    run: Run, folder: Path, typed: str, shown: str
) -> None:
    """After the last the first that is open follows; what was skipped is not shown again."""
    done = run("review", folder, *BY, "--kind", "commitment", typed=typed)

    assert done.exit_code == 0, done.output
    assert " ".join(screens(done.stdout)) == shown


@pytest.mark.parametrize(
    "left, kept",
    [("l\n2\n", [2]), ("l\nn\n", [1, 2, 5]), ("s\ns\n", [1, 2]), ("l\n2\ns\nu\n", [2])],
)
def test_no_list_accepts_what_was_left_open(
    run: Run, drafted: Callable[[str], Path], left: str, kept: list[int]
) -> None:
    """An answer whose question stays open is kept back and named; its own key accepts both."""
    folder = drafted(ANSWERS)
    asked = ("review", folder, *BY, "--kind", "request", "--kind", "disposition")
    done = run(*asked, typed=f"{left}g\n3\nl\ny\nq\n")

    assert done.exit_code == 0, done.output
    answers = [{1: 3, 2: 4, 5: 6}[number] for number in kept]
    assert f"{', '.join(map(str, answers))} {'is' if len(kept) == 1 else 'are'} not in" in " ".join(
        done.stdout.split()
    )
    assert len(ssrpolicy.load(folder).dispositions) == 3 - len(kept)
    assert len(proposals(folder, "request")) == len(kept)
    assert run(*asked, typed="a\n" * 9).exit_code == 0
    assert proposals(folder, "disposition") == []
