"""One record or several, as the calls that take either are given them."""

from __future__ import annotations

from collections.abc import Iterable

from ssrpolicy.errors import ArgumentTypeError
from ssrpolicy.messages import _
from ssrpolicy.model.record import PolicyRecord


def several(records: PolicyRecord | Iterable[PolicyRecord]) -> tuple[PolicyRecord, ...]:
    """Return the records given, one or several; raises ArgumentTypeError for anything else."""
    # A record is made of entries, and a path is a text, made of letters.
    whatever: object = records
    given: Iterable[object] = (whatever,)
    if isinstance(whatever, Iterable) and not isinstance(whatever, PolicyRecord | str | bytes):
        given = whatever
    found: list[PolicyRecord] = []
    for each in given:
        if not isinstance(each, PolicyRecord):
            raise ArgumentTypeError(
                _("{each!r:.80} is not a record.", each=each),
                hint=_("Read them first: ssrpolicy.load(path) or load_all(path)."),
            )
        found.append(each)
    return tuple(found)
