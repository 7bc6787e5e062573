"""The values of cells: texts, numbers, days, links, and the labels of codes."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Self, TypeAlias

from attrs import frozen

from ssrpolicy.arguments import check_flag
from ssrpolicy.fields import typed
from ssrpolicy.model import Timeframe, check_day


@frozen(field_transformer=typed)
class Link:
    """A text that leads to a public address, or by ``#`` and its key to another table.

    Attributes:
        text: the words.
        url: the address, or ``#`` and the key of a table.
    """

    text: str
    url: str

    def __str__(self) -> str:
        return self.text


class Coded(str):
    """Words for what is recorded as a code, in a column that can hold other words too.

    ``code`` is the code, or codes with commas between them: ``Coded("Nederlands", "nl")``.
    """

    __slots__ = ("code",)
    code: str

    def __new__(cls, words: str, code: str) -> Self:
        """Return words with the code after them."""
        made = super().__new__(cls, words)
        made.code = code
        return made

    def __reduce__(self) -> tuple[type[Coded], tuple[str, str]]:
        """Return what a copy is made of."""
        return type(self), (str(self), self.code)


class AboutDay(dt.date):
    """A day that a term gives only by approximation, as ``begin 2031`` does: printed with ±.

    It sorts as the day that it is, and equals no other day but one of its kind.
    """

    @classmethod
    def of(cls, day: dt.date | None, *, approximate: bool) -> dt.date | None:
        """Return the day, marked where it is approximate; None for None."""
        check_flag(approximate, "approximate")
        if day is not None:
            check_day(day, "day")
        return cls(day.year, day.month, day.day) if day is not None and approximate else day

    def __eq__(self, other: object) -> bool:
        return isinstance(other, AboutDay) and self.toordinal() == other.toordinal()

    def __hash__(self) -> int:
        return hash((AboutDay, self.toordinal()))

    def __str__(self) -> str:
        return f"±{self.isoformat()}"


def due_of(term: Timeframe | None) -> dt.date | None:
    """Return the last day of a term, marked where it is approximate; None where it has none."""
    return None if term is None else AboutDay.of(term.due, approximate=term.approximate)


Value: TypeAlias = str | int | Decimal | dt.date | Link | None
"""What a cell holds; None is an empty cell, yes and no are words of the language."""


@frozen
class Cell:
    """What a cell holds, as the reader sees it, and the code of a closed vocabulary after it.

    ``value`` is what the row has, with the label of a status; ``code`` is what is recorded, such as
    ``in_progress``, the same in every language; None without a code after the words, or
    nothing is recorded.
    """

    value: Value
    code: str | None = None

    @property
    def label(self) -> str:
        """The value as text; nothing for an empty cell."""
        return "" if self.value is None else str(self.value)
