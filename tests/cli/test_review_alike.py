"""What ``ssrpolicy review`` accepts from a list of what is alike, and with a proposal."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

import ssrpolicy
from draftable import ANSWERS, BY, LETTER, proposals
from ssrpolicy.model import Proposal

Run = Callable[..., Result]


def test_all_alike_but_some_are_accepted_from_a_list(run: Run, folder: Path) -> None:
    """Each stands in the list with a number; those whose number is typed stay open."""
    sure = [each for each in proposals(folder, "commitment") if each.confidence == "sure"]
    numbers = [
        number
        for number, each in enumerate(proposals(folder, "commitment"), 1)
        if each.confidence == "sure"
    ]
    typed = f"l\n99\n{numbers[0]}\nq\n"
    done = run("review", folder, *BY, "--kind", "commitment", "--confidence", "sure", typed=typed)

    assert done.exit_code == 0, done.output
    assert "99 is not in the list." in done.output
    assert ssrpolicy.load(folder).commitments == tuple(each.entry for each in sure[1:])
    assert f"ssrpolicy review {folder} --by jansen" in done.stdout


def test_what_is_required_is_shown_before_what_requires_it(
    run: Run, drafted: Callable[[str], Path]
) -> None:
    """A motion that is named after its answer is read and decided about before it."""
    folder = drafted(
        LETTER.replace(
            "Ik beschouw de motie hiermee als afgedaan.",
            "Ook wordt met de regeling invulling gegeven aan de motie van het lid Smit "
            "(Kamerstuk 29 628, nr. 1201), om fietspaden in dorpen te verlichten.",
        )
    )
    kinds = ["--kind", "request", "--kind", "disposition"]
    done = run("review", folder, *BY, *kinds, typed="s\n" * 9)
    (answer,) = proposals(folder, "disposition")
    asked = next(e for e in proposals(folder, "request") if e.id in answer.requires)
    assert answer.grounds[0].start < asked.grounds[0].start
    shown = [line.split()[1] for line in done.stdout.splitlines() if line[:2] in {"1/", "2/", "3/"}]
    assert shown == ["request", "request", "disposition"]


def test_all_like_this_are_of_the_kind_that_each_now_is(run: Run, folder: Path) -> None:
    """What was corrected to another kind is not accepted among those of its first kind."""
    claims = proposals(folder, "claim")
    typed = "k\n6\n3\nl\ny\nq\n"
    done = run("review", folder, *BY, "--kind", "claim", typed=typed)

    assert done.exit_code == 0, done.output
    assert "Accept the one left of kind set_aside" in done.stdout
    listed = done.stdout.partition("[q]uit: l")[2]
    assert "(corrected)" in listed.partition("Accept the one")[0]
    record = ssrpolicy.load(folder)
    assert record.statements == ()
    assert [each.quote for each in record.set_aside] == [claims[0].entry.quotes[0]]  # type: ignore[union-attr]  # a claim has quotes


def of_answers(drafted: Callable[[str], Path]) -> tuple[Path, Proposal, Proposal]:
    """A record with an answer and the request that is accepted with it."""
    folder = drafted(ANSWERS)
    answer = next(each for each in proposals(folder, "disposition") if each.requires)
    request = next(e for e in proposals(folder, "request") if e.id in answer.requires)
    return folder, answer, request


def test_what_is_accepted_with_a_proposal_is_always_named(
    run: Run, drafted: Callable[[str], Path]
) -> None:
    """Also right after a correction, and in a list; not once somebody decided about it."""
    folder, _answer, request = of_answers(drafted)
    with_it = f"is accepted with it: request {request.entry.id}\n"  # type: ignore[union-attr]  # a request has an id
    kinds = ("--kind", "disposition")
    printed = run("review", folder, *BY, *kinds, typed="w\n5\nl\nn\nq\n").stdout
    first, corrected, after, _end = printed.split("[q]uit: ")
    listed, _question, last = after.partition("[y/n]")
    assert all(with_it in screen for screen in (first, corrected, listed, last))
    assert run("review", folder, *BY, "--accept", request.id).exit_code == 0
    done = run("review", folder, *BY, *kinds, typed="a\nu\nq\n")
    assert with_it not in done.stdout
    assert "Decided: 0." in done.stdout
    record = ssrpolicy.load(folder)
    assert [each.id for each in record.requests] == [request.entry.id]  # type: ignore[union-attr]  # a request has an id


def test_what_is_accepted_with_a_proposal_is_as_it_was_corrected(
    run: Run, drafted: Callable[[str], Path]
) -> None:
    """A correction of what was skipped is not lost where another proposal brings it."""
    folder, answer, request = of_answers(drafted)
    summary = "Wat is de vertraging?"
    kinds = ("--kind", "disposition", "--kind", "request")
    shown = run("review", folder, *BY, *kinds, typed="s\n" * 20).stdout
    order = [line.split()[-1] for line in shown.splitlines() if line[:1].isdigit() and "/" in line]
    before, between = order.index(request.id), order.index(answer.id) - order.index(request.id)
    typed = "s\n" * before + f"m\n{summary}\n" + "s\n" * between + "a\nq\n"
    done = run("review", folder, *BY, *kinds, typed=typed)

    assert done.exit_code == 0, done.output
    assert [each.summary.nl for each in ssrpolicy.load(folder).requests] == [summary]


@pytest.mark.parametrize(
    "typed, left",
    [
        ("1", {1}),
        ("1-2", {1, 2}),
        ("2;3", {2, 3}),
        ("1, 3", {1, 3}),
        ("1 - 2; 4", {1, 2, 4}),
        ("2–4", {2, 3, 4}),
        ("y", set()),
        ("1-4", {1, 2, 3, 4}),
        ("n", {1, 2, 3, 4}),
    ],
)
def test_numbers_are_typed_with_any_sign_between_them(
    run: Run, drafted: Callable[[str], Path], typed: str, left: set[int]
) -> None:
    """A range too; where all stay open that is said."""
    promises = ("Ik zal wegen aanleggen.", "Ik zal bruggen bouwen.", "Ik zal dijken verhogen.",
                "Ik zal havens verdiepen.")  # fmt: skip
    before, _closing, end = LETTER.partition("Hoogachtend")
    head = before.partition("Met belangstelling")[0]
    folder = drafted(f"{head}{' '.join(promises)}\n\nHoogachtend{end}")
    every = proposals(folder, "commitment")
    assert len(every) == len(promises)
    done = run("review", folder, *BY, "--kind", "commitment", typed=f"l\n{typed}\nq\n")

    assert done.exit_code == 0, done.output
    accepted = [each.entry.id for n, each in enumerate(every, 1) if n not in left]  # type: ignore[union-attr]  # a commitment has an id
    assert [each.id for each in ssrpolicy.load(folder).commitments] == accepted
    assert ("all of them stay open" in done.stdout) == (len(left) == len(promises))


@pytest.mark.parametrize("typed", ["9", "1-9", "1-2-3", "perhaps", "9" * 5000, "-", ";"])
@pytest.mark.parametrize("language", ["en", "nl"])
def test_what_can_be_typed_is_said_where_an_answer_is_not_clear(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, typed: str, language: str
) -> None:
    """The question is asked again, and nothing is accepted meanwhile."""
    monkeypatch.setenv("SSRPOLICY_LANGUAGE", language)
    sure = ["--kind", "commitment", "--confidence", "sure"]
    done = run("review", folder, *BY, *sure, typed=f"l\n{typed}\nq\n")
    words = {"en": ("9 is not in the list", "or the numbers"),
             "nl": ("9 staat niet in de lijst", "of de nummers")}  # fmt: skip

    assert any(each in done.stdout.partition("l\n")[2] for each in words[language]), done.output
    assert ssrpolicy.load(folder).statements == ()


def test_the_end_says_how_many_of_other_kinds_are_left(run: Run, folder: Path) -> None:
    """Nothing of a kind is left, and more is: the review can go on."""
    number = len(ssrpolicy.draft(folder).proposals)
    done = run("review", folder, *BY, "--kind", "claim", typed="r\n" * 9)
    claims = number - len(ssrpolicy.draft(folder).proposals)

    assert claims > 0
    assert f"Decided: {claims}. Left: 0." in done.stdout
    assert f"Still open outside --kind and --confidence: {number - claims}." in done.stdout
    assert f"ssrpolicy review {folder} --by jansen" in done.stdout
    every = run("review", folder, *BY, typed="q\n")
    assert "Still open outside" not in every.stdout


def test_what_is_proposed_is_shown_in_the_words_of_the_reviewer(run: Run, folder: Path) -> None:
    """With the code that the record will have after each, one by one and in the list of `l`."""
    asked = ("review", folder, *BY, "--language", "nl", "--kind", "commitment")
    kinds = ("--kind", "request", "--kind", "disposition")
    seen = run(*asked, *kinds, typed="s\n" * 20).stdout
    listed = " ".join(run(*asked, typed="l\nn\nq\n").stdout.split())

    for line in (
        "document: motie (Kamerstukken II, 29628, nr. 1200) [motion]",
        "antwoord: beantwoord (answered_here)",
        "verantwoordelijk: minister van Justitie en Veiligheid (minister-jenv)",
        "termijn: “volgend jaar” (2025)",
        "stelligheid: streven (aspirational)",
    ):
        assert f"    {line}\n" in seen
    assert "stelligheid: stellig (firm); frequentie: " in listed
    assert " = " not in seen + listed
