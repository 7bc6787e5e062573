"""An answer that a person corrects to promised: ``review`` asks which commitment carries it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

import ssrpolicy
from draftable import ANSWERS, BY, proposals

Run = Callable[..., Result]


@pytest.mark.parametrize("accepted", [False, True])
def test_the_commitment_of_an_answer_is_offered_by_number(
    run: Run, drafted: Callable[[str], Path], *, accepted: bool
) -> None:
    """One that is drafted is accepted with the answer; nothing is left to warn about."""
    folder = drafted(ANSWERS)
    (promise,) = proposals(folder, "commitment")
    if accepted:
        assert run("review", folder, *BY, "--accept", promise.id).exit_code == 0
    asked = ("review", folder, *BY, "--kind", "disposition")
    printed = run(*asked, typed="g\nstaking\nw\n?\nq\n").stdout
    number = printed.partition(" promised")[0].split()[-1]
    done = run(*asked, typed=f"g\nstaking\nw\n{number}\n1\na\nq\n")

    assert done.exit_code == 0, done.output
    id = promise.entry.id  # type: ignore[union-attr]  # a commitment has an id
    assert f"[{id}]" in done.stdout.partition("Which commitment carries it?")[2]
    with_it = f"is accepted with it: commitment {id}" in done.stdout
    assert with_it is not accepted
    (answer,) = ssrpolicy.load(folder).dispositions
    assert (answer.answer, answer.by) == ("promised", (id,))
    codes = [each.code for each in ssrpolicy.check(folder)]
    assert "promise-without-commitment" not in codes


def test_none_of_the_commitments_may_carry_it(run: Run, drafted: Callable[[str], Path]) -> None:
    """The answer is promised all the same, and the check warns."""
    asked = ("review", drafted(ANSWERS), *BY, "--kind", "disposition")
    printed = run(*asked, typed="w\n?\nq\n").stdout
    number = printed.partition(" promised")[0].split()[-1]
    done = run(*asked, typed=f"w\n{number}\n2\nq\n")

    assert "none of these" in done.stdout
    assert "answer: promised" in done.stdout.partition("(corrected)")[2]
