"""What the head and the signature of a letter state: its date, its authors, its addressee."""

import datetime as dt
import re
from collections.abc import Iterator

from attrs import frozen

from ssrpolicy import codelists
from ssrpolicy.model import Code, Language

_MONTHS = {
    name: number
    for names in (
        "januari februari maart april mei juni juli augustus september oktober november december",
        "january february march april may june july august september october november december",
    )
    for number, name in enumerate(names.split(), start=1)
}
_DATE = (
    rf"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\s+(?P<month>{'|'.join(_MONTHS)})\s+(?P<year>[12]\d{{3}})"
)
# A letter's own date stands on a line by itself, mostly after the place; other dates in the head
# are those of the papers that it answers.
_OWN_DATE = re.compile(
    rf"^[ \t]*(?:(?:datum|date)\s*:?\s*|['’‘]?[^\W\d][^\n,.;:]{{1,40}},\s*)?{_DATE}[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_ADDRESSED = re.compile(r"^[ \t]*(?:Aan|To)\b[ \t]*:?\s*(.{3,200}?)\s*$", re.MULTILINE)
_OFFICE = r"(?:minister|staatssecretaris|state secretary|secretary of state|prime minister)"
_SIGNED = re.compile(
    rf"^[ \t]*(?:de |the |het )?({_OFFICE}\b[^.;]{{0,160}}?),[ \t]*$", re.IGNORECASE | re.MULTILINE
)
_FROM = re.compile(
    rf"^[^\n]*\b(?:brief van|letter from|van:|from:)\s+(?:de |the )?({_OFFICE}\b[^\n]{{0,160}})$",
    re.IGNORECASE | re.MULTILINE,
)
_HEAD = 2_500
_FOOT = 600
_WORDS = re.compile(r"\w+")
_ENOUGH = 20_000
# The commonest words of each language, none of which is a word of the other.
_COMMON = {
    language: frozenset(words.split())
    for language, words in (
        ("nl", "de het een en van dat niet voor zijn wordt aan ook bij deze"),
        ("en", "the and of to that with for are this which from by not has"),
    )
}
_WHO_WRITES = frozenset({"minister", "ministry", "government"})
_WHO_IS_ADDRESSED = frozenset({"parliament", "minister", "ministry", "government"})


@frozen(kw_only=True)
class Stated:
    """The id of a party, and the words of the letter that name it."""

    value: str
    words: str


@frozen(kw_only=True)
class Head:
    """What a letter states of itself; None, or no authors, for what it does not state."""

    language: Language
    date: dt.date | None
    date_words: str | None
    authors: tuple[Stated, ...]
    addressee: Stated | None


def head_of(text: str) -> Head:
    """Return what the head of a letter, and its signature, state; nothing is guessed."""
    # A file may end its lines as Windows does; patterns see one kind only.
    lines = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    head = lines[:_HEAD]
    date, words = _own_date(head)
    addressed = _ADDRESSED.search(head)
    return Head(
        language=_language(text),
        date=date,
        date_words=words,
        authors=_authors(lines, date),
        addressee=_party(addressed[1], _WHO_IS_ADDRESSED, date) if addressed else None,
    )


def _own_date(head: str) -> tuple[dt.date | None, str | None]:
    for found in _OWN_DATE.finditer(head):
        try:
            day = dt.date(int(found["year"]), _MONTHS[found["month"].lower()], int(found["day"]))
        except ValueError:
            continue
        return day, " ".join(found[0].split())
    return None, None


def _language(text: str) -> Language:
    words = [word.lower() for word in _WORDS.findall(text[:_ENOUGH])]
    english = sum(word in _COMMON["en"] for word in words)
    return "en" if english > sum(word in _COMMON["nl"] for word in words) else "nl"


def _authors(text: str, date: dt.date | None) -> tuple[Stated, ...]:
    """Return who signs the letter or, where no known party does, who it says it is from."""
    for part, pattern in ((text[-_FOOT:], _SIGNED), (text[:_HEAD], _FROM)):
        named = (_party(found[1], _WHO_WRITES, date) for found in pattern.finditer(part))
        # One who signs twice is one author.
        authors = {each.value: each for each in named if each is not None}
        if authors:
            return tuple(authors.values())
    return ()


def _party(text: str, kinds: frozenset[str], date: dt.date | None) -> Stated | None:
    """Return the party of one of these kinds with the longest name that is in the text."""
    folded = " ".join(text.split())
    found = []
    for party in _parties(kinds, date):
        for name in filter(None, (party.name.nl, party.name.en, *party.aliases)):
            match = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", folded, re.IGNORECASE)
            if match:
                found.append(Stated(value=party.id, words=match[0]))
    return max(found, key=lambda stated: len(stated.words), default=None)


def _parties(kinds: frozenset[str], date: dt.date | None) -> Iterator[Code]:
    """Yield the known parties of these kinds that existed when the letter was written."""
    listed = codelists.code_list("parties")
    for id, party in listed.codes.items():
        if listed.details[id].kind in kinds and (date is None or party.in_use(date)):
            yield party
