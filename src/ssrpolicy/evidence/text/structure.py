"""The parts of a letter as plain text shows them: letterhead, headings, paragraphs, signature.

Blank lines separate the blocks. Where a text has none, indents, lines that stop short and list
markers do. A text is never refused: what cannot be distinguished is body text, because what is body
text must be accounted for, and taking a sentence for a heading would hide it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import attrs

from ssrpolicy.evidence.spans import Span
from ssrpolicy.evidence.text.lines import groups
from ssrpolicy.evidence.text.shapes import MOST_SIGNATURE_LINES, Shape

if TYPE_CHECKING:
    from collections.abc import Sequence


class BlockKind(StrEnum):
    """What a block of text is in the letter."""

    LETTERHEAD = "letterhead"
    HEADING = "heading"
    BODY = "body"
    SIGNATURE = "signature"
    ORNAMENT = "ornament"


@attrs.frozen(kw_only=True)
class Block:
    """A stretch of text between blank lines, and what it is in the letter.

    Body blocks are the paragraphs, numbered from 1 over the document; each knows the heading
    above it. ``items`` holds where the items of a list start, the first block's start included
    when it is one.
    """

    kind: BlockKind
    start: int
    end: int
    number: int | None = None
    heading: Span | None = None
    items: tuple[int, ...] = ()

    @property
    def span(self) -> Span:
        """The stretch from the block's first to its last character that is not white space."""
        return Span(start=self.start, end=self.end)


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a document in reading order, each with what it is."""
    shapes = [
        Shape(text=" ".join(line.text for line in lines), lines=lines) for lines in groups(text)
    ]
    kinds = _kinds(shapes)
    made: list[Block] = []
    heading: Span | None = None
    number = 0
    for shape, kind in zip(shapes, kinds, strict=True):
        start, end = shape.lines[0].start, shape.lines[-1].end
        if kind is BlockKind.HEADING:
            heading = _title(shape)
        body = kind is BlockKind.BODY
        number += body
        made.append(
            Block(
                kind=kind,
                start=start,
                end=end,
                number=number if body else None,
                heading=heading if body else None,
                items=tuple(line.start for line in shape.lines if line.item) if body else (),
            )
        )
    return tuple(made)


def _title(shape: Shape) -> Span:
    """The words of a heading, without the signs that mark it as one in plain text."""
    marked = shape.lines[0]
    lead = len(marked.text) - len(marked.text.lstrip("#*_ "))
    return Span(start=marked.start + lead, end=shape.lines[-1].end)


def _kinds(shapes: Sequence[Shape]) -> list[BlockKind]:
    """What each block is; first the edges of the letter, then what lies between."""
    head = _head(shapes)
    signers = max(head, _signers(shapes))
    kinds = [BlockKind.LETTERHEAD] * head
    for index in range(head, len(shapes)):
        shape = shapes[index]
        if shape.decorates:
            kinds.append(BlockKind.ORNAMENT)
        elif index >= signers or _is_signature(shapes, kinds, index):
            kinds.append(BlockKind.SIGNATURE)
        elif shape.may_head and _heads_something(shapes, index):
            kinds.append(BlockKind.HEADING)
        else:
            kinds.append(BlockKind.BODY)
    return kinds


def _head(shapes: Sequence[Shape]) -> int:
    """How many blocks the letterhead has: up to the last that only a letter's head says."""
    running = (i for i, shape in enumerate(shapes) if shape.runs and not shape.addresses)
    body = next(running, 0)
    said = [index for index in range(body) if shapes[index].addresses]
    if said:
        return said[-1] + 1
    # A title in capitals, or one that has a heading below it, is not itself a heading.
    if body > 1 and shapes[0].may_head and shapes[1].may_head:
        return 1
    return 1 if body and shapes[0].text.isupper() else 0


def _signers(shapes: Sequence[Shape]) -> int:
    """The index from which on there are names only; after the last block when there are none."""
    index = len(shapes)
    while index and shapes[index - 1].is_name:
        index -= 1
    # Names sign what was said; where nothing was, they are what is said.
    return index if index and shapes[index - 1].stops else len(shapes)


def _is_signature(shapes: Sequence[Shape], kinds: Sequence[BlockKind], index: int) -> bool:
    """Whether a block closes the letter; text right below it says that it does not."""
    shape, following = shapes[index], shapes[index + 1 : index + 2]
    if any(later.runs for later in following):
        return False
    if shape.signs:
        return True
    if shape.names and index and kinds[index - 1] is BlockKind.SIGNATURE:
        return True
    # An office by itself, and only names below it down to the end.
    below = shapes[index + 1 : index + 2 + MOST_SIGNATURE_LINES]
    return (
        shape.names
        and bool(below)
        and len(below) <= MOST_SIGNATURE_LINES
        and shape.is_office
        and all(later.names for later in below)
    )


def _heads_something(shapes: Sequence[Shape], index: int) -> bool:
    """Whether text follows that a heading could stand above."""
    shape, following = shapes[index], shapes[index + 1 : index + 2]
    if not following or following[0].signs:
        return False
    before = shapes[index - 1 : index] if index else []
    # Numbers of one depth right below each other are a list, not headings.
    return shape.number is None or not any(
        other.may_head and other.number == shape.number for other in (*before, *following)
    )
