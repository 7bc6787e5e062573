"""A template that a user hands in: opened with care, and made ready to take a document."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable

from ssrpolicy import OptionError
from ssrpolicy.reporting import InputFile
from ssrpolicy_word.parts import ROOT, PartError, Parts, Relation, parsed
from ssrpolicy_word.words import W

DOCUMENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_MAIN_TYPES = {
    DOCUMENT_TYPE,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
}
# What holds macros, and what only calls them: keys, toolbars and ribbons.
_MACROS = {"vbaProject", "vbaProjectSignature", "wordVbaData"}
_CALLERS = {"keyMapCustomizations", "attachedToolbars", "extensibility"}
# A picture of the template, counts of its words, its title: untrue of the document.
_UNTRUE = {"thumbnail", "extended-properties", "core-properties"}
_STRICT = "http://purl.oclc.org/ooxml/"
_LARGEST = 100 * 1024 * 1024
_MOST = 5_000
_COMPOUND, _ENCRYPTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "EncryptedPackage".encode("utf-16-le")
_ZIP = b"PK"
_ON = ("1", "true", "on")
_SAVE = "Open it in Word and save it anew as a template (.dotx) or a document (.docx)."


def opened_template(template: InputFile, remark: Callable[[str], None]) -> tuple[Parts, str]:
    """Return the parts of a template, and the name of its main part.

    What cannot be kept, such as macros, is left out and told through ``remark``. Raises
    OptionError for a file that is no Word document, is damaged, encrypted or protected.
    """
    name = template.name
    files = _files(template)
    try:
        for part, data in files.items():
            if part.lower().endswith((".xml", ".rels")):
                parsed(part, data)
        parts = Parts.of(files)
        main = _main(parts)
        _refuse_protected(parts, main, name)
    except PartError as error:
        raise OptionError(
            f"The template {name} is no Word document that can be opened: {error}.", hint=_SAVE
        ) from None
    parts.types[main] = DOCUMENT_TYPE
    if parts.unrelate(lambda _, relation: relation.kind in _MACROS):
        remark(f"The macros of the template {name} were left out: a .docx cannot have any.")
        parts.unrelate(lambda _, relation: relation.kind in _CALLERS)
    if parts.unrelate(_signs):
        remark(
            f"The digital signature of the template {name} was left out: the document is another."
        )
    parts.unrelate(lambda source, relation: source == ROOT and relation.kind in _UNTRUE)
    return parts, main


def _signs(source: str, relation: Relation) -> bool:
    return source == ROOT and relation.type.endswith("/digital-signature/origin")


def _files(template: InputFile) -> dict[str, bytes]:
    """The files of the package, read with a limit; raises OptionError."""
    name, data = template.name, template.data
    if data.startswith(_COMPOUND):
        raise _closed(name, encrypted=_ENCRYPTED in data)
    if not data.startswith(_ZIP):
        raise OptionError(
            f"The template {name} is no Word document.",
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
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        NotImplementedError,
        RuntimeError,
    ) as error:
        raise OptionError(
            f"The template {name} is damaged and cannot be unpacked: {error}.", hint=_SAVE
        ) from None
    if len({part.lower() for part in files}) != len(parts):
        raise OptionError(f"The template {name} is damaged: it has a part twice.", hint=_SAVE)
    return files


def _closed(name: str, *, encrypted: bool) -> OptionError:
    if encrypted:
        return OptionError(
            f"The template {name} is encrypted with a password.",
            hint="In Word, take the password off: File > Info > Protect Document > Encrypt with "
            "Password, and leave it empty.",
        )
    return OptionError(
        f"The template {name} is in the format of Word 97 to 2003, or another old Office format.",
        hint=_SAVE,
    )


def _main(parts: Parts) -> str:
    """The name of the main part; raises PartError where there is none that is Word's."""
    main = parts.related(ROOT, "officeDocument")
    if main is None:
        raise PartError("it leads to no main part")
    root = parts.xml(main)
    if any(_STRICT in (space or "") for space in root.nsmap.values()):
        raise PartError("it is saved as Strict Open XML")
    if parts.types[main] not in _MAIN_TYPES or root.tag != W("document"):
        raise PartError(f"its main part, {main}, is no text of Word's")
    if root.find(W("body")) is None:
        raise PartError(f"its main part, {main}, has no body")
    return main


def _refuse_protected(parts: Parts, main: str, name: str) -> None:
    """Refuse a template in which no text may be changed; the note could not be edited either."""
    settings = parts.related(main, "settings")
    protection = None if settings is None else parts.xml(settings).find(W("documentProtection"))
    if protection is None or protection.get(W("enforcement"), "0").lower() not in _ON:
        return
    kinds = {"readOnly": "reading only", "comments": "comments only", "forms": "filling in forms"}
    kind = kinds.get(protection.get(W("edit"), ""))
    if kind is not None:
        raise OptionError(
            f"The template {name} is protected: it allows {kind}.",
            hint="In Word, stop the protection: Review > Restrict Editing > Stop Protection, and "
            "save it.",
        )
