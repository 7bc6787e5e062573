"""The engines that hold a register: SQLite in a file, PostgreSQL on a server."""

from __future__ import annotations

import contextlib
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from attrs import frozen
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import NullPool

from ssrpolicy import InputError, SsrPolicyError
from ssrpolicy.databases import may_be_address
from ssrpolicy_register.messages import _, marked

SCHEMA: Final = "ssrpolicy"
"""The schema of PostgreSQL that holds the tables."""

_PATIENCE: Final = 120
_READERS_WAIT: Final = 30
_CONNECT: Final = 10
_SUFFIX: Final = ".sqlite"


# In the name of a user or database these are written as %40, %3A and %3B: unwritten, what stands
# before or after them may be part of a password.
_SLIP: Final = re.compile("[@:;]")

# What SQLite answers when the disk is full.
_UNWRITTEN: Final = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR)
# What engines say while another one builds.
_LOCKED: Final = ("database is locked", "lock timeout")
# What else they say, and what would work.
_HINTS: Final = (
    (
        ("password", "authentication"),
        marked("Give the password in ~/.pgpass or PGPASSWORD, and see that the user may connect."),
    ),
    (
        (
            "refused",
            "timeout",
            "could not translate",
            "failed to resolve",
            "closed the connection",
            "terminating",
            "connection is lost",
            "connection is closed",
        ),
        marked("See that the server runs, and that the address is right."),
    ),
    (
        ("readonly", "read-only", "unable to open"),
        marked("See that it is there, and that you may write to it."),
    ),
    (
        ("permission denied", "does not exist"),
        marked("See that it is there, and that this user may use it."),
    ),
    (
        ("full", "no space", "i/o error", "could not extend", "could not write"),
        marked("Make room on the disk; what was there before still stands."),
    ),
    (
        ("not a database", "malformed", "no such table", "no such column"),
        marked("Name another file; ssrpolicy register build makes a register."),
    ),
)


@frozen
class Store:
    """What holds a register: its engine, and its address without a password.

    Attributes:
        engine: SQLAlchemy's engine.
        shown: the address as it may be printed.
        file: the file of SQLite; None on a server.
        patience: how many seconds a builder waits for another one.
    """

    engine: Engine
    shown: str
    file: Path | None
    patience: float = _PATIENCE

    @property
    def is_sqlite(self) -> bool:
        """Whether it is a file of SQLite."""
        return self.engine.dialect.name == "sqlite"

    @contextlib.contextmanager
    def connected(self) -> Iterator[Connection]:
        """Connect while the block runs; an error of the engine is raised as a sentence."""
        with self.faults_reported():
            try:
                with self._opened() as connection:
                    yield connection
            except DBAPIError as error:
                if getattr(error.orig, "sqlite_errorcode", 0) & 0xFF in _UNWRITTEN:
                    self._take_back()
                raise

    def _opened(self) -> Connection:
        """Return a connection; a failure is reported without the driver's own words.

        That holds the password, and would be kept as what was handled before.
        """
        driver: Any = self.engine.dialect.dbapi
        try:
            return self.engine.connect()
        except (DBAPIError, driver.Error) as error:
            fault = self._fault(error)
        raise fault

    def _take_back(self) -> None:
        """Take back what a write left that the disk had no room for.

        SQLite else does so when somebody next opens the file; until then there are two, and who
        copies only one has half a register.
        """
        with contextlib.suppress(DBAPIError), self.engine.connect() as connection:
            connection.exec_driver_sql("SELECT 1 FROM sqlite_schema")

    @contextlib.contextmanager
    def faults_reported(self) -> Iterator[None]:
        """Tell in a sentence what the engine reports while the block runs."""
        driver: Any = self.engine.dialect.dbapi
        try:
            yield
        except (DBAPIError, driver.Error) as error:
            raise self._fault(error) from None

    def _fault(self, error: Exception) -> SsrPolicyError:
        """Return what an error of the engine means, without any password."""
        said = str(getattr(error, "orig", None) or error)
        if any(each in said for each in _LOCKED):
            return InputError(
                _("{address} is being built by another ssrpolicy.", address=self.shown),
                hint=_("Try again when that is done."),
            )
        reason = next((line.strip() for line in said.splitlines() if line.strip()), "")
        url = self.engine.url
        for password in filter(None, (url.password, url.query.get("password"))):
            reason = reason.replace(str(password), "***")
        return InputError(
            _("{address} cannot be used: {reason}", address=self.shown, reason=reason[:300]),
            hint=_hint(reason),
        )


