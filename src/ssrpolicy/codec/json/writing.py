"""Records as JSON: the data, the text, the digest, and the file."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Callable, Iterable
from decimal import Decimal
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_unstructure_fn

from ssrpolicy.codec.converter import VOCABULARIES, Data
from ssrpolicy.codec.formats import PORTFOLIO_FORMAT
from ssrpolicy.codec.instances import instance_findings
from ssrpolicy.codec.json.derived import add_derived
from ssrpolicy.codec.passages import passage_data
from ssrpolicy.errors import RecordInvalidError
from ssrpolicy.model.documents import Passage
from ssrpolicy.model.edtf import EdtfDate
from ssrpolicy.model.papers import PaperNumber
from ssrpolicy.model.record import FORMAT, PolicyRecord
from ssrpolicy.model.statements import STATEMENT_CLASSES, Statement
from ssrpolicy.storage.atomic import replacing


def unstructure(
    record: PolicyRecord, *, derived: bool = True, as_of: dt.date | None = None
) -> Data:
    """Return a record as the data of a JSON object, with or without what is derived.

    With a day, ``as_of``, where each statement stands on that day is derived too.

    Raises RecordInvalidError when a value in the record has another type than its class says.
    """
    if findings := instance_findings(record):
        raise RecordInvalidError(f"{record.id} cannot be written.", findings=findings)
    data = {"format": FORMAT, **_converter().unstructure(record)}
    if derived:
        add_derived(data, record, as_of)
    return data


def dumps(
    records: PolicyRecord | Iterable[PolicyRecord],
    *,
    indent: int | str | None = 2,
    derived: bool = True,
    as_of: dt.date | None = None,
    portfolio: bool = False,
) -> str:
    """Return a record, or several as a portfolio, as JSON text that ends with a line feed.

    One record is the root object, be it given alone or in a list; with ``portfolio`` it is the
    one entry of a portfolio. ``indent`` None gives one line.
    With a day, ``as_of``, where each statement stands on that day is among what is derived.
    """
    several = (records,) if isinstance(records, PolicyRecord) else tuple(records)
    data: Data = {"format": PORTFOLIO_FORMAT, "records": []}
    if len(several) == 1 and not portfolio:
        data = unstructure(several[0], derived=derived, as_of=as_of)
    else:
        data["records"] = [unstructure(record, derived=derived, as_of=as_of) for record in several]
    separators = (",", ":") if indent is None else (",", ": ")
    text = json.dumps(
        data, ensure_ascii=False, allow_nan=False, indent=indent, separators=separators
    )
    return f"{text}\n"


def dump(records: PolicyRecord | Iterable[PolicyRecord], path: Path | str) -> None:
    """Write a record, or several, as JSON; the file is replaced whole or not at all.

    Raises OutputError when it cannot be written, RecordInvalidError when a record cannot.
    """
    data = dumps(records).encode("utf-8")
    with replacing(Path(path)) as stream:
        stream.write(data)


def digest(record: PolicyRecord) -> str:
    """Return the SHA-256 of a record, in 64 hexadecimal digits.

    It is that of its JSON without what is derived: UTF-8, keys sorted, no white space.
    """
    text = json.dumps(
        unstructure(record, derived=False),
        ensure_ascii=False,
        allow_nan=False,
        sort_keys=True,
        separators=(",", ":"),
    )
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _number(value: Decimal) -> int | float:
    # The model allows 15 significant digits, which a binary number gives back unharmed.
    return int(value) if value == value.to_integral_value() else float(value)


def _word(member: Enum) -> str:
    return str(member.value)


def _entry(cls: type, converter: Converter) -> Callable[[Any], Data]:
    attrs.resolve_types(cls)
    return make_dict_unstructure_fn(cls, converter, _cattrs_omit_if_default=True)


def _statement(cls: type, converter: Converter) -> Callable[[Any], Data]:
    given = _entry(cls, converter)

    def of_its_kind(statement: Statement) -> Data:
        return {"id": statement.id, "kind": statement.kind, **given(statement)}

    return of_its_kind


@cache
def _converter() -> Converter:
    converter = Converter()
    converter.register_unstructure_hook_factory(attrs.has, _entry)
    converter.register_unstructure_hook_factory(lambda cls: cls in STATEMENT_CLASSES, _statement)
    # The class of a statement says more than the class that the record's field names.
    converter.register_unstructure_hook_factory(
        lambda cls: cls is Statement, lambda _: converter.unstructure
    )
    converter.register_unstructure_hook(Passage, passage_data)
    converter.register_unstructure_hook(Decimal, _number)
    converter.register_unstructure_hook(dt.date, dt.date.isoformat)
    converter.register_unstructure_hook(EdtfDate, str)
    converter.register_unstructure_hook(PaperNumber, str)
    # A member is a str to Python, and would go as it is but for a hook of its own class.
    for vocabulary_class in VOCABULARIES:
        converter.register_unstructure_hook(vocabulary_class, _word)
    converter.register_unstructure_hook_func(
        lambda cls: getattr(cls, "__origin__", None) is tuple, _listed(converter)
    )
    return converter


def _listed(converter: Converter) -> Callable[[tuple[Any, ...]], list[Any]]:
    def listed(items: tuple[Any, ...]) -> list[Any]:
        return [converter.unstructure(each) for each in items]

    return listed
