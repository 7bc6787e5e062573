"""Files written whole: beside their target first, and put in its place only when complete."""

from __future__ import annotations

import errno
import os
import re
import secrets
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Final, Self

import attrs

from ssrpolicy.errors import OutputError
from ssrpolicy.storage.handles import spare_handles

# What file systems say that know no files without a name.
_NO_NAMING = (errno.EXDEV, errno.EPERM, errno.EACCES, errno.EOPNOTSUPP, errno.ENOENT)
_CHUNK = 1 << 20
_NO_NAMELESS = (errno.EOPNOTSUPP, errno.EISDIR, errno.ENOENT, errno.EINVAL)
_LONGEST_NAME: Final = 60
_PART: Final = re.compile(r"\.(.+)\.[0-9a-f]{12}\.part", re.DOTALL)


@attrs.define(kw_only=True)
class _Beside:
    """A file that is to take the place of its target: nameless and open, or named and closed."""

    target: Path
    name: Path
    mode: int
    handle: int
    named: bool
    is_open: bool = True

    @classmethod
    def of(cls, target: Path, *, nameless: bool = True) -> _Beside:
        """Make a file beside what ``target`` leads to; raises OutputError, OSError, ValueError."""
        target = Path(os.path.realpath(target))
        if target.is_dir():
            raise OutputError(f"{target} is a folder; name a file.")
        if target.exists() and not target.is_file():
            raise OutputError(f"{target} is a device or a pipe; name an ordinary file.")
        mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~umask()
        name = _name_beside(target)
        handle = _nameless(target.parent) if nameless else None
        named = handle is None
        if handle is None:
            handle = os.open(name, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
        return cls(target=target, name=name, mode=mode, handle=handle, named=named)

    @contextmanager
    def filled(self) -> Iterator[BinaryIO]:
        """Give a stream to fill the file with, which is on the disk when the block ends."""
        with os.fdopen(self.handle, "wb", closefd=False) as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())

    def give_name(self) -> None:
        """Let a nameless file have its name, and close it."""
        if self.is_open:
            if not self.named:
                _give_name(self.handle, self.name)
                self.named = True
            self.close()
            self.name.chmod(self.mode)

    def close(self) -> None:
        """Close the file; one without a name is gone then."""
        if self.is_open:
            self.is_open = False
            os.close(self.handle)

    def discard(self) -> None:
        """Leave nothing of a file that did not take its target's place."""
        self.close()
        with suppress(FileNotFoundError):
            self.name.unlink()


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
        beside = _Beside.of(target)
    except (OSError, ValueError) as error:
        raise _refusal(target, error) from error
    try:
        with beside.filled() as stream:
            yield stream
        beside.give_name()
        beside.name.replace(beside.target)
    except OSError as error:
        raise _refusal(beside.target, error) from error
    finally:
        beside.discard()


class Replacements:
    """Files that are all written beside their targets before the first takes its place.

    Used in a ``with`` block: :meth:`prepare` each, then :meth:`put` them all. When the block
    raises, or ends without :meth:`put`, every target stays as it was. A process that is killed
    leaves each target either as it was or replaced, never in between.
    """

    def __init__(self) -> None:
        self._prepared: list[_Beside] = []
        # A file without a name must stay open, and a process may open so many only.
        self._nameless = spare_handles()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        for beside in self._prepared:
            beside.discard()

    def prepare(self, target: Path, data: bytes) -> None:
        """Write what is to replace ``target`` beside it; raises OutputError when that fails."""
        try:
            beside = _Beside.of(target, nameless=len(self._prepared) < self._nameless)
            self._prepared.append(beside)
            with beside.filled() as stream:
                stream.write(data)
            if beside.named:
                beside.give_name()
        except (OSError, ValueError) as error:
            raise _refusal(target, error) from error

    def put(self) -> None:
        """Put every file in the place of its target; raises OutputError when one cannot be."""
        for beside in self._prepared:
            # Names need room on the disk, and to replace a file needs none.
            try:
                beside.give_name()
            except OSError as error:
                raise _refusal(beside.target, error) from error
        for beside in self._prepared:
            try:
                beside.name.replace(beside.target)
            except OSError as error:
                raise OutputError(
                    f"{beside.target} cannot be replaced: {error.strerror}.",
                    hint="The files before it were; running the same again completes it.",
                ) from error


def remove_leftovers(targets: Iterable[Path]) -> None:
    """Remove what a killed process left beside files that nobody else may be writing now."""
    names: dict[Path, set[str]] = {}
    for target in targets:
        real = Path(os.path.realpath(target))
        names.setdefault(real.parent, set()).add(real.name[:_LONGEST_NAME])
    for folder, beside in names.items():
        with suppress(OSError):
            for file in folder.iterdir():
                found = _PART.fullmatch(file.name)
                if found is not None and found[1] in beside:
                    file.unlink()


def _name_beside(target: Path) -> Path:
    return target.with_name(f".{target.name[:_LONGEST_NAME]}.{secrets.token_hex(6)}.part")


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
