"""One writer at a time: who edits a record waits until nobody else does."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ssrpolicy.storage.handles import spare_handles

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
    with turns([folder]):
        yield


@contextmanager
def turns(folders: Iterable[Path]) -> Iterator[None]:
    """Hold the records in several folders while the block runs.

    Everybody takes them in one order, so that no two wait for each other. Where a process may
    hold fewer files open than there are folders, the last of them are not held.
    """
    ordered = sorted({os.path.realpath(folder) for folder in folders})
    held: list[int] = []
    try:
        for folder in ordered[: max(1, spare_handles())] if _LOCKS else ():
            with suppress(OSError):
                held.append(os.open(folder, os.O_RDONLY))
                fcntl.flock(held[-1], fcntl.LOCK_EX)
        yield
    finally:
        for handle in held:
            os.close(handle)
