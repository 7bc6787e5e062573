"""The words around a stretch of the calendar: its edges, its bounds, what leads on to another."""

import re
from typing import Final

from ssrpolicy.evidence.terms.occasions import EVENTS

_SOME: Final = r"(?:few\s+)?(?:dag(?:en)?|weken|week|maand(?:en)?|days?|weeks?|months?)"
_EARLY: Final = (
    r"begin(?!\s+in\b)|primo|medio|half|halverwege|vroege|early|mid"
    r"|(?:the\s+)?(?:beginning|start|middle)(?=\s+of\b)"
    rf"|(?:(?:de|the)\s+)?(?:eerste|first)\s+{_SOME}"
)
_LATE: Final = (
    r"(?:het\s+|the\s+)?(?:(?:jaar)?einde?|ultimo|late|close(?=\s+of\b)|(?:year[\s-])?end(?!\s+in\b)|oud\s+en\s+nieuw)"
    rf"|(?:(?:de|the)\s+)?(?:laatste|last)\s+{_SOME}"
)
_WITHIN: Final = (
    r"later|nog|ergens|in\s+de\s+loop"
    r"|(?:(?:de|the)\s+)?(?:tweede|derde|vierde|second|third|fourth)\s+(?:week|maand|month)"
)
EDGE: Final = re.compile(
    rf"(?:\b(?P<early>{_EARLY})|\b(?:{_LATE})|\b(?:{_WITHIN}))(?:\s+(?:van|of|in))?[\s-]+"
    r"(?:(?:het|de|the)\s+)?$"
)
_SPANS: Final = re.compile(r"\s*(?:tot(?:\s+en\s+met)?|t/m|to|until|-|–)\s*")
_LEADS_ON: Final = re.compile(
    r"\s*(?:tot(?:\s+en\s+met)?|t/m|(?:,\s*)?(?:en|of|and|or)|to|until|-|–|/|,)\s*"
    r"(?:(?:het|de|the)\s+)?"
)

_STARTS: Final = (
    r"met\s+ingang\s+van|vanaf|as\s+of|as\s+from|(?:with\s+effect\s+)?from|starting(?:\s+in)?"
)
_SURELY_BEFORE: Final = (
    r"v[óo]ór|voorafgaande?\s+aan|prior\s+to|ahead\s+of|in\s+(?:de\s+)?aanloop\s+naar"
    r"|in\s+the\s+run[\s-]+up\s+to"
)
_BEFORE: Final = rf"voor|vóor|before|{_SURELY_BEFORE}|tussen\s+nu\s+en|between\s+now\s+and"
_AFTER: Final = r"na|after"
_BY: Final = (
    r"uiterlijk|niet\s+later\s+dan|by|no\s+later\s+than|not\s+later\s+than|on|op"
    r"|(?:on|by)\s+or\s+(?:before|by)|op\s+of\s+v[oó][oó]r"
)
# "Niet eerder dan 2027": from then on, and by no day.
_EARLIEST: Final = (
    r"(?:niet|not?)\s+(?:v[oó][oó]r|eerder\s+dan|before|earlier\s+than|sooner\s+than)"
    r"|(?:op\s+zijn|op\s+z'n|ten)\s+vroegste?(?:\s+(?:in|op))?"
    r"|at\s+the\s+earliest\s+(?:in|on|by)"
)
_ABOUT: Final = (
    r"rond|omstreeks|ongeveer|circa|ca\.|naar\s+verwachting\s+rond|around|about|approximately"
)
_THE: Final = r"(?:(?:het|de|the)\s+)?"

