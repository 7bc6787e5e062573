"""The drafter ``cues``: entries proposed by the words of sentences, in Dutch and English."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Final

from attrs import evolve, frozen

from ssrpolicy.drafting.cues.answers import answers
from ssrpolicy.drafting.cues.carried import with_carriers
from ssrpolicy.drafting.cues.commitments import commitments, is_completed
from ssrpolicy.drafting.cues.dispositions import Asked, dispositions, following
from ssrpolicy.drafting.cues.entries import Source
from ssrpolicy.drafting.cues.instruments import Instruments
from ssrpolicy.drafting.cues.others import left_over, set_aside, stated_before, statement
from ssrpolicy.drafting.cues.papers import Papers
from ssrpolicy.drafting.cues.requests import (
    LISTED,
    asks_alone,
    is_interrogative,
    listed,
    requests,
    says_how,
)
from ssrpolicy.drafting.cues.restated import INTRODUCING, NAMED_ONLY, Restated, answered_once
from ssrpolicy.drafting.cues.rules import ASIDE, small_words
from ssrpolicy.drafting.cues.text.asking import asks_below
from ssrpolicy.drafting.cues.text.lists import Lists
from ssrpolicy.drafting.cues.text.reading import (
    LONGEST_SENTENCE,
    MOST_SENTENCES,
    Reading,
    Utterance,
)
from ssrpolicy.errors import InputError
from ssrpolicy.evidence import Sentence, anchors, reads_as_other
from ssrpolicy.messages import _
from ssrpolicy.model import (
    Answer,
    Disposition,
    Document,
    DocumentKind,
    PolicyRecord,
    Proposal,
    Request,
    brief,
)
from ssrpolicy.reporting import option

_SHOWN: Final = 80
#: A paper of questions has answers too where it says so.
_ANSWERS: Final = re.compile(
    r"antwoord|\breactie\b|\banswer|\brepl(?:y|ies)\b|\bresponse", re.IGNORECASE
)
# What the sentence of an answer is proposed as that way already.
_SAYS_NO_MORE: Final = frozenset(("claim", ASIDE))
# A short text has fewer small words by chance; of the shortest those of other languages say it.
_FEWEST: Final = ((60, 0.2), (25, 0.12))


@frozen(kw_only=True)
class CuesOptions:
    """What the drafter proposes and what not."""

    claims: bool = option(
        default=True,
        help="Propose each sentence that only states something as a claim, which is often most of "
        "a letter.",
    )


class Cues:
    """Proposes entries by the words of each sentence, with rules that stand in files as data."""

    name = "cues"
    summary = "Rules over the words of each sentence, in Dutch and English."
    languages = ("nl", "en")
    api = 1

    options = CuesOptions

    def propose(
        self, record: PolicyRecord, document: Document, options: CuesOptions | None = None
    ) -> Iterator[Proposal]:
        """Yield what the sentences of a document say, by the rules."""
        asked = options or CuesOptions()
        text = anchors(record).source(document.id)
        if text is None:
            return
        source = Source(record, document, Reading(text, document.kind is DocumentKind.QUESTION))
        _check_language(source)
        for each in with_carriers(source.reading.utterances, self._propose(source)):
            if asked.claims or each.kind != "claim":
                yield each
        _check_sentences(source)

    def _propose(self, source: Source) -> Iterator[Proposal]:
        said = source.reading.utterances
        if source.reading.sections:
            before = [each for each in said if each.section is None]
            lists = Lists.of(before)
            undertaken = {each.start: list(commitments(source, each, lists)) for each in before}
            yield from (proposal for found in undertaken.values() for proposal in found)
            met = list(answers(source))
            yield from met
            yield from _sentences_of_answers(source, met)
            said = tuple(
                each
                for each in said
                if each.section or undertaken[each.start] or is_completed(source, each, lists)
            )
        else:
            restated = Restated()
            found = list(answered_once(restated.replaced(list(_sentences(source, restated)))))
            yield from found
            lists = Lists.of(said)
            opening = [each for each in said if _is_opening(source, each, lists)]
            said = (*_touched(said, found), *opening)
        yield from left_over(source, ((each.start, each.end) for each in said))


def _is_opening(source: Source, utterance: Utterance, lists: Lists) -> bool:
    """Whether a sentence is only the words above a list, whose items say what is proposed."""
    asks = utterance.start in lists.below and asks_below(utterance.text)
    return asks or is_completed(source, utterance, lists)


def _touched(said: Iterable[Utterance], found: Iterable[Proposal]) -> Iterator[Utterance]:
    """Yield the sentences on which a proposal rests; the others are left over."""
    grounds = sorted((place.start, place.end) for each in found for place in each.grounds)
    ends = list(accumulate((end for _start, end in grounds), max))
    for each in said:
        before = bisect_left(grounds, (each.end,))
        if before and ends[before - 1] > each.start:
            yield each


def _check_sentences(source: Source) -> None:
    """Raise InputError where sentences were not read: after very many, or longer than any."""
    if unread := [*_too_many(source), *_too_long(source)]:
        raise InputError(" ".join(unread))


def _too_many(source: Source) -> Iterator[str]:
    sentences = source.reading.source.sentences
    if len(sentences) > MOST_SENTENCES:
        yield _(
            "{document} has {number:,} sentences, of which the first {most:,} were read; "
            "`ssrpolicy add` records what the others say, from \u201c{words}\u201d.",
            document=source.document.id,
            number=len(sentences),
            most=MOST_SENTENCES,
            words=_beginning(source, sentences[MOST_SENTENCES]),
        )


def _too_long(source: Source) -> Iterator[str]:
    unread = source.reading.unread
    if unread:
        longest = max(unread, key=lambda each: each.end - each.start)
        yield _(
            "{document} has a sentence of {number:,} characters; nobody writes one of more "
            "than {longest:,}, and such a sentence was not read: \u201c{words}\u201d.",
            document=source.document.id,
            number=longest.end - longest.start,
            longest=LONGEST_SENTENCE,
            words=_beginning(source, longest),
        )


def _beginning(source: Source, sentence: Sentence) -> str:
    words = source.text[sentence.start : min(sentence.end, sentence.start + _SHOWN)]
    return brief(" ".join(words.split()), _SHOWN - 1)


def _check_language(source: Source) -> None:
    """Raise InputError for a text that is clearly not in the language that its document states."""
    # Names, of which a list in a short letter may have most of its words, are of no language.
    text = source.text
    for each in reversed(source.reading.unread):
        text = text[: each.start] + text[each.end :]
    words = [each for each in re.findall(r"[^\W\d_]+", text) if not each[0].isupper()]
    known = small_words(source.language)
    share = sum(word in known for word in words) / max(1, len(words))
    enough = min(number for number, _least in _FEWEST)
    if any(len(words) >= number and share < least for number, least in _FEWEST) or (
        len(words) < enough and reads_as_other(words, known)
    ):
        raise InputError(
            _(
                "{document} does not read as {language}. If it is in another language, record.toml "
                "should say so; no rule of this drafter is for that.",
                document=source.document.id,
                language={"nl": _("Dutch"), "en": _("English")}[source.language],
            )
        )


def _undertaken(source: Source, utterance: Utterance, lists: Lists) -> Iterator[Proposal]:
    """Yield what a sentence undertakes, and the position that it takes before that."""
    found = list(commitments(source, utterance, lists))
    # What has a commitment of its own is not a position besides.
    if len(found) == 1 and found[0].grounds[0].end == utterance.end:
        position = stated_before(source, utterance)
        yield from () if position is None else (position,)
    yield from found


def _sentences_of_answers(source: Source, met: Iterable[Proposal]) -> Iterator[Proposal]:
    """Yield what the sentences of answers say besides that they meet a question (``met``)."""
    instruments, lists = Instruments(source), Lists.of(source.reading.utterances)
    meeting = [
        (place.start, place.end)
        for each in met
        if isinstance(each.entry, Disposition)
        for place in each.grounds
    ]
    for utterance in source.reading.utterances:
        if utterance.section is None or not utterance.section.is_answer:
            continue
        aside = set_aside(source, utterance)
        found = [aside] if aside else list(_undertaken(source, utterance, lists))
        is_said = bool(found) or is_completed(source, utterance, lists)
        other = None if is_said else statement(source, utterance)
        yield from found
        meets = any(start <= utterance.start and utterance.end <= end for start, end in meeting)
        if other is not None and not (meets and other.kind in _SAYS_NO_MORE):
            yield other
        if aside is None:
            yield from instruments.named(utterance)


def _requests(source: Source, papers: Papers, utterance: Utterance, lists: Lists) -> list[Proposal]:
    """Return what a sentence asks; words above a list ask nothing but what its items say."""
    opens = _is_opening(source, utterance, lists)
    found = [] if opens else list(requests(source, papers, utterance))
    return found or list(listed(source, papers, utterance, lists))


def _asked(
    source: Source, before: list[Asked], utterance: Utterance, found: Sequence[Proposal]
) -> Iterator[Asked]:
    """Yield what was asked so far; the items of a list stand where the last of them stands."""
    here = any(each.rule == LISTED for each in found)
    for each in before:
        moves = here and each.in_list and utterance.paragraph - each.utterance.paragraph <= 1
        yield evolve(each, utterance=utterance) if moves else each
    number = source.number_of(utterance)
    for one in found:
        if isinstance(one.entry, Request):
            yield Asked(one.entry, utterance, one.rule in NAMED_ONLY, number, here)


def _sentences(source: Source, restated: Restated) -> Iterator[Proposal]:
    papers, instruments = Papers(source), Instruments(source)
    lists = Lists.of(source.reading.utterances)
    asked: list[Asked] = []
    said: list[Utterance] = []
    met: dict[str, list[tuple[str, int]]] = {}
    declined: dict[str, bool] = {}
    is_motion = source.document.kind is DocumentKind.MOTION
    for utterance in source.reading.utterances:
        found = _requests(source, papers, utterance, lists)
        in_list = any(each.rule == LISTED for each in found)
        meets = bool(asked) and says_how(source, utterance)
        aside = None if found or meets else set_aside(source, utterance, is_open=bool(asked))
        said.append(utterance)
        if aside is not None:
            yield aside
            continue
        asked = list(_asked(source, asked, utterance, found))
        restated.notice(found, met)
        if not is_motion and not in_list and not is_interrogative(source, utterance):
            before = said[-2] if len(said) > 1 else None
            for each in dispositions(
                source, utterance, asked, papers, before=before, declined=declined, met=met
            ):
                found.append(each)
                if isinstance(each.entry, Disposition):
                    declines = each.entry.answer is Answer.DECLINED
                    if each.rule not in INTRODUCING:
                        declined.setdefault(each.entry.request, declines)
                    met.setdefault(each.entry.request, []).append((each.rule, utterance.start))
            if not asks_alone(source, utterance):
                found += _undertaken(source, utterance, lists)
        is_said = bool(found) or _is_opening(source, utterance, lists)
        other = None if is_said else statement(source, utterance)
        yield from found
        if other is not None:
            yield other
        yield from instruments.named(utterance)
    only_asks = source.document.kind is DocumentKind.QUESTION and not _ANSWERS.search(source.text)
    if not is_motion and not only_asks:
        yield from following(source, asked, said, met, papers)
