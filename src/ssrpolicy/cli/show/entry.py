"""One entry on a terminal: what it says, its quotes in context, and its history."""

import datetime as dt
from collections.abc import Iterable

import click

from ssrpolicy.cli.console import print_line, printable, wrapped
from ssrpolicy.cli.places import in_context, place_words
from ssrpolicy.evidence.anchoring import anchors
from ssrpolicy.model import (
    Commitment,
    Disposition,
    Document,
    Instrument,
    Language,
    Passage,
    PolicyRecord,
    Progress,
    Request,
    Statement,
    Update,
)
from ssrpolicy.views.language.dates import long_date
from ssrpolicy.views.language.labels import label
from ssrpolicy.views.language.quantities import quantity_words
from ssrpolicy.views.shared import ReadingContext
from ssrpolicy.views.workbook.sources import SourceRow

_NAME = 26


def show(record: PolicyRecord, key: str, as_of: dt.date, language: Language) -> None:
    """Print the entry with this id."""
    names = ReadingContext(record, language, as_of)
    entry = record[key]
    if isinstance(entry, Document):
        _document(names, entry)
    elif isinstance(entry, Request):
        _request(names, entry, as_of)
    elif isinstance(entry, Statement):
        _statement(names, entry, as_of)
    else:
        _instrument(names, entry)


def _fields(language: Language, values: Iterable[tuple[str, str | None]]) -> None:
    """Print names and values in two columns; what is not known is left out."""
    for key, value in values:
        if not value:
            continue
        name = label(f"field.{key}", language)
        lines = wrapped(value, indent=_NAME + 2)
        if len(name) > _NAME:
            print_line(name)
            print_line(lines)
        else:
            print_line(name + lines[len(name) :])


def _title(names: ReadingContext, key: str, kind: str, summary: str | None) -> None:
    click.secho(printable(f"{names.record.full_id(key)} ({kind})"), bold=True)
    if summary:
        print_line(wrapped(summary))
    print_line()


def _statement(names: ReadingContext, statement: Statement, as_of: dt.date) -> None:
    record, language = names.record, names.language
    now = record.progress(statement.id, as_of=as_of)
    kind = label(f"statement_kind.{statement.kind}", language)
    _title(names, statement.id, kind, names.text(statement.summary))
    if isinstance(statement, Commitment):
        _fields(
            language,
            [
                ("firmness", label(now.firmness or statement.firmness, language)),
                ("course", label(statement.course, language)),
                ("cue", f"“{' '.join(statement.cue.split())}”"),
            ],
        )
    _fields(
        language,
        [
            ("owners", names.parties(now.owners)),
            ("partners", names.parties(statement.partners)),
            ("places", names.codes("places", statement.places)),
            ("sectors", names.codes("sectors", statement.sectors)),
            ("frameworks", names.codes("frameworks", statement.frameworks)),
            ("needs", "; ".join(names.entry(key) for key in statement.needs)),
            ("uses", "; ".join(names.entry(key) for key in statement.uses)),
            ("quantities", "; ".join(quantity_words(q, language) for q in statement.quantities)),
            ("relations", "; ".join(names.relation(each) for each in statement.relations)),
            ("doubt", names.text(statement.doubt)),
        ],
    )
    _axes(names, now)
    _quotes(names, statement.quotes)
    _history(names, record.history(statement.id), as_of)


def _axes(names: ReadingContext, now: Progress) -> None:
    language = names.language
    print_line()
    print_line(f"{label('field.as_of', language)} {long_date(now.as_of, language)}")
    late = (
        f" ({label('field.days_late', language).lower()}: {now.days_late})" if now.days_late else ""
    )
    moved = now.first_timeframe != now.timeframe
    _fields(
        language,
        [
            ("first_term" if moved else "term", names.term(now.first_timeframe)),
            ("latest_term", names.term(now.timeframe) if moved else None),
            ("due", None if now.due is None else long_date(now.due, language)),
            ("first_due", long_date(now.first_due, language) if moved and now.first_due else None),
            ("moves", str(now.moves) if now.moves else None),
            ("moved_in", names.moved_in(now)),
            ("schedule", label(now.schedule, language) + late),
            ("claimed", label(now.claimed, language)),
            ("evidence", label(now.evidence, language)),
        ],
    )


