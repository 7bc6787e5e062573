"""The record of what is sound in faulty data, so that the rules can look at it all the same."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, get_args, get_origin

import attrs
from attrs import field, frozen

from ssrpolicy.codec.converter import Data, Form
from ssrpolicy.codec.problems import UNFIT, Problem, Search
from ssrpolicy.codec.values import PLAIN_DOCUMENT, PLAIN_LANGUAGE, Place, during, wrong_type
from ssrpolicy.model.record import PolicyRecord

_HEAD = ("id", "language", "source")
_NOT_IN_CODES = re.compile(r"[^A-Za-z0-9]+")


@frozen(kw_only=True)
class Salvage:
    """What could be read of a record, and what could not.

    ``record`` is None when nothing of it could. ``kept`` are, by table, the places in the data of
    the entries that the record holds. ``lost`` are the ids of entries that it does not hold, or
    not in full; ``damaged`` are the places in the data of all such entries.
    """

    record: PolicyRecord | None
    problems: tuple[Problem, ...] = ()
    kept: Mapping[str, tuple[int, ...]] = field(factory=dict)
    lost: frozenset[str] = frozenset()
    damaged: frozenset[Place] = frozenset()


def salvage(data: object, form: Form, *, name: str) -> Salvage:
    """Return what is sound in the data of one record, and every problem of the rest.

    ``name`` stands in for the id of a record that has none.
    """
    if type(data) is not dict:
        problem = Problem(
            "type-wrong", f"A record {wrong_type(data, 'a table').predicate}.", None, ()
        )
        return Salvage(record=None, problems=(problem,))
    search = Search(form)
    keys = form.keys(PolicyRecord)
    search.unknown_keys(data, PolicyRecord, ())
    found = search.fields(data, (), {key: keys[key] for key in _HEAD})
    search.check(PolicyRecord, found, ())
    head = {**_stand_ins(data, name), **found}
    kept: dict[str, tuple[int, ...]] = {}
    lost: set[str] = set()
    with during(PLAIN_LANGUAGE, head["language"]), during(PLAIN_DOCUMENT, head["source"]):
        for key, attribute in keys.items():
            if key not in data or key in _HEAD:
                continue
            if get_origin(attribute.type) is tuple:
                head[key], kept[key] = _table(search, data[key], attribute, lost)
            elif (value := search.value(data[key], attribute.type, (key,))) is not UNFIT:
                head[key] = value
    record = search.made(PolicyRecord, head, (), quiet=bool(search.problems))
    return Salvage(
        record=None if record is UNFIT else record,
        problems=tuple(search.problems),
        kept=kept,
        lost=frozenset(lost),
        damaged=frozenset(problem.place[:2] for problem in search.problems),
    )


def _table(
    search: Search, value: object, attribute: attrs.Attribute[Any], lost: set[str]
) -> tuple[tuple[Any, ...], tuple[int, ...]]:
    """Return the entries of one table that could be read, and their places in the data."""
    table = attribute.name
    if type(value) is not list:
        hint = f"Write each entry under [[{table}]]." if type(value) is dict else None
        refusal = wrong_type(value, "a list of tables", hint=hint)
        search.note("type-wrong", f"{table} {refusal.predicate}.", refusal.hint, (table,))
        return (), ()
    item = get_args(attribute.type)[0]
    made, kept = [], []
    for index, data in enumerate(value):
        before = len(search.problems)
        entry = search.value(data, item, (table, index))
        if entry is not UNFIT:
            made.append(entry)
            kept.append(index)
        if len(search.problems) > before and isinstance(data, dict) and type(data.get("id")) is str:
            lost.add(data["id"])
    return tuple(made), tuple(kept)


def _stand_ins(data: Data, name: str) -> Data:
    """Return what stands in for a wrong or missing head, so that the entries can be checked."""
    documents = data.get("documents")
    first = documents[0] if isinstance(documents, list) and documents else None
    source = first.get("id") if isinstance(first, dict) else None
    return {
        "id": _NOT_IN_CODES.sub("-", name)[:100].strip("-") or "record",
        "language": "nl",
        "source": source if isinstance(source, str) else "source",
    }
