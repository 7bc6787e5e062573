"""The parts of a letter as plain text shows them: letterhead, headings, paragraphs, signature.

Blank lines part the blocks. Where a text has none, indents, lines that stop short and list
markers do. A text is never refused: what cannot be told apart is body text, because what is body
text must be accounted for, and taking a sentence for a heading would hide it.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Final

import attrs

from ssrpolicy.evidence.lines import Line, groups, is_list_item
from ssrpolicy.evidence.spans import Span

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
        """The stretch from the block's first to its last character that is no white space."""
        return Span(start=self.start, end=self.end)


_MONTH: Final = (
    r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    r"|January|February|March|April|May|June|July|August|September|October|November|December)"
)
_DATE: Final = rf"(?:\d{{1,2}}\s+{_MONTH}\s+\d{{4}}|{_MONTH}\s+\d{{1,2}},?\s+\d{{4}})"
#: What only a letter's head says: whom it is for, where and when, its number, the salutation.
_LETTERHEAD: Final = re.compile(
    rf"""
      (?:aan|to)\s+(?:de|het|den|the)\b [^.!?]* $
    | (?:aan|to|van|from|datum|date|betreft|betr|onderwerp|subject|re|ons\ kenmerk|uw\ kenmerk
       |kenmerk|bijlagen?|our\ ref(?:erence)?|your\ ref(?:erence)?|enclosures?)\.?\s*: .*
    | (?:[^\W\d][\w'\u2019 .-]*,\s*)? (?:de\s+)? {_DATE} \.? $
    | (?:nr|no|nummer|number)\.?\s*\d+\b [^.!?]* $
    | (?:geachte|zeer\ geachte|dear)\b [^.!?]* $
    | (?:mijnheer|mevrouw)?\s*(?:de\ )?voorzitter,? $
    | (?:vergaderjaar|kamerstukken?|tweede\ kamer|eerste\ kamer)\b [^.!?]* $
    """,
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_OFFICE: Final = re.compile(
    r"""
    (?:(?:mede\ )?namens\s+)? (?:de|het|the|on\ behalf\ of\ the)?\s*
    (?:minister|staatssecretaris|viceminister|minister-president|state\ secretary|secretary
      |voorzitter|griffier|chair|speaker|burgemeester|commissaris|ambassadeur|ambassador)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_CLOSING: Final = re.compile(
    r"""
    (?:hoogachtend|met\ (?:vriendelijke|de\ meeste)\ (?:groet(?:en)?|hoogachting)
      |yours\ (?:sincerely|faithfully|truly)|(?:kind|best)\ regards|sincerely
      |\(?w\.\s?g\.|\(?signed)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_NUMBERED: Final = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Za-z])[.)]?\s+(?=\S)")
_FINAL: Final = re.compile(r"[.!?:;,\u2026][\"'\u201d\u2019\u00bb)\]]*$")
_SENTENCE_BREAK: Final = re.compile(
    r"[^\W\d_]{2}[.!?][\"'\u201d\u2019)]*\s+[\"'\u201c\u2018(]*[^\W\d_a-z]"
)
_ORNAMENT: Final = re.compile(
    r"[\W_]*(?:(?:pagina|page|blz\.?|p\.)?\s*\d{1,4}[\W_]*)?$", re.IGNORECASE
)

_LONGEST_HEADING: Final = 140
_LONGEST_ORNAMENT: Final = 80
_MOST_HEADING_LINES: Final = 2
_LONGEST_HEAD: Final = 200
_MOST_SIGNATURE_LINES: Final = 5
_LONGEST_SIGNATURE_LINE: Final = 80


@attrs.frozen(kw_only=True)
class _Draft:
    """A block before it is known what it is."""

    text: str
    lines: Sequence[Line]

    @property
    def ends(self) -> bool:
        return bool(_FINAL.search(self.text))

    @property
    def stops(self) -> bool:
        """Whether it ends as a sentence ends."""
        return self.ends and not self.text.endswith((",", ";", ":"))

    @property
    def runs(self) -> bool:
        """Whether it reads as running text."""
        return (
            self.stops or len(self.text) > _LONGEST_HEAD or bool(_SENTENCE_BREAK.search(self.text))
        )

    @property
    def decorates(self) -> bool:
        """Whether it is a page number or a line of signs, and says nothing."""
        return len(self.text) <= _LONGEST_ORNAMENT and bool(_ORNAMENT.match(self.text))

    @property
    def addresses(self) -> bool:
        """Whether it says what only a letter's head says."""
        return len(self.text) <= _LONGEST_HEAD and bool(_LETTERHEAD.match(self.text))

    @property
    def may_head(self) -> bool:
        """Whether it could be a heading: short, bare and without an end."""
        first = self.text.lstrip("#*_ ")[:1]
        return (
            len(self.lines) <= _MOST_HEADING_LINES
            and len(self.text) <= _LONGEST_HEADING
            and not self.ends
            and not self.runs
            and (
                first.isupper()
                or first.isdigit()
                or (first != "" and bool(_NUMBERED.match(self.text)))
            )
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
        if len(self.lines) > _MOST_SIGNATURE_LINES or any(
            len(line.text) > _LONGEST_SIGNATURE_LINE for line in self.lines
        ):
            return False
        if _CLOSING.match(self.text):
            return True
        if not _OFFICE.match(self.text) or self.stops:
            return False
        # An office alone, without the comma that a name follows, may begin a sentence.
        return self.lines[0].text.endswith(",") or (not self.ends and len(self.lines) > 1)

    @property
    def names(self) -> bool:
        """Whether it could be a name, or an office without one."""
        return not self.ends and not self.runs and len(self.lines) <= _MOST_HEADING_LINES


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a document in reading order, each with what it is."""
    drafts = [
        _Draft(text=" ".join(line.text for line in lines), lines=lines) for lines in groups(text)
    ]
    kinds = _kinds(drafts)
    made: list[Block] = []
    heading: Span | None = None
    number = 0
    for draft, kind in zip(drafts, kinds, strict=True):
        start, end = draft.lines[0].start, draft.lines[-1].end
        if kind is BlockKind.HEADING:
            heading = _title(draft)
        body = kind is BlockKind.BODY
        number += body
        made.append(
            Block(
                kind=kind,
                start=start,
                end=end,
                number=number if body else None,
                heading=heading if body else None,
                items=tuple(line.start for line in draft.lines if line.item) if body else (),
            )
        )
    return tuple(made)


def _title(draft: _Draft) -> Span:
    """The words of a heading, without the signs that mark it as one in plain text."""
    marked = draft.lines[0]
    lead = len(marked.text) - len(marked.text.lstrip("#*_ "))
    return Span(start=marked.start + lead, end=draft.lines[-1].end)


def _kinds(drafts: Sequence[_Draft]) -> list[BlockKind]:
    """What each block is; first the edges of the letter, then what lies between."""
    head = _head(drafts)
    kinds = [BlockKind.LETTERHEAD] * head
    for index in range(head, len(drafts)):
        draft = drafts[index]
        if draft.decorates:
            kinds.append(BlockKind.ORNAMENT)
        elif _is_signature(drafts, kinds, index):
            kinds.append(BlockKind.SIGNATURE)
        elif draft.may_head and _heads_something(drafts, index):
            kinds.append(BlockKind.HEADING)
        else:
            kinds.append(BlockKind.BODY)
    return kinds


def _head(drafts: Sequence[_Draft]) -> int:
    """How many blocks the letterhead has: up to the last that only a letter's head says."""
    running = (i for i, draft in enumerate(drafts) if draft.runs and not draft.addresses)
    body = next(running, 0)
    said = [index for index in range(body) if drafts[index].addresses]
    if said:
        return said[-1] + 1
    # A title in capitals, or one that has a heading below it, is no heading itself.
    if body > 1 and drafts[0].may_head and drafts[1].may_head:
        return 1
    return 1 if body and drafts[0].text.isupper() else 0


def _is_signature(drafts: Sequence[_Draft], kinds: Sequence[BlockKind], index: int) -> bool:
    """Whether a block closes the letter; text right below it says that it does not."""
    draft, following = drafts[index], drafts[index + 1 : index + 2]
    if any(later.runs for later in following):
        return False
    if draft.signs:
        return True
    if draft.names and index and kinds[index - 1] is BlockKind.SIGNATURE:
        return True
    # An office by itself, and only names below it down to the end.
    below = drafts[index + 1 : index + 2 + _MOST_SIGNATURE_LINES]
    return (
        draft.names
        and bool(below)
        and len(below) <= _MOST_SIGNATURE_LINES
        and bool(_OFFICE.match(draft.text))
        and all(later.names for later in below)
    )


def _heads_something(drafts: Sequence[_Draft], index: int) -> bool:
    """Whether text follows that a heading could stand above."""
    draft, following = drafts[index], drafts[index + 1 : index + 2]
    if not following or following[0].signs:
        return False
    before = drafts[index - 1 : index] if index else []
    # Numbers of one depth right below each other are a list, not headings.
    return draft.number is None or not any(
        other.may_head and other.number == draft.number for other in (*before, *following)
    )
