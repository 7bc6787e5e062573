"""Who put the questions that a paper answers, and when: members, or a committee."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from attrs import frozen

from ssrpolicy.starting.days import DAY_AND_MONTH, written_day
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
    r"(?P<who>.{2,300}?)\s+aan\s+(?=(?:de|het)\s)",
    re.IGNORECASE | re.MULTILINE | re.DOTALL,
)
#: Answers that name who asked: "Antwoord op vragen van het lid Bos (XYZ) over de havens".
_ANSWERED_TO: Final = re.compile(
    r"\b(?:antwoord(?:en)?|beantwoording)\b(?:\s+(?:op|van))?\s+(?:de\s+)?(?:kamer|schriftelijke\s+)?"
    r"vragen\s+van\s+(?:het lid|de leden)\s+(?P<who>[^\n.;]{2,300}?)\s+"
    r"(?:over|inzake|betreffende|naar aanleiding)\b",
    re.IGNORECASE,
)
_SENT: Final = re.compile(
    rf"\(\s*(?:20\d\dZ\d{{5}}\s*,\s*)?ingezonden\s+(?P<day>{DAY_AND_MONTH})\s*\)", re.IGNORECASE
)
# As far as their sentence goes, and no other asker stands in it.
_SENTENCE: Final = re.compile(
    r"(?:(?!(?<=[^\W\d_]{3})\.\s+(?-i:[A-Z])|^[ \t]*(?:vraag|antwoord|mededeling)\b|\n[ \t]*\n"
    r"|\bvragen\s+(?:gesteld\s+door|van)\s+(?:het\s+lid|de\s+leden)\b).){0,1500}",
    re.IGNORECASE | re.MULTILINE | re.DOTALL,
)
_JOINED: Final = re.compile(
    r"(?:,|\b(?:en|alsmede|evenals))\s+(?:(?:op|van|de)\s+){0,3}\Z", re.IGNORECASE
)
_DOES: Final = r"(?:heeft|hebben|bestond(?:en)?|bestaat)"
_AFFIRMS: Final = r"(?:(?!\b(?:geen|niet|nooit)\b)[^.])"
_BY_COMMITTEE: Final = re.compile(
    r"^[ \t]*(?:(?:In|Binnen)\s+)?De\s+"
    r"(?P<who>(?:(?:vaste|algemene|tijdelijke)\s+)?(?:Kamer)?commissie\s+voor\s+"
    rf"(?:(?!\s+{_DOES}\b|[.;(]).){{3,160}}?)(?:\s*\([^)]*\)|\d{{1,2}})?\s+{_DOES}\s"
    rf"{_AFFIRMS}{{0,160}}?\b(?:vragen|vraag)\b{_AFFIRMS}{{0,60}}?"
    r"\b(?:voorgelegd|gesteld|vastgesteld|voor\s+te\s+leggen|te\s+stellen)\b"
    r"(?:\s+aan\s+(?P<whom>.{3,300}?)(?=\s+(?:over|inzake|naar\s+aanleiding)\s|\.))?",
    re.IGNORECASE | re.MULTILINE | re.DOTALL,
)
_THEM: Final = r"(?:zij|ze|deze|(?:deze|de)\s+vragen(?:\s+en\s+opmerkingen)?)"
_ANSWERED: Final = re.compile(
    rf"\b(?:heeft|hebben)\s+{_THEM}\s+beantwoord\b"
    rf"|\bzijn\s+{_THEM}\s+(?:door\s+(?P<by>[^.;:]{{3,300}}?)\s+)?beantwoord\b",
    re.IGNORECASE,
)
# Only a head or a heading tells that a paper answers: a question may ask when it is answered.
_ANSWERS: Final = re.compile(
    r"^[ \t]*(?:Antwoord|ANTWOORD)(?:en|EN)?[ \t]*"
    r"(?:$|\d|[:.]|van\b|(?i:op[ \t]+(?:de[ \t]+)?(?:kamer)?vra(?:ag|gen)\b))"
    r"|^[ \t]*(?:Answer|ANSWER)(?:s|S)?[ \t]*"
    r"(?:$|\d|[:.]|(?i:to[ \t]+(?:the[ \t]+)?(?:(?:written|parliamentary)[ \t]+)?questions?\b))"
    r"|^[ \t]*(?:Antwoord|Mededeling)\b[^?]{3,400}?\(\s*ontvangen\b"
    r"|^[ \t]*(?:[Gg]eachte|Mijnheer|Mevrouw)\b",
    re.MULTILINE,
)
_IN_HEAD: Final = re.compile(
    r"^[ \t]*(?:(?:betreft|onderwerp)[ \t:]+)?(?:de )?beantwoording\b|\bvragen en antwoorden\b"
    rf"|\b(?:heeft|hebben|zijn)\s+{_THEM}\s+(?:(?!niet\b)[^.?]){{0,80}}?"
    r"\bbeantwoord\b(?![^.?]*\?)",
    re.IGNORECASE | re.MULTILINE,
)
#: Who else answers, by a name that has no portfolio: "de Algemene Rekenkamer".
_OTHER_BODY: Final = re.compile(
    r"(?!(?:Regering|Kamer|Ministers?|Staatssecretaris\w*)\b)[A-Z][\w-]+(?: [A-Za-z][\w-]+){1,3}"
)
_LONGEST_LIST: Final = 400
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
    found = _BY_MEMBERS.search(head) or _ANSWERED_TO.search(head)
    if found is None:
        return None
    who = one_line(found["who"])
    names = re.split(r",\s+(?:en\s+)?|\s+en\s+", _PARTY.sub("", who))
    if not all(_NAME.fullmatch(name) for name in names):
        return None
    sentence = _SENTENCE.match(head, found.end())
    end = sentence.end() if sentence else found.end()
    others = head[end:].lower().startswith("vragen")
    if _JOINED.search(head, 0, found.start()) or (others and _JOINED.search(head, 0, end)):
        return None
    sent = _SENT.search(head, found.end(), end if found.re is _BY_MEMBERS else len(head))
    if sent is None and (above := list(_SENT.finditer(head, 0, found.start()))):
        # Or the day stands right above them, on a line of its own.
        sent = None if head[above[-1].end() : found.start()].strip() else above[-1]
    return Questions(
        authors=tuple(stated_party(name, "het lid {}") for name in names),
        date=written_day(sent["day"]) if sent else None,
        words=f"{who} ... {one_line(sent[0])}" if sent else who,
    )


def asked_of(head: str, date: dt.date | None) -> Stated | None:
    """Return whom questions are put to, where it is one minister or state secretary alone."""
    asked = _BY_MEMBERS.search(head)
    if asked is None:
        return None
    named = _functions(head[asked.end() : asked.end() + _LONGEST_LIST], date)
    return named[0] if len(named) == 1 else None


def sends_answers(head: str) -> bool:
    """Return whether a head says that answers to the questions of a member are sent."""
    return _ANSWERED_TO.search(head) is not None and _SENT.search(head) is not None


def answers_questions(text: str, head: str) -> bool:
    """Return whether a paper with questions answers them too, or says who will."""
    return _ANSWERS.search(text) is not None or _IN_HEAD.search(head) is not None


def answering(head: str, date: dt.date | None) -> list[Stated]:
    """Return who answers the questions of a committee, which its list says it put to them."""
    found = _BY_COMMITTEE.search(head)
    answered = _ANSWERED.search(head, found.end() if found else 0)
    if answered is None:
        return []
    if answered["by"] and (named := _functions(answered["by"], date)):
        return named
    return _functions(found["whom"], date) if found and found["whom"] else []


def _functions(words: str, date: dt.date | None) -> list[Stated]:
    whom = one_line(words)
    bare = re.sub(r"^(?:de|het)\s+", "", whom, flags=re.IGNORECASE)
    known = known_party(bare, date) or (stated_party(bare) if _OTHER_BODY.fullmatch(bare) else None)
    return listed_functions(whom, date) or list(filter(None, (known,)))
