"""What carries an answer that is still to come: the commitment in its sentence or the next."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from ssrpolicy.drafting.cues.text.asking import wants_to_know
from ssrpolicy.drafting.cues.text.reading import Utterance
from ssrpolicy.model import Answer, Commitment, Confidence, Disposition, Ground, Proposal, Request

_TO_COME: Final = frozenset((Answer.DEFERRED, Answer.PROMISED))
_SENTENCES_AFTER: Final = 2  # sentences

BEHIND: Final = "behind-request"
"""The rule of an answer that no words tell: it stands behind the request."""


def with_carriers(said: tuple[Utterance, ...], proposals: Iterable[Proposal]) -> Iterator[Proposal]:
    """Yield proposals, of which an answer that is still to come names what is undertaken for it.

    ``said`` are the sentences in reading order. The commitment stands in the sentence that answers,
    or right after it in the same paragraph: "This needs more time. You will have it in May." What
    only stands behind a request to do something, and is undertaken there, is promised.
    """
    found = list(proposals)
    starts = [each.start for each in said]

    def number(proposal: Proposal) -> int:
        return bisect_right(starts, proposal.grounds[0].start) - 1

    often = Counter(each.entry.id for each in found if isinstance(each.entry, Commitment))
    carriers: dict[int, list[str]] = {}
    for each in found:
        # Of two with one id, nobody could tell which is meant.
        if isinstance(each.entry, Commitment) and often[each.entry.id] == 1:
            carriers.setdefault(number(each), []).append(each.entry.id)
    promising = {
        number(each)
        for each in found
        if isinstance(each.entry, Commitment) and each.confidence is not Confidence.LOOK
    }
    to_know = {
        each.entry.id
        for each in found
        if isinstance(each.entry, Request) and wants_to_know(each.entry.quotes[0].quote)
    }
    answering = {number(each) for each in found if isinstance(each.entry, Disposition)}

    def carrying(place: Ground) -> list[str]:
        first, last = (bisect_right(starts, at) - 1 for at in (place.start, place.end - 1))
        ids = [id for at in range(first, last + 1) for id in carriers.get(at, ())]
        for at in range(last + 1, last + 1 + _SENTENCES_AFTER):
            behind = said[at : at + 1]
            near = [each for each in behind if each.paragraph == said[last].paragraph]
            if ids or at in answering or not near:
                break
            ids = carriers.get(at, [])
        return ids

    for each in found:
        entry = each.entry
        if isinstance(entry, Disposition) and each.rule == BEHIND and number(each) in promising:
            to_do = entry.answer is Answer.ANSWERED_HERE and entry.request not in to_know
            entry = attrs.evolve(entry, answer=Answer.PROMISED if to_do else entry.answer)
        if isinstance(entry, Disposition) and entry.answer in _TO_COME and not entry.by:
            ids = next(filter(None, (carrying(place) for place in each.grounds)), [])
            entry = attrs.evolve(entry, by=tuple(ids))
        yield attrs.evolve(each, entry=entry)
