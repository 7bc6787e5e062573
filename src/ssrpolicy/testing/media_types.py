"""Whether a file is what its suffix and its media type say."""

from __future__ import annotations

import csv
import html
import io
import json
import mimetypes
import re
import zipfile
from collections.abc import Iterable
from xml.parsers import expat

from ssrpolicy.views import is_formula

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
# What is opened as the text that it is: a page of HTML and a table are not.
_READ_AS_TEXT = ("text/plain", "text/markdown", "text/x-")
# So far into a file the host looks for the mark of its reporter.
_START = 4096
# A number may be calculated, and what stands after an apostrophe is not.
_NUMBER = re.compile(r"[+-]?[0-9]+([.,][0-9]+)?%?")
# By kind of workbook: the parts that have cells, and how a formula stands in them.
_FORMULAS = {
    _OFFICE["xlsx"]: (
        r"xl/worksheets/[^/]+\.xml",
        re.compile(r"<(?:\w+:)?f(?:\s[^>]*)?>([^<]*)</"),
    ),
    _OFFICE["ods"]: (r"content\.xml", re.compile(r'table:formula="(?:\w+:)?=?([^"]*)"')),
}
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
    if kind == "text/plain" and of_suffix.startswith(_READ_AS_TEXT):
        return None
    return f"a file that ends in .{suffix} is {of_suffix}, and not {kind}"


def content_fault(media_type: str, data: bytes, mark: bytes | None = None) -> str | None:
    """Return why bytes are not of a media type, or have no mark of their reporter near their start.

    None where they have, or where it cannot be determined.
    """
    if mark is not None and mark not in data[:_START]:
        return f"the mark {mark!r} is not among its first {_START:,} bytes"
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
    return _syntax_fault(kind, text)


def _syntax_fault(kind: str, text: str) -> str | None:
    try:
        if kind.endswith(("/json", "+json")):
            json.loads(text)
        elif kind.endswith(("/xml", "+xml")):
            expat.ParserCreate(encoding="utf-8").Parse(text.encode(), True)  # noqa: FBT003 - expat takes it by place
    except (ValueError, expat.ExpatError) as error:
        return f"it is not {'JSON' if kind.endswith('json') else 'XML'}: {error}"
    return None


def formula_fault(media_type: str, data: bytes, texts: Iterable[str]) -> str | None:
    """Return the first cell that a spreadsheet would calculate, of a table as text or a workbook.

    In a workbook formulas may stand on purpose: there it is one of the ``texts`` that does.
    """
    if found := _FORMULAS.get(_plain(media_type)):
        return _workbook_fault(data, *found, texts)
    separators = _SEPARATED.get(_plain(media_type))
    if separators is None:
        return None
    text = data.decode(_charset(media_type)).removeprefix("\ufeff")
    header = text.partition("\n")[0]
    separator = max(separators, key=header.count)
    for number, row in enumerate(csv.reader(io.StringIO(text), delimiter=separator), start=1):
        for cell in row:
            if is_formula(cell) and not cell.startswith("'") and not _NUMBER.fullmatch(cell):
                return (
                    f"row {number} has a cell that a spreadsheet calculates: {cell!r:.80}; put an "
                    "apostrophe before it"
                )
    return None


def _workbook_fault(
    data: bytes, part: str, formula: re.Pattern[str], texts: Iterable[str]
) -> str | None:
    calculated = {text.strip().removeprefix("=") for text in texts if text.strip()[:1] == "="}
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if not re.fullmatch(part, name):
                continue
            for found in formula.finditer(package.read(name).decode("utf-8", "replace")):
                if (words := html.unescape(found[1])) in calculated:
                    return f"{name} has a text as a formula: {f'={words}'!r:.80}; write it as text"
    return None


def _charset(media_type: str) -> str:
    return media_type.partition("charset=")[2].strip() or "utf-8"


def _plain(media_type: str) -> str:
    return media_type.partition(";")[0].strip()
