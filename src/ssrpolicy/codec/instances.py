"""The types of what a record made in Python holds: classes say them, and Python does not check."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, cast, get_args, get_origin

import attrs

from ssrpolicy.codec.problems import Problem
from ssrpolicy.codec.reading import findings_of
from ssrpolicy.codec.sources import text_problems
from ssrpolicy.codec.values import Place
from ssrpolicy.model.findings import Finding
from ssrpolicy.model.record import PolicyRecord
from ssrpolicy.model.statements import STATEMENT_CLASSES, Statement

_NAMES = {str: "a text", int: "a whole number", bool: "True or False", dt.date: "a date"}


def record_findings(record: PolicyRecord) -> tuple[Finding, ...]:
    """Return what is wrong with a record in memory that no rule looks at: types, and texts.

    A record that was read has been checked for both already.
    """
    found = instance_findings(record)
    if found:
        return found
    return tuple(findings_of(text_problems(record), subject=record.id))


def instance_findings(record: PolicyRecord) -> tuple[Finding, ...]:
    """Return a finding for each value in a record whose type is not what its class says."""
    problems = _check(PolicyRecord)(record, ())
    return tuple(findings_of(problems, subject=str(record.id)))


Check = Callable[[Any, Place], Iterator[Problem]]


@cache
def _check(annotation: Any) -> Check:
    """Return the function that yields what is wrong with the type of a value."""
    origin = get_origin(annotation)
    if origin in (Union, UnionType):
        (wanted,) = (each for each in get_args(annotation) if each is not NoneType)
        return _optional(_check(wanted))
    if origin is tuple:
        return _plural(get_args(annotation)[0])
    if origin is Literal:
        return _literal(get_args(annotation))
    if annotation is Statement:
        return _statement
    if attrs.has(annotation):
        return _instance(annotation)
    return _exact(annotation)


def _wrong(value: object, wanted: str, place: Place) -> Problem:
    words = [part for part in place if isinstance(part, str)]
    name = words[-1] if words else "the record"
    given = f"{type(value).__name__}"
    return Problem(
        "type-wrong", f"{name} holds a value of type {given}, not {wanted}.", None, place
    )


def _called(cls: type) -> str:
    if cls in _NAMES:
        return f"{_NAMES[cls]} ({cls.__name__})"
    return f"a value of {cls.__name__}" if issubclass(cls, Enum) else f"a {cls.__name__}"


def _exact(cls: type) -> Check:
    def exact(value: object, place: Place) -> Iterator[Problem]:
        if type(value) is not cls:
            yield _wrong(value, _called(cls), place)

    return exact


def _literal(words: tuple[Any, ...]) -> Check:
    def literal(value: object, place: Place) -> Iterator[Problem]:
        if type(value) is not str or value not in words:
            yield _wrong(value, f"one of {', '.join(words)}", place)

    return literal


def _optional(check: Check) -> Check:
    def optional(value: object, place: Place) -> Iterator[Problem]:
        if value is not None:
            yield from check(value, place)

    return optional


def _plural(item: Any) -> Check:
    check = _check(item)

    def plural(value: object, place: Place) -> Iterator[Problem]:
        if type(value) is not tuple:
            yield _wrong(value, "a tuple", place)
            return
        for index, each in enumerate(value):
            yield from check(each, (*place, index))

    return plural


def _statement(value: object, place: Place) -> Iterator[Problem]:
    if type(value) not in STATEMENT_CLASSES:
        yield _wrong(value, "one of the five kinds of statement", place)
        return
    yield from _check(cast("Any", type(value)))(value, place)


def _instance(cls: type) -> Check:
    attrs.resolve_types(cls)
    checks = [(a.name, _check(a.type)) for a in attrs.fields(cls) if a.init]

    def instance(value: object, place: Place) -> Iterator[Problem]:
        if type(value) is not cls:
            yield _wrong(value, _called(cls), place)
            return
        for name, check in checks:
            yield from check(getattr(value, name), (*place, name))

    return instance
