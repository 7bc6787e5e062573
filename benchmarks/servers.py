"""What is measured of registers on a PostgreSQL server of this machine, Linux.

Each step returns the CPU time of the server, which is counted with its own. The server is the one
that `SERVER` names; its schema ssrpolicy is made anew.
"""

import importlib
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from benchmarks.steps import command

SERVER = "SSRPOLICY_TEST_POSTGRESQL"
"""The variable that names the server."""

_PARENT, _OWN = 1, 11
"""Where `_stat` has the parent of a process, and its four numbers of CPU time."""
_COLUMNS = ("id", "record", "entry", "rank", "date", "text", "terms")


def build(folder: str) -> Callable[[], float]:
    """Build a register on the server, which has none, with the command."""
    server = os.environ[SERVER]
    with _store().connected() as connection:
        connection.exec_driver_sql("DROP SCHEMA IF EXISTS ssrpolicy CASCADE")
        connection.commit()
    return _with_the_server(command("register", "build", folder, "--database", server))


def index(register: str) -> Callable[[], float]:
    """Make PostgreSQL's index of words of the texts of a register in a file."""
    schema = importlib.import_module("ssrpolicy_register.database.schema")
    tables = importlib.import_module("ssrpolicy_register.database.tables")
    store = _store()
    (words,) = (each for each in tables.texts.indexes if each.name == "texts_terms")
    with store.connected() as connection:
        connection.exec_driver_sql("DROP SCHEMA IF EXISTS ssrpolicy CASCADE")
        schema.make_tables(connection, store)
        for each in tables.texts.indexes:
            each.drop(connection)
        # The texts come without their records.
        connection.exec_driver_sql("ALTER TABLE texts DROP CONSTRAINT texts_record_fkey")
        driver: Any = connection.connection.driver_connection
        into = f"COPY texts ({', '.join(_COLUMNS)}) FROM STDIN"
        with driver.cursor() as cursor, cursor.copy(into) as copy:
            for row in _texts(register):
                copy.write_row(row)
        connection.commit()

    def make() -> None:
        with store.connected() as connection:
            words.create(connection)
            connection.commit()

    return _with_the_server(make)


def _texts(register: str) -> Iterator[tuple[Any, ...]]:
    with closing(sqlite3.connect(register)) as database:
        database.row_factory = sqlite3.Row
        for row in database.execute("SELECT * FROM texts"):
            *others, terms = (row[name] for name in _COLUMNS)
            yield (*others, f"{{{terms.replace(' ', ',')}}}")


def _store() -> Any:
    stores = importlib.import_module("ssrpolicy_register.database.stores")
    return stores.store_at(os.environ[SERVER])


def _with_the_server(work: Callable[[], None]) -> Callable[[], float]:
    """Return what does work, and returns the CPU seconds that the server spent meanwhile."""
    with _store().connected() as connection:
        number = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
        server = int(_stat(number)[_PARENT])

    def measured() -> float:
        before = _seconds(server)
        work()
        return _seconds(server) - before

    return measured


def _seconds(server: int) -> float:
    """Return the CPU time of a server, of its processes that run and of those that ended."""
    own = _ticks(server, 4)
    while True:
        ticks = own + sum(_children(server))
        before, own = own, _ticks(server, 4)
        if own == before:  # else one ended meanwhile, and may be counted twice or not at all
            return ticks / os.sysconf("SC_CLK_TCK")


def _children(server: int) -> Iterator[int]:
    for file in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # it ended meanwhile
            if int(_stat(int(file.parent.name))[_PARENT]) == server:
                yield _ticks(int(file.parent.name), 2)


def _ticks(process: int, numbers: int) -> int:
    """Return the CPU time of a process, with 4 numbers also that of its children that ended."""
    return sum(map(int, _stat(process)[_OWN : _OWN + numbers]))


def _stat(process: int) -> list[str]:
    """Return what Linux says of a process after its name, see proc_pid_stat(5)."""
    said = Path(f"/proc/{process}/stat").read_text("utf-8", errors="replace")
    return said.rpartition(")")[2].split()
