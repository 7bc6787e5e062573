"""Columns around the running text: labels of a head, and signatures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from ssrpolicy_sources.pdf.layout import Body, running_text
from ssrpolicy_sources.pdf.lines import Line

# What begins something of its own: the label of a value, or who signs.
_LABEL: Final = re.compile(
    r"(?:datum|date|betreft|onderwerp|subject|kenmerk|(?:ons|uw|onze|our|your)\s+(?:kenmerk|"
    r"referentie|ref(?:erence)?\.?|brief|letter)|bijlagen?|bijlage\(n\)|enclosures?|"
    r"contactpersoon|contact|behandeld door|telefoon(?:nummer)?|telephone|e-mail)\s*(?::.*)?"
    r"|(?:(?:mede )?namens )?(?:(?:de|the)\s+)?(?:minister(?:-president)?|staatssecretaris|"
    r"state secretary|secretary of state)\b.*",
    re.IGNORECASE,
)
_ALIGNED: Final = 0.8
_FARTHEST: Final = 3.0  # pitches
_INDENT: Final = 3.0  # sizes


def in_columns(lines: Sequence[Line], body: Body, *, first: bool) -> list[Line]:
    """Return the lines of a page, those of columns above and below its text column by column.

    A column begins where one of its lines is a label, or names who signs; a value next to its
    label stays there. Nothing changes where a line runs through the space between two columns.
    ``first`` says that it is the first page, whose head stands above the text.
    """
    running = running_text(lines, body)
    top, bottom = max(running, default=0.0), min(running, default=0.0)
    made = list(lines)
    for inside in ([each.base > top and first for each in lines], [b.base < bottom for b in lines]):
        region = [line for line, within in zip(lines, inside, strict=True) if within]
        if len(region) > 1:
            ordered = _ordered(region, body, foot=region[0].base < bottom)
            at = [n for n, line in enumerate(made) if any(line is each for each in region)]
            for place, line in zip(at, ordered, strict=True):
                made[place] = line
    return made


def _ordered(region: Sequence[Line], body: Body, *, foot: bool) -> list[Line]:
    near = _ALIGNED * body.size
    starts: list[float] = []
    for line in sorted(region, key=lambda each: each.left):
        indented = line.left > body.left + _INDENT * body.size
        if indented and _LABEL.fullmatch(line.text) and line.left > (*starts, 0.0)[-1] + near:
            starts.append(line.left)
    starts = [each for each in starts if _is_next_to(each, region, near)]
    if not starts:
        return list(region)
    placed = [line.base for line in region if line.left >= starts[0] - near]
    top, low = max(placed) + near / 2, min(placed) - near / 2
    if foot:
        low = _lowest([line.base for line in region if line.base < low], low, body)
    block = [line for line in region if low <= line.base <= top]
    if any(
        line.left < start - near and line.right > start - 1 for line in block for start in starts
    ):
        return list(region)
    at = next(n for n, line in enumerate(region) if line is block[0])
    block.sort(key=lambda line: sum(line.left >= start - near for start in starts))
    return [*region[:at], *block, *region[at + len(block) :]]


def _is_next_to(start: float, region: Sequence[Line], near: float) -> bool:
    """Whether anything that starts there has something left of it on its height."""
    here = [line.base for line in region if abs(line.left - start) <= near]
    left = [line.base for line in region if line.right < start]
    return any(abs(one - other) <= near / 2 for one in here for other in left)


def _lowest(below: Sequence[float], low: float, body: Body) -> float:
    """Return how low the names below signatures stand that go on without a wide gap."""
    for above, base in pairwise([low, *sorted(below, reverse=True)]):
        if above - base > _FARTHEST * body.pitch:
            break
        low = base
    return low
