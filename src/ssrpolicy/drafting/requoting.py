"""A proposed entry that a person lets quote other words of its document, and what it leaves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from ssrpolicy.drafting.cues.entries import Source, id_from, in_both
from ssrpolicy.drafting.cues.text.reading import Reading
from ssrpolicy.drafting.places import Known, grounds_of, passages_of, share_half, with_passages
from ssrpolicy.evidence import Span, anchors
from ssrpolicy.messages import marked
from ssrpolicy.model import (
    Claim,
    Confidence,
    Decided,
    DocumentKind,
    Ground,
    LocalText,
    Passage,
    PolicyRecord,
    Proposal,
    SetAside,
    SetAsideReason,
)


def requote(entry: Any, words: str, drafted: Any, record: PolicyRecord) -> Any:
    """Return an entry that quotes other words of its document, in the place of its one quote.

    A cue that they lack becomes all of them. A summary that the proposal had (``drafted`` is its
    entry), or that came of the words of before, is that of the new words; one that a person wrote
    stays. Raises NotLocatedError where the words do not stand in the document.
    """
    (before,) = passages_of(entry)
    made = Passage(document=before.document, quote=words)
    record.locate(made)
    changed = with_passages(entry, (made,))
    if getattr(entry, "cue", words) not in words:
        changed = attrs.evolve(changed, cue=words)
    summary = getattr(entry, "summary", None)
    if summary is not None and summary in (drafted.summary, _summary(entry, record)):
        changed = attrs.evolve(changed, summary=_summary(changed, record) or summary)
    return changed


def quoted_ground(proposal: Proposal, entry: Any, record: PolicyRecord) -> Ground:
    """Return where the words stand on which a proposal rests, as its entry was corrected."""
    if passages_of(entry) == passages_of(proposal.entry):
        return proposal.grounds[0]
    return next(grounds_of(record, entry), proposal.grounds[0])


def left_behind(
    proposals: Iterable[Proposal], known: Known, record: PolicyRecord
) -> Iterator[Proposal]:
    """Yield a claim for each sentence that nothing covers, since its proposal got other words.

    ``proposals`` are all those of a draft. In the place of a claim what is proposed is to set the
    sentence aside, since the claim itself is decided about.
    """
    made = tuple(proposals)
    covered = [each.grounds for each in made if not known.has(each)]
    for each in made:
        decision = known.decided(each)
        if decision is None or decision.decided is not Decided.EDITED:
            continue
        for ground in _sentences(decision.grounds, record):
            if known.covers(ground) or any(share_half((ground,), some) for some in covered):
                continue
            covered.append((ground,))
            source = _source(record, ground.document)
            if source is not None:
                yield attrs.evolve(
                    _left(source, ground, is_claim=each.kind != Claim.kind), drafter=each.drafter
                )


def _left(source: Source, ground: Ground, *, is_claim: bool) -> Proposal:
    place = (ground.start, ground.end)
    passage = source.passage(*place)
    entry: Claim | SetAside = SetAside(quote=passage, reason=SetAsideReason.BACKGROUND)
    if is_claim:
        id = id_from(passage.quote, Claim.kind)
        entry = Claim(id=id, summary=source.summary(place), quotes=(passage,))
    moved = in_both(marked("the entry that was proposed for it quotes other words by now"))
    return source.proposal(entry, "left-behind", moved, Confidence.LOOK, place)


def _sentences(grounds: Iterable[Ground], record: PolicyRecord) -> Iterator[Ground]:
    """Yield the stretches on which grounds touch a sentence each."""
    for ground in grounds:
        text = anchors(record).source(ground.document)
        if text is None:
            continue
        for each in text.sentences_in(Span(start=ground.start, end=ground.end)):
            start, end = max(each.start, ground.start), min(each.end, ground.end)
            yield Ground(document=ground.document, start=start, end=end)


def _source(record: PolicyRecord, document: str) -> Source | None:
    text, paper = anchors(record).source(document), record.document(document)
    if text is None:
        return None
    return Source(record, paper, Reading(text, paper.kind is DocumentKind.QUESTION))


def _summary(entry: Any, record: PolicyRecord) -> LocalText | None:
    """Return the summary that the words of an entry give; None where they stand nowhere."""
    ground = next(grounds_of(record, entry), None)
    source = None if ground is None else _source(record, ground.document)
    if ground is None or source is None:
        return None
    return source.summary((ground.start, ground.end))
