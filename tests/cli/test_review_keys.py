"""Keys of ``ssrpolicy review`` that correct one field, and lists of proposals that are alike."""

import datetime as dt
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

import ssrpolicy
from draftable import ANSWERS, LETTER
from ssrpolicy.model import Proposal
from ssrpolicy.starting import begin_record

Run = Callable[..., Result]
DAY = dt.date(2026, 3, 5)
BY = ("--by", "jansen", "--date", str(DAY))


@pytest.fixture
def drafted(run: Run, tmp_path: Path) -> Callable[[str], Path]:
    """A function that gives a record of a text, with a draft."""

    def made(text: str) -> Path:
        file = tmp_path / "letter.txt"
        file.write_text(text, "utf-8")
        folder = begin_record(file, tmp_path / "record", None).folder
        assert run("draft", folder).exit_code == 0
        return folder

    return made


@pytest.fixture
def folder(drafted: Callable[[str], Path]) -> Path:
    """A record of the letter, with a draft."""
    return drafted(LETTER)


def proposals(folder: Path, kind: str) -> list[Proposal]:
    """The proposals of a kind about which nobody decided."""
    return [each for each in ssrpolicy.draft(folder).proposals if each.kind == kind]


def decided(folder: Path) -> list[str]:
    """What was decided, in the order in which it was."""
    decisions: list[dict[str, Any]] = tomllib.loads((folder / "decisions.toml").read_text("utf-8"))[
        "decisions"
    ]
    return [each["decided"] for each in decisions]


def number_of(printed: str, name: str) -> str:
    """The number under which a line of choices offers something."""
    line = next(each for each in printed.splitlines() if f" {name}" in each and "1 " in each)
    return line.partition(f" {name}")[0].split()[-1]


def test_one_field_is_corrected_by_a_key_and_a_number(run: Run, folder: Path) -> None:
    """What is shown is the entry as it would be; accepting it notes that it was edited."""
    (first, *_rest) = proposals(folder, "commitment")
    keys = "f\n4\nc\n2\na\nq\n"
    done = run("review", folder, *BY, "--kind", "commitment", typed=keys)

    assert done.exit_code == 0, done.output
    assert "commitment (corrected)" in done.stdout
    (entry,) = ssrpolicy.load(folder).commitments
    assert (entry.firmness, entry.course) == ("exploratory", "recurring")
    assert (entry.id, entry.quotes) == (first.entry.id, first.entry.quotes)  # type: ignore[union-attr]  # a commitment has both
    assert decided(folder) == ["edited"]


@pytest.mark.parametrize(
    "keys, kind",
    [("2", "condition"), ("3", "position"), ("5", "engagement"), ("1\n2", "commitment")],
)
def test_what_is_stated_becomes_of_another_kind(
    run: Run, folder: Path, keys: str, kind: str
) -> None:
    """By its number; a new commitment asks how firm it is."""
    (claim, *_rest) = proposals(folder, "claim")
    done = run("review", folder, *BY, "--kind", "claim", typed=f"k\n{keys}\na\nq\n")

    assert done.exit_code == 0, done.output
    (entry,) = ssrpolicy.load(folder).statements
    assert (entry.kind, entry.id) == (kind, claim.entry.id)  # type: ignore[union-attr]  # a claim has an id
    assert not [each for each in ssrpolicy.check(folder) if each.is_error]


def test_what_is_stated_is_set_aside_with_a_reason(run: Run, folder: Path) -> None:
    """A later draft does not propose the words again, and undo takes it back."""
    (claim, *_rest) = proposals(folder, "claim")
    done = run("review", folder, *BY, "--kind", "claim", typed="k\n6\n3\na\nq\n")

    assert done.exit_code == 0, done.output
    (aside,) = ssrpolicy.load(folder).set_aside
    assert (aside.quote, aside.reason) == (claim.entry.quotes[0], "courtesy")  # type: ignore[union-attr]  # a claim has quotes
    assert claim.id not in [each.id for each in ssrpolicy.draft(folder).proposals]
    assert run("undo", folder).exit_code == 0
    assert claim.id in [each.id for each in ssrpolicy.draft(folder).proposals]


