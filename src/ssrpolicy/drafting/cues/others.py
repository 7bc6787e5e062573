"""What is left of a text: sentences to set aside, conditions, positions, engagements, claims."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from ssrpolicy.drafting.cues.entries import Source, id_from, in_both, why
from ssrpolicy.drafting.cues.names import Named, named_in, places
from ssrpolicy.drafting.cues.quantities import quantities_in
from ssrpolicy.drafting.cues.rules import ASIDE, NOTHING, group, rules
from ssrpolicy.drafting.cues.text.reading import Utterance
from ssrpolicy.evidence import formality
from ssrpolicy.messages import marked
from ssrpolicy.model import (
    STATEMENT_KINDS,
    Claim,
    Confidence,
    DocumentKind,
    Position,
    Proposal,
    SetAside,
    SetAsideReason,
)

#: What of a stretch says something has a letter, and begins with a letter or digit.
_LETTER: Final = re.compile(r"[^\W\d_]")
_FIRST_SIGN: Final = re.compile(r"[^\W_]")
_LONGEST_HEADING: Final = 8
_UNDERTAKES_TOO: Final = re.compile(
    r",? (?:and|but|en|maar) (?=(?:will|shall|zal|zullen|blij(?:f|ft|ven)|kom(?:t|en)?|laat|laten"
    r"|informe\w+|bericht|stu(?:ur|urt|ren)|leg(?:t|gen)?)\b)",
    re.IGNORECASE,
)
_HEADING: Final = 3  # words without a full stop


def set_aside(source: Source, utterance: Utterance, *, is_open: bool = False) -> Proposal | None:
    """Return a sentence that says nothing of its own as one to set aside; None for another.

    Where a request ``is_open``, what comes with a letter may be what meets it: that is not sure.
    """
    kind = formality(utterance.text)
    if kind is None:
        return None
    place = (utterance.start, utterance.end)
    entry = SetAside(quote=source.passage(*place), reason=SetAsideReason(kind))
    reason = in_both(marked("a set phrase that says nothing of its own"))
    may_meet = is_open and kind == "signpost"
    sure = Confidence.LOOK if may_meet else Confidence.SURE
    return source.proposal(entry, f"aside-{kind}", reason, sure, place)


def stated_before(source: Source, utterance: Utterance) -> Proposal | None:
    """Return the position that a sentence takes before it undertakes something; None without one.

    "We propose no change | and will continue to meet."
    """
    joint = _UNDERTAKES_TOO.search(utterance.text)
    if joint is None or joint.start() == 0:
        return None
    found = statement(source, utterance.part(0, joint.start()))
    return found if found is not None and found.kind == Position.kind else None


def left_over(source: Source, read: Iterable[tuple[int, int]]) -> Iterator[Proposal]:
    """Yield what stands around the sentences that were read, as stretches to set aside.

    Head, headings, page furniture, notes and signature: they say nothing that is recorded, and a
    person sees at a glance whether that is so.
    """
    at = 0
    spans = sorted(read)
    for sentence in source.reading.sentences:
        start = sentence.start
        if sentence in source.reading.unread:
            continue
        while at < len(spans) and spans[at][1] <= start:
            at += 1
        number = at
        while start < sentence.end:
            if number == len(spans) or spans[number][0] >= sentence.end:
                yield from _aside(source, start, sentence.end)
                break
            yield from _aside(source, start, spans[number][0])
            start = max(start, spans[number][1])
            number += 1


def _undertakes(source: Source, words: str) -> bool:
    """Whether a stretch has what undertakes something: it is part of a sentence, and not around."""
    return any(
        rule.kind != NOTHING and not rule.term and rule.match(words)
        for rule in rules("commitments", source.language)
    )


def _aside(source: Source, start: int, end: int) -> Iterator[Proposal]:
    stretch = source.text[start:end]
    first = _FIRST_SIGN.search(stretch)
    if first is None or _LETTER.search(stretch) is None:
        return
    begin = first.start()
    begin -= stretch[begin - 1 : begin] == "(" and ")" in stretch[begin:]
    words = stretch[begin:].rstrip()
    place = (start + begin, start + begin + len(words))
    if _undertakes(source, " ".join(words.split())):
        return
    is_heading = len(words.split()) <= _LONGEST_HEADING and words[-1].isalnum()
    reason = SetAsideReason.SIGNPOST if is_heading else SetAsideReason.BACKGROUND
    entry = SetAside(quote=source.passage(*place), reason=reason)
    moved = in_both(
        marked("it stands around the text: a head, a heading, a page's foot, a note or a signature")
    )
    yield source.proposal(entry, "aside-around", moved, Confidence.LOOK, place)


def statement(source: Source, utterance: Utterance) -> Proposal | None:
    """Return what a sentence states that undertakes nothing; None where it has no verb.

    One that only points elsewhere, or repeats, is set aside, and so is what a motion considers
    before it asks: "overwegende dat".
    """
    if len(utterance.text.split()) <= _HEADING and utterance.text[-1].isalnum():
        return None
    for rule in rules("statements", source.language):
        match = rule.match(utterance.text)
        if match is None:
            continue
        place = (utterance.start, utterance.end)
        words = match.group(group(match, "cue") or 0)
        considers = rule.kind == Claim.kind and source.document.kind is DocumentKind.MOTION
        if rule.kind == ASIDE or considers:
            why_not = SetAsideReason.BACKGROUND if considers else rule.values["reason"]
            aside = SetAside(quote=source.passage(*place), reason=SetAsideReason(why_not))
            return source.proposal(aside, rule.name, why(rule, words), rule.confidence, place)
        owners = source.owners(words) if rule.kind != "claim" else ()
        acts = rule.kind == "engagement"
        named = (
            named_in(source, utterance.text, owners)
            if acts
            else Named(places=places(source, utterance.text))
        )
        entry = STATEMENT_KINDS[rule.kind](
            id=id_from(utterance.text, rule.kind, source.reading.notes),
            summary=source.summary(place),
            owners=owners,
            places=named.places,
            partners=named.partners,
            sectors=named.sectors,
            quantities=quantities_in(utterance.text, source.language),
            quotes=(source.passage(*place),),
        )
        moved = named.why(why(rule, words))
        return source.proposal(entry, rule.name, moved, rule.confidence, place)
    return None
