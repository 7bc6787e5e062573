"""Statements as a table on a terminal, drawn with rich."""

import datetime as dt
from collections.abc import Iterable, Iterator

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from ssrpolicy.cli.console import WIDTH, printable
from ssrpolicy.model import EvidenceStatus, Schedule, Statement
from ssrpolicy.views.language.labels import label
from ssrpolicy.views.shared import ReadingContext

_MARKED = {
    Schedule.OVERDUE: "red",
    Schedule.DUE_SOON: "yellow",
    Schedule.MET_MOVED: "yellow",
    Schedule.MET: "green",
    EvidenceStatus.CONTRADICTS: "red",
    EvidenceStatus.SUPPORTS: "green",
}


def table_lines(
    names: ReadingContext, statements: Iterable[Statement], as_of: dt.date
) -> Iterator[str]:
    """Return the lines of a table: what each statement says, and where it stands, in 80 columns."""
    console = Console(width=WIDTH, highlight=False, markup=False, emoji=False)
    with console.capture() as drawn:
        console.print(_table(names, statements, as_of))
    # rich fills each line with spaces up to the width.
    return (line.rstrip() for line in drawn.get().strip("\n").splitlines())


def _table(names: ReadingContext, statements: Iterable[Statement], as_of: dt.date) -> Table:
    language = names.language
    table = Table(box=box.SIMPLE_HEAD, width=WIDTH, padding=(0, 1, 0, 0))
    table.add_column(label("field.summary", language), ratio=1, overflow="fold")
    table.add_column(label("field.schedule", language), width=14, overflow="fold")
    table.add_column(label("field.claimed", language), width=12, overflow="fold")
    table.add_column(label("field.evidence", language), width=11, overflow="fold")
    for statement in statements:
        now = names.record.progress(statement.id, as_of=as_of)
        due = f"\n{now.due.isoformat()}" if now.due is not None else ""
        table.add_row(
            Text.assemble(
                (printable(statement.id), "bold"),
                "\n",
                printable(names.text(statement.summary) or ""),
            ),
            Text(label(now.schedule, language) + due, _MARKED.get(now.schedule, "")),
            Text(label(now.claimed, language)),
            Text(label(now.evidence, language), _MARKED.get(now.evidence, "")),
            end_section=True,
        )
    return table