def test_python_sets_aside_what_is_stated_too(folder: Path) -> None:
    """With the kind and a reason; without a reason, or with more, nothing is changed."""
    (claim, *_rest) = proposals(folder, "claim")
    record = ssrpolicy.load(folder)
    for wrong in ({}, {"reason": "boredom"}, {"reason": "courtesy", "owners": ["nl"]}):
        with pytest.raises(ssrpolicy.EditRefusedError, match="was not added"):
            ssrpolicy.accept(folder, claim, by="jansen", date=DAY, kind="set_aside", **wrong)
    assert ssrpolicy.load(folder) == record


def test_who_acts_is_chosen_from_those_that_the_letter_names(run: Run, folder: Path) -> None:
    """Nobody and somebody else are choices too; a name that nobody has is refused in a sentence."""
    keys = ["--kind", "commitment"]
    printed = run("review", folder, *BY, *keys, typed="o\n?\nq\n").stdout
    other, nobody = number_of(printed, "somebody else"), number_of(printed, "nobody")
    wrong = run("review", folder, *BY, *keys, typed=f"o\n{other}\nBakkerij Smit\nq\n")
    typed = f"o\n{nobody}\na\no\n{other}\nnl-bz; minister-bz\na\nq\n"
    done = run("review", folder, *BY, *keys, typed=typed)

    assert "'Bakkerij Smit' is not a party" in wrong.stderr
    assert "Decided: 0." in wrong.stdout
    assert done.exit_code == 0, done.output
    owners = [each.owners for each in ssrpolicy.load(folder).commitments]
    assert owners == [(), ("nl-bz", "minister-bz")]


def test_a_term_brings_the_date_that_its_words_give(run: Run, folder: Path) -> None:
    """Words that the letter does not have are refused; nothing typed means no term."""
    every = proposals(folder, "commitment")
    at = next(
        number
        for number, each in enumerate(every)
        if "volgend jaar geëvalueerd" in each.entry.quotes[0].quote  # type: ignore[union-attr]  # a commitment has quotes
    )
    keys = "s\n" * at + "t\nin 2031\nt\n\nt\nvolgend jaar\na\nq\n"
    done = run("review", folder, *BY, "--kind", "commitment", typed=keys)

    assert "does not stand in the letter" in done.stderr
    assert "timeframe" not in done.stdout.split("(corrected)")[1].split("[q]uit")[0]
    (entry,) = ssrpolicy.load(folder).commitments
    assert entry.timeframe is not None
    assert (entry.timeframe.phrase, str(entry.timeframe.date)) == ("volgend jaar", "2025")


def test_an_answer_a_summary_and_a_field_too_much(run: Run, drafted: Callable[[str], Path]) -> None:
    """Each has its key; a proposal offers the keys of the fields that it has."""
    folder = drafted(ANSWERS)
    answer = run("review", folder, *BY, "--kind", "disposition", typed="f\nw\n5\na\nq\n")
    summary = "De minister komt hierop terug."
    other = run("review", folder, *BY, "--kind", "commitment", typed=f"m\n{summary}\nd\n1\na\nq\n")

    assert "Press one of the keys" in answer.stdout
    assert [each.answer for each in ssrpolicy.load(folder).dispositions] == ["deferred"]
    assert other.exit_code == 0, other.output
    (entry,) = ssrpolicy.load(folder).commitments
    assert entry.summary.nl == summary
    assert entry.owners == ()


def test_undo_first_takes_back_what_was_corrected(run: Run, folder: Path) -> None:
    """The proposal is as it was drafted then, and no decision is undone."""
    (_first, second, *_rest) = proposals(folder, "commitment")
    done = run("review", folder, *BY, "--kind", "commitment", typed="a\nf\n4\nc\n2\nu\na\nq\n")

    assert "as it was drafted" in done.stdout
    assert ssrpolicy.load(folder).commitments[1] == second.entry
    assert decided(folder) == ["accepted", "accepted"]


def test_a_key_that_is_none_of_the_choices_changes_nothing(run: Run, folder: Path) -> None:
    """Nor does the end of the input in the middle of a question."""
    for keys in ("f\n9\nq\n", "f\n\nq\n", "f\n", "t\n", "k\n6\n"):
        done = run("review", folder, *BY, "--kind", "commitment", typed=keys)
        assert done.exit_code == 0, done.output
        assert "(corrected)" not in done.stdout
    assert ssrpolicy.load(folder).statements == ()


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
