"""Clauses that say on what condition something is done, and what for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

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
#: A clause that says what for: what it says when, is when that will be so.
_EFFECT: Final = {
    "nl": re.compile(
        r"(?P<before>(?:[^ ,.;]+ ){0,4})(?P<clause>\bom (?!de\b [^ ]+ (?:jaar|maanden))"
        r"[^,;.]*?\bte [^\W\d_]+n\b)|(?:^|[,;] )(?P<clause2>(?:zodat|opdat)\b[^;.]*)",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"(?P<before>(?:[^ ,.;]+ ){0,3})(?P<clause>\b(?:(?:in order|so as) to\b"
        r"|to (?:help (?:to )?)?(?:halve|reduce|cut|double|triple|increase|raise|lower|improve"
        r"|achieve|reach|meet|end|eliminate|eradicate|bring down|ensure|make sure|enable|restore"
        r"|reverse|decarboni[sz]e|phase out)\b|with (?:a view to|the aim of)\b)[^,;.]*)"
        r"|(?P<clause2>\bso that\b[^;.]*)",
        re.IGNORECASE,
    ),
}
#: Before "om" it is what is undertaken, and not what for: "ik ben voornemens om".
_UNDERTAKEN: Final = re.compile(
    r"\b(?:voornemens?|stre(?:ef|eft|ven)|ernaar|ervoor|eraan|erop|bereid|plan|bedoeling|besloten"
    r"|besluit|toe(?:gezegd|zegging)|gevraagd|verzocht|verzoek|opdracht|afgesproken|afspra\w+|inzet"
    r"|ambitie|doel\w*|mogelijk|pro(?:beer|beren)|tracht\w*|voorstel|voor|verwacht\w*|gelukt|zaak"
    r"|gericht|alles op alles|in het werk"
    r"|intentie|wens|wil|belofte|aanbod|taak|kans|gelegenheid|mogelijkheid|verplichting"
    r"|aim(?:s|ed|ing)?|seeks?|intend(?:s|ed)?|plan(?:s|ned|ning)?|commit(?:s|ted|ments?)?|hopes?"
    r"|continues?|expect(?:s|ed)?|wants?|agreed?|decided?|due|able|need(?:s|ed)?|wish(?:es)?"
    r"|strives?|endeavours?|tr(?:y|ies)|resol(?:ve|ved)|pledged?|promised?|undert(?:ake|aken|ook)"
    r"|determined|going|work(?:s|ing)?)\b|\b(?:is|are|be|have|has) *\Z",
    re.IGNORECASE,
)


def conditions_in(sentence: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield the clauses that say on what condition something is done."""
    for match in _CONDITION[language].finditer(sentence):
        yield match.span("clause")


def purposes_in(sentence: str, language: str, cue: int) -> Iterator[tuple[int, int]]:
    """Yield the clauses that say what something is for, unless the cue stands in one."""
    for match in _EFFECT[language].finditer(sentence):
        start, end = match.span("clause" if match["clause"] else "clause2")
        if not start < cue < end and not _UNDERTAKEN.search(match["before"] or ""):
            yield start, end
