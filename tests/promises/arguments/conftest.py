"""The record that is asked wrongly."""

from pathlib import Path
from typing import Any

import pytest

import ssrpolicy


@pytest.fixture(scope="module")
def record(fixtures: Path) -> Any:
    """The letter, as if Python had no types."""
    return ssrpolicy.load(fixtures / "records" / "kst-32123-X-124")
