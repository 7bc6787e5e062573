"""The paths that may be written: never a record, a file that was read, or a file next to these.

Reports, JSON records, new records and new plugins all pass here before anything is written.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Final

from ssrpolicy.arguments import check_flag, check_type
from ssrpolicy.codec.pausing import collection_paused
from ssrpolicy.codec.records import RECORD_FILE
from ssrpolicy.errors import InputError, OutputError
from ssrpolicy.messages import _, argument
from ssrpolicy.storage import (
    check_new_name,
    free_name,
    path_of,
    portable_name,
    read_file,
    refuse_loop,
)

_FORMAT: Final = re.compile(
    rb"""["']?format["']?\s*[:=]\s*["']ssrpolicy-(records?|draft|decisions)/"""
)
# A file of ours may begin with comments; before the format there is at most what else says which.
_AT_THE_START: Final = re.compile(
    rb"""(?:\xef\xbb\xbf)?\s*+(?:\#[^\r\n]*+\s++)*+(?:\{\s*"format"\s*:|format\s*=)\s*["']ssrpolicy-(records?|draft|decisions)/"""
)
_START: Final = 65_536
# What people decide and set stands in files of these names, in a record's folder or another.
_OWN_FILES: Final = frozenset(("draft.toml", "decisions.toml", "ssrpolicy.toml"))
# What stands before, between and after the records of a portfolio.
_BLANK: Final = r"[ \t\n\r]*"
_OPENED: Final = re.compile(
    _BLANK.join(
        ("", r"\{", '"format"', ":", r'"[^"\\\x00-\x1f]*"', ",", '"records"', ":", r"\[", "")
    )
)
_FOLLOWING: Final = re.compile(rf"{_BLANK}([,\]]){_BLANK}")
_CLOSED: Final = re.compile(rf"\}}{_BLANK}\Z")
_RECORD_SUFFIXES: Final = (".json", ".toml")


def refuse_output(
    target: Path,
    *,
    read: Iterable[Path] = (),
    replaceable: Collection[str] = (),
    suffix: str = "",
    named: bool = False,
) -> None:
    """Raise OutputError where writing ``target`` would harm a record or a file that was read.

    That is each file of ``read``, by whatever name or link; every record, and everything in a
    record's folder. A JSON record may be replaced by one of the same records, ``replaceable``.
    A name that not every system can hold is refused, too. The message names a path that can be
    written instead, which has ``suffix`` where ``target`` has that of a record; or a folder, where
    the file is ``named`` after its records.
    """
    real = _real(target)
    if target.name == "-":
        raise OutputError(
            _("- is not the name of a file."),
            hint=_(
                "Standard output is {output}.", output=argument("--output -", "sys.stdout.buffer")
            ),
        )
    if os.path.exists(real) and not os.path.isfile(real):  # noqa: PTH110, PTH113 - Path raises for a name that is too long for a path
        return  # a device or a pipe loses nothing, and a folder is refused where it is written
    refuse_loop(target)
    check_new_name(target)
    refuse_in_record(target, suffix=suffix, named=named)
    for each in read:
        if _is_same(real, each):
            raise OutputError(
                _(
                    "{target} is read for this very report ({file}), and not written over.",
                    target=target,
                    file=each,
                ),
                hint=_instead(real, suffix, named=named),
            )
    if real.name.casefold() == RECORD_FILE:
        raise OutputError(
            _("{target} is named as a record is, and a report is not one.", target=target),
            hint=_instead(real, suffix, named=named),
        )
    if real.name.casefold() in _OWN_FILES:
        raise OutputError(
            _(
                "{target} is named as a file with proposals, decisions or settings is, and a "
                "report is not one.",
                target=target,
            ),
            hint=_instead(real, suffix, named=named),
        )
    held, data = _held(real)
    if held and not _holds_only(real, data, replaceable):
        raise OutputError(
            _("{target} holds proposals, and is not written over.", target=target)
            if held == b"draft"
            else _("{target} holds decisions, and is not written over.", target=target)
            if held == b"decisions"
            else _("{target} is a record, and not written over.", target=target),
            hint=_instead(real, suffix, named=named),
        )


