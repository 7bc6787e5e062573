"""The records from which is chosen."""

from pathlib import Path

import pytest

import ssrpolicy
from ssrpolicy import PolicyRecord


@pytest.fixture(scope="module")
def records(fixtures: Path) -> tuple[PolicyRecord, ...]:
    """The records of the project, read."""
    return ssrpolicy.load_all(fixtures / "records")
