"""What became of a change: the record's file written, and what there is to say of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import attrs
from attrs import frozen

from ssrpolicy.editing.changes import FileChange, write_changes
from ssrpolicy.editing.record_files import State
from ssrpolicy.model import Finding, PolicyRecord


@frozen(kw_only=True)
class RecordChange:
    """A change that was made to a record's file.

    ``entries`` are those that were appended, replaced or removed, each after the change if it is
    still there, and ``lines`` are the lines on which they begin, or began. ``text`` is the text
    that was appended or removed. ``record`` is the record as it is now, ``findings`` those that
    were not there before; none of them is an error. ``not_undoable`` says why the change cannot be
    undone, if it cannot. ``replaced_text`` is the copy of a document's text, where it took the
    place of one that no document named.
    """

    file: Path
    entries: tuple[Any, ...]
    lines: tuple[int, ...]
    text: str
    record: PolicyRecord
    findings: tuple[Finding, ...]
    not_undoable: str | None = None
    replaced_text: Path | None = None


def written(
    old: State,
    new: State,
    *,
    entries: tuple[Any, ...],
    lines: tuple[int, ...],
    text: str,
    findings: tuple[Finding, ...],
    copied: tuple[Path, ...] = (),
    others: tuple[FileChange, ...] = (),
) -> RecordChange:
    """Write a record's file as it is to be, unless it is that already, and return what was done.

    ``others`` are the files that change with it; they are undone with it too.
    """
    reason = None
    if new.data != old.data or others:
        change = FileChange(file=old.file, before=old.data, after=new.data)
        reason = write_changes([change, *others], copied=copied)
    return RecordChange(
        file=old.file,
        entries=entries,
        lines=lines,
        text=text,
        record=new.record,
        findings=findings,
        not_undoable=reason,
    )


def with_entries(
    record: PolicyRecord, table: str, entries: tuple[Any, ...], index: int, read_back: PolicyRecord
) -> PolicyRecord:
    """Return a record with other entries in a table, of which the one at ``index`` is new."""
    there = getattr(read_back, table)
    if table == "documents" and index < len(there):
        # A document's text and its parts come from their files, read with the new record.
        new = attrs.evolve(entries[index], text=there[index].text, parts=there[index].parts)
        entries = (*entries[:index], new, *entries[index + 1 :])
    changed: dict[str, Any] = {table: entries}
    return attrs.evolve(record, **changed)
