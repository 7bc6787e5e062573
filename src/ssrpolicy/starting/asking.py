"""Who put the questions that a paper answers, and when: members, or a committee."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from attrs import frozen

from ssrpolicy.evidence.terms import entered_day
from ssrpolicy.starting.functions import (
    Stated,
    known_party,
    listed_functions,
    one_line,
    stated_party,
)
from ssrpolicy.starting.signatures import PARTICLE

_BY_MEMBERS: Final = re.compile(
    r"^[ \t]*(?:\d{1,4}[ \t]+)?Vragen (?:gesteld door|van) (?:het lid|de leden)\s+(?!der Kamer)"
    r"(?P<who>.{2,300}?)\s+aan\s+(?:de|het)\s",
    re.IGNORECASE | re.MULTILINE | re.DOTALL,
)
_SENT: Final = re.compile(
    r"\(\s*ingezonden\s+(?P<day>\d{1,2}\s+[a-z]{3,9}\s+[12]\d{3})\s*\)", re.IGNORECASE
)
_FAR: Final = 1_500
_BY_COMMITTEE: Final = re.compile(
    r"^[ \t]*De\s+(?P<who>(?:(?:vaste|algemene|tijdelijke)\s+)?(?:Kamer)?commissie\s+voor\s+"
    r"(?:(?!\s+heeft\b|[.,;(]).){3,120})(?:\([^)]*\)|\d{1,2})?\s+heeft\s+[^.]{0,80}?\bvragen\b"
    r"[^.]{0,60}?\b(?:voorgelegd|gesteld)\s+aan\s+(?P<whom>.{3,300}?)\s+(?:over|inzake)\s",
    re.IGNORECASE | re.MULTILINE | re.DOTALL,
)
_ANSWERED: Final = re.compile(
    r"\b(?:heeft|hebben)\s+(?:deze|de)\s+vragen\s+beantwoord\b"
    r"|\bzijn\s+(?:deze|de)\s+vragen\s+beantwoord\b",
    re.IGNORECASE,
)
_NOTE: Final = re.compile(r"(?<=[a-z])\d{1,2}$")
_PARTY: Final = re.compile(r"\s*\((?:allen|beiden)?\s*[^()]{1,40}\)")
_NAME: Final = re.compile(
    rf"(?:{PARTICLE}\s+){{0,3}}[^\W\d_a-z][\w'’-]*"
    rf"(?:[ -](?:{PARTICLE}\s+){{0,3}}[^\W\d_a-z][\w'’-]*){{0,2}}"
)


@frozen(kw_only=True)
class Questions:
    """The paper in which questions were asked: by whom, and when if it is said; its words."""

    authors: tuple[Stated, ...]
    date: dt.date | None
    words: str


def questions_of(head: str) -> Questions | None:
    """Return who put the questions that a paper answers, where its head names them all."""
    if found := _BY_COMMITTEE.search(head):
        named = stated_party(_NOTE.sub("", one_line(found["who"])))
        return Questions(authors=(named,), date=None, words=named.words)
    found = _BY_MEMBERS.search(head)
    if found is None:
        return None
    who = one_line(found["who"])
    names = re.split(r",\s+(?:en\s+)?|\s+en\s+", _PARTY.sub("", who))
    if not all(_NAME.fullmatch(name) for name in names):
        return None
    sent = _SENT.search(head, found.end(), found.end() + _FAR)
    return Questions(
        authors=tuple(stated_party(name, "het lid {}") for name in names),
        date=entered_day(sent["day"]) if sent else None,
        words=f"{who} {sent[0]}" if sent else who,
    )


def answering(head: str, date: dt.date | None) -> list[Stated]:
    """Return who answers the questions of a committee, which its list says it put to them."""
    found = _BY_COMMITTEE.search(head)
    if found is None or not _ANSWERED.search(head, found.end()):
        return []
    whom = one_line(found["whom"])
    known = known_party(re.sub(r"^(?:de|het)\s+", "", whom, flags=re.IGNORECASE), date)
    return listed_functions(whom, date) or list(filter(None, (known,)))
