"""Owners as people enter them: names, other spellings or ids, each found among the parties."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from ssrpolicy import codelists
from ssrpolicy.merging.values import EntryError, folded, quoted, text_of
from ssrpolicy.model import Code, EditPart, Language, PolicyRecord
from ssrpolicy.reporting import Entered
from ssrpolicy.views.language.labels import capital

# A line end or a semicolon separates names; a comma does only where it is not part of one.
_SIGN = re.compile(r"[;,\n]")
_MOST_PARTS = 8


def owners(
    value: Entered, record: PolicyRecord, language: Language, *, known: Iterable[str]
) -> tuple[str, ...]:
    """Return the ids of the parties that were entered, each once, in that order.

    ``known`` are the owners that the cell may have shown: of two parties with one name, the one
    that stood there is meant. Raises EntryError for a name that no party has, with the nearest
    names, and for one that several have.
    """
    text = text_of(value, language)
    if text is None:
        return ()
    spellings = _Spellings(record, language, known)
    return tuple(dict.fromkeys(_found(text, spellings, record, language)))


class _Spellings:
    """The spellings of parties, and which parties each may stand for."""

    def __init__(self, record: PolicyRecord, language: Language, known: Iterable[str]) -> None:
        self._known: dict[str, str] = {}
        for id in known:
            name = codelists.name(codelists.code(record, "parties", id), id, language)
            self._known.setdefault(folded(name), id)
        self._own: dict[str, list[str]] = _spellings(record.parties)

    def ids(self, text: str) -> list[str]:
        """Return the parties with this spelling; those of the record hide the built-in ones."""
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
    # An id means the party that has it, whatever else is called the same.
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
                    raise EntryError(
                        EditPart.OWNERS,
                        f"{quoted(name)} may be any of {len(ids)} parties.",
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


def _unknown(name: str, record: PolicyRecord, language: Language) -> EntryError:
    near = codelists.nearest(record, "parties", name)
    names = [
        capital(codelists.name(codelists.code(record, "parties", id), id, language)) for id in near
    ]
    hint = "Type a name from the list of codes, or declare it in the record's [[parties]]."
    return EntryError(
        EditPart.OWNERS,
        f"{quoted(name)} is not a party of the record or of the built-in list.",
        hint=f"Did you mean {' or '.join(names)}?" if names else hint,
    )
