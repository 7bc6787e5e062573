"""The gate that every Office package passes before a library reads it: whole, and not absurd.

What a small file can unpack to, and what libraries do with it, has no bound of its own. So parts,
elements, attributes, texts and far cells are counted first, in one pass and a few megabytes of
memory; nothing but the standard library is used.
"""

from __future__ import annotations

import hashlib
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import chain
from typing import BinaryIO, Final
from xml.parsers import expat

from attrs import evolve

from ssrpolicy.arguments import check_callable, check_stream, check_type
from ssrpolicy.errors import InputError
from ssrpolicy.messages import _
from ssrpolicy.storage.declarations import check_form, declares_entities
from ssrpolicy.storage.foreign_files import AGAIN, not_a_package
from ssrpolicy.storage.limits import (
    Counter,
    PackageLimits,
    PieceCounter,
    TooMuchError,
    part_too_large,
    too_large,
    unpacked_too_large,
)
from ssrpolicy.storage.relations import OutsideError, check_relation
from ssrpolicy.syntax import xml_mistake, zip_mistake

_CHUNK: Final = 1 << 16
# A sheet packs to a tenth or a thirtieth; only what was made to burst packs to this.
_PACKED, _PACKED_FROM = 250, 1 << 24
_STREAMED: Final = ("xl/worksheets/", "xl/sharedStrings")
_XML: Final = (".xml", ".rels", ".vml")
# Formats, names and formulas: Excel allows so many characters at the most, and a library's
# patterns read longer ones for minutes.
_FORMULAS: Final = ("xl/styles.xml", "xl/workbook.xml")
_LONGEST_FORMULA: Final = 8_192
# Lists of styles, names and sheets: libraries look through all of them for each one.
_LISTS: Final = ("word/styles.xml", "word/numbering.xml", "xl/workbook.xml")
# What stands beyond column ZZ; libraries fill a row up to its last cell.
_FAR_CELL: Final = re.compile(rb'<c r="([A-Z]{3})[0-9]')
_ROW: Final = re.compile(rb"<row\b")
# What a library makes an object of for each, however little it says, with what each costs to read:
# 15 microseconds or so, or several times as much, and together 5 seconds at the most. And what
# stands below the rows, among which are lists of cells that it makes one of for each, too.
_OF_SHEET: Final = re.compile(
    rb"<(?:\w+:)?(conditionalFormatting|cfRule|dataValidation|mergeCell|col)\b"
)
_COSTS: Final = {b"mergeCell": 1, b"col": 1, b"dataValidation": 3, b"cfRule": 4}
_FORMAT: Final = b"conditionalFormatting"
_MOST_OF_SHEET: Final = 300_000
_ROWS_END: Final = re.compile(rb"</(?:\w+:)?sheetData>|<(?:\w+:)?sheetData\s*/>")
_MOST_BELOW: Final = 16 << 20
# What reading a zip raises where its bytes are not what they were: a place before the file's
# start is a ValueError, a flag that was flipped a RuntimeError.
_DAMAGE: Final = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    NotImplementedError,
    ValueError,
    RuntimeError,
)
#: The last package that passed, by its digest, and its limits: several readers may try one file.
_PASSED: Final[list[tuple[bytes, PackageLimits]]] = []


def check_office_package(
    package: bytes | BinaryIO,
    *,
    called: str,
    limits: PackageLimits | None = None,
    check_names: Callable[[Sequence[str]], None] | None = None,
) -> tuple[str, ...]:
    """Return the names of an Office package's parts, after looking through every one of them.

    ``called`` is what messages call it ("The workbook"); ``check_names`` is given the names before
    any part is looked through, and may refuse the package as one of another kind. Raises
    InputError, which names the part, where it is not a zip, is encrypted or damaged, names a part
    twice, declares XML entities, or holds more than ``limits`` allow. The stream is read from its
    start, and left there.
    """
    stream = io.BytesIO(package) if isinstance(package, bytes) else package
    check_stream(stream, "seek", "package")
    check_type(called, str, "called", '"The workbook"')
    limits = PackageLimits() if limits is None else limits
    check_type(limits, PackageLimits, "limits", "PackageLimits()")
    if check_names is not None:
        check_callable(check_names, "check_names", "print")
    stream.seek(0)
    start = stream.read(4_096)
    if not start.startswith(b"PK"):
        raise not_a_package(start, stream, called)
    with package_damage_reported(called), zipfile.ZipFile(stream) as archive:
        names = tuple(archive.namelist())
        _check_parts(archive, called, limits)
        if check_names is not None:
            check_names(names)
        stream.seek(0)
        digest = hashlib.sha256()
        for chunk in iter(partial(stream.read, _CHUNK), b""):
            digest.update(chunk)
        looked_through = digest.digest(), limits
        for part in archive.infolist() if looked_through not in _PASSED else ():
            if part.filename.startswith(_STREAMED):
                divided = _check_rows(archive, part, called, limits)
                if divided:
                    _check_elements(archive, part, called, limits)
            elif part.filename.lower().endswith(_XML):
                _check_elements(archive, part, called, limits)
    _PASSED[:] = [looked_through]
    stream.seek(0)
    return names


@contextmanager
def package_damage_reported(called: str) -> Iterator[None]:
    """Raise what reading a damaged zip raises as an InputError."""
    try:
        yield
    except InputError:
        raise
    except _DAMAGE as error:
        raise InputError(
            _(
                "{called} is damaged or incomplete: {reason}.",
                called=called,
                reason=zip_mistake(error),
            ),
            hint=_(AGAIN),
        ) from error


