"""What a change of some records means for those that relate to them."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import Final

from sqlalchemy import Connection, bindparam, select, update

from ssrpolicy.databases import unpacked
from ssrpolicy_register.building.clusters import clusters
from ssrpolicy_register.building.rows import Row, Rows
from ssrpolicy_register.building.states import States
from ssrpolicy_register.database.tables import links, records

_RELATION: Final = "relation"
_Link = tuple[str, str, str]


class Relating:
    """Which records belong together, before a build and after it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._clusters = dict(connection.execute(select(records.c.id, records.c.cluster)).all())
        every = connection.execute(select(links.c.record, links.c.kind, links.c.key))
        self._links: dict[str, list[_Link]] = {}
        for record, kind, key in every:
            self._links.setdefault(record, []).append((record, kind, key))
        self._before = _together(self._clusters, self._relations())
        self._changed: set[str] = set()

    def removed(self, ids: Iterable[str]) -> None:
        """Take note that records have gone."""
        for id in ids:
            self._changed.add(id)
            self._clusters.pop(id, None)
            self._links.pop(id, None)

    def added(self, id: str, rows: Iterable[Row]) -> None:
        """Take note of a record that has come, with the rows of its links."""
        self._changed.add(id)
        self._clusters[id] = id
        self._links[id] = [(id, row["kind"], row["key"]) for row in rows]

    def rows(self) -> Iterator[tuple[list[str], Rows]]:
        """Yield the rows of states that changed with other records, and the ids of their records.

        These take the place of those that were there.
        """
        self._mark()
        now = _together(self._clusters, self._relations())
        related = {
            group
            for groups in (self._before, now)
            for group in groups.values()
            if len(group) > 1 and not self._changed.isdisjoint(group)
        }
        waiting = {id for group in related for id in group if id in self._clusters}
        for group in {now[id] for id in waiting}:
            yield sorted(group), self._states(group)

    def _states(self, ids: Iterable[str]) -> Rows:
        rows = self._connection.execute(
            select(records.c.content).where(records.c.id.in_(ids)).order_by(records.c.position)
        )
        every = [unpacked(row.content) for row in rows]
        standing = States(every)
        found: Rows = {"states": [], "owners": []}
        for record in every:
            for name, more in zip(found, standing.of(record), strict=True):
                found[name] += more
        return found

    def _mark(self) -> None:
        """Write down which records belong together, where that changed."""
        every: list[tuple[str, Hashable]] = [
            (record, key if kind == _RELATION else (kind, key))
            for links in self._links.values()
            for record, kind, key in links
        ]
        found = clusters(self._clusters, every)
        changed = [
            {"of": id, "now": cluster}
            for id, cluster in found.items()
            if self._clusters[id] != cluster
        ]
        if changed:
            of = records.c.id == bindparam("of")
            self._connection.execute(
                update(records).where(of).values(cluster=bindparam("now")), changed
            )

    def _relations(self) -> Iterator[tuple[str, Hashable]]:
        for every in self._links.values():
            for record, kind, key in every:
                if kind == _RELATION:
                    yield record, key


def _together(
    ids: Iterable[str], links: Iterable[tuple[str, Hashable]]
) -> dict[str, frozenset[str]]:
    """Return for each id all that relate to it, itself included."""
    groups: dict[str, set[str]] = {}
    found = clusters(ids, links)
    for id, cluster in found.items():
        groups.setdefault(cluster, set()).add(id)
    frozen = {cluster: frozenset(group) for cluster, group in groups.items()}
    return {id: frozen[cluster] for id, cluster in found.items()}
