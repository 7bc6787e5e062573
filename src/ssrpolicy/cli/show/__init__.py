"""``ssrpolicy show``: a record, or one entry with its quote in context and its history."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import click

from ssrpolicy import codec
from ssrpolicy.cli.across.options import selection_options
from ssrpolicy.cli.console import print_line, print_wrapped
from ssrpolicy.cli.language import MessageLanguageOption, as_one_text
from ssrpolicy.cli.main import EXIT_ERRORS_IN_RECORDS
from ssrpolicy.cli.parameters import (
    as_of_option,
    day_meant,
    path_argument,
    plugins_dir_option,
    say_today,
)
from ssrpolicy.cli.show.code import code_named
from ssrpolicy.cli.show.entry import show_entry
from ssrpolicy.cli.show.record import show_by_day, show_record, show_statements
from ssrpolicy.cli.sources import records_to_read
from ssrpolicy.errors import SsrPolicyError, UnknownIdError
from ssrpolicy.messages import _, some
from ssrpolicy.model import LANGUAGES, Handling, Language, PolicyRecord, Schedule
from ssrpolicy.selection import Chosen, Selection, choose, collective_remark, shared_codes
from ssrpolicy.views.language import label
from ssrpolicy.views.shared import (
    ReadingContext,
    later_letters,
    records_of_later,
    unmarked_languages,
)


def _ids(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
    """Return the ids of the record named, for the shell to offer."""
    try:
        files = codec.find_records(ctx.params["path"])
        records = [record for file in files for record in codec.read(file, strict=False).records]
    except SsrPolicyError:
        return []
    several = len(records) > 1
    known = (record.full_id(e.id) if several else e.id for record in records for e in record)
    return [id for id in known if id.startswith(incomplete)]


@click.command("show")
@path_argument
@click.argument("entry", metavar="[ID]", required=False, shell_complete=_ids)
@selection_options
@as_of_option
@click.option(
    "--language",
    cls=MessageLanguageOption,
    type=click.Choice(LANGUAGES),
    help="The language of labels and summaries; the record's own if left out.",
)
@plugins_dir_option
def command(
    path: Path,
    entry: str | None,
    selection: Selection,
    as_of: dt.date | None,
    language: Language | None,
) -> None:
    """Show the record at PATH, or the entry with this ID: its quote in context and its history.

    Of a party, a place, a sector or a framework the ID is its code.

    With a filter, only the statements that fit it are listed; several filters must all fit, but
    --overdue and --due-within together list what is either. PATH may be a folder of records; then
    these two give one list of all records, by due date, with a total.

    Of records with errors what can be read is shown, and the exit code is 1.
    """
    records, whole = records_to_read(path)
    day = day_meant(as_of)
    handling = Handling(records, day)
    if entry is None:
        chosen = choose(records, selection, as_of=day, handling=handling)
        as_one_text(language or records[0].language)
        say_today(as_of, day)
        _show_selected(records, chosen, language)
    elif selection:
        raise click.UsageError(_("Name one entry, or give filters; not both."))
    else:
        contexts = _contexts([_record_with(records, entry, path)], language, handling)
        as_one_text(contexts[0].language)
        say_today(as_of, day)
        show_entry(contexts[0], entry)
        _print_languages(contexts)
    if not whole:
        raise click.exceptions.Exit(EXIT_ERRORS_IN_RECORDS)


def _show_selected(
    records: tuple[PolicyRecord, ...], chosen: Chosen, language: Language | None
) -> None:
    """Print the records, or with a selection the statements that are in."""
    handling, selection = chosen.handling, chosen.selection
    _print_notes(chosen, records)
    contexts = _contexts(records, language, handling)
    if not selection:
        for names in contexts:
            show_record(names)
        _print_languages(contexts)
        return
    found = {
        record.id: [
            each
            for each in record.statements
            if chosen.holds(record, each) and not handling.is_later(record, each.document)
        ]
        for record in records
    }
    if _by_day(selection) and len(records) > 1:
        show_by_day(contexts, found, chosen, language or records[0].language)
    else:
        for names in contexts:
            if statements := found[names.record.id]:
                show_statements(names, statements)
    if not any(found.values()):
        several = "nothing" if len(records) == 1 else "nothing_in_any"
        print_line(label(f"terminal.{several}", language or records[0].language))
    _print_languages(contexts)


def _contexts(
    records: Sequence[PolicyRecord], language: Language | None, handling: Handling
) -> list[ReadingContext]:
    """Return records as they are shown, each in the language asked for, or in its own."""
    day = handling.as_of
    return [
        ReadingContext(record, language or record.language, day, handling=handling, marks=False)
        for record in records
    ]


def _print_languages(contexts: Sequence[ReadingContext]) -> None:
    """Print in which other language texts were shown, if any were."""
    if (said := unmarked_languages(each for each in contexts if each.fell_back)) is not None:
        print_line()
        print_wrapped(said, indent=0)


def _print_notes(chosen: Chosen, records: tuple[PolicyRecord, ...]) -> None:
    """Print notes on what may look like a fault: an owner's other codes, and later letters."""
    shared = (each.remark for each in shared_codes(chosen.selection, records))
    later = later_letters(records_of_later(records, chosen.as_of), chosen.as_of)
    notes = (collective_remark(chosen.selection), *shared, *later)
    for remark in filter(None, notes):
        print_line(_("Note: {remark}", remark=remark), err=True)


def _by_day(selection: Selection) -> bool:
    """Whether what is wanted has a last day, by which it can be put in order."""
    return selection.due_within is not None or Schedule.OVERDUE in selection.schedules


def _record_with(records: tuple[PolicyRecord, ...], entry: str, path: Path) -> PolicyRecord:
    found = [record for record in records if entry in record]
    found = found or [record for record in records if code_named(record, entry) is not None]
    if len(found) == 1:
        return found[0]
    if len(found) > 1:
        raise UnknownIdError(
            _(
                "{entry} stands in {number} records of {path}.",
                entry=entry,
                number=len(found),
                path=path,
            ),
            hint=_("Say which: {names}.", names=some(record.full_id(entry) for record in found)),
        )
    if len(records) == 1:
        records[0][entry]  # raises, with the nearest id
    raise UnknownIdError(_("No record of {path} has an entry {entry!r}.", path=path, entry=entry))
