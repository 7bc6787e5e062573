"""The notes of a text: "Noot 1 ...", "[1] ...", "1 Kamerstukken II ...", below its signature."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ssrpolicy.evidence.text.letterhead import undertakes
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

_BRACKETED: Final = re.compile(r"\[\d{1,3}\]")
#: The mark of a note right after a word or a stop; "[1] and [2]" are what a text speaks of.
_REFERS: Final = re.compile(r"(?<=[^\s\[\]])\[\d{1,3}\]")

_RAISED: Final = r"[\u00b9\u00b2\u00b3\u2070-\u2079]+"
#: The mark of a note where a text refers to it: raised, in brackets or a plain number, right after
#: a word or a stop; CO2, m2, A99 and "nr.8" are words of the text.
NOTE_MARK: Final = re.compile(
    rf"""
    {_RAISED} | {_REFERS.pattern}
    | (?: (?<=[^\W\d_]) (?<!\bm)(?<!\bkm)(?<!\b[AN])(?<!\b[CNS]O)(?<!\bPM)
        | (?<=[^\d\s][.,!?)\u00bb\u201d\u2019"'])(?<!\b[Nn][ro]\.)(?<!\b[Aa]rt\.)(?<!\bblz\.) )
      \d{{1,3}} (?=[\s,.;:)?!]|\Z)
    """,
    re.VERBOSE,
)
#: Where a line begins with the mark of a note; after a plain number its words have a capital.
NOTE_BEGIN: Final = re.compile(
    rf"^[ \t]*(?P<mark>\d{{1,3}}(?=[ \t]*[^\W\d_a-z])|\[\d{{1,3}}\]|{_RAISED})[ \t]*(?=\S)",
    re.MULTILINE,
)
_MARK: Final = rf"(?:\d{{1,3}}|\[\d{{1,3}}\]|{_RAISED})"
#: The end of a question, ``asked``, with the marks of notes after it: "?1", "?, 4", "?2 , 3.". The
#: mark of a question within quotes may stand right before it: "?»?". A number after nothing but
#: a blank is one of the text, unless the line ends there.
ASKED: Final = (
    r"(?P<asked>(?:\?[\"'\u201d\u2019\u00bb)\]]*)++)"
    rf"(?:(?:\s?,\s?{_MARK}|\s?\[\d{{1,3}}\]|\s?{_RAISED}|\d{{1,3}}|\s\d{{1,3}}(?=[^\S\n]*(?:\n|\Z)))"
    rf"(?:\s?,?\s?{_MARK}(?=\s?[,\[]|\.?\s*(?:[^\W_a-z]|\Z)))*+\.?(?=[\s,]|\Z))?"
)
_SUPERSCRIPTS: Final = str.maketrans(
    "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079", "0123456789", "[]"
)


def plain_mark(mark: str) -> str:
    """Return the mark of a note in ordinary digits, without brackets."""
    return mark.translate(_SUPERSCRIPTS)


def begins_note(text: str) -> bool:
    """Whether a line or paragraph begins as a note does, or is the heading above notes."""
    return bool(_BEGIN.match(text))


def kinds_with_notes(
    texts: Sequence[str], kinds_of: Callable[[Sequence[int]], Sequence[BlockKind]]
) -> list[BlockKind]:
    """Return what each block is; notes are those that stand right below a signature.

    Those at the end of a text, too, to whose marks the text refers: "police.[1]".
    ``kinds_of`` says of the blocks in some places what they are where there is nothing else.
    """
    like_notes = {at for at, text in enumerate(texts) if begins_note(text)}
    last = _referred_to(texts, like_notes)
    found = _kinds(len(texts), like_notes, kinds_of, last)
    notes = {at for at, kind in enumerate(found) if kind is BlockKind.NOTE}
    # What is not a note after all may be the text that says that no signature stands above it.
    return found if notes == like_notes else _kinds(len(texts), notes, kinds_of, last)


def _referred_to(texts: Sequence[str], like_notes: set[int]) -> int:
    """Return from which block on there are only notes, to whose marks the text above refers."""
    first = len(texts)
    while first and first - 1 in like_notes and _BRACKETED.match(texts[first - 1]):
        first -= 1
    if first == len(texts):
        return first
    marks = {mark for text in texts[:first] for mark in _REFERS.findall(text)}
    referred = all(_BRACKETED.findall(text)[0] in marks for text in texts[first:])
    says = any(undertakes(text) for text in texts[first:])
    return first if referred and not says else len(texts)


def _kinds(
    number: int,
    notes: frozenset[int] | set[int],
    kinds_of: Callable[[Sequence[int]], Sequence[BlockKind]],
    last: int,
) -> list[BlockKind]:
    """What each block is, where some may be notes.

    Those are text that stand below no signature, and before the ``last`` ones.
    """
    others = iter(kinds_of([at for at in range(number) if at not in notes]))
    kinds: list[BlockKind] = []
    above = BlockKind.BODY
    for at in range(number):
        if at in notes:
            apart = at >= last or above in (BlockKind.SIGNATURE, BlockKind.NOTE)
            kinds.append(BlockKind.NOTE if apart else BlockKind.BODY)
        else:
            kinds.append(next(others))
        above = above if kinds[-1] is BlockKind.ORNAMENT else kinds[-1]
    return kinds


def with_notes_apart(lines: list[Line]) -> list[list[Line]]:
    """Return a group of lines, with notes right below a signature apart from it."""
    for at in range(1, len(lines)):
        above = lines[at - 1].text
        if begins_note(lines[at].text) and (is_person(above) or is_closing([above])):
            return [lines[:at], lines[at:]]
    return [lines]
