"""What is left of a text: sentences to set aside, conditions, positions, engagements, claims."""

from __future__ import annotations

import re
from typing import Final

from ssrpolicy import codelists
from ssrpolicy.drafting.cues.entries import Source, id_from, why
from ssrpolicy.drafting.cues.quantities import quantities_in
from ssrpolicy.drafting.cues.reading import Utterance
from ssrpolicy.drafting.cues.rules import rules
from ssrpolicy.evidence import formality
from ssrpolicy.messages import _
from ssrpolicy.model import STATEMENT_KINDS, Confidence, Proposal, SetAside, SetAsideReason

_REPEATS: Final = re.compile(r"\bzie (?:ook )?(?:het |mijn )?antwoord (?:op|bij)\b", re.IGNORECASE)


def set_aside(source: Source, utterance: Utterance) -> Proposal | None:
    """Return a sentence that says nothing of its own as one to set aside; None for another."""
    kind = formality(utterance.text)
    if kind is None:
        return None
    place = (utterance.start, utterance.end)
    entry = SetAside(quote=source.passage(*place), reason=SetAsideReason(kind))
    reason = _("a set phrase that says nothing of its own")
    return source.proposal(entry, f"aside-{kind}", reason, Confidence.SURE, place)


def statement(source: Source, utterance: Utterance) -> Proposal | None:
    """Return what a sentence states that undertakes nothing; None where it has no verb."""
    for rule in rules("statements", source.language):
        match = rule.match(utterance.text)
        if match is None:
            continue
        place = (utterance.start, utterance.end)
        entry = STATEMENT_KINDS[rule.kind](
            id=id_from(utterance.text, rule.kind),
            summary=source.summary(*place),
            owners=source.owners(match.group()) if rule.kind != "claim" else (),
            places=places(source, utterance.text),
            quantities=quantities_in(utterance.text, source.language),
            quotes=(source.passage(*place),),
        )
        moved = why(rule, match.group())
        return source.proposal(entry, rule.name, moved, rule.confidence, place)
    return None


def places(source: Source, sentence: str) -> tuple[str, ...]:
    """Return the codes of the places that a sentence names, by the record and the code lists.

    The longest name is meant: "South Sudan" does not name Sudan.
    """
    words = list(_CAPITALISED.finditer(sentence))
    found: dict[str, None] = {}
    at = 0
    for number, first in enumerate(words):
        if first.start() < at:
            continue
        for last in reversed(words[number : number + _MOST_WORDS]):
            named = codelists.named(source.record, "places", sentence[first.start() : last.end()])
            if named:
                at = last.end()
                if len(named) == 1 and named[0] != _HOME:
                    found[named[0]] = None
                break
    return tuple(found)


_CAPITALISED: Final = re.compile(r"\b[A-Z][\w'-]+")
_MOST_WORDS: Final = 3
_HOME: Final = "NLD"  # nearly every letter names it, and is not about it
