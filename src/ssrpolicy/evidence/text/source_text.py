"""One source document's text: where words stand in it, what its parts are, how it is shown.

Everything is computed once and only when it is needed; what finds sentences and parts is loaded
then too, since a record whose quotes are exact is checked without either. Offsets are code points
of the untouched text: line ends are as they are in the file, and a byte order mark is a character.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Final, Self, TypeVar

import attrs

from ssrpolicy.evidence.matching.folding import (
    BROKEN_HYPHENS,
    DASHES,
    LINE_BREAKS,
    SOFT_HYPHEN,
    levelled,
    skeleton,
    without_broken_hyphens,
)
from ssrpolicy.evidence.matching.search import Concordance
from ssrpolicy.evidence.spans import Span
from ssrpolicy.model import BlockKind, PlaceInText, TextParts
from ssrpolicy.similar import most_like

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ssrpolicy.evidence.text.blocks import Block
    from ssrpolicy.evidence.text.joining import Joiner
    from ssrpolicy.evidence.text.sentences import Sentence

Part = TypeVar("Part", "Block", "Sentence", Span)

#: A word with its hyphens, and across a line end: "SSR-beleid", "veiligheids-/structuren".
#: Like other patterns that few records need, it is compiled where it is first used.
_WORD: Final = (
    rf"[^\W_]+(?:[\-{DASHES}{SOFT_HYPHEN}{BROKEN_HYPHENS}]"
    rf"(?:[^\S{LINE_BREAKS}]*+[{LINE_BREAKS}]\s*+)?[^\W_]+)*"
)
_END: Final = attrgetter("end")
_BROKEN: Final = f"[{BROKEN_HYPHENS}]"
_SHORTEST_GUESSED: Final = 5
_LONGEST_GUESSED: Final = 80
_MOST_COMPARED: Final = 20_000


@attrs.frozen(eq=False, repr=False)
class SourceText:
    """A source document's untouched text, with all that follows from it.

    ``parts`` says where its pages and its notes begin, where that is known.

    Attributes:
        text: the text.
    """

    text: str
    parts: TextParts | None = None

    def __repr__(self) -> str:
        return f"SourceText({self.text[:30]!r}..., {len(self.text)} characters)"

    @cached_property
    def concordance(self) -> Concordance:
        """The text folded for search."""
        return Concordance.of(self.text)

    @cached_property
    def bare_letters(self) -> Concordance:
        """The text folded for search in small letters without accents, for near misses only."""
        return self.concordance.with_bare_letters()

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of the text with where they stand, for near misses only."""
        return Vocabulary.of(self.text)

    @cached_property
    def joiner(self) -> Joiner:
        """The text's line-end hyphens, and what is shown in their place."""
        from ssrpolicy.evidence.text.joining import Joiner  # noqa: PLC0415 - for line ends only

        return Joiner(text=self.text)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The letterhead, headings, paragraphs, signature and notes, in reading order."""
        from ssrpolicy.evidence.text.structure import blocks  # noqa: PLC0415 - it is needed only for a text that was read from a page layout

        return blocks(self.text, None if self.parts is None else self.parts.notes)

    @cached_property
    def paragraphs(self) -> tuple[Block, ...]:
        """The body's paragraphs in reading order; the first has number 1."""
        return tuple(block for block in self.blocks if block.kind is BlockKind.BODY)

    @property
    def readable(self) -> tuple[Block, ...]:
        """The paragraphs, headings and notes in reading order: all but what frames the text."""
        apart = (BlockKind.BODY, BlockKind.HEADING, BlockKind.NOTE)
        return tuple(block for block in self.blocks if block.kind in apart)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The body's sentences in reading order; the first has number 1."""
        from ssrpolicy.evidence.text.sentences import Sentence, sentence_spans  # noqa: PLC0415 - it is needed only where sentences are asked for

        found = (
            (block, span)
            for block in self.paragraphs
            for span in sentence_spans(self.text, block.start, block.end, block.items)
        )
        return tuple(
            Sentence(
                number=number,
                start=span.start,
                end=span.end,
                paragraph=block.number or 0,
                heading=self._titles[block.heading],
                display=self.display,
            )
            for number, (block, span) in enumerate(found, start=1)
        )

    @cached_property
    def _titles(self) -> Mapping[Span | None, str | None]:
        """The headings above blocks, each on one line."""
        return {
            heading: None if heading is None else self.display(heading.start, heading.end)
            for heading in {block.heading for block in self.blocks}
        }

    def find(self, quote: str, prefix: str = "", suffix: str = "") -> tuple[Span, ...]:
        """Every place where the quote's words stand, overlapping ones counted each.

        What a quote may differ in is listed in `ssrpolicy.evidence.matching.folding`. ``prefix``
        and ``suffix`` are the words that must stand right before and after. Raises ValueError when
        the quote is empty.
        """
        return self.concordance.find(quote, prefix=prefix, suffix=suffix)

    def cuts_word(self, span: Span) -> bool:
        """Whether the stretch starts or ends in the middle of a word."""
        return self._inside_word(span.start) or self._inside_word(span.end)

    def _inside_word(self, offset: int) -> bool:
        ends = self.joiner.line_ends
        index = bisect_right(ends, offset, key=lambda end: end.start) - 1
        if index >= 0 and ends[index].start <= offset <= ends[index].end:
            return self.joiner.shown(ends[index]) == ""
        around = self.text[max(0, offset - 1) : offset + 1].replace(SOFT_HYPHEN, "x")
        return 0 < offset < len(self.text) and len(around) > 1 and around.isalnum()

    def display(self, start: int, end: int) -> str:
        """A stretch on one line: line-end hyphens joined or kept, white space folded."""
        stretch = self.text[start:end]
        if "\n" not in stretch and "\r" not in stretch and not re.search(_BROKEN, stretch):
            # On one line there is no line end to look into the rest of the text for.
            return " ".join(stretch.replace(SOFT_HYPHEN, "").split())
        pieces: list[str] = []
        place = start
        ends = self.joiner.line_ends
        first = bisect_left(ends, start, key=lambda line_end: line_end.start)
        for line_end in ends[first:]:
            if line_end.end >= end:
                break
            pieces += [self.text[place : line_end.start], self.joiner.shown(line_end)]
            place = line_end.end
        pieces.append(self.text[place:end])
        shown = without_broken_hyphens("".join(pieces))
        return " ".join(shown.replace(SOFT_HYPHEN, "").split())

    def describe(self, span: Span, document: str | None = None) -> PlaceInText:
        """Where a stretch stands, as a reader would say it; ``document`` is this source's id."""
        touched = touching(self.blocks, span)
        body = [block for block in touched if block.kind is BlockKind.BODY]
        first = next(iter(body or touched), None)
        return PlaceInText(
            start=span.start,
            end=span.end,
            document=document,
            kind=None if first is None else first.kind,
            heading=None if first is None else self._titles[first.heading],
            paragraphs=tuple(block.number for block in body if block.number is not None),
            page=None if self.parts is None else self.parts.page_at(span.start),
            source=self,
        )

    def sentences_in(self, span: Span) -> tuple[Sentence, ...]:
        """The sentences that a stretch touches, in reading order."""
        return tuple(touching(self.sentences, span))


