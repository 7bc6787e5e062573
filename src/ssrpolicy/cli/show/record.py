"""A record on a terminal: its papers, its requests and answers, its statements and instruments."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from ssrpolicy.cli.console import print_line, print_wrapped
from ssrpolicy.model import Entry, Language, Statement
from ssrpolicy.selection import NOBODY, Chosen
from ssrpolicy.views.language import capital, counted, label, one_or_many, quantity_words
from ssrpolicy.views.shared import ReadingContext


def show_record(names: ReadingContext) -> None:
    """Print a whole record."""
    title = names.text(names.record.title)
    print_wrapped(f"{names.record.id}" + (f"  {title}" if title else ""), indent=0, hang=2)
    print_line(f"{names.words('field.as_of')} {names.day(names.as_of)}")
    _documents(names)
    _requests(names)
    show_statements(names, names.record.statements)
    _instruments(names)


def later_mark(names: ReadingContext, entry: Entry) -> str:
    """Return the words that mark what is of a day after that of the reader; nothing else has any.

    A record is shown whole, and what does not count yet is marked.
    """
    return "" if names.reports(entry) else f" ({names.words('terminal.later')})"


def _heading(names: ReadingContext, words: str, entries: Sequence[Entry]) -> None:
    count = str(len(entries))
    if later := sum(not names.reports(entry) for entry in entries):
        count = names.words("terminal.of_which_later", number=count, later=later)
    print_line()
    print_line(f"{words} ({count})")


def _documents(names: ReadingContext) -> None:
    _heading(names, names.words("sheet.sources"), names.record.documents)
    for document in names.record.documents:
        called = names.document(document.id) + later_mark(names, document)
        print_wrapped(f"{document.id}: {called}", hang=4)
        if document.address is not None:
            print_line(f"    {document.address}")


def _requests(names: ReadingContext) -> None:
    record = names.record
    _heading(names, names.words("sheet.requests"), record.requests)
    for request in record.requests:
        implied = f" [{names.words('field.implied').lower()}]" if request.implied else ""
        implied += later_mark(names, request)
        print_wrapped(f"{request.id}: {names.text(request.summary)}{implied}", hang=4)
        for answer in record.answers(request.id):
            scope = names.text(answer.scope)
            words = f"{names.answer_words(answer)}, {names.document(answer.document)}"
            if names.is_later(answer.document):
                words += f" ({names.words('terminal.later')})"
            words += f": {scope}" if scope else ""
            by = f" ({', '.join(answer.by)})" if answer.by else ""
            print_wrapped(f"→ {words}{by}", indent=4, hang=6)
            for statement in record.contradicted(answer, as_of=names.as_of):
                contradicted = f"! {names.words('field.contradicted')}: {statement.id}"
                print_wrapped(contradicted, indent=6, hang=8)


def show_statements(names: ReadingContext, statements: Iterable[Statement]) -> None:
    """Print statements as a table a kind: what each says, and where it stands on the three axes."""
    from ssrpolicy.cli.show.table import print_table  # noqa: PLC0415 - it loads rich, a help does not

    ordered = names.reading_order(statements)
    for kind in dict.fromkeys(("commitment", *(statement.kind for statement in ordered))):
        if of_kind := [statement for statement in ordered if statement.kind == kind]:
            title = f"{names.record.id}: {names.words(f'statement_kinds.{kind}')}"
            _heading(names, title, of_kind)
            print_table(names, of_kind)


def show_by_day(
    contexts: Sequence[ReadingContext],
    found: Mapping[str, Sequence[Statement]],
    chosen: Chosen,
    language: Language,
) -> None:
    """Print statements of several records as one list, by due date and record, with a total.

    Below it stands how many belong to nobody, of what ``chosen`` asks but for its owners.
    """
    listed = [(names, each) for names in contexts for each in found[names.record.id]]
    if not listed:
        return
    from ssrpolicy.cli.show.table import print_urgent  # noqa: PLC0415 - it loads rich, a help does not

    listed.sort(
        key=lambda pair: (pair[0].progress[pair[1].id].due or dt.date.max, pair[0].record.id)
    )
    print_urgent(listed)
    records = counted("records", len({names.record.id for names, _ in listed}), language)
    key = one_or_many("terminal.urgent", len(listed))
    unowned = chosen.of_owner(NOBODY)
    number = sum(
        unowned.holds(names.record, each) and names.reports(each)
        for names in contexts
        for each in names.record.statements
    )
    more = chosen.selection.owners and NOBODY not in chosen.selection.owners
    nobody = label(f"selected.nobody_{'more' if more else 'of_them'}", language, number=number)
    print_line(label(key, language, number=len(listed), records=records, nobody=nobody))


def _instruments(names: ReadingContext) -> None:
    _heading(names, names.words("sheet.instruments"), names.record.instruments)
    for instrument in names.record.instruments:
        amounts = [quantity_words(each, names.language) for each in instrument.quantities]
        owners = names.parties(instrument.owners)
        about = [names.words(instrument.kind), *amounts, *([owners] if owners else [])]
        name = capital(names.text(instrument.name) or instrument.id)
        later = later_mark(names, instrument)
        print_wrapped(f"{instrument.id}: {name} ({'; '.join(about)}){later}", hang=4)
