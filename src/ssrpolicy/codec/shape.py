"""The shape of a record: the fields of each class, with the kinds of values that they take.

It is worked out from the classes of the model, once. Reading, writing and the schema of both wire
formats are driven by it.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Final, Literal, NamedTuple, TypeAlias, Union, get_args, get_origin

import attrs
from attrs import NOTHING, frozen

from ssrpolicy.errors import ArgumentTypeError
from ssrpolicy.fields import by_fields
from ssrpolicy.messages import _
from ssrpolicy.model import (
    STATEMENT_CLASSES,
    STATEMENT_KINDS,
    EdtfDate,
    PaperNumber,
    PolicyRecord,
    Statement,
)

Data: TypeAlias = dict[str, Any]
"""A table of TOML, or an object of JSON, as it was read."""

_TEXTS: Final = (EdtfDate, PaperNumber)  # classes that stand in files as one text


@frozen(repr=False)
@by_fields
class Scalar:
    """A single value: a text, a number, a truth value, a date, the number of a paper."""

    type: type


@frozen(repr=False)
@by_fields
class Words:
    """One of a few words."""

    words: tuple[str, ...]

    @property
    def values(self) -> Mapping[str, Any]:
        """The words, each standing for itself."""
        return {word: word for word in self.words}


@frozen(repr=False)
@by_fields
class OneOf:
    """A value of one of the model's closed vocabularies, which stands in files as its word."""

    vocabulary: type[Enum]

    @property
    def values(self) -> Mapping[str, Any]:
        """The values by their words."""
        return {str(member.value): member for member in self.vocabulary}


@frozen(repr=False)
@by_fields
class ListOf:
    """A list of values of one kind."""

    item: Kind


@frozen(repr=False)
@by_fields
class Entry:
    """A table with the fields of this class."""

    cls: type


@frozen(repr=False)
class StatementEntry:
    """A table with the fields of the class of statement that its ``kind`` names."""


Kind: TypeAlias = Scalar | Words | OneOf | ListOf | Entry | StatementEntry


class Field(NamedTuple):
    """One field of a class: its key, the kind of its values, and what the model does with them.

    ``optional`` says that the field of an instance may hold None, which a file never does.
    """

    key: str
    kind: Kind
    required: bool
    optional: bool
    default: Any
    attribute: attrs.Attribute[Any]

    def validate(self, value: object) -> None:
        """Raise the ValueError or ArithmeticError of the model for a value that it refuses."""
        convert: Any = self.attribute.converter  # a plain function wherever the model has one
        if self.attribute.validator is not None:
            # The model's validators look at the value alone.
            value = convert(value) if convert else value
            self.attribute.validator(None, self.attribute, value)


@cache
def fields_of(cls: type) -> Mapping[str, Field]:
    """Return the fields of a class of the model by their keys, in their order."""
    types = _types(cls)
    return {
        each.name: Field(
            key=each.name,
            kind=_kind(types[each.name]),
            required=each.default is NOTHING,
            optional=NoneType in get_args(types[each.name]),
            default=each.default,
            attribute=each,
        )
        for each in attrs.fields(cls)
        if each.init
    }


def _types(cls: type) -> Mapping[str, Any]:
    """Return the types of a class's fields, as attrs.resolve_types finds them in more time."""
    return {
        name: _type(each.__module__, annotation)
        for each in reversed(cls.__mro__)
        for name, annotation in vars(each).get("__annotations__", {}).items()
    }


@cache
def _type(module: str, annotation: str) -> Any:
    return eval(annotation, vars(sys.modules[module]))  # noqa: S307 - the annotations are those of our own classes


def _kind(annotation: Any) -> Kind:
    if get_origin(annotation) in (Union, UnionType):
        # A file holds no None: ``X | None`` is X or absent.
        (annotation,) = (each for each in get_args(annotation) if each is not NoneType)
    if get_origin(annotation) is tuple:
        return ListOf(_kind(get_args(annotation)[0]))
    if get_origin(annotation) is Literal:
        return Words(get_args(annotation))
    if annotation is Statement:
        return StatementEntry()
    if attrs.has(annotation) and annotation not in _TEXTS:
        return Entry(annotation)
    if issubclass(annotation, Enum):
        return OneOf(annotation)
    return Scalar(annotation)


def kinds_with(key: str) -> list[str]:
    """Return the kinds of statement that have a field of this key."""
    classes: Mapping[str, Any] = STATEMENT_KINDS
    return [kind for kind, cls in classes.items() if key in fields_of(cls)]


@cache
def _tables() -> Mapping[type, str]:
    found: dict[type, str] = {}
    for key, each in fields_of(PolicyRecord).items():
        if isinstance(each.kind, ListOf):
            item = each.kind.item
            classes = [item.cls] if isinstance(item, Entry) else STATEMENT_CLASSES
            found |= dict.fromkeys(classes, key)
    return found


def table_of(entry: object) -> str:
    """Return the name of the table in which an entry stands.

    Raises ArgumentTypeError for what is not an entry of a record.
    """
    table = _tables().get(type(entry))
    if table is None:
        raise ArgumentTypeError(
            _("{entry!r:.80} is not an entry of a record.", entry=entry),
            hint=_("Give one such as ssrpolicy.Commitment(...)."),
        )
    return table
