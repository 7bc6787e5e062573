"""The entries of a record as a reader goes through them: what each says, quotes and rests on."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from ssrpolicy.codelists import ListName
from ssrpolicy.evidence import anchors
from ssrpolicy.model import (
    Disposition,
    Document,
    Entry,
    Instrument,
    Language,
    LocalText,
    PaperNumber,
    Passage,
    PolicyRecord,
    Progress,
    Quantity,
    Relation,
    Request,
    Statement,
    Update,
)
from ssrpolicy.views.language import label, long_date, quantity_words
from ssrpolicy.views.page.parts import (
    AXES,
    AxisState,
    Detail,
    Event,
    LanguageText,
    PageEntry,
    Pointer,
    Quotation,
    RequestAnswer,
    pointers,
)
from ssrpolicy.views.shared import (
    ReadingContext,
    asked_in,
    internal_mark,
    last_day_words,
    motion_state,
    place_text,
    said_by,
)
from ssrpolicy.views.workbook.history import UpdateRow
from ssrpolicy.views.workbook.statements import StatementRow
from ssrpolicy.views.workbook.tables import word, word_or_none

_Values: TypeAlias = str | list[Pointer] | None
"""A text, each line of it on its own, or pointers; None or none of them where nothing is known."""


def request_kind(context: ReadingContext, request: Request) -> str:
    """Return the key of what a request is called: one that was put in writing is a question."""
    return "question" if context.noun_of([request]) == "questions" else "request"


class EntryReader:
    """Reads the entries of one record; relations lead to the records of the same report."""

    def __init__(self, context: ReadingContext) -> None:
        self._context = context
        self._record = context.record
        self._language = context.language

    def request(self, request: Request) -> PageEntry:
        """Return a request with its answers."""
        language, answers = self._language, self._context.answers.get(request.id, ())
        state = motion_state(self._context.handling, self._record, request.document)
        details: dict[str, _Values] = {
            "asked_in": [self._document(each) for each in asked_in(self._record, request)],
            "motion_state": None if state is None else label(state, language),
            "term": self._context.term(request.term),
            "implied": label("yes_no.yes", language) if request.implied else None,
            "answer": None if answers else label("tracker.no_answer", language),
        }
        return PageEntry(
            id=request.id,
            kind="request",
            kind_label=label(f"reading_kind.{request_kind(self._context, request)}", language),
            summary=self.words(request.summary),
            details=self._details(details),
            quotes=self._quotes(request.quotes),
            answers=tuple(
                self._answer(answer, number, len(answers))
                for number, answer in enumerate(answers, start=1)
            ),
        )

    def statement(self, row: StatementRow) -> PageEntry:
        """Return a statement, where it stands, and its history until the day."""
        statement, now, language = row.entry, row.progress, self._language
        first = now.first_timeframe if now.is_moved else None
        details: dict[str, _Values] = {
            "owners": self._coded("parties", now.owners),
            "partners": self._coded("parties", statement.partners),
            "firmness": word_or_none(now.firmness, language),
            "course": row.course,
            "cue": f"“{row.cue}”" if row.cue else None,
            "latest_term" if now.is_moved else "term": self._context.term(now.timeframe),
            "due": last_day_words(self._context.record, now, language),
            "first_term": self._context.term(first),
            "first_due": self._day(now.first_due if now.is_moved else None),
            "moved_in": self._moved_in(now),
            "places": self._coded("places", statement.places),
            "sectors": self._coded("sectors", statement.sectors),
            "frameworks": self._coded("frameworks", statement.frameworks),
            "quantities": self._amounts(statement.quantities),
            "needs": self._entries(statement.needs),
            "uses": self._entries(statement.uses),
            "relations": [self._relation(each) for each in statement.relations],
        }
        return PageEntry(
            id=statement.id,
            kind=statement.kind,
            kind_label=label(f"reading_kind.{statement.kind}", language),
            summary=self.words(statement.summary),
            standing=tuple(
                AxisState(
                    axis=axis,
                    label=label(f"field.{axis}", language),
                    value=value.value,
                    text=label(value, language),
                )
                for axis in AXES
                if (value := getattr(row, axis)) is not None
            ),
            details=self._details(details),
            quotes=self._quotes(statement.quotes),
            history=tuple(self._event(update) for update in now.updates),
            doubt=self.words(statement.doubt) if statement.doubt else None,
        )

    def instrument(self, instrument: Instrument, users: Iterable[str]) -> PageEntry:
        """Return an instrument, and the statements that use it."""
        party = () if instrument.party is None else (instrument.party,)
        details: dict[str, _Values] = {
            "kind": word(instrument.kind, self._language),
            "party": self._coded("parties", party),
            "owners": self._coded("parties", instrument.owners),
            "capacity": self._amounts(instrument.quantities),
            "used_by": self._entries(users),
        }
        return PageEntry(
            id=instrument.id,
            kind="instrument",
            kind_label=label("reading_kind.instrument", self._language),
            summary=self.words(instrument.name),
            details=self._details(details),
            quotes=self._quotes(instrument.quotes),
        )

    def words(self, text: LocalText) -> LanguageText:
        """Return a text with its language, where that is not the reader's."""
        spoken = text.language(self._language)
        return LanguageText(
            text=self._context.text(text) or "",
            language=None if spoken == self._language else spoken,
        )

    def _answer(self, answer: Disposition, number: int, total: int) -> RequestAnswer:
        language = self._language
        only = label("reading.only_answer", language)
        against = self._record.contradicted(answer, as_of=self._context.as_of)
        details: dict[str, _Values] = {
            "scope": self._text(answer.scope),
            "answered_in": [self._document(answer.document)],
            "by_statements": self._entries(answer.by),
            "because": self._entries(answer.because),
            "contradicted": self._entries(each.id for each in against),
        }
        return RequestAnswer(
            label=only if total == 1 else label("reading.own_answer", language, number=number),
            value="earlier" if self._context.is_earlier(answer) else answer.answer.value,
            text=self._context.answer_words(answer),
            details=self._details(details),
            quotes=self._quotes(answer.quotes),
        )

    def _event(self, update: Update) -> Event:
        row, by = UpdateRow(self._context, update), said_by(self._context, update)
        return Event(
            date=update.date,
            day=long_date(update.date, self._language),
            by=None if by is None else LanguageText(text=by, language=self._foreign(by)),
            axis=update.axis,
            axis_label=row.axis,
            value=row.value,
            note=self._noted(update),
            document=update.document,
            paper=None if update.document is None else self._context.document(update.document),
            quotes=self._quotes(update.quotes),
        )

    def _noted(self, update: Update) -> LanguageText | None:
        if update.note is None:
            return None
        words, mark = self.words(update.note), internal_mark(self._context, update)
        return LanguageText(text=mark + words.text, language=words.language)

    def _quotes(self, passages: Iterable[Passage]) -> tuple[Quotation, ...]:
        return tuple(self._quoted(passage) for passage in dict.fromkeys(passages))

    def _quoted(self, passage: Passage) -> Quotation:
        (seen,) = self._context.passages([passage])
        span = anchors(self._record).of(passage).span
        document = self._context.find_document(passage.document)
        spoken = None if document is None else document.language
        return Quotation(
            text=seen.text,
            language=spoken or self._record.language,
            document=passage.document,
            name=self._context.document(passage.document),
            place=place_text([seen], self._language),
            begins=span.start if seen.verified and span is not None else None,
        )

    def _details(self, found: Mapping[str, _Values]) -> tuple[Detail, ...]:
        """Everything that is known, under its labels."""
        own, language = self._record.language, self._language
        quoted = None if own == language else own
        return tuple(
            Detail(key=key, label=label(f"field.{key}", language), values=pointers(values, quoted))
            for key, values in found.items()
            if values
        )

    def _day(self, day: dt.date | None) -> str | None:
        return None if day is None else long_date(day, self._language)

    def _coded(self, list_name: ListName, ids: tuple[str, ...]) -> list[Pointer]:
        return [
            Pointer(
                text=self._context.code_by_itself(list_name, id),
                language=self._foreign(self._context.code(list_name, id)),
            )
            for id in ids
        ]

    def _foreign(self, name: str) -> Language | None:
        """The language of a name that there is in the other one only; None of any other."""
        return self._context.foreign_names.get(name)

    def _amounts(self, quantities: Iterable[Quantity]) -> list[Pointer]:
        return [Pointer(text=quantity_words(each, self._language)) for each in quantities]

    def _text(self, text: LocalText | None) -> list[Pointer]:
        if text is None:
            return []
        words = self.words(text)
        return [Pointer(text=line, language=words.language) for line in words.text.split("\n")]

    def _document(self, id: str) -> Pointer:
        return Pointer(text=self._context.document(id), record=self._record.id, entry=id)

    def _moved_in(self, now: Progress) -> _Values:
        moved = now.moved_by
        if moved is None or moved.document is None:
            return self._context.moved_in(now)
        return [self._document(moved.document)]

    def _entries(self, ids: Iterable[str]) -> list[Pointer]:
        return [
            self._leading(self._called(self._record[id]), self._record, id)
            for id in ids
            if id in self._record
        ]

    def _leading(
        self, called: LanguageText, record: PolicyRecord, id: str, *, before: str = ""
    ) -> Pointer:
        """Words that lead to an entry, where that is on the page."""
        chosen, found = self._context.chosen, record[id]
        later = isinstance(found, Statement) and self._context.handling.is_later(
            record, found.document
        )
        if later or (chosen is not None and not chosen.holds(record, id)):
            return Pointer(text=called.text, language=called.language, before=before)
        return Pointer(
            text=called.text, language=called.language, before=before, record=record.id, entry=id
        )

    def _called(self, entry: Entry) -> LanguageText:
        if isinstance(entry, Document):
            return LanguageText(text=self._context.document(entry.id))
        return self.words(entry.name if isinstance(entry, Instrument) else entry.summary)

    def _relation(self, relation: Relation) -> Pointer:
        text = self._context.relation(relation)
        target = relation.full_id
        if target is None:
            return Pointer(text=text, url=PaperNumber.parse(relation.target).url)
        record = self._context.handling.by_id.get(target.record)
        if record is None or target.entry not in record:
            return Pointer(text=text)
        kind, called = label(relation.kind, self._language), self._called(record[target.entry])
        return self._leading(called, record, target.entry, before=f"{kind}: ")
