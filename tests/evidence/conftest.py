"""The letter's text, as the evidence tests read it."""

from pathlib import Path

import pytest

from ssrpolicy.evidence import SourceText


@pytest.fixture(scope="session")
def source(letter: Path) -> SourceText:
    """The letter kst-32123-X-124, its characters untouched."""
    path = letter / "sources" / "kst-32123-X-124.txt"
    return SourceText(path.read_bytes().decode("utf-8"))
