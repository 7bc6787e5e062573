"""The edited fields of a tracker: cells gathered, read as what they request, and compared."""

import datetime as dt
import difflib
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import TypeVar

import attrs
from attrs import define

from ssrpolicy.evidence.terms import spreadsheet_year
from ssrpolicy.merging.application import RecordFile
from ssrpolicy.merging.comparison import (
    EditedField,
    EditOutcome,
    Take,
    by_whom,
    compare,
    said_by,
    update_of,
)
from ssrpolicy.merging.lookups import document, owners, quote
from ssrpolicy.merging.values import EntryError, checked, local_text, quoted, term_date, text_of
from ssrpolicy.model import (
    ClaimedStatus,
    EditField,
    EditPart,
    EvidenceStatus,
    PolicyRecord,
    Standing,
    Statement,
    Timeframe,
    Update,
    progress_of,
)
from ssrpolicy.reporting import Baseline, EditedCell, Refusal, for_others
from ssrpolicy.views import label, long_date
from ssrpolicy.views.language import capital, folded, keys_by_name, vocabulary_table

V = TypeVar("V", bound=StrEnum)


@define(kw_only=True)
class Comparison:
    """Compares edited cells with the baseline and the records; ``refusals`` is what it refuses."""

    baseline: Baseline
    records: Mapping[str, RecordFile]
    date: dt.date
    by: str
    take: Take | None
    refusals: list[Refusal] = attrs.field(factory=list)
    _updates: dict[str, dict[str, list[Update]]] = attrs.field(factory=dict, init=False)

    def fields(self, cells: Iterable[EditedCell]) -> Iterator[EditedField]:
        """Yield the edited fields in the tracker's order, notes as the last of a statement."""
        found: dict[str, dict[EditPart, EditedCell]] = {}
        for cell in cells:
            first = found.setdefault(cell.item, {}).setdefault(cell.part, cell)
            if first is not cell:
                message = f"What {first.place} says of {cell.item} stands here again."
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
        until = max(self.date, self.baseline.as_of)
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
            entered = _requested(edit)
        except EntryError as error:
            place = next((cell.place for cell in cells if cell.part is error.part), place)
            self._refuse(place, f"{item}: {error.message}", error.hint)
            return None
        if entered is None:
            return None
        edit = attrs.evolve(edit, entered=entered)
        history = self._history(source.record).get(statement.id, [])
        before, since = history[: exported.recorded], history[exported.recorded :]
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
                    f"{item}: dated {self.date}, the {field.words} that was entered would not "
                    f"show, because that of {last.date}{by_whom(last)} is later.",
                    f"Give it that day or a later one: --date {last.date}.",
                )
                return None
            update = update_of(edit, date=self.date, by=self.by)
        return attrs.evolve(edit, outcome=outcome, update=update)

    def _statement(self, item: str, place: str) -> tuple[RecordFile, Statement, Standing] | None:
        """The statement of a row with its record and how it was exported; refused if unknown."""
        exported = self.baseline.standings.get(item)
        record_id, _, id = item.partition("#")
        source = self.records.get(record_id)
        if exported is None:
            self._refuse(place, f"{item} was not a statement of this tracker when it was exported.")
        elif source is None:
            message = f"{item}: the record {record_id} is not among those given."
            self._refuse(place, message, "Name its folder or file too.")
        elif id not in source.record or not isinstance(statement := source.record[id], Statement):
            message = f"{item}: {source.file} has no such statement any more."
            hint = "See in the record what became of it; then undo the edit."
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


def _requested(edit: EditedField) -> Standing | None:
    """Return a standing that has in the edited field what its cells request.

    None means that they request nothing: an empty cell is still empty. Raises EntryError for what
    cannot be merged.
    """
    match edit.field:
        case EditField.CLAIMED:
            return Standing(claimed=_status(edit, EditPart.CLAIMED, ClaimedStatus))
        case EditField.OWNERS:
            known = (*edit.exported.owners, *edit.recorded.owners)
            value = edit.values.get(EditPart.OWNERS)
            return Standing(owners=owners(value, edit.record, edit.language, known=known))
        case EditField.TERM:
            return _term(edit)
        case EditField.EVIDENCE:
            return _evidence(edit)
        case EditField.NOTE:
            return _note(edit)


