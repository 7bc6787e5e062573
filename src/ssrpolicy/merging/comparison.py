"""Edited cells gathered into fields, each compared with what was given out and with its record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from attrs import define, field, frozen

from ssrpolicy.merging.cells import TypedError
from ssrpolicy.merging.plan import EditedField
from ssrpolicy.merging.requested import Cells, asked, update_of
from ssrpolicy.merging.three_way import EditOutcome, Sides, Take, governing
from ssrpolicy.merging.wording import FIELD_WORDS
from ssrpolicy.model.edits import COLUMNS, Baseline, EditedCell, EditField, Refusal, Standing
from ssrpolicy.model.progress import Update
from ssrpolicy.model.record import PolicyRecord
from ssrpolicy.model.statements import Statement

_FIELDS = {column: field for field, columns in COLUMNS.items() for column in columns}
_ORDER = {field: number for number, field in enumerate(EditField)}


@frozen(kw_only=True)
class RecordFile:
    """A record and the file from which it was read."""

    record: PolicyRecord = field(repr=False)
    file: Path


@define(kw_only=True)
class Comparison:
    """Compares what was typed with both other sides; ``refusals`` is what it cannot take over."""

    baseline: Baseline
    records: Mapping[str, RecordFile]
    date: dt.date
    by: str
    take: Take | None
    refusals: list[Refusal] = field(factory=list)
    _updates: dict[str, dict[str, list[Update]]] = field(factory=dict, init=False)

    def edited(self, cells: Iterable[EditedCell]) -> list[EditedField]:
        """Return the edited fields in the tracker's order, notes as the last of a statement."""
        found = []
        for item, fields in self._by_field(cells).items():
            for edited in sorted(fields, key=_ORDER.__getitem__):
                edit = self._edit(item, edited, fields[edited])
                if edit is not None:
                    found.append(edit)
        return found

    def _by_field(
        self, cells: Iterable[EditedCell]
    ) -> dict[str, dict[EditField, dict[str, EditedCell]]]:
        found: dict[str, dict[EditField, dict[str, EditedCell]]] = {}
        for cell in cells:
            if cell.column not in _FIELDS:
                self._refuse(cell.place, f"The column {cell.column!r:.60} is none to type in.")
                continue
            known = found.setdefault(cell.item, {}).setdefault(_FIELDS[cell.column], {})
            if cell.column in known:
                first = known[cell.column].place
                self._refuse(cell.place, f"What {first} says of {cell.item} stands here again.")
            known.setdefault(cell.column, cell)
        return found

    def _edit(
        self, item: str, edited: EditField, cells: Mapping[str, EditedCell]
    ) -> EditedField | None:
        places = tuple(cell.place for cell in cells.values())
        found = self._statement(item, places[0])
        if found is None:
            return None
        source, statement, base = found
        record = source.record
        progress = record.progress(statement.id, as_of=max(self.date, self.baseline.as_of))
        now = Standing.of(progress)
        read = Cells(
            field=edited,
            values={column: cell.value for column, cell in cells.items()},
            record=record,
            language=self.baseline.language,
            base=base,
            now=now,
        )
        try:
            typed = asked(read)
        except TypedError as error:
            place = cells[error.column].place if error.column in cells else places[0]
            self._refuse(place, f"{item}: {error.message}", error.hint)
            return None
        if typed is None:
            return None
        since = self._history(record, statement)[base.recorded :]
        sides = Sides(field=edited, given_out=base, typed=typed, recorded=now, since=since)
        outcome = sides.outcome(self.take)
        last = governing(progress.updates, edited)
        if outcome is None:
            return None
        update = None
        if outcome in (EditOutcome.CHANGE, EditOutcome.OVERRIDE):
            if last is not None and last.date > self.date:
                self._refuse_early(item, edited, places[0], last)
                return None
            update = update_of(edited, typed, statement=statement.id, date=self.date, by=self.by)
        return EditedField(
            item=item,
            field=edited,
            places=places,
            given_out=base,
            typed=typed,
            recorded=now,
            outcome=outcome,
            recorded_by=last,
            update=update,
            file=source.file,
            record=record,
            language=self.baseline.language,
        )

    def _statement(self, item: str, place: str) -> tuple[RecordFile, Statement, Standing] | None:
        """The statement of a row with its record and what was given out; refused where unknown."""
        base = self.baseline.standings.get(item)
        record_id, _, id = item.partition("#")
        source = self.records.get(record_id)
        if base is None:
            self._refuse(place, f"{item} was no statement of this tracker when it was given out.")
        elif source is None:
            self._refuse(
                place,
                f"{item}: the record {record_id} is not among those given.",
                "Name its folder or file too.",
            )
        elif id not in source.record or not isinstance(statement := source.record[id], Statement):
            self._refuse(
                place,
                f"{item}: {source.file} has no such statement any more.",
                "See in the record what became of it; then undo the edit.",
            )
        else:
            return source, statement, base
        return None

    def _history(self, record: PolicyRecord, statement: Statement) -> Sequence[Update]:
        """The updates of a statement in the order of the file."""
        if record.id not in self._updates:
            by_statement: dict[str, list[Update]] = {}
            for update in record.updates:
                by_statement.setdefault(update.statement, []).append(update)
            self._updates[record.id] = by_statement
        return self._updates[record.id].get(statement.id, [])

    def _refuse(self, place: str, message: str, hint: str | None = None) -> None:
        self.refusals.append(Refusal(place=place, message=message, hint=hint))

    def _refuse_early(self, item: str, edited: EditField, place: str, last: Update) -> None:
        self._refuse(
            place,
            f"{item}: dated {self.date}, the {FIELD_WORDS[edited]} that was typed would not show "
            f"behind that of {last.date} by {last.by}.",
            f"Give it that day or a later one: --date {last.date}.",
        )
