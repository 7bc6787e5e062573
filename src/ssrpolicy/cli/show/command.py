"""``ssrpolicy show``: a record, or one entry with its quote in context and its history."""

import datetime as dt
from pathlib import Path
from typing import Any

import click
from attrs import frozen

from ssrpolicy import codec, codelists
from ssrpolicy.cli.console import print_line
from ssrpolicy.cli.parameters import as_of_option, path_argument, today_said
from ssrpolicy.cli.records import records_to_read
from ssrpolicy.cli.show import entry as entries
from ssrpolicy.cli.show import record as whole_record
from ssrpolicy.errors import SsrPolicyError, UnknownIdError
from ssrpolicy.model import LANGUAGES, STATEMENT_KINDS, Language, PolicyRecord, Schedule, Statement
from ssrpolicy.views.language.labels import label


@frozen(kw_only=True)
class _Wanted:
    """Which statements are asked for; None asks for all."""

    overdue: bool
    due_within: int | None
    owner: str | None
    place: str | None
    sector: str | None
    kind: str | None

    @property
    def any(self) -> bool:
        return self != _Wanted(
            overdue=False, due_within=None, owner=None, place=None, sector=None, kind=None
        )

    def of(self, record: PolicyRecord, as_of: dt.date) -> tuple[Statement, ...]:
        """The statements of a record that fit all that is asked, in file order."""
        kept = list(record.statements)
        if self.due_within is not None:
            due = record.due_within(self.due_within, as_of=as_of)
            late = record.overdue(as_of=as_of) if self.overdue else ()
            kept = [s for s in kept if s in due or s in late]
        elif self.overdue:
            kept = [s for s in kept if _schedule(record, s, as_of) is Schedule.OVERDUE]
        if self.owner is not None:
            kept = [s for s in kept if self.owner in record.progress(s.id, as_of=as_of).owners]
        if self.place is not None:
            kept = [s for s in kept if self.place in s.places]
        if self.sector is not None:
            kept = [s for s in kept if self.sector in s.sectors]
        if self.kind is not None:
            kept = [s for s in kept if s.kind == self.kind]
        return tuple(kept)

    def refuse_unknown(self, records: tuple[PolicyRecord, ...]) -> None:
        """Raise UnknownIdError for an owner, place or sector that nothing known has.

        Known is what a code list has, the built-in one or a record's own, or what stands with an
        entry.
        """
        _known("owner", "parties", self.owner, records)
        _known("place", "places", self.place, records)
        _known("sector", "sectors", self.sector, records)


def _known(
    option: str, list_name: codelists.ListName, id: str | None, records: tuple[PolicyRecord, ...]
) -> None:
    if id is None or any(
        codelists.code(record, list_name, id)
        or any(
            id in (getattr(entry, f"{option}s", ()) or ()) for entry in (*record, *record.updates)
        )
        for record in records
    ):
        return
    near = dict.fromkeys(i for r in records for i in codelists.nearest(r, list_name, id))
    raise UnknownIdError(
        f"--{option} {id!r:.80} is neither in the built-in list nor in the record.",
        hint=f"Did you mean {' or '.join(list(near)[:3])}?" if near else None,
    )


def _schedule(record: PolicyRecord, statement: Statement, as_of: dt.date) -> Schedule:
    return record.progress(statement.id, as_of=as_of).schedule


def _ids(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
    """The ids of the record named, for the shell to offer."""
    try:
        files = codec.find_records(ctx.params["path"])
        records = [record for file in files for record in codec.read(file).records]
    except SsrPolicyError:
        return []
    known = [
        record.full_id(e.id) if len(records) > 1 else e.id for record in records for e in record
    ]
    return [id for id in known if id.startswith(incomplete)]


@click.command("show")
@path_argument
@click.argument("entry", metavar="[ID]", required=False, shell_complete=_ids)
@click.option("--overdue", is_flag=True, help="Only what is overdue.")
@click.option(
    "--due-within",
    type=click.IntRange(min=0),
    metavar="DAYS",
    help="Only what falls due within DAYS days.",
)
@click.option("--owner", metavar="ID", help="Only what this party owns, such as nl-bz.")
@click.option("--place", metavar="CODE", help="Only what is about this place, such as AFG.")
@click.option("--sector", metavar="CODE", help="Only what is about this sector, such as police.")
@click.option(
    "--kind", type=click.Choice(list(STATEMENT_KINDS)), help="Only statements of this kind."
)
@as_of_option
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    help="The language of labels and summaries; the record's own if left out.",
)
def command(
    path: Path, entry: str | None, as_of: dt.date | None, language: Language | None, **filters: Any
) -> None:
    """Show the record at PATH, or the entry with this ID: its quote in context and its history.

    With a filter, only the statements that fit it are listed; several filters must all fit, but
    --overdue and --due-within together list what is either. PATH may be a folder of records.
    """
    wanted = _Wanted(**filters)
    records = records_to_read(path)
    wanted.refuse_unknown(records)
    day = today_said(as_of)
    if entry is not None:
        if wanted.any:
            raise click.UsageError("Name one entry, or give filters; not both.")
        record = _record_with(records, entry, path)
        entries.show(record, entry, day, language or record.language)
        return
    shown = 0
    for record in records:
        told = language or record.language
        if wanted.any:
            statements = wanted.of(record, day)
            shown += len(statements)
            if statements:
                whole_record.show_statements(record, statements, day, told)
        else:
            whole_record.show(record, day, told)
    if wanted.any and not shown:
        several = "nothing" if len(records) == 1 else "nothing_in_any"
        print_line(label(f"terminal.{several}", language or records[0].language))


def _record_with(records: tuple[PolicyRecord, ...], entry: str, path: Path) -> PolicyRecord:
    found = [record for record in records if entry in record]
    if len(found) == 1:
        return found[0]
    if len(found) > 1:
        raise UnknownIdError(
            f"{entry} stands in {len(found)} records of {path}.",
            hint=f"Say which: {', '.join(record.full_id(entry) for record in found)}.",
        )
    if len(records) == 1:
        records[0][entry]  # raises, with the nearest id
    raise UnknownIdError(f"No record of {path} has an entry {entry!r}.")