def _status(edit: EditedField, part: EditPart, vocabulary: type[V]) -> V:
    """The status that was entered, by its label in either language or by its key."""
    value, language = edit.values.get(part), edit.language
    text = text_of(value, language)
    key = None if text is None else keys_by_name(vocabulary_table(vocabulary)).get(folded(text))
    if key is not None:
        return vocabulary(key)
    choices = [capital(label(each, language)) for each in vocabulary]
    if text is None:
        raise EntryError(
            part, "It was emptied, and a status is never empty.", hint=f"Choose {choices[0]}."
        )
    close = difflib.get_close_matches(text[:60], choices, n=1)
    hint = f"Did you mean {close[0]}?" if close else f"Choose one of: {', '.join(choices)}."
    raise EntryError(part, f"{quoted(value)} is not one of the statuses.", hint=hint)


def _note(edit: EditedField) -> Standing | None:
    note = local_text(EditPart.NOTE, edit.values.get(EditPart.NOTE), edit.language)
    if note is None and edit.exported.note is None:
        return None
    if note is None:
        raise EntryError(
            EditPart.NOTE,
            "It was emptied, and what was noted stays in the history.",
            hint="Put the note back, or type a new one.",
        )
    return Standing(note=note)


def _term(edit: EditedField) -> Standing | None:
    language, entered = edit.language, edit.values.get(EditPart.TERM)
    phrase = text_of(entered, language)
    reason = local_text(EditPart.REASON, edit.values.get(EditPart.REASON), language)
    part = EditPart.DUE
    date = term_date(part, edit.values.get(part))
    if date is None and isinstance(entered, dt.date):
        # A spreadsheet makes a day of words that name one.
        part = EditPart.TERM
        date = term_date(part, entered)
    if phrase is None and date is None:
        if reason is None:
            return None
        raise EntryError(
            EditPart.REASON,
            "There is a reason, and no new term.",
            hint="Type the new term in words, or its date, or both; or empty the reason.",
        )
    if phrase is None and date is not None:
        day = date.last_day if date.last_day == date.first_day else None
        typed = text_of(edit.values.get(EditPart.DUE), language)
        phrase = long_date(day, language) if day else typed
    term = Timeframe(phrase=checked(EditPart.TERM, phrase or ""), date=date)
    _check_ahead(edit, part, term)
    return Standing(term=term, reason=reason)


def _check_ahead(edit: EditedField, part: EditPart, term: Timeframe) -> None:
    """Raise EntryError for a term that ends before the paper that makes its statement."""
    made_in = edit.record.statement(edit.item.partition("#")[2]).document
    paper = edit.record.dates.get(made_in)
    if paper is None or term.due is None or term.due >= paper:
        return
    hint, year = "Correct the year.", spreadsheet_year(term.due)
    if year is not None:
        hint = (
            f"Excel makes {term.due} of a typed {year}: if that year was meant, type {year}-12-31, "
            f"or '{year} with the apostrophe."
        )
    message = f"The term would end on {term.due}, before the paper of {paper} that it belongs to."
    raise EntryError(part, message, hint=hint)


def _evidence(edit: EditedField) -> Standing | None:
    record, language, values = edit.record, edit.language, edit.values
    changed = EditPart.EVIDENCE in values
    was = edit.exported.evidence
    status = _status(edit, EditPart.EVIDENCE, EvidenceStatus) if changed else was
    named = document(values.get(EditPart.DOCUMENT), record, language)
    words = values.get(EditPart.QUOTE)
    is_quoted = text_of(words, language) is not None
    quotes = (quote(words, named, record, language),) if is_quoted else ()
    if not changed and named is None:
        return None
    shown = capital(label(status, language))
    if status.needs_quote and not quotes:
        if status is was and named is None:
            # Only the status was entered, and it is the one that was exported.
            return None
        raise EntryError(
            EditPart.DOCUMENT if named is None else EditPart.QUOTE,
            f"“{shown}” is shown by a document and its words, and "
            f"{'both are' if named is None else 'the words are'} missing.",
            hint="Type the document and the words that show it, or choose another status.",
        )
    if status is EvidenceStatus.NOT_ASSESSED and named is not None:
        raise EntryError(
            EditPart.EVIDENCE,
            f"“{shown}” says that nobody looked, and a document is named.",
            hint="Choose what the document shows; or empty the document and its words.",
        )
    return Standing(evidence=status, document=named, quotes=quotes)
