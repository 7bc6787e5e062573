"""Whom a paper is for: what its head says after "Aan", or in the address above its text."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from ssrpolicy.evidence import COMMITTEE, COPY
from ssrpolicy.starting.functions import (
    OFFICE,
    Stated,
    known_party,
    one_line,
    stated_party,
    without_article,
)
from ssrpolicy.starting.headings import addressee_in_heading
from ssrpolicy.starting.signatures import SALUTATION

_CHAIR: Final = r"(?:voorzitters?|speakers?|presidents?|chair(?:man|woman|person)?)"
#: A sentence may go on with "aan" at the start of a line, where no colon or line end follows.
_TO: Final = (
    r"^[ \t]*(?:(?-i:Aan|AAN|To|TO)\b|(?:aan|to)(?=[ \t]*(?::|\n))|t\.?[ ]?a\.?[ ]?v\.?(?=[ \t:])"
    r"|ter attentie van\b|(?:geadresseerde|addressee)\b|(?:for the )?attention(?: of)?\b)"
    r"[ \t]*(?::[ \t]*)?(?:\n[ \t]*)?"
)
_WHOM: Final = r"(?P<whom>(?:(?:de|het|the)\s+)?{}\b[^\n]*(?:\n[^\n]+){{0,2}})"
_CHAIRED: Final = re.compile(
    rf"(?:{_TO}|^[ \t]*)" + _WHOM.format(_CHAIR), re.IGNORECASE | re.MULTILINE
)
#: Below a text stand the chair's own signature and name.
_SIGNS: Final = re.compile(r"[^\n]*,[ \t]*(?:\n|\Z|[^\W\d_a-z])")
_OTHERS: Final = (
    r"(?:(?:leden\s+van\s+de\s+)?(?:tweede|eerste)(?:\s+en\s+(?:de\s+)?(?:tweede|eerste))?\s+kamer"
    rf"|beide\s+kamers|staten-generaal|{OFFICE}|states\s+general|both\s+houses"
    r"|house of representatives|senate|(?:vaste\s+|standing\s+)?(?:commissie|committee))"
)
_ADDRESSED: Final = re.compile(
    _TO + _WHOM.format(rf"(?:{_CHAIR}|{_OTHERS})"), re.IGNORECASE | re.MULTILINE
)
#: The members, the chair or the clerk of a committee, with "Aan" before them or without.
_COMMITTEE: Final = re.compile(
    rf"^[ \t]*(?:(?:Aan|To)\b\s*(?::\s*)?)?(?P<whom>{COMMITTEE})"
    r"(?:[ \t]+van[ \t]+de[ \t]+(?:Tweede|Eerste)[ \t]+Kamer(?:[ \t]+der[ \t]+Staten-Generaal)?)?"
    r"[ \t]*$",
    re.MULTILINE,
)
_GOES_ON: Final = re.compile(r"(?<=commissie)[ \t]*\n[ \t]*(?=(?:voor|inzake)\b)")
#: Whoever else a paper is for, right below the heading of the House or above the salutation.
_BELOW_HEADING: Final = re.compile(
    r"^[ \t]*(?:[Nn]r\.?[ \t]*\w{1,4}[ \t]+)?[^a-z\n]*\bBRIEF VAN\b[^a-z\n]*\n(?:[^a-z\n]*\n){0,5}"
    r"(?P<line>[ \t]*Aan )(?P<whom>"
    r"(?:(?:de|het|alle)\s+)?(?!(?:de heer|mevrouw|mw\.|dhr\.)\s)[^\n.!?]{3,120}?)[ \t]*$",
    re.MULTILINE,
)
_COUNCIL: Final = re.compile(
    r"^[ \t]*(?:Aan\b[ \t]*(?::[ \t]*)?(?:\n[ \t]*)?)?"
    r"(?P<whom>(?:(?:de|het)\s+)?(?:(?:leden|voorzitter)\s+van\s+)?(?:(?:de|het)\s+)?"
    r"(?:gemeenteraad|raad\s+der\s+gemeente|raad\s+van\s+de\s+gemeente|provinciale\s+staten"
    r"|algemeen\s+bestuur)"
    r"(?:\s+(?:van\s+)?(?:(?:de|het)\s+)?(?:(?:gemeente|provincie|waterschap)\s+)?"
    r"(?-i:[^\W\d_a-z])[\w'’-]*(?:[ -](?-i:[^\W\d_a-z])[\w'’-]*){0,3})?)[ \t]*,?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
# Both Houses at once; a copy for the other one is not a letter to it.
_BOTH: Final = re.compile(
    rf"\beerste\b(?:(?!{COPY}).){{1,90}}\btweede kamer"
    rf"|\btweede\b(?:(?!{COPY}).){{1,90}}\beerste kamer|\bbeide kamers"
    r"|\b(?:senate|house of representatives) and (?:(?:of|to|the|speaker|president) ){0,5}"
    r"(?:senate|house of representatives)|\bboth houses of (?:the states general|parliament)",
    re.IGNORECASE,
)
#: A name that a line end cuts short, or on whose line a person or an address follows.
_BEHIND_NAME: Final = re.compile(
    r",?\s+\(?(?:de heer|dhr\b|mevrouw|mevr\b|mw\b|mr\b|mrs\b|ms\b)\W.*"
    r"|\s+(?:(?:der|van|van de)$|(?:den haag|['’‘]s-gravenhage|the hague|postbus"
    r"|binnenhof|plein|prinses irenestraat|p\.?\s?o\.?\s?box"
    r"|\d{4}\s?[a-z]{2}\b|house of (?:commons|lords)\b(?=,? london)).*)",
    re.IGNORECASE,
)


def addressee_of(head: str, date: dt.date | None) -> Stated | None:
    """Return whom the head says the paper is for."""
    return (
        addressee_in_heading(head, date)
        or _below_heading(head, date)
        or _listed(head, date)
        or _unlisted(head)
    )


def _below_heading(head: str, date: dt.date | None) -> Stated | None:
    """Whoever no list has, in the line right below the heading of a letter: "Aan de leden"."""
    below = _BELOW_HEADING.search(head)
    if below is None or _ADDRESSED.match(head, below.start("line")):
        return None
    whom = without_article(below["whom"])
    return known_party(whom, date) or stated_party(whom)


def _listed(head: str, date: dt.date | None) -> Stated | None:
    """The party of a list that the address names, with "Aan" before it or without."""
    begins = SALUTATION.search(head)
    marked = list(_ADDRESSED.finditer(head))
    chaired = (
        found
        for found in _CHAIRED.finditer(head, 0, begins.start() if begins else len(head))
        if begins or not _SIGNS.match(head, found.start("whom"))
    )
    for found in (*marked, *chaired):
        rows = found["whom"].split("\n")
        if (both := _both_houses(found, rows, marked)) is not None:
            return both
        for count in range(len(rows), 0, -1):
            words = without_article(one_line("\n".join(rows[:count])).strip(" ,"))
            if (known := known_party(_BEHIND_NAME.sub("", words), date)) is not None:
                return known
    return None


def _unlisted(head: str) -> Stated | None:
    """Whom no list has is named all the same, where a word says that the paper is for them."""
    begins = SALUTATION.search(head)
    above = head[: begins.start()] if begins else head
    if committee := _COMMITTEE.search(_GOES_ON.sub(" ", above)):
        return stated_party(without_article(one_line(committee["whom"])))
    if marked := _ADDRESSED.search(head):
        whom = _BEHIND_NAME.sub("", marked["whom"].split("\n")[0])
        return stated_party(without_article(whom))
    council = _COUNCIL.search(above) if begins else None
    return stated_party(without_article(one_line(council["whom"]))) if council else None


def _both_houses(
    found: re.Match[str], rows: list[str], marked: list[re.Match[str]]
) -> Stated | None:
    """The presidents of both Houses, or the States General, where the paper is for both."""
    for count in range(1, len(rows) + 1):
        words = one_line(" ".join(rows[:count]))
        if _BOTH.search(words):
            break
    else:
        # Each may have its own "Aan", with an address between them.
        others = [each for each in marked if each.start() > found.start()][:1]
        words = one_line(f"{rows[0]} {others[0]['whom'].splitlines()[0]}") if others else ""
        if found not in marked or not _BOTH.search(words):
            return None
    chaired = re.match(rf"(?:(?:de|het|the)\s+)?{_CHAIR}\b", words, re.IGNORECASE)
    party = "voorzitters-staten-generaal" if chaired else "staten-generaal"
    return Stated(value=party, words=without_article(words.strip(" ,")))
