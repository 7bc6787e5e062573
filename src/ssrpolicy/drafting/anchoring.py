"""Quotes of proposals made unique, by words that distinguish one place from the others."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

import attrs
from attrs import define, field, frozen

from ssrpolicy.evidence import SourceText, Span
from ssrpolicy.model import Ground, Passage

_MOST_WORDS = 16
#: In so many characters around a quote are the words looked for that tell it apart.
_WINDOW = 2_000


@define(eq=False)
class Anchoring:
    """Makes quotes unique in one source; repeated words are looked up once."""

    source: SourceText
    _standing: dict[Passage, _Occurrences | None] = field(factory=dict)

    def anchored(self, passage: Passage, grounds: Iterable[Ground]) -> Passage | None:
        """Return a passage that stands just once, with a prefix or suffix where it needs one.

        Of words that stand more than once, those on one of the grounds are meant. None where the
        words do not stand in the source, or cannot be distinguished.
        """
        if passage not in self._standing:
            self._standing[passage] = self._found(passage)
        standing = self._standing[passage]
        if standing is None:
            return None
        if len(standing.spans) == 1:
            return passage
        meant = {span for ground in grounds for span in standing.on(ground)}
        if len(meant) != 1:
            return None
        (span,) = meant
        for around in standing.telling_apart(span):
            tried = attrs.evolve(passage, **around)
            if self.source.find(tried.quote, tried.prefix, tried.suffix) == (span,):
                return tried
        return None

    def _found(self, passage: Passage) -> _Occurrences | None:
        try:
            spans = self.source.find(passage.quote, passage.prefix, passage.suffix)
        except ValueError:  # no words at all
            return None
        return _Occurrences(self.source.text, spans) if spans else None


@frozen(eq=False)
class _Occurrences:
    """The places of some words in a text, in reading order, each with the words around it."""

    text: str
    spans: tuple[Span, ...]

    @cached_property
    def _ends(self) -> tuple[int, ...]:
        return tuple(span.end for span in self.spans)

    def on(self, ground: Ground) -> Iterator[Span]:
        """Yield the places that share characters with a ground."""
        for span in self.spans[bisect_right(self._ends, ground.start) :]:
            if span.start >= ground.end:
                return
            yield span

    def telling_apart(self, meant: Span) -> Iterator[Mapping[str, str]]:
        """Yield the words around one place that stand around no other, the fewest first."""
        for key, words in self._around(meant):
            if self._often[key, words] == 1:
                yield {"prefix": "", "suffix": "", key: words}

    @cached_property
    def _often(self) -> Counter[tuple[str, str]]:
        return Counter(each for span in self.spans for each in self._around(span))

    def _around(self, span: Span) -> Iterator[tuple[str, str]]:
        """Yield one word before a place and one after it, two before it, and so on."""
        first, last = max(0, span.start - _WINDOW), span.end + _WINDOW
        before = self.text[first : span.start].split()
        after = self.text[span.end : last].split()
        # What a window cuts off may be a part of a word.
        before = before[1:] if first else before
        after = after[:-1] if last < len(self.text) else after
        for words in range(1, _MOST_WORDS + 1):
            if words <= len(before):
                yield "prefix", " ".join(before[-words:])
            if words <= len(after):
                yield "suffix", " ".join(after[:words])
