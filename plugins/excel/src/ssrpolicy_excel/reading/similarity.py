"""Which row that was given out a changed one is likest to, by the cells that they share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from ssrpolicy_excel.fingerprints import EMPTY

# What stands in more rows than this, such as a status, tells none of them from the others.
_TELLING = 50


class Likeness:
    """Rows that were given out, to be found again by what is left of them."""

    def __init__(self, rows: Mapping[str, Iterable[str]]) -> None:
        self._filled = {
            id: {(place, mark) for place, mark in enumerate(marks) if mark != EMPTY}
            for id, marks in rows.items()
        }
        self._holding: dict[tuple[int, str], list[str]] = defaultdict(list)
        for id, cells in self._filled.items():
            for cell in cells:
                self._holding[cell].append(id)

    def likest(self, marks: Iterable[str]) -> str | None:
        """Return the id of the row that shares most cells: half of its own at least."""
        cells = {(place, mark) for place, mark in enumerate(marks) if mark != EMPTY}
        shared: Counter[str] = Counter()
        for cell in cells:
            if len(holding := self._holding.get(cell, [])) <= _TELLING:
                shared.update(holding)
        for id, _ in shared.most_common(3):
            own = self._filled.get(id, set())
            if own and len(own & cells) * 2 >= len(own):
                return id
        return None

    def forget(self, id: str) -> None:
        """Leave a row out from now on, because it was found."""
        self._filled.pop(id, None)
