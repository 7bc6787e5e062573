"""The phrases that say when, as expressions: what the grammar of terms may be asked to read."""

from __future__ import annotations

import re
from typing import Final

from ssrpolicy.evidence.terms import MONTHS, SEASONS

MONTH: Final = "|".join(sorted({name for names in MONTHS for name in names}, key=len, reverse=True))
_SEASON: Final = "|".join(name for names in SEASONS.values() for name in names)
YEAR: Final = r"(?:(?:19|20)\d\d|['\u2019]\d\d\b)"
IN_FIGURES: Final = r"\d{1,2}[-/]\d{1,2}[-/]\d{4}"
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
    rf"(?:[QHK][1-4][ -]?{YEAR}|{YEAR}[ -]?[QHK][1-4]"
    r"|[QHK][1-4](?=(?:,| ?[/\u2013-]| (?:tot(?: en met)?|t/m|en|of|to|until|and|or)) ?[QHK][1-4])"
    r")\b"
)
#: What stands between the first and the last of a list: "in 2026, 2027 en 2028".
_MORE: Final = rf"(?:, (?:{MONTH}|{YEAR}|[QHK][1-4])\b)*"
_ORDINAL_NL: Final = "eerste|tweede|derde|vierde|laatste|[1-4]e"
_ORDINAL_EN: Final = "first|second|third|fourth|last|1st|2nd|3rd|4th"
_PERIOD_NL: Final = (
    rf"(?:{IN_FIGURES}|(?:{_ORDINAL_NL}) helft (?:van )?(?:{MONTH})(?: {YEAR})?"
    rf"|\d{{1,2}} (?:{MONTH})(?: {YEAR})?|(?:{MONTH}) {YEAR}|(?:{MONTH})(?! {YEAR})"
    r"|(?:(?:dit|komend|volgend|aanstaande?|deze|komende|volgende) )?"
    rf"(?:{_SEASON})(?: (?:van )?{YEAR})?"
    rf"|{_SHORT_PART}|(?:het )?(?:{_ORDINAL_NL}) (?:kwartaal|helft|halfjaar)"
    rf"(?: van(?: het jaar)?)?(?: {YEAR}| dit jaar| volgend jaar)?"
    rf"|(?:het )?(?:zomer|kerst|herfst|voorjaars|mei)?reces(?: (?:van )?{YEAR}(?:/{YEAR})?)?"
    rf"|{YEAR}(?:/{YEAR}|/\d\d)?"
    rf"|(?:het )?jaar {YEAR}"
    r"|(?:dit|het|komend|volgend|lopende) (?:kalender|parlementaire )?jaar"
    rf"|(?:school|studie|begrotings|kalender)jaar {YEAR}(?: ?[-/] ?{YEAR})?"
    r"|(?:volgende|deze) (?:week|maand)|jaarwisseling"
    rf"|(?:prinsjesdag|verantwoordingsdag)(?: {YEAR})?"
    r"|(?:deze )?(?:kabinets|regeer)periode"
    r"|(?:de )?(?:komende|aankomende|eerstvolgende) (?:\w+ )?"
    r"(?:jaren|jaar|maanden|maand|weken|week|dagen|tijd|periode))"
)
_PERIOD_EN: Final = (
    rf"(?:{IN_FIGURES}|(?:{_ORDINAL_EN}) half of (?:{MONTH})(?: {YEAR})?"
    rf"|\d{{1,2}} (?:{MONTH})(?: {YEAR})?|(?:{MONTH})(?: \d{{1,2}},?)?(?: {YEAR})?"
    rf"|(?:(?:this|next|the) )?(?:{_SEASON})(?: (?:of )?{YEAR})?|(?:summer )?recess|{YEAR}"
    rf"|{_SHORT_PART}|(?:{_ORDINAL_EN}) (?:quarter|half)"
    rf"(?:(?: of)? {YEAR}| of (?:this year|next year))?"
    rf"|(?:this|next) (?:year|month|week|session)|(?<!\ba )(?:the )?year(?: {YEAR})?"
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
#: The verb of a sentence: a common one, or any word that its subject stands behind.
_VERB_NL: Final = (
    r"(?:word(?:t|en)\b|zal\b|zullen\b|is\b|zijn\b|stu(?:ur|ren)|zend|bied|ontvang(?:t|en)?\b"
    r"|informe|rapporte|bericht"
    r"|(?!(?:met|uit|tot|aan|van|door|voor|bij|binnen|tussen|buiten|tegen|boven|naast|dat|en)\b)"
    r"(?:[^ ,.;]+ (?:ik|wij|we|u|uw Kamer|het kabinet"
    r"|de (?:Kamer|regering|minister|staatssecretaris))"
    r"|[^\W\d_]+(?:t|en) (?:het|de|een|er|dit|deze))\b)"
)
#: What a term is counted from, up to the verb of the sentence.
_EVENT_NL: Final = (
    rf"[^ ,.;]+(?: (?!{_VERB_NL}|en\b|naar\b|ik\b|wij\b|we\b|uw\b|het kabinet\b"
    r"|de (?:Kamer|regering|minister|staatssecretaris)\b)[^ ,.;]+){0,8}"
)
_EVENT_EN: Final = (
    r"(?: (?!(?:I|we|will|shall|(?:it|they|ministers|the [^ ,.;]+) (?:will|shall))\b)[^ ,.;]+){1,9}"
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
    rf"|BO MIRT|(?:voorjaars|augustus)besluitvorming)(?: (?:van )?{YEAR})?"
    r"|(?:v[oó][oó]r|na|tijdens|bij) (?:het|de) (?:eerst)?(?:volgende )?"
    r"(?:\w*(?:debat|overleg|behandeling))"
    rf"(?: (?:van|op|in) \d{{1,2}} (?:{MONTH})(?: {YEAR})?)?"
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
    rf"(?: (?!{_VERB_NL}|naar\b|te\b|om\b|een\b|ik\b|wij\b|we\b|het kabinet\b|uw\b)"
    r"[^ ,.;]+){0,7})"
)
_OTHER_EN: Final = (
    r"(?:as soon as (?:possible|practicable|[^,.;]{3,80})|shortly|in due course|soon|annually"
    r"|every year|each year|quarterly|in the near future"
    rf"|(?:(?:no later than|at most|not more than) )?{_SPAN_EN} (?:before|prior to|after)"
    rf" {_PERIOD_EN}"
    rf"|within (?:a (?:maximum|period) of |at most )?(?:{_COUNT} (?:to|or) )?"
    rf"{_SPAN_EN}(?: of{_EVENT_EN})?"
    rf"|in (?:the run[- ]up to|advance of){_EVENT_EN}"
    r"|(?:within|during|in|before the end of) this"
    r" (?:parliamentary (?:term|year)|parliament|session)"
    r"|in the (?:new year|next (?:progress )?(?:report|letter))"
    rf"|once [^,.;]{{3,80}}|following{_EVENT_EN})"
)
#: What is looked for in a sentence, by language: what has no day of the calendar, and what has.
FORMS: Final = {
    "nl": (
        re.compile(rf"\b{_OTHER_NL}(?!\w)", re.IGNORECASE),
        re.compile(rf"\b{_LEAD_NL}{_PERIOD_NL}{_TO_NL}(?!\w)", re.IGNORECASE),
    ),
    "en": (
        re.compile(rf"\b{_OTHER_EN}(?!\w)", re.IGNORECASE),
        re.compile(rf"\b{_LEAD_EN}{_PERIOD_EN}{_TO_EN}(?!\w)", re.IGNORECASE),
    ),
}
