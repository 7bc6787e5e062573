"""The parts of a document's text in and out of ``sources/NAME.parts.json``, next to the text."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Final

import attrs

from ssrpolicy.codec.envelope import file_text
from ssrpolicy.codec.problems import FlawedError, Place, Problem
from ssrpolicy.codec.scalars import NO_DEFAULTS, json_date
from ssrpolicy.codec.sources.files import name_problems, source_file
from ssrpolicy.codec.structuring import Structuring
from ssrpolicy.messages import _, marked
from ssrpolicy.model import Document, TextParts

if TYPE_CHECKING:
    from ssrpolicy.codec.unstructuring import Unstructuring

PARTS_FORMAT: Final = "ssrpolicy-parts/1"
"""The format of the file with the parts of one text."""

_SUFFIX: Final = ".parts.json"
_PUT_BACK: Final = marked(
    "Put it back as it was made with the record; or leave out the key parts_sha256: the pages of "
    "the text are then not known."
)
_LEAVE_OUT: Final = marked(
    "Put it back into the record's folder; or leave out the keys original and original_sha256."
)


def parts_name(text_name: str) -> str:
    """Return the name of the file with the parts of a text, given the name of the text's file."""
    return str(PurePosixPath(text_name).with_suffix(_SUFFIX))


def parts_bytes(parts: TextParts) -> bytes:
    """Return the bytes of the file with a text's parts; the same parts give the same bytes."""
    import json  # noqa: PLC0415 - most records have no such file

    data: Any = {"format": PARTS_FORMAT, **_unstructuring().data(parts, NO_DEFAULTS)}
    return f"{json.dumps(data, ensure_ascii=False, indent=1)}\n".encode()


def parts_digest(parts: TextParts) -> str:
    """Return the SHA-256 of the file with a text's parts, in 64 hexadecimal digits."""
    return hashlib.sha256(parts_bytes(parts)).hexdigest()


def with_parts(
    document: Document, folder: Path, place: Place, put: Mapping[Path, bytes]
) -> tuple[Document, tuple[Problem, ...]]:
    """Return a document with the parts of its text, and what is wrong with its further files.

    ``put`` has, by their real paths, the bytes of files that are yet to be written there.
    """
    problems = list(_original_problems(document, folder, place, put))
    if document.parts_sha256 is None or document.file is None or document.text is None:
        return document, tuple(problems)
    at = (*place, "parts_sha256")
    name = parts_name(document.file)
    data = source_file(folder, name, at, instead=_(_PUT_BACK), put=put)
    parts: TextParts | Problem | None = None
    if isinstance(data, Problem):
        problems.append(data)
    elif (recorded := _in_line_ends_of(data, document.parts_sha256)) is None:
        problems.append(_changed(name, at))
    else:
        parts = _parts(recorded, name, at)
        problems += [parts] if isinstance(parts, Problem) else _beyond(parts, document, at)
    return attrs.evolve(document, parts=parts if isinstance(parts, TextParts) else None), tuple(
        problems
    )


def parts_problems(document: Document, place: Place) -> Iterator[Problem]:
    """Yield what is wrong with the parts that a document itself carries, as it does in JSON."""
    at = (*place, "parts_sha256")
    if document.parts is not None and document.parts_sha256 != parts_digest(document.parts):
        yield _changed(parts_name(document.file or document.id), at)
    elif document.parts is not None:
        yield from _beyond(document.parts, document, at)


def _original_problems(
    document: Document, folder: Path, place: Place, put: Mapping[Path, bytes]
) -> Iterator[Problem]:
    """Yield what is wrong with the file from which a document's text was read."""
    if document.original is None:
        return
    at = (*place, "original")
    data = source_file(folder, document.original, at, instead=_(_LEAVE_OUT), put=put)
    if isinstance(data, Problem):
        # A record that was written anew from memory has no original, and needs none.
        missing = data.code == "source-missing"
        yield data._replace(code="original-missing") if missing else data
        return
    yield from name_problems(document.original, place)
    digest = hashlib.sha256(data).hexdigest()
    if document.original_sha256 is None:
        yield Problem(
            "source-unstamped",
            _(
                "The original of {id} has no SHA-256, so a later change of it would go unnoticed.",
                id=document.id,
            ),
            _('Add: original_sha256 = "{digest}"', digest=digest),
            place,
        )
    elif _in_line_ends_of(data, document.original_sha256) is None:
        yield _changed(document.original, (*place, "original_sha256"))
    elif document.original_sha256 != digest:
        yield Problem(
            "source-line-ends",
            _(
                "The file {name!r:.120} differs from the one that was recorded in nothing but its "
                "line ends.",
                name=document.original,
            ),
            _(
                "Reports are the same. Programs such as git change line ends: put a file "
                ".gitattributes with the line `sources/** -text` next to record.toml, remove the "
                "file, and check it out again."
            ),
            (*place, "original_sha256"),
        )


def _in_line_ends_of(data: bytes, digest: str) -> bytes | None:
    """Return a file with the line ends of the one that has a digest; None where more differs."""
    lines = data.replace(b"\r\n", b"\n")
    forms = (data, lines, lines.replace(b"\n", b"\r\n"))
    return next((each for each in forms if hashlib.sha256(each).hexdigest() == digest), None)


def _changed(name: str, at: Place) -> Problem:
    return Problem(
        "source-changed",
        _(
            "The file {name!r:.120} is not the one that was recorded: its SHA-256 differs.",
            name=name,
        ),
        _("Put the file back as it was made with the record."),
        at,
    )


def _beyond(parts: TextParts, document: Document, at: Place) -> tuple[Problem, ...]:
    """Return the problem of parts that name places which the text does not have."""
    length = len(document.text or "")
    if max((*(page.start for page in parts.pages), parts.notes or 0)) <= length:
        return ()
    name = parts_name(document.file or document.id)
    said = _("it names places after the end of the text")
    return (_unreadable(name, said, at),)


def _parts(data: bytes, name: str, at: Place) -> TextParts | Problem:
    """Return the parts of a text from the bytes of their file, or what is wrong with it."""
    import json  # noqa: PLC0415 - most records have no such file

    text, problems = file_text(data)
    try:
        found = None if text is None or problems else json.loads(text)
        if not isinstance(found, dict) or found.pop("format", None) != PARTS_FORMAT:
            return _unreadable(name, _("it is not of the format {format}", format=PARTS_FORMAT), at)
        parts: TextParts = _structuring().entry(TextParts, found)
    except FlawedError as error:
        return _unreadable(name, error.problems[0].message.rstrip("."), at)
    except (ValueError, RecursionError):
        return _unreadable(name, _("it is not JSON"), at)
    return parts


def _unreadable(name: str, said: str, at: Place) -> Problem:
    return Problem(
        "source-unreadable",
        _(
            "The file {name!r:.120} does not hold the parts of a text: {said}.",
            name=name,
            said=said,
        ),
        _(_PUT_BACK),
        at,
    )


@cache
def _structuring() -> Structuring:
    return Structuring({dt.date: json_date}, entries={})


@cache
def _unstructuring() -> Unstructuring:
    from ssrpolicy.codec.unstructuring import Unstructuring  # noqa: PLC0415 - it is needed only where parts are written

    return Unstructuring({}, {})
