"""The text from which a record begins: read as it is, or refused with what yields text."""

import re
import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from ssrpolicy.errors import InputError
from ssrpolicy.messages import _, marked
from ssrpolicy.storage.names import name_fault, portable_name
from ssrpolicy.storage.reading import NotUtf8Error, read_file, utf8_text

LARGEST_SOURCE: Final = 64 * 1024 * 1024
"""The most bytes that a file has with which a record begins."""
_LARGEST_TEXT: Final = 8 * 1024 * 1024
_START = 2_000


# Formats that are not plain text: what each is called, and the command that yields text.
_COMMANDS: Final = {
    marked("a PDF"): "pdftotext -layout {path} {text}",
    marked("a Word or other office document"): (
        "soffice --headless --convert-to txt:Text:UTF8 --outdir text {path}"
    ),
    "RTF": "soffice --headless --convert-to txt:Text:UTF8 --outdir text {path}",
    # No command makes the text of one letter of these.
    marked("a workbook, a presentation or a zip"): None,
    marked("a web page (HTML)"): "lynx -dump -nolist -width=100 {path} > {text}",
    "XML": 'xmllint --xpath "string(/)" {path} > {text}',
    "UTF-16": "iconv -f UTF-16 -t UTF-8 {path} > {utf8}",
}
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MEDIA_TYPES: Final = {
    "a PDF": "application/pdf",
    "a Word or other office document": _WORD,
    "a web page (HTML)": "text/html",
    "XML": "application/xml",
}
# How data for programs begin: an object or a list, a table's header or a key with its value.
# Compiled where they are first used.
_JSON: Final = r"\s*(?:\{\s*[\"}]|\[\s*(?:[{\"\]]|-?\d+\s*[,\]]|\[\s*[\"\d{\]]))"
_TOML: Final = (
    r"(?:[ \t]*(?:#[^\n]*)?\n)*[ \t]*(?:\[\[[\w.-]+\]\]|\[[a-z_][a-z0-9_.-]*\])?\s*"
    r"[A-Za-z_][\w.-]*[ \t]*=[ \t]*[\"'\[{\d]"
)
#: The lines above a message, of which one is what only programs write: "MIME-Version: 1.0".
_MESSAGE: Final = (
    r"(?:[A-Za-z][A-Za-z-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){0,60}?(?i:MIME-Version: *\d|"
    r"Message-ID: *<|Return-Path: *<|Received: *(?:from|by) |Content-Type: *[a-z]+/[a-z])"
)
_QUOTED_CELLS: Final = r'"[^"]*"(?:[;,\t|]"[^"]*")+'
_MOST_LINES: Final = 20
_FEWEST_ROWS: Final = 3
_FIRST_SIGN: Final = 0x20
_MOST_ODD: Final = 0.05
_FEWEST_PAIRED: Final = 64
_NO_LETTERS = (".xlsx", ".xlsm", ".xls", ".ods", ".pptx", ".ppt", ".odp", ".zip")
_LETTERS = (".docx", ".docm", ".dotx", ".odt")
_NO_LETTER_PARTS = (b"xl/workbook", b"ppt/presentation", b"opendocument.spreadsheet")
#: A zip that holds neither is not of an office program.
_OFFICE_PARTS = (b"[Content_Types].xml", b"[content_types].xml", b"opendocument.")
_ZIP = b"pk\x03\x04"
_WINDOWS = "iconv -f WINDOWS-1252 -t UTF-8 {path} > {utf8}"


def source_bytes(path: Path) -> bytes:
    """Return the bytes of a source that is plain text in UTF-8.

    Raises InputError for anything else, with the name of a command that yields such text.
    """
    data = read_file(path, largest=LARGEST_SOURCE)
    if other := _other_format(path, data):
        raise InputError(
            _("{path} is {other}; a record keeps plain text.", path=path, other=_(other)),
            hint=_("A record begins with the words of one letter, as plain text in UTF-8.")
            if (command := _COMMANDS[other]) is None
            else _(
                "{package} reads it, if it is installed. This yields text, too: {command}",
                package="ssrpolicy-sources",
                command=_command(command, path),
            )
            if other in _MEDIA_TYPES
            else _("This yields text: {command}", command=_command(command, path)),
        )
    if data_format := _data_format(path, data):
        raise InputError(
            _("{path} is {format}, and not a letter.", path=path, format=data_format),
            hint=_("Name the letter itself, as plain text in UTF-8; of a table, copy its text."),
        )
    if b"\x00" in data or _is_binary(data):
        raise InputError(
            _("{path} is not text: it holds bytes that no text has.", path=path),
            hint=_("Name the letter as plain text in UTF-8."),
        )
    try:
        text = utf8_text(data)
    except NotUtf8Error as error:
        raise InputError(
            f"{path} {error}.",
            hint=_(
                "Where it is in the Windows encoding (Latin-1), this yields UTF-8: {command}",
                command=_command(_WINDOWS, path),
            ),
        ) from None
    if not text.strip("\ufeff \t\r\n\f"):
        raise InputError(_("{path} is empty; a record needs the words of its letter.", path=path))
    check_length(data, path)
    return data


