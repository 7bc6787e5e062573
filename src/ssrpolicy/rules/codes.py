"""Parties, places, sectors and frameworks are known codes, used in their time."""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ssrpolicy.codelists import LIST_NAMES, ListName, code_list, declared, nearest
from ssrpolicy.model.parties import Code
from ssrpolicy.model.record import PolicyRecord
from ssrpolicy.model.vocabulary import Severity
from ssrpolicy.rules.definition import MOST_HINTS, Place, Remark, at_most, kept, rule
from ssrpolicy.rules.passages import either

_ONE = {
    "parties": "party",
    "places": "place",
    "sectors": "sector",
    "frameworks": "framework",
}
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Use(NamedTuple):
    """A code where an entry uses it: its list, who uses it, where, and as of which day."""

    list_name: ListName
    id: str
    subject: str
    place: Place
    day: dt.date | None


@kept
def uses(record: PolicyRecord) -> tuple[Use, ...]:
    """Return every code that an entry of the record uses, with the day for which it is used.

    That day is the date of the document in which the entry stands, or the update's.
    """
    return tuple(_uses(record))


def _uses(record: PolicyRecord) -> Iterator[Use]:
    yield from _by_documents(record)
    yield from _by_statements(record)
    yield from _by_instruments(record)
    own = f"{record.id}#"
    for index, update in enumerate(record.updates):
        for number, party in enumerate(update.owners or ()):
            at: Place = ("updates", index, "owners", number)
            yield Use("parties", party, own + update.statement, at, update.date)
    for list_name in LIST_NAMES:
        for index, code in enumerate(declared(record, list_name)):
            for number, successor in enumerate(code.successors):
                at = (list_name, index, "successors", number)
                yield Use(list_name, successor, record.id, at, None)


def _by_documents(record: PolicyRecord) -> Iterator[Use]:
    for index, document in enumerate(record.documents):
        subject, day = f"{record.id}#{document.id}", document.date
        for name in ("authors", "on_behalf_of"):
            for number, party in enumerate(getattr(document, name)):
                yield Use("parties", party, subject, ("documents", index, name, number), day)
        if document.addressee is not None:
            at = ("documents", index, "addressee")
            yield Use("parties", document.addressee, subject, at, day)


def _by_statements(record: PolicyRecord) -> Iterator[Use]:
    dates = {document.id: document.date for document in record.documents}
    for index, statement in enumerate(record.statements):
        subject, day = f"{record.id}#{statement.id}", dates.get(statement.document)
        used: tuple[tuple[ListName, str, tuple[str, ...]], ...] = (
            ("parties", "owners", statement.owners),
            ("parties", "partners", statement.partners),
            ("places", "places", statement.places),
            ("sectors", "sectors", statement.sectors),
            ("frameworks", "frameworks", statement.frameworks),
        )
        for list_name, field, codes in used:
            for number, code in enumerate(codes):
                yield Use(list_name, code, subject, ("statements", index, field, number), day)


def _by_instruments(record: PolicyRecord) -> Iterator[Use]:
    dates = {document.id: document.date for document in record.documents}
    for index, instrument in enumerate(record.instruments):
        subject = f"{record.id}#{instrument.id}"
        day = dates.get(instrument.quotes[0].document) if instrument.quotes else None
        if instrument.party is not None:
            yield Use("parties", instrument.party, subject, ("instruments", index, "party"), day)
        for number, party in enumerate(instrument.owners):
            at = ("instruments", index, "owners", number)
            yield Use("parties", party, subject, at, day)


def known_codes(record: PolicyRecord, list_name: ListName) -> Mapping[str, Code]:
    """Return the codes of a list that the record can use, its own before the built-in ones."""
    built_in: Mapping[str, Code] = code_list(list_name).codes
    own = declared(record, list_name)
    return {**built_in, **{code.id: code for code in reversed(own)}} if own else built_in


