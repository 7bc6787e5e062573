"""Entries appended to a ``record.toml``, verified before anything is written.

What is written already stays as it is, byte for byte.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable

import attrs

from ssrpolicy.arguments import check_flag
from ssrpolicy.codec import NewSource, entry_text, table_of
from ssrpolicy.editing.changes import FileChange, with_line_ends_of
from ssrpolicy.editing.outcome import RecordChange, with_entries, written
from ssrpolicy.editing.record_files import State, record_locked, unfit_to_write, verified
from ssrpolicy.editing.texts import NO_TEXT, PutText, document_of, refuse_known, text_to_put
from ssrpolicy.messages import _, ngettext
from ssrpolicy.model import AnyEntry, PolicyRecord
from ssrpolicy.storage import path_of

AnyPath = str | os.PathLike[str]
Source = AnyPath | NewSource


def append(
    path: AnyPath, *entries: AnyEntry, source: Source | None = None, preview: bool = False
) -> RecordChange:
    """Append entries to the record at ``path`` in one write, or refuse and change nothing.

    ``path`` is a record's folder or its ``record.toml``. The file's bytes stay as they are and the
    entries follow them; the result is read again, must equal the old record plus the entries and
    may bring no error that was not there before. With ``source`` one entry is a document whose text
    is in that file: it is copied into ``sources/`` byte for byte, and the entry gets its name and
    SHA-256. A file of another kind, such as a PDF, is read with ``ssrpolicy.reporting.read_source``
    first, and what that gives is the ``source``. With ``preview`` nothing is written, and what
    would be is returned; what would be refused is refused. Raises EditRefusedError, or InputError
    when ``path`` is not a record or the source is not plain text, OutputError when a file cannot be
    written.
    """
    check_flag(preview, "preview")
    with record_locked(path, preview=preview) as old:
        if source is None:
            return _append(old, entries, preview=preview)
        if not isinstance(source, NewSource):
            source = path_of(source)
        document = document_of(entries)
        refuse_known(old, document, source)
        text = text_to_put(old, source)
        changed = attrs.evolve(document, **text.keys)
        given = tuple(changed if each is document else each for each in entries)
        return _append(old, given, text=text, preview=preview)


def append_prepared(
    path: AnyPath,
    prepare: Callable[[PolicyRecord], tuple[tuple[AnyEntry, ...], Iterable[FileChange]]],
) -> RecordChange:
    """Append what is prepared from the record as it is then, and change other files with it.

    ``prepare`` is called with the record while its folder is locked; it returns the entries, of
    which there may be none, and the other files that change, all in one write. Raises what
    :func:`append` raises, with nothing changed.
    """
    with record_locked(path) as old:
        entries, others = prepare(old.record)
        return _append(old, entries, others=tuple(others))


def _append(
    old: State,
    entries: tuple[AnyEntry, ...],
    *,
    text: PutText = NO_TEXT,
    others: tuple[FileChange, ...] = (),
    preview: bool = False,
) -> RecordChange:
    data, appended, lines = old.data, "", []
    for entry in entries:
        one = entry_text(entry, old.record)
        gap, added = with_line_ends_of(data, one)
        lines.append((data + gap).count(b"\n") + 1)
        data += gap + added
        appended += ("\n" if appended else "") + one

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
    unfit = unfit_to_write(
        old.file,
        _(
            "Are its {table} written as one list, {table} = [...]? Then nothing can be appended "
            "to them; write each under a line [[{table}]].",
            table=table,
        ),
    )
    new, found = verified(old, data, expected, refusal=refusal, unfit=unfit, put=text.by_real_path)
    return written(
        *(old, new),
        entries=entries,
        lines=tuple(lines),
        text=appended,
        findings=found,
        text_files=text,
        others=others,
        preview=preview,
    )
