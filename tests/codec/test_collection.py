"""Reading leaves the garbage collector as it was."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

import ssrpolicy


@pytest.fixture
def frozen() -> Iterator[int]:
    """The number of objects that are kept from the collector, as a server keeps what it loaded."""
    gc.freeze()
    yield gc.get_freeze_count()
    gc.unfreeze()


def test_what_is_frozen_stays_frozen(letter: Path, frozen: int) -> None:
    """Reading a record puts no object that the caller froze back among those that are searched."""
    ssrpolicy.load(letter)
    assert gc.get_freeze_count() > frozen // 2
    assert gc.isenabled()


def test_collection_goes_on(letter: Path) -> None:
    """Reading a record leaves the collector on, with nothing kept from it."""
    before = gc.get_freeze_count()
    ssrpolicy.load(letter)
    assert (gc.isenabled(), gc.get_freeze_count()) == (True, before)
