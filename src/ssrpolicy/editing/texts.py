"""The text of a document copied into the record's folder, untouched, while its entry is written."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from attrs import frozen

from ssrpolicy.codec import SOURCES_FOLDER
from ssrpolicy.editing.record_files import State
from ssrpolicy.errors import EditRefusedError, OutputError
from ssrpolicy.messages import _
from ssrpolicy.model import Document, PolicyRecord
from ssrpolicy.storage import name_of_copy, read_file, replacing, source_bytes


@frozen(kw_only=True)
class PutText:
    """A text in a record's folder: its name there, its digest, and the copy if one was made.

    ``before`` is what the copy replaced: a text of that name that no document named.
    """

    name: str
    sha256: str
    copy: Path | None = None
    before: bytes | None = None


@contextmanager
def put_text(state: State, source: Path) -> Iterator[PutText]:
    """Put a text into a record's folder; all is as it was when the block raises.

    A text that is inside the folder already is used where it is. Raises InputError when it is not
    plain text, EditRefusedError and OutputError when it cannot be put there.
    """
    data = source_bytes(source)
    text = _put(state, source, data)
    try:
        yield text
    except BaseException:
        if text.copy is not None and text.before is not None:
            with replacing(text.copy) as stream:
                stream.write(text.before)
        elif text.copy is not None:
            with suppress(OSError):
                text.copy.unlink()
            with suppress(OSError):  # only where it was made for this copy, and is empty again
                text.copy.parent.rmdir()
        raise


def _put(state: State, source: Path, data: bytes) -> PutText:
    folder, sha256 = state.file.parent, hashlib.sha256(data).hexdigest()
    root = Path(os.path.realpath(folder))
    there = Path(os.path.realpath(source))
    if there.is_relative_to(root):
        return PutText(name=there.relative_to(root).as_posix(), sha256=sha256)
    sources = folder / SOURCES_FOLDER
    if not Path(os.path.realpath(sources)).is_relative_to(root):
        raise EditRefusedError(
            _(
                "{folder} is a link that leads out of the record's folder; nothing was added.",
                folder=sources,
            ),
            hint=_("A record stands on its own: make sources a folder."),
        )
    target = sources / name_of_copy(source)
    name = target.relative_to(folder).as_posix()
    before = None
    if target.exists() or target.is_symlink():
        # It may be left over from an attempt that was killed in the middle.
        before = read_file(target) if target.is_file() and not target.is_symlink() else None
        if target.is_file() and (before or read_file(target)) == data:
            return PutText(name=name, sha256=sha256)
        if before is None or _is_named(state, target):
            raise EditRefusedError(
                _("{file} is there already and is another text; nothing was added.", file=target),
                hint=_("Give the source another name and try again."),
            )
    try:
        sources.mkdir(exist_ok=True)
    except OSError as error:
        raise OutputError(
            _("{folder} cannot be made: {reason}.", folder=sources, reason=error.strerror)
        ) from error
    with replacing(target) as stream:
        stream.write(data)
    return PutText(name=name, sha256=sha256, copy=target, before=before)


def _is_named(state: State, text: Path) -> bool:
    """Whether a record names the file of a text, in whatever spelling; in doubt it does."""
    named = (each.file for each in state.record.documents if each.file is not None)
    files = [state.file.parent / each for each in named]
    return text.name.encode() in state.data or any(
        each.exists() and each.samefile(text) for each in files
    )


def refuse_known(record: PolicyRecord, document: Document) -> None:
    """Refuse a paper that the record has without its text, and say how to give it the text."""
    for known in record.documents:
        same = known.number is not None and known.number == document.number
        if known.file is None and (same or known.id == document.id):
            raise EditRefusedError(
                _(
                    "The record has this paper already, as {id}, without its text; nothing was "
                    "added.",
                    id=known.id,
                ),
                hint=_("To give it the text: ssrpolicy replace PATH {id} --file FILE", id=known.id),
            )
