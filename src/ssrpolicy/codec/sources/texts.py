"""The texts of documents: read from inside the record's folder, checked against their digest."""

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import attrs

from ssrpolicy.codec.problems import Place, Problem
from ssrpolicy.codec.reading import problem_findings
from ssrpolicy.codec.sources.files import name_problems, source_file, source_text, twin_problems
from ssrpolicy.codec.sources.parts import parts_problems, with_parts
from ssrpolicy.errors import InputError
from ssrpolicy.messages import _, argument, marked
from ssrpolicy.model import Document, Finding, PolicyRecord, subject_at
from ssrpolicy.storage import source_bytes, unfinished

SOURCES_FOLDER = "sources"
"""The folder in a record's own that has the texts of its documents."""

_LINE_ENDS = "source-line-ends"
_MARK = "\ufeff".encode()

_PUT = marked(
    "Put it into the record's folder; or leave out the key file: the document's quotes then count "
    "as unverified."
)


def with_texts(
    record: PolicyRecord, folder: Path, put: Mapping[Path, bytes]
) -> tuple[PolicyRecord, list[Problem]]:
    """Return the record with the texts of its documents, and what is wrong with their files.

    The places in the problems count the documents of ``record``. ``put`` has, by their real
    paths, the bytes of files that are yet to be written there.
    """
    problems = list(twin_problems((each.file for each in record.documents), "file"))
    documents = []
    for index, document in enumerate(record.documents):
        place: Place = ("documents", index)
        read, about = _with_text(document, folder, place, put)
        read, more = with_parts(read, folder, place, put)
        documents.append(read)
        problems += [*about, *more]
    return as_recorded(attrs.evolve(record, documents=tuple(documents)), problems), problems


def _with_text(
    document: Document, folder: Path, place: Place, put: Mapping[Path, bytes]
) -> tuple[Document, tuple[Problem, ...]]:
    """Return a document with its text, if it has a file, and what is wrong with that."""
    if document.file is None:
        return document, ()
    at = (*place, "file")
    data = source_file(folder, document.file, at, instead=_(_PUT), put=put)
    text = data if isinstance(data, Problem) else source_text(data, document.file, at)
    if isinstance(data, Problem) or isinstance(text, Problem):
        return document, tuple(each for each in (text,) if isinstance(each, Problem))
    if document.sha256 is None:
        # Nobody recorded how its lines end, and a checkout may have changed that.
        text = text.replace("\r\n", "\n")
    read = attrs.evolve(document, text=text)
    problems = (*name_problems(document.file, place), *_stamp_problems(read, data, place))
    return read, problems


def as_recorded(record: PolicyRecord, problems: Iterable[Problem]) -> PolicyRecord:
    """Return the record with each text as it was recorded, where only its line ends differ.

    ``problems`` say of which texts that is so.
    """
    indexes = {p.place[1] for p in problems if p.code == _LINE_ENDS}
    if not indexes:
        return record
    documents = [
        attrs.evolve(document, text=recorded[0].decode("utf-8"))
        if index in indexes
        and document.text is not None
        and (recorded := _recorded_form(document.text.encode("utf-8"), document.sha256)) is not None
        else document
        for index, document in enumerate(record.documents)
    ]
    return attrs.evolve(record, documents=tuple(documents))


def unfinished_files(folder: Path) -> Iterator[Problem]:
    """Yield a problem for what a killed command left in a record's folder or its ``sources/``."""
    for part in (*unfinished(folder), *unfinished(folder / SOURCES_FOLDER)):
        yield Problem(
            "source-unnamed",
            _(
                "{file} was left by a command that was stopped while it wrote.",
                file=part.relative_to(folder).as_posix(),
            ),
            _("Nothing is read from it: remove it, and give that command again."),
        )


def unnamed_sources(record: PolicyRecord, folder: Path) -> Iterator[Problem]:
    """Yield a problem for each text in ``sources/`` that no document names."""
    sources = folder / SOURCES_FOLDER
    names = (name for d in record.documents for name in (d.file, d.original) if name is not None)
    named = {os.path.realpath(folder / name) for name in names}
    try:
        files = sorted(each for each in sources.iterdir() if not each.name.startswith("."))
    except OSError:
        return
    for file in files:
        if os.path.realpath(file) not in named and _is_text(file):
            name = file.relative_to(folder).as_posix()
            yield Problem(
                "source-unnamed",
                _("No document names the file {name!r:.120}.", name=name),
                _(
                    "If it was left when a document was added and that was stopped, add it again, "
                    "which uses or replaces it. If it is a paper of the record, add it with "
                    "{named}; otherwise remove it.",
                    named=argument(f"--file {file}", f'source="{file}"'),
                ),
            )


