"""Who signs a paper, on whose behalf, and who moves a motion."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from ssrpolicy.evidence import COMMITTEE, formality
from ssrpolicy.model import DocumentKind
from ssrpolicy.starting.asking import answering
from ssrpolicy.starting.closings import named_at_closing
from ssrpolicy.starting.functions import (
    OFFICE,
    Stated,
    listed_functions,
    minister_of,
    one_line,
    stated_party,
    without_article,
)
from ssrpolicy.starting.headings import named_in_heading
from ssrpolicy.starting.signatures import FOOT, PARTICLE, SALUTATION, STARTS, signed_by

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
_BEHALF: Final = re.compile(
    r"(?P<also>\b(?:mede|tevens|ook)\s+|\balso\s+)?(?:\bnamens|\bon\s+behalf\s+of):?\s+"
    r"(?=(?:de|het|the|mijn|onze|my|our|minister|staatssecretaris)\b)",
    re.IGNORECASE,
)
#: Another minister signs on that line or the next: "Namens de minister van X,\nDe minister van Y,".
_SIGNED_BELOW: Final = re.compile(
    rf"(?:(?:de|the)\s+)?{OFFICE}\b[^.!?\n]{{1,120}},\s+(?:de|the)\s+{OFFICE}\b[^.!?\n]{{1,120}}\n",
    re.IGNORECASE,
)
# No sentence begins with a small letter: "op 5 juni a.s. te Luxemburg".
_SENTENCE_START: Final = re.compile(r"[.!?:][\"'”’)]*\s+(?![a-z])|\n[ \t]*\n|\n(?=[ \t]*[A-Z]{4})")
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

_SIGNED_BY_COMMITTEE: Final = re.compile(
    rf"^[ \t]*(?P<whom>{COMMITTEE}),?[ \t]*\n\s*[^\W\d_a-z]", re.MULTILINE
)
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
            list(signed_by(lines, date))
            or list(named_in_heading(head, date))
            or list(_committee(lines))
            or list(named_at_closing(lines))
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


def _answerers(who: str, date: dt.date | None) -> Iterator[Stated]:
    """Who answers written questions: "Minister Voorbeeld (Defensie)", or whole functions."""
    yield from list(_persons(who, date)) or listed_functions(who, date)


def _persons(who: str, date: dt.date | None) -> Iterator[Stated]:
    """Each who is named as "Minister Voorbeeld (Defensie)"."""
    for each in _NAMED_OFFICE.finditer(who):
        yield minister_of(each["office"], one_line(each["portfolio"]), date)


def _committee(lines: str) -> Iterator[Stated]:
    """The chair or the clerk who signs for a committee, below the text of its letter."""
    if begins := SALUTATION.search(lines):
        end = max(begins.end(), len(lines) - FOOT)
        for signed in islice(_SIGNED_BY_COMMITTEE.finditer(lines, end), _MOST):
            yield stated_party(without_article(one_line(signed["whom"])))


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
    signed = not said.strip() and _SIGNED_BELOW.match(text, found.end())
    if found["also"] or signed:
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
