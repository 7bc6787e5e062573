"""The parts of a letter as plain text shows them: letterhead, headings, paragraphs, signature.

Blank lines separate the blocks. Where a text has none, indents, lines that stop short and list
markers do. A text is never refused: what cannot be distinguished is body text, because what is body
text must be accounted for, and taking a sentence for a heading would hide it.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from ssrpolicy.evidence.spans import Span
from ssrpolicy.evidence.text.blocks import Block
from ssrpolicy.evidence.text.letterhead import (
    is_dated,
    is_labelled,
    is_salutation,
    opens_motion,
    undertakes,
)
from ssrpolicy.evidence.text.lines import groups
from ssrpolicy.evidence.text.motion import with_motion_apart
from ssrpolicy.evidence.text.notes import kinds_with_notes, with_notes_apart
from ssrpolicy.evidence.text.questions import is_question_heading
from ssrpolicy.evidence.text.shapes import MOST_SIGNATURE_LINES, Shape
from ssrpolicy.evidence.text.signature import (
    is_bare_office,
    is_on_behalf,
    is_person,
    may_end_office,
    with_signature_apart,
)
from ssrpolicy.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_HEAD: Final = 40  # blocks down to a salutation
_MOST_ABOVE_SALUTATION: Final = 300  # characters that read as text, and are not

#: A note of a text: a paragraph between blank lines.
_NOTE: Final = re.compile(r"\S(?:[^\n]|\n(?![^\S\n]*(?:\n|\Z)))*(?<=\S)")


def blocks(text: str, notes: int | None = None) -> tuple[Block, ...]:
    """The blocks of a document in reading order, each with what it is.

    ``notes`` is the place from which on the text has nothing but notes.
    """
    parts = [part for group in groups(text[:notes]) for part in with_notes_apart(group)]
    shapes = [
        Shape(" ".join([line.text for line in lines]), lines)
        for before, part in zip([[], *parts], parts, strict=False)
        for moved in with_motion_apart(part, before[-1].text if before else "")
        for lines in with_signature_apart(moved)
    ]
    kinds = kinds_with_notes(
        [shape.text for shape in shapes], lambda places: _kinds([shapes[at] for at in places])
    )
    made: list[Block] = []
    heading: Span | None = None
    number = 0
    for shape, kind in zip(shapes, kinds, strict=True):
        first, end = shape.lines[0], shape.lines[-1].end
        if kind is BlockKind.BODY:
            number += 1
            items = tuple([line.start for line in shape.lines if line.item])
            block = Block(
                kind=kind, start=first.start, end=end, number=number, heading=heading, items=items
            )
        else:
            block = Block(kind=kind, start=first.start, end=end)
        if kind is BlockKind.HEADING:
            # Without the signs that mark it as a heading in plain text.
            lead = len(first.text) - len(first.text.lstrip("#*_ "))
            heading = Span(start=first.start + lead, end=end)
        made.append(block)
    if notes is not None:
        made += (
            Block(kind=BlockKind.NOTE, start=notes + found.start(), end=notes + found.end())
            for found in _NOTE.finditer(text[notes:])
        )
    return tuple(made)


def _kinds(shapes: Sequence[Shape]) -> list[BlockKind]:
    """Return the kind of each block; the edges of the letter are found first, then the rest."""
    head = _head(shapes)
    signers = max(head, _signers(shapes))
    kinds = [BlockKind.LETTERHEAD] * head
    for index, shape in enumerate(shapes[head:], head):
        if shape.decorates:
            kinds.append(BlockKind.ORNAMENT)
        elif index >= signers or _is_signature(shapes, kinds, index):
            kinds.append(BlockKind.SIGNATURE)
        elif is_dated(shape.text):
            # Of a letter that stands below another one, or printed below what it closes.
            kinds.append(BlockKind.LETTERHEAD)
        elif shape.may_head and _heads_something(shapes, index):
            kinds.append(BlockKind.HEADING)
        else:
            kinds.append(BlockKind.BODY)
    return kinds


def _head(shapes: Sequence[Shape]) -> int:
    """How many blocks the letterhead has: up to the last that only a letter's head says.

    Little of what stands above a salutation can be text: a subject may read as a sentence, and so
    may what an office prints in its margin.
    """
    running = (i for i, shape in enumerate(shapes) if shape.runs and not shape.addresses)
    head = list(takewhile(lambda shape: not _ends_head(shape.text), shapes[:_MOST_HEAD]))
    if len(head) < min(len(shapes), _MOST_HEAD) and any(map(_of_head, head)):
        texts = [shape.text for shape in head if shape.runs and not shape.addresses]
        # What the House says in a motion is text; a salutation is not.
        greets = is_salutation(shapes[len(head)].text)
        most = _MOST_ABOVE_SALUTATION if greets else 0
        if not any(map(_says, head)) and sum(map(len, texts)) <= most:
            return len(head) + greets
    body = next(running, 0)
    # An item of a list may not read as text, and yet say what somebody does.
    body = next((i for i in range(body) if _says(shapes[i])), body)
    said = [index for index in range(body) if shapes[index].addresses]
    if said:
        return said[-1] + 1
    # A title in capitals, or one that has a heading below it, is not itself a heading.
    above_heading = body > 1 and shapes[0].may_head and shapes[1].may_head
    return int(above_heading or (body > 0 and shapes[0].text.isupper()))


def _ends_head(text: str) -> bool:
    return is_salutation(text) or opens_motion(text)


def _says(shape: Shape) -> bool:
    return not shape.addresses and undertakes(shape.text)


def _of_head(shape: Shape) -> bool:
    return shape.addresses or is_labelled(shape.text)


def _signers(shapes: Sequence[Shape]) -> int:
    """The index from which on there are names only; after the last block without names."""
    index = len(shapes)
    while index and shapes[index - 1].is_name:
        index -= 1
    # Names sign what was said; where nothing was, they are what is said.
    return index if index and shapes[index - 1].stops else len(shapes)


def _is_signature(shapes: Sequence[Shape], kinds: list[BlockKind], index: int) -> bool:
    """Whether a block closes the letter; text right below it says that it does not."""
    shape, following = shapes[index], shapes[index + 1 : index + 2]
    if shape.closes and (len(shape.lines) > 1 or not following or following[0].closing_goes_on):
        return True
    if kinds[-1:] == [BlockKind.SIGNATURE] and (
        shape.signs_through or _is_named(shape.text, below=shapes[index - 1].text)
    ):
        return True
    if _is_part_of_office(shapes, kinds, index):
        return True
    text_follows = any(later.runs for later in following)
    below_signature = kinds[-1:] == [BlockKind.SIGNATURE]
    if text_follows or (below_signature and (shape.copies or shape.encloses)):
        # A line that names who gets a copy is never a heading; one about an annex may be.
        return below_signature and (shape.copies or not text_follows)
    if shape.signs or (shape.names and kinds[-1:] == [BlockKind.SIGNATURE]):
        return True
    # An office by itself, and only names below it down to the end.
    below = shapes[index + 1 : index + 2 + MOST_SIGNATURE_LINES]
    return (
        shape.names
        and shape.is_office
        and 0 < len(below) <= MOST_SIGNATURE_LINES
        and all(later.names for later in below)
    )


def _is_part_of_office(shapes: Sequence[Shape], kinds: Sequence[BlockKind], index: int) -> bool:
    """Whether a block is an office, or the rest of one, that stands on lines with blanks between.

    "De Minister", "van Defensie," and a name; or "Mede namens ..." above who signs.
    """
    shape, following = shapes[index], shapes[index + 1 : index + 3]
    signed = kinds[-1:] == [BlockKind.SIGNATURE]
    if signed and may_end_office(shape.text):
        return bool(following) and following[0].is_person and shapes[index - 1].is_office
    if not shape.is_office or shape.ends or not following:
        return False
    if is_on_behalf(shape.text):
        return following[0].closes
    rest = is_bare_office(shape.text) and may_end_office(following[0].text)
    return rest and len(following) > 1 and following[1].is_person


def _is_named(text: str, *, below: str) -> bool:
    """Whether a line below a signature is who signs: one word alone may be a heading."""
    return is_person(text) and ("." in text or (below.endswith(",") and " " in text))


def _heads_something(shapes: Sequence[Shape], index: int) -> bool:
    """Whether text follows that a heading could stand above."""
    shape, following = shapes[index], shapes[index + 1 : index + 2]
    if not following or following[0].signs:
        return False
    before = shapes[index - 1 : index] if index else []
    if is_question_heading(shape.text):
        return True
    if any(is_question_heading(each.text) for each in before) or following[0].goes_on:
        return False
    # Numbers of one depth right below each other are a list, not headings.
    return shape.number is None or not any(
        other.may_head and other.number == shape.number for other in (*before, *following)
    )
