"""The rows of a list by one of its columns."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from ssrpolicy.selection import folded
from ssrpolicy.views.workbook.tables import Table


def order_by(found: Table, sort: str) -> list[int]:
    """Return the places of a table's rows by a column, those without a value last; then by id.

    ``sort`` is the column's key, with a minus before it for the other way around.
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

    def rank(at: int) -> tuple[Any, str]:
        value = values[at]
        if isinstance(value, dt.date | int | Decimal):
            return value, found.ids[at]
        text = str(value)
        return (ranks.get(text, len(ranks)), folded(text)), found.ids[at]

    order = sorted(with_value, key=rank, reverse=sort.startswith("-"))
    return order + sorted(without, key=lambda at: found.ids[at])
