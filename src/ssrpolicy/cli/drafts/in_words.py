"""The content of a proposed entry, field by field, in the reviewer's language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from functools import partial
from typing import Any

from ssrpolicy.cli.drafts.questions import KEPT, field_label
from ssrpolicy.codec import entry_lines
from ssrpolicy.messages import message_language
from ssrpolicy.model import LocalText, PolicyRecord, Quantity, Relation, Timeframe, Votes, brief
from ssrpolicy.views.language import date_to_type, label, quantity_words
from ssrpolicy.views.shared import ReadingContext, vote_counts

_PARTIES = ("owners", "partners", "authors", "on_behalf_of", "addressee", "party")
_LONGEST_ENTRY = 90
_ENTRIES = ("request", "by", "because", "needs", "uses")


def fields_in_words(entry: Any, record: PolicyRecord) -> Iterator[tuple[str, str, str]]:
    """Yield each field that a record would have of an entry: its key, its label and its value.

    After words stands in brackets what a record has for them: a code (in round ones), or an id.
    """
    names = ReadingContext(record, message_language(), marks=False)
    named = _names_of(names)
    for line in entry_lines(entry, record):
        key, _equals, written = line.partition(" = ")
        value = getattr(entry, key)
        values = value if isinstance(value, tuple) else (value,)
        words = [_words(each, names, named.get(key)) for each in values]
        said = "; ".join(each for each in words if each is not None)
        called = key if key in KEPT else field_label(key)
        # A label that begins with an abbreviation keeps its capitals.
        if called[1:2].islower():
            called = called[0].lower() + called[1:]
        yield key, called, said if None not in words else written.strip('"')


def _names_of(names: ReadingContext) -> Mapping[str, Callable[[str], str]]:
    """Return, by field, what names an id or code that the field holds."""
    return {
        **dict.fromkeys(_PARTIES, lambda id: _with_code(names.party(id), id)),
        **{key: partial(_coded, names, key) for key in ("places", "sectors", "frameworks")},
        **dict.fromkeys(_ENTRIES, partial(_entry, names)),
        "document": lambda id: _with_id(names.document(id), id),
    }


def _coded(names: ReadingContext, key: Any, id: str) -> str:
    return _with_code(names.code(key, id), id)


def _entry(names: ReadingContext, id: str) -> str:
    words = names.entry(id).removesuffix(f" [{id}]")
    return _with_id(brief(words, _LONGEST_ENTRY), id)


def _with_id(words: str, id: str) -> str:
    return words if words == id else f"{words} [{id}]"


def _with_code(words: str, code: str) -> str:
    return words if words == code else f"{words} ({code})"


def _words(value: Any, names: ReadingContext, named: Callable[[str], str] | None) -> str | None:
    """Return a value in words; None where a file's own way of writing it is as good."""
    words: str | None = None
    match value:
        case StrEnum():
            words = _with_code(names.words(value), value)
        case bool():
            words = names.words(f"yes_no.{'yes' if value else 'no'}")
        case str():
            words = value if named is None else named(value)
        case LocalText():
            words = value.text(names.record.language)
        case Timeframe():
            words = _term(value, names)
        case dt.date():
            words = names.day(value)
        case Quantity():
            words = quantity_words(value, names.language)
        case Relation():
            words = names.relation(value)
        case Votes():
            words = ", ".join(vote_counts(value, names.language))
        case _:
            pass
    return words


def _term(term: Timeframe, names: ReadingContext) -> str:
    said = [f"“{term.phrase}”"]
    if term.date is not None:
        said.append(f"({date_to_type(term.date, names.language)})")
    for name, value in (("after", term.after), ("firmness", term.firmness)):
        if value is not None:
            said.append(f"{label(f'field.{name}', names.language)}: {_words(value, names, None)}")
    return " ".join(said)
