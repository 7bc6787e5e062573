"""Records as a database takes them in: read, known by their bytes, and packed."""

from __future__ import annotations

import hashlib
import json
import os
import zlib
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final

from attrs import frozen

from ssrpolicy import codec
from ssrpolicy.arguments import check_type
from ssrpolicy.databases.excerpts import excerpt_of
from ssrpolicy.errors import ArgumentError, InputError
from ssrpolicy.fields import typed
from ssrpolicy.messages import _, system_reason
from ssrpolicy.model import FORMAT, Finding, PolicyRecord
from ssrpolicy.storage import path_of

_RECORD_FILE: Final = "record.toml"


@frozen(kw_only=True, field_transformer=typed)
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


@frozen(kw_only=True, field_transformer=typed)
class Packed:
    """A record packed, as a database keeps it.

    Attributes:
        whole: all of it, with its papers' texts; `unpacked` gives an equal record.
        excerpt: what lists of its statements need; `unpacked_excerpt` gives it.
    """

    whole: bytes
    excerpt: bytes


def read_record_file(file: str | os.PathLike[str]) -> RecordsOfFile:
    """Return what a record's file holds; raises InputError where it cannot be read at all."""
    file = path_of(file)
    reading = codec.read(file)
    errors = tuple(each for each in reading.findings if each.is_error)
    return RecordsOfFile(file=file, records=reading.records, errors=errors)


def file_digest(file: str | os.PathLike[str]) -> str:
    """Return a digest of the bytes that make a record, and of what reads them.

    These are the bytes of its file and of all files in its ``sources`` folder, and the format and
    the code lists that are known here. Nothing is parsed. Raises InputError where a file cannot be
    read.
    """
    file = path_of(file)
    made = hashlib.blake2b(_versions(), digest_size=16)
    try:
        made.update(file.read_bytes())
        if file.name == _RECORD_FILE:
            for parts, each in sorted(_files_below(file.parent / codec.SOURCES_FOLDER)):
                name = str(Path(*parts)).encode("utf-8", "surrogateescape")
                made.update(b"\0" + name + b"\0")
                made.update(Path(each).read_bytes())
    except OSError as error:
        raise InputError(
            _("{file} cannot be read: {reason}.", file=file, reason=system_reason(error))
        ) from error
    return made.hexdigest()


def _files_below(
    folder: str | Path, parts: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the files of a folder, if it is there, with the parts of their names in it."""
    # With paths, a build that finds nothing changed takes a quarter more time.
    with suppress(FileNotFoundError, NotADirectoryError), os.scandir(folder) as entries:
        for each in entries:
            if each.is_dir(follow_symlinks=False):
                yield from _files_below(each.path, (*parts, each.name))
            elif each.is_file():
                yield (*parts, each.name), each.path


@cache
def _versions() -> bytes:
    """What reads the bytes: another version may read them otherwise."""
    made = hashlib.blake2b(FORMAT.encode(), digest_size=16)
    for each in sorted(files("ssrpolicy.codelists").iterdir(), key=lambda each: each.name):
        if each.name.endswith((".toml", ".json", ".csv")):
            made.update(each.read_bytes())
    return made.digest()


def packed(record: PolicyRecord) -> Packed:
    """Return a record packed whole and as an excerpt."""
    check_type(record, PolicyRecord, "record", "ssrpolicy.load(path)")
    data = codec.unstructure(record, derived=False)
    whole = json.dumps(data, separators=(",", ":")).encode("ascii")
    return Packed(whole=zlib.compress(whole, 1), excerpt=excerpt_of(record, data))


def unpacked(data: bytes) -> PolicyRecord:
    """Return the record that was packed whole, its errors included; ValueError for other bytes."""
    check_type(data, bytes, "data", "packed(record).whole")
    try:
        reading = codec.read_json(zlib.decompress(data), Path("record.json"))
    except zlib.error as error:
        raise ArgumentError(_("These bytes hold no record.")) from error
    if reading.record is None:
        raise ArgumentError(_("These bytes hold no record."))
    return reading.record
