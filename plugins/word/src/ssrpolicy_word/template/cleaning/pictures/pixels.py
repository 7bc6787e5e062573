"""PNG, JPEG and GIF: pieces in a row, of which those that the picture is made of are kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_PNG_HEAD: Final = 8
_PNG_FRAME: Final = 12
# Small letters come first in the names of pieces that a program need not know.
_PNG_SHOWN: Final = frozenset(
    b"tRNS cHRM gAMA iCCP sBIT sRGB bKGD hIST pHYs sPLT acTL fcTL fdAT cICP mDCV cLLI".split()
)
_PNG_END: Final = b"IEND"
_START, _SCAN, _END = 0xD8, 0xDA, 0xD9
_JFIF, _PROFILE, _ADOBE, _COMMENT = 0xE0, 0xE2, 0xEE, 0xFE
_BY_PROGRAMS: Final = range(0xE0, 0xF0)
_ALONE: Final = frozenset((0x01, *range(0xD0, 0xD8)))
# In the picture itself each 0xFF has a zero after it, or begins it anew.
_NEXT_MARKER: Final = re.compile(rb"\xff+(?=[^\x00\xff\xd0-\xd7])")
_GIF_HEAD: Final = 13
_EXTENSION, _IMAGE, _TRAILER = 0x21, 0x2C, 0x3B
_CONTROL, _PROGRAM = 0xF9, 0xFF
_REPEATING: Final = (b"NETSCAPE2.0", b"ANIMEXTS1.0")


def png_parts(data: bytes) -> bytes | None:
    """Return a PNG without texts, times, and what a camera or another program wrote."""
    return _joined(_png(data))


def jpeg_parts(data: bytes) -> bytes | None:
    """Return a JPEG without what cameras and programs wrote, comments, and what is after it."""
    return _joined(_jpeg(data))


def gif_parts(data: bytes) -> bytes | None:
    """Return a GIF without comments, and what programs keep in it."""
    return _joined(_gif(data))


def _joined(parts: Iterator[bytes]) -> bytes | None:
    """Return the parts as one; None where the picture ended before its end."""
    try:
        return b"".join(parts)
    except IndexError:
        return None


def _cut(data: bytes, start: int, end: int) -> bytes:
    if end > len(data):
        raise IndexError
    return data[start:end]


def _png(data: bytes) -> Iterator[bytes]:
    yield data[:_PNG_HEAD]
    place, kind = _PNG_HEAD, b""
    while kind != _PNG_END:
        end = place + _PNG_FRAME + int.from_bytes(_cut(data, place, place + 4))
        piece = _cut(data, place, end)
        kind = piece[4:8]
        if kind[:1].isupper() or kind in _PNG_SHOWN:
            yield piece
        place = end


def _jpeg(data: bytes) -> Iterator[bytes]:
    yield data[:2]
    place, marker = 2, _START
    while marker != _END:
        while data[place + 1] == 0xFF:  # noqa: PLR2004 - it may stand more than once before a marker
            place += 1
        marker = data[place + 1]
        end = place + 2
        if data[place] != 0xFF:  # noqa: PLR2004 - each piece starts so
            raise IndexError
        if marker not in _ALONE and marker != _END:
            end += int.from_bytes(_cut(data, end, end + 2))
        piece = _cut(data, place, end)
        if _is_of_picture(marker, piece):
            yield piece
        place = end
        if marker == _SCAN:
            found = _NEXT_MARKER.search(data, place)
            if found is None:
                raise IndexError
            yield data[place : found.start()]
            place = found.start()


def _is_of_picture(marker: int, piece: bytes) -> bool:
    if marker == _COMMENT:
        return False
    if marker not in _BY_PROGRAMS:
        return True
    said = piece[4:]
    return (
        (marker == _JFIF and said.startswith(b"JFIF\0"))
        or (marker == _PROFILE and said.startswith(b"ICC_PROFILE\0"))
        or (marker == _ADOBE and said.startswith(b"Adobe"))
    )


def _gif(data: bytes) -> Iterator[bytes]:
    place = _GIF_HEAD + _colours(data[10])
    yield _cut(data, 0, place)
    while (kind := data[place]) != _TRAILER:
        if kind == _IMAGE:
            start = place + 10 + _colours(data[place + 9]) + 1
        elif kind == _EXTENSION:
            start = place + 2
        else:
            raise IndexError
        end = _blocks_end(data, start)
        shown = kind == _IMAGE or data[place + 1] == _CONTROL
        repeats = data[place + 1] == _PROGRAM and data[place + 3 : place + 14] in _REPEATING
        if shown or repeats:
            yield data[place:end]
        place = end
    yield data[place : place + 1]


def _colours(flags: int) -> int:
    """Return how many bytes the table of colours takes."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _blocks_end(data: bytes, place: int) -> int:
    """Return where the blocks end that begin at a place; raises IndexError past the end."""
    while size := data[place]:
        place += size + 1
    return place + 1
