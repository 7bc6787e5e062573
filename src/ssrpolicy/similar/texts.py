"""How like one text is to others, by its letters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

# To compare two texts takes a hundred times as long as to count a pair of letters.
_MOST_COMPARED = 100
_MOST_COUNTED = 5_000


def most_like(word: str, known: Iterable[str], n: int = 3, cutoff: float = 0.6) -> list[str]:
    """Return the known words that are most like one, the most similar first, at most ``n``.

    ``cutoff``, from 0 to 1, says how similar they are at least.
    """
    from difflib import get_close_matches  # noqa: PLC0415 - loaded only where something is wrong

    return get_close_matches(word, known, n, cutoff)


def likeness(text: str, other: str) -> float:
    """Return how like two texts are, from 0 where they share nothing to 1 where they are equal."""
    from difflib import SequenceMatcher  # noqa: PLC0415 - loaded only where something is wrong

    return SequenceMatcher(None, text, other).ratio()


class SimilarTexts:
    """Known words or ids, indexed so that those most like another are found without trying all.

    Of a hundred all are tried; of more, those that share the rarest pairs of letters.
    """

    def __init__(self, known: Iterable[str]) -> None:
        self._given = known

    @cached_property
    def known(self) -> list[str]:
        """The known texts, each once; they are gone through when one is looked for."""
        return list(dict.fromkeys(self._given))

    @cached_property
    def _having(self) -> Mapping[str, Sequence[int]]:
        """The numbers of the known texts that have each pair of letters."""
        having: dict[str, list[int]] = {}
        for number, text in enumerate(self.known):
            for pair in _pairs(text):
                having.setdefault(pair, []).append(number)
        return having

    def candidates(self, text: str) -> list[str]:
        """Return the known texts that are worth comparing with a text, in their order."""
        if len(self.known) <= _MOST_COMPARED:
            return self.known
        shared: Counter[int] = Counter()
        for numbers in sorted((self._having.get(pair, ()) for pair in _pairs(text)), key=len):
            shared.update(numbers[:_MOST_COUNTED])
            if shared.total() > _MOST_COUNTED:
                break
        return [self.known[number] for number, _ in shared.most_common(_MOST_COMPARED)]

    def nearest(self, text: str, *, cutoff: float = 0.6) -> list[str]:
        """Return at most three known texts that ``text`` may stand for, the most similar first."""
        return most_like(text, self.candidates(text), n=3, cutoff=cutoff)


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}
