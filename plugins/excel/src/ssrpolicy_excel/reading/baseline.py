"""The hidden sheet read back: what was exported, table by table and row by row."""

import datetime as dt
import json
from collections.abc import Iterator
from hashlib import blake2b
from typing import Any

from attrs import field, frozen

from ssrpolicy.reporting import Baseline, InputError, Standing, marked
from ssrpolicy.views import Kind
from ssrpolicy_excel.baseline_sheet import FORM, MAGIC
from ssrpolicy_excel.messages import _
from ssrpolicy_excel.reading.workbook import EditedWorkbook

_REPAIR = marked("Take an earlier copy of the tracker, or copy what was entered into a fresh one.")


@frozen
class ExportedColumn:
    """A column as it was exported."""

    key: str
    label: str
    kind: Kind = field(converter=Kind)
    editable: bool


@frozen(kw_only=True, eq=False)
class ExportedTable:
    """A table as it was exported: its columns, and the fingerprints of each row by its id."""

    key: str
    title: str
    columns: tuple[ExportedColumn, ...]
    rows: dict[str, str] = field(factory=dict)

    @property
    def is_editable(self) -> bool:
        """Whether people fill in any of its columns."""
        return any(column.editable for column in self.columns)

    def column(self, key: str) -> ExportedColumn:
        """Return the column with a key."""
        return next(column for column in self.columns if column.key == key)


@frozen(kw_only=True, eq=False)
class ExportedTracker:
    """All that a workbook held when it was exported, by fingerprint."""

    baseline: Baseline
    tables: dict[str, ExportedTable]
    sheet: str
    """What the hidden sheet is called now."""


def exported_tracker(workbook: EditedWorkbook) -> ExportedTracker:
    """Return what a workbook says was exported; raises InputError where it does not say so."""
    begin = f'["{MAGIC}"'
    found = [
        title
        for title in workbook.titles
        if any(_text(row).startswith(begin) for row in workbook.rows(title, most=1))
    ]
    if not found:
        raise InputError(
            _(
                "The workbook has no baseline: it does not say what was exported, so it cannot "
                "be said what was entered in it."
            ),
            hint=_(
                "The hidden sheet that says so came with the tracker and is gone, or this is "
                "not a tracker that `ssrpolicy report --to excel` made. Copy what was entered "
                "into a fresh tracker."
            ),
        )
    sheets = [_read(workbook, title) for title in found]
    # A copy of the hidden sheet says the same; sheets of two trackers in one file do not.
    if any(each.baseline != sheets[0].baseline for each in sheets):
        raise InputError(
            _(
                "The workbook has {number} baselines that differ: the sheets of several "
                "trackers stand in it.",
                number=len(found),
            ),
            hint=_("Merge each tracker as a file of its own."),
        )
    return sheets[0]


def _read(workbook: EditedWorkbook, sheet: str) -> ExportedTracker:
    entries = _entries(workbook, sheet)
    form = next(entries)[1:]
    if form != [FORM]:
        raise InputError(
            _(
                "The tracker was made by another version of ssrpolicy (its baseline has form "
                "{form}, this version reads {known}).",
                form=form,
                known=FORM,
            ),
            hint=_("Merge it with the version that made it, or a newer one."),
        )
    head: dict[str, Any] = {}
    records: dict[str, str] = {}
    standings: dict[str, Standing] = {}
    tables: dict[str, ExportedTable] = {}
    table: ExportedTable | None = None
    try:
        for kind, *content in entries:
            if kind == "row" and table is not None:
                id, marks, *standing = content
                table.rows[id] = marks
                if standing:
                    standings[id] = Standing.from_plain(standing[0])
            elif kind == "table":
                key, title, columns = content
                tables[key] = table = ExportedTable(
                    key=key, title=title, columns=tuple(ExportedColumn(*each) for each in columns)
                )
            elif kind == "record":
                records[content[0]] = content[1]
            elif kind == "baseline":
                head = content[0]
        baseline = Baseline(
            as_of=dt.date.fromisoformat(head["as_of"]),
            language=head["language"],
            records=records,
            standings=standings,
        )
    except (KeyError, IndexError, TypeError, ValueError) as error:
        raise _damaged(_("it holds other things than a tracker keeps")) from error
    return ExportedTracker(baseline=baseline, tables=tables, sheet=sheet)


def _entries(workbook: EditedWorkbook, title: str) -> Iterator[list[Any]]:
    """Yield what each row of the sheet says; the last holds the checksum of the others."""
    checksum = blake2b(digest_size=16)
    number = 0
    for row in workbook.rows(title):
        if not (text := _text(row)):
            continue
        try:
            entry = json.loads(text)
        except (ValueError, RecursionError):
            entry = None
        if not isinstance(entry, list) or not entry:
            raise _damaged(_("its row {number} cannot be read", number=number + 1))
        if entry[0] == "end":
            if entry[1:] != [number, checksum.hexdigest()]:
                raise _damaged(_("rows were changed, taken out or added"))
            return
        number += 1
        checksum.update(text.encode())
        yield entry
    raise _damaged(_("its end is missing"))


def _text(row: tuple[Any, ...]) -> str:
    return "".join(str(cell.value) for cell in row if cell.value is not None)


def _damaged(what: str) -> InputError:
    return InputError(
        _("The baseline of the tracker is damaged: {what}.", what=what), hint=_(_REPAIR)
    )
