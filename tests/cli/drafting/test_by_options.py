"""`ssrpolicy review` with options: proposals accepted and rejected by name, kind and confidence."""

import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

import ssrpolicy
from draftable import BY
from ssrpolicy.starting import begin_record

Run = Callable[..., Result]


def of_kind(proposals: list[dict[str, Any]], kind: str) -> dict[str, Any]:
    """The first proposal of a kind."""
    return next(each for each in proposals if each["kind"] == kind)


@pytest.mark.parametrize("decision", ["--accept", "--reject", "--withdraw"])
def test_a_wrong_id_is_refused_before_a_day_is_named(
    run: Run, folder: Path, proposals: list[dict[str, Any]], decision: str
) -> None:
    """Nothing is dated where nothing is decided."""
    assert proposals
    result = run("review", folder, "--by", "jansen", decision, "nope")

    assert result.exit_code == 2
    assert result.stderr.startswith("Error: ")


def test_accept_and_reject_by_id(run: Run, folder: Path, proposals: list[dict[str, Any]]) -> None:
    """A script decides without a question; what a proposal requires is accepted with it."""
    answer, claim = of_kind(proposals, "disposition"), of_kind(proposals, "claim")
    done = run("review", folder, *BY, "--accept", answer["id"])
    assert done.exit_code == 0, done.output
    assert "2 entries added." in done.stdout
    done = run("review", folder, *BY, "--reject", claim["id"], "--reason", "niet nodig")
    assert done.exit_code == 0, done.output

    record = ssrpolicy.load(folder)
    assert len(record.requests) == len(record.dispositions) == 1
    decisions = tomllib.loads((folder / "decisions.toml").read_text("utf-8"))["decisions"]
    assert [each["decided"] for each in decisions] == ["accepted", "accepted", "rejected"]
    assert decisions[-1]["reason"] == "niet nodig"


@pytest.mark.parametrize("by", ["", " ", "\a"])
def test_a_name_that_is_none_is_refused(by: str, run: Run, folder: Path) -> None:
    """Before anything is decided, and in a sentence."""
    run("draft", folder)
    result = run("review", folder, "--by", by, "--accept-all", "sure")

    assert result.exit_code == 2
    assert "Invalid value for '--by': " in result.stderr
    assert not (folder / "decisions.toml").exists()


def test_a_name_is_kept_on_one_line(
    run: Run, folder: Path, proposals: list[dict[str, Any]]
) -> None:
    """As messages and reports show it."""
    done = run("review", folder, "--by", "de\nVries ", "--accept", proposals[0]["id"])

    assert done.exit_code == 0
    assert 'by = "de Vries"' in (folder / "decisions.toml").read_text("utf-8")


def test_proposals_are_chosen_by_what_people_call_them(run: Run, folder: Path) -> None:
    """The words of the workbook and of the page, in both languages."""
    run("draft", folder)
    asked = ("--accept-all", "zeker", "--kind", "toezegging", "--confidence", "zeker")
    result = run("review", folder, *BY, *asked)

    assert result.exit_code == 0, result.stderr
    assert {each.kind for each in ssrpolicy.load(folder).statements} == {"commitment"}


def test_accept_all_of_a_kind_and_confidence(
    run: Run, folder: Path, proposals: list[dict[str, Any]]
) -> None:
    """All that are meant, in one write, and nothing else; the second time nothing is left."""
    wanted = [e for e in proposals if (e["kind"], e["confidence"]) == ("commitment", "sure")]
    arguments = ("review", folder, *BY, "--accept-all", "sure", "--kind", "commitment")
    assert run(*arguments).exit_code == 0

    assert len(ssrpolicy.load(folder).commitments) == len(wanted) > 0
    said = "No open proposal of kind commitment is sure; none was accepted."
    assert said in run(*arguments).stdout


def test_all_of_two_confidences_are_accepted(
    run: Run, folder: Path, proposals: list[dict[str, Any]]
) -> None:
    """The option is given twice, and each counts; what is not one of them is named."""
    words = ("--accept-all", "sure", "--accept-all", "likely")
    assert run("review", folder, *BY, *words, "--kind", "commitment").exit_code == 0
    wanted = [e for e in proposals if e["kind"] == "commitment" and e["confidence"] != "look"]
    assert len({e["confidence"] for e in wanted}) == 2

    assert len(ssrpolicy.load(folder).commitments) == len(wanted)
    again = run("review", folder, *BY, *words, "--kind", "commitment").stdout
    assert "is sure, likely; none was accepted" in again


@pytest.mark.parametrize("word", ["all", "alle"])
def test_all_are_accepted_whatever_their_confidence(run: Run, folder: Path, word: str) -> None:
    """Of the kind that is asked for; a word that is none says that there is one for all."""
    run("draft", folder)
    arguments = ("review", folder, *BY, "--kind", "commitment", "--accept-all")
    wrong = run(*arguments, "everything")
    done = run(*arguments, word)

    assert "Or all, for every open proposal." in " ".join(wrong.stderr.split())
    assert done.exit_code == 0, done.output
    assert [each.kind for each in ssrpolicy.load(folder).statements] == ["commitment"] * 4
    assert "none was accepted" in run(*arguments, word).stdout


