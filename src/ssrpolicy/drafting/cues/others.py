"""What is left of a text: sentences to set aside, conditions, positions, engagements, claims."""

from __future__ import annotations

from typing import Final

from ssrpolicy.drafting.cues.entries import Source, id_from, in_both, why
from ssrpolicy.drafting.cues.names import Named, named_in, places
from ssrpolicy.drafting.cues.quantities import quantities_in
from ssrpolicy.drafting.cues.reading import Utterance
from ssrpolicy.drafting.cues.rules import rules
from ssrpolicy.evidence import formality
from ssrpolicy.messages import marked
from ssrpolicy.model import STATEMENT_KINDS, Confidence, Proposal, SetAside, SetAsideReason

_HEADING: Final = 3  # words without a full stop


def set_aside(source: Source, utterance: Utterance) -> Proposal | None:
    """Return a sentence that says nothing of its own as one to set aside; None for another."""
    kind = formality(utterance.text)
    if kind is None:
        return None
    place = (utterance.start, utterance.end)
    entry = SetAside(quote=source.passage(*place), reason=SetAsideReason(kind))
    reason = in_both(marked("a set phrase that says nothing of its own"))
    return source.proposal(entry, f"aside-{kind}", reason, Confidence.SURE, place)


def statement(source: Source, utterance: Utterance) -> Proposal | None:
    """Return what a sentence states that undertakes nothing; None where it has no verb."""
    if len(utterance.text.split()) <= _HEADING and utterance.text[-1].isalnum():
        return None
    for rule in rules("statements", source.language):
        match = rule.match(utterance.text)
        if match is None:
            continue
        place = (utterance.start, utterance.end)
        owners = source.owners(match.group()) if rule.kind != "claim" else ()
        acts = rule.kind == "engagement"
        named = (
            named_in(source, utterance.text, owners)
            if acts
            else Named(places=places(source, utterance.text))
        )
        entry = STATEMENT_KINDS[rule.kind](
            id=id_from(utterance.text, rule.kind),
            summary=source.summary(*place),
            owners=owners,
            places=named.places,
            partners=named.partners,
            sectors=named.sectors,
            quantities=quantities_in(utterance.text, source.language),
            quotes=(source.passage(*place),),
        )
        moved = named.why(why(rule, match.group()))
        return source.proposal(entry, rule.name, moved, rule.confidence, place)
    return None
