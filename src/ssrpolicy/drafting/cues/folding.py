"""A stretch of a source as one line of words, and where each character of it stands."""

from __future__ import annotations

import re
from typing import Final

from attrs import frozen

#: Signs that stand for a hyphen at a line's end in what some PDF readers give.
_LOST_HYPHENS: Final = "\ufffe\u0002\u00ad"
_BREAK: Final = re.compile(
    rf"[{_LOST_HYPHENS}]\s*"  # the two parts of a word
    r"|(?<=[^\W\d_])-[^\S\r\n]*\r?\n\s*(?=[^\W\d_])(?!(?:en|of|and|or)\b)"
    r"|\s+"
)
_LEVELLED: Final = str.maketrans("\u2018\u2019\u201c\u201d\u201e\u2013\u2014\u00a0", '\'\'"""-- ')


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
        if match.group().isspace():
            pieces.append(" ")
            places.append(match.start())
        at = match.end()
    keep(at, end)
    return Folded("".join(pieces).translate(_LEVELLED), tuple(places))


def one_line(source: str, start: int, end: int) -> str:
    """Return the words of a stretch on one line, as they can stand in a quote."""
    return " ".join(_BREAK.sub(_joint, source[start:end]).split())


def _joint(match: re.Match[str]) -> str:
    return " " if match.group().isspace() else ""
