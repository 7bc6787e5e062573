"""The edited fields of a tracker: their cells read and compared, and an update made of each."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs
from attrs import define

from ssrpolicy.evidence.terms import entered_term, names_no_last_day
from ssrpolicy.merging.application import RecordFile
from ssrpolicy.merging.comparison import EditedField, EditOutcome, Take, compare, said_by
from ssrpolicy.merging.entries.requested import requested
from ssrpolicy.merging.values import EntryError, quoted
from ssrpolicy.messages import _, argument, message_language
from ssrpolicy.model import (
    EditField,
    EditPart,
    FullId,
    Passage,
    PolicyRecord,
    Standing,
    Statement,
    Update,
    progress_of,
)
from ssrpolicy.reporting import Baseline, EditedCell, Refusal, for_others
from ssrpolicy.views import label, long_date
from ssrpolicy.views.language import date_to_type


@define(kw_only=True)
class Comparison:
    """Compares edited cells with the baseline and the records.

    ``refusals`` is what it refuses, ``remarks`` are sentences about what it takes.
    """

    baseline: Baseline
    records: Mapping[str, RecordFile]
    date: dt.date
    by: str
    take: Take | None
    refusals: list[Refusal] = attrs.field(factory=list)
    remarks: list[str] = attrs.field(factory=list)
    _updates: dict[str, dict[str, list[Update]]] = attrs.field(factory=dict, init=False)

    def fields(self, cells: Iterable[EditedCell]) -> Iterator[EditedField]:
        """Yield the edited fields in the tracker's order, notes as the last of a statement."""
        found: dict[str, dict[EditPart, EditedCell]] = {}
        for cell in cells:
            first = found.setdefault(cell.item, {}).setdefault(cell.part, cell)
            if first is not cell:
                message = _(
                    "What {place} says of {item} stands here again.",
                    place=first.place,
                    item=cell.item,
                )
                self._refuse(cell.place, message)
        for item, parts in found.items():
            for field in EditField:
                of_field = tuple(cell for cell in parts.values() if cell.part.field is field)
                if of_field and (edit := self._edit(item, field, of_field)) is not None:
                    yield edit

    def _edit(
        self, item: str, field: EditField, cells: tuple[EditedCell, ...]
    ) -> EditedField | None:
        place = cells[0].place
        found = self._statement(item, place)
        if found is None:
            return None
        source, statement, exported = found
        history = self._history(source.record).get(statement.id, [])
        before, since = history[: exported.recorded], history[exported.recorded :]
        # What was recorded since the export counts, of whatever day it is.
        until = max(self.date, self.baseline.as_of, *(update.date for update in since))
        progress = source.record.progress(statement.id, as_of=until)
        last = next((each for each in reversed(progress.updates) if said_by(each, field)), None)
        edit = EditedField(
            item=item,
            field=field,
            cells=cells,
            exported=exported,
            recorded=Standing.of(progress),
            recorded_by=last,
            file=source.file,
            record=source.record,
            language=self.baseline.language,
        )
        try:
            entered = requested(edit)
        except EntryError as error:
            place = next((cell.place for cell in cells if cell.part is error.part), place)
            self._refuse(place, f"{item}: {error.message}", error.hint)
            return None
        if entered is None:
            return None
        edit = attrs.evolve(edit, entered=entered)
        public = sorted([*for_others(before), *since], key=lambda update: update.date)
        outcome = compare(
            *(edit, since, self.take),
            public=Standing.of(progress_of(statement, public, until, source.record.dates)),
        )
        if outcome is EditOutcome.UNCHANGED:
            return None
        update = None
        if outcome in (EditOutcome.CHANGE, EditOutcome.OVERRIDE):
            if last is not None and last.date > self.date:
                self._refuse(
                    place,
                    _(
                        "{item}: dated {date}, the {words} that was entered would not show, "
                        "because that of {later} is later.",
                        item=item,
                        date=long_date(self.date, message_language()),
                        words=field.words,
                        later=long_date(last.date, message_language()),
                    ),
                    _(
                        "Give it that day or a later one: {date}.",
                        date=argument(f"--date {last.date}", f"date={last.date!r}"),
                    ),
                )
                return None
            update = _update_of(edit, date=self.date, by=self.by)
            self._offer_date(edit, progress.due)
        return attrs.evolve(edit, outcome=outcome, update=update)

    def _offer_date(self, edit: EditedField, due: dt.date | None) -> None:
        """Remark what end a term keeps, or could have, for which words alone were entered.

        ``due`` is the end that it has by an earlier term; words do not lift it.
        """
        term = edit.entered.term
        if term is None or term.date is not None:
            return
        of = {
            "place": edit.places[0],
            "words": quoted(term.phrase),
            "column": label("field.new_due", edit.language),
        }
        date = entered_term(term.phrase)
        if date is not None and date.last_day is not None:
            remark = _(
                "{place}: {words} is taken as words alone, without a date; to give the "
                "timeframe its end too, type {date} under “{column}”.",
                **of,
                date=date_to_type(date, edit.language),
            )
        elif due is not None or names_no_last_day(term.phrase):
            remark = _(
                "{place}: {words} is taken as words alone, and gives no date; to give the "
                "timeframe an end, type a day under “{column}”, or a part of a year such as "
                "2026-Q2.",
                **of,
            )
        else:
            return
        if due is not None:
            day = long_date(due, edit.language)
            stays = (
                _("Until then its end stays {due}, which has passed.", due=day)
                if due < self.date
                else _("Until then its end stays {due}.", due=day)
            )
            remark = f"{remark} {stays}"
        self.remarks.append(remark)

    def _statement(self, item: str, place: str) -> tuple[RecordFile, Statement, Standing] | None:
        """The statement of a row with its record and how it was exported; refused if unknown."""
        exported = self.baseline.standings.get(item)
        record_id, id = FullId.split(item)
        source = self.records.get(record_id)
        if exported is None:
            self._refuse(
                place,
                _("{item} was not a statement of this tracker when it was exported.", item=item),
            )
        elif source is None:
            message = _(
                "{item}: the record {record_id} is not among those given.",
                item=item,
                record_id=record_id,
            )
            self._refuse(place, message, _("Name its folder or file too."))
        elif id not in source.record or not isinstance(statement := source.record[id], Statement):
            message = _(
                "{item}: {file} has no such statement any more.", item=item, file=source.file
            )
            hint = _("See in the record what became of it; then undo the edit.")
            self._refuse(place, message, hint)
        else:
            return source, statement, exported
        return None

    def _history(self, record: PolicyRecord) -> Mapping[str, list[Update]]:
        """The updates of each statement of a record, in the order of the file."""
        if record.id not in self._updates:
            by_statement = self._updates[record.id] = {}
            for update in record.updates:
                by_statement.setdefault(update.statement, []).append(update)
        return self._updates[record.id]

    def _refuse(self, place: str, message: str, hint: str | None = None) -> None:
        self.refusals.append(Refusal(place=place, message=message, hint=hint))


def _update_of(edit: EditedField, *, date: dt.date, by: str) -> Update:
    """Return the update that appends what was entered to the record."""
    entered, document = edit.entered, edit.entered.document
    said: dict[str, Any]
    match edit.field:
        case EditField.TERM:
            said = {"timeframe": entered.term, "note": entered.reason}
        case EditField.EVIDENCE:
            sources = entered.sources or (document or "",) * len(entered.quotes)
            pairs = zip(sources, entered.quotes, strict=True)
            quotes = tuple(Passage(document=source, quote=each) for source, each in pairs)
            said = {"evidence": entered.evidence, "document": document, "quotes": quotes}
        case field:
            said = {field.value: getattr(entered, field.value)}
    statement = FullId.split(edit.item).entry
    # What no document shows is for the office until somebody says otherwise.
    return Update(statement=statement, date=date, by=by, internal=document is None, **said)
