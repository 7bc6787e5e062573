"""Templates that are closed, damaged, too large or hold macros: each works or gets an error."""

import io
import zipfile
from collections.abc import Callable, Mapping

import docx
import pytest
from docx.oxml.ns import nsdecls
from plugins.word.tests.templates import packed, written

from ssrpolicy import OptionError

pytestmark = pytest.mark.heavy

TYPES = "[Content_Types].xml"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MACRO = OLD + b" Sub AutoOpen() MsgBox 1"
BOMB = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">]>'


def with_macro(parts: Mapping[str, bytes], main: str) -> dict[str, bytes]:
    """The parts with a macro, and a key that calls it, under the content type of such a file."""
    relations = b"http://schemas.microsoft.com/office/2006/relationships/"
    types = parts[TYPES].replace(MAIN.encode(), main.encode())
    types = types.replace(
        b"</Types>",
        b'<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
    )
    added = (
        b'<Relationship Id="rIdM" Type="' + relations + b'vbaProject" Target="vbaProject.bin"/>'
        b'<Relationship Id="rIdK" Type="' + relations + b'keyMapCustomizations" '
        b'Target="customizations.xml"/></Relationships>'
    )
    links = parts["word/_rels/document.xml.rels"].replace(b"</Relationships>", added)
    return {
        **parts,
        TYPES: types,
        "word/_rels/document.xml.rels": links,
        "word/vbaProject.bin": MACRO,
        "word/customizations.xml": b'<wne:tcg xmlns:wne="urn:wne"/>',
    }


@pytest.mark.parametrize(
    "suffix, main",
    [
        ("docm", "application/vnd.ms-word.document.macroEnabled.main+xml"),
        ("dotm", "application/vnd.ms-word.template.macroEnabledTemplate.main+xml"),
    ],
)
def test_macros_are_left_out_and_that_is_said(
    parts: Mapping[str, bytes], suffix: str, main: str
) -> None:
    """Nothing of a macro, nor of the key that calls it, is in the note; it is a plain .docx."""
    data, remarks = written(packed(with_macro(parts, main)), f"huisstijl.{suffix}")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names, whole = package.namelist(), b"".join(map(package.read, package.namelist()))
    said = f"The macros of the template huisstijl.{suffix} were left out: a .docx cannot have any."
    assert said in remarks
    assert [name for name in names if "vba" in name or "customizations" in name] == []
    assert b"AutoOpen" not in whole
    assert b"macroEnabled" not in whole
    assert docx.Document(io.BytesIO(data)).paragraphs[0].text == "Huisstijl."


def test_a_dotx_is_a_template_like_any_other(parts: Mapping[str, bytes]) -> None:
    """Its content type becomes that of a document, without which Word would open a copy of it."""
    main = MAIN.replace("document.main", "template.main")
    types = parts[TYPES].replace(MAIN.encode(), main.encode())
    data, _ = written(packed({**parts, TYPES: types}), "huisstijl.dotx")
    assert docx.Document(io.BytesIO(data)).paragraphs[0].text == "Huisstijl."


@pytest.mark.parametrize("kind", ["readOnly", "comments", "forms"])
def test_a_protected_template_is_refused(parts: Mapping[str, bytes], kind: str) -> None:
    """Nobody could change the note; the error says how the protection is stopped."""
    protected = f'<w:documentProtection w:edit="{kind}" w:enforcement="1"/></w:settings>'
    settings = parts["word/settings.xml"].replace(b"</w:settings>", protected.encode())
    with pytest.raises(OptionError, match=r"huisstijl.dotx is protected.*\n.*Stop Protection"):
        written(packed({**parts, "word/settings.xml": settings}), "huisstijl.dotx")


@pytest.mark.parametrize(
    "settings", ['w:edit="readOnly" w:enforcement="0"', 'w:edit="trackedChanges" w:enforcement="1"']
)
def test_protection_that_lets_people_write_is_none(
    parts: Mapping[str, bytes], settings: str
) -> None:
    """Protection that is switched off, or that only tracks changes, stands in nobody's way."""
    protected = f"<w:documentProtection {settings}/></w:settings>"
    changed = parts["word/settings.xml"].replace(b"</w:settings>", protected.encode())
    data, _ = written(packed({**parts, "word/settings.xml": changed}), "huisstijl.dotx")
    assert docx.Document(io.BytesIO(data)).paragraphs[0].text == "Huisstijl."


