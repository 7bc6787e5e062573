"""Bookmarks: those that a link or a field leads to are kept, the others say what nobody sees."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from lxml import etree

from ssrpolicy_word.parts import W
from ssrpolicy_word.template.cleaning.elements import remove

_WORDS = re.compile(r"\w+")


def drop_unnamed_bookmarks(roots: Collection[etree._Element], kept: Iterable[str]) -> None:
    """Drop the bookmarks of all parts that nothing in any part leads to.

    ``kept`` are names that stay besides; upper and lower case are the same in Word.
    """
    named = {name.casefold() for root in roots for name in _named(root)}
    named.update(name.casefold() for name in kept)
    for root in roots:
        dropped = [
            mark
            for mark in root.iter(W("bookmarkStart"))
            if mark.get(W("name"), "").casefold() not in named
        ]
        ids = {mark.get(W("id")) for mark in dropped}
        ends = [mark for mark in root.iter(W("bookmarkEnd")) if mark.get(W("id")) in ids]
        for mark in (*dropped, *ends):
            remove(mark)


def _named(root: etree._Element) -> Iterable[str]:
    """Yield each name of a link, and each word of the instructions of fields, joined over runs."""
    for link in root.iter(W("hyperlink")):
        yield link.get(W("anchor"), "")
    for field in root.iter(W("fldSimple")):
        yield from _WORDS.findall(field.get(W("instr"), ""))
    said = (
        each.text or "" if each.tag == W("instrText") else " "
        for each in root.iter(W("instrText"), W("fldChar"))
    )
    yield from _WORDS.findall("".join(said))
