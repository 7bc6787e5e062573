"""The rows of files written into a register, within the transaction of a build."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, delete, select, update

from ssrpolicy import PolicyRecord
from ssrpolicy.databases import Finding, RecordsOfFile, Severity
from ssrpolicy_register.building.numbering import Numbering
from ssrpolicy_register.building.relating import Relating
from ssrpolicy_register.building.rows import Row, record_rows
from ssrpolicy_register.building.seeing import Seen
from ssrpolicy_register.building.sources import as_text, place
from ssrpolicy_register.building.states import States
from ssrpolicy_register.building.vocabulary import Vocabulary
from ssrpolicy_register.building.waiting import Waiting
from ssrpolicy_register.database import schema
from ssrpolicy_register.database.stores import Store
from ssrpolicy_register.database.tables import files, owners, problems, records, states
from ssrpolicy_register.messages import _, ngettext

_BESIDE: Final = "\x01"


class Writing:
    """The rows of files, taken in one by one, and what follows for other records at the end."""

    def __init__(self, connection: Connection, store: Store, today: dt.date) -> None:
        self._connection = connection
        self._store = store
        self._today = today
        self._row_by_row = schema.has_texts(connection)
        self._waiting = Waiting(connection, store, row_by_row=self._row_by_row)
        self._vocabulary = Vocabulary(connection, sqlite=store.is_sqlite)
        self._numbering = Numbering(connection, empty=not self._row_by_row)
        self._holder: dict[str, str] = {}
        self._held: dict[str, list[str]] = {}
        for id, path in connection.execute(select(records.c.id, records.c.file)):
            self._holder[id] = path
            self._held.setdefault(path, []).append(id)
        self._sources: dict[str, str] = {}
        self._digests: dict[str, str] = {}
        # Of each file that the register knows, the day on which it was read.
        self._read_on: dict[str, dt.date | None] = {}
        for path, source, digest, day in connection.execute(
            select(files.c.path, files.c.source, files.c.digest, files.c.read_on)
        ):
            self._sources[path], self._digests[path], self._read_on[path] = source, digest, day
        self._relating = Relating(connection)
        # The ids that files have and others hold, by the files.
        self._left_out: dict[str, list[str]] = {}
        # The files that are not there any more, and those that took their places.
        self._moved: dict[str, str] = {}
        if store.is_sqlite and self._row_by_row:
            # Readers go on until the build is committed.
            connection.exec_driver_sql("PRAGMA cache_spill = OFF")

    @property
    def holders(self) -> Mapping[str, str]:
        """The file that holds each record now, by the record's id."""
        return self._holder

    def remove(self, paths: Iterable[str]) -> None:
        """Remove files that have gone, and their records."""
        for path in paths:
            self._remove_held(path)
            self._connection.execute(delete(problems).where(problems.c.file == path))
            self._connection.execute(delete(files).where(files.c.path == path))
            self._read_on.pop(path, None)
            self._left_out.pop(path, None)

    def take(self, read: RecordsOfFile, *, path: str, source: str, seen: Seen) -> list[Finding]:
        """Store the content of a file in the place of its earlier content; return its errors.

        ``path`` is what the register calls the file.
        Of a file of which nothing can be read, what it held is kept. Of two files with a record of
        one id the first in order has it, whichever was there before; but one that is not on the
        disk any more gives way, and so does the same file, read under another name of a source.
        What two names have at one path is the same file where its bytes are; otherwise it is a copy
        on another machine.
        """
        found = list(read.errors)
        self._left_out.pop(path, None)
        self._sources[path], self._digests[path] = source, seen.digest
        known, read_on = path in self._read_on, self._read_on.get(path)
        if not read.records and self._held.get(path):
            found.append(_kept(path, read_on or self._today))
        else:
            self._remove_held(path)
            read_on = self._today
        position = _position(path)
        row = {
            "path": path,
            "source": source,
            "position": position,
            "digest": seen.digest,
            "stamp": seen.stamp,
            "read_on": read_on,
        }
        self._read_on[path] = read_on
        if known:
            self._connection.execute(delete(problems).where(problems.c.file == path))
            self._connection.execute(update(files).where(files.c.path == path).values(row))
        else:
            self._connection.execute(files.insert(), row)
        for number, record in enumerate(read.records):
            holder = self._holder.get(record.id)
            if holder is not None and not self._gives_way(holder, to=path):
                self._left_out.setdefault(path, []).append(record.id)
                continue
            if holder is not None:
                self._take_from(holder, record.id, path)
            self._add(record, path, f"{position}{_BESIDE}{number:06d}")
        self._tell(path, found)
        return found

    def _gives_way(self, holder: str, *, to: str) -> bool:
        if to == holder:
            return False
        if self._is_same(to, holder) or not self._is_there(holder, seen_from=to):
            return True
        return _position(to) < _position(holder)

    def _take_from(self, holder: str, id: str, path: str) -> None:
        """Take a record from the file that holds it, for another one that has it too."""
        self._remove(holder, [id])
        same = self._is_same(path, holder)
        if self._held[holder] or (not same and self._is_there(holder, seen_from=path)):
            self._left_out.setdefault(holder, []).append(id)
            return
        self.remove([holder])
        if not same:
            self._moved[holder] = path

    def _is_same(self, path: str, other: str) -> bool:
        """Whether one file has two names; a source without a name is of this machine."""
        if self._place(path) != self._place(other):
            return False
        unnamed = self._place(path) in (path, other)
        return unnamed or self._digests[path] == self._digests[other]

    def _place(self, path: str) -> str:
        return place(path, self._sources[path])

    def _is_there(self, path: str, *, seen_from: str) -> bool:
        """Whether a file may be there; one that bears another name may be on another machine."""
        at = self._place(path)
        other = self._sources[path] != self._sources[seen_from]
        return (other and at != path) or _is_on_disk(at)

    def waits_for(self, read: RecordsOfFile, path: str, others: Collection[str]) -> bool:
        """Whether one of some other files, still to be read, held an id that a file now has."""
        holders = {self._holder.get(record.id) for record in read.records} - {path}
        return not holders.isdisjoint(others)

    def release(self, paths: Iterable[str]) -> None:
        """Remove the records of files that are taken in next, so that ids may change places."""
        for path in paths:
            self._remove_held(path)

    def finish(self) -> list[Finding]:
        """Write pending rows, and update records that relate to changed ones.

        Return which files have an id that another one holds, and that files have moved.
        """
        self._waiting.flush()
        for ids, rows in self._relating.rows():
            self._waiting.remove(ids, only=(states, owners))
            self._waiting.add(rows)
        self._waiting.finish()
        if self._store.is_sqlite:
            if not self._row_by_row:
                schema.index_words(self._connection)
            schema.count_rows(self._connection)
        found = [_moved(self._moved)] if self._moved else []
        for path, ids in self._left_out.items():
            twice = [_twice(path, id, self._holder[id]) for id in ids]
            self._tell(path, twice)
            # It is read again in each build, as the other may go.
            of_path = files.c.path == path
            self._connection.execute(update(files).where(of_path).values(digest=""))
            found += twice
        return found

    def _tell(self, path: str, found: Iterable[Finding]) -> None:
        if rows := [_problem(path, each) for each in found]:
            self._connection.execute(problems.insert(), rows)

    def _remove_held(self, path: str) -> None:
        self._remove(path, self._held.get(path, ()))

    def _remove(self, path: str, ids: Sequence[str]) -> None:
        self._held[path] = [id for id in self._held.get(path, ()) if id not in ids]
        for id in ids:
            del self._holder[id]
        self._waiting.remove(ids)
        self._relating.removed(ids)

    def _add(self, record: PolicyRecord, path: str, position: str) -> None:
        self._holder[record.id] = path
        self._held.setdefault(path, []).append(record.id)
        rows = record_rows(record, file=path, position=position, today=self._today)
        self._numbering.number(rows["texts"])
        self._waiting.add(self._vocabulary.number(rows["texts"]))
        rows["states"], rows["owners"] = States((record,)).of(record)
        self._relating.added(record.id, rows["links"])
        self._waiting.add(rows)


