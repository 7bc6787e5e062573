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
    Statement,
)

_SEVERAL = 2


def requote(entry: Any, words: str, drafted: Any, record: PolicyRecord, at: int = 0) -> Any:
    """Return an entry that quotes other words of its document, in the place of the quote ``at``.

    Without words an entry with several quotes loses this one. A cue that none of its quotes has
    becomes all of the first. A summary that the proposal had (``drafted`` is its
    entry), or that came of the words of before, is that of the new words; one that a person wrote
    stays. Raises NotLocatedError where the words do not stand in the document.
    """
    passages = passages_of(entry)
    new: tuple[Passage, ...] = ()
    if words:
        new = (Passage(document=passages[at].document, quote=words),)
        record.locate(new[0])
    changed = with_passages(entry, (*passages[:at], *new, *passages[at + 1 :]))
    quotes = [each.quote for each in passages_of(changed)]
    if hasattr(entry, "cue") and not any(entry.cue in each for each in quotes):
        changed = attrs.evolve(changed, cue=quotes[0])
    summary = getattr(entry, "summary", None)
    if summary is not None and summary in (drafted.summary, _summary(entry, record)):
        changed = attrs.evolve(changed, summary=_summary(changed, record) or summary)
    return changed


def said_with(entry: Statement, record: PolicyRecord) -> Statement:
    """Return a statement with the owners and term that its own words give, where it has none."""
    source, places = _source_of(entry, record)
    if source is None:
        return entry
    words = source.said(places[0])
    term = source.term(words)
    return attrs.evolve(
        entry,
        owners=entry.owners or source.owners(words) or source.subject(words),
        timeframe=entry.timeframe or (None if term is None else term.timeframe),
    )


def quoted_grounds(proposal: Proposal, entry: Any, record: PolicyRecord) -> tuple[Ground, ...]:
    """Return where the words stand that a proposal quotes, as its entry was corrected.

    That is a place for each quote that was found, and one at least.
    """
    number = len(passages_of(entry))
    if passages_of(entry) == passages_of(proposal.entry) and number < _SEVERAL:
        return proposal.grounds[:1]
    return tuple(grounds_of(record, entry)) or proposal.grounds[:1]


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
        id = id_from(passage.quote, Claim.kind, source.reading.notes)
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


def _source_of(entry: Any, record: PolicyRecord) -> tuple[Source | None, list[tuple[int, int]]]:
    """Return the paper that an entry quotes, and where its words stand; None where nowhere."""
    grounds = list(grounds_of(record, entry))
    source = _source(record, grounds[0].document) if grounds else None
    return source, [(each.start, each.end) for each in grounds]


def _summary(entry: Any, record: PolicyRecord) -> LocalText | None:
    """Return the summary that the words of an entry give; None where they stand nowhere."""
    source, places = _source_of(entry, record)
    return None if source is None else source.summary(*places)
