"""Settings of a folder hold for the records below it, and are shown."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from cli.settings.written import settings

Run = Callable[..., Result]


def codes(result: Result) -> set[str]:
    """The codes of the findings that a check printed as JSON."""
    return {finding["code"] for finding in json.loads(result.stdout)["findings"]}


def test_a_code_is_ignored_from_above_the_record(run: Run, office: Path) -> None:
    """The nearest file upwards counts; what was left out is counted, and said with its file."""
    file = settings(office, 'ignore = ["commitment-without-owner"]\n')

    text = run("check", office / "letters")
    data = run("check", office / "letters" / "ssr", "--format", "json")

    assert "commitment-without-owner:" not in text.stdout.replace("ignored: ", "")
    assert text.stdout.endswith("no notes.\n3 findings ignored: commitment-without-owner.\n"), (
        text.stdout
    )
    assert text.stderr == f"Settings of {file}: ignored: commitment-without-owner.\n"
    assert codes(data) == set()
    assert json.loads(data.stdout)["ignored"] == {"commitment-without-owner": 3}


def test_the_nearest_file_counts_alone(run: Run, office: Path) -> None:
    """Settings of a folder take the place of those above it; nothing is mixed."""
    settings(office, 'ignore = ["commitment-without-owner"]\n')
    settings(office / "letters", "")

    result = run("check", office / "letters" / "ssr", "--format", "json")

    assert codes(result) == {"commitment-without-owner"}
    assert result.stderr == ""


def test_paths_with_different_settings_are_refused(run: Run, office: Path) -> None:
    """Which of two would hold is not guessed."""
    shutil.copytree(office / "letters", office / "more")
    first, second = settings(office / "letters", ""), settings(office / "more", "")

    result = run("check", office / "letters", office / "more")

    assert f"The paths have different settings: {first}, {second}." in result.stderr
    assert result.exit_code == 2


def test_a_report_takes_reporters_language_and_options(run: Run, office: Path) -> None:
    """What is left out on the command line is as the file has it, and the run says so."""
    text = 'language = "en"\nreporters = ["json"]\n[options.json]\nindent = 0\nderived = false\n'
    file = settings(office, text)
    asked = ("report", office / "letters" / "ssr", "--as-of", "2011-04-01")

    left_out = run(*asked, "--output", office / "a.json")
    given = run(
        *(*asked, "--output", office / "b.json", "--to", "json", "--language", "nl"),
        *("-o", "indent=2", "-o", "json.derived=yes"),
    )

    assert left_out.exit_code == given.exit_code == 0, left_out.stderr + given.stderr
    said = f"Settings of {file}: language en; reporters json; options of json: indent, derived."
    assert said in left_out.stderr.splitlines()
    assert "\n" not in (office / "a.json").read_text("utf-8").rstrip()
    written = json.loads((office / "a.json").read_text("utf-8"))
    assert written["derived"].keys() == {"sha256"}
    assert "Settings of" not in given.stderr
    assert json.loads((office / "b.json").read_text("utf-8"))["derived"]


def test_a_file_among_the_options_is_beside_the_settings(run: Run, office: Path) -> None:
    """A path in the settings is not that of whoever happens to stand elsewhere."""
    settings(office, '[options.word]\ntexts = "texts.toml"\n')
    (office / "texts.toml").write_text('recipient = "de minister"\n', encoding="utf-8")

    asked = ("report", office / "letters" / "ssr", "--as-of", "2011-04-01", "--to", "word")
    found = run(*asked, "--output", office / "a.docx")
    (office / "texts.toml").unlink()
    lost = run(*asked, "--output", office / "b.docx")

    assert found.exit_code == 0, found.stderr
    assert str(office / "texts.toml") in lost.stderr


def test_a_rule_has_options_of_the_settings_and_of_the_command(
    run: Run, office: Path, tmp_path: Path
) -> None:
    """The command goes before the settings, and these before the rule's own default."""
    asked = ("check", office / "letters", "--plugins-dir", tmp_path / "plugins", "--format", "json")

    default = run(*asked)
    settings(office, "[options.acme-long]\nwords = 3\n")
    set_so = run(*asked)
    given = run(*asked, "-o", "acme-long.words=90")

    assert "acme-long" in codes(set_so)
    assert "acme-long" not in codes(given)
    numbers = [r.stdout.count('"acme-long"') for r in (default, set_so, given)]
    assert numbers[0] < numbers[1]
    assert "options of acme-long: words" in set_so.stderr


@pytest.mark.parametrize(
    "argument, message",
    [
        ("acme-long.words=many", "The option words of acme-long is many."),
        ("acme-long.word=3", "Did you mean words?"),
        ("acme-lang.words=3", "Did you mean acme-long?"),
        ("words=3", "is not of the form CODE.key=value"),
    ],
)
def test_a_wrong_option_of_a_rule_is_answered(
    run: Run, office: Path, tmp_path: Path, argument: str, message: str
) -> None:
    """As for a reporter, with the nearest."""
    result = run("check", office / "letters", "--plugins-dir", tmp_path / "plugins", "-o", argument)

    assert message.replace("many.", "'many'.") in result.stderr
    assert result.exit_code == 2


def test_the_settings_of_a_folder_are_shown(
    run: Run, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`ssrpolicy plugins` shows what holds where one stands."""
    file = settings(office, 'language = "en"\ndisable = ["word"]\n[options.json]\nindent = 0\n')
    monkeypatch.chdir(office / "letters")

    text, data = run("plugins"), run("plugins", "--format", "json")

    assert f"(disabled by {file})" in text.stdout
    assert text.stdout.endswith(
        f"Settings of this folder, from {file}:\n"
        "  language: en\n  disable: word\n  options.json: indent=0\n"
    )
    assert json.loads(data.stdout)["settings"] == {
        "file": str(file),
        "language": "en",
        "reporters": [],
        "ignore": [],
        "disable": ["word"],
        "options": {"json": {"indent": 0}},
    }


def test_a_report_without_reporters_is_asked_for_one(run: Run, office: Path) -> None:
    """Nothing is chosen for who named none, here or in settings."""
    result = run("report", office / "letters" / "ssr")

    assert "Missing option '--to'." in result.stderr
    assert result.exit_code == 2
