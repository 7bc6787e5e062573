"""A template that a user gives: opened with care, and made ready to take a document."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import TYPE_CHECKING

import docx
from docx.opc.constants import CONTENT_TYPE

from ssrpolicy import InputError, OptionError
from ssrpolicy.reporting import (
    InputFile,
    PackageLimits,
    check_office_package,
    marked,
    package_damage_reported,
)
from ssrpolicy_word.messages import _
from ssrpolicy_word.parts import PartError, W, parsed
from ssrpolicy_word.template.archive import Archive
from ssrpolicy_word.template.cleaning import clean_template, drop_unused, report_findings, target_of
from ssrpolicy_word.template.insertion_point import mark_insertion_point

if TYPE_CHECKING:
    from docx.parts.document import DocumentPart

_MAIN_TYPES = {
    CONTENT_TYPE.WML_DOCUMENT_MAIN,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
}
_STRICT = "http://purl.oclc.org/ooxml/"
# Nobody designs a template of so many elements; python-docx keeps each of them.
_LIMITS = PackageLimits(elements=40_000, unpacked=100 << 20)
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK"
_ON = ("1", "true", "on")
_SAVE = marked("Open it in Word and save it anew as a template (.dotx) or a document (.docx).")


def open_template(template: InputFile, remark: Callable[[str], None]) -> DocumentPart:
    """Return the main part of a template, opened with python-docx.

    Only house style, and text that a reader sees, is kept; what else is left out, such as macros
    and comments, is reported through ``remark``. Where the document goes is marked in it. Raises
    OptionError for a file that is not a Word document, or is damaged, encrypted or protected.
    """
    name = template.name
    try:
        archive = Archive.of(_files(template))
        main = _main_part(archive)
        _refuse_protected(archive, main, name)
        found = clean_template(archive)
        root = parsed(main, archive.parts[main])
        mark_insertion_point(root, name)
        drop_unused(archive, root, main)
        opened = docx.Document(archive.packed()).part
    except (PartError, RecursionError) as error:
        raise OptionError(
            _(
                "The template {name} cannot be opened as a Word document: {error}.",
                name=name,
                error=error,
            ),
            hint=_(_SAVE),
        ) from None
    report_findings(found, name, remark)
    return opened


def _files(template: InputFile) -> dict[str, bytes]:
    """The files of the package, read with a limit; raises OptionError."""
    name, data = template.name, template.data
    if not data.startswith((_COMPOUND, _ZIP)):
        raise OptionError(
            _("The template {name} is not a Word document.", name=name),
            hint=_("It takes a .docx, .dotx, .docm or .dotm."),
        )
    called = _("The template {name}", name=name)
    try:
        check_office_package(data, called=called, limits=_LIMITS)
        with package_damage_reported(called), zipfile.ZipFile(io.BytesIO(data)) as package:
            return {part.filename: package.read(part) for part in package.infolist()}
    except InputError as error:
        raise OptionError(error.message, hint=error.hint) from None


def _main_part(archive: Archive) -> str:
    """The name of the main part; raises PartError where it is not Word's."""
    name = archive.main()
    if name is None:
        raise PartError(_("it leads to no main part"))
    root = parsed(name, archive.parts[name])
    relations = archive.relations.get(name, ())
    spaces = [*root.nsmap.values(), *(each.get("Type") for each in relations)]
    if any(_STRICT in (space or "") for space in spaces):
        raise PartError(_("it is saved as Strict Open XML"))
    if archive.types[name] not in _MAIN_TYPES or root.tag != W("document"):
        raise PartError(_("its main part, {name}, is not a text of Word's", name=name))
    if root.find(W("body")) is None:
        raise PartError(_("its main part, {name}, has no body", name=name))
    if len(root.findall(W("body"))) > 1:
        raise PartError(_("its main part, {name}, has more than one body", name=name))
    # Under the type of a template, or of a document with macros, python-docx would refuse it.
    archive.types[name] = CONTENT_TYPE.WML_DOCUMENT_MAIN
    return name


def _refuse_protected(archive: Archive, main: str, name: str) -> None:
    """Refuse a template in which no text may be changed; the note could not be edited either."""
    settings = target_of(archive, main, "settings")
    if settings is None or settings not in archive.parts:
        return
    protection = parsed(settings, archive.parts[settings]).find(W("documentProtection"))
    if protection is None or protection.get(W("enforcement"), "0").lower() not in _ON:
        return
    kinds = {
        "readOnly": _("reading only"),
        "comments": _("comments only"),
        "forms": _("filling in forms"),
    }
    if allowed := kinds.get(protection.get(W("edit"), "")):
        raise OptionError(
            _("The template {name} is protected: it allows {allowed}.", name=name, allowed=allowed),
            hint=_(
                "In Word, stop the protection: Review > Restrict Editing > Stop Protection, "
                "and save it."
            ),
        )
