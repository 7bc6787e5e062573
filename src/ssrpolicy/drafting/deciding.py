"""What people decide about proposals: accepted into the record, rejected, or withdrawn again.

The entries and the decisions are written in one change, which `ssrpolicy.editing.undo` undoes.
"""

from __future__ import annotations

import datetime as dt
import shlex
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs

from ssrpolicy.drafting.asked import AnyPath, Asked, Saved, several_asked
from ssrpolicy.drafting.files import appended, decisions
from ssrpolicy.drafting.kinds import changed
from ssrpolicy.drafting.places import Known, is_of_source
from ssrpolicy.drafting.references import free_id, renamed
from ssrpolicy.editing import FileChange, RecordChange, append_prepared
from ssrpolicy.errors import ArgumentError
from ssrpolicy.messages import _, argument, message_language
from ssrpolicy.model import Decided, Decision, EditRefusedError, PolicyRecord, Proposal, check_name
from ssrpolicy.views.language import label, long_date


def accept(
    path: AnyPath, proposal: Asked | Iterable[Asked], *, by: str, date: dt.date, **changes: Any
) -> RecordChange:
    """Add what is proposed to the record at ``path``, with the decision of who accepted it.

    ``proposal`` is a proposal, the id of one in the record's ``draft.toml``, or several of them,
    which are added in one write. What they require is added with them; of what the record has
    already, only the decision is noted. ``changes`` are other values for the fields of the entry,
    and are for one proposal; ``kind`` makes a statement one of another kind, or sets it aside for
    a ``reason``; ``entry`` is another entry as a whole. What is added is verified as
    :func:`ssrpolicy.append` does. Raises EditRefusedError, with nothing changed, where that
    refuses it, where somebody decided about the proposal already or where its source has changed
    since; UnknownIdError where no draft has the id.
    """
    asked = several_asked(proposal)
    if changes and len(asked) != 1:
        raise ArgumentError(
            _("Changes are for one proposal, and {number} are given.", number=len(asked))
        )
    check_name(by, "by")
    saved = Saved(path)
    chain = saved.chain(asked)
    edited = {chain[-1].id: changes} if chain and changes else {}

    def prepare(record: PolicyRecord) -> tuple[tuple[Any, ...], tuple[FileChange, ...]]:
        known = Known(record, decisions(path))
        entries, made = _accepting(saved, chain, edited, known, by=by, date=date)
        return tuple(entries), (appended(path, tuple(made)),)

    return append_prepared(path, prepare)


def decide(
    path: AnyPath,
    accepted: Mapping[str, Mapping[str, Any]],
    rejected: Mapping[str, str | None],
    *,
    by: str,
    date: dt.date,
    reasons: Mapping[str, str] | None = None,
) -> RecordChange:
    """Accept some proposals of the draft of the record at ``path`` and reject others, in one write.

    ``accepted`` gives, by the id of each proposal, other values for the fields of its entry;
    ``rejected`` why, or None; ``reasons`` why others were accepted. Raises what :func:`accept`
    raises, with nothing changed.
    """
    check_name(by, "by")
    saved = Saved(path)
    chain = saved.chain(list(accepted))
    refused = [saved.find(each) for each in rejected]
    for each in chain:
        if each.id in rejected:
            raise EditRefusedError(
                _("{id} is rejected, and what is accepted requires it.", id=each.id),
                hint=_("Accept it too, or reject what requires it."),
            )

    def prepare(record: PolicyRecord) -> tuple[tuple[Any, ...], tuple[FileChange, ...]]:
        known = Known(record, decisions(path))
        entries, made = _accepting(saved, chain, accepted, known, by=by, date=date)
        why = reasons or {}
        made = [attrs.evolve(each, reason=why.get(each.proposal)) for each in made]
        made += _rejecting(refused, rejected, known, by=by, date=date)
        return tuple(entries), (appended(path, tuple(made)),)

    return append_prepared(path, prepare)


