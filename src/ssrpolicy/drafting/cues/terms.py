"""The phrase in a sentence that says when, read by the grammar of terms."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

import attrs
from attrs import frozen

from ssrpolicy.evidence.terms import MONTHS, SEASONS, TermReading, read_term
from ssrpolicy.model import Timeframe

_MONTH: Final = "|".join(
    sorted({name for names in MONTHS for name in names}, key=len, reverse=True)
)
_SEASON: Final = "|".join(name for names in SEASONS.values() for name in names)
_YEAR: Final = r"(?:(?:19|20)\d\d|['\u2019]\d\d\b)"
_IN_FIGURES: Final = r"\d{1,2}[-/]\d{1,2}[-/]\d{4}"
_COUNT: Final = (
    r"(?:\d{1,3}|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twaalf|enkele"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several)"
)
#: So much time as a term counts.
_SPAN_NL: Final = (
    rf"(?:{_COUNT} (?:werkdag(?:en)?|dagen|weken|maanden|jaar|week|maand)(?: en een half)?"
    rf"|(?:{_COUNT} en )?(?:een )?half ?jaar|anderhalf jaar|anderhalve (?:maand|week))"
)
_SPAN_EN: Final = (
    rf"(?:(?:{_COUNT}|an?)(?: and a half)?"
    r" (?:(?:working |business )?days?|weeks?|months?|years?)(?: and a half)?|half a year)"
)
_LEAD_NL: Final = (
    r"(?:(?:uiterlijk|v[oó][oó]r|na|in|tegen|per|rond|medio|begin|eind|halverwege|vanaf|tot|ergens"
    r"|niet (?:eerder dan|later dan|v[oó][oó]r)|tussen|op zijn vroegst|op zijn laatst|pas"
    r"|met ingang van|in de loop van|in de|voor het|na het"
    r"|aan het|einde?|van|tot en met|omstreeks|binnen|gedurende|tijdens|op|de|het) )*"
)
_LEAD_EN: Final = (
    r"(?:(?:in the run[- ]up to|no earlier than|not before|between"
    r"|by|before|after|in|at|on|no later than|not later than|until"
    r"|from|during|within|around|early|late|mid|the|end|start|beginning|middle|course|of|later) "
    r"|mid-)*"
)
#: A part of a year in short: "Q3 2027", "2027-Q3".
_SHORT_PART: Final = (
    rf"(?:[QHK][1-4][ -]?{_YEAR}|{_YEAR}[ -]?[QHK][1-4]"
    r"|[QHK][1-4](?=(?:,| ?[/\u2013-]| (?:tot(?: en met)?|t/m|en|of|to|until|and|or)) ?[QHK][1-4])"
    r")\b"
)
#: What stands between the first and the last of a list: "in 2026, 2027 en 2028".
_MORE: Final = rf"(?:, (?:{_MONTH}|{_YEAR}|[QHK][1-4])\b)*"
_ORDINAL_NL: Final = "eerste|tweede|derde|vierde|laatste|[1-4]e"
_ORDINAL_EN: Final = "first|second|third|fourth|last|1st|2nd|3rd|4th"
_PERIOD_NL: Final = (
    rf"(?:{_IN_FIGURES}|(?:{_ORDINAL_NL}) helft (?:van )?(?:{_MONTH})(?: {_YEAR})?"
    rf"|\d{{1,2}} (?:{_MONTH})(?: {_YEAR})?|(?:{_MONTH}) {_YEAR}|(?:{_MONTH})(?! {_YEAR})"
    r"|(?:(?:dit|komend|volgend|aanstaande?|deze|komende|volgende) )?"
    rf"(?:{_SEASON})(?: (?:van )?{_YEAR})?"
    rf"|{_SHORT_PART}|(?:het )?(?:{_ORDINAL_NL}) (?:kwartaal|helft|halfjaar)"
    rf"(?: van(?: het jaar)?)?(?: {_YEAR}| dit jaar| volgend jaar)?"
    rf"|(?:het )?(?:zomer|kerst|herfst|voorjaars|mei)?reces(?: (?:van )?{_YEAR}(?:/{_YEAR})?)?"
    rf"|{_YEAR}(?:/{_YEAR}|/\d\d)?"
    rf"|(?:het )?jaar {_YEAR}"
    r"|(?:dit|het|komend|volgend|lopende) (?:kalender|parlementaire )?jaar"
    rf"|(?:school|studie|begrotings|kalender)jaar {_YEAR}(?: ?[-/] ?{_YEAR})?"
    r"|(?:volgende|deze) (?:week|maand)|jaarwisseling"
    rf"|(?:prinsjesdag|verantwoordingsdag)(?: {_YEAR})?"
    r"|(?:deze )?(?:kabinets|regeer)periode"
    r"|(?:de )?(?:komende|aankomende|eerstvolgende) (?:\w+ )?"
    r"(?:jaren|jaar|maanden|maand|weken|week|dagen|tijd|periode))"
)
_PERIOD_EN: Final = (
    rf"(?:{_IN_FIGURES}|(?:{_ORDINAL_EN}) half of (?:{_MONTH})(?: {_YEAR})?"
    rf"|\d{{1,2}} (?:{_MONTH})(?: {_YEAR})?|(?:{_MONTH})(?: \d{{1,2}},?)?(?: {_YEAR})?"
    rf"|(?:(?:this|next|the) )?(?:{_SEASON})(?: (?:of )?{_YEAR})?|(?:summer )?recess|{_YEAR}"
    rf"|{_SHORT_PART}|(?:{_ORDINAL_EN}) (?:quarter|half)"
    rf"(?:(?: of)? {_YEAR}| of (?:this year|next year))?"
    rf"|(?:this|next) (?:year|month|week|session)|(?<!\ba )(?:the )?year(?: {_YEAR})?"
    r"|(?:the )?(?:coming|next) (?:\w+ )?(?:years|months|weeks|days))"
)
#: Up to where a stretch of two goes: "mei tot en met juli 2027", "eind mei of begin juni".
_TO_NL: Final = (
    rf"(?:{_MORE}(?: ?[/\u2013-] ?| (?:tot(?: en met)?|t/m|en|of) )(?:(?:begin|medio|eind) )?"
    rf"{_PERIOD_NL})?"
)
_TO_EN: Final = (
    rf"(?:{_MORE}(?: ?[/\u2013-] ?|,? (?:to|until|and|or) )(?:(?:early|mid|late) )?{_PERIOD_EN})?"
)
#: A phrase that says no more than that it is not now.
_SOME_DAY: Final = re.compile(r"op termijn|te zijner tijd|in due course", re.IGNORECASE)
#: What a term is counted from, up to the verb of the sentence.
_EVENT_NL: Final = (
    r"[^ ,.;]+(?: (?!en\b|naar\b|word|zal\b|zullen\b|is\b|zijn\b|ik\b|wij\b|we\b|uw\b|het kabinet\b"
    r"|de (?:Kamer|regering|minister|staatssecretaris)\b|stuur|zend|bied|ontvang|informe|rapporte"
    r"|bericht)[^ ,.;]+){0,8}"
)
_OTHER_NL: Final = (
    r"(?:zo (?:spoedig|snel) mogelijk|op (?:de )?(?:zeer )?korte termijn|binnenkort|spoedig"
    r"|op termijn|te zijner tijd|binnen (?:een (?:termijn|periode) van |de )?"
    rf"(?:maximaal |ten hoogste |uiterlijk |hooguit )?(?:{_COUNT} (?:tot|à) )?"
    rf"{_SPAN_NL}(?: na {_EVENT_NL})?"
    rf"|(?:(?:uiterlijk|maximaal|ten hoogste|hooguit) )?{_SPAN_NL} (?:v[oó][oó]r|na) {_PERIOD_NL}"
    rf"|over {_SPAN_NL}"
    r"|(?:half|twee|drie)?jaarlijks|maandelijks|per kwartaal|periodiek"
    rf"|(?:elke?|iedere?) (?:{_COUNT} )?(?:jaar|kwartaal|halfjaar|maanden|maand|weken|week)"
    r"|(?:een|één|twee|drie)(?:maal| keer) per jaar"
    r"|zodra [^,.;]{3,80}"
    # Occasions of the budget and of the next report: they have a day that stands in no phrase.
    r"|(?:bij|met|in|voor) (?:de |het )?(?:(?:eerst)?volgende |komende |eerste |tweede )?"
    r"(?:suppletoire begroting|(?:voorjaars|najaars|miljoenen)nota|ontwerpbegroting|belastingplan"
    rf"|BO MIRT|(?:voorjaars|augustus)besluitvorming)(?: (?:van )?{_YEAR})?"
    r"|(?:v[oó][oó]r|na|tijdens|bij) (?:het|de) (?:eerst)?(?:volgende )?"
    r"(?:\w*(?:debat|overleg|behandeling))"
    rf"(?: (?:van|op|in) \d{{1,2}} (?:{_MONTH})(?: {_YEAR})?)?"
    r"|(?:bij|in|met) (?:de|het|een|elke|iedere) (?:(?:eerst)?volgende |komende )"
    r"(?:[^ ,.;]+ ){0,2}?\w*(?:rapportage|brief|bericht|verslag|overleg|monitor|agenda)\b"
    r"|(?:tijdens|gedurende|in) (?:deze|die) (?:periode|fase|tijd)"
    rf"(?: van {_COUNT} (?:dagen|weken|maanden|jaar))?"
    r"|in de aanloop naar(?: (?!(?:informeren|berichten|inlichten|sturen|zenden|rapporteren|melden"
    r"|zal|zullen|wordt|worden|ik|wij|we|uw)\b)[^ ,.;]+){1,8}"
    r"|(?:wanneer|nadat|als) [^,.;]{3,60} (?:is|zijn) (?:afgerond|voltooid|gepubliceerd|bekend)"
    r"|na (?:(?:de|het|een|deze|dit) )?(?:\w+e )?(?:\w*(?:afronding|ommekomst|ontvangst|publicatie"
    r"|afloop|besluitvorming|behandeling|verkiezing(?:en)?|overleg|debat|besluit|beslissing"
    r"|onderzoek|evaluatie|consultatie|advies|rapport))\b"
    r"(?: (?!naar\b|te\b|om\b|zal\b|zullen\b|word|een\b|ik\b|wij\b|we\b|het kabinet\b|uw\b)"
    r"[^ ,.;]+){0,7})"
)
_OTHER_EN: Final = (
    r"(?:as soon as (?:possible|practicable|[^,.;]{3,80})|shortly|in due course|soon|annually"
    r"|every year|each year|quarterly|in the near future"
    rf"|(?:(?:no later than|at most|not more than) )?{_SPAN_EN} (?:before|prior to|after)"
    rf" {_PERIOD_EN}"
    rf"|within (?:a (?:maximum|period) of |at most )?(?:{_COUNT} (?:to|or) )?"
    rf"{_SPAN_EN}(?: of [^,.;]{{3,60}})?"
    r"|in (?:the run[- ]up to|advance of) [^,.;]{3,60}"
    r"|(?:within|during|in|before the end of) this"
    r" (?:parliamentary (?:term|year)|parliament|session)"
    r"|in the (?:new year|next (?:progress )?(?:report|letter))"
    r"|once [^,.;]{3,80}|following (?:the )?[^,.;]{3,50})"
)
_FORMS: Final = {
    "nl": (
        re.compile(rf"\b{_OTHER_NL}(?!\w)", re.IGNORECASE),
        re.compile(rf"\b{_LEAD_NL}{_PERIOD_NL}{_TO_NL}(?!\w)", re.IGNORECASE),
    ),
    "en": (
        re.compile(rf"\b{_OTHER_EN}(?!\w)", re.IGNORECASE),
        re.compile(rf"\b{_LEAD_EN}{_PERIOD_EN}{_TO_EN}(?!\w)", re.IGNORECASE),
    ),
}
_PAST: Final = re.compile(
    r"\b(?:van|sinds|of|from|since|dated|d\.d\.|uit|over|tot)\s*$", re.IGNORECASE
)
_OF_A_PAPER: Final = re.compile(
    r"(?:brief|brieven|motie|debat|overleg|rapport|verzoek|nota|vragen|letter|report|debate|wet"
    r"|akkoord|strategie\w*)"
    r"(?: \w+){0,2} (?:van|uit|of|dated)\s*$",
    re.IGNORECASE,
)
_NEXT_CLAUSE: Final = re.compile(r"[;)]|\b(?:en|maar|and|but)\b", re.IGNORECASE)
#: A clause that says on what condition something is done: what it says when, is when that holds.
_CONDITION: Final = {
    "nl": re.compile(
        r"(?:^|[,;] |\b(?:en|maar|dan|alleen|pas) )(?P<clause>(?:(?:indien|mits|tenzij|mocht(?:en)?"
        r"|blijk(?:t|en)|op voorwaarde dat|in(?:dien)? het geval dat)\b"
        r"|(?:als|wanneer) (?:de|het|dat|dit|deze|die|er|een|ik|wij|we|u|zij|uit|blijkt)\b)[^,;]+)",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"(?:^|[,;] |\b(?:and|but|only) )(?P<clause>(?:if|unless|provided|should|in the event that"
        r"|on condition that)\b[^,;]+)",
        re.IGNORECASE,
    ),
}
#: What happens first, as the sentence says elsewhere: a term counts from then on.
_FIRST: Final = {
    "nl": re.compile(
        r"\b(?:waarna|waarop|nadat|zodra|vanaf het moment|na (?:de |het |die |dat |deze |dit )?"
        r"(?:ommekomst|afloop|ontvangst|afronding|vaststelling|publicatie|inwerkingtreding"
        r"|oplevering|uitspraak|besluit))\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:after which|whereupon|once|as soon as|after|following|upon)\b", re.IGNORECASE
    ),
}
_TRIMMED: Final = re.compile(r"^(?:van|de|het|the|of) ", re.IGNORECASE)
#: A day, month or year by itself says when only behind a word such as "in" or "uiterlijk".
_ONE: Final = rf"(?:{_IN_FIGURES}|(?:\d{{1,2}} )?(?:{_MONTH})?(?: ?{_YEAR}(?:/\d+)?)?)"
_BARE: Final = re.compile(
    rf"{_ONE}(?:(?: ?[/\u2013-] ?|,? (?:tot(?: en met)?|t/m|en|of|to|until|and|or) |, ){_ONE})*",
    re.IGNORECASE,
)
#: "Voor 2035 is drie miljoen beschikbaar": the year that money is for, and not one before which.
_FOR_A_YEAR: Final = re.compile(rf"voor (?:het jaar )?{_YEAR}", re.IGNORECASE)
_MONEY: Final = re.compile(
    r"\u20ac|\beuro\b|\b(?:miljoen|miljard|begroting|budget|middelen|tarie\w+|premie)\b",
    re.IGNORECASE,
)
#: "Zoals toegezegd tijdens het debat": the debate is where it was said.
_SAID: Final = re.compile(
    r"\b(?:toegezegd|aangekondigd|gemeld|besproken|afgesproken|gevraagd|verzocht|aangegeven)\s*$",
    re.IGNORECASE,
)
_DEBATE: Final = re.compile(r"(?:tijdens|in|bij) .*(?:debat|overleg|behandeling)", re.IGNORECASE)
_PASSED: Final = re.compile(r"\s*(?:jl|jongstleden|dit jaar is|last)\b", re.IGNORECASE)


@frozen(kw_only=True)
class Term:
    """A phrase that says when, where it stands in its sentence, and what the grammar reads."""

    phrase: str
    start: int
    end: int
    reading: TermReading
    to_come: bool

    @property
    def announces(self) -> bool:
        """Whether it tells so much of when that what happens then is announced."""
        return _SOME_DAY.fullmatch(self.phrase) is None

    @property
    def timeframe(self) -> Timeframe:
        """The term as an entry has it: a date only where the phrase gives one."""
        return Timeframe(phrase=self.phrase, date=self.reading.date)


def term_in(sentence: str, language: str, day: dt.date | None, cue: int = 0) -> Term | None:
    """Return the term of a sentence that is to come; None where it has none.

    ``cue`` is where the words stand whose term is wanted: the first after them is meant, or else
    the last before them in the same clause. What a condition says when is not the term.
    """
    matches = sorted(
        (m for form in _FORMS[language] for m in form.finditer(sentence)), key=lambda m: m.start()
    )
    before = None
    holds = [each.span("clause") for each in _CONDITION[language].finditer(sentence)]
    for match in matches:
        found = _term(match, sentence, language, day)
        if found is None or not found.to_come:
            continue
        if any(start < match.start() < end for start, end in holds):
            continue
        if found.start >= cue:
            # "Voor de zomer wordt het plan aangeboden, met een raming tot 2035": the nearer one.
            return found if before is None or "," not in sentence[cue : found.start] else before
        if not _NEXT_CLAUSE.search(sentence[found.end : cue]):
            before = found
    return before


def _term(match: re.Match[str], sentence: str, language: str, day: dt.date | None) -> Term | None:
    start, end = match.span()
    phrase = match.group()
    while (lead := _TRIMMED.match(phrase)) is not None and not phrase[
        lead.end() :
    ].lower().startswith(("komende", "coming", "next")):
        start += lead.end()
        phrase = phrase[lead.end() :]
    bare = phrase.rstrip(" -(")
    end, phrase = end - len(phrase) + len(bare), bare
    before = sentence[:start]
    bare_period = _BARE.fullmatch(phrase) is not None
    if bare_period or _PASSED.match(sentence, end) or _OF_A_PAPER.search(before):
        return None
    if _FOR_A_YEAR.fullmatch(phrase) and _MONEY.search(sentence):
        return None
    if _DEBATE.match(phrase) and _SAID.search(before):
        return None
    reading = read_term(phrase, language=language, paper_date=day)
    around = f"{before} | {sentence[end:]}"
    if reading.counted_from is not None and _FIRST[language].search(around):
        reading = attrs.evolve(reading, date=None, counted_from=None)
    return Term(
        phrase=phrase,
        start=start,
        end=end,
        reading=reading,
        to_come=_is_to_come(reading, day) and not _PAST.search(before),
    )


def _is_to_come(reading: TermReading, day: dt.date | None) -> bool:
    """Whether what a phrase names is not over on a day; a phrase without days is to come."""
    if reading.start is not None:
        return day is None or reading.start >= day
    if day is not None and reading.counts and reading.date and reading.date.last_day:
        return reading.date.last_day >= day
    if day is None or not reading.named:
        return True
    return any(last >= day for _, last in reading.named)
