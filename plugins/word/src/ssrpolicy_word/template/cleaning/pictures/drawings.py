"""Drawings: the metafiles of Windows, whose comments are emptied, and SVG."""

from __future__ import annotations

import struct
from typing import Final

from lxml import etree

from ssrpolicy_word.parts import PartError, local, parsed
from ssrpolicy_word.template.cleaning.elements import remove

_COMMENT: Final = 70
_LAST: Final = 14
_DESCRIPTION: Final = 60
_SHOWN_COMMENT: Final = b"EMF+"
_PLACEABLE: Final = b"\xd7\xcd\xc6\x9a"
_PLACEABLE_SIZE, _WMF_HEAD = 22, 18
_ESCAPE, _SAYS = 0x0626, 0x000F
_SVG: Final = ("{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}")
_UNSEEN: Final = ("metadata", "desc", "title")


def without_comments(data: bytes) -> bytes | None:
    """Return an enhanced metafile without a description and comments; None for a damaged one.

    The comments of EMF+ are the drawing itself.
    """
    whole = bytearray(data)
    try:
        signs, place = struct.unpack_from("<II", whole, _DESCRIPTION)
        _blank(whole, place, 2 * signs)
        place, kind = 0, 0
        while kind != _LAST:
            kind, size = struct.unpack_from("<II", whole, place)
            if size < 8 or place + size > len(whole):  # noqa: PLR2004 - the two numbers that were read take eight bytes
                return None
            if kind == _COMMENT and whole[place + 12 : place + 16] != _SHOWN_COMMENT:
                _blank(whole, place + 12, size - 12)
            place += size
    except (struct.error, IndexError):
        return None
    return bytes(whole[:place])


def without_escapes(data: bytes) -> bytes | None:
    """Return a metafile without comments; None for one that is damaged."""
    whole = bytearray(data)
    place = _WMF_HEAD + (_PLACEABLE_SIZE if data.startswith(_PLACEABLE) else 0)
    try:
        function = -1
        while function:
            words, function = struct.unpack_from("<IH", whole, place)
            if words < 3 or place + 2 * words > len(whole):  # noqa: PLR2004 - a piece has three words at least, and a word has two bytes
                return None
            if function == _ESCAPE and struct.unpack_from("<H", whole, place + 6)[0] == _SAYS:
                _blank(whole, place + 10, 2 * words - 10)
            place += 2 * words
    except (struct.error, IndexError):
        return None
    return bytes(whole[:place])


def _blank(whole: bytearray, place: int, size: int) -> None:
    if place + size > len(whole):
        raise IndexError
    whole[place : place + max(size, 0)] = bytes(max(size, 0))


def without_words(data: bytes) -> bytes | None:
    """Return an SVG without descriptions, comments, and what drawing programs keep in it."""
    try:
        root = parsed("", data)
    except PartError:
        return None
    etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
    for each in list(root.iter("*")):
        if not str(each.tag).startswith(_SVG[0]) or local(each) in _UNSEEN:
            remove(each)
            continue
        for name in list(each.attrib):
            unknown = str(name).startswith("{") and not str(name).startswith(
                (*_SVG, "{http://www.w3.org/XML/")
            )
            if unknown or str(name).startswith("data-"):
                del each.attrib[name]
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="UTF-8", standalone=True)
