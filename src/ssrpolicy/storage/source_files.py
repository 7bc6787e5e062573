"""The text from which a record begins: read as it is, or refused with what yields text."""

from __future__ import annotations

import os
import shlex
import stat
from pathlib import Path

from attrs import frozen

from ssrpolicy.errors import InputError
from ssrpolicy.model.texts import unprintable_in

_LARGEST = 64 * 1024 * 1024
_START = 2_000
# Opening a pipe that nobody writes to would wait for ever. Systems without pipes lack the flag.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


@frozen(kw_only=True)
class _Format:
    """A format that is no plain text: what it is called, and the command that yields text."""

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
    data = _file_bytes(path)
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
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(
            f"{path} is not UTF-8: line {line} has the byte 0x{data[error.start]:02X}, which "
            "cannot stand there.",
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


def _file_bytes(path: Path) -> bytes:
    try:
        # A device is not even opened: some act on that.
        _check_kind(path, path.stat())
        with os.fdopen(os.open(path, _FLAGS), "rb") as file:
            _check_kind(path, os.fstat(file.fileno()))
            return file.read()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{path} cannot be read: {reason}.") from error


def _check_kind(path: Path, found: os.stat_result) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise InputError(f"{path} is not an ordinary file; name the letter's text.")
    if found.st_size > _LARGEST:
        raise InputError(f"{path} is larger than {_LARGEST // 2**20} MiB: that is no letter.")


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
