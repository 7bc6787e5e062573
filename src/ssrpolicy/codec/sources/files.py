"""The files that a document names, read from inside the record's folder."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath, PureWindowsPath

from ssrpolicy.codec.problems import Place, Problem
from ssrpolicy.errors import InputError
from ssrpolicy.messages import _, marked
from ssrpolicy.storage import (
    NotUtf8Error,
    name_fault,
    one_name,
    portable_name,
    read_file,
    utf8_text,
)

_COPY = marked("Copy the file into the record's folder, under sources/, and name it from there.")


def name_problems(name: str, place: Place) -> Iterator[Problem]:
    """Yield a problem where a file has a name that not every system can hold."""
    for part in PurePosixPath(name).parts:
        if part != "/" and (fault := name_fault(part)):
            yield Problem(
                "source-name",
                _("The file name {name!r:.120} {fault}.", name=part, fault=fault),
                _(
                    "Rename the file, for instance to {name}, and name it so in the record.",
                    name=portable_name(part),
                ),
                (*place, "file"),
            )


def twin_problems(names: Iterable[str | None], key: str) -> Iterator[Problem]:
    """Yield a problem for each name of a file that some systems take for an earlier one.

    ``names`` are those of the documents in their order, and ``key`` is where these have them.
    """
    first: dict[str, str] = {}
    for index, name in enumerate(names):
        if name is not None and (other := first.setdefault(one_name(name), name)) != name:
            yield Problem(
                "source-name",
                _(
                    "Windows and macOS take the file names {other!r:.120} and {name!r:.120} for "
                    "one, and would keep one of the files.",
                    other=other,
                    name=name,
                ),
                _("Rename one of the files, and name it so in the record."),
                ("documents", index, key),
            )


def source_file(
    folder: Path, name: str, at: Place, *, instead: str, put: Mapping[Path, bytes]
) -> bytes | Problem:
    """Return the bytes of a file of a record, or what is wrong with it.

    ``at`` is the place that names the file, ``instead`` what would work where it is not there.
    ``put`` has, by their real paths, the bytes of files that are yet to be written there.
    """
    called = _("The file {name!r:.120}", name=name)
    root, path = os.path.realpath(folder), os.path.realpath(folder / name)
    written = PurePosixPath(name)
    outside = {
        _("{file} is an absolute path.", file=called): written.is_absolute()
        or bool(PureWindowsPath(name).drive),
        _("{file} has .. in its path.", file=called): ".." in written.parts,
        _("{file} is a link that leads out of the record's folder.", file=called): (
            not Path(path).is_relative_to(root)
        ),
    }
    for message, applies in outside.items():
        if applies:
            return Problem("source-outside", message, _(_COPY), at)
    if (data := put.get(Path(path))) is not None:
        return data
    if not os.path.exists(path):  # noqa: PTH110 - Path.exists raises for a name that is too long
        missing = _("{called} is not there.", called=called)
        return Problem("source-missing", missing, instead, at)
    try:
        # Links are followed already, so one that is met now was put there in the meantime.
        return read_file(Path(path), follow=False, called=called)
    except InputError as error:
        return Problem("source-unreadable", error.message, error.hint, at)


def source_text(data: bytes, name: str, at: Place) -> str | Problem:
    """Return the text of a file's bytes, or what is wrong with them."""
    try:
        return utf8_text(data)
    except NotUtf8Error as error:
        hint = _(
            "If it is in the Windows encoding, this makes a copy in UTF-8: iconv -f "
            "WINDOWS-1252 -t UTF-8"
        )
        called = _("The file {name!r:.120}", name=name)
        return Problem("source-encoding", f"{called} {error}.", hint, at)
