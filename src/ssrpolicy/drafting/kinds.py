"""A proposed statement made one of another kind: what is said stays, how it is taken changes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from ssrpolicy.errors import EditRefusedError
from ssrpolicy.messages import _
from ssrpolicy.model import STATEMENT_KINDS, Commitment, Course, Firmness, Statement


def with_kind(entry: Any, kind: str, changes: Mapping[str, Any]) -> tuple[Any, Mapping[str, Any]]:
    """Return a statement as one of another kind, and the changes that are still to be made.

    A new commitment takes its firmness from ``changes``; it is done once and its cue is all of the
    first quote, unless ``changes`` say otherwise. Raises EditRefusedError where the entry or what
    is asked is not a statement, or a new commitment has no firmness.
    """
    cls = STATEMENT_KINDS.get(kind)
    if cls is None or not isinstance(entry, Statement):
        raise EditRefusedError(
            _("The entry was not added: only what the letter states can be of another kind."),
            hint=_("Its kinds are {names}.", names=", ".join(STATEMENT_KINDS)),
        )
    if type(entry) is cls:
        return entry, changes
    values = {each.name: getattr(entry, each.name) for each in attrs.fields(Statement)}
    if cls is not Commitment:
        return cls(**values), changes
    if "firmness" not in changes:
        raise EditRefusedError(
            _("The entry was not added: a commitment has a firmness."),
            hint=_("Give its firmness with its kind."),
        )
    made = Commitment(
        **values,
        firmness=Firmness.EXPLORATORY,  # until the changes are made
        course=Course.ONCE,
        cue=entry.quotes[0].quote,
    )
    return made, changes
