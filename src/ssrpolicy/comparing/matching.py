"""Which entry of one record is which of another: by id, else by the words that both quote."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any, Literal, NamedTuple, TypeAlias

from ssrpolicy.evidence import Span, anchors
from ssrpolicy.model import Document, Passage, PolicyRecord, SetAside

By: TypeAlias = Literal["id", "words"]

_LEAST_SHARED = 0.5
"""How much of the shorter of two quotes the other must share for both to be of one entry."""


class Match(NamedTuple):
    """Two entries that are taken for one, by their places in their tables, and why."""

    old: int
    new: int
    by: By


class Pairing:
    """The entries of one table of two records, paired step by step; each entry once."""

    def __init__(self, old: Sequence[Any], new: Sequence[Any]) -> None:
        self.old, self.new = old, new
        self.matches: list[Match] = []
        self._free_old = dict.fromkeys(range(len(old)))
        self._free_new = dict.fromkeys(range(len(new)))

    def _pair(self, old: int, new: int, by: By) -> None:
        self.matches.append(Match(old, new, by))
        del self._free_old[old], self._free_new[new]

    @property
    def only_old(self) -> list[int]:
        """The places of what only the old record has."""
        return [*self._free_old]

    def by_key(self, key: Callable[[Any], Hashable], old_key: Callable[[Any], Hashable]) -> None:
        """Pair the free entries that have one key, those of one key in their order."""
        waiting: dict[Hashable, list[int]] = {}
        for place in self._free_new:
            waiting.setdefault(key(self.new[place]), []).append(place)
        for place in [*self._free_old]:
            if found := waiting.get(old_key(self.old[place])):
                self._pair(place, found.pop(0), "id")

    def by_words(self, shared: SharedWords) -> None:
        """Pair the free entries that quote the same words, those that share most first."""
        scores = [
            (-score, old, new)
            for old in self._free_old
            for new in self._free_new
            if (score := shared.of(self.old[old], self.new[new])) > 0
        ]
        for _, old, new in sorted(scores):
            if old in self._free_old and new in self._free_new:
                self._pair(old, new, "words")


class SharedWords:
    """How far entries of two records quote the same words of the same texts."""

    def __init__(self, old: PolicyRecord, new: PolicyRecord, documents: dict[str, str]) -> None:
        """Compare the quotes of two records, given which old document is which new one."""
        self._old, self._new = anchors(old), anchors(new)
        texts = {each.id: each.text for each in new.documents}
        # A place in one text says something of the other only where the two texts are one.
        self._same = {
            each.id: documents[each.id]
            for each in old.documents
            if each.text is not None
            and each.id in documents
            and texts.get(documents[each.id]) == each.text
        }
        self._spans: dict[int, list[tuple[str, Span]]] = {}

    def of(self, old: Any, new: Any) -> float:
        """Return the share, 0 to 1, of all that two entries quote that both do.

        It is 0 where they share less than half of what the shorter quotes.
        """
        ours, theirs = self._places(old, is_old=True), self._places(new, is_old=False)
        common = sum(
            max(0, min(a.end, b.end) - max(a.start, b.start))
            for text, a in ours
            for other, b in theirs
            if text == other
        )
        lengths = [sum(len(span) for _, span in places) for places in (ours, theirs)]
        if not common or common < _LEAST_SHARED * min(lengths):
            return 0.0
        return common / (sum(lengths) - common)

    def _places(self, entry: Any, *, is_old: bool) -> list[tuple[str, Span]]:
        if id(entry) not in self._spans:
            known = self._old if is_old else self._new
            found = []
            for passage in _quotes(entry):
                span = known.of(passage).span
                document = self._same.get(passage.document) if is_old else passage.document
                if span is not None and document is not None:
                    found.append((document, span))
            self._spans[id(entry)] = found
        return self._spans[id(entry)]


def _quotes(entry: Any) -> Iterable[Passage]:
    return (entry.quote,) if isinstance(entry, SetAside) else entry.quotes


def same_paper(document: Document) -> Hashable:
    """Return what two documents of different ids have in common where they are one paper."""
    if document.number is not None:
        return str(document.number)
    return document.text if document.text is not None else document.id
