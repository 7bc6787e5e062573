"""The own date of a paper, apart from the other dates that its head has."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from ssrpolicy.model import DocumentKind
from ssrpolicy.starting.days import WRITTEN_DAY, written_day
from ssrpolicy.starting.headings import day_in_heading
from ssrpolicy.starting.signatures import SALUTATION

HEAD: Final = 2_500
"""How many characters of a paper may be its head."""

_FOOT: Final = 200
# A letter's own date stands on a line by itself, mostly after the place; other dates in the head
# are those of the papers that it answers ("Uw brief van" in a margin has its date below it).
_LABELLED: Final = re.compile(
    r"(?:^[ \t]*|(?-i:(?<=[A-Z]{4} )(?=V)))"
    r"(?:datum|date|voorgesteld|vastgesteld|gepubliceerd(?:[ \t]+op)?"
    rf"|(?:published|issued)(?:[ \t]+on)?)\b\s*(?::\s*)?(?P<day>{WRITTEN_DAY})"
    r"(?=[ \t]*(?:$|[ \t]\w))",
    re.IGNORECASE | re.MULTILINE,
)
_OWN_DATE: Final = re.compile(
    rf"^[ \t]*(?:(?:den haag|'s-gravenhage|the hague)[ \t]+|['’‘]?[^\W\d][^\n,.;:]{{1,40}},\s*)?"
    rf"(?P<day>{WRITTEN_DAY})[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
#: A day that says so, below an empty line: under a subject it is that of another paper.
_DATED: Final = re.compile(
    r"(?:\A|\n[ \t]*\n)[ \t]*(?:(?:den haag|'s-gravenhage|the hague),?[ \t]+)?"
    rf"(?:d\.?[ ]?d\.?|de dato|dated)[ \t]*:?[ \t]*(?P<day>{WRITTEN_DAY})[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
#: The place with the day says more than a label does: "Den Haag, 4 maart 2026".
_PLACED: Final = re.compile(
    r"^[ \t]*(?:(?:(?-i:Aan|To)\b[^\n.!?]{3,200}?[ \t]+)?"
    r"(?:den haag|'s-gravenhage|the hague),?[ \t]+"
    r"|['’‘]?(?:s-)?(?-i:[A-Z])[^\W\d]+(?:[ -][^\W\d]+){0,3},[ \t]*)"
    rf"(?P<day>{WRITTEN_DAY})(?:[ \t]*\(concept\))?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
#: A reference that has its value on its own line says nothing of the line below it.
_ANSWERS_TO: Final = re.compile(
    r"(?:(?:uw|your) (?:brief|letter)\b|(?:uw kenmerk|your ref)\w*\.?(?![ \t]*:[ \t]*\S))"
    r"[^\n]*\n[^\n]*\Z|\bontvangen[^\n]*\n?[^\n]*$",
    re.IGNORECASE,
)
# What a paper calls itself and its sending, in a label of its own day: "Datum brief".
_ITSELF: Final = (
    r"brief|document|besluit|verzend(?:ing)?|verzonden|dagtekening|uitgifte|publicatie|schrijven|letter|issue"
    r"|decision|publication|signature|sent"
)
_BEHIND_DATE: Final = (
    rf"(?:[ \t:/&]+(?:{_ITSELF}|van|de|het|dit|deze|en|of|the|this|and|vermelden|plaats"
    r"|(?:ons |onze |uw |our |your )?(?:kenmerk|referentie|reference|ref)|bijlagen?|enclosures?"
    r"|behandeld door|onderwerp|betreft|subject|contactpersoon|telefoon|pagina|page"
    r"|den haag|'s-gravenhage|the hague|amsterdam|rotterdam|utrecht|brussel|london)"
    r"(?!\w)(?:\(n\))?)*[ \t:]*(?:\t|[ \t]{3}|\n)"
)
#: A label of another day, above it: "Datum ontvangst", "Ingangsdatum", "Date of motion".
_OTHER_DAY: Final = re.compile(
    rf"(?:^|\n)[^\n]*\b(?:dat(?:um|e)\b(?!{_BEHIND_DATE})|(?!(?:{_ITSELF})s?datum)[^\W\d_]+datum\b"
    r"|(?:effective|start|end|meeting|due|expiry|closing|response|debate|question|motion|election)"
    r"[ \t]+date\b|received(?:[ \t]+on)?[ \t]*:?[ \t]*(?=\n))[^\n\d]*\n[ \t]*\Z",
    re.IGNORECASE,
)
#: What cites a debate or an official journal by its day.
_CITES: Final = re.compile(
    r"^[ \t]*(?:H[CL] Deb|Hansard|Official Report|Handelingen|Kamerstuk(?:ken)?|Stb|Stcrt|PbEU)\b",
    re.IGNORECASE,
)
_PROPOSED: Final = re.compile(
    r"\b(?:Voorgesteld\s+(?:tijdens\s+het\s+[^\n,;]{3,80}?\s+van\s+)?|(?:Proposed|Tabled|Moved)\s+(?:on\s+)?)"
    rf"(?P<day>{WRITTEN_DAY})",
    re.IGNORECASE,
)
_RECEIVED: Final = re.compile(rf"\(\s*ontvangen\s+(?P<day>{WRITTEN_DAY})\s*\)", re.IGNORECASE)
#: What the House prints below the heading of an amendment or a memorandum.
_RECEIVED_PAPER: Final = re.compile(
    r"^[ \t]*(?:ontvangen|received)(?=[ \t:])[ \t]*(?:on\b[ \t]*)?(?::[ \t]*)?"
    rf"(?P<day>{WRITTEN_DAY})[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)


def own_date(lines: str, kind: DocumentKind) -> tuple[dt.date | None, str | None]:
    """Return the paper's own date and its words; None twice where it does not state one."""
    head, foot = (0, HEAD), (max(0, len(lines) - _FOOT), len(lines))
    own = {
        DocumentKind.MOTION: _PROPOSED,
        DocumentKind.QUESTION: _RECEIVED,
        DocumentKind.OTHER: _RECEIVED_PAPER,
    }.get(kind)
    if (headed := day_in_heading(lines[:HEAD]))[0] is not None:
        return headed
    begins = SALUTATION.search(lines, 0, HEAD)
    above_text = (0, begins.start() if begins else HEAD)
    places = (
        (own, head),
        (_LABELLED, head),
        (_PLACED, above_text),
        (_OWN_DATE, head),
        (_DATED, above_text),
        (_OWN_DATE, foot),
    )
    for pattern, (start, end) in places:
        for found in pattern.finditer(lines, start, end) if pattern else ():
            above = lines[max(0, found.start() - 120) : found.start("day")]
            above = re.sub(r"\n\s*\n", "\n", above) if pattern is _DATED else above
            bare = pattern in (_PLACED, _OWN_DATE, _DATED)
            if bare and (_ANSWERS_TO.search(above) or _OTHER_DAY.search(above)):
                continue
            if bare and _CITES.match(found[0]):
                continue
            if (day := written_day(found["day"])) is not None:
                return day, " ".join(found[0].split())
    return None, None
