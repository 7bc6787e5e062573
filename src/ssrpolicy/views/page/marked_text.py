"""A source's text with every quoted passage marked: cut where a passage begins or ends.

Passages overlap, and run on from one paragraph into the next. So the text is cut into segments,
each of which carries all that it is part of.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from attrs import frozen

from ssrpolicy.arguments import ClosedVocabulary
from ssrpolicy.evidence import SourceText, Span, without_broken_hyphens
from ssrpolicy.model import BlockKind, SetAsideReason

_END = attrgetter("end")
_SOFT_HYPHEN = "\N{SOFT HYPHEN}"
# White space that is more, or other, than one space: most is one already.
_WHITE = re.compile(r"\s{2,}|[^\S ]")
_LINE_END = re.compile(r"[^\S\n]*\n\s*")
_BLANKS = re.compile(r"[^\S\n]{2,}|[^\S\n ]")


class SegmentState(ClosedVocabulary):
    """How the record accounts for a stretch of a source."""

    QUOTED = "quoted"
    SET_ASIDE = "set_aside"
    UNRECORDED = "unrecorded"
    PLAIN = "plain"


@frozen(kw_only=True)
class Segment:
    """A stretch of a source that is the same throughout.

    ``entries`` are the ids of all that quote it. ``begins`` is the offset in the source where a
    passage or an unrecorded stretch begins right here; ``ends`` are the entries of which a passage
    ends here. ``reason`` is why the passage that ends here is set aside.

    Attributes:
        text: the words.
        state: how the record accounts for them.
    """

    text: str
    state: SegmentState
    entries: tuple[str, ...] = ()
    begins: int | None = None
    ends: tuple[str, ...] = ()
    reason: SetAsideReason | None = None


@frozen(kw_only=True)
class Stretch:
    """A paragraph, a heading or another part of a source, in marked segments.

    ``number`` is that of the paragraph; the items of a list are stretches of one paragraph, and
    ``item`` says so.

    Attributes:
        part: what it is of the paper.
        segments: its text, in reading order.
    """

    part: BlockKind
    segments: tuple[Segment, ...]
    number: int | None = None
    item: bool = False


@frozen(kw_only=True, cache_hash=True)
class Mark:
    """A stretch of a source to be marked: quoted by an entry, set aside, or recorded by nobody."""

    span: Span
    state: SegmentState
    entry: str | None = None
    reason: SetAsideReason | None = None


def marked(source: SourceText, marks: Sequence[Mark]) -> Iterator[Stretch]:
    """Yield the parts of a source in reading order, each cut into marked segments."""
    sweep = _Sweep(source, marks)
    for block in source.blocks:
        items = frozenset(block.items)
        starts = [block.start, *(item for item in block.items if item > block.start)]
        for start, end in zip(starts, [*starts[1:], block.end], strict=True):
            yield Stretch(
                part=block.kind,
                number=block.number,
                item=start in items,
                segments=tuple(sweep.segments(start, end, lines=block.kind not in _RUNNING)),
            )


_RUNNING = (BlockKind.BODY, BlockKind.HEADING, BlockKind.NOTE)
# What is quoted is not shown as missing, whatever else is said of it.
_FIRST = (SegmentState.QUOTED, SegmentState.SET_ASIDE, SegmentState.UNRECORDED)


class _Sweep:
    """One pass over a source from its begin to its end, with the marks that are open at each."""

    def __init__(self, source: SourceText, marks: Sequence[Mark]) -> None:
        self._source = source
        self._opening: dict[int, list[Mark]] = defaultdict(list)
        self._closing: dict[int, list[Mark]] = defaultdict(list)
        # An entry may quote the same words twice, for itself and in its history.
        for mark in dict.fromkeys(marks):
            self._opening[mark.span.start].append(mark)
            self._closing[mark.span.end].append(mark)
        self._cuts = sorted({*self._opening, *self._closing})
        self._next = 0
        self._open: dict[Mark, None] = {}

    def segments(self, start: int, end: int, *, lines: bool) -> Iterator[Segment]:
        """Yield the segments of a stretch that is not before the last one requested."""
        self._pass(start)
        here = start
        while self._next < len(self._cuts) and self._cuts[self._next] < end:
            cut = self._cuts[self._next]
            yield self._segment(here, cut, lines=lines)
            self._pass(cut)
            here = cut
        yield self._segment(here, end, lines=lines)

    def _pass(self, offset: int) -> None:
        while self._next < len(self._cuts) and self._cuts[self._next] <= offset:
            cut = self._cuts[self._next]
            for mark in self._closing.get(cut, ()):
                del self._open[mark]
            self._open.update(dict.fromkeys(self._opening.get(cut, ())))
            self._next += 1

    def _segment(self, start: int, end: int, *, lines: bool) -> Segment:
        found = {mark.state for mark in self._open}
        state = next((each for each in _FIRST if each in found), SegmentState.PLAIN)
        ending = self._closing.get(end, ())
        aside = [mark.reason for mark in ending if mark.state is SegmentState.SET_ASIDE]
        return Segment(
            text=shown_text(self._source, start, end, lines=lines),
            state=state,
            entries=_entries(self._open),
            begins=start if start in self._opening else None,
            ends=_entries(ending),
            reason=aside[0] if aside and state is SegmentState.SET_ASIDE else None,
        )


def _entries(marks: Iterable[Mark]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mark.entry for mark in marks if mark.entry is not None))


def shown_text(source: SourceText, start: int, end: int, *, lines: bool = False) -> str:
    """Return a stretch as it reads on the page, white space at its ends kept as one space.

    Line-end hyphens are joined or kept as the source's own words decide; one that the stretch cuts
    belongs to the stretch in which it begins. With ``lines`` the line ends stay, as in an address.
    """
    pieces: list[str] = []
    ends = source.joiner.line_ends
    place = start
    for at in range(bisect_left(ends, start, key=_END), len(ends)):
        line_end = ends[at]
        if line_end.start >= end:
            break
        if line_end.start >= start:
            pieces += [source.text[place : line_end.start], source.joiner.shown(line_end)]
        place = max(place, line_end.end)
    pieces.append(source.text[place:end])
    text = without_broken_hyphens("".join(pieces).replace(_SOFT_HYPHEN, ""))
    if lines:
        return _BLANKS.sub(" ", _LINE_END.sub("\n", text))
    return _WHITE.sub(" ", text)
