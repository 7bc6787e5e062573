"""The lists of a template: which have bullets, and those of the default template, put in."""

from __future__ import annotations

import copy
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import field, frozen
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.parts.numbering import NumberingPart

from ssrpolicy_word.namespaces import DECLARED, W
from ssrpolicy_word.parts import free_name, parsed, related_xml
from ssrpolicy_word.template.default import default_part

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.parts.document import DocumentPart


@frozen
class Numbering:
    """The definitions of lists in the template with this main part."""

    main: DocumentPart
    _root: BaseOxmlElement = field(init=False)
    _added: dict[str, str] = field(factory=dict, init=False)

    @_root.default
    def _found(self) -> BaseOxmlElement:
        part = related_xml(self.main, "numbering")
        if part is None:
            return parse_xml(f"<w:numbering {DECLARED}/>")
        element: BaseOxmlElement = part.element
        return element

    @cached_property
    def _bullets(self) -> frozenset[str]:
        """The numbers of the lists with bullets at their first level; the first of one number."""
        formats: dict[str | None, str | None] = {}
        for each in self._root.findall(W("abstractNum")):
            format = each.find(f"{W('lvl')}/{W('numFmt')}")
            given = None if format is None else format.get(W("val"))
            formats.setdefault(each.get(W("abstractNumId")), given)
        lists: dict[str, str | None] = {}
        for num in self._root.findall(W("num")):
            abstract = num.find(W("abstractNumId"))
            shape = None if abstract is None else formats.get(abstract.get(W("val")))
            lists.setdefault(num.get(W("numId"), ""), shape)
        return frozenset(number for number, shape in lists.items() if shape == "bullet")

    def is_bullet(self, number: str | None) -> bool:
        """Return whether the template's list under a number has bullets at its first level."""
        return number in self._bullets

    def default_list(self, number: str) -> str:
        """Put in a list of the default template, once, and return its number here."""
        if number not in self._added:
            self._added[number] = self._put_in(number)
        return self._added[number]

    def _put_in(self, number: str) -> str:
        default = parsed("numbering", default_part("numbering"))
        num = next(each for each in default.iter(W("num")) if each.get(W("numId")) == number)
        wanted = next(num.iter(W("abstractNumId"))).get(W("val"))
        abstract = next(
            each
            for each in default.iter(W("abstractNum"))
            if each.get(W("abstractNumId")) == wanted
        )
        num, abstract = copy.deepcopy(num), copy.deepcopy(abstract)
        id = str(self._free("abstractNum", "abstractNumId"))
        given = str(self._free("num", "numId"))
        abstract.set(W("abstractNumId"), id)
        num.set(W("numId"), given)
        for reference in num.iter(W("abstractNumId")):
            reference.set(W("val"), id)
        # Every definition stands before the first list.
        first = self._root.find(W("num"))
        at = len(self._root) if first is None else self._root.index(first)
        self._root.insert(at, abstract)
        last = self._root.findall(W("num"))
        at = self._root.index(last[-1] if last else abstract) + 1
        self._root.insert(at, num)
        return given

    def _free(self, tag: str, attribute: str) -> int:
        taken = [each.get(W(attribute), "") for each in self._root.findall(W(tag))]
        return max((int(each) for each in taken if each.isdigit()), default=0) + 1

    def put(self) -> None:
        """Put the part with the lists into a template that had none, where any was added."""
        if not self._added or related_xml(self.main, "numbering") is not None:
            return
        package = self.main.package
        name = free_name(package, "/word/numbering.xml")
        part = NumberingPart(name, CONTENT_TYPE.WML_NUMBERING, self._root, package)
        self.main.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
