"""The text from which a record begins: read as it is, or refused with what yields text."""

import shlex
from pathlib import Path

from attrs import frozen

from ssrpolicy.errors import InputError
from ssrpolicy.model import unprintable_in
from ssrpolicy.storage.reading import NotUtf8Error, read_file, utf8_text

_LARGEST = 64 * 1024 * 1024
_START = 2_000


@frozen(kw_only=True)
class _Format:
    """A format that is not plain text: what it is called, and the command that yields text."""

    name: str
    command: str


_PDF = _Format(name="a PDF", command="pdftotext -layout {path} {text}")
_OFFICE = _Format(
    name="a Word or other office document",
    command="soffice --headless --convert-to txt:Text:UTF8 --outdir text {path}",
)
_WEB_PAGE = _Format(
    name="a web page (HTML)", command="lynx -dump -nolist -width=100 {path} > {text}"
)
_XML = _Format(name="XML", command='xmllint --xpath "string(/)" {path} > {text}')
_UTF_16 = _Format(name="UTF-16", command="iconv -f UTF-16 -t UTF-8 {path} > {utf8}")
_WINDOWS = "iconv -f WINDOWS-1252 -t UTF-8 {path} > {utf8}"


def source_bytes(path: Path) -> bytes:
    """Return the bytes of a source that is plain text in UTF-8.

    Raises InputError for anything else, with the name of a command that yields such text.
    """
    data = read_file(path, largest=_LARGEST)
    if other := _other_format(path, data):
        raise InputError(
            f"{path} is {other.name}; a record keeps plain text.",
            hint=f"This yields text: {_command(other.command, path)}",
        )
    if b"\x00" in data:
        raise InputError(
            f"{path} is not text: it holds bytes that no text has.",
            hint="Name the letter as plain text in UTF-8.",
        )
    try:
        text = utf8_text(data)
    except NotUtf8Error as error:
        raise InputError(
            f"{path} {error}.",
            hint=f"Where it is in the Windows encoding (Latin-1), this yields UTF-8: "
            f"{_command(_WINDOWS, path)}",
        ) from None
    if not text.strip("\ufeff \t\r\n\f"):
        raise InputError(f"{path} is empty; a record needs the words of its letter.")
    return data


def name_of_copy(path: Path) -> str:
    """Return the name under which a source is copied: its own, if a record can hold that."""
    name = path.name
    if unprintable_in(name) or "\\" in name:
        raise InputError(
            f"The file name {name!r} has characters that a record cannot hold.",
            hint="Give the file a name of letters, digits, hyphens and points.",
        )
    return name


def _other_format(path: Path, data: bytes) -> _Format | None:
    start = data[:_START].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    suffix = path.suffix.lower()
    if start.startswith(b"%pdf"):
        return _PDF
    if start.startswith((b"pk\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf")):
        return _OFFICE
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or _looks_like_utf_16(data):
        return _UTF_16
    if start.startswith((b"<!doctype html", b"<html")) or suffix in {".html", ".htm", ".xhtml"}:
        return _WEB_PAGE
    if start.startswith((b"<?xml", b"<!doctype")) or suffix == ".xml":
        return _WEB_PAGE if b"<html" in start else _XML
    return None


def _looks_like_utf_16(data: bytes) -> bool:
    """Whether every other byte of the beginning is zero, as in Latin letters without a mark."""
    start = data[:_START] if len(data) >= _START else data[: len(data) // 2 * 2]
    evens, odds = start[::2], start[1::2]
    return bool(start) and any(
        zeros.count(0) > 0.9 * len(zeros) and not letters.count(0)
        for zeros, letters in ((evens, odds), (odds, evens))
    )


def _command(command: str, path: Path) -> str:
    # No command may write over the file that it reads, whatever that is called.
    text = f"{path.stem}-text.txt" if path.suffix.lower() == ".txt" else f"{path.stem}.txt"
    names = {"path": str(path), "text": text, "utf8": f"{path.stem}-utf8.txt"}
    return command.format_map({key: shlex.quote(name) for key, name in names.items()})
