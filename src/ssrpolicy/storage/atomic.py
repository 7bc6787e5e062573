"""Files written whole: next to their target first, which they replace when complete."""

from __future__ import annotations

import os
import re
import stat
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final, Self

from attrs import frozen

from ssrpolicy.errors import OutputError

_LONGEST_NAME: Final = 60
# The file that will replace NAME is called .NAME.MACHINE-PROCESS-CHANCE.part until then.
_PART: Final = re.compile(r"\.(.+)\.([0-9a-f]{8})-([0-9]+)-[0-9a-f]{8}\.part", re.DOTALL)
_MACHINE: Final = f"{zlib.crc32(os.uname().nodename.encode()) if hasattr(os, 'uname') else 0:08x}"
_OLD: Final = 24 * 60 * 60


@frozen
class _Written:
    """A file that is complete and waits to replace its target."""

    path: Path
    target: Path

    @classmethod
    def for_target(cls, target: Path) -> _Written:
        """Return the name for what is to replace the file to which ``target`` leads."""
        real = Path(os.path.realpath(target))
        if real.is_dir():
            raise OutputError(f"{real} is a folder; name a file.")
        if real.exists() and not real.is_file():
            raise OutputError(f"{real} is a device or a pipe; name an ordinary file.")
        mark = f"{_MACHINE}-{os.getpid()}-{os.urandom(4).hex()}"
        return cls(real.with_name(f".{real.name[:_LONGEST_NAME]}.{mark}.part"), real)

    @contextmanager
    def filled(self) -> Iterator[BinaryIO]:
        """Give a stream to fill the file with, which is on the disk when the block ends."""
        exists = self.target.exists()
        mode = stat.S_IMODE(self.target.stat().st_mode) if exists else 0o666 & ~umask()
        handle = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(handle)
        self.path.chmod(mode)


class Replacements:
    """Files that are all written next to their targets before the first replaces one.

    Used in a ``with`` block: :meth:`prepare` each, then :meth:`put` them all. When the block
    raises, or ends without :meth:`put`, every target stays as it was. A process that is killed
    leaves each target either as it was or replaced, never in between; what else it left is removed
    when the target is next written.
    """

    def __init__(self) -> None:
        self._written: list[_Written] = []
        self._cleaned: set[Path] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for each in self._written:
            with suppress(FileNotFoundError):
                each.path.unlink()

    @contextmanager
    def writing(self, target: Path) -> Iterator[BinaryIO]:
        """Give a stream for the file that is to replace ``target``; raises OutputError."""
        try:
            written = _Written.for_target(target)
            self._clean(written.target.parent)
        except (OSError, ValueError) as error:  # a name that no disk takes
            raise _refusal(target, error) from error
        self._written.append(written)
        try:
            with written.filled() as stream:
                yield stream
        except OSError as error:
            raise _refusal(written.target, error) from error

    def prepare(self, target: Path, data: bytes) -> None:
        """Write what is to replace ``target`` next to it; raises OutputError when that fails."""
        with self.writing(target) as stream:
            stream.write(data)

    def put(self) -> None:
        """Let every file replace its target; raises OutputError when one cannot."""
        for number, each in enumerate(self._written):
            try:
                each.path.replace(each.target)
            except OSError as error:
                if not number:
                    raise _refusal(each.target, error) from error
                raise OutputError(
                    f"{each.target} cannot be replaced: {error.strerror}.",
                    hint="The files before it were; running the same again completes it.",
                ) from error

    def _clean(self, folder: Path) -> None:
        """Remove what killed processes left in a folder, once."""
        if folder not in self._cleaned:
            self._cleaned.add(folder)
            with suppress(OSError), os.scandir(folder) as entries:
                for entry in entries:
                    found = _PART.fullmatch(entry.name)
                    if found is not None and _is_left(entry, found[2], int(found[3])):
                        Path(entry.path).unlink(missing_ok=True)


@contextmanager
def replacing(target: Path) -> Iterator[BinaryIO]:
    """Give a stream whose content replaces ``target`` when the block ends, and only then.

    A link is followed, and the permissions of a file that is replaced are kept. When the block
    raises, or the disk is full, ``target`` stays as it was and nothing is left next to it. Raises
    OutputError when the file cannot be written.
    """
    with Replacements() as files:
        with files.writing(target) as stream:
            yield stream
        files.put()


def _refusal(target: Path, error: OSError | ValueError) -> OutputError:
    reason = getattr(error, "strerror", None) or str(error)
    return OutputError(
        f"{target} cannot be written: {reason}.",
        hint="What stood there before, if anything, still stands there.",
    )


def _is_left(entry: os.DirEntry[str], machine: str, process: int) -> bool:
    """Whether an unfinished file is left by a process that is gone, or is a day old."""
    if os.name == "posix" and machine == _MACHINE:
        try:
            os.kill(process, 0)  # no signal: it only asks whether there is such a process
        except ProcessLookupError:
            return True
        except (OSError, OverflowError):
            pass
    return time.time() - entry.stat(follow_symlinks=False).st_mtime > _OLD


def umask() -> int:
    """Return the permissions that new files and folders of this process do not get."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
