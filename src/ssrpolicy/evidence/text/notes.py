"""The notes of a text: "Noot 1 ...", "[1] ...", "1 Kamerstukken II ...", below its signature."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ssrpolicy.evidence.text.signature import is_closing, is_person
from ssrpolicy.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ssrpolicy.evidence.text.lines import Line

#: What begins a note by itself: its name with its number, or a mark that only notes have; or a
#: number, which alone may begin an item of a list, where the note cites; or the heading over notes.
_BEGIN: Final = re.compile(
    r"""
    (?=[venf\[\u00b9\u00b2\u00b3\u2070-\u2079*\u2020\u2021(\d]) (?:
      (?:voet|eind)?noot\s*(?:\(?\d{1,3}\b|:) | (?:foot|end)?note\s*(?:\(?\d{1,3}\b|:)
      | \[\d{1,3}\]\s | [\u00b9\u00b2\u00b3\u2070-\u2079]+\s?\S
      | (?:\*{1,3}|\u2020|\u2021)\)?\s*\S
      | \(?\d{1,3}[.)]?\s+ (?:
          (?:zie|vgl|vergelijk|cf|see|ibid|idem|bron|source|tk|ek|aanhangsel|handelingen|bijlage
            |kamerst\w*|stb|stcrt|trb|staatsblad|staatscourant|tractatenblad|com|swd|pb|rapport
            |motie|brief|parliamentary\ papers)\b
          | https?:// | www\.
        )
      | (?:(?:voet|eind)?noten|(?:foot|end)?notes)\s*:?\Z
    ) """,
    re.IGNORECASE | re.VERBOSE,
)


def begins_note(text: str) -> bool:
    """Whether a line or paragraph begins as a note does, or is the heading above notes."""
    return bool(_BEGIN.match(text))


def kinds_with_notes(
    texts: Sequence[str], kinds_of: Callable[[Sequence[int]], Sequence[BlockKind]]
) -> list[BlockKind]:
    """Return what each block is; notes are those that stand right below a signature.

    ``kinds_of`` says of the blocks in some places what they are where there is nothing else.
    """
    like_notes = {at for at, text in enumerate(texts) if begins_note(text)}
    found = _kinds(len(texts), like_notes, kinds_of)
    notes = {at for at, kind in enumerate(found) if kind is BlockKind.NOTE}
    # What is not a note after all may be the text that says that no signature stands above it.
    return found if notes == like_notes else _kinds(len(texts), notes, kinds_of)


def _kinds(
    number: int,
    notes: frozenset[int] | set[int],
    kinds_of: Callable[[Sequence[int]], Sequence[BlockKind]],
) -> list[BlockKind]:
    """What each block is, where some may be notes; those below no signature are text."""
    others = iter(kinds_of([at for at in range(number) if at not in notes]))
    kinds: list[BlockKind] = []
    last = BlockKind.BODY
    for at in range(number):
        if at in notes:
            signed = last in (BlockKind.SIGNATURE, BlockKind.NOTE)
            kinds.append(BlockKind.NOTE if signed else BlockKind.BODY)
        else:
            kinds.append(next(others))
        last = last if kinds[-1] is BlockKind.ORNAMENT else kinds[-1]
    return kinds


def with_notes_apart(lines: list[Line]) -> list[list[Line]]:
    """Return a group of lines, with notes right below a signature apart from it."""
    begins = [_BEGIN.match(line.text) for line in lines]
    for at in range(1, len(lines)):
        above = lines[at - 1].text
        if begins[at] and (is_person(above) or is_closing([above])):
            return [lines[:at], lines[at:]]
    return [lines]
