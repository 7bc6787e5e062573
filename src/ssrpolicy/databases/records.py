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
from operator import itemgetter
from pathlib import Path
from typing import Final

from attrs import frozen

from ssrpolicy import codec
from ssrpolicy.arguments import check_number, check_type
from ssrpolicy.databases.excerpts import excerpt_of
from ssrpolicy.errors import ArgumentError, InputError
from ssrpolicy.fields import typed
from ssrpolicy.messages import _, system_reason
from ssrpolicy.model import FORMAT, Finding, PolicyRecord
from ssrpolicy.storage import path_of

_RECORD_FILE: Final = "record.toml"
# Nanoseconds: clocks of file systems tick every two seconds at most, and those of servers differ.
_SETTLED: Final = 10 * 10**9


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
    """Return what a record's file holds; an error says so where it cannot be read at all."""
    file = path_of(file)
    reading = codec.read(file, strict=False)
    errors = tuple(each for each in reading.findings if each.is_error)
    return RecordsOfFile(file=file, records=reading.records, errors=errors)


def file_digest(file: str | os.PathLike[str]) -> str:
    """Return a digest of a record's bytes and of the versions that read them.

    These are the bytes of its file and of all files in its ``sources`` folder, and the format and
    the code lists that are known here. Nothing is parsed. Raises InputError where a file cannot be
    read.
    """
    file = path_of(file)
    made = hashlib.blake2b(_versions(), digest_size=16)
    try:
        made.update(file.read_bytes())
        if file.name == _RECORD_FILE:
            for name, each in _sources(file):
                made.update(b"\0" + name + b"\0")
                made.update(Path(each.path).read_bytes())
    except OSError as error:
        raise InputError(
            _("{file} cannot be read: {reason}.", file=file, reason=system_reason(error))
        ) from error
    return made.hexdigest()


def file_stamp(file: str | os.PathLike[str], *, now: int) -> str | None:
    """Return a stamp that changes with the bytes of `file_digest`, made without reading them.

    It is made of what the file system says of the same files: the name, size and inode of each,
    when it was written and when anything of it changed; and of the format and the code lists that
    are known here. Two that are equal mean equal bytes. ``now`` is the time in nanoseconds since
    1970, read before this call. None is returned where equal stamps would not mean that: where a
    file changed less than ten seconds before ``now``, for one that changes again within the same
    tick of a clock keeps its times; and on Windows, which does not say when a file changed.
    """
    file, now = path_of(file), check_number(now, "now", least=0)
    if os.name != "posix":
        return None
    made = hashlib.blake2b(_versions(), digest_size=16)
    try:
        found = [(b"", file.stat())]
        if file.name == _RECORD_FILE:
            found += ((name, each.stat()) for name, each in _sources(file))
    except OSError:
        return None
    for name, status in found:
        if max(status.st_mtime_ns, status.st_ctime_ns) > now - _SETTLED:
            return None
        times = status.st_mtime_ns, status.st_ctime_ns
        made.update(b"\0%b\0%d %d %d %d" % (name, status.st_size, status.st_ino, *times))
    return made.hexdigest()


def _sources(file: Path) -> list[tuple[bytes, os.DirEntry[str]]]:
    """Return the files of papers of a record in the order of their names, which come with them."""
    found = _files_below(os.path.join(os.path.dirname(file), codec.SOURCES_FOLDER))  # noqa: PTH118, PTH120 - with paths, a build that finds nothing changed takes half as much time again
    return sorted(found, key=itemgetter(0))


def _files_below(folder: str, below: str = "") -> Iterator[tuple[bytes, os.DirEntry[str]]]:
    """Yield the files of a folder, if it is there, with their names in it."""
    with suppress(FileNotFoundError, NotADirectoryError), os.scandir(folder) as entries:
        for each in entries:
            if each.is_dir(follow_symlinks=False):
                yield from _files_below(each.path, f"{below}{each.name}/")
            elif each.is_file():
                yield f"{below}{each.name}".encode("utf-8", "surrogateescape"), each


@cache
def _versions() -> bytes:
    """The versions of what reads the bytes: another version may read them differently."""
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
