"""Records found and read from disk, whatever form they have."""

import contextlib
import os
import re
from collections.abc import Iterator
from itertools import islice
from operator import attrgetter
from pathlib import Path
from typing import Literal

from ssrpolicy.codec.codes import SEVERITIES
from ssrpolicy.codec.reading import Reading
from ssrpolicy.codec.sources.texts import SOURCES_FOLDER
from ssrpolicy.codec.toml.reading import read_toml
from ssrpolicy.errors import InputError
from ssrpolicy.messages import _, argument, system_reason
from ssrpolicy.model import Finding, Location
from ssrpolicy.storage import path_missing, path_of, read_file

RECORD_FILE = "record.toml"
# Of so many folders next to a path, and of so many sources of each, the names are looked at.
_MOST_BESIDE = 200
_SHEETS = (".xlsx", ".xlsm", ".xls", ".ods")
_TEXTS = ("", ".txt", ".text", ".md", ".pdf", ".docx", ".html", ".htm", ".xml")

_OUR_JSON = rb'"format"\s*:\s*"ssrpolicy-records?/'


def record_file(path: str | os.PathLike[str]) -> Path:
    """Return the file of a record: ``path`` itself, or the ``record.toml`` in that folder.

    Raises InputError when there is nothing of that name, or the folder holds no record.
    """
    path = path_of(path)
    try:
        if not path.is_dir():
            if not path.exists() and not path.is_symlink():
                raise path_missing(str(path), path, _made_of(path))
            return path
        file = path / RECORD_FILE
        if not os.path.lexists(file):
            raise InputError(
                _("{path} has no {record_file}.", path=path, record_file=RECORD_FILE),
                hint=_instead(path),
            )
    except (OSError, ValueError) as error:
        reason = system_reason(error)
        raise InputError(_("{path} cannot be read: {reason}.", path=path, reason=reason)) from error
    return file


def _made_of(path: Path) -> str | None:
    """Return the hint that names the record next to a path whose source is called so."""
    with contextlib.suppress(OSError):
        for file in islice(path.parent.glob(f"*/{RECORD_FILE}"), _MOST_BESIDE):
            sources = file.parent / SOURCES_FOLDER
            if any(each.stem == path.stem for each in islice(sources.glob("*"), _MOST_BESIDE)):
                return _("{folder} is the record of a source of that name.", folder=file.parent)
    return None


def _new() -> str:
    return argument(_("ssrpolicy new LETTER.txt"), 'ssrpolicy.new("LETTER.txt")')


def _instead(folder: Path) -> str:
    if not any(folder.iterdir()):
        return _("The folder is empty. Begin a record with: {new}", new=_new())
    if below := sorted(_below(folder))[:3]:
        names = ", ".join(str(file.relative_to(folder)) for file in below)
        return _("There are records below it, such as {names}.", names=names)
    return _("Name the folder of a record, its record.toml, or a JSON record.")


def read(path: Path | str, *, strict: bool = True) -> Reading:
    """Return the records in a record's folder, its ``record.toml``, or a JSON file, with findings.

    Raises InputError when there is nothing that can be read. Unless ``strict``, ``path`` is a file,
    and a finding says so.
    """
    if strict:
        return _read(record_file(path))
    file = path_of(path)
    try:
        return _read(file, called=_("The file"))
    except InputError as error:
        unread = Finding(
            code=(code := "file-unreadable"),
            severity=SEVERITIES[code],
            subject=str(file),
            message=error.message,
            hint=error.hint,
            location=Location(file=str(file)),
        )
        return Reading(file=file, kind=_kind(file), findings=(unread,))


def _kind(file: Path) -> Literal["toml", "json"]:
    return "json" if file.suffix.lower() == ".json" else "toml"


def _read(file: Path, *, called: str | None = None) -> Reading:
    if file.suffix.lower() == ".toml":
        return read_toml(read_file(file, called=called), file)
    if file.suffix.lower() == ".json":
        from ssrpolicy.codec.json.reading import read_json  # noqa: PLC0415 - it is needed for a record in JSON only

        return read_json(read_file(file, called=called), file)
    read_file(file)  # what is not an ordinary file is reported as that
    raise InputError(
        _("{file} is not a record: its name ends in neither .toml nor .json.", file=file),
        hint=_what_it_is(file),
    )


def _what_it_is(file: Path) -> str:
    """Return what would work with a file that is not a record, by the suffix of its name."""
    suffix = file.suffix.lower()
    if suffix in _SHEETS:
        return _(
            "If it is a tracker, it is merged into its records, which are named here: the folder "
            "of a record, or of several."
        )
    if suffix in _TEXTS:
        return _("From a letter's text, a record is begun with: {new}", new=_new())
    return _("Name the folder of a record, its record.toml, or a JSON record.")


def find_records(path: str | os.PathLike[str]) -> tuple[Path, ...]:
    """Return the files of the records at or below ``path``, sorted; of a record, its own file.

    Below a folder these are each ``record.toml``, and each JSON file of our format that stands
    outside a record's folder: inside one, it would be the same record again. Hidden folders and
    links to folders are passed over. Of a folder below that may not be read, the record is taken
    to be one that may not. Raises InputError when ``path`` does not exist, may not be read, or is a
    folder without a record.
    """
    path = path_of(path)
    try:
        below = path.is_dir() and not os.path.lexists(path / RECORD_FILE)
    except (OSError, ValueError):
        below = False  # a name that no file can have; record_file says so
    if not below:
        return (record_file(path),)
    if found := tuple(sorted(_below(path), key=attrgetter("parts"))):
        return found
    raise InputError(_("{path} holds no record.", path=path), hint=_instead(path))


def _below(folder: Path) -> Iterator[Path]:
    refused: list[OSError] = []
    for name, folders, files in os.walk(folder, onerror=refused.append):
        here = Path(name)
        if RECORD_FILE in files:
            folders.clear()
            yield here / RECORD_FILE
            continue
        folders[:] = [each for each in folders if not each.startswith(".")]
        for each in files:
            file = here / each
            if each.endswith(".json") and not each.startswith(".") and _is_ours(file):
                yield file
    for error in refused:
        if isinstance(error, FileNotFoundError):
            continue  # the folder is gone since it was listed
        if (where := Path(error.filename)) != folder:
            yield where / RECORD_FILE
        else:
            reason = system_reason(error)
            raise InputError(
                _("{filename} cannot be read: {reason}.", filename=folder, reason=reason)
            ) from error


def _is_ours(file: Path) -> bool:
    try:
        return re.search(_OUR_JSON, read_file(file)) is not None
    except InputError:
        # It cannot be read; when it is named itself, it is refused with the reason.
        return False
