"""Entries appended to ``record.toml``, verified before anything is written.

The text of a document is copied untouched into the record's folder.
"""

import hashlib
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import attrs
from attrs import frozen

from ssrpolicy import codec, rules
from ssrpolicy.codec import SOURCES_FOLDER, entry_text, table_of
from ssrpolicy.errors import EditRefusedError, InputError, OutputError
from ssrpolicy.messages import _, system_reason
from ssrpolicy.model import Document, Finding, Location, PolicyRecord
from ssrpolicy.storage import locked, name_of_copy, read_file, replacing, source_bytes


@frozen(kw_only=True)
class Appended:
    """What was appended: the text, the file and the line on which it begins (from 1).

    ``record`` is the record with the entry, ``findings`` those that were not there before; none of
    them is an error.
    """

    file: Path
    line: int
    text: str
    record: PolicyRecord
    findings: tuple[Finding, ...]
    replaced: Path | None = None


@frozen(kw_only=True)
class _State:
    """A record's file as it is, or as it would be with the entry."""

    data: bytes
    reading: codec.Reading
    record: PolicyRecord


def record_file(path: Path) -> Path:
    """Return the ``record.toml`` that ``path``, a folder or the file itself, stands for.

    Raises InputError where there is none, with what would work.
    """
    file = codec.record_file(path)
    if file.suffix.lower() == ".toml":
        return file
    if file.suffix.lower() == ".json":
        raise InputError(
            _("{file} is a JSON record; entries are appended to a record.toml.", file=file),
            hint=_("Name the folder with the record.toml that the JSON was made from."),
        )
    raise InputError(
        _("{file} is not a record.toml, to which entries are appended.", file=file),
        hint=_("Name a record's folder; `ssrpolicy new LETTER.txt` makes one."),
    )


def record_to_edit(path: Path) -> PolicyRecord:
    """Return the record at ``path`` to which an entry can be appended.

    It may have errors, as long as it can be read at all. Raises InputError when ``path`` is not a
    record, EditRefusedError when nothing of it can be read.
    """
    return _current(record_file(path)).record


def append_entry(path: Path, entry: Any) -> Appended:
    """Append ``entry`` to the record at ``path``, or refuse with the reason and change nothing.

    ``path`` is a record folder or its ``record.toml``. The file's bytes stay as they are and the
    entry's text follows them; the result is read again, must equal the old record plus the entry
    and may bring no error that was not there before. Raises EditRefusedError otherwise, InputError
    when ``path`` is not a record, OutputError when the file cannot be written.
    """
    file = record_file(path)
    with locked(folder_of(file)):
        return _append(file, entry)


def _append(file: Path, entry: Any) -> Appended:
    old = _current(file)
    check_writable(file)
    text = entry_text(entry, old.record)
    gap, added = with_line_ends_of(old.data, text)
    data = old.data + gap + added
    reading = codec.read_toml(data, file)
    if reading.record is None:
        raise _does_not_fit(file, entry, reading.findings)
    new = _State(data=data, reading=reading, record=reading.record)
    # Entries before the new one keep their places, so that what is said of them stays the same.
    known = {finding.key for finding in _findings(old)}
    found = tuple(finding for finding in _findings(new) if finding.key not in known)
    if errors := tuple(_without_place(finding) for finding in found if finding.is_error):
        raise EditRefusedError(_("The entry was not added; nothing was changed."), findings=errors)
    if new.record != _with_entry(old.record, entry, new.record):
        raise _does_not_fit(file, entry, ())
    with replacing(file) as stream:
        if read_file(file) != old.data:
            message = _(
                "{file} was changed by somebody else in this very moment; nothing was added.",
                file=file,
            )
            raise EditRefusedError(message, hint=_("Give the command again."))
        stream.write(data)
    return Appended(
        file=file,
        line=(old.data + gap).count(b"\n") + 1,
        text=text,
        record=new.record,
        findings=found,
    )


def append_document(path: Path, document: Document, source: Path | None = None) -> Appended:
    """Append ``document`` to the record at ``path``; with ``source``, its text is copied first.

    The copy stands under ``sources/`` byte for byte and the entry gets its name and SHA-256. A
    source that is inside the record's folder already is used where it is. Raises what
    :func:`append_entry` raises, and takes the copy away again then; InputError also when the
    source is not plain text.
    """
    if source is None:
        return append_entry(path, document)
    data = source_bytes(source)
    digest = hashlib.sha256(data).hexdigest()
    _refuse_known(path, document, source, digest)
    name, copied, before = _put(record_file(path), source, data)
    try:
        appended = append_entry(path, attrs.evolve(document, file=name, sha256=digest))
    except BaseException:
        if copied is not None and before is not None:
            with replacing(copied) as stream:
                stream.write(before)
        elif copied is not None:
            with suppress(OSError):
                copied.unlink()
            with suppress(OSError):  # only where it was made for this copy, and is empty again
                copied.parent.rmdir()
        raise
    return appended if before is None else attrs.evolve(appended, replaced=copied)


def folder_of(file: Path) -> Path:
    """Return the folder in which a file is written: where a link leads, not where it stands."""
    return Path(os.path.realpath(file)).parent


