"""The built-in code lists, and a code by its id: the record's own first, then the built-in one.

The data files next to this module are each read once, when first needed, and of each the entries
that are asked for: a record uses few of the codes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from typing import Any, NamedTuple, TypeVar

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
    derived,
)
from ssrpolicy.syntax import packaged_text, toml_tables

T = TypeVar("T")

_CLASSES: dict[ListName, type[Code]] = {
    "parties": Party,
    "places": Place,
    "sectors": Sector,
    "frameworks": Framework,
}
# The built-in parties are organisations; a record may also declare people and their offices.
_FILES: dict[ListName, str] = {name: name for name in LIST_NAMES} | {"parties": "organisations"}


class Details(NamedTuple):
    """The properties of a built-in code that a code declared in a record does not have.

    ``code`` is its code in an international list (a DAC channel, an ISO 3166-1 code), ``kind``
    what it is (ministry, mission, country), ``dac`` the DAC purposes that belong to a sector, and
    ``scope`` what the code covers and what it does not.
    """

    code: str | None = None
    kind: str | None = None
    dac: tuple[str, ...] = ()
    scope: LocalText | None = None


class CodeList(NamedTuple):
    """A list of codes, with the version of its data and where they come from.

    ``codes`` gives each code by its id, in the order of the list.
    """

    name: ListName
    version: str
    source: str
    codes: Mapping[str, Code]
    details: Mapping[str, Details]


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
