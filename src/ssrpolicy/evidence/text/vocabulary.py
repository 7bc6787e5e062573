"""The words of a source with where they stand, so that rare ones lead to a passage at once."""

import re
from difflib import get_close_matches
from functools import cached_property
from typing import Final, Self

import attrs

from ssrpolicy.evidence.matching.folding import DASHES, LINE_BREAKS, SOFT_HYPHEN, levelled, skeleton

#: A word with its hyphens, and across a line end: "SSR-beleid", "veiligheids-/structuren".
_WORD: Final = re.compile(
    rf"[^\W_]+(?:[\-{DASHES}{SOFT_HYPHEN}]"
    rf"(?:[^\S{LINE_BREAKS}]*+[{LINE_BREAKS}]\s*+)?[^\W_]+)*"
)
_SHORTEST_GUESSED: Final = 5
_LONGEST_GUESSED: Final = 80
_MOST_COMPARED: Final = 20_000


@attrs.frozen(kw_only=True)
class Vocabulary:
    """The words of a text in reading order, each without hyphens and in small letters."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Self:
        """The words of an untouched text; offsets are its own."""
        matches = list(_WORD.finditer(text))
        written = [match.group() for match in matches]
        folded = {word: folded_word(word) for word in set(written)}
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
        return get_close_matches(word, near[:_MOST_COMPARED], n=3, cutoff=0.75)


def folded_word(word: str) -> str:
    """A word as the vocabulary has it."""
    if word.isascii() and word.isalnum():
        return word.lower()
    return skeleton(levelled(word)).casefold()
