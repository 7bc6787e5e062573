"""Words compared without regard to case, accents and signs, and where they stand in a text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cached_property

from attrs import field, frozen

from ssrpolicy.arguments import check_type
from ssrpolicy.messages import _
from ssrpolicy.model import invalid_value

_WORD = re.compile(r"[^\W_]+")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
#: Letters that have a sign of their own, which no accent is that could be taken off.
_LETTERS = {
    "\u0131": "i",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "æ": "ae",
    "œ": "oe",
    "ħ": "h",
}
_SHORTEST_PART = 3
_MOST_WORDS = 200


def folded(text: str) -> str:
    """Return the words of a text as they are compared: NFKD, no accents, no case, single spaces.

    ``"Één politie-training"`` becomes ``"een politie training"``, ``"Øresund"`` becomes
    ``"oresund"``.
    """
    check_type(text, str, "text", '"training"')
    return " ".join(_WORD.findall(_bare(text)))


def _bare(text: str) -> str:
    if text.isascii():
        return text.casefold()
    marked = unicodedata.normalize("NFKD", text).casefold()
    # A text has few different signs, and one of them is replaced far sooner than all are looked at.
    for sign in set(_NOT_ASCII.findall(marked)):
        if sign in _LETTERS or unicodedata.combining(sign):
            marked = marked.replace(sign, _LETTERS.get(sign, ""))
    return marked


def _plain(text: str) -> str:
    check_type(text, str, "text", '"training police"')
    return str(text)


@frozen
class Words:
    """Words that somebody looks for, each of which must stand in a text, in any order.

    One of three letters or more is found as a part of a word too: "training" in
    "politietraining". Quotation marks, a minus, AND and OR are signs and words like others.
    Raises ValueError for more than 200 different words: none is left out in silence.

    Attributes:
        text: the words as they were typed.
    """

    text: str = field(converter=_plain)

    def __attrs_post_init__(self) -> None:
        if len(self.words) > _MOST_WORDS:
            raise invalid_value(
                _("These are {number:,} different words; a search takes {most:,} at most.",
                  number=len(self.words), most=_MOST_WORDS)
            )  # fmt: skip

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words, folded, each once and in their order."""
        return tuple(dict.fromkeys(folded(self.text).split()))

    @cached_property
    def _patterns(self) -> tuple[re.Pattern[str], ...]:
        return tuple(
            re.compile(
                re.escape(word) if len(word) >= _SHORTEST_PART else rf"(?<![^\W_]){word}(?![^\W_])"
            )
            for word in self.words
        )

    def in_folded(self, text: str) -> bool:
        """Return whether all of the words stand in a text that is folded already."""
        check_type(text, str, "text", '"training"')
        return bool(self.words) and all(pattern.search(text) for pattern in self._patterns)

    def are_in(self, text: str) -> bool:
        """Return whether all of the words stand in a text."""
        check_type(text, str, "text", '"training"')
        # A word has no signs in it, so those between words need not be taken out.
        return self.in_folded(_bare(text))

    def places(self, text: str) -> tuple[tuple[int, int], ...]:
        """Return where the words stand in a text as it is: from and up to, none overlapping."""
        check_type(text, str, "text", '"training"')
        bare, origins = _with_origins(text)
        found = [
            (origins[match.start()], origins[match.end() - 1] + 1)
            for pattern in self._patterns
            for match in pattern.finditer(bare)
        ]
        return tuple(_joined(sorted(found)))


def _with_origins(text: str) -> tuple[str, list[int]]:
    """Return a text in bare letters, and for each of these the place of the sign it is from."""
    pieces: list[str] = []
    origins: list[int] = []
    for place, sign in enumerate(text):
        bare = _bare(sign)
        pieces.append(bare)
        origins += [place] * len(bare)
    # Words are parted in the same way as where they are looked for.
    return "".join(sign if sign.isalnum() else " " for sign in "".join(pieces)), origins


def _joined(places: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield places in order, those that overlap as one."""
    start, end = -1, -1
    for first, last in places:
        if first <= end and start >= 0:
            end = max(end, last)
            continue
        if start >= 0:
            yield start, end
        start, end = first, last
    if start >= 0:
        yield start, end
