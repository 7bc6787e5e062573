"""Dispositions proposed from letters: what a sentence says of the requests before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ssrpolicy.drafting.cues.entries import Source, quoted, why
from ssrpolicy.drafting.cues.papers import Papers
from ssrpolicy.drafting.cues.reading import Utterance
from ssrpolicy.drafting.cues.rules import rules
from ssrpolicy.model import Answer, Disposition, Proposal, Request

_SEVERAL: Final = re.compile(
    r"\b(?:beide|deze|de genoemde|bovenstaande|alle|both|these|all) (?:\w+ )?"
    r"(?:moties|verzoeken|motions|requests)\b",
    re.IGNORECASE,
)
_NEAR: Final = 3_000


def dispositions(
    source: Source, utterance: Utterance, asked: Sequence[tuple[Request, int]], papers: Papers
) -> Iterator[Proposal]:
    """Yield how a sentence says that requests are met: the nearest one, or several of them.

    ``asked`` are the requests with where their sentences begin, in reading order. A motion
    that the sentence names by its number is meant, whatever stands nearer.
    """
    near = [
        (request, at)
        for request, at in asked
        if at <= utterance.start + len(utterance.text) and utterance.start - at < _NEAR
    ]
    if not near or utterance.text.rstrip().endswith("?"):
        return
    for rule in rules("dispositions", source.language):
        match = rule.match(utterance.text)
        if match is None:
            continue
        meant = papers.meant(utterance)
        if meant is not None:
            near = [each for each in near if each[0].document in meant]
        count = 2 if _SEVERAL.search(utterance.text) else 1
        start, end = quoted(utterance, match)
        for request, _at in near[-count:]:
            entry = Disposition(
                request=request.id,
                document=source.document.id,
                answer=Answer(rule.values["answer"]),
                quotes=(source.passage(start, end),),
            )
            moved = why(rule, match.group())
            yield source.proposal(entry, rule.name, moved, rule.confidence, (start, end))
        return
