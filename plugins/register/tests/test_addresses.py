"""Where a register may be, and what is said of an address that leads nowhere."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from plugins.register.tests.test_building import built
from sqlalchemy import URL, make_url

from ssrpolicy import InputError
from ssrpolicy.selection import Selection
from ssrpolicy_register.asking.register import open_register
from ssrpolicy_register.database.stores import store_at
from tables import each_case


@pytest.mark.parametrize(
    "address, said",
    [
        ("nowhere.sqlite", "is not there"),
        ("mysql://host/name", "A register cannot be in 'mysql'"),
        ("sqlite://", "names no file"),
        ("postgresql://user:geheim@127.0.0.1:1/name", "cannot be used"),
        ("://", "cannot be read"),
        ("host=127.0.0.1 dbname=name password=geheim", "cannot be read"),
        ("user:geheim@127.0.0.1/name", "cannot be read"),
        ("user:ge/geheim@127.0.0.1/name", "cannot be read"),
        ("u:geheim@127.0.0.1/name", "cannot be read"),
        ("postgresql:/user:geheim@127.0.0.1/name", "cannot be read"),
        ("postgresql:user:geheim@127.0.0.1/name", "cannot be read"),
        ("postgresql//user:geheim@127.0.0.1/name", "cannot be read"),
        ("//user:geheim@127.0.0.1/name", "cannot be read"),
        ("postgresql;//user:geheim@127.0.0.1/name", "cannot be read"),
        ("postgres://user:geheim@127.0.0.1:1/name", "postgresql://user:.* cannot be used"),
        ("postgresql+other://127.0.0.1:1/name?password=geheim", "cannot be used"),
        ("sqlite+other:///nowhere.sqlite?key=geheim", "nowhere.sqlite is not there"),
        ("postgresql://user:geheim@[", "cannot be used"),
        ("postgresql://user:wacht@geheim@127.0.0.1:1/name", "cannot be read"),
        ("postgresql://user:wacht@wo/geheim@127.0.0.1:1/name", "cannot be read"),
        ("postgresql://user;geheim@127.0.0.1:1/name", "cannot be read"),
        ("postgresql:///user:geheim@127.0.0.1:1/name", "cannot be read"),
        ("sqlite://user:wacht@geheim@", "cannot be read"),
        (" Postgres:user:geheim@127.0.0.1/name", "cannot be read"),
    ],
)
def test_an_address_that_leads_nowhere_is_told_without_its_password(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str, said: str
) -> None:
    """One sentence, and no password in it."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError, match=said) as raised:
        open_register(address)
    assert "geheim" not in str(raised.value)
    assert not _what_a_driver_said(raised.value)
    assert list(tmp_path.iterdir()) == []


def _what_a_driver_said(error: BaseException | None) -> list[BaseException]:
    """Return the errors behind one that came from a driver of a database: they hold passwords."""
    behind = []
    while error is not None:
        behind.append(error)
        error = error.__context__
    return [each for each in behind if type(each).__module__.startswith(("psycopg", "sqlalchemy"))]


def test_a_folder_is_not_a_register(tmp_path: Path) -> None:
    """Whether it is asked or built, what it is and what would work is said; nothing is written."""
    for use in (open_register, store_at):
        with pytest.raises(InputError, match="is a folder, and a register is a file") as raised:
            use(str(tmp_path))
        assert "without --database" in str(raised.value)
    assert list(tmp_path.iterdir()) == []


@each_case(
    "file",
    ["/srv/jan@office/register.sqlite", "C:\\Users\\jan@office\\register.sqlite", "12:30.sqlite"],
)
def test_a_file_may_have_signs_of_an_address_in_its_path(file: str) -> None:
    """Only what can be a name with its password is not repeated."""
    assert store_at(file).shown == file


def test_a_folder_that_is_there_may_have_both_signs_in_its_path(tmp_path: Path) -> None:
    """A register can be made in it, and is read."""
    office = tmp_path / "nas:data" / "jan@office"
    office.mkdir(parents=True)
    file = str(office / "register.sqlite")

    assert store_at(file).shown == file
    Path(file).touch()
    assert store_at(file).shown == file


@pytest.mark.postgresql
def test_a_server_that_refuses_is_told_without_the_password(
    postgresql: Callable[[], str], folder: Path
) -> None:
    """A database that is not there, and a user who may not make tables."""
    address = make_url(postgresql()).set(username="nobody", password="geheim")  # noqa: S106 - the word that must not be shown
    with pytest.raises(InputError, match="cannot be used") as raised:
        built(address.render_as_string(hide_password=False), folder)
    assert "geheim" not in str(raised.value)


