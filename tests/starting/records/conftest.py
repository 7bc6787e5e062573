"""Papers that a record begins with."""

from collections.abc import Callable
from pathlib import Path

import pytest

Write = Callable[[bytes], Path]


@pytest.fixture
def source(letter: Path) -> Path:
    """The letter's text."""
    return letter / "sources" / "kst-32123-X-124.txt"


@pytest.fixture
def written(tmp_path: Path) -> Write:
    """A function that writes a text and gives its file."""

    def write(data: bytes) -> Path:
        file = tmp_path / "Brief (versie 2).txt"
        file.write_bytes(data)
        return file

    return write
