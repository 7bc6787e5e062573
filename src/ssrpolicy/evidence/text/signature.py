"""The lines with which a letter closes: a formula, the office of who signs, and a name."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from ssrpolicy.evidence.text.lines import Line, ends_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

OFFICE: Final = re.compile(
    r"""
    (?:(?:mede\ )?namens\s+)? (?:de|het|the|on\ behalf\ of\ the)?\s*
    (?:(?:demissionaire?|waarnemend|plaatsvervangend|acting|caretaker)\s+)?
    (?:minister|staatssecretaris|viceminister|minister-president|state\ secretary|secretary
      |voorzitter|griffier|chair|speaker|burgemeester|commissaris|ambassadeur|ambassador
      |(?:kabinet|regering|cabinet|government)(?=,$))\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
CLOSING: Final = re.compile(
    r"""
    (?:hoogachtend|met\ (?:vriendelijke|de\ meeste)\ (?:groet(?:en)?|hoogachting)
      |yours\ (?:sincerely|faithfully|truly)|(?:kind|best|warm)\ regards|sincerely
      |respectfully(?:\ yours)?(?=,?$)|[(\[]?(?:was\ )?getekend(?=[)\],]*$)
      |\(?signed
      |(?:digitaal|elektronisch)\ (?:onder|ge)tekend(?=\ door\b.{0,50}(?<!\.)$)
      |(?:digitally|electronically)\ signed(?=\ by\b.{0,50}(?<!\.)$))\b
    | \(?w\.\s?g\.
    """,
    re.IGNORECASE | re.VERBOSE,
)
_TITLES: Final = r"(?:(?:drs|dr|ir|ing|mr|prof|jhr|mw|dhr|rt\ hon|sir|dame)\b\.?\s+)*"
#: Who signs, on a line of their own: "drs. A. B. van den Voorbeeld-Naam", "Jan Anthonie Naam MP".
_PERSON: Final = re.compile(
    rf"""
    (?:\(?w\.\s?g\.\)?,?\s+)? (?i:{_TITLES}) (?:[^\W\d_a-z][a-z]?\.\s*){{0,6}}
    (?:[^\W\d_a-z][\w'\u2019-]*\s+(?:[^\W\d_a-z]\.\s*){{0,3}}){{0,2}}
    (?:(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Tt]en|[Tt]er|'t|[Ee]l|[Ll]a|[Ll]e)\s+){{0,3}}
    [^\W\d_a-z][\w'\u2019-]*(?:\s+[^\W\d_a-z][\w'\u2019-]*){{0,2}} (?:,?\s+(?:MP|MPA|MSc|PhD))?
    """,
    re.VERBOSE,
)
#: "namens deze," and the official who then signs.
_THROUGH: Final = re.compile(
    r"(?:namens|voor)\s+deze[n]?\b|for\s+(?:him|her|them)\b"
    r"|(?:de\s+)?(?:plaatsvervangend\s+)?(?:secretaris|directeur|inspecteur)\b",
    re.IGNORECASE,
)

#: What stands below who signs: what is enclosed, and to whom a copy goes.
_ENCLOSED: Final = re.compile(
    r"(?:bijlagen?|enclosures?|enclosed|annex(?:es)?|attachments?)\s*(?:\(\d{1,3}\)\s*)?:",
    re.IGNORECASE,
)
_SHORT_COPY: Final = r"(?:(?:b\.?)?c\.?c|i\.?a\.?a)"
_COPY: Final = r"(?:afschrift(?:en)?|kopie(?:en|\u00ebn)?|cop(?:y|ies))"
#: What says that somebody gets a copy.
COPY: Final = rf"\b(?:{_SHORT_COPY}|{_COPY})\b"
_COPIED: Final = re.compile(
    rf"{_SHORT_COPY}\.?\s*(?::|\s(?=\S))|(?:een\s|a\s)?{_COPY}\s(?:van\sdeze\sbrief\s)?"
    r"(?:aan|to)\b(?=[^.]*:|[^.]{0,80}\Z)|(?:(?:verzend|verspreidings)lijst|distribution(?:\slist)?)"
    r"\s*(?::|\Z)",
    re.IGNORECASE,
)

