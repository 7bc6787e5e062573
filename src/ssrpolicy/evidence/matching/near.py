"""Near misses: where a quote that is not found was probably meant to stand, and what differs.

Tried in turn: the same words with other capitals or accents, the quote's pieces where it leaves
words out with "..." or "[...]", and the passages that have the quote's rarest words in its order.
"""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from enum import StrEnum
from heapq import nlargest
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Final

import attrs

from ssrpolicy.evidence.matching.folding import bare_letters, levelled, same_words
from ssrpolicy.evidence.spans import Span
from ssrpolicy.evidence.text.source_text import SourceText, Vocabulary
from ssrpolicy.messages import _
from ssrpolicy.similar import likeness

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


class NearMissKind(StrEnum):
    """How a passage differs from the words that were wanted."""

    CASE = "case"
    LETTERS = "letters"
    ELLIPSIS = "ellipsis"
    WORDING = "wording"


@attrs.frozen(kw_only=True)
class Change:
    """Words of the quote, and those that the source has in their place; either may be none."""

    quoted: str
    source: str

    def __str__(self) -> str:
        if not self.quoted:
            return _("the source also has '{source}'", source=self.source)
        if not self.source:
            return _("the source does not have '{quoted}'", quoted=self.quoted)
        return _("the source has '{source}' for '{quoted}'", source=self.source, quoted=self.quoted)


@attrs.frozen(kw_only=True)
class NearMiss:
    """A passage that is nearly what was wanted; ``similarity`` runs from 0 to 1, the same."""

    span: Span
    similarity: float
    kind: NearMissKind
    changes: tuple[Change, ...]

    @property
    def difference(self) -> str:
        """What differs, in words."""
        if self.kind is NearMissKind.ELLIPSIS and not self.changes:
            return _("the source does not have the dots")
        if self.kind is NearMissKind.ELLIPSIS:
            left_out = "; ".join(f"'{change.source}'" for change in self.changes)
            return _(
                "words are left out: {left_out}; quote each piece by itself", left_out=left_out
            )
        return "; ".join(str(change) for change in self.changes)


_ELLIPSIS: Final = re.compile(
    r"\[\s*(?:\.{2,}|\u2026)\s*\]|\(\s*(?:\.{2,}|\u2026)\s*\)|\.{3,}|\u2026"
)
_WORDS: Final = re.compile(r"\w(?:.*\w)?", re.DOTALL)
#: No more than this is left out of a quote, in characters.
_LONGEST_GAP: Final = 3_000
_MOST_STARTS: Final = 50
_MOST_PIECES: Final = 8
_MOST_SEEDS: Final = 12
_COMMONEST_SEED: Final = 200
_MOST_WINDOWS: Final = 12
_LEAST_SIMILAR: Final = 0.6
_FAR_BELOW: Final = 0.75
_LEAST_ALIKE: Final = 0.75
_MOST_OTHER: Final = 0.5
_LONGEST_COMPARED: Final = 600
#: Pairs of the same words that a comparison may look at before common words are passed over.
_MOST_PAIRS: Final = 100_000


def near_misses(text: SourceText, words: str, limit: int = 3) -> tuple[NearMiss, ...]:
    """The passages nearest to words that the text does not have, the nearest first."""
    if not _WORDS.search(words):
        return ()
    found = (
        list(islice(_in_other_letters(text, words), _MOST_STARTS))
        or list(_with_words_left_out(text, words))
        or _in_other_words(text, words)
    )
    return tuple(_apart(found)[:limit])


def _apart(misses: Iterable[NearMiss]) -> list[NearMiss]:
    """The misses from the nearest on, none that overlaps a nearer one or is far below it."""
    chosen: list[NearMiss] = []
    for miss in sorted(misses, key=lambda miss: (-miss.similarity, miss.span)):
        if chosen and miss.similarity < _FAR_BELOW * chosen[0].similarity:
            break
        if not any(miss.span.touches(other.span) for other in chosen):
            chosen.append(miss)
    return chosen


