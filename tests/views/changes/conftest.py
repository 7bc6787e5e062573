"""The letter's record, in which little changes."""

from pathlib import Path

import pytest

import ssrpolicy
from ssrpolicy import PolicyRecord


@pytest.fixture(scope="module")
def letter_record(letter: Path) -> PolicyRecord:
    """The record of the letter, without a single update."""
    return ssrpolicy.load(letter)
