"""Lists of what many records hold, chosen, sorted and counted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence

from attrs import evolve, field, frozen

from ssrpolicy.arguments import all_of, check_choice, check_number, check_type
from ssrpolicy.errors import ArgumentError, UnknownIdError
from ssrpolicy.fields import typed
from ssrpolicy.messages import _, argument, message_language
from ssrpolicy.model import Language, PolicyRecord, Schedule, check_day
from ssrpolicy.selection import (
    NOBODY,
    Chosen,
    OwnerTotals,
    Selection,
    SharedCode,
    choose,
    shared_codes,
)
from ssrpolicy.similar import nearest_or_all
from ssrpolicy.views.language import label
from ssrpolicy.views.lists.rows import LIST_KINDS, STATED, ListKind, Rows, entries_of, rows_of
from ssrpolicy.views.lists.sorting import order_by
from ssrpolicy.views.shared import (
    ReadingContext,
    records_given,
    records_of_later,
    unmarked_languages,
)
from ssrpolicy.views.workbook.tables import Table, table

# By which column a list is sorted, and which columns a narrow terminal has room for.
_SORTED_BY: Mapping[ListKind, str] = {
    "motions": "next_due",
    "requests": "term_date",
    "commitments": "due",
    "statements": "due",
    "letters": "date",
    "instruments": "name",
    "changes": "date",
}
_SHORT: Mapping[ListKind, tuple[str, ...]] = {
    "motions": ("id", "title", "motion_state", "open", "next_due", "owners"),
    "requests": ("id", "request", "answer", "answered_in"),
    "commitments": ("due", "id", "summary", "responsible", "schedule", "claimed"),
    "statements": ("due", "id", "kind", "summary", "responsible"),
    "letters": ("date", "id", "number", "title"),
    "instruments": ("id", "name", "kind", "owners"),
    "changes": ("date", "id", "change", "text"),
}


@frozen(kw_only=True, field_transformer=typed)
class Listing:
    """A list as of a day: its rows with all columns, and how many there are of how many.

    Attributes:
        kind: what it is of.
        as_of: the day as of which statuses count.
        language: the language of labels and summaries.
        selection: what was asked, with the code of each name.
        table: the rows, sorted; every column of the tracker that can be filled, and the address.
        chosen: how many entries are in, before ``limit``; of changes, how many rows. A request that
            was answered twice has two rows, and is one.
        every: how many there are without the selection.
        rows: how many rows are in, before ``limit``.
        nobody: how many statements belong to nobody, of those that meet the other criteria where
            owners are asked; None for lists of what is nobody's only through its statements.
        overdue: how many of the rows are overdue; None for what has no term.
        owners: how many of the rows are of each owner that was asked; None for one or none.
        shared: the codes of the selection that several records declare.
        later: the ids of the records whose letter is of a day after ``as_of``, of which nothing of
            that letter is listed.
        languages: that summaries of the records listed are in another language than ``language``,
            which no row says of its own; None where all are in it, and where no column has any.
        short: the keys of the columns that a narrow terminal has room for.
    """

    kind: ListKind
    as_of: dt.date
    language: Language
    selection: Selection
    table: Table
    chosen: int
    every: int
    rows: int
    nobody: int | None = None
    overdue: int | None = None
    owners: OwnerTotals | None = None
    shared: tuple[SharedCode, ...] = ()
    later: tuple[str, ...] = ()
    languages: str | None = None
    short: tuple[str, ...] = field(default=(), repr=False)

    def with_columns(self, keys: str | Sequence[str]) -> Listing:
        """Return the list with some columns only, in the order given; one key is one column.

        Raises ArgumentError for a column that it does not have.
        """
        known = [column.key for column in self.table.columns]
        keys = (keys,) if isinstance(keys, str) else keys
        check_type(keys, Sequence, "keys", '("id", "owners")')
        keys = all_of(keys, str, "keys", '("id", "owners")')
        for key in keys:
            _check_column(key, self.kind, known)
        places = [known.index(key) for key in keys]
        return evolve(
            self,
            languages=self.languages if _SUMMARIES.intersection(keys) else None,
            table=evolve(
                self.table,
                columns=tuple(self.table.columns[place] for place in places),
                rows=tuple(tuple(row[place] for place in places) for row in self.table.rows),
            ),
        )


def _check_column(key: str, kind: ListKind, known: Sequence[str]) -> None:
    if key not in known:
        called = label(f"lists.{kind}", message_language()).lower()
        raise ArgumentError(
            _("A list of {kind} has no column {key!r:.80}.", kind=called, key=key),
            hint=nearest_or_all(key, known),
        )


def _check_rows(only: frozenset[str], kind: ListKind, known: Sequence[str]) -> None:
    if unknown := sorted(only.difference(known)):
        called = label(f"lists.{kind}", message_language()).lower()
        raise UnknownIdError(
            _("A list of {kind} has no row {id!r:.80}.", kind=called, id=unknown[0]),
            hint=nearest_or_all(unknown[0], known) if known else None,
        )


def listing(
    records: PolicyRecord | Iterable[PolicyRecord],
    kind: ListKind,
    selection: Selection | Chosen | None = None,
    *,
    as_of: dt.date,
    language: Language = "nl",
    since: dt.date | None = None,
    sort: str | None = None,
    limit: int | None = None,
    only: Collection[str] | None = None,
) -> Listing:
    """Return a list of what records hold, as of a day.

    ``selection`` says which are in, or what it chose of these records as of that day; without it
    all are. ``since`` is the day after which changes are listed. Rows come by due date, or date,
    the earliest first and those without one last; ``sort`` names another column, with a minus
    before it for the other way around. ``limit`` is the most rows (1 or more). ``only`` holds the
    ids of the rows that are wanted, where others have said which, and counted what is overdue and
    nobody's; without it all that are in.

    Raises ArgumentError for a kind or a column that is not known, a limit below 1, and changes
    without ``since``; UnknownIdError for a code that is not known, and for an id of no row.
    """
    check_choice(kind, "kind", LIST_KINDS)
    given = records_given(records, as_of=as_of, language=language, none=True)
    if kind == "changes" and since is None:
        raise ArgumentError(_("A list of changes needs the day to compare with: give since."))
    if since is not None:
        check_day(since, "since")
    if kind == "changes" and since is not None and since >= as_of:
        raise ArgumentError(
            _("Since {since} nothing can have changed as of {as_of}.", since=since, as_of=as_of),
            hint=_(
                "Give an earlier {since} or a later {as_of}.",
                since=argument("--since", "since"),
                as_of=argument("--as-of", "as_of"),
            ),
        )
    if limit is not None:
        limit = check_number(limit, argument("--limit", "limit"), least=1)
    if sort is not None:
        check_type(sort, str, "sort", '"date"')
    wanted = None if only is None else frozenset(all_of(only, str, "only", '("record#id",)'))
    if not isinstance(selection, Chosen):
        selection = Selection() if selection is None else selection
        selection = choose(given, selection, as_of=as_of)
    chosen, handling = selection, selection.handling
    contexts = [
        ReadingContext(each, language, as_of, handling=handling, marks=False) for each in given
    ]
    columns, every = rows_of(kind, contexts, chosen, since)
    if wanted is not None:
        _check_rows(wanted, kind, [id for id, _row, _entry in every])
    listed = every if wanted is None else [each for each in every if each[0] in wanted]
    if chosen.selection:
        entries = entries_of(kind, chosen)
        listed = [each for each in listed if each[2] in entries]
    rows = [(id, row) for id, row, _entry in listed]
    sort = _SORTED_BY[kind] if sort is None else sort
    _check_column(sort.removeprefix("-"), kind, [column.key for column in columns])
    # Of rows that are not listed no more is made than what they are sorted by.
    by = tuple(column for column in columns if column.key == sort.removeprefix("-"))
    title = label(f"lists.{kind}", language)
    sorting = table(kind, language, by, rows, title=title)
    shown = [rows[at] for at in order_by(sorting, sort, as_read=kind in _AS_READ)[:limit]]
    found = table(kind, language, columns, shown, title=title)
    return Listing(
        kind=kind,
        as_of=as_of,
        language=language,
        selection=chosen.selection,
        table=found,
        chosen=len(_counted(kind, listed)),
        every=len(_counted(kind, every)),
        rows=len(rows),
        later=records_of_later(given, as_of),
        languages=(
            unmarked_languages(row.context for _id, row in shown)
            if _SUMMARIES.intersection(column.key for column in columns)
            else None
        ),
        short=_SHORT[kind],
        shared=shared_codes(chosen.selection, given),
        owners=chosen.by_owner(_counted(kind, listed)),
        **(_totals(kind, listed, every, chosen) if kind in STATED and wanted is None else {}),
    )


_SUMMARIES = frozenset(("summary", "request", "requests", "text"))
"""The columns that hold summaries."""

_AS_READ: frozenset[ListKind] = frozenset(("requests", "changes"))
"""What comes in the order in which it stands, and not by its id."""


def _counted(kind: ListKind, rows: Rows) -> list[str]:
    """Return the entries of rows, each once; of changes each row counts."""
    entries = [entry for _id, _row, entry in rows]
    return entries if kind == "changes" else list(dict.fromkeys(entries))


def _totals(kind: ListKind, rows: Rows, every: Rows, chosen: Chosen) -> dict[str, int]:
    """Return how many statements belong to nobody, and how many that are in are overdue."""
    unowned = entries_of(kind, chosen.of_owner(NOBODY))
    return {
        "nobody": sum(entry in unowned for _id, _row, entry in every),
        "overdue": sum(row.progress.schedule is Schedule.OVERDUE for _id, row, _entry in rows),
    }
