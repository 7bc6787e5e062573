"""The program that takes the characters out of a PDF, in a process of its own.

It is run as a file, and imports nothing but the standard library and the PDF library: whatever the
library does, the command goes on, and the process starts in a moment. It reads the PDF from its
standard input and writes a line of JSON for the document, for each page, and at the end.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import math
import sys
from collections.abc import Iterator
from typing import Any

MOST_PAGES = 1_000
MOST_CHARACTERS = 8_000_000
MOST_ON_A_PAGE = 150_000
REFUSED = "refused"
"""The key of the line that says why a PDF is not read: `password`, `damaged`, `pages`, ..."""
END = "end"
"""The key of the last line, without which the text is not whole."""

_BROKEN = ("\x02", "\ufffe", "\xad")
_PRIVATE = range(0xE000, 0xF900)
_BULLETS = {"\uf0b7": "•", "\uf0a7": "•", "\uf0d8": "•", "\uf0fc": "•"}
TILTED = -1
"""The turn of what stands on no edge of the page; other turns count quarters, to the left."""
_TILTED = 0.1  # radians
_FEW = 200
_MEMORY = 512 << 20
_SECONDS = 900

Answer = dict[str, Any]


def answers(data: bytes) -> Iterator[Answer]:
    """Yield what a PDF holds: how many pages, each of them, and the end; or why it is refused.

    A page has pieces: characters next to each other on one line, of one size and font, each
    with its left and right edge, the line that it stands on, its size, its font and its turn. The
    places of a turned piece are those on the page turned so that it stands upright.
    """
    try:
        import pypdfium2 as pdfium  # noqa: PLC0415 - its limits are set before it is loaded
    except (ImportError, OSError) as error:
        yield {REFUSED: "library", "error": str(error)}
        return
    try:
        document = pdfium.PdfDocument(data)
        try:
            count = len(document)
            yield {"pages": count}
            if not 0 < count <= MOST_PAGES:
                yield {REFUSED: "pages"}
                return
            left = MOST_CHARACTERS
            for number in range(1, count + 1):
                page = document[number - 1]
                try:
                    made = _page(page, min(left, MOST_ON_A_PAGE))
                finally:
                    page.close()
                if made is None:
                    yield {REFUSED: "page" if left > MOST_ON_A_PAGE else "characters"}
                    return
                left -= made.pop("characters")
                yield made
            yield {END: True}
        finally:
            document.close()
    except pdfium.PdfiumError as error:
        yield {REFUSED: "password" if "password" in str(error).lower() else "damaged"}


def _page(page: Any, most: int) -> Answer | None:
    """Return a page with its pieces; None where it has more than ``most`` characters."""
    text = page.get_textpage()
    try:
        count = max(0, text.count_chars())
        if count > most:
            return None
        width, height = page.get_size()
        pieces = _Pieces(text.raw, width, height)
        for index in range(count):
            pieces.add(index)
    finally:
        text.close()
    return {
        "characters": count,
        "picture": count < _FEW and _has_picture(page),
        "width": width,
        "height": height,
        "pieces": pieces.made,
        "unreadable": pieces.unreadable,
    }


def _has_picture(page: Any) -> bool:
    from pypdfium2 import raw  # noqa: PLC0415 - its limits are set before it is loaded

    return any(True for __ in page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=3))


class _Pieces:
    """The characters of a page in pieces: a new one at each jump of place or size."""

    def __init__(self, text: Any, width: float, height: float) -> None:
        from pypdfium2 import raw  # noqa: PLC0415 - its limits are set before it is loaded

        self.made: list[list[Any]] = []
        self.unreadable = 0
        self._raw, self._text = raw, text
        self._width, self._height = width, height
        self._current: list[Any] | None = None
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._box = [ctypes.c_double() for __ in range(4)]
        self._matrix = raw.FS_MATRIX()
        self._flags = ctypes.c_int()
        self._name = ctypes.create_string_buffer(128)

    def add(self, index: int) -> None:
        """Add a character to the piece that it goes on with, or begin another with it."""
        raw, text, x, y = self._raw, self._text, self._x, self._y
        sign = self._sign(index)
        if sign in "\r\n":
            self._current = None
            return
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        raw.FPDFText_GetCharBox(text, index, *self._box)
        size, turn = raw.FPDFText_GetFontSize(text, index), 0
        if raw.FPDFText_GetMatrix(text, index, self._matrix):
            size *= math.hypot(self._matrix.c, self._matrix.d)
            turn = _turn(math.atan2(self._matrix.b, self._matrix.a))
        left, base, edge = self._place(turn)
        current = self._current
        if sign.isspace() and current is not None:
            current[0] += " "
            return
        if current is None or not _joins(current, left, base, size, turn):
            current = ["", left, edge, base, size, self._font(index), turn]
            self._current = current
            self.made.append(current)
        current[0] += "-" if sign in _BROKEN else sign
        current[1] = min(current[1], left)
        current[2] = max(current[2], edge)

    def _place(self, turn: int) -> tuple[float, float, float]:
        """Return where the last character begins, the line that it stands on, and where it ends."""
        x, y = self._x.value, self._y.value
        left, right, bottom, top = (each.value for each in self._box)
        # A blank has no box, and one that the library put in has no place of its own.
        if turn == 1:
            return y, self._width - x, max(top, y)
        if turn == 2:  # noqa: PLR2004 - two quarter turns: the page is upside down
            return self._width - x, self._height - y, self._width - min(left, x)
        if turn == 3:  # noqa: PLR2004 - three quarter turns
            return self._height - y, x, self._height - min(bottom, y)
        return x, y, max(right, x)

    def _sign(self, index: int) -> str:
        code = self._raw.FPDFText_GetUnicode(self._text, index)
        sign = chr(code) if 0 <= code <= sys.maxunicode else "\ufffd"
        if sign in _BULLETS:
            return _BULLETS[sign]
        unmapped = self._raw.FPDFText_HasUnicodeMapError(self._text, index) == 1
        if unmapped or code in _PRIVATE or sign in ("\0", "\ufffd"):
            self.unreadable += 1
            return "\ufffd"
        return sign

    def _font(self, index: int) -> str:
        length = self._raw.FPDFText_GetFontInfo(
            self._text, index, self._name, len(self._name), self._flags
        )
        name = self._name.raw[: max(0, min(length, len(self._name)) - 1)]
        return name.decode("utf-8", "replace")


def _turn(angle: float) -> int:
    """Return how many quarters to the left an angle is, or that it is tilted."""
    quarters: int = round(angle / (math.pi / 2))
    return int(quarters % 4) if abs(angle - quarters * math.pi / 2) <= _TILTED else TILTED


def _joins(piece: list[Any], left: float, base: float, size: float, turn: int) -> bool:
    """Whether a character at this place goes on with a piece."""
    _words, piece_left, piece_right, piece_base, height, _font, piece_turn = piece
    if turn == piece_turn == TILTED:
        return True
    near = piece_left - 2 * size <= left <= piece_right + 1.2 * size
    same = abs(size - height) <= 0.05 * size and turn == piece_turn
    return bool(near and same and abs(base - piece_base) <= 0.05 * size)


def limit_process(data: int) -> None:
    """Limit the memory and the time of this process, as far as the system can.

    ``data`` is how many bytes the PDF has. What is over the limits ends the process.
    """
    if sys.platform == "win32":
        # Without it, Windows asks the user about a program that crashed.
        with contextlib.suppress(AttributeError, OSError):
            ctypes.windll.kernel32.SetErrorMode(0x0001 | 0x0002)
        return
    import resource  # noqa: PLC0415 - Windows does not have this module

    limits = (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_CPU, _SECONDS),
        (resource.RLIMIT_AS, _MEMORY + 4 * data),
    )
    for kind, most in limits:
        # What the system has no such limit for, or has a lower one of already, stays as it is.
        with contextlib.suppress(ValueError, OSError):
            _soft, hard = resource.getrlimit(kind)
            lowest = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(kind, (lowest, hard))


def main() -> None:
    """Answer on standard output about the PDF on standard input.

    The arguments are the folders in which the PDF library is, where Python does not know them.
    """
    sys.path += [folder for folder in sys.argv[1:] if folder not in sys.path]
    data = sys.stdin.buffer.read()
    limit_process(len(data))
    out = sys.stdout.buffer
    for answer in answers(data):
        out.write(json.dumps(answer).encode("ascii") + b"\n")
        out.flush()


if __name__ == "__main__":
    main()