def test_what_one_command_decides_is_undone_at_once(
    run: Run, folder: Path, proposals: list[dict[str, Any]]
) -> None:
    """Acceptances and rejections; and what one command withdraws."""
    files = (folder / "record.toml", folder / "decisions.toml")
    run("review", folder, *BY, *(w for e in proposals[:2] for w in ("--reject", e["id"])))
    before = [each.read_bytes() for each in files]
    claim, promise = of_kind(proposals, "claim"), of_kind(proposals, "commitment")
    for options in (
        ("--accept", promise["id"], "--reject", claim["id"]),
        tuple(w for e in proposals[:2] for w in ("--withdraw", e["id"])),
    ):
        done = run("review", folder, *BY, *options)
        assert done.exit_code == 0, done.output
        assert [each.read_bytes() for each in files] != before
        assert run("undo", folder).exit_code == 0
        assert [each.read_bytes() for each in files] == before


def test_a_rejection_is_withdrawn(run: Run, folder: Path, proposals: list[dict[str, Any]]) -> None:
    """The next draft has the proposal again."""
    claim = of_kind(proposals, "claim")
    run("review", folder, *BY, "--reject", claim["id"])
    assert claim["id"] not in run("draft", folder, "--format", "json").stdout
    assert run("review", folder, *BY, "--withdraw", claim["id"]).exit_code == 0

    assert claim["id"] in run("draft", folder, "--format", "json").stdout


def test_all_but_one_are_accepted_in_one_command(
    run: Run, folder: Path, proposals: list[dict[str, Any]]
) -> None:
    """What is rejected by its id is left out where all are accepted."""
    sure = [e for e in proposals if (e["kind"], e["confidence"]) == ("commitment", "sure")]
    out = sure[0]["id"]
    done = run("review", folder, *BY, "--kind", "commitment",
               "--accept-all", "sure", "--reject", out, "--reason", "dubbel")  # fmt: skip

    assert done.exit_code == 0, done.output
    assert len(ssrpolicy.load(folder).commitments) == len(sure) - 1
    decisions = tomllib.loads((folder / "decisions.toml").read_text("utf-8"))["decisions"]
    assert {e["proposal"]: e["decided"] for e in decisions}[out] == "rejected"


def test_options_that_contradict_each_other_decide_nothing(
    run: Run, folder: Path, proposals: list[dict[str, Any]]
) -> None:
    """One proposal accepted and rejected at once, and a reason for no rejection."""
    id = proposals[0]["id"]
    for options, words in (
        (("--accept", id, "--reject", id), f"{id} is both accepted and rejected"),
        (("--accept", id, "--reason", "dubbel"), "--reason is the reason of --reject"),
        (("--reason", "dubbel"), "--reason is the reason of --reject"),
    ):
        done = run("review", folder, *BY, *options)
        assert done.exit_code == 2, done.output
        assert words in done.stderr
        assert not (folder / "decisions.toml").exists()


def test_without_a_draft_review_says_how_to_make_one(run: Run, folder: Path) -> None:
    """It is a command of its own, so that nothing is drafted unasked."""
    done = run("review", folder, *BY)

    assert done.exit_code == 2
    assert "has no draft" in done.stderr
    assert "ssrpolicy draft" in done.stderr


def test_what_is_accepted_together_is_said_by_kind(run: Run, tmp_path: Path) -> None:
    """Of many entries a line each would be a wall: their ids stand together."""
    asked = ("Bent u bekend met het bericht?", "Hoeveel opleiders zijn er?", "Komen er meer?")
    answers = ("Ja.", "Er zijn twaalf opleiders.", "Nee.")
    pairs = enumerate(zip(asked, answers, strict=True), start=1)
    text = "".join(f"Vraag {n}\n{q}\n\nAntwoord\n{a}\n\n" for n, (q, a) in pairs)
    letter = tmp_path / "vragen.txt"
    letter.write_text(f"Geachte voorzitter,\n\n{text}", "utf-8")
    begin_record(letter, tmp_path / "vragen", None)
    assert run("draft", tmp_path / "vragen").exit_code == 0
    done = run("review", tmp_path / "vragen", *BY, "--accept-all", "look")

    assert re.match(r"Added \d+ entries to .*, from line \d+ to line \d+:\n", done.stdout)
    assert "\n  disposition: vraag-1, vraag-2, vraag-3\n" in done.stdout
    assert "Added the set-aside" not in done.stdout


def test_what_remains_is_said_where_nothing_is_left_to_decide(
    run: Run, folder: Path, proposals: list[dict[str, Any]]
) -> None:
    """A rejected proposal records nothing; the way to set its sentence aside is named."""
    claim = of_kind(proposals, "claim")
    before = run("review", folder, *BY, "--reject", claim["id"])
    done = [run("review", folder, *BY, "--accept-all", each) for each in ("sure", "likely", "look")]

    assert "no proposal is left" not in before.stdout
    assert "no proposal is left" in done[-1].stdout
    assert f"ssrpolicy add set-aside {folder}" in " ".join(done[-1].stdout.split())
    assert claim["entry"]["summary"]["nl"][:30] in done[-1].stdout


def test_who_decides_is_named_and_not_a_text(run: Run, folder: Path) -> None:
    """What was pasted in the place of a name stands in no decision."""
    refused = run("review", folder, "--by", "jansen " * 30, "--accept-all", "all")

    assert refused.exit_code == 2
    assert "The name has 209 characters, and a name has at most 200." in refused.stderr
    assert not (folder / "decisions.toml").exists()
