"""What a style of ours would inherit from a template and does not want, cleared in it."""

from __future__ import annotations

import copy
from collections.abc import Mapping

from attrs import frozen
from lxml import etree

from ssrpolicy_word.parts import W, local, value_of, whole_number

# Properties in the order in which Word wants them, each with what it is where nobody set it.
# Those with None are wanted as the template has them: fonts, sizes, colours, hyphenation.
_OFF = {"val": "0"}
_PLAIN = {"val": "clear", "color": "auto", "fill": "auto"}
_Plain = Mapping[str, Mapping[str, str] | None]
_OF_PARAGRAPHS: _Plain = {
    "keepNext": _OFF, "keepLines": _OFF, "pageBreakBefore": _OFF,
    "widowControl": None, "numPr": {}, "suppressLineNumbers": _OFF, "pBdr": {}, "shd": _PLAIN,
    "tabs": {}, "suppressAutoHyphens": None, "kinsoku": None, "wordWrap": {"val": "1"},
    "overflowPunct": None, "topLinePunct": None, "autoSpaceDE": None, "autoSpaceDN": None,
    "bidi": _OFF, "adjustRightInd": None, "snapToGrid": None, "spacing": {}, "ind": {},
    "contextualSpacing": _OFF, "mirrorIndents": _OFF, "suppressOverlap": None,
    "jc": {"val": "left"}, "textDirection": {"val": "lrTb"}, "textAlignment": {"val": "auto"},
    "textboxTightWrap": {"val": "none"}, "outlineLvl": {"val": "9"},
}  # fmt: skip
_OF_RUNS: _Plain = {
    "rFonts": None, "b": _OFF, "bCs": _OFF, "i": _OFF, "iCs": _OFF, "caps": _OFF,
    "smallCaps": _OFF, "strike": _OFF, "dstrike": _OFF, "outline": _OFF, "shadow": _OFF,
    "emboss": _OFF, "imprint": _OFF, "noProof": _OFF, "snapToGrid": None, "webHidden": _OFF,
    "color": None, "spacing": _OFF, "w": {"val": "100"}, "kern": None, "position": _OFF,
    "sz": None, "szCs": None, "highlight": {"val": "none"}, "u": {"val": "none"},
    "effect": {"val": "none"}, "bdr": {"val": "nil"}, "shd": _PLAIN,
    "vertAlign": {"val": "baseline"}, "rtl": _OFF, "cs": _OFF, "em": {"val": "none"},
    "lang": None, "oMath": _OFF,
}  # fmt: skip
_LAYERS = (("pPr", _OF_PARAGRAPHS), ("rPr", _OF_RUNS))
_SIDES = ("top", "left", "bottom", "right", "between", "bar")
_LINE = {"line": "276", "lineRule": "auto"}
# What text may have of a default style, and still be text.
_OF_TEXT = {"spacing", "ind", "tabs", "keepLines", "contextualSpacing", "wordWrap"}
# Lines that are lower than their letters, in twips for each half point, run into each other.
_LOWEST_LINE = 10
_STRAIGHT = ("both", "left", "start", "distribute")
_OFF_VALUES = ("0", "false", "off")
# A style is based on another, and that on another; one on itself has no end.
_MOST_STYLES = 20


@frozen(kw_only=True)
class Inheritance:
    """What every paragraph of a template has by its defaults and its default style.

    ``given`` has the properties of paragraphs and of runs by their names, ``pPr`` and ``rPr``;
    ``framed`` says that the default style puts its text in a frame, which no style takes off.
    """

    given: Mapping[str, Mapping[str, etree._Element]]
    framed: bool

    @classmethod
    def of(cls, root: etree._Element, default: etree._Element | None) -> Inheritance:
        """Return that of the styles of a template, with the default style of its paragraphs."""
        defaults = root.find(W("docDefaults"))
        lineage = _lineage(root, default)
        given: dict[str, dict[str, etree._Element]] = {"pPr": {}, "rPr": {}}
        for layer in (*(() if defaults is None else defaults), *lineage):
            for name, plain in _LAYERS:
                for each in layer.iterfind(f"{W(name)}/*"):
                    if local(each) in plain:
                        _inherit(given[name], each)
        framed = any(each.find(f"{W('pPr')}/{W('framePr')}") is not None for each in lineage)
        return cls(given=given, framed=framed)

    def unwanted(self, name: str) -> set[str]:
        """Return which properties of paragraphs (``pPr``) or runs (``rPr``) are not plain."""
        plain = dict(_LAYERS)[name]
        return {tag for tag, given in self.given[name].items() if not _is_plain(given, plain[tag])}

    def disturbs_text(self) -> bool:
        """Return whether text in the template's default style would not look like text."""
        unwanted = self.unwanted("pPr") - _OF_TEXT
        if "jc" in unwanted and self.given["pPr"]["jc"].get(W("val")) in _STRAIGHT:
            unwanted.remove("jc")
        return self.framed or self._runs_together() or bool(unwanted | self.unwanted("rPr"))

    def _runs_together(self) -> bool:
        spacing, size = self.given["pPr"].get("spacing"), self.given["rPr"].get("sz")
        if spacing is None or spacing.get(W("lineRule")) != "exact":
            return False
        height = whole_number(spacing.get(W("line"))) or 0
        letters = whole_number(None if size is None else size.get(W("val"))) or 20
        return height < letters * _LOWEST_LINE

    def clear(self, style: etree._Element, list_indent: etree._Element | None = None) -> None:
        """Clear in a paragraph style what it inherits and does not set.

        ``list_indent`` is the indent of the list that it belongs to, which would give way to an
        indent of the style.
        """
        for name, plain in _LAYERS:
            own = {local(each): each for each in style.iterfind(f"{W(name)}/*")}
            unwanted = self.unwanted(name)
            for tag, given in self.given[name].items():
                if tag in unwanted:
                    before = own.get(tag, list_indent if tag == "ind" else None)
                    own[tag] = _cleared(given, before, plain[tag] or {})
                elif self.framed and tag not in own:
                    # It will inherit nothing from the style that is framed.
                    own[tag] = copy.deepcopy(given)
            _put(style, name, [own[tag] for tag in plain if tag in own])
        if self.framed:
            for basis in style.findall(W("basedOn")):
                style.remove(basis)


