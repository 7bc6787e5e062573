"""Terms without a day of the calendar: recurring days, occasions, events, soon, some day."""

import re
from typing import Final

from ssrpolicy.evidence.terms.calendar import MONTH_NUMBERS, NO_MONTH

_EVERY: Final = r"(?:ieder|iedere|elk|elke|every|each)"
_SO_MANY: Final = r"(?:half|twee|drie|vier|vijf|zes|two|three|four|five|six)"
_ADVERBS: Final = (
    r"(?:half|twee|drie|vier|vijf)?jaarlijks|maandelijks|wekelijks|annually|bi-?annually"
    r"|biennially|semi-annually|quarterly|on\s+an?\s+(?:annual|quarterly)\s+basis"
    r"|periodiek|op\s+(?:half)?jaarlijkse\s+basis|per\s+half\s?jaar|twice\s+yearly|every\s+other\s+year"
    r"|at\s+(?:\w+-)?(?:monthly|yearly)\s+intervals|every\s+\d+\s+(?:years|months|weeks)"
    r"|(?:\d\s?x|three\s+times|four\s+times)\s+(?:per|a)\s+(?:jaar|year)"
    rf"|{_EVERY}\s+(?:{_SO_MANY}\s+)?(?:jaar|halfjaar|kwartaal|maand|week|year|quarter|month"
    r"|half-year|months|years|maanden|jaren|weken|weeks"
    r"|voorjaar|lente|zomer|najaar|herfst|winter|spring|summer|autumn)"
    r"|om\s+(?:de|het)\s+(?:(?:twee|drie|vier|vijf|zes)\s+)?(?:jaar|maanden|weken|halfjaar)"
    r"|per\s+kwartaal"
    r"|(?:een|één|twee|drie|vier)\s?(?:maal|keer)\s+(?:per|in\s+de)\s+"
    r"(?:(?:twee|drie|vier|vijf|zes)\s+)?(?:jaar|kwartaal|maanden|maand)"
    r"|(?:eens|once|twice)\s+(?:per|a|in\s+de|every)\s+(?:(?:twee|drie|vier|vijf|two|three)\s+)?"
    r"(?:jaar|maand|kwartaal|year|quarter|month|years)"
)
_EVERY_MONTH: Final = (
    rf"{_EVERY}\s+(?:(?:eerste|tweede|derde|vierde|laatste|first|second|third|fourth|last)\s+"
    rf"(?:dag|week|day)\s+(?:van|of|in)\s+)?(?:{'|'.join(MONTH_NUMBERS)})"
)
#: How often, as it stands in a sentence.
OFTEN: Final = rf"(?:{_ADVERBS}|{_EVERY_MONTH})\b"
_AGAIN: Final = re.compile(
    rf"\b(?:{_ADVERBS}|{_EVERY_MONTH}|(?:half|twee|drie|vier|vijf)?jaarlijkse|maandelijkse|wekelijkse|periodieke"
    r"|yearly|monthly|(?:bi)?annual)\b"
)
# Of an amount "per jaar" says how much, and of a term how often.
_RECURRING: Final = re.compile(
    rf"{_AGAIN.pattern}|\b(?:per\s+(?:jaar|maand|year|quarter|month)|(?:twee|drie|vier)\s+per\s+jaar)\b"
)

