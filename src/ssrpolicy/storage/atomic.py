"""Files and folders written whole: next to their target first, which they replace when complete."""

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

from ssrpolicy.errors import OutputError
from ssrpolicy.messages import _, system_reason
from ssrpolicy.storage.names import check_new_folder, check_new_name, upwards

_LONGEST_NAME: Final = 60
# The file that will replace NAME is called .NAME.MACHINE-PROCESS-CHANCE.part until then.
_PART: Final = re.compile(r"\.(.+)\.([0-9a-f]{8})-([0-9]+)-[0-9a-f]{8}\.part", re.DOTALL)
_MACHINE: Final = f"{zlib.crc32(os.uname().nodename.encode()) if hasattr(os, 'uname') else 0:08x}"
# In the half of a new folder: the names of what is moved out of it, into a folder that was there.
_MOVED: Final = ".moved"
_OLD: Final = 24 * 60 * 60


class Replacements:
    """Files that are all written next to their targets before the first replaces one.

    Used in a ``with`` block: :meth:`prepare` each, then :meth:`put` them all. When the block
    raises, or ends without :meth:`put`, every target stays as it was. A process that is killed
    leaves each target either as it was or replaced, never in between; what else it left is removed
    when the target is next written.
    """

    def __init__(self) -> None:
        self._written: list[tuple[Path, Path]] = []  # each with its target
        self._cleaned: set[Path] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for part, _target in self._written:
            # A file system that is read only refuses this too, though there is nothing to remove.
            with suppress(OSError):
                part.unlink(missing_ok=True)

    @contextmanager
    def writing(self, target: Path) -> Iterator[BinaryIO]:
        """Give a stream for the file that is to replace ``target``; raises OutputError."""
        try:
            real = _ordinary(target)
            part = real.with_name(_part_name(real))
            self._clean(real.parent)
        except (OSError, ValueError) as error:  # a name that no disk takes
            raise _refusal(target, error) from error
        self._written.append((part, real))
        try:
            mode = stat.S_IMODE(real.stat().st_mode) if real.exists() else 0o666 & ~_umask()
            handle = os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "wb") as stream:
                yield stream
                stream.flush()
                os.fsync(handle)
            part.chmod(mode)
        except OSError as error:
            raise _refusal(real, error) from error

    def prepare(self, target: Path, data: bytes) -> None:
        """Write what is to replace ``target`` next to it; raises OutputError when that fails."""
        with self.writing(target) as stream:
            stream.write(data)

    def put(self) -> None:
        """Let every file replace its target; raises OutputError when one cannot."""
        for number, (part, target) in enumerate(self._written):
            try:
                part.replace(target)
            except OSError as error:
                if not number:
                    raise _refusal(target, error) from error
                raise OutputError(
                    _(
                        "{target} cannot be replaced: {reason}.",
                        target=target,
                        reason=system_reason(error),
                    ),
                    hint=_("The files before it were; running the same again completes it."),
                ) from error

    def _clean(self, folder: Path) -> None:
        """Remove what killed processes left in a folder, once."""
        if folder not in self._cleaned:
            self._cleaned.add(folder)
            for part in unfinished(folder):
                if not part.is_dir():
                    part.unlink(missing_ok=True)


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


@contextmanager
def new_folder(target: Path) -> Iterator[Path]:
    """Give a folder to fill, whose content stands in ``target`` when the block ends, and only then.

    ``target`` is not there yet, or is an empty folder, which stays the folder it is: somebody may
    stand in it. Raises OutputError when it cannot be written.
    """
    check_new_folder(target)
    try:
        refuse_loop(target)
        target.parent.mkdir(parents=True, exist_ok=True)
        exists = target.exists()
        around = target if exists else target.parent
        _undo_unfinished(around)
        staged = around / _part_name(target)
        staged.mkdir()
        try:
            yield staged
            if exists:
                # Files come after folders: by its file, a folder is recognised as what it is.
                parts = sorted(staged.iterdir(), key=lambda each: (each.is_file(), each.name))
                (staged / _MOVED).write_text("\n".join(each.name for each in parts), "utf-8")
                for each in parts:
                    each.rename(target / each.name)
            else:
                # The system refuses this where something came to stand there meanwhile.
                staged.rename(target)
        finally:
            _remove_folder(staged, ignore_errors=True)
    except OSError as error:
        raise OutputError(
            _("{target} cannot be written: {reason}.", target=target, reason=system_reason(error))
        ) from error


