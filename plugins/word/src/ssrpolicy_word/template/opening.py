"""A template that a user gives: opened with care, and made ready to take a document."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable
from typing import TYPE_CHECKING

import docx
from docx.opc.constants import CONTENT_TYPE

from ssrpolicy import OptionError
from ssrpolicy.reporting import InputFile
from ssrpolicy_word.parts import PartError, W, drop_relations, kind, parsed, related_xml
from ssrpolicy_word.template.archive import Archive

if TYPE_CHECKING:
    from docx.parts.document import DocumentPart

_MAIN_TYPES = {
    CONTENT_TYPE.WML_DOCUMENT_MAIN,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
}
# What holds macros, and what only calls them: keys, toolbars and ribbons.
_MACROS = {"vbaProject", "vbaProjectSignature", "wordVbaData"}
_CALLERS = {"keyMapCustomizations", "attachedToolbars", "extensibility"}
_SIGNED = "/digital-signature/origin"
# A picture of the template, counts of its words, its title: untrue of the document.
_UNTRUE = {"thumbnail", "extended-properties", "core-properties"}
_STRICT = "http://purl.oclc.org/ooxml/"
_LARGEST = 100 * 1024 * 1024
_MOST = 5_000
_COMPOUND, _ENCRYPTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "EncryptedPackage".encode("utf-16-le")
_ZIP = b"PK"
_ON = ("1", "true", "on")
_SAVE = "Open it in Word and save it anew as a template (.dotx) or a document (.docx)."


def open_template(template: InputFile, remark: Callable[[str], None]) -> DocumentPart:
    """Return the main part of a template, opened with python-docx.

    What cannot be kept, such as macros, is left out and reported through ``remark``. Raises
    OptionError for a file that is not a Word document, or is damaged, encrypted or protected.
    """
    name = template.name
    try:
        main = _opened(Archive.of(_files(template)))
    except (PartError, RecursionError) as error:
        raise OptionError(
            f"The template {name} cannot be opened as a Word document: {error}.", hint=_SAVE
        ) from None
    _refuse_protected(main, name)
    package = main.package
    if drop_relations(package, lambda _, relation: kind(relation) in _MACROS):
        remark(f"The macros of the template {name} were left out: a .docx cannot have any.")
        drop_relations(package, lambda _, relation: kind(relation) in _CALLERS)
    if drop_relations(
        package, lambda source, relation: source is package and relation.reltype.endswith(_SIGNED)
    ):
        remark(
            f"The digital signature of the template {name} was left out: the document is another."
        )
    drop_relations(
        package, lambda source, relation: source is package and kind(relation) in _UNTRUE
    )
    return main


def _files(template: InputFile) -> dict[str, bytes]:
    """The files of the package, read with a limit; raises OptionError."""
    name, data = template.name, template.data
    if data.startswith(_COMPOUND):
        if _ENCRYPTED in data:
            raise OptionError(
                f"The template {name} is encrypted with a password.",
                hint="In Word, take the password off: File > Info > Protect Document > Encrypt "
                "with Password, and leave it empty.",
            )
        raise OptionError(
            f"The template {name} is in the format of Word 97 to 2003, or another old Office "
            "format.",
            hint=_SAVE,
        )
    if not data.startswith(_ZIP):
        raise OptionError(
            f"The template {name} is not a Word document.",
            hint="It takes a .docx, .dotx, .docm or .dotm.",
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
            if len(parts) > _MOST or sum(part.file_size for part in parts) > _LARGEST:
                raise OptionError(
                    f"The template {name} is too large: unpacked it is more than "
                    f"{_LARGEST // 1024**2} MB, or more than {_MOST:,} parts.",
                    hint="Take out large pictures, and save it anew.",
                )
            files = {part.filename: package.read(part) for part in parts}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError) as error:
        raise OptionError(
            f"The template {name} is damaged and cannot be unpacked: {error}.", hint=_SAVE
        ) from None
    if len({part.lower() for part in files}) != len(parts):
        raise OptionError(f"The template {name} is damaged: it has a part twice.", hint=_SAVE)
    return files


def _opened(archive: Archive) -> DocumentPart:
    """The main part, its package opened; raises PartError where it is not Word's."""
    name = archive.main()
    if name is None:
        raise PartError("it leads to no main part")
    root = parsed(name, archive.parts[name])
    if any(_STRICT in (space or "") for space in root.nsmap.values()):
        raise PartError("it is saved as Strict Open XML")
    if archive.types[name] not in _MAIN_TYPES or root.tag != W("document"):
        raise PartError(f"its main part, {name}, is not a text of Word's")
    if root.find(W("body")) is None:
        raise PartError(f"its main part, {name}, has no body")
    # Under the type of a template, or of a document with macros, python-docx would refuse it.
    archive.types[name] = CONTENT_TYPE.WML_DOCUMENT_MAIN
    main = docx.Document(archive.packed()).part
    for wanted in ("styles", "numbering", "settings"):
        related_xml(main, wanted)
    return main


def _refuse_protected(main: DocumentPart, name: str) -> None:
    """Refuse a template in which no text may be changed; the note could not be edited either."""
    settings = related_xml(main, "settings")
    protection = None if settings is None else settings.element.find(W("documentProtection"))
    if protection is None or protection.get(W("enforcement"), "0").lower() not in _ON:
        return
    kinds = {"readOnly": "reading only", "comments": "comments only", "forms": "filling in forms"}
    if allowed := kinds.get(protection.get(W("edit"), "")):
        raise OptionError(
            f"The template {name} is protected: it allows {allowed}.",
            hint="In Word, stop the protection: Review > Restrict Editing > Stop Protection, and "
            "save it.",
        )