def refuse_in_record(
    target: str | os.PathLike[str], *, suffix: str = "", named: bool = False
) -> None:
    """Raise OutputError for a path, new or old, that is in the folder of a record.

    The message names a path that can be written instead.
    """
    target = path_of(target)
    check_type(suffix, str, "suffix", '".xlsx"')
    check_flag(named, "named")
    real = _real(target)
    for path in (real, Path(os.path.abspath(target))):  # noqa: PTH100 - links stay links here
        if (record := _record_around(path)) is not None:
            raise OutputError(
                _(
                    "{target} is part of the record in {record}: nothing else is written there.",
                    target=target,
                    record=record,
                ),
                hint=_instead(real, suffix, named=named),
            )


def _real(target: Path) -> Path:
    try:
        return Path(os.path.realpath(target))
    except ValueError as error:  # a name that no disk takes
        message = _("{name!r:.120} cannot be written: {reason}.", name=str(target), reason=error)
        raise OutputError(message) from error


def _record_around(path: Path) -> Path | None:
    """Return the outermost folder above a path that holds a record, if any does."""
    found = [
        each
        for each in path.parents
        if os.path.lexists(each / RECORD_FILE) and not (each / RECORD_FILE).is_dir()
    ]
    return found[-1] if found else None


def _instead(target: Path, suffix: str, *, named: bool) -> str:
    if named:
        folder = free_path(target.with_name("reports"), "")
        shown = argument(f"--output-dir {folder}", str(folder))
        return _("Write to another folder: {folder}", folder=shown)
    return _("Name another place, such as {path}.", path=free_path(target, suffix))


def free_path(target: Path, suffix: str = "") -> Path:
    """Return a path that does not exist yet, in a writable folder that does not hold a record.

    It is like ``target``, with ``suffix`` in place of that of a record.toml.
    """
    around = _record_around(target)
    near = target.parent if around is None else around.parent
    folders = (near, Path.cwd(), Path.home(), Path(tempfile.gettempdir()))
    folder = next((f for f in folders if os.access(f, os.W_OK) and _is_outside(f)), near)
    stem = "report" if target.name.casefold() == RECORD_FILE else portable_name(target.stem)
    if target.suffix.casefold() != ".toml":
        suffix = target.suffix
    return free_name(folder, stem, suffix)


def _is_outside(folder: Path) -> bool:
    return _record_around(folder / RECORD_FILE) is None


def _is_same(real: Path, other: Path) -> bool:
    """Whether two paths lead to one file: through links, hard ones too, in any spelling."""
    try:
        return real == Path(os.path.realpath(other)) or real.samefile(other)
    except (OSError, ValueError):
        return False


def _held(file: Path) -> tuple[bytes | None, bytes | None]:
    """Return what of ours a file holds, by the name of its format: None for nothing.

    With it come the file's bytes, where all of them were read for that.
    """
    data = None
    try:
        if file.suffix.casefold() in _RECORD_SUFFIXES:
            data = read_file(file)
            found = _FORMAT.search(data)
        else:
            # Under any other name it begins as it was written: a page may hold a whole record.
            with file.open("rb") as stream:
                found = _AT_THE_START.match(stream.read(_START))
    except (InputError, OSError):
        return None, None
    return (None if found is None else found[1]), data


def _holds_only(file: Path, data: bytes | None, ids: Collection[str]) -> bool:
    """Whether a file is a JSON record, or several, of which each has one of these ids.

    ``data`` is what it holds, where that was read already.
    """
    if not ids:
        return False
    try:
        with collection_paused():
            return _ids_in(read_file(file) if data is None else data) <= {*ids}
    except (InputError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return False


def _ids_in(data: bytes) -> set[str]:
    """Return the ids of the records in a JSON file; raises as json.loads does, or for want of one.

    Those of a portfolio are read one at a time: all of them together take five times the memory.
    """
    try:
        return set(_ids_one_by_one(data.decode()))
    except ValueError:  # it is not laid out as a portfolio is written
        whole = json.loads(data)
        return {each["id"] for each in whole.get("records", [whole])}


def _ids_one_by_one(text: str) -> Iterator[str]:
    """Yield the id of each record of a portfolio; raises ValueError for any other text."""
    decode = json.JSONDecoder().raw_decode
    place = _matched(_OPENED, text, 0).end()
    more = True
    while more:
        record, place = decode(text, place)
        yield record["id"]
        following = _matched(_FOLLOWING, text, place)
        place, more = following.end(), following[1] == ","
    _matched(_CLOSED, text, place)


def _matched(pattern: re.Pattern[str], text: str, place: int) -> re.Match[str]:
    found = pattern.match(text, place)
    if found is None:
        raise ValueError
    return found
