"""A list is asked for, and told, in Dutch and in English."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.conftest import Run

DAY = ("--as-of", "2034-01-01")


def test_totals_are_in_the_language_of_their_list(
    run: Run, records: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever language the command speaks, a list and what stands below it are one text."""
    monkeypatch.setenv("SSRPOLICY_LANGUAGE", "en")
    dutch = run("list", "commitments", records, *DAY, "--limit", "1")
    english = run("list", "commitments", records, *DAY, "--limit", "1", "--language", "en")

    assert "25 van 25; de eerste staat hier; 3 over de termijn" in dutch.stdout
    assert "25 of 25; the first is shown; 3 overdue" in english.stdout


@pytest.mark.parametrize(
    "words", [("list", "motions"), ("search", "politie", "--owner", "none"), ("show",)]
)
def test_what_stands_above_is_in_the_language_of_what_is_below(
    run: Run, records: Path, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The day and the remarks are one text with the rows, but for JSON, which is English."""
    monkeypatch.setenv("SSRPOLICY_LANGUAGE", "en")
    first, *more = words
    folder = records / "kst-32123-X-124"
    at = (first, *more[:1], folder, *more[1:])
    dutch, english = run(*at, "--language", "nl").stderr, run(*at, "--language", "en").stderr

    assert dutch.startswith("Stand per vandaag, ")
    assert english.startswith("As of today, ")
    if first != "show":
        assert run(*at, "--format", "json").stderr.startswith("As of today, ")


def test_a_list_is_called_in_the_language_of_the_command(
    run: Run, records: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As it was asked for, not by its code."""
    monkeypatch.setenv("SSRPOLICY_LANGUAGE", "nl")
    told = run("list", "toezeggingen", records, *DAY, "--fields", "nope").stderr

    assert "Een lijst van toezeggingen heeft geen kolom 'nope'." in told


@pytest.mark.parametrize(
    "dutch",
    ["moties", "verzoeken", "toezeggingen", "uitspraken", "brieven", "instrumenten", "wijzigingen"],
)
def test_a_list_is_asked_for_in_dutch(dutch: str, run: Run, records: Path) -> None:
    """By the words that the Dutch help has."""
    since = ["--since", "2031-01-01"] if dutch == "wijzigingen" else []

    assert run("list", dutch, records, *DAY, *since, "--limit", "1", "--fields", "id").stdout


_OTHER_LANGUAGE = {
    "en": "Not every summary exists in English; the others are in Dutch.",
    "nl": "Niet elke samenvatting is er in het Nederlands; de andere zijn in het Engels.",
}


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize(
    "asked",
    [
        ("list", "statements"),
        ("list", "requests"),
        ("list", "motions", "--fields", "id,requests"),
        ("show",),
    ],
)
def test_another_language_is_said_once(
    run: Run, records: Path, asked: tuple[str, ...], language: str
) -> None:
    """A summary that is missing in the reader's language is not marked; below all it is said."""
    result = run(*asked, records / "lagemeer-2031-7", "--language", language, *DAY)

    assert "[Dutch]" not in result.output
    assert "[Engels]" not in result.output
    assert result.output.splitlines().count(_OTHER_LANGUAGE[language]) == 1


def test_a_list_without_summaries_says_nothing_of_their_language(run: Run, records: Path) -> None:
    """Of ids, days and names there is nothing to say."""
    folder = records / "lagemeer-2031-7"
    result = run("list", "statements", folder, "--fields", "id,due", "--language", "en", *DAY)

    assert _OTHER_LANGUAGE["en"] not in result.output


def test_a_record_in_one_language_says_so_below_its_list(
    run: Run, copied_record: Callable[[str], Path]
) -> None:
    """Where nothing is in the reader's language, that is said; in that language nothing is."""
    folder = copied_record("duinmark-2040-3")
    file = folder / "record.toml"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text(
        "".join(re.sub(r", en = \"(?:[^\"\\\\]|\\\\.)*\"", "", line) for line in lines),
        encoding="utf-8",
    )
    day = ("--as-of", "2042-02-15")
    english = run("list", "commitments", folder, "--language", "en", *day).output
    dutch = run("list", "commitments", folder, "--language", "nl", *day).output

    assert english.count("Summaries and notes are in Dutch; they do not exist in English yet.") == 1
    assert "samenvatting" not in dutch
