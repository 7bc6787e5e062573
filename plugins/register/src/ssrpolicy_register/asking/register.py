"""A register asked for lists and searches: the answers are those of the folder that it is of."""

from __future__ import annotations

import contextlib
import datetime as dt
import sys
from collections.abc import Iterator, Sequence
from functools import cached_property

from attrs import evolve
from sqlalchemy import Connection, select

from ssrpolicy import InputError, Language, PolicyRecord
from ssrpolicy.databases import Finding, Location, Severity
from ssrpolicy.selection import Selection
from ssrpolicy.views import Found, Listing, ListKind, listing, words_to_find
from ssrpolicy_register.asking.listing import Lists
from ssrpolicy_register.asking.resolving import records_naming, resolved_in, shared_in
from ssrpolicy_register.asking.searching import found_in
from ssrpolicy_register.database import schema
from ssrpolicy_register.database.stores import Store, store_at
from ssrpolicy_register.database.tables import problems
from ssrpolicy_register.messages import _


def open_register(address: str) -> Register:
    """Return the register at an address; raises InputError where none is found."""
    return Register(store_at(address))


class Register:
    """A register, open for reading: whatever is asked in one call is of one moment."""

    def __init__(self, store: Store) -> None:
        self.store = store
        if store.file is not None and not store.file.is_file():
            raise InputError(
                _("{address} is not there.", address=store.shown),
                hint=_("Make it with: ssrpolicy register build FOLDER"),
            )
        with store.connected() as connection:
            self.about = schema.described(connection, store)
            if not self.about:
                raise InputError(
                    _("{address} holds no register.", address=store.shown),
                    hint=_("Make it with: ssrpolicy register build FOLDER"),
                )

    @property
    def address(self) -> str:
        """Where it is, without a password."""
        return self.store.shown

    @cached_property
    def findings(self) -> Sequence[Finding]:
        """What is wrong with the files of which it was made."""
        with self.store.connected() as connection:
            rows = connection.execute(select(problems).order_by(problems.c.file)).all()
        return tuple(
            Finding(
                code=row.code,
                severity=Severity(row.severity),
                subject=row.subject,
                message=row.message,
                hint=row.hint,
                location=Location(file=row.file, line=row.line, pointer=row.pointer),
            )
            for row in rows
        )

    def listing(
        self,
        kind: ListKind,
        selection: Selection,
        *,
        as_of: dt.date,
        language: Language = "nl",
        since: dt.date | None = None,
        sort: str | None = None,
        limit: int | None = None,
    ) -> Listing:
        """Return a list of what the records hold, as of a day."""
        # What is wrong with the arguments is said in the same words, and before what is unknown.
        listing((), kind, as_of=as_of, language=language, since=since, limit=limit)
        with self._reading() as connection:
            lists = Lists(
                connection=connection,
                selection=resolved_in(connection, selection),
                as_of=as_of,
                language=language,
                sqlite=self.store.is_sqlite,
            )
            found = lists.listing(kind, since=since, sort=sort, limit=_countable(limit))
            shared = shared_in(connection, found.selection)
            return evolve(found, shared=shared, later=lists.of_later)

    def search(
        self,
        words: str,
        selection: Selection,
        *,
        as_of: dt.date,
        language: Language = "nl",
        limit: int | None = None,
    ) -> Found:
        """Return where all of some words stand in the records."""
        wanted = words_to_find(words, limit=limit)
        with self._reading() as connection:
            found = found_in(
                connection,
                wanted,
                resolved_in(connection, selection),
                as_of=as_of,
                language=language,
                limit=_countable(limit),
                sqlite=self.store.is_sqlite,
            )
            return evolve(found, shared=shared_in(connection, found.selection))

    def naming(self, selection: Selection) -> Sequence[PolicyRecord]:
        """Return records that give the codes of a selection the names that all records give."""
        with self._reading() as connection:
            return records_naming(connection, selection)

    @contextlib.contextmanager
    def _reading(self) -> Iterator[Connection]:
        """Connect to one version of the register, whatever others build meanwhile."""
        with self.store.connected() as connection:
            if self.store.is_sqlite:
                connection.exec_driver_sql("BEGIN")
            else:
                connection.exec_driver_sql(
                    "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"
                )
            yield connection

    def close(self) -> None:
        """Let go of the database."""
        self.store.engine.dispose()


def _countable(limit: int | None) -> int | None:
    """Return a limit that a database can count to: more rows than that are in none."""
    return None if limit is None else min(limit, sys.maxsize)
