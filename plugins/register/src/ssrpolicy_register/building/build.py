"""A register built from folders: what changed is read, what went away is removed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from attrs import field, frozen
from sqlalchemy import Connection, func, select

from ssrpolicy import InputError, __version__
from ssrpolicy.databases import (
    Finding,
    RecordsOfFile,
    Severity,
    collection_paused,
    file_digest,
    find_records,
    read_record_file,
    refuse_in_record,
)
from ssrpolicy_register.building.writing import Writing
from ssrpolicy_register.database import schema
from ssrpolicy_register.database.stores import Store
from ssrpolicy_register.database.tables import files, problems, records
from ssrpolicy_register.messages import _, ngettext

Tracked = Callable[[Sequence[Path], str], Iterable[Path]]
"""What shows how far a build is, in the manner of `ssrpolicy.commands.tracked`."""


@frozen(kw_only=True)
class Source:
    """Folders or files under one name: what went away is removed within one name only.

    Attributes:
        name: the name; that of the folder where none was given.
        files: the files of records, absolute, in the order in which a folder is read.
    """

    name: str
    files: tuple[Path, ...]

    @classmethod
    def of(cls, paths: Iterable[Path], name: str | None = None) -> tuple[Source, ...]:
        """Return the sources of some paths: one of the name, or one a path.

        Raises InputError where a path cannot be read or holds no record, so that nothing is
        taken for gone.
        """
        found = {str(path.absolute()): _files(path) for path in paths}
        if name is None:
            return tuple(cls(name=each, files=every) for each, every in found.items())
        every = dict.fromkeys(file for each in found.values() for file in each)
        return (cls(name=name, files=tuple(every)),)


def _files(path: Path) -> tuple[Path, ...]:
    return tuple(Path(each).absolute() for each in find_records(path))


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
    tracked: Tracked = lambda items, _doing: items,
) -> Built:
    """Bring a register up to date with its sources, in one transaction.

    Raises InputError where more than half of a source went away and ``may_remove`` does not say
    that this is meant, and where the store cannot be used; nothing was changed then.
    """
    if store.file is not None:
        refuse_in_record(store.file, suffix=store.file.suffix, named=True)
    with store.connected() as connection:
        schema.begin(connection, store)
        if not schema.told(connection, store):
            schema.make_tables(connection, store)
        known = dict(connection.execute(select(files.c.path, files.c.digest)).all())
        gone = [path for each in sources for path in _gone(connection, each, may_remove=may_remove)]
        named = {file: each.name for each in sources for file in each.files}
        digests = {file: _digest(file) for file in named}
        changed = [file for file in named if known.get(str(file)) != digests[file]]
        found: list[Finding] = []
        if changed or gone:
            writing = Writing(connection, store, today)
            writing.remove(gone)
            with collection_paused():
                for read in _in_turn(tracked(changed, _("Reading")), writing, changed):
                    file = read.file
                    found += writing.take(read, source=named[file], digest=digests[file])
            writing.finish()
        schema.finished(connection)
        held = connection.execute(select(func.count()).select_from(records)).scalar_one()
        told = connection.execute(select(func.count()).select_from(problems)).scalar_one()
        connection.commit()
    return Built(
        read=len(changed),
        unchanged=len(named) - len(changed),
        removed=len(gone),
        records=held,
        problems=told,
        findings=tuple(found),
    )


def _in_turn(
    given: Iterable[Path], writing: Writing, every: Iterable[Path]
) -> Iterator[RecordsOfFile]:
    """Yield what files hold; those with an id that another one held until now come last."""
    left = set(map(str, every))
    late = []
    for file in given:
        read = _read(file)
        if writing.waits_for(read, left):
            late.append(read)
        else:
            yield read
            left.discard(str(file))
    writing.release(str(read.file) for read in late)
    yield from late


def _gone(connection: Connection, source: Source, *, may_remove: bool) -> Iterator[str]:
    known = (
        connection.execute(select(files.c.path).where(files.c.source == source.name))
        .scalars()
        .all()
    )
    there = set(map(str, source.files))
    gone = [path for path in known if path not in there]
    if len(gone) * 2 > len(known) and not may_remove:
        raise InputError(
            ngettext(
                "The file of {source} has gone; nothing was changed.",
                "Of {source}, {gone} of {number} files have gone; nothing was changed.",
                len(known),
                source=source.name,
                gone=len(gone),
            ),
            hint=_("If that is meant, say so with --yes."),
        )
    yield from gone


def _digest(file: Path) -> str:
    try:
        return f"{__version__} {file_digest(file)}"
    except InputError:
        return ""  # reading it tells why


def _read(file: Path) -> RecordsOfFile:
    try:
        return read_record_file(file)
    except InputError as error:
        unread = Finding(
            code="file-unreadable",
            severity=Severity.ERROR,
            subject=str(file),
            message=error.message,
            hint=error.hint,
        )
        return RecordsOfFile(file=file, records=(), errors=(unread,))
