"""What the command says of its arguments is a sentence."""

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
