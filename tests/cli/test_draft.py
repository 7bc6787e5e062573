"""``ssrpolicy draft`` and ``ssrpolicy review``: proposals printed, and decided about with keys."""

import json
import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

import ssrpolicy
from draftable import BY, LETTER
from ssrpolicy.starting import begin_record

Run = Callable[..., Result]
BROKEN = """
from ssrpolicy.reporting import hookimpl


class Broken:
    name = "broken"
    summary = "Fails."
    languages = ("nl",)
    api = 1

    def propose(self, record, document):
        raise RuntimeError("no model")


@hookimpl
def ssrpolicy_drafters():
    return [Broken()]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A record of the letter."""
    file = tmp_path / "letter.txt"
    file.write_text(LETTER, "utf-8")
    return begin_record(file, tmp_path / "record", None).folder


@pytest.fixture
def proposals(run: Run, folder: Path) -> list[dict[str, Any]]:
    """What was proposed, as JSON."""
    done = run("draft", folder, "--format", "json")
    assert done.exit_code == 0, done.output
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def of_kind(proposals: list[dict[str, Any]], kind: str) -> dict[str, Any]:
    """The first proposal of a kind."""
    return next(each for each in proposals if each["kind"] == kind)


def test_draft_counts_by_kind_and_confidence(run: Run, folder: Path) -> None:
    """What was proposed is in draft.toml, and what to do next is said."""
    done = run("draft", folder)

    assert done.exit_code == 0
    assert "commitment" in done.stdout
    assert f"ssrpolicy review {folder} --by NAME" in done.stdout
    assert tomllib.loads((folder / "draft.toml").read_text("utf-8"))["format"] == (
        "ssrpolicy-draft/1"
    )


