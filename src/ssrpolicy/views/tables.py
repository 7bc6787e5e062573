"""Tables before any format: columns with their kind, rows of plain values."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from attrs import field, frozen


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
    has room for. ``choices`` are all the values a column of kind choice can hold. ``editable``
    columns take what a reader types.
    """

    key: str
    label: str
    kind: Kind = Kind.TEXT
    width: int = 16
    main: bool = False
    editable: bool = False
    choices: tuple[Choice, ...] = ()


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
