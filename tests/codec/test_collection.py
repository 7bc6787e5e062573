"""Reading leaves the garbage collector as it was."""

import gc
import weakref
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

import ssrpolicy
from ssrpolicy.codec import collection_paused, write_json


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


@pytest.fixture
def usual() -> Iterator[None]:
    """The collector as Python has it: tests let it look less often."""
    before = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    yield
    gc.set_threshold(*before)


@pytest.mark.heavy
@pytest.mark.usefixtures("usual")
def test_what_the_program_throws_away_is_collected(letter: Path) -> None:
    """Cycles of a program that writes a record time after time do not pile up in memory."""
    record = ssrpolicy.load(letter)
    gone: list[weakref.ref[Cycle]] = []
    for _ in range(300):
        gone += [weakref.ref(Cycle()) for _ in range(100)]
        write_json(record, BytesIO())
    assert sum(each() is not None for each in gone) < len(gone) / 2


@pytest.mark.heavy
def test_what_the_program_throws_away_between_large_readings_is_collected() -> None:
    """What became old with what was read is searched as well, though seldom."""
    gone: list[weakref.ref[Cycle]] = []
    for _ in range(30):
        gone.append(weakref.ref(Cycle()))
        with collection_paused():
            read: list[list[None]] = [[] for _ in range(30_000)]
        del read  # what is freed within the next reading counts against what that makes
    assert sum(each() is not None for each in gone) < len(gone) / 2


@pytest.mark.heavy
@pytest.mark.parametrize("number, old", [(30_000, True), (100, False)])
def test_only_what_is_read_in_bulk_counts_as_old(number: int, *, old: bool) -> None:
    """Tens of thousands of new objects are not searched for garbage at once, and a few are."""
    with collection_paused():
        made: list[list[None]] = [[] for _ in range(number)]
    assert any(each is made[-1] for each in gc.get_objects(generation=2)) is old


class Cycle:
    """An object that only the collector can throw away."""

    def __init__(self) -> None:
        """Refer to itself."""
        self.itself = self
