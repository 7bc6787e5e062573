"""The invented record that is shown."""

from pathlib import Path

import pytest

from ssrpolicy import codec
from ssrpolicy.model import PolicyRecord


@pytest.fixture(scope="session")
def record(lagemeer: Path) -> PolicyRecord:
    """The invented record."""
    return codec.read(lagemeer).records[0]
