"""Taking elements out of a part so that what is left is still a part that Word opens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from ssrpolicy_word.parts import W

FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_CHOICE = FALLBACK.replace("Fallback", "Choice")
VENDORS = ("http://schemas.openxmlformats.org/", "http://schemas.microsoft.com/")
"""How the names begin of the vocabularies and relations that Word knows."""
_STORIES = tuple(map(W, ("body", "hdr", "ftr", "txbxContent", "footnote", "endnote")))
_BLOCKS = tuple(map(W, ("p", "tbl", "sdt")))
# These stand between paragraphs without being one.
_BETWEEN = tuple(map(W, ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd")))
# A file, a share on a network or a program's own kind of link says where somebody works.
_SAFE = re.compile(r"(https?://|mailto:|tel:|#|$)", re.IGNORECASE)


def remove(element: etree._Element) -> None:
    """Take an element out, with all that is in it."""
    parent = element.getparent()
    if parent is not None:
        # Emptied from within: lxml takes out a large tree of many prefixes in quadratic time.
        for each in reversed(list(element.iter("*"))):
            each.clear()
        parent.remove(element)


def unwrap(element: etree._Element) -> None:
    """Put what is in an element in its place."""
    for child in list(element):
        element.addprevious(child)
    remove(element)


def seen_once(elements: Iterable[etree._Element]) -> Iterator[etree._Element]:
    """Yield the elements without those that say the same again for old versions of Word."""
    return (each for each in elements if next(each.iterancestors(FALLBACK), None) is None)


def properties_of(paragraph: etree._Element) -> etree._Element | None:
    """Return the properties of a paragraph, which stand before all that is in it, or None."""
    first = next(iter(paragraph), None)
    return first if first is not None and first.tag == W("pPr") else None


def is_on(parent: etree._Element | None, name: str) -> bool | None:
    """Return what a switch such as ``w:vanish`` is set to in properties; None where it is not."""
    found = None if parent is None else parent.find(W(name))
    return None if found is None else found.get(W("val"), "1").lower() not in ("0", "false", "off")


def join_to_next(paragraphs: list[etree._Element]) -> None:
    """Join each paragraph, whose mark is gone, to the one after it, which keeps its look."""
    # From the last to the first: so what is joined is moved only once.
    for paragraph in reversed(paragraphs):
        following = paragraph.getnext()
        while following is not None and following.tag in _BETWEEN:
            following = following.getnext()
        content = [each for each in paragraph if each.tag != W("pPr")]
        if following is None or (following.tag != W("p") and content):
            continue
        if following.tag == W("p"):
            at = 0 if properties_of(following) is None else 1
            for each in reversed(content):
                following.insert(at, each)
        remove(paragraph)


def tidy(root: etree._Element) -> None:
    """Take out tables and controls that became empty, and end each cell and text as Word does."""
    for name, content in (("tr", "tc"), ("tbl", "tr")):
        for element in reversed(list(root.iter(W(name)))):
            if next(element.iter(W(content)), None) is None:
                remove(element)
    for control in reversed(list(root.iter(W("sdt")))):
        held = control.find(W("sdtContent"))
        if held is None or not len(held):
            remove(control)
    _settle_branches(root)
    for story in root.iter(*_STORIES):
        if not any(block.tag in _BLOCKS for block in story):
            section = story.find(W("sectPr"))
            story.insert(len(story) if section is None else story.index(section), _paragraph())
    for cell in root.iter(W("tc")):
        if not any(block.tag in _BLOCKS for block in cell) or cell[-1].tag == W("tbl"):
            cell.append(_paragraph())


def _settle_branches(root: etree._Element) -> None:
    """Put in its place what is for old versions of Word, where no other branch is left."""
    for branch in list(root.iter(FALLBACK)):
        around = branch.getparent()
        if around is not None and around.find(_CHOICE) is None:
            unwrap(branch)
            unwrap(around)


def _paragraph() -> etree._Element:
    return etree.Element(W("p"))


def is_safe_link(target: str) -> bool:
    """Return whether a link leads to the web, to somebody's mail or telephone, or into the text."""
    return _SAFE.match(target) is not None
