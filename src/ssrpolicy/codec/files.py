"""Files written whole: beside their target first, and put in its place only when complete."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from ssrpolicy.errors import OutputError


def _refusal(target: Path, error: OSError) -> OutputError:
    reason = error.strerror or str(error)
    return OutputError(
        f"{target} cannot be written: {reason}.",
        hint="What stood there before, if anything, still stands there.",
    )


@contextmanager
def replacing(target: Path) -> Iterator[BinaryIO]:
    """Give a stream whose content replaces ``target`` when the block ends, and only then.

    A link is followed, and the permissions of a file that is replaced are kept. When the block
    raises, or the disk is full, ``target`` stays as it was and nothing is left beside it. Raises
    OutputError when the file cannot be written.
    """
    target = Path(os.path.realpath(target))
    try:
        if target.is_dir():
            raise OutputError(f"{target} is a folder; name a file.")
        if target.exists() and not target.is_file():
            raise OutputError(f"{target} is a device or a pipe; name an ordinary file.")
        mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_umask()
        prefix = f".{target.name[:60]}."
        handle, name = tempfile.mkstemp(prefix=prefix, suffix=".part", dir=target.parent)
    except OSError as error:
        raise _refusal(target, error) from error
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        beside.chmod(mode)
        beside.replace(target)
    except OSError as error:
        raise _refusal(target, error) from error
    finally:
        with suppress(FileNotFoundError):
            beside.unlink()


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
