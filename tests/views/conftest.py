"""The two records that the views are shown on."""

from pathlib import Path

import pytest

import ssrpolicy
from ssrpolicy import PolicyRecord


@pytest.fixture(scope="module")
def record(letter: Path) -> PolicyRecord:
    """The record of the letter."""
    return ssrpolicy.load(letter)


@pytest.fixture(scope="module")
def invented(fixtures: Path) -> PolicyRecord:
    """The invented record, in which everything happens."""
    return ssrpolicy.load(fixtures / "records" / "lagemeer-2031-7")
