"""The file of a tracker, checked before any library opens it: whether it is a workbook."""

import posixpath
import re
import zipfile
from collections.abc import Sequence
from typing import BinaryIO

from defusedxml.ElementTree import fromstring

from ssrpolicy.reporting import (
    InputError,
    PackageLimits,
    check_office_package,
    marked,
    package_damage_reported,
)
from ssrpolicy_excel.messages import _

_MAIN = re.compile(r"xl/workbook\d*\.xml")
_LOOKED_THROUGH = re.compile(r"\Axl/worksheets/|(?i:\.(?:xml|rels|vml))\Z")
_STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
_SAVE_AS = marked("Open it in Excel or LibreOffice and save it as an Excel workbook (.xlsx).")
_MADE_BY_REPORT = marked(
    "The tracker to merge is the file that `ssrpolicy report --to excel` made."
)
_ANOTHER = marked("Ask for the file again, or take an earlier copy of it.")

CALLED = marked("The workbook")
_LIMITS = PackageLimits(parts=10_000)

# Files that are not a workbook, by how they begin in small letters.
_OTHER_FILES = (
    (b"<", marked("This is a page or XML file, not a workbook (.xlsx)."), _SAVE_AS),
    (
        b"%pdf",
        marked("This is a PDF, not a workbook (.xlsx)."),
        marked("Ask for the workbook itself."),
    ),
)
# Zips that are not a workbook, by the name of a part: what is wrong, and what would work.
_OTHER_ZIPS = (
    (
        "^mimetype$",
        marked("This is an OpenDocument file, not an Excel workbook (.xlsx)."),
        _SAVE_AS,
    ),
    (r"^xl/workbook\.bin$", marked("This is a binary workbook (.xlsb)."), _SAVE_AS),
    (
        "^(word|ppt)/",
        marked("This is a Word or PowerPoint file, not a workbook (.xlsx)."),
        _MADE_BY_REPORT,
    ),
    (
        r"(?i)\.xlsx$",
        marked("This is a zip that holds workbooks, {name:.120} among them."),
        marked("Unpack it first."),
    ),
    ("^xl/", marked("The workbook is damaged: its main part is missing."), _ANOTHER),
    ("", marked("This is a zip, but not a workbook (.xlsx)."), _MADE_BY_REPORT),
)


def check_package(stream: BinaryIO) -> list[str]:
    """Return the names of a workbook's parts.

    Raises InputError, with what would work, where the stream holds no workbook to be read. Only
    the beginnings of its parts are unzipped, so that an absurd file takes no time.
    """
    stream.seek(0)
    start = stream.read(4_096).lstrip(b"\xef\xbb\xbf \t\r\n")[:512].lower()
    for beginning, message, hint in _OTHER_FILES:
        if start.startswith(beginning):
            raise InputError(_(message), hint=_(hint))
    if start and not start.startswith((b"pk", b"\xd0\xcf\x11\xe0")):
        raise InputError(_("This is not a workbook (.xlsx)."), hint=_(_MADE_BY_REPORT))
    names = check_office_package(stream, called=_(CALLED), limits=_LIMITS, check_names=_check_kind)
    with package_damage_reported(_(CALLED)), zipfile.ZipFile(stream) as archive:
        _check_sheets(archive)
        if _STRICT in archive.read(_main_part(names) or ""):
            raise InputError(
                _("The workbook is in the Strict Open XML form, which cannot be read here."),
                hint=_("In Excel, save it as “Excel Workbook (.xlsx)”, the kind without “Strict”."),
            )
    stream.seek(0)
    return list(names)


def _check_kind(names: Sequence[str]) -> None:
    if _main_part(names) is not None and "[Content_Types].xml" in names:
        return
    for pattern, message, hint in _OTHER_ZIPS:
        found = [name for name in sorted(names) or [""] if re.search(pattern, name)]
        if found:
            raise InputError(_(message, name=found[0]), hint=_(hint))


def _check_sheets(archive: zipfile.ZipFile) -> None:
    """Refuse a workbook that lacks the part of a sheet, which openpyxl would skip in silence."""
    names = set(archive.namelist())
    relations = f"xl/_rels/{posixpath.basename(_main_part(archive.namelist()) or '')}.rels"
    parts = [relations]
    if relations in names:
        parts += [
            posixpath.normpath(posixpath.join("/xl", relation.get("Target", "")))[1:]
            for relation in fromstring(archive.read(relations), forbid_dtd=True)
            if relation.get("Type", "").endswith("/worksheet")
        ]
    if missing := next((part for part in parts if part not in names), None):
        raise InputError(
            _("The workbook is damaged: its part {missing} is missing.", missing=missing),
            hint=_(_ANOTHER),
        )
    # The gate looks through these; what it did not look through is not parsed.
    if other := next((part for part in parts if not _LOOKED_THROUGH.search(part)), None):
        raise InputError(
            _(
                "The workbook keeps a sheet in its part {part:.120}; no office program does that, "
                "and it is not read.",
                part=other,
            ),
            hint=_(_ANOTHER),
        )


def _main_part(names: Sequence[str]) -> str | None:
    # Excel on the web numbers it.
    return next((name for name in names if _MAIN.fullmatch(name)), None)
