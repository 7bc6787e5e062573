"""The strict cattrs converters, one for each form in which a record stands in files.

They are made for speed: a converter stops at the first thing that is wrong. What exactly is wrong,
all of it and where, is then found by :mod:`ssrpolicy.codec.problems`.
"""

from __future__ import annotations

import datetime as dt
import inspect
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeAlias, TypeVar, Union, get_args, get_origin

import attrs
from attrs import field, frozen
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, override

from ssrpolicy.codec import values
from ssrpolicy.codec.passages import json_passage, toml_passage
from ssrpolicy.codec.values import (
    PLAIN_DOCUMENT,
    PLAIN_LANGUAGE,
    Hook,
    Refused,
    during,
    wrong_type,
)
from ssrpolicy.model import vocabulary
from ssrpolicy.model.documents import Document, Passage
from ssrpolicy.model.edtf import EdtfDate
from ssrpolicy.model.papers import PaperNumber
from ssrpolicy.model.progress import Update
from ssrpolicy.model.record import PolicyRecord
from ssrpolicy.model.requests import Disposition
from ssrpolicy.model.statements import STATEMENT_KINDS, Statement
from ssrpolicy.model.texts import LocalText

T = TypeVar("T")
Data: TypeAlias = dict[str, Any]

LEAVES: tuple[type, ...] = (EdtfDate, PaperNumber)
"""Classes of the model that stand in files as one text."""

VOCABULARIES: tuple[type[Enum], ...] = tuple(
    each
    for _, each in inspect.getmembers(vocabulary, inspect.isclass)
    if issubclass(each, Enum) and each.__module__ == vocabulary.__name__
)
"""The closed vocabularies of the model."""


@frozen
class Form:
    """A form in which records stand in files: TOML, or JSON."""

    name: Literal["toml", "json"]
    converter: Converter = field(repr=False)

    def keys(self, cls: type) -> dict[str, attrs.Attribute[Any]]:
        """Return the keys that an entry of ``cls`` may have, with the attributes they fill."""
        found = {a.name: a for a in _attributes(cls) if a.init}
        if self.name == "toml" and cls is Document:
            del found["text"]  # it stands in a file of its own
        return found

    def ignored(self, cls: type) -> frozenset[str]:
        """Return the keys that an entry of ``cls`` may have beside those of its attributes."""
        if issubclass(cls, Statement):
            return frozenset({"kind"})
        derived = frozenset({"derived"} if self.name == "json" else ())
        if cls is PolicyRecord:
            return derived | {"format"}
        return derived if cls is Document else frozenset()

    def structure(self, data: Data) -> PolicyRecord:
        """Return the record that sound data hold; raises any exception for data that are not."""
        language, document = data["language"], data["source"]
        with during(PLAIN_LANGUAGE, language), during(PLAIN_DOCUMENT, document):
            return self.converter.structure(data, PolicyRecord)


@cache
def _attributes(cls: type) -> tuple[attrs.Attribute[Any], ...]:
    attrs.resolve_types(cls)
    return tuple(attrs.fields(cls))


def required_type(annotation: object) -> Any:
    """Return the type of a value that is there: ``X`` for ``X | None``."""
    if get_origin(annotation) in (Union, UnionType):
        (annotation,) = (each for each in get_args(annotation) if each is not NoneType)
    return annotation


def local_text(value: object, _: object = None) -> LocalText:
    """Return a text from a string in the record's language, or from a table by language."""
    if type(value) is str:
        return LocalText(**{PLAIN_LANGUAGE.get(): value})
    if type(value) is not dict:
        raise wrong_type(value, "a text, or { nl, en }")
    if not value.keys() <= {"nl", "en"}:
        raise Refused("has an unknown key", code="key-unknown")
    return LocalText(**{name: values.text(each) for name, each in value.items()})


def _is_plural(annotation: object) -> bool:
    return get_origin(annotation) is tuple


def _is_optional(annotation: object) -> bool:
    return get_origin(annotation) in (Union, UnionType) and NoneType in get_args(annotation)