def without(name: str) -> Callable[[Mapping[str, bytes]], bytes]:
    """A change that takes out a part."""
    return lambda parts: packed({key: data for key, data in parts.items() if key != name})


def instead(name: str, data: bytes) -> Callable[[Mapping[str, bytes]], bytes]:
    """A change that puts something in the place of a part."""
    return lambda parts: packed({**parts, name: data})


def bare(data: bytes) -> Callable[[Mapping[str, bytes]], bytes]:
    """A file that is not a package at all."""
    return lambda _: data


def corrupt(parts: Mapping[str, bytes]) -> bytes:
    """A package with bytes changed in its middle."""
    data = bytearray(packed(parts))
    middle = len(data) // 3
    data[middle : middle + 200] = bytes(200)
    return bytes(data)


REFUSED = {
    "encrypted": (bare(OLD + "EncryptedPackage".encode("utf-16-le")), "encrypted with a password"),
    "labelled": (
        bare(OLD + "DRMEncryptedDataSpace EncryptedPackage".encode("utf-16-le")),
        "encrypted by a sensitivity label",
    ),
    "of Word 97": (bare(OLD + b"WordDocument"), "in the old form of Excel or Word"),
    "no package": (bare(b"{\\rtf1 Huisstijl}"), "is not a Word document"),
    "empty": (bare(b""), "is not a Word document"),
    "cut off": (lambda parts: packed(parts)[:900], "is damaged"),
    "corrupt": (corrupt, "is damaged|cannot be opened as a Word document"),
    "without types": (without(TYPES), r"has no \[Content_Types\].xml"),
    "without relations": (without("_rels/.rels"), "leads to no main part"),
    "without main part": (without("word/document.xml"), "leads to no main part"),
    "damaged main part": (instead("word/document.xml", b"<w:document"), "document.xml is not XML"),
    "damaged header": (instead("word/header9.xml", b"<w:hdr>"), "header9.xml is not XML"),
    "entities": (
        instead("word/document.xml", BOMB + b"<w>&a;</w>"),
        "declares XML entities or a document type",
    ),
    "entities in a header": (
        instead("word/header9.xml", BOMB + b"<w>&a;</w>"),
        "declares XML entities or a document type",
    ),
    "another document": (
        instead("word/document.xml", f"<w:hdr {nsdecls('w')}/>".encode()),
        "is not a text of Word's",
    ),
    "without body": (
        instead("word/document.xml", f"<w:document {nsdecls('w')}/>".encode()),
        "has no body",
    ),
    "a bomb": (instead("word/media/zeros.bin", bytes(101 * 1024 * 1024)), "absurdly large"),
    "a spreadsheet": (
        lambda parts: packed(
            {**parts, TYPES: parts[TYPES].replace(b"wordprocessingml.document.main", b"sheet.main")}
        ),
        "is not a text of Word's",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_used_is_refused_by_name(parts: Mapping[str, bytes], case: str) -> None:
    """The error names the template and what is wrong, and says what would work."""
    made, words = REFUSED[case]
    with pytest.raises(OptionError, match=words) as error:
        written(made(parts), "huisstijl.dotx")
    assert error.value.message.startswith("The template huisstijl.dotx ")
    assert error.value.hint


def test_a_main_part_elsewhere_is_told(parts: Mapping[str, bytes]) -> None:
    """A package whose text stands on another machine is not a template."""
    links = parts["_rels/.rels"].replace(
        b'Target="word/document.xml"', b'Target="http://x.example/d.xml" TargetMode="External"'
    )
    assert links != parts["_rels/.rels"]
    with pytest.raises(OptionError, match=r"outside the file, in its part _rels/\.rels"):
        written(packed({**parts, "_rels/.rels": links}), "huisstijl.dotx")
