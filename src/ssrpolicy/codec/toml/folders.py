"""A record written whole as TOML: its file, and the texts of its documents next to it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Final

import attrs

from ssrpolicy.codec.json.writing import type_findings
from ssrpolicy.codec.outputs import refuse_in_record
from ssrpolicy.codec.reading import problem_findings
from ssrpolicy.codec.records import RECORD_FILE, read
from ssrpolicy.codec.sources.parts import parts_bytes, parts_digest, parts_name
from ssrpolicy.codec.sources.texts import SOURCES_FOLDER, text_problems
from ssrpolicy.codec.toml.reading import structured
from ssrpolicy.codec.toml.writing import record_text
from ssrpolicy.errors import InputError, OutputError
from ssrpolicy.messages import _, system_reason
from ssrpolicy.model import Document, PolicyRecord, RecordInvalidError
from ssrpolicy.storage import Replacements, is_free, locked, name_fault, new_folder
from ssrpolicy.syntax import toml_tables

GIT_ATTRIBUTES: Final = b"sources/** -text\n"
"""So that git leaves the line ends of the sources as they are: their digests are of these bytes."""

_ATTRIBUTES_FILE: Final = ".gitattributes"


class RecordFiles:
    """The files of one record: the TOML, under a name, and each text under that of its document.

    They stand in ``folder``. The original of a text, such as a PDF, is not in a record, and is not
    among them.

    A text without a file name stands in ``sources/ID.txt``, and its document names it; one of
    which the line ends would not survive without a digest gets its digest. Raises
    RecordInvalidError for a record that TOML cannot hold.
    """

    def __init__(self, record: PolicyRecord, name: str, folder: Path) -> None:
        if wrong := type_findings(record):
            raise RecordInvalidError(_("{id} cannot be written.", id=record.id), findings=wrong)
        self._record = _with_files(record)
        self._folder = folder
        self._name = name
        self._data: dict[str, bytes] = dict(_texts(self._record))
        if {name.casefold(), _ATTRIBUTES_FILE} & {each.casefold() for each in self._data}:
            raise OutputError(
                _("A document of {id} has the name of the record's own file.", id=record.id)
            )
        text = record_text(self._record)
        made = structured(toml_tables(text), name=str(record.id))
        if made != _without_texts(self._record):
            raise RecordInvalidError(
                _("{id} cannot be written as TOML: it would be read differently.", id=record.id),
                findings=(),
            )
        self._data[name] = text.encode("utf-8")

    def there(self) -> list[Path]:
        """Return what is there already and would be replaced, or a folder that is in use."""
        folder = self._folder
        if self._name == RECORD_FILE and not is_free(folder):
            own = folder / RECORD_FILE
            return [own if os.path.lexists(own) else folder]
        return [
            folder / name
            for name, data in self._data.items()
            if os.path.lexists(folder / name)
            and (name == self._name or not _holds(folder / name, data))
        ]

    def put(self) -> None:
        """Write the files into the folder: all of them, or none where the disk refuses one.

        Raises OutputError for a folder that is part of another record or holds others.
        """
        folder = self._folder
        _refuse_harm(folder, self._name, str(self._record.id))
        self._refuse_shared()
        if is_free(folder):
            with new_folder(folder) as staged:
                for name, data in {_ATTRIBUTES_FILE: GIT_ATTRIBUTES, **self._data}.items():
                    (staged / name).parent.mkdir(parents=True, exist_ok=True)
                    (staged / name).write_bytes(data)
            return
        with locked(folder), Replacements() as files:
            for name, data in self._data.items():  # the record's own file last
                _make_folder(folder, folder / name)
                files.prepare(folder / name, data)
            files.put()

    def _refuse_shared(self) -> None:
        """Raise OutputError where a text would be replaced that another record here has, too."""
        texts = {
            name: self._folder / name
            for name, data in self._data.items()
            if name != self._name
            and os.path.lexists(self._folder / name)
            and not _holds(self._folder / name, data)
        }
        others = sorted(self._folder.glob("*.toml")) if texts else ()
        for other in others:
            if other.name == self._name:
                continue
            if (named := _named_in(other)) is None:
                raise OutputError(
                    _(
                        "{text} may be a text of {other} too, which cannot be read, and is not "
                        "replaced by another.",
                        text=texts[min(texts)],
                        other=other,
                    ),
                    hint=_("Correct that file first, or name another folder."),
                )
            if shared := texts.keys() & named:
                raise OutputError(
                    _(
                        "{text} is a text of {other} too, and is not replaced by another.",
                        text=texts[min(shared)],
                        other=other,
                    ),
                    hint=_("Give the document a file name of its own, or name another folder."),
                )


def _named_in(file: Path) -> set[str] | None:
    """Return the names of the texts and their parts in a file; None where it cannot be read."""
    try:
        documents = toml_tables(file.read_text(encoding="utf-8")).get("documents")
    except FileNotFoundError:
        return set()  # it is gone by now
    except (OSError, ValueError, RecursionError):
        return None
    tables = [e for e in documents if isinstance(e, dict)] if isinstance(documents, list) else []
    names = {e["file"] for e in tables if isinstance(e.get("file"), str)}
    return names | {parts_name(each) for each in names}


def _refuse_harm(folder: Path, name: str, id: str) -> None:
    """Raise OutputError where the record of this id would write over, hide or enter another."""
    refuse_in_record(folder)
    file = folder / name
    if os.path.lexists(file):
        try:
            known = {record.id for record in read(file).records}
        except InputError:
            known = set()
        if not known <= {id}:
            raise OutputError(
                _("{target} is another record, and not written over.", target=file),
                hint=_("Name another folder."),
            )
    elif name != RECORD_FILE and os.path.lexists(folder / RECORD_FILE):
        raise OutputError(
            _("{folder} is the folder of a record.", folder=folder), hint=_("Name another folder.")
        )
    elif name == RECORD_FILE and (below := sorted(folder.glob(f"*/{RECORD_FILE}"))):
        raise OutputError(
            _("{folder} holds records, such as {file}.", folder=folder, file=below[0]),
            hint=_("Name a folder in it: {path}.", path=folder / id),
        )


def _with_files(record: PolicyRecord) -> PolicyRecord:
    """Return the record with a file name for each text, and the digests that it takes."""
    documents = []
    for document in record.documents:
        known: dict[str, str] = {}
        text, file, digest = document.text, document.file, document.sha256
        if text is not None and (file is None or (digest is None and "\r\n" in text)):
            data = text.encode("utf-8", "surrogatepass")
            known["file"] = file or f"{SOURCES_FOLDER}/{document.id}.txt"
            known["sha256"] = digest or hashlib.sha256(data).hexdigest()
        if document.parts is not None and document.parts_sha256 is None:
            known["parts_sha256"] = parts_digest(document.parts)
        documents.append(attrs.evolve(document, **known) if known else document)  # type: ignore[arg-type]  # the fields in it are texts, which mypy cannot see in a dict
    return attrs.evolve(record, documents=tuple(documents))


def _without_texts(record: PolicyRecord) -> PolicyRecord:
    documents = tuple(attrs.evolve(each, text=None, parts=None) for each in record.documents)
    return attrs.evolve(record, documents=documents)


def _texts(record: PolicyRecord) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of each text and its parts; raises where one cannot stand so."""
    if unwritable := [p for p in text_problems(record) if p.code == "source-encoding"]:
        raise RecordInvalidError(
            _("{id} cannot be written.", id=record.id),
            findings=problem_findings(unwritable, subject=str(record.id)),
        )
    known: dict[str, Document] = {}
    for document in record.documents:
        if document.file is None or document.text is None:
            continue
        _check_name(document.file)
        other = known.setdefault(document.file.casefold(), document)
        if (other.file, other.text) != (document.file, document.text):
            raise OutputError(
                _(
                    "{one} and {other} have different texts, and one file name: {file}.",
                    one=other.id,
                    other=document.id,
                    file=document.file,
                ),
                hint=_("Give each text a file name of its own, or none."),
            )
        yield document.file, document.text.encode("utf-8")
        if document.parts is not None:
            yield parts_name(document.file), parts_bytes(document.parts)


def _check_name(name: str) -> None:
    """Raise OutputError for a file name that leads elsewhere, or that not every system can hold."""
    parts = PurePosixPath(name).parts
    if name.startswith("/") or PureWindowsPath(name).drive or ".." in parts or not parts:
        raise OutputError(
            _("The file {name!r:.120} would not stand in the record's folder.", name=name),
            hint=_("A document's file is a name such as sources/letter.txt."),
        )
    for part in parts:
        if fault := name_fault(part):
            raise OutputError(
                _("The name {name!r:.120} {fault}; nothing was written.", name=part, fault=fault)
            )


def _make_folder(folder: Path, file: Path) -> None:
    """Make the folder of a file in a record's folder; raises OutputError where it leads out."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = system_reason(error)
        raise OutputError(
            _("{target} cannot be written: {reason}.", target=file, reason=reason)
        ) from error
    if not Path(os.path.realpath(file)).is_relative_to(os.path.realpath(folder)):
        raise OutputError(
            _("{target} is a link that leads out of the record's folder.", target=file)
        )


def _holds(file: Path, data: bytes) -> bool:
    try:
        return file.read_bytes() == data
    except OSError:
        return False
