"""`ssrpolicy review`: the paper in which something was asked gets its number by a key."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

import ssrpolicy
from draftable import BY, HEAD
from ssrpolicy.starting import begin_record

Run = Callable[..., Result]

SAID = "De vaste commissie voor Havens heeft mij verzocht om een planning van de sluizen.\n"


@pytest.fixture
def asked(tmp_path: Path, run: Run) -> Path:
    """A record of an invented letter that answers a request, of a paper without a number."""
    file = tmp_path / "asked.txt"
    file.write_text(HEAD + SAID, "utf-8")
    folder = begin_record(file, tmp_path / "asked", None).folder
    assert run("draft", folder).exit_code == 0
    return folder


@pytest.mark.parametrize(
    "typed, field, number",
    [("36 725, nr. 29", "number", "kst-36725-29"), ("2030Z04567", "register_number", "2030Z04567")],
)
def test_a_paper_is_named_by_its_number(
    run: Run, asked: Path, typed: str, field: str, number: str
) -> None:
    """As it is cited; the request that is accepted with it shows the number."""
    done = run("review", asked, *BY, typed=f"p\n{typed}\ns\nq\n")
    accepted = run("review", asked, *BY, "--kind", "document", typed=f"p\n{typed}\na\nq\n")
    papers = {str(getattr(each, field)) for each in ssrpolicy.load(asked).documents}

    assert accepted.exit_code == 0, accepted.output
    assert number in papers
    assert f"({number})" in done.stdout


def test_words_that_cite_no_paper_change_nothing(run: Run, asked: Path) -> None:
    """The message says what would work."""
    done = run("review", asked, *BY, "--kind", "document", typed="p\nde brief\nq\n")

    assert "does not cite one paper" in done.output
    assert "32 123 X, nr. 84" in done.output
