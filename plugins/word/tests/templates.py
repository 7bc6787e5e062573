"""Templates made of pieces, and notes laid out in them, opened again part by part."""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Mapping
from functools import cache

import docx
from attrs import frozen
from lxml import etree

import ssrpolicy
from ssrpolicy.reporting import InputFile
from ssrpolicy.testing import small_record

WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
"""The media type of the parts of a Word document, but for the last word."""
SEEN = "<w:p><w:r><w:t>Huisstijl.</w:t></w:r></w:p>"
SECRET = SEEN.replace("Huisstijl.", "Geheim")

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = " ".join(
    f'xmlns:{prefix}="{space}"'
    for prefix, space in {
        "w": WORD,
        "r": KINDS,
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    }.items()
)
_SECTION = b"<w:sectPr "
_TABLE_STYLE = re.compile(
    rb'<w:style w:type="table"(?: (?!w:default)[\w:]+="[^"]*")*>.*?</w:style>', re.DOTALL
)


@frozen(kw_only=True)
class NoteInTemplate:
    """A note in a template: its parts, the bytes of the whole, and what was remarked."""

    data: bytes
    parts: Mapping[str, bytes]
    remarks: tuple[str, ...]

    def xml(self, name: str = "word/document.xml") -> str:
        """A part as text."""
        return self.parts[name].decode()

    def texts(self, name: str = "word/document.xml") -> list[str]:
        """What a reader sees of each paragraph of a part, in order; empty ones are left out."""
        root = etree.fromstring(self.parts[name])
        paragraphs = root.iter(f"{{{WORD}}}p")
        texts = ["".join(t.text or "" for t in p.iter(f"{{{WORD}}}t")) for p in paragraphs]
        return [text for text in texts if text]

    @property
    def whole(self) -> str:
        """Every part and every name of one, together."""
        return "".join(f"{name}{data.decode('latin-1')}" for name, data in self.parts.items())


@cache
def plain_template() -> Mapping[str, bytes]:
    """The parts of a template that works.

    It is that of python-docx without its hundred styles of tables, of which nothing is used: to
    read and clean those takes longer than all the rest of a note.
    """
    out = io.BytesIO()
    docx.Document().save(out)
    with zipfile.ZipFile(out) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for name in ("word/styles.xml", "word/stylesWithEffects.xml"):
        parts[name] = _TABLE_STYLE.sub(b"", parts[name])
    return parts


def root_of(tag: str, content: str) -> bytes:
    """A part of a package, with all prefixes declared."""
    return f'<?xml version="1.0" encoding="UTF-8"?><{tag} {SPACES}>{content}</{tag}>'.encode()


def in_template(
    body: str = "",
    *,
    added: Mapping[str, tuple[str, bytes] | bytes] | None = None,
    relations: Mapping[str, tuple[str, ...]] | None = None,
    settings: str = "",
    section: str = "",
) -> NoteInTemplate:
    """Lay out a note in a template made of pieces.

    ``body`` stands before the section of the main part; ``added`` are parts as (content type,
    data), or data for those that are there; ``relations`` are the main part's, each as (kind,
    target) or (kind, target, "External").
    """
    parts = dict(plain_template())
    main = parts["word/document.xml"]
    start, end = main.index(b"<w:body>"), main.index(_SECTION)
    closed = main.index(b">", end) + 1
    parts["word/document.xml"] = (
        f"<w:document {SPACES}>".encode()
        + main[start:end]
        + body.encode()
        + main[end:closed]
        + section.encode()
        + main[closed:]
    )
    types, links = parts["[Content_Types].xml"], parts["word/_rels/document.xml.rels"]
    for name, part in (added or {}).items():
        parts[name] = part if isinstance(part, bytes) else part[1]
        if not isinstance(part, bytes):
            named = f'<Override PartName="/{name}" ContentType="{part[0]}"/></Types>'
            types = types.replace(b"</Types>", named.encode())
    for id, (kind, target, *mode) in (relations or {}).items():
        of_kind = kind if "/" in kind else f"{KINDS}/{kind}"
        outside = f' TargetMode="{mode[0]}"' if mode else ""
        link = f'<Relationship Id="{id}" Type="{of_kind}" Target="{target}"{outside}/>'
        links = links.replace(b"</Relationships>", f"{link}</Relationships>".encode())
    opened, rest = parts["word/settings.xml"].split(b"<w:zoom", 1)
    parts["word/settings.xml"] = opened + settings.encode() + b"<w:zoom" + rest
    parts |= {"[Content_Types].xml": types, "word/_rels/document.xml.rels": links}
    return note_in(parts)


def note_in(parts: Mapping[str, bytes], name: str = "huisstijl.dotx") -> NoteInTemplate:
    """A note in a template with these parts."""
    data, remarks = written(packed(parts), name)
    docx.Document(io.BytesIO(data))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        made = {part: package.read(part) for part in package.namelist()}
    return NoteInTemplate(data=data, parts=made, remarks=remarks)


def packed(parts: Mapping[str, bytes]) -> bytes:
    """The parts as a package."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return out.getvalue()


def written(
    data: bytes, name: str, reporter: str = "word-dossier"
) -> tuple[bytes, tuple[str, ...]]:
    """The bytes of a note in a template, and what was remarked."""
    out = io.BytesIO()
    template = InputFile(name=name, data=data)
    day = dt.date(2011, 4, 1)
    options = {"template": template}
    remarks = ssrpolicy.report(small_record(), reporter, out, as_of=day, options=options)
    return out.getvalue(), remarks
