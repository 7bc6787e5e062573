"""A register built from folders: what changed is read, what went away is removed."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from attrs import field, frozen
from sqlalchemy import func, select, update

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
        is_path: whether the name is the path under which the files were found.
    """

    name: str
    files: tuple[Path, ...]
    is_path: bool

    @classmethod
    def of(cls, paths: Iterable[Path], name: str | None = None) -> tuple[Source, ...]:
        """Return the sources of some paths: one of the name, or one a path.

        Raises InputError where a path cannot be read or holds no record, so that nothing is
        taken for gone.
        """
        found = dict(map(_found, paths))
        if name is None:
            return tuple(cls(name=each, files=every, is_path=True) for each, every in found.items())
        every = dict.fromkeys(file for each in found.values() for file in each)
        return (cls(name=name, files=tuple(every), is_path=False),)

    def covers(self, path: str, source: str) -> bool:
        """Whether a file that is known from a source would be found in this one.

        That is what it had before and, of a folder, what other paths had in it; what bears a
        name of its own is left to that name.
        """
        if source == self.name:
            return True
        return self.is_path and Path(source).is_absolute() and _is_at(path, self.name)


def _found(path: Path) -> tuple[str, tuple[Path, ...]]:
    """Return a path and the files of records at it, the same for every way to write the path."""
    files = find_records(path)
    folder = path if path.is_dir() else path.parent
    real = folder.resolve()
    return str(real / path.relative_to(folder)), tuple(
        real / each.relative_to(folder) for each in files
    )


def _is_at(path: str, folder: str) -> bool:
    return path == folder or path.startswith(os.path.join(folder, ""))  # noqa: PTH118 - many


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
        known = {row.path: row for row in connection.execute(select(files))}
        named = {file: each.name for each in sources for file in each.files}
        before = {path: row.source for path, row in known.items()}
        gone = _gone(before, sources, frozenset(map(str, named)), may_remove=may_remove)
        digests = {file: _digest(file) for file in named}
        unchanged = {
            file for file in named if digests[file] == getattr(known.get(str(file)), "digest", None)
        }
        changed = [file for file in named if file not in unchanged]
        for file in unchanged:
            if before[str(file)] != named[file]:
                of_path = files.c.path == str(file)
                connection.execute(update(files).where(of_path).values(source=named[file]))
        found: list[Finding] = []
        if changed or gone:
            writing = Writing(connection, store, today)
            writing.remove(gone)
            with collection_paused():
                for read in _in_turn(tracked(changed, _("Reading")), writing, changed):
                    file = read.file
                    found += writing.take(read, source=named[file], digest=digests[file])
            found += writing.finish()
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


def _gone(
    known: Mapping[str, str], sources: Iterable[Source], there: Collection[str], *, may_remove: bool
) -> list[str]:
    """Return the files that some sources had and that are no longer there.

    ``known`` holds the source of each file that the register has.
    """
    every: dict[str, None] = {}
    for source in sources:
        had = [path for path, of in known.items() if source.covers(path, of)]
        gone = [path for path in had if path not in there]
        if len(gone) * 2 > len(had) and not may_remove:
            raise InputError(
                ngettext(
                    "The file of {source} has gone; nothing was changed.",
                    "Of {source}, {gone} of {number} files have gone; nothing was changed.",
                    len(had),
                    source=source.name,
                    gone=len(gone),
                ),
                hint=_("If that is meant, say so with --yes."),
            )
        every.update(dict.fromkeys(gone))
    return list(every)


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