@pytest.fixture
def with_password(postgresql: Callable[[], str]) -> Iterator[URL]:
    """A database of the server that asks one user for a password, as SCRAM does it."""
    import psycopg  # noqa: PLC0415 - an extra of the distribution
    from psycopg import sql  # noqa: PLC0415 - an extra of the distribution

    address = postgresql()
    url = make_url(address).set(username=f"asked_{uuid4().hex}", password="juist")  # noqa: S106 - a password of this test alone
    with psycopg.connect(address, autocommit=True) as admin:
        (file,) = admin.execute("SHOW hba_file").fetchone() or ("",)
        (rules,) = admin.execute("SELECT pg_read_file(%s)", [file]).fetchone() or ("",)

        def write(text: str) -> None:
            lines = sql.Literal(text.removesuffix("\n").split("\n"))
            copy = sql.SQL("COPY (SELECT unnest({}::text[])) TO {}")
            admin.execute(copy.format(lines, sql.Literal(file)))
            admin.execute("SELECT pg_reload_conf()")

        user = sql.Identifier(url.username or "")
        admin.execute(sql.SQL("CREATE ROLE {} LOGIN PASSWORD 'juist'").format(user))
        write(f"host all {url.username} 127.0.0.1/32 scram-sha-256\n{rules}")
        try:
            yield url
        finally:
            write(rules)
            admin.execute(sql.SQL("DROP ROLE {}").format(user))


@pytest.mark.postgresql
def test_a_wrong_password_is_told_without_it(with_password: URL, folder: Path) -> None:
    """Building and asking say that the server refuses it, and what would work."""
    wrong = with_password.set(password="geheim")  # noqa: S106 - the word that must not be shown
    address = wrong.render_as_string(hide_password=False)
    # The server reads its rules again while it goes on: first, this user needs no password.
    for _ in range(600):
        with pytest.raises(InputError) as raised:
            open_register(address)
        if "holds no register" not in str(raised.value):
            break
        time.sleep(0.1)
    with pytest.raises(InputError) as building:
        built(address, folder)

    for each in (raised.value, building.value):
        assert "password authentication failed" in str(each)
        assert "PGPASSWORD" in str(each.hint)
        assert "geheim" not in f"{each} {each.hint}"
    right = with_password.render_as_string(hide_password=False)
    with pytest.raises(InputError, match="holds no register"):
        open_register(right)


@pytest.mark.postgresql
def test_other_tables_of_a_server_are_left_alone(
    postgresql: Callable[[], str], folder: Path
) -> None:
    """The register has a schema of its own, next to tables of the same names."""
    import psycopg  # noqa: PLC0415 - an extra of the distribution

    address = postgresql()
    with psycopg.connect(address, autocommit=True) as other:
        other.execute("CREATE TABLE documents (name TEXT)")
        other.execute("INSERT INTO documents VALUES ('ours')")
        built(address, folder)
        assert other.execute("SELECT * FROM documents").fetchall() == [("ours",)]
        found = other.execute("SELECT count(*) FROM ssrpolicy.commitments_today").fetchone()
    assert found is not None
    assert found[0] > 10


@pytest.fixture
def reader(postgresql: Callable[[], str]) -> Iterator[tuple[str, URL]]:
    """The address of a database as its owner has it, and as somebody has who may only connect."""
    import psycopg  # noqa: PLC0415 - an extra of the distribution
    from psycopg import sql  # noqa: PLC0415 - an extra of the distribution

    address, name = postgresql(), f"reader_{uuid4().hex}"
    user = sql.Identifier(name)
    with psycopg.connect(address, autocommit=True) as admin:
        admin.execute(sql.SQL("CREATE ROLE {} LOGIN").format(user))
        try:
            yield address, make_url(address).set(username=name)
        finally:
            admin.execute(sql.SQL("DROP OWNED BY {}").format(user))
            admin.execute(sql.SQL("DROP ROLE {}").format(user))


@pytest.mark.postgresql
def test_who_may_not_use_the_schema_is_told_what_allows_it(
    reader: tuple[str, URL], folder: Path
) -> None:
    """Asking and building say so, nothing is made elsewhere, and what the hint says works."""
    import psycopg  # noqa: PLC0415 - an extra of the distribution

    address, url = reader
    built(address, folder)
    theirs = url.render_as_string(hide_password=False)
    with psycopg.connect(address, autocommit=True) as admin:
        admin.execute("GRANT CREATE ON SCHEMA public TO PUBLIC")
        with pytest.raises(InputError) as asking:
            open_register(theirs)
        with pytest.raises(InputError) as building:
            built(theirs, folder)
        for each in (asking.value, building.value):
            assert f"{url.username} may not use the schema ssrpolicy" in str(each)
        elsewhere = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
        assert admin.execute(elsewhere).fetchall() == []
        statements = str(asking.value.hint).partition(": ")[2]
        admin.execute(statements.encode())

    found = open_register(theirs).listing("statements", Selection(), as_of=dt.date(2034, 1, 1))
    assert found.table.rows


@pytest.mark.postgresql
def test_a_schema_of_somebody_else_is_not_built_beside(
    reader: tuple[str, URL], folder: Path
) -> None:
    """Where an administrator made it and forgot to allow its use, nothing is made in another."""
    import psycopg  # noqa: PLC0415 - an extra of the distribution

    address, url = reader
    with psycopg.connect(address, autocommit=True) as admin:
        admin.execute("CREATE SCHEMA ssrpolicy")
        admin.execute("GRANT CREATE ON SCHEMA public TO PUBLIC")
        with pytest.raises(InputError, match="may not use the schema"):
            built(url.render_as_string(hide_password=False), folder)
        elsewhere = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
        assert admin.execute(elsewhere).fetchall() == []
