"""What a picture says of who made it, where and with what, left out; what it shows stays."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_JPEG: Final = b"\xff\xd8\xff"
# Texts, times and what a camera wrote.
_SAYS: Final = frozenset((b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"))
# What cameras and programs write (APP1, APP13), and comments; the start of the picture itself.
_WRITTEN: Final = frozenset((0xE1, 0xED, 0xFE))
_SCAN: Final = 0xDA
_ALONE: Final = frozenset((0x01, *range(0xD0, 0xD8)))
_FRAME: Final = 12


def without_metadata(data: bytes) -> bytes:
    """Return a PNG or JPEG without texts about it; one that is damaged, or another, as it is."""
    if data.startswith(_PNG):
        parts = list(_png_parts(data))
    elif data.startswith(_JPEG):
        parts = list(_jpeg_parts(data))
    else:
        return data
    return b"".join(parts) if parts[-1:] != [b""] else data


def _png_parts(data: bytes) -> Iterator[bytes]:
    """Yield what stays of a PNG, chunk by chunk; nothing at the end where one is cut off."""
    yield _PNG
    place = len(_PNG)
    while place < len(data):
        end = place + _FRAME + int.from_bytes(data[place : place + 4])
        if end > len(data):
            yield b""
            return
        if data[place + 4 : place + 8] not in _SAYS:
            yield data[place:end]
        place = end


def _jpeg_parts(data: bytes) -> Iterator[bytes]:
    """Yield what stays of a JPEG, segment by segment; nothing at the end where one is cut off."""
    yield data[:2]
    place = 2
    while place + 4 <= len(data) and data[place] == _JPEG[0]:
        marker = data[place + 1]
        if marker == _SCAN:
            yield data[place:]
            return
        end = place + 2
        end += 0 if marker in _ALONE else int.from_bytes(data[place + 2 : place + 4])
        if marker not in _WRITTEN:
            yield data[place:end]
        place = end
    yield b""