_UNTIL: Final = re.compile(
    r"\s*(?:,|,?\s*(?:maar|doch|en|but|and|yet))\s+(?:(?:wel|nog|in\s+elk\s+geval|in\s+any\s+case)\s+)?"
    rf"(?:(?P<before>{_BEFORE})|{_BY})\s+{_THE}"
    rf"(?P<end>(?:einde?|end)\s+(?:(?:van|of)\s+)?{_THE})?"
)
START: Final = re.compile(
    rf"\b(?:{_STARTS}|sinds|sedert|since)\s+(?:(?:het|de|the|begin|medio|eind|early|mid|late)\s+)*$"
)
BEFORE: Final = re.compile(
    r"(?P<planned>(?:gepland|voorzien|geagendeerd|beoogd|staat|staan|scheduled|planned)\s+)?"
    rf"\b(?<!\bon or )(?<!\bby or )(?<!\bop of )(?:{_BEFORE})\s+{_THE}$"
)
AFTER: Final = re.compile(rf"\b(?:{_AFTER})\s+(?:(?:afloop|ommekomst)\s+van\s+)?{_THE}$")
BY: Final = re.compile(rf"\b(?:{_BY})\s+(?:op\s+)?$")
#: What a stretch follows in which something begins: "na | 1 mei", "niet eerder dan | mei".
BEGINS: Final = re.compile(rf"(?:{_EARLIEST}|{_AFTER})\s+{_THE}")
EARLIEST: Final = re.compile(rf"\b(?:{_EARLIEST})\s+{_THE}$")
OR_LATER: Final = re.compile(
    r"\s*(?:op\s+zijn\s+vroegst|of\s+later|at\s+the\s+earliest|or\s+later)\b"
)
#: What makes a beginning of a stretch: "in 2026 en verder"; after "vanaf" it adds nothing.
ONWARDS: Final = re.compile(
    # Before a verb "en verder" is what else is said.
    r"(?:(?<=\d{4})\s+en\s+verder(?!\s+(?:zal|zullen|wil|willen|word|wordt|worden|is|zijn|kan"
    r"|kunnen|moet|moeten|ga|gaan|heb|hebben|heeft|stuur|informeer)\b)"
    r"|,?\s+(?:en|and)\s+(?:daarna|later|thereafter)(?=\s*(?:[,.;)]|\Z))"
    r"|\s+(?:and\s+)?(?:beyond|onwards?)|\s+e\.v\.)(?!\w)"
)
#: What is held in a stretch: "the May elections".
ITS_EVENT: Final = re.compile(rf"\s+(?:\w+\s+)?(?:{EVENTS})\b")
ABOUT: Final = re.compile(rf"\b(?:{_ABOUT})\s+{_THE}$")
_WEEKDAY: Final = re.compile(
    r"\b(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\s+$"
)
_AN_EVENT: Final = re.compile(rf"\b(?:{EVENTS})\b")
_WITH_DAY: Final = re.compile(
    r"\b(?:het|de|the|een|an?)\s+(?:(?!(?:uiterlijk|v[oó][oó]r|na|before|after|by|from|vanaf|maar|but)\b)"
    r"[^\s,.;:()]+\s+){1,7}(?:van|op|of|on|in)\s+$"
)
# "Na kerst", "nadat de evaluatie in": what is not bound by the whole of the month or year named.
_EVENT_IN: Final = re.compile(
    rf"(?P<bound>\b(?:{_BEFORE})\s+)(?:[^\s,.;]+\s+){{0,3}}(?:{EVENTS})"
    r"(?:\s+(?:van|of|in))?\s+$"
    rf"|\b(?:{_STARTS}|sinds|sedert|since|tot(?:\s+aan)?|until)\s+(?:[^\s,.;]+\s+){{0,3}}(?:{EVENTS})"
    r"\s+(?:van|of|in)\s+$"
    r"|\b(?:na|nadat|zodra|wanneer|after|once|following|upon|as\s+soon\s+as|when)\s+"
    r"(?!possible|practicable|mogelijk)"
    r"(?:(?!(?:uiterlijk|maar|but|by|before|v[oó][oó]r|na|after)\b)[^\s,.;]+\s+){1,12}$"
)
_BEFORE_MEETING: Final = re.compile(
    rf"\b(?<!niet )(?:{_BEFORE})\s+(?:het|de|uw)\s+(?:[^\s,.;]+\s+){{0,2}}"
    r"(?:\w*(?:debat|overleg|vergadering)|v?ao|wgo)\b(?:\s+[^\s,.;]+){0,3}\s+(?:van|in)\s+$"
)
_SURELY_A_BOUND: Final = re.compile(rf"\b(?:{_SURELY_BEFORE}|{_AFTER})\s+$")

