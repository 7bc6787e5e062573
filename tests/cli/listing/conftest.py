"""The records that are listed."""

from pathlib import Path

import pytest


@pytest.fixture
def records(fixtures: Path) -> Path:
    """The folder of the records."""
    return fixtures / "records"
