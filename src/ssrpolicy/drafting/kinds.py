"""A proposed entry with other values, or of another kind: its words stay as they are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from ssrpolicy import codec
from ssrpolicy.errors import ArgumentTypeError
from ssrpolicy.messages import _, did_you_mean
from ssrpolicy.model import (
    DRAFTED_KINDS,
    STATEMENT_KINDS,
    Commitment,
    Course,
    EditRefusedError,
    Firmness,
    PolicyRecord,
    SetAside,
    SetAsideReason,
    Statement,
)
from ssrpolicy.similar import most_like

SET_ASIDE = "set_aside"
"""The kind of what is left out on purpose."""


def changed(entry: Any, changes: Mapping[str, Any], record: PolicyRecord) -> Any:
    """Return an entry with other values, or another entry; raises EditRefusedError."""
    if "entry" in changes:
        other = changes["entry"]
        if isinstance(other, tuple(DRAFTED_KINDS.values())):
            return other
        raise ArgumentTypeError(
            _("{entry!r:.80} is not an entry of a record.", entry=other),
            hint=_("Give one such as ssrpolicy.Commitment(...)."),
        )
    try:
        return _evolved(entry, changes, record)
    except (TypeError, ValueError) as error:
        raise EditRefusedError(
            _("The entry was not added: {reason}.", reason=str(error).rstrip("."))
        ) from error


def _evolved(entry: Any, changes: Mapping[str, Any], record: PolicyRecord) -> Any:
    if "kind" in changes:
        others = {name: value for name, value in changes.items() if name != "kind"}
        entry, changes = _with_kind(entry, changes["kind"], others)
    names = [each.name for each in attrs.fields(type(entry))]
    for name in changes:
        if name not in names:
            close = most_like(name, names, n=3)
            raise EditRefusedError(
                _(
                    "The entry was not added: {kind} has no field {name!r:.80}.",
                    kind=type(entry).__name__,
                    name=name,
                ),
                hint=did_you_mean(close) or _("Its fields are {names}.", names=", ".join(names)),
            )
    return codec.evolved(entry, changes, record)


def _with_kind(entry: Any, kind: str, changes: Mapping[str, Any]) -> tuple[Any, Mapping[str, Any]]:
    """Return a statement as one of another kind, and the changes that are still to be made.

    A new commitment takes its firmness from ``changes``; it is done once and its cue is all of the
    first quote, unless ``changes`` say otherwise. With the kind ``set_aside`` its one quote is set
    aside, for the ``reason`` of ``changes``. What cannot be late keeps no term by which something
    was to be done. Raises EditRefusedError where the entry or what is
    asked is neither, where a new commitment has no firmness, or what is set aside no reason.
    """
    cls = STATEMENT_KINDS.get(kind)
    if kind == SET_ASIDE and isinstance(entry, Statement):
        return _set_aside(entry, changes), {}
    if cls is None or not isinstance(entry, Statement):
        raise EditRefusedError(
            _("The entry was not added: only what the letter states can be of another kind."),
            hint=_("Its kinds are {names}.", names=", ".join((*STATEMENT_KINDS, SET_ASIDE))),
        )
    if type(entry) is cls:
        return entry, changes
    values = {each.name: getattr(entry, each.name) for each in attrs.fields(Statement)}
    if entry.can_be_late and not cls.can_be_late:
        values["timeframe"] = None
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


def _set_aside(entry: Statement, changes: Mapping[str, Any]) -> SetAside:
    if set(changes) != {"reason"}:
        raise EditRefusedError(
            _("The entry was not added: what is set aside has a reason, and nothing else."),
            hint=_("Its reasons are {names}.", names=", ".join(SetAsideReason)),
        )
    if len(entry.quotes) != 1:
        raise EditRefusedError(
            _("The entry was not added: it has several quotes, and one is set aside at a time."),
            hint=_("Reject it, and set each aside: ssrpolicy add set-aside"),
        )
    return SetAside(quote=entry.quotes[0], reason=changes["reason"])
