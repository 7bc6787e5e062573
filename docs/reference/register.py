"""Write register.md, the tables of a register, from the tables themselves.

Run it when a table has changed: .venv/bin/python docs/reference/register.py
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Boolean, Column, Date, Integer, LargeBinary

from ssrpolicy_register.database.stores import SCHEMA
from ssrpolicy_register.database.tables import SCHEMA_VERSION, tables
from ssrpolicy_register.database.views import VIEWS

PAGE = Path(__file__).with_name("register.md")

HEAD = f"""\
# Tables of a register

What `ssrpolicy register build` makes, in SQLite or in the schema `{SCHEMA}` of PostgreSQL;
version {SCHEMA_VERSION} of the tables. Another version is not converted: a register is made of
records, and is built again. Ids are full ids, `RECORD#ID`; codes stand as they are recorded. Texts
are compared by code points. The file that `report --to sqlite` writes has tables of the same
names, with each statement as it stands on one day; see [Explore records as
data](../how-to/explore-records-as-data.md).

This page is written by [register.py](register.py) from the tables. Next to them there are views,
made for reporting tools:

{{views}}

Where a statement stands on a day is the row of `states` of which `since` and `until` hold that
day; `owners` says in the same way who is responsible. Internal notes are in no table, but
`records` holds the whole record in `content`: a register is for the office, and the file of
`report --to sqlite` is what is handed out.
"""
_TYPES = {Date: "day", Boolean: "yes or no", Integer: "number", LargeBinary: "bytes"}


def page() -> str:
    """Return the reference page in Markdown."""
    views = "\n".join(f"- `{name}`: {about}" for name, about in VIEWS.items())
    lines = [HEAD.format(views=views)]
    for table in tables.sorted_tables:
        lines += [f"## {table.name}", "", str(table.comment), ""]
        lines += ["| column | holds | what it is |", "|---|---|---|", *map(_row, table.columns), ""]
    return "\n".join(lines)


def _row(column: Column[object]) -> str:
    kind = next((word for of, word in _TYPES.items() if isinstance(column.type, of)), "text")
    return f"| `{column.name}` | {', '.join((kind, *_marks(column)))} | {column.comment} |"


def _marks(column: Column[object]) -> Iterator[str]:
    if column.primary_key:
        yield "key"
    for reference in column.foreign_keys:
        yield f"of `{reference.target_fullname}`"
    if not column.nullable and not column.primary_key:
        yield "never empty"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