def _is_text(file: Path) -> bool:
    try:
        source_bytes(file)
    except InputError:
        return False
    return True


def text_findings(record: PolicyRecord) -> tuple[Finding, ...]:
    """Return what is wrong with the texts that a record in memory carries.

    Its values must be of the right types; a record that was read has been checked already.
    """
    return tuple(
        finding
        for problem in text_problems(record)
        for finding in problem_findings((problem,), subject=subject_at(record, problem.place))
    )


def text_problems(record: PolicyRecord) -> Iterator[Problem]:
    """Yield what is wrong with the texts that the record itself carries."""
    yield from twin_problems((each.file for each in record.documents), "file")
    for index, document in enumerate(record.documents):
        place: Place = ("documents", index)
        if document.file is not None:
            yield from name_problems(document.file, place)
        if document.text is None:
            if document.file is not None:
                yield Problem(
                    "source-missing",
                    _(
                        "The document names the file {file!r:.120}, but the record does not "
                        "carry its text.",
                        file=document.file,
                    ),
                    _("Make the JSON anew from the record's folder, or leave out the key file."),
                    (*place, "file"),
                )
            continue
        try:
            data = document.text.encode("utf-8")
        except UnicodeEncodeError as error:
            yield Problem(
                "source-encoding",
                _(
                    "The text of {id} holds half of a character pair at position {start}, which no "
                    "UTF-8 text does.",
                    id=document.id,
                    start=error.start,
                ),
                None,
                (*place, "text"),
            )
            continue
        yield from _stamp_problems(document, data, place)
        yield from parts_problems(document, place)


def _stamp_problems(document: Document, data: bytes, place: Place) -> Iterator[Problem]:
    digest = hashlib.sha256(data).hexdigest()
    if document.sha256 is None:
        yield Problem(
            "source-unstamped",
            _(
                "The document {id} has no SHA-256, so a later change of its text would go "
                "unnoticed.",
                id=document.id,
            ),
            _('Add: sha256 = "{digest}"', digest=digest),
            place,
        )
    elif document.sha256 != digest and (found := _recorded_form(data, document.sha256)):
        what = {
            (True, False): _("its line ends"),
            (False, True): _("an invisible byte order mark at its start"),
            (True, True): _("its line ends, and an invisible byte order mark at its start"),
        }
        yield Problem(
            _LINE_ENDS,
            _(
                "The text of {document} differs from the one that was recorded in nothing but "
                "{what}; it is read as it was recorded.",
                document=document.id,
                what=what[found[1:]],
            ),
            _(
                "Quotes are verified and reports are the same. Editors add such a mark or take it "
                "away: put the original file back."
            )
            if not found[1]
            else _(
                "Quotes are verified and reports are the same. Programs such as git change line "
                "ends: put a file .gitattributes with the line `sources/** -text` next to "
                "record.toml, remove the text, and check it out again."
            ),
            (*place, "sha256"),
        )
    elif document.sha256 != digest:
        yield Problem(
            "source-changed",
            _(
                "The text of {id} is not the one that was recorded: its SHA-256 differs.",
                id=document.id,
            ),
            _(
                "Put the original back; or, if the change is meant, check the quotes and "
                'record sha256 = "{digest}".',
                digest=digest,
            ),
            (*place, "sha256"),
        )


def _recorded_form(data: bytes, digest: str | None) -> tuple[bytes, bool, bool] | None:
    """Return a text as it was recorded, where it differs in line ends or a byte order mark only.

    With it, whether the line ends differ and whether the mark does; None where words differ, too.
    """
    plain = data.removeprefix(_MARK)
    lines = plain.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    # An editor may have ended the last line, too, or taken its end away.
    bodies = dict.fromkeys((lines, lines + b"\n", lines.removesuffix(b"\n")))
    texts = (body.replace(b"\n", end) for body in bodies for end in (b"\n", b"\r\n", b"\r"))
    for text in (plain, *texts):
        for mark in (b"", _MARK):
            if hashlib.sha256(mark + text).hexdigest() == digest:
                return mark + text, text != plain, data.startswith(_MARK) is not bool(mark)
    return None
