"""The number that is printed in a paper, and the name of the dossier in which it lies."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from attrs import evolve, frozen

from ssrpolicy.evidence import stops_within
from ssrpolicy.model import CHAPTER, ROMAN_CHAPTER, Language, PaperNumber
from ssrpolicy.starting.head.session import session_of

# What a paper calls itself, in capitals; it stands below the name of the dossier, or after it.
_HEADING: Final = (
    r"(?:(?:VOORLOPIGE?|NADERE?|GEWIJZIGDE?|TWEEDE|DERDE)[ \t]+)*"
    r"(?:BRIEF|(?:EIND)?VERSLAG|MOTIE|MEMORIE|ADVIES|AMENDEMENT|LIJST"
    r"|NOTA[ \t]+(?:VAN|NAAR))\b"
)
_NAMED: Final = (
    rf"(?:{_HEADING}|(?:Brief|Verslag|Motie|Amendement|Lijst|Memorie)[ \t]+(?:van|aan|houdende)\b)"
)
# One letter is a chapter where nothing makes it the article of a title, as in "A safer coast".
_SUFFIX: Final = (
    rf"{ROMAN_CHAPTER}[A-F]?|(?<=-){CHAPTER}|[A-Z](?=[ \t]*(?:$|[\d(,]|[Nn]rs?\b|[A-Z]))|\d{{2}}"
)
_NUMBERED: Final = (
    rf"(?P<high>\d{{2}})[ \u00a0]?(?P<low>\d{{3}})(?:[ \u00a0-](?P<suffix>{_SUFFIX})(?![^\W_]))?"
    r"(?:[ \t]*\(R[ \t]?\d{3,4}\))?"
)
_DOSSIER: Final = re.compile(
    rf"^[ \t]*{_NUMBERED}(?:[ \t]*,?[ \t]+(?P<rest>(?:[^\W\d]|\d{{1,4}}[ \t]+{_NAMED})"
    r"[^\n]{2,300}))?[ \t]*$",
    re.MULTILINE,
)
# Where the name of a dossier ends in a line that goes on with the paper's own number or heading.
_AFTER_NAME: Final = re.compile(
    rf"(?:^|[,;.]?[ \t]+)(?:(?i:nrs?|no)\.?[ \t]*(?P<marked>\d{{1,4}}|[A-Z]{{1,3}})"
    rf"(?=[ \t]+{_NAMED}|[ \t]*$)|{_HEADING})"
    rf"|^(?:(?i:nrs?|no)\.?[ \t]*)?(?P<first>\d{{1,4}})(?=[ \t]+{_NAMED})"
    rf"|[,;.]?[ \t]+(?P<later>(?!(?:19|20)\d\d)\d{{1,4}})(?=[ \t]+{_NAMED})"
)
_NUMBER: Final = re.compile(
    r"^[ \t]*(?:(?:nr|no)\.?[ \t]*(?P<number>\d{1,4}|[A-Z]{1,3})\b"
    rf"|(?-i:(?P<bare>(?:\d{{1,4}}|[A-Z]{{1,2}})(?=[ \t]+{_HEADING})"
    rf"|[A-Z]{{1,2}}(?=[ \t]*\n[ \t]*{_HEADING}))))",
    re.IGNORECASE | re.MULTILINE,
)
_MOST_LINES: Final = 2
# At the foot of a page they stand on a line of their own; in running text they cite a paper.
_FOOT_NUMBER: Final = re.compile(
    r"^[ \t]*(?P<whole>(?:kst|ah-tk|ah-ek|blg)-\d[\w-]{0,40}\d)"
    r"(?=[ \t]*(?:$|\d{1,4}[ \t]*$|ISSN\b|['’‘]?s-Gravenhage))",
    re.IGNORECASE | re.MULTILINE,
)
_PAGE_FOOT: Final = re.compile(
    r"^[ \t]*(?P<whole>(?:Tweede|Eerste)[ \t]Kamer,[ \t]+"
    r"vergaderjaar[ \t]+(?P<session>\d{4}\s?[–-]\s?\d{4}),[ \t]+"
    rf"{_NUMBERED},[ \t]+(?:nr\.?[ \t]*)?(?P<number>\d{{1,4}}|[A-Z]{{1,3}}))"
    r"(?=(?:[ \t]+\d{1,4})?[ \t]*$)",
    re.MULTILINE,
)
_PRINTED_BEHIND: Final = re.compile(
    r"[ \t]*(?:\n[ \t]*)?(?:\d{1,4}[ \t]*$|ISSN\b|['’‘]?s-Gravenhage)", re.MULTILINE
)
_COLON: Final = re.compile(r":[ \t]*\n[ \t]*\Z")
_ANSWERS: Final = re.compile(
    r"Vergaderjaar\s+(?P<first>\d{4})\s?[–-]\s?(?P<last>\d{4})\s+Aanhangsel van de Handelingen"
    r".{0,300}?^[ \t]*(?P<number>\d{1,4})[ \t]*$",
    re.DOTALL | re.MULTILINE,
)
_REPLACES: Final = re.compile(
    r"\bter vervanging van die gedrukt onder nr\.?\s*(?P<number>\d{1,4})\b", re.IGNORECASE
)


@frozen(kw_only=True)
class Printed:
    """A paper's number as it is printed, the words that say so, and the name of its dossier."""

    number: PaperNumber | None = None
    words: str = ""
    title: str | None = None


