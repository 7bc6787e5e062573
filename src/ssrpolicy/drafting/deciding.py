"""What people decide about proposals: accepted into the record, rejected, or withdrawn again.

The entries and the decisions are written in one change, which `ssrpolicy.editing.undo` undoes.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Any

import attrs

from ssrpolicy import codec
from ssrpolicy.drafting.files import appended, decisions, saved_draft
from ssrpolicy.drafting.places import Known, is_of_source
from ssrpolicy.drafting.references import free_id, renamed
from ssrpolicy.editing import FileChange, RecordChange, append_prepared, record_to_edit
from ssrpolicy.errors import ArgumentTypeError, EditRefusedError, UnknownIdError
from ssrpolicy.messages import _, argument, did_you_mean, message_language
from ssrpolicy.model import DRAFTED_KINDS, Decided, Decision, Draft, PolicyRecord, Proposal
from ssrpolicy.views.language import label

AnyPath = str | os.PathLike[str]
Asked = str | Proposal
"""A proposal, or the id of one in the draft that stands next to the record."""


def accept(
    path: AnyPath, proposal: Asked | Iterable[Asked], *, by: str, date: dt.date, **changes: Any
) -> RecordChange:
    """Add what is proposed to the record at ``path``, with the decision of who accepted it.

    ``proposal`` is a proposal, the id of one in the record's ``draft.toml``, or several of them,
    which are added in one write. What they require is added with them; of what the record has
    already, only the decision is noted. ``changes`` are other
    values for the fields of the entry, and are for one proposal; ``entry`` is another entry as a
    whole. What is added is verified as :func:`ssrpolicy.append` does. Raises EditRefusedError,
    with nothing changed, where that refuses it, where somebody decided about the proposal already
    or where its source is no longer the same; UnknownIdError where no draft has the id.
    """
    asked = _several(proposal)
    if changes and len(asked) != 1:
        raise ValueError(
            _("changes are for one proposal, and {number} are given", number=len(asked))
        )
    saved = _Saved(path)
    chain = saved.chain(asked)
    last = chain[-1].id if chain else ""

    def prepare(record: PolicyRecord) -> tuple[tuple[Any, ...], tuple[FileChange, ...]]:
        known = Known(record, decisions(path))
        names: dict[str, str] = {}
        taken = set(known.ids)
        entries, made = [], []
        for each in chain:
            _check_source(each, record)
            there = known.became(each)
            if there is not None:
                names[getattr(each.entry, "id", "")] = there
            if (decision := known.decided(each)) is not None:
                if each.id in saved.asked:
                    raise _decided_already(each, decision)
                continue
            if known.in_record(each):  # written by hand, or before a crash
                made.append(_decision(each, Decided.ACCEPTED, by, date, became=there))
                continue
            entry = renamed(each.entry, names)
            given = _changed(entry, changes, record) if each.id == last else entry
            id = getattr(given, "id", None)
            if id is not None:
                free = free_id(id, taken)
                names[getattr(each.entry, "id", "")] = free
                taken.add(free)
                given = attrs.evolve(given, id=free)
            entries.append(given)
            edited = each.id == last and given != entry and bool(changes)
            decided = Decided.EDITED if edited else Decided.ACCEPTED
            made.append(_decision(each, decided, by, date, became=getattr(given, "id", None)))
        return tuple(entries), (appended(path, tuple(made)),)

    return append_prepared(path, prepare)


def reject(
    path: AnyPath,
    proposal: Asked | Iterable[Asked],
    *,
    by: str,
    date: dt.date,
    reason: str | None = None,
) -> RecordChange:
    """Note that what is proposed does not belong into the record at ``path``, and why.

    Nothing is added to the record; later drafts leave the proposal out. Raises what
    :func:`accept` raises.
    """
    saved = _Saved(path)
    wanted = [saved.find(each) for each in _several(proposal)]

    def prepare(record: PolicyRecord) -> tuple[tuple[Any, ...], tuple[FileChange, ...]]:
        known = Known(record, decisions(path))
        for each in wanted:
            _check_source(each, record)
            if (decision := known.decided(each)) is not None:
                raise _decided_already(each, decision)
        made = (_decision(each, Decided.REJECTED, by, date, reason=reason) for each in wanted)
        return (), (appended(path, tuple(made)),)

    return append_prepared(path, prepare)


def withdraw(path: AnyPath, proposal: Asked, *, by: str, date: dt.date) -> RecordChange:
    """Withdraw the decision about a proposal, or the one with this id; a later draft has it again.

    Raises EditRefusedError where there is no such decision, and while the entry that was accepted
    still stands in the record.
    """
    asked = _one(proposal)
    id = asked.id if isinstance(asked, Proposal) else asked

    def prepare(record: PolicyRecord) -> tuple[tuple[Any, ...], tuple[FileChange, ...]]:
        known = Known(record, decisions(path))
        found = known.decisions.get(id)
        if found is None:
            raise EditRefusedError(
                _("No decision about {id} holds that could be withdrawn.", id=id)
            )
        if found.became is not None and found.became in {
            *(each.id for each in record),
            *(each.id for each in record.parties),
        }:
            raise EditRefusedError(
                _("{id} stands in the record; nothing was withdrawn.", id=found.became),
                hint=_("Remove it first: ssrpolicy remove {path} {id}", path=path, id=found.became),
            )
        made = attrs.evolve(found, decided=Decided.WITHDRAWN, by=by, date=date, reason=None)
        return (), (appended(path, (made,)),)

    return append_prepared(path, prepare)


class _Saved:
    """The proposals that are meant, looked up in the record's draft where only an id is given."""

    def __init__(self, path: AnyPath) -> None:
        self._path = path
        self._draft: Draft | None = None
        self.asked: set[str] = set()

    @property
    def draft(self) -> Draft:
        """The draft next to the record, read when it is first needed."""
        if self._draft is None:
            self._draft = saved_draft(self._path, record_to_edit(self._path))
        return self._draft

    def find(self, asked: Asked) -> Proposal:
        """Return the proposal that is meant; raises UnknownIdError."""
        if isinstance(asked, Proposal):
            self.asked.add(asked.id)
            return asked
        found = self.draft.proposal(asked)
        if found is None:
            raise UnknownIdError(
                _("The draft has no proposal {id!r:.80}.", id=asked),
                hint=_(
                    "It may be decided already, or its source changed: ssrpolicy draft {path}",
                    path=self._path,
                ),
            )
        self.asked.add(asked)
        return found

    def chain(self, asked: Sequence[Asked]) -> list[Proposal]:
        """Return the proposals that are meant with all that they require, those first."""
        given = [self.find(each) for each in asked]
        known = {each.id: each for each in given}
        found: dict[str, Proposal] = {}
        for each in given:
            if all(id in known for id in each.requires):
                required = [known[id] for id in each.requires]
            else:
                required = list(self.draft.chain(each)[:-1])
            for one in (*required, each):
                found.setdefault(one.id, one)
        return list(found.values())


