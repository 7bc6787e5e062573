"""Line-end hyphens shown on one line: which were the publisher's, and which are the word's own.

A hyphen at a line end does not say whether it belongs to the word. What is shown follows the text
itself where it has the word elsewhere, and else the spelling of what stands on both sides. This
is for showing only: matching tries both.
"""

import re
from functools import cached_property
from typing import Final

import attrs

from ssrpolicy.evidence.matching.folding import (
    BROKEN_HYPHENS,
    DASHES,
    LINE_BREAKS,
    SOFT_HYPHEN,
    levelled,
)
from ssrpolicy.evidence.matching.search import occurrences
from ssrpolicy.evidence.spans import Span

_HYPHENS: Final = "-\N{HYPHEN}\N{NON-BREAKING HYPHEN}"

#: A hyphen, soft hyphen or dash between two words' parts, with a line end after it; one that a
#: reader of PDF files put there needs none. The set of signs comes first, since a search skips
#: ahead to those; what stands before the sign is looked at from after it.
_NOT_IN_WORDS: Final = rf"\s\-{DASHES}{SOFT_HYPHEN}"
_LINE_END: Final = re.compile(
    rf"[\-{DASHES}{SOFT_HYPHEN}{BROKEN_HYPHENS}](?<=[^{_NOT_IN_WORDS}].)"
    rf"(?:(?<=[{BROKEN_HYPHENS}])\s*+"
    rf"|(?<![{BROKEN_HYPHENS}])(?:(?<={SOFT_HYPHEN}){SOFT_HYPHEN}*+)?(?P<space>\s++))"
    rf"(?=[^{_NOT_IN_WORDS}])",
    re.DOTALL,
)
_BREAKS: Final = frozenset(LINE_BREAKS)
_WORD: Final = re.compile(r"[^\W_]+(?:-[^\W_]+)*")

#: After a hyphen these words are not part of the word: "in- en uitvoer".
_CONJUNCTIONS: Final = frozenset(("en", "of", "als", "noch", "dan", "tot", "and", "or", "to"))

#: First parts that keep their hyphen in Dutch or English.
_KEEPING: Final = re.compile(
    "adjunct|aspirant|directeur|ex|kandidaat|minister|niet|non|oud|procureur|quasi|secretaris|self"
    "|vice"
)

#: Vowels that would be read as one sound if they were joined: "zee-egel", "na-apen".
_COLLIDING: Final = frozenset(("aa", "ee", "oo", "uu"))

_LONGEST_WORD: Final = 60
_SHORTEST_TITLE: Final = 4


@attrs.frozen(kw_only=True)
class Joiner:
    """The line-end hyphens of one source, judged by the words that the source itself uses."""

    text: str
    _shown: dict[Span, str] = attrs.field(factory=dict, init=False, repr=False, eq=False)

    @cached_property
    def line_ends(self) -> tuple[Span, ...]:
        """Every line-end hyphen, up to the next line's first character, in reading order."""
        return tuple(
            Span(start=match.start(), end=match.end())
            for match in _LINE_END.finditer(self.text)
            if match["space"] is None or not _BREAKS.isdisjoint(match["space"])
        )

    def shown(self, line_end: Span) -> str:
        """What is shown in a line-end hyphen's place: nothing, the hyphen, or hyphen and space."""
        if line_end not in self._shown:
            self._shown[line_end] = self._judged(line_end)
        return self._shown[line_end]

    @cached_property
    def _folded(self) -> str:
        """The text in small letters, in which words are counted, line ends aside."""
        return levelled(self.text).casefold()

    def _times(self, word: str) -> int:
        """How often the source has a word, line ends aside."""
        text, word = self._folded, word.casefold()
        if not _WORD.fullmatch(word):
            return 0
        ends = ((at, at + len(word)) for at in occurrences(text, word))
        return sum(
            not _goes_on(text[max(0, at - 2) : at][::-1]) and not _goes_on(text[end : end + 2])
            for at, end in ends
        )

    def _parts(self, line_end: Span) -> tuple[str, str]:
        """The parts of a word before and after a line-end hyphen; there may be none after it."""
        before = self.text[max(0, line_end.start - _LONGEST_WORD) : line_end.start]
        # From its end on, since a search would try every word before it.
        found = _WORD.match(before[::-1])
        following = _WORD.match(self.text, line_end.end)
        left = found.group()[::-1] if found else before[-1]
        return left, following.group() if following else ""

    def _judged(self, line_end: Span) -> str:
        hyphen = self.text[line_end.start]
        hyphen = "-" if hyphen in BROKEN_HYPHENS else hyphen
        if hyphen == SOFT_HYPHEN:
            return ""
        if hyphen not in _HYPHENS:
            return hyphen if self.text[line_end.start - 1].isdigit() else f"{hyphen} "
        left, right = self._parts(line_end)
        if right in _CONJUNCTIONS:
            return f"{hyphen} "
        return hyphen if self._keeps(left, right) else ""

    def _keeps(self, left: str, right: str) -> bool:
        """Whether the word's parts are written with a hyphen between them."""
        if not right:
            return True
        joined, hyphenated = self._times(f"{left}{right}"), self._times(f"{left}-{right}")
        if joined != hyphenated:
            return hyphenated > joined
        return _spelt_with_hyphen(left.rpartition("-")[2], right)


def joint(left: str, right: str) -> str:
    """Return what joins the parts of a word that a line end divided, by their letters alone.

    That is nothing, a hyphen, or a hyphen and a blank: "rand|voorwaarden", "CCS|projecten",
    "aanloop|en volloopverliezen".
    """
    if right in _CONJUNCTIONS:
        return "- "
    return "-" if not left or not right or _spelt_with_hyphen(left, right) else ""


def _goes_on(signs: str) -> bool:
    """Whether a word goes on with these two signs: a letter, or a hyphen and a letter."""
    return signs[:1].isalnum() or (signs[:1] == "-" and signs[1:].isalnum())


def _spelt_with_hyphen(left: str, right: str) -> bool:
    """Whether two parts of a word, by their letters alone, want a hyphen between them."""
    capitals = left.isupper()
    if capitals and right.isupper() and len(left) + len(right) > len("SSR-NATO"):
        return False  # a word cut in a title that is all in capitals
    return (
        capitals
        or not left[-1].isalpha()
        or not right[0].isalpha()
        or right[0].isupper()
        or (left[-1] + right[0]).casefold() in _COLLIDING
        or (len(right) >= _SHORTEST_TITLE and bool(_KEEPING.fullmatch(left.casefold())))
    )
