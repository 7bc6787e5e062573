"""The ids of texts, which say in which order hits come: by rank, then the newest paper first.

An id is a number of 53 bits, which no reader of JSON rounds: 3 of its rank, 22 of the day counted
back from the last one, and 28 that tell texts of one rank and day apart. Of these the last says
whether it is a summary in English, next to that in Dutch of the same entry if there is one.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from sqlalchemy import ColumnElement

_DAYS: Final = 22
_NUMBERS: Final = 28
_UNDATED: Final = (1 << _DAYS) - 1


def first_place(rank: int, day: dt.date | None) -> int:
    """Return the first id of the texts of a rank that are of a day; of those undated for None."""
    back = _UNDATED if day is None else _UNDATED - day.toordinal()
    return (rank << _DAYS | back) << _NUMBERS


def last_place(rank: int) -> int:
    """Return the last id of the texts of a rank."""
    return same_day_until(first_place(rank, None))


def same_day_until(place: int) -> int:
    """Return the last id of the texts that have the rank and the day of one."""
    return place | (1 << _NUMBERS) - 1


def day_of(place: int) -> int:
    """Return what is the same for the ids of one rank and day, and sorts them."""
    return place >> _NUMBERS


def is_dated(place: ColumnElement[int]) -> ColumnElement[bool]:
    """Return whether an id is that of a text with a date."""
    return place.op(">>")(_NUMBERS).op("&")(_UNDATED) != _UNDATED
