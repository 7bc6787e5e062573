"""The reader of Word documents: the text as it reads with all tracked changes accepted."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, Final

from attrs import define, field
from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml import etree

from ssrpolicy.reporting import (
    ApartKind,
    InputError,
    PackageLimits,
    SourceReading,
    check_office_package,
    package_damage_reported,
)
from ssrpolicy_sources.markup.flow import Flow
from ssrpolicy_sources.messages import _
from ssrpolicy_sources.text import clean

_LIMITS: Final = PackageLimits(unpacked=256 << 20, part=64 << 20, elements=300_000)
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GONE: Final = (qn("w:del"), qn("w:moveFrom"))
_END_DELETED: Final = f"{qn('w:pPr')}/{qn('w:rPr')}/{qn('w:del')}"
_PARAGRAPH, _TEXT, _DELETED = map(qn, ("w:p", "w:t", "w:delText"))
_HYPHEN, _SYMBOL = map(qn, ("w:noBreakHyphen", "w:sym"))
_HIDDEN: Final = f"{qn('w:rPr')}/{qn('w:vanish')}"
_BREAKS: Final = (qn("w:br"), qn("w:cr"))
# What says something in a run; a tab is a blank.
_SIGNS: Final = (*_BREAKS, _TEXT, qn("w:tab"), _HYPHEN, _SYMBOL)
_REFERENCES: Final = {qn("w:footnoteReference"): "footnotes", qn("w:endnoteReference"): "endnotes"}
_BOX: Final = qn("w:txbxContent")
_BULLETS: Final = {"F0B7": "•", "F0A7": "•", "F0D8": "•", "F0FC": "•"}
_RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_APART: Final = {
    "header": ApartKind.PAGE_HEAD,
    "footer": ApartKind.PAGE_FOOT,
    "comments": ApartKind.COMMENT,
}


def read(data: bytes) -> SourceReading:
    """Return the text of a Word document; raises InputError where it cannot be read."""
    called = _("The document")
    check_office_package(data, called=called, limits=_LIMITS)
    with package_damage_reported(called):
        try:
            document = Document(io.BytesIO(data))
        except (PackageNotFoundError, KeyError, ValueError) as error:
            raise InputError(
                _("this is not a Word document."), hint=_("Open it in Word and save it as .docx.")
            ) from error
        parts = {name: list(_parts(document.part, name)) for name in (*_APART, *_NOTES)}
        walk = _Walk({name: parts[name][0] for name in _NOTES if parts[name]})
        body = document.element.body
    for kind in ("header",):
        _set_apart(walk, kind, parts[kind])
    walk.blocks(body)
    walk.flow.end()
    for kind in ("footer", "comments"):
        _set_apart(walk, kind, parts[kind])
    walk.add_notes()
    text = walk.flow.text
    if not text.last.strip():
        raise InputError(
            _("the document has no text."), hint=_("A picture of a letter is not a letter's text.")
        )
    roots = [body, *(root for each in parts.values() for root in each)]
    return text.reading(said for root in roots for said in _words(root))


_NOTES: Final = ("footnotes", "endnotes")


def _parts(main: Any, name: str) -> Iterator[Any]:
    """Yield the roots of the parts of a kind that a document leads to."""
    for relation in main.rels.values():
        if relation.reltype == f"{_RELATION}{name}" and not relation.is_external:
            parser = etree.XMLParser(resolve_entities=False, no_network=True)
            yield etree.fromstring(relation.target_part.blob, parser)


def _words(root: Any) -> Iterator[str]:
    """Yield every text of a part, be it deleted or hidden, as it was written."""
    signs = (*_SIGNS, _DELETED)
    twice = {each for fallback in root.iter(_FALLBACK) for each in fallback.iter(*signs)}
    for element in root.iter(*signs):
        if element not in twice:
            yield _element_text(element)


def _element_text(element: Any) -> str:
    """Return what an element of a run says."""
    if element.tag == _HYPHEN:
        return "-"
    if element.tag == _SYMBOL:
        return _BULLETS.get((element.get(qn("w:char")) or "").upper(), "\ufffd")
    return clean(element.text or "") or " "


def _set_apart(walk: _Walk, kind: str, roots: list[Any]) -> None:
    for root in roots:
        walk.flow.text.apart(_APART[kind], " ".join(" ".join(_words(root)).split()))


@define
class _Walk:
    """One pass over the body of a document, and then over its notes."""

    sources: dict[str, Any]
    flow: Flow = field(factory=Flow)
    _marks: dict[str, dict[str, str]] = field(factory=dict)
    _goes_on: bool = field(default=False, init=False)

    def blocks(self, parent: Any) -> None:
        """Add the paragraphs and tables in an element, in their order."""
        for element in parent:
            if element.tag == qn("w:p"):
                self._paragraph(element)
            elif element.tag == qn("w:tbl"):
                self._table(element)
            elif element.tag in _GONE:
                self._apart(ApartKind.DELETED, element)
            elif isinstance(element.tag, str):
                # What wraps blocks: content controls, tracked moves, custom XML.
                self.blocks(element)

    def _paragraph(self, paragraph: Any) -> None:
        """Add a paragraph; where its end was deleted, the next one goes on with it."""
        if not self._goes_on:
            self.flow.end()
        boxes = self._inline(paragraph)
        self._goes_on = paragraph.find(_END_DELETED) is not None
        if not self._goes_on:
            self.flow.end()
        for box in boxes:
            self._apart(ApartKind.MARGIN, box)

    def _table(self, table: Any) -> None:
        """Add a table, a row a paragraph, with a tab between its cells."""
        for row in table.iter(qn("w:tr")):
            if next(row.iterancestors(qn("w:tbl"))) is not table:
                continue
            self.flow.end()
            boxes = []
            cell = None
            for paragraph in row.iter(qn("w:p")):
                if not any(each.tag == _BOX for each in paragraph.iterancestors()):
                    of = next(paragraph.iterancestors(qn("w:tc")), None)
                    if of is cell:
                        self.flow.apart_by_blank()
                    else:
                        self.flow.next_cell()
                    cell = of
                    boxes += self._inline(paragraph)
            self.flow.end()
            for box in boxes:
                self._apart(ApartKind.MARGIN, box)

    def _inline(self, element: Any) -> list[Any]:
        """Add what stands in a paragraph; return the text boxes that are anchored in it."""
        boxes: list[Any] = []
        for child in element:
            if child.tag in _GONE:
                self._apart(ApartKind.DELETED, child)
            elif child.tag == _BOX:
                boxes.append(child)
            elif child.tag in _REFERENCES:
                self._reference(_REFERENCES[child.tag], child.get(qn("w:id")) or "")
            elif child.tag in _SIGNS:
                self._sign(child)
            elif isinstance(child.tag, str) and child.tag not in (_FALLBACK, _PARAGRAPH):
                boxes += self._inline(child)
        return boxes

    def _sign(self, element: Any) -> None:
        """Add what a run has: a text, or the element that stands for a sign."""
        if element.tag in _BREAKS:
            self.flow.line_end()
        elif element.tag == _TEXT and _is_hidden(element):
            self.flow.text.apart(ApartKind.HIDDEN, clean(element.text or ""))
        else:
            self.flow.add(_element_text(element))

    def _reference(self, kind: str, id: str) -> None:
        """Add the mark of a note; the notes of one kind count from 1."""
        marks = self._marks.setdefault(kind, {})
        mark = marks.setdefault(id, str(len(marks) + 1))
        self.flow.add(self.flow.text.mark(mark))

    def add_notes(self) -> None:
        """Add the notes as they stand in the file, and set apart those without a mark."""
        read = []
        for kind, root in self.sources.items():
            for note in root:
                # What a note refers to, be it itself, is marked as what the text refers to.
                words = _Walk({}, Flow(self.flow.text.within()), self._marks)
                words.blocks(note)
                words.flow.end()
                read.append((kind, note.get(qn("w:id")) or "", words.flow.text))
        for kind, id, text in read:
            said = "\n".join(text.paragraphs)
            mark = self._marks.get(kind, {}).get(id)
            if mark is None:
                self.flow.text.apart(ApartKind.HIDDEN, said)
            else:
                self.flow.text.note(f"{self.flow.text.mark(mark)} {said}")
            for apart in text.set_apart:
                self.flow.text.apart(apart.kind, apart.text)

    def _apart(self, kind: ApartKind, element: Any) -> None:
        self.flow.text.apart(kind, " ".join(" ".join(_words(element)).split()))


def _is_hidden(text: Any) -> bool:
    """Whether a run is hidden, and so not what people read."""
    run = text.getparent()
    found = run.find(_HIDDEN) if run is not None else None
    return found is not None and (found.get(qn("w:val")) or "true") not in ("0", "false", "off")
