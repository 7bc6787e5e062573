"""A code by its id: the record's own first, then the built-in list; and the nearest ones."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from ssrpolicy.codelists.lists import code_list
from ssrpolicy.model import (
    LIST_NAMES,
    Code,
    Language,
    ListName,
    PolicyRecord,
    SimilarTexts,
    derived,
)


@derived
def _own(record: PolicyRecord) -> Mapping[ListName, Mapping[str, Code]]:
    """Return the codes of each list that the record declares itself; of one id the first counts."""
    return {
        name: {code.id: code for code in reversed(declared(record, name))} for name in LIST_NAMES
    }


def code(record: PolicyRecord, list_name: ListName, id: str) -> Code | None:
    """Return the code with this id, or None where neither record nor built-in list has it."""
    return _own(record)[list_name].get(id) or code_list(list_name).codes.get(id)


def codes(record: PolicyRecord, list_name: ListName) -> Mapping[str, Code]:
    """Return the codes of a list that the record can use, its own before the built-in ones."""
    own, built_in = _own(record)[list_name], code_list(list_name).codes
    return {**built_in, **own} if own else built_in


def declared(record: PolicyRecord, list_name: ListName) -> tuple[Code, ...]:
    """Return the codes of that list which the record declares itself."""
    own: tuple[Code, ...] = getattr(record, list_name)
    return own


def name(code: Code | None, id: str, language: Language) -> str:
    """Return the code's name in the language, or in the other one, or else its id."""
    return id if code is None else code.name.text(language)


def nearest(record: PolicyRecord, list_name: ListName, text: str) -> tuple[str, ...]:
    """Return at most three known ids that ``text`` may stand for, the most similar first.

    A name or another spelling in use (``Afghanistan``, ``KMAR``) finds its code as surely as a
    misspelt id does; case and the sign between words count for nothing.
    """
    wanted = _folded(text)
    own, built_in = _own_spellings(record)[list_name], _built_in_spellings(list_name)
    known = own.ids.get(wanted) or built_in.ids.get(wanted)
    if known is not None:
        return (known,)
    worth = {*own.similar.candidates(wanted), *built_in.similar.candidates(wanted)}
    close = difflib.get_close_matches(wanted, worth, n=6, cutoff=0.7)
    return tuple(dict.fromkeys(own.ids.get(each) or built_in.ids[each] for each in close))[:3]


class _Spellings(NamedTuple):
    """The ids of some codes by each spelling of theirs, and what finds similar spellings."""

    ids: Mapping[str, str]
    similar: SimilarTexts

    @classmethod
    def of(cls, codes: Iterable[Code]) -> _Spellings:
        ids = dict(_spellings(tuple(codes)))
        return cls(ids, SimilarTexts(ids))


@derived
def _own_spellings(record: PolicyRecord) -> Mapping[ListName, _Spellings]:
    return {name: _Spellings.of(declared(record, name)) for name in LIST_NAMES}


@cache
def _built_in_spellings(list_name: ListName) -> _Spellings:
    return _Spellings.of(code_list(list_name).codes.values())


def _spellings(codes: tuple[Code, ...]) -> Iterator[tuple[str, str]]:
    # Ids last, so that they win over another code's name that is spelt the same.
    for code in codes:
        for text in (code.name.nl, code.name.en, *code.aliases):
            if text is not None:
                yield _folded(text), code.id
    for code in codes:
        yield _folded(code.id), code.id


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("-", " ").replace("_", " ").split())
