"""Dispositions proposed from letters: what a sentence says of the requests before it.

What no rule finds is looked for where it stands: after the request.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import islice, takewhile
from typing import Final

from attrs import frozen

from ssrpolicy.drafting.cues.answers import SaidInAnswer, answer_by_rules
from ssrpolicy.drafting.cues.carried import BEHIND
from ssrpolicy.drafting.cues.entries import Source, in_both, quoted, why
from ssrpolicy.drafting.cues.papers import Papers
from ssrpolicy.drafting.cues.restated import CLOSING, INTRODUCING, REFUSING, speaks_of
from ssrpolicy.drafting.cues.rules import Rule, rules
from ssrpolicy.drafting.cues.text.asking import BY_PEOPLE, answered_besides, is_of_writer
from ssrpolicy.drafting.cues.text.behind import behind
from ssrpolicy.drafting.cues.text.folding import one_line
from ssrpolicy.drafting.cues.text.reading import Utterance
from ssrpolicy.messages import marked
from ssrpolicy.model import Answer, Confidence, Disposition, DocumentKind, Proposal, Request

_SEVERAL: Final = re.compile(
    r"\b(?:beide|deze|de genoemde|bovenstaande|alle|both|these|all) (?:\w+ )?"
    r"(?:moties|verzoeken|motions|requests)\b",
    re.IGNORECASE,
)
#: All that was asked: "de verzoeken van uw Kamer".
_ALL: Final = re.compile(
    r"\b(?:aan|op) (?:al )?(?:uw|(?:al )?de) verzoeken\b"
    r"|\b(?:all )?(?:your|the) requests (?:of|by|from) (?:your|the) (?:house|committee)\b"
    r"|\ball (?:of )?your requests\b",
    re.IGNORECASE,
)
_NEAR: Final = 3_000
#: A sentence that says of what it speaks may stand further from the request.
_OF_WHAT: Final = re.compile(
    r"\bmoties?\b|verzoek|toezegging|\bwens|aanbeveling|\badvies|motions?\b|request|undertaking"
    r"|recommendation|\b(?:in te gaan op|te reageren op)\b",
    re.IGNORECASE,
)
#: The heading of one matter among many: "Motie-Jansen", "Toezegging over de havens".
_ITEM: Final = re.compile(
    r"\b[Tt]oezegging\b|\b[Mm]otie(?:-\w|\s+(?:van (?:het lid|de leden)\b|[A-Z]))"
    r"|\b[Mm]otion (?:by|of)\b|\b(?:[Aa]anbeveling|[Rr]ecommendation) (?:n[or]\. )?\d"
)
#: Recommendations that a sentence names by their numbers.
_NUMBERS: Final = re.compile(
    r"\b(?:recommendations?|aanbeveling(?:en)?)(?: n(?:os?|rs?)\.)? "
    r"(?P<numbers>(?:\d{1,3}[a-z]?|[IVX]{1,5})\b(?:(?:, | and | en | & )\d{1,3}[a-z]?\b)*)",
    re.IGNORECASE,
)
#: Within a sentence that asks, where what meets it begins: "the Committee asks this: we decline".
_JOINT: Final = re.compile(r"[:;] |, (?=(?:which|wat|hetgeen|maar|but)\b)", re.IGNORECASE)
_UNDERTAKING: Final = re.compile(r"toezegging|toegezegd|\bundertaking", re.IGNORECASE)
_MOTION: Final = re.compile(r"\bmoties?\b|\bmotions?\b", re.IGNORECASE)
_PARAGRAPHS: Final = 2


@frozen(eq=False)
class Asked:
    """A request with the sentence that says it, and how sentences were said to meet it."""

    request: Request
    utterance: Utterance
    named_only: bool
    number: str | None = None
    in_list: bool = False


def dispositions(
    source: Source,
    utterance: Utterance,
    asked: Sequence[Asked],
    papers: Papers,
    *,
    before: Utterance | None,
    declined: Mapping[str, bool],
    met: Mapping[str, Sequence[tuple[str, int]]],
) -> Iterator[Proposal]:
    """Yield how a sentence says that requests are met: the nearest one, or several of them.

    ``asked`` are the requests in reading order. A motion that the sentence names by its number is
    meant, whatever stands nearer, and so is a recommendation that it names by its own. ``before``
    is the sentence right before: what declines something names it, or stands right after it.
    ``declined`` says of the requests that were met before whether they were declined: nothing says
    the contrary after that, and in a later paragraph nothing that does not name them. What a
    letter said to answer (``met``, by rule and place) is refused only by what speaks of it.
    """
    far = _OF_WHAT.search(utterance.text) is not None
    last = takewhile(lambda each: utterance.start - each.utterance.start < _NEAR, reversed(asked))
    near = [
        each
        for each in last
        if (far or utterance.paragraph - each.utterance.paragraph <= _PARAGRAPHS)
        and not _of_another_item(utterance, each.utterance)
        and not _of_an_undertaking(utterance, each.utterance)
    ][::-1]
    numbered = _by_number(utterance.text, asked)
    near = numbered or near
    if not near or utterance.text.rstrip().endswith("?"):
        return
    for rule in rules("dispositions", source.language):
        match = _by_writer(source, rule, utterance.text)
        if match is None:
            continue
        meant = papers.meant(utterance)
        if meant is not None:
            named = [each for each in near if each.request.document in meant]
            near = named or [each for each in near if each.utterance is utterance]
        here = 0 if meant is None else sum(each.utterance is utterance for each in near)
        count = len(numbered) or max(here, _how_many(utterance.text, near))
        start, end = _quoted(rule, utterance, match, near)
        for each in near[-count:]:
            answer = _answer(rule, utterance.text, is_declined=declined.get(each.request.id, False))
            declines = answer is Answer.DECLINED
            if declined.get(each.request.id, declines) is not declines:
                continue
            introduced = any(rule in INTRODUCING for rule, _at in met.get(each.request.id, ()))
            if (
                introduced
                and answer in REFUSING
                and not speaks_of(utterance.text, each.request.quotes[0].quote)
            ):
                continue
            gives_nothing = declines or answer is Answer.UNANSWERED
            refused = declined.get(each.request.id, False)
            if gives_nothing and not (far or refused) and each.utterance not in (before, utterance):
                continue
            if not far and each.request.id in declined and _below(utterance, each.utterance):
                continue
            entry = Disposition(
                request=each.request.id,
                document=source.document.id,
                answer=answer,
                quotes=(source.passage(start, end),),
            )
            moved = why(rule, match.group())
            yield source.proposal(entry, rule.name, moved, rule.confidence, (start, end))
        return


def _answer(rule: Rule, text: str, *, is_declined: bool) -> Answer:
    """Return how a rule says that a request is met; a declined motion is closed by that."""
    closes = rule.name in CLOSING and _UNDERTAKING.search(text) is None
    return Answer.DECLINED if is_declined and closes else Answer(rule.values["answer"])


def _quoted(
    rule: Rule, utterance: Utterance, match: re.Match[str], near: Sequence[Asked]
) -> tuple[int, int]:
    """Return the words that say how a request is met, apart from those that ask it before them."""
    start, end = quoted(utterance, match)
    asks = bool(near) and near[-1].utterance is utterance
    joints = [each.end() for each in _JOINT.finditer(utterance.text)] if asks else []
    for joint in reversed(joints):
        at = utterance.line.places[joint]
        if at < end and rule.match(utterance.text[joint:]) is not None:
            return max(start, at), end
    return start, end


def _by_writer(source: Source, rule: Rule, sentence: str) -> re.Match[str] | None:
    """Return where a rule's words stand in what the writer says, and not in what people ask.

    "The House asked how these motions will be carried out" says nothing of how they are.
    """
    match = rule.match(sentence)
    if match is None:
        return None
    asking = (
        each.match(sentence)
        for each in rules("requests", source.language)
        if each.name in BY_PEOPLE and each.alone
    )
    asks = next((each.start() for each in asking if each is not None), None)
    if asks is None or is_of_writer(sentence, *match.span()):
        return match
    said = answered_besides(sentence, asks)
    return None if said is None else rule.match(said)


def _how_many(text: str, near: Sequence[Asked]) -> int:
    """Return how many of the requests before it a sentence speaks of."""
    if _ALL.search(text):
        return len(near)
    return 2 if _SEVERAL.search(text) else 1


def _by_number(text: str, asked: Sequence[Asked]) -> list[Asked]:
    """Return the recommendations that a sentence names by their numbers."""
    found = _NUMBERS.search(text)
    numbers = set() if found is None else set(re.findall(r"\w+", found["numbers"].lower()))
    return [each for each in asked if each.number in numbers] if numbers else []


def _of_another_item(said: Utterance, asked: Utterance) -> bool:
    """Whether a sentence stands below a motion or an undertaking that came after a request."""
    item = said.heading is not None and _ITEM.search(said.heading) is not None
    return item and said.heading != asked.heading and not _SEVERAL.search(said.text)


def _below(said: Utterance, asked: Utterance) -> bool:
    """Whether a sentence stands in a later paragraph than a request."""
    return said.paragraph > asked.paragraph


def _of_an_undertaking(said: Utterance, asked: Utterance) -> bool:
    """Whether a sentence speaks of an undertaking alone, and what was asked is a motion."""
    before = f"{asked.heading or ''} {asked.text}"
    return _only(_UNDERTAKING, _MOTION, said.text) and _only(_MOTION, _UNDERTAKING, before)


def _only(one: re.Pattern[str], other: re.Pattern[str], text: str) -> bool:
    return one.search(text) is not None and other.search(text) is None


def following(
    source: Source,
    asked: Sequence[Asked],
    said: Sequence[Utterance],
    met: Mapping[str, Sequence[tuple[str, int]]],
    papers: Papers,
) -> Iterator[Proposal]:
    """Yield, for each request of which no rule found how it is met, the sentence after it.

    ``said`` are the sentences in reading order, ``met`` the rules that found something for a
    request, each with where. A sentence that closes one matter leaves room for one before it, and
    what several requests have behind them is shared out among them.
    """
    taken = {each.utterance.start for each in asked}
    closed = Counter(at for found in met.values() for _rule, at in found)
    taken |= set(closed)
    starts = [each.start for each in said]
    apart = source.document.kind is DocumentKind.QUESTION
    shared: dict[tuple[Utterance, ...], list[Asked]] = {}
    for each in asked:
        found = met.get(each.request.id, ())
        dealt_with = any(rule not in CLOSING or closed[at] > 1 for rule, at in found)
        if each.named_only or dealt_with or _in_brackets(each):
            continue
        until = min((at for _rule, at in found), default=len(source.text))
        after = takewhile(
            partial(_may_meet, each, until, papers),
            islice(said, bisect_right(starts, each.utterance.start), None),
        )
        near = tuple(behind(each.utterance, after, taken, apart=apart))
        if near:
            shared.setdefault(near, []).append(each)
    reason = in_both(marked("it stands after the request; the sentence is a guess"))
    for near, together in shared.items():
        answer = SaidInAnswer.by(source.language, near)
        meeting = answer.meeting([_words(each, together) for each in together])
        for each, best in zip(together, meeting, strict=True):
            utterance = near[best]
            entry = Disposition(
                request=each.request.id,
                document=source.document.id,
                answer=answer_by_rules(source, utterance),
                quotes=(source.passage(utterance.start, utterance.end),),
            )
            place = (utterance.start, utterance.end)
            yield source.proposal(entry, BEHIND, reason, Confidence.LOOK, place)


def _words(asked: Asked, together: Sequence[Asked]) -> str:
    """Return the sentence that asks, or of one that asks several things the words of this one."""
    quotes = asked.request.quotes
    if not quotes or sum(each.utterance is asked.utterance for each in together) == 1:
        return asked.utterance.text
    return one_line(quotes[0].quote, 0, len(quotes[0].quote))


def _in_brackets(asked: Asked) -> bool:
    """Whether a request is named in brackets: another paper is referred to, and not answered."""
    named = asked.request.quotes[0].quote if asked.request.quotes else ""
    before = asked.utterance.text.partition(one_line(named, 0, len(named)))[0]
    return before.count("(") > before.count(")")


def _may_meet(asked: Asked, until: int, papers: Papers, said: Utterance) -> bool:
    """Whether a sentence behind a request may be about it, before what meets it."""
    meant = papers.meant(said)
    return (
        said.start < until
        and not _of_an_undertaking(said, asked.utterance)
        and (meant is None or asked.request.document in meant)
    )
