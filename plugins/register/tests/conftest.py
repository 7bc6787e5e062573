"""Registers to test with: in a file, and on a real server of PostgreSQL."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import attrs
import pytest
from plugins.register.tests.drawn import DAYS
from plugins.register.tests.portfolio import write_folder

import ssrpolicy
from ssrpolicy import PolicyRecord
from ssrpolicy.testing import small_record
from ssrpolicy_register.asking.register import Register, open_register
from ssrpolicy_register.building.build import build
from ssrpolicy_register.building.sources import Source
from ssrpolicy_register.database.stores import store_at

VARIABLE = "SSRPOLICY_TEST_POSTGRESQL"


@pytest.fixture(scope="session")
def postgresql(request: pytest.FixtureRequest) -> Iterator[Callable[[], str]]:
    """A function that makes a new database on the server, and returns its address."""
    server = os.environ.get(VARIABLE)
    if server is None:
        reason = f"{VARIABLE} names no server, such as postgresql://USER@127.0.0.1:5432/postgres"
        if request.config.getoption("--require-postgresql"):
            pytest.fail(reason)
        pytest.skip(reason)
    import psycopg  # noqa: PLC0415 - an extra of the distribution

    made: list[str] = []
    with psycopg.connect(server, autocommit=True) as admin:

        def new() -> str:
            made.append(f"ssrpolicy_{uuid4().hex}")
            admin.execute(f'CREATE DATABASE "{made[-1]}"')
            return f"{server.rpartition('/')[0]}/{made[-1]}"

        yield new
        for name in made:
            admin.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture(
    scope="session", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)]
)
def new_address(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[], str]:
    """A function that returns the address of a register that is not there yet, on each engine."""
    if request.param == "postgresql":
        made: Callable[[], str] = request.getfixturevalue("postgresql")
        return made
    folder: Path = tmp_path_factory.mktemp("registers")
    return lambda: str(folder / f"{uuid4().hex}.sqlite")


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Seven records, some of which share motions or relate to each other; read from them."""
    return write_folder(tmp_path_factory.mktemp("office"))


@pytest.fixture
def folder(office: Path, tmp_path: Path) -> Path:
    """A copy of the seven records that a test may change."""
    return Path(shutil.copytree(office, tmp_path / "office"))


@pytest.fixture
def small_folder(office: Path, tmp_path: Path) -> Path:
    """Seven records with the same ids and little in each, read in no time; a test may change it."""
    made = [attrs.evolve(small_record(), id=each.name) for each in office.iterdir()]
    return write_folder(tmp_path / "office", made)


@pytest.fixture(scope="session")
def records(office: Path) -> tuple[PolicyRecord, ...]:
    """The seven records as their folder is read."""
    return ssrpolicy.load_all(office)


@pytest.fixture(scope="session")
def register(office: Path, new_address: Callable[[], str]) -> Register:
    """The register of the seven records; read from it."""
    address = new_address()
    build(store_at(address), Source.of([office]), today=DAYS[0])
    return open_register(address)