def _check_parts(archive: zipfile.ZipFile, called: str, limits: PackageLimits) -> None:
    parts = archive.infolist()
    if any(part.flag_bits & 1 for part in parts):
        raise InputError(
            _("{called} is a zip with a password.", called=called),
            hint=_("Unpack it with its password first."),
        )
    if len(parts) > limits.parts:
        raise too_large(called, _("it has {number:,} parts", number=len(parts)))
    if len({part.filename.lower() for part in parts}) != len(parts):
        raise InputError(
            _("{called} is damaged: it names a part twice.", called=called), hint=_(AGAIN)
        )
    for part in parts:
        burst = part.file_size > _PACKED_FROM and part.file_size > part.compress_size * _PACKED
        whole = not part.filename.startswith(_STREAMED) and part.file_size > limits.part
        if burst or whole:
            raise unpacked_too_large(called, part)
    unpacked = sum(part.file_size for part in parts)
    if unpacked > limits.unpacked:
        raise too_large(
            called, _("it would take {unpacked:,} MiB unzipped", unpacked=unpacked >> 20)
        )


def _check_elements(
    archive: zipfile.ZipFile, part: zipfile.ZipInfo, called: str, limits: PackageLimits
) -> None:
    """Refuse a part that is not XML, declares entities, or holds more than is read as a whole."""
    if part.file_size > limits.part:
        raise unpacked_too_large(called, part)
    if part.filename in _FORMULAS:
        limits = evolve(limits, attribute=_LONGEST_FORMULA, text=_LONGEST_FORMULA)
    counter = Counter(limits=limits)
    count = counter.start_listed if part.filename in _LISTS else counter.start

    def start(name: str, attributes: dict[str, str]) -> None:
        counter.start(name, attributes)
        check_relation(name, attributes)

    parser = expat.ParserCreate()
    parser.buffer_text = False
    parser.StartElementHandler = start if part.filename.endswith(".rels") else count
    parser.EndElementHandler = counter.end
    parser.CharacterDataHandler = counter.characters
    parser.StartDoctypeDeclHandler = _refuse_declaration
    try:
        with archive.open(part) as data:
            while chunk := data.read(_CHUNK):
                parser.Parse(chunk, False)  # noqa: FBT003 - expat takes it by place
            parser.Parse(b"", True)  # noqa: FBT003 - expat takes it by place
    except TooMuchError as error:
        raise part_too_large(called, part, error) from None
    except OutsideError as error:
        raise InputError(
            _(
                "{called} names a part of itself ({kind}) that is outside the file, in its part "
                "{filename}; no office program writes that, and it is not read.",
                called=called,
                kind=error,
                filename=part.filename,
            ),
            hint=_(AGAIN),
        ) from None
    except _DeclarationError:
        raise declares_entities(called, part.filename) from None
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise InputError(
            _(
                "{called} is damaged: its part {filename} is not XML ({error}).",
                called=called,
                filename=part.filename,
                error=xml_mistake(error),
            ),
            hint=_(AGAIN),
        ) from error


class _DeclarationError(Exception):
    """A part declares a document type, and entities with it."""


def _refuse_declaration(*_: object) -> None:
    raise _DeclarationError


def _check_rows(
    archive: zipfile.ZipFile, part: zipfile.ZipInfo, called: str, limits: PackageLimits
) -> bool:
    """Refuse a sheet whose cells stand so far out that filling up its rows takes for ever.

    Returns whether it has comments, CDATA or instructions, which no spreadsheet program writes and
    which divide no text: then it is to be looked through as other parts are.
    """
    rows, farthest, kept = 0, b"", b""
    listed: dict[bytes, int] = dict.fromkeys((*_COSTS, _FORMAT), 0)
    read = 0
    counter = PieceCounter(limits=limits)
    rows_end: int | None = None
    with archive.open(part) as data:
        # The last sign closes what was read before it, as the next tag does.
        for chunk in chain(iter(partial(data.read, 1 << 20), b""), (b"<",)):
            window = kept + chunk
            check_form(chunk, window, called, part.filename)
            counter.tags = rows_end is None
            try:
                counter.read(chunk)
            except TooMuchError as error:
                raise part_too_large(called, part, error) from None
            farthest = max(farthest, max(_FAR_CELL.findall(window), default=b""))
            whole = window.rfind(b"<")  # what begins there may go on in the next
            rows += len(_ROW.findall(window, 0, whole))
            # Among rows none of these stand, which is seen far sooner than by a pattern.
            if any(name in window for name in listed):
                for name in _OF_SHEET.findall(window, 0, whole):
                    listed[name] += 1
            if rows_end is None and b"sheetData" in window and (end := _ROWS_END.search(window)):
                rows_end = read - len(kept) + end.end()
            read += len(chunk)
            kept = window[whole:][:64] if whole >= 0 else b""
    # A format has a rule, or several.
    listed[b"cfRule"] = max(listed[b"cfRule"], listed.pop(_FORMAT))
    cost = sum(_COSTS[name] * number for name, number in listed.items())
    if cost > _MOST_OF_SHEET or (rows_end is not None and read - rows_end > _MOST_BELOW):
        much = _(
            "its part {filename} has {listed:,} columns, merged cells, formats and validations, or "
            "very many cells in one of them",
            filename=part.filename,
            listed=sum(listed.values()),
        )
        raise too_large(called, much)
    if rows > limits.rows:
        size = _("its part {filename} has {rows:,} rows", filename=part.filename, rows=rows)
        raise too_large(called, size)
    if farthest and rows * _column(farthest) > limits.cells:
        cells = _("{rows:,} rows up to column {column}", rows=rows, column=farthest.decode())
        raise too_large(
            called, _("its part {filename} has {cells}", filename=part.filename, cells=cells)
        )
    return counter.divided


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
