"""Rows of a view as a table on a terminal, drawn with rich."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence

import click
from rich import box
from rich.console import Console
from rich.table import Table as Drawn
from rich.text import Text

from ssrpolicy.unseen import visible
from ssrpolicy.views import Kind, Table, Value

_NARROW = 80
_PIPED = 120
_MARKED = {
    "overdue": "red",
    "due_soon": "yellow",
    "met_moved": "yellow",
    "met": "green",
    "contradicts": "red",
    "supports": "green",
}
_FIXED = {Kind.DATE: 10, Kind.NUMBER: 12}
_LONGEST_ID = 40


def width() -> int:
    """Return how many columns of characters there are; 120 where nobody looks."""
    if not sys.stdout.isatty():
        return _PIPED
    return max(_NARROW, shutil.get_terminal_size().columns)


def print_rows(table: Table) -> None:
    """Print the rows of a table under the labels of its columns."""
    drawn = Drawn(box=box.SIMPLE_HEAD, width=width(), padding=(0, 1, 0, 0))
    for place, column in enumerate(table.columns):
        fixed = _FIXED.get(column.kind)
        if column.kind is Kind.ID:
            # An id is typed again, so it stands on one line where that leaves room for the rest.
            longest = max((len(str(row[place])) for row in table.rows), default=0)
            fixed = min(_LONGEST_ID, max(longest, len(column.label)))
        drawn.add_column(
            column.label,
            width=fixed,
            ratio=None if fixed else max(8, min(column.width, 40)),
            overflow="fold",
            justify="right" if column.kind is Kind.NUMBER else "left",
        )
    for cells, codes in zip(table.rows, table.codes, strict=True):
        drawn.add_row(*_row(cells, codes), end_section=True)
    print_drawn(drawn)


def _row(cells: Sequence[Value], codes: Sequence[str | None]) -> list[Text]:
    return [
        Text("" if value is None else visible(str(value)), _MARKED.get(code or "", ""))
        for value, code in zip(cells, codes, strict=True)
    ]


def print_drawn(drawn: Drawn) -> None:
    """Print a table without the spaces up to the width with which rich fills each line."""
    console = Console(width=width(), highlight=False, markup=False, emoji=False)
    with console.capture() as captured:
        console.print(drawn)
    for line in captured.get().strip("\n").splitlines():
        click.echo(line.rstrip())
