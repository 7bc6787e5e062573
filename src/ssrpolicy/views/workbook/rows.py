"""Tables are made of columns that say how a row's cell follows from its item."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import cache
from typing import Generic, TypeVar

from attrs import frozen

from ssrpolicy.model import EditPart, Language
from ssrpolicy.views.language.labels import capital, label, vocabulary_table, words
from ssrpolicy.views.workbook.tables import Choice, Column, Kind, Table, Value

T = TypeVar("T")
_T_contra = TypeVar("_T_contra", contravariant=True)


@frozen
class ColumnOf(Generic[_T_contra]):
    """A column and how a row's value follows from its item.

    A column of choices gives the value as it is recorded, or yes and no; its cells have the words.
    """

    key: str
    kind: Kind
    width: int
    value: Callable[[_T_contra], Value]
    main: bool = True
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

    def cell(self, language: Language) -> Callable[[_T_contra], Value]:
        """Return what makes the cell of an item, for a reader of the language."""
        if self.kind is not Kind.CHOICE:
            return self.value
        return lambda item: choice_word(self.value(item), language)


def table(
    key: str,
    language: Language,
    columns: tuple[ColumnOf[T], ...],
    items: Iterable[tuple[str, T]],
    *,
    title: str | None = None,
) -> Table:
    """Return a table of items, each with the id of its row."""
    ids: list[str] = []
    rows: list[tuple[Value, ...]] = []
    cells = [column.cell(language) for column in columns]
    for id, item in items:
        ids.append(id)
        rows.append(tuple([cell(item) for cell in cells]))
    return Table(
        key=key,
        title=label(f"sheet.{key}", language) if title is None else title,
        columns=tuple(column.column(language) for column in columns),
        rows=tuple(rows),
        ids=tuple(ids),
    )


def choices(vocabulary: type[StrEnum] | str, language: Language) -> tuple[Choice, ...]:
    """Return every value of a vocabulary, or of a table of labels, as cells show it."""
    if isinstance(vocabulary, str):
        return tuple(
            Choice(key=key, label=named(f"{vocabulary}.{key}", language))
            for key in words(vocabulary)
        )
    return tuple(Choice(key=value.value, label=word(value, language)) for value in vocabulary)


def choice_word(value: Value, language: Language) -> Value:
    """Return a value of a vocabulary, or yes and no, in words; other values as they are."""
    if isinstance(value, StrEnum):
        return word(value, language)
    if isinstance(value, bool):
        return named("yes_no.yes" if value else "yes_no.no", language)
    return value


def word(value: StrEnum, language: Language) -> str:
    """Return a value of a vocabulary as a cell shows it, with a capital."""
    return named(f"{vocabulary_table(type(value))}.{value.value}", language)


def word_or_none(value: StrEnum | None, language: Language) -> str | None:
    """Return a value of a vocabulary as a cell shows it; None where nothing is recorded."""
    return None if value is None else word(value, language)


@cache
def named(key: str, language: Language) -> str:
    """Return a label as a cell shows it, with a capital: ``named("axis.claimed", "en")``."""
    return capital(label(key, language))