def test_reasons_and_kinds_are_in_the_language_of_who_reviews(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A draft made in English is reviewed in Dutch, and the other way round."""
    english = run("draft", folder).stdout
    monkeypatch.setenv("SSRPOLICY_LANGUAGE", "nl")
    dutch = run("review", folder, *BY, "--kind", "commitment", typed="q\n").stdout
    counted = run("draft", folder).stdout
    monkeypatch.setenv("SSRPOLICY_LANGUAGE", "en")
    again = run("review", folder, *BY, "--kind", "commitment", typed="q\n").stdout

    assert "commitment" in english
    assert "toezegging" in counted
    assert "commitment" not in counted
    assert "wie iets zal doen, verbindt zich" in dutch
    assert "toezegging (" in dutch
    assert "who will do something commits to it" in again
    assert "commitment (" in again


def test_a_draft_in_which_every_drafter_fails_leaves_the_last_one(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    """The file stays as it was, and that is said."""
    assert run("draft", folder).exit_code == 0
    before = (folder / "draft.toml").read_bytes()
    (tmp_path / "plugins").mkdir()
    (tmp_path / "plugins" / "broken.py").write_text(BROKEN, "utf-8")

    done = run("draft", folder, "--drafter", "broken", "--plugins-dir", tmp_path / "plugins")

    assert done.exit_code == 2
    assert "The draft of before stays as it was." in done.stderr
    assert (folder / "draft.toml").read_bytes() == before


def test_json_is_a_list_of_proposals_and_nothing_else(
    folder: Path, proposals: list[dict[str, Any]]
) -> None:
    """Each with its reason and the entry as in JSON; what is quoted has both selectors."""
    text = (folder / "sources" / "letter.txt").read_text("utf-8")
    for each in proposals:
        assert {*each} == {
            "id", "drafter", "rule", "why", "confidence", "kind", "grounds", "requires", "entry",
        }  # fmt: skip
        quotes = each["entry"].get("quotes", [])
        for quote in (*each["grounds"], *quotes):
            exact, position = quote["selector"]
            assert exact["type"] == "TextQuoteSelector"
            words = " ".join(text[position["start"] : position["end"]].split())
            assert words == " ".join(exact["exact"].split())


def test_an_unknown_drafter_is_refused_with_the_nearest(run: Run, folder: Path) -> None:
    """The message names what there is."""
    done = run("draft", folder, "--drafter", "cue")

    assert done.exit_code == 2
    assert "No drafter is called 'cue'." in done.stderr
    assert "Did you mean cues?" in done.stderr


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
    assert "nothing left" in run(*arguments).stdout


def test_a_rejection_is_withdrawn(run: Run, folder: Path, proposals: list[dict[str, Any]]) -> None:
    """The next draft has the proposal again."""
    claim = of_kind(proposals, "claim")
    run("review", folder, *BY, "--reject", claim["id"])
    assert claim["id"] not in run("draft", folder, "--format", "json").stdout
    assert run("review", folder, *BY, "--withdraw", claim["id"]).exit_code == 0

    assert claim["id"] in run("draft", folder, "--format", "json").stdout


def test_a_draft_of_a_text_that_changed_says_so(run: Run, folder: Path) -> None:
    """Its proposals are of the text that is there now, which is not the one that was recorded."""
    (source,) = (folder / "sources").glob("*.txt")
    assert "source-changed" not in run("draft", folder).stderr
    source.write_text(source.read_text("utf-8") + "\nIk zal dat nog nagaan.\n", "utf-8")
    done = run("draft", folder, "--format", "json")

    assert "source-changed" in done.stderr
    assert "The text of letter is not the one that was recorded" in done.stderr
    assert json.loads(done.stdout)


@pytest.mark.usefixtures("proposals")
def test_what_is_wrong_in_a_draft_is_one_sentence(run: Run, folder: Path) -> None:
    """The reason ends where the sentence does, and the draft can be made anew."""
    file = folder / "draft.toml"
    file.write_text(file.read_text("utf-8").replace('confidence = "sure"', 'confidence = "ja"'))
    done = run("review", folder, *BY, "--accept-all", "sure")

    assert done.exit_code == 2
    assert "it is one of sure, likely, look.\n" in done.stderr
    assert f"ssrpolicy draft {folder}" in done.stderr


@pytest.mark.usefixtures("proposals")
def test_the_end_says_how_many_sentences_are_not_recorded(run: Run, folder: Path) -> None:
    """As check --coverage lists them; and nothing where nothing was decided."""
    some = run("review", folder, *BY, "--kind", "commitment", typed="a\nq\n")
    none = run("review", folder, *BY, typed="q\n")
    every = run("review", folder, *BY, typed="a\n" * 30)
    coverage = run("check", folder, "--coverage").stdout

    assert "sentences of 8" in some.stdout
    assert "Not recorded yet" not in none.stdout
    assert ("Every sentence is recorded" in every.stdout) == ("0 in part, 0 not" in coverage)


@pytest.mark.usefixtures("proposals")
def test_keys_decide_one_proposal_after_the_other(run: Run, folder: Path) -> None:
    """Accept, reject, skip, back, and stop; what was not decided about stays proposed."""
    done = run("review", folder, *BY, "--kind", "commitment", typed="a\nr\ns\nb\n?\nq\n")

    assert done.exit_code == 0, done.output
    assert "Decided: 2. Left: 2." in done.stdout
    assert "1/4  commitment (sure)" in done.stdout
    assert "Press one of the keys" in done.stdout
    assert len(ssrpolicy.load(folder).commitments) == 1


@pytest.mark.usefixtures("proposals")
def test_the_last_decisions_are_undone_one_after_the_other(run: Run, folder: Path) -> None:
    """The first undo takes back the last bytes, the second removes the entry before."""
    before = ssrpolicy.load(folder)
    done = run("review", folder, *BY, "--kind", "commitment", typed="a\nr\nu\nu\nq\n")

    assert done.exit_code == 0, done.output
    assert done.stdout.count("Undone.") == 2
    assert ssrpolicy.load(folder) == before
    assert "Decided: 0. Left: 4." in done.stdout


def test_all_like_this_are_accepted_after_a_question(
    run: Run, folder: Path, proposals: list[dict[str, Any]]
) -> None:
    """All of the kind that are as sure as the one shown."""
    done = run("review", folder, *BY, "--kind", "commitment", typed="l\ny\nq\n")

    assert done.exit_code == 0, done.output
    shown = [e for e in proposals if e["kind"] == "commitment"]
    same = [e for e in shown if e["confidence"] == shown[0]["confidence"]]
    assert len(ssrpolicy.load(folder).commitments) == len(same) >= 2


def _edit_firmness(monkeypatch: pytest.MonkeyPatch, folder: Path, firmness: str) -> None:
    """Let the editor be a program that writes this firmness into the text that it is given."""
    editor = folder.parent / "editor.sh"
    editor.write_text(f'#!/bin/sh\nsed -i \'s/firmness = .*/firmness = "{firmness}"/\' "$1"\n')
    editor.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(editor))


@pytest.mark.heavy
@pytest.mark.usefixtures("proposals")
def test_an_entry_is_edited_in_the_editor(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the editor left is what is added, verified like anything else, and noted as edited."""
    _edit_firmness(monkeypatch, folder, "conditional")
    done = run("review", folder, *BY, "--kind", "commitment", typed="e\nq\n")

    assert done.exit_code == 0, done.output
    (entry,) = ssrpolicy.load(folder).commitments
    assert entry.firmness == "conditional"
    decisions = tomllib.loads((folder / "decisions.toml").read_text("utf-8"))["decisions"]
    assert [each["decided"] for each in decisions] == ["edited"]


@pytest.mark.heavy
@pytest.mark.usefixtures("proposals")
def test_an_edit_that_is_wrong_is_not_lost(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is named, the text can be edited again, and nothing was written."""
    _edit_firmness(monkeypatch, folder, "iron")
    done = run("review", folder, *BY, "--kind", "commitment", typed="e\nn\nq\n")

    assert done.exit_code == 0, done.output
    assert "Edit it again?" in done.stdout
    assert "iron" in done.stderr
    assert ssrpolicy.load(folder).commitments == ()


@pytest.mark.heavy
@pytest.mark.usefixtures("proposals")
@pytest.mark.parametrize("editor", ["no-such-editor", "false"])
def test_an_editor_that_fails_ends_no_review(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, editor: str
) -> None:
    """One that is not there, or that is left with an error: nothing is decided, and it goes on."""
    monkeypatch.setenv("VISUAL", editor)
    done = run("review", folder, *BY, "--kind", "commitment", typed="e\na\nq\n")

    assert done.exit_code == 0, done.output
    assert "The editor could not be used" in done.stderr
    assert "EDITOR" in done.stderr
    assert "Decided: 1." in done.stdout


@pytest.mark.usefixtures("proposals")
@pytest.mark.parametrize("answer", ["j", "ja", "y", "nee", ""])
def test_a_question_takes_yes_and_no_in_dutch(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    """Both languages are taken, what is neither is asked again; Enter is what is in capitals."""
    monkeypatch.setenv("SSRPOLICY_LANGUAGE", "nl")
    typed = f"l\nmisschien\n{answer}\nq\n"
    done = run("review", folder, *BY, "--kind", "commitment", typed=typed)

    assert done.exit_code == 0, done.output
    assert done.stdout.count("[j/N]") == 2
    assert done.stdout.count("Ja, nee, of de nummers") == 2
    assert bool(ssrpolicy.load(folder).commitments) == (answer in {"j", "ja", "y"})


def test_all_but_one_are_accepted_in_one_command(
    run: Run, folder: Path, proposals: list[dict[str, Any]]
) -> None:
    """What is rejected by its id is none of all that are accepted."""
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


@pytest.mark.usefixtures("proposals")
def test_the_end_of_the_input_stops_the_review(run: Run, folder: Path) -> None:
    """What was decided until then is written."""
    done = run("review", folder, *BY, typed="a\n")

    assert done.exit_code == 0
    assert "Decided: 1." in done.stdout
    assert len(tomllib.loads((folder / "decisions.toml").read_text("utf-8"))["decisions"]) == 1


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


def test_the_key_back_says_that_nothing_before_is_open(run: Run, folder: Path) -> None:
    """At the first proposal there is nothing to go back to."""
    assert run("draft", folder).exit_code == 0
    done = run("review", folder, *BY, typed="b\nq\n")

    assert "No proposal before this one is still open; u undoes the last decision." in done.stdout
