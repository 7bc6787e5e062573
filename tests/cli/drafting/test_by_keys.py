"""`ssrpolicy review` at a terminal: a key for each proposal, an editor, and a way back."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

import ssrpolicy
from draftable import BY

Run = Callable[..., Result]


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
    done = run("review", folder, *BY, "--kind", "commitment", typed="a\nr\ns\nb\nz\nq\n")

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
@pytest.mark.parametrize("answer", ["j", "ja", "y", "nee"])
def test_a_question_takes_yes_and_no_in_dutch(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    """Both languages are taken, what is neither is asked again, and so is Enter after a key."""
    monkeypatch.setenv("SSRPOLICY_LANGUAGE", "nl")
    typed = f"l\n\nmisschien\n{answer}\nq\n"
    done = run("review", folder, *BY, "--kind", "commitment", typed=typed)

    assert done.exit_code == 0, done.output
    assert done.stdout.count("[j/n]") == 3
    assert done.stdout.count("Ja, nee, of de nummers") == 3
    assert bool(ssrpolicy.load(folder).commitments) == (answer in {"j", "ja", "y"})


@pytest.mark.usefixtures("proposals")
def test_the_end_of_the_input_stops_the_review(run: Run, folder: Path) -> None:
    """What was decided until then is written."""
    done = run("review", folder, *BY, typed="a\n")

    assert done.exit_code == 0
    assert "Decided: 1." in done.stdout
    assert len(tomllib.loads((folder / "decisions.toml").read_text("utf-8"))["decisions"]) == 1


def test_the_key_back_says_that_nothing_before_is_open(run: Run, folder: Path) -> None:
    """At the first proposal there is nothing to go back to."""
    assert run("draft", folder).exit_code == 0
    done = run("review", folder, *BY, typed="b\nq\n")

    assert "No proposal before this one is still open; u undoes the last decision." in done.stdout
