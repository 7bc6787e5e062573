"""Garbage collection paused while much is read or written."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collection_paused() -> Iterator[None]:
    """Pause the collection of cycles while the block runs.

    Records have no cycles, and looking for some among all that was read takes longer each time.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            _count_as_old()
            gc.enable()


def _count_as_old() -> None:
    """Put all objects with the old ones: as new ones, all of them would be searched at once."""
    if gc.get_freeze_count() == 0:  # what a caller froze stays so
        gc.freeze()
        gc.unfreeze()
