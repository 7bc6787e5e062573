"""A register built from folders: changed files are read, deleted ones are removed."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from attrs import field, frozen
from sqlalchemy import func, select, update

from ssrpolicy import OutputError
from ssrpolicy.databases import (
    Finding,
    RecordsOfFile,
    collection_paused,
    read_record_file,
    refuse_in_record,
)
from ssrpolicy_register.building.seeing import seen, stamp_again
from ssrpolicy_register.building.sources import Source, check_replaced, gone
from ssrpolicy_register.building.writing import Writing
from ssrpolicy_register.database import schema
from ssrpolicy_register.database.stores import Store
from ssrpolicy_register.database.tables import files, problems, records
from ssrpolicy_register.messages import _

Tracked = Callable[[Sequence[Path], str], Iterable[Path]]
"""What shows how far a build is, in the manner of `ssrpolicy.commands.tracked`."""


@frozen(kw_only=True)
class Built:
    """What a build did.

    Attributes:
        read: how many files were read, since they were new or had changed.
        unchanged: how many files were as before.
        removed: how many files had gone.
        records: how many records the register holds now.
        problems: how many things are wrong with all its files.
        findings: what is wrong with files that were read.
    """

    read: int
    unchanged: int
    removed: int
    records: int
    problems: int
    findings: tuple[Finding, ...] = field(default=(), repr=False)


def build(
    store: Store,
    sources: Sequence[Source],
    *,
    today: dt.date,
    may_remove: bool = False,
    every_byte: bool = False,
    clock: Callable[[], int] = time.time_ns,
    tracked: Tracked = lambda items, _doing: items,
) -> Built:
    """Bring a register up to date with its sources, in one transaction.

    With ``every_byte`` files are known by their bytes, also where the file system says that they
    are as before. ``clock`` gives the time in nanoseconds since 1970.

    Raises InputError where more than half of a source went away or gave way to other records, and
    ``may_remove`` does not say that this is meant, and where the store cannot be used; nothing was
    changed then.
    """
    if store.file is not None:
        _refuse_in_record(store.file)
    with store.connected() as connection:
        schema.begin(connection, store)
        said = schema.described(connection, store)
        if not said:
            schema.make_tables(connection, store)
        known = {row.path: row for row in connection.execute(select(files))}
        named = {path: (file, each.name) for each in sources for path, file in each.files.items()}
        before = {path: row.source for path, row in known.items()}
        left = gone(before, sources, named, may_remove=may_remove)
        now = clock()
        found_as = {
            path: seen(file, known.get(path), now=now, every_byte=every_byte)
            for path, (file, _source) in named.items()
        }
        stamp_again(connection, known, found_as)
        changed: dict[Path, str] = {}
        for path, (file, source) in named.items():
            if path not in known or known[path].digest != found_as[path].digest:
                changed[file] = path
            elif before[path] != source:
                of_path = files.c.path == path
                connection.execute(update(files).where(of_path).values(source=source))
        found: list[Finding] = []
        if changed or left:
            writing = Writing(connection, store, today)
            had = {id: (path, before[path]) for id, path in writing.holders.items()}
            writing.remove(left)
            with collection_paused():
                for read in _in_turn(tracked(tuple(changed), _("Reading")), writing, changed):
                    path = changed[read.file]
                    source = named[path][1]
                    found += writing.take(read, path=path, source=source, seen=found_as[path])
            if not may_remove:
                check_replaced(had, sources, writing.holders)
            found += writing.finish()
        schema.finished(connection)
        held = connection.execute(select(func.count()).select_from(records)).scalar_one()
        unread = connection.execute(select(func.count()).select_from(problems)).scalar_one()
        connection.commit()
    return Built(
        read=len(changed),
        unchanged=len(named) - len(changed),
        removed=len(left),
        records=held,
        problems=unread,
        findings=tuple(found),
    )


def _refuse_in_record(file: Path) -> None:
    try:
        refuse_in_record(file)
    except OutputError as error:
        hint = _("Name a file outside the folders of records, such as register.sqlite.")
        raise OutputError(error.message, hint=hint) from None


def _in_turn(
    given: Iterable[Path], writing: Writing, paths: Mapping[Path, str]
) -> Iterator[RecordsOfFile]:
    """Yield what files hold; those with an id that another one held until now come last."""
    left = set(paths.values())
    late = []
    for file in given:
        read, path = read_record_file(file), paths[file]
        if writing.waits_for(read, path, left):
            late.append(read)
        else:
            yield read
            left.discard(path)
    writing.release(paths[read.file] for read in late)
    yield from late
