"""The last change to a record undone, while its file is still what that change left."""

from __future__ import annotations

import hashlib
import os
from contextlib import nullcontext, suppress
from pathlib import Path
from typing import Any

import attrs
from attrs import frozen

from ssrpolicy import codec
from ssrpolicy.arguments import check_flag
from ssrpolicy.editing.changes import check_writable, digest_of, folder_of
from ssrpolicy.editing.finding import name_of
from ssrpolicy.editing.memory import Remembered, kept_of, last_change, memory_of
from ssrpolicy.messages import _, argument, some
from ssrpolicy.model import EditRefusedError, PolicyRecord
from ssrpolicy.storage import Replacements, locked, path_of, read_file

_MOST_NAMED = 5


@frozen(kw_only=True)
class Undone:
    """What was undone in one file: the line, and how many lines were taken out and put back.

    Attributes:
        file: the file of the record.
        line: the first line that was changed.
        taken_out: the number of lines that were taken out.
        put_back: the number of lines that were put back.
        removed: the text of a document that had been copied with the change, and is gone again,
            with the file that it was read from; None without one.
        entries_out: what messages call the entries that are gone again.
        entries_back: what they call those that are back; one that had been changed is in both.
    """

    file: Path
    line: int
    taken_out: int
    put_back: int
    removed: Path | None = None
    entries_out: tuple[str, ...] = ()
    entries_back: tuple[str, ...] = ()


def undo(path: str | os.PathLike[str], *, preview: bool = False) -> tuple[Undone, ...]:
    """Undo the last change to the record at ``path``, and return what that did in each file.

    What a merge wrote to several files is one change, and is undone in all of them; it is also
    found from a folder in which these records are, where all that is known to undo there is one
    change. With
    ``preview`` nothing is changed, and what would be done is returned. Raises
    EditRefusedError, with nothing changed, when no change is known or a file is no longer what the
    change left; OutputError when one cannot be written.
    """
    check_flag(preview, "preview")
    file = _changed_below(path_of(path))
    found = last_change(file)
    if found is None or os.path.realpath(file) not in map(os.path.realpath, found.files):
        raise _nothing_known(file)
    with nullcontext() if preview else locked(*map(folder_of, found.files)):
        return _undo(file, found, preview=preview)


def _changed_below(path: Path) -> Path:
    """Return the record's file at a path; of a folder of records, one of those last changed.

    Raises EditRefusedError, with the records, where what could be undone there is not one change.
    """
    found = codec.find_records(path)
    if len(found) == 1:
        return found[0]
    changes: dict[str, Remembered] = {}
    for each in found:
        last = last_change(each)
        if last is not None and digest_of(each) == last.after:
            changes.setdefault(last.change, last)
    if not changes:
        raise _nothing_known(path)
    # What was done to several records is most likely meant.
    first, *others = sorted(changes.values(), key=lambda each: -len(each.files))
    if not others:
        return first.file
    folders = [str(each.file.parent) for each in (first, *others)]
    raise EditRefusedError(
        _(
            "{number} changes to the records in {path} could be undone; nothing was undone.",
            number=len(folders),
            path=path,
        ),
        hint=_(
            "Name a record of the one that is meant, of a merge any: {names}. What would be "
            "undone says {preview}.",
            names=some(folders, _MOST_NAMED),
            preview=argument("ssrpolicy undo PATH --preview", "ssrpolicy.undo(path, preview=True)"),
        ),
    )


def _undo(file: Path, found: Remembered, *, preview: bool) -> tuple[Undone, ...]:
    to_undo, already = _to_undo(file, found)
    undone = tuple(_words(*each) for each in to_undo)
    with Replacements() as files:
        for last, _data_now, before in to_undo if not preview else ():
            check_writable(last.file)
            files.prepare(last.file, before)
        for last, *_contents in to_undo:
            if digest_of(last.file) != last.after:
                raise _changed_since(file, last.file, several=len(found.files) > 1)
        if preview:
            return undone
        files.put()
    for last in (*(each[0] for each in to_undo), *already):
        with suppress(OSError):
            memory_of(last.file).unlink()
        if any(each.removed for each in undone):
            for copy in last.copied:
                with suppress(OSError):
                    copy.unlink()
                with suppress(OSError):  # only where it is empty again
                    copy.parent.rmdir()
    return undone


