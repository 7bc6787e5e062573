"""A record on a terminal: its papers, its requests and answers, its statements and instruments."""

from __future__ import annotations

import datetime as dt

import click
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from ssrpolicy.cli.console import WIDTH, printable, say, wrapped
from ssrpolicy.evidence.anchors import anchors
from ssrpolicy.model.record import PolicyRecord
from ssrpolicy.model.statements import Statement
from ssrpolicy.model.texts import Language
from ssrpolicy.model.vocabulary import EvidenceStatus, Schedule
from ssrpolicy.views.dates import long_date
from ssrpolicy.views.labels import capital, label
from ssrpolicy.views.names import Names
from ssrpolicy.views.quantities import quantity_words

_MARKED = {
    Schedule.OVERDUE: "red",
    Schedule.DUE_SOON: "yellow",
    Schedule.MET: "green",
    EvidenceStatus.CONTRADICTS: "red",
    EvidenceStatus.SUPPORTS: "green",
}


def show(record: PolicyRecord, as_of: dt.date, language: Language) -> None:
    """Print a whole record."""
    names = Names(record, language)
    title = names.text(record.title)
    say(wrapped(f"{record.id}" + (f"  {title}" if title else ""), indent=0, hang=2))
    say(f"{label('field.as_of', language)} {long_date(as_of, language)}")
    _documents(record, names)
    _requests(record, names, as_of)
    show_statements(record, record.statements, as_of, language)
    _instruments(record, names)


def _heading(key: str, language: Language, count: int) -> None:
    say()
    say(f"{label(key, language)} ({count})")


def _documents(record: PolicyRecord, names: Names) -> None:
    _heading("sheet.sources", names.language, len(record.documents))
    for document in record.documents:
        say(wrapped(f"{document.id}: {names.document(document.id)}", hang=4))
        if document.address is not None:
            say(f"    {document.address}")


def _requests(record: PolicyRecord, names: Names, as_of: dt.date) -> None:
    language = names.language
    _heading("sheet.requests", language, len(record.requests))
    for request in record.requests:
        implied = f" [{label('field.implied', language).lower()}]" if request.implied else ""
        say(wrapped(f"{request.id}: {names.text(request.summary)}{implied}", hang=4))
        for answer in record.answers(request.id):
            scope = names.text(answer.scope)
            words = label(answer.answer, language) + (f": {scope}" if scope else "")
            if answer.by:
                words += f" ({', '.join(answer.by)})"
            say(wrapped(f"→ {words}", indent=4, hang=6))
            for statement in record.contradicted(answer, as_of=as_of):
                say(
                    wrapped(
                        f"! {label('field.contradicted', language)}: {statement.id}",
                        indent=6,
                        hang=8,
                    )
                )


def show_statements(
    record: PolicyRecord, statements: tuple[Statement, ...], as_of: dt.date, language: Language
) -> None:
    """Print statements as a table: what each says, and where it stands on the three axes."""
    names = Names(record, language)
    console = Console(width=WIDTH, highlight=False, markup=False, emoji=False)
    ordered = anchors(record).in_reading_order(statements)
    for kind in dict.fromkeys(("commitment", *(statement.kind for statement in ordered))):
        of_kind = [statement for statement in ordered if statement.kind == kind]
        if not of_kind:
            continue
        say()
        say(f"{record.id}: {label(f'statement_kinds.{kind}', language)} ({len(of_kind)})")
        table = Table(box=box.SIMPLE_HEAD, width=WIDTH, padding=(0, 1, 0, 0))
        table.add_column(label("field.summary", language), ratio=1, overflow="fold")
        table.add_column(label("field.schedule", language), width=14, overflow="fold")
        table.add_column(label("field.claimed", language), width=12, overflow="fold")
        table.add_column(label("field.evidence", language), width=11, overflow="fold")
        for statement in of_kind:
            now = record.progress(statement.id, as_of=as_of)
            summary = Text.assemble(
                (printable(statement.id), "bold"),
                "\n",
                printable(names.text(statement.summary) or ""),
            )
            due = f"\n{now.due.isoformat()}" if now.due is not None else ""
            table.add_row(
                summary,
                Text(label(now.schedule, language) + due, _MARKED.get(now.schedule, "")),
                Text(label(now.claimed, language)),
                Text(label(now.evidence, language), _MARKED.get(now.evidence, "")),
                end_section=True,
            )
        with console.capture() as drawn:
            console.print(table)
        for line in drawn.get().strip("\n").splitlines():
            click.echo(line.rstrip())


def _instruments(record: PolicyRecord, names: Names) -> None:
    language = names.language
    _heading("sheet.instruments", language, len(record.instruments))
    for instrument in record.instruments:
        parts = [label(instrument.kind, language)]
        parts += [quantity_words(quantity, language) for quantity in instrument.quantities]
        if owners := names.parties(instrument.owners):
            parts.append(owners)
        said = capital(names.text(instrument.name) or instrument.id)
        say(wrapped(f"{instrument.id}: {said} ({'; '.join(parts)})", hang=4))
