"""Where a report goes: the names of files, and how each is replaced when it is whole."""

from __future__ import annotations

import errno
import io
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TypeAlias

from ssrpolicy.codec import refuse_in_record
from ssrpolicy.errors import ArgumentTypeError, OutputError
from ssrpolicy.messages import _, system_reason
from ssrpolicy.storage import check_new_folder, path_of, refuse_loop, replacing

Output: TypeAlias = str | os.PathLike[str] | BinaryIO
"""Where a report can go: the path of a file, or an open binary stream."""


@contextmanager
def writing(output: Output) -> Iterator[BinaryIO]:
    """Give a stream whose content becomes ``output`` when the block ends, and only then.

    A file is replaced at once by one that is whole, a stream or a device gets the whole in one
    go; a failure leaves either as it was. Raises OutputError.
    """
    name, folder = _place_of(output)
    try:
        # This file has no name, so nothing of it is left when the process is killed. It is in
        # the folder of the report, whose disk must hold that anyway.
        with tempfile.TemporaryFile(dir=folder) as whole:
            yield whole
            whole.seek(0)
            _put(whole, output)
    except OSError as error:
        raise OutputError(
            _("{name} cannot be written: {reason}.", name=name, reason=system_reason(error))
        ) from error


def _place_of(output: Output) -> tuple[str, Path | None]:
    """Return the name of an output, and the folder of one that is a file; raises OutputError."""
    if not isinstance(output, str | os.PathLike):
        return _stream_name(output), None
    try:
        return _file_and_folder(Path(output))
    except (OSError, ValueError) as error:  # a name that no disk takes
        reason = system_reason(error)
        raise OutputError(
            _("{output!r:.120} cannot be written: {reason}.", output=str(output), reason=reason)
        ) from error


def _stream_name(output: object) -> str:
    """Return what messages call a stream; raises OutputError where it takes no bytes."""
    if not hasattr(output, "write"):
        raise ArgumentTypeError(
            _("The output is {output!r:.80}, neither a path nor a binary stream.", output=output),
            hint=_('Name a file, or give a stream: open(path, "wb").'),
        )
    given = getattr(output, "name", None)
    name = given if isinstance(given, str) else _("The stream")
    if getattr(output, "closed", False):
        raise OutputError(_("{name} cannot be written: it is closed.", name=name))
    if isinstance(output, io.TextIOBase) or not getattr(output, "writable", lambda: True)():
        raise OutputError(
            _("{name} cannot be written: it takes no bytes.", name=name),
            hint=_('Open it for bytes: open(path, "wb").'),
        )
    return name


def _file_and_folder(target: Path) -> tuple[str, Path | None]:
    if target.is_dir():
        raise OutputError(_("{target} is a folder; name a file.", target=target))
    if not target.parent.is_dir():
        raise OutputError(
            _(
                "{target} cannot be written: the folder {target.parent} does not exist.",
                target=target,
            ),
            hint=_("Make the folder first, or name one that is there."),
        )
    if _is_device(target):
        return str(target), None
    return str(target), Path(os.path.realpath(target)).parent


def _is_device(target: Path) -> bool:
    """Whether the path is a device or a pipe, which is written to and not replaced."""
    return target.exists() and not target.is_file()


def _put(whole: BinaryIO, output: Output) -> None:
    if not isinstance(output, str | os.PathLike):
        shutil.copyfileobj(whole, output)
        output.flush()
        return
    path = Path(output)
    with _opened(path) if _is_device(path) else replacing(path) as file:
        shutil.copyfileobj(whole, file)


def _opened(device: Path) -> BinaryIO:
    """Return a device or pipe, open for writing; raises OutputError for a pipe nobody reads."""
    at_once = getattr(os, "O_NONBLOCK", 0)  # opening a pipe waits for who reads it, else
    try:
        handle = os.open(device, os.O_WRONLY | at_once | getattr(os, "O_BINARY", 0))
    except OSError as error:
        if error.errno != errno.ENXIO or not device.is_fifo():
            raise
        raise OutputError(
            _("{path} is a pipe that nobody reads.", path=device),
            hint=_("Start what reads it first, or name a file."),
        ) from error
    if at_once:
        os.set_blocking(handle, True)
    return os.fdopen(handle, "wb")


def ready_folder(folder: str | os.PathLike[str]) -> Path:
    """Make sure that a folder for reports is there, and return it.

    Raises OutputError where it cannot be made, or would be in the folder of a record.
    """
    path = path_of(folder)
    if not path.is_dir():
        refuse_loop(path)
        check_new_folder(path)
        refuse_in_record(path)
    try:
        path.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise OutputError(_("{path} is a file, not a folder.", path=path)) from None
    except OSError as error:
        raise OutputError(
            _("The folder {path} cannot be made: {reason}.", path=path, reason=system_reason(error))
        ) from error
    return path
