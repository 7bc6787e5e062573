"""What the head and the signature of a paper state of it: kind, number, date, who, to whom.

What a file is called proves nothing, and is not looked at here.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from ssrpolicy.evidence.terms import entered_day
from ssrpolicy.model import DocumentKind, Language, PaperNumber
from ssrpolicy.starting.functions import (
    Stated,
    functions_in,
    known_party,
    signed_function,
    stated_function,
)

_HEAD, _FOOT = 2_500, 2_000
_ENOUGH = 20_000
_DAY: Final = (
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s+[a-z]+\s+[12]\d{3}|[a-z]+\s+\d{1,2},?\s+[12]\d{3}"
    r"|\d{1,2}[-/.]\d{1,2}[-/.][12]\d{3})"
)
# A letter's own date stands on a line by itself, mostly after the place; other dates in the head
# are those of the papers that it answers.
_OWN_DATE: Final = re.compile(
    rf"^[ \t]*(?:(?:datum|date|voorgesteld|ontvangen)\s*:?\s*|['’‘]?[^\W\d][^\n,.;:]{{1,40}},\s*)?"
    rf"(?P<day>{_DAY})[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_PROPOSED: Final = re.compile(rf"\bVoorgesteld\s+(?P<day>{_DAY})", re.IGNORECASE)
_RECEIVED: Final = re.compile(rf"\(ontvangen\s+(?P<day>{_DAY})\s*\)", re.IGNORECASE)
_QUESTIONS: Final = (
    r"aanhangsel van de handelingen|^\s*vragen (?:gesteld door|van (?:het lid|de leden))"
    r"|^\s*antwoord van (?:de )?(?:minister|staatssecretaris)"
)
_LETTERS: Final = (
    r"\bbrief van de (?:minister|staatssecretaris)|\bletter (?:to|from) the\b|^\s*geachte\b"
    r"|^\s*dear\b|^\s*aan de voorzitter\b"
)
_MOTIONS: Final = (
    r"^\s*(?:nr\.?\s*\d+\s+)?(?:(?:nader )?gewijzigde )?motie van (?:het lid|de leden)"
)
_KINDS: Final = (
    (DocumentKind.QUESTION, _QUESTIONS),
    (DocumentKind.MOTION, _MOTIONS),
    (DocumentKind.LETTER, _LETTERS),
    (DocumentKind.DEBATE, r"^\s*verslag van een (?:\w+ )?(?:debat|overleg|commissiedebat)"),
    (DocumentKind.REPORT, r"^\s*(?:eind)?rapport\b"),
)
_DOSSIER: Final = re.compile(
    r"^[ \t]*(?P<high>\d{2})[ \u00a0]?(?P<low>\d{3})(?:[ -](?P<suffix>[IVXLC]+|\d{2}))?"
    r"(?:[ \t]+(?P<title>[^\W\d][^\n]{2,200}))?[ \t]*$",
    re.MULTILINE,
)
_NUMBER: Final = re.compile(
    r"^[ \t]*(?:nr|no)\.?[ \t]*(?P<number>\d{1,4}|[A-Z]{1,3})\b", re.IGNORECASE | re.MULTILINE
)
_FOOT_NUMBER: Final = re.compile(r"\b(?:kst|ah-tk|ah-ek|blg)-\d[\w-]*\d\b", re.IGNORECASE)
_ANSWERS: Final = re.compile(
    r"Vergaderjaar\s+(?P<first>\d{4})\s?[–-]\s?(?P<last>\d{4})\s+Aanhangsel van de Handelingen"
    r".{0,300}?^[ \t]*(?P<number>\d{1,4})[ \t]*$",
    re.DOTALL | re.MULTILINE,
)
_REFERENCE: Final = re.compile(
    r"^[ \t]*(?:(?:ons )?kenmerk|our ref(?:erence)?)[ \t]*:?[ \t]*(?:\n[ \t]*)?"
    r"(?P<reference>[^\s:][^\n]{2,60}?)[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_ADDRESSED: Final = re.compile(
    r"^[ \t]*(?:>[^\n]*\n)?(?:(?:Aan|To)\b[ \t]*:?[ \t]*)?"
    r"(?P<whom>(?:(?:de|the)\s+)?(?:voorzitter|speaker|president|chairman)\b[^\n]*(?:\n[^\n]*)?)$",
    re.IGNORECASE | re.MULTILINE,
)
_LETTER_TO: Final = re.compile(
    r"\bletter to (?:the )?(?P<whom>[^\n]{3,80}?) from (?:the )?(?P<who>[^\n]{3,160})$",
    re.IGNORECASE | re.MULTILINE,
)
_FROM: Final = re.compile(
    r"^[^\n]*\bbrief van (?:de )?(?P<who>(?:minister|staatssecretaris)[^\n]*)$",
    re.IGNORECASE | re.MULTILINE,
)
_ANSWERED_BY: Final = re.compile(
    r"Antwoord van (?:de )?(?P<office>minister|staatssecretaris)\s+(?:(?:van|voor)\s+"
    r"(?P<whole>[^(]+?)|[^(]{2,60}?\((?P<portfolio>[^)]+)\))\s*(?:,\s*mede\s+namens\s+"
    r"(?P<behalf>.+?))?\s*\(ontvangen",
    re.IGNORECASE | re.DOTALL,
)
_BEHALF: Final = re.compile(
    r"\bmede\s+namens\s+(?P<whom>(?:de|het|the)\s+(?:(?!\.\s|\n\s*\n).){5,400})",
    re.IGNORECASE | re.DOTALL,
)
_ARTICLE: Final = re.compile(r"^(?:de|het|the)\s+", re.IGNORECASE)
_WORDS: Final = re.compile(r"\w+")
# The commonest words of each language, none of which is a word of the other.
_COMMON: Final = {
    language: frozenset(words.split())
    for language, words in (
        ("nl", "de het een en van dat niet voor zijn wordt aan ook bij deze"),
        ("en", "the and of to that with for are this which from by not has"),
    )
}


@frozen(kw_only=True)
class Head:
    """What a paper states of itself; None, or empty, for what it does not state."""

    language: Language
    kind: DocumentKind = DocumentKind.LETTER
    number: PaperNumber | None = None
    number_words: str = ""
    title: str | None = None
    date: dt.date | None = None
    date_words: str | None = None
    reference: str | None = None
    authors: tuple[Stated, ...] = ()
    on_behalf_of: tuple[Stated, ...] = ()
    addressee: Stated | None = None

    @property
    def parties(self) -> tuple[Stated, ...]:
        """Those of its parties that no code list has, each once."""
        named = (*self.authors, *self.on_behalf_of)
        return tuple({each.value: each for each in named if each.party is not None}.values())


def head_of(text: str) -> Head:
    """Return what the head of a paper, and its signature, state; nothing is guessed."""
    # A file may end its lines as Windows does; patterns see one kind only.
    lines = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    head = lines[:_HEAD]
    kind = _kind(head)
    date, date_words = _own_date(lines, kind)
    number, number_words, title = _number(head, lines)
    reference = _REFERENCE.search(head)
    answered = _ANSWERED_BY.search(head)
    authors = tuple(_authors(lines, kind, date))
    behalf = answered["behalf"] if answered else _on_behalf(lines)
    return Head(
        language=_language(text),
        kind=kind,
        number=number,
        number_words=number_words,
        title=title,
        date=date,
        date_words=date_words,
        reference=reference["reference"] if reference else None,
        authors=authors,
        on_behalf_of=tuple(
            each
            for each in functions_in(behalf or "", date)
            if each.value not in {author.value for author in authors}
        ),
        addressee=None if kind is DocumentKind.MOTION else _addressee(head, date),
    )


def _kind(head: str) -> DocumentKind:
    """What kind of paper it calls itself; a letter where it says nothing."""
    found = [
        (match.start(), kind)
        for kind, pattern in _KINDS
        if (match := re.search(pattern, head, re.IGNORECASE | re.MULTILINE))
    ]
    return min(found, default=(0, DocumentKind.LETTER), key=lambda each: each[0])[1]


def _own_date(lines: str, kind: DocumentKind) -> tuple[dt.date | None, str | None]:
    head = lines[:_HEAD]
    patterns = {DocumentKind.MOTION: _PROPOSED, DocumentKind.QUESTION: _RECEIVED}
    own = patterns.get(kind)
    for pattern, part in ((own, head), (_OWN_DATE, head), (_OWN_DATE, lines[-200:])):
        for found in pattern.finditer(part) if pattern else ():
            if (
                day := entered_day(re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", found["day"]))
            ) is not None:
                return day, " ".join(found[0].split())
    return None, None


def _number(head: str, lines: str) -> tuple[PaperNumber | None, str, str | None]:
    """The number that is printed in the head or at the foot of a page, its words, and the title."""
    answers = _ANSWERS.search(head)
    if answers is not None:
        chamber = "ek" if "Eerste Kamer" in head[: answers.start()] else "tk"
        written = f"ah-{chamber}-{answers['first']}{answers['last']}-{answers['number']}"
        return _parsed(written), answers["number"], None
    dossier = _DOSSIER.search(head)
    title = dossier["title"] if dossier else None
    if dossier is not None:
        number = _NUMBER.search(head, dossier.end(), dossier.end() + 400)
        if title is None:
            below = head[dossier.end() :].strip().split("\n", maxsplit=1)[0].strip()
            title = below if below and not _NUMBER.match(below) else None
        if number is not None:
            suffix = f"-{dossier['suffix']}" if dossier["suffix"] else ""
            written = f"kst-{dossier['high']}{dossier['low']}{suffix}-{number['number']}"
            words = " ".join(f"{dossier[0].strip()} ... {number[0].strip()}".split())
            return _parsed(written), words, title
    feet = set(_FOOT_NUMBER.findall(lines))
    if len(feet) == 1:
        (written,) = feet
        return _parsed(written), written, title
    return None, "", title


def _parsed(written: str) -> PaperNumber | None:
    try:
        return PaperNumber.parse(written)
    except ValueError:
        return None


def _language(text: str) -> Language:
    words = [word.lower() for word in _WORDS.findall(text[:_ENOUGH])]
    english = sum(word in _COMMON["en"] for word in words)
    return "en" if english > sum(word in _COMMON["nl"] for word in words) else "nl"


def _authors(lines: str, kind: DocumentKind, date: dt.date | None) -> Iterator[Stated]:
    """Who signs or, where nobody is found to sign, who the head says it is from; each once."""
    head = lines[:_HEAD]
    if kind is DocumentKind.MOTION:
        return
    if answered := _ANSWERED_BY.search(head):
        portfolio = answered["whole"] or answered["portfolio"]
        link = "van" if known_party(f"{answered['office']} van {portfolio}", date) else "voor"
        known = known_party(f"{answered['office']} {link} {portfolio}", date)
        yield known or stated_function(f"{answered['office']} van {portfolio}", date)
        return
    signed = {each.value: each for each in _signed(lines[-_FOOT:], date)}
    if not signed and (found := _FROM.search(head)):
        # A head in capitals is read as a title is written.
        words = re.sub(
            r"\b(?:En|Van|Voor|De|Het)\b", lambda each: each[0].lower(), found["who"].title()
        )
        signed = {each.value: each for each in functions_in(words, date)}
    if not signed and (letter := _LETTER_TO.search(head)):
        words = letter["who"].rpartition(" MP, ")[2]
        signed = {each.value: each for each in (stated_function(words, date),)}
    yield from signed.values()


def _signed(foot: str, date: dt.date | None) -> Iterator[Stated]:
    rows = foot.split("\n")
    number = 0
    while number < len(rows):
        following = [row for row in rows[number : number + 6] if row.strip()][:4]
        found = signed_function(following, date) if rows[number].strip() else None
        if found is not None and _closes(rows, number, found):
            yield found
        number += 1


def _closes(rows: list[str], number: int, found: Stated) -> bool:
    """Whether a function stands as a signature does: alone on its lines, and not in a sentence."""
    line = rows[number].strip()
    before = rows[number - 1].strip() if number else ""
    alone = line.endswith(",") or line.lower().endswith(found.words.lower())
    in_a_sentence = before[-1:].islower() and line[0].islower()
    return alone and not line.endswith(".") and not in_a_sentence


def _on_behalf(lines: str) -> str | None:
    """The words after "mede namens", up to the end of their sentence."""
    found = _BEHALF.search(lines)
    return found["whom"] if found else None


def _addressee(head: str, date: dt.date | None) -> Stated | None:
    letter_to = _LETTER_TO.search(head)
    if letter_to is not None:
        return known_party(letter_to["whom"], date)
    for found in _ADDRESSED.finditer(head):
        for words in (found["whom"], found["whom"].split("\n", maxsplit=1)[0]):
            if (known := known_party(_ARTICLE.sub("", words.strip()), date)) is not None:
                return known
    return None
