"""Where a page's running text stands, and what of the page is set apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from attrs import define, field, frozen

from ssrpolicy.reporting import ApartKind
from ssrpolicy_sources.pdf.characters import Page
from ssrpolicy_sources.pdf.lines import Line, lines_of, mark_notes

#: What is never furniture, however often it comes back: the headings of questions and answers.
HEADING: Final = re.compile(
    r"(?:vraag|vragen|antwoord|antwoorden|question|answer)s?(?:\s+(?:op\s+)?\d[\d\s,enand–-]*)?[.:]?",
    re.IGNORECASE,
)
_NUMBERED: Final = re.compile(
    r"(?:(?:pagina|page|blz\.?|p\.)\s*)?\d{1,4}(?:\s*(?:van|of|/)\s*\d{1,4})?"
    r"|(?:pagina|page)\s+\d{1,4}\b.*|[-–—]\s*\d{1,4}\s*[-–—]",
    re.IGNORECASE,
)
_PUBLISHER: Final = re.compile(
    r"^(?:(?:kst|ah-tk|ah-ek|blg|stcrt)-[\w-]+|ISSN\b.*"
    r"|.*\bvergaderjaar \d{4}\s?[–-]\s?\d{4}, .*)$",
    re.IGNORECASE,
)
_EDGE: Final = 0.13  # of the page's height
_SMALL: Final = 0.93  # of the body's size
SAME_SIZE: Final = 0.5
"""Letters whose sizes differ by no more points are of one size."""

# Of the height: where what stands outside the text is the foot of the page, and where its head.
_LOWEST: Final = 0.115
_HIGHEST: Final = 0.92
_FAR: Final = 1.5  # pitches
_LETTERS: Final = 2
_FEWEST_NUMBERS: Final = 5
_SHARE_OF_COLUMN: Final = 0.3


@frozen(kw_only=True)
class Body:
    """How the running text of a document is set, on most of its pages.

    ``columns`` are the left and right edges of each column, ``pitch`` the distance of two lines.
    """

    size: float
    font: str
    pitch: float
    columns: tuple[tuple[float, float], ...]

    @property
    def left(self) -> float:
        """The left edge of the first column."""
        return self.columns[0][0]

    @property
    def right(self) -> float:
        """The right edge of the last column."""
        return self.columns[-1][1]

    def column(self, line: Line) -> int:
        """Return the number of the column in which a line begins, from 0."""
        starts = [left for left, __ in self.columns]
        return max(0, sum(line.left >= left - self.size for left in starts) - 1)


@define
class Laid:
    """A page whose lines are told apart: the body's, the notes', and those set apart."""

    page: Page
    set_as: Body
    body: list[Line] = field(factory=list)
    notes: list[Line] = field(factory=list)
    apart: list[tuple[ApartKind, Line]] = field(factory=list)


def body_of(lines: Sequence[Sequence[Line]]) -> Body:
    """Return how the running text is set, from the lines of all pages."""
    every = [line for page in lines for line in page]
    if not every:
        return Body(size=10.0, font="", pitch=12.0, columns=((0.0, 0.0),))
    sizes: Counter[float] = Counter()
    fonts: Counter[str] = Counter()
    for line in every:
        sizes[round(line.size * 2) / 2] += len(line.text)
        fonts[line.main.font] += len(line.text)
    size = sizes.most_common(1)[0][0]
    running = [line for line in every if abs(line.size - size) <= SAME_SIZE]
    # Letters one below the other in a margin are not lines of the text.
    running = [line for line in running if len(line.text) > _LETTERS] or running
    return Body(
        size=size,
        font=fonts.most_common(1)[0][0],
        pitch=_pitch(lines, size),
        columns=_columns(running, size),
    )


def _pitch(lines: Sequence[Sequence[Line]], size: float) -> float:
    gaps: Counter[float] = Counter()
    for page in lines:
        for above, line in pairwise(page):
            gap = above.base - line.base
            apart = above.right - line.right if line.backward else above.left - line.left
            if 0.8 * size <= gap <= 2.5 * size and abs(apart) <= size:
                gaps[round(gap * 2) / 2] += 1
    return gaps.most_common(1)[0][0] if gaps else 1.25 * size


def _columns(running: Sequence[Line], size: float) -> tuple[tuple[float, float], ...]:
    """Return the edges of the columns: where most lines begin, and how far these reach."""
    starts: Counter[int] = Counter()
    for line in running:
        starts[round(line.left)] += len(line.text)
    total = sum(starts.values())
    near: dict[int, int] = {s: sum(starts[s + d] for d in (-1, 0, 1)) for s in starts}
    first = max(near, key=lambda start: near[start])
    found = [first]
    for start, weight in sorted(near.items(), key=lambda pair: -pair[1]):
        if weight < _SHARE_OF_COLUMN * total:
            break
        if all(abs(start - other) > 8 * size for other in found):
            found.append(start)
    found.sort()
    edges = []
    for number, left in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        ends = sorted(
            line.right
            for line in running
            if left - size <= line.left and (following is None or line.left < following - size)
        )
        of_column = [end for end in ends if following is None or end <= following]
        if following is not None and len(of_column) < 0.8 * len(ends):
            # Lines run through what would be the gap: it is an indent, and no column.
            return ((float(first), max(line.right for line in running)),)
        edges.append((float(left), of_column[int(0.97 * (len(of_column) - 1))]))
    return tuple(edges)


def laid_out(pages: Sequence[Page]) -> list[Laid]:
    """Return the pages with their lines told apart; those on their side are set by themselves."""
    lines = [lines_of(page.pieces) for page in pages]
    sides = [page.width > page.height for page in pages]
    bodies = {
        side: body_of([of for of, where in zip(lines, sides, strict=True) if of and where == side])
        for side in set(sides)
    }
    repeated = _repeated(pages, lines)
    had_notes = False
    made = []
    for page, of_page, side in zip(pages, lines, sides, strict=True):
        laid = _laid(page, of_page, bodies[side], repeated, had_notes=had_notes)
        had_notes = bool(laid.notes)
        made.append(laid)
    return made


def _repeated(pages: Sequence[Page], lines: Sequence[Sequence[Line]]) -> set[str]:
    """Return the lines at the edges of pages that come back on others, digits aside."""
    found: Counter[str] = Counter()
    for page, of_page in zip(pages, lines, strict=True):
        found.update({_folded(line) for line in of_page if _at_edge(line, page)})
    return {text for text, count in found.items() if count > 1}


def _folded(line: Line) -> str:
    return re.sub(r"\d+", "0", line.text)


def _at_edge(line: Line, page: Page) -> bool:
    return not _EDGE * page.height < line.base < (1 - _EDGE) * page.height


def _laid(
    page: Page, lines: Sequence[Line], body: Body, repeated: set[str], *, had_notes: bool
) -> Laid:
    laid = Laid(page, body)
    for piece in (each for each in page.pieces if each.tilted):
        laid.apart.append((ApartKind.MARGIN, Line([piece])))
    mark_notes(lines, _SMALL * body.size)
    inside, outside = _by_place(lines, body, page)
    numbers = [line for line in outside if line.text.isdigit()]
    for line in outside:
        is_number = line.text.isdigit() and len(numbers) >= _FEWEST_NUMBERS
        kind = ApartKind.LINE_NUMBER if is_number else _kind_by_edge(line, page)
        laid.apart.append((kind, line))
    inside = _without_edges(laid, inside, body, repeated)
    laid.body, laid.notes = _notes(inside, body, had_notes=had_notes)
    return laid


def _kind_by_edge(line: Line, page: Page) -> ApartKind:
    if line.base < _LOWEST * page.height:
        return ApartKind.PAGE_FOOT
    return ApartKind.PAGE_HEAD if line.base > _HIGHEST * page.height else ApartKind.MARGIN


def _by_place(lines: Sequence[Line], body: Body, page: Page) -> tuple[list[Line], list[Line]]:
    """Return the lines in the columns of the body, and those outside them, in a margin.

    What stands left of the body above the first page's running text is its head.
    """
    inside, outside = [], []
    top = top_of_text(lines, body)
    for line in lines:
        left_of = line.right < body.left - 0.5 * body.size
        in_head = page.number == 1 and line.base > top
        right_of = line.left > body.right + 0.5 * body.size
        small_beside = line.left > body.right - body.size and line.size <= _SMALL * body.size
        if right_of or small_beside or (left_of and not in_head):
            outside.append(line)
        else:
            inside.append(line)
    return inside, outside


def top_of_text(lines: Sequence[Line], body: Body) -> float:
    """Return the height of the first line of running text of a page."""
    return max(running_text(lines, body), default=0.0)


def running_text(lines: Sequence[Line], body: Body) -> list[float]:
    """Return the heights of the lines of running text of a page."""
    # Heads are often set in another font than the text below them.
    return [line.base for line in lines if _is_running(line, body) and body.font in line.fonts]


def _is_running(line: Line, body: Body) -> bool:
    left, right = body.columns[body.column(line)]
    full = line.right - line.left > 0.6 * (right - left)
    return full and abs(line.left - left) <= body.size and abs(line.size - body.size) <= SAME_SIZE


def _without_edges(laid: Laid, lines: Sequence[Line], body: Body, repeated: set[str]) -> list[Line]:
    """Set apart the heads and feet of a page, from its edges inwards; return the other lines."""
    kept = sorted(lines, key=lambda line: -line.base)
    page = laid.page
    while kept and _is_foot(kept[-1], kept[:-1], body, page, repeated):
        laid.apart.append((ApartKind.PAGE_FOOT, kept.pop()))
    while kept and page.number > 1 and _is_head(kept[0], kept[1:], body, page, repeated):
        laid.apart.append((ApartKind.PAGE_HEAD, kept.pop(0)))
    if kept and page.number == 1 and _at_edge(kept[0], page) and _NUMBERED.fullmatch(kept[0].text):
        laid.apart.append((ApartKind.PAGE_HEAD, kept.pop(0)))
    return kept


def _is_furniture(line: Line, body: Body, repeated: set[str], *, far: bool) -> bool:
    if HEADING.fullmatch(line.text) or line.mark:
        return False
    if _PUBLISHER.match(line.text):
        return True
    numbered = bool(_NUMBERED.fullmatch(line.text))
    return numbered or (far and (_folded(line) in repeated or line.size <= 0.85 * body.size))


def _is_foot(line: Line, above: Sequence[Line], body: Body, page: Page, repeated: set[str]) -> bool:
    if line.base > _EDGE * page.height:
        return False
    gap = min(
        (other.base - line.base for other in above if other.base > line.base + 1), default=99.0
    )
    beside_foot = gap <= 1.5 * body.pitch and not _PUBLISHER.match(line.text)
    return _is_furniture(line, body, repeated, far=not beside_foot)


def _is_head(line: Line, below: Sequence[Line], body: Body, page: Page, repeated: set[str]) -> bool:
    if line.base < (1 - _EDGE) * page.height:
        return False
    gap = min(
        (line.base - other.base for other in below if other.base < line.base - 1), default=99.0
    )
    return _is_furniture(line, body, repeated, far=gap > 1.5 * body.pitch)


def _notes(lines: Iterable[Line], body: Body, *, had_notes: bool) -> tuple[list[Line], list[Line]]:
    """Tell the notes at a page's foot from its body: small lines, the first with a mark.

    On the page after one with notes, the first small lines at the foot go on with the last note.
    """
    ordered = list(lines)
    start = len(ordered)
    small = len(ordered)
    while small and ordered[small - 1].size <= _SMALL * body.size:
        small -= 1
    tail = ordered[small:]
    first = next((index for index, line in enumerate(tail) if line.mark), None)
    if first is not None:
        start = small if had_notes else small + first
    elif had_notes and 0 < len(tail) < len(ordered):
        start = small
    return ordered[:start], ordered[start:]
