"""Records as a database takes them in: read, known by their bytes, and packed."""

from __future__ import annotations

import hashlib
import os
import zlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final

from attrs import frozen

from ssrpolicy import codec
from ssrpolicy.errors import InputError
from ssrpolicy.messages import _, system_reason
from ssrpolicy.model import FORMAT, Finding, PolicyRecord

_RECORD_FILE: Final = "record.toml"


@frozen(kw_only=True)
class RecordsOfFile:
    """What a record's file holds: each record of which anything could be read, and its errors.

    Attributes:
        file: the file, as it was named.
        records: the records; several where the file is a JSON portfolio.
        errors: what is wrong with it, for which reports of it are refused.
    """

    file: Path
    records: tuple[PolicyRecord, ...]
    errors: tuple[Finding, ...]


def read_record_file(file: Path) -> RecordsOfFile:
    """Return what a record's file holds; raises InputError where it cannot be read at all."""
    reading = codec.read(file)
    errors = tuple(each for each in reading.findings if each.is_error)
    return RecordsOfFile(file=file, records=reading.records, errors=errors)


def file_digest(file: Path) -> str:
    """Return a digest of the bytes that make a record, and of what reads them.

    These are the bytes of its file and of all files in its ``sources`` folder, and the format and
    the code lists that are known here. Nothing is parsed. Raises InputError where a file cannot be
    read.
    """
    made = hashlib.blake2b(_versions(), digest_size=16)
    try:
        made.update(file.read_bytes())
        if file.name == _RECORD_FILE:
            for name, content in _files_below(file.parent / codec.SOURCES_FOLDER):
                made.update(b"\0" + name.encode("utf-8", "surrogateescape") + b"\0" + content)
    except OSError as error:
        raise InputError(
            _("{file} cannot be read: {reason}.", file=file, reason=system_reason(error))
        ) from error
    return made.hexdigest()


def _files_below(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a folder with their names within it, in the order of these.

    An office has many of them, for which `pathlib` takes several times as long.
    """
    start = os.fspath(folder)
    found = [os.path.join(at, name) for at, _folders, names in os.walk(start) for name in names]  # noqa: PTH118 - as said, pathlib is slow
    for path in sorted(found):
        if os.path.isfile(path):  # noqa: PTH113 - as said, pathlib is slow
            with open(path, "rb") as stream:  # noqa: PTH123 - as said, pathlib is slow
                yield path.removeprefix(start), stream.read()


@cache
def _versions() -> bytes:
    """What reads the bytes: another version may read them otherwise."""
    made = hashlib.blake2b(FORMAT.encode(), digest_size=16)
    for each in sorted(files("ssrpolicy.codelists").iterdir(), key=lambda each: each.name):
        if each.name.endswith((".toml", ".json", ".csv")):
            made.update(each.read_bytes())
    return made.digest()


def packed(record: PolicyRecord) -> bytes:
    """Return a record with its papers' texts, packed; `unpacked` gives an equal record."""
    return zlib.compress(codec.dumps(record, indent=None, derived=False).encode(), 1)


def unpacked(data: bytes) -> PolicyRecord:
    """Return the record that `packed` packed, its errors included; ValueError for other bytes."""
    try:
        reading = codec.read_json(zlib.decompress(data), Path("record.json"))
    except zlib.error as error:
        raise ValueError(str(error)) from error
    if reading.record is None:
        raise ValueError(_("There is no record in these bytes."))
    return reading.record
