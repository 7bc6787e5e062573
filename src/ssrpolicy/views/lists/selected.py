"""A selection in words: what was asked, and how much of how much that is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum
from typing import Any, Final

from ssrpolicy import codelists
from ssrpolicy.model import FullId, Language, ListName, PolicyRecord
from ssrpolicy.selection import CODED, NOBODY, Selection
from ssrpolicy.views.language import label, long_date

_MOST_WORDS: Final = 80


def selection_words(
    selection: Selection, language: Language, records: Iterable[PolicyRecord] = ()
) -> str:
    """Return the criteria of a selection in words, separated by semicolons.

    "verantwoordelijk ministerie van Buitenlandse Zaken; termijn verstreken". Codes have the names
    of the code lists, or of ``records``.
    """
    known = tuple(records)
    found = []
    for name, value in selection.given.items():
        values = value if isinstance(value, tuple) else (value,)
        words = [_value(name, each, language, known) for each in values]
        found.append(label(f"selected.{name}", language, values=_any_of(words, language)))
    return "; ".join(found)


def _any_of(words: list[str], language: Language) -> str:
    if len(words) == 1:
        return words[0]
    first, last = ", ".join(words[:-1]), words[-1]
    return label("selected.joined", language, first=first, last=last)


def _value(name: str, value: Any, language: Language, records: tuple[PolicyRecord, ...]) -> str:
    if name in CODED:
        return _code(CODED[name], value, language, records)
    if name == "kinds":
        return label(f"statement_kind.{value}", language)
    if isinstance(value, StrEnum):
        return label(value, language)
    if isinstance(value, dt.date):
        return long_date(value, language)
    text = " ".join(str(value).split())
    return text if len(text) <= _MOST_WORDS else f"{text[:_MOST_WORDS]}…"


def _code(
    list_name: ListName, id: str, language: Language, records: tuple[PolicyRecord, ...]
) -> str:
    if id == NOBODY:
        return label("selected.nobody", language)
    full_id = FullId.parse(id)
    own = id if full_id is None else full_id.entry
    within = [each for each in records if full_id is None or each.id == full_id.record]
    found = next(
        (code for each in within if (code := codelists.code(each, list_name, own)) is not None),
        codelists.code_list(list_name).codes.get(own),
    )
    return id if found is None else found.name.text(language)
