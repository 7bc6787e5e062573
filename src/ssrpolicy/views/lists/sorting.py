"""The rows of a list by one of its columns."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from ssrpolicy.model import FullId
from ssrpolicy.selection import folded
from ssrpolicy.views.workbook.tables import Table


def order_by(found: Table, sort: str, *, as_read: bool = False) -> list[int]:
    """Return the places of a table's rows by a column, those without a value last; then by id.

    ``sort`` is the column's key, with a minus before it for the other way around. Rows of one
    record that are given in the order of reading keep it, where ``as_read`` says so: their ids
    would put question 3b before question 3, and a change before what it followed on.
    """
    key = sort.removeprefix("-")
    values = found.column(key)
    ranks = {
        choice.label: rank
        for column in found.columns
        if column.key == key
        for rank, choice in enumerate(column.choices)
    }
    with_value = [at for at, value in enumerate(values) if value is not None]
    without = [at for at, value in enumerate(values) if value is None]

    def place(at: int) -> tuple[str, int]:
        id = found.ids[at]
        return (FullId.split(id).record, at) if as_read else (id, 0)

    def rank(at: int) -> tuple[Any, tuple[str, int]]:
        value = values[at]
        if isinstance(value, dt.date | int | Decimal):
            return value, place(at)
        text = str(value)
        return (ranks.get(text, len(ranks)), folded(text)), place(at)

    order = sorted(with_value, key=rank, reverse=sort.startswith("-"))
    return order + sorted(without, key=place)
