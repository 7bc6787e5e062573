"""A code by its id: the record's own first, then the built-in list; and the nearest ones."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from functools import cache

from ssrpolicy.codelists.lists import (
    C,
    ListName,
    code_list,
    frameworks,
    parties,
    places,
    sectors,
)
from ssrpolicy.model.parties import Code, Framework, Party, Place, Sector
from ssrpolicy.model.record import PolicyRecord
from ssrpolicy.model.texts import Language


def party(record: PolicyRecord, id: str) -> Party | None:
    """Return the party with this id, or None where neither record nor built-in list has it."""
    return _own(record.parties, id) or parties().codes.get(id)


def place(record: PolicyRecord, id: str) -> Place | None:
    """Return the place with this code, or None where neither record nor built-in list has it."""
    return _own(record.places, id) or places().codes.get(id)


def sector(record: PolicyRecord, id: str) -> Sector | None:
    """Return the sector with this code, or None where neither record nor built-in list has it."""
    return _own(record.sectors, id) or sectors().codes.get(id)


def framework(record: PolicyRecord, id: str) -> Framework | None:
    """Return the framework with this code, or None where neither record nor list has it."""
    return _own(record.frameworks, id) or frameworks().codes.get(id)


def code(record: PolicyRecord, list_name: ListName, id: str) -> Code | None:
    """Return the code with this id from the list of that name, or None."""
    return _own(declared(record, list_name), id) or code_list(list_name).codes.get(id)


def declared(record: PolicyRecord, list_name: ListName) -> tuple[Code, ...]:
    """Return the codes of that list which the record declares itself."""
    own: tuple[Code, ...] = getattr(record, list_name)
    return own


def name(code: Code | None, id: str, language: Language) -> str:
    """Return the code's name in the language, or in the other one, or else its id."""
    return id if code is None else code.name.text(language)


def nearest(record: PolicyRecord, list_name: ListName, text: str) -> tuple[str, ...]:
    """Return at most three known ids that ``text`` may stand for, the likeliest first.

    A name or another spelling in use (``Afghanistan``, ``KMAR``) finds its code as surely as a
    misspelt id does; case and the sign between words count for nothing.
    """
    wanted = _folded(text)
    known = dict(_spellings(declared(record, list_name)))
    known |= {s: id for s, id in _built_in_spellings(list_name).items() if s not in known}
    if wanted in known:
        return (known[wanted],)
    close = difflib.get_close_matches(wanted, known, n=6, cutoff=0.7)
    return tuple(dict.fromkeys(known[spelling] for spelling in close))[:3]


def _own(codes: tuple[C, ...], id: str) -> C | None:
    return next((code for code in codes if code.id == id), None)


@cache
def _built_in_spellings(list_name: ListName) -> dict[str, str]:
    return dict(_spellings(tuple(code_list(list_name).codes.values())))


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
