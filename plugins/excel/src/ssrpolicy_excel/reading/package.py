"""The file of a tracker, checked before any library opens it: whether it is a workbook."""

import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import BinaryIO
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException, DTDForbidden
from defusedxml.ElementTree import XMLParser, fromstring

from ssrpolicy.reporting import InputError

LARGEST = 2 << 30
"""The most bytes that all parts may come to; a tracker of 50,000 rows has a tenth of it."""

LARGEST_PART = 1 << 27
"""The most bytes of a part that is read as a whole: any but the sheets and their texts."""

MOST_PARTS = 10_000

# A sheet packs to a tenth or a thirtieth; only what was made to burst packs to this.
_PACKED = 250
_PACKED_FROM = 1 << 24

_STREAMED = ("xl/worksheets/", "xl/sharedStrings")
_XML = (".xml", ".rels", ".vml")
_MAIN = re.compile(r"xl/workbook\d*\.xml")
_CHUNK = 1 << 14
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
_SAVE_AS = "Open it in Excel or LibreOffice and save it as an Excel workbook (.xlsx)."
_MADE_BY_REPORT = "The tracker to merge is the file that `ssrpolicy report --to excel` made."
_ANOTHER = "Ask for the file again, or take an earlier copy of it."

# Zips that are not a workbook, by the name of a part: what is wrong, and what would work.
_OTHER_ZIPS = (
    ("^mimetype$", "This is an OpenDocument file, not an Excel workbook (.xlsx).", _SAVE_AS),
    (r"^xl/workbook\.bin$", "This is a binary workbook (.xlsb).", _SAVE_AS),
    ("^(word|ppt)/", "This is a Word or PowerPoint file, not a workbook (.xlsx).", _MADE_BY_REPORT),
    (r"(?i)\.xlsx$", "This is a zip that holds workbooks, {} among them.", "Unpack it first."),
    ("^xl/", "The workbook is damaged: its main part is missing.", _ANOTHER),
    ("", "This is a zip, but not a workbook (.xlsx).", _MADE_BY_REPORT),
)

# What reading a zip raises where its bytes are not what they were: a place before the file's
# start is a ValueError, a flag that was flipped a RuntimeError.
_DAMAGE = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, ValueError, RuntimeError)


def check_package(stream: BinaryIO) -> list[str]:
    """Return the names of a workbook's parts.

    Raises InputError, with what would work, where the stream holds no workbook to be read. Only
    the beginnings of its parts are unzipped, so that an absurd file takes no time.
    """
    stream.seek(0)
    start = stream.read(4_096)
    if not start.startswith(b"PK"):
        raise _not_a_zip(start, stream)
    stream.seek(0)
    with damage_as_input_error(), zipfile.ZipFile(stream) as archive:
        _check_sizes(archive)
        _check_kind(archive)
        for part in archive.infolist():
            if part.filename.lower().endswith(_XML):
                _check_prolog(archive, part.filename)
        _check_sheets(archive)
        if _STRICT in archive.read(_main_part(archive) or ""):
            raise InputError(
                "The workbook is in the Strict Open XML form, which cannot be read here.",
                hint="In Excel, save it as “Excel Workbook (.xlsx)”, the kind without “Strict”.",
            )
        names = archive.namelist()
    stream.seek(0)
    return names


@contextmanager
def damage_as_input_error() -> Iterator[None]:
    """Raise what reading a damaged zip raises as an InputError."""
    try:
        yield
    except _DAMAGE as error:
        raise InputError(
            f"The workbook is damaged or incomplete: {str(error) or 'it ends too early'}.",
            hint=_ANOTHER,
        ) from error


def _not_a_zip(start: bytes, stream: BinaryIO) -> InputError:
    if not start:
        return InputError("The file is empty.", hint=_ANOTHER)
    if start.startswith(_OLE):
        stream.seek(0)
        if _holds(stream, _ENCRYPTED):
            return InputError(
                "The workbook is encrypted with a password.",
                hint="Open it in Excel with its password, take the password away under File, "
                "Info, Protect Workbook, and save it.",
            )
        return InputError(
            "This is a workbook in the old form of Excel (.xls), or another old Office file.",
            hint=_SAVE_AS,
        )
    shown = start.lstrip(b"\xef\xbb\xbf \t\r\n")[:512].lower()
    if shown.startswith(b"<"):
        return InputError("This is a page or XML file, not a workbook (.xlsx).", hint=_SAVE_AS)
    if shown.startswith(b"%pdf"):
        hint = "Ask for the workbook itself."
        return InputError("This is a PDF, not a workbook (.xlsx).", hint=hint)
    return InputError("This is not a workbook (.xlsx).", hint=_MADE_BY_REPORT)


