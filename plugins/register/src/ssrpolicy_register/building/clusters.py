"""Which records belong together, since they share a motion or relate to each other."""

from __future__ import annotations

from collections.abc import Hashable, Iterable


def clusters(ids: Iterable[str], links: Iterable[tuple[str, Hashable]]) -> dict[str, str]:
    """Return for each id what is the same for all ids that links join: the first of them.

    A link is an id and a key; ids with one key belong together.
    """
    parents: dict[Hashable, Hashable] = {id: id for id in ids}

    def root(of: Hashable) -> Hashable:
        while parents[of] != of:
            parents[of] = parents[parents[of]]
            of = parents[of]
        return of

    known = sorted(str(id) for id in parents)
    for id, key in links:
        if id in parents:
            parents.setdefault(key, key)
            parents[root(key)] = root(id)
    first: dict[Hashable, str] = {}
    return {id: first.setdefault(root(id), id) for id in known}
