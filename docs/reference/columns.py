"""Write columns.md, every column of the tables that a tracker has, from the tables themselves.

Run it when a column has changed: .venv/bin/python docs/reference/columns.py
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from ssrpolicy.model import LANGUAGES
from ssrpolicy.testing import AS_OF, small_record
from ssrpolicy.views import LIST_KINDS, Column, Table, listing, tracker

PAGE = Path(__file__).with_name("columns.md")
# What the columns hold, by the key of a sheet or list and that of the column.
_MEANINGS = tomllib.loads(Path(__file__).with_name("columns.toml").read_text(encoding="utf-8"))

HEAD = """\
# Columns of the tracker and of lists

What the option `columns` of the Excel tracker takes, and what a plugin finds in the tables of
`ssrpolicy.views.tracker`: the key of each column, which stays as it is, and its heading in either
language. This page is written by [columns.py](columns.py) from the tables.

A *main* column is one that a reader needs first: it is open and printed, and the others are folded
away; `-o columns=main` stands for all of them. What people enter in a column *to fill in* is
imported by [`ssrpolicy merge`](../how-to/import-edits.md); `-o columns=editable` stands for all of
those.
"""


LISTS = """\
## Lists

A list of [`ssrpolicy list`](command.md#ssrpolicy-list) has the columns of the sheet of the same
entries, without those that are exported empty, and these.

| list | key | Dutch | English | what it holds |
|---|---|---|---|---|"""
# The sheet of what a list is of, where it is called otherwise.
_SHEETS = {"letters": "sources"}


def page() -> str:
    """Return the reference page in Markdown."""
    dutch, english = (
        tracker([small_record()], as_of=AS_OF, language=each, per_owner=True)
        for each in ("nl", "en")
    )
    tables = zip(dutch.tables, english.tables, strict=True)
    # The sheets of owners have the columns of the sheet of all commitments.
    own = [(nl, en) for nl, en in tables if "/" not in nl.key]
    lines = [line for nl, en in own for line in _table(nl, en)]
    return "\n".join([HEAD, *lines, *_lists({nl.key: nl for nl, _ in own})])


def _lists(sheets: Mapping[str, Table]) -> Iterator[str]:
    """The columns of lists that the sheet of the same entries does not have."""
    yield LISTS
    for kind in LIST_KINDS:
        dutch, english = (
            listing([small_record()], kind, as_of=AS_OF, language=each, since=dt.date(2009, 1, 1))
            for each in LANGUAGES
        )
        sheet = sheets.get(_SHEETS.get(kind, kind))
        known = () if sheet is None else tuple(column.key for column in sheet.columns)
        for nl, en in zip(dutch.table.columns, english.table.columns, strict=True):
            if nl.key not in known:
                holds = _holds(kind, nl.key)
                yield f"| {english.table.title} | `{nl.key}` | {nl.label} | {en.label} | {holds} |"
    yield ""


def _table(dutch: Table, english: Table) -> Iterator[str]:
    yield f"## {english.title}"
    yield ""
    yield f"The sheet `{dutch.key}`, in Dutch *{dutch.title}*."
    yield ""
    yield "| key | Dutch | English | use | what it holds |"
    yield "|---|---|---|---|---|"
    for nl, en in zip(dutch.columns, english.columns, strict=True):
        holds = _holds(dutch.key, nl.key)
        yield f"| `{nl.key}` | {nl.label} | {en.label} | {_use(nl)} | {holds} |"
    yield ""


def _holds(table: str, key: str) -> str:
    """What a column holds; every one has words."""
    meaning: str = _MEANINGS.get(table, {}).get(key) or _MEANINGS["every"][key]
    return meaning


def _use(column: Column) -> str:
    uses = (("main", column.main), ("to fill in", column.editable))
    return ", ".join(word for word, holds in uses if holds)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