def _holds(stream: BinaryIO, wanted: bytes) -> bool:
    kept = b""
    while chunk := stream.read(1 << 20):
        if wanted in kept + chunk:
            return True
        kept = chunk[-len(wanted) :]
    return False


def _check_sizes(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    if any(part.flag_bits & 1 for part in parts):
        raise InputError(
            "The file is a zip with a password, not a workbook (.xlsx).",
            hint="Unpack it with its password first.",
        )
    whole = sum(part.file_size for part in parts)
    large = next((part for part in parts if _is_absurd(part)), None)
    if len(parts) <= MOST_PARTS and whole <= LARGEST and large is None:
        return
    if large is not None:
        size = f"its part {large.filename} alone would take {large.file_size >> 20:,} MiB unzipped"
    elif whole > LARGEST:
        size = f"it would take {whole >> 20:,} MiB unzipped"
    else:
        size = f"it has {len(parts):,} parts"
    raise InputError(
        f"The workbook is absurdly large: {size}.",
        hint="Copy the sheets of the tracker into a file without whatever was added, or take an "
        "earlier copy.",
    )


def _is_absurd(part: zipfile.ZipInfo) -> bool:
    if part.file_size > _PACKED_FROM and part.file_size > part.compress_size * _PACKED:
        return True
    name = part.filename
    whole = name.lower().endswith(_XML) and not name.startswith(_STREAMED)
    return whole and part.file_size > LARGEST_PART


def _check_kind(archive: zipfile.ZipFile) -> None:
    names = set(archive.namelist())
    if len(names) != len(archive.namelist()):
        raise InputError("The workbook is damaged: it names a part twice.", hint=_ANOTHER)
    if _main_part(archive) is not None and "[Content_Types].xml" in names:
        return
    for pattern, message, hint in _OTHER_ZIPS:
        found = [name for name in sorted(names) or [""] if re.search(pattern, name)]
        if found:
            raise InputError(message.format(found[0]), hint=hint)


def _check_sheets(archive: zipfile.ZipFile) -> None:
    """Refuse a workbook that lacks the part of a sheet, which openpyxl would skip in silence."""
    names = set(archive.namelist())
    relations = f"xl/_rels/{posixpath.basename(_main_part(archive) or '')}.rels"
    parts = [relations]
    if relations in names:
        parts += [
            posixpath.normpath(posixpath.join("/xl", relation.get("Target", "")))[1:]
            for relation in fromstring(archive.read(relations), forbid_dtd=True)
            if relation.get("Type", "").endswith("/worksheet")
        ]
    if missing := next((part for part in parts if part not in names), None):
        raise InputError(f"The workbook is damaged: its part {missing} is missing.", hint=_ANOTHER)


def _main_part(archive: zipfile.ZipFile) -> str | None:
    # Excel on the web numbers it.
    return next((name for name in archive.namelist() if _MAIN.fullmatch(name)), None)


def _check_prolog(archive: zipfile.ZipFile, name: str) -> None:
    """Refuse a part with a declaration, which can only stand before its first element."""
    begun: list[object] = []
    target = SimpleNamespace(start=lambda *element: begun.append(element))
    parser = XMLParser(target=target, forbid_dtd=True)
    with archive.open(name) as part:
        try:
            while not begun and (chunk := part.read(_CHUNK)):
                parser.feed(chunk)
        except (DTDForbidden, DefusedXmlException) as error:
            raise InputError(
                f"The workbook declares XML entities or a document type, in its part {name}; "
                "no office program writes that, and it is not read.",
                hint=_ANOTHER,
            ) from error
        except (ParseError, LookupError, ValueError) as error:
            raise InputError(
                f"The workbook is damaged: its part {name} is not XML ({error}).", hint=_ANOTHER
            ) from error
