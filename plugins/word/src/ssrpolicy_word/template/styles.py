"""The styles that a note needs, found in its template by name; what is missing is put in."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import field, frozen
from lxml import etree

from ssrpolicy.reporting import together
from ssrpolicy_word.messages import _, ngettext
from ssrpolicy_word.parts import W, parsed, related_xml, value_of
from ssrpolicy_word.template.default import default_part, put_default_styles
from ssrpolicy_word.template.inheritance import Inheritance
from ssrpolicy_word.template.numbering import Numbering

if TYPE_CHECKING:
    from docx.parts.document import DocumentPart

# The styles of Word that a note takes from its template, under the names that templates have for
# them: Word's own, those of Word in Dutch, and those that other programs make of them.
_BULLETS = ("Lijst opsom.teken", "Lijstopsomming", "Lijst opsomming", "Opsomming")
_HEADINGS = ("heading 1", "heading 2", "heading 3")
_NAMES: Mapping[str, tuple[str, ...]] = {
    "Title": ("Titel",),
    **{heading: (heading.replace("heading", "Kop"),) for heading in _HEADINGS},
    "List Bullet": _BULLETS,
    **{f"List Bullet {level}": tuple(f"{name} {level}" for name in _BULLETS) for level in (2, 3)},
    "footnote text": ("Voetnoottekst",),
    "footnote reference": ("Voetnootmarkering", "Voetnootverwijzing"),
    "Hyperlink": ("Hyperlink", "Internet Link", "Internetkoppeling"),
    "Table Grid": ("Tabelraster",),
}
_OUR_TABLE = "Note Table"
_TEXT = "Note Text"


@frozen(kw_only=True)
class Styles:
    """The ids of the styles of a note, by the names that the default template has for them.

    ``language`` is the language tag that text has of itself, where the template says so of all
    its styles; ``numbering`` the list that paragraphs of a style need besides; ``text`` the id
    of the style for text, where the template's default style will not do.
    """

    ids: Mapping[str, str]
    language: str | None
    numbering: Mapping[str, str] = field(factory=dict)
    text: str | None = None

    def paragraph(self, name: str | None) -> str:
        """Return the properties of a paragraph of a style, or of plain text without a style."""
        if name is None:
            return f'<w:pStyle w:val="{self.text}"/>' if self.text is not None else ""
        properties = f'<w:pStyle w:val="{self.ids[name]}"/>'
        if name in self.numbering:
            listed = f'<w:ilvl w:val="0"/><w:numId w:val="{self.numbering[name]}"/>'
            properties += f"<w:numPr>{listed}</w:numPr>"
        return properties


def find_styles(
    main: DocumentPart, needed: Iterable[str], remark: Callable[[str], None], template: str
) -> Styles:
    """Return the styles that a note needs, each looked up once; put in what is missing.

    What was used in the place of a missing style of Word is reported through ``remark``.
    """
    part = related_xml(main, "styles")
    bare = part is None or part.element.find(W("style")) is None
    if part is None or bare:
        remark(
            _(
                "The template {template} has no styles; the built-in house style was put in.",
                template=template,
            )
        )
        part = put_default_styles(main)
    book = _StyleBook(root=part.element, numbering=Numbering(main))
    ids, numbering, added = {}, {}, []
    for wanted in needed:
        style = book.found(wanted)
        if style is None and (style := book.alike(wanted)) is not None:
            remark(
                _(
                    "The template {template} has no style {wanted}; “{style}” was used in its "
                    "place.",
                    template=template,
                    wanted=_called(wanted),
                    style=_name(style),
                )
            )
        if style is None:
            style = book.added(wanted)
            if wanted in _NAMES or wanted == _OUR_TABLE:
                added.append(wanted)
        elif wanted.startswith("List Bullet") and not book.is_list(style):
            numbering[wanted] = book.numbering.default_list(book.default_number(wanted))
        ids[wanted] = _id(style)
    if added and not bare:
        remark(
            _(
                "The template {template} has no {added}; the styles of the built-in house "
                "style were put in.",
                template=template,
                added=_listed(added),
            )
        )
    text = book.text()
    book.numbering.put()
    return Styles(ids=ids, language=_language(book.root), numbering=numbering, text=text)


def _listed(names: list[str]) -> str:
    """Styles as a sentence names them: "styles A and B"."""
    called = together(list(map(_called, names)))
    return ngettext("style {names}", "styles {names}", len(names), names=called)


def _called(name: str) -> str:
    """A style by its name, and the name it has in Word in Dutch."""
    name = "Table Grid" if name == _OUR_TABLE else name
    dutch = _NAMES[name][0]
    return f"“{name}”" if dutch == name else f"“{name}” ({dutch})"


def _folded(name: str) -> str:
    """A name without what templates write in different ways: "heading 1" and "Heading1"."""
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def _id(style: etree._Element) -> str:
    return style.get(W("styleId"), "")


def _list_number(style: etree._Element) -> str | None:
    return value_of(style, "pPr", "numPr", "numId")


def _name(style: etree._Element) -> str:
    return value_of(style, "name") or _id(style)


def _aliases(style: etree._Element) -> list[str]:
    return (value_of(style, "aliases") or "").split(",")


def _language(root: etree._Element) -> str | None:
    """The one language that the defaults and every style name, or None."""
    default = root.find("/".join(map(W, ("docDefaults", "rPrDefault", "rPr", "lang"))))
    found = {element.get(W("val")) for element in root.iter(W("lang"))} - {None}
    return found.pop() if default is not None and len(found) == 1 else None


@frozen(kw_only=True)
class _StyleBook:
    """The styles of a template, by kind and by every name that they go under."""

    root: etree._Element
    numbering: Numbering
    _defaults: dict[str, etree._Element] = field(factory=dict)
    _by_name: dict[tuple[str, str], etree._Element] = field(factory=dict)
    _by_id: dict[str, etree._Element] = field(factory=dict)

    @cached_property
    def _default_paragraph(self) -> str | None:
        """The id of the template's default style of paragraphs."""
        default = self._template_default("Normal")
        return None if default is None else _id(default)

    @cached_property
    def inherited(self) -> Inheritance:
        """What every paragraph of the template has."""
        return Inheritance.of(self.root, self._template_default("Normal"))

    def __attrs_post_init__(self) -> None:
        styles = self.root.findall(W("style"))
        # A name goes before an alias, and an alias before an id, whatever their order.
        for names_of in (lambda s: [_name(s)], _aliases, lambda s: [_id(s)]):
            for style in styles:
                for name in names_of(style):
                    key = (style.get(W("type"), "paragraph"), _folded(name))
                    self._by_name.setdefault(key, style)
        self._by_id.update((_id(style), style) for style in styles)
        default = parsed("styles", default_part("styles"))
        self._defaults.update((_name(style), style) for style in default.iter(W("style")))

    def found(self, wanted: str) -> etree._Element | None:
        """The style that goes under one of the names of the one that is wanted."""
        kind = self._defaults[wanted if wanted in self._defaults else _OUR_TABLE].get(W("type"), "")
        also = ("Table Grid", *_NAMES["Table Grid"]) if wanted == _OUR_TABLE else ()
        names = (wanted, *_NAMES.get(wanted, also))
        found = (self._by_name.get((kind, _folded(each))) for each in names)
        return next((style for style in found if style is not None), None)

    def alike(self, wanted: str) -> etree._Element | None:
        """A style of the template's own that does what the missing one does, the first of several.

        A heading is known by its level in the outline, a list by its bullets, a table by being
        one.
        """
        own = (s for s in self.root.findall(W("style")) if s.get(W("default")) is None)
        if wanted in _HEADINGS:
            level = str(_HEADINGS.index(wanted))
            fits = (s for s in own if value_of(s, "pPr", "outlineLvl") == level)
        elif wanted == "List Bullet":
            fits = (s for s in own if self.numbering.is_bullet(_list_number(s)))
        elif wanted == _OUR_TABLE:
            fits = (s for s in own if s.get(W("type")) == "table")
        else:
            return None
        return next(fits, None)

    def is_list(self, style: etree._Element | None) -> bool:
        """Whether a style, or one that it is based on, makes its paragraphs items of a list."""
        seen: set[str] = set()
        while style is not None:
            number = _list_number(style)
            if number is not None:
                return number != "0"
            parent = value_of(style, "basedOn") or ""
            if parent in seen:
                return False
            seen.add(parent)
            style = self._by_id.get(parent)
        return False

    def default_number(self, wanted: str) -> str:
        """The number of the list that a style has in the default template."""
        return _list_number(self._defaults[wanted]) or ""

    def added(self, wanted: str) -> etree._Element:
        """Put in the default template's style, with what it is based on, fitted to the template."""
        style = copy.deepcopy(self._defaults[wanted])
        for tag in ("basedOn", "next"):
            for element in style.findall(W(tag)):
                id = element.get(W("val"), "")
                base = next(name for name, each in self._defaults.items() if _id(each) == id)
                if (parent := self._template_default(base)) is None:
                    parent = self.found(base)
                if parent is None and tag == "basedOn":
                    parent = self.added(base)
                if parent is None:
                    style.remove(element)
                else:
                    element.set(W("val"), _id(parent))
        indent = None
        for number in style.iter(W("numId")):
            number.set(W("val"), self.numbering.default_list(number.get(W("val"), "")))
            indent = self.numbering.indent(number.get(W("val"), ""))
        basis = style.find(W("basedOn"))
        if basis is not None and basis.get(W("val")) == self._default_paragraph:
            self.inherited.clear(style, indent)
        elif basis is not None and style.get(W("type")) != "paragraph":
            # A default of characters or tables can be anything; ours says all that it needs.
            style.remove(basis)
        self._put(style, _id(style))
        return style

    def text(self) -> str | None:
        """Put in a style for text where the template's default one would not look like text."""
        if not self.inherited.disturbs_text():
            return None
        found = self._by_name.get(("paragraph", _folded(_TEXT)))
        if found is None:
            found = etree.Element(W("style"))
            for name, value in (("type", "paragraph"), ("customStyle", "1")):
                found.set(W(name), value)
            for name, value in (("name", _TEXT), ("basedOn", self._default_paragraph or "")):
                etree.SubElement(found, W(name)).set(W("val"), value)
            self._put(found, _TEXT.replace(" ", ""))
            self.inherited.clear(found)
        return _id(found)

    def _put(self, style: etree._Element, id: str) -> None:
        """Put a style in under an id, or one like it that is free."""
        while id in self._by_id:
            id += "x"
        style.set(W("styleId"), id)
        self.root.append(style)
        self._by_id[id] = style
        self._by_name[style.get(W("type"), ""), _folded(_name(style))] = style

    def _template_default(self, default_name: str) -> etree._Element | None:
        """The template's default style of the kind of which this is the default template's."""
        default = self._defaults[default_name]
        if default.get(W("default")) is None:
            return None
        kind = default.get(W("type"))
        alike = (s for s in self.root.findall(W("style")) if s.get(W("type")) == kind)
        return next((s for s in alike if s.get(W("default")) in ("1", "true", "on")), None)
