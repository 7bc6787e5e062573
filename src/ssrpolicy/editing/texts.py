"""The text of a document copied into the record's folder, untouched, while its entry is written."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from attrs import frozen

from ssrpolicy.codec import SOURCES_FOLDER, NewSource
from ssrpolicy.editing.record_files import State
from ssrpolicy.errors import EditRefusedError, OutputError
from ssrpolicy.messages import _, argument
from ssrpolicy.model import Document, PolicyRecord
from ssrpolicy.storage import name_of_copy, read_file, replacing, source_bytes


@frozen(kw_only=True)
class PutText:
    """A text in a record's folder: the keys of its document that name it, and the copies made.

    ``before`` is what the first copy replaced: a text of that name that no document named.
    """

    keys: Mapping[str, Any]
    copies: tuple[Path, ...] = ()
    before: bytes | None = None

    @property
    def to_undo(self) -> tuple[Path, ...]:
        """The copies that go when the change is undone: what took another's place stays."""
        return self.copies if self.before is None else ()


_KEYS = ("file", "sha256", "original", "original_sha256", "parts_sha256")


@contextmanager
def put_text(state: State, source: str | os.PathLike[str] | NewSource) -> Iterator[PutText]:
    """Put a text into a record's folder; all is as it was when the block raises.

    ``source`` is a file of plain text, or what a reader made of another one. A text that is inside
    the folder already is used where it is. Raises InputError when it is not plain text,
    EditRefusedError and OutputError when it cannot be put there.
    """
    if isinstance(source, NewSource):
        made = _put_files(state, source)
    else:
        made = _put(state, Path(source), source_bytes(Path(source)))
    try:
        yield made
    except BaseException:
        _take_back(made)
        raise


def _take_back(made: PutText) -> None:
    for copy in made.copies:
        if made.before is not None:
            with replacing(copy) as stream:
                stream.write(made.before)
            continue
        with suppress(OSError):
            copy.unlink()
        with suppress(OSError):  # only where it was made for this copy, and is empty again
            copy.parent.rmdir()


def _keys(**known: str) -> Mapping[str, Any]:
    return {**dict.fromkeys(_KEYS), **known}


def _put(state: State, source: Path, data: bytes) -> PutText:
    folder, sha256 = state.file.parent, hashlib.sha256(data).hexdigest()
    root = Path(os.path.realpath(folder))
    there = Path(os.path.realpath(source))
    if there.is_relative_to(root):
        return PutText(keys=_keys(file=there.relative_to(root).as_posix(), sha256=sha256))
    target = _sources(state) / name_of_copy(source)
    keys = _keys(file=target.relative_to(folder).as_posix(), sha256=sha256)
    before = None
    if target.exists() or target.is_symlink():
        # It may be left over from an attempt that was killed in the middle.
        before = read_file(target) if target.is_file() and not target.is_symlink() else None
        if target.is_file() and (before or read_file(target)) == data:
            return PutText(keys=keys)
        if before is None or _is_named(state, target):
            raise _taken(target)
    _write(target, data)
    return PutText(keys=keys, copies=(target,), before=before)


def _put_files(state: State, source: NewSource) -> PutText:
    """Put a text with its parts and the file it was read from, none over another file."""
    sources = _sources(state)
    missing = {}
    for name, data in source.files.items():
        target = sources / name
        if not (target.exists() or target.is_symlink()):
            missing[target] = data
        elif not target.is_file() or read_file(target) != data:
            raise _taken(target)
    keys = _keys(**source.keys(SOURCES_FOLDER))
    copied: list[Path] = []
    try:
        for target, data in missing.items():
            _write(target, data)
            copied.append(target)
    except BaseException:
        _take_back(PutText(keys=keys, copies=tuple(copied)))
        raise
    return PutText(keys=keys, copies=tuple(copied))


def _sources(state: State) -> Path:
    """Return the folder for texts, which stands in the record's own."""
    sources = state.file.parent / SOURCES_FOLDER
    root = Path(os.path.realpath(state.file.parent))
    if not Path(os.path.realpath(sources)).is_relative_to(root):
        raise EditRefusedError(
            _(
                "{folder} is a link that leads out of the record's folder; nothing was added.",
                folder=sources,
            ),
            hint=_("A record stands on its own: make sources a folder."),
        )
    return sources


def _taken(target: Path) -> EditRefusedError:
    return EditRefusedError(
        _("{file} is there already and is another text; nothing was added.", file=target),
        hint=_("Give the source another name and try again."),
    )


def _write(target: Path, data: bytes) -> None:
    try:
        target.parent.mkdir(exist_ok=True)
    except OSError as error:
        raise OutputError(
            _("{folder} cannot be made: {reason}.", folder=target.parent, reason=error.strerror)
        ) from error
    with replacing(target) as stream:
        stream.write(data)


def _is_named(state: State, text: Path) -> bool:
    """Whether a record names the file of a text, in whatever spelling; in doubt it does."""
    named = (each.file for each in state.record.documents if each.file is not None)
    files = [state.file.parent / each for each in named]
    return text.name.encode() in state.data or any(
        each.exists() and each.samefile(text) for each in files
    )


def document_of(entries: Iterable[Any]) -> Document:
    """Return the one document among entries, to which a text belongs.

    Raises EditRefusedError where there is none, or several.
    """
    found = [each for each in entries if isinstance(each, Document)]
    if len(found) != 1:
        raise EditRefusedError(
            _(
                "The text belongs to one document, and {number} are among the entries; nothing was "
                "changed.",
                number=len(found),
            ),
            hint=_("Give the Document(...) whose text it is, or leave the source out."),
        )
    return found[0]


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
                hint=_(
                    "To give it the text: {replace}",
                    replace=argument(
                        _("ssrpolicy replace PATH {id} --file FILE", id=known.id),
                        f'ssrpolicy.replace(path, "{known.id}", document, source=FILE)',
                    ),
                ),
            )
