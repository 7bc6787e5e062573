"""What a text of a template holds and does not show, or that comes from elsewhere, left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from lxml import etree

from ssrpolicy_word.parts import NAMESPACE, W, local, value_of
from ssrpolicy_word.template.cleaning.controls import clean_controls
from ssrpolicy_word.template.cleaning.elements import (
    is_on,
    is_safe_link,
    join_to_next,
    properties_of,
    remove,
    seen_once,
    tidy,
    unwrap,
)
from ssrpolicy_word.template.cleaning.hidden import HiddenStyles
from ssrpolicy_word.template.cleaning.unreadable import Looks, other_branches, unreadable_runs

_OF_WORD = W("")
_VML = "{urn:schemas-microsoft-com:vml}"
_OFFICE = "{urn:schemas-microsoft-com:office:office}"
# Traces of how the template was made, which show nothing: where editing began and ended, what
# was checked for spelling, and who was asked what.
_TRACES = tuple(
    map(
        W,
        (
            "proofErr", "lastRenderedPageBreak", "smartTagPr", "customXmlPr", "rsid",
            "commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef",
            "permEnd", "printerSettings",
        ),
    )
)  # fmt: skip
_WRAPPERS = (W("smartTag"), W("customXml"))
_COUNTED = {W("altChunk"): "files", W("subDoc"): "files", W("permStart"): "permissions"}
_MATH_RUN = "{http://schemas.openxmlformats.org/officeDocument/2006/math}r"
_TEXTS = tuple(map(W, ("t", "instrText")))
_OBJECT_PARTS = (f"{_OFFICE}OLEObject", *map(W, ("control", "objectEmbed", "objectLink")))
# Programs put the path of a picture on somebody's machine where its description belongs.
_PATH = re.compile(r"\s*([A-Za-z]:[\\/]|\\\\|file:|/(Users|home)/)", re.IGNORECASE)
_DESCRIPTIONS = ("descr", "title", "name", "alt")
_CORE_PROPERTIES = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"
_KNOWN = tuple(
    f"{{{start}"
    for start in (
        "http://schemas.openxmlformats.org/", "http://schemas.microsoft.com/",
        "urn:schemas-microsoft-com:", "http://www.w3.org/",
    )
)  # fmt: skip
_INVISIBLE = re.compile(r"visibility\s*:\s*hidden", re.IGNORECASE)


def clean_contents(root: etree._Element, styles: HiddenStyles, looks: Looks) -> Counter[str]:
    """Leave out of a text what it does not show or fetches, and return how much of each kind."""
    found: Counter[str] = Counter()
    etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
    for each in list(root.iter(*_WRAPPERS)):
        unwrap(each)
    for each in seen_once(root.iter(*_COUNTED)):
        found[_COUNTED[str(each.tag)]] += 1
    for each in list(root.iter(*_TRACES, *_COUNTED)):
        remove(each)
    found["hidden"] = _remove_hidden(root, styles, looks)
    found["objects"] = _remove_objects(root)
    found.update(clean_controls(root))
    found["data"] = clean_attributes(root)
    _unbind(root)
    return found


def _remove_hidden(root: etree._Element, styles: HiddenStyles, looks: Looks) -> int:
    """Remove text and drawings that are hidden, and return how many paragraphs had any."""
    hidden = [run for run in root.iter(W("r"), _MATH_RUN) if _is_hidden(run, styles)]
    rows = [p for p in root.iter(W("trPr")) if is_on(p, "hidden")]
    hidden += [row for each in rows if (row := each.getparent()) is not None]
    hidden += [*_hidden_drawings(root), *unreadable_runs(root, looks), *other_branches(root)]
    marks = [each for each in root.iter(W("p")) if _hides_mark(each, styles)]
    holders = {_paragraph(each) for each in seen_once(hidden) if _shows(each)}
    for each in hidden:
        remove(each)
    if hidden or marks:
        # A reader sees no end of a paragraph there.
        join_to_next(marks)
        for mark in list(root.iter(W("vanish"))):
            _show_mark(mark)
        tidy(root)
    return len(holders)


def _show_mark(mark: etree._Element) -> None:
    """Show the end of a paragraph that has no other to join, as the last one of a cell."""
    properties = mark.getparent()
    within = None if properties is None else properties.getparent()
    if within is not None and within.tag == W("pPr") and not is_on(properties, "specVanish"):
        remove(mark)


def _paragraph(element: etree._Element) -> etree._Element:
    return next(element.iterancestors(W("p")), element)


def _shows(element: etree._Element) -> bool:
    """Whether there is anything to see in an element."""
    shown = element.iter(*map(W, ("t", "sym", "drawing", "pict", "object", "fldChar")))
    return any(each.tag != W("t") or (each.text or "") for each in shown)


def _is_hidden(run: etree._Element, styles: HiddenStyles) -> bool:
    properties = run.find(W("rPr"))
    set_to = is_on(properties, "vanish")
    if set_to is not None:
        return set_to
    paragraph = next(run.iterancestors(W("p")), None)
    own = None if properties is None else value_of(properties, "rStyle")
    described = None if paragraph is None else properties_of(paragraph)
    of_all = None if described is None else value_of(described, "pStyle")
    return styles.hides(run, of_all or styles.default, own)


def _hides_mark(paragraph: etree._Element, styles: HiddenStyles) -> bool:
    """Whether a paragraph's mark is hidden; one that only sets a heading apart is not."""
    mark = paragraph.find(f"{W('pPr')}/{W('rPr')}")
    if is_on(mark, "specVanish") or paragraph.find(f"{W('pPr')}/{W('sectPr')}") is not None:
        return False
    set_to = is_on(mark, "vanish")
    style = value_of(paragraph, "pPr", "pStyle") or styles.default
    return styles.hides(paragraph, style) if set_to is None else set_to


