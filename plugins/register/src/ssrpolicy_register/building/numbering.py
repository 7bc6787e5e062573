"""The ids of texts that come into a register."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, func, select

from ssrpolicy_register.building.rows import Row
from ssrpolicy_register.database.places import first_place, same_day_until
from ssrpolicy_register.database.tables import SUMMARY, texts


class Numbering:
    """Gives texts the ids by which they are sorted; ``empty`` if none are stored yet."""

    def __init__(self, connection: Connection, *, empty: bool) -> None:
        self._connection = connection
        self._empty = empty
        self._next: dict[int, int] = {}

    def number(self, rows: Iterable[Row]) -> None:
        """Give rows of texts their ids; the summaries of an entry come one after the other."""
        before: Row | None = None
        for row in rows:
            first = first_place(row["rank"], row["date"])
            english = row["rank"] == SUMMARY and row["language"] == "en"
            if english and before is not None and _are_of_one(before, row):
                row["id"] = before["id"] | 1
            else:
                row["id"] = self._free(first) | english
            before = row

    def _free(self, first: int) -> int:
        """Return the first even id of a rank and day that is free, and keep it."""
        free = self._next.get(first)
        if free is None:
            free = first if self._empty else self._after(first)
        self._next[first] = free + 2
        return free

    def _after(self, first: int) -> int:
        of_day = texts.c.id.between(first, same_day_until(first))
        last = self._connection.execute(select(func.max(texts.c.id)).where(of_day)).scalar()
        return first if last is None else (last | 1) + 1


def _are_of_one(dutch: Row, english: Row) -> bool:
    """Whether two texts are summaries of one entry, in Dutch and in English."""
    same = all(dutch[name] == english[name] for name in ("rank", "entry", "date"))
    return same and dutch["language"] == "nl"
