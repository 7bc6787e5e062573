"""A record with a draft."""

from collections.abc import Callable
from pathlib import Path

import pytest

from draftable import LETTER

NewRecord = Callable[..., Path]


@pytest.fixture
def folder(new_record: NewRecord) -> Path:
    """A record of the letter."""
    return new_record(LETTER)
