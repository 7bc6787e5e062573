"""Ids in entries: which an entry names, and entries with other ids in their place."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any

import attrs

from ssrpolicy.drafting.places import passages_of, with_passages
from ssrpolicy.model import Disposition

_NAMING = (
    "request", "document", "by", "because", "needs", "uses", "owners", "partners", "party",
    "authors", "on_behalf_of", "addressee",
)  # fmt: skip
# Fields that may stay empty: a party that nobody knows is left out of them.
_PARTIES = ("owners", "partners", "party", "authors", "on_behalf_of", "addressee")


def named_by(entry: Any) -> Iterator[str]:
    """Yield the ids that an entry names, of other entries and of parties."""
    for key in _NAMING:
        value = getattr(entry, key, None)
        yield from (value,) if isinstance(value, str) else value or ()
    yield from (passage.document for passage in passages_of(entry))


def renamed(entry: Any, names: Mapping[str, str]) -> Any:
    """Return an entry that names others by their new ids; its own id changes too."""
    changes: dict[str, Any] = {}
    for key in ("id", *_NAMING):
        value = getattr(entry, key, None)
        if isinstance(value, str) and value in names:
            changes[key] = names[value]
        elif isinstance(value, tuple) and not names.keys().isdisjoint(value):
            changes[key] = tuple(dict.fromkeys(names.get(each, each) for each in value))
    changed = attrs.evolve(entry, **changes) if changes else entry
    passages = tuple(
        attrs.evolve(each, document=names.get(each.document, each.document))
        for each in passages_of(changed)
    )
    return with_passages(changed, passages)


def without_unknown_parties(entry: Any, known: Collection[str]) -> Any:
    """Return an entry without the parties that nobody knows: who acts is then not said."""
    changes: dict[str, Any] = {}
    for key in _PARTIES:
        value = getattr(entry, key, None)
        if isinstance(value, str) and value not in known:
            changes[key] = None
        elif isinstance(value, tuple) and any(each not in known for each in value):
            changes[key] = tuple(each for each in value if each in known)
    return attrs.evolve(entry, **changes) if changes else entry


def without_absent_carriers(entry: Any, known: AbstractSet[str]) -> Any:
    """Return an answer without statements that are not there: its own quotes say it as well."""
    if not isinstance(entry, Disposition) or not entry.quotes or set(entry.by) <= known:
        return entry
    return attrs.evolve(entry, by=tuple(each for each in entry.by if each in known))


def free_id(id: str, taken: Collection[str]) -> str:
    """Return an id, with a number after it where it is taken already."""
    found, number = id, 1
    while found in taken:
        number += 1
        found = f"{id}-{number}"
    return found