def check_writable(file: Path) -> None:
    """Raise OutputError for a file that may not be written, though its folder would allow it."""
    if not os.access(file, os.W_OK):
        raise OutputError(_("{file} may not be written by you; nothing was changed.", file=file))


def _current(file: Path) -> _State:
    data = read_file(file)
    reading = codec.read_toml(data, file)
    if reading.record is None:
        refused = _("{file} cannot be read as it is, so nothing was added.", file=file)
        raise EditRefusedError(refused, findings=reading.findings)
    return _State(data=data, reading=reading, record=reading.record)


def with_line_ends_of(data: bytes, text: str) -> tuple[bytes, bytes]:
    """Return the empty line that separates the entry from the file's end, and the entry, as bytes.

    Lines end as those of the file do: TOML reads both kinds as the same text.
    """
    crlf = data.partition(b"\n")[0].endswith(b"\r") and b"\n" in data
    end = b"\r\n" if crlf else b"\n"
    gap = end if data.endswith(b"\n") else end + end
    if data.endswith((b"\n\n", b"\n\r\n")):
        gap = b""
    return gap, text.encode("utf-8").replace(b"\n", end)


def _findings(state: _State) -> Iterator[Finding]:
    """What the codec and the rules find, with lines in the file as it was read."""
    reading, record = state.reading, state.record
    yield from reading.findings
    yield from reading.place(rules.findings(record), record)
    # By itself a record cannot show what its relations lead to in others; in itself it can.
    across = (f for _, f in rules.findings_across((record,)) if f.is_error)
    yield from reading.place(across, record)


def _without_place(finding: Finding) -> Finding:
    """Return a finding without a line: what was refused is not in any file."""
    return attrs.evolve(finding, location=Location(path=finding.location.path))


def _does_not_fit(file: Path, entry: Any, findings: tuple[Finding, ...]) -> EditRefusedError:
    table = table_of(entry)
    return EditRefusedError(
        _(
            "{file} would not read back as the record with the entry; nothing was changed.",
            file=file,
        ),
        findings=[_without_place(finding) for finding in findings],
        hint=_(
            "Are its {table} written as one list, {table} = [...]? Then nothing can be "
            "appended to them; write each under a line [[{table}]].",
            table=table,
        ),
    )


def _with_entry(record: PolicyRecord, entry: Any, read_back: PolicyRecord) -> PolicyRecord:
    table = table_of(entry)
    if table == "documents" and read_back.documents:
        # A document's text comes from its file, which was read with the new record.
        entry = attrs.evolve(entry, text=read_back.documents[-1].text)
    changed: dict[str, Any] = {table: (*getattr(record, table), entry)}
    return attrs.evolve(record, **changed)


def _refuse_known(path: Path, document: Document, source: Path, digest: str) -> None:
    """Refuse a paper that the record has without its text, and say how to give it the text."""
    sources = record_file(path).parent / SOURCES_FOLDER
    for known in record_to_edit(path).documents:
        same = known.number is not None and known.number == document.number
        if known.file is None and (same or known.id == document.id):
            raise EditRefusedError(
                _(
                    "The record has this paper already, as {known.id}, without its text; nothing "
                    "was added.",
                    known=known,
                ),
                hint=_(
                    "To give it the text, copy {source} into {sources} and add to the entry "
                    '{known.id}:\nfile = "{copy}"\nsha256 = "{digest}"',
                    source=source,
                    sources=sources,
                    known=known,
                    copy=f"{SOURCES_FOLDER}/{name_of_copy(source)}",
                    digest=digest,
                ),
            )


def _put(file: Path, source: Path, data: bytes) -> tuple[str, Path | None, bytes | None]:
    """Return the name of the text in the record's folder, and the copy if one had to be made.

    With the copy, the bytes of what it replaced: a text of that name that no document names.
    """
    folder = file.parent
    root = Path(os.path.realpath(folder))
    there = Path(os.path.realpath(source))
    if there.is_relative_to(root):
        return there.relative_to(root).as_posix(), None, None
    sources = folder / SOURCES_FOLDER
    if not Path(os.path.realpath(sources)).is_relative_to(root):
        raise EditRefusedError(
            _(
                "{sources} is a link that leads out of the record's folder; nothing was added.",
                sources=sources,
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
            return name, None, None
        if before is None or _is_named(file, target):
            raise EditRefusedError(
                _("{file} is there already and is another text; nothing was added.", file=target),
                hint=_("Give the source another name and try again."),
            )
    try:
        sources.mkdir(exist_ok=True)
    except OSError as error:
        raise OutputError(
            _("{sources} cannot be made: {reason}.", sources=sources, reason=system_reason(error))
        ) from error
    with replacing(target) as stream:
        stream.write(data)
    return name, target, before


def _is_named(file: Path, text: Path) -> bool:
    """Whether a record names the file of a text, in whatever spelling; in doubt it does."""
    state = _current(file)
    files = [file.parent / each.file for each in state.record.documents if each.file is not None]
    return text.name.encode() in state.data or any(
        each.exists() and each.samefile(text) for each in files
    )
