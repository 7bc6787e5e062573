"""Garbage collection paused while much is read or written."""

import gc
import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_MANY: Final = 20_000
"""More new objects than this come up only where many records are read, or a very large one."""

_ALL_AFTER: Final = 10
"""After so many of such readings all that is in memory is searched once: Python itself counts its
searches up to that, and what counts as old begins its count anew."""

_readings = itertools.count(1)


@contextmanager
def collection_paused() -> Iterator[None]:
    """Pause the collection of cycles while the block runs.

    Records have no cycles, and looking for some among all that was read takes longer each time.
    Where a great deal was read, it counts as old afterwards: as new, all of it would be searched
    at once. After a small call nothing is moved: what the program threw away would count as old.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            if gc.get_count()[0] > _MANY and gc.get_freeze_count() == 0:  # what is frozen stays so
                if next(_readings) % _ALL_AFTER == 0:
                    gc.collect()
                else:
                    gc.freeze()
                    gc.unfreeze()
            gc.enable()
