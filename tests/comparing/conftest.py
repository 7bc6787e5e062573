"""The invented record that is compared."""

from pathlib import Path

import pytest

import ssrpolicy
from ssrpolicy import PolicyRecord


@pytest.fixture(scope="module")
def invented(fixtures: Path) -> PolicyRecord:
    """The invented record."""
    return ssrpolicy.load(fixtures / "records" / "lagemeer-2031-7")
