"""A record that `new` makes of a text."""

from collections.abc import Callable
from pathlib import Path

import pytest

from draftable import LETTER
from ssrpolicy.starting import begin_record

NewRecord = Callable[..., Path]


@pytest.fixture
def new_record(tmp_path: Path) -> NewRecord:
    """A function that makes a record of a text, as `ssrpolicy new` does, and gives its folder."""

    def make(text: str = LETTER, name: str = "letter") -> Path:
        file = tmp_path / f"{name}.txt"
        file.write_text(text, encoding="utf-8", newline="")
        return begin_record(file, tmp_path / f"record-{name}", None).folder

    return make
