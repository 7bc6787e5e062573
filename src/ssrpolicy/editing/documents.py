"""A document appended to a record, with its text copied untouched into the record's folder."""

import hashlib
import os
from contextlib import suppress
from pathlib import Path

import attrs

from ssrpolicy.editing.append import Appended, append_entry, record_file, record_to_edit
from ssrpolicy.errors import EditRefusedError, OutputError
from ssrpolicy.model import Document
from ssrpolicy.storage import name_of_copy, read_file, replacing, source_bytes

SOURCES = "sources"


def append_document(path: Path, document: Document, source: Path | None = None) -> Appended:
    """Append ``document`` to the record at ``path``; with ``source``, its text is copied first.

    The copy stands under ``sources/`` byte for byte and the entry gets its name and SHA-256. A
    source that is inside the record's folder already is used where it is. Raises what
    :func:`append_entry` raises, and takes the copy away again then; InputError also when the
    source is not plain text.
    """
    if source is None:
        return append_entry(path, document)
    folder = record_file(path).parent
    data = source_bytes(source)
    digest = hashlib.sha256(data).hexdigest()
    _refuse_known(path, document, source, digest)
    name, copied = _put(folder, source, data)
    try:
        return append_entry(path, attrs.evolve(document, file=name, sha256=digest))
    except BaseException:
        if copied is not None:
            with suppress(OSError):
                copied.unlink()
            with suppress(OSError):  # only where it was made for this copy, and is empty again
                copied.parent.rmdir()
        raise


def _refuse_known(path: Path, document: Document, source: Path, digest: str) -> None:
    """Refuse a paper that the record has without its text, and say how to give it the text."""
    sources = record_file(path).parent / SOURCES
    for known in record_to_edit(path).documents:
        same = known.number is not None and known.number == document.number
        if known.file is None and (same or known.id == document.id):
            raise EditRefusedError(
                f"The record has this paper already, as {known.id}, without its text; nothing was "
                "added.",
                hint=f"To give it the text, copy {source} into {sources} and add to the entry "
                f"{known.id}:\n"
                f'file = "{SOURCES}/{name_of_copy(source)}"\nsha256 = "{digest}"',
            )


def _put(folder: Path, source: Path, data: bytes) -> tuple[str, Path | None]:
    """Return the name of the text in the record's folder, and the copy if one had to be made."""
    root = Path(os.path.realpath(folder))
    there = Path(os.path.realpath(source))
    if there.is_relative_to(root):
        return there.relative_to(root).as_posix(), None
    sources = folder / SOURCES
    if not Path(os.path.realpath(sources)).is_relative_to(root):
        raise EditRefusedError(
            f"{sources} is a link that leads out of the record's folder; nothing was added.",
            hint="A record stands on its own: make sources a folder.",
        )
    target = sources / name_of_copy(source)
    name = target.relative_to(folder).as_posix()
    if target.exists() or target.is_symlink():
        # It may be left over from an attempt that was killed in the middle.
        if target.is_file() and read_file(target) == data:
            return name, None
        raise EditRefusedError(
            f"{target} is there already and is another text; nothing was added.",
            hint="Give the source another name and try again.",
        )
    try:
        sources.mkdir(exist_ok=True)
    except OSError as error:
        raise OutputError(f"{sources} cannot be made: {error.strerror}.") from error
    with replacing(target) as stream:
        stream.write(data)
    return name, target
