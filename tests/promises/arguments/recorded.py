"""The classes of which a record is made, and the parts of one."""

from collections.abc import Iterator
from typing import Any

import attrs

from ssrpolicy import PolicyRecord
from ssrpolicy.codec.shape import Entry, ListOf, fields_of
from ssrpolicy.model import STATEMENT_CLASSES


def recorded_classes() -> list[type]:
    """Every class of which a record is made."""
    found: dict[type, None] = {}
    waiting: list[type] = [PolicyRecord, *STATEMENT_CLASSES]
    while waiting:
        cls = waiting.pop()
        if cls not in found:
            found[cls] = None
            for each in fields_of(cls).values():
                kind = each.kind.item if isinstance(each.kind, ListOf) else each.kind
                waiting += [kind.cls] if isinstance(kind, Entry) else []
    return [*found]


def parts_of(value: Any) -> Iterator[Any]:
    """A value of a record and all in it that is made of fields."""
    if isinstance(value, tuple):
        for each in value:
            yield from parts_of(each)
    elif attrs.has(type(value)):
        yield value
        for field in attrs.fields(type(value)):
            yield from parts_of(getattr(value, field.name))
