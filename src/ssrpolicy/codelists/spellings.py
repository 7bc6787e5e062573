"""Codes by what people call them: an id, a name or another spelling, or one that is like it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from ssrpolicy.codelists.lookup import code, code_list, declared
from ssrpolicy.model import LIST_NAMES, Code, ListName, PolicyRecord, code_uses, derived
from ssrpolicy.similar import SimilarTexts, likeness, most_like

_MOST_NEAR = 3
_SHORTEST = 3  # what begins with less is a whole country
_SIMILAR = 0.7
_SO_SIMILAR = 0.9  # whatever words it has
_MOST_LETTERS = 5  # of an abbreviation
# An office by the abbreviation of its ministry: "min. VWS", "MinDef", "stas BZK", "minister BZK";
# compiled where it is first used.
_OFFICE = (
    r"(?:(?:de |het |the )?(?:(?P<minister>minister)|(?P<secretary>staatssecretaris)"
    r"|ministerie|ministry) (?:van |voor |of |for )?(?:the )?|(?:het )?min\.? ?(?:van )?)"
    r"(?P<short>.+)"
)
_SECRETARY = r"((?:de )?)(?:stas|staatssecr)\b\.?"
_SHORT_FORMS = {"def": "defensie", "buza": "bz", "biza": "bzk", "jus": "justitie"}
_MINISTRIES = ("ministerie ", "ministry ")
_ARTICLE = re.compile(r"(?:de|het|the) ")


def named(record: PolicyRecord, list_name: ListName, text: str) -> tuple[str, ...]:
    """Return the ids of the codes that a text names, by id, name or other spelling, in any case.

    There are several where codes have one name; the record's own come before the built-in ones. A
    text that is an id as it stands names that code alone, whatever others are called. A ministry,
    its minister or its state secretary is also named by its abbreviation after what it is:
    "ministerie van VWS", "MinVWS", "stas VWS".
    """
    if code(record, list_name, text) is not None:
        return (text,)
    own, built_in = _own_spellings(record)[list_name], _built_in_spellings(list_name)
    wanted = folded(text)
    in_full = _in_full(wanted) if list_name == "parties" else wanted
    for each in dict.fromkeys((wanted, in_full)):
        if found := own.ids.get(each) or built_in.ids.get(each, ()):
            return found
    return _of_office(record, in_full) if list_name == "parties" else ()


def _of_office(record: PolicyRecord, text: str) -> tuple[str, ...]:
    """Return the ministries of an abbreviation, or those who hold an office there."""
    if (office := re.fullmatch(_OFFICE, text)) is None:
        return ()
    own, built_in = _own_spellings(record)["parties"].ids, _built_in_spellings("parties").ids
    short = _SHORT_FORMS.get(office["short"], office["short"])
    meant = own.get(short) or built_in.get(short, ())
    ministries = tuple(id for id in meant if _is_ministry(record, id))
    if (held := office["minister"] or office["secretary"]) is None:
        return ministries
    names = [code(record, "parties", id) for id in ministries]
    titles = {folded(f"{held} van {_about(each.name.nl)}") for each in names if each}
    found = [own.get(title) or built_in.get(title, ()) for title in sorted(titles)]
    return tuple(dict.fromkeys(id for ids in found for id in ids))


def _about(ministry: str | None) -> str:
    return (ministry or "").removeprefix("ministerie van ")


def _in_full(text: str) -> str:
    """Return a text in small letters with "stas" as the word that it is short for."""
    return re.sub(_SECRETARY, r"\1staatssecretaris", text, count=1) if "sta" in text[:6] else text


def _is_ministry(record: PolicyRecord, id: str) -> bool:
    found = code(record, "parties", id)
    names = () if found is None else (found.name.nl, found.name.en)
    return any(name is not None and folded(name).startswith(_MINISTRIES) for name in names)


def begins(record: PolicyRecord, list_name: ListName, word: str) -> bool:
    """Return whether a code has an id, name or other spelling that begins with a word, in any case.

    A text that begins with another word is not ``named``, but for the short form of an office.
    """
    wanted = _first_word(folded(word))
    own, built_in = _own_spellings(record)[list_name], _built_in_spellings(list_name)
    return wanted in own.first_words or wanted in built_in.first_words


def nearest(record: PolicyRecord, list_name: ListName, text: str) -> tuple[str, ...]:
    """Return at most three known ids that ``text`` may stand for, the most similar first.

    A name or another spelling in use (``Afghanistan``, ``KMAR``) finds its code as surely as a
    misspelt id does; case and the sign between words count for nothing. The record's own codes
    come first: of the built-in ones there are many, and some are like anything; those that begin
    with the text go before those that are like it. Of what many begin with (``minister``), those
    are meant that the record uses; and an abbreviation is like no other one.
    """
    if known := named(record, list_name, text):
        return known[:1]
    wanted = _ARTICLE.sub("", folded(text), count=1)
    if list_name == "parties":
        wanted = _in_full(wanted)
        if wanted in _SHORT_FORMS:
            return _of_office(record, f"min {wanted}")
    own, built_in = _own_spellings(record)[list_name], _built_in_spellings(list_name)
    words = own.first_words | built_in.first_words
    whole = _first_word(wanted) == wanted in words
    within = [each for each in own.ids if wanted and f" {wanted}{' ' * whole}" in f" {each} "]
    close = [own.ids[each][0] for each in (*within[:_MOST_NEAR], *own.nearest(wanted, words))]
    begun = built_in.beginning(wanted, whole=whole) if wanted[_SHORTEST:] else []
    if len(begun) > _MOST_NEAR:
        used = {use.id for use in code_uses(record) if use.list_name == list_name}
        close += [id for id in begun if id in used]
    else:
        near = built_in.nearest(wanted, words)
        close += [*begun, *(built_in.ids[each][0] for each in near)]
    return tuple(dict.fromkeys(close))[:_MOST_NEAR]


class _Spellings(NamedTuple):
    """The ids of codes by each of their spellings, and an index of similar spellings.

    ``first_words`` are those that a spelling begins with, ``abbreviations`` the spellings that are
    no words: another letter makes another one of them.
    """

    ids: Mapping[str, tuple[str, ...]]
    similar: SimilarTexts
    first_words: frozenset[str]
    abbreviations: frozenset[str]

    @classmethod
    def of(cls, codes: Collection[Code]) -> _Spellings:
        names: dict[str, dict[str, None]] = {}
        short = {folded(each.id) for each in codes if _is_short(each.id)}
        for each in codes:
            for text in (each.name.nl, each.name.en, *each.aliases):
                if text is not None:
                    names.setdefault(folded(text), {})[each.id] = None
                    if text.isupper() and _is_short(text):
                        short.add(folded(text))
        # An id wins over another code's name that is spelt the same.
        ids = {text: tuple(found) for text, found in names.items()}
        ids |= {folded(each.id): (each.id,) for each in codes}
        return cls(ids, SimilarTexts(ids), frozenset(map(_first_word, ids)), frozenset(short))

    def beginning(self, wanted: str, *, whole: bool) -> list[str]:
        """Return the ids of the codes with a spelling that begins with a text, or word."""
        begin = f"{wanted} " if whole else wanted
        found = (ids for text, ids in self.ids.items() if f"{text} ".startswith(begin))
        return list(dict.fromkeys(ids[0] for ids in found))

    def nearest(self, wanted: str, words: Collection[str]) -> Iterator[str]:
        """Yield the spellings that are most like a text; some may be of one code.

        ``words`` are those that any spelling begins with, and so not misspelt.
        """
        worth = self.similar.candidates(wanted)
        for each in most_like(wanted, worth, n=2 * _MOST_NEAR, cutoff=_SIMILAR):
            if each in self.abbreviations:
                alike = sorted(each) == sorted(wanted)
            else:
                alike = likeness(wanted, each) >= _SO_SIMILAR or _has_words(each, wanted, words)
            if alike:
                yield each


def _is_short(text: str) -> bool:
    """Whether an id or a spelling in capitals is so short that another letter makes another one."""
    return text.isalnum() and len(text) <= _MOST_LETTERS


def _has_words(spelling: str, wanted: str, right: Collection[str]) -> bool:
    """Whether each word of a text stands in a spelling, or one like it where it is not right.

    A minister is not a ministry.
    """
    words = spelling.split()
    return all(
        word in words
        or (word not in right and any(likeness(word, each) >= _SIMILAR for each in words))
        for word in wanted.split()
    )


@derived
def _own_spellings(record: PolicyRecord) -> Mapping[ListName, _Spellings]:
    return {name: _Spellings.of(declared(record, name)) for name in LIST_NAMES}


@cache
def _built_in_spellings(list_name: ListName) -> _Spellings:
    return _Spellings.of(code_list(list_name).codes.values())


def folded(text: str) -> str:
    """Return a text as it is compared: small letters, single spaces, no signs between words."""
    return " ".join(text.casefold().replace("-", " ").replace("_", " ").split())


def _first_word(text: str) -> str:
    """Return the letters and digits before the first other sign: "v" of "v.n."."""
    return text[: next((at for at, sign in enumerate(text) if not sign.isalnum()), None)]