def _accepting(
    saved: Saved,
    chain: Sequence[Proposal],
    changes: Mapping[str, Mapping[str, Any]],
    known: Known,
    *,
    by: str,
    date: dt.date,
) -> tuple[list[Any], list[Decision]]:
    """Return the entries of proposals, with other values where given, and the decisions."""
    names: dict[str, str] = {}
    taken = set(known.ids)
    entries, made = [], []
    for each in chain:
        _check_source(each, known.record)
        there = known.became(each)
        if there is not None:
            names[getattr(each.entry, "id", "")] = there
        if (decision := known.decided(each)) is not None:
            if each.id in saved.asked:
                raise _decided_already(each, decision, by)
            continue
        if known.in_record(each):  # written by hand, or before a crash
            made.append(_decision(each, Decided.ACCEPTED, by, date, became=there))
            continue
        entry, other = renamed(each.entry, names), changes.get(each.id, {})
        given = _named_anew(changed(entry, other, known.record), names) if other else entry
        id = getattr(given, "id", None)
        if id is not None:
            free = free_id(id, taken)
            names[getattr(each.entry, "id", "")] = free
            taken.add(free)
            given = attrs.evolve(given, id=free)
        entries.append(given)
        edited = given != entry and bool(other)
        decided = Decided.EDITED if edited else Decided.ACCEPTED
        made.append(_decision(each, decided, by, date, became=getattr(given, "id", None)))
    return entries, made


def _named_anew(entry: Any, names: Mapping[str, str]) -> Any:
    """Return the entry of a proposal with the ids that the proposals it requires received."""
    given = renamed(entry, names)
    return attrs.evolve(given, id=entry.id) if hasattr(entry, "id") else given


def _rejecting(
    wanted: Sequence[Proposal],
    reasons: Mapping[str, str | None],
    known: Known,
    *,
    by: str,
    date: dt.date,
) -> list[Decision]:
    for each in wanted:
        _check_source(each, known.record)
        if (decision := known.decided(each)) is not None:
            raise _decided_already(each, decision, by)
    return [
        _decision(each, Decided.REJECTED, by, date, reason=reasons.get(each.id)) for each in wanted
    ]


def reject(
    path: AnyPath,
    proposal: Asked | Iterable[Asked],
    *,
    by: str,
    date: dt.date,
    reason: str | None = None,
) -> RecordChange:
    """Note that what is proposed does not belong in the record at ``path``, and why.

    Nothing is added to the record; later drafts leave the proposal out. Raises what
    :func:`accept` raises.
    """
    check_name(by, "by")
    saved = Saved(path)
    wanted = [saved.find(each) for each in several_asked(proposal)]

    def prepare(record: PolicyRecord) -> tuple[tuple[Any, ...], tuple[FileChange, ...]]:
        known = Known(record, decisions(path))
        reasons = {each.id: reason for each in wanted}
        made = _rejecting(wanted, reasons, known, by=by, date=date)
        return (), (appended(path, tuple(made)),)

    return append_prepared(path, prepare)


def withdraw(
    path: AnyPath, proposal: Asked | Iterable[Asked], *, by: str, date: dt.date
) -> RecordChange:
    """Withdraw the decision about a proposal, or about several; a later draft has them again.

    ``proposal`` is as :func:`accept` takes it. Raises EditRefusedError, with nothing changed, where
    nothing was decided about it, and while the entry that was accepted still stands in the record.
    """
    asked = several_asked(proposal)
    ids = dict.fromkeys(each.id if isinstance(each, Proposal) else each for each in asked)

    def prepare(record: PolicyRecord) -> tuple[tuple[Any, ...], tuple[FileChange, ...]]:
        known = Known(record, decisions(path))
        made = (_withdrawing(id, known, path, by=by, date=date) for id in ids)
        return (), (appended(path, tuple(made)),)

    return append_prepared(path, prepare)


def _withdrawing(id: str, known: Known, path: AnyPath, *, by: str, date: dt.date) -> Decision:
    found = known.decisions.get(id)
    if found is None:
        raise EditRefusedError(_("No decision about {id} holds that could be withdrawn.", id=id))
    record = known.record
    there = (each.id for table in (record, record.parties) for each in table)
    if found.became is not None and found.became in there:
        raise EditRefusedError(
            _("{id} stands in the record; nothing was withdrawn.", id=found.became),
            hint=_("Remove it first: ssrpolicy remove {path} {id}", path=path, id=found.became),
        )
    return attrs.evolve(found, decided=Decided.WITHDRAWN, by=by, date=date, reason=None)


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


def _decided_already(proposal: Proposal, decision: Decision, by: str) -> EditRefusedError:
    return EditRefusedError(
        _(
            "{by} decided about {id} already, on {date}: {decided}. Nothing was changed.",
            by=decision.by,
            id=proposal.id,
            date=long_date(decision.date, message_language()),
            decided=label(decision.decided, message_language()),
        ),
        hint=_(
            "To decide anew, withdraw that first: {withdraw}",
            withdraw=argument(
                f"ssrpolicy review PATH --by {shlex.quote(by)} --withdraw {proposal.id}",
                f"ssrpolicy.withdraw(path, {proposal.id!r}, ...)",
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
