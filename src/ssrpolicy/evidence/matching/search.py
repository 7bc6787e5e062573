"""Finding a quote's words in a source: every place, exactly, and in one search.

The source is folded once, into a skeleton (see `ssrpolicy.evidence.matching.folding`). A quote's
skeleton is searched in it as a plain string, and the gaps of each hit are compared.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate, islice
from typing import TYPE_CHECKING, Final, NamedTuple, Self

import attrs

from ssrpolicy.evidence.matching.folding import (
    GAP_CHARACTERS,
    SOFT_HYPHEN,
    WHITE_SPACE,
    Composition,
    attaches,
    bare_letters,
    dashes_of,
    dashes_taken,
    gap_after,
    gap_before,
    gaps,
    joined,
    levelled,
    plain,
    same_gaps,
    same_seam,
    skeleton,
    split_at_gaps,
)
from ssrpolicy.evidence.spans import Span
from ssrpolicy.messages import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

#: A skeleton of this many characters is indexed, so that quotes are looked up, not searched for.
_LARGE: Final = 65_536
#: The index has a piece of this many characters at every place that is a multiple of it.
_PIECE: Final = 12
#: So many pieces of a quote, at each shift, are looked up for the rarest of them.
_MOST_PIECES: Final = 16
#: More places than this are not found; a quote that stands so often is not a quote.
MOST_PLACES: Final = 1_000
#: Words that repeat themselves are compared until this many characters were looked at.
_MOST_COMPARED: Final = 50_000_000


class SearchWords(NamedTuple):
    """The words that are looked for, folded once; white space around them counts for nothing.

    ``core`` reaches from the first to the last character that is not a dash; ``head`` and ``tail``
    are the dashes around it, with the white space between.
    """

    levelled: str
    skeleton: str
    core: str
    head: str
    tail: str

    @classmethod
    def of(cls, words: str) -> Self:
        """The words as they are looked for; ValueError when nothing but white space is given."""
        # A soft hyphen at either end was cut off from its word.
        text = levelled(words).strip(WHITE_SPACE + SOFT_HYPHEN)
        if not text:
            msg = _("a quote needs words; this one is empty")
            raise ValueError(msg)
        from_core = text.lstrip(GAP_CHARACTERS)
        core = from_core.rstrip(GAP_CHARACTERS)
        return cls(
            levelled=text,
            skeleton=skeleton(core),
            core=core,
            head=text[: len(text) - len(from_core)],
            tail=from_core[len(core) :],
        )

    def matches(self, piece: str) -> bool:
        """Whether a levelled piece with the core's skeleton says it, by the list of foldings."""
        folded = " ".join(self.core.split())
        # Nearly every quote is decided by these two; the last comparison decides them all.
        return (
            " ".join(piece.split()) == folded
            or " ".join(joined(piece).split()) == folded
            or same_gaps(gaps(self.core), gaps(piece))
        )


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Concordance:
    """A source folded for search; made once per source, every quote is then a plain search."""

    levelled: str
    composition: Composition
    skeleton: str
    #: Where each part begins in the skeleton; an array takes a tenth of the memory of a list.
    parts: array[int] = attrs.field(repr=False)

    @classmethod
    def of(cls, text: str) -> Self:
        """The concordance of a source's untouched text."""
        level = levelled(text)
        parts = split_at_gaps(level)
        return cls(
            levelled=level,
            composition=Composition.of(text),
            skeleton="".join(parts),
            parts=array("i", accumulate(map(len, parts), initial=0)),
        )

    def with_bare_letters(self) -> Self:
        """The same source in small letters without accents; offsets stay."""
        return attrs.evolve(
            self, levelled=bare_letters(self.levelled), skeleton=bare_letters(self.skeleton)
        )

    def place(self, offset: int) -> int:
        """Where a character of the skeleton stands in the levelled text.

        Before each part of the skeleton but the first, one character was left out.
        """
        return offset + bisect_right(self.parts, offset) - 1

    def find(self, words: str, *, prefix: str = "", suffix: str = "") -> tuple[Span, ...]:
        """Every place where the words stand, in reading order, overlapping ones included.

        After `MOST_PLACES` of them the search ends. The prefix must stand right before, the suffix
        right after them; white space between these and the words need not be typed.
        """
        wanted = SearchWords.of(words)
        if not wanted.skeleton:
            return tuple(self._dashes(wanted))
        context = _Context.of(prefix, suffix, wanted)
        most = max(MOST_PLACES, _MOST_COMPARED // len(wanted.skeleton))
        found: list[Span] = []
        for offset in islice(self._occurrences(wanted.skeleton), most):
            if context is not None and not context.surrounds(self, offset, wanted):
                continue
            if (span := self.match_at(offset, wanted)) is not None:
                found.append(span)
                if len(found) == MOST_PLACES:
                    break
        return tuple(found)

    @cached_property
    def _index(self) -> dict[str, int | list[int]]:
        """Where the pieces of the skeleton stand that begin at a multiple of their length.

        Most stand once: their place by itself takes a quarter of the memory of a list.
        """
        found: dict[str, int | list[int]] = {}
        text = self.skeleton
        for place in range(0, len(text) - _PIECE + 1, _PIECE):
            piece = text[place : place + _PIECE]
            known = found.setdefault(piece, place)
            if isinstance(known, list):
                known.append(place)
            elif known != place:
                found[piece] = [known, place]
        return found

    def _places(self, piece: str) -> Sequence[int]:
        """Where a piece stands, by the index."""
        known = self._index.get(piece, ())
        return (known,) if isinstance(known, int) else known

    def _occurrences(self, words: str) -> Iterable[int]:
        """Where a skeleton stands in this one; in a large text it is looked up in the index.

        Wherever long enough words stand, one of their first twelve characters begins an indexed
        piece, and so does every twelfth after it. Of those the rarest gives the places to look at.
        """
        text = self.skeleton
        if len(text) < _LARGE or len(words) < 2 * _PIECE - 1:
            return occurrences(text, words)
        candidates = [self._rarest(words, shift) for shift in range(_PIECE)]
        if sum(len(places) for _, places in candidates) > len(text) // 100:
            # In a text that repeats itself, a plain search is as fast.
            return occurrences(text, words)
        return sorted(
            place - shift
            for shift, places in candidates
            for place in places
            if place >= shift and text.startswith(words, place - shift)
        )

    def _rarest(self, words: str, shift: int) -> tuple[int, Sequence[int]]:
        """Which of every twelfth piece of the words is the rarest here, and where it stands."""
        last = min(len(words) - _PIECE, shift + _MOST_PIECES * _PIECE)
        rarest, fewest = shift, self._places(words[shift : shift + _PIECE])
        for start in range(shift + _PIECE, last + 1, _PIECE):
            if not fewest:
                break
            places = self._places(words[start : start + _PIECE])
            if len(places) < len(fewest):
                rarest, fewest = start, places
        return rarest, fewest

    def match_at(self, offset: int, wanted: SearchWords) -> Span | None:
        """The stretch where the words stand from this character of the skeleton on, if they do."""
        start = self.place(offset)
        end = self.place(offset + len(wanted.skeleton) - 1) + 1
        # Compared where they stand first: long words that repeat would be copied at every place.
        same = end - start == len(wanted.core) and self.levelled.startswith(wanted.core, start)
        if not (same or wanted.matches(self.levelled[start:end])):
            return None
        if wanted.head:
            before = dashes_taken(gap_before(self.levelled, start), wanted.head, at_end=True)
            if not before:
                return None
            start -= before
        if wanted.tail:
            after = dashes_taken(gap_after(self.levelled, end), wanted.tail, at_end=False)
            if not after:
                return None
            end += after
        return self._span(start, end)

    def piece(self, offset: int, end: int) -> str:
        """The stretch of the levelled text that these characters of the skeleton come from."""
        return self.levelled[self.place(offset) : self.place(end - 1) + 1]

    def _span(self, start: int, end: int) -> Span | None:
        """The stretch of the original; None where it would separate a character from its accent."""
        text = self.levelled
        if (end < len(text) and attaches(text[end])) or (start and attaches(text[start])):
            return None
        return Span(
            start=self.composition.original_start(start), end=self.composition.original_end(end)
        )

    def _dashes(self, wanted: SearchWords) -> Iterator[Span]:
        """Where a quote of nothing but dashes stands."""
        pattern = r"\s+".join(re.escape(part) for part in wanted.levelled.split())
        for match in re.finditer(pattern, self.levelled):
            span = self._span(*match.span())
            if span is not None:
                yield span


class _Context(NamedTuple):
    """What must stand right before and right after the words, where a quote says so."""

    before: SearchWords | None
    after: SearchWords | None
    head: str
    tail: str

    @classmethod
    def of(cls, prefix: str, suffix: str, wanted: SearchWords) -> Self | None:
        before = SearchWords.of(prefix) if prefix.strip() else None
        after = SearchWords.of(suffix) if suffix.strip() else None
        if before is None and after is None:
            return None
        return cls(before=before, after=after, head=wanted.head, tail=wanted.tail)

    def surrounds(self, source: Concordance, offset: int, wanted: SearchWords) -> bool:
        """Whether the source has both around the words that begin here in its skeleton."""
        end = offset + len(wanted.skeleton)
        return (self.before is None or self._stands_before(source, offset, self.before)) and (
            self.after is None or self._stands_after(source, end, self.after)
        )

    def _stands_before(self, source: Concordance, offset: int, before: SearchWords) -> bool:
        start = offset - len(before.skeleton)
        if start < 0 or not source.skeleton.startswith(before.skeleton, start):
            return False
        seam = gap_before(source.levelled, source.place(offset))
        if not before.skeleton:
            return dashes_of(plain(seam)).endswith(dashes_of(before.levelled + self.head))
        same = same_seam(seam, before.tail + self.head)
        return same and before.matches(source.piece(start, offset))

    def _stands_after(self, source: Concordance, end: int, after: SearchWords) -> bool:
        if not source.skeleton.startswith(after.skeleton, end):
            return False
        seam = gap_after(source.levelled, source.place(end - 1) + 1)
        if not after.skeleton:
            return dashes_of(plain(seam)).startswith(dashes_of(self.tail + after.levelled))
        same = same_seam(seam, self.tail + after.head)
        return same and after.matches(source.piece(end, end + len(after.skeleton)))


def occurrences(text: str, words: str) -> Iterator[int]:
    """Where a string stands in another, overlapping places included."""
    place = text.find(words)
    while place >= 0:
        yield place
        place = text.find(words, place + 1)
