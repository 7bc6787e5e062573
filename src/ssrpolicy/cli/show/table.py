"""Statements as a table on a terminal, drawn with rich."""

from collections.abc import Iterable, Sequence

import click
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from ssrpolicy.cli.console import line_width
from ssrpolicy.model import EvidenceStatus, Progress, Schedule, Statement
from ssrpolicy.unseen import visible
from ssrpolicy.views.shared import ReadingContext, reckoned_words

_MARKED = {
    Schedule.OVERDUE: "red",
    Schedule.DUE_SOON: "yellow",
    Schedule.MET_MOVED: "yellow",
    Schedule.MET: "green",
    EvidenceStatus.CONTRADICTS: "red",
    EvidenceStatus.SUPPORTS: "green",
}
_URGENT = {
    "field.term_date": 10,
    "field.days_late": 7,
    "field.id": 22,
    "field.owners": 16,
    "field.summary": None,
}
_WIDTHS = {"summary": None, "schedule": 14, "claimed": 12, "evidence": 11}


def print_table(names: ReadingContext, statements: Iterable[Statement]) -> None:
    """Print a table: what each statement says, and where it stands, in 80 columns."""
    table = Table(box=box.SIMPLE_HEAD, width=line_width(), padding=(0, 1, 0, 0))
    for key, width in _WIDTHS.items():
        ratio = None if width else 1
        table.add_column(names.words(f"field.{key}"), width=width, ratio=ratio, overflow="fold")
    for statement in statements:
        now = names.progress[statement.id]
        due = f"\n{_last_day(names, now)}" if now.due is not None else ""
        summary = visible(names.text(statement.summary) or "")
        said = Text.assemble((visible(statement.id), "bold"), "\n", summary)
        if not names.reports(statement):
            # What was not said yet stands nowhere.
            later = f"{said.plain}\n({names.words('terminal.later')})"
            table.add_row(Text(later, "dim"), *"–––", end_section=True)
            continue
        table.add_row(
            said,
            Text(names.words(now.schedule) + due, _MARKED.get(now.schedule, "")),
            Text(names.words(now.claimed)),
            Text(names.words(now.evidence), _MARKED.get(now.evidence, "")),
            end_section=True,
        )
    _print(table)


def print_urgent(found: Sequence[tuple[ReadingContext, Statement]]) -> None:
    """Print statements of several records as one table: when each is due, whose it is, and what."""
    table = Table(box=box.SIMPLE_HEAD, width=line_width(), padding=(0, 1, 0, 0))
    for key, width in _URGENT.items():
        name = found[0][0].words(key)
        table.add_column(name, width=width, ratio=None if width else 1, overflow="fold")
    for names, statement in found:
        now = names.progress[statement.id]
        table.add_row(
            _last_day(names, now),
            Text(str(now.days_late or ""), _MARKED.get(now.schedule, ""), justify="right"),
            Text(visible(f"{names.record.id}#\n{statement.id}"), "bold"),
            Text(visible(names.parties(now.owners) or "–")),
            Text(visible(names.text(statement.summary) or "")),
            end_section=True,
        )
    _print(table)


def _last_day(names: ReadingContext, now: Progress) -> str:
    """The last day of a term in figures, below its words where these do not give that day."""
    if now.due is None:
        return ""
    day = now.due.isoformat()
    said = reckoned_words(names.record, now, names.language)
    return day if said is None else names.words("terminal.words_day", words=visible(said), day=day)


def _print(table: Table) -> None:
    console = Console(width=line_width(), highlight=False, markup=False, emoji=False)
    with console.capture() as drawn:
        console.print(table)
    for line in drawn.get().strip("\n").splitlines():
        click.echo(line.rstrip())  # rich fills each line with spaces up to the width
