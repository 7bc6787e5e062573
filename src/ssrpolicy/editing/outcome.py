"""The result of a change: the record's file written, and the findings to report."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import attrs
from attrs import frozen

from ssrpolicy.editing.changes import FileChange, difference, write_changes
from ssrpolicy.editing.record_files import State
from ssrpolicy.editing.texts import NO_TEXT, PutText, put
from ssrpolicy.model import Finding, PolicyRecord


@frozen(kw_only=True)
class RecordChange:
    """A change that was made to a record's file, or that would be.

    Attributes:
        file: the record's file.
        entries: what was appended, replaced or removed: each as it is after the change, or as it
            was where it is gone.
        lines: the lines on which these begin, or began.
        text: the text that was appended or removed.
        record: the record as it is now.
        findings: the findings that were not there before; none of them is an error.
        not_undoable: why the change cannot be undone; None where it can.
        replaced_text: the copy of a document's text that took the place of one which no document
            named; None without one.
        difference: the lines in which the file differs, each after "- " where it was taken out,
            "+ " where it was put in, and two blanks where it stays between these.
        put_files: the files of a document's text that were written with it.
        preview: whether nothing of all this was written.
    """

    file: Path
    entries: tuple[Any, ...]
    lines: tuple[int, ...]
    text: str
    record: PolicyRecord
    findings: tuple[Finding, ...]
    not_undoable: str | None = None
    replaced_text: Path | None = None
    difference: str = ""
    put_files: tuple[Path, ...] = ()
    preview: bool = False


def written(
    old: State,
    new: State,
    *,
    entries: tuple[Any, ...],
    lines: tuple[int, ...],
    text: str,
    findings: tuple[Finding, ...],
    text_files: PutText = NO_TEXT,
    others: tuple[FileChange, ...] = (),
    preview: bool = False,
) -> RecordChange:
    """Write a record's file as it is to be, unless it is that already, and return what was done.

    ``text_files`` are written first, and taken back where the file cannot be. ``others`` are the
    files that change with it; they are undone with it too. With ``preview`` nothing is written.
    """
    reason = None
    if not preview and (new.data != old.data or others):
        change = FileChange(file=old.file, before=old.data, after=new.data)
        with put(text_files):
            reason = write_changes([change, *others], copied=text_files.to_undo)
    return RecordChange(
        file=old.file,
        entries=entries,
        lines=lines,
        text=text,
        record=new.record,
        findings=findings,
        not_undoable=reason,
        replaced_text=text_files.replaced,
        difference=difference(old.data, new.data),
        put_files=tuple(text_files.files),
        preview=preview,
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
