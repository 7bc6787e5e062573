"""Tracked changes, accepted as Word does it: what was deleted is gone, and nobody is named."""

from __future__ import annotations

from lxml import etree

from ssrpolicy_word.parts import W
from ssrpolicy_word.template.cleaning.elements import join_to_next, remove, seen_once, tidy, unwrap

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_WORD_2010 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
# Where two people changed one place at the same time, both changes stand as a conflict.
_GONE = (*map(W, ("del", "moveFrom")), f"{_WORD_2010}conflictDel")
_STAYS = (*map(W, ("ins", "moveTo")), f"{_WORD_2010}conflictIns")
_FORMERLY = tuple(
    map(
        W,
        (
            "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange",
            "tblGridChange", "trPrChange", "tcPrChange", "numberingChange",
        ),
    )
)  # fmt: skip
_CELLS = tuple(map(W, ("cellIns", "cellDel", "cellMerge")))
_RANGES = tuple(
    W(f"{kind}Range{end}")
    for kind in (
        "moveFrom", "moveTo", "customXmlIns", "customXmlDel", "customXmlMoveFrom",
        "customXmlMoveTo",
    )
    for end in ("Start", "End")
)  # fmt: skip
# In these, a change says something of what they describe: a paragraph's mark, a row, a list.
_DESCRIPTIONS = (W("rPr"), W("trPr"), W("numPr"), f"{_MATH}ctrlPr")
_RUNS = (W("r"), f"{_MATH}r")
_MERGED = {"cont": "continue", "rest": "restart"}


def accept_revisions(root: etree._Element) -> int:
    """Accept every tracked change of a part, and return how many there were."""
    changes = list(root.iter(*_GONE, *_STAYS, *_FORMERLY, *_CELLS))
    found = sum(1 for _ in seen_once(changes))
    joined = [each for each in root.iter(W("p")) if _mark_is_gone(each)]
    for change in changes:
        _accept(change)
    for each in list(root.iter(*_RANGES, W("delText"), W("delInstrText"))):
        remove(each)
    if changes:
        join_to_next([each for each in joined if each.getparent() is not None])
        tidy(root)
    return found


def _mark_is_gone(paragraph: etree._Element) -> bool:
    mark = paragraph.find(f"{W('pPr')}/{W('rPr')}")
    return mark is not None and any(mark.find(tag) is not None for tag in _GONE)


def _accept(change: etree._Element) -> None:
    parent = change.getparent()
    if parent is None:
        return
    if change.tag == W("cellMerge"):
        _merge(change)
    elif change.tag == W("cellDel"):
        _remove_holder(parent)
    elif change.tag in _GONE:
        _remove_described(parent)
    elif change.tag in _STAYS and parent.tag not in _DESCRIPTIONS:
        unwrap(change)
        return
    remove(change)


def _remove_described(parent: etree._Element) -> None:
    """Remove a row, a run or a formula whose properties say that it was deleted."""
    above = parent.getparent()
    if parent.tag == f"{_MATH}r":
        remove(parent)
    elif above is None:
        return
    elif parent.tag == W("trPr") or (parent.tag == W("rPr") and above.tag in _RUNS):
        remove(above)
    elif parent.tag == f"{_MATH}ctrlPr":
        # It stands in the properties of a fraction, or of what else was deleted.
        _remove_holder(above)


def _remove_holder(properties: etree._Element) -> None:
    """Remove the row, cell or formula that properties stand in."""
    holder = properties.getparent()
    if holder is not None:
        remove(holder)


def _merge(change: etree._Element) -> None:
    """Merge a cell with those above it, or not, as the change has it."""
    parent = change.getparent()
    wanted = _MERGED.get(change.get(W("vMerge"), ""))
    if parent is None or wanted is None:
        return
    for given in parent.findall(W("vMerge")):
        parent.remove(given)
    merged = etree.Element(W("vMerge"))
    merged.set(W("val"), wanted)
    # vMerge stands right after the width, the span and the older kind of merge.
    before = [each for each in parent if each.tag in map(W, ("tcW", "gridSpan", "hMerge"))]
    parent.insert(parent.index(before[-1]) + 1 if before else 0, merged)