def _to_undo(
    file: Path, found: Remembered
) -> tuple[list[tuple[Remembered, bytes, bytes]], list[Remembered]]:
    """Return the files of a change as they are and as they were, and those undone already.

    A command that was killed may have come to some of them only. Raises EditRefusedError where
    one is neither what the change left nor what it was before, or all are undone already.
    """
    to_undo: list[tuple[Remembered, bytes, bytes]] = []
    already: list[Remembered] = []
    for named in found.files:
        each = file if os.path.realpath(named) == os.path.realpath(file) else named
        last, data = kept_of(each), _data(each)
        if last is None or data is None or last.change != found.change:
            raise _changed_since(file, each, several=len(found.files) > 1)
        if (before := last.undone(data)) is not None:
            to_undo.append((last, data, before))
        elif _is_before(last, data):
            already.append(last)
        else:
            raise _changed_since(file, each, several=len(found.files) > 1)
    if not to_undo:
        raise _undone_already(file)
    return to_undo, already


def _is_before(last: Remembered, data: bytes) -> bool:
    return hashlib.sha256(data).hexdigest() == last.before


def _words(last: Remembered, data: bytes, before: bytes) -> Undone:
    made, restored = (_entries(last.file, each) for each in (data, before))
    stretch = last.stretch
    put_in = data[stretch.start : stretch.start + stretch.length]
    return Undone(
        file=last.file,
        line=data.count(b"\n", 0, stretch.start) + 1,
        taken_out=len(put_in.splitlines()),
        put_back=len(stretch.text.splitlines()),
        removed=last.copied[0] if _is_as_copied(last, put_in) else None,
        entries_out=tuple(name_of(each) for each in made if each not in restored),
        entries_back=tuple(name_of(each) for each in restored if each not in made),
    )


def _entries(file: Path, data: bytes) -> dict[Any, None]:
    """Return the entries of a record's file, in their order; none where it cannot be read."""
    record = codec.read_toml(data, file).record
    if record is None:
        return {}
    tables = (getattr(record, each.name) for each in attrs.fields(PolicyRecord))
    entries = (entry for table in tables if isinstance(table, tuple) for entry in table)
    return dict.fromkeys(entry for entry in entries if attrs.has(type(entry)))


def _is_as_copied(last: Remembered, put_in: bytes) -> bool:
    """Whether a document's files are those that were copied: its entry states their digests."""
    root = Path(os.path.realpath(last.file)).parent
    if not all(Path(os.path.realpath(each)).is_relative_to(root) for each in last.copied):
        return False
    found = [_data(each) for each in last.copied]
    return bool(found) and all(
        data is not None and hashlib.sha256(data).hexdigest().encode() in put_in for data in found
    )


def _data(file: Path) -> bytes | None:
    return read_file(file) if digest_of(file) is not None else None


def _nothing_known(file: Path) -> EditRefusedError:
    return EditRefusedError(
        _("No change to {file} is known that could be undone.", file=file),
        hint=_("Only the last change that ssrpolicy made can be undone, and only once."),
    )


def _undone_already(file: Path) -> EditRefusedError:
    return EditRefusedError(
        _("{file} is as it was before the last change: that is undone already.", file=file),
        hint=_("Only the last change that ssrpolicy made can be undone, and only once."),
    )


def _changed_since(file: Path, changed: Path, *, several: bool) -> EditRefusedError:
    if not several:
        return EditRefusedError(
            _(
                "{file} was changed since the last change that could be undone; nothing was "
                "undone.",
                file=file,
            ),
            hint=_(
                "Correct it with {replace} or {remove}.",
                replace=argument("`ssrpolicy replace`", "ssrpolicy.replace"),
                remove=argument("`ssrpolicy remove`", "ssrpolicy.remove"),
            ),
        )
    return EditRefusedError(
        _(
            "{file} was changed since the merge that would be undone in it and in other files; "
            "nothing was undone.",
            file=changed,
        ),
        hint=_(
            "Correct single entries with {replace} or {remove}.",
            replace=argument("`ssrpolicy replace`", "ssrpolicy.replace"),
            remove=argument("`ssrpolicy remove`", "ssrpolicy.remove"),
        ),
    )
