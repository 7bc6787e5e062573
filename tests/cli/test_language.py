"""The language of the command: of --language, of SSRPOLICY_LANGUAGE, or of the locale."""

import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import Result

from cli.conftest import every_command, spoken
from ssrpolicy.cli.add.quantities import QUANTITY
from ssrpolicy.cli.main import _command
from ssrpolicy.cli.merge import command as merge
from ssrpolicy.editing import record_to_edit
from ssrpolicy.messages import _, messages_in
from tables import each_case

Run = Callable[..., Result]


def dutch(*arguments: str | Path) -> Result:
    """What the command prints for somebody who asked for Dutch."""
    return spoken(*arguments, SSRPOLICY_LANGUAGE="nl")


@each_case(
    "environment",
    [
        {"SSRPOLICY_LANGUAGE": "nl", "LC_ALL": "en_GB.UTF-8"},
        {"LC_ALL": "nl_NL.UTF-8", "LANG": "C"},
        {"LC_MESSAGES": "nl_BE.UTF-8", "LANG": "en_GB.UTF-8"},
        {"LANG": "nl_NL@euro"},
        {"LANG": "nl"},
        {"SSRPOLICY_LANGUAGE": "", "LANG": "NL"},
    ],
)
def test_dutch_is_spoken_where_the_environment_says_so(environment: dict[str, str]) -> None:
    """The first of the variables that says something decides."""
    assert spoken("--help", **environment).output.startswith("Gebruik: ssrpolicy [OPTIES]")


@each_case(
    "environment",
    [
        {},
        {"SSRPOLICY_LANGUAGE": "en", "LANG": "nl_NL.UTF-8"},
        {"LC_ALL": "C.UTF-8", "LANG": "nl_NL.UTF-8"},
        {"LANG": "de_DE.UTF-8"},
        {"LANG": "nld_NL"},
    ],
)
def test_english_is_spoken_everywhere_else(environment: dict[str, str]) -> None:
    """Without a language, and in one that is not translated."""
    assert spoken("--help", **environment).output.startswith("Usage: ssrpolicy [OPTIONS]")


@each_case("words", list(every_command(_command)), ids=" ".join)
def test_no_english_is_left_in_the_help(words: tuple[str, ...]) -> None:
    """Usage, text, headings, options and examples of every command are Dutch."""
    help_ = dutch(*words, "--help").output

    for english in (
        "Usage:",
        "Options:",
        "Commands:",
        "Show",
        "exit.",
        "For example",
        "the ",
        "[re",
    ):
        assert english not in help_
    assert "Toon deze uitleg en stop." in help_
    # An example stands on lines of its own, as in English.
    assert "\\b" not in help_
    assert help_.count("\n    ssrpolicy ") == spoken(*words, "--help").output.count(
        "\n    ssrpolicy "
    )


@each_case(
    "words, expected",
    [
        (["report"], "Fout: Ontbrekend argument 'PAD...'."),
        (["report", "x"], "Fout: Ontbrekende optie '--to'."),
        (["check", "--bogus"], "Fout: De optie '--bogus' bestaat niet."),
        (["rapport"], "Fout: De opdracht 'rapport' bestaat niet. Bedoelde u `ssrpolicy report`?"),
        (["report", "x", "--to", "json", "--language", "de"], "is niet een van 'nl', 'en'."),
        (["check", "x", "--plugins-dir", "nergens"], "Map 'nergens' bestaat niet."),
    ],
)
def test_a_wrong_command_line_is_refused_in_dutch(words: list[str], expected: str) -> None:
    """What click finds wrong is said in Dutch, and where help is to be had."""
    output = dutch(*words).output

    assert expected in output
    assert "voor uitleg." in output


def test_json_stays_english(letter_copy: Path) -> None:
    """What programs read is the same in every place, messages and hints included."""
    text = (letter_copy / "record.toml").read_text(encoding="utf-8")
    (letter_copy / "record.toml").write_text(text.replace('"nl"', '"x"', 1), encoding="utf-8")
    words = ("check", letter_copy, "--format", "json")

    assert json.loads(dutch(*words).stdout) == json.loads(spoken(*words).stdout)


def test_the_comments_of_a_new_record_are_in_the_language(fixtures: Path, tmp_path: Path) -> None:
    """Who asks for Dutch gets Dutch comments; the record itself is the same."""
    source = fixtures / "records/kst-32123-X-124/sources/kst-32123-X-124.txt"
    assert dutch("new", source, tmp_path / "nl").exit_code == 0
    assert spoken("new", source, tmp_path / "en").exit_code == 0
    assert spoken("new", source, tmp_path / "asked", "--language", "nl").exit_code == 0
    texts = {
        each: (tmp_path / each / "record.toml").read_text(encoding="utf-8")
        for each in ("nl", "en", "asked")
    }
    assert texts["asked"] == texts["nl"]

    assert "# Wat de brief stelt." in texts["nl"]
    assert "# What the letter states." in texts["en"]
    assert record_to_edit(tmp_path / "nl") == record_to_edit(tmp_path / "en")


@pytest.mark.parametrize("word", ["in uitvoering", "In uitvoering", "in progress", "in_progress"])
def test_a_status_is_given_as_a_tracker_has_it(word: str, letter_copy: Path, run: Run) -> None:
    """What a tracker accepts in a cell, the command accepts as an option, in any language."""
    done = run(
        *("add", "update", letter_copy, "--statement", "african-union", "--date", "2011-03-01"),
        *("--by", "nl-bz", "--claimed", word),
    )

    assert done.exit_code == 0
    assert record_to_edit(letter_copy).updates[-1].claimed == "in_progress"


