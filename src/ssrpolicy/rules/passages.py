"""Every passage that a record quotes, with the entry that quotes it and its place in the data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from ssrpolicy.model.documents import Passage
from ssrpolicy.model.instruments import Instrument
from ssrpolicy.model.progress import Update
from ssrpolicy.model.record import PolicyRecord
from ssrpolicy.model.requests import Disposition, Request
from ssrpolicy.model.statements import Statement
from ssrpolicy.rules.definition import Place, kept

Quoting: TypeAlias = Request | Statement | Disposition | Instrument | Update


class Quoted(NamedTuple):
    """A passage, the full id of the entry that quotes it, and its place in the record's data."""

    passage: Passage
    subject: str
    place: Place
    set_aside: bool = False


class Quoter(NamedTuple):
    """An entry that may quote passages, the full id it is reported under, and its place."""

    entry: Quoting
    subject: str
    place: Place


def quoters(record: PolicyRecord) -> Iterator[Quoter]:
    """Yield every entry that may quote passages, in the order of the data's tables.

    A disposition is reported under its request's id, an update under its statement's: neither
    has an id of its own.
    """
    own = f"{record.id}#"
    for index, request in enumerate(record.requests):
        yield Quoter(request, own + request.id, ("requests", index))
    for index, statement in enumerate(record.statements):
        yield Quoter(statement, own + statement.id, ("statements", index))
    for index, disposition in enumerate(record.dispositions):
        yield Quoter(disposition, own + disposition.request, ("dispositions", index))
    for index, instrument in enumerate(record.instruments):
        yield Quoter(instrument, own + instrument.id, ("instruments", index))
    for index, update in enumerate(record.updates):
        yield Quoter(update, own + update.statement, ("updates", index))


@kept
def quoted(record: PolicyRecord) -> tuple[Quoted, ...]:
    """Return every passage that the record quotes or sets aside."""
    return tuple(_quoted(record))


def _quoted(record: PolicyRecord) -> Iterator[Quoted]:
    for entry, subject, place in quoters(record):
        for number, passage in enumerate(entry.quotes):
            yield Quoted(passage, subject, (*place, "quotes", number))
    for index, set_aside in enumerate(record.set_aside):
        place = ("set_aside", index, "quote")
        yield Quoted(set_aside.quote, record.id, place, set_aside=True)


def shown(words: str, length: int = 60) -> str:
    """Return words in quotation marks on one line, cut to at most ``length`` characters."""
    line = " ".join(words.split())
    if len(line) <= length:
        return f'"{line}"'
    # Cut at a space, so that the last word shown is a whole one.
    cut = line[: length + 1].rpartition(" ")[0] or line[:length]
    return f'"{cut} …"'


def either(words: Sequence[str]) -> str:
    """Return words as a choice: ``nl-bz, nl-bzk or nl-ez``."""
    return " or ".join([*([", ".join(words[:-1])] if len(words) > 1 else []), *words[-1:]])