def touching(parts: Sequence[Part], span: Span) -> list[Part]:
    """The parts, in reading order and without overlap, that have a character of the stretch."""
    # Not islice: that goes through all parts before the first.
    first = last = bisect_right(parts, span.start, key=_END)
    while last < len(parts) and parts[last].start < span.end:
        last += 1
    return list(parts[first:last])


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Vocabulary:
    """The words of a text in reading order, each without hyphens and in small letters.

    With where they stand, so that rare ones lead to a passage at once.
    """

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Self:
        """The vocabulary of an untouched text; offsets are its own."""
        matches = list(re.finditer(_WORD, text))
        written = [match.group() for match in matches]
        folded = {word: _folded(word) for word in set(written)}
        return cls(
            words=tuple(folded[word] for word in written),
            starts=tuple(match.start() for match in matches),
            ends=tuple(match.end() for match in matches),
        )

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """The numbers of the places, from 0, at which each word stands."""
        found: dict[str, list[int]] = {}
        for number, word in enumerate(self.words):
            found.setdefault(word, []).append(number)
        return found

    def alike(self, word: str) -> list[str]:
        """The words that a mistyped one may stand for, the most likely first."""
        if not _SHORTEST_GUESSED <= len(word) <= _LONGEST_GUESSED:
            return []
        near = [other for other in self.places if abs(len(other) - len(word)) <= len(word) // 4]
        if len(near) > _MOST_COMPARED:
            near = [other for other in near if other[0] == word[0] or other[-3:] == word[-3:]]
        return most_like(word, near[:_MOST_COMPARED], n=3, cutoff=0.75)


def _folded(word: str) -> str:
    """A word as the vocabulary has it."""
    if word.isascii() and word.isalnum():
        return word.lower()
    return skeleton(levelled(word)).casefold()