@pytest.mark.parametrize(
    "word", ["gemeld als voldaan, niet aangetoond", "Reported as fulfilled, not shown", "Voldaan."]
)
def test_a_status_is_given_as_a_report_prints_it(word: str, letter_copy: Path, run: Run) -> None:
    """What a list says of what was reported as fulfilled, the command accepts."""
    done = run(
        *("add", "update", letter_copy, "--statement", "african-union", "--date", "2011-03-01"),
        *("--by", "nl-bz", "--claimed", word),
    )

    assert done.exit_code == 0
    assert record_to_edit(letter_copy).updates[-1].claimed == "fulfilled"


def test_a_kind_is_given_in_dutch(letter: Path, run: Run) -> None:
    """`show --kind toezegging` lists what `--kind commitment` does."""
    shown = [run("show", letter, "--kind", kind).stdout for kind in ("toezegging", "commitment")]

    assert shown[0] == shown[1]
    assert "african-union" in shown[0]


def test_a_word_that_is_nearly_right_is_named(letter: Path) -> None:
    """The nearest label is offered, or all of them, in the language that is spoken."""
    near = dutch("show", letter, "--kind", "toezeging").output
    far = dutch("show", letter, "--kind", "xyz").output

    assert "Bedoelde u toezegging?" in near
    assert "Kies uit: toezegging, voorwaarde, standpunt, bewering, inzet." in far


def test_the_process_is_left_as_it_was() -> None:
    """The language is that of one run of the command and stays with nobody after it."""
    before = os.environ.get("LANGUAGE")
    dutch("--help")

    assert os.environ.get("LANGUAGE") == before
    assert spoken("--help").output.startswith("Usage: ")


@pytest.mark.parametrize(
    "words, said",
    [
        (("cite", "zie motie nr. 84"), "niet te bepalen (een nummer)"),
        (("cite", "--help"), "[OPTIES] [TEKST]"),
        (("remove", "--help"), "Verwijder het onderdeel KENMERK uit het dossier op PAD."),
        (("replace", "--help"), "Vervang wat het onderdeel KENMERK van het dossier op PAD zegt."),
        (("merge", "--help"), "--take KANT"),
        (("add", "party", "RECORD", "--id", "x", "--name", ""), "--name is leeg; geef de woorden"),
    ],
)
def test_no_english_is_left_in_dutch(letter: Path, words: tuple[str, ...], said: str) -> None:
    """Kinds of citations, names of arguments and what an empty text is called."""
    done = dutch(*(letter if each == "RECORD" else each for each in words))

    assert said in " ".join(done.output.split())


def test_thousands_are_separated_as_in_each_language() -> None:
    """A comma in English, a point in Dutch."""
    said = {}
    for language in ("en", "nl"):
        with messages_in(language):
            said[language] = _("more than {elements:,} elements", elements=1_000_000)
    assert said == {"en": "more than 1,000,000 elements", "nl": "meer dan 1.000.000 elementen"}


def test_keys_of_a_quantity_and_the_side_of_a_merge_are_known_in_dutch() -> None:
    """What a tracker or a report calls them."""
    read = [
        QUANTITY.convert(f"{key}=100,eenheid=person,per=year", None, None)
        for key in ("ten hoogste", "ten_hoogste", "at_most")
    ]
    assert {each.at_most for each in read} == {100}
    (side,) = (each for each in merge.params if each.name == "take")
    assert [side.type.convert(each, None, None) for each in ("dossier", "record")] == ["record"] * 2


@each_case("words", [*every_command(_command)], ids=" ".join)
def test_dutch_help_names_what_is_typed_as_its_first_line_does(words: tuple[str, ...]) -> None:
    """An argument that is called BRON in the usage is not called SOURCE below it."""
    command: click.Command = _command
    for word in words:
        assert isinstance(command, click.Group)
        found = command.get_command(click.Context(command), word)
        assert found is not None
        command = found
    called = [each.metavar for each in command.params if each.metavar is not None]
    with messages_in("nl"):
        names = {each: _(each) for each in called}
    shown = dutch(*words, "--help").output
    said = set(re.findall(r"\b[A-Z]{3,}\b", shown))

    assert [n for n, own in names.items() if own != n and n.strip("[].") in said] == []
    assert "plug-in" not in shown


def test_the_command_that_a_dutch_hint_gives_is_in_dutch(tmp_path: Path) -> None:
    """What stands in it for a file is called as the help calls it."""
    (tmp_path / "empty").mkdir()

    assert "ssrpolicy new BRIEF.txt" in dutch("show", tmp_path / "empty").output


@each_case("group", ["add", "register", "corpus"])
def test_a_group_without_a_command_shows_its_help(group: str) -> None:
    """Once, and not as what is wrong with the words that were given."""
    printed = dutch(group).output

    assert printed.startswith(f"Gebruik: ssrpolicy {group} [OPTIES] OPDRACHT")
    assert printed.count("Gebruik:") == 1
    assert "Fout:" not in printed


def test_examples_in_dutch_name_folders_in_dutch() -> None:
    """One word for the folder of records throughout."""
    examples = {
        " ".join(words): text.split("Bijvoorbeeld:")[-1]
        for words in every_command(_command)
        if "Bijvoorbeeld:" in (text := dutch(*words, "--help").output)
    }

    assert {"merge", "report", "list"} <= examples.keys()
    assert [words for words, text in examples.items() if re.search(r"\brecords\b", text)] == []
