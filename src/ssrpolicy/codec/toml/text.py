"""An entry of a record as TOML text, in the form in which people write it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from typing import Any

import attrs

from ssrpolicy.model.documents import Document, Passage, SetAside, Votes
from ssrpolicy.model.edtf import EdtfDate
from ssrpolicy.model.instruments import Instrument
from ssrpolicy.model.papers import PaperNumber
from ssrpolicy.model.parties import Framework, Party, Place, Sector
from ssrpolicy.model.progress import Update
from ssrpolicy.model.quantities import Quantity
from ssrpolicy.model.record import PolicyRecord
from ssrpolicy.model.requests import Disposition, Request
from ssrpolicy.model.statements import Relation, Statement
from ssrpolicy.model.texts import Language, LocalText
from ssrpolicy.model.timeframes import Timeframe

TABLES: Mapping[type[Any], str] = {
    Document: "documents",
    Request: "requests",
    Statement: "statements",
    Disposition: "dispositions",
    Instrument: "instruments",
    SetAside: "set_aside",
    Update: "updates",
    Party: "parties",
    Place: "places",
    Sector: "sectors",
    Framework: "frameworks",
}
"""The class of an entry, and the table in which entries of it stand."""

_ESCAPES = {
    "\b": r"\b",
    "\t": r"\t",
    "\n": r"\n",
    "\f": r"\f",
    "\r": r"\r",
    '"': r"\"",
    "\\": r"\\",
}
# What can stand between three apostrophes as it is.
_LITERAL = re.compile(r"(?:(?!''')[^\x00-\x08\x0b-\x1f\x7f])*")
_ESCAPED = re.compile(r'[\x00-\x1f\x7f"\\]')
# The order in which a person writes a statement down: what it is first, the details behind it.
_LAST = ("quotes",)


def table_of(entry: object) -> str:
    """Return the name of the table in which an entry stands."""
    return next(name for kind, name in TABLES.items() if isinstance(entry, kind))


def string(text: str) -> str:
    """Return a TOML string: on one line in quotation marks, over several as the source has it."""
    if "\n" in text and _LITERAL.fullmatch(text) and not text.endswith("'"):
        return f"'''\n{text}'''"
    escaped = _ESCAPED.sub(lambda found: _escape(found[0]), text)
    return f'"{escaped}"'


def _escape(mark: str) -> str:
    return _ESCAPES.get(mark) or f"\\u{ord(mark):04x}"


def quote_text(passage: Passage, default_document: str) -> str:
    """Return a quote as it stands in a list of quotes: a string, or a table where needed."""
    parts = {}
    if passage.document != default_document:
        parts["document"] = passage.document
    parts["quote"] = passage.quote
    if passage.prefix:
        parts["prefix"] = passage.prefix
    if passage.suffix:
        parts["suffix"] = passage.suffix
    if len(parts) == 1:
        return string(passage.quote)
    return "{ " + ", ".join(f"{key} = {string(part)}" for key, part in parts.items()) + " }"


def entry_text(entry: object, record: PolicyRecord) -> str:
    """Return an entry as a TOML table that can stand at the end of the record's file."""
    writer = _Writer(language=record.language, document=default_document(entry, record))
    given = _given(entry)
    given.pop("text", None)  # a document's text stands in its file
    if isinstance(entry, Statement):
        given = {"id": given.pop("id"), "kind": entry.kind, **given}
    ordered = sorted(given, key=lambda name: name in _LAST)
    lines = [f"{name} = {writer.value(given[name])}" for name in ordered]
    return "\n".join([f"[[{table_of(entry)}]]", *lines, ""])


def default_document(entry: object, record: PolicyRecord) -> str:
    """Return the document from which an entry's plain quotes are taken."""
    if isinstance(entry, (Update, Disposition)) and entry.document is not None:
        return entry.document
    return record.source


def _given(entry: Any) -> dict[str, Any]:
    """The fields of an entry that differ from their defaults, by name."""
    found = {}
    for attribute in attrs.fields(type(entry)):
        if attribute.init:
            value = getattr(entry, attribute.name)
            if value != attribute.default:
                found[attribute.name] = value
    return found


@attrs.frozen(kw_only=True)
class _Writer:
    """Writes values where plain strings are in ``language`` and plain quotes from ``document``."""

    language: Language
    document: str

    def value(self, value: Any) -> str:
        """Return a value as it stands behind its key."""
        match value:
            case bool():
                written = "true" if value else "false"
            case Enum():
                written = string(str(value.value))
            case dt.date():
                written = value.isoformat()
            case Decimal():
                written = f"{value:f}"
            case int():
                written = str(value)
            case str() | EdtfDate() | PaperNumber():
                written = string(str(value))
            case _:
                written = self._composed(value)
        return written

    def _composed(self, value: Any) -> str:
        match value:
            case Passage():
                return quote_text(value, self.document)
            case LocalText():
                return self._local_text(value)
            case Quantity() | Timeframe() | Relation() | Votes():
                return self._table(_given(value))
            case tuple():
                return self._list([self.value(item) for item in value])
            case _:
                raise AssertionError(f"no TOML for a {type(value).__name__}")

    def _local_text(self, value: LocalText) -> str:
        given = _given(value)
        only = given.get(self.language)
        return self._table(given) if only is None or len(given) > 1 else string(only)

    def _table(self, parts: Mapping[str, Any]) -> str:
        return "{ " + ", ".join(f"{key} = {self.value(part)}" for key, part in parts.items()) + " }"

    @staticmethod
    def _list(items: list[str]) -> str:
        if len(items) > 1 and any("\n" in item for item in items):
            return "[\n" + "".join(f"{item},\n" for item in items) + "]"
        return f"[{', '.join(items)}]"
