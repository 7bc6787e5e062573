"""Stretches of a source: what divides them, and each as one line of words with its places."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from typing import Final

from attrs import frozen

from ssrpolicy.evidence import joint, plain_mark

#: Signs that stand for a hyphen at a line's end in what some PDF readers give.
_LOST_HYPHENS: Final = "\ufffe\u0002\u00ad"
_BREAK: Final = re.compile(
    rf"[{_LOST_HYPHENS}]\s*"  # the two parts of a word
    r"|(?<=[^\W\d_])-[^\S\r\n]*\r?\n\s*(?=[^\W\d_])(?!(?:en|of|and|or)\b)"
    r"|\s+"
)
_WORD: Final = re.compile(r"[^\W_]+")
_LAST_WORD: Final = re.compile(r"[^\W_]+\Z")
_LEVELLED: Final = str.maketrans("\u2018\u2019\u201c\u201d\u201e\u2013\u2014\u00a0", '\'\'"""-- ')

#: What stands between two cells of a row: tabs, a bar, or blanks that set columns.
_CELL: Final = r"(?:\t|\||(?<=[^\s|]) {4,}(?=[^\s|]))"
#: A row of a table, whose cells each say something by themselves.
_ROW: Final = re.compile(
    rf"(?:^|(?<![\r\n])[\r\n]+)[^\r\n]*?{_CELL}"
    r"(?:[^\r\n]|(?<=[^\W\d_]-)\r?\n(?=[^\W\d_A-Z]))*(?:[\r\n]+|$)"
)
_BETWEEN_CELLS: Final = re.compile(rf"{_CELL}+|(?:(?<![^\W\d_]-)|(?=\r?\n[^a-z]))[\r\n]+")
_IS_CELL: Final = re.compile(_CELL)
#: A sentence is shorter than this; what is longer is a list, and falls into its items.
LONGEST: Final = 1_000
_ITEMS: Final = re.compile(
    r"(?<=[;:])\s+|(?<!\s)\s++(?=[\u2022\u25cf\u25aa\u00b7]\s|[-\u2013]\s+(?=[A-Z]))"
)
#: The mark of a note that stands right after a word or what closes a quote: "Bakker4".
_MARK: Final = re.compile(
    r"(?<=[^\W\d_A-Z])\d{1,2}(?=[\s,.;:)]|$)"
    r"|(?<=[^\W\d_])\[\d{1,3}\]"
    r"|(?:(?<=[^\W\d_]{3})|(?<=['\u2019]s))[\u00b9\u00b2\u00b3\u2070-\u2079]+"
    # Right after a year: "in 2031\u00b2"; "29 juni 20222" is one where the text has a note 2.
    r"|(?<=\b(?:19|20)\d\d)(?:[\u00b9\u00b2\u00b3\u2070-\u2079]+"
    r"|(?<=[^\W\d_] \d{4})\d{1,2}(?=[\s,.;:)]|$))"
    r"|(?<=[^\s\d][\u00bb\u201d\u2019\"'])(?:\d{1,3}(?=[\s,.;:)?!]|$)|\[\d{1,3}\])"
)
_NAMED: Final = re.compile(r"\b[A-Z][^\W\d_'-]*$")
#: What has a number of five digits: a paper, a law, a file.
_NUMBER_OF: Final = re.compile(
    r"\b(?:kamerstuk\w*|dossier|nr|no|nummer|number|artikel|article|papers?) \d{4}$", re.IGNORECASE
)
_MOVER: Final = re.compile(
    r"\b(?:lid|leden|moties?|member|members|motions?)\b[^.;]{0,60}$", re.IGNORECASE
)


@frozen
class Folded:
    """Words on one line; ``places`` gives the place in the source of each character."""

    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of the source for a stretch of the line, which is not empty."""
        return self.places[start], self.places[end - 1] + 1


def folded(source: str, start: int, end: int) -> Folded:
    """Return a stretch of a source with its line ends joined and its white space made one."""
    pieces: list[str] = []
    places: list[int] = []

    def keep(first: int, last: int) -> None:
        pieces.append(source[first:last])
        places.extend(range(first, last))

    at = start
    for match in _BREAK.finditer(source, start, end):
        keep(at, match.start())
        joined = _joint(match)
        pieces.append(joined)
        places += [match.start()] * len(joined)
        at = match.end()
    keep(at, end)
    return Folded("".join(pieces).translate(_LEVELLED), tuple(places))


def one_line(source: str, start: int, end: int) -> str:
    """Return the words of a stretch on one line, as they can stand in a quote."""
    return " ".join(_BREAK.sub(_joint, source[start:end]).split())


def without_marks(words: str, notes: Container[str] = ()) -> str:
    """Return words without the marks of notes that stand right after a name.

    ``notes`` are the marks that a text has notes for. A digit that is none of them is a mark only
    after who moved a motion: "Agenda21" keeps its own.
    """

    def kept(match: re.Match[str]) -> str:
        digits, before = match.group(), words[max(0, match.start() - 120) : match.start()]
        if before[-1:].isdigit():
            is_mark = plain_mark(digits) in notes and not _NUMBER_OF.search(before)
            return "" if is_mark else digits
        named = _NAMED.search(before) is not None
        is_mark = not (digits.isascii() and before[-1:].isalpha()) or (
            named and (digits in notes or _MOVER.search(before) is not None)
        )
        return "" if is_mark else digits

    return _MARK.sub(kept, words)


def _joint(match: re.Match[str]) -> str:
    if match.group().isspace():
        return " "
    if match.group()[0] in "-\u00ad":
        return ""
    left, right = (
        _LAST_WORD.search(match.string, 0, match.start()),
        _WORD.match(match.string, match.end()),
    )
    return joint(left.group() if left else "", right.group() if right else "")


def between_cells(text: str) -> Iterator[tuple[int, int]]:
    """Yield what stands between the cells and the rows of tables."""
    at = 0
    while (row := _ROW.search(text, at)) is not None:
        at = max(row.end() - 1, row.start() + 1)
        for match in _BETWEEN_CELLS.finditer(text, row.start(), row.end()):
            yield match.span()


def pieces(
    text: str, start: int, end: int, holes: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield what is left of a stretch between holes; one that a hole only interrupts is whole.

    What is longer than a sentence is a list, and each of its items is yielded by itself.
    """
    for first, last in _without(text, start, end, holes):
        at = first
        if last - first > LONGEST:
            for match in _ITEMS.finditer(text, first, last):
                yield from _trimmed(text, at, match.start())
                at = match.end()
        yield from _trimmed(text, at, last)


def _without(
    text: str, start: int, end: int, holes: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    first = start
    for hole_start, hole_end in holes:
        if hole_end <= first or hole_start >= end:
            continue
        following = text[hole_end:end].lstrip()[:1]
        is_cell = _IS_CELL.search(text, max(hole_start - 1, 0), hole_end + 1) is not None
        if first < hole_start and following.islower() and not is_cell:
            continue  # a page ended in the middle of the sentence
        yield first, max(first, hole_start)
        first = max(first, hole_end)
    yield first, end


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    stretch = text[start:end]
    bare = stretch.strip()
    if re.search(r"[^\W\d_]{2}", bare):
        lead = len(stretch) - len(stretch.lstrip())
        yield start + lead, start + lead + len(bare)
