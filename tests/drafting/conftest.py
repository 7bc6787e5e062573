"""A record that `new` makes of a text."""

from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp

import pytest

import ssrpolicy
from draftable import CLOSE, CLOSE_EN, HEAD, HEAD_EN, LETTER
from ssrpolicy.model import Commitment, Draft
from ssrpolicy.starting import begin_record

NewRecord = Callable[..., Path]


@pytest.fixture
def new_record(tmp_path: Path) -> NewRecord:
    """A function that makes a record of a text, as `ssrpolicy new` does, and gives its folder."""

    def make(text: str = LETTER, name: str = "letter") -> Path:
        # Those after the first have a folder of their own: a test may go through many texts.
        taken = (tmp_path / f"record-{name}").exists()
        home = Path(mkdtemp(dir=tmp_path)) if taken else tmp_path
        file = home / f"{name}.txt"
        file.write_text(text, encoding="utf-8", newline="")
        return begin_record(file, home / f"record-{name}", None).folder

    return make


@pytest.fixture
def drafted(new_record: NewRecord) -> Callable[[str], Draft]:
    """A function that drafts from a letter of some words."""
    return lambda words: ssrpolicy.draft(new_record(HEAD + words + CLOSE))


@pytest.fixture
def english(new_record: NewRecord) -> Callable[[str], Draft]:
    """A function that drafts from an English letter of some words."""
    return lambda words: ssrpolicy.draft(new_record(HEAD_EN + words + CLOSE_EN))


@pytest.fixture
def commitments(drafted: Callable[[str], Draft]) -> Callable[[str], list[Commitment]]:
    """A function that gives what a letter of some words is proposed to undertake."""
    return lambda words: [
        e.entry for e in drafted(words).proposals if isinstance(e.entry, Commitment)
    ]