def check_length(text: bytes, path: Path) -> None:
    """Raise InputError for a text that is longer than that of any one paper."""
    if len(text) > _LARGEST_TEXT:
        raise InputError(
            _(
                "The text of {path} is larger than {largest} MiB, longer than any one paper.",
                path=path,
                largest=_LARGEST_TEXT >> 20,
            ),
            hint=_("Divide it, such as by its chapters, and record each part by itself."),
        )


def media_type_of(path: Path, data: bytes) -> str | None:
    """Return the media type of a file by how its bytes begin; None where that is not known."""
    other = _other_format(path, data)
    return None if other is None else _MEDIA_TYPES.get(other)


def name_of_copy(path: Path) -> str:
    """Return the name under which a source is copied: its own, if every system can hold that."""
    name = path.name
    if fault := name_fault(name):
        raise InputError(
            _(
                "The file name {name!r:.120} {fault}, and a record must be readable everywhere.",
                name=name,
                fault=fault,
            ),
            hint=_("Give the file another name, such as {name}.", name=portable_name(name)),
        )
    return name


def _other_format(path: Path, data: bytes) -> str | None:
    """Return what a file that is not plain text is, or None."""
    start = data[:_START].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    suffix = path.suffix.lower()
    if start.startswith(b"%pdf"):
        return "a PDF"
    if start.startswith((_ZIP, b"\xd0\xcf\x11\xe0", b"{\\rtf")):
        kinds = ("a Word or other office document", "a workbook, a presentation or a zip")
        return "RTF" if start.startswith(b"{") else kinds[_is_no_letter(suffix, data)]
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or _looks_like_utf_16(data):
        return "UTF-16"
    if start.startswith((b"<!doctype html", b"<html")) or suffix in {".html", ".htm", ".xhtml"}:
        return "a web page (HTML)"
    if start.startswith((b"<?xml", b"<!doctype")) or suffix == ".xml":
        return "a web page (HTML)" if b"<html" in start else "XML"
    return None


def _is_no_letter(suffix: str, data: bytes) -> bool:
    """Whether an office document or a zip is of a kind that no letter is."""
    if suffix in _NO_LETTERS or any(part in data for part in _NO_LETTER_PARTS):
        return True
    if suffix in _LETTERS or data[: len(_ZIP)].lower() != _ZIP:
        return False
    return not any(part in data for part in _OFFICE_PARTS)


def _data_format(path: Path, data: bytes) -> str | None:
    """Return what data for programs a file holds, by its name or its first lines; or None."""
    suffix = path.suffix.lower()
    start = data[:_START].removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
    whole = start.splitlines()[: None if len(data) <= _START else -1]
    lines = [line for line in whole if line.strip()][:_MOST_LINES]
    if suffix in {".json", ".jsonl"} or re.match(_JSON, start):
        return "JSON"
    if suffix == ".toml" or re.match(_TOML, start):
        return "TOML"
    if suffix in {".yaml", ".yml"}:
        return "YAML"
    if suffix == ".eml" or re.match(_MESSAGE, start):
        return _("an e-mail message")
    if suffix == ".ics" or start.startswith("BEGIN:VCALENDAR"):
        return _("a calendar")
    return _("a table (CSV)") if suffix in {".csv", ".tsv", ".tab"} or _is_table(lines) else None


def _is_table(lines: Sequence[str]) -> bool:
    """Whether each line is a row of a table: as many cells as the others, or all in quotes."""
    if lines and all(re.fullmatch(_QUOTED_CELLS, line) for line in lines):
        return True
    for separator in ";\t|,":
        counts = {line.strip().count(separator) for line in lines}
        if len(lines) < _FEWEST_ROWS or len(counts) > 1 or counts.pop() < 1 + (separator == ","):
            continue
        prose = sum(_is_prose(line.strip(), separator) for line in lines)
        return prose == 0 if separator == "," else prose * 2 < len(lines)
    return False


def _is_prose(line: str, separator: str) -> bool:
    """Whether a line has the signs between its words that sentences have, or ends as they do."""
    if separator != "\t" and f"{separator} " in line and not line.startswith("|"):
        return True
    return line.endswith((".", "?", "!", ":", ";", ","))


def _is_binary(data: bytes) -> bool:
    """Whether the beginning holds control characters as no text does."""
    start = data[:_START]
    odd = sum(byte < _FIRST_SIGN and byte not in b"\t\n\r\f\x1b" for byte in start)
    return odd > _MOST_ODD * len(start)


def _looks_like_utf_16(data: bytes) -> bool:
    """Whether every other byte of the beginning is zero, as in Latin letters without a mark.

    A few bytes of an odd number are not pairs; of a longer text the last byte may be lost.
    """
    if len(data) % 2 and len(data) < _FEWEST_PAIRED:
        return False
    start = data[: min(_START, len(data) // 2 * 2)]
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
