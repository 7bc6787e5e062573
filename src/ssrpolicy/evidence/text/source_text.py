"""One source document's text: where words stand in it, what its parts are, how it is shown.

Everything is computed once and only when it is asked for. Offsets are code points of the
untouched text: line ends are as they are in the file, and a byte order mark is a character.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

import attrs

from ssrpolicy.evidence.matching.folding import SOFT_HYPHEN
from ssrpolicy.evidence.matching.search import Concordance
from ssrpolicy.evidence.spans import Span
from ssrpolicy.evidence.text.joining import Joiner
from ssrpolicy.evidence.text.sentences import Sentence, sentence_spans
from ssrpolicy.evidence.text.structure import Block, BlockKind, blocks
from ssrpolicy.evidence.text.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

Part = TypeVar("Part", Block, Sentence)


@attrs.frozen(repr=False)
class SourceText:
    """A source document's untouched text, with all that is to be known of it."""

    text: str

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
        return Joiner(text=self.text)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The letterhead, headings, paragraphs and signature, in reading order."""
        return blocks(self.text)

    @cached_property
    def paragraphs(self) -> tuple[Block, ...]:
        """The body's paragraphs in reading order; the first has number 1."""
        return tuple(block for block in self.blocks if block.kind is BlockKind.BODY)

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """The headings in reading order, each on one line."""
        return tuple(
            self.display(block.start, block.end)
            for block in self.blocks
            if block.kind is BlockKind.HEADING
        )

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The body's sentences in reading order; the first has number 1."""
        found = (
            (block, span)
            for block in self.paragraphs
            for span in sentence_spans(self.text, block.start, block.end, block.items)
        )
        titles = {block.heading: self._title(block.heading) for block in self.paragraphs}
        return tuple(
            Sentence(
                number=number,
                start=span.start,
                end=span.end,
                paragraph=block.number or 0,
                heading=titles[block.heading],
                text=self.display(span.start, span.end),
            )
            for number, (block, span) in enumerate(found, start=1)
        )

    def _title(self, heading: Span | None) -> str | None:
        """A heading on one line."""
        return None if heading is None else self.display(heading.start, heading.end)

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
        if "\n" not in stretch and "\r" not in stretch:
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
        return " ".join("".join(pieces).replace(SOFT_HYPHEN, "").split())

    def describe(self, span: Span) -> PlaceInText:
        """Where a stretch stands, as a reader would say it."""
        touched = touching(self.blocks, span)
        body = [block for block in touched if block.kind is BlockKind.BODY]
        first = next(iter(body or touched), None)
        return PlaceInText(
            source=self,
            span=span,
            kind=None if first is None else first.kind,
            heading=None if first is None else self._title(first.heading),
            paragraphs=tuple(block.number for block in body if block.number is not None),
        )

    def sentences_in(self, span: Span) -> tuple[Sentence, ...]:
        """The sentences that a stretch touches, in reading order."""
        return tuple(touching(self.sentences, span))


@attrs.frozen(kw_only=True)
class PlaceInText:
    """Where a quote stands in its source, as a reader would say it.

    ``heading`` is the one above the first paragraph touched, ``paragraphs`` are the numbers of
    all that are. A quote outside the body has neither, and ``kind`` says what it stands in: the
    letterhead, a heading or the signature.
    """

    source: SourceText = attrs.field(repr=False, eq=False)
    span: Span
    kind: BlockKind | None
    heading: str | None
    paragraphs: tuple[int, ...]

    @property
    def paragraph(self) -> int | None:
        """The number of the first paragraph touched."""
        return self.paragraphs[0] if self.paragraphs else None

    @cached_property
    def sentences(self) -> tuple[int, ...]:
        """The numbers of the sentences touched; found only when asked for."""
        return tuple(sentence.number for sentence in self.source.sentences_in(self.span))


def touching(parts: Sequence[Part], span: Span) -> list[Part]:
    """The parts, in reading order and without overlap, that have a character of the stretch."""
    index = bisect_right(parts, span.start, key=lambda part: part.end)
    found: list[Part] = []
    for part in parts[index:]:
        if part.start >= span.end:
            break
        found.append(part)
    return found
