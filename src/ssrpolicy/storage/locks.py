"""One writer at a time: who edits a record waits, and what an office program has open is known."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # a system without file locks, such as Windows
    _LOCKS = False
else:
    _LOCKS = True

_SPARE = 32  # how many files a process with many locks can still open


@contextmanager
def locked(*folders: Path) -> Iterator[None]:
    """Lock the records in these folders while the block runs; another ssrpolicy waits until then.

    A lock is the folder's own and leaves no file. Everybody takes them in one order, so
    that no two wait for each other. Where the system or the file system has no locks the block
    runs all the same, and where a process may not open as many files, the last are not locked.
    """
    held: list[int] = []
    try:
        for folder in sorted({os.path.realpath(each) for each in folders}) if _LOCKS else ():
            try:
                held.append(os.open(folder, os.O_RDONLY))
                fcntl.flock(held[-1], fcntl.LOCK_EX)
            except OSError as error:
                if error.errno == errno.EMFILE:
                    _release(held, _SPARE)
                    break
        yield
    finally:
        _release(held, len(held))


def open_elsewhere(path: Path) -> tuple[str, Path] | None:
    """Return which program has a file open, and its lock next to it; None without one.

    LibreOffice and Microsoft Office leave such a file while they have one open; Word leaves out
    the first letters of a longer name.
    """
    name = path.name
    locks = {
        f".~lock.{name}#": "LibreOffice",
        **{f"~${name[left_out:]}": "Microsoft Office" for left_out in range(3)},
    }
    for lock, program in locks.items():
        if os.path.lexists(found := path.with_name(lock)):
            return program, found
    return None


def _release(held: list[int], number: int) -> None:
    for _ in range(min(number, len(held))):
        os.close(held.pop())
