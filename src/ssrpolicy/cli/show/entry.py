"""One entry on a terminal: what it says, its quotes in context, and its history."""

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum

import click

from ssrpolicy.cli.console import print_line, print_wrapped, wrapped
from ssrpolicy.cli.show.code import code_fields, code_named
from ssrpolicy.cli.sources import in_context, place_words
from ssrpolicy.evidence import anchors
from ssrpolicy.model import (
    Commitment,
    Disposition,
    Document,
    Instrument,
    Passage,
    Quantity,
    Request,
    Statement,
    Update,
)
from ssrpolicy.unseen import visible
from ssrpolicy.views.language import quantity_words
from ssrpolicy.views.shared import (
    ReadingContext,
    asked_in,
    fact_sources,
    last_day_words,
    motion_state,
    moved_to,
    noted,
    register_fields,
    said_by,
    vote_counts,
)

_NAME = 26


def show_entry(names: ReadingContext, key: str) -> None:
    """Print the entry with this id."""
    if key not in names.record and (found := code_named(names.record, key)) is not None:
        list_name, code = found
        kind = names.words(f"list.{list_name}").lower()
        _title(names, code.id, kind, None)
        _fields(names, **code_fields(names, list_name, code))
        return
    entry = names.record[key]
    if isinstance(entry, Document):
        _document(names, entry)
    elif isinstance(entry, Request):
        _request(names, entry)
    elif isinstance(entry, Statement):
        _statement(names, entry)
    else:
        _instrument(names, entry)


def _fields(names: ReadingContext, **values: object) -> None:
    """Print fields by key in two columns, codes and dates in words; an empty one is left out."""
    for key, value in values.items():
        if not value:
            continue
        if isinstance(value, StrEnum):
            words = names.words(value)
        else:
            words = names.day(value) if isinstance(value, dt.date) else str(value)
        name = names.words(f"field.{key}")
        lines = wrapped(words, indent=_NAME + 2)
        print_line(f"{name}\n{lines}" if len(name) > _NAME else name + lines[len(name) :])


def _title(names: ReadingContext, key: str, kind: str, summary: str | None) -> None:
    if key in names.record and not names.reports(key):
        kind = f"{kind}, {names.words('terminal.later')}"
    click.secho(visible(f"{names.record.full_id(key)} ({kind})"), bold=True)
    if summary:
        print_wrapped(summary)
    print_line()


def _entries(names: ReadingContext, ids: Iterable[str]) -> str:
    return "; ".join(map(names.entry, ids))


def _amounts(names: ReadingContext, quantities: Iterable[Quantity]) -> str:
    return "; ".join(quantity_words(each, names.language) for each in quantities)


def _statement(names: ReadingContext, statement: Statement) -> None:
    now = names.progress[statement.id]
    kind = names.words(f"statement_kind.{statement.kind}")
    _title(names, statement.id, kind, names.text(statement.summary))
    if isinstance(statement, Commitment):
        _fields(
            names,
            firmness=now.firmness or statement.firmness,
            course=statement.course,
            cue=_quoted(statement.cue),
        )
    _fields(
        names,
        owners=names.words("changes.nobody") if now.disowned else names.parties(now.owners),
        partners=names.parties(statement.partners),
        places=names.codes("places", statement.places),
        sectors=names.codes("sectors", statement.sectors),
        frameworks=names.codes("frameworks", statement.frameworks),
        needs=_entries(names, statement.needs),
        uses=_entries(names, statement.uses),
        quantities=_amounts(names, statement.quantities),
        relations="; ".join(map(names.relation, statement.relations)),
        doubt=names.text(statement.doubt),
    )
    print_line()
    print_line(f"{names.words('field.as_of')} {names.day(now.as_of)}")
    first, latest = names.term(now.first_timeframe), names.term(now.timeframe)
    moved = now.is_moved
    late = f" ({names.words('field.days_late').lower()}: {now.days_late})" if now.days_late else ""
    _fields(
        names,
        **({"first_term": first, "latest_term": latest} if moved else {"term": first}),
        due=last_day_words(names.record, now, names.language),
        first_due=now.first_due if moved else None,
        moves=now.moves,
        moved_in=names.moved_in(now),
        schedule=names.words(now.schedule) + late,
        claimed=now.claimed,
        evidence=now.evidence,
    )
    _quotes(names, statement.quotes)
    _history(names, names.record.history(statement.id))


def _quoted(words: str) -> str:
    return f"“{' '.join(words.split())}”"


