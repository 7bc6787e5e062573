"""Text that nobody can read, such as white on white or tiny, or that is on no page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import field, frozen
from lxml import etree

from ssrpolicy_word.parts import W, local, value_of, whole_number
from ssrpolicy_word.template.cleaning.elements import FALLBACK, VENDORS, is_on, properties_of

# In half points: letters of two points and less are dots.
_TINY = 4
# Of each colour; below it light grey begins, of which a "CONCEPT" across a page is.
_WHITE = 0xF8
# In hundredths of their width: letters of a tenth of it and less are a line.
_NARROW = 10
# What is marked with the colour that it has itself was made unreadable, as a name often is.
_MARKED = {"black": "000000", "white": "FFFFFF", "darkBlue": "000080", "darkRed": "800000",
           "darkGray": "808080", "lightGray": "C0C0C0", "yellow": "FFFF00", "red": "FF0000",
           "blue": "0000FF", "green": "00FF00"}  # fmt: skip
_DRAWN = ("anchor", "inline", "pict", "object", "txbxContent", "background")
# What a run of letters has; a picture, a break or a field is seen whatever colour is around it.
_LETTERS = tuple(map(W, ("rPr", "t", "tab", "sym", "noBreakHyphen", "softHyphen")))
_HOLDERS = tuple(map(W, ("p", "tc", "tr", "tbl")))
_PLAIN = ("clear", "nil")
_MOST_STYLES = 20
_DESCRIBED = ("descr", "title", "alt", "string")
# What Word puts between the title and the description of a picture for its old versions.
_BETWEEN = {"Title:", "-", "Description:"}
_CHOICE = FALLBACK.replace("Fallback", "Choice")
_BRANCHES = FALLBACK.replace("Fallback", "AlternateContent")
_SHOWN_WHERE = {"first": "titlePg", "even": "evenAndOddHeaders"}


@frozen
class Looks:
    """The styles of a template by their ids, for the colour, size and shade that they give.

    ``covered`` says that something which may be a coloured area stands in a header or a footer,
    behind every page.
    """

    styles: Mapping[str, etree._Element] = field(factory=dict)
    defaults: etree._Element | None = None
    covered: bool = False

    @classmethod
    def of(cls, styles: etree._Element | None, roots: Iterable[etree._Element]) -> Looks:
        """Return those of the part with the styles, and all the parts."""
        headers = (root for root in roots if root.tag in (W("hdr"), W("ftr")))
        covered = any(map(_has_drawings, headers))
        if styles is None:
            return cls(covered=covered)
        return cls(
            styles={each.get(W("styleId"), ""): each for each in styles.iter(W("style"))},
            defaults=styles.find("/".join(map(W, ("docDefaults", "rPrDefault", "rPr")))),
            covered=covered,
        )

    def chain(self, id: str | None) -> Iterator[etree._Element]:
        """Yield a style and those that it is based on, the nearest first."""
        for _ in range(_MOST_STYLES):
            style = self.styles.get(id or "")
            if style is None:
                return
            yield style
            id = value_of(style, "basedOn")


def unreadable_runs(root: etree._Element, looks: Looks) -> list[etree._Element]:
    """Return the runs of letters that nobody can read; what may stand on a colour can be read."""
    covered = looks.covered or _has_drawings(root)
    found = []
    for run in _lettered(root):
        layers = list(_layers(run, looks))
        size = whole_number(_first(layers, "sz"))
        width = whole_number(_first(layers, "w"))
        tiny = (size is not None and size <= _TINY) or (width is not None and width <= _NARROW)
        if (
            tiny
            or _is_blacked_out(layers)
            or (
                not covered
                and _is_white(_first(layers, "color"))
                and not _on_colour(run, layers, looks)
            )
        ):
            found.append(run)
    return found


def _lettered(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the runs that hold letters and nothing else, outside the results of fields."""
    within = 0
    for run in root.iter(W("r")):
        for mark in run.iter(W("fldChar")):
            within += {"begin": 1, "end": -1}.get(mark.get(W("fldCharType"), ""), 0)
        simple = next(run.iterancestors(W("fldSimple")), None)
        if within <= 0 and simple is None and all(each.tag in _LETTERS for each in run):
            yield run


def _has_drawings(root: etree._Element) -> bool:
    return any(local(each) in _DRAWN for each in root.iter("*"))


