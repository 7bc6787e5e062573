"""The phrases of a sentence that say when: where each begins and ends, by the grammar's words."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final, TypeAlias

from ssrpolicy.evidence.terms.amounts import COUNTED_FROM, counts_in
from ssrpolicy.evidence.terms.calendar import NO_MONTH
from ssrpolicy.evidence.terms.days import DAY_NAMES
from ssrpolicy.evidence.terms.edges import BEGINS, EDGE, LEADS, ONWARDS, leads_on, spans, until
from ssrpolicy.evidence.terms.events import EVENTS_IN, OCCASIONS_IN, counted_event
from ssrpolicy.evidence.terms.named import periods_in
from ssrpolicy.evidence.terms.occasions import OFTEN, SOME_DAY, SOON
from ssrpolicy.evidence.terms.periods import Origin, Period

_Span: TypeAlias = tuple[int, int]

# Where a stretch stands does not hang on the day from which its year is counted.
_ANY: Final = Origin(day=dt.date(2000, 1, 1))
# What leads on from a phrase: "na ontvangst aan | uw Kamer".
_LEFT_OVER: Final = re.compile(
    r"(?:(?<=[\w)])\s+(?:aan|van|met|over|voor|en|of|om|de|het|to|with|and|the)\b|[\s(-])*\Z"
)
_FARTHEST_LEAD: Final = 60
_LEAD: Final = {
    language: re.compile(rf"(?<![\w'-])(?:(?:{words})[\s-]+)+\Z")
    for language, words in LEADS.items()
}
_OCCASION_LEAD: Final = re.compile(
    r"\b(?:(?:(?:uiterlijk|gelijktijdig|tegelijk|gelijk|samen)\s+)?(?:met|bij)|ter\s+gelegenheid\s+van|in\s+(?:de\s+)?aanloop\s+naar"
    r"|alongside|in\s+the\s+run[-\s]up\s+to|with)\s+(?:(?:de|het|the)\s+)?\Z"
)
_ARTICLE: Final = re.compile(
    r"(?:van|de|het|the|of)\s+(?!komende|coming|next)|over\s+(?!the|this|next|coming)"
)
_WHICH: Final = re.compile(
    r"(?:(?:de|het|the)\s+)?(?:dit|deze|komende?|volgende?|aanstaande?|eerstvolgende|aankomende"
    r"|this|next|coming)\b"
)
_ENDING: Final = re.compile(
    r",?\s+(?:a\.s\.|aanstaande|of\s+later|op\s+zijn\s+(?:vroegst|laatst)|or\s+later"
    r"|at\s+the\s+(?:latest|earliest)|financial\s+year)(?!\w)"
    rf"|(?<=\bweek)\s+(?:(?:op|on)\s+)?(?:{DAY_NAMES})\b"
    rf"|{ONWARDS.pattern}"
)
# "Eind van het jaar" says when; "about the year" says what.
_THE_YEAR: Final = re.compile(r"(?:het|de|the)\s+\w+")
# What may stand between "na" and a day.
_TO_DAY: Final = re.compile(r"\s+(?:(?:de|het|the|einde?|end|of|van)\s+|\w+da[gy]\s+)*")
# What follows an event, up to its day and from there: "de oefening, | die gepland staat voor".
_HELD: Final = (
    r"(?:gepland|voorzien|geagendeerd|gehouden|vastgesteld|planned|scheduled|expected|due|set|held)"
)
_TAKES_PLACE: Final = r"(?:plaats\s?vind(?:t|en)|plaats\s+zal\s+vinden|zal\s+plaatsvinden|valt|is)"
_TO_ITS_DAY: Final = re.compile(
    rf"(?:\s*\(|,(?=\s+(?:die|dat|welke|which|that|to\s+be|{_HELD})\s))\s*(?:(?:die|dat|welke|which|that)\s+)?(?:(?:nu|thans|vooralsnog|now|currently)\s+)?"
    rf"(?:(?:to\s+be|is|are|staat|staan|zijn|wordt)\s+)?(?:{_HELD}\s+)?"
    r"(?:(?:is|zijn|staat|staan|wordt|takes?\s+place|will\s+(?:take\s+place|be\s+held))\s+)?"
    r"(?:voor|op|for|on)\s+(?:\w+da[gy]\s+)?"
)
_FROM_ITS_DAY: Final = re.compile(
    rf"(?:\s+(?:(?:is|zijn|staat|staan|wordt)\s+{_HELD}|{_HELD}\s+(?:is|zijn|staat|staan|wordt)"
    rf"|{_TAKES_PLACE})\b)?\)?"
)
# "In two years' time".
_TIME: Final = re.compile(r"['\u2019]?\s+time\b")
_FROM_TO: Final = re.compile(r"(?:van|from)\s+(?:(?:de|het|the)\s+)?")
_OFTEN: Final = re.compile(OFTEN)
_SOON: Final = re.compile(SOON)
_YET: Final = re.compile(
    r",? (?:(?:maar|doch|en|but|and) )?(?:(?:in (?:ieder|elk) geval|in any (?:case|event)) )?"
)
_AT_LATEST: Final = re.compile(
    r"(?:uiterlijk|niet later dan|v[oó][oó]r|by|no later than|not later than|before)\b"
)
# What ends what is done soon, some words on: "binnenkort informeren, in ieder geval | in mei".
_ENDS_SOON: Final = re.compile(
    r"(?:,|\b(?:maar|doch|en|and|but)) ?(?:(?:maar|doch|en|and|but) )?"
    r"(?P<anyhow>(?:in (?:ieder|elk) geval|in any (?:case|event)) )?\Z"
)
# A verb with its subject after it, of a clause that begins with the phrase before these words.
_HAS_ITS_VERB: Final = re.compile(
    r" (?!met |uit |tussen |binnen |buiten |tegen |omtrent )(?:\w+(?:t|en)|is|zal) "
    r"(?:de|het|een|ik|wij|we|deze|dit|die|er)\b"
)
# The end of a clause, which "uiterlijk in mei | per brief" and no verb may stand before.
_ENDS: Final = re.compile(
    r"(?:\s+(?:per|via|met|in|by)\s+(?:(?:een|de|het|an?|the)\s+)?\w+)?\s*(?:[.,;:)]|\Z)"
)
_DONE_THERE: Final = re.compile(
    r" (?!(?:over|van|met|inzake|betreffende) )(?:\S+ )*?(?!(?:en|van)\b)[a-z]+n(?!\S)"
)
# "Staat gepland | voor het derde kwartaal", "staat | voor 2035 gepland": in that period, not
# before it; but "zoals gepland | voor 1 juli" says by when something is done.
_PLANNED: Final = r"\b(?:in)?(?:gepland|voorzien|geagendeerd|beoogd)\b"
_PLANNED_FOR: Final = re.compile(
    r"(?:\b(?:is|zijn|staat|staan|wordt|worden)\b[^.;]{0,200}(?<!\bals )(?<!\bzoals )|[(,]\s*)"
    rf"{_PLANNED}\s+\Z|{_PLANNED}\s+(?:is|zijn|staat|staan|wordt|worden)\s+\Z"
)
_STANDS: Final = re.compile(r"\bsta(?:at|an)\s+(?:\w+\s+){0,2}\Z")
_FOR: Final = re.compile(r"voor\s+")
_ARE_PLANNED: Final = re.compile(rf"\s+{_PLANNED}")
_ADVERBS: Final = re.compile(rf"(?<![\w-])(?:{OFTEN}|{SOON}|{SOME_DAY})(?![\w-])")


def phrases_in(sentence: str, language: str) -> list[_Span]:
    """Return where the phrases of a sentence begin and end that say when, from left to right.

    The sentence stands on one line. A day, month or year by itself says not when, but what: it
    needs a word such as "in" or "uiterlijk" before it.
    """
    text = NO_MONTH.sub("_", sentence) if language == "en" else sentence
    text = text.lower()
    if len(text) != len(sentence):  # a sign that is two in small letters
        text = "".join(each.lower()[:1] for each in text)
    periods = list(periods_in(text, _ANY))
    found = [*_in_calendar(text, periods, language), *_counted(text, periods, language)]
    for pattern in (_ADVERBS, EVENTS_IN[language]):
        found += (_event(match, sentence) for match in pattern.finditer(text))
    kept: list[_Span] = []
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if kept and start < kept[-1][1]:
            continue
        between = text[kept[-1][1] : start] if kept else ""
        another = between.strip() and _HAS_ITS_VERB.match(text, end)
        if kept and (
            _ends_later(text, kept[-1], (start, end), periods)
            or (not another and _runs_on(text[slice(*kept[-1])], between, text[start:end]))
        ):
            kept[-1] = kept[-1][0], end
            continue
        kept.append((start, end))
    return [
        (_without_for(text, start, end), start + len(_LEFT_OVER.sub("", text[start:end])))
        for start, end in kept
    ]


def _without_for(text: str, start: int, end: int) -> int:
    """Return where the period begins for which something is planned, and otherwise ``start``."""
    leads = _FOR.match(text, start, end)
    if leads is None:
        return start
    before = text[:start]
    planned = _PLANNED_FOR.search(before) or (
        _STANDS.search(before) and _ARE_PLANNED.match(text, end)
    )
    return leads.end() if planned else start


def _event(found: re.Match[str], sentence: str) -> _Span:
    """Return where an event stands, without words after it that are what is done there.

    "Tijdens het overleg | pleiten in mei": what it is about has capitals, or ends in no such verb.
    """
    subject = found.groupdict().get("subject")
    if subject and _DONE_THERE.match(sentence, *found.span("subject")):
        return found.start(), found.start("subject")
    return found.span()


def _runs_on(phrase: str, between: str, following: str) -> bool:
    """Whether two phrases are one: "jaarlijks | voor het zomerreces", "by 1 June | each year".

    "Zo spoedig mogelijk, maar | uiterlijk in mei" is one too, and by May.
    """
    if _SOON.fullmatch(phrase) and _YET.fullmatch(between) and _AT_LATEST.match(following):
        return True
    return between == " " and any(_OFTEN.fullmatch(each) for each in (phrase, following))


def _ends_later(text: str, begun: _Span, ended: _Span, periods: list[Period]) -> bool:
    """Whether two phrases are where something begins and ends: "na 1 mei, maar | voor 1 juni"."""
    begins = BEGINS.match(text, *begun)
    first, last = (
        next((each for each in periods if start <= each.start < end), None)
        for start, end in (begun, ended)
    )
    if not (begins and first and last) or begins.end() != first.start:
        return False
    return until(text[begun[1] : last.start]) is not None


def ends_soon(sentence: str, start: int, end: int) -> bool:
    """Return whether a phrase is the latest of what its sentence says is done soon.

    "Ik informeer u binnenkort, maar in elk geval | voor 1 juli": its clause ends after it, for
    a verb that follows, as in "en uiterlijk 1 juli treedt de wet in werking", has its own day.
    """
    text = sentence.lower()
    joint = _ENDS_SOON.search(text, 0, start)
    if joint is None:
        return False
    latest = joint["anyhow"] or _AT_LATEST.match(text, start)
    return bool(latest and _ENDS.match(text, end))


def _in_calendar(text: str, periods: list[Period], language: str) -> Iterator[_Span]:
    """Yield the phrases around stretches of the calendar, and around occasions without a day."""
    occasions = [match.span() for match in OCCASIONS_IN[language].finditer(text)]
    groups: list[list[Period]] = []
    for each in periods:
        if any(start <= each.start < end for start, end in occasions) or not _is_near(each, text):
            continue
        if groups and leads_on(text[groups[-1][-1].end : each.start]):
            groups[-1].append(each)
        else:
            groups.append([each])
    stretches = [(*_listed(group, text), group) for group in groups]
    stretches += [(*span, []) for span in occasions]
    last_end = 0
    for start, end, group in sorted(stretches, key=lambda each: each[:2]):
        if start < last_end:
            continue
        first = _led(text, start, last_end, language, group)
        if _THE_YEAR.fullmatch(text, start, end) and not EDGE.search(text[first:start]):
            continue
        after = _ENDING.match(text, end)
        says = any(_says(text, each) for each in group) or _WHICH.match(text, start)
        if first < start or after or says:
            last_end = after.end() if after else end
            yield first, last_end


def _is_near(period: Period, text: str) -> bool:
    """Whether a stretch is one of our time, and no amount or number that only looks like one."""
    written = text[period.start : period.end]
    if period.unit == "part" and re.match(r"[hk]w?[1-4]", written):
        return period.year_given
    return 1900 <= period.first.year < 2100 or not period.year_given  # noqa: PLR2004 - years of our time


def _listed(group: list[Period], text: str) -> _Span:
    """Return where a list stands: all of "2026, 2027 en 2028", of "2027, 2028" the first."""
    last = len(group) - 1
    while last and text[group[last - 1].end : group[last].start].strip() == ",":
        last -= 1
    return group[0].start, group[last].end


def _says(text: str, period: Period) -> bool:
    """Whether a stretch says when without a word before it: "dit najaar", "Q3 2027"."""
    if period.unit == "days" and text.startswith("week", period.start):
        return True
    if period.unit in ("part", "season") and (period.year_given or period.unit == "part"):
        return True
    return _WHICH.match(text, period.start) is not None


def _led(text: str, start: int, last_end: int, language: str, group: list[Period]) -> int:
    """Return where the words begin that lead to a stretch; an article or "van" is not one.

    "Van" is where it goes on: "van 2026 tot 2030".
    """
    last_end = max(last_end, start - _FARTHEST_LEAD)
    found = [_LEAD[language].search(text, last_end, start)]
    found += [] if group else [_OCCASION_LEAD.search(text, last_end, start)]
    first = min((match.start() for match in found if match), default=start)
    if group and _FROM_TO.match(text, first, start) and _spans(text, group):
        return first
    while (article := _ARTICLE.match(text, first)) is not None:
        first = article.end()
    return first


def _spans(text: str, group: list[Period]) -> bool:
    between = text[group[0].end : group[-1].start]
    return len(group) > 1 and between.strip() != "-" and spans(between)


def _counted(text: str, periods: list[Period], language: str) -> Iterator[_Span]:
    """Yield the phrases that count, each with the day or the event from which it does."""
    for match in counts_in(text, language):
        end = match.end()
        if since := COUNTED_FROM.match(text, end):
            to_day = _TO_DAY.match(text, since.end())
            place = to_day.end() if to_day else since.end()
            day = next((each.end for each in periods if each.start == place), None)
            end = day or _to_its_day(text, counted_event(text, since.end(), language), periods)
        time = _TIME.match(text, end)
        yield match.start(), time.end() if time else end


def _to_its_day(text: str, end: int, periods: list[Period]) -> int:
    """Return where an event ends with the words that say on what day it is; else its own end."""
    leads = _TO_ITS_DAY.match(text, end)
    if leads is None:
        return end
    days = (each.end for each in periods if each.start == leads.end() and each.unit == "day")
    day = next(days, None)
    following = None if day is None else _FROM_ITS_DAY.match(text, day)
    return end if following is None else following.end()
