"""How a template numbers: its lists, with those of the default template, and its footnotes."""

from __future__ import annotations

import copy
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import field, frozen
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.parts.numbering import NumberingPart
from lxml import etree

from ssrpolicy_word.messages import _
from ssrpolicy_word.parts import DECLARED, W, free_name, parsed, related_xml, value_of, whole_number
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
        formats = {
            each.get(W("abstractNumId")): value_of(each, "lvl", "numFmt")
            for each in reversed(self._root.findall(W("abstractNum")))
        }
        lists = {
            each.get(W("numId"), ""): formats.get(value_of(each, "abstractNumId"))
            for each in reversed(self._root.findall(W("num")))
        }
        return frozenset(number for number, shape in lists.items() if shape == "bullet")

    def is_bullet(self, number: str | None) -> bool:
        """Return whether the template's list under a number has bullets at its first level."""
        return number in self._bullets

    def indent(self, number: str) -> etree._Element | None:
        """Return the indent of the first level of a list, or None where it has none."""
        num = _found(self._root, "num", "numId", number)
        abstract_id = value_of(num, "abstractNumId") or ""
        abstract = _found(self._root, "abstractNum", "abstractNumId", abstract_id)
        return abstract.find("/".join(map(W, ("lvl", "pPr", "ind"))))

    def default_list(self, number: str) -> str:
        """Put in a list of the default template, once, and return its number here."""
        if number in self._added:
            return self._added[number]
        default = parsed("numbering", default_part("numbering"))
        num = copy.deepcopy(_found(default, "num", "numId", number))
        abstract_id = next(num.iter(W("abstractNumId"))).get(W("val"), "")
        abstract = copy.deepcopy(_found(default, "abstractNum", "abstractNumId", abstract_id))
        id = str(self._free("abstractNum", "abstractNumId"))
        given = self._added[number] = str(self._free("num", "numId"))
        abstract.set(W("abstractNumId"), id)
        num.set(W("numId"), given)
        for reference in num.iter(W("abstractNumId")):
            reference.set(W("val"), id)
        # Every definition stands before the first list.
        lists = self._root.findall(W("num"))
        self._root.insert(self._root.index(lists[0]) if lists else len(self._root), abstract)
        self._root.insert(self._root.index(lists[-1] if lists else abstract) + 1, num)
        return given

    def _free(self, tag: str, attribute: str) -> int:
        taken = [each.get(W(attribute)) for each in self._root.findall(W(tag))]
        return max((whole_number(each) or 0 for each in taken), default=0) + 1

    def put(self) -> None:
        """Put the part with the lists into a template that had none, where any was added."""
        if not self._added or related_xml(self.main, "numbering") is not None:
            return
        package = self.main.package
        name = free_name(package, "/word/numbering.xml")
        part = NumberingPart(name, CONTENT_TYPE.WML_NUMBERING, self._root, package)
        self.main.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)


def _found(root: etree._Element, tag: str, attribute: str, value: str) -> etree._Element:
    return next(each for each in root.iter(W(tag)) if each.get(W(attribute)) == value)


_ROMAN = {1000: "m", 900: "cm", 500: "d", 400: "cd", 100: "c", 90: "xc", 50: "l", 40: "xl"}
_ROMAN |= {10: "x", 9: "ix", 5: "v", 4: "iv", 1: "i"}
_LETTERS = 26
# Word lets no series of notes begin at a higher number.
_LAST_NOTE = 16_383


def _roman(number: int) -> str:
    shown = ""
    for value, letters in _ROMAN.items():
        shown += letters * (number // value)
        number %= value
    return shown


def _letter(number: int) -> str:
    """As Word counts: a to z, aa to zz, aaa to zzz."""
    return chr(ord("a") + (number - 1) % _LETTERS) * ((number - 1) // _LETTERS + 1)


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
}


@frozen(kw_only=True)
class NoteNumbers:
    """The numbers that footnotes show: the first of the note comes after ``before`` others."""

    before: int = 0
    format: str = "decimal"

    def shown(self, number: int) -> str:
        """Return what the footnote shows that is the note's first, second and so on."""
        return _FORMATS[self.format](self.before + number)


def settle_note_numbers(
    document: etree._Element,
    settings: etree._Element | None,
    remark: Callable[[str], None],
    template: str,
) -> NoteNumbers:
    """Return how footnotes are numbered; make it one series in signs that a reader can name.

    A number that begins anew on each page names no one footnote; neither does an asterisk. Where
    the template asks for that, it is changed in it, and reported.
    """
    roots = [document] if settings is None else [document, settings]
    given = [each for root in roots for each in root.iter(W("footnotePr"))]
    changed = False
    format, start = "decimal", 1
    for properties in reversed(given):
        restart = properties.find(W("numRestart"))
        if restart is not None and restart.get(W("val")) != "continuous":
            restart.set(W("val"), "continuous")
            changed = True
        wanted = properties.find(W("numFmt"))
        if wanted is not None:
            if wanted.get(W("val")) not in _FORMATS:
                wanted.set(W("val"), "decimal")
                changed = True
            format = wanted.get(W("val"), "decimal")
        first = whole_number(value_of(properties, "numStart"))
        start = start if first is None else min(first, _LAST_NOTE)
    if changed:
        remark(
            _(
                "The template {template} numbers its footnotes anew or with signs; they were "
                "numbered on, so that one can be referred to.",
                template=template,
            )
        )
    return NoteNumbers(before=max(start - 1, 0), format=format)
