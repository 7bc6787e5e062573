"""The texts of documents: read from inside the record's folder, checked against their digest."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath, PureWindowsPath

import attrs

from ssrpolicy.codec.problems import Place, Problem
from ssrpolicy.codec.reading import problem_findings
from ssrpolicy.errors import InputError
from ssrpolicy.model import Document, Finding, PolicyRecord
from ssrpolicy.storage import NotUtf8Error, read_file, utf8_text

_COPY = "Copy the file into the record's folder, under sources/, and name it from there."

_PUT = (
    "Put it into the record's folder; or leave out the key file: the document's quotes then count "
    "as unverified."
)


def with_texts(record: PolicyRecord, folder: Path) -> tuple[PolicyRecord, list[Problem]]:
    """Return the record with the texts of its documents, and what is wrong with their files.

    The places in the problems count the documents of ``record``.
    """
    problems: list[Problem] = []
    documents = []
    for index, document in enumerate(record.documents):
        place: Place = ("documents", index)
        read = document
        if document.file is not None:
            found = _source(folder, document.file, place)
            if isinstance(found, Problem):
                problems.append(found)
            else:
                data, text = found
                read = attrs.evolve(document, text=text)
                problems.extend(_stamp_problems(read, data, place))
        documents.append(read)
    return attrs.evolve(record, documents=tuple(documents)), problems


def text_findings(record: PolicyRecord) -> tuple[Finding, ...]:
    """Return what is wrong with the texts that a record in memory carries.

    Its values must be of the right types; a record that was read has been checked already.
    """
    return tuple(problem_findings(text_problems(record), subject=record.id))


def text_problems(record: PolicyRecord) -> Iterator[Problem]:
    """Yield what is wrong with the texts that the record itself carries."""
    for index, document in enumerate(record.documents):
        place: Place = ("documents", index)
        if document.text is None:
            if document.file is not None:
                yield Problem(
                    "source-missing",
                    f"The document names the file {document.file!r:.120}, "
                    "but the record does not carry its text.",
                    "Make the JSON anew from the record's folder, or leave out the key file.",
                    (*place, "file"),
                )
            continue
        try:
            data = document.text.encode("utf-8")
        except UnicodeEncodeError as error:
            yield Problem(
                "source-encoding",
                f"The text of {document.id} holds half of a character pair at position "
                f"{error.start}, which no UTF-8 text does.",
                None,
                (*place, "text"),
            )
            continue
        yield from _stamp_problems(document, data, place)


def _stamp_problems(document: Document, data: bytes, place: Place) -> Iterator[Problem]:
    digest = hashlib.sha256(data).hexdigest()
    if document.sha256 is None:
        yield Problem(
            "source-unstamped",
            f"The document {document.id} has no SHA-256, so a later change of its text would go "
            "unnoticed.",
            f'Add: sha256 = "{digest}"',
            place,
        )
    elif document.sha256 != digest:
        yield Problem(
            "source-changed",
            f"The text of {document.id} is not the one that was recorded: its SHA-256 differs.",
            "Put the original back; or, if the change is meant, check the quotes and record "
            f'sha256 = "{digest}".',
            (*place, "sha256"),
        )


def _source(folder: Path, name: str, place: Place) -> tuple[bytes, str] | Problem:
    """Return the bytes and the text of a source, or what is wrong with it."""
    at = (*place, "file")
    called = f"The file {name!r:.120}"
    root, path = os.path.realpath(folder), os.path.realpath(folder / name)
    written = PurePosixPath(name)
    outside = {
        "is an absolute path": written.is_absolute() or bool(PureWindowsPath(name).drive),
        "has .. in its path": ".." in written.parts,
        "is a link that leads out of the record's folder": not Path(path).is_relative_to(root),
    }
    for reason, applies in outside.items():
        if applies:
            return Problem("source-outside", f"{called} {reason}.", _COPY, at)
    if not os.path.exists(path):  # noqa: PTH110 - Path.exists raises for a name that is too long
        return Problem("source-missing", f"{called} is not there.", _PUT, at)
    try:
        # Links are followed already, so one that is met now was put there in the meantime.
        data = read_file(Path(path), follow=False, called=called)
    except InputError as error:
        return Problem("source-unreadable", error.message, error.hint, at)
    try:
        return data, utf8_text(data)
    except NotUtf8Error as error:
        hint = (
            "If it is in the Windows encoding, this makes a copy in UTF-8: "
            "iconv -f WINDOWS-1252 -t UTF-8"
        )
        return Problem("source-encoding", f"{called} {error}.", hint, at)
