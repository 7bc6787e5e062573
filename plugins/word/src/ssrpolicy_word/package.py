"""The Word package around a note: python-docx's own template in the note's style and language."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import BinaryIO
from xml.sax.saxutils import quoteattr

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm

from ssrpolicy.views import Note
from ssrpolicy_word.markup import Markup
from ssrpolicy_word.style import set_style
from ssrpolicy_word.text import characters, language_tag

_BODY = "word/document.xml"
_RELATIONS = "word/_rels/document.xml.rels"
_OPEN, _CLOSE = b"<w:body>", b"<w:sectPr"
# A4 with the margins of a ministry's note; a twip is 635 English Metric Units.
_WIDTH, _HEIGHT, _MARGIN, _TOP = Mm(210), Mm(297), Mm(22), Mm(25)
_TWIP = 635
_CHUNK = 1 << 18
# Word and the core properties of Office packages take no longer title or subject.
_LONGEST_PROPERTY = 255
# Parts of the template that no note needs: a picture of it, and what Word 2007 made of its styles.
_NEEDLESS = ("/thumbnail", "/stylesWithEffects", "/customXml")


def document_package(note: Note, out: BinaryIO) -> None:
    """Write the note as a Word package, its parts stored without compression."""
    shell = docx.Document()
    _drop_needless_parts(shell)
    _set_page(shell)
    set_style(shell, language_tag(note.language))
    _set_properties(shell, note)
    _set_footer(shell, note)
    _fill(shell, Markup(note=note, width=(_WIDTH - 2 * _MARGIN) // _TWIP), out)


def _drop_needless_parts(shell: Document) -> None:
    for relations in (shell.part.package.rels, shell.part.rels):
        for id in [id for id, found in relations.items() if found.reltype.endswith(_NEEDLESS)]:
            del relations[id]


def _set_page(shell: Document) -> None:
    section = shell.sections[0]
    section.page_width, section.page_height = _WIDTH, _HEIGHT
    section.left_margin = section.right_margin = _MARGIN
    section.top_margin = section.bottom_margin = _TOP


def _set_properties(shell: Document, note: Note) -> None:
    properties = shell.core_properties
    properties.title = _shortened(note.title)
    properties.subject = _shortened(note.subject)
    properties.language = language_tag(note.language)
    properties.author = properties.last_modified_by = "ssrpolicy"
    properties.comments = properties.keywords = ""
    properties.revision = 1


def _shortened(text: str) -> str:
    """A text for the properties, which hold only so much; the document itself has the whole."""
    characters(text, "The title of the note")
    return text if len(text) <= _LONGEST_PROPERTY else f"{text[: _LONGEST_PROPERTY - 1]}…"


def _set_footer(shell: Document, note: Note) -> None:
    """Put the subject and the page number at the foot of every page."""
    before, _, rest = note.page.partition("{page}")
    between, _, after = rest.partition("{pages}")
    number = "".join(
        (_text(before), _field("PAGE"), _text(between), _field("NUMPAGES"), _text(after))
    )
    right = (_WIDTH - 2 * _MARGIN) // _TWIP
    paragraph = shell.sections[0].footer.paragraphs[0]._p  # noqa: SLF001 - python-docx has no door to fields
    made = parse_xml(
        f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="Footer"/><w:tabs>'
        f'<w:tab w:val="right" w:pos="{right}"/></w:tabs></w:pPr>'
        f"{_text(note.subject)}<w:r><w:tab/></w:r>{number}</w:p>"
    )
    paragraph.getparent().replace(paragraph, made)


def _text(text: str) -> str:
    return f"<w:r>{characters(text, 'The foot of the page')}</w:r>" if text else ""


def _field(instruction: str) -> str:
    """A field that Word counts, with a result for readers that do not."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _fill(shell: Document, markup: Markup, out: BinaryIO) -> None:
    """Copy the package and put the note's markup in its body, as it is made."""
    stored = io.BytesIO()
    shell.save(stored)
    with zipfile.ZipFile(out, "w") as new, zipfile.ZipFile(stored) as old:
        before, _, rest = old.read(_BODY).partition(_OPEN)
        after = rest[rest.index(_CLOSE) :]
        with new.open(_BODY, "w", force_zip64=True) as stream:
            stream.write(before + _OPEN)
            for chunk in _chunks(markup.body()):
                stream.write(chunk)
            stream.write(after)
        for name in old.namelist():
            if name == _RELATIONS:
                new.writestr(name, _with_links(old.read(name), markup.links))
            elif name != _BODY:
                new.writestr(name, old.read(name))


def _chunks(pieces: Iterator[str]) -> Iterator[bytes]:
    waiting: list[str] = []
    size = 0
    for piece in pieces:
        waiting.append(piece)
        size += len(piece)
        if size >= _CHUNK:
            yield "".join(waiting).encode("utf-8")
            waiting, size = [], 0
    yield "".join(waiting).encode("utf-8")


def _with_links(relations: bytes, links: dict[str, str]) -> bytes:
    added = "".join(
        f'<Relationship Id="{id}" Type="{RELATIONSHIP_TYPE.HYPERLINK}" '
        f'Target={quoteattr(target)} TargetMode="External"/>'
        for target, id in links.items()
    )
    return relations.replace(b"</Relationships>", added.encode("utf-8") + b"</Relationships>")
