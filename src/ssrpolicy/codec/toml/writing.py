"""An entry of a record as TOML text, in the form in which people write it."""

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any, TypeAlias

from ssrpolicy.codec.problems import FlawedError
from ssrpolicy.codec.reading import problem_findings
from ssrpolicy.codec.scalars import Defaults
from ssrpolicy.codec.shape import Data, ListOf, fields_of, table_of
from ssrpolicy.codec.unstructuring import Unstructuring
from ssrpolicy.messages import _
from ssrpolicy.model import (
    FORMAT,
    Disposition,
    EdtfDate,
    LocalText,
    PaperNumber,
    Passage,
    PolicyRecord,
    RecordInvalidError,
    Update,
)
from ssrpolicy.unseen import toml_codes, unseen_in

Value: TypeAlias = "str | tuple[str, ...] | Mapping[str, Value]"
"""A value as TOML text: of a list the texts of its items, of a table those by its keys."""

_ESCAPES = {mark: f"\\{letter}" for mark, letter in zip('\b\t\n\f\r"\\', 'btnfr"\\', strict=True)}
# What can stand between three apostrophes as it is.
_LITERAL = re.compile(r"(?:(?!''')[^\x00-\x08\x0b-\x1f\x7f])*")
_ESCAPED = re.compile(r'[\x00-\x1f\x7f"\\]')


def string(text: str) -> str:
    """Return a TOML string: on one line in quotation marks, over several as the source has it.

    What is not seen and acts all the same stands in it as its code.
    """
    unseen = unseen_in(text)
    if "\n" in text and not unseen and _LITERAL.fullmatch(text) and not text.endswith("'"):
        return f"'''\n{text}'''"
    escaped = _ESCAPED.sub(lambda m: _ESCAPES.get(m[0]) or f"\\u{ord(m[0]):04x}", text)
    return f'"{toml_codes(escaped) if unseen else escaped}"'


def quote_text(passage: Passage, default_document: str) -> str:
    """Return a quote as it stands in a list of quotes: a string, or a table where needed."""
    return _value(_unstructuring().data(passage, Defaults("nl", default_document)))


def entry_values(entry: object, record: PolicyRecord) -> dict[str, Value]:
    """Return the values of an entry by their keys, each as it stands after its key.

    A list gives the texts of its items, a table those of its values by their keys.

    Raises RecordInvalidError where a value in it has another type than its class says.
    """
    own = entry.document if isinstance(entry, (Update, Disposition)) else None
    try:
        data = _unstructuring().data(entry, Defaults(record.language, own or record.source))
    except FlawedError as error:
        findings = problem_findings(error.problems, subject=record.id)
        raise RecordInvalidError(_("The entry cannot be written."), findings=findings) from None
    for apart in ("text", "parts"):  # a document's, which stand in files of their own
        data.pop(apart, None)
    # A person writes down what an entry is first, and its quotes after that.
    return {key: _texts(data[key]) for key in sorted(data, key=lambda k: k == "quotes")}


def _texts(value: Any) -> Value:
    match value:
        case dict():
            return {key: _texts(each) for key, each in value.items()}
        case list():
            return tuple(map(_value, value))
        case _:
            return _value(value)


def value_text(value: Value) -> str:
    """Return a value as it stands after its key."""
    match value:
        case str():
            return value
        case tuple():
            return _list([*value])
        case _:
            pairs = ", ".join(f"{key} = {value_text(each)}" for key, each in value.items())
            return f"{{ {pairs} }}"


def entry_text(entry: object, record: PolicyRecord) -> str:
    """Return an entry as a TOML table that can stand at the end of the record's file.

    Raises RecordInvalidError where a value in it has another type than its class says.
    """
    head = f"[[{table_of(entry)}]]"
    values = entry_values(entry, record).items()
    return "\n".join([head, *(f"{key} = {value_text(value)}" for key, value in values), ""])


def record_text(record: PolicyRecord) -> str:
    """Return a whole record as the text of a ``record.toml``; its texts stand in files.

    Raises RecordInvalidError where a value in it has another type than its class says.
    """
    head = {"format": string(FORMAT), "id": string(record.id)}
    head |= {"language": string(record.language), "source": string(record.source)}
    if record.title is not None:
        title = _unstructuring().data(record.title, Defaults(record.language, record.source))
        head["title"] = value_text(_texts(title))
    parts = ["".join(f"{key} = {value}\n" for key, value in head.items())]
    for key, each in fields_of(PolicyRecord).items():
        if isinstance(each.kind, ListOf):
            parts += [entry_text(entry, record) for entry in getattr(record, key)]
    return "\n".join(parts)


@cache
def _unstructuring() -> Unstructuring:
    return Unstructuring(
        {EdtfDate: str, PaperNumber: str}, {Passage: _passage, LocalText: _local_text}
    )


def _passage(table: Data, defaults: Defaults) -> Data | str:
    if table["document"] == defaults.document:
        del table["document"]
    return str(table["quote"]) if len(table) == 1 else table


def _local_text(table: Data, defaults: Defaults) -> Data | str:
    return str(table[defaults.language]) if [*table] == [defaults.language] else table


def _value(value: Any) -> str:
    """Return a value as it stands after its key."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return string(value)
        case dt.date():
            return value.isoformat()
        case list():
            return _list([_value(each) for each in value])
        case dict():
            pairs = ", ".join(f"{key} = {_value(each)}" for key, each in value.items())
            return f"{{ {pairs} }}"
        case _:
            return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _list(items: list[str]) -> str:
    if len(items) > 1 and any("\n" in item for item in items):
        return "[\n" + "".join(f"{item},\n" for item in items) + "]"
    return f"[{', '.join(items)}]"