def _quotes(names: ReadingContext, quotes: tuple[Passage, ...]) -> None:
    for passage in quotes:
        anchor = anchors(names.record).of(passage)
        print_line()
        print_wrapped(f"{place_words(anchor, names.language)}:", indent=0, hang=2)
        if anchor.place is None:
            print_wrapped(_quoted(passage.quote), indent=4)
        else:
            print_wrapped(in_context(anchor.place), indent=4)


def _history(names: ReadingContext, updates: tuple[Update, ...]) -> None:
    if not updates:
        return
    print_line()
    print_line(f"{names.words('sheet.history')} ({len(updates)})")
    for update in updates:
        later = "" if update.date <= names.as_of else f" ({names.words('terminal.later')})"
        by = said_by(names, update) or names.words("reading.internal")
        words = f"{by}: {_update_words(names, update)}"
        print_wrapped(f"{update.date.isoformat()}{later}  {words}", hang=4)
        for quote in update.quotes:
            place = place_words(anchors(names.record).of(quote), names.language)
            print_wrapped(f"{_quoted(quote.quote)} ({place})", indent=6)


def _update_words(names: ReadingContext, update: Update) -> str:
    word = update.claimed or update.evidence or update.firmness
    value = names.words(word) if word else moved_to(names, update)
    if update.owners is not None:
        value = names.parties(update.owners) or names.words("changes.nobody")
    axis = f"{names.words(f'axis.{update.axis}')}: {value}" if value else None
    return ". ".join(filter(None, (axis, noted(names, update))))


def _request(names: ReadingContext, request: Request) -> None:
    _title(names, request.id, names.words("field.request").lower(), names.text(request.summary))
    _fields(
        names,
        asked_in=names.documents(asked_in(names.record, request)),
        motion_state=_motion_state(names, request.document),
        implied=request.implied and names.words("yes_no.yes"),
        term=names.term(request.term),
    )
    _quotes(names, request.quotes)
    for answer in names.record.answers(request.id):
        print_line()
        _disposition(names, answer)


def _motion_state(names: ReadingContext, document: str) -> str | None:
    key = motion_state(names.handling, names.record, document)
    return None if key is None else names.words(key)


def _disposition(names: ReadingContext, answer: Disposition) -> None:
    contradicted = names.record.contradicted(answer, as_of=names.as_of)
    later = f" ({names.words('terminal.later')})" if names.is_later(answer.document) else ""
    _fields(
        names,
        answer=names.answer_words(answer),
        answered_in=names.document(answer.document) + later,
        scope=names.text(answer.scope),
        by_statements=_entries(names, answer.by),
        because=_entries(names, answer.because),
        contradicted=_entries(names, (statement.id for statement in contradicted)),
    )
    _quotes(names, answer.quotes)


def _instrument(names: ReadingContext, instrument: Instrument) -> None:
    _title(names, instrument.id, names.words(instrument.kind), names.text(instrument.name))
    _fields(
        names,
        party=instrument.party and names.party(instrument.party),
        owners=names.parties(instrument.owners),
        capacity=_amounts(names, instrument.quantities),
        used_by=_entries(names, (s.id for s in names.record.statements if instrument.id in s.uses)),
    )
    _quotes(names, instrument.quotes)


def _document(names: ReadingContext, document: Document) -> None:
    _title(names, document.id, names.words(document.kind), names.text(document.title))
    _fields(
        names,
        number=document.number,
        register_number=document.register_number,
        reference=document.reference,
        date=document.date,
        session_year=document.session_year,
        authors=names.parties(document.authors),
        on_behalf_of=names.parties(document.on_behalf_of),
        addressee=document.addressee and names.party(document.addressee),
        address=document.address,
        replaces=document.replaces,
        motion_state=_motion_state(names, document.id),
        outcome=document.outcome,
        votes=document.votes and ", ".join(vote_counts(document.votes, names.language)),
        appreciation=document.appreciation,
        metadata_from=register_fields(document, names.language),
        facts_from=fact_sources(document, names.language),
        has_text=names.words("yes_no.no" if document.text is None else "yes_no.yes"),
    )
    _asked(names, document)


def _asked(names: ReadingContext, document: Document) -> None:
    """Print the requests of a paper, each with its answers, and earlier requests as such."""
    record = names.record
    asked = names.requests.get(document.id, ())
    if asked:
        print_line()
        print_line(f"{names.words('field.requests')} ({len(asked)})")
    for request in asked:
        print_wrapped(names.entry(request.id), hang=4)
        for answer in record.answers(request.id):
            later = f" ({names.words('terminal.later')})" if names.is_later(answer.document) else ""
            given = f"{names.answer_words(answer)}: {names.document(answer.document)}{later}"
            print_wrapped(given, indent=4)
