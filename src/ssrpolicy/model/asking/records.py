"""One record or several, as the calls that take either are given them."""

from __future__ import annotations

from collections.abc import Iterable

from ssrpolicy.errors import InputError
from ssrpolicy.messages import _
from ssrpolicy.model.record import PolicyRecord


def several(records: object) -> tuple[PolicyRecord, ...]:
    """Return the records given, one or several; raises InputError where something else is given."""
    # A record is made of entries, and a path is a text, made of letters.
    given: Iterable[object] = (records,)
    if isinstance(records, Iterable) and not isinstance(records, PolicyRecord | str | bytes):
        given = records
    found: list[PolicyRecord] = []
    for each in given:
        if not isinstance(each, PolicyRecord):
            raise InputError(
                _("{each!r:.80} is not a record.", each=each),
                hint=_("Read them first: ssrpolicy.load(path) or load_all(path)."),
            )
        found.append(each)
    return tuple(found)