@rule("code-unknown", Severity.ERROR)
def code_unknown(record: PolicyRecord) -> Iterator[Remark]:
    """A party, place, sector or framework is neither built in nor declared by the record.

    Owners, partners, authors, places, sectors and frameworks are named by codes, so that what an
    owner has or what concerns a place can be found across records and languages.

    Example: `owners = ["nl-buza"]` where the ministry's code is `nl-bz`, or `places =
    ["Afghanistan"]` where the code is `AFG`.

    What to do: take the nearest code that the hint names; or, for what no list has, declare it in
    the record, for instance `[[parties]]` with `id`, and `name = { nl = "...", en = "..." }`.
    """
    known = {list_name: known_codes(record, list_name) for list_name in LIST_NAMES}

    def unknown(sought: tuple[ListName, str]) -> str:
        return _unknown_hint(record, *sought, known[sought[0]])

    hint = at_most(MOST_HINTS, unknown)
    for list_name, id, subject, place, _ in uses(record):
        if id not in known[list_name]:
            yield Remark(
                subject=subject,
                message=f"{id!r} is not a known {_ONE[list_name]}.",
                hint=hint((list_name, id)),
                place=place,
            )


def _unknown_hint(
    record: PolicyRecord, list_name: ListName, id: str, known: Mapping[str, Code]
) -> str:
    declare = f"declare it in the record: [[{list_name}]] with id and name"
    elsewhere = next(
        (n for n in LIST_NAMES if n != list_name and id in known_codes(record, n)), None
    )
    if elsewhere is not None:
        return f"It is a {_ONE[elsewhere]}; if a {_ONE[list_name]} is meant, {declare}."
    close = nearest(record, list_name, id)
    if not close:
        return f"{declare[0].upper()}{declare[1:]}."
    named = either([f"{each} ({known[each].name})" for each in close])
    return f"Did you mean {named}? Else {declare}."


@rule("code-outside-validity", Severity.NOTE)
def code_outside_validity(record: PolicyRecord) -> Iterator[Remark]:
    """A code is used for a day on which what it stands for did not exist.

    The lists say when a ministry, mission or unit existed. A letter may well speak of what is
    gone or still to come, so this is only worth a look: often the successor is meant, or the
    predecessor.

    Example: `partners = ["eulex-kosovo"]` in a statement of 2005: the mission began in 2008.

    What to do: take the code that fits the document's date; or leave it, if the letter indeed
    speaks of another time.
    """
    known = {list_name: known_codes(record, list_name) for list_name in LIST_NAMES}
    for list_name, id, subject, place, day in uses(record):
        code = known[list_name].get(id)
        if code is None or day is None:
            continue
        first = None if code.valid_from is None else code.valid_from.first_day
        last = None if code.valid_until is None else code.valid_until.last_day
        if first is not None and day < first:
            earlier = [c.id for c in known[list_name].values() if id in c.successors]
            yield Remark(
                subject=subject,
                message=f"{id} ({code.name}) exists since {code.valid_from}; here it is used for "
                f"{day}.",
                hint=f"Before it there was {either(earlier)}." if earlier else None,
                place=place,
            )
        elif last is not None and day > last:
            successors = " and ".join(code.successors)
            yield Remark(
                subject=subject,
                message=f"{id} ({code.name}) existed until {code.valid_until}; here it is used for "
                f"{day}.",
                hint=f"Its successor is {successors}." if successors else None,
                place=place,
            )


@rule("updater-unknown", Severity.NOTE)
def updater_unknown(record: PolicyRecord) -> Iterator[Remark]:
    """The `by` of an update reads like a party's id, but there is no such party.

    `by` says who reports: a party's id, or a name in words. Small letters without spaces are
    taken for an id.

    Example: `by = "nl-bzz"`.

    What to do: correct the id; or write a name as names are written, `by = "J. Jansen"`.
    """
    known = known_codes(record, "parties")

    def unknown(by: str) -> str:
        close = difflib.get_close_matches(by, known, n=3)
        return f"Did you mean {either(close)}?" if close else "Write a name as names are."

    hint = at_most(MOST_HINTS, unknown)
    for index, update in enumerate(record.updates):
        by = update.by
        if by in known or not _ID.fullmatch(by):
            continue
        yield Remark(
            subject=f"{record.id}#{update.statement}",
            message=f"The update of {update.date} is by {by!r}, which reads like an id, but there "
            "is no such party.",
            hint=hint(by),
            place=("updates", index, "by"),
        )
