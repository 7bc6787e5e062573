"""The tables of notes, built in one way: labelled columns, and a dash where a cell is empty."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from ssrpolicy.model import Language
from ssrpolicy.views.language import label, number
from ssrpolicy.views.notes.blocks import Grid, Run, Runs

Row: TypeAlias = tuple[str, tuple[Runs, ...]]
"""The full id of what a row is about, and its cells."""


def grid(name: str, columns: Mapping[str, float], rows: Iterable[Row], language: Language) -> Grid:
    """Return the table of that name (``briefing_grid.history``) with the shares of its columns."""
    table = name.partition(".")[0]
    dash = (Run(label("note_grid.empty", language), language),)
    ids, cells = [], []
    for id, row in rows:
        ids.append(id)
        cells.append(tuple(cell or dash for cell in row))
    return Grid(
        summary=label(name, language),
        header=tuple(label(f"{table}.{key}", language) for key in columns),
        widths=tuple(columns.values()),
        rows=tuple(cells),
        ids=tuple(ids),
    )


def overview(
    table: str,
    widths: Sequence[float],
    rows: Sequence[tuple[str, Run, Mapping[str, int]]],
    language: Language,
) -> Grid:
    """Return a table with a row for each record: its id, its name, and numbers by their key."""
    keys = ("record", *(f"number_{key}" for key in rows[0][2]))
    cells = (
        (id, ((name,), *((Run(number(each, language), language),) for each in numbers.values())))
        for id, name, numbers in rows
    )
    return grid(f"{table}.overview", dict(zip(keys, widths, strict=True)), cells, language)
