"""The words of all texts, each with its number."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from ssrpolicy_register.building.rows import Row, Rows
from ssrpolicy_register.database.tables import vocabulary
from ssrpolicy_register.database.words import held


class Vocabulary:
    """The numbers of the words that a register has, and of those that come."""

    def __init__(self, connection: Connection, *, sqlite: bool) -> None:
        self._sqlite = sqlite
        rows = connection.execute(select(vocabulary.c.word, vocabulary.c.id))
        self._ids = {row.word: row.id for row in rows}
        self._next = max(self._ids.values(), default=0) + 1

    def number(self, texts: Iterable[Row]) -> Rows:
        """Give rows of texts the ids of their words; return the rows of words that are new."""
        new: list[Row] = []
        for row in texts:
            ids = []
            for word in dict.fromkeys(row.pop("words").split()):
                id = self._ids.get(word)
                if id is None:
                    id = self._ids[word] = self._next
                    self._next += 1
                    new.append({"id": id, "word": word})
                ids.append(id)
            row["terms"] = held(ids, sqlite=self._sqlite)
        return {vocabulary.name: new}
