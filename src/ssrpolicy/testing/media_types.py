"""Whether a file is what its suffix and its media type say."""

from __future__ import annotations

import csv
import io
import json
import mimetypes
import re
import zipfile

_PACKAGES = ("application/vnd.openxmlformats-", "application/vnd.oasis.opendocument.")
# What not every Python has in its table.
_OFFICE = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odt": "application/vnd.oasis.opendocument.text",
}
_ANYTHING = ("text/plain", "application/octet-stream")
# What spreadsheets take for the beginning of a formula, but for numbers.
_FORMULA = re.compile(r"[=+\-@\t\r]")
_NUMBER = re.compile(r"[+-]?[0-9]+([.,][0-9]+)?%?")
_SEPARATED = {"text/csv": ",;\t", "text/tab-separated-values": "\t"}


def suffix_fault(suffix: str, media_type: str) -> str | None:
    """Return why a suffix does not go with a media type; None where it may."""
    # Python's own table, and not that of the machine, which may know more or less.
    table = mimetypes.MimeTypes()
    kind, last = _plain(media_type), suffix.lower().rpartition(".")[2]
    for office, its_kind in _OFFICE.items():
        table.add_type(its_kind, f".{office}")
    usual = table.guess_all_extensions(kind)
    if f".{last}" in usual or kind.endswith((f"/{last}", f"+{last}")):
        return None
    if usual and kind not in _ANYTHING:
        return f"files of {kind} end in {' or '.join(usual)}, and not in .{suffix}"
    of_suffix = table.guess_type(f"report.{last}")[0]
    if of_suffix is None or kind == "application/octet-stream":
        return None
    if kind == "text/plain" and of_suffix.startswith("text/"):
        return None
    return f"a file that ends in .{suffix} is {of_suffix}, and not {kind}"


def content_fault(media_type: str, data: bytes) -> str | None:
    """Return why bytes are not of a media type; None where they are, or it cannot be determined."""
    kind = _plain(media_type)
    if kind.startswith(_PACKAGES) or kind.endswith(("/zip", "+zip")):
        return None if zipfile.is_zipfile(io.BytesIO(data)) else f"{kind} is a zip package"
    if kind == "application/pdf":
        return None if data.startswith(b"%PDF-") else "a PDF begins with %PDF-"
    if not (kind.startswith("text/") or kind.endswith(("/json", "+json", "/xml", "+xml"))):
        return None
    try:
        text = data.decode(_charset(media_type))
    except (UnicodeDecodeError, LookupError) as error:
        return f"{kind} is text, in {_charset(media_type)}: {error}"
    try:
        if kind.endswith(("/json", "+json")):
            json.loads(text)
    except ValueError as error:
        return f"it is not JSON: {error}"
    return None


def formula_fault(media_type: str, data: bytes) -> str | None:
    """Return the first cell of a table as text that spreadsheets would calculate; else None."""
    separators = _SEPARATED.get(_plain(media_type))
    if separators is None:
        return None
    text = data.decode(_charset(media_type)).removeprefix("\ufeff")
    header = text.partition("\n")[0]
    separator = max(separators, key=header.count)
    for number, row in enumerate(csv.reader(io.StringIO(text), delimiter=separator), start=1):
        for cell in row:
            if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell):
                return (
                    f"row {number} has a cell that a spreadsheet calculates: {cell!r:.80}; put an "
                    "apostrophe before it"
                )
    return None


def _charset(media_type: str) -> str:
    return media_type.partition("charset=")[2].strip() or "utf-8"


def _plain(media_type: str) -> str:
    return media_type.partition(";")[0].strip()
