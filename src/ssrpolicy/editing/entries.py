"""Entries of a ``record.toml`` appended, replaced and removed, verified before anything is written.

What is written already stays as it is, byte for byte, but for the entry that is meant.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import attrs

from ssrpolicy import codec
from ssrpolicy.codec import Layout, LayoutError, NewSource, entry_text, entry_values, table_of
from ssrpolicy.editing.changes import FileChange, check_writable, folder_of, with_line_ends_of
from ssrpolicy.editing.finding import Found, find_entry, name_of, readable, refuse_if_referred_to
from ssrpolicy.editing.memory import kept_of
from ssrpolicy.editing.outcome import RecordChange, with_entries, written
from ssrpolicy.editing.record_files import State, current, record_file, verified
from ssrpolicy.editing.texts import PutText, document_of, put_text, refuse_known
from ssrpolicy.errors import EditRefusedError
from ssrpolicy.messages import _, argument, ngettext
from ssrpolicy.model import DataPath, Document, PolicyRecord
from ssrpolicy.storage import locked

AnyPath = str | os.PathLike[str]
Source = AnyPath | NewSource


def append(path: AnyPath, *entries: Any, source: Source | None = None) -> RecordChange:
    """Append entries to the record at ``path`` in one write, or refuse and change nothing.

    ``path`` is a record's folder or its ``record.toml``. The file's bytes stay as they are and the
    entries follow them; the result is read again, must equal the old record plus the entries and
    may bring no error that was not there before. With ``source`` one entry is a document whose text
    is in that file: it is copied into ``sources/`` byte for byte, and the entry gets its name and
    SHA-256. A file of another kind, such as a PDF, is read with ``ssrpolicy.reporting.read_source``
    first, and what that gives is the ``source``. Raises EditRefusedError, or InputError when
    ``path`` is not a record or the source is not plain text, OutputError when a file cannot be
    written.
    """
    if source is None:
        return append_prepared(path, lambda _: (entries, ()))
    file = record_file(path)
    with locked(folder_of(file)):
        old = current(file)
        check_writable(file)
        document = document_of(entries)
        refuse_known(old.record, document)
        with put_text(old, source) as text:
            changed = attrs.evolve(document, **text.keys)
            given = [changed if each is document else each for each in entries]
            return _with_text(text, _append(old, tuple(given), text.to_undo))


def append_prepared(
    path: AnyPath, prepare: Callable[[PolicyRecord], tuple[tuple[Any, ...], Iterable[FileChange]]]
) -> RecordChange:
    """Append what is prepared from the record as it is then, and change other files with it.

    ``prepare`` is called with the record while its folder is locked; it returns the entries, of
    which there may be none, and the other files that change, all in one write. Raises what
    :func:`append` raises, with nothing changed.
    """
    file = record_file(path)
    with locked(folder_of(file)):
        old = current(file)
        check_writable(file)
        entries, others = prepare(old.record)
        return _append(old, entries, (), tuple(others))


def _with_text(text: PutText, change: RecordChange) -> RecordChange:
    return change if text.before is None else attrs.evolve(change, replaced_text=text.copies[0])


def _append(
    old: State,
    entries: tuple[Any, ...],
    copied: tuple[Path, ...],
    others: tuple[FileChange, ...] = (),
) -> RecordChange:
    data, text, lines = old.data, "", []
    for entry in entries:
        one = entry_text(entry, old.record)
        gap, added = with_line_ends_of(data, one)
        lines.append((data + gap).count(b"\n") + 1)
        data += gap + added
        text += ("\n" if text else "") + one

    def expected(read_back: PolicyRecord) -> PolicyRecord:
        record = old.record
        for entry in entries:
            table = table_of(entry)
            there = getattr(record, table)
            record = with_entries(record, table, (*there, entry), len(there), read_back)
        return record

    refusal = ngettext(
        "The entry was not added; nothing was changed.",
        "The entries were not added; nothing was changed.",
        len(entries),
    )
    table = table_of(entries[-1]) if entries else "updates"
    unfit = _unfit(
        old.file,
        _(
            "Are its {table} written as one list, {table} = [...]? Then nothing can be appended "
            "to them; write each under a line [[{table}]].",
            table=table,
        ),
    )
    new, found = verified(old, data, expected, refusal=refusal, unfit=unfit)
    return written(
        *(old, new),
        entries=entries,
        lines=tuple(lines),
        text=text,
        findings=found,
        copied=copied,
        others=others,
    )


def replace(path: AnyPath, key: Any, entry: Any, *, source: Source | None = None) -> RecordChange:
    """Let ``entry`` stand in the place of another in the record at ``path``, or change nothing.

    ``key`` is the id of the old entry, a line of the file on which it stands, or the entry itself.
    Only what differs is written: each value that stays the same keeps its bytes, and so do all
    comments. The result is verified as :func:`append` does, and ``source`` is as there. Raises
    what that raises, and UnknownIdError where there is no such entry.
    """
    file = record_file(path)
    with locked(folder_of(file)):
        old = current(file)
        check_writable(file)
        found = readable(find_entry(old, key))
        if table_of(entry) != found.table:
            raise EditRefusedError(
                _(
                    "{name} stands in the table {table}, where no {cls} can stand; nothing was "
                    "changed.",
                    name=name_of(found.entry),
                    table=found.table,
                    cls=type(entry).__name__,
                ),
                hint=_("Add the new entry and remove the old one."),
            )
        if source is None:
            return _replace(old, found, entry, ())
        document_of((entry,))
        with put_text(old, source) as text:
            changed = attrs.evolve(entry, **text.keys)
            return _with_text(text, _replace(old, found, changed, text.to_undo))


def _replace(old: State, found: Found, entry: Any, copied: tuple[Path, ...]) -> RecordChange:
    assert found.index is not None  # noqa: S101 - an entry that cannot be read was refused
    index, table = found.index, found.table
    before, after = (entry_values(each, old.record) for each in (found.entry, entry))
    try:
        data = Layout(old.data).replaced((table, found.number), before, after)
    except LayoutError as error:
        raise _cannot(old, found, error) from None

    def expected(read_back: PolicyRecord) -> PolicyRecord:
        there = getattr(old.record, table)
        replaced = (*there[:index], entry, *there[index + 1 :])
        return with_entries(old.record, table, replaced, index, read_back)

    refusal = _("{name} was not replaced; nothing was changed.", name=name_of(found.entry))
    unfit = _unfit(old.file, _by_hand())
    try:
        new, remarks = verified(old, data, expected, refusal=refusal, unfit=unfit)
    except EditRefusedError as error:
        if isinstance(entry, Document) and entry.sha256 != found.entry.sha256:
            raise _of_another_text(entry, error) from None
        raise
    line = new.line(table, index) or 1
    return written(
        *(old, new),
        entries=(entry,),
        lines=(line,),
        text=entry_text(entry, new.record),
        findings=remarks,
        copied=copied,
    )


def _of_another_text(document: Document, error: EditRefusedError) -> EditRefusedError:
    """Return the refusal of a text in which quotes of the record do not stand, with their number.

    Another refusal is returned as it is.
    """
    missing = [each for each in error.findings if each.code == "quote-missing"]
    if not missing:
        return error
    return EditRefusedError(
        ngettext(
            "{name} was not replaced: {number} quote from it does not stand in the new text.",
            "{name} was not replaced: {number} quotes from it do not stand in the new text.",
            len(missing),
            name=name_of(document),
        ),
        findings=error.findings,
        hint=_("Check that it is the text of this document; another paper is another document."),
    )


def remove(path: AnyPath, key: Any) -> RecordChange:
    """Remove an entry from the record at ``path``, or refuse with the reason and change nothing.

    ``key`` is the id of the entry, a line of the file on which it stands, or the entry itself. The
    comments that belong to it go with it: those directly above it without an empty line between,
    and those directly below it. An entry to which others refer is refused with their names, and
    the text of a document stays in ``sources/``. Raises what :func:`replace` raises.
    """
    file = record_file(path)
    with locked(folder_of(file)):
        old = current(file)
        check_writable(file)
        found = find_entry(old, key)
        refuse_if_referred_to(old, found)
        return _remove(old, found)


def _remove(old: State, found: Found) -> RecordChange:
    table, number, index = found.table, found.number, found.index
    try:
        data = Layout(old.data).without((table, number))
    except LayoutError as error:
        raise _cannot(old, found, error) from None

    def expected(_read_back: PolicyRecord) -> PolicyRecord:
        if index is None:
            return old.record
        there = getattr(old.record, table)
        changed: dict[str, Any] = {table: (*there[:index], *there[index + 1 :])}
        return attrs.evolve(old.record, **changed)

    def moved(place: DataPath) -> DataPath:
        match place:
            case (str() as name, int() as at, *rest) if name == table and at >= number:
                return (name, at + 1, *rest)
        return place

    data = _as_before_it_was_added(old, expected(old.record)) or data
    refusal = _("{name} was not removed; nothing was changed.", name=name_of(found.entry))
    unfit = _unfit(old.file, _by_hand())
    new, remarks = verified(old, data, expected, refusal=refusal, unfit=unfit, moved=moved)
    line = old.reading.lines.line((table, number)) if old.reading.lines else None
    removed = "" if found.entry is None else entry_text(found.entry, old.record)
    return written(
        *(old, new), entries=(found.entry,), lines=(line or 1,), text=removed, findings=remarks
    )


def _as_before_it_was_added(old: State, wanted: PolicyRecord) -> bytes | None:
    """The bytes of the file before the last change, if that added just what is removed now.

    How a file ended before an entry was appended does not show in it afterwards.
    """
    last = kept_of(old.file)
    if last is None or last.stretch.text:
        return None
    before = last.undone(old.data)
    if before is None or codec.read_toml(before, old.file).record != wanted:
        return None
    return before


def _unfit(file: Path, hint: str) -> EditRefusedError:
    return EditRefusedError(
        _(
            "{file} would not read back as the record with the change; nothing was changed.",
            file=file,
        ),
        hint=hint,
    )


def _cannot(old: State, found: Found, error: LayoutError) -> EditRefusedError:
    return EditRefusedError(
        _(
            "{name} cannot be changed in {file}, because {reason}.",
            name=name_of(found.entry),
            file=old.file,
            reason=error,
        ),
        hint=_by_hand(),
    )


def _by_hand() -> str:
    check = argument("`ssrpolicy check`", "ssrpolicy.check")
    return _("Change it in the file itself, then run {check}.", check=check)
