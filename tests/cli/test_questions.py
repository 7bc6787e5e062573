"""What is needed and not given is asked for at a terminal, and judged at once."""

from pathlib import Path

import pytest

from cli.conftest import AtTerminal
from ssrpolicy.editing import record_to_edit
from ssrpolicy.model import Commitment, Course, EvidenceStatus, Firmness, Passage

pytestmark = pytest.mark.heavy


def test_a_statement_is_asked_for_step_by_step(letter_copy: Path, at_terminal: AtTerminal) -> None:
    """Id, kind, summary, quote and what only a commitment has are asked for in turn."""
    code, seen = at_terminal(
        ["add", "statement", letter_copy, "--owner", "nl"],
        [
            "union-support\n",
            "commitment\n",
            "Nederland zal dit proces waar mogelijk ondersteunen.\n",
            "zal dit proces waar mogelijk\n",
            "conditional\n",
            "continuous\n",
            "zal dit proces\n",
        ],
    )

    assert (code, "Added union-support" in seen) == (0, True)
    assert "in Dutch: " in seen
    assert "(firm, conditional, aspirational, exploratory): " in seen
    added = record_to_edit(letter_copy).statements[-1]
    assert isinstance(added, Commitment)
    assert (added.firmness, added.course) == (Firmness.CONDITIONAL, Course.CONTINUOUS)
    assert added.cue == "zal dit proces"


def test_an_answer_that_cannot_be_is_asked_for_again(
    letter_copy: Path, at_terminal: AtTerminal
) -> None:
    """A capital in an id, an unknown kind and words that do not stand there are told at once."""
    code, seen = at_terminal(
        ["add", "statement", letter_copy, "--summary", "Het fonds was groot genoeg."],
        [
            "\n",
            "Fonds\n",
            "fund-sufficed\n",
            "claims\n",
            "claim\n",
            "  \n",
            "is dit fonds te groot gebleken\n",
            "SSR\n",
            "Tot dusver is dit fonds qua omvang adequaat gebleken\n",
        ],
    )

    assert (code, "Added fund-sufficed" in seen) == (0, True)
    assert seen.count("Error: An answer is needed here. Ctrl-C ends the command") == 2
    assert "'Fonds' is not an id" in seen
    assert "Did you mean claim?" in seen
    assert "These words do not stand there.\nNearest: is dit fonds qua omvang adequaat" in seen
    assert "times; give more of them." in seen


def test_an_update_asks_what_it_says(letter_copy: Path, at_terminal: AtTerminal) -> None:
    """Where no axis is given it is asked for; evidence then needs a document and its words."""
    code, seen = at_terminal(
        ["add", "update", letter_copy, "--by", "nl-bz", "--date", "2011-03-01"],
        [
            "african-unie\n",
            "african-union\n",
            "evidence\n",
            "supports\n",
            "letter\n",
            "Nederland volgt dit nauwgezet\n",
        ],
    )

    assert (code, "Added the update of african-union" in seen) == (0, True)
    assert "Did you mean african-union?" in seen
    assert "What it says (claimed, evidence, timeframe, firmness, owners, note): " in seen
    assert "The words that show it (letter): " in seen
    (update,) = record_to_edit(letter_copy).updates
    assert update.evidence is EvidenceStatus.SUPPORTS
    assert update.quotes == (Passage(document="letter", quote="Nederland volgt dit nauwgezet"),)


def test_answers_are_not_lost_when_the_entry_is_refused(
    letter_copy: Path, at_terminal: AtTerminal
) -> None:
    """Where the rules refuse what was answered, the answers are given back as options."""
    code, seen = at_terminal(
        ["add", "statement", letter_copy, "--kind", "claim", "--id", "letter"],
        ["Het fonds volstond.\n", "Tot dusver is dit fonds\n"],
    )

    assert (code, "error id-duplicate" in seen) == (2, True)
    assert (
        "What you answered, as options: --summary 'Het fonds volstond.' "
        "--quote 'Tot dusver is dit fonds'"
    ) in seen


def test_ctrl_c_stops_without_a_trace(letter_copy: Path, at_terminal: AtTerminal) -> None:
    """Ctrl-C at a question ends with 130 as shells expect, and nothing is changed."""
    before = (letter_copy / "record.toml").read_bytes()

    code, seen = at_terminal(["add", "request", letter_copy], ["\x03"])

    assert (code, "Stopped." in seen, "Traceback" in seen) == (130, True, False)
    assert (letter_copy / "record.toml").read_bytes() == before


def test_ctrl_d_stops_too(letter_copy: Path, at_terminal: AtTerminal) -> None:
    """The end of input at a question is taken for a wish to stop."""
    code, seen = at_terminal(["add", "request", letter_copy], ["\x04"])

    assert (code, "Stopped." in seen, "Traceback" in seen) == (130, True, False)