def _hidden_drawings(root: etree._Element) -> Iterable[etree._Element]:
    """Drawings that are set not to be seen."""
    for each in root.iter():
        if local(each) in ("docPr", "cNvPr") and each.get("hidden", "0").lower() in ("1", "true"):
            yield _holder(each)
        elif str(each.tag).startswith(_VML) and _INVISIBLE.search(each.get("style", "")):
            yield each


def _holder(element: etree._Element) -> etree._Element:
    """The drawing that an element belongs to: its own shape where it is one of several."""
    for each in element.iterancestors():
        if local(each) in ("wsp", "pic", "sp", "grpSp", "wgp", "drawing", "cxnSp"):
            return each
    return element


def _remove_objects(root: etree._Element) -> int:
    """Let each embedded object become the picture that it shows, and return how many."""
    found = 0
    for each in list(root.iter(*_OBJECT_PARTS)):
        found += next(seen_once([each]), None) is not None
        remove(each)
    for held in list(root.iter(W("object"))):
        drawing = held.find(W("drawing"))
        if drawing is not None:
            held.addprevious(drawing)
        if drawing is not None or not len(held):
            remove(held)
        else:
            held.tag = W("pict")
            for name in list(held.attrib):
                del held.attrib[name]
    return found


def clean_attributes(root: etree._Element) -> int:
    """Remove revision numbers, authors, paths, and addresses that a drawing would fetch from.

    What is in name spaces that Word does not know is removed too; the number of those elements
    that are not within one another is returned.
    """
    foreign = [each for each in root.iter("*") if _is_foreign(str(each.tag)) and each is not root]
    outermost = [each for each in foreign if not _is_foreign(str(_parent(each).tag))]
    for each in outermost:
        remove(each)
    for each in root.iter():
        _remove_strays(each)
        drawn = str(each.tag).startswith((_VML, _OFFICE))
        for name, value in each.attrib.items():
            plain, ours, unwanted = _kind_of(str(name))
            if ours and plain in ("tooltip", "docLocation"):
                unwanted = bool(_PATH.match(str(value)))
            if not unwanted and (drawn or not ours):
                fetched = drawn and plain in ("src", "href") and not _in_package(plain, str(value))
                described = plain in _DESCRIPTIONS and not ours and _PATH.match(str(value))
                unwanted = fetched or bool(described) or (drawn and plain in ("ole", "title"))
            if unwanted:
                del each.attrib[name]
        if local(each) in ("docPr", "cNvPr"):
            # Nobody sees it: programs put the name of the file there that a picture was.
            each.set("name", "")
    return len(outermost)


@lru_cache(1_000)
def _kind_of(name: str) -> tuple[str, bool, bool]:
    """An attribute's name alone, whether it is one of Word's text, and whether none may stay."""
    space, _, plain = name.rpartition("}")
    ours = space == f"{{{NAMESPACE}"
    traced = ours and (plain.startswith("rsid") or plain in ("author", "initials"))
    return plain, ours, traced or _is_foreign(name)


def _remove_strays(element: etree._Element) -> None:
    """Remove words that stand between the elements of a text, where no program shows them."""
    if element.tag in _TEXTS or not str(element.tag).startswith(_OF_WORD):
        return
    for each in element:
        each.tail = None
    element.text = None


def _parent(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    return element if parent is None else parent


def _is_foreign(name: str) -> bool:
    """Whether an element or attribute, by its whole name, is of no vocabulary that Word knows."""
    return name.startswith("{") and not name.startswith(_KNOWN)


def _in_package(name: str, value: str) -> bool:
    """Whether a drawing's attribute leads into the package, or is a link to click on."""
    return name == "href" and is_safe_link(value)


def _unbind(root: etree._Element) -> None:
    """Let content controls keep what they show, without the data that they were filled from."""
    for each in list(root.iter()):
        name = local(each)
        if name == "dataBinding":
            if each.get(W("storeItemID"), "").upper() != _CORE_PROPERTIES:
                remove(each)
        elif name in ("webVideoPr", "webExtensionLinked", "webExtensionCreated") or each.tag == W(
            "placeholder"
        ):
            remove(each)
