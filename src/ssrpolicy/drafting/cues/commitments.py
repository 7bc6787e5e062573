"""Commitments proposed from sentences: what is undertaken, how firmly, by whom, until when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

import attrs
from attrs import frozen

from ssrpolicy.drafting.cues.entries import Source, group, id_from, why
from ssrpolicy.drafting.cues.names import named_in
from ssrpolicy.drafting.cues.quantities import quantities_in
from ssrpolicy.drafting.cues.rules import NOTHING, Rule, rules, too_long
from ssrpolicy.drafting.cues.terms import Term
from ssrpolicy.drafting.cues.text.folding import Folded, one_line
from ssrpolicy.drafting.cues.text.reading import Utterance
from ssrpolicy.model import Commitment, Course, Firmness, Proposal, Timeframe

#: What makes an undertaking weaker than its verb, by language.
_WEAKER: Final = {
    "nl": {
        Firmness.CONDITIONAL: (
            r"indien|mits|tenzij|op voorwaarde dat|als (?:dat|dit|de|het|er|blijkt|daar)"
            r"|wanneer (?:dat|dit|de|het|er|blijkt|nodig|sprake)"
            r"|afhankelijk van|in (?:dat )?geval van"
            r"|in dat geval|onder voorbehoud|zo nodig|mocht(?:en)?"
            r"|(?:pas|alleen) (?:als|wanneer|indien)"
            r"|afhangt van|afhankelijk is|(?<![\w,; ])(?-i:[A-Z])\w+(?:t|en) [^.;?]{3,140}, dan"
        ),
        Firmness.ASPIRATIONAL: (
            r"waar (?:mogelijk|nodig|(?:het|dat) kan)|zo ?veel mogelijk|naar verwachting"
            r"|de verwachting|bij voorkeur"
            r"|probe(?:er|ren)|trachten|tracht|hopelijk|ho(?:op|pen)|zo goed mogelijk|streven"
            r"|ernaar|ambitie|gestreefd|streven|stree?ft?|beoogd?|zo mogelijk"
            r"|in (?:principe|beginsel)|volgens (?:de )?(?:\w+ )?planning|streefdatum"
            r"|(?:mijn|onze?|zijn|haar) (?:uiterste )?best"
            r"|(?:ik|wij|we|kabinet) (?:verwacht|denkt?)(?:en)?"
            r"|(?:verwacht|denk)(?:en|t)? (?:ik|wij|we|het kabinet)"
        ),
        Firmness.EXPLORATORY: (
            r"onderzoek(?:en| ik|t)|verken(?:nen|d|t)|bezien|bezie|nagaan|bekijken|overwegen"
            r"|overweeg|nadenken|denk(?:t|en)? (?:\w+ ){0,4}na\b|in kaart (?:te )?brengen"
            r"|in kaart gebracht"
            r"|kijken (?:of|waar|hoe|naar|welke)|mogelijk kansrijke|gekeken"
            r"|(?:bepa(?:al|alt|len)|beslui(?:t|ten)|beslis(?:t|sen)?|besloten) (?:\w+ ){0,3}?of"
            r"|onderzocht|verkend|overwogen|nagegaan|doorgerekend|doorrekenen|ge\u00efnventariseerd"
        ),
    },
    "en": {
        Firmness.CONDITIONAL: (
            r"if|provided that|unless|subject to|as long as|in the event|where necessary"
            r"|in that case|(?<![\w ])should|depend(?:s|ent|ing)? on"
        ),
        Firmness.ASPIRATIONAL: (
            r"hope|aim|seek|endeavour|strive|try|expect|intend|wherever possible|where possible"
            r"|as far as possible|(?:our|my|its|their) (?:utmost|best)|(?:is|are) expected to"
        ),
        Firmness.EXPLORATORY: (
            r"consider(?:ed|ing)?|explor(?:e|ed|ing)|examin(?:e|ed|ing)|look(?:ed|ing)? (?:into|at)"
            r"|assess(?:ed|ing)?|investigat(?:e|ed|ing)|review whether|discuss(?:ed|ing)?"
        ),
    },
}


@cache
def _weaker(language: str) -> tuple[tuple[Firmness, re.Pattern[str]], ...]:
    return tuple(
        (firmness, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
        for firmness, words in _WEAKER[language].items()
    )


_RECURRING: Final = re.compile(
    r"\b(?:(?:elke?|iedere?) (?:\w+ )?(?:\w*(?:rapportage|brief|overleg|agenda)|kwartaal"
    r"|halfjaar|maand(?:en)?)|"
    r"jaarlijks\w*|periodiek\w*|regelmatig\w*|maandelijks\w*|halfjaarlijks\w*|per kwartaal|"
    r"elk jaar|ieder jaar|voortgangsrapportages|annual(?:ly)?|regular(?:ly)?|each year|every year|"
    r"periodic(?:ally)?|quarterly)\b",
    re.IGNORECASE,
)
_ONCE: Final = re.compile(
    r"\b(?:informeren|besluit|nemen|afronden|indienen|sturen|zenden|aanbieden|bieden|dienen|ronden|publiceren|"
    r"onderzoeken|"
    r"inform|publish|decide|complete)\b",
    re.IGNORECASE,
)
_CONTINUOUS: Final = re.compile(
    r"\b(?:blij(?:f|ft|ven)|continu\w*|doorlopend|voortdurend|steeds|"
    r"volg(?:t|en)? (?:ik|wij|we|het kabinet|de regering|nederland)|"
    r"(?:ik|wij|we|kabinet|regering|nederland) volg(?:t|en)?|monitor\w*|"
    r"bewak\w*|bewaak\w*|waarborg\w*|blijven inzetten|inzetten voor|zet .{0,40} in|automatisch|"
    r"structureel|voortzet\w*|handhaven|"
    r"op de hoogte (?:ge)?houden|in contact|agenda voor|zorg(?:en)? (?:er)?voor|"
    r"randvoorwaarden|continue|keep|maintain|monitor|remain|ongoing)\b",
    re.IGNORECASE,
)
#: Where a second undertaking of the same sentence begins.
_SECOND: Final = {
    "nl": re.compile(
        r",? en (?=(?:(?:zal |zullen )?(?:uw Kamer|de Kamer|u|hierover|daarover|vervolgens)\b"
        r"[^.;]*\b(?:informeren|berichten|inlichten|terugkoppelen|geïnformeerd)\b"
        r"|(?:kijken|bezien|onderzoeken|verkennen|nagaan)\b))",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r",? and (?=(?:(?:I |we )?(?:will|shall) "
        r"|(?:then )?(?:inform|write to|update|report to)\b))",
        re.IGNORECASE,
    ),
}
#: Where a second thing by a second term begins: "in mei het plan en in juni de evaluatie".
_THEN: Final = re.compile(
    r",? (?:en|and) (?=(?:in|eind|begin|medio|uiterlijk|voor|per|rond|vanaf|by|before|from) )"
)
#: Where another clause begins that may undertake something of its own.
_CLAUSE: Final = {
    "nl": re.compile(
        r"; (?=\w)|(?:,? en|, waarna|, maar) (?=(?:zal|zullen|wordt|worden|is|zijn|gaat|gaan"
        r"|komt|komen"
        r"|blijf(?:t|en)?|bericht(?:en)?|informe(?:er|ert|ren)|stu(?:ur|urt|ren)|zend(?:t|en)?"
        r"|breng(?:t|en)?|leg(?:t|gen)?|bied(?:t|en)?|rapporte(?:er|ert|ren)|stel(?:t|len)?"
        r"|evalue(?:er|ert|ren)|ik|wij|we|het kabinet|de regering|daar\w+|hier\w+|vervolgens"
        r"|uw Kamer|de Kamer|(?:dit|deze|die|dat|een|de|het)"
        # A clause has its verb near: "het plan en de nota naar de Kamer sturen" is none.
        r"(?=(?: [^ ,.;]+){0,6} (?:word(?:t|en)|zal|zullen|is|zijn|kom(?:t|en)|ga(?:at|an)"
        r"|start(?:en)?|volg(?:t|en)|ontvang(?:t|en)|krijg(?:t|en)|verschijn(?:t|en))\b))\b)",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"; (?=\w)|(?:,? and|, but) (?=(?:is|are|will|shall|it|its|I|we|the|this|these|that)\b)"
        r"|, (?=which (?:will|shall)\b)",
        re.IGNORECASE,
    ),
}
_WITHOUT_SUBJECT: Final = re.compile(
    r"(?:bericht|inform|stu|zend|breng|leg|bied|rapporte|stel|evalue|blij|zal\b|zullen\b|will\b"
    r"|shall\b)",
    re.IGNORECASE,
)


@frozen
class _Found:
    rule: Rule
    match: re.Match[str]
    term: Term | None


def commitments(source: Source, utterance: Utterance) -> Iterator[Proposal]:
    """Yield what a sentence undertakes: one commitment, or one for each of two verbs."""
    if utterance.text.rstrip().endswith("?"):
        return
    found = _first(source, utterance.text)
    if found is None:
        return
    owners: tuple[str, ...] = ()
    for clause, own in _clauses(source, utterance, found):
        for number, part in enumerate(_parts(source, clause, own)):
            made = _proposal(source, part, own, owners, first=number == 0, whole=clause)
            owners = made.entry.owners if isinstance(made.entry, Commitment) else ()
            yield made


def _clauses(
    source: Source, utterance: Utterance, found: _Found
) -> Iterator[tuple[Utterance, _Found]]:
    """Yield the sentence, or its clauses where each undertakes something by a rule of its own."""
    joints = () if too_long(utterance.text) else _CLAUSE[source.language].finditer(utterance.text)
    for joint in joints:
        if _SECOND[source.language].match(utterance.text, joint.start()):
            continue  # its verb stands in the clause before it
        first = _cut(utterance, 0, joint.start())
        rest = _cut(utterance, joint.end(), len(utterance.text))
        own = _first(source, first.text)
        other = None if own is None else _first(source, rest.text)
        if own is not None and other is not None:
            yield first, own
            yield from _clauses(source, rest, other)
            return
    yield utterance, found


def _cut(utterance: Utterance, start: int, end: int) -> Utterance:
    """Return a stretch of a sentence as a sentence."""
    line = utterance.line
    cut = Folded(line.text[start:end], line.places[start:end])
    first, last = line.span(start, end)
    return attrs.evolve(utterance, start=first, end=last, line=cut)


def _first(source: Source, sentence: str) -> _Found | None:
    term = source.term(sentence)
    for rule in rules("commitments", source.language):
        if rule.term and (term is None or not term.announces):
            continue
        match = rule.match(sentence)
        if match is None:
            continue
        if rule.kind != NOTHING:
            return _Found(rule, match, term)
        # What comes on a day is undertaken, whatever else is said in the same sentence.
        if rule.alone or term is None or term.reading.date is None:
            return None
    return None


def _parts(source: Source, utterance: Utterance, found: _Found) -> Iterator[Utterance]:
    """Yield the sentence, or its two parts where it has a second undertaking or term."""
    joint = _SECOND[source.language].search(utterance.text, found.match.start())
    joint = joint or _second_term(source, utterance.text, found.match.start())
    if joint is None:
        yield utterance
        return
    yield _cut(utterance, 0, joint.start())
    yield _cut(utterance, joint.end(), len(utterance.text))


def _second_term(source: Source, text: str, start: int) -> re.Match[str] | None:
    """Return where a second thing begins that is done by a term of its own; None without.

    Between two terms stands what is done by the first: "in mei en in juni" is said of one thing.
    """
    for joint in _THEN.finditer(text, start):
        said = text[: joint.start()]
        first, second = source.term(said), source.term(text[joint.end() :])
        if not (first and second and first.reading.named and second.reading.named):
            continue
        if not second.start and said[first.end :].strip(" ,"):
            return joint
    return None


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
    cue = one_line(source.text, start, end)
    within = part.start <= start and end <= part.end
    at = found.match.start(key) if first else 0
    term = source.term(part.text, at)
    before_cue = whole.text[: found.match.start(key)]
    owners = source.owners(found.match.group(key), before_cue) or source.subject(part.text)
    if not owners and _WITHOUT_SUBJECT.match(part.text):
        owners = before
    named = named_in(source, part.text, owners)
    entry = Commitment(
        id=id_from(part.text, "commitment"),
        summary=source.summary(part.start, part.end),
        firmness=_firmness(rule, part.text, source.language),
        course=_course(rule, part.text, term),
        cue=cue if within else one_line(source.text, part.start, part.end),
        owners=owners,
        places=named.places,
        partners=named.partners,
        sectors=named.sectors,
        quantities=quantities_in(part.text, source.language),
        timeframe=None if term is None else _timeframe(source, part, term),
        quotes=(source.passage(part.start, part.end),),
    )
    moved = named.why(why(rule, found.match.group(key)))
    return source.proposal(entry, rule.name, moved, rule.confidence, (part.start, part.end))


def _timeframe(source: Source, part: Utterance, term: Term) -> Timeframe:
    start, end = part.line.span(term.start, term.end)
    return attrs.evolve(term.timeframe, phrase=one_line(source.text, start, end))


def _firmness(rule: Rule, sentence: str, language: str) -> Firmness:
    """Return the weakest reading: that of the rule's verb, or of a word that makes it weaker."""
    order = list(Firmness)
    found = [Firmness(rule.values["firmness"])]
    found += [firmness for firmness, form in _weaker(language) if form.search(sentence)]
    return max(found, key=order.index)


def _course(rule: Rule, sentence: str, term: Term | None) -> Course:
    if (term is not None and term.reading.recurring) or _RECURRING.search(sentence):
        return Course.RECURRING
    if _CONTINUOUS.search(sentence):
        return Course.CONTINUOUS
    if _ONCE.search(sentence):
        return Course.ONCE
    course = Course(rule.values["course"])
    # What goes on has no day on which it is done.
    ends = term is not None and term.reading.date is not None and term.reading.start is None
    return Course.ONCE if ends and course is Course.CONTINUOUS else course
