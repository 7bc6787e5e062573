"""A text put together of paragraphs and notes, with a proof that nothing of the file was lost."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from attrs import define, field

from ssrpolicy.reporting import ApartKind, ApartText, PageStart, SourceReading, TextParts
from ssrpolicy_sources.messages import _

_SUPERSCRIPTS = dict(zip("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", strict=True))
FLAT = str.maketrans({mark: digit for digit, mark in _SUPERSCRIPTS.items()})
"""Translates raised digits into plain ones."""

_LIGATURES = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
_CONTROL = {*range(9), 11, 12, *range(13, 32), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF}
_HALVES = range(0xD800, 0xE000)
_CLEAN = str.maketrans(
    {
        **_LIGATURES,
        **dict.fromkeys((*_CONTROL, *_HALVES), "\ufffd"),
        "\r": "\n",
        "\f": "\n",
        "\v": "\n",
    }
)
# Nearly all texts hold none of these, and are as they are.
_UNCLEAN = re.compile(f"[{re.escape(''.join(map(chr, _CLEAN)))}]")


def clean(text: str) -> str:
    """Return a text with ligatures as letters, and without characters that no text may hold."""
    return text.translate(_CLEAN) if _UNCLEAN.search(text) else text


def raised(mark: str) -> str:
    """Return the mark of a note as superscript digits: "12" is "¹²"."""
    return "".join(_SUPERSCRIPTS.get(sign, sign) for sign in mark)


class LostTextError(RuntimeError):
    """Characters of a file are neither in its text nor set apart, or stand there twice."""


def _counted(texts: Iterable[str]) -> Counter[str]:
    return Counter("".join("".join(texts).translate(FLAT).split()))


@define
class Assembly:
    """The text of a file while it is put together: paragraphs, notes, and what is set apart."""

    _paragraphs: list[str] = field(factory=list, init=False)
    _notes: list[tuple[str, int | None]] = field(factory=list, init=False)
    _apart: list[ApartText] = field(factory=list, init=False)
    _pages: list[PageStart] = field(factory=list, init=False)
    _length: int = field(default=0, init=False)
    _added: list[str] = field(factory=list)

    def paragraph(self, text: str, page: int | None = None, *, goes_on: bool = False) -> None:
        """Add a paragraph, or with ``goes_on`` more lines of the last one."""
        if not text.strip():
            return
        gap = "" if not self._paragraphs else "\n" if goes_on else "\n\n"
        self._mark(self._length + len(gap), page)
        self._paragraphs.append(gap + text)
        self._length += len(gap) + len(text)

    def mark(self, mark: str) -> str:
        """Return the mark of a note as raised digits, which the file itself does not have."""
        self._added.append(mark)
        return raised(mark)

    def within(self) -> Assembly:
        """Return a text that becomes part of this one: the marks in it count here."""
        return Assembly(added=self._added)

    def note(self, text: str, page: int | None = None) -> None:
        """Add a note, which stands at the end of the text."""
        if text.strip():
            self._notes.append((text, page))

    def more_of_note(self, text: str) -> None:
        """Add lines to the last note."""
        last, page = self._notes[-1]
        self._notes[-1] = (f"{last}\n{text}", page)

    @property
    def has_notes(self) -> bool:
        """Whether there are notes so far."""
        return bool(self._notes)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The paragraphs so far."""
        return tuple(text.strip("\n") for text in self._paragraphs)

    @property
    def notes(self) -> tuple[str, ...]:
        """The notes so far."""
        return tuple(text for text, _page in self._notes)

    @property
    def set_apart(self) -> tuple[ApartText, ...]:
        """What is set apart so far."""
        return tuple(self._apart)

    @property
    def last(self) -> str:
        """The last paragraph so far, or nothing."""
        return self._paragraphs[-1] if self._paragraphs else ""

    def apart(self, kind: ApartKind, text: str, page: int | None = None) -> None:
        """Set a text apart."""
        if text.strip():
            self._apart.append(ApartText(kind=kind, text=text.strip(), page=page))

    def _mark(self, start: int, page: int | None) -> None:
        if page is not None and (not self._pages or self._pages[-1].page != page):
            self._pages.append(PageStart(start=start if self._pages else 0, page=page))

    def reading(self, original: Iterable[str], remarks: Iterable[str] = ()) -> SourceReading:
        """Return the text, after a proof that it has every character of the ``original``.

        White space does not count, nor whether the digits of a note's mark are raised. Raises
        LostTextError.
        """
        body = "".join(self._paragraphs)
        notes_start = None
        for text, page in self._notes:
            body += "\n\n" if body else ""
            notes_start = len(body) if notes_start is None else notes_start
            self._mark(len(body), page)
            body += text
        kept = _counted([body, *(each.text for each in self._apart)])
        there = _counted(original) + _counted(self._added)
        if kept != there:
            differing = sorted({*(kept - there), *(there - kept)})[:20]
            signs = "".join(differing)
            raise LostTextError(_("characters are lost, or there twice: {signs!r}", signs=signs))
        parts = TextParts(pages=tuple(self._pages), notes=notes_start, apart=tuple(self._apart))
        return SourceReading(text=f"{body}\n", parts=parts, remarks=tuple(remarks))