#: A sentence after another in the same line; an initial ends none.
_GOES_ON: Final = re.compile(r"[^\W\d_]{2}[.!?] \S")
#: An office without what it is of, and what may stand below one: "van Defensie,".
_BARE_OFFICE: Final = re.compile(rf"(?:{OFFICE.pattern})\Z", OFFICE.flags)
_REST_OF_OFFICE: Final = re.compile(
    r"(?:(?:van|voor|of|for)\s+)?[^\W\d_a-z][^.!?:;]{1,79},?\Z", re.DOTALL
)
_BEHALF: Final = re.compile(r"(?:mede\s+)?namens\b|(?:also\s+)?on\s+behalf\s+of\b", re.IGNORECASE)

_LONGEST_NAME: Final = 60
_LONGEST_OFFICE: Final = 160
_LONGEST_HEAD: Final = 200
_MOST_SIGNED_LINES: Final = 12


def is_closing(lines: Sequence[str]) -> bool:
    """Whether lines are those of a signature: "De minister van Defensie," with who signs below.

    Something else than names must be among them, and an office without a comma needs a name.
    """
    signed = office = False
    if any(text.startswith("|") for text in lines):
        lines = [cell for text in lines for cell in _cells(text)]
    for text in lines:
        if is_formula(text):
            signed = True
        elif len(text) <= _LONGEST_OFFICE and not text.endswith(".") and OFFICE.match(text):
            named = is_person(text.rpartition(", ")[2]) and not text.endswith(",")
            if not (text.endswith(",") or named or len(lines) > 1):
                return False
            signed, office = signed or named or text.endswith(","), True
        elif office and (
            _THROUGH.match(text) or (text.endswith(",") and len(text) < _LONGEST_HEAD)
        ):
            signed = True
        elif len(lines) > 1 and is_person(text):  # a name by itself is not a signature
            signed = signed or office
        else:
            return False
    return signed


def _cells(text: str) -> list[str]:
    """Return what stands in the cells of a line of a table, or the line itself."""
    if not text.startswith("|"):
        return [text]
    return [each for cell in text.split("|") if (each := cell.strip()).strip("-: ")]


def is_formula(text: str) -> bool:
    """Whether a line closes and says nothing else: "w.g." stands before a name alone."""
    match = CLOSING.match(text)
    if match is None or len(text) > _LONGEST_NAME:
        return False
    rest = text[match.end() :].strip(" ,.:)]")
    signed = match.group().lower().endswith("g.")
    return not rest or (is_person(rest) if signed else not _GOES_ON.search(rest))


def is_person(text: str) -> bool:
    """Whether a line is who signs and nothing else."""
    return len(text) <= _LONGEST_NAME and bool(_PERSON.fullmatch(text))


def is_bare_office(text: str) -> bool:
    """Whether a line is an office without what it is of: "De Minister"."""
    return bool(_BARE_OFFICE.match(text))


def may_end_office(text: str) -> bool:
    """Whether a line may go on with an office above it: "van Defensie,", "Welzijn en Sport,"."""
    return text.endswith(",") and bool(_REST_OF_OFFICE.match(text))


def is_on_behalf(text: str) -> bool:
    """Whether a line says on whose behalf a letter is signed, too."""
    return bool(_BEHALF.match(text))


def encloses(text: str) -> bool:
    """Whether a line below a signature says what is enclosed: "Bijlage: Overzicht over 2023"."""
    return bool(_ENCLOSED.match(text))


def copies(text: str) -> bool:
    """Whether a line below a signature says to whom a copy goes: "cc: Nationale Politie"."""
    return len(text) <= _LONGEST_HEAD and bool(_COPIED.match(text))


def signs_through(lines: Sequence[str]) -> bool:
    """Whether lines are of an official who signs for a minister: an office, and a name."""
    return bool(_THROUGH.match(lines[0])) and all(
        _THROUGH.match(line) or is_person(line) or line.endswith(",") for line in lines
    )


def _is_added(line: Line) -> bool:
    return encloses(line.text) or copies(line.text)


def with_signature_apart(lines: list[Line]) -> list[list[Line]]:
    """Return a group of lines, with those of a signature at its end apart from the text above."""
    starts = range(max(1, len(lines) - _MOST_SIGNED_LINES), len(lines))
    for start in starts:
        if not ends_sentence(lines[start - 1].text):
            continue
        text = next(iter(_cells(lines[start].text)), "")
        begins = is_formula(text) or (text[:1].isupper() and OFFICE.match(text))
        signed = list(takewhile(lambda line: not _is_added(line), lines[start:]))
        if begins and is_closing([line.text for line in signed]):
            return [lines[:start], lines[start:]]
    return [lines]
