"""The rows of each table, from a report's records as of its day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, Final, Literal, TypeAlias

from attrs import frozen

from ssrpolicy import Document, NotLocatedError, Passage, PolicyRecord, Statement, Update
from ssrpolicy.reporting import Report
from ssrpolicy.selection import Chosen, Selection, choose
from ssrpolicy.views import search_texts

Row: TypeAlias = tuple[Any, ...]
ListName: TypeAlias = Literal["parties", "places", "sectors", "frameworks"]

_LISTS: Final[Mapping[str, ListName]] = {
    "partners": "parties",
    "places": "places",
    "sectors": "sectors",
    "frameworks": "frameworks",
}


@frozen(eq=False)
class Rows:
    """What the tables of a report hold."""

    report: Report

    @cached_property
    def every(self) -> Chosen:
        """The records, with who is responsible and where each statement stands."""
        return choose(self.report.records, Selection(), as_of=self.report.as_of)

    def tables(self) -> Iterator[tuple[str, Iterator[Row]]]:
        """Yield each table with its rows, a table that others refer to before these."""
        yield "records", self._records()
        yield "parties", self._parties()
        yield "documents", self._documents()
        yield "requests", self._requests()
        yield "statements", self._statements()
        yield "dispositions", (row for row, _carried in self._answers())
        yield "carries", (row for _row, carried in self._answers() for row in carried)
        yield "owners", self._owners()
        yield "codes", self._codes()
        yield "instruments", self._instruments()
        yield "updates", self._updates()
        yield "quotes", self._quotes()
        yield "texts", self._texts()

    def _text(self, text: Any) -> str | None:
        return None if text is None else str(text.text(self.report.language))

    def _chosen(self, record: PolicyRecord, id: str) -> bool:
        return self.report.selection is None or self.report.selection.holds(record, id)

    def _records(self) -> Iterator[Row]:
        for record, digest in zip(self.report.records, self.report.digests, strict=True):
            source = record.full_id(record.source)
            yield record.id, self._text(record.title), record.language, source, digest

    @cached_property
    def _named(self) -> Mapping[str, tuple[str, str | None]]:
        """The name of every party that acts or writes, and of what it is a part."""
        found: dict[str, tuple[str, str | None]] = {}
        for record in self.report.records:
            ids = [id for each in record.documents for id in (*each.authors, each.addressee)]
            for each in record.statements:
                ids += self.every.responsible(record, each).parties
                ids += each.partners
            for id in filter(None, ids):
                if id not in found:
                    party = record.code("parties", id)
                    name = id if party is None else party.name.text(self.report.language)
                    found[id] = name, getattr(party, "part_of", None)
        return found

    def _parties(self) -> Iterator[Row]:
        for id, (name, part_of) in sorted(self._named.items()):
            yield id, name, part_of

    def _documents(self) -> Iterator[Row]:
        for record in self.report.records:
            for each in record.documents:
                yield (
                    record.full_id(each.id),
                    record.id,
                    each.kind.value,
                    None if each.number is None else str(each.number),
                    each.register_number,
                    self._text(each.title),
                    _day(each.date),
                    "; ".join(each.authors) or None,
                    each.addressee,
                    each.address,
                    None if each.outcome is None else each.outcome.value,
                    each.text,
                )

    def _requests(self) -> Iterator[Row]:
        for record in self.report.records:
            for each in record.requests:
                yield (
                    record.full_id(each.id),
                    record.id,
                    record.full_id(each.document),
                    self._text(each.summary),
                    each.implied,
                    None if each.term is None else each.term.phrase,
                    None if each.term is None else _day(each.term.due),
                    self._chosen(record, each.id),
                )

    def _statements(self) -> Iterator[Row]:
        for record in self.report.records:
            for each in record.statements:
                yield self._statement(record, each)

    def _statement(self, record: PolicyRecord, each: Statement) -> Row:
        now = self.every.handling.progress(record)[each.id]
        who = self.every.responsible(record, each)
        return (
            record.full_id(each.id),
            record.id,
            record.full_id(each.document),
            each.kind,
            self._text(each.summary),
            None if now.firmness is None else now.firmness.value,
            getattr(each, "course", None),
            None if now.timeframe is None else now.timeframe.phrase,
            _day(now.due),
            _day(now.first_due),
            now.schedule.value,
            now.claimed.value,
            now.evidence.value,
            _day(now.met_on),
            now.days_late,
            now.moves,
            _day(now.last_update),
            "; ".join(self._named[id][0] for id in who.parties) or None,
            who.by_authorship,
            self._text(each.doubt),
            self.every.handling.is_later(record, each.document),
            self._chosen(record, each.id),
        )

    def _answers(self) -> Iterator[tuple[Row, list[Row]]]:
        number = 0
        for record in self.report.records:
            for each in record.dispositions:
                number += 1
                carried = [
                    (number, record.full_id(id), role)
                    for role in ("by", "because")
                    for id in getattr(each, role)
                ]
                yield (
                    (
                        number,
                        record.id,
                        record.full_id(each.request),
                        record.full_id(each.document),
                        each.answer.value,
                        self._text(each.scope),
                    ),
                    carried,
                )

    def _owners(self) -> Iterator[Row]:
        for record in self.report.records:
            for each in record.statements:
                who = self.every.responsible(record, each)
                for party in who.parties:
                    yield record.full_id(each.id), party, who.by_authorship

    def _codes(self) -> Iterator[Row]:
        for record in self.report.records:
            for each in record.statements:
                for name, list_name in _LISTS.items():
                    for code in getattr(each, name):
                        called = record.code(list_name, code)
                        text = called.name.text(self.report.language) if called else code
                        yield record.full_id(each.id), name, code, text

    def _instruments(self) -> Iterator[Row]:
        for record in self.report.records:
            for each in record.instruments:
                yield record.full_id(each.id), record.id, each.kind.value, self._text(each.name)

    def _updates(self) -> Iterator[Row]:
        number = 0
        for record in self.report.records:
            for each in record.updates:
                if each.date <= self.report.as_of:
                    number += 1
                    yield self._update(number, record, each)

    def _update(self, number: int, record: PolicyRecord, each: Update) -> Row:
        value = each.claimed or each.evidence or each.firmness
        said = None if value is None else value.value
        if each.timeframe is not None:
            said = each.timeframe.phrase
        if each.owners is not None:
            said = "; ".join(each.owners)
        document = None if each.document is None else record.full_id(each.document)
        note, statement = self._text(each.note), record.full_id(each.statement)
        return number, statement, each.date.isoformat(), each.by, each.axis, said, note, document

    def _quotes(self) -> Iterator[Row]:
        number = 0
        for record in self.report.records:
            for entry in record:
                for quote in () if isinstance(entry, Document) else entry.quotes:
                    number += 1
                    ids = record.full_id(entry.id), record.full_id(quote.document)
                    yield number, *ids, quote.quote, *_place(record, quote)

    def _texts(self) -> Iterator[Row]:
        for number, each in enumerate(
            search_texts(self.report.records, language=self.report.language), start=1
        ):
            yield (
                number,
                each.id,
                each.kind,
                each.document,
                _day(each.date),
                each.text,
                each.words,
            )


def _day(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


def _place(record: PolicyRecord, quote: Passage) -> Row:
    """Where a quote stands in its document; nothing is known of one that is not verified."""
    try:
        place = record.locate(quote)
    except NotLocatedError:
        return None, None, None, None, None
    return place.start, place.end, place.heading, place.paragraph, place.page
