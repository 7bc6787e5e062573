"""Owners as people type them: names, other spellings or ids, each found among the parties."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from ssrpolicy import codelists
from ssrpolicy.merging.cells import TypedError, folded, shown, text_of
from ssrpolicy.model.edits import Typed
from ssrpolicy.model.parties import Code
from ssrpolicy.model.record import PolicyRecord
from ssrpolicy.model.texts import Language
from ssrpolicy.views.language.labels import capital

_COLUMN = "owners"
# A line or a semicolon parts names; a comma does only where it is no part of one.
_SIGN = re.compile(r"[;,\n]")
_MOST_PARTS = 8


def owners(
    value: Typed, record: PolicyRecord, language: Language, *, known: Iterable[str]
) -> tuple[str, ...]:
    """Return the ids of the parties that were typed, each once, in that order.

    ``known`` are the owners that the cell may have shown: of two parties of one name, it is the
    one that stood there. Raises TypedError for a name that is none, with the nearest, and for one
    that may be either of two.
    """
    text = text_of(value, language)
    if text is None:
        return ()
    spellings = _Spellings(record, language, known)
    return tuple(dict.fromkeys(_found(text, spellings, record, language)))


class _Spellings:
    """Which parties a spelling may stand for."""

    def __init__(self, record: PolicyRecord, language: Language, known: Iterable[str]) -> None:
        self._known: dict[str, str] = {}
        for id in known:
            name = codelists.name(codelists.code(record, "parties", id), id, language)
            self._known.setdefault(folded(name), id)
        self._own: dict[str, list[str]] = _spellings(record.parties)

    def ids(self, text: str) -> list[str]:
        """The ids of the parties that are spelt so; the record's own hide the built-in ones."""
        wanted = folded(text)
        if wanted in self._known:
            return [self._known[wanted]]
        return self._own.get(wanted) or _built_in().get(wanted, [])


def _spellings(codes: Iterable[Code]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    by_id: dict[str, list[str]] = {}
    for code in codes:
        for text in (code.name.nl, code.name.en, *code.aliases):
            ids = found.setdefault(folded(text), []) if text is not None else [code.id]
            if code.id not in ids:
                ids.append(code.id)
        by_id[folded(code.id)] = [code.id]
    # An id means what it is the id of, whatever else is called the same.
    return found | by_id


@cache
def _built_in() -> dict[str, list[str]]:
    return _spellings(codelists.code_list("parties").codes.values())


def _found(
    text: str, spellings: _Spellings, record: PolicyRecord, language: Language
) -> Iterator[str]:
    parts, signs = _SIGN.split(text), [*_SIGN.findall(text), "\n"]
    start = 0
    while start < len(parts):
        for end in range(min(len(parts), start + _MOST_PARTS), start, -1):
            name = _joined(parts, signs, start, end)
            if name and (ids := spellings.ids(name)):
                if len(ids) > 1:
                    raise TypedError(
                        _COLUMN,
                        f"{shown(name)} may be any of {len(ids)} parties.",
                        hint=f"Type the id of the one that is meant: {', '.join(ids)}.",
                    )
                yield ids[0]
                start = end
                break
        else:
            end = start + 1
            while signs[end - 1] == ",":
                end += 1
            if name := _joined(parts, signs, start, end):
                raise _unknown(name, record, language)
            start = end


def _joined(parts: list[str], signs: list[str], start: int, end: int) -> str:
    pieces = zip(parts[start:end], [*signs[start : end - 1], ""], strict=True)
    return "".join(f"{part}{sign}" for part, sign in pieces).strip()


def _unknown(name: str, record: PolicyRecord, language: Language) -> TypedError:
    near = codelists.nearest(record, "parties", name)
    names = [
        capital(codelists.name(codelists.code(record, "parties", id), id, language)) for id in near
    ]
    hint = "Type a name from the list of codes, or declare it in the record's [[parties]]."
    return TypedError(
        _COLUMN,
        f"{shown(name)} is no party of the record or of the built-in list.",
        hint=f"Did you mean {' or '.join(names)}?" if names else hint,
    )
