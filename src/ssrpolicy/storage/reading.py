"""Files read whole: ordinary files only, none too large, and never one that would make us wait."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Final

from ssrpolicy.errors import InputError

LARGEST: Final = 256 * 1024 * 1024
"""The most bytes that a record or a source may have; the largest portfolios stay far below it."""

# Opening a pipe that nobody writes to would wait for ever. Systems without pipes lack the flag.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def file_bytes(path: Path, *, follow: bool = True, called: str | None = None) -> bytes:
    """Return the bytes of an ordinary file; a link is followed unless ``follow`` is false.

    ``called`` is what messages call the file, if not by its path.

    Raises InputError when there is no such file, it may not be read, it is a folder, a device or a
    pipe, or it is larger than ``LARGEST``.
    """
    name = called or str(path)
    try:
        # A device is not even opened: some act on that.
        _check_kind(name, path.stat().st_mode)
        handle = os.open(path, _FLAGS if follow else _FLAGS | getattr(os, "O_NOFOLLOW", 0))
        with os.fdopen(handle, "rb") as file:
            _check_kind(name, os.fstat(file.fileno()).st_mode)
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise InputError(f"{name} does not exist.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{name} cannot be read: {reason}.") from error
    if len(data) > LARGEST:
        raise InputError(
            f"{name} is larger than {LARGEST // 2**20} MiB, which is the most that is read.",
            hint="Divide the records over several files.",
        )
    return data


def _check_kind(name: str, mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise InputError(f"{name} is a folder; name a file.")
    if not stat.S_ISREG(mode):
        raise InputError(f"{name} is a device or a pipe; name an ordinary file.")
