"""Motions that are named first, and of which a later sentence says what they ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import attrs
from attrs import define, field

from ssrpolicy.model import Disposition, Proposal, Request

NAMED_ONLY: Final = frozenset(("verzoek-van", "motie-genoemd", "your-letter"))
"""Rules that find a request only named: how it is met stands in the same sentence or nowhere."""


@define
class Restated:
    """The requests that were only named, each with the one that says what is asked.

    A motion is one request: where a sentence says what it asks, its name alone is not another.
    """

    _named: dict[str, str] = field(factory=dict)
    _said: dict[str, str] = field(factory=dict)

    def notice(self, found: Iterable[Proposal], met: dict[str, list[tuple[str, int]]]) -> None:
        """Keep the requests that a sentence names or says; what met a name meets what is asked."""
        for each in found:
            if not isinstance(each.entry, Request):
                continue
            paper, id = each.entry.document, each.entry.id
            if each.rule in NAMED_ONLY:
                self._named[paper] = id
            elif (named := self._named.pop(paper, None)) is not None:
                self._said[named] = id
                met.setdefault(id, []).extend(met.pop(named, ()))

    def replaced(self, proposals: Iterable[Proposal]) -> Iterator[Proposal]:
        """Yield proposals without the names; what meets them meets what is asked."""
        for each in proposals:
            entry = each.entry
            if isinstance(entry, Disposition) and entry.request in self._said:
                said = attrs.evolve(entry, request=self._said[entry.request])
                yield attrs.evolve(each, entry=said)
            elif not (isinstance(entry, Request) and entry.id in self._said):
                yield each
