"""The records whose printed names are entered."""

from pathlib import Path

import pytest

import ssrpolicy
from ssrpolicy import PolicyRecord

RECORDS = ("kst-32123-X-124", "lagemeer-2031-7")


@pytest.fixture(scope="module")
def read(fixtures: Path) -> dict[str, PolicyRecord]:
    """The two records of the fixtures, by their ids."""
    return {name: ssrpolicy.load(fixtures / "records" / name) for name in RECORDS}
