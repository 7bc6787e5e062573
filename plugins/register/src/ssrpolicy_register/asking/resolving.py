"""The codes that a selection names, found in the code lists and in what a register holds."""

from __future__ import annotations

import attrs
from sqlalchemy import Connection, and_, func, or_, select

from ssrpolicy import PolicyRecord, UnknownIdError
from ssrpolicy.databases import unpacked
from ssrpolicy.selection import CODED, Selection, folded, resolved
from ssrpolicy_register.database.tables import codes, parties, records, spellings


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
        found = resolved(asked, records_calling(connection, CODED[name], text))
    except UnknownIdError:  # told with the nearest of all
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


def records_calling(connection: Connection, list_name: str, text: str) -> list[PolicyRecord]:
    """Return for each code of a name the first record that declares it, or that of ``record#code``.

    With them comes the first record that declares none of that name, if there is one: what is
    called so in the code lists counts for that.
    """
    so_called = and_(spellings.c.list == list_name, spellings.c.words == folded(text))
    called = select(spellings.c.record).where(so_called)
    by_code = (
        select(spellings.c.code, func.min(records.c.position))
        .join(records, records.c.id == spellings.c.record)
        .where(so_called)
        .group_by(spellings.c.code)
    )
    first = {position for _code, position in connection.execute(by_code)}
    others = select(func.min(records.c.position)).where(records.c.id.not_in(called))
    first |= set(connection.execute(others).scalars()) - {None}
    of_record = records.c.id == text.partition("#")[0]
    query = select(records.c.content).where(or_(records.c.position.in_(first), of_record))
    found = connection.execute(query.order_by(records.c.position)).scalars()
    return list(map(unpacked, found))


def every_record(connection: Connection) -> list[PolicyRecord]:
    """Return all records of a register, in their order."""
    query = select(records.c.content).order_by(records.c.position)
    return list(map(unpacked, connection.execute(query).scalars()))
