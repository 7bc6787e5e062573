"""The JSON Schema of a JSON record, generated from the classes that the record is read into."""

import datetime as dt
import inspect
from collections.abc import Callable, Sequence
from decimal import Decimal
from enum import Enum
from typing import Any, Final

from ssrpolicy.codec.envelope import PORTFOLIO_FORMAT
from ssrpolicy.codec.json import schema_words as words
from ssrpolicy.codec.json.selectors import POSITION_SELECTOR, QUOTE_SELECTOR
from ssrpolicy.codec.shape import (
    Choice,
    Data,
    Entry,
    Kind,
    ListOf,
    Scalar,
    StatementEntry,
    Words,
    fields_of,
)
from ssrpolicy.model import (
    AXES,
    FORMAT,
    STATEMENT_CLASSES,
    ClaimedStatus,
    Document,
    EdtfDate,
    EvidenceStatus,
    Firmness,
    LocalText,
    PaperNumber,
    Passage,
    PolicyRecord,
    Quantity,
    Schedule,
    Statement,
    Update,
)

SCHEMA_ID: Final = "urn:ssrpolicy:schema:record:1"
"""The identifier of the schema; the number is that of the format."""

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

_SCALARS: Final[dict[Any, Data]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    Decimal: {"type": "number", "exclusiveMinimum": -(10**15), "exclusiveMaximum": 10**15},
    dt.date: {"type": "string", "format": "date", "pattern": words.DAY},
    EdtfDate: {"type": "string", "pattern": words.EDTF},
    PaperNumber: {"type": "string", "pattern": words.PAPER},
}


def schema() -> Data:
    """Return the JSON Schema (2020-12) of a JSON record, or of several in one file."""
    definitions: dict[str, Data] = {}
    root = _of(Entry(PolicyRecord), definitions)
    definitions["Portfolio"] = _object(
        {"format": {"const": PORTFOLIO_FORMAT}, "records": {"type": "array", "items": root}},
        required=["format", "records"],
        description="Several records in one file.",
    )
    return {
        "$schema": _DIALECT,
        "$id": SCHEMA_ID,
        "title": "Policy records of letters to Parliament",
        "description": f"One record ({FORMAT}), or several ({PORTFOLIO_FORMAT}).",
        "oneOf": [root, {"$ref": "#/$defs/Portfolio"}],
        "$defs": dict(sorted(definitions.items())),
    }


def _object(
    properties: Data, *, required: Sequence[str] | None = None, description: str | None = None
) -> Data:
    """Return the schema of an object that has these properties and no others."""
    found: Data = {"description": description} if description else {}
    found |= {"type": "object", "properties": properties}
    found |= {} if required is None else {"required": list(required)}
    return {**found, "additionalProperties": False}


def _of(kind: Kind, definitions: dict[str, Data]) -> Data:
    """Return the schema of a kind of value; classes are defined once and referred to."""
    match kind:
        case ListOf(item):
            return {"type": "array", "items": _of(item, definitions)}
        case Words(words_):
            return {"enum": list(words_)}
        case Scalar(cls):
            return dict(_SCALARS[cls])
        case Choice(vocabulary):
            return _vocabulary(vocabulary, definitions)
        case StatementEntry():
            return _defined(Statement, definitions, lambda: _one_of_the_kinds(definitions))
        case Entry(cls):
            return _defined(cls, definitions, lambda: _entry(cls, definitions))


def _defined(cls: type, definitions: dict[str, Data], define: Callable[[], Data]) -> Data:
    if cls.__name__ not in definitions:
        definitions[cls.__name__] = {}  # a class may refer to itself
        definitions[cls.__name__] = {"description": _summary(cls), **define()}
    return {"$ref": f"#/$defs/{cls.__name__}"}


def _one_of_the_kinds(definitions: dict[str, Data]) -> Data:
    return {"oneOf": [_of(Entry(each), definitions) for each in STATEMENT_CLASSES]}


def _entry(cls: type, definitions: dict[str, Data]) -> Data:
    if cls is Passage:
        return _PASSAGE
    found = {**_fields(cls, definitions), **_MORE.get(cls, dict)()}
    # A plain string is in the language of the record.
    return {"oneOf": [words.TEXT, {**found, "minProperties": 1}]} if cls is LocalText else found