def _is_literal(annotation: object) -> bool:
    return get_origin(annotation) is Literal


def _made(form_name: str, cls: type[T], converter: Converter) -> Hook:
    """Return the generated function that makes a ``cls`` of a table with known keys only."""
    overrides: Any = {}
    if form_name == "toml" and cls is Document:
        overrides["text"] = override(omit=True)
    generated = make_dict_structure_fn(
        cls,
        converter,
        _cattrs_forbid_extra_keys=True,
        _cattrs_detailed_validation=False,
        **overrides,
    )

    def made(data: object, _: object) -> T:
        if type(data) is not dict:
            raise wrong_type(data, "a table")
        return generated(data, cls)

    return made


def _without(keys: frozenset[str], hook: Hook) -> Hook:
    """Return the hook for data in which ``keys`` say nothing that the class keeps."""

    def of_the_rest(data: Data, cls: object) -> Any:
        return hook({key: data[key] for key in data if key not in keys}, cls)

    return of_the_rest


def _with_document(hook: Hook) -> Hook:
    """Return the hook for an entry whose plain quotes are from its own document, if it has one."""

    def of_its_document(data: Data, cls: object) -> Any:
        if "document" not in data or "quotes" not in data:
            return hook(data, cls)
        token = PLAIN_DOCUMENT.set(data["document"])
        try:
            return hook(data, cls)
        finally:
            PLAIN_DOCUMENT.reset(token)

    return of_its_document


def _plural(annotation: Any, converter: Converter) -> Hook:
    item = get_args(annotation)[0]
    hook = values.text if item is str else converter.get_structure_hook(item)

    def several(value: object, _: object) -> tuple[Any, ...]:
        if type(value) is not list:
            raise wrong_type(value, "a list")
        return tuple([hook(each, item) for each in value])

    return several


def _statement(_: object, converter: Converter) -> Hook:
    hooks = {kind: converter.get_structure_hook(cls) for kind, cls in STATEMENT_KINDS.items()}

    def statement(data: Data, _: object) -> Statement:
        kind = data["kind"]
        made: Statement = hooks[kind](data, STATEMENT_KINDS[kind])
        return made

    return statement


def _form(name: Literal["toml", "json"], hooks: Mapping[Any, Hook]) -> Form:
    converter = Converter(detailed_validation=False, forbid_extra_keys=True)
    form = Form(name, converter)

    def entry(cls: type) -> Hook:
        hook = _made(name, cls, converter)
        ignored = form.ignored(cls)
        return _without(ignored, hook) if ignored else hook

    # The last registered is asked first.
    converter.register_structure_hook_factory(attrs.has, entry)
    converter.register_structure_hook_factory(
        lambda cls: cls in (Update, Disposition), lambda cls: _with_document(entry(cls))
    )
    converter.register_structure_hook_factory(lambda cls: cls is Statement, _statement)
    converter.register_structure_hook_factory(_is_plural, _plural)
    converter.register_structure_hook_factory(
        _is_optional, lambda cls: converter.get_structure_hook(required_type(cls))
    )
    converter.register_structure_hook_factory(
        _is_literal, lambda cls: values.literal_hook(get_args(cls))
    )
    for cls, hook in hooks.items():
        converter.register_structure_hook(cls, hook)
    for each in VOCABULARIES:
        converter.register_structure_hook(each, values.member_hook(each))
    return form


_SAME_IN_BOTH: Mapping[Any, Hook] = {
    str: values.text,
    int: values.whole_number,
    bool: values.truth,
    Decimal: values.amount,
    EdtfDate: values.edtf_date,
    PaperNumber: values.paper_number,
    LocalText: local_text,
}


@cache
def toml_form() -> Form:
    """Return the form of ``record.toml``: dates are TOML's own, plain strings are quotes."""
    return _form("toml", {**_SAME_IN_BOTH, dt.date: values.toml_date, Passage: toml_passage})


@cache
def json_form() -> Form:
    """Return the form of a JSON record: dates are texts, quotes have selectors."""
    return _form("json", {**_SAME_IN_BOTH, dt.date: values.json_date, Passage: json_passage})
