"""The characters of a PDF's pages, with where they stand, in pieces of one line and one font."""

from __future__ import annotations

import ctypes
import math
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import pypdfium2 as pdfium
from attrs import define, field, frozen
from pypdfium2 import raw

from ssrpolicy.reporting import InputError
from ssrpolicy_sources.messages import _
from ssrpolicy_sources.text import clean

MOST_PAGES: Final = 1_000
_MOST_CHARACTERS: Final = 3_000_000
_BROKEN: Final = ("\x02", "\ufffe", "\xad")
_PRIVATE: Final = range(0xE000, 0xF900)
_BULLETS: Final = {"\uf0b7": "•", "\uf0a7": "•", "\uf0d8": "•", "\uf0fc": "•"}
_MOST_UNREADABLE: Final = 0.1
_FEWEST_LETTERS: Final = 20
_TILTED: Final = 0.1  # radians
# The library may be used by one thread at a time.
_LOCK: Final = threading.Lock()


@define
class Piece:
    """Characters next to each other on one line, of one size and font.

    ``left`` and ``right`` are its edges, ``base`` the line that it stands on and ``size`` that of
    its letters, in points from the page's lower left corner.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    font: str
    tilted: bool = False


@frozen
class Page:
    """A page with its pieces, in the order in which the file has them."""

    number: int
    width: float
    height: float
    pieces: tuple[Piece, ...] = field(repr=False)
    original: str = field(repr=False)


@contextmanager
def opened(data: bytes) -> Iterator[pdfium.PdfDocument]:
    """Open a PDF; raises InputError where that, or reading it while it is open, cannot be done."""
    with _LOCK:
        try:
            document = pdfium.PdfDocument(data)
            try:
                yield document
            finally:
                document.close()
        except pdfium.PdfiumError as error:
            if "password" in str(error).lower():
                raise InputError(
                    _("the PDF is encrypted with a password."),
                    hint=_("Open it with its password and print it to a new PDF."),
                ) from error
            raise InputError(
                _("this is not a PDF, or a damaged one."),
                hint=_("Download it again, or take the page where it opens in a browser."),
            ) from error


def pages_of(data: bytes) -> tuple[list[Page], int]:
    """Return the pages of a PDF, and how many of its characters nobody can read.

    Raises InputError where it has no text: a scan, or fonts that do not say which letters they
    have; and where it is no letter, but far larger.
    """
    with opened(data) as document:
        count = len(document)
        if count > MOST_PAGES:
            raise InputError(
                _(
                    "the PDF has {count:,} pages, and at most {most:,} are read.",
                    count=count,
                    most=MOST_PAGES,
                ),
                hint=_("Save the pages of the letter itself as a PDF of their own."),
            )
        if not count:
            raise InputError(_("the PDF has no pages."))
        reading = _Reading()
        found = []
        for number in range(1, count + 1):
            page = document[number - 1]
            try:
                found.append(reading.page(page, number))
            finally:
                page.close()
    letters = sum(sign.isalpha() for page in found for sign in page.original)
    unreadable = reading.unreadable
    if unreadable > _MOST_UNREADABLE * (letters + unreadable):
        raise InputError(
            _("the fonts of the PDF do not say which letters they show."),
            hint=_("Ask for the letter in another form, or have its pictures recognised as text."),
        )
    if letters < _FEWEST_LETTERS:
        raise InputError(
            _("the PDF has no text: it is a scan, or a picture."),
            hint=_("Have its text recognised (OCR) by another program, or ask for the original."),
        )
    return found, unreadable


@define
class _Reading:
    """The reading of one file, which counts what it finds."""

    characters: int = 0
    unreadable: int = 0
    _fonts: dict[bytes, str] = field(factory=dict)

    def page(self, page: Any, number: int) -> Page:
        text = page.get_textpage()
        try:
            count = text.count_chars()
            self.characters += max(0, count)
            if self.characters > _MOST_CHARACTERS:
                raise InputError(
                    _("the PDF has more than {most:,} characters.", most=_MOST_CHARACTERS),
                    hint=_("Save the pages of the letter itself as a PDF of their own."),
                )
            pieces = self._pieces(text.raw, count)
        finally:
            text.close()
        width, height = page.get_size()
        original = "".join(piece.text for piece in pieces)
        return Page(number, width, height, tuple(p for p in pieces if p.text.strip()), original)

    def _pieces(self, text: Any, count: int) -> list[Piece]:
        """Return the characters of a page in pieces: a new one at each jump of place or size."""
        made: list[Piece] = []
        x, y = ctypes.c_double(), ctypes.c_double()
        left, right, bottom, top = (ctypes.c_double() for __ in range(4))
        matrix = raw.FS_MATRIX()
        current: Piece | None = None
        for index in range(count):
            sign = self._sign(text, index)
            if sign in "\r\n":
                current = None
                continue
            raw.FPDFText_GetCharOrigin(text, index, x, y)
            raw.FPDFText_GetCharBox(text, index, left, right, bottom, top)
            size = raw.FPDFText_GetFontSize(text, index)
            tilted = False
            if raw.FPDFText_GetMatrix(text, index, matrix):
                size *= math.hypot(matrix.c, matrix.d)
                tilted = abs(math.atan2(matrix.b, matrix.a)) > _TILTED
            # A blank has no box, and one that the library put in has no place of its own.
            edge = max(right.value, x.value)
            if sign.isspace() and current is not None:
                current.text += " "
                continue
            if current is None or not _joins(current, x.value, y.value, size, tilted=tilted):
                font = self._font(text, index)
                current = Piece("", x.value, edge, y.value, size, font, tilted)
                made.append(current)
            current.text += clean("-" if sign in _BROKEN else sign)
            current.left = min(current.left, x.value)
            current.right = max(current.right, edge)
        return made

    def _sign(self, text: Any, index: int) -> str:
        code = raw.FPDFText_GetUnicode(text, index)
        sign = chr(code) if 0 <= code <= sys.maxunicode else "\ufffd"
        if sign in _BULLETS:
            return _BULLETS[sign]
        unmapped = raw.FPDFText_HasUnicodeMapError(text, index) == 1
        if unmapped or code in _PRIVATE or sign in ("\0", "\ufffd"):
            self.unreadable += 1
            return "\ufffd"
        return sign

    def _font(self, text: Any, index: int) -> str:
        flags = ctypes.c_int()
        buffer = ctypes.create_string_buffer(128)
        length = raw.FPDFText_GetFontInfo(text, index, buffer, len(buffer), flags)
        name = buffer.raw[: max(0, min(length, len(buffer)) - 1)]
        return name.decode("utf-8", "replace")


def _joins(piece: Piece, x: float, y: float, size: float, *, tilted: bool) -> bool:
    """Whether a character at this place goes on with a piece."""
    near = piece.left - 2 * size <= x <= piece.right + 1.2 * size
    same = abs(size - piece.size) <= 0.05 * size and tilted == piece.tilted
    return tilted or (near and same and abs(y - piece.base) <= 0.05 * size)
