"""One walk over a record: every quote, code, reference, term and text, with its entry and place.

What each table holds stands here once; whatever looks at all quotes or all codes of a record, of
whichever entry, takes them from here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import wraps
from typing import Any, NamedTuple, TypeAlias, TypeVar, cast

from ssrpolicy.arguments import check_type
from ssrpolicy.model.asking.located import Quoting
from ssrpolicy.model.documents.document import Document, Passage, SetAside
from ssrpolicy.model.findings import DataPath
from ssrpolicy.model.instruments import Instrument
from ssrpolicy.model.papers import PaperNumber
from ssrpolicy.model.parties import LIST_NAMES, Code, ListName
from ssrpolicy.model.progress import Update
from ssrpolicy.model.record import Entry, PolicyRecord
from ssrpolicy.model.requests import Disposition, Request
from ssrpolicy.model.statements import Condition, Relation, Statement
from ssrpolicy.model.texts import FullId, LocalText
from ssrpolicy.model.timeframes import Timeframe

T = TypeVar("T")

Quantified: TypeAlias = Statement | Instrument
"""What may have quantities."""


def derived(make: Callable[[PolicyRecord], T]) -> Callable[[PolicyRecord], T]:
    """Make a function keep its result with the record: worked out once for each record."""

    @wraps(make)
    def kept(record: PolicyRecord) -> T:
        check_type(record, PolicyRecord, "record", "ssrpolicy.load(path)")
        known = record._derived  # noqa: SLF001 - the record's own, for this function only
        if make not in known:
            known[make] = make(record)
        return cast("T", known[make])

    return kept


class _Table(NamedTuple):
    """What the fields of a table's entries hold."""

    codes: tuple[tuple[str, ListName], ...] = ()
    references: tuple[tuple[str, type[Entry] | None], ...] = ()
    term: str | None = None
    texts: tuple[str, ...] = ()
    quoting: bool = True


_TABLES = {
    "documents": _Table(
        codes=(("authors", "parties"), ("on_behalf_of", "parties"), ("addressee", "parties")),
        references=(("replaces", None),),
        quoting=False,
    ),
    "requests": _Table(references=(("document", Document),), term="term", texts=("summary",)),
    "statements": _Table(
        codes=(
            ("owners", "parties"),
            ("partners", "parties"),
            ("places", "places"),
            ("sectors", "sectors"),
            ("frameworks", "frameworks"),
        ),
        references=(("needs", Condition), ("uses", Instrument), ("relations", Statement)),
        term="timeframe",
        texts=("summary", "doubt"),
    ),
    "dispositions": _Table(
        references=(
            ("request", Request),
            ("document", Document),
            ("by", Statement),
            ("because", Statement),
        ),
        texts=("scope",),
    ),
    "instruments": _Table(codes=(("party", "parties"), ("owners", "parties")), texts=("name",)),
    "updates": _Table(
        codes=(("owners", "parties"),),
        references=(("statement", Statement), ("document", Document)),
        term="timeframe",
        texts=("note",),
    ),
}


class Quote(NamedTuple):
    """A passage, the entry that quotes it or sets it aside, and its place."""

    passage: Passage
    entry: Quoting | SetAside
    path: DataPath


class CodeUse(NamedTuple):
    """A code where an entry uses it, and the list that it is from."""

    list_name: ListName
    id: str
    entry: Document | Statement | Instrument | Update | Code
    path: DataPath


class Reference(NamedTuple):
    """What an entry names: an entry by its id or full id, or a paper by its number.

    ``wanted`` is the kind of entry that may be named there; None where it is a paper. ``entry``
    is None for the record's own source.
    """

    target: str | FullId | PaperNumber
    wanted: type[Entry] | None
    entry: Any
    path: DataPath

    def within(self, record: PolicyRecord) -> str | None:
        """Return the id that is named, of an entry of the record itself; None for all else."""
        if isinstance(self.target, FullId):
            return self.target.entry if self.target.record == record.id else None
        return self.target if isinstance(self.target, str) else None


class Term(NamedTuple):
    """When something is to happen, the entry that says so, and the place."""

    timeframe: Timeframe
    entry: Request | Statement | Update
    path: DataPath


class Text(NamedTuple):
    """A text in one or two languages, the entry that it describes, and the place."""

    text: LocalText
    entry: Any
    path: DataPath


def quoting(record: PolicyRecord) -> Iterator[tuple[Quoting, DataPath]]:
    """Yield every entry that may quote passages with its place, in the order of the tables."""
    return ((entry, path) for entry, path, __ in _entries(record, "quoting"))


