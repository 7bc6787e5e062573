"""The pages about registers: the tables are those of the code, and the SQL works as it stands."""

from __future__ import annotations

import datetime as dt
import importlib.util
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from plugins.register.tests.portfolio import FIXTURES

import ssrpolicy
from ssrpolicy.views import listing
from ssrpolicy_register.building.build import build
from ssrpolicy_register.building.sources import Source
from ssrpolicy_register.database.stores import store_at

DOCS = Path(__file__).parents[3] / "docs"


def test_the_page_of_the_tables_is_what_the_code_says() -> None:
    """Run docs/reference/register.py when a table has changed."""
    script = DOCS / "reference" / "register.py"
    spec = importlib.util.spec_from_file_location("register_page", script)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)

    assert (DOCS / "reference" / "register.md").read_text("utf-8") == module.page()


@pytest.mark.postgresql
def test_the_sql_for_an_administrator_works(postgresql: Callable[[], str]) -> None:
    """Every block in turn; who reads sees both views, and no internal note."""
    import psycopg  # noqa: PLC0415 - an extra of the distribution

    page = (DOCS / "how-to" / "use-power-bi-or-metabase.md").read_text("utf-8")
    blocks = re.findall(r"^```sql\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    address, name = postgresql(), f"letters_{id(blocks)}"
    roles = {"letters_build": f"{name}_build", "letters_read": f"{name}_read"}

    def run(connection: psycopg.Connection, block: str) -> list[tuple[object, ...]]:
        for role, own in roles.items():
            block = block.replace(role, own)
        block = block.replace("DATABASE letters", f'DATABASE "{name}"')
        found: list[tuple[object, ...]] = []
        for statement in filter(str.strip, block.split(";")):
            done = connection.execute(statement.encode())
            found = done.fetchall() if done.description else found
        return found

    with psycopg.connect(address, autocommit=True) as admin:
        run(admin, blocks[0])
        new = f"{address.rpartition('/')[0]}/{name}"
        try:
            build_as = re.sub(r"://[^@]*@", f"://{roles['letters_build']}@", new)
            build(store_at(build_as), Source.of([FIXTURES]), today=dt.date(2042, 2, 15))
            with psycopg.connect(new, autocommit=True) as inside:
                run(inside, blocks[1])
            reader = re.sub(r"://[^@]*@", f"://{roles['letters_read']}@", new)
            with psycopg.connect(reader, autocommit=True) as read:
                counted, stood = run(read, blocks[2]), run(read, blocks[3])
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    read.execute("SELECT content FROM ssrpolicy.records")
        finally:
            admin.execute(f'DROP DATABASE "{name}" WITH (FORCE)'.encode())
            for own in roles.values():
                admin.execute(f'DROP ROLE "{own}"'.encode())

    assert "continuous" in {row[1] for row in counted}
    on_day = listing(ssrpolicy.load_all(FIXTURES), "commitments", as_of=dt.date(2034, 1, 1))
    assert {row[0] for row in stood} == set(on_day.table.ids)