def _layers(run: etree._Element, looks: Looks) -> Iterator[etree._Element]:
    """Yield the properties that a run has, the nearest first: its own, and those of its styles."""
    own = run.find(W("rPr"))
    if own is not None:
        yield own
        for style in looks.chain(value_of(own, "rStyle")):
            yield from style.iterfind(W("rPr"))
    paragraph = next(run.iterancestors(W("p")), None)
    described = None if paragraph is None else properties_of(paragraph)
    named = None if described is None else value_of(described, "pStyle")
    for style in looks.chain(named):
        yield from style.iterfind(W("rPr"))
    if looks.defaults is not None:
        yield looks.defaults


def _first(layers: list[etree._Element], name: str) -> str | None:
    return next((value for each in layers if (value := value_of(each, name)) is not None), None)


def _is_white(colour: str | None) -> bool:
    try:
        value = bytes.fromhex(colour or "")
    except ValueError:
        return False
    return len(value) == 3 and min(value) >= _WHITE  # noqa: PLR2004 - red, green and blue


def _is_blacked_out(layers: list[etree._Element]) -> bool:
    """Whether letters have the colour that they are marked with, or that is behind them."""
    colour = (_first(layers, "color") or "").upper()
    shades = (each.find(W("shd")) for each in layers)
    shade = next((each.get(W("fill")) for each in shades if each is not None), None)
    marked = _MARKED.get(_first(layers, "highlight") or "", shade)
    return marked is not None and marked.upper() == colour != "AUTO"


def _on_colour(run: etree._Element, layers: list[etree._Element], looks: Looks) -> bool:
    """Whether a run, or what it stands in, has a colour behind it."""
    if any(value_of(each, "highlight") not in (None, "none", "white") for each in layers):
        return True
    for holder in (run, *run.iterancestors(*_HOLDERS)):
        for properties in holder.iterfind("*"):
            if properties.tag not in (f"{holder.tag}Pr", W("tblPrEx")):
                continue
            named = (value_of(properties, name) for name in ("pStyle", "rStyle", "tblStyle"))
            styles = (style for each in named for style in looks.chain(each))
            if _shaded(properties) or any(map(_shaded, styles)):
                return True
    return False


def _shaded(element: etree._Element) -> bool:
    """Whether anything in it has a colour other than white."""
    for each in element.iter(W("shd")):
        if each.get(W("themeFill")) is not None:
            return True
        fill = each.get(W("fill"), "auto")
        if (fill != "auto" and not _is_white(fill)) or each.get(W("val"), "clear") not in _PLAIN:
            return True
    return False


def other_branches(root: etree._Element) -> list[etree._Element]:
    """Return what is for other versions of Word and says something that what is shown does not.

    Word shows the first branch of which it knows the vocabulary, and else the one for old versions.
    """
    found = []
    for each in list(root.iter(_BRANCHES)):
        shown = next((b for b in each if b.tag == _CHOICE and _is_known(b)), each.find(FALLBACK))
        # Old and new versions divide the same words over runs in ways of their own.
        said = "" if shown is None else "".join(_words(shown))
        others = (branch for branch in each.iterchildren("*") if branch is not shown)
        found += [branch for branch in others if not _said(branch, said)]
    return found


def _said(branch: etree._Element, said: str) -> bool:
    """Whether a text has every word of a branch."""
    return all(word in said for word in _words(branch) if word not in _BETWEEN)


def _is_known(choice: etree._Element) -> bool:
    """Whether Word knows every vocabulary that a branch asks for; one without a name counts."""
    spaces = map(choice.nsmap.get, choice.get("Requires", "").split())
    return all(each is None or each.startswith(VENDORS) for each in spaces)


def _words(element: etree._Element) -> Iterator[str]:
    for each in element.iter("*"):
        said = [each.get(name, "") for name in _DESCRIBED]
        if local(each) in ("t", "instrText"):
            said.append(each.text or "")
        for text in said:
            yield from text.split()


def unseen_headers(root: etree._Element, settings: etree._Element | None) -> list[etree._Element]:
    """Return what names headers and footers that no page has: of first pages, and of even ones.

    A section without one of a kind has that of the section before it.
    """
    seen: set[etree._Element] = set()
    named: list[etree._Element] = []
    current: dict[tuple[str, str], etree._Element] = {}
    for section in root.iter(W("sectPr")):
        for each in section.iterfind("*"):
            kind = each.get(W("type"), "")
            if local(each) in ("headerReference", "footerReference") and kind in _SHOWN_WHERE:
                current[local(each), kind] = each
                named.append(each)
        for (_place, kind), each in current.items():
            switch = _SHOWN_WHERE[kind]
            if is_on(section if switch == "titlePg" else settings, switch):
                seen.add(each)
    return [each for each in named if each not in seen]