def _in_other_letters(text: SourceText, words: str) -> Iterator[NearMiss]:
    for span in text.bare_letters.find(bare_letters(words)):
        stands = text.display(span.start, span.end)
        case_only = levelled(stands).lower().split() == levelled(words).lower().split()
        kind = NearMissKind.CASE if case_only else NearMissKind.LETTERS
        miss = _compared(text, words, span, kind)
        if miss and not text.cuts_word(span):
            yield miss


def _with_words_left_out(text: SourceText, words: str) -> Iterator[NearMiss]:
    pieces = [piece for piece in _ELLIPSIS.split(words) if _WORDS.search(piece)]
    if not _ELLIPSIS.search(words) or not 0 < len(pieces) <= _MOST_PIECES:
        return
    found = [text.bare_letters.find(bare_letters(piece)) for piece in pieces]
    for first in found[0][:_MOST_STARTS]:
        spans = [first]
        for places in found[1:]:
            end = spans[-1].end
            following = next((place for place in places if place.start >= end), None)
            if following is None or following.start - end > _LONGEST_GAP:
                break
            spans.append(following)
        else:
            yield _elided(text, spans)


def _elided(text: SourceText, spans: list[Span]) -> NearMiss:
    left_out = [text.display(one.end, other.start) for one, other in pairwise(spans)]
    whole = Span(start=spans[0].start, end=spans[-1].end)
    said = sum(len(span) for span in spans)
    return NearMiss(
        span=whole,
        similarity=round(2 * said / (said + len(whole)), 4),
        kind=NearMissKind.ELLIPSIS,
        changes=tuple(Change(quoted="...", source=words) for words in left_out),
    )


def _in_other_words(text: SourceText, words: str) -> list[NearMiss]:
    vocabulary, wanted = text.vocabulary, Vocabulary.of(words)
    # What is much longer than the whole text is like no part of it; comparing would take minutes.
    most = len(vocabulary.words) * (2 - _LEAST_SIMILAR) / _LEAST_SIMILAR
    if len(words) > _LONGEST_COMPARED and len(wanted.words) > most:
        return []
    found: dict[Span, NearMiss] = {}
    for first, last in _windows(vocabulary, wanted):
        span = _with_marks(text.text, words, _aligned(vocabulary, wanted, first, last))
        if span in found:
            continue
        miss = _compared(text, words, span, NearMissKind.WORDING)
        if miss and miss.similarity >= _LEAST_SIMILAR and _is_shared(words, miss):
            found[span] = miss
    return list(found.values())


def _is_shared(words: str, miss: NearMiss) -> bool:
    """Whether half of the words at least stand there, be it misspelt.

    Letters are shared by words that have nothing to do with each other.
    """
    other = (
        len(each.quoted)
        for each in miss.changes
        if likeness(each.quoted, each.source) < _LEAST_ALIKE
    )
    return sum(other) <= _MOST_OTHER * len(words)