def _fields(cls: Any, definitions: dict[str, Data]) -> Data:
    fields = fields_of(cls)
    properties: dict[str, Data] = {}
    required = [key for key, each in fields.items() if each.required]
    if cls is PolicyRecord:
        properties["format"] = {"const": FORMAT}
        properties["derived"] = _derived_on_day(definitions)
        required.insert(0, "format")
    for key, each in fields.items():
        said = words.description(cls, key)
        limits = words.limits(cls, each)
        found = _of(each.kind, definitions)
        if "items" in limits:
            found["items"] = {**found["items"], **limits.pop("items")}
        properties[key] = {**({"description": said} if said else {}), **found, **limits}
    if cls in STATEMENT_CLASSES:
        properties = {"id": properties.pop("id"), "kind": {"const": cls.kind}, **properties}
        required.insert(1, "kind")
    if cls is Document:
        properties["derived"] = _DERIVED_ADDRESS
    return _object(properties, required=required)


def _summary(cls: type) -> str:
    return " ".join((inspect.getdoc(cls) or "").replace("``", "").split())


def _vocabulary(cls: type[Enum], definitions: dict[str, Data]) -> Data:
    return _defined(cls, definitions, lambda: {"enum": [member.value for member in cls]})


def _one_axis() -> Data:
    axes = [{"required": [axis]} for axis in AXES]
    only_note = {"required": ["note"], "not": {"anyOf": axes}}
    return {"oneOf": [*axes, only_note]}


def _one_bound() -> Data:
    of_range = {"anyOf": [{"required": ["at_least"]}, {"required": ["at_most"]}]}
    return {"oneOf": [{"required": ["exactly"]}, {"required": ["about"]}, of_range]}


# What the classes check beyond their single fields.
_MORE: Final[dict[type, Callable[[], Data]]] = {Update: _one_axis, Quantity: _one_bound}

_DERIVED: Final = "Worked out when written, checked and not used when read."
_DERIVED_ADDRESS: Final = _object({"address": {"type": "string"}}, description=_DERIVED)


def _derived_on_day(definitions: dict[str, Data]) -> Data:
    day, count = _SCALARS[dt.date], {"type": "integer", "minimum": 0}
    progress = {
        "claimed": _vocabulary(ClaimedStatus, definitions),
        "evidence": _vocabulary(EvidenceStatus, definitions),
        "schedule": _vocabulary(Schedule, definitions),
        "first_schedule": _vocabulary(Schedule, definitions),
        "moves": count,
        "days_late": count,
        "firmness": _vocabulary(Firmness, definitions),
        "owners": {"type": "array", "items": {"type": "string", "pattern": words.ID}},
        "first_due": day,
        "due": day,
        "last_update": day,
    }
    return _object(
        {"as_of": day, "progress": {"type": "object", "additionalProperties": _object(progress)}},
        required=["as_of", "progress"],
        description="Where each statement stands on a day, by its id; worked out when written.",
    )


_OFFSET: Final[Data] = {"type": "integer", "minimum": 0}
_SELECTORS: Final = (
    _object(
        {
            "type": {"const": QUOTE_SELECTOR},
            "exact": {"description": "The quote as recorded.", **words.QUOTE},
            "prefix": {"type": "string"},
            "suffix": {"type": "string"},
        },
        required=["type", "exact"],
    ),
    _object(
        {"type": {"const": POSITION_SELECTOR}, "start": _OFFSET, "end": _OFFSET},
        required=["type", "start", "end"],
        description="Where the quote stands, in code points; derived.",
    ),
)
_PASSAGE: Final = _object(
    {
        "document": {"type": "string", "pattern": words.ID},
        "selector": {
            "type": "array",
            "items": {"oneOf": list(_SELECTORS)},
            "contains": {"properties": {"type": {"const": QUOTE_SELECTOR}}, "required": ["type"]},
            "maxContains": 1,
            "minItems": 1,
            "maxItems": 2,
        },
        "derived": _object(
            {"heading": {"type": "string"}, "paragraph": {"type": "integer"}}, description=_DERIVED
        ),
    },
    required=["document", "selector"],
)
