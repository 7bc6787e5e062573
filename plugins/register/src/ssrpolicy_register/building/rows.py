"""The rows of one record, but for those that depend on others and on days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeAlias

from ssrpolicy import (
    BlockKind,
    Document,
    Entry,
    Instrument,
    LocalText,
    Passage,
    PlaceInText,
    PolicyRecord,
    Update,
)
from ssrpolicy.databases import (
    FullId,
    known_days,
    motion_key,
    packed,
    quoted_place,
    readable_places,
)
from ssrpolicy.selection import CODED, COLLECTIVE, folded, session_year_of
from ssrpolicy_register.database.tables import HEADING, NOTE, PARAGRAPH, QUOTE, SUMMARY

Row: TypeAlias = dict[str, Any]
Rows: TypeAlias = dict[str, list[Row]]
"""The rows of tables, by the tables' names."""

_LISTS: Final = ("partners", "places", "sectors", "frameworks")
_RANKS: Final = {BlockKind.BODY: PARAGRAPH, BlockKind.HEADING: HEADING, BlockKind.NOTE: NOTE}
_KEYED: Final = ("documents", "requests", "statements", "instruments")


def record_rows(record: PolicyRecord, *, file: str, position: str, today: dt.date) -> Rows:
    """Return the rows of a record; those of an entry whose id stands twice, once.

    Texts have their words folded, as ``words``; the vocabulary makes ``terms`` of them.
    """
    kept = packed(record)
    own = {
        "id": record.id,
        "file": file,
        "position": position,
        **_both("title", record.title),
        "language": record.language,
        "source": full_id(record, record.source),
        "date": record.dates.get(record.source),
        "cluster": record.id,
        "read_on": today,
        "content": kept.whole,
        "excerpt": kept.excerpt,
    }
    found: Rows = {"records": [own]}
    made: Mapping[str, Iterator[Row]] = {
        "links": _links(record),
        "parties": _parties(record),
        "spellings": _spellings(record),
        "documents": _documents(record),
        "authors": _authors(record),
        "requests": _requests(record),
        "statements": _statements(record),
        "dispositions": _dispositions(record),
        "carries": _carries(record),
        "codes": _codes(record),
        "instruments": _instruments(record),
        "uses": _uses(record),
        "updates": _updates(record),
        "days": ({"date": day} for day in sorted({each.date for each in record.updates})),
        "texts": _texts(record),
    }
    for table, rows in made.items():
        every = [{"record": record.id, **row} for row in rows]
        if table in _KEYED:
            every = list({row["id"]: row for row in reversed(every)}.values())[::-1]
        found[table] = every
    return found


def _both(name: str, text: LocalText | None) -> Row:
    return {f"{name}_nl": getattr(text, "nl", None), f"{name}_en": getattr(text, "en", None)}


def _links(record: PolicyRecord) -> Iterator[Row]:
    for document in record.documents:
        for number in (motion_key(record, document), document.replaces):
            if number is not None:
                yield {"kind": "motion", "key": str(number)}
    for statement in record.statements:
        for relation in statement.relations:
            other = FullId.split(relation.target).record
            if other != record.id:
                yield {"kind": "relation", "key": other}


def _parties(record: PolicyRecord) -> Iterator[Row]:
    ids = [id for each in record.documents for id in (*each.authors, each.addressee)]
    ids += [id for each in record.statements for id in (*each.owners, *each.partners)]
    ids += [id for each in record.updates for id in each.owners or ()]
    for id in sorted(set(filter(None, ids))):
        party = record.code("parties", id)
        name = None if party is None else party.name
        yield {"id": id, **_both("name", name), "part_of": getattr(party, "part_of", None)}


def _spellings(record: PolicyRecord) -> Iterator[Row]:
    for name in sorted(set(CODED.values())):
        for code in getattr(record, name):
            called = (code.id, code.name.nl, code.name.en, *code.aliases)
            for words in dict.fromkeys(folded(each) for each in called if each is not None):
                yield {"list": name, "code": code.id, "words": words}


def _documents(record: PolicyRecord) -> Iterator[Row]:
    known = known_days(record)
    for each in record.documents:
        number = each.number
        yield {
            "id": full_id(record, each.id),
            "kind": each.kind.value,
            "number": None if number is None else str(number),
            "register_number": each.register_number,
            "dossier": None if number is None else number.dossier,
            "dossier_with_suffix": None if number is None else number.dossier_with_suffix,
            "session_year": session_year_of(each),
            **_both("title", each.title),
            "date": each.date,
            "known_on": known.get(each.id),
            "address": each.address,
            "outcome": None if each.outcome is None else each.outcome.value,
            "motion": motion_key(record, each),
        }


def _authors(record: PolicyRecord) -> Iterator[Row]:
    for each in record.documents:
        for party in dict.fromkeys(each.authors):
            if party not in COLLECTIVE:
                yield {"document": full_id(record, each.id), "party": party}


