"""Tables before any format: columns with their kind, rows of plain values."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from attrs import evolve, field, frozen

from ssrpolicy.model import EditPart


class Kind(StrEnum):
    """What the cells of a column hold, so that a format can align, size and check them."""

    ID = "id"
    SHORT = "short"
    TEXT = "text"
    DATE = "date"
    NUMBER = "number"
    CHOICE = "choice"
    LINK = "link"


@frozen
class Link:
    """A text that leads to a public address, or by ``#`` and its key to another table."""

    text: str
    url: str

    def __str__(self) -> str:
        return self.text


Value: TypeAlias = str | int | Decimal | dt.date | Link | None
"""What a cell holds; None is an empty cell, yes and no are words of the language."""


@frozen(kw_only=True)
class Choice:
    """A value of a closed vocabulary as it is recorded, and as the reader sees it."""

    key: str
    label: str


@frozen(kw_only=True)
class Column:
    """A column: its stable key, its label in the reader's language, and what it holds.

    ``width`` is in characters. ``main`` columns are those a reader needs first, and that a page
    has room for. ``choices`` are all the values a column of kind choice can hold. A column
    with ``edits`` is filled in by people; it names what they enter, and ``hint`` explains it.
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
    """A titled table; each row has one value a column, and an id that is stable and unique."""

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...] = field(repr=False)
    ids: tuple[str, ...] = field(repr=False)

    def column(self, key: str) -> tuple[Value, ...]:
        """Return the values of one column, row by row."""
        index = next(i for i, column in enumerate(self.columns) if column.key == key)
        return tuple(row[index] for row in self.rows)


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
    last = len(ranks)

    def rank(index: int) -> tuple[bool, int, str]:
        value = table.rows[index][place]
        return value is None, ranks.get(str(value), last), str(value).casefold()

    order = sorted(range(len(table.rows)), key=rank)
    places = [0, *([place] if place else [])]
    places += [each for each in range(len(table.columns)) if each not in places]
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