def store_at(address: str) -> Store:
    """Return the store at an address: a file, ``sqlite:///FILE`` or ``postgresql://HOST/NAME``.

    Nothing is opened. Raises InputError for an address that leads nowhere.
    """
    url = _url(address)
    if url.get_backend_name() == "sqlite":
        file = url.database
        if not file or file == ":memory:":
            raise InputError(
                _("{address} names no file.", address=_shown(url)),
                hint=_("Name one, such as register.sqlite."),
            )
        if Path(file).is_dir():
            raise InputError(
                _("{address} is a folder, and a register is a file.", address=file),
                hint=_("Folders of records are named without --database."),
            )
        # Whichever driver is asked for: SQLite's own module opens the file.
        bare = URL.create("sqlite", database=file)
        engine = create_engine(bare, poolclass=NullPool, connect_args={"timeout": _READERS_WAIT})
        event.listen(engine, "connect", _prepare)
        return Store(engine, file, Path(file))
    if url.get_backend_name() == "postgresql":
        return Store(_postgresql(url), _shown(url), None)
    raise InputError(
        _("A register cannot be in {kind!r:.40}.", kind=url.get_backend_name()),
        hint=_("It can be in a file of SQLite, or at postgresql://HOST/NAME."),
    )


def _url(address: str) -> URL:
    try:
        if "://" in address:
            url = make_url(address)
            # libpq takes either name.
            url = url.set(drivername="postgresql") if url.drivername == "postgres" else url
            if not _has_slip(url):
                return url
        elif not may_be_address(address):
            return URL.create("sqlite", database=address)
    except (ArgumentError, ValueError):
        pass
    # The address may hold a password, so it is not repeated.
    raise InputError(
        _("The address of the database cannot be read."),
        hint=_(
            "It is a file, or like postgresql://USER@HOST/NAME; the sign @ in a name or password "
            "is written as %40 there."
        ),
    )


def _has_slip(url: URL) -> bool:
    """Return whether a part that is printed may hold a piece of the password."""
    if "@" in (url.host or ""):
        return True
    if url.get_backend_name() == "sqlite":
        return False
    return any(_SLIP.search(part or "") for part in (url.username, url.database))


def _shown(url: URL) -> str:
    """Return an address as it may be printed."""
    bare = url.set(drivername=url.get_backend_name(), query={})
    return bare.render_as_string(hide_password=True)


def _postgresql(url: URL) -> Engine:
    query = dict(url.query)
    asked = query.pop("options", "")
    options = f"{asked if isinstance(asked, str) else ' '.join(asked)} "
    options += f"-csearch_path={SCHEMA},public"
    try:
        return create_engine(
            url.set(drivername="postgresql+psycopg", query=query),
            poolclass=NullPool,
            connect_args={"options": options.strip(), "connect_timeout": _CONNECT},
        )
    except (ImportError, NoSuchModuleError):
        raise InputError(
            _("PostgreSQL needs a driver that is not installed."),
            hint=_("Install ssrpolicy-register[postgresql]."),
        ) from None


def _prepare(connection: Any, _record: object) -> None:
    if isinstance(connection, sqlite3.Connection):
        # SQLAlchemy begins transactions as SQLite's own module would, only later.
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout = {_READERS_WAIT * 1000}")


def _hint(reason: str) -> str | None:
    said = reason.casefold()
    return next((_(hint) for words, hint in _HINTS if any(each in said for each in words)), None)