def _windows(vocabulary: Vocabulary, wanted: Vocabulary) -> Iterator[tuple[int, int]]:
    """Where the wanted words may stand: stretches of words to which the rarest of them point."""
    length = len(wanted.words)
    # Places that point to about the same start share a bucket; a bucket overlaps the next.
    size = max(4, length // 4)
    votes: dict[int, float] = {}
    for number, places in _seeds(vocabulary, wanted):
        for place in places:
            bucket = (place - number) // size
            for each in (bucket, bucket + 1):
                votes[each] = votes.get(each, 0.0) + 1 / len(places)
    for bucket in nlargest(_MOST_WINDOWS, votes, key=votes.__getitem__):
        first = (bucket - 1) * size
        last = min(first + 2 * size + length, len(vocabulary.words))
        yield max(0, first), last


def _seeds(vocabulary: Vocabulary, wanted: Vocabulary) -> list[tuple[int, list[int]]]:
    """The rarest of the wanted words: each one's number in the quote, and its places."""
    known = [
        (number, vocabulary.places[word])
        for number, word in enumerate(wanted.words)
        if word in vocabulary.places
    ]
    known.sort(key=lambda seed: len(seed[1]))
    rare = [seed for seed in known if len(seed[1]) <= _COMMONEST_SEED]
    if len(rare) < min(3, len(wanted.words)):
        rare += _guessed_seeds(vocabulary, wanted)
    chosen = rare or [(number, places[:_COMMONEST_SEED]) for number, places in known[:3]]
    return chosen[:_MOST_SEEDS]


def _guessed_seeds(vocabulary: Vocabulary, wanted: Vocabulary) -> Iterator[tuple[int, list[int]]]:
    """The same for words that are not in the text, as what they were probably meant to be."""
    unknown = [pair for pair in enumerate(wanted.words) if pair[1] not in vocabulary.places]
    unknown.sort(key=lambda pair: -len(pair[1]))
    for number, word in unknown[:3]:
        for other in vocabulary.alike(word):
            yield number, vocabulary.places[other][:_COMMONEST_SEED]


def _aligned(vocabulary: Vocabulary, wanted: Vocabulary, first: int, last: int) -> Span:
    """The stretch of a window that stands for the wanted words."""
    matcher = _matcher(wanted.words, vocabulary.words[first:last])
    matches = [block for block in matcher.get_matching_blocks() if block.size]
    length = len(wanted.words)
    if not matches:
        return _nearest_words(vocabulary, wanted, first, last)
    # Words of the quote before the first and after the last that agree have their counterparts.
    start = max(first, first + matches[0].b - matches[0].a)
    rest = length - (matches[-1].a + matches[-1].size)
    end = min(len(vocabulary.words), first + matches[-1].b + matches[-1].size + rest)
    return Span(start=vocabulary.starts[start], end=vocabulary.ends[end - 1])


def _nearest_words(vocabulary: Vocabulary, wanted: Vocabulary, first: int, last: int) -> Span:
    """The words of a window most like the wanted ones, letter by letter."""
    length = len(wanted.words)
    phrase = " ".join(wanted.words)
    if len(phrase) > _LONGEST_COMPARED:
        return Span(start=vocabulary.starts[first], end=vocabulary.ends[last - 1])
    starts = range(first, max(first + 1, last - length + 1))
    best = max(
        starts,
        key=lambda start: SequenceMatcher(
            None, phrase, " ".join(vocabulary.words[start : start + length]), autojunk=False
        ).ratio(),
    )
    end = min(best + length, len(vocabulary.words)) - 1
    return Span(start=vocabulary.starts[best], end=vocabulary.ends[end])


def _with_marks(text: str, words: str, span: Span) -> Span:
    """A stretch with the punctuation around it that the quote has, too."""
    before, after = _WORDS.split(words.strip(), maxsplit=1)
    start, end = span.start, span.end
    if text.startswith(after, end):
        end += len(after)
    if text.endswith(before, 0, start):
        start -= len(before)
    return Span(start=start, end=end)


def _compared(text: SourceText, words: str, span: Span, kind: NearMissKind) -> NearMiss | None:
    """How near a stretch of the text is to the words; None when it is just what they say."""
    quoted = SourceText(words).display(0, len(words))
    source = text.display(span.start, span.end)
    changes = tuple(_changes(quoted.split(), source.split()))
    if not changes:
        return None
    if max(len(quoted), len(source)) <= _LONGEST_COMPARED:
        ratio = SequenceMatcher(None, quoted, source, autojunk=False).ratio()
    else:
        ratio = _matcher(quoted.split(), source.split()).ratio()
    return NearMiss(span=span, similarity=round(ratio, 4), kind=kind, changes=changes)


def _matcher(one: Sequence[str], other: Sequence[str]) -> SequenceMatcher[str]:
    """A comparison of words; where few words repeat very often, these are passed over."""
    pairs = sum(map(Counter(other).__getitem__, one))
    return SequenceMatcher(None, one, other, autojunk=pairs > _MOST_PAIRS)


def _changes(quoted: list[str], source: list[str]) -> Iterator[Change]:
    for tag, i1, i2, j1, j2 in _matcher(quoted, source).get_opcodes():
        if tag == "equal":
            continue
        change = Change(quoted=" ".join(quoted[i1:i2]), source=" ".join(source[j1:j2]))
        if not same_words(change.quoted, change.source):
            yield change
