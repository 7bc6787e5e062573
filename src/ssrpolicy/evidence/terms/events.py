"""Terms by another event: occasions and events that a sentence names instead of a day."""

import re
from typing import Final

from ssrpolicy.evidence.terms.calendar import MONTH_NUMBERS
from ssrpolicy.evidence.terms.occasions import HELD

_YEAR: Final = r"(?:(?:19|20)\d\d|['\u2019]\d\d\b)"
_OF_YEAR: Final = rf"(?: (?:van |of )?{_YEAR}(?:/{_YEAR})?)?"
_DAY: Final = (
    r" (?:van|op|in|of|on) (?:\w+da[gy] )?(?:\d{1,2} )?"
    rf"(?:{'|'.join(sorted(MONTH_NUMBERS, key=len, reverse=True))})\b(?: {_YEAR})?"
)
_ON_DAY: Final = rf"(?:{_DAY})?"
_RECESS: Final = "|".join(
    (
        *MONTH_NUMBERS,
        *("this", "next", "coming", "spring", "summer", "autumn", "winter"),
        *("christmas", "easter", "whitsun", "half-term", "conference"),
    )
)
#: What stands in the calendar of people, and of the House, without its day.
OCCASIONS_IN: Final = {
    "nl": re.compile(
        rf"(?<![\w-])(?:(?:(?:het |de )?(?:(?:eerst)?volgende|komende) )?"
        rf"(?:zomer|kerst|herfst|voorjaars|krokus|mei)?(?:reces|vakantie){_OF_YEAR}"
        rf"|(?:kerst(?:mis)?|pasen|pinksteren)\b{_OF_YEAR}|jaarwisseling"
        r"|(?:(?:aanstaande|komende|volgende) )?(?:prinsjesdag|verantwoordingsdag)"
        rf"(?: (?:van )?(?:dit|volgend|komend) jaar|{_OF_YEAR})"
        r"|(?:deze |volgende |komende )?week(?! \d| van\b)"
        r"|(?:lopende|parlementaire|nieuwe|komende|volgende|huidige) "
        r"(?:parlementaire |begrotings|kalender|school|studie)?jaar(?! \d)"
        r"|(?:dit|lopend|komend|volgend|nieuw|aankomend) (?:school|studie|vergader)jaar(?! \d)"
        r"|(?:(?:deze|huidige|komende|volgende|nieuwe) )?(?:kabinets|regeer)periode"
        r"|(?:de )?(?:komende|aankomende|eerstvolgende) (?:\w+ )?"
        r"(?:jaren|jaar|maanden|maand|weken|week|dagen|tijd|periode)"
        r"|(?:(?:eerst)?volgende |komende |eerste |tweede )?"
        r"(?:suppletoire begroting|(?:voorjaars|najaars|miljoenen)nota|ontwerpbegroting"
        rf"|belastingplan|bo mirt|(?:voorjaars|augustus)besluitvorming|jaarverslag){_OF_YEAR}"
        r"|algemene (?:politieke |financiële )?beschouwingen"
        r"|(?:aanstaande|komende|volgende) (?:maan|dins|woens|donder|vrij|zater|zon)dag"
        r")(?![\w-])"
    ),
    "en": re.compile(
        rf"(?<![\w-])(?:(?:(?:{_RECESS}) )?recess"
        rf"|(?:christmas|easter|year[- ]end)\b{_OF_YEAR}|(?:summer|christmas|easter) holidays?"
        rf"|new year\b(?! {_YEAR})|(?:this|next) week"
        rf"|(?:(?:next|coming|spring|autumn) )?budget(?= {_YEAR}|[,.;]|$)"
        r"|(?:spring|autumn) statement"
        r"|(?:financial|parliamentary|calendar|academic|school) year(?! \d)"
        r"|(?:this|the next|the current|the) (?:parliamentary (?:term|session)|session)"
        r"|this parliament"
        r"|(?:next |coming )?(?:spring|summer|autumn) (?:term|sitting|session)"
        r"|turn of the year(?! \d)"
        r"|(?:weeks|months|years) ahead|(?:this|next) (?:mon|tues|wednes|thurs|fri)day"
        r"|(?:coming|next) (?:\w+ )?(?:years|months|weeks|days)"
        r"|house rises(?: for \w+(?: \w+)?)?"
        r")(?![\w-])"
    ),
}