#: What may lead to a stretch in a sentence, by language; a list of words, for a pattern.
LEADS: Final = {
    "nl": "|".join(
        (
            rf"{_EARLIEST}|{_STARTS}|{_BEFORE}|{_AFTER}|{_BY}|{_ABOUT}|{_EARLY}|{_LATE}|{_WITHIN}",
            r"(?:kort|vlak|direct|meteen|ruim|zo\s+(?:snel|spoedig)\s+mogelijk)(?=\s+(?:na|v[oó][oó]r)\b)",
            r"in|tegen|per|pas|tot(?:\s+en\s+met)?|t/m|tussen|op\s+zijn\s+laatst|aan|van|binnen",
            r"gedurende|tijdens|richting(?=\s+(?:het\s+)?einde?\b)|de|het|(?:de\s+)?periode(?=\s+(?:van\b|\Z))",
            r"(?:de\s+)?(?:week|weken)(?=\s+(?:van|na|v[oó][oó]r)\b)|in\s+de\s+jaren|maand(?=\s+\Z)",
            r"(?:school|studie|begrotings|kalender)jaar|parlementaire",
            r"zo\s+(?:snel|spoedig)\s+mogelijk(?=\s+in\b)",
            r"(?:maan|dins|woens|donder|vrij|zater|zon)dag",
        )
    ),
    "en": "|".join(
        (
            rf"{_EARLIEST}|{_STARTS}|{_BEFORE}|{_AFTER}|{_BY}|{_ABOUT}|{_EARLY}|{_LATE}|{_WITHIN}",
            r"(?:shortly|soon|immediately|as\s+soon\s+as\s+possible)(?=\s+(?:after|before)\b)",
            r"up\s+to|in|at|of|the|between|until|during|throughout|within|towards?|(?:course|lifetime)(?=\s+of\b)",
            r"over|(?:the\s+)?period(?=\s+(?:from\b|\Z))|financial|academic|fiscal|fy",
            r"weeks?(?=\s+(?:of|commencing|beginning)\b)|commencing|in\s+the\s+years|month(?=\s+of\b)",
            r"(?:mon|tues|wednes|thurs|fri|satur|sun)day",
        )
    ),
}


def without_event(lead: str) -> str:
    """Return the words before a day without the event that has its day: "vóór het debat van".

    "Voor de gemeenten op" has no event, and so is not a bound: it says for whom.
    """
    lead = _WEEKDAY.sub("", lead)
    found = _WITH_DAY.search(lead)
    if found is None:
        return lead
    before = lead[: found.start()]
    bound = _AN_EVENT.search(found.group()) or _SURELY_A_BOUND.search(before)
    return before if bound else lead


def bounds_event(lead: str) -> bool:
    """Return whether an event bounds that lies in a month or year: "na de verkiezingen in".

    It may be early or late in that period, so no day bounds the term.
    """
    if AFTER.search(lead):  # "na de zomer", and no event
        return False
    if found := _EVENT_IN.search(lead):
        planned = found["bound"] and BEFORE.search(lead, 0, found.end("bound"))
        return not (planned and planned["planned"])
    bare = without_event(lead)
    before = BEFORE.search(bare)
    bound = AFTER.search(bare) or (before and not before["planned"])
    return bare != lead and bound is not None and bool(bound)


def before_meeting(lead: str) -> bool:
    """Return whether a meeting of the House bounds that lies in a month: "voor het AO in".

    It is past when that month is.
    """
    return _BEFORE_MEETING.search(lead) is not None


def leads_on(between: str) -> bool:
    """Return whether the words between two stretches make one of them: "mei tot eind juli"."""
    return _LEADS_ON.fullmatch(_without_edge(between)) is not None


def until(between: str) -> re.Match[str] | None:
    """Return how a later stretch ends what an earlier one begins: ", maar voor"; None if not."""
    return _UNTIL.fullmatch(between)


def spans(between: str) -> bool:
    """Return whether the words go from one stretch to another: "tot", and not "of" or "en"."""
    return _SPANS.fullmatch(_without_edge(between)) is not None


def _without_edge(words: str) -> str:
    return EDGE.sub("", f"{words.strip()} ")