def _position(path: str) -> str:
    return _BESIDE.join(Path(path).parts)


def _is_on_disk(path: str) -> bool:
    """Whether a file may be on the disk; one on a share that refuses access counts as there."""
    try:
        Path(path).lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def _kept(path: str, day: dt.date) -> Finding:
    return Finding(
        code="record-kept",
        severity=Severity.WARNING,
        subject=path,
        message=_("What it held is shown as of {day}.", day=day.isoformat()),
        hint=_("Mend the file, and build the register again."),
    )


def _moved(places: Mapping[str, str]) -> Finding:
    old, new = next(iter(places.items()))
    return Finding(
        code="record-moved",
        severity=Severity.NOTE,
        subject=new,
        message=ngettext(
            "{old} is not there any more; its record is now that of {new}.",
            "{old} and others, {number} in all, are not there any more; their records are now "
            "those of {new} and others.",
            len(places),
            old=old,
            new=new,
        ),
    )


def _twice(path: str, id: str, first: str) -> Finding:
    return Finding(
        code="record-duplicate",
        severity=Severity.ERROR,
        subject=id,
        message=_(
            "{file} has the id {id} of {first}, and is left out.", file=path, id=id, first=first
        ),
        hint=_("Give one of them another id, or take it out of the folder."),
    )


def _problem(path: str, finding: Finding) -> Row:
    return {
        "file": path,
        "code": finding.code,
        "severity": finding.severity.value,
        "subject": as_text(finding.subject),
        "message": as_text(finding.message),
        "hint": None if finding.hint is None else as_text(finding.hint),
        "line": finding.location.line,
        "pointer": finding.location.pointer,
    }