_FEASTS: Final = (
    r"kerst(?:mis|dag(?:en)?)?|christmas|pasen|easter|pinksteren|pentecost|oud\s+en\s+nieuw"
    r"|nieuwe\s+jaar|new\s+year"
)
_DECISIONS: Final = r"(?:voorjaars|augustus)besluitvorming"
# What lies in the year that is named with it: "kerst 2026".
_IN_ITS_YEAR: Final = rf"{_FEASTS}|jaareinde|year-end|{_DECISIONS}"
# Of these the year that is named with them has a part, and no calendar here says which.
_PART_OF_YEAR: Final = re.compile(
    rf"\b(?:{_FEASTS}|{_DECISIONS}|(?:1e|eerste|tweede)\s+(?:kerst|paas|pinkster)dag|paasdagen"
    r"|pinksterdagen|goede\s+vrijdag|hemelvaart(?:sdag)?|carnaval|koning(?:s|innen)dag"
    r"|bevrijdingsdag|dodenherdenking|(?:moeder|vader)dag|sinterklaas"
    r"|nieuwjaar(?:sdag)?|oudjaar(?:sdag)?|(?:suiker|offer)feest|ramadan|good\s+friday|ascension\s+day"
    r"|whitsun|thanksgiving|(?:school|studie|college|cursus)jaar|academisch\s+jaar"
    r"|(?:school|academic)\s+year)\b"
)
# Days of the House, of the budget and of the year: which ones they are stands in no phrase.
_OCCASIONS: Final = re.compile(
    r"reces(?!si)|vakantie|\b(?:holidays?\b|budgets?\b)"
    r"|\baanloop\s+naar\s+(?:de\s+)?(?:prinsjesdag|verantwoordingsdag)\b"
    r"|begroting(?!sjaar)|belastingplan|\bjaarwisseling\b|\bjaar(?:verslag|rekening)\b"
    r"|\b(?:voorjaars|najaars|miljoenen)nota|\b(?:spring|autumn)\s+statement\b|\bhouse\s+rises\b"
    r"|(?:school|studie|vergader)jaar\b(?!\s+\d)|\b(?:school|academic)\s+year\b(?!\s+\d)"
    r"|\bbeschouwingen\b|\b(?:spring|summer|autumn)\s+(?:term|sitting|session)\b"
    r"|\bturn\s+of\s+the\s+year\b(?!\s+\d)"
    r"|\bannual\s+(?:report|accounts)\b"
    rf"|\bbo\s+mirt\b|\b(?:{_IN_ITS_YEAR})\b"
    r"(?!(?:\s+(?:van|of|in))?\s+(?:(?:1[89]|2[01])\d\d|['\u2018\u2019]\d\d)\b)"
)
#: What is held on a day: a debate, a meeting, an election.
HELD: Final = (
    r"\w*(?:debat|overleg|behandeling|vergadering|zitting|bijeenkomst|conferentie|consultatie"
    r"|stemming(?:en)?|bespreking|hoorzitting|verkiezing(?:en)?)|referendum"
    r"|v?ao|wgo|rondetafelgesprek|briefing|vragenuur|regeling\s+van\s+werkzaamheden"
    r"|debate|meeting|consultation|hearing|summit|conference|elections?|vote"
)
EVENTS: Final = rf"{HELD}|(?:minister)?raad|top|gesprek|plenair|council|session|reading|sitting"
_EVENT: Final = re.compile(
    r"\b(?:na|nadat|voordat|alvorens|zodra|wanneer|bij|after|once|following|upon|on\s+completion|when|by\s+the\s+time\s+of"
    rf"|(?:v[oó][oó]r|tijdens|before|during|ahead\s+of)\s+(?:\S+\s+){{0,3}}(?:{EVENTS}))\b"
)
_BEFORE_EVENT: Final = re.compile(r"(?:(?:nog|uiterlijk|ruim)\s+)?(?:voordat|alvorens)\b")
#: Some day, and no more than that it is not now.
SOME_DAY: Final = (
    r"op\s+(?:de\s+)?(?:lange(?:re)?\s+)?termijn|op\s+een\s+nader\s+te\s+bepalen\s+(?:moment|tijdstip)|te\s+zijner\s+tijd|t\.z\.t\."
    r"|op\s+een\s+later\s+(?:moment|tijdstip)|in\s+een\s+later\s+stadium|in\s+due\s+course"
    r"|at\s+a\s+later\s+(?:stage|date)|in\s+the\s+long(?:er)?\s+term"
)
_SOME_DAY: Final = re.compile(SOME_DAY)
#: Soon, and by no day.
SOON: Final = (
    r"zo\s+(?:spoedig|snel)(?:\s+als)?\s+mogelijk|per\s+(?:direct|ommegaande)"
    r"|met\s+onmiddellijke\s+ingang|with\s+immediate\s+effect|without\s+delay"
    r"|(?:when|as\s+soon\s+as)\s+parliamentary\s+time\s+allows"
    r"|op\s+(?:de\s+)?(?:zeer\s+)?korte\s+termijn"
    r"|op\s+(?:afzienbare|de\s+kortst\s+mogelijke)\s+termijn|binnen\s+afzienbare\s+tijd"
    r"|binnenkort|spoedig"
    r"|as\s+soon\s+as\s+(?:possible|practicable)|shortly|soon|imminently|in\s+the\s+near\s+future"
    r"|in\s+the\s+short\s+term|at\s+the\s+(?:earliest|next|first)\s+(?:possible\s+)?opportunity"
)


def recurs(text: str) -> bool:
    """Return whether words in small letters say that something comes back: "jaarlijks"."""
    return _RECURRING.search(text) is not None


def says_again(sentence: str) -> bool:
    """Return whether a sentence says that something is done again and again: "jaarlijks"."""
    return _AGAIN.search(NO_MONTH.sub("_", sentence).lower()) is not None


def is_occasion(text: str) -> bool:
    """Return whether words name a day that stands in no phrase, such as that of the budget."""
    return _OCCASIONS.search(text) is not None


def is_part_of_year(text: str) -> bool:
    """Return whether words name a feast or a school year, whose days no phrase gives."""
    return _PART_OF_YEAR.search(text) is not None


def is_before_event(text: str) -> bool:
    """Return whether a phrase says no more than what comes later: "voordat de wet ingaat"."""
    return _BEFORE_EVENT.match(text) is not None


def is_event(text: str) -> bool:
    """Return whether words say that something else comes first, or at the same time."""
    return _EVENT.search(text) is not None


def is_some_day(text: str) -> bool:
    """Return whether words say no more than that it is not now: "op termijn"."""
    return _SOME_DAY.fullmatch(text) is not None