def _several(proposal: Asked | Iterable[Asked]) -> list[Asked]:
    if isinstance(proposal, str | Proposal) or not isinstance(proposal, Iterable):
        return [_one(proposal)]
    return [_one(each) for each in proposal]


def _one(proposal: object) -> Asked:
    if isinstance(proposal, str | Proposal):
        return proposal
    raise ArgumentTypeError(
        _("{value!r:.80} is not a proposal.", value=proposal),
        hint=_("Give one of the draft, or its id."),
    )


def _check_source(proposal: Proposal, record: PolicyRecord) -> None:
    if not is_of_source(proposal, record):
        raise EditRefusedError(
            _(
                "{id} was drafted from another text than its document has now; nothing was "
                "changed.",
                id=proposal.id,
            ),
            hint=_("Draft again: ssrpolicy draft"),
        )


def _decided_already(proposal: Proposal, decision: Decision) -> EditRefusedError:
    return EditRefusedError(
        _(
            "{by} decided about {id} already, on {date}: {decided}. Nothing was changed.",
            by=decision.by,
            id=proposal.id,
            date=decision.date,
            decided=label(decision.decided, message_language()),
        ),
        hint=_(
            "To decide anew, withdraw that first: {withdraw}",
            withdraw=argument(
                "ssrpolicy review PATH --withdraw ID", "ssrpolicy.withdraw(path, proposal, ...)"
            ),
        ),
    )


def _decision(
    proposal: Proposal,
    decided: Decided,
    by: str,
    date: dt.date,
    *,
    became: str | None = None,
    reason: str | None = None,
) -> Decision:
    return Decision(
        proposal=proposal.id,
        kind=proposal.kind,
        grounds=proposal.grounds,
        decided=decided,
        by=by,
        date=date,
        became=became,
        reason=reason,
    )


def _changed(entry: Any, changes: dict[str, Any], record: PolicyRecord) -> Any:
    """Return an entry with other values, or another entry; raises EditRefusedError."""
    if "entry" in changes:
        other = changes["entry"]
        if isinstance(other, tuple(DRAFTED_KINDS.values())):
            return other
        raise ArgumentTypeError(
            _("{entry!r:.80} is not an entry of a record.", entry=other),
            hint=_("Give one such as ssrpolicy.Commitment(...)."),
        )
    names = [each.name for each in attrs.fields(type(entry))]
    for name in changes:
        if name not in names:
            close = get_close_matches(name, names, n=3)
            raise EditRefusedError(
                _(
                    "The entry was not added: {kind} has no field {name!r:.80}.",
                    kind=type(entry).__name__,
                    name=name,
                ),
                hint=did_you_mean(close) or _("Its fields are {names}.", names=", ".join(names)),
            )
    try:
        return codec.evolved(entry, changes, record)
    except (TypeError, ValueError) as error:
        raise EditRefusedError(
            _("The entry was not added: {reason}.", reason=str(error).rstrip("."))
        ) from error
