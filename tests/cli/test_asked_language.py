"""``--language`` of a command: where it is given, and what follows it."""

from pathlib import Path

import pytest

from cli.conftest import every_command, spoken
from ssrpolicy.cli.main import _command
from tables import each_case


def test_a_language_that_is_asked_for_decides() -> None:
    """--language of a report is the language of its messages too, wherever it stands."""
    for words in (
        ("--language", "en", "--help"),
        ("--help", "--language=en"),
        ("-x", "--language=en"),
    ):
        assert spoken("report", *words, SSRPOLICY_LANGUAGE="nl").output.startswith("Usage: ")
    assert spoken("show", "nowhere", "--language", "nl").output.startswith("Fout: ")


@each_case("words", list(every_command(_command)), ids=" ".join)
def test_every_command_has_a_language(words: tuple[str, ...]) -> None:
    """Who asks one command for Dutch gets its help in Dutch, but for a paper's own language."""
    printed = spoken(*words, "--help", "--language", "nl").output
    if words == ("add", "document") or not printed.startswith("Gebruik: "):
        assert "The language of its text" in printed or "COMMAND" in printed
    else:
        assert "--language" in printed


@pytest.mark.parametrize("above", [(), ("add",)])
def test_a_language_is_given_to_a_command(above: tuple[str, ...]) -> None:
    """Before the command it is refused, with where it belongs."""
    refused = spoken(*above, "--language", "nl", "update").output

    assert f"{' '.join(('ssrpolicy', *above))} " in refused
    assert "--language nl." in refused


def test_what_replaces_an_entry_is_refused_in_its_language(letter: Path) -> None:
    """The options of an entry follow their own --language, but for that of a paper."""
    said = {
        id: spoken("replace", letter, id, "--language", "nl", "--bogus").output
        for id in ("african-union", "motion")
    }

    assert "Fout: De optie '--bogus' bestaat niet." in said["african-union"]
    assert "Error: No such option '--bogus'." in said["motion"]


def test_an_entry_that_is_not_there_is_refused_in_the_language_asked_for(letter: Path) -> None:
    """So is a record that is not: neither says of what kind the entry would be."""
    for place, id in ((letter, "no-such-entry"), (letter / "nowhere", "motion")):
        assert spoken("replace", place, id, "--language", "nl").output.startswith("Fout: ")


def test_the_language_of_a_paper_is_not_that_of_the_command(letter: Path) -> None:
    """`add document --language` says what the paper is written in."""
    assert spoken("add", "document", letter, "--language", "nl", "-x").output.startswith("Usage: ")
