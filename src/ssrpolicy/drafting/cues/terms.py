"""The phrase in a sentence that says when, read by the grammar of terms."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Final

import attrs
from attrs import frozen

from ssrpolicy.drafting.cues.text.purposes import conditions_in, purposes_in
from ssrpolicy.evidence.terms import (
    Says,
    TermReading,
    comes_first,
    ends_soon,
    phrases_in,
    read_term,
)
from ssrpolicy.model import Timeframe

_PAST: Final = re.compile(
    r"\b(?:van|sinds|of|from|since|dated|d\.d\.|uit|over|tot)(?: (?:de|het|the))?\s*$",
    re.IGNORECASE,
)
_OF_A_PAPER: Final = re.compile(
    r"(?:brief|brieven|motie|debat|overleg|rapport|verzoek|nota|vragen|letter|report|debate|wet"
    r"|akkoord|strategie\w*)"
    r"(?: \w+){0,2} (?:van|uit|of|dated)\s*$",
    re.IGNORECASE,
)
#: "The issues raised with us | on 3 March", "as announced | in May": what was done then is over.
_PARTICIPLE: Final = (
    r"(?:\w*[^e\W]ed|agreed|made|given|sent|taken|written|held|met|begun|drawn|laid|seen|told|said"
    r"|brought|found|shown|took place)\b(?: (?:out|up|down|forward|together))?"
)
_DONE: Final = re.compile(
    rf"\b{_PARTICIPLE}(?: (?:to|by|with|from|at|in|for) (?:(?:the|my|our|your|their) )?\w+)?,? *\Z"
)
#: What is to be done is said with the same words after these, or after others that were.
_TO_BE_DONE: Final = re.compile(
    r"\b(?:be|being|is|are|gets?|due|expected|planned|scheduled|(?:have|get) (?:it|this|them))"
    rf"(?:,? (?:not|\w+ly|also|now|then|still|and|or|{_PARTICIPLE})){{0,5}},? *\Z",
    re.IGNORECASE,
)
#: "The figures that you requested during your visit | on 3 March".
_DONE_BY_ONE: Final = re.compile(
    r"\b(?:that|which|as) (?:you|we|I|they|he|she|the \w+) (?:had )?"
    r"(?:\w*[^e\W]ed|sent|wrote|made|gave|took|met|held|said)\b"
    r"(?:(?!\b(?:will|shall|is|are|be|to)\b)[^,;.])*\Z",
    re.IGNORECASE,
)
_SAYS_WHEN_DONE: Final = re.compile(r"(?:on|in|at|during|last) (?!\D*\d{4})", re.IGNORECASE)
_NEXT_CLAUSE: Final = re.compile(r"[;)]|\b(?:en|maar|and|but)\b", re.IGNORECASE)
#: What stands before a second thing by a second term: "in mei het plan en | in juni de evaluatie".
_THEN: Final = re.compile(
    r",? (?:en|and) (?=(?:(?:daarna|vervolgens|then|thereafter) )?\Z)", re.IGNORECASE
)
#: The same of what is done again and again: "en | werk het jaarlijks bij".
_AGAIN: Final = re.compile(r",? (?:en|and) (?=(?:[^ ,.;]+ ){1,4}\Z)", re.IGNORECASE)
#: "Voor 2035 is drie miljoen beschikbaar": the year that money is for, and not one before which.
_FOR_A_YEAR: Final = re.compile(
    r"voor (?:(?:het jaar )?(?:19|20)\d\d(?: en (?:19|20)\d\d)?"
    r"|het (?:lopende|komende|volgende) jaar(?: en verder)?)",
    re.IGNORECASE,
)
#: What is made for a year, and not by then: "de ambities | voor 2035".
_MADE_FOR: Final = re.compile(
    r"\b(?:ambities?|doel(?:en|stelling(?:en)?)?|plan(?:nen)?|\w*begroting|raming(?:en)?|visie"
    r"|agenda|scenario's|opgaven?|programma|prognoses?|cijfers|verwachting(?:en)?) *\Z",
    re.IGNORECASE,
)
_MONEY: Final = re.compile(
    r"\u20ac|\beuro\b|\b(?:miljoen|miljard|begroting|budget|middelen|tarie\w+|premie)\b",
    re.IGNORECASE,
)
#: "Zoals toegezegd tijdens het debat": the debate is where it was said.
_SAYING = (
    r"(?:toegezegd|aangekondigd|gemeld|besproken|afgesproken|gevraagd|verzocht|aangegeven|gedaan"
    r"|gesteld|ingediend|geuit)"
)
_SAID: Final = re.compile(rf"\b{_SAYING}\s*$", re.IGNORECASE)
_SAID_AFTER: Final = re.compile(
    rf"\s*(?:(?:is|zijn|werd|werden|heb|heeft|hebben)\s+(?:[^ ,.;]+ ){{0,12}}?)?{_SAYING}\b",
    re.IGNORECASE,
)
_DEBATE: Final = re.compile(
    r"(?:tijdens|in|bij) .*(?:debat|overleg|behandeling|vergadering|gesprek|briefing|werkzaamheden"
    r"|\b(?:v?ao|wgo)\b)",
    re.IGNORECASE,
)
#: "Within six weeks | of that": it counts from what another sentence says.
_SINCE: Final = re.compile(
    r" (?:daarna|nadien|daarop|hierna|thereafter|after that)\b", re.IGNORECASE
)
#: "As soon as it is ready, | but no later than 1 October".
_AND_AT_LATEST: Final = re.compile(
    r",? (?:(?:maar|doch|en|but|and) )?(?:(?:in (?:elk|ieder) geval|in any case) )?"
    r"(?=(?:uiterlijk|v[o\u00f3][o\u00f3]r|no(?:t)? later than|at the latest|by|before)\b)",
    re.IGNORECASE,
)
_AS_SOON_AS: Final = re.compile(r"(?:zodra|as soon as|once|when)\b", re.IGNORECASE)
#: "Not in May, but in June".
_NOT_THEN: Final = re.compile(r"\b(?:niet *|not\b[^.;,]*)\Z", re.IGNORECASE)
_BUT: Final = re.compile(r",? (?:maar|but (?=(?:in|on|by|before|after)\b))", re.IGNORECASE)
_PASSED: Final = re.compile(r"\s*(?:jl|jongstleden|dit jaar is|last)\b", re.IGNORECASE)


#: What was promised on a day of its own: a term of it does not count from the day of the paper.
_PROMISED_THEN: Final = re.compile(
    r"\b(?:van|op|d\.d\.|of|on) \d{1,2}[ -](?:[^\W\d_]+|\d{1,2})[ -]\d{4}\b", re.IGNORECASE
)
_PROMISED: Final = re.compile(r"\b(?:toegezegd|zegden?|promised|undertook)\b", re.IGNORECASE)


@frozen(kw_only=True)
class Term:
    """A phrase that says when, where it stands in its sentence, and what the grammar reads.

    ``of_effect`` says that it is not when something is done, but when what it is for will be so.
    """

    phrase: str
    start: int
    end: int
    reading: TermReading
    to_come: bool
    of_effect: bool = False

    @property
    def is_vague(self) -> bool:
        """Whether it says no more than that it will be some day."""
        return self.reading.says is Says.SOME_DAY

    @property
    def recurs(self) -> bool:
        """Whether it says how often, and not by when."""
        return self.reading.says is Says.RECURRING

    @property
    def is_definite(self) -> bool:
        """Whether it says when, or how often, and not just soon or some day."""
        return bool(self.reading.named) or self.reading.says not in (Says.SOME_DAY, Says.NOTHING)

    @property
    def timeframe(self) -> Timeframe:
        """The term as an entry has it: a date only where the phrase gives one."""
        return Timeframe(phrase=self.phrase, date=self.reading.date)


def term_in(
    sentence: str,
    language: str,
    day: dt.date | None,
    cue: int = 0,
    others: Sequence[tuple[int, int]] = (),
) -> Term | None:
    """Return the term of a sentence that is to come; None where it has none.

    It is that of the words at ``cue``; of "as soon as it is ready, but no later than 1 October",
    it is the day. What begins in one of the ``others``, clauses next to that of the cue, is said
    of another verb.
    """
    found = _nearest(sentence, language, day, cue, others)
    if found is None or found.reading.date or not _AS_SOON_AS.match(found.phrase):
        return found
    joint = _AND_AT_LATEST.match(sentence, found.end)
    for start, end in phrases_in(sentence, language):
        if joint is not None and start == joint.end():
            latest = _term(start, end, sentence, language, day)
            return latest if latest and latest.to_come and latest.reading.date else found
    return found


def _nearest(
    sentence: str, language: str, day: dt.date | None, cue: int, others: Sequence[tuple[int, int]]
) -> Term | None:
    """Return the phrase of a sentence that says when, nearest to a verb; None where it has none.

    ``cue`` is where the words stand whose term is wanted: the first after them is meant, or else
    the last before them in the same clause; but what is done soon, or some day, has as its term
    the day by which it is done in any case. What a condition says when is not the term, and what
    a clause of purpose says counts only if the sentence has no other term; it is ``of_effect``.
    What begins in one of the ``others``, clauses next to that of the cue, is said of another verb.
    """
    before = effect = soon = None
    effects = list(purposes_in(sentence, language, cue))
    holds = list(conditions_in(sentence, language))
    for start, end in phrases_in(sentence, language):
        found = _term(start, end, sentence, language, day)
        if found is None or not found.to_come:
            continue
        if any(since < start < until for since, until in (*holds, *others)):
            continue
        if any(since < start < until for since, until in effects):
            effect = effect or attrs.evolve(found, of_effect=True)
            continue
        latest = found.is_definite and ends_soon(sentence, start, end)
        nearer = before is not None and "," in sentence[cue : found.start]
        if latest and (soon or (before and not before.is_definite)):
            return found
        if soon is None and found.start >= cue:
            # "Voor de zomer wordt het plan aangeboden, met een raming tot 2035": the nearer one.
            if found.is_definite or nearer:
                return before if nearer else found
            soon = before if before is not None and before.is_definite else found
        elif found.start < cue and not _NEXT_CLAUSE.search(sentence[found.end : cue]):
            before = found
    return soon or before or effect


def second_term(
    sentence: str, language: str, day: dt.date | None, start: int
) -> re.Match[str] | None:
    """Return the "en" after which a second thing is done by a term of its own; None without.

    Between two terms stands what is done by the first: "in mei en in juni" is said of one thing.
    """
    for begin, _ in phrases_in(sentence, language):
        then = _THEN.search(sentence, start, begin)
        joint = then or _AGAIN.search(sentence, start, begin)
        if joint is None:
            continue
        said = sentence[: joint.start()]
        first = term_in(said, language, day)
        second = term_in(sentence[joint.end() :], language, day)
        if first is None or second is None or not (first.is_definite and second.is_definite):
            continue
        if said[first.end :].strip(" ,") if then else second.recurs and not first.recurs:
            return joint
    return None


def _term(start: int, end: int, sentence: str, language: str, day: dt.date | None) -> Term | None:
    since = _SINCE.match(sentence, end)
    end = end if since is None else since.end()
    phrase, before = sentence[start:end], sentence[:start]
    if _PASSED.match(sentence, end) or _OF_A_PAPER.search(before):
        return None
    if _NOT_THEN.search(before) and _BUT.match(sentence, end):
        return None
    if language == "en" and _is_over(phrase, before):
        return None
    if _FOR_A_YEAR.fullmatch(phrase) and (_MONEY.search(sentence) or _MADE_FOR.search(before)):
        return None
    if _DEBATE.match(phrase) and (_SAID.search(before) or _SAID_AFTER.match(sentence, end)):
        return None
    reading = read_term(phrase, language=language, paper_date=day)
    if since is not None:
        reading = attrs.evolve(reading, date=None, counted_from=None)
    if reading.counts and _PROMISED_THEN.search(before) and _PROMISED.search(before):
        reading = attrs.evolve(reading, date=None, counted_from=None)
    around = f"{before} | {sentence[end:]}"
    if reading.counted_from is not None and comes_first(around, language):
        reading = attrs.evolve(reading, date=None, counted_from=None)
    return Term(
        phrase=phrase,
        start=start,
        end=end,
        reading=reading,
        to_come=_is_to_come(reading, day) and not _PAST.search(before),
    )


def _is_over(phrase: str, before: str) -> bool:
    """Whether a day without a year is that of what was done: "passed to us on 15 February"."""
    if not _SAYS_WHEN_DONE.match(phrase):
        return False
    if _DONE_BY_ONE.search(before):
        return True
    done = _DONE.search(before)
    return done is not None and not _TO_BE_DONE.search(before, 0, done.start())


def _is_to_come(reading: TermReading, day: dt.date | None) -> bool:
    """Whether what a phrase names is not over on a day; a phrase without days is to come."""
    if reading.start is not None:
        return day is None or reading.start >= day
    if day is not None and reading.counts and reading.date and reading.date.last_day:
        return reading.date.last_day >= day
    if day is None or not reading.named:
        return True
    return any(last >= day for _, last in reading.named)
