"""Data in pictures about their maker, place and device: removed, without changing the picture."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Callable
from typing import Final

from ssrpolicy_word.template.cleaning.pictures.drawings import (
    without_comments,
    without_escapes,
    without_words,
)
from ssrpolicy_word.template.cleaning.pictures.pixels import gif_parts, jpeg_parts, png_parts
from ssrpolicy_word.template.cleaning.pictures.tiff import without_tags

_EMF: Final = 40
_GZIP: Final = b"\x1f\x8b"
_MOST: Final = 50 << 20
_Cleaned = Callable[[bytes], bytes | None]


def without_metadata(data: bytes, kind: str = "image/") -> bytes:
    """Return a picture without what it says about itself; one that is damaged as it is.

    These are known: PNG, JPEG, GIF, TIFF, the metafiles of Windows, also packed, and SVG.
    """
    if not kind.startswith("image/"):
        return data
    if "svg" in kind:
        return without_words(data) or data
    if data[_EMF : _EMF + 4] == b" EMF":
        return without_comments(data) or data
    for start, cleaned in _BY_START:
        if data.startswith(start):
            return cleaned(data) or data
    return data


def _unpacked(data: bytes) -> bytes | None:
    """Return a packed metafile, packed anew without the name of the file that it was."""
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as packed:
            whole = packed.read(_MOST + 1)
    except (OSError, EOFError, zlib.error):
        return None
    if len(whole) > _MOST or whole.startswith(_GZIP):
        return None
    return gzip.compress(without_metadata(whole), mtime=0)


_BY_START: Final[tuple[tuple[bytes, _Cleaned], ...]] = (
    (b"\x89PNG\r\n\x1a\n", png_parts),
    (b"\xff\xd8\xff", jpeg_parts),
    (b"GIF8", gif_parts),
    (b"II*\x00", without_tags),
    (b"MM\x00*", without_tags),
    (b"\xd7\xcd\xc6\x9a", without_escapes),
    (b"\x01\x00\x09\x00", without_escapes),
    (_GZIP, _unpacked),
)
