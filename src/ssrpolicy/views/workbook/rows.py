"""The rows of the tracker's tables: for each entry its columns, in words of one language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Generic, TypeVar

from attrs import field, frozen

from ssrpolicy.model.documents import Passage
from ssrpolicy.model.progress import Progress
from ssrpolicy.model.record import PolicyRecord
from ssrpolicy.model.standing import EditPart
from ssrpolicy.model.statements import Statement
from ssrpolicy.model.texts import Language
from ssrpolicy.views.language.labels import capital, label, words
from ssrpolicy.views.shared.names import Names
from ssrpolicy.views.shared.passages import ShownPassage, shown
from ssrpolicy.views.workbook.tables import Choice, Column, Kind, Table, Value


@frozen(kw_only=True, eq=False)
class Scope:
    """One record as the tracker reads it: its names, its quotes, and the day it is read for."""

    record: PolicyRecord
    names: Names
    as_of: dt.date
    unverified: set[Passage] = field(factory=set)
    _owners: dict[tuple[str, ...], str] = field(factory=dict)

    @property
    def language(self) -> Language:
        """The reader's language."""
        return self.names.language

    def passages(self, quotes: Iterable[Passage]) -> list[ShownPassage]:
        """Return quotes as a reader sees them; those that are not verified are kept count of."""
        found = []
        for passage in quotes:
            seen = shown(self.record, passage)
            if not seen.verified:
                self.unverified.add(passage)
            found.append(seen)
        return found

    def progress(self, statement: Statement) -> Progress:
        """Return where a statement stands as of the day."""
        return self.record.progress(statement.id, as_of=self.as_of)

    def owners(self, ids: tuple[str, ...]) -> str | None:
        """Return owners by name, one a line, as a reader may type them."""
        if not ids:
            return None
        if ids not in self._owners:
            self._owners[ids] = "\n".join(capital(self.names.party(id)) for id in ids)
        return self._owners[ids]

    def documents(self, ids: Iterable[str]) -> str | None:
        """Return documents by name, each once, one a line."""
        named = (capital(self.names.document(id)) for id in dict.fromkeys(ids))
        return "\n".join(named) or None

    def entries(self, ids: Iterable[str]) -> str | None:
        """Return entries by summary and id, one a line."""
        return "\n".join(self.names.entry(id) for id in ids) or None


T = TypeVar("T")
_T_contra = TypeVar("_T_contra", contravariant=True)


@frozen
class ColumnOf(Generic[_T_contra]):
    """A column and how a row's value follows from its item."""

    key: str
    kind: Kind
    width: int
    value: Callable[[_T_contra], Value]
    main: bool = False
    vocabulary: type[StrEnum] | str | None = None
    label: str | None = None
    edits: EditPart | None = None

    def column(self, language: Language) -> Column:
        """Return the column as a reader of the language sees it."""
        return Column(
            key=self.key,
            label=label(self.label or f"field.{self.key}", language),
            kind=self.kind,
            width=self.width,
            main=self.main,
            edits=self.edits,
            hint=label(f"hint.{self.key}", language) if self.edits else None,
            choices=() if self.vocabulary is None else choices(self.vocabulary, language),
        )


def table(
    key: str,
    language: Language,
    columns: tuple[ColumnOf[T], ...],
    items: Iterable[tuple[str, T]],
) -> Table:
    """Return a table of items, each with the id of its row."""
    ids: list[str] = []
    rows: list[tuple[Value, ...]] = []
    values = [column.value for column in columns]
    for id, item in items:
        ids.append(id)
        rows.append(tuple(value(item) for value in values))
    return Table(
        key=key,
        title=label(f"sheet.{key}", language),
        columns=tuple(column.column(language) for column in columns),
        rows=tuple(rows),
        ids=tuple(ids),
    )


def choices(vocabulary: type[StrEnum] | str, language: Language) -> tuple[Choice, ...]:
    """Return every value of a vocabulary, or of a table of labels, as cells show it."""
    if isinstance(vocabulary, str):
        return tuple(
            Choice(key=key, label=capital(label(f"{vocabulary}.{key}", language)))
            for key in words(vocabulary)
        )
    return tuple(Choice(key=value.value, label=word(value, language)) for value in vocabulary)


def word(value: StrEnum, language: Language) -> str:
    """Return a value of a vocabulary as a cell shows it, with a capital."""
    return capital(label(value, language))


def word_or_none(value: StrEnum | None, language: Language) -> str | None:
    """Return a value of a vocabulary as a cell shows it; None where nothing is recorded."""
    return None if value is None else word(value, language)


def yes_or_no(value: object, language: Language) -> str:
    """Return yes or no as a cell shows it."""
    return capital(label("yes_no.yes" if value else "yes_no.no", language))
