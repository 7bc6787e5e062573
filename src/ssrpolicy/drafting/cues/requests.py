"""Requests proposed from letters and motions: what the House, a member or a motion asks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ssrpolicy.drafting.cues.entries import Source, id_from, in_both, quoted, why
from ssrpolicy.drafting.cues.papers import Papers
from ssrpolicy.drafting.cues.rules import Rule, group, rules
from ssrpolicy.drafting.cues.text.asking import (
    BY_PEOPLE,
    ENDS_MOTION,
    THE_HOUSE,
    asked_without_motion,
    asks_below,
    things_asked,
)
from ssrpolicy.drafting.cues.text.interrogatives import is_question
from ssrpolicy.drafting.cues.text.lists import Lists
from ssrpolicy.drafting.cues.text.reading import Utterance
from ssrpolicy.drafting.cues.text.requested import named_request
from ssrpolicy.drafting.cues.text.summed import summed
from ssrpolicy.messages import marked
from ssrpolicy.model import Confidence, DocumentKind, LocalText, Proposal, Request

#: Where the next thing that a motion asks begins: a new clause with its own "te" and verb.
_CLAUSE: Final = {
    "nl": re.compile(
        r",? (?:evenals|alsook) (?=over\b|het\b|de\b|dat\b|om\b)"
        r"|(?:,|;)? (?:en|alsmede) (?:tevens )?om (?=[^,;]{0,160}?\bte \w+en\b)"
        r"|(?:,|;)? (?:en|alsmede)(?: om)? (?=(?:(?:de|het|een|uw|haar|dit|deze|die|daar\w*|"
        r"hier\w*|op|in|bij|voor|met|over|te|zich|niet)\b)[^,;]{0,160}?\bte \w+en\b)",
        re.IGNORECASE,
    ),
    "en": re.compile(r"(?:,|;)? and (?:to |for |it to )(?=\w)", re.IGNORECASE),
}
_ASKS: Final = {
    "nl": re.compile(r"\bte \w+en\b", re.IGNORECASE),
    "en": re.compile(r"\w{3}", re.IGNORECASE),
}

#: The sentence says how a motion is met, and of the motion only its name.
_SAYS_NOTHING: Final = frozenset(("motie-genoemd",))

#: The sentence names a motion, and may name another after it.
_NAMES_MOTIONS: Final = frozenset(("motie-om", "motie-genoemd"))

#: The report is the same, and another of its recommendations is meant.
_ONE_OF_SEVERAL: Final = frozenset(("recommendation-that",))

#: Who asks stands in the heading: "Vragen van de leden van de VVD-fractie".
_WITHOUT_ITS_MEMBERS: Final = frozenset(("zij-vragen",))
_OF_MEMBERS: Final = re.compile(r"\b(?:leden|fracties?)\b", re.IGNORECASE)

_ASKED_HERE: Final = frozenset(("gestelde-vraag", "asked-question"))

#: The rule and the reason of a request that no words tell, by whether it is an interrogative.
_WITHOUT_WORDS: Final = {
    False: ("below-its-number", marked("it stands below the number of a recommendation")),
    True: ("interrogative", marked("a question, in a paper that answers questions")),
}

LISTED: Final = "listed"
"""The rule of a request that is an item of a list."""
_Said = tuple[str, str, LocalText]
_LISTED: Final = marked("an item of a list of what is asked of the government")

#: Those who are asked, right before what is asked of them: "verzoekt de regering | te".
_WHO_IS_ASKED: Final = re.compile(
    r"\b(?:verzoekt|verzoeken|roept|vraagt|spreekt|requests|calls on|asks|urges)\b"
    r"(?:(?! (?:om|dat|te|to|that)\b)[^.;:])*?(?=,? ?(?:om )?$)",
    re.IGNORECASE,
)
#: A sign after which a new sentence begins: "Aanbeveling 1: | Meet de havens".
_BEGINS_ANEW: Final = re.compile(r"(?:[:.)\u2024]|(?<= )[\u2013-]) ?$")


def requests(source: Source, papers: Papers, utterance: Utterance) -> Iterator[Proposal]:
    """Yield what a sentence says is asked, each thing by itself, with the paper if it is new."""
    papers.notice(utterance)
    is_motion = source.document.kind is DocumentKind.MOTION
    for rule in rules("requests", source.language):
        if is_motion and rule.name in _NAMES_MOTIONS:
            continue  # a motion asks for itself, and has its own name at its head
        if rule.name in _WITHOUT_ITS_MEMBERS and not _OF_MEMBERS.search(utterance.heading or ""):
            continue
        found = list(_matches(rule, utterance))
        for match, asking in found:
            alone = len(found) == 1
            yield from _found(
                source, papers, utterance, rule=rule, match=match, asking=asking, alone=alone
            )
        if found:
            return
    is_asked = is_interrogative(source, utterance)
    if is_asked or (source.is_numbered(utterance) and not says_how(source, utterance)):
        name, reason = _WITHOUT_WORDS[is_asked]
        place = utterance.start, utterance.end
        yield from _at(source, papers, utterance, place, (name, reason, source.summary(place)))


def listed(
    source: Source, papers: Papers, utterance: Utterance, lists: Lists
) -> Iterator[Proposal]:
    """Yield what an item of a list asks, where the words above the list ask it."""
    item = lists.items.get(utterance.start)
    if item is None or not asks_below(item.lead.text):
        return
    words = item.words.rstrip(" ;,.")
    house = THE_HOUSE.search(source.text) if source.document.kind is DocumentKind.MOTION else None
    by = "" if house is None else f"{house['who']} "
    if not ENDS_MOTION.match(words):
        place = item.own.line.span(item.at, item.at + len(words))
        asks = source.words(summed(f"{by}{item.lead_words} {words}", source.language, closed=True))
        yield from _at(source, papers, item.lead, place, (LISTED, _LISTED, asks))


def _at(
    source: Source, papers: Papers, by: Utterance, at: tuple[int, int], rule: _Said
) -> Iterator[Proposal]:
    """Yield the request at a place with a summary, and the paper that ``by`` names if it is new."""
    name, reason, summary = rule
    paper, proposed = source.document.id, None
    if source.document.kind is not DocumentKind.MOTION:
        paper, proposed = papers.asked_in(by, at)
    if proposed is not None:
        yield proposed
    id = papers.free_id(id_from(source.said(at), "request", source.reading.notes))
    entry = Request(id=id, document=paper, summary=summary, quotes=(source.passage(*at),))
    yield source.proposal(entry, name, in_both(reason), Confidence.LIKELY, at)


def is_interrogative(source: Source, utterance: Utterance) -> bool:
    """Whether a sentence is a question in a paper of questions: it meets and undertakes nothing."""
    return source.document.kind is DocumentKind.QUESTION and is_question(utterance.text)


def _matches(rule: Rule, utterance: Utterance) -> Iterator[tuple[re.Match[str], Utterance]]:
    """Yield where the words of a rule stand, each with the words that say in which paper.

    Of two motions that a sentence names, each is found by itself.
    """
    text, at = utterance.text, 0
    match = rule.match(text)
    while match is not None:
        key = group(match, "quote")
        ahead = None
        if key is not None and rule.name in _NAMES_MOTIONS:
            first, last = match.span(key)
            text = text[:first] + " " * (last - first) + text[last:]
            ahead = rule.match(text)
        end = len(utterance.text) if ahead is None else match.end(key or 0)
        asking = utterance if (at, end) == (0, len(utterance.text)) else utterance.part(at, end)
        yield match, asked_without_motion(asking) if rule.name in BY_PEOPLE else asking
        match, at = ahead, end


def _found(
    source: Source,
    papers: Papers,
    utterance: Utterance,
    *,
    rule: Rule,
    match: re.Match[str],
    asking: Utterance,
    alone: bool,
) -> Iterator[Proposal]:
    """Yield what a rule finds to be asked, ``alone`` in its sentence, with the paper if it is new.

    ``asking`` are the words that say in which paper.
    """
    start, end = _to_its_bracket(utterance, *quoted(utterance, match))
    own = source.document.kind is DocumentKind.MOTION
    to_government = (source.document.addressee or "").startswith(("minister", "staatssecretaris"))
    here = own or (rule.name in _ASKED_HERE and to_government)
    asked = start, end
    if rule.alone and not own:
        start, end = utterance.start, utterance.end
    elif own:
        start = utterance.span(match)[0]
    paper, proposed = (source.document.id, None) if here else papers.asked_in(asking, (start, end))
    several = rule.alone or rule.name in _ONE_OF_SEVERAL
    if not own and not papers.first_time(paper) and not several:
        return  # the same motion, named once more
    if proposed is not None:
        yield proposed
    if own:
        stretches = list(_clauses(source, utterance, start, end))
    elif rule.alone:
        stretches = [utterance.line.span(*each) for each in things_asked(utterance.text)]
        alone = alone and len(stretches) == 1
    else:
        stretches = [(start, end)]
    for first, last in stretches:
        words = source.text[max(first, asked[0]) : last]
        id = id_from(words, "request", source.reading.notes)
        entry = Request(
            id=papers.free_id(f"request-{id}" if id == paper else id),
            document=paper,
            summary=_asked_by_motion(source, utterance, (first, last), asked)
            if own
            else _summary(source, utterance, (first, last), asked, rule=rule, alone=alone),
            quotes=(source.passage(first, last),),
        )
        sure = source.reading.at_most(rule.confidence, utterance.start)
        yield source.proposal(entry, rule.name, why(rule, match.group()), sure, (first, last))


def _summary(
    source: Source,
    utterance: Utterance,
    quote: tuple[int, int],
    asked: tuple[int, int],
    *,
    rule: Rule,
    alone: bool,
) -> LocalText:
    """Return what is asked, without what the sentence around it answers; or else the sentence.

    What begins within a sentence is not one by itself, unless it names the request: its words would
    be in another's order.
    """
    sentence = source.said((utterance.start, utterance.end))
    named = named_request(sentence, source.language) if alone else None
    if named is not None:
        return source.words(summed(named, source.language))
    if rule.name in _SAYS_NOTHING or not alone:
        return source.summary(quote)
    before = utterance.line.text[: utterance.line.places.index(asked[0])]
    stands_alone = not before.strip() or _BEGINS_ANEW.search(before)
    return source.summary(asked if stands_alone else (utterance.start, utterance.end))


def _asked_by_motion(
    source: Source, utterance: Utterance, clause: tuple[int, int], asked: tuple[int, int]
) -> LocalText:
    """Return a clause of what a motion asks, led by who asks it of whom.

    One without a verb has all that is asked before it: "to inform the House of this, and of that".
    """
    start, end = max(clause[0], asked[0]), min(clause[1], asked[1])
    if source.language == "nl" and not _ASKS["nl"].search(source.said((start, end))):
        start = asked[0]
    words = source.said((start, end))
    lead = _WHO_IS_ASKED.search(utterance.line.text[: utterance.line.places.index(asked[0])])
    house = THE_HOUSE.search(source.text)
    if lead is None:
        return source.words(summed(words, source.language))
    asks = source.said(utterance.span(lead)).rstrip(" ,")
    by = "" if house is None else f"{house['who']} "
    return source.words(summed(f"{by}{asks} {words}", source.language, closed=True))


def _to_its_bracket(utterance: Utterance, start: int, end: int) -> tuple[int, int]:
    """Return a stretch up to the end of the brackets in which it begins."""
    first, last = utterance.line.places.index(start), utterance.line.places.index(end - 1) + 1
    depth = 0
    for at in range(first, last):
        depth += {"(": 1, ")": -1}.get(utterance.text[at], 0)
        if depth < 0 and at > first:
            return _trimmed(utterance.text, utterance.line.places, first, at)
    return start, end


def says_how(source: Source, utterance: Utterance) -> bool:
    """Whether a sentence says how something is met: the answer, and not what is asked."""
    return any(rule.match(utterance.text) for rule in rules("dispositions", source.language))


def asks_alone(source: Source, utterance: Utterance) -> bool:
    """Return whether a sentence says only what is asked, and undertakes nothing besides."""
    return source.is_numbered(utterance) or any(
        rule.alone and rule.match(utterance.text) is not None
        for rule in rules("requests", source.language)
    )


def _clauses(
    source: Source, utterance: Utterance, start: int, end: int
) -> Iterator[tuple[int, int]]:
    """Yield the stretches of what a motion asks, one for each thing."""
    line = utterance.line
    first = line.places.index(start)
    last = line.places.index(end - 1) + 1
    asks, clause = _ASKS[source.language], _CLAUSE[source.language]
    at = first
    for match in clause.finditer(line.text, first, last):
        if asks.search(line.text, first, match.start()):
            yield _trimmed(line.text, line.places, at, match.start())
            at = match.end()
    yield _trimmed(line.text, line.places, at, last)


def _trimmed(text: str, places: tuple[int, ...], start: int, end: int) -> tuple[int, int]:
    while end > start + 1 and text[end - 1] in " ,;:":
        end -= 1
    return places[start], places[end - 1] + 1
