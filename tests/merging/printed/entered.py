"""What is exported, typed into a cell, and read again."""

import datetime as dt
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from ssrpolicy import Language, PolicyRecord
from ssrpolicy.merging import Plan, RecordFile, plan_edits
from ssrpolicy.model import EditPart
from ssrpolicy.reporting import Baseline, EditedCell, Edits, Entered, Report, baseline
from ssrpolicy.views import Note, annex, changes, dossier, reading_page, tracker
from ssrpolicy.views.language import capital
from ssrpolicy.views.notes.citations import cited, the_document
from ssrpolicy.views.shared import ReadingContext

DAY = dt.date(2034, 4, 15)


@cache
def exported(record: PolicyRecord, language: Language) -> Baseline:
    """What a tracker says of itself; made once, for records do not change."""
    return baseline(Report(records=(record,), as_of=DAY, language=language))


def entered(
    record: PolicyRecord, language: Language, statement: str | None = None, /, **values: Entered
) -> Plan:
    """The plan of a merge of cells of one statement, the first commitment if none is named."""
    item = record.full_id(statement or record.commitments[0].id)
    cells = [
        EditedCell(item=item, part=EditPart(part), value=value, place=part)
        for part, value in values.items()
    ]
    return plan_edits(
        Edits(baseline=exported(record, language), cells=tuple(cells)),
        [RecordFile(record=record, file=Path("record.toml"))],
        tracker="tracker",
        date=DAY,
        by="Jan",
        judged_by=(),
    )


def names_of(record: PolicyRecord, language: Language) -> Iterator[tuple[str, str]]:
    """What every report prints of each document, with the document's id."""
    context = ReadingContext(record, language, DAY)
    for document in record.documents:
        id = document.id
        yield from ((id, id), (record.full_id(id), id), (context.document(id), id))
        yield from ((capital(context.document(id)), id), (cited(context, id), id))
        for in_full in (True, False):
            yield the_document(context, id, in_full=in_full), id
        for text in (document.register_number, document.address, document.number):
            yield from [(str(text), id)] if text is not None else []
        if document.title is not None:
            yield context.name(document.title), id
    yield from sources_of(record, language)
    yield from page_names_of(record, language)


def sources_of(record: PolicyRecord, language: Language) -> Iterator[tuple[str, str]]:
    """The papers of the lists of sources, in whole and in short, with the paragraph."""
    for note in notes(record, language):
        for source in note.sources:
            id = source.full_id.partition("#")[2]
            yield from ((source.paper, id), (source.paper.partition(" (")[0], id))
            yield from [(f"{source.paper}, {source.place}", id)] if source.place else []


def page_names_of(record: PolicyRecord, language: Language) -> Iterator[tuple[str, str]]:
    """The documents of the page's entries, and those in the cells of the tracker."""
    (page,) = reading_page([record], as_of=DAY, language=language).records()
    for entry in (*page.requests, *page.statements, *page.instruments):
        for quote in entry.quotes:
            yield quote.name, quote.document
        for detail in entry.details:
            if detail.key.endswith("_in"):
                yield from ((each.text, each.entry) for each in detail.values if each.entry)
    for table in tracker([record], as_of=DAY, language=language).tables:
        for key in ("document", "asked_in", "answered_in", "moved_in"):
            if any(column.key == key for column in table.columns):
                yield from ((str(cell), "") for cell in table.column(key) if cell)


def notes(record: PolicyRecord, language: Language) -> Iterator[Note]:
    """The notes of a record."""
    yield dossier([record], as_of=DAY, language=language)
    yield annex([record], as_of=DAY, language=language)
    yield changes([record], since=dt.date(2009, 1, 1), as_of=DAY, language=language)
