"""The lines of a page: pieces on one base line, with the raised marks of notes in their place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from attrs import define, field

from ssrpolicy_sources.pdf.characters import Piece
from ssrpolicy_sources.text import FLAT, raised

_MARK: Final = re.compile(r"\s*(\d{1,3}|[*†‡])\s*")
_RAISED: Final = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}")
_NUMBER: Final = re.compile(r"\d{1,3}(?=\s*(?:[^\W\d]|$))")
_SMALLER: Final = 0.87
_GLUED: Final = 0.2
_LEVEL: Final = 0.2
_WITHIN: Final = 0.8
_AFTER_MARKER: Final = 3.0
_LONGEST_MARKER: Final = 4
_BLANK: Final = 0.12


@define
class Line:
    """A line of a page; ``mark`` says that it begins with the raised mark of a note."""

    pieces: list[Piece] = field(factory=list)
    mark: bool = False

    @property
    def left(self) -> float:
        """Its left edge."""
        return min(piece.left for piece in self.pieces)

    @property
    def right(self) -> float:
        """Its right edge."""
        return max(piece.right for piece in self.pieces)

    @property
    def main(self) -> Piece:
        """Its longest piece, which says what size and font it has."""
        return max(self.pieces, key=lambda piece: len(piece.text))

    @property
    def base(self) -> float:
        """The line that its letters stand on."""
        return self.main.base

    @property
    def size(self) -> float:
        """The size of its letters."""
        return self.main.size

    @property
    def fonts(self) -> set[str]:
        """The fonts of its letters; marks and digits alone do not count."""
        return {p.font for p in self.pieces if any(sign.isalpha() for sign in p.text)}

    @property
    def backward(self) -> bool:
        """Whether it is read from right to left."""
        return sum(_is_backward(p.text) for p in self.pieces) * 2 > len(self.pieces)

    @property
    def text(self) -> str:
        """Its words, from its first piece to its last."""
        backward = self.backward
        ordered = sorted(self.pieces, key=lambda piece: piece.left, reverse=backward)
        said = ordered[0].text
        for before, piece in pairwise(ordered):
            gap = before.left - piece.right if backward else piece.left - before.right
            if gap < _GLUED * before.size and _MARK.fullmatch(_flat(piece.text)):
                said = said.rstrip()  # the library puts a blank where letters change their height
            blank = gap > _BLANK * min(before.size, piece.size)
            if blank and not said.endswith(" ") and not piece.text.startswith(" "):
                said += " " if not _is_raised(piece.text) else ""
            said += piece.text
        return " ".join(said.split())


def _flat(text: str) -> str:
    return text.translate(FLAT)


def _is_raised(text: str) -> bool:
    return text[:1] in "⁰¹²³⁴⁵⁶⁷⁸⁹" and text[:1] != ""


def _is_backward(text: str) -> bool:
    return any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in text)


def lines_of(pieces: Iterable[Piece]) -> list[Line]:
    """Return the lines of a page from above to below, those of one height from left to right."""
    level = [piece for piece in pieces if not piece.tilted]
    marks = _marks(level)
    found: list[Line] = []
    for piece in sorted((p for p in level if id(p) not in marks), key=lambda p: (-p.base, p.left)):
        line = next((each for each in reversed(found[-8:]) if _is_of(piece, each)), None)
        if line is None:
            found.append(Line([piece]))
        else:
            line.pieces.append(piece)
    for mark, base in marks.values():
        line = next(each for each in found if any(base is piece for piece in each.pieces))
        if mark.base > base.base:
            line.mark = line.mark or mark.right <= line.left + 0.3 * mark.size
            mark.text = raised(mark.text.strip())
        line.pieces.append(mark)
    return _joined(sorted(found, key=lambda each: (-round(each.base), each.left)))


def mark_notes(lines: Sequence[Line], smaller_than: float) -> None:
    """Mark the small lines that begin with the number of a note as the text has it, not raised.

    Below the text programs may set the number as large as the words of the note, next to them. They
    stand in their order, the lowest at the foot of the page.
    """
    raised_here = {
        sign
        for line in lines
        if line.size >= smaller_than
        for piece in line.pieces
        for sign in _RAISED.findall(piece.text)
    }
    for line in lines:
        first = min(line.pieces, key=lambda piece: piece.left)
        begins = _NUMBER.match(first.text)
        if line.mark or begins is None or line.size >= smaller_than:
            continue
        if (mark := raised(begins[0])) in raised_here:
            first.text = mark + first.text[len(begins[0]) :]
            line.mark = True


def _joined(lines: Sequence[Line]) -> list[Line]:
    """Join lines on one height between which there was but the mark of a note."""
    made: list[Line] = []
    for line in lines:
        last = made[-1] if made else None
        if (
            last is not None
            and abs(last.base - line.base) <= _LEVEL * line.size
            and abs(last.size - line.size) <= 0.1 * line.size
            and -0.5 * line.size <= line.left - last.right <= _WITHIN * line.size
        ):
            last.pieces += line.pieces
        else:
            made.append(line)
    return made


def _marks(pieces: Sequence[Piece]) -> dict[int, tuple[Piece, Piece]]:
    """Return the raised and lowered digits, each with the piece next to which it stands."""
    found = {}
    for piece in (each for each in pieces if _MARK.fullmatch(each.text)):
        larger = [
            other
            for other in pieces
            if piece.size <= _SMALLER * other.size
            and -0.5 * other.size <= piece.base - other.base <= 0.7 * other.size
            and abs(piece.base - other.base) >= 0.1 * other.size
        ]
        before = [p for p in larger if -p.size <= piece.left - p.right <= 0.7 * p.size]
        after = [p for p in larger if -p.size <= p.left - piece.right <= 2.5 * p.size]
        # What is lowered stands after a word, as in a formula.
        if nearest := before or [p for p in after if p.base < piece.base]:
            found[id(piece)] = (piece, nearest[0])
    return found


def _is_of(piece: Piece, line: Line) -> bool:
    """Whether a piece goes on with a line: on its height, next to its edge, and not over it.

    What stands after the number or the bullet of an item may stand farther off.
    """
    size = max(piece.size, line.size)
    if abs(piece.base - line.base) > _LEVEL * size:
        return False
    gap = max(piece.left - line.right, line.left - piece.right)
    marker = line.right < piece.left and len(line.text) <= _LONGEST_MARKER
    alike = abs(piece.size - line.size) <= 0.1 * size
    farthest = _AFTER_MARKER if marker and alike else _WITHIN if alike else _WITHIN / 2
    return -0.5 * size <= gap <= farthest * size