def quantified(record: PolicyRecord) -> Iterator[tuple[Quantified, DataPath]]:
    """Yield every entry with quantities, and its place."""
    for table in ("statements", "instruments"):
        for index, entry in enumerate(getattr(record, table)):
            if entry.quantities:
                yield entry, (table, index)


@derived
def quotes(record: PolicyRecord) -> tuple[Quote, ...]:
    """Return every passage that the record quotes, then those that it sets aside."""
    return (
        *(
            Quote(passage, entry, (*path, "quotes", number))
            for entry, path in quoting(record)
            for number, passage in enumerate(entry.quotes)
        ),
        *(
            Quote(entry.quote, entry, ("set_aside", index, "quote"))
            for index, entry in enumerate(record.set_aside)
        ),
    )


@derived
def code_uses(record: PolicyRecord) -> tuple[CodeUse, ...]:
    """Return every code that an entry of the record uses, then what its own codes name."""
    return (
        *(
            CodeUse(list_name, id, entry, place)
            for entry, path, table in _entries(record, "codes")
            for field, list_name in table.codes
            if (value := getattr(entry, field))
            for id, place in _values(value, path, field)
        ),
        *(
            CodeUse(list_name, successor, code, (list_name, index, "successors", number))
            for list_name in LIST_NAMES
            for index, code in enumerate(getattr(record, list_name))
            for number, successor in enumerate(code.successors)
        ),
        *(
            CodeUse("parties", party.part_of, party, ("parties", index, "part_of"))
            for index, party in enumerate(record.parties)
            if party.part_of is not None
        ),
    )


def references(record: PolicyRecord) -> Iterator[Reference]:
    """Yield the record's source, and all that entries name but for the documents they quote."""
    yield Reference(record.source, Document, None, ("source",))
    for entry, path, table in _entries(record, "references"):
        for field, wanted in table.references:
            if not (held := getattr(entry, field)):
                continue
            for value, place in _values(held, path, field):
                if isinstance(value, Relation):
                    target = value.full_id or PaperNumber.parse(value.target)
                    yield Reference(target, wanted, entry, (*place, "target"))
                else:
                    yield Reference(value, wanted, entry, place)


@derived
def terms(record: PolicyRecord) -> tuple[Term, ...]:
    """Return every term in the record: of requests, statements and updates."""
    return tuple(
        Term(term, entry, (*path, table.term))
        for entry, path, table in _entries(record, "term")
        if table.term is not None and (term := getattr(entry, table.term)) is not None
    )


def local_texts(record: PolicyRecord) -> Iterator[Text]:
    """Yield every text with which the recorder describes an entry."""
    for entry, path, table in _entries(record, "texts"):
        for field in table.texts:
            if (text := getattr(entry, field)) is not None:
                yield Text(text, entry, (*path, field))


def subject_at(record: PolicyRecord, path: DataPath) -> str:
    """Return the full id of the entry at a place; the record's id for any other place."""
    if len(path) > 1 and path[0] in _TABLES:
        # What an update or an answer is about may be what the record does not have.
        return str(FullId(record.id, entry_id(getattr(record, str(path[0]))[path[1]])))
    return record.id


def place_of(record: PolicyRecord, entry: object) -> DataPath | None:
    """Return where an entry of any table stands in the record's data; None where it does not."""
    found: list[tuple[bool, DataPath]] = [
        (each is entry, (name, index))
        for name in (*_TABLES, "set_aside", *LIST_NAMES)
        for index, each in enumerate(getattr(record, name))
        if each is entry or (type(each) is type(entry) and each == entry)
    ]
    # Of two entries that say the same, it is the one that was given.
    return max(found, key=lambda pair: pair[0])[1] if found else None


def entry_id(entry: Entry | Quoting) -> str:
    """Return the id under which an entry is reported.

    A disposition has none of its own, and stands under its request's, an update under its
    statement's.
    """
    if isinstance(entry, Disposition):
        return entry.request
    return entry.statement if isinstance(entry, Update) else entry.id


def _entries(record: PolicyRecord, holding: str) -> Iterator[tuple[Any, DataPath, _Table]]:
    """Yield the entries of the tables that hold something, such as "codes", with their places."""
    tables = [(name, table) for name, table in _TABLES.items() if getattr(table, holding)]
    for name, table in tables:
        for index, entry in enumerate(getattr(record, name)):
            yield entry, (name, index), table


def _values(value: Any, path: DataPath, field: str) -> Sequence[tuple[Any, DataPath]]:
    """Return what a field holds, one value or several, each with its place."""
    if isinstance(value, tuple):
        return [(each, (*path, field, number)) for number, each in enumerate(value)]
    return ((value, (*path, field)),)