def _requests(record: PolicyRecord) -> Iterator[Row]:
    for each in record.requests:
        yield {
            "id": full_id(record, each.id),
            "document": full_id(record, each.document),
            **_both("summary", each.summary),
            "due": None if each.term is None else each.term.due,
        }


def _statements(record: PolicyRecord) -> Iterator[Row]:
    for each in record.statements:
        yield {
            "id": full_id(record, each.id),
            "document": full_id(record, each.document),
            "kind": each.kind,
            **_both("summary", each.summary),
            "doubt": None if each.doubt is None else each.doubt.text(record.language),
        }


def _dispositions(record: PolicyRecord) -> Iterator[Row]:
    for number, each in enumerate(record.dispositions):
        yield {
            "number": number,
            "request": full_id(record, each.request),
            "document": full_id(record, each.document),
            "answer": each.answer.value,
            "scope": None if each.scope is None else each.scope.text(record.language),
        }


def _carries(record: PolicyRecord) -> Iterator[Row]:
    pairs = {(each.request, statement) for each in record.dispositions for statement in each.by}
    for request, statement in sorted(pairs):
        yield {"request": full_id(record, request), "statement": full_id(record, statement)}


def _codes(record: PolicyRecord) -> Iterator[Row]:
    for each in record.statements:
        for name in _LISTS:
            for code in dict.fromkeys(getattr(each, name)):
                yield {"statement": full_id(record, each.id), "list": name, "code": code}


def _instruments(record: PolicyRecord) -> Iterator[Row]:
    for each in record.instruments:
        name = _both("name", each.name)
        yield {"id": full_id(record, each.id), "kind": each.kind.value, **name}


def _uses(record: PolicyRecord) -> Iterator[Row]:
    for each in record.statements:
        for instrument in dict.fromkeys(each.uses):
            statement = full_id(record, each.id)
            yield {"statement": statement, "instrument": full_id(record, instrument)}


def _updates(record: PolicyRecord) -> Iterator[Row]:
    for each in record.updates:
        if not each.is_internal_note:
            note = None if each.note is None or each.internal else each.note.text(record.language)
            yield {
                "statement": full_id(record, each.statement),
                "date": each.date,
                "axis": each.axis,
                "value": _value(each),
                "document": None if each.document is None else full_id(record, each.document),
                "note": note,
            }


def _value(update: Update) -> str | None:
    if update.timeframe is not None:
        return update.timeframe.phrase
    if update.owners is not None:
        return "; ".join(update.owners)
    value = update.claimed or update.evidence or update.firmness
    return None if value is None else value.value


# -- texts --------------------------------------------------------------------------------------


def _texts(record: PolicyRecord) -> Iterator[Row]:
    for entry in record:
        yield from _summaries(record, entry)
        if isinstance(entry, Document):
            yield from _parts(record, entry)
            continue
        for quote in entry.quotes:
            yield _quote(record, full_id(record, entry.id), quote)


def _text(entry: str, rank: int, text: str, **more: Any) -> Row:
    absent = dict.fromkeys(
        ("language", "document", "date", "heading", "paragraph", "page", "address")
    )
    return {"entry": entry, "rank": rank, "text": text, "words": folded(text), **absent, **more}


def _of_paper(record: PolicyRecord, paper: str | None) -> Row:
    if paper is None or paper not in record:
        return {}
    found = record.document(paper)
    return {"document": full_id(record, paper), "date": found.date, "address": found.address}


def _summaries(record: PolicyRecord, entry: Entry) -> Iterator[Row]:
    words: LocalText | None
    paper: str | None
    if isinstance(entry, Document):
        words, paper = entry.title, entry.id
    else:
        words = entry.name if isinstance(entry, Instrument) else entry.summary
        paper = entry.quotes[0].document if entry.quotes else getattr(entry, "document", None)
    for language in ("nl", "en"):
        text = getattr(words, language, None)
        if text is not None:
            about = _of_paper(record, paper)
            yield _text(full_id(record, entry.id), SUMMARY, text, language=language, **about)


def _quote(record: PolicyRecord, entry: str, quote: Passage) -> Row:
    place = quoted_place(record, quote)
    text = " ".join(quote.quote.split())
    return _text(entry, QUOTE, text, **_of_paper(record, quote.document), **_place(place))


def _parts(record: PolicyRecord, paper: Document) -> Iterator[Row]:
    about = _of_paper(record, paper.id)
    for place in readable_places(record, paper.id):
        rank = _RANKS[place.kind or BlockKind.BODY]
        yield _text(full_id(record, paper.id), rank, place.text, **about, **_place(place))


def full_id(record: PolicyRecord, entry: str) -> str:
    """Return the id of an entry in a register, also of one that is named and is not there."""
    return str(FullId(record.id, entry))


def _place(place: PlaceInText | None) -> Row:
    names = ("heading", "paragraph", "page")
    return {} if place is None else {name: getattr(place, name) for name in names}
