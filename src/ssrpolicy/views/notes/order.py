"""The order of commitments in a table: earliest first, superseded ones below their successor."""

import datetime as dt
from collections.abc import Iterator, Sequence
from operator import itemgetter

from ssrpolicy.model import Commitment
from ssrpolicy.views.notes.part import Part


def below_successors(
    made: Sequence[tuple[dt.date, Part, Commitment]],
) -> Iterator[tuple[Part, Commitment]]:
    """Yield commitments by date, each followed by those that it superseded."""
    by_id = {part.record.full_id(each.id): (part, each) for _, part, each in made}
    below: dict[str, list[str]] = {}
    for full_id, (part, each) in by_id.items():
        for above in part.handling.successors(part.record, each.id):
            if above in by_id:
                below.setdefault(above, []).append(full_id)
                break
    inner = {each for found in below.values() for each in found}
    ordered = [part.record.full_id(each.id) for _, part, each in sorted(made, key=itemgetter(0))]
    # Commitments that supersede each other have none above them: they keep their place.
    waiting, given = [*(e for e in ordered if e not in inner), *ordered], set()
    while waiting:
        full_id = waiting.pop(0)
        if full_id not in given:
            given.add(full_id)
            waiting[:0] = below.get(full_id, ())
            yield by_id[full_id]
