"""The entries of a record as a reader goes through them: what each says, quotes and rests on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from ssrpolicy.codelists import ListName
from ssrpolicy.evidence import anchors
from ssrpolicy.model.documents import Document, Passage
from ssrpolicy.model.instruments import Instrument
from ssrpolicy.model.papers import PaperNumber
from ssrpolicy.model.progress import Update
from ssrpolicy.model.quantities import Quantity
from ssrpolicy.model.record import Entry
from ssrpolicy.model.requests import Disposition, Request
from ssrpolicy.model.statements import Relation
from ssrpolicy.model.texts import LocalText
from ssrpolicy.views.language.dates import long_date
from ssrpolicy.views.language.labels import capital, label
from ssrpolicy.views.language.quantities import quantity_words
from ssrpolicy.views.notes.citations import document_of
from ssrpolicy.views.page.parts import (
    AXES,
    Answer,
    EntryRead,
    Event,
    Pointer,
    Quoted,
    Standing,
    Told,
    Words,
)
from ssrpolicy.views.shared.passages import place_text, shown
from ssrpolicy.views.workbook.history import UpdateRow
from ssrpolicy.views.workbook.rows import Scope, word, word_or_none
from ssrpolicy.views.workbook.statements import StatementRow


class EntryReader:
    """Reads the entries of one record; relations lead to the records of the same report."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._record = scope.record
        self._names = scope.names
        self._language = scope.language

    # -- the three kinds of entry ---------------------------------------------------------------

    def request(self, request: Request) -> EntryRead:
        """Return a request with its answers."""
        answers = self._record.answers(request.id)
        said = [
            self._told("asked_in", [self._document(request.document)]),
            self._told("term", self._plain(self._names.term(request.term))),
            self._told(
                "implied",
                self._plain(label("yes_no.yes", self._language) if request.implied else None),
            ),
            self._told(
                "answer",
                self._plain(None if answers else label("tracker.no_answer", self._language)),
            ),
        ]
        return EntryRead(
            id=request.id,
            kind="request",
            kind_label=label("reading_kind.request", self._language),
            summary=self.words(request.summary),
            told=_said(said),
            quotes=self._quotes(request.quotes),
            answers=tuple(
                self._answer(answer, number, len(answers))
                for number, answer in enumerate(answers, start=1)
            ),
        )

    def statement(self, row: StatementRow) -> EntryRead:
        """Return a statement, where it stands, and its history until the day."""
        statement, now = row.statement, row.progress
        language = self._language
        said = [
            self._told("owners", self._coded("parties", now.owners)),
            self._told("partners", self._coded("parties", statement.partners)),
            self._told("firmness", self._plain(word_or_none(now.firmness, language))),
            self._told("course", self._plain(row.course)),
            self._told("cue", self._plain(f"“{row.cue}”" if row.cue else None)),
            self._told(
                "latest_term" if now.moves else "term", self._plain(self._names.term(now.timeframe))
            ),
            self._told("due", self._day(now.due)),
            self._told(
                "first_term",
                self._plain(self._names.term(now.first_timeframe) if now.moves else None),
            ),
            self._told("first_due", self._day(now.first_due if now.moves else None)),
            self._told("places", self._coded("places", statement.places)),
            self._told("sectors", self._coded("sectors", statement.sectors)),
            self._told("frameworks", self._coded("frameworks", statement.frameworks)),
            self._told("quantities", self._amounts(statement.quantities)),
            self._told("needs", self._entries(statement.needs)),
            self._told("uses", self._entries(statement.uses)),
            self._told("relations", [self._relation(r) for r in statement.relations]),
        ]
        return EntryRead(
            id=statement.id,
            kind=statement.kind,
            kind_label=label(f"reading_kind.{statement.kind}", language),
            summary=self.words(statement.summary),
            standing=tuple(
                Standing(
                    axis=axis,
                    label=label(f"field.{axis}", language),
                    value=getattr(now, axis).value,
                    text=label(getattr(now, axis), language),
                )
                for axis in AXES
            ),
            told=_said(said),
            quotes=self._quotes(statement.quotes),
            history=tuple(self._event(update) for update in now.updates),
            doubt=None if statement.doubt is None else self.words(statement.doubt),
        )

    def instrument(self, instrument: Instrument, users: Iterable[str]) -> EntryRead:
        """Return an instrument, and the statements that use it."""
        language = self._language
        party = () if instrument.party is None else (instrument.party,)
        said = [
            self._told("kind", self._plain(word(instrument.kind, language))),
            self._told("party", self._coded("parties", party)),
            self._told("owners", self._coded("parties", instrument.owners)),
            self._told("capacity", self._amounts(instrument.quantities)),
            self._told("used_by", self._entries(users)),
        ]
        return EntryRead(
            id=instrument.id,
            kind="instrument",
            kind_label=label("reading_kind.instrument", language),
            summary=self.words(instrument.name),
            told=_said(said),
            quotes=self._quotes(instrument.quotes),
        )

    # -- their parts ----------------------------------------------------------------------------

    def words(self, text: LocalText) -> Words:
        """Return a text with its language, where that is not the reader's."""
        spoken = text.language(self._language)
        return Words(
            text=self._names.text(text) or "",
            language=None if spoken == self._language else spoken,
        )

    def _answer(self, answer: Disposition, number: int, total: int) -> Answer:
        language = self._language
        only = label("reading.only_answer", language)
        against = self._record.contradicted(answer, as_of=self._scope.as_of)
        said = [
            self._told("scope", self._plain(self._names.text(answer.scope))),
            self._told("answered_in", [self._document(answer.document)]),
            self._told("by_statements", self._entries(answer.by)),
            self._told("because", self._entries(answer.because)),
            self._told("contradicted", self._entries(each.id for each in against)),
        ]
        return Answer(
            label=only if total == 1 else label("reading.own_answer", language, number=number),
            value=answer.answer.value,
            text=label(answer.answer, language),
            told=_said(said),
            quotes=self._quotes(answer.quotes),
        )

    def _event(self, update: Update) -> Event:
        row = UpdateRow(self._scope, update)
        return Event(
            date=update.date,
            day=long_date(update.date, self._language),
            by=self._names.party(update.by),
            axis=update.axis,
            axis_label=capital(label(f"axis.{update.axis}", self._language)),
            value=row.value,
            note=None if update.note is None else self.words(update.note),
            document=None if update.document is None else self._names.document(update.document),
            quotes=self._quotes(update.quotes),
        )

    def _quotes(self, passages: Iterable[Passage]) -> tuple[Quoted, ...]:
        return tuple(self._quoted(passage) for passage in dict.fromkeys(passages))

    def _quoted(self, passage: Passage) -> Quoted:
        record = self._record
        seen = shown(record, passage)
        span = anchors(record).of(passage).span
        document = document_of(record, passage.document)
        spoken = None if document is None else document.language
        if not seen.verified:
            self._scope.unverified.add(passage)
        return Quoted(
            text=seen.text,
            language=spoken or record.language,
            document=passage.document,
            name=self._names.document(passage.document),
            place=place_text([seen], self._language),
            begins=span.start if seen.verified and span is not None else None,
        )

    def _told(self, key: str, values: list[Pointer]) -> Told | None:
        if not values:
            return None
        return Told(key=key, label=label(f"field.{key}", self._language), values=tuple(values))

    def _plain(self, text: str | None) -> list[Pointer]:
        return [] if not text else [Pointer(text=line) for line in text.split("\n")]

    def _day(self, day: dt.date | None) -> list[Pointer]:
        return [] if day is None else [Pointer(text=long_date(day, self._language))]

    def _coded(self, list_name: ListName, ids: tuple[str, ...]) -> list[Pointer]:
        return [Pointer(text=capital(self._names.code(list_name, id))) for id in ids]

    def _amounts(self, quantities: Iterable[Quantity]) -> list[Pointer]:
        return [Pointer(text=quantity_words(each, self._language)) for each in quantities]

    def _document(self, id: str) -> Pointer:
        return Pointer(text=self._names.document(id), record=self._record.id, entry=id)

    def _entries(self, ids: Iterable[str]) -> list[Pointer]:
        return [
            Pointer(text=self._called(self._record[id]), record=self._record.id, entry=id)
            for id in ids
            if id in self._record
        ]

    def _called(self, entry: Entry) -> str:
        if isinstance(entry, Document):
            return self._names.document(entry.id)
        text = entry.name if isinstance(entry, Instrument) else entry.summary
        return self._names.text(text) or entry.id

    def _relation(self, relation: Relation) -> Pointer:
        text = self._names.relation(relation)
        target = relation.full_id
        if target is None:
            return Pointer(text=text, url=PaperNumber.parse(relation.target).url)
        record = self._names.records.get(target.record)
        if record is None or target.entry not in record:
            return Pointer(text=text)
        kind, called = label(relation.kind, self._language), self._called(record[target.entry])
        return Pointer(text=f"{kind}: {called}", record=target.record, entry=target.entry)


def _said(told: Iterable[Told | None]) -> tuple[Told, ...]:
    return tuple(each for each in told if each is not None)
