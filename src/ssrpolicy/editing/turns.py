"""One writer at a time: who edits a record waits until nobody else does."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # a system without file locks, such as Windows
    _LOCKS = False
else:
    _LOCKS = True


@contextmanager
def turn(folder: Path) -> Iterator[None]:
    """Hold the record in ``folder`` while the block runs; another ssrpolicy waits until then.

    The lock is the folder's own and leaves no file behind. Where the system or the file system
    has no locks the block runs all the same.
    """
    handle = None
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
    try:
        if handle is not None and _LOCKS:
            with suppress(OSError):
                fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        if handle is not None:
            os.close(handle)
