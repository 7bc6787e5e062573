"""The functions of those who write a letter: whole names of ministers and state secretaries.

A function is one that a code list has, word for word, or it becomes a party of the record: "De
Staatssecretaris van Defensie" is not the ministry, and not its minister either.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from attrs import frozen

from ssrpolicy import codelists
from ssrpolicy.model import LocalText, Party

_OFFICE: Final = (
    r"(?:minister-president|minister|staatssecretaris|state secretary|secretary of state)"
)
_WORD: Final = r"[A-Z\u00c0-\u00de][\w'’&-]*"
_PORTFOLIO: Final = (
    rf"{_WORD}(?:(?:,? en |,? and |, | voor | van | of | for | )(?!(?:De|Het|The)\b){_WORD})*"
)
# In running text a function ends where its capitals end: "de Minister van Defensie en de ...".
IN_TEXT: Final = re.compile(
    rf"\b(?i:(?P<office>{_OFFICE}s?))(?:\s(?P<link>van|voor|of|for))?"
    rf"(?:\s(?P<portfolio>{_PORTFOLIO})"
    rf"(?P<more>(?:,? (?:en|and) (?:van|voor|of|for) {_PORTFOLIO})*))?"
)
_STARTS: Final = re.compile(
    rf"\s*(?:namens\s+)?(?:de|het|the)?\s*(?P<function>{_OFFICE}\b.*)", re.IGNORECASE | re.DOTALL
)
_AND_OF: Final = re.compile(r",? (?:en|and) (?:van|voor|of|for) ")
_KINDS: Final = frozenset(("minister", "ministry", "government", "parliament"))
_MOST_LINES = 4
_LONGEST = 200


@frozen(kw_only=True)
class Stated:
    """A party that a paper names: its id, the words that name it, and what the lists lack.

    ``party`` is the party that the record has to declare where no code list has the function.
    """

    value: str
    words: str
    party: Party | None = None


def stated_function(words: str, date: dt.date | None) -> Stated:
    """Return the party that a whole function names, or the one that the record must declare."""
    folded = " ".join(words.split()).strip(" ,.;:")
    found = known_party(folded, date)
    return found if found is not None else _declared(folded, date)


def known_party(words: str, date: dt.date | None) -> Stated | None:
    """Return the party of a code list whose name is just these words; None where none is."""
    folded = " ".join(words.split()).strip(" ,.;:")
    id = _names(date).get(_bare(folded))
    return None if id is None else Stated(value=id, words=folded)


def functions_in(words: str, date: dt.date | None) -> Iterator[Stated]:
    """Yield the functions that running text names, in their order."""
    for match in IN_TEXT.finditer(" ".join(words.split())):
        if match["portfolio"] is None:
            if (found := known_party(match[0], date)) is not None:
                yield found
            continue
        office, link = match["office"], match["link"] or ""
        if office.lower().endswith("s") and not office.lower().endswith("staatssecretaris"):
            # "De ministers van X en van Y" are two.
            for portfolio in _AND_OF.split(match["portfolio"] + match["more"]):
                yield stated_function(f"{office[:-1]} {link or 'van'} {portfolio}", date)
        else:
            yield stated_function(f"{office} {link} {match['portfolio']}", date)


def signed_function(lines: Iterable[str], date: dt.date | None) -> Stated | None:
    """Return the function with which a signature begins, which may run over several lines.

    None where the first line does not begin with an office.
    """
    given = [line.strip() for line in lines][:_MOST_LINES]
    start = _STARTS.fullmatch(given[0]) if given and len(given[0]) <= _LONGEST else None
    if start is None:
        return None
    given[0] = start["function"]
    for count in range(len(given), 0, -1):
        if (found := known_party(" ".join(given[:count]), date)) is not None:
            return found
    # The function is over at the first line that a comma ends; a name stands below it.
    end = next((n for n, line in enumerate(given, start=1) if line.endswith(",")), None)
    if end is None:
        return stated_function(given[0], date) if len(given) == 1 or given[1] else None
    while end < len(given) and _goes_on(given[end]):
        end += 1
    return stated_function(" ".join(given[:end]), date)


def _goes_on(line: str) -> bool:
    """Whether a line goes on with a function: "Welzijn en Sport," does, a name does not.

    Nor does "namens deze," or a second office, which begins the function of somebody else.
    """
    other = re.match(r"namens\b|for\b", line, re.IGNORECASE) or _STARTS.fullmatch(line)
    return line.endswith(",") and not other and not re.search(r"\b[A-Z]\.", line)


def _declared(words: str, date: dt.date | None) -> Stated:
    match = re.match(rf"({_OFFICE})(?:\s+(?:van|voor|of|for))?\s*(.*)", words, re.IGNORECASE)
    office, portfolio = (match[1], match[2]) if match else (words, "")
    name = f"{office[:1].lower()}{office[1:].lower()}{words[len(office) :]}"
    known = _names(date).get(_bare(f"ministerie van {portfolio}"))
    short = known.removeprefix("nl-") if known else _slug(portfolio)
    id = "-".join(part for part in (_slug(office), short) if part)
    return Stated(value=id, words=words, party=Party(id=id, name=LocalText(nl=name)))


def _slug(words: str) -> str:
    plain = unicodedata.normalize("NFD", words.lower())
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return re.sub(r"[^a-z0-9]+", "-", letters)[:60].strip("-")


def _bare(words: str) -> str:
    return " ".join(words.casefold().split())


@cache
def _names(date: dt.date | None) -> dict[str, str]:
    """Every whole name and alias of a party that was in use on a day, with the party's id."""
    listed = codelists.code_list("parties")
    found: dict[str, str] = {}
    for id, party in listed.codes.items():
        if listed.details[id].kind in _KINDS and (date is None or party.in_use(date)):
            for name in filter(None, (party.name.nl, party.name.en, *party.aliases)):
                found.setdefault(_bare(name), id)
    return found
