"""The texts of letters from which a record begins."""

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def letter_text(letter: Path) -> str:
    """The text of the letter, as the publisher broke it."""
    return (letter / "sources" / "kst-32123-X-124.txt").read_bytes().decode("utf-8")


@pytest.fixture(scope="session")
def fixtures_lagemeer(fixtures: Path) -> str:
    """The text of the invented letter."""
    return (fixtures / "records" / "lagemeer-2031-7" / "sources" / "brief-7.txt").read_text("utf-8")
