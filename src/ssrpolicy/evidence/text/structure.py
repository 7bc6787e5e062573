"""The parts of a letter as plain text shows them: letterhead, headings, paragraphs, signature.

Blank lines separate the blocks. Where a text has none, indents, lines that stop short and list
markers do. A text is never refused: what cannot be distinguished is body text, because what is body
text must be accounted for, and taking a sentence for a heading would hide it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import attrs

from ssrpolicy.evidence.spans import Span
from ssrpolicy.evidence.text.blocks import Block
from ssrpolicy.evidence.text.letterhead import LONGEST_HEAD, above_text, is_letterhead
from ssrpolicy.evidence.text.lines import Line, groups, is_list_item
from ssrpolicy.evidence.text.notes import kinds_with_notes, with_notes_apart
from ssrpolicy.evidence.text.signature import (
    CLOSING,
    OFFICE,
    copies,
    encloses,
    is_closing,
    is_person,
    signs_through,
    with_signature_apart,
)
from ssrpolicy.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

_NUMBERED: Final = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Za-z])[.)]?\s+(?=\S)")
_MARKS: Final = tuple(".!?:;,\u2026")
_CLOSERS: Final = "\"'\u201d\u2019\u00bb)]"
#: A question with the mark of a note behind it.
_ASKED: Final = re.compile(
    r"\?[\"'\u201d\u2019\u00bb)\]]*\s?(?:\d{1,2}|[\u00b9\u00b2\u00b3\u2070-\u2079]+)$"
)
_SENTENCE_BREAK: Final = re.compile(
    r"[^\W\d_]{2}[.!?][\"'\u201d\u2019)]*\s+[\"'\u201c\u2018(]*[^\W\d_a-z]"
)
_ORNAMENT: Final = re.compile(
    r"[\W_]*(?:(?:pagina|page|blz\.?|p\.)?\s*\d{1,4}(?:\s*(?:van|of|/)\s*\d{1,4})?[\W_]*)?$",
    re.IGNORECASE,
)
#: A name alone on its line, as the movers of a motion sign it: "Van der Lee", "Peters".
_NAME: Final = re.compile(
    r"(?:[^\W\d_a-z]\.\s*)*"
    r"(?:(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Hh]et|[Tt]en|[Tt]er|'t|[Ii]n|[Oo]p|[Ll]a|[Ll]e|[Ee]l)\s+)*"
    r"[^\W\d_a-z][^\W\d_]*(?:[ -][^\W\d_a-z][^\W\d_]*){0,2}$"
)

#: A note of a text: a paragraph between blank lines.
_NOTE: Final = re.compile(r"\S(?:[^\n]|\n(?![^\S\n]*(?:\n|\Z)))*(?<=\S)")

LONGEST_HEADING: Final = 140
_LONGEST_ORNAMENT: Final = 80
_LONGEST_NAME: Final = 40
_MOST_HEADING_LINES: Final = 2
_MOST_SIGNATURE_LINES: Final = 5
_LONGEST_SIGNATURE_LINE: Final = 80


@attrs.define(eq=False)
class _Shape:
    """A block's text on one line with its lines, and what it could be by its looks alone."""

    text: str
    lines: Sequence[Line]
    ends: bool = attrs.field(init=False)
    """Whether a mark closes it, be it a comma or a colon."""
    closes: bool = attrs.field(init=False)
    """Whether each of its lines is of a signature: a formula, an office, who signs."""
    runs: bool = attrs.field(init=False)
    """Whether it reads as running text."""

    @ends.default
    def _ends(self) -> bool:
        return bool(_ASKED.search(self.text)) or self.text.rstrip(_CLOSERS).endswith(_MARKS)

    @closes.default
    def _closes(self) -> bool:
        return is_closing([line.text for line in self.lines])

    @runs.default
    def _runs(self) -> bool:
        long = len(self.text) > LONGEST_HEAD
        like_text = long or self.stops or bool(_SENTENCE_BREAK.search(self.text))
        return like_text and not self.closes

    @property
    def stops(self) -> bool:
        """Whether it ends as a sentence ends."""
        return self.ends and not self.text.endswith((",", ";", ":"))

    @property
    def decorates(self) -> bool:
        """Whether it is a page number or a line of signs, and says nothing."""
        return len(self.text) <= _LONGEST_ORNAMENT and bool(_ORNAMENT.match(self.text))

    @property
    def addresses(self) -> bool:
        """Whether it says what only a letter's head says."""
        return is_letterhead(self.text)

    @property
    def may_head(self) -> bool:
        """Whether it could be a heading: short, bare and without an end."""
        first = self.text.lstrip("#*_ ")[:1]
        return (
            len(self.lines) <= _MOST_HEADING_LINES
            and len(self.text) <= LONGEST_HEADING
            and not self.ends
            and not self.runs
            and (first.isupper() or first.isdigit() or bool(_NUMBERED.match(self.text)))
            and not is_list_item(self.text, numbered=False)
        )

    @property
    def number(self) -> str | None:
        """The number it starts with, each digit as 0, so that numbers of one depth are alike."""
        match = _NUMBERED.match(self.text)
        return re.sub(r"\d+", "0", match.group().strip()) if match else None

    @property
    def signs(self) -> bool:
        """Whether it could close the letter: a formula, or an office with a name."""
        formula = CLOSING.match(self.text)
        if not (formula or self.is_office) or len(self.lines) > _MOST_SIGNATURE_LINES:
            return False
        if max(len(line.text) for line in self.lines) > _LONGEST_SIGNATURE_LINE:
            return False
        if formula:
            return True
        if self.stops:
            return False
        # An office alone, without the comma that a name follows, may begin a sentence.
        return self.lines[0].text.endswith(",") or (not self.ends and len(self.lines) > 1)

    @property
    def closing_goes_on(self) -> bool:
        """Whether it may stand below an office or a formula: who signs, or who signs next."""
        return self.is_person or self.closes

    @property
    def is_person(self) -> bool:
        """Whether it is who signs and nothing else."""
        return len(self.lines) == 1 and is_person(self.text)

    @property
    def encloses(self) -> bool:
        """Whether it lists what is enclosed, and says nothing in sentences."""
        return encloses(self.text) and not self.runs

    @property
    def copies(self) -> bool:
        """Whether it says to whom a copy goes, and nothing else."""
        return copies(self.lines[0].text) and not self.runs

    @property
    def signs_through(self) -> bool:
        """Whether it is the official who signs for a minister, who is named above."""
        return signs_through([line.text for line in self.lines])

    @property
    def is_name(self) -> bool:
        """Whether it is a name and nothing else."""
        return len(self.text) <= _LONGEST_NAME and bool(_NAME.match(self.text))

    @property
    def names(self) -> bool:
        """Whether it could be a name, or an office without one."""
        return not self.ends and not self.runs and len(self.lines) <= _MOST_HEADING_LINES

    @property
    def is_office(self) -> bool:
        """Whether it starts with an office."""
        return bool(OFFICE.match(self.text))


