"""One entry appended to ``record.toml``, verified before anything is written."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
from attrs import frozen

from ssrpolicy import codec, rules
from ssrpolicy.codec import entry_text, table_of
from ssrpolicy.errors import EditRefusedError, InputError, OutputError
from ssrpolicy.model import Finding, Location, PolicyRecord
from ssrpolicy.storage import locked, read_file, replacing


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


@frozen(kw_only=True)
class _State:
    """A record's file as it is, or as it would be with the entry."""

    file: Path
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
            f"{file} is a JSON record; entries are appended to a record.toml.",
            hint="Name the folder with the record.toml that the JSON was made from.",
        )
    raise InputError(
        f"{file} is not a record.toml, to which entries are appended.",
        hint="Name a record's folder; `ssrpolicy new LETTER.txt` makes one.",
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
    new = _State(file=file, data=data, reading=reading, record=reading.record)
    # Entries before the new one keep their places, so that what is said of them stays the same.
    known = {finding.key for finding in _findings(old)}
    found = _unknown(new, known)
    if errors := tuple(_without_place(finding) for finding in found if finding.is_error):
        raise EditRefusedError("The entry was not added; nothing was changed.", findings=errors)
    if new.record != _with_entry(old.record, entry, new.record):
        raise _does_not_fit(file, entry, ())
    with replacing(file) as stream:
        if read_file(file) != old.data:
            raise EditRefusedError(
                f"{file} was changed by somebody else in this very moment; nothing was added.",
                hint="Give the command again.",
            )
        stream.write(data)
    return Appended(
        file=file,
        line=(old.data + gap).count(b"\n") + 1,
        text=text,
        record=new.record,
        findings=found,
    )


def folder_of(file: Path) -> Path:
    """Return the folder in which a file is written: where a link leads, not where it stands."""
    return Path(os.path.realpath(file)).parent


def check_writable(file: Path) -> None:
    """Raise OutputError for a file that may not be written, though its folder would allow it."""
    if not os.access(file, os.W_OK):
        raise OutputError(f"{file} may not be written by you; nothing was changed.")


def _current(file: Path) -> _State:
    data = read_file(file)
    reading = codec.read_toml(data, file)
    if reading.record is None:
        raise EditRefusedError(
            f"{file} cannot be read as it is, so nothing was added.", findings=reading.findings
        )
    return _State(file=file, data=data, reading=reading, record=reading.record)


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


def _unknown(state: _State, known: set[tuple[object, ...]]) -> tuple[Finding, ...]:
    return tuple(finding for finding in _findings(state) if finding.key not in known)


def _without_place(finding: Finding) -> Finding:
    """Return a finding without a line: what was refused is not in any file."""
    return attrs.evolve(finding, location=Location(path=finding.location.path))


def _does_not_fit(file: Path, entry: Any, findings: tuple[Finding, ...]) -> EditRefusedError:
    table = table_of(entry)
    return EditRefusedError(
        f"{file} would not read back as the record with the entry; nothing was changed.",
        findings=[_without_place(finding) for finding in findings],
        hint=f"Are its {table} written as one list, {table} = [...]? Then nothing can be appended "
        f"to them; write each under a line [[{table}]].",
    )


def _with_entry(record: PolicyRecord, entry: Any, read_back: PolicyRecord) -> PolicyRecord:
    table = table_of(entry)
    if table == "documents" and read_back.documents:
        # A document's text comes from its file, which was read with the new record.
        entry = attrs.evolve(entry, text=read_back.documents[-1].text)
    changed: dict[str, Any] = {table: (*getattr(record, table), entry)}
    return attrs.evolve(record, **changed)
