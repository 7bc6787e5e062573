"""A record on a terminal: its papers, its requests and answers, its statements and instruments."""

import datetime as dt

import click

from ssrpolicy.cli.console import print_line, wrapped
from ssrpolicy.evidence.anchoring import anchors
from ssrpolicy.model import Language, PolicyRecord, Statement
from ssrpolicy.views.language.dates import long_date
from ssrpolicy.views.language.labels import capital, label
from ssrpolicy.views.language.quantities import quantity_words
from ssrpolicy.views.shared import ReadingContext


def show(record: PolicyRecord, as_of: dt.date, language: Language) -> None:
    """Print a whole record."""
    names = ReadingContext(record, language, as_of)
    title = names.text(record.title)
    print_line(wrapped(f"{record.id}" + (f"  {title}" if title else ""), indent=0, hang=2))
    print_line(f"{label('field.as_of', language)} {long_date(as_of, language)}")
    _documents(record, names)
    _requests(record, names, as_of)
    show_statements(record, record.statements, as_of, language)
    _instruments(record, names)


def _heading(key: str, language: Language, count: int) -> None:
    print_line()
    print_line(f"{label(key, language)} ({count})")


def _documents(record: PolicyRecord, names: ReadingContext) -> None:
    _heading("sheet.sources", names.language, len(record.documents))
    for document in record.documents:
        print_line(wrapped(f"{document.id}: {names.document(document.id)}", hang=4))
        if document.address is not None:
            print_line(f"    {document.address}")


def _requests(record: PolicyRecord, names: ReadingContext, as_of: dt.date) -> None:
    language = names.language
    _heading("sheet.requests", language, len(record.requests))
    for request in record.requests:
        implied = f" [{label('field.implied', language).lower()}]" if request.implied else ""
        print_line(wrapped(f"{request.id}: {names.text(request.summary)}{implied}", hang=4))
        for answer in record.answers(request.id):
            scope = names.text(answer.scope)
            words = f"{names.answer_words(answer)}, {names.document(answer.document)}"
            words += f": {scope}" if scope else ""
            if answer.by:
                words += f" ({', '.join(answer.by)})"
            print_line(wrapped(f"→ {words}", indent=4, hang=6))
            for statement in record.contradicted(answer, as_of=as_of):
                print_line(
                    wrapped(
                        f"! {label('field.contradicted', language)}: {statement.id}",
                        indent=6,
                        hang=8,
                    )
                )


def show_statements(
    record: PolicyRecord, statements: tuple[Statement, ...], as_of: dt.date, language: Language
) -> None:
    """Print statements as a table a kind: what each says, and where it stands on the three axes."""
    from ssrpolicy.cli.show.table import table_lines  # noqa: PLC0415 - it loads rich, a help does not

    names = ReadingContext(record, language, as_of)
    ordered = anchors(record).in_reading_order(statements)
    for kind in dict.fromkeys(("commitment", *(statement.kind for statement in ordered))):
        of_kind = [statement for statement in ordered if statement.kind == kind]
        if of_kind:
            print_line()
            print_line(
                f"{record.id}: {label(f'statement_kinds.{kind}', language)} ({len(of_kind)})"
            )
            for line in table_lines(names, of_kind, as_of):
                click.echo(line)


def _instruments(record: PolicyRecord, names: ReadingContext) -> None:
    language = names.language
    _heading("sheet.instruments", language, len(record.instruments))
    for instrument in record.instruments:
        parts = [label(instrument.kind, language)]
        parts += [quantity_words(quantity, language) for quantity in instrument.quantities]
        if owners := names.parties(instrument.owners):
            parts.append(owners)
        said = capital(names.text(instrument.name) or instrument.id)
        print_line(wrapped(f"{instrument.id}: {said} ({'; '.join(parts)})", hang=4))