def blocks(text: str, notes: int | None = None) -> tuple[Block, ...]:
    """The blocks of a document in reading order, each with what it is.

    ``notes`` is the place from which on the text has nothing but notes.
    """
    shapes = [
        _Shape(" ".join([line.text for line in lines]), lines)
        for group in groups(text[:notes])
        for part in with_notes_apart(group)
        for lines in with_signature_apart(part)
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


def _kinds(shapes: Sequence[_Shape]) -> list[BlockKind]:
    """What each block is; first the edges of the letter, then what lies between."""
    head = _head(shapes)
    signers = max(head, _signers(shapes))
    kinds = [BlockKind.LETTERHEAD] * head
    for index, shape in enumerate(shapes[head:], head):
        if shape.decorates:
            kinds.append(BlockKind.ORNAMENT)
        elif index >= signers or _is_signature(shapes, kinds, index):
            kinds.append(BlockKind.SIGNATURE)
        elif shape.may_head and _heads_something(shapes, index):
            kinds.append(BlockKind.HEADING)
        else:
            kinds.append(BlockKind.BODY)
    return kinds


def _head(shapes: Sequence[_Shape]) -> int:
    """How many blocks the letterhead has: up to the last that only a letter's head says."""
    running = [index for index, shape in enumerate(shapes) if shape.runs and not shape.addresses]
    if (head := above_text([shape.text for shape in shapes], running)) is not None:
        return head
    body = next(iter(running), 0)
    said = [index for index in range(body) if shapes[index].addresses]
    if said:
        return said[-1] + 1
    # A title in capitals, or one that has a heading below it, is not itself a heading.
    above_heading = body > 1 and shapes[0].may_head and shapes[1].may_head
    return int(above_heading or (body > 0 and shapes[0].text.isupper()))


def _signers(shapes: Sequence[_Shape]) -> int:
    """The index from which on there are names only; after the last block where there are none."""
    index = len(shapes)
    while index and shapes[index - 1].is_name:
        index -= 1
    # Names sign what was said; where nothing was, they are what is said.
    return index if index and shapes[index - 1].stops else len(shapes)


def _is_signature(shapes: Sequence[_Shape], kinds: list[BlockKind], index: int) -> bool:
    """Whether a block closes the letter; text right below it says that it does not."""
    shape, following = shapes[index], shapes[index + 1 : index + 2]
    if shape.closes and (len(shape.lines) > 1 or not following or following[0].closing_goes_on):
        return True
    if kinds[-1:] == [BlockKind.SIGNATURE] and (
        # A single word may be a heading; initials make it a name.
        shape.signs_through or (shape.is_person and "." in shape.text)
    ):
        return True
    text_follows = any(later.runs for later in following)
    below_signature = kinds[-1:] == [BlockKind.SIGNATURE]
    if text_follows or (below_signature and (shape.copies or shape.encloses)):
        # A line that names who gets a copy is never a heading; one about an annex may be.
        return below_signature and (shape.copies or not text_follows)
    if shape.signs or (shape.names and kinds[-1:] == [BlockKind.SIGNATURE]):
        return True
    # An office by itself, and only names below it down to the end.
    below = shapes[index + 1 : index + 2 + _MOST_SIGNATURE_LINES]
    return (
        shape.names
        and shape.is_office
        and 0 < len(below) <= _MOST_SIGNATURE_LINES
        and all(later.names for later in below)
    )


def _heads_something(shapes: Sequence[_Shape], index: int) -> bool:
    """Whether text follows that a heading could stand above."""
    shape, following = shapes[index], shapes[index + 1 : index + 2]
    if not following or following[0].signs:
        return False
    before = shapes[index - 1 : index] if index else []
    # Numbers of one depth right below each other are a list, not headings.
    return shape.number is None or not any(
        other.may_head and other.number == shape.number for other in (*before, *following)
    )
