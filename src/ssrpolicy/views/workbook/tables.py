"""Tables before any format: columns with their kind, rows of plain values, and their making."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cache, cached_property
from typing import Generic, TypeVar

from attrs import evolve, field, frozen

from ssrpolicy.arguments import ClosedVocabulary, check_type
from ssrpolicy.errors import UnknownIdError
from ssrpolicy.fields import typed
from ssrpolicy.messages import _
from ssrpolicy.model import EditPart, Language
from ssrpolicy.similar import nearest_or_all
from ssrpolicy.views.language import capital, label
from ssrpolicy.views.language.labels import vocabulary_table, words
from ssrpolicy.views.workbook.cells import Cell, Coded, Value

T = TypeVar("T")
_T_contra = TypeVar("_T_contra", contravariant=True)


class Kind(ClosedVocabulary):
    """What the cells of a column hold, so that a format can align, size and check them."""

    ID = "id"
    SHORT = "short"
    TEXT = "text"
    DATE = "date"
    NUMBER = "number"
    CHOICE = "choice"
    LINK = "link"


@frozen(kw_only=True, field_transformer=typed)
class Choice:
    """A value of a closed vocabulary as it is recorded, and as the reader sees it.

    Attributes:
        key: the value as it is recorded.
        label: the value as the reader sees it.
    """

    key: str
    label: str


@frozen(kw_only=True, field_transformer=typed)
class Column:
    """A column: its stable key, its label in the reader's language, and what it holds.

    ``width`` is in characters. ``main`` columns are those a reader needs first, and that a page
    has room for. ``choices`` are all the values a column of kind choice can hold. A column
    with ``edits`` is filled in by people; it names what they enter, and ``hint`` explains it.

    Attributes:
        key: what it holds, the same in every language.
        label: its heading in the reader's language.
        kind: how its cells are to be aligned, sized and checked.
    """

    key: str
    label: str
    kind: Kind = Kind.TEXT
    width: int = 16
    main: bool = False
    edits: EditPart | None = None
    hint: str | None = None
    choices: tuple[Choice, ...] = ()

    @property
    def editable(self) -> bool:
        """Whether people fill the column in."""
        return self.edits is not None


@frozen(kw_only=True)
class Table:
    """A titled table; each row has one value a column, and an id that is stable and unique.

    Attributes:
        key: what it is, the same in every language.
        title: what it is called.
        columns: its columns.
        rows: its rows, each with a value a column.
        ids: the id of each row.
        codes: the code of each cell that is words for one, row by row: what is recorded, such as
            ``in_progress``, the same in every language; None for every other cell.
    """

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...] = field(repr=False)
    ids: tuple[str, ...] = field(repr=False)

    @cached_property
    def codes(self) -> tuple[tuple[str | None, ...], ...]:
        """The code of each cell, row by row; None for cells that are not words for a code.

        It is what is recorded, such as ``in_progress``, the same in every language.
        """
        # In its column, the label of a choice stands for one code.
        known = [{each.label: each.key for each in column.choices} for column in self.columns]
        return tuple(
            tuple(_code(value, codes) for codes, value in zip(known, row, strict=True))
            for row in self.rows
        )

    @property
    def keys(self) -> list[str]:
        """The keys of the columns in their order: those of a data frame, also without rows."""
        return [column.key for column in self.columns]

    def cells(self) -> Iterator[tuple[Cell, ...]]:
        """Yield the cells of each row, with their codes."""
        for row, codes in zip(self.rows, self.codes, strict=True):
            yield tuple(Cell(value, code) for value, code in zip(row, codes, strict=True))

    def column(self, key: str) -> tuple[Value, ...]:
        """Return the values of one column, row by row; raises UnknownIdError if it has none."""
        keys = self.keys
        check_type(key, str, "key", '"owners"')
        if key not in keys:
            raise UnknownIdError(
                _("The table {table} has no column {key!r:.80}.", table=self.key, key=key),
                hint=nearest_or_all(key, keys),
            )
        index = keys.index(key)
        return tuple(row[index] for row in self.rows)

    def to_dicts(self) -> list[dict[str, Value]]:
        """Return a dict a row, with the values by the keys of the columns, in their order."""
        keys = self.keys
        return [dict(zip(keys, row, strict=True)) for row in self.rows]


def _code(value: Value, codes: Mapping[str, str]) -> str | None:
    if isinstance(value, Coded):
        return value.code
    return codes.get(str(value)) if codes else None


@frozen
class ColumnOf(Generic[_T_contra]):
    """A column and how a row's value follows from its item.

    A column of choices ``holds`` a vocabulary: an enumeration or a table of labels. It gives the
    value as it is recorded, or yes and no; its cells have the words.
    """

    key: str
    width: int
    value: Callable[[_T_contra], Value]
    holds: Kind | type[StrEnum] | str = Kind.TEXT
    main: bool = True
    label: str | None = None
    edits: EditPart | None = None

    def column(self, language: Language) -> Column:
        """Return the column as a reader of the language sees it."""
        return Column(
            key=self.key,
            label=label(self.label or f"field.{self.key}", language),
            kind=self.holds if isinstance(self.holds, Kind) else Kind.CHOICE,
            width=self.width,
            main=self.main,
            edits=self.edits,
            hint=label(f"hint.{self.key}", language) if self.edits else None,
            choices=() if isinstance(self.holds, Kind) else choices(self.holds, language),
        )

    def cell(self, language: Language) -> Callable[[_T_contra], Value]:
        """Return what makes the cell of an item, for a reader of the language."""
        if isinstance(self.holds, Kind):
            return self.value
        return lambda item: choice_word(self.value(item), language)


def secondary(*columns: ColumnOf[T]) -> tuple[ColumnOf[T], ...]:
    """Return columns that a page may leave out."""
    return tuple(evolve(column, main=False) for column in columns)


def table(
    key: str,
    language: Language,
    columns: tuple[ColumnOf[T], ...],
    items: Iterable[tuple[str, T]],
    *,
    title: str | None = None,
) -> Table:
    """Return a table of items, each with the id of its row."""
    cells = [column.cell(language) for column in columns]
    rows = [(id, tuple([cell(item) for cell in cells])) for id, item in items]
    return Table(
        key=key,
        title=label(f"sheet.{key}", language) if title is None else title,
        columns=tuple(column.column(language) for column in columns),
        rows=tuple(row for _, row in rows),
        ids=tuple(id for id, _ in rows),
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


def grouped(table: Table, key: str) -> Table:
    """Return a table with its rows put together by the values of a column.

    The column then stands next to the id. Rows go in the order of its choices, or else of its
    words, those without a value last; within a group they keep their order. A table without the
    column is returned as it is.
    """
    place = next((i for i, column in enumerate(table.columns) if column.key == key), None)
    if place is None:
        return table
    ranks = {choice.label: rank for rank, choice in enumerate(table.columns[place].choices)}

    def rank(index: int) -> tuple[bool, int, str]:
        value = table.rows[index][place]
        return value is None, ranks.get(str(value), len(ranks)), str(value).casefold()

    order = sorted(range(len(table.rows)), key=rank)
    places = list(dict.fromkeys((0, place, *range(len(table.columns)))))
    return evolve(
        table,
        # What rows are grouped by is never left out on paper.
        columns=tuple(
            evolve(table.columns[each], main=True) if each == place else table.columns[each]
            for each in places
        ),
        rows=tuple(tuple(table.rows[index][each] for each in places) for index in order),
        ids=tuple(table.ids[index] for index in order),
    )
