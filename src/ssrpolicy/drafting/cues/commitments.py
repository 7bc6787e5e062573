"""Commitments proposed from sentences: what is undertaken, how firmly, by whom, until when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import attrs
from attrs import frozen

from ssrpolicy.drafting.cues.entries import Source, id_from, why
from ssrpolicy.drafting.cues.names import named_in
from ssrpolicy.drafting.cues.quantities import quantities_in
from ssrpolicy.drafting.cues.rules import NOTHING, Rule, group, rules, too_long
from ssrpolicy.drafting.cues.strength import confidence, course, firmness, weakened
from ssrpolicy.drafting.cues.terms import Term
from ssrpolicy.drafting.cues.text.clauses import (
    CLAUSE,
    GOES_ON,
    SECOND,
    VERB_OF_SECOND,
    WITHIN,
    WITHOUT_SUBJECT,
    is_behind_that,
)
from ssrpolicy.drafting.cues.text.folding import one_line
from ssrpolicy.drafting.cues.text.lists import (
    Item,
    Lists,
    completed,
    goes_on,
    is_open,
    says_of_others,
)
from ssrpolicy.drafting.cues.text.reading import Utterance
from ssrpolicy.drafting.cues.text.telling import tells_the_house
from ssrpolicy.model import Commitment, LocalText, Proposal, Timeframe

_WILL: Final = re.compile(r"\b(?:zal|zullen|will|shall)\b", re.IGNORECASE)
_AND_WILL: Final = re.compile(r" (?:and|but) (will|shall)\Z", re.IGNORECASE)
_GOES_ON_WITH: Final = re.compile(r"(?:zal|zullen|then) ", re.IGNORECASE)


@frozen
class _Found:
    rule: Rule
    match: re.Match[str]
    term: Term | None


def commitments(source: Source, utterance: Utterance, lists: Lists) -> Iterator[Proposal]:
    """Yield what a sentence undertakes: one commitment, or one for each of two verbs.

    What an item of a list undertakes goes on with the words above the list: "We will:". These
    undertake nothing by themselves, unless nothing is found in their items.
    """
    if utterance.text.rstrip().endswith("?"):
        return
    item = lists.items.get(utterance.start)
    if item is not None and goes_on(source.language, item):
        yield from _listed(source, item)
        return
    if _opens_list(source, utterance, lists) and says_of_others(source.language, utterance):
        return
    if is_completed(source, utterance, lists):
        return
    found = _first(source, utterance.text)
    owners: tuple[str, ...] = ()
    for clause, own in _clauses(source, utterance, found):
        for number, (part, by) in enumerate(_parts(source, clause, own)):
            made = _proposal(source, part, by, owners, first=number == 0, whole=clause)
            sure = source.reading.at_most(made.confidence, utterance.start)
            made = attrs.evolve(made, confidence=sure)
            owners = ()
            if isinstance(made.entry, Commitment):
                owners = made.entry.owners
                if is_behind_that(source.text[utterance.start : part.start]):
                    whole = source.summary((utterance.start, utterance.end))
                    made = attrs.evolve(made, entry=attrs.evolve(made.entry, summary=whole))
            yield made


def is_completed(source: Source, utterance: Utterance, lists: Lists) -> bool:
    """Whether a sentence is open words above a list, and the items undertake something."""
    return _opens_list(source, utterance, lists) and any(
        any(commitments(source, each.own, lists)) for each in lists.below[utterance.start]
    )


def _opens_list(source: Source, utterance: Utterance, lists: Lists) -> bool:
    return utterance.start in lists.below and is_open(source.language, utterance.text)


def _clauses(
    source: Source, utterance: Utterance, found: _Found | None
) -> Iterator[tuple[Utterance, _Found]]:
    """Yield the sentence, or its clauses where each undertakes something by a rule of its own.

    One that undertakes nothing as a whole may do so in its second subordinate clause: "I tell you
    that this cannot be done | and that I send you".
    """
    joints = () if too_long(utterance.text) else CLAUSE[source.language].finditer(utterance.text)
    for joint in joints:
        if SECOND[source.language].match(utterance.text, joint.start()):
            continue  # its verb stands in the clause before it
        if found is None and not joint.group().endswith(" dat "):
            continue
        first = utterance.part(0, joint.start())
        rest = utterance.part(joint.end(), len(utterance.text))
        own = _first(source, first.text)
        if own is not None and GOES_ON.match(rest.text):
            if found is not None and _cue_end(found) > joint.end():
                continue  # "We follow this and will | support it": its words go on behind the joint
            own = None if WITHIN.search(first.text, own.match.end()) else own
        other = None
        if own is not None or _says_nothing(source, first.text):
            other = _first(source, rest.text)
        if other is not None:
            if own is not None:
                yield first, own
            yield from _clauses(source, rest, other)
            return
    if found is not None:
        yield utterance, found


def _cue_end(found: _Found) -> int:
    return found.match.end(group(found.match, "cue") or 0)


def _says_nothing(source: Source, clause: str) -> bool:
    """Whether a clause by itself undertakes nothing: "I tell you that this is not possible"."""
    return any(
        rule.kind == NOTHING and rule.alone and rule.match(clause) is not None
        for rule in rules("commitments", source.language)
    )


def _first(source: Source, sentence: str) -> _Found | None:
    term = source.term(sentence)
    for rule in rules("commitments", source.language):
        if rule.term and (term is None or term.is_vague):
            continue
        if rule.within == ("letters" if source.reading.sections else "answers"):
            continue
        match = rule.match(sentence)
        if match is None or (rule.term and not _is_of_verb(source, rule, match)):
            continue
        if rule.kind != NOTHING:
            return _Found(rule, match, term)
        # What comes on a day is undertaken, whatever else is said in the same sentence.
        if rule.alone or term is None or term.reading.date is None:
            return None
    return None


def _is_of_verb(source: Source, rule: Rule, match: re.Match[str]) -> bool:
    """Whether a term is said of what is undertaken, and not in a clause besides.

    "In the new act, which takes effect on 1 January, is laid down that".
    """
    if rule.kind == NOTHING:
        return True
    term = source.term(match.string, match.start(group(match, "cue") or 0), of_verb=True)
    return term is not None and not term.is_vague


def _parts(
    source: Source, utterance: Utterance, found: _Found
) -> Iterator[tuple[Utterance, _Found]]:
    """Yield the sentence, or its two parts where it has a second undertaking or term.

    What the second one says does not decide about the first: "we will join the plans | and look
    where time can be won".
    """
    # A joint within the cue joins those who undertake it: "my department and I will".
    joint = SECOND[source.language].search(utterance.text, _cue_end(found))
    joint = joint or source.second_term(utterance.text, found.match.start())
    if joint is None:
        yield utterance, found
        return
    part = utterance.part(0, joint.start())
    reaches_on = found.match.end() > joint.start()
    yield part, (_first(source, part.text) if reaches_on else None) or found
    yield utterance.part(joint.end(), len(utterance.text)), found


def _proposal(
    source: Source,
    part: Utterance,
    found: _Found,
    before: tuple[str, ...],
    *,
    first: bool,
    whole: Utterance,
) -> Proposal:
    """Return what a part undertakes; ``before`` are who acts in the clause before it."""
    rule = found.rule
    key = group(found.match, "cue") or 0
    start, end = whole.span(found.match, key) if first else (part.start, part.end)
    if not (part.start <= start and end <= part.end):
        start, end = part.start, part.end
    # Of what is undertaken besides, the verb says so: the words that undertake stand before it.
    verb = None if first else VERB_OF_SECOND[source.language].search(part.text)
    if verb is not None:
        start, end = part.line.span(*verb.span())
    # Of "I expect the results and will", what stands before "and" has a verb of its own.
    second = _AND_WILL.search(found.match.group(key))
    at = found.match.start(key) + (second.start(1) if second else 0) if first else 0
    term = source.term(part.text, at, of_verb=True)
    if term is not None and term.of_effect:
        term = None
    before_cue = whole.text[: found.match.start(key)]
    words = found.match.group(key)
    owners = source.owners(words, before_cue) or source.subject(part.text)
    said = words + part.text[found.match.end(key) if first else 0 :]
    if not owners and tells_the_house(said, source.language):
        owners = source.alone(words)
    if not owners and WITHOUT_SUBJECT.match(part.text):
        owners = before
    named = named_in(source, part.text, owners)
    firm, weaker = firmness(rule, part.text, source.language, at)
    entry = Commitment(
        id=id_from(part.text, "commitment", source.reading.notes),
        summary=_summary(source, part, found.match.span(key), whole, alone=verb is None),
        firmness=firm,
        course=course(rule, part.text, term),
        cue=one_line(source.text, start, end),
        owners=owners,
        places=named.places,
        partners=named.partners,
        sectors=named.sectors,
        quantities=quantities_in(part.text, source.language),
        timeframe=None if term is None else _timeframe(source, part, term),
        quotes=(source.passage(part.start, part.end),),
    )
    moved = named.why(weakened(why(rule, found.match.group(key)), weaker))
    sure = confidence(rule, firm)
    return source.proposal(entry, rule.name, moved, sure, (part.start, part.end))


def _listed(source: Source, item: Item) -> Iterator[Proposal]:
    """Yield what an item of a list undertakes together with the words above the list."""
    found = None if says_of_others(source.language, item.lead) else _first(source, item.text)
    if found is None:
        return
    rule, end = found.rule, len(item.lead_words)
    start, stop = found.match.span(group(found.match, "cue") or 0)
    words = item.text[start : min(stop, end)]
    lead = item.place(0, end)
    # The item's own term, or the one that the words above say for all.
    where, term = item.own, source.term(item.own.text)
    if term is None:
        where, term = item.lead, source.term(item.lead.text)
    firm, weaker = firmness(rule, item.text, source.language, start)
    entry = Commitment(
        id=id_from(item.own.text, "commitment", source.reading.notes),
        summary=source.summary(*completed(source.language, item)),
        firmness=firm,
        course=course(rule, item.text, term),
        cue=one_line(source.text, *item.place(min(start, end - 1), min(stop, end))),
        owners=source.owners(words, item.text[:start]),
        quantities=quantities_in(item.own.text, source.language),
        timeframe=None if term is None else _timeframe(source, where, term),
        quotes=(source.passage(*lead), source.passage(item.own.start, item.own.end)),
    )
    places = [(item.own.start, item.own.end)]
    if source.text.count(source.text[slice(*lead)]) > 1:
        places.append(lead)  # the same words stand above another list
    yield source.proposal(
        entry, rule.name, weakened(why(rule, words), weaker), confidence(rule, firm), *places
    )


def _summary(
    source: Source, part: Utterance, cue: tuple[int, int], whole: Utterance, *, alone: bool
) -> LocalText:
    """Return the words of a part, which are ``alone``, or behind those that undertake them.

    "Ik zal met de havens overleggen | en uw Kamer informeren": "Ik zal uw Kamer informeren".
    """
    if alone:
        return source.summary((part.start, part.end))
    if _WILL.search(whole.text, *cue) is None:
        return source.summary((whole.start, whole.end))
    lead = whole.line.span(0, cue[1])
    goes_on = _GOES_ON_WITH.match(part.text)
    rest = part.line.span(goes_on.end() if goes_on else 0, len(part.text))
    return source.summary(lead, rest)


def _timeframe(source: Source, part: Utterance, term: Term) -> Timeframe:
    start, end = part.line.span(term.start, term.end)
    return attrs.evolve(term.timeframe, phrase=one_line(source.text, start, end))
