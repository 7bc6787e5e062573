"""A proposed entry that a person lets quote other words of its document."""

from __future__ import annotations

from typing import Any

import attrs

from ssrpolicy.drafting.cues.entries import Source
from ssrpolicy.drafting.cues.text.reading import Reading
from ssrpolicy.drafting.places import grounds_of, passages_of, with_passages
from ssrpolicy.evidence import anchors
from ssrpolicy.model import DocumentKind, Ground, LocalText, Passage, PolicyRecord, Proposal


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


def _summary(entry: Any, record: PolicyRecord) -> LocalText | None:
    """Return the summary that the words of an entry give; None where they stand nowhere."""
    ground = next(grounds_of(record, entry), None)
    if ground is None:
        return None
    document = record.document(ground.document)
    text = anchors(record).source(ground.document)
    if text is None:
        return None
    reading = Reading(text, document.kind is DocumentKind.QUESTION)
    return Source(record, document, reading).summary((ground.start, ground.end))
