"""Fields of frozen classes: comparing and showing instances, and checking types."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache
from operator import attrgetter
from types import UnionType
from typing import Any, Literal, TypeAlias, TypeVar, Union, get_args, get_origin, get_type_hints

import attrs
from attrs import Attribute

from ssrpolicy.arguments import as_tuple, check_choice, check_flag, check_number, converted
from ssrpolicy.messages import _, either, marked, wrong_type

_C = TypeVar("_C")
_Test: TypeAlias = Callable[[Any], bool]

_EXAMPLES: Mapping[Any, str] = {
    str: '"..."',
    bytes: 'b"..."',
    int: "3",
    float: "0.5",
    dt.date: "datetime.date(2034, 1, 1)",
    type(None): "None",
    Callable: marked("a function"),
    type: marked("a class"),
}


def by_fields(cls: type[_C]) -> type[_C]:
    """Let instances of a class be equal, be hashed and be shown by their fields, as attrs would.

    It stands below ``frozen``, which then writes no such methods for the class: to compile them
    for each class takes a twentieth of the time of a short command. What a class defines itself,
    or has of a class before it, stays. Where instances are keys by the hundred, as passages are,
    what attrs writes is quicker.
    """
    for name, method in _METHODS.items():
        if getattr(cls, name) in (getattr(object, name), method):
            setattr(cls, name, method)
    return cls


def _is_equal(self: Any, other: object) -> Any:
    cls: Any = type(self)
    compared = _compared(cls)
    return compared(self) == compared(other) if type(other) is cls else NotImplemented


def _hash(self: Any) -> int:
    cls: Any = type(self)
    return hash(_compared(cls)(self))


@cache
def _compared(cls: Any) -> Callable[[Any], Any]:
    return attrgetter(*(each.name for each in attrs.fields(cls) if each.eq))


def _shown(self: Any) -> str:
    cls = type(self)
    shown = (f"{each.name}={getattr(self, each.name)!r}" for each in attrs.fields(cls) if each.repr)
    name = cls.__qualname__.rsplit(">.", 1)[-1]  # without the function that it is defined in
    return f"{name}({', '.join(shown)})"


_METHODS = {"__eq__": _is_equal, "__hash__": _hash, "__repr__": _shown}


def typed(_cls: type, fields: list[Attribute[Any]]) -> list[Attribute[Any]]:
    """Give each field without a validator one for its type; a ``field_transformer`` of attrs.

    It is for classes of which scripts and plugins make a few: a value of another type raises an
    error below SsrPolicyError that names the field, the value, and what belongs there. A list
    becomes a tuple where that is the type.
    """
    return [_typed(each) for each in fields]


def _typed(field: Attribute[Any]) -> Attribute[Any]:
    listed = field.converter is None and str(field.type).startswith("tuple[")
    return field.evolve(
        validator=field.validator or _of_its_type,
        converter=_listing(field.type) if listed else field.converter,
    )


def _listing(kind: Any) -> Callable[[Any], Any]:
    """Return a converter to a tuple, which a signature shows with the type of the field."""

    def listing(values: Any) -> Any:
        return as_tuple(values)

    listing.__annotations__ = {"values": kind}
    return listing


def _of_its_type(instance: object, attribute: Attribute[Any], value: object) -> None:
    cls: Any = type(instance)
    name = attribute.name
    kind, fits = _expected(cls, name)
    if fits(value):
        return
    if kind is bool:
        check_flag(value, name)
    elif kind is int:
        check_number(value, name)
    elif get_origin(kind) is Literal:
        check_choice(value, name, get_args(kind))
    else:
        may_be_day = dt.date in (kind, *get_args(kind))
        hint = converted(value, name, dt.date) if may_be_day else None
        raise wrong_type(value, name, _example(kind), hint)


@cache
def _expected(cls: Any, name: str) -> tuple[Any, _Test]:
    """Return the type of a field, and the test of its values."""
    # The hints of a class that somebody made of ours may name what only its own module knows.
    defining = next(each for each in cls.__mro__ if name in vars(each).get("__annotations__", ()))
    kind = _types(defining)[name]
    return kind, _test(kind)


@cache
def _types(cls: Any) -> Mapping[str, Any]:
    return get_type_hints(cls)


def _test(kind: Any) -> _Test:
    """Return the function that tests values against the type of an annotation."""
    make = _MAKERS.get(get_origin(kind))
    if make is not None:
        return make(get_args(kind))
    if kind is dt.date:
        return lambda value: isinstance(value, dt.date) and not isinstance(value, dt.datetime)
    if kind in (bool, object):
        return lambda value: isinstance(value, kind)
    return lambda value: isinstance(value, kind) and not isinstance(value, bool)


def _one_of(kinds: tuple[Any, ...]) -> _Test:
    tests = [_test(each) for each in kinds]
    return lambda value: any(test(value) for test in tests)


def _tuple_of(kinds: tuple[Any, ...]) -> _Test:
    test = _test(kinds[0])
    return lambda value: isinstance(value, tuple) and all(map(test, value))


def _mapping_of(kinds: tuple[Any, ...]) -> _Test:
    of_keys, of_values = map(_test, kinds)
    return lambda value: (
        isinstance(value, Mapping)
        and all(map(of_keys, value))
        and all(map(of_values, value.values()))
    )


_MAKERS: Mapping[Any, Callable[[tuple[Any, ...]], _Test]] = {
    Union: _one_of,
    UnionType: _one_of,
    Literal: lambda words: lambda value: isinstance(value, str) and value in words,
    tuple: _tuple_of,
    Mapping: _mapping_of,
    Callable: lambda _kinds: callable,
    type: lambda _kinds: lambda value: isinstance(value, type),
}


def _example(kind: Any) -> str:
    """Return how a value of a type is written."""
    origin, inner = get_origin(kind), get_args(kind)
    known = _EXAMPLES.get(kind) or _EXAMPLES.get(origin)
    if known:
        return _(known)
    if origin in (Union, UnionType):
        return either(map(_example, inner))
    if origin is tuple:
        kinds = get_args(inner[0]) if get_origin(inner[0]) in (Union, UnionType) else inner[:1]
        return f"({', '.join(map(_example, kinds))}{'' if kinds[1:] else ','})"
    if origin is not None:
        return f"{{{_example(inner[0])}: {_example(inner[1])}}}"
    if issubclass(kind, Enum):
        return f"{kind.__name__}.{next(iter(kind)).name}"
    return f"{kind.__name__}(...)"
