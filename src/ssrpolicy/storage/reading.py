"""Input files read whole: ordinary files only, none too large, and never one to wait for."""

import os
import stat
from pathlib import Path
from typing import BinaryIO, Final

from ssrpolicy.errors import InputError
from ssrpolicy.messages import _, system_reason
from ssrpolicy.storage.addresses import path_missing

LARGEST: Final = 256 * 1024 * 1024
"""The most bytes that a record or a source may have; the largest portfolios stay far below it."""

_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
# Opening a pipe that nobody writes to would wait for ever. Systems without pipes lack the flag.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def open_file(path: Path, *, follow: bool = True, called: str | None = None) -> BinaryIO:
    """Return an ordinary file, open for reading; a link is followed unless ``follow`` is false.

    ``called`` is what messages call the file, if not by its path. Raises InputError when there is
    no such file, it may not be read, or it is a folder, a device or a pipe.
    """
    name = called or str(path)
    try:
        # A device is not even opened: some act on that.
        _check_kind(name, path.stat().st_mode)
        file = os.fdopen(os.open(path, _FLAGS if follow else _FLAGS | _NO_FOLLOW), "rb")
    except FileNotFoundError:
        raise path_missing(name, path) from None
    except (OSError, ValueError) as error:
        reason = system_reason(error)
        raise InputError(_("{name} cannot be read: {reason}.", name=name, reason=reason)) from error
    try:
        _check_kind(name, os.fstat(file.fileno()).st_mode)
    except InputError:
        file.close()
        raise
    return file


def read_file(
    path: Path, *, follow: bool = True, called: str | None = None, largest: int = LARGEST
) -> bytes:
    """Return the bytes of an ordinary file; raises InputError as :func:`open_file` does.

    It does so too for a file of more than ``largest`` bytes.
    """
    name = called or str(path)
    with open_file(path, follow=follow, called=called) as file:
        try:
            data: bytes | None = file.read(largest + 1)
        except OSError as error:
            raise InputError(
                _("{name} cannot be read: {reason}.", name=name, reason=system_reason(error))
            ) from error
    if data is None:  # what only looks like a file, and has nothing to read yet
        raise _not_a_file(name)
    if len(data) > largest:
        raise InputError(
            _(
                "{name} is larger than {largest} MiB, which is the most that is read.",
                name=name,
                largest=largest // 2**20,
            ),
            hint=_("Divide the records over several files.") if largest == LARGEST else None,
        )
    return data


class NotUtf8Error(ValueError):
    """Bytes are not UTF-8: a predicate says where and why, ``line`` where (from 1)."""

    def __init__(self, data: bytes, error: UnicodeDecodeError) -> None:
        self.line = data.count(b"\n", 0, error.start) + 1
        super().__init__(
            _(
                "is not UTF-8: line {line} has the byte 0x{data:02X}, which cannot stand there",
                line=self.line,
                data=data[error.start],
            )
        )


def utf8_text(data: bytes) -> str:
    """Return the text of UTF-8 bytes, with everything in it; raises NotUtf8Error."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise NotUtf8Error(data, error) from None


def _check_kind(name: str, mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise InputError(_("{name} is a folder; name a file.", name=name))
    if not stat.S_ISREG(mode):
        raise _not_a_file(name)


def _not_a_file(name: str) -> InputError:
    return InputError(_("{name} is a device or a pipe; name an ordinary file.", name=name))
