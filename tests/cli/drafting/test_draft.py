"""`ssrpolicy draft`: proposals by kind, confidence and drafter."""

import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from draftable import BY

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
