"""A wrong setting is answered in a sentence."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from cli.settings.written import settings

Run = Callable[..., Result]


@pytest.mark.parametrize(
    "text, message",
    [
        ('langauge = "nl"', "Did you mean language? It may have language,"),
        ('plugins_dir = "/tmp"', "never names code to load"),
        (
            'language = "de"',
            "language is 'de'.\n    It takes a language, such as language = \"en\".",
        ),
        ('ignore = "text-one-language"', "It takes a list of codes"),
        ("options = 3", "It takes a table for each reporter or rule"),
        ("[options]\nexcel = 3", "It takes a table for each reporter or rule"),
        ("= 3", "is not TOML"),
        (f"x = {'[' * 50_000}", "is not TOML: its elements are nested too deeply"),
        (f"{'.'.join('a' * 60_000)} = 1", "is not TOML: its elements are nested too deeply"),
        ('ignore = ["quote-missing"]', "quote-missing is an error, and errors are not ignored."),
    ],
)
def test_a_wrong_setting_is_answered(run: Run, office: Path, text: str, message: str) -> None:
    """The file is named, with what is wrong and what would work."""
    file = settings(office, text)

    result = run("check", office / "letters")

    assert message in result.stderr
    assert str(file) in result.stderr
    assert result.exit_code == 2


@pytest.mark.parametrize(
    "code, message",
    [
        ("text-one-langage", "Did you mean text-one-language?"),
        ("quote-missing", "quote-missing is an error, and errors are not ignored."),
    ],
)
def test_a_code_that_cannot_be_ignored_is_answered(
    run: Run, letter: Path, code: str, message: str
) -> None:
    """A misspelt code, and that of an error."""
    result = run("check", letter, "--ignore", code)

    assert message in result.stderr
    assert result.exit_code == 2
