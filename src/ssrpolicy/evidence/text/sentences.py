"""The sentences of a paragraph, in Dutch or English, as a reader would count them.

A full stop ends a sentence unless it belongs to an abbreviation, an initial or a number, or what
follows starts with a small letter. Each item of a list is a sentence, or several.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final

import attrs

from ssrpolicy.evidence.spans import Span
from ssrpolicy.evidence.text.abbreviations import COUNTING, FINISHING, STARTERS, UNFINISHED, word_of
from ssrpolicy.evidence.text.lines import marker_length

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_CLOSERS: Final = "\"'\u201d\u2019\u201c\u00bb\u203a)\\]"
_OPENERS: Final = "\"'\u201c\u2018\u201e\u201a\u00ab\u2039(\\["
_STOP: Final = re.compile(
    # A footnote's number may stand between the full stop and the white space.
    rf"(?<![.!?\u2026])(?P<stop>[.!?\u2026]++)(?P<close>[{_CLOSERS}]*+)"
    rf"(?:(?:(?<=[^\W\d_][.?!])|(?<=[{_CLOSERS}][.?!])|(?<=[.?!][{_CLOSERS}]))\d{{1,3}}"
    # After a year, what follows shows it.
    r"|(?<=\b(?:19|20)\d\d[.?!])(?P<year_and_mark>\d{1,2})"
    r"|[\u00b9\u00b2\u00b3\u2070-\u2079]+|(?:\[\d{1,3}\])+)?"
    rf"(?P<space>\s++)(?P<open>[{_OPENERS}]*+|[\u2013\u2014-]\s)(?P<next>[^\W_]+)"
)
_LONGEST_TOKEN: Final = 40
#: Where a full stop was left out after a paper in brackets: "(Kamerstuk 31 999, nr. 2) Op".
_LEFT_OUT: Final = re.compile(
    r"\((?:Kamerstuk|Aanhangsel|Handelingen)[^()\n]{3,80}\d\)(?P<space>\s+)(?P<next>[A-Z][a-z]*)\b"
)
# A title in quotation marks that begin and end differently, as "de nota «Kades. Een verkenning»";
# what somebody says stands after a colon, and may have sentences.
_TITLE: Final = re.compile(
    r"(?<=[\w.)] )(?:\u00ab[^\u00ab\u00bb]{2,160}\u00bb|\u201c[^\u201c\u201d]{2,160}\u201d)"
)
_SURNAME_INITIALS: Final = frozenset(("Th", "Ch", "Chr", "Fr", "Ph", "IJ", "Jhr", "Joh", "Wm"))


@attrs.frozen(kw_only=True)
class Sentence:
    """A sentence of a letter's body.

    Sentences are numbered from 1 over the document; the paragraph's number and the heading above
    it say where the sentence stands.
    """

    number: int
    start: int
    end: int
    paragraph: int
    heading: str | None
    _display: Callable[[int, int], str] = attrs.field(repr=False, eq=False)

    @cached_property
    def text(self) -> str:
        """The sentence on one line."""
        return self._display(self.start, self.end)

    @property
    def span(self) -> Span:
        """The stretch from the sentence's first to its last character."""
        return Span(start=self.start, end=self.end)


def sentence_spans(text: str, start: int, end: int, items: Sequence[int] = ()) -> Iterator[Span]:
    """The sentences between two offsets; none goes beyond an item of a list."""
    starts = [start, *(item for item in items if start < item < end)]
    listed = frozenset(items)
    for first, last in zip(starts, [*starts[1:], end], strict=True):
        is_item = first in listed
        lead = marker_length(text[first : min(last, first + _LONGEST_TOKEN)]) if is_item else 0
        yield from _within(text, first, last, first + lead)


def _within(text: str, start: int, end: int, searched: int) -> Iterator[Span]:
    for left_out in _LEFT_OUT.finditer(text, searched, end):
        if left_out["next"].casefold() in STARTERS:
            yield from _stopped(text, start, left_out.start("space"), searched)
            start = searched = left_out.start("next")
    yield from _stopped(text, start, end, searched)


def _stopped(text: str, start: int, end: int, searched: int) -> Iterator[Span]:
    """The sentences of a stretch by their full stops."""
    titles = _TITLE.finditer(text, searched, end)
    title = next(titles, None)
    for match in _STOP.finditer(text, searched, end):
        while title is not None and title.end() < match.end():
            title = next(titles, None)
        within = title is not None and title.start() < match.start()
        if not within and _ends(text, searched, match):
            yield from _trimmed(text, start, match.start("space"))
            start = match.start("open")
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    stripped = text[start:end].rstrip()
    lead = len(stripped) - len(stripped.lstrip())
    if stripped:
        yield Span(start=start + lead, end=start + len(stripped))


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether the stop that was found ends a sentence."""
    following = match["next"]
    if following[0].islower():
        return False
    if match["stop"] != ".":
        return True
    before = text[max(start, match.start() - _LONGEST_TOKEN) : match.start()]
    words = before.split()
    if not words or before[-1:].isspace():
        return True
    token = words[-1]
    starter = following.casefold() in STARTERS
    word = word_of(token)
    in_brackets = match["open"].startswith(("(", "["))
    if (match["year_and_mark"] and not starter) or (in_brackets and word in UNFINISHED | FINISHING):
        return False
    if match["close"] and word not in FINISHING:
        return word not in UNFINISHED or starter
    return _word_may_end(word, following, starter=starter) and not (
        _is_initial(token) and not _initial_ends(words, starter=starter)
    )


def _word_may_end(word: str, following: str, *, starter: bool) -> bool:
    """Whether a sentence may end with this word and its full stop."""
    if word in UNFINISHED:
        return False
    if word in FINISHING | COUNTING:
        return not following[0].isdigit()
    if re.fullmatch(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,3}", word):
        return starter
    return True


def _is_initial(token: str) -> bool:
    """Whether a word is the initial of a name, or several of them: "M", "J.M", "Th"."""
    token = token.lstrip("(\"'\u201c\u2018\u201e")
    return bool(re.fullmatch(r"(?:[^\W\d_a-z]\.)*[^\W\d_a-z]", token)) or token in _SURNAME_INITIALS


def _initial_ends(words: Sequence[str], *, starter: bool) -> bool:
    """Whether it is a letter of another kind, as in "bijlage A. De regering"."""
    return starter and len(words) > 1 and words[-2].isalpha() and words[-2].islower()
