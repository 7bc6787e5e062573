"""The JSON Schema of a JSON record, generated from the classes that the record is read into."""

import inspect
import re
from collections.abc import Callable
from typing import Any, Final

from ssrpolicy.codec import shape
from ssrpolicy.codec.envelope import PORTFOLIO_FORMAT
from ssrpolicy.codec.shape import Data
from ssrpolicy.model import (
    AXES,
    FORMAT,
    STATEMENT_CLASSES,
    ClaimedStatus,
    EvidenceStatus,
    Firmness,
    LocalText,
    Passage,
    PolicyRecord,
    Quantity,
    Schedule,
    Statement,
    Update,
)
from ssrpolicy.syntax import packaged_tables

SCHEMA_ID: Final = "urn:ssrpolicy:schema:record:1"
"""The identifier of the schema; the number is that of the format."""

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
# The vocabularies of what is derived; what is recorded need not use them.
_OF_PROGRESS: Final = (ClaimedStatus, EvidenceStatus, Schedule, Firmness)

_ATTRIBUTES: Final = "\nAttributes:\n"
"""Where a docstring lists the fields of its class, each with what it means."""

_DATA: Final = packaged_tables("ssrpolicy.codec.json", "schema.toml")
_AXES: Final = [{"required": [axis]} for axis in AXES]
_MORE: Final[dict[type, Data]] = {
    LocalText: {"minProperties": 1},
    Quantity: _DATA["quantity"],
    Update: {
        "oneOf": [*_AXES, {"required": ["note"], "not": {"anyOf": _AXES}}],
        "anyOf": [
            {"required": ["by"]},
            {"required": ["internal"], "properties": {"internal": {"const": True}}},
        ],
    },
}
"""What classes check beyond their single fields."""


def schema() -> Data:
    """Return the JSON Schema (2020-12) of a JSON record, or of several in one file."""
    definitions: dict[str, Data] = {}
    root = _of(shape.Entry(PolicyRecord), definitions)
    for vocabulary in _OF_PROGRESS:
        _of(shape.OneOf(vocabulary), definitions)
    several = {
        "format": _format(PORTFOLIO_FORMAT),
        "records": {"description": "The records.", "type": "array", "items": root},
    }
    definitions["Portfolio"] = {
        "description": "Several records in one file.",
        **_object(several, ["format", "records"]),
    }
    return {
        "$schema": _DIALECT,
        "$id": SCHEMA_ID,
        "title": "Policy records of letters to Parliament",
        "description": f"One record ({FORMAT}), or several ({PORTFOLIO_FORMAT}).",
        "oneOf": [root, {"$ref": "#/$defs/Portfolio"}],
        "$defs": dict(sorted(definitions.items())),
    }


def _format(name: str) -> Data:
    return {"description": "The format of the file, with its version.", "const": name}


def _object(properties: Data, required: list[str]) -> Data:
    """Return the schema of an object that has these properties and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _of(kind: shape.Kind, definitions: dict[str, Data]) -> Data:
    """Return the schema of a kind of value; classes are defined once and referred to."""
    match kind:
        case shape.ListOf(item):
            return {"type": "array", "items": _of(item, definitions)}
        case shape.Words():
            return {"enum": list(kind.words)}
        case shape.Scalar(cls):
            return dict(_DATA["values"][cls.__name__])
        case shape.OneOf(vocabulary):
            words = [member.value for member in vocabulary]
            return _defined(vocabulary, definitions, lambda: {"enum": words})
        case shape.StatementEntry():
            one = (_of(shape.Entry(each), definitions) for each in STATEMENT_CLASSES)
            return _defined(Statement, definitions, lambda: {"oneOf": list(one)})
        case shape.Entry(cls):
            return _defined(cls, definitions, lambda: _entry(cls, definitions))


def _defined(cls: type, definitions: dict[str, Data], define: Callable[[], Data]) -> Data:
    if cls.__name__ not in definitions:
        definitions[cls.__name__] = {}  # a class may refer to itself
        words = _doc(cls).partition(_ATTRIBUTES)[0]
        summary = " ".join(words.replace("``", "").split())
        definitions[cls.__name__] = {"description": summary, **define()}
    return {"$ref": f"#/$defs/{cls.__name__}"}


def _entry(cls: Any, definitions: dict[str, Data]) -> Data:
    if cls is Passage:
        return dict(_DATA["passage"])
    fields = shape.fields_of(cls)
    properties = {key: _property(cls, each, definitions) for key, each in fields.items()}
    required = [key for key, each in fields.items() if each.required]
    derived = {"derived": each} if (each := _DATA["derived"].get(cls.__name__)) else {}
    if cls is PolicyRecord:
        properties = {"format": _format(FORMAT), **derived, **properties}
        required.insert(0, "format")
    elif cls in STATEMENT_CLASSES:
        kind = {"description": "The word for what it is.", "const": cls.kind}
        properties = {"id": properties.pop("id"), "kind": kind, **properties}
        required.insert(1, "kind")
    else:
        properties |= derived
    found = {**_object(properties, required), **_MORE.get(cls, {})}
    return {"oneOf": [_DATA["text"], found]} if cls is LocalText else found


def _property(cls: type, field: shape.Field, definitions: dict[str, Data]) -> Data:
    """Return the schema of a field: its description, its type, and what else the model demands."""
    found = _of(field.kind, definitions)
    limits = _limits(cls, field)
    if "items" in limits:
        limits = {**limits, "items": {**found["items"], **limits["items"]}}
    said = _description(cls, field.key)
    return {**({"description": said} if said else {}), **found, **limits}


def _limits(cls: type, field: shape.Field) -> Data:
    for each in cls.__mro__:
        if field.key in (keys := _DATA["keys"].get(each.__name__, {})):
            return dict(keys[field.key])
    validator = getattr(field.attribute.validator, "__name__", "")
    return dict(_DATA["checks"].get(validator, {}))


def _description(cls: type, key: str) -> str | None:
    """Return what the docstring of a class, or of its base, says of a key."""
    for each in cls.__mro__[:-1]:
        page, _, listed = _doc(each).partition(_ATTRIBUTES)
        if found := re.search(rf"^    {key}: (.+(?:\n {{5,}}.+)*)", listed, re.MULTILINE):
            words = " ".join(found[1].replace("``", "").split())
            return words.replace("None where", "absent where")
        for sentence in re.split(r"(?<=[.;]) ", " ".join(page.split())):
            if f"``{key}``" in sentence:
                return f"{sentence.replace('``', '').rstrip(';.')}."
    return None


def _doc(cls: type) -> str:
    return inspect.getdoc(cls) or ""
