"""What the tables are looked up by, where that is more than a column or the key."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Index, false, true

from ssrpolicy_register.database.tables import documents, owners, states, texts

Index("owners_ministry", owners.c.ministry)
Index("states_days", states.c.statement, states.c.since)
# What lists count and sort by stands in these indexes, so that no rows are read for it.
_SORTING: Final = ("due", "statement", "since", "until", "pending", "said_on", "kind", "owned")
_REST: Final = ("due", "statement", "since", "until", "pending", "said_on", "owned")
Index("states_due", *(states.c[name] for name in _SORTING))
Index("states_claimed", states.c.claimed, states.c.kind, *(states.c[name] for name in _REST))
for _name, _rows, _columns in (
    (
        "states_pending",
        states.c.pending == true(),
        ("kind", "due", "since", "until", "said_on", "owned", "pending", "statement"),
    ),
    ("states_unowned", states.c.owned == false(), ("since", "until", "said_on", "kind")),
):
    Index(_name, *(states.c[each] for each in _columns), sqlite_where=_rows, postgresql_where=_rows)
Index("texts_terms", texts.c.terms, postgresql_using="gin").ddl_if(dialect="postgresql")
_undated = documents.c.date.is_(None)
Index("documents_undated", documents.c.known_on, sqlite_where=_undated, postgresql_where=_undated)
