"""What entries, fields and values of a record are called by people, in the language of messages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Any

from ssrpolicy import codec
from ssrpolicy.messages import message_language
from ssrpolicy.model import (
    Code,
    Disposition,
    EdtfDate,
    FactsFrom,
    Language,
    ListName,
    LocalText,
    PaperNumber,
    Passage,
    PolicyRecord,
    Quantity,
    Relation,
    SetAside,
    Statement,
    TextParts,
    Timeframe,
    Update,
    Votes,
)
from ssrpolicy.views.language import counted, edtf_words, label, long_date, quantity_words, words
from ssrpolicy.views.shared import ReadingContext, fact_source, particulars, vote_counts

_NOTHING = "–"
_CODED: dict[str, ListName] = {
    **dict.fromkeys(("owners", "authors", "on_behalf_of", "addressee", "party"), "parties"),
    "partners": "parties",
    "places": "places",
    "sectors": "sectors",
    "frameworks": "frameworks",
}
# What is called otherwise in a record's file than by people.
_CALLED = {
    (Disposition, "by"): "by_statements",
    (Update, "by"): "said_by",
    (Update, "timeframe"): "new_term",
}


class Naming:
    """Calls what a record holds by its name in the language of messages."""

    def __init__(self, record: PolicyRecord) -> None:
        self._language = message_language()
        self._context = ReadingContext(record, self._language)
        self._record = record.id

    def kind(self, entry: Any) -> str:
        """Return what kind of entry it is: "toezegging", "stuk"."""
        if isinstance(entry, Statement):
            key = entry.kind
        else:
            key = "set_aside" if isinstance(entry, SetAside) else type(entry).__name__.lower()
        table = "compared" if key in words("compared") else "proposal"
        return label(f"{table}.{key}", self._language)

    def name(self, entry: Any) -> str:
        """Return the id of an entry, or a description of an entry without one."""
        if isinstance(entry, Disposition):
            return f"{entry.request} ({entry.document})"
        if isinstance(entry, Update):
            return f"{entry.statement} {entry.date.isoformat()}"
        return self.value(entry.reason) if isinstance(entry, SetAside) else str(entry.id)

    def words(self, entry: Any) -> str:
        """Return what an entry says, in a line."""
        if isinstance(entry, SetAside):
            return self.value(entry.quote)
        if isinstance(entry, Disposition):
            return self.value(entry.answer)
        if isinstance(entry, Update):
            said = getattr(entry, entry.axis)
            return f"{label(f'axis.{entry.axis}', self._language)}: {self.value(said, entry.axis)}"
        for field in ("summary", "name", "title"):
            if (text := getattr(entry, field, None)) is not None:
                return " ".join(text.text(self._language).split())
        return str(entry.id) if isinstance(entry, Code) else self.value(entry.kind)

    def field(self, field: str, entry: Any = None) -> str:
        """Return what a field is called, of an entry or of the record itself: "Stelligheid"."""
        key = _CALLED.get((type(entry), field), field)
        for table in ("compared_field", "field"):
            if key in words(table):
                return label(f"{table}.{key}", self._language)
        return key

    def value(self, value: Any, field: str = "") -> str:
        """Return a value of a field in a line."""
        match value:
            case None | () | []:
                return _NOTHING
            case tuple() | list():
                return ", ".join(self.value(each, field) for each in value)
            case dict():
                return ", ".join(f"{key} {self.value(each, key)}" for key, each in value.items())
            case bool() | StrEnum() | str() | dt.date():
                return self._word(value, field)
            case _:
                pass
        if (said := self._in_words(value)) is not None:
            return said
        data = codec.plain(value)
        return self.value(data, field) if isinstance(data, dict) else str(data)

    def _in_words(self, value: Any) -> str | None:
        """A value of a class that people say in words; None of another class."""
        if isinstance(value, Relation):
            # Within its record an entry needs no more than its id; two records may differ in that.
            full, target = value.full_id, value.target
            if full is not None and full.record == self._record:
                target = full.entry
            return f"{label(value.kind, self._language)} {target}"
        said = (words_of for kind, words_of in _WORDS_OF if isinstance(value, kind))
        words_of = next(said, None)
        return None if words_of is None else words_of(value, self._language)

    def _word(self, value: bool | StrEnum | str | dt.date, field: str) -> str:
        """A value that is one word of a list, a code, a day or a text."""
        if isinstance(value, bool):
            return label(f"yes_no.{'yes' if value else 'no'}", self._language)
        if isinstance(value, StrEnum):
            return label(value, self._language)
        if isinstance(value, dt.date):
            return long_date(value, self._language)
        if field == "from_register":
            return particulars([value], self._language)
        if field in _CODED:
            return self._context.code(_CODED[field], value)
        table = {"kind": "statement_kind", "language": "language"}.get(field)
        return value if table is None else label(f"{table}.{value}", self._language)


def _term(term: Timeframe, language: Language) -> str:
    date = "" if term.date is None else f" ({edtf_words(term.date, language)})"
    return f"{term.phrase}{date}"


# The classes whose values people say in words, each with what says them; also those derived of it.
_WORDS_OF: Sequence[tuple[type, Callable[[Any, Language], str]]] = (
    (
        LocalText,
        lambda text, __: " / ".join(each for each in (text.nl, text.en) if each is not None),
    ),
    (Passage, lambda passage, __: f"“{' '.join(passage.quote.split())}”"),
    (Quantity, quantity_words),
    (Timeframe, _term),
    (EdtfDate, edtf_words),
    (PaperNumber, lambda number, language: number.display(language)),
    (Votes, lambda votes, language: ", ".join(vote_counts(votes, language))),
    (FactsFrom, fact_source),
    (TextParts, lambda parts, language: counted("pages", len(parts.pages), language)),
)