def printed_number(
    head: str, lines: str, language: Language, date: dt.date | None = None
) -> Printed:
    """Return the number that is printed in the head or at the foot of a page, and the title.

    ``lines`` is the whole paper with what stands in its margins, ``date`` its own date. The title
    is the name of the dossier and nothing else.
    """
    answers = _ANSWERS.search(head)
    if answers is not None:
        chamber = "ek" if "Eerste Kamer" in head[: answers.start()] else "tk"
        written = f"ah-{chamber}-{answers['first']}{answers['last']}-{answers['number']}"
        return Printed(number=_parsed(written), words=answers["number"])
    dossier = _DOSSIER.search(head)
    printed = Printed() if dossier is None else _in_head(head, dossier, language)
    if printed.number is not None:
        return printed
    feet = {
        _paper(foot, foot["suffix"], foot["number"]): foot["whole"]
        for foot in _own(_PAGE_FOOT, lines)
        if session_of(foot["session"], date) is not None
    }
    if not feet:
        feet = {_parsed(foot["whole"]): foot["whole"] for foot in _own(_FOOT_NUMBER, lines)}
    if len(feet) == 1:
        ((number, written),) = feet.items()
        return evolve(printed, number=number, words=" ".join(written.split()))
    return printed


def replaced(head: str, number: PaperNumber | None) -> PaperNumber | None:
    """Return the motion in whose place this one comes, which is of the same dossier."""
    found = _REPLACES.search(head)
    if found is None or number is None:
        return None
    return _parsed(f"{str(number).rpartition('-')[0]}-{found['number']}")


def _own(pattern: re.Pattern[str], lines: str) -> Iterator[re.Match[str]]:
    """What may be printed at the foot of a page.

    On the line below a colon stands what a text cites, unless the number of the page or what else
    is printed at its foot comes after it.
    """
    for found in pattern.finditer(lines):
        above = lines[max(0, found.start() - 80) : found.start()]
        if _PRINTED_BEHIND.match(lines, found.end()) or not _COLON.search(above):
            yield found


def _in_head(head: str, dossier: re.Match[str], language: Language) -> Printed:
    suffix, rest = dossier["suffix"], dossier["rest"] or ""
    if language == "en" and suffix == "A" and rest[:1].isupper() and "-A" not in dossier[0]:
        suffix, rest = None, f"A {rest}"
    name = rest or head[dossier.end() :].strip().split("\n", maxsplit=1)[0]
    below = head[dossier.end() :].strip().split("\n")
    name = _whole(name.strip(), below if rest else below[1:])
    title, number = _parted(name)
    written = (dossier[0], "" if rest else f"... {name}")
    if number is None:
        own = _NUMBER.search(head, dossier.end(), dossier.end() + 800)
        if own is None:
            return Printed(title=title)
        number, written = own["number"] or own["bare"], (dossier[0], f"... {own[0]}")
    words = " ".join(" ".join(written).split())
    return Printed(number=_paper(dossier, suffix, number), words=words, title=title)


def _whole(name: str, below: list[str]) -> str:
    """Return the name of a dossier with the lines below it on which it goes on."""
    for line in below[:_MOST_LINES]:
        goes_on = line.strip()[:1].islower() or (line.strip() and stops_within(name))
        if not goes_on or _AFTER_NAME.search(name) or _NUMBER.match(line):
            break
        name = f"{name} {line.strip()}"
    return name


def _parted(name: str) -> tuple[str | None, str | None]:
    """Return the name of a dossier and the number after it, of a line that may hold either."""
    found = _AFTER_NAME.search(name)
    title = (name if found is None else name[: found.start()]).rstrip(" \t,;")
    named = None if not title or _NUMBER.match(name) else title
    return named, found and (found["marked"] or found["first"] or found["later"])


def _paper(dossier: re.Match[str], suffix: str | None, number: str) -> PaperNumber | None:
    chapter = f"-{suffix}" if suffix else ""
    return _parsed(f"kst-{dossier['high']}{dossier['low']}{chapter}-{number.upper()}")


def _parsed(written: str) -> PaperNumber | None:
    try:
        return PaperNumber.parse(written)
    except ValueError:
        return None
