"""Tables on a page: lines next to each other whose cells begin one below the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from attrs import frozen

from ssrpolicy_sources.pdf.layout import Body
from ssrpolicy_sources.pdf.lines import Line

_BROKEN: Final = re.compile(r"(?<=[^\W\d_])- (?!(?:en|of|and|or)\b)(?=[^\W\d_A-Z])")
_LEVEL: Final = 0.3
_ALIGNED: Final = 0.8
_FEWEST_ROWS: Final = 3
_FARTHEST: Final = 3.0  # pitches
_NEXT_ROW: Final = 1.2
_WITHIN: Final = 0.8
_LONGEST_MARKER: Final = 4


@frozen
class Table:
    """A table, with the lines of each cell of each row."""

    rows: tuple[tuple[tuple[Line, ...], ...], ...]

    @property
    def text(self) -> str:
        """A row a line, with a tab between its cells."""
        return "\n".join("\t".join(map(_cell_text, row)) for row in self.rows)


def _cell_text(cell: Sequence[Line]) -> str:
    """Return the words of a cell on one line, but for a word that is broken at a line's end."""
    return _BROKEN.sub("-\n", " ".join(line.text for line in cell))


def with_tables(lines: Sequence[Line], body: Body, *, above: float) -> Iterator[Line | Table]:
    """Yield the lines of a page, those of a table together.

    What stands higher than ``above`` is a page's head, in which lines next to each other name
    dossier, date and addressee.
    """
    there = list(_levels(lines, body))
    # A number in a narrow column is joined to the words next to it, as that of an item is.
    levels = [[part for line in level for part in _parts(line)] for level in there]
    at = 0
    while at < len(levels):
        end = _end(levels, at, body) if levels[at][0].base < above else at
        table = _table(levels[at:end])
        if table is None:
            yield from there[at]
            at += 1
        else:
            yield table
            at = end


def _levels(lines: Sequence[Line], body: Body) -> Iterator[list[Line]]:
    """Yield the lines that stand on one height together, from left to right."""
    found: list[Line] = []
    for line in lines:
        if found and abs(found[0].base - line.base) > _LEVEL * body.size:
            yield sorted(found, key=lambda each: each.left)
            found = []
        found.append(line)
    if found:
        yield sorted(found, key=lambda each: each.left)


def _parts(line: Line) -> Iterator[Line]:
    """Yield a line in its parts where it begins with a marker and a wide gap."""
    pieces = sorted(line.pieces, key=lambda piece: piece.left)
    first, rest = pieces[:1], pieces[1:]
    is_marker = len(first[0].text.strip()) <= _LONGEST_MARKER
    if rest and is_marker and rest[0].left - first[0].right > _WITHIN * line.size:
        yield Line(first)
        yield Line(rest, line.mark)
    else:
        yield line


def _end(levels: Sequence[list[Line]], at: int, body: Body) -> int:
    """Return where the table ends whose first row is at a level; that level without a table."""
    columns = [line.left for line in levels[at]]
    if len(columns) < 2:  # noqa: PLR2004 - fewer than two columns have no cells next to each other
        return at
    end = at + 1
    while end < len(levels):
        gap = levels[end - 1][0].base - levels[end][0].base
        if not 0 < gap <= _FARTHEST * body.pitch or not _fits(levels[end], columns, body):
            break
        end += 1
    return end


def _fits(level: Sequence[Line], columns: Sequence[float], body: Body) -> bool:
    """Whether each line of a level begins in a column, and ends before the next one."""
    near = _ALIGNED * body.size
    for line in level:
        column = next((n for n, left in enumerate(columns) if abs(line.left - left) <= near), None)
        if column is None:
            return False
        if column + 1 < len(columns) and line.right > columns[column + 1]:
            return False
    return True


def _table(levels: Sequence[list[Line]]) -> Table | None:
    """Return the table that levels make; None where too few have cells next to each other."""
    rows = [level for level in levels if len(level) > 1]
    if len(rows) < _FEWEST_ROWS:
        return None
    columns = [line.left for line in levels[0]]
    markers = all(len(level[0].text) <= _LONGEST_MARKER for level in rows)
    if markers and len(columns) == 2:  # noqa: PLR2004 - a number or a bullet, and the item's words
        return None
    gaps = [above[0].base - below[0].base for above, below in pairwise(levels)]
    apart = _NEXT_ROW * min(gaps)
    spaced = any(gap > apart for gap in gaps)
    made: list[list[list[Line]]] = []
    for number, level in enumerate(levels):
        first = abs(level[0].left - columns[0]) <= abs(level[0].left - columns[-1])
        begins = gaps[number - 1] > apart if spaced and number else first
        if not made or begins:
            made.append([[] for __ in columns])
        for line in level:
            near = min(range(len(columns)), key=lambda n: abs(columns[n] - line.left))
            made[-1][near].append(line)
    cells = (tuple(tuple(cell) for cell in row if cell) for row in made)
    return Table(tuple(cells))
