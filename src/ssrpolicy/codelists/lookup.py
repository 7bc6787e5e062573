"""The built-in code lists, and a code by its id: the record's own first, then the built-in one.

The data files next to this module are each read once, when first needed, and of each the entries
that are asked for: a record uses few of the codes.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache, partial
from typing import Any, NamedTuple, TypeVar

from attrs import field, frozen

from ssrpolicy.model import (
    LIST_NAMES,
    Code,
    EdtfDate,
    Framework,
    Language,
    ListName,
    LocalText,
    Party,
    Place,
    PolicyRecord,
    Sector,
    SimilarTexts,
    derived,
)
from ssrpolicy.toml import packaged_text, toml_tables

T = TypeVar("T")

_CLASSES: dict[ListName, type[Code]] = {
    "parties": Party,
    "places": Place,
    "sectors": Sector,
    "frameworks": Framework,
}
_MOST_NEAR = 3
_SHORTEST = 3  # what begins with less is a whole country
# The built-in parties are organisations; a record may also declare people and their offices.
_FILES: dict[ListName, str] = {name: name for name in LIST_NAMES} | {"parties": "organisations"}


@frozen(kw_only=True, repr=False)
class Details:
    """What a built-in code has beyond what a record declares of its own codes.

    ``code`` is its code in an international list (a DAC channel, an ISO 3166-1 code), ``kind``
    what it is (ministry, mission, country), ``dac`` the DAC purposes that belong to a sector, and
    ``scope`` what the code covers and what it does not.
    """

    code: str | None = None
    kind: str | None = None
    dac: tuple[str, ...] = ()
    scope: LocalText | None = None


@frozen(kw_only=True, eq=False, repr=False)
class CodeList:
    """A list of codes, with the version of its data and where they come from.

    ``codes`` gives each code by its id, in the order of the list.
    """

    name: ListName
    version: str
    source: str
    codes: Mapping[str, Code] = field(repr=False)
    details: Mapping[str, Details] = field(repr=False)


# What stands before the abbreviation of a ministry: "ministerie van VWS", "min. VWS".
_MINISTRY = re.compile(
    r"(?:het |the )?(?:ministerie(?: van)?|min\.?(?: van)?|ministry of)(?: the)? (?P<short>.+)"
)
_MINISTRIES = ("ministerie ", "ministry ")
_ENTRY = "\n[[codes]]\n"
_ID = re.compile(r'^id = "(.+)"$', re.MULTILINE)


class _Entries(Mapping[str, T]):
    """What is made of the entries of a data file, each when it is first asked for."""

    def __init__(self, texts: Mapping[str, str], made: Callable[[dict[str, Any]], T]) -> None:
        self._texts, self._made = texts, made
        self._known: dict[str, T] = {}

    def __getitem__(self, id: str) -> T:
        if id not in self._known:
            self._known[id] = self._made(toml_tables(self._texts[id]))
        return self._known[id]

    def __contains__(self, id: object) -> bool:
        return id in self._texts

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)


@cache
def code_list(name: ListName) -> CodeList:
    """Return the built-in list of this name, its codes in the order of the data file."""
    head, *entries = packaged_text("ssrpolicy.codelists", f"{_FILES[name]}.toml").split(_ENTRY)
    about = toml_tables(head)
    texts = {found[1]: entry for entry in entries if (found := _ID.search(entry))}
    return CodeList(
        name=name,
        version=about["version"],
        source=about["source"],
        codes=_Entries(texts, partial(_code, _CLASSES[name])),
        details=_Entries(texts, _details),
    )


def _details(entry: Mapping[str, Any]) -> Details:
    return Details(
        code=entry.get("code"),
        kind=entry.get("kind"),
        dac=tuple(entry.get("dac", ())),
        scope=LocalText(**entry["scope"]) if "scope" in entry else None,
    )


def _code(cls: type[Code], entry: Mapping[str, Any]) -> Code:
    aliases: Mapping[str, list[str]] = entry.get("aliases", {})
    return cls(
        id=entry["id"],
        name=LocalText(**entry["name"]),
        # One spelling may serve both languages; it is kept once.
        aliases=tuple(dict.fromkeys(alias for names in aliases.values() for alias in names)),
        valid_from=_date(entry.get("valid_from")),
        valid_until=_date(entry.get("valid_until")),
        successors=tuple(entry.get("successors", ())),
        **({"part_of": entry["part_of"]} if "part_of" in entry else {}),
    )


def _date(value: object) -> EdtfDate | None:
    # TOML has dates and years of its own; EDTF reads them as they are written.
    return None if value is None else EdtfDate(str(value))


@derived
def _own(record: PolicyRecord) -> Mapping[ListName, Mapping[str, Code]]:
    """Return the codes of each list that the record declares itself; of one id the first counts."""
    return {
        name: {code.id: code for code in reversed(declared(record, name))} for name in LIST_NAMES
    }


class _OwnFirst(Mapping[str, Code]):
    """The codes that a record can use: its own before the built-in ones of the same id."""

    def __init__(self, own: Mapping[str, Code], built_in: Mapping[str, Code]) -> None:
        self._own, self._built_in = own, built_in

    def __getitem__(self, id: str) -> Code:
        return self._own[id] if id in self._own else self._built_in[id]

    def __contains__(self, id: object) -> bool:
        return id in self._own or id in self._built_in

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys([*self._built_in, *self._own]))

    def __len__(self) -> int:
        return len({*self._built_in, *self._own})


def code(record: PolicyRecord, list_name: ListName, id: str) -> Code | None:
    """Return the code with this id, or None where neither record nor built-in list has it."""
    return _own(record)[list_name].get(id) or code_list(list_name).codes.get(id)


def codes(record: PolicyRecord, list_name: ListName) -> Mapping[str, Code]:
    """Return the codes of a list that the record can use, its own before the built-in ones."""
    own, built_in = _own(record)[list_name], code_list(list_name).codes
    return _OwnFirst(own, built_in) if own else built_in


def declared(record: PolicyRecord, list_name: ListName) -> tuple[Code, ...]:
    """Return the codes of that list which the record declares itself."""
    own: tuple[Code, ...] = getattr(record, list_name)
    return own


def name(code: Code | None, id: str, language: Language) -> str:
    """Return the code's name in the language, or in the other one, or else its id."""
    return id if code is None else code.name.text(language)


