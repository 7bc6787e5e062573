"""The codes that a selection names, found in the code lists and in what a register holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs
from sqlalchemy import Connection, func, or_, select

from ssrpolicy import PolicyRecord, UnknownIdError
from ssrpolicy.databases import unpacked
from ssrpolicy.selection import CODED, Selection, resolved
from ssrpolicy_register.database.tables import codes, parties, records


def resolved_in(connection: Connection, selection: Selection) -> Selection:
    """Return a selection with the code of each name, as `ssrpolicy.selection.resolved` does.

    Records are read only for what is neither in a code list nor a code that the register holds.
    Raises UnknownIdError for what no record has.
    """
    for name in CODED:
        given = getattr(selection, name)
        found = dict.fromkeys(_code(connection, name, text) for text in given)
        if tuple(found) != given:
            selection = attrs.evolve(selection, **{name: tuple(found)})  # type: ignore[arg-type]  # texts
    return selection


def _code(connection: Connection, name: str, text: str) -> str:
    if _known(connection, name, text):
        return text
    asked = Selection(**{name: (text,)})  # type: ignore[arg-type]  # the criteria of codes take texts
    try:
        found = resolved(asked, records_named(connection, text))
    except UnknownIdError:
        found = resolved(asked, every_record(connection))
    (code,) = getattr(found, name)
    return str(code)


def _known(connection: Connection, name: str, text: str) -> bool:
    try:
        resolved(Selection(**{name: (text,)}), ())  # type: ignore[arg-type]  # as above
    except UnknownIdError:
        pass
    else:
        return True
    if CODED[name] == "parties":
        found = select(parties.c.id).where(parties.c.id == text)
    else:
        found = select(codes.c.code).where(codes.c.list == name, codes.c.code == text)
    return connection.execute(found.limit(1)).first() is not None


def records_named(connection: Connection, text: str) -> list[PolicyRecord]:
    """Return the records with a party of a name, or those of ``record#code``; at least one.

    One is enough for what stands in the code lists.
    """
    name = text.casefold()
    named = select(parties.c.record).where(
        or_(func.lower(parties.c.name_nl) == name, func.lower(parties.c.name_en) == name)
    )
    ids = {text.partition("#")[0], *connection.execute(named).scalars()}
    return list(_records(connection, ids)) or list(_records(connection, None, limit=1))


def every_record(connection: Connection) -> list[PolicyRecord]:
    """Return all records of a register, in their order."""
    return list(_records(connection, None))


def _records(
    connection: Connection, ids: Iterable[str] | None, limit: int | None = None
) -> Iterator[PolicyRecord]:
    query = select(records.c.content).order_by(records.c.position).limit(limit)
    if ids is not None:
        query = query.where(records.c.id.in_(list(ids)))
    for content in connection.execute(query).scalars():
        yield unpacked(content)
