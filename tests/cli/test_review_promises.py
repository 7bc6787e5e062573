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


SEVERAL = f"{ANSWERS.rstrip()} Ik zal de Kamer over de kosten informeren.\n"
"""Answers that end with two promises, the nearest to the answer about the staking first."""
PROMISED, DECLINED, SET_ASIDE = "2", "6", "6"
"""The numbers of two answers and a kind, as ``review`` lists them."""


@pytest.mark.parametrize(
    "typed, answer, carrier",
    [
        (f"w\n{PROMISED}\n1\nw\n{DECLINED}\na\n", "declined", None),
        (f"w\n{PROMISED}\n1\nw\n{PROMISED}\n2\na\n", "promised", 1),
        (f"w\n{PROMISED}\n1\nw\n{PROMISED}\n3\na\n", "promised", None),
        (f"w\n{PROMISED}\n1\ng\nzomer\nr\ng\nstaking\nw\n{PROMISED}\n1\na\n", "promised", 1),
        (f"g\nzomer\nk\n{SET_ASIDE}\n1\ng\nstaking\nw\n{PROMISED}\n1\na\n", "promised", 1),
    ],
    ids=["another answer", "another", "none", "rejected", "set aside"],
)
def test_what_is_chosen_takes_the_place_of_what_was_chosen(
    run: Run, drafted: Callable[[str], Path], typed: str, answer: str, carrier: int | None
) -> None:
    """A commitment carries only "promised"; one that was rejected or set aside is not offered."""
    folder = drafted(SEVERAL)
    ids = [each.entry.id for each in proposals(folder, "commitment")]  # type: ignore[union-attr]  # a commitment has an id
    done = run("review", folder, *BY, typed=f"g\nstaking\n{typed}q\n")

    assert done.exit_code == 0, done.output
    (found,) = ssrpolicy.load(folder).dispositions
    assert (found.answer, found.by) == (answer, () if carrier is None else (ids[carrier],))


def test_a_commitment_whose_words_do_not_stand_in_its_document_is_offered_last(
    run: Run, drafted: Callable[[str], Path]
) -> None:
    """What is wrong with one entry does not keep a person from correcting another."""
    folder = drafted(SEVERAL)
    first, second = proposals(folder, "commitment")
    assert run("review", folder, *BY, "--accept", first.id).exit_code == 0
    file = folder / "record.toml"
    file.write_text(
        file.read_text("utf-8").replace('"Na de zomer kom', '"Na de winter kom'), "utf-8"
    )
    done = run("review", folder, *BY, typed=f"g\nstaking\nw\n{PROMISED}\n2\nq\n")

    offered = done.stdout.partition("Which commitment carries it?")[2]
    ids = [each.entry.id for each in (second, first)]  # type: ignore[union-attr]  # a commitment has an id
    assert offered.index(ids[0]) < offered.index(ids[1])