def named(record: PolicyRecord, list_name: ListName, text: str) -> tuple[str, ...]:
    """Return the ids of the codes that a text names, by id, name or other spelling, in any case.

    There are several where codes have one name; the record's own come before the built-in ones. A
    text that is an id as it stands names that code alone, whatever others are called. A ministry
    is also named by its abbreviation after what it is: "ministerie van VWS".
    """
    if code(record, list_name, text) is not None:
        return (text,)
    wanted = _folded(text)
    own, built_in = _own_spellings(record)[list_name], _built_in_spellings(list_name)
    if found := own.ids.get(wanted) or built_in.ids.get(wanted, ()):
        return found
    if list_name != "parties" or (ministry := _MINISTRY.fullmatch(wanted)) is None:
        return ()
    short = ministry["short"]
    meant = own.ids.get(short) or built_in.ids.get(short, ())
    return tuple(id for id in meant if _is_ministry(record, id))


def _is_ministry(record: PolicyRecord, id: str) -> bool:
    found = code(record, "parties", id)
    names = () if found is None else (found.name.nl, found.name.en)
    return any(name is not None and _folded(name).startswith(_MINISTRIES) for name in names)


def begins(record: PolicyRecord, list_name: ListName, word: str) -> bool:
    """Return whether a code has an id, name or other spelling that begins with a word, in any case.

    A text that begins with another word is not ``named``.
    """
    wanted = _first_word(_folded(word))
    own, built_in = _own_spellings(record)[list_name], _built_in_spellings(list_name)
    return wanted in own.first_words or wanted in built_in.first_words


def nearest(record: PolicyRecord, list_name: ListName, text: str) -> tuple[str, ...]:
    """Return at most three known ids that ``text`` may stand for, the most similar first.

    A name or another spelling in use (``Afghanistan``, ``KMAR``) finds its code as surely as a
    misspelt id does; case and the sign between words count for nothing. The record's own codes
    come first: of the built-in ones there are many, and some are like anything; those that begin
    with the text go before those that are like it.
    """
    wanted = _folded(text)
    own, built_in = _own_spellings(record)[list_name], _built_in_spellings(list_name)
    if known := named(record, list_name, text):
        return known[:1]
    within = [each for each in own.ids if wanted and f" {wanted}" in f" {each}"]
    close = [own.ids[each][0] for each in (*within[:_MOST_NEAR], *own.nearest(wanted))]
    begun = [each for each in built_in.ids if each.startswith(wanted)] if wanted[_SHORTEST:] else []
    near = (*begun[:_MOST_NEAR], *built_in.nearest(wanted))
    close += [built_in.ids[each][0] for each in near]
    return tuple(dict.fromkeys(close))[:_MOST_NEAR]


class _Spellings(NamedTuple):
    """The ids of some codes by each spelling of theirs, and what finds similar spellings.

    ``first_words`` are those that a spelling begins with.
    """

    ids: Mapping[str, tuple[str, ...]]
    similar: SimilarTexts
    first_words: frozenset[str]

    @classmethod
    def of(cls, codes: Collection[Code]) -> _Spellings:
        names: dict[str, dict[str, None]] = {}
        for code in codes:
            for text in (code.name.nl, code.name.en, *code.aliases):
                if text is not None:
                    names.setdefault(_folded(text), {})[code.id] = None
        # An id wins over another code's name that is spelt the same.
        ids = {text: tuple(found) for text, found in names.items()}
        ids |= {_folded(code.id): (code.id,) for code in codes}
        return cls(ids, SimilarTexts(ids), frozenset(map(_first_word, ids)))

    def nearest(self, wanted: str) -> list[str]:
        """Return the spellings that are most like a text; some may be of one code."""
        worth = self.similar.candidates(wanted)
        return difflib.get_close_matches(wanted, worth, n=2 * _MOST_NEAR, cutoff=0.7)


@derived
def _own_spellings(record: PolicyRecord) -> Mapping[ListName, _Spellings]:
    return {name: _Spellings.of(declared(record, name)) for name in LIST_NAMES}


@cache
def _built_in_spellings(list_name: ListName) -> _Spellings:
    return _Spellings.of(code_list(list_name).codes.values())


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("-", " ").replace("_", " ").split())


def _first_word(folded: str) -> str:
    """Return the letters and digits before the first other sign: "v" of "v.n."."""
    return folded[: next((at for at, sign in enumerate(folded) if not sign.isalnum()), None)]
