"""`ssrpolicy cite`: papers found in a text or in lines of standard input."""

import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Run = Callable[..., Result]


def test_the_letter_cites_its_motion_with_a_year(run: Run) -> None:
    """The citation has its canonical id, its address and the warning about the year."""
    assert run("cite", "32 123 X-2009, nr. 84").output == (
        "kst-32123-X-84\n"
        "    words    32 123 X-2009, nr. 84\n"
        "    address  https://zoek.officielebekendmakingen.nl/kst-32123-X-84.html\n"
        "    warning  2009 was read as the year after the dossier, not as the number of a paper.\n"
    )


def test_each_line_of_standard_input_is_read(run: Run) -> None:
    """Empty lines are passed over; a line without a citation is told."""
    result = run("cite", typed="29 237 nr 113\n\nGeen stuk genoemd.\n36200 IV, nr. 12\n")

    lines = [line for line in result.output.splitlines() if not line.startswith(" ")]
    assert lines == ["kst-29237-113", "no citation in: Geen stuk genoemd.", "kst-36200-IV-12"]
    assert result.exit_code == 0


def test_several_citations_of_one_text_are_all_found(run: Run) -> None:
    """A text may cite more than one paper."""
    output = run("cite", "Kamerstuk 32 123 X, nr. 124 en Kamerstuk 29 237, nr. 113").output

    assert [line for line in output.splitlines() if not line.startswith(" ")] == [
        "kst-32123-X-124",
        "kst-29237-113",
    ]


def test_what_cannot_be_told_is_not_guessed(run: Run) -> None:
    """A number without a dossier is reported as such."""
    result = run("cite", "zie nr. 78 hierover")

    assert "kst-" not in result.output


def test_json_gives_a_line_for_each_text(run: Run) -> None:
    """With --format json each text becomes one JSON object on a line."""
    result = run("cite", "--format", "json", typed="29 237 nr 113\n36200 IV, nr. 12\n")

    told = [json.loads(line) for line in result.output.splitlines()]
    assert [each["text"] for each in told] == ["29 237 nr 113", "36200 IV, nr. 12"]
    assert [each["citations"][0]["papers"] for each in told] == [
        ["kst-29237-113"],
        ["kst-36200-IV-12"],
    ]


def test_input_that_is_no_utf_8_is_told_with_its_line(run: Run) -> None:
    """The line is named, and the command that yields UTF-8."""
    result = run("cite", typed=b"29 237 nr 113\nge\xefnformeerd\n")

    assert result.exit_code == 2
    assert "Error: Line 2 of standard input is not UTF-8." in result.stderr
    assert "iconv -f WINDOWS-1252 -t UTF-8" in result.stderr


def test_the_name_of_a_file_is_not_searched_for_citations(run: Run, tmp_path: Path) -> None:
    """What stands in the file is meant, and not the words of its name."""
    letter = tmp_path / "letter.txt"
    missing = run("cite", str(letter))
    letter.write_text("29 237, nr. 113", encoding="utf-8")
    there = run("cite", str(letter))

    assert (missing.exit_code, there.exit_code) == (2, 2)
    assert f"{letter} does not exist." in missing.output
    assert f"ssrpolicy cite < {letter}" in there.output
    assert run("cite", "kst-29237-113.txt").output.startswith("kst-29237-113")
    assert run("cite", "Zie letter.txt").output == "no citation in: Zie letter.txt\n"
