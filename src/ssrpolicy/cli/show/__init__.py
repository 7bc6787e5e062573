"""``ssrpolicy show``: a record, or one entry with its quote in context and its history."""

import datetime as dt
from pathlib import Path
from typing import Any, Self

import click
from attrs import evolve, frozen

from ssrpolicy import codec, codelists
from ssrpolicy.cli.console import print_line
from ssrpolicy.cli.language import MessageLanguageOption
from ssrpolicy.cli.parameters import as_of_option, day_or_today, path_argument
from ssrpolicy.cli.show.code import code_named
from ssrpolicy.cli.show.entry import show_entry
from ssrpolicy.cli.show.record import show_by_day, show_record, show_statements
from ssrpolicy.cli.sources import records_to_read
from ssrpolicy.cli.values import WHOLE, known_word
from ssrpolicy.errors import SsrPolicyError, UnknownIdError
from ssrpolicy.messages import _, either, some
from ssrpolicy.model import (
    LANGUAGES,
    STATEMENT_KINDS,
    Handling,
    Language,
    PolicyRecord,
    Progress,
    Schedule,
    Statement,
)
from ssrpolicy.views.language import label
from ssrpolicy.views.shared import ReadingContext

# The filters that take codes, with the list of each.
_CODED: dict[str, codelists.ListName] = {"owner": "parties", "place": "places", "sector": "sectors"}


@frozen(kw_only=True)
class _Wanted:
    """Which statements are wanted; None wants all."""

    overdue: bool = False
    due_within: int | None = None
    owner: str | None = None
    place: str | None = None
    sector: str | None = None
    kind: str | None = None

    @property
    def by_day(self) -> bool:
        """Whether what is wanted has a last day, by which it can be put in order."""
        return self.overdue or self.due_within is not None

    def of(self, names: ReadingContext) -> tuple[Statement, ...]:
        """Return the statements of a record that fit all filters, in file order."""
        return tuple(
            s
            for s in names.record.statements
            if (not self.by_day or self._urgent(names.progress[s.id]))
            and self.place in (None, *s.places)
            and self.sector in (None, *s.sectors)
            and self.kind in (None, s.kind)
            and (self.owner is None or self.owner in names.progress[s.id].owners)
        )

    def _urgent(self, now: Progress) -> bool:
        late = self.overdue and now.schedule is Schedule.OVERDUE
        return late or (self.due_within is not None and now.is_due_within(self.due_within))

    def by_id(self, records: tuple[PolicyRecord, ...]) -> Self:
        """Return the same with the code of each name, where it stands for one code alone."""
        found: dict[str, Any] = {}
        for option, list_name in _CODED.items():
            name = getattr(self, option)
            if name is not None:
                ids = {id for r in records for id in codelists.named(r, list_name, name)}
                if len(ids) == 1 and name not in ids:
                    found[option] = ids.pop()
        return evolve(self, **found)

    def refuse_unknown(self, records: tuple[PolicyRecord, ...]) -> None:
        """Raise UnknownIdError for an owner, place or sector that nothing known has.

        Known is what is in a code list, the built-in one or a record's own, or in an entry.
        """
        for option, list_name in _CODED.items():
            id = getattr(self, option)
            if id is None or any(
                codelists.code(record, list_name, id)
                or any(id in (getattr(each, f"{option}s", ()) or ()) for each in entries)
                for record, entries in ((r, (*r, *r.updates)) for r in records)
            ):
                continue
            near = dict.fromkeys(n for r in records for n in codelists.nearest(r, list_name, id))
            raise UnknownIdError(
                _(
                    "--{option} {id!r:.80} is neither in the built-in list nor in the record.",
                    option=option,
                    id=id,
                ),
                hint=_("Did you mean {names}?", names=either(list(near)[:3])) if near else None,
            )


def _ids(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
    """Return the ids of the record named, for the shell to offer."""
    try:
        files = codec.find_records(ctx.params["path"])
        records = [record for file in files for record in codec.read(file).records]
    except SsrPolicyError:
        return []
    several = len(records) > 1
    known = (record.full_id(e.id) if several else e.id for record in records for e in record)
    return [id for id in known if id.startswith(incomplete)]


@click.command("show")
@path_argument
@click.argument("entry", metavar="[ID]", required=False, shell_complete=_ids)
@click.option("--overdue", is_flag=True, help="Only what is overdue.")
@click.option(
    "--due-within", type=WHOLE, metavar="DAYS", help="Only what falls due within DAYS days."
)
@click.option("--owner", metavar="ID", help="Only what this party owns, such as nl-bz.")
@click.option("--place", metavar="CODE", help="Only what is about this place, such as AFG.")
@click.option("--sector", metavar="CODE", help="Only what is about this sector, such as police.")
@click.option(
    "--kind",
    type=known_word(STATEMENT_KINDS, labels="statement_kind"),
    metavar="WORD",
    help="Only statements of this kind: {words}.",
)
@as_of_option
@click.option(
    "--language",
    cls=MessageLanguageOption,
    type=click.Choice(LANGUAGES),
    help="The language of labels and summaries; the record's own if left out.",
)
def command(
    path: Path, entry: str | None, as_of: dt.date | None, language: Language | None, **filters: Any
) -> None:
    """Show the record at PATH, or the entry with this ID: its quote in context and its history.

    Of a party, a place, a sector or a framework the ID is its code.

    With a filter, only the statements that fit it are listed; several filters must all fit, but
    --overdue and --due-within together list what is either. PATH may be a folder of records; then
    these two give one list of all records, by due date, with a total.
    """
    wanted = _Wanted(**filters)
    filtered = wanted != _Wanted()
    records = records_to_read(path)
    wanted = wanted.by_id(records)
    wanted.refuse_unknown(records)
    day = day_or_today(as_of)
    handling = Handling(records, day)
    if entry is not None:
        if filtered:
            raise click.UsageError(_("Name one entry, or give filters; not both."))
        record = _record_with(records, entry, path)
        names = ReadingContext(record, language or record.language, day, handling=handling)
        show_entry(names, entry)
        return
    contexts = [
        ReadingContext(record, language or record.language, day, handling=handling)
        for record in records
    ]
    found = {names.record.id: wanted.of(names) for names in contexts} if filtered else {}
    if wanted.by_day and len(records) > 1:
        show_by_day(contexts, found, language or records[0].language)
    else:
        for names in contexts:
            if not filtered:
                show_record(names)
            elif statements := found[names.record.id]:
                show_statements(names, statements)
    if filtered and not any(found.values()):
        several = "nothing" if len(records) == 1 else "nothing_in_any"
        print_line(label(f"terminal.{several}", language or records[0].language))


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
