"""Source coverage: which sentences of a letter nobody recorded, and which only in part."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import attrs

from ssrpolicy.evidence.spans import Span, merged
from ssrpolicy.evidence.text.lines import marker_length
from ssrpolicy.evidence.text.notes import ASKED
from ssrpolicy.evidence.text.source_text import SourceText, touching
from ssrpolicy.model import CoverageState

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ssrpolicy.evidence.text.sentences import Sentence

#: What says something; a remainder of white space and punctuation does not.
_SAYING: Final = re.compile(r"[^\W_]|[%\u2030\u20ac$\u00a3]")
_WORD: Final = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
_DUTCH: Final = "de het een van op in aan met bij te uit door om en dat die dit deze er"
_ENGLISH: Final = "the a an of on at with and that which this these"
#: Words that say nothing by themselves, left over between two quotes. No negation, number, modal or
#: comparison is among them, and none that sets a term ("voor", "na", "tot", "by", "until"), nor a
#: word for a condition or a choice: they change what is said.
_FUNCTION_WORDS: Final = frozenset(f"{_DUTCH} {_ENGLISH}".split())
_MOST_WORDS: Final = 3
_LONGEST: Final = 60
_NUMBER: Final = re.compile(r"\W*\d")
_ASKED: Final = re.compile(ASKED)
_LONGEST_MARKS: Final = 20


@attrs.frozen(kw_only=True)
class SentenceCoverage:
    """A sentence, with its parts that are quoted, set aside, or neither.

    It is ``quoted`` when nothing is missing and at least a part is quoted, ``set_aside`` when
    nothing is missing and nothing is quoted, ``partly`` when something is missing and something
    is not. Punctuation and white space are never missing, nor is a function word or two that is
    left over next to a quote ("op"), where no number follows, nor the mark of a note after a
    question.
    """

    sentence: Sentence
    state: CoverageState
    quoted: tuple[Span, ...]
    set_aside: tuple[Span, ...]
    missing: tuple[Span, ...]


def coverage(
    text: SourceText, spans: Iterable[Span], set_aside: Iterable[Span] = ()
) -> tuple[SentenceCoverage, ...]:
    """How far each sentence of the body is quoted or set aside, in reading order.

    Headings, letterhead and signature need no quote, and are not in it.
    """
    quoted, aside = merged(spans), merged(set_aside)
    return tuple(
        _covered(text.text, sentence, _within(quoted, sentence), _within(aside, sentence))
        for sentence in text.sentences
    )


def _within(spans: Sequence[Span], sentence: Sentence) -> list[Span]:
    """The parts of the spans that lie in a sentence."""
    return [
        Span(start=max(span.start, sentence.start), end=min(span.end, sentence.end))
        for span in touching(spans, sentence.span)
    ]


def _covered(
    text: str, sentence: Sentence, quoted: list[Span], aside: list[Span]
) -> SentenceCoverage:
    covered = merged(quoted + aside) if quoted or aside else []
    missing = tuple(_missing(text, sentence, covered))
    says_quoted, says_aside = (
        any(_SAYING.search(text, span.start, span.end) for span in spans)
        for spans in (quoted, aside)
    )
    if missing:
        state = CoverageState.PARTLY if says_quoted or says_aside else CoverageState.UNTOUCHED
    else:
        state = CoverageState.SET_ASIDE if says_aside and not says_quoted else CoverageState.QUOTED
    return SentenceCoverage(
        sentence=sentence,
        state=state,
        quoted=tuple(quoted),
        set_aside=tuple(aside),
        missing=missing,
    )


def _missing(text: str, sentence: Sentence, covered: list[Span]) -> Iterator[Span]:
    """The stretches between what is covered, from their first to their last letter or digit."""
    # A list item's marker is not part of what the item says.
    place = sentence.start + marker_length(text[sentence.start : sentence.end][:8])
    for span in [*covered, Span(start=sentence.end, end=sentence.end)]:
        if span.start > place:
            first = _SAYING.search(text, place, span.start)
            if first is not None:
                end = span.start
                while not _SAYING.match(text, end - 1):
                    end -= 1
                missing = Span(start=first.start(), end=end)
                if not covered or not _left_over(text, missing, span):
                    yield missing
        place = max(place, span.end)


def _left_over(text: str, missing: Span, following: Span) -> bool:
    """Whether what is missing next to a quote needs none of its own."""
    return _says_nothing(text, missing, following) or _is_mark(text, missing)


def _says_nothing(text: str, missing: Span, following: Span) -> bool:
    """Whether what is missing is a function word or two, and no number comes after it."""
    words = _WORD.findall(text[missing.start : missing.end].lower()[:_LONGEST])
    number = _NUMBER.match(text, following.start)
    return 0 < len(words) <= _MOST_WORDS and number is None and set(words) <= _FUNCTION_WORDS


def _is_mark(text: str, missing: Span) -> bool:
    """Whether what is missing is the mark of a note after a question, or several of them."""
    start, end = max(0, missing.start - _LONGEST_MARKS), missing.end + _LONGEST_MARKS
    return any(
        found.end("asked") <= missing.start and missing.end <= found.end()
        for found in _ASKED.finditer(text, start, end)
    )
