"""Whether a file is as it was when a build read it: by what the file system says, or its bytes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import frozen
from sqlalchemy import Connection, Row, bindparam, update

from ssrpolicy import InputError, __version__
from ssrpolicy.databases import file_digest, file_stamp
from ssrpolicy_register.database.tables import files


@frozen
class Seen:
    """What a build sees of a file before it reads it.

    Attributes:
        digest: that of its bytes; empty where they cannot be read.
        stamp: what the file system says of them; None where that would not tell a change.
    """

    digest: str
    stamp: str | None


def seen(file: Path, known: Row[Any] | None, *, now: int, every_byte: bool) -> Seen:
    """Return what is seen of a file, as of a time in nanoseconds, see `file_stamp`.

    Its bytes are read where the stamp is not the one that is known of it, or ``every_byte`` asks
    for it. The stamp is taken first: what changes in between is seen by the next build.
    """
    stamped = file_stamp(file, now=now)
    stamp = None if stamped is None else f"{__version__} {stamped}"
    if known is not None and known.digest and stamp == known.stamp is not None and not every_byte:
        return Seen(known.digest, stamp)
    try:
        return Seen(f"{__version__} {file_digest(file)}", stamp)
    except InputError:
        return Seen("", None)  # reading it tells why


def stamp_again(
    connection: Connection, known: Mapping[str, Row[Any]], now: Mapping[str, Seen]
) -> None:
    """Write the stamps of files of which nothing but these changed."""
    rows = [
        {"called": path, "said": each.stamp}
        for path, each in now.items()
        if path in known and each.digest == known[path].digest and each.stamp != known[path].stamp
    ]
    if rows:
        stamped = update(files).where(files.c.path == bindparam("called"))
        connection.execute(stamped.values(stamp=bindparam("said")), rows)
