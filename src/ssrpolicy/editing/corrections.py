"""Entries of a ``record.toml`` replaced and removed, verified before anything is written.

What is written already stays as it is, byte for byte, but for the entry that is meant.
"""

from __future__ import annotations

from typing import Any

import attrs

from ssrpolicy import codec
from ssrpolicy.arguments import check_flag
from ssrpolicy.codec import Layout, LayoutError, NewSource, entry_text, entry_values, table_of
from ssrpolicy.editing.entries import AnyPath, Source
from ssrpolicy.editing.finding import Found, find_entry, name_of, readable, refuse_if_referred_to
from ssrpolicy.editing.memory import kept_of
from ssrpolicy.editing.outcome import RecordChange, with_entries, written
from ssrpolicy.editing.record_files import State, record_locked, unfit_to_write, verified
from ssrpolicy.editing.texts import NO_TEXT, PutText, document_of, text_to_put
from ssrpolicy.messages import _, argument, ngettext
from ssrpolicy.model import AnyEntry, DataPath, Document, EditRefusedError, PolicyRecord
from ssrpolicy.storage import path_of


def replace(
    path: AnyPath,
    key: str | int | AnyEntry,
    entry: AnyEntry,
    *,
    source: Source | None = None,
    preview: bool = False,
) -> RecordChange:
    """Let ``entry`` stand in the place of another in the record at ``path``, or change nothing.

    ``key`` is the id of the old entry, a line of the file on which it stands (also as a text: "739"
    or "record.toml:739", where no entry has that id), or the entry itself.
    Only what differs is written: each value that stays the same keeps its bytes, and so do all
    comments. The result is verified as :func:`append` does, and ``source`` and ``preview`` are as
    there. Raises what that raises, and UnknownIdError for an id that is not known.
    """
    check_flag(preview, "preview")
    with record_locked(path, preview=preview) as old:
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
            return _replace(old, found, entry, preview=preview)
        if not isinstance(source, NewSource):
            source = path_of(source)
        document_of((entry,))
        text = text_to_put(old, source)
        changed = attrs.evolve(entry, **text.keys)
        return _replace(old, found, changed, text=text, preview=preview)


def _replace(
    old: State, found: Found, entry: AnyEntry, *, text: PutText = NO_TEXT, preview: bool
) -> RecordChange:
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
    unfit = unfit_to_write(old.file, _by_hand())
    try:
        new, remarks = verified(
            old, data, expected, refusal=refusal, unfit=unfit, put=text.by_real_path
        )
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
        text_files=text,
        preview=preview,
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


def remove(path: AnyPath, key: str | int | AnyEntry, *, preview: bool = False) -> RecordChange:
    """Remove an entry from the record at ``path``, or refuse with the reason and change nothing.

    ``key`` names the entry as in :func:`replace`. The
    comments that belong to it go with it: those directly above it without an empty line between,
    and those directly below it. An entry to which others refer is refused with their names, and
    the text of a document stays in ``sources/``. With ``preview`` nothing is written, and what
    would be is returned. Raises what :func:`replace` raises.
    """
    check_flag(preview, "preview")
    with record_locked(path, preview=preview) as old:
        found = find_entry(old, key)
        refuse_if_referred_to(old, found)
        return _remove(old, found, preview=preview)


def _remove(old: State, found: Found, *, preview: bool) -> RecordChange:
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
    unfit = unfit_to_write(old.file, _by_hand())
    new, remarks = verified(old, data, expected, refusal=refusal, unfit=unfit, moved=moved)
    line = old.reading.lines.line((table, number)) if old.reading.lines else None
    removed = "" if found.entry is None else entry_text(found.entry, old.record)
    return written(
        *(old, new),
        entries=(found.entry,),
        lines=(line or 1,),
        text=removed,
        findings=remarks,
        preview=preview,
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
