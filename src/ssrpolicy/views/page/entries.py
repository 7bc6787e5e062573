"""The entries of a record as a reader goes through them: what each says, quotes and rests on."""

import datetime as dt
from collections.abc import Iterable

from ssrpolicy.codelists import ListName
from ssrpolicy.evidence import anchors
from ssrpolicy.model import (
    Disposition,
    Document,
    Entry,
    Instrument,
    LocalText,
    PaperNumber,
    Passage,
    Progress,
    Quantity,
    Relation,
    Request,
    Update,
)
from ssrpolicy.views.language.dates import long_date
from ssrpolicy.views.language.labels import capital, label
from ssrpolicy.views.language.quantities import quantity_words
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
)
from ssrpolicy.views.shared import ReadingContext
from ssrpolicy.views.shared.passages import place_text, shown
from ssrpolicy.views.workbook.history import UpdateRow
from ssrpolicy.views.workbook.rows import word, word_or_none
from ssrpolicy.views.workbook.statements import StatementRow


class EntryReader:
    """Reads the entries of one record; relations lead to the records of the same report."""

    def __init__(self, context: ReadingContext) -> None:
        self._context = context
        self._record = context.record
        self._language = context.language

    # -- the three kinds of entry ---------------------------------------------------------------

    def request(self, request: Request) -> PageEntry:
        """Return a request with its answers."""
        answers = self._record.answers(request.id)
        details = [
            self._detail("asked_in", [self._document(request.document)]),
            self._detail("term", self._plain(self._context.term(request.term))),
            self._detail(
                "implied",
                self._plain(label("yes_no.yes", self._language) if request.implied else None),
            ),
            self._detail(
                "answer",
                self._plain(None if answers else label("tracker.no_answer", self._language)),
            ),
        ]
        return PageEntry(
            id=request.id,
            kind="request",
            kind_label=label("reading_kind.request", self._language),
            summary=self.words(request.summary),
            details=_known(details),
            quotes=self._quotes(request.quotes),
            answers=tuple(
                self._answer(answer, number, len(answers))
                for number, answer in enumerate(answers, start=1)
            ),
        )

    def statement(self, row: StatementRow) -> PageEntry:
        """Return a statement, where it stands, and its history until the day."""
        statement, now = row.statement, row.progress
        language = self._language
        details = [
            self._detail("owners", self._coded("parties", now.owners)),
            self._detail("partners", self._coded("parties", statement.partners)),
            self._detail("firmness", self._plain(word_or_none(now.firmness, language))),
            self._detail("course", self._plain(row.course)),
            self._detail("cue", self._plain(f"“{row.cue}”" if row.cue else None)),
            self._detail(
                "latest_term" if now.moves else "term",
                self._plain(self._context.term(now.timeframe)),
            ),
            self._detail("due", self._day(now.due)),
            self._detail(
                "first_term",
                self._plain(self._context.term(now.first_timeframe) if now.moves else None),
            ),
            self._detail("first_due", self._day(now.first_due if now.moves else None)),
            self._detail("moved_in", self._moved_in(now)),
            self._detail("places", self._coded("places", statement.places)),
            self._detail("sectors", self._coded("sectors", statement.sectors)),
            self._detail("frameworks", self._coded("frameworks", statement.frameworks)),
            self._detail("quantities", self._amounts(statement.quantities)),
            self._detail("needs", self._entries(statement.needs)),
            self._detail("uses", self._entries(statement.uses)),
            self._detail("relations", [self._relation(r) for r in statement.relations]),
        ]
        return PageEntry(
            id=statement.id,
            kind=statement.kind,
            kind_label=label(f"reading_kind.{statement.kind}", language),
            summary=self.words(statement.summary),
            standing=tuple(
                AxisState(
                    axis=axis,
                    label=label(f"field.{axis}", language),
                    value=getattr(now, axis).value,
                    text=label(getattr(now, axis), language),
                )
                for axis in AXES
            ),
            details=_known(details),
            quotes=self._quotes(statement.quotes),
            history=tuple(self._event(update) for update in now.updates),
            doubt=None if statement.doubt is None else self.words(statement.doubt),
        )

    def instrument(self, instrument: Instrument, users: Iterable[str]) -> PageEntry:
        """Return an instrument, and the statements that use it."""
        language = self._language
        party = () if instrument.party is None else (instrument.party,)
        details = [
            self._detail("kind", self._plain(word(instrument.kind, language))),
            self._detail("party", self._coded("parties", party)),
            self._detail("owners", self._coded("parties", instrument.owners)),
            self._detail("capacity", self._amounts(instrument.quantities)),
            self._detail("used_by", self._entries(users)),
        ]
        return PageEntry(
            id=instrument.id,
            kind="instrument",
            kind_label=label("reading_kind.instrument", language),
            summary=self.words(instrument.name),
            details=_known(details),
            quotes=self._quotes(instrument.quotes),
        )

    # -- their parts ----------------------------------------------------------------------------

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
        details = [
            self._detail("scope", self._plain(self._context.text(answer.scope))),
            self._detail("answered_in", [self._document(answer.document)]),
            self._detail("by_statements", self._entries(answer.by)),
            self._detail("because", self._entries(answer.because)),
            self._detail("contradicted", self._entries(each.id for each in against)),
        ]
        return RequestAnswer(
            label=only if total == 1 else label("reading.own_answer", language, number=number),
            value="earlier" if self._context.is_earlier(answer) else answer.answer.value,
            text=self._context.answer_words(answer),
            details=_known(details),
            quotes=self._quotes(answer.quotes),
        )

    def _event(self, update: Update) -> Event:
        row = UpdateRow(self._context, update)
        return Event(
            date=update.date,
            day=long_date(update.date, self._language),
            by=self._context.party(update.by),
            axis=update.axis,
            axis_label=capital(label(f"axis.{update.axis}", self._language)),
            value=row.value,
            note=None if update.note is None else self.words(update.note),
            document=None if update.document is None else self._context.document(update.document),
            quotes=self._quotes(update.quotes),
        )

    def _quotes(self, passages: Iterable[Passage]) -> tuple[Quotation, ...]:
        return tuple(self._quoted(passage) for passage in dict.fromkeys(passages))

    def _quoted(self, passage: Passage) -> Quotation:
        record = self._record
        seen = shown(record, passage)
        span = anchors(record).of(passage).span
        document = self._context.find_document(passage.document)
        spoken = None if document is None else document.language
        if not seen.verified:
            self._context.unverified.add(passage)
        return Quotation(
            text=seen.text,
            language=spoken or record.language,
            document=passage.document,
            name=self._context.document(passage.document),
            place=place_text([seen], self._language),
            begins=span.start if seen.verified and span is not None else None,
        )

    def _detail(self, key: str, values: list[Pointer]) -> Detail | None:
        if not values:
            return None
        return Detail(key=key, label=label(f"field.{key}", self._language), values=tuple(values))

    def _plain(self, text: str | None) -> list[Pointer]:
        return [] if not text else [Pointer(text=line) for line in text.split("\n")]

    def _day(self, day: dt.date | None) -> list[Pointer]:
        return [] if day is None else [Pointer(text=long_date(day, self._language))]

    def _coded(self, list_name: ListName, ids: tuple[str, ...]) -> list[Pointer]:
        return [Pointer(text=capital(self._context.code(list_name, id))) for id in ids]

    def _amounts(self, quantities: Iterable[Quantity]) -> list[Pointer]:
        return [Pointer(text=quantity_words(each, self._language)) for each in quantities]

    def _document(self, id: str) -> Pointer:
        return Pointer(text=self._context.document(id), record=self._record.id, entry=id)

    def _moved_in(self, now: Progress) -> list[Pointer]:
        moved = now.moved_by
        if moved is None or moved.document is None:
            return self._plain(self._context.moved_in(now))
        return [self._document(moved.document)]

    def _entries(self, ids: Iterable[str]) -> list[Pointer]:
        return [
            Pointer(text=self._called(self._record[id]), record=self._record.id, entry=id)
            for id in ids
            if id in self._record
        ]

    def _called(self, entry: Entry) -> str:
        if isinstance(entry, Document):
            return self._context.document(entry.id)
        text = entry.name if isinstance(entry, Instrument) else entry.summary
        return self._context.text(text) or entry.id

    def _relation(self, relation: Relation) -> Pointer:
        text = self._context.relation(relation)
        target = relation.full_id
        if target is None:
            return Pointer(text=text, url=PaperNumber.parse(relation.target).url)
        record = self._context.records.get(target.record)
        if record is None or target.entry not in record:
            return Pointer(text=text)
        kind, called = label(relation.kind, self._language), self._called(record[target.entry])
        return Pointer(text=f"{kind}: {called}", record=target.record, entry=target.entry)


def _known(details: Iterable[Detail | None]) -> tuple[Detail, ...]:
    return tuple(each for each in details if each is not None)
