"""Updates appended to the files of records: all are prepared before the first is replaced."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs
from attrs import field, frozen

from ssrpolicy import codec
from ssrpolicy.codec import entry_text
from ssrpolicy.editing import FileChange, folder_of, with_line_ends_of, write_changes
from ssrpolicy.errors import InputError
from ssrpolicy.messages import _
from ssrpolicy.model import EditRefusedError, PolicyRecord, Update
from ssrpolicy.storage import locked, read_file

_USUAL_INDENT = 2


@frozen(kw_only=True)
class RecordFile:
    """A record and the file from which it was read."""

    record: PolicyRecord = field(repr=False)
    file: Path


@frozen(kw_only=True)
class Appending:
    """Updates to append to the records of one file.

    ``records`` are all of the file, as it was read; ``updates`` are those of some of them, by the
    record's id.
    """

    file: Path
    records: tuple[PolicyRecord, ...] = field(repr=False)
    updates: Mapping[str, tuple[Update, ...]]


@frozen(kw_only=True)
class Merged:
    """What a merge wrote: the files, and how many updates were appended to each.

    Attributes:
        updates: the number of updates that were appended, by file.
    """

    updates: Mapping[Path, int]

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that were replaced, in their order."""
        return tuple(self.updates)


def with_updates(record: PolicyRecord, updates: Iterable[Update]) -> PolicyRecord:
    """Return a record with updates appended to its own."""
    return attrs.evolve(record, updates=(*record.updates, *updates))


def by_file(
    updates: Mapping[str, tuple[Update, ...]], files: Iterable[RecordFile]
) -> tuple[Appending, ...]:
    """Return updates, which are given by the record's id, by the file that they are appended to.

    ``files`` are those of all records: a file may hold records that get no update.
    """
    changed = {each.file for each in files if each.record.id in updates}
    records: dict[Path, list[PolicyRecord]] = {}
    for each in files:
        if each.file in changed:
            records.setdefault(each.file, []).append(each.record)
    return tuple(
        Appending(
            file=file,
            records=tuple(of_file),
            updates={each.id: updates[each.id] for each in of_file if each.id in updates},
        )
        for file, of_file in records.items()
    )


def append_updates(appendings: Sequence[Appending]) -> Merged:
    """Append the updates to all files, or change nothing.

    Raises EditRefusedError where a file is not what it was when it was read, or would not read
    back as its records with exactly these updates; OutputError when one cannot be written.
    """
    folders = {folder_of(each.file) for each in appendings}
    with locked(*folders):
        write_changes(map(_change, appendings))
    return Merged(updates={each.file: sum(map(len, each.updates.values())) for each in appendings})


def _change(appending: Appending) -> FileChange:
    old = _bytes(appending.file)
    if _records(old, appending.file) != appending.records:
        raise _changed(appending.file)
    return FileChange(file=appending.file, before=old, after=_appended(appending, old))


def _bytes(file: Path) -> bytes:
    try:
        return read_file(file)
    except InputError as error:
        raise _changed(file) from error


def _changed(file: Path) -> EditRefusedError:
    return EditRefusedError(
        _("{file} was changed since the merge was planned; nothing was written.", file=file),
        hint=_("Plan it again: give the command again."),
    )


def _records(data: bytes, file: Path) -> tuple[PolicyRecord, ...] | None:
    """The records of a file's bytes; None where there is an error in them."""
    read = codec.read_json if file.suffix.lower() == ".json" else codec.read_toml
    reading = read(data, file)
    return None if any(f.is_error for f in reading.findings) else reading.records


def _appended(appending: Appending, old: bytes) -> bytes:
    """The file's bytes with the updates, read back and compared with what is wanted."""
    updates = appending.updates
    wanted = tuple(with_updates(each, updates.get(each.id, ())) for each in appending.records)
    is_json = appending.file.suffix.lower() == ".json"
    new = _json(wanted, old) if is_json else _toml(appending, old)
    if _records(new, appending.file) != wanted:
        raise EditRefusedError(
            _(
                "{file} would not read back as its records with the updates; nothing was written.",
                file=appending.file,
            ),
            hint=None
            if is_json
            else _(
                "Are its updates written as one list, updates = [...]? Then nothing can be "
                "appended to them; write each under a line [[updates]]."
            ),
        )
    return new


def _toml(appending: Appending, data: bytes) -> bytes:
    (record,) = appending.records
    for update in appending.updates[record.id]:
        gap, added = with_line_ends_of(data, entry_text(update, record))
        data += gap + added
    return data


def _json(records: tuple[PolicyRecord, ...], old: bytes) -> bytes:
    """The records as JSON in the form of the old text: its indent, portfolio, derived members."""
    text = old.decode("utf-8-sig")
    data: Any = json.loads(text)
    is_portfolio = "records" in data
    first = data["records"][0] if is_portfolio else data
    try:
        as_of = dt.date.fromisoformat(first["derived"]["as_of"])
    except (KeyError, TypeError, ValueError):
        as_of = None
    derived = any(f'"{key}"' in text for key in ("derived", "TextPositionSelector"))
    new = codec.dumps(
        records, indent=_indent(text), derived=derived, as_of=as_of, portfolio=is_portfolio
    )
    # A line feed in a text is escaped, so that these are the ends of lines alone.
    return (new.replace("\n", "\r\n") if "\r\n" in text else new).encode("utf-8")


def _indent(text: str) -> int | str | None:
    _, _, second = text.rstrip().partition("\n")
    if not second:
        return None
    if second.startswith("\t"):
        return "\t"
    return len(second) - len(second.lstrip(" ")) or _USUAL_INDENT
