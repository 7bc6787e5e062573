"""The invented record that is shown."""

from pathlib import Path

import pytest

from ssrpolicy import codec
from ssrpolicy.model import PolicyRecord


@pytest.fixture(scope="session")
def lagemeer(fixtures: Path) -> Path:
    """The folder of the invented record."""
    return fixtures / "records" / "lagemeer-2031-7"


@pytest.fixture(scope="session")
def record(lagemeer: Path) -> PolicyRecord:
    """The invented record."""
    return codec.read(lagemeer).records[0]