# A word that its subject stands after is a verb, at the head of its sentence: "stuur ik".
_INVERTED: Final = (
    r"(?!(?:met|uit|tot|aan|van|door|voor|bij|binnen|tussen|buiten|tegen|boven|naast|dat|en)\b)"
    r"[^ ,.;]+ (?:ik|wij|we|u|uw kamer|het kabinet"
    r"|de (?:kamer|regering|minister|staatssecretaris))\b"
)
#: The verb of a sentence: a common one, or one that has its subject or object after it.
_VERB: Final = (
    r"(?:word(?:t|en)\b|zal\b|zullen\b|is\b|zijn\b|stu(?:ur|ren)|zend|bied|ontvang(?:t|en)?\b"
    rf"|informe|rapporte|bericht|{_INVERTED}"
    r"|(?!(?:met|uit|tot|aan|van|door|voor|bij|binnen|tussen|buiten|tegen|boven|naast|dat|en)\b)"
    r"[^\W\d_]+(?:t|en) (?:het|de|een|er|dit|deze)\b)"
)
_ACTOR: Final = (
    r"ik\b|wij\b|we\b|uw\b|er\b|het kabinet\b|de (?:kamer|regering|minister|staatssecretaris)\b"
)
# What somebody will do at the end of the sentence: "zodra dat kan informeren".
_TO_DO: Final = (
    r"(?:te )?(?:informeren|berichten|inlichten|sturen|zenden|rapporteren|melden|aanbieden"
    r"|toesturen|toezenden|doen toekomen|terugkomen|publiceren|starten|besluiten)\b"
)
_NOT_THEN: Final = r"(?!(?:i|we|will|shall|(?:it|they|ministers|the [^ ,.;]+) (?:will|shall))\b)"
#: What a term is counted from, up to the verb of the sentence.
_EVENT: Final = {
    "nl": re.compile(
        rf"[^ ,.;]+(?: (?!{_VERB}|en\b|naar\b|om\b|(?<!van )(?<!over )een\b|{_ACTOR}|{_TO_DO})"
        r"[^ ,.;]+){0,8}"
    ),
    "en": re.compile(rf"{_NOT_THEN}[^ ,.;]+(?: {_NOT_THEN}[^ ,.;]+){{0,8}}"),
}
_FIRST: Final = (
    r"afronding|ommekomst|ontvangst|publicatie|afloop|besluitvorming|behandeling|verkiezing(?:en)?"
    r"|overleg|debat|besluit|beslissing|onderzoek|evaluatie|consultatie|advies|rapport"
    r"|inwerkingtreding|formatie|vaststelling|oplevering|invoering|ingang|aanvaarding|toetsing"
)
# Where what stands before it may be the end of a clause: "zodra het advies er is".
_ENDED: Final = "(?:{})".format(
    "|".join(
        f"(?<={word} )"
        for word in (
            *("is", "zijn", "kan", "kunnen", "heeft", "hebben", "wordt", "worden"),
            *("bekend", "gereed", "klaar", "afgerond", "ontvangen", "vastgesteld"),
        )
    )
)
# A clause up to the verb of the sentence, or to what will be done at its end.
_CLAUSE: Final = (
    rf"(?: (?!{_INVERTED}|(?:volgt|verschijnt|zal|zullen)\b|{_ENDED}(?:{_TO_DO}|word(?:t|en)\b))"
    r"[^ ,.;]+)"
)
# What a meeting with its day is about: "het algemeen overleg | Havens | van 20 juni".
_ON_SUBJECT: Final = (
    rf"(?P<subject>(?: (?!{_VERB}|{_ACTOR}|{_TO_DO}|een\b|(?<!van )(?<!over )(?<!met )(?:de|het)\b"
    r"|(?:voor|op|aan|bij|brief|motie|verzoek|toezegging)\b)[^ ,.;]+){1,3}?)"
)
_DONE: Final = (
    r"(?:afgerond|voltooid|gepubliceerd|bekend|gereed|klaar|ontvangen|vastgesteld|beschikbaar)\b"
)
EVENTS_IN: Final = {
    "nl": re.compile(
        r"(?<![\w-])(?:"
        # "Zodra ik het advies heb ontvangen": its own subject stands right after it.
        r"(?:zodra|nadat(?![^,.;]{0,150}\b(?:was|waren|had|hadden|werd|werden)\b))"
        rf"(?: (?:{_ACTOR}))?{_CLAUSE}{{1,14}}"
        # "Voordat het kabinet een besluit neemt", "alvorens daarover te besluiten".
        rf"|voordat(?: (?:{_ACTOR}))?{_CLAUSE}{{1,14}}"
        r"|alvorens(?: (?!te\b)[^ ,.;]+){0,10} te [^\W\d_]+n\b"
        rf"|(?:wanneer|als) [^,.;]{{3,60}} (?:(?:is|zijn) {_DONE}|{_DONE} (?:is|zijn))"
        r"|(?:(?:kort|vlak|direct|meteen) )?na (?:(?:de|het|een|deze|dit) )?(?:\w+e )?"
        rf"\w*(?:{_FIRST})\b"
        rf"(?: (?!{_VERB}|naar\b|te\b|om\b|een\b|{_ACTOR}|{_TO_DO})[^ ,.;]+){{0,9}}"
        r"|(?:(?:kort|vlak|direct|meteen|ruim(?:schoots)?|tijdig|nog) )?(?:uiterlijk )?"
        r"(?:v[oó][oó]r|voorafgaande? aan|na|tijdens|bij|vanaf|sinds|tot)"
        r" (?:het|de|uw) (?:(?:[^\W\d_]+e|nader|algemeen|plenair|schriftelijk|mondeling) ){0,2}"
        rf"(?:eerst)?(?:volgende )?(?:{HELD})\b"
        rf"(?:{_ON_SUBJECT}{_DAY}"
        rf"|(?: van (?:de|het|dit|deze) [^ ,.;]+(?=[ ,.;]|$))?{_ON_DAY})"
        r"|(?:v[óo]ór|voorafgaande? aan|na|uiterlijk bij|ter gelegenheid van"
        r"|(?:gelijktijdig|tegelijk|gelijk) met) de begroting"
        rf"(?: (?:van|voor) {_YEAR})?"
        r"|(?:bij|in|met) (?:de|het|een|elke|iedere) (?:(?:eerst)?volgende |komende )"
        r"(?:[^ ,.;]+ ){0,2}?\w*(?:rapportage|brief|bericht|verslag|overleg|monitor|agenda)\b"
        r"|(?:tijdens|gedurende|in) (?:deze|die) (?:periode|fase|tijd)"
        r"(?: van \w+ (?:dagen|weken|maanden|jaar))?"
        r"|in de aanloop naar"
        rf"(?: (?![0-9]|{_TO_DO}|zal\b|zullen\b|wordt\b|worden\b|{_ACTOR})[^ ,.;]+)"
        r"{1,8}"
        r"|na (?:één|een|twee|drie|vier|vijf|zes|tien|\d{1,2}) (?:jaar|maanden)(?! (?:na|voor)\b)"
        r"|(?:binnen|over) (?:enkele|enige|een paar|een aantal) (?:dagen|weken|maanden|jaren|jaar)"
        r")(?![\w-])"
    ),
    "en": re.compile(
        r"(?<![\w-])(?:(?:as soon as|once) (?!possible\b|practicable\b)[^,.;]{3,80}"
        rf"|(?:following|in (?:the run[- ]up to|advance of)|ahead of(?! schedule))"
        rf" {_EVENT['en'].pattern}"
        r"|(?:after|upon) (?:royal assent|enactment)|by the next (?:\w+ )?elections?"
        rf"|(?:up)?on (?:the )?(?:completion|receipt|publication) of {_EVENT['en'].pattern}"
        r"|when [^,.;]{3,60} (?:is|are) (?:complete|completed|published|available|finished)"
        rf"|when (?:parliament|the house) returns|by the time of {_EVENT['en'].pattern}"
        r"|within (?:a few |several )?(?:days|weeks|months|years)"
        r"|in the next (?:progress )?(?:report|letter)"
        r"|(?:(?:shortly|soon|immediately) )?"
        r"(?:before|ahead of|prior to|after|during|at|from|since|until)"
        rf" (?:the|its|this|your) (?:\w+ )?(?:{HELD}|review|inquiry)\b{_ON_DAY}"
        r")(?![\w-])"
    ),
}


def counted_event(text: str, since: int, language: str) -> int:
    """Return where what a term is counted from ends, which begins after "na" or "of"."""
    place = len(text) - len(text[since:].lstrip())
    found = _EVENT[language].match(text, place)
    return since if found is None else place + len(found.group().rstrip())


# What happens first, as a sentence says somewhere.
_COMES_FIRST: Final = {
    "nl": re.compile(
        r"\b(?:waarna|waarop|nadat|zodra|vanaf het moment"
        rf"|na (?:de |het |die |dat |deze |dit )?(?:{_FIRST}|uitspraak))\b"
    ),
    "en": re.compile(r"\b(?:after which|whereupon|once|as soon as|after|following|upon)\b"),
}


def comes_first(words: str, language: str) -> bool:
    """Return whether words of a sentence say that something else happens first: "nadat ..."."""
    return _COMES_FIRST[language].search(words.lower()) is not None