def unfinished(folder: Path) -> Iterator[Path]:
    """Yield what processes that were killed while they wrote have left in a folder."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            found = _PART.fullmatch(entry.name)
            if found is not None and _is_left(entry, found[2], int(found[3])):
                yield Path(entry.path)


def is_free(target: Path) -> bool:
    """Return whether a new folder can stand at a path: nothing is there, or an empty folder.

    What a killed process left of a new folder is removed first. Raises OutputError for a symbolic
    link that leads to itself.
    """
    refuse_loop(target)
    if not os.path.lexists(target):
        return True
    if not target.is_dir():
        return False
    _undo_unfinished(target)
    return not any(target.iterdir())


def _undo_unfinished(folder: Path) -> None:
    """Remove the halves of new folders that killed processes left in a folder."""
    for part in unfinished(folder):
        if not part.is_dir() or part.is_symlink():
            continue
        rest = {each.name for each in part.iterdir()}
        # Only where something was still to be moved is what was moved already a half.
        if _MOVED in rest and len(rest) > 1:
            for name in {*(part / _MOVED).read_text("utf-8").split("\n")} - rest - {""}:
                moved = folder / Path(name).name
                _remove_folder(moved) if moved.is_dir() else moved.unlink(missing_ok=True)
        _remove_folder(part, ignore_errors=True)


def _part_name(target: Path) -> str:
    mark = f"{_MACHINE}-{os.getpid()}-{os.urandom(4).hex()}"
    return f".{target.name[:_LONGEST_NAME]}.{mark}.part"


def refuse_loop(target: Path) -> None:
    """Raise OutputError for a symbolic link that leads to itself, and for a path below one."""
    for each in upwards(target):
        if os.path.islink(os.path.realpath(each)):  # noqa: PTH114 - what realpath gives is a text
            raise OutputError(
                _(
                    "{target} is a symbolic link that leads round in a circle; name a file or "
                    "folder that is not.",
                    target=each,
                )
            )


def _ordinary(target: Path) -> Path:
    """Return the file to which ``target`` leads; raises OutputError for what is not a file."""
    refuse_loop(target)
    check_new_name(target)
    real = Path(os.path.realpath(target))
    if real.is_dir():
        raise OutputError(_("{real} is a folder; name a file.", real=real))
    if real.exists() and not real.is_file():
        raise OutputError(_("{real} is a device or a pipe; name an ordinary file.", real=real))
    return real


def _refusal(target: Path, error: OSError | ValueError) -> OutputError:
    reason = system_reason(error)
    return OutputError(
        _("{target} cannot be written: {reason}.", target=target, reason=reason),
        hint=_("What stood there before, if anything, still stands there."),
    )


def _is_left(entry: os.DirEntry[str], machine: str, process: int) -> bool:
    """Whether an unfinished file is left by a process that is gone, or is a day old."""
    if os.name == "posix" and machine == _MACHINE:
        try:
            os.kill(process, 0)  # no signal: it only checks that the process exists
        except ProcessLookupError:
            return True
        except (OSError, OverflowError):
            pass
    return time.time() - entry.stat(follow_symlinks=False).st_mtime > _OLD


def _umask() -> int:
    """Return the permissions that new files and folders of this process do not get."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _remove_folder(folder: Path, *, ignore_errors: bool = False) -> None:
    import shutil  # noqa: PLC0415 - with all that compresses, for what is seldom done

    shutil.rmtree(folder, ignore_errors=ignore_errors)