def _lineage(root: etree._Element, style: etree._Element | None) -> list[etree._Element]:
    """The styles that a style is based on, the first of them first, and it itself."""
    styles = {each.get(W("styleId"), ""): each for each in root.findall(W("style"))}
    found: list[etree._Element] = []
    while style is not None and len(found) < _MOST_STYLES:
        found.insert(0, style)
        style = styles.get(value_of(style, "basedOn") or "")
    return found


def _inherit(held: dict[str, etree._Element], given: etree._Element) -> None:
    """Take a property over: spacing and indents by each of their sides, tab stops by each."""
    tag = local(given)
    before = held.get(tag)
    held[tag] = copy.deepcopy(given)
    if before is None:
        return
    if tag in ("spacing", "ind"):
        for side, value in before.attrib.items():
            if side not in given.attrib:
                held[tag].set(side, value)
    elif tag == "tabs":
        positions = {each.get(W("pos")) for each in given}
        held[tag].extend([each for each in before if each.get(W("pos")) not in positions])


def _values(element: etree._Element) -> dict[str, str]:
    return {str(name).rpartition("}")[2]: str(value) for name, value in element.attrib.items()}


def _is_plain(given: etree._Element, plain: Mapping[str, str] | None) -> bool:
    """Whether an inherited property is as good as none, or is wanted."""
    tag, values = local(given), _values(given)
    if plain is None:
        return True
    if tag in {"tabs", "pBdr"}:
        return all(each.get(W("val")) in ("clear", "nil", "none") for each in given)
    if tag == "spacing" and "val" not in values:
        return not _unwanted_spacing(values)
    if tag in {"ind", "numPr"}:
        numbers = set(values.values()) or {value_of(given, "numId") or "0"}
        return numbers <= {"0"}
    if plain == _OFF:
        return values.get("val", "1").lower() in _OFF_VALUES
    return all(values.get(name, value) == value for name, value in plain.items())


def _unwanted_spacing(values: Mapping[str, str]) -> dict[str, str]:
    """Return settings that undo space around a paragraph, and lines of an exact height."""
    undone = {
        side: "0"
        for side in ("before", "beforeLines", "afterLines", "beforeAutospacing", "afterAutospacing")
        if values.get(side, "0").lower() not in _OFF_VALUES
    }
    return undone | (_LINE if values.get("lineRule") == "exact" else {})


def _cleared(
    given: etree._Element, own: etree._Element | None, plain: Mapping[str, str]
) -> etree._Element:
    """The property that a style has in place of an inherited one: its own, with the rest undone."""
    tag, values = local(given), _values(given)
    ours = {} if own is None else _values(own)
    result = etree.Element(given.tag)
    if tag == "ind":
        values = dict.fromkeys(values, "0")
        if "hanging" in ours:
            values = {side: "0" for side in values if not side.startswith("firstLine")}
        values |= ours
    elif tag == "spacing" and "val" not in values:
        values = _unwanted_spacing(values) | ours
    elif tag == "tabs":
        return _without_stops(given, own)
    elif own is not None:
        if tag == "numPr" and own.find(W("ilvl")) is None:
            # LibreOffice would take the level from what is inherited, and lose the list.
            own.insert(0, _element("ilvl", {"val": "0"}))
        return own
    elif tag == "numPr":
        result.append(_element("numId", {"val": "0"}))
        return result
    elif tag == "pBdr":
        result.extend([_element(side, {"val": "nil"}) for side in _SIDES if _has(given, side)])
        return result
    else:
        values = dict(plain)
    for name, value in values.items():
        result.set(W(name), value)
    return result


def _without_stops(given: etree._Element, own: etree._Element | None) -> etree._Element:
    """The tab stops of a style, in their order, with those that it inherits cleared."""
    kept = {each.get(W("pos"), ""): _values(each) for each in (() if own is None else own)}
    gone = {each.get(W("pos"), ""): {"val": "clear"} for each in given}
    stops = {pos: {**stop, "pos": pos} for pos, stop in (gone | kept).items()}
    result = etree.Element(given.tag)
    for pos in sorted(stops, key=lambda pos: whole_number(pos) or 0):
        result.append(_element("tab", stops[pos]))
    return result


def _has(element: etree._Element, name: str) -> bool:
    return element.find(W(name)) is not None


def _element(name: str, values: Mapping[str, str]) -> etree._Element:
    element = etree.Element(W(name))
    for each, value in values.items():
        element.set(W(each), value)
    return element


def _put(style: etree._Element, name: str, content: list[etree._Element]) -> None:
    """Put the properties of a kind into a style, in the place that Word wants them."""
    properties = style.find(W(name))
    if properties is None:
        if not content:
            return
        properties = etree.Element(W(name))
        paragraphs = style.find(W("pPr"))
        style.insert(
            style.index(paragraphs) + 1 if paragraphs is not None else len(style), properties
        )
    properties[:] = content
