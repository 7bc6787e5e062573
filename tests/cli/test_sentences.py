"""What the command says of its arguments is a sentence."""

from pathlib import Path

import pytest

from cli.conftest import Run


@pytest.mark.parametrize(
    "language, said",
    [("en", "unexpected extra argument (x)."), ("nl", "Onverwacht extra argument (x).")],
)
def test_what_is_said_of_arguments_is_a_sentence(
    run: Run, monkeypatch: pytest.MonkeyPatch, language: str, said: str
) -> None:
    """The library that reads arguments leaves the full stop out."""
    monkeypatch.setenv("SSRPOLICY_LANGUAGE", language)

    assert said in run("schema", "x").stderr


@pytest.mark.slow
def test_coverage_is_not_listed_of_more_sentences_than_are_gone_through(
    run: Run, tmp_path: Path
) -> None:
    """A text of very many sentences is refused at once, with what would work."""
    letter = tmp_path / "lang.txt"
    letter.write_text("Het gaat goed. " * 50_001)
    assert run("new", letter, tmp_path / "lang").exit_code == 0

    done = run("check", tmp_path / "lang", "--coverage")

    assert done.exit_code == 2
    assert "lang#letter has 50,001 sentences" in done.stderr
    assert "record each part by itself" in done.stderr
