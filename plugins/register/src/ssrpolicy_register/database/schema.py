"""The tables made in a store, and whether those that are there are of this version."""

from __future__ import annotations

import datetime as dt
from typing import Final

from sqlalchemy import Connection, inspect, select, text

from ssrpolicy import InputError, __version__
from ssrpolicy_register.database import indexes as _indexes  # noqa: F401 - they belong to the tables that are made
from ssrpolicy_register.database.stores import SCHEMA, Store
from ssrpolicy_register.database.tables import SCHEMA_VERSION, about, tables, texts
from ssrpolicy_register.database.views import make_views
from ssrpolicy_register.database.words import INDEX, PLACES
from ssrpolicy_register.messages import _

_OPTIONS: Final = "content='texts', content_rowid='id', tokenize='ascii', detail=none"
_FULL_TEXT: Final = (
    f"CREATE VIRTUAL TABLE {INDEX} USING fts5 (terms, {_OPTIONS})",
    f"CREATE VIRTUAL TABLE {PLACES} USING fts5vocab ({INDEX}, 'instance')",
)
_REBUILD: Final = f"INSERT INTO {INDEX} ({INDEX}) VALUES ('rebuild')"  # noqa: S608 - the names are constants
_LOCK: Final = 5_372_041
"""The number of the lock that builders of one PostgreSQL database take in turn."""


def described(connection: Connection, store: Store) -> dict[str, str]:
    """Return the facts that a register states about itself; empty for an empty database.

    Raises InputError for a register of another version, for a database of something else, and for
    one that the user may not see.
    """
    if not store.is_sqlite:
        _check_seen(connection, store)
    there = set(inspect(connection).get_table_names(schema=None if store.is_sqlite else SCHEMA))
    ours = {table.name for table in tables.sorted_tables}
    if not there & ours:
        if there and store.is_sqlite:
            raise InputError(
                _("{address} is a database of something else.", address=store.shown),
                hint=_("Name another file."),
            )
        return {}
    if about.name not in there or "files" not in there:
        raise InputError(
            _("{address} is not a register.", address=store.shown),
            hint=_("ssrpolicy register build makes one; name another file for it."),
        )
    found = dict(connection.execute(select(about.c.key, about.c.value)).all())
    if found.get("schema") != str(SCHEMA_VERSION):
        raise InputError(
            _(
                "{address} has the tables of version {theirs}; this program has version {ours}.",
                address=store.shown,
                theirs=found.get("schema", "?"),
                ours=SCHEMA_VERSION,
            ),
            hint=_("A register can be thrown away: remove it, and build it again.")
            if store.is_sqlite
            else _(
                "A register can be thrown away: {statement}; then build it again.",
                statement=f"DROP SCHEMA {SCHEMA} CASCADE",
            ),
        )
    return found


def _check_seen(connection: Connection, store: Store) -> None:
    """Raise InputError where the schema is there and the user may not use it.

    PostgreSQL then goes by as if it were not there: tables would be missed, or made elsewhere.
    """
    query = "SELECT current_user, has_schema_privilege(oid, 'USAGE') AS seen FROM pg_namespace "
    found = connection.execute(text(query + "WHERE nspname = :name"), {"name": SCHEMA}).first()
    if found is None or found.seen:
        return
    raise InputError(
        _(
            "{user} may not use the schema {schema} of {address}.",
            user=found.current_user,
            schema=SCHEMA,
            address=store.shown,
        ),
        hint=_(
            "Who builds the register can allow it, internal notes included: {statement}",
            statement=f'GRANT USAGE ON SCHEMA {SCHEMA} TO "{found.current_user}"; '
            f'GRANT SELECT ON ALL TABLES IN SCHEMA {SCHEMA} TO "{found.current_user}"',
        ),
    )


def begin(connection: Connection, store: Store) -> None:
    """Begin the one transaction in which a register is built; other builders wait for it."""
    wait = round(store.patience * 1000)
    if store.is_sqlite:
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {wait}")
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = {wait}")
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})


def make_tables(connection: Connection, store: Store) -> None:
    """Make the tables, empty; the indexes of words follow when there are words."""
    # One that an administrator made needs no right to make schemas.
    if not store.is_sqlite and SCHEMA not in inspect(connection).get_schema_names():
        connection.exec_driver_sql(f"CREATE SCHEMA {SCHEMA}")
    tables.create_all(connection, checkfirst=False)
    make_views(connection)
    if store.is_sqlite:
        for statement in _FULL_TEXT:
            connection.exec_driver_sql(statement)
    tell(connection, {"schema": str(SCHEMA_VERSION)})


def index_words(connection: Connection) -> None:
    """Make SQLite's index of words anew, over all texts that are there."""
    connection.exec_driver_sql(_REBUILD)


def tell(connection: Connection, said: dict[str, str]) -> None:
    """Say something of the register, in the place of what was said under the same keys."""
    connection.execute(about.delete().where(about.c.key.in_(said)))
    rows = [{"key": key, "value": value} for key, value in said.items()]
    connection.execute(about.insert(), rows)


def count_rows(connection: Connection) -> None:
    """Let SQLite look at its tables, so that it chooses well among indexes."""
    connection.exec_driver_sql("PRAGMA analysis_limit = 1000")
    connection.exec_driver_sql("ANALYZE")


def finished(connection: Connection) -> None:
    """Say when and by which program the register was built."""
    now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    tell(connection, {"built": now, "program": f"ssrpolicy {__version__}"})


def has_texts(connection: Connection) -> bool:
    """Whether there are texts already, so that the index of words is kept row by row."""
    return connection.execute(select(texts.c.id).limit(1)).first() is not None
