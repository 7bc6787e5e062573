"""The rows of files written into a register, within the transaction of a build."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, delete, func, select, update

from ssrpolicy import PolicyRecord
from ssrpolicy.databases import Finding, RecordsOfFile, Severity
from ssrpolicy_register.building.relating import Relating
from ssrpolicy_register.building.rows import Row, record_rows
from ssrpolicy_register.building.states import States
from ssrpolicy_register.building.waiting import Waiting
from ssrpolicy_register.database import schema
from ssrpolicy_register.database.stores import Store
from ssrpolicy_register.database.tables import files, problems, records, texts
from ssrpolicy_register.messages import _

_BESIDE: Final = "\x01"


class Writing:
    """The rows of files, taken in one by one, and what follows for other records at the end."""

    def __init__(self, connection: Connection, store: Store, today: dt.date) -> None:
        self._connection = connection
        self._store = store
        self._today = today
        self._row_by_row = schema.has_texts(connection)
        self._waiting = Waiting(connection, store, row_by_row=self._row_by_row)
        self._next_text = (connection.execute(select(func.max(texts.c.id))).scalar() or 0) + 1
        self._holder: dict[str, str] = {}
        self._held: dict[str, list[str]] = {}
        for id, path in connection.execute(select(records.c.id, records.c.file)):
            self._holder[id] = path
            self._held.setdefault(path, []).append(id)
        self._relating = Relating(connection)
        if store.is_sqlite and self._row_by_row:
            # Readers go on until the build is committed.
            connection.exec_driver_sql("PRAGMA cache_spill = OFF")

    def remove(self, paths: Iterable[str]) -> None:
        """Remove files that have gone, and their records."""
        for path in paths:
            self._remove_held(path)
            self._connection.execute(delete(problems).where(problems.c.file == path))
            self._connection.execute(delete(files).where(files.c.path == path))

    def take(self, read: RecordsOfFile, *, source: str, digest: str) -> list[Finding]:
        """Take in what a file holds, in the place of what it held; return what is wrong with it.

        Of a file of which nothing can be read, what it held is kept.
        """
        path, found = str(read.file), list(read.errors)
        of_path = files.c.path == path
        read_on = self._connection.execute(select(files.c.read_on).where(of_path)).scalar()
        self._connection.execute(delete(problems).where(problems.c.file == path))
        if not read.records and path in self._held:
            found.append(_kept(path, read_on or self._today))
        else:
            self._remove_held(path)
            read_on = self._today
        row = {
            "path": path,
            "source": source,
            "position": _BESIDE.join(Path(path).parts),
            "digest": digest,
            "read_on": read_on,
        }
        changed = self._connection.execute(update(files).where(of_path).values(row))
        if not changed.rowcount:
            self._connection.execute(files.insert(), row)
        for number, record in enumerate(read.records):
            if record.id in self._holder:
                found.append(_twice(path, record.id, self._holder[record.id]))
                # It is read again in each build, as the other may go.
                self._connection.execute(update(files).where(of_path).values(digest=""))
            else:
                self._add(record, path, f"{row['position']}{_BESIDE}{number:06d}")
        if found:
            rows = [_problem(path, each) for each in found]
            self._connection.execute(problems.insert(), rows)
        return found

    def waits_for(self, read: RecordsOfFile, others: Collection[str]) -> bool:
        """Whether one of some other files, still to be read, held an id that a file now has."""
        holders = {self._holder.get(record.id) for record in read.records} - {str(read.file)}
        return not holders.isdisjoint(others)

    def release(self, paths: Iterable[str]) -> None:
        """Remove the records of files that are taken in next, so that ids may change places."""
        for path in paths:
            self._remove_held(path)

    def finish(self) -> None:
        """Write what waits, and what changed for records that relate to those that changed."""
        self._waiting.flush()
        for row in self._relating.rows():
            self._waiting.add(row)
        self._waiting.flush()
        if not self._row_by_row:
            schema.index_words(self._connection, self._store)

    def _remove_held(self, path: str) -> None:
        ids = self._held.pop(path, [])
        for id in ids:
            del self._holder[id]
        self._waiting.remove(ids)
        self._relating.removed(ids)

    def _add(self, record: PolicyRecord, path: str, position: str) -> None:
        self._holder[record.id] = path
        self._held.setdefault(path, []).append(record.id)
        rows = record_rows(record, file=path, position=position, today=self._today)
        for row in rows["texts"]:
            row["id"] = self._next_text
            self._next_text += 1
        rows["states"], rows["owners"] = States((record,)).of(record)
        self._relating.added(record.id, rows["links"])
        self._waiting.add(rows)


def _kept(path: str, day: dt.date) -> Finding:
    return Finding(
        code="record-kept",
        severity=Severity.WARNING,
        subject=path,
        message=_("What it held is shown as of {day}.", day=day.isoformat()),
        hint=_("Mend the file, and build the register again."),
    )


def _twice(path: str, id: str, first: str) -> Finding:
    return Finding(
        code="record-twice",
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
        "subject": finding.subject,
        "message": finding.message,
        "hint": finding.hint,
        "line": finding.location.line,
        "pointer": finding.location.pointer,
    }
