"""The functions of those who write a letter: whole names of ministers and state secretaries.

A function is one that a code list has, word for word, or it becomes a party of the record: "De
Staatssecretaris van Defensie" is not the ministry, and not its minister either.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from attrs import evolve, frozen

from ssrpolicy import codelists
from ssrpolicy.model import LocalText, Party

OFFICE: Final = (
    r"(?:(?:vice-?)?minister-president|prime minister|minister|staatssecretaris|state secretary"
    r"|secretary of state)"
)
_WORD: Final = r"[A-Z\u00c0-\u00de][\w'’&-]*"
_BETWEEN: Final = (
    r"(?:,? (?:en|and|&) (?:the )?|, | [-–—] | (?:voor |van |of (?:the )?|for (?:the )?)?)"
)
_NOT_ONE: Final = rf"(?!(?i:{OFFICE}s?)\b)(?!(?:De|Het|The|Mede|Uw|Namens|I|We|Ik|Wij)\b)"
_PORTFOLIO: Final = rf"(?:the )?{_WORD}(?:{_BETWEEN}{_NOT_ONE}{_WORD})*"
# A list of functions, read from its start: who comes next, and the portfolios of each.
_NEXT: Final = re.compile(
    r"(?: ?\([^()]{1,60}\))?(?:(?:,|,? en|,? and|,? alsmede|,? evenals|,? as well as) |^)"
    r"(?:(?:de|het|the|mijn|onze|my|our) )?(?:demissionaire? )?(?:collega-)?"
    rf"(?:(?P<office>{OFFICE}|ambtgenoot|ambtgenot|collega|colleague|counterpart)"
    r"(?P<many>s(?:en)?|['’]s|en)?"
    rf"(?:(?<!president),? (?:en|and) (?:(?:de|the) )?(?P<second>{OFFICE}))?"
    rf"(?:,? (?:de|the) (?P<real>{OFFICE})s?)?)?(?: ?\b(?P<link>van|voor|of|for)\b)?",
    re.IGNORECASE,
)
_RUN: Final = re.compile(_PORTFOLIO)
_COLLEAGUE: Final = re.compile(r"ambtgeno|collega|colleague|counterpart", re.IGNORECASE)
_WHOLE: Final = re.compile(rf"(?i:{OFFICE})(?: (?i:van|voor|of|for)\b)? {_PORTFOLIO}")
_LINKED: Final = re.compile(
    rf"(?P<office>{OFFICE})\s+(?:van|voor|of|for)\s+(?:the\s+)?(?P<portfolio>.+)", re.IGNORECASE
)
_OF_THE_KINGDOM: Final = re.compile(
    r" (?:of the (?:kingdom of the )?netherlands"
    r"|van (?:het koninkrijk der nederlanden|nederland))$",
    re.IGNORECASE,
)
_ARTICLE: Final = re.compile(r"^(?:de|het|the)\s+", re.IGNORECASE)
_LONGEST_ID: Final = 80
_KINDS: Final = frozenset(("minister", "ministry", "government", "parliament"))
_SMALL: Final = re.compile(r"\b(?:En|Van|Voor|De|Het|Der|Den|And|Of|For|The)\b")
_INTERIM: Final = re.compile(r"\s*\(?\b(?:a\.i|ad interim|demissionair)\b\.?\)?$", re.IGNORECASE)


@frozen(kw_only=True)
class Stated:
    """A party that a paper names: its id, the words that name it, and what the lists lack.

    ``party`` is the party that the record has to declare where no code list has the function.
    """

    value: str
    words: str
    party: Party | None = None


def one_line(words: str) -> str:
    """Return words on one line, a word that a line end divides joined, capitals as in a title."""
    joined = re.sub(r"[\u00ad\ufffe\u0002]\s*", "", words)
    folded = " ".join(re.sub(r"(?<=[a-z])-[ \t]*\n\s*(?=[a-z])", "", joined).split())
    return _SMALL.sub(lambda each: each[0].lower(), folded.title()) if folded.isupper() else folded


def without_article(words: str) -> str:
    """Return words without the article before them: "de Raad" names "Raad"."""
    return _ARTICLE.sub("", words)


def is_function(words: str) -> bool:
    """Whether words are an office with a portfolio, and nothing else: no sentence."""
    return (
        _WHOLE.fullmatch(_INTERIM.sub("", one_line(words).strip(" ,;:")).strip(" ,.;:")) is not None
    )


def stated_function(words: str, date: dt.date | None) -> Stated:
    """Return the party that a whole function names, or the one that the record must declare."""
    folded = _INTERIM.sub("", one_line(words).strip(" ,;:")).strip(" ,.;:")
    # After a dash stands the field of work of one of several state secretaries.
    without_field = re.split(r" [-\u2013\u2014] ", folded)[0]
    for named in (folded, without_field, _OF_THE_KINGDOM.sub("", folded)):
        if known := known_party(named, date) or _known_by_any_link(named, date):
            return known
    return _declared(folded, date)


def _known_by_any_link(function: str, date: dt.date | None) -> Stated | None:
    """A function of a list whose "van" or "voor" is the other one here."""
    match = _LINKED.fullmatch(function)
    known = match and _with_any_link(match["office"], match["portfolio"], date)
    return evolve(known, words=function) if known else None


def of_no_list(stated: Stated) -> Stated:
    """Return the party of the record that somebody is who only has the name of a listed party."""
    if stated.party is not None:
        return stated
    match = re.match(
        rf"({OFFICE})(?: (?:of|for|van|voor))?(?: the)? (.*)", stated.words, re.IGNORECASE
    )
    id = _slug(" ".join(match.groups()) if match else stated.words) or "party"
    return Stated(value=id, words=stated.words, party=_party(id, stated.words))


def stated_party(words: str, called: str = "{}") -> Stated:
    """Return a party of the record for somebody whom no code list has, by the words for them."""
    folded = one_line(words).strip(" ,.;:")
    id = _slug(folded) or "party"
    return Stated(value=id, words=folded, party=_party(id, called.format(folded)))


def known_party(words: str, date: dt.date | None) -> Stated | None:
    """Return the party of a code list whose name is just these words; None where none is."""
    folded = _INTERIM.sub("", " ".join(words.split()).strip(" ,;:")).strip(" ,.;:")
    id = _names(date).get(_bare(folded))
    return None if id is None else Stated(value=id, words=folded)


def minister_of(office: str, portfolio: str, date: dt.date | None) -> Stated:
    """Return who has an office with a portfolio, where no "van" or "voor" stands between them."""
    return _with_any_link(office, portfolio, date) or stated_function(
        f"{office} van {portfolio}", date
    )


def listed_functions(words: str, date: dt.date | None, *, by_minister: bool = True) -> list[Stated]:
    """Return the functions of a list that starts with these words, up to where the list ends.

    "de Ministers van Defensie en van Financiën" are two. A colleague ("mijn ambtgenoot van
    Defensie") is a minister where a minister writes, and else just a colleague.
    """
    text = one_line(words)
    found: dict[str, Stated] = {}
    place, last = 0, ""
    while next_one := _NEXT.match(text, place):
        given, link = next_one["real"] or next_one["office"], next_one["link"]
        office = given or (last if link else "")
        if not office:
            break
        if _COLLEAGUE.match(office) and by_minister:
            office = "minister"
        run = _RUN.match(text, next_one.end() + 1) if text[next_one.end() :][:1] == " " else None
        if run is None:
            named, place = list(filter(None, [known_party(office, date)])), next_one.end()
        else:
            several = bool(next_one["many"] or not given)
            named, place = _portfolios(office, link, run, date, several=several)
            if next_one["second"]:
                named += _portfolios(next_one["second"], link, run, date, several=several)[0]
        if not named:
            break
        found |= {each.value: each for each in named if each.value not in found}
        last = office
    return list(found.values())


def _portfolios(
    office: str, link: str | None, run: re.Match[str], date: dt.date | None, *, several: bool
) -> tuple[list[Stated], int]:
    """Who has an office with the portfolios of a run of words, and where the last one ends."""
    words = run[0]
    whole = _linked(office, link, words, date)
    if whole is not None:
        return [whole], run.end()
    cuts = [cut.start() for cut in re.finditer(r",? (?:en|and) |, | ", words)]
    found: list[Stated] = []
    start = 0
    while start < len(words):
        ends = [len(words), *(cut for cut in reversed(cuts) if cut > start)]
        parts = ((end, _linked(office, link, words[start:end], date)) for end in ends)
        end, known = next(((end, each) for end, each in parts if each is not None), (0, None))
        if known is None:
            break
        found.append(known)
        rest = re.compile(r",? (?:en|and) (?:the )?|, ").match(words, end)
        if rest is None or (
            not (several or end == len(words))
            and not _is_known_rest(office, link, words[rest.end() :], date)
        ):
            start = end
            break
        start = rest.end()
    # What is left over is a name ("de Minister van Defensie Jansen") or belongs to the function.
    left = words[start:] if found else words
    if found and not re.search(r" (?:en|and) ", left):
        return found, run.start() + start
    named = " ".join(filter(None, (office, link, words)))
    return [stated_function(named, date)], run.end()


def _is_known_rest(office: str, link: str | None, rest: str, date: dt.date | None) -> bool:
    return _linked(office, link, rest, date) is not None


def _linked(office: str, link: str | None, portfolio: str, date: dt.date | None) -> Stated | None:
    written = f"{office} {link} {portfolio}"
    given = known_party(written, date) if link else None
    known = given or _with_any_link(office, portfolio, date)
    return evolve(known, words=written) if known and link else known


def _with_any_link(office: str, portfolio: str, date: dt.date | None) -> Stated | None:
    links = (known_party(f"{office} {link} {portfolio}", date) for link in ("van", "voor", "of"))
    return next((known for known in links if known is not None), None)


def _declared(words: str, date: dt.date | None) -> Stated:
    match = re.match(
        rf"({OFFICE})(?:\s+(?:van|voor|of|for))?(?:\s+(?:de|het|the)\b)?\s*(.*)",
        words,
        re.IGNORECASE,
    )
    office, portfolio = (match[1], match[2]) if match else ("", words)
    name = f"{office.lower()}{words[len(office) :]}"
    known = _names(date).get(_bare(f"ministerie van {portfolio}"))
    short = known.removeprefix("nl-") if known else _slug(portfolio)
    id = "-".join(part for part in (_slug(office), short) if part) or "author"
    if id in codelists.code_list("parties").codes:  # of another day
        id = f"{_slug(office)}-{_slug(portfolio)}"
    return Stated(value=id, words=words, party=_party(id, name))


def _party(id: str, name: str) -> Party:
    return Party(id=id, name=LocalText(nl=name))


def _slug(words: str) -> str:
    plain = unicodedata.normalize("NFD", words.lower())
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    slug = re.sub(r"(?:\bthe\b|[^a-z0-9])+", "-", letters).strip("-")
    return slug if len(slug) <= _LONGEST_ID else slug[:_LONGEST_ID].rpartition("-")[0]


def _bare(words: str) -> str:
    return " ".join(words.casefold().replace(" & ", " en ").split())


@cache
def _names(date: dt.date | None) -> Mapping[str, str]:
    """Every whole name and alias of a party that was in use on a day, with the party's id.

    Without a day, a name that several parties have had is nobody's.
    """
    found: dict[str, str] = {}
    shared: set[str] = set()
    for name, id in _all_names(date):
        if found.setdefault(name, id) != id and date is None:
            shared.add(name)
    return {name: id for name, id in found.items() if name not in shared}


def _all_names(date: dt.date | None) -> Iterator[tuple[str, str]]:
    listed = codelists.code_list("parties")
    for id, party in reversed(list(listed.codes.items())):
        if listed.details[id].kind in _KINDS and (date is None or party.in_use(date)):
            for name in filter(None, (party.name.nl, party.name.en, *party.aliases)):
                yield _bare(name), id
