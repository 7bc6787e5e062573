"""Rows of a view as a table on a terminal, drawn with rich."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence
from decimal import Decimal

import click
from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table as Drawn
from rich.text import Text

from ssrpolicy.model import Language
from ssrpolicy.unseen import visible
from ssrpolicy.views import Column, Kind, Table, Value
from ssrpolicy.views.language import number

_NARROW = 80
_PIPED = 100
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
_LONGEST_WORD = 16


def width() -> int:
    """Return how many columns of characters there are; 100 where nobody looks."""
    if not sys.stdout.isatty():
        return _PIPED
    return max(_NARROW, shutil.get_terminal_size().columns)


def print_rows(table: Table, language: Language) -> None:
    """Print rows under the labels of their columns; where these leave no room, field by field."""
    texts = [_texts(table, place) for place in range(len(table.columns))]
    fixed = [_fixed(*each) for each in zip(table.columns, texts, strict=True)]
    least = [wanted or _longest_word(each) for wanted, each in zip(fixed, texts, strict=True)]
    left = width() - sum(least) - 2 * len(least) - 1
    if left < 0:
        _print_fields(table, language)
        return
    for place, column in enumerate(table.columns):
        longer = _longest_line(texts[place]) - least[place]
        if column.kind is Kind.ID and 0 < longer <= left * 2 // 3:
            least[place] += longer
            left -= longer
    shares = [
        0 if wanted else max(8, column.width)
        for column, wanted in zip(table.columns, fixed, strict=True)
    ]
    wanted_more = [
        max(0, _longest_line(each) - longest) for each, longest in zip(texts, least, strict=True)
    ]
    widths = [
        longest + more
        for longest, more in zip(least, _shared(left, shares, wanted_more), strict=True)
    ]
    drawn = Drawn(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
    for column, wide in zip(table.columns, widths, strict=True):
        drawn.add_column(
            column.label,
            width=wide,
            overflow="fold",
            justify="right" if column.kind is Kind.NUMBER else "left",
        )
    for cells, codes in zip(table.rows, table.codes, strict=True):
        row = _row(cells, codes, language)
        for column, text, wide in zip(table.columns, row, widths, strict=True):
            if column.kind is Kind.ID:
                text.plain = _broken(text.plain, wide)
        drawn.add_row(*row, end_section=True)
    print_drawn(drawn)


def _shared(left: int, shares: Sequence[int], wanted: Sequence[int]) -> list[int]:
    """Return how much wider each column becomes: by its share, and by no more than it needs."""
    given = [0] * len(shares)
    waiting = [at for at, share in enumerate(shares) if share and wanted[at]]
    while waiting:
        every = sum(shares[at] for at in waiting)
        content = [at for at in waiting if wanted[at] <= left * shares[at] // every]
        for at in content or waiting:
            given[at] = wanted[at] if content else left * shares[at] // every
        if not content:
            break
        left -= sum(given[at] for at in content)
        waiting = [at for at in waiting if at not in content]
    return given


def _broken(id: str, wide: int) -> str:
    """Return an id with its lines broken after a hyphen or another sign, where it is too long."""
    lines: list[str] = []
    rest = id
    while len(rest) > wide:
        cut = max(rest.rfind(sign, 0, wide) for sign in "-#/") + 1 or wide
        lines.append(rest[:cut])
        rest = rest[cut:]
    return "\n".join([*lines, rest])


def _print_fields(table: Table, language: Language) -> None:
    """Print each field on a line of its own; a table of rich takes a millisecond a row."""
    console = _console()
    labels = [
        column.label
        for place, column in enumerate(table.columns)
        if any(row[place] not in (None, "") for row in table.rows)
    ]
    indent = max(map(cell_len, labels), default=0) + 2
    for cells, codes in zip(table.rows, table.codes, strict=True):
        lines: list[str] = []
        for column, text in zip(table.columns, _row(cells, codes, language), strict=True):
            if text:
                lines += _field(column.label, text, indent, console)
        click.echo("\n".join([*lines, ""]))


def _field(label: str, text: Text, indent: int, console: Console) -> Iterator[str]:
    """Yield the lines of a field: its label, and its text folded after it."""
    left = console.width - indent
    fits = "\n" not in text.plain and cell_len(text.plain) <= left
    lines = [text] if fits else text.wrap(console, left, overflow="fold")
    coloured = console.color_system is not None and not console.no_color
    for line in lines:
        words = line.plain.rstrip()
        if coloured and text.style:
            words = click.style(words, fg=str(text.style))
        yield label + " " * (indent - cell_len(label)) + words
        label = ""


def _texts(table: Table, place: int) -> list[str]:
    """Return the label of a column and its cells."""
    cells = (row[place] for row in table.rows)
    return [table.columns[place].label, *(str(each) for each in cells if each is not None)]


def _longest_line(texts: Sequence[str]) -> int:
    return max((len(line) for text in texts for line in text.splitlines()), default=0)


def _fixed(column: Column, texts: Sequence[str]) -> int | None:
    """Return how wide a column is whatever the others are; None where it shares what is left."""
    if column.kind is Kind.ID:
        # An id is typed again, so it stands on one line where that leaves room for the rest.
        return min(_LONGEST_ID, max(map(len, texts)))
    fixed = _FIXED.get(column.kind)
    return None if fixed is None else max(fixed, _longest_word(texts[:1]))


def _longest_word(texts: Sequence[str]) -> int:
    """Return how wide a column is that breaks no word but a very long one."""
    return min(_LONGEST_WORD, max(len(word) for text in texts for word in text.split() or [""]))


def _row(cells: Sequence[Value], codes: Sequence[str | None], language: Language) -> list[Text]:
    return [
        Text(_shown(value, language), _MARKED.get(code or "", ""))
        for value, code in zip(cells, codes, strict=True)
    ]


def _shown(value: Value, language: Language) -> str:
    if isinstance(value, Decimal):
        return number(value, language)
    return "" if value is None else visible(str(value))


def _console() -> Console:
    # With a width alone rich takes 80 at a terminal that it calls dumb.
    return Console(width=width(), height=25, highlight=False, markup=False, emoji=False)


def print_drawn(drawn: Drawn) -> None:
    """Print a table without the spaces up to the width with which rich fills each line."""
    console = _console()
    with console.capture() as captured:
        console.print(drawn)
    for line in captured.get().strip("\n").splitlines():
        click.echo(line.rstrip())
