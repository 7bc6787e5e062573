"""Files written whole: beside their target first, and put in its place only when complete."""

from __future__ import annotations

import errno
import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from ssrpolicy.errors import OutputError

# What file systems say that know no files without a name.
_NO_NAMING = (errno.EXDEV, errno.EPERM, errno.EACCES, errno.EOPNOTSUPP, errno.ENOENT)
_CHUNK = 1 << 20
_NO_NAMELESS = (errno.EOPNOTSUPP, errno.EISDIR, errno.ENOENT, errno.EINVAL)


def _refusal(target: Path, error: OSError | ValueError) -> OutputError:
    reason = getattr(error, "strerror", None) or str(error)
    return OutputError(
        f"{target} cannot be written: {reason}.",
        hint="What stood there before, if anything, still stands there.",
    )


@contextmanager
def replacing(target: Path) -> Iterator[BinaryIO]:
    """Give a stream whose content replaces ``target`` when the block ends, and only then.

    A link is followed, and the permissions of a file that is replaced are kept. When the block
    raises, or the disk is full, ``target`` stays as it was and nothing is left beside it; nor is
    a half-written file when the process is killed, where the system knows files without a name.
    Raises OutputError when the file cannot be written.
    """
    try:
        target = Path(os.path.realpath(target))
        if target.is_dir():
            raise OutputError(f"{target} is a folder; name a file.")
        if target.exists() and not target.is_file():
            raise OutputError(f"{target} is a device or a pipe; name an ordinary file.")
        mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~umask()
        beside = _name_beside(target)
        handle = _nameless(target.parent)
        named = handle is None
        if handle is None:
            handle = os.open(beside, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    except (OSError, ValueError) as error:
        raise _refusal(target, error) from error
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
            if not named:
                _give_name(stream.fileno(), beside)
        beside.chmod(mode)
        beside.replace(target)
    except OSError as error:
        raise _refusal(target, error) from error
    finally:
        with suppress(FileNotFoundError):
            beside.unlink()


def _name_beside(target: Path) -> Path:
    return target.with_name(f".{target.name[:60]}.{secrets.token_hex(6)}.part")


def _nameless(folder: Path) -> int | None:
    """Open a file that has no name until it is whole; None where the system has none."""
    flag = getattr(os, "O_TMPFILE", None)
    if flag is None or not Path("/proc/self/fd").is_dir():
        return None
    try:
        return os.open(folder, os.O_RDWR | flag, 0o600)
    except OSError as error:
        if error.errno in _NO_NAMELESS:
            return None
        raise


def _give_name(handle: int, path: Path) -> None:
    # Only with a folder's handle does os.link follow the link that stands for the open file.
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.link(f"/proc/self/fd/{handle}", path, src_dir_fd=folder, follow_symlinks=True)
    except OSError as error:
        if error.errno not in _NO_NAMING:
            raise
        with path.open("xb") as named:
            os.lseek(handle, 0, os.SEEK_SET)
            while chunk := os.read(handle, _CHUNK):
                named.write(chunk)
            named.flush()
            os.fsync(named.fileno())
    finally:
        os.close(folder)


def umask() -> int:
    """Return the permissions that new files and folders of this process do not get."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