def _quotes(names: ReadingContext, quotes: tuple[Passage, ...]) -> None:
    found = anchors(names.record)
    for passage in quotes:
        anchor = found.of(passage)
        print_line()
        print_line(wrapped(f"{place_words(anchor, names.language)}:", indent=0, hang=2))
        if anchor.span is None or anchor.source is None:
            print_line(wrapped(f"“{' '.join(passage.quote.split())}”", indent=4))
        else:
            print_line(wrapped(in_context(anchor.source, anchor.span), indent=4))


def _history(names: ReadingContext, updates: tuple[Update, ...], as_of: dt.date) -> None:
    if not updates:
        return
    print_line()
    print_line(f"{label('sheet.history', names.language)} ({len(updates)})")
    for update in updates:
        later = "" if update.date <= as_of else f" ({label('terminal.later', names.language)})"
        words = f"{names.party(update.by)}: {_said(names, update)}"
        print_line(wrapped(f"{update.date.isoformat()}{later}  {words}", hang=4))
        for quote in update.quotes:
            place = place_words(anchors(names.record).of(quote), names.language)
            print_line(wrapped(f"“{' '.join(quote.quote.split())}” ({place})", indent=6))


def _said(names: ReadingContext, update: Update) -> str:
    language = names.language
    said = None
    if update.claimed is not None:
        said = label(update.claimed, language)
    elif update.evidence is not None:
        said = label(update.evidence, language)
    elif update.timeframe is not None:
        said = names.term(update.timeframe)
    elif update.firmness is not None:
        said = label(update.firmness, language)
    elif update.owners is not None:
        said = names.parties(update.owners) or "–"
    axis = label(f"axis.{update.axis}", language)
    note = names.text(update.note)
    return ". ".join(part for part in (f"{axis}: {said}" if said else None, note) if part)


def _request(names: ReadingContext, request: Request, as_of: dt.date) -> None:
    record, language = names.record, names.language
    _title(names, request.id, label("field.request", language).lower(), names.text(request.summary))
    _fields(
        language,
        [
            ("asked_in", names.document(request.document)),
            ("implied", label("yes_no.yes", language) if request.implied else None),
            ("term", names.term(request.term)),
        ],
    )
    _quotes(names, request.quotes)
    for answer in record.answers(request.id):
        print_line()
        _disposition(names, answer, as_of)


def _disposition(names: ReadingContext, answer: Disposition, as_of: dt.date) -> None:
    record = names.record
    _fields(
        names.language,
        [
            ("answer", names.answer_words(answer)),
            ("answered_in", names.document(answer.document)),
            ("scope", names.text(answer.scope)),
            ("by_statements", "; ".join(names.entry(key) for key in answer.by)),
            ("because", "; ".join(names.entry(key) for key in answer.because)),
            (
                "contradicted",
                "; ".join(names.entry(s.id) for s in record.contradicted(answer, as_of=as_of)),
            ),
        ],
    )
    _quotes(names, answer.quotes)


def _instrument(names: ReadingContext, instrument: Instrument) -> None:
    language = names.language
    _title(names, instrument.id, label(instrument.kind, language), names.text(instrument.name))
    users = [s.id for s in names.record.statements if instrument.id in s.uses]
    _fields(
        language,
        [
            ("party", None if instrument.party is None else names.party(instrument.party)),
            ("owners", names.parties(instrument.owners)),
            ("capacity", "; ".join(quantity_words(q, language) for q in instrument.quantities)),
            ("used_by", "; ".join(names.entry(key) for key in users)),
        ],
    )
    _quotes(names, instrument.quotes)


def _document(names: ReadingContext, document: Document) -> None:
    language = names.language
    _title(names, document.id, label(document.kind, language), names.text(document.title))
    addressee = None if document.addressee is None else names.party(document.addressee)
    row = SourceRow(names, document)
    _fields(
        language,
        [
            ("number", None if document.number is None else str(document.number)),
            ("register_number", document.register_number),
            ("date", None if document.date is None else long_date(document.date, language)),
            ("session_year", document.session_year),
            ("authors", names.parties(document.authors)),
            ("on_behalf_of", names.parties(document.on_behalf_of)),
            ("addressee", addressee),
            ("address", document.address),
            ("replaces", None if document.replaces is None else str(document.replaces)),
            ("outcome", None if document.outcome is None else label(document.outcome, language)),
            ("votes", row.votes),
            (
                "appreciation",
                None if document.appreciation is None else label(document.appreciation, language),
            ),
            ("metadata_from", row.from_register),
            ("facts_from", row.facts_from),
            ("has_text", label("yes_no.no" if document.text is None else "yes_no.yes", language)),
        ],
    )
