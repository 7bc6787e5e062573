"""Who signs a paper, on whose behalf, who moves a motion, and whom a paper is for."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from ssrpolicy.evidence import COMMITTEE, COPY, formality
from ssrpolicy.model import DocumentKind
from ssrpolicy.starting.asking import answering
from ssrpolicy.starting.functions import (
    OFFICE,
    Stated,
    is_function,
    known_party,
    listed_functions,
    minister_of,
    one_line,
    stated_function,
    stated_party,
)
from ssrpolicy.starting.signatures import PARTICLE, SALUTATION, STARTS, signed_by

_LIST: Final = 600
_MOST: Final = 100
_LONGEST_MOVER: Final = 60

_ANSWERED_BY: Final = re.compile(
    r"^[ \t]*(?:Antwoord(?:en)?|Mededeling) van (?P<who>.{3,600}?)\(\s*ontvangen\b",
    re.IGNORECASE | re.DOTALL | re.MULTILINE,
)
_NAMED_OFFICE: Final = re.compile(
    rf"(?P<office>{OFFICE})\s+[^(,]{{2,60}}?\((?P<portfolio>[^()]{{2,200}})\)", re.IGNORECASE
)
#: What the lines of a head that name another letter begin with, and what stands before its name.
_ABOUT: Final = r"(?![ \t]*(?:betreft|betr\.|onderwerp|inzake|bijlagen?|uw)\b)"
_BY: Final = re.compile(
    rf"^{_ABOUT}[^\n]{{0,60}}?\b(?<!\bop )(?<!\buw )(?<!\bde )(?<!\bper )brief van "
    r"(?P<who>(?:de )?(?:demissionaire? )?(?:minister|staatssecretaris)[^\n]*"
    r"(?:\n[^\n]+){0,3})",
    re.IGNORECASE | re.MULTILINE,
)
#: Committees that write: "Brief van de voorzitters van de vaste commissies voor ...".
_BY_COMMITTEES: Final = re.compile(
    r"^[^\n]{0,60}?\bbrief van (?:de )?"
    r"(?P<who>(?:voorzitters?|leden|griffier) van (?:de )?(?:vaste )?commissies?\b[^\n.;]{3,400})$",
    re.IGNORECASE | re.MULTILINE,
)
#: "Government response to the House of Lords Harbours Committee's report".
_RESPONSE: Final = re.compile(
    r"^[ \t]*(?P<who>(?:the )?(?:UK )?government) response to (?:the )?"
    r"(?P<whom>[^\n]{3,140}?\bcommittee)\b",
    re.IGNORECASE | re.MULTILINE,
)
# A heading: "Letter from the Minister for Europe to the Chairman of the Committee".
_LETTER_TO: Final = re.compile(
    r"\bletter to (?:the )?(?P<whom>[^\n]{3,80}?) from (?:the )?(?P<who>[^\n]{3,160}?)"
    r"(?:,? dated\b[^\n]*)?$",
    re.IGNORECASE | re.MULTILINE,
)
_LETTER_FROM: Final = re.compile(
    r"^[ \t]*letter from (?:the )?(?P<who>(?:[^\n]|\n(?![ \t]*\n)){3,200}?),?\s+to\s+(?:the\s+)?"
    r"(?P<whom>[^\n]{3,160}?)(?:,? dated\b[^\n]*)?$",
    re.IGNORECASE | re.MULTILINE,
)
# The function of somebody who is named with it: "the Rt Hon A. Name MP, Minister for Europe".
_NAMED_WITH: Final = re.compile(rf"^[^\n]*?, (?:the )?(?={OFFICE}\b)", re.IGNORECASE)
_BEHALF: Final = re.compile(
    r"(?P<also>\b(?:mede|tevens|ook)\s+|\balso\s+)?(?:\bnamens|\bon\s+behalf\s+of):?\s+"
    r"(?=(?:de|het|the|mijn|onze|my|our|minister|staatssecretaris)\b)",
    re.IGNORECASE,
)
_SENTENCE_START: Final = re.compile(r"[.!?:][\"'”’)]*\s+|\n[ \t]*\n|\n(?=[ \t]*[A-Z]{4})")
_FIRST_PERSON: Final = re.compile(
    r"\b(?:ik|wij|we|mij|mijn|ons|onze|hierbij|hiermee|bijgaand|u|uw|my|our|you|your|hereby)\b"
    r"|\bI\b|\bbrief van de\b",
    re.IGNORECASE,
)
#: Another letter, or another writer: what was written then, or by them, is not this paper's.
_ELSEWHERE: Final = re.compile(
    r"\bin (?:mijn|onze|zijn|haar|de|my|our|the) (?:brief|brieven|letter)\b|\beerder\b|\bearlier\b"
    rf"|\b(?:{OFFICE})\b[^.]{{0,120}}\b(?:heeft|had|schreef|stuurde|zond|has|wrote|sent)\b",
    re.IGNORECASE,
)
#: What was said before on behalf of others: "heb ik mede | namens hem in het debat gezegd".
_SAID_BEFORE: Final = re.compile(
    r"\b(?:(?:heb|hebben) (?:ik|wij|we)|(?:ik|wij|we) (?:heb|hebben)|(?:I|we) have)\b[^|]*\|.*"
    r"\b(?:(?:toe)?gezegd|aangegeven|gemeld|ge[i\u00ef]nformeerd|beantwoord|aangekondigd|gestuurd"
    r"|gesproken|gevoerd|said|told|written|promised|announced)\b",
    re.IGNORECASE | re.DOTALL,
)

_CHAIR: Final = r"(?:voorzitters?|speakers?|presidents?|chair(?:man|woman|person)?)"
_TO: Final = r"^[ \t]*(?:Aan|To)\b[ \t]*(?::[ \t]*)?(?:\n[ \t]*)?"
_WHOM: Final = r"(?P<whom>(?:(?:de|het|the)\s+)?{}\b[^\n]*(?:\n[^\n]+){{0,2}})"
_CHAIRED: Final = re.compile(rf"(?:{_TO})?" + _WHOM.format(_CHAIR), re.IGNORECASE | re.MULTILINE)
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
    rf"^[ \t]*(?:(?:Aan|To)\b\s*(?::\s*)?)?(?P<whom>{COMMITTEE})[ \t]*$", re.MULTILINE
)
_SIGNED_BY_COMMITTEE: Final = re.compile(
    rf"^[ \t]*(?P<whom>{COMMITTEE}),?[ \t]*\n\s*[^\W\d_a-z]", re.MULTILINE
)
_FOOT: Final = 2_000
# Both Houses at once; a copy for the other one is not a letter to it.
_BOTH: Final = re.compile(
    rf"\beerste\b(?:(?!{COPY}).){{1,90}}\btweede kamer"
    rf"|\btweede\b(?:(?!{COPY}).){{1,90}}\beerste kamer|\bbeide kamers"
    r"|\b(?:senate|house of representatives) and (?:(?:of|to|the|speaker|president) ){0,5}"
    r"(?:senate|house of representatives)|\bboth houses of (?:the states general|parliament)",
    re.IGNORECASE,
)
_ARTICLE: Final = re.compile(r"^(?:de|het|the)\s+", re.IGNORECASE)
_MOVERS: Final = re.compile(
    r"\bmotie van (?P<who>(?:het lid|de leden)\s+[^\n]{2,200}(?:\n[^\n]{2,120})?)", re.IGNORECASE
)
_MOVER: Final = re.compile(
    rf"(?:{PARTICLE}\s+){{0,3}}[^\W\d_a-z][\w'’-]*(?:[ -][^\W\d_a-z][\w'’-]*){{0,2}}"
)
_ORDER_OF_THE_DAY: Final = re.compile(
    r"(?:gaat over tot de orde van de dag|proceeds to the order of the day)[.,;]?", re.IGNORECASE
)


def authors_of(
    lines: str, head: str, kind: DocumentKind, date: dt.date | None
) -> tuple[Stated, ...]:
    """Return who signs or, where nobody is found to sign, who the head says it is from."""
    if kind is DocumentKind.MOTION:
        found = list(_movers(lines, head))
    elif answered := _ANSWERED_BY.search(head):
        found = list(_answerers(re.split(r",?\s*mede\s+namens", answered["who"])[0], date))
    elif answers := answering(head, date):
        found = answers
    else:
        found = (
            list(signed_by(lines, date)) or list(_named_in(head, date)) or list(_committee(lines))
        )
    return tuple({each.value: each for each in found}.values())


def on_behalf_of(
    lines: str, head: str, authors: tuple[Stated, ...], date: dt.date | None
) -> tuple[Stated, ...]:
    """Return those on whose behalf the paper says that it is written too; authors are not."""
    own = {author.value for author in authors}
    minister = any(value.startswith("minister") for value in own)
    answered = _ANSWERED_BY.search(head)
    text = answered["who"] if answered else lines
    for found in islice(_BEHALF.finditer(text), _MOST):
        if answered or _is_of_this_paper(text, found):
            words = text[found.end() : found.end() + _LIST]
            persons = answered and list(_persons(words, date))
            named = persons or listed_functions(words, date, by_minister=minister)
            if named := [each for each in named if each.value not in own]:
                return tuple(named)
    return ()


def addressee_of(head: str, date: dt.date | None) -> Stated | None:
    """Return whom the head says the paper is for."""
    if letter := _LETTER_TO.search(head) or _LETTER_FROM.search(head):
        whom = _NAMED_WITH.sub("", one_line(letter["whom"]))
        return known_party(whom, date) or (
            stated_function(whom, date) if is_function(whom) else stated_party(whom)
        )
    if response := _RESPONSE.search(head):
        return stated_party(response["whom"])
    marked = list(_ADDRESSED.finditer(head))
    for found in (*marked, *_CHAIRED.finditer(head)):
        rows = found["whom"].split("\n")
        if (both := _both_houses(found, rows, marked)) is not None:
            return both
        for count in range(len(rows), 0, -1):
            words = _ARTICLE.sub("", one_line("\n".join(rows[:count])).strip(" ,"))
            if (known := known_party(words, date)) is not None:
                return known
    # Whom no list has is named all the same, where a word says that the paper is for them.
    if committee := _COMMITTEE.search(head):
        return stated_party(_ARTICLE.sub("", one_line(committee["whom"])))
    return stated_party(_ARTICLE.sub("", marked[0]["whom"].split("\n")[0])) if marked else None


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
    return Stated(value=party, words=_ARTICLE.sub("", words.strip(" ,")))


def _answerers(who: str, date: dt.date | None) -> Iterator[Stated]:
    """Who answers written questions: "Minister Voorbeeld (Defensie)", or whole functions."""
    yield from list(_persons(who, date)) or listed_functions(who, date)


def _persons(who: str, date: dt.date | None) -> Iterator[Stated]:
    """Each who is named as "Minister Voorbeeld (Defensie)"."""
    for each in _NAMED_OFFICE.finditer(who):
        yield minister_of(each["office"], one_line(each["portfolio"]), date)


def _named_in(head: str, date: dt.date | None) -> Iterator[Stated]:
    if by := _BY.search(head):
        first, *more = by["who"].split("\n")
        # A head in capitals goes on as long as its lines are in capitals.
        while more and (
            more[0].isupper() if first.isupper() or first.split()[0].isupper() else _is_open(first)
        ):
            first += f" {more.pop(0)}"
        who = re.split(r",?\s*mede\s+namens", first, flags=re.IGNORECASE)[0]
        yield from listed_functions(who, date)
    elif letter := _LETTER_TO.search(head) or _LETTER_FROM.search(head):
        who = one_line(letter["who"]).rpartition(" MP, ")[2]
        yield stated_function(_NAMED_WITH.sub("", who), date)
    elif committees := _BY_COMMITTEES.search(head):
        yield stated_party(committees["who"])
    elif response := _RESPONSE.search(head):
        yield stated_party(_ARTICLE.sub("", response["who"]))


def _committee(lines: str) -> Iterator[Stated]:
    """The chair or the clerk who signs for a committee, below the text of its letter."""
    if begins := SALUTATION.search(lines):
        end = max(begins.end(), len(lines) - _FOOT)
        for signed in islice(_SIGNED_BY_COMMITTEE.finditer(lines, end), _MOST):
            yield stated_party(_ARTICLE.sub("", one_line(signed["whom"])))


def _is_open(line: str) -> bool:
    return bool(re.search(r"(?:,|\b(?:en|van|voor))\s*$", line))


def _is_of_this_paper(text: str, found: re.Match[str]) -> bool:
    """Whether "namens" says on whose behalf this paper is written, and no other."""
    before = text[max(0, found.start() - 400) : found.start()]
    start = 0
    for mark in _SENTENCE_START.finditer(before):
        start = mark.end()
    said = before[start:]
    after = text[found.end() : found.end() + 400].split(". ", maxsplit=1)[0]
    if _ELSEWHERE.search(said) or _SAID_BEFORE.search(f"{said} | {after}"):
        return False
    first_person = bool(_FIRST_PERSON.search(f"{said} {after}"))
    if found["also"]:
        # In a signature it stands below the function of who signs, or below the closing.
        above = said.strip()
        signs = STARTS.fullmatch(above) or formality(above) == "courtesy"
        return first_person or not above or bool(signs)
    # Others speak on behalf of a minister, too; the writer does so before the verb's object.
    return (not said.strip() and first_person) or bool(
        re.search(r"\b(?:ik|wij|we|u|kamer|hierbij|I|you)\b[\s,–-]*$", said, re.IGNORECASE)
    )


def _movers(lines: str, head: str) -> Iterator[Stated]:
    """Who moves a motion: the names below it or, where none are, those of its head."""
    ends = [found.end() for found in _ORDER_OF_THE_DAY.finditer(lines)]
    rows = [row.strip() for row in lines[ends[-1] :].split("\n")] if ends else []
    names = []
    for row in filter(None, rows):
        if len(row) > _LONGEST_MOVER or not _MOVER.fullmatch(row):
            break
        names.append(row)
    found = _MOVERS.search(head)
    if not names and found:
        said = re.split(
            r"\bc\.s\.|\bter vervanging\b|\n\s*voorgesteld|\bover\b",
            found["who"],
            flags=re.IGNORECASE,
        )[0]
        listed = re.sub(r"^(?:het lid|de leden)\s+", "", said.strip(), flags=re.IGNORECASE)
        names = re.split(
            r",\s+|\s+en\s+|\s+EN\s+", one_line(listed) if listed.isupper() else listed
        )
    for name in filter(None, map(one_line, names)):
        yield stated_party(f"{name[0].upper()}{name[1:]}", "het lid {}")
