"""The codes that a selection names, found in the code lists and in what a register holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs
from sqlalchemy import ColumnElement, Connection, and_, func, select, true

from ssrpolicy import PolicyRecord, UnknownIdError
from ssrpolicy.databases import FullId, unpacked
from ssrpolicy.selection import (
    CODED,
    Selection,
    SharedCode,
    folded,
    local_codes,
    resolved,
    unknown_code,
)
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
            selection = attrs.evolve(selection, **{name: tuple(found)})  # type: ignore[arg-type]  # only criteria of codes are named here, and these take texts
    return selection


def _code(connection: Connection, name: str, text: str) -> str:
    if _known(connection, name, text):
        return text
    asked = Selection(**{name: (text,)})  # type: ignore[arg-type]  # the criteria of codes take texts
    try:
        found = resolved(asked, records_calling(connection, CODED[name], text))
    except UnknownIdError as error:
        if error.message != unknown_code(name, text, ()).message:
            raise  # it stands for several codes
        raise unknown_code(name, text, every_record(connection)) from None
    (code,) = getattr(found, name)
    return str(code)


def _known(connection: Connection, name: str, text: str) -> bool:
    try:
        resolved(Selection(**{name: (text,)}), ())  # type: ignore[arg-type]  # the criteria of codes take texts
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
    first.add(_first(connection, records.c.id.not_in(called)))
    first.add(_first(connection, records.c.id == FullId.split(text).record))
    return _records_at(connection, first)


def records_naming(connection: Connection, selection: Selection) -> list[PolicyRecord]:
    """Return records that give the codes of a selection the names that all records give.

    The name of a code is that of the first record that knows it: of the first of all where it
    stands in the code lists, else of the first that declares it.
    """
    first = {_first(connection, true())}
    for name, list_name in CODED.items():
        for each in getattr(selection, name):
            if full_id := FullId.parse(each):
                wanted = records.c.id == full_id.record
            else:
                declaring = select(spellings.c.record).where(
                    spellings.c.list == list_name, spellings.c.code == each
                )
                wanted = records.c.id.in_(declaring)
            first.add(_first(connection, wanted))
    return _records_at(connection, first)


def shared_in(connection: Connection, selection: Selection) -> tuple[SharedCode, ...]:
    """Return the codes that several records declare, as `ssrpolicy.selection.shared_codes` does."""
    found = []
    for criterion, code in local_codes(selection):
        declaring = (
            select(records.c.id)
            .join(spellings, spellings.c.record == records.c.id)
            .where(spellings.c.list == CODED[criterion], spellings.c.code == code)
            .order_by(records.c.position)
        )
        ids = tuple(dict.fromkeys(connection.execute(declaring).scalars()))
        if ids[1:]:
            found.append(SharedCode(criterion=criterion, code=code, records=len(ids), first=ids[0]))
    return tuple(found)


def _first(connection: Connection, wanted: ColumnElement[bool]) -> str | None:
    """Return the position of the first record of some; None for none."""
    return connection.execute(select(func.min(records.c.position)).where(wanted)).scalar()


def _records_at(connection: Connection, positions: Iterable[str | None]) -> list[PolicyRecord]:
    query = (
        select(records.c.content)
        .where(records.c.position.in_([each for each in positions if each is not None]))
        .order_by(records.c.position)
    )
    return list(map(unpacked, connection.execute(query).scalars()))


def every_record(connection: Connection) -> Iterator[PolicyRecord]:
    """Yield all records of a register in their order, each read when it is asked for."""
    for position in connection.execute(select(records.c.position).order_by(records.c.position)):
        yield from _records_at(connection, position)
