"""Decisions that people took in a workbook, brought to the record and its decisions."""

from __future__ import annotations

import datetime as dt
import os
import shlex
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import field, frozen

from ssrpolicy import codec
from ssrpolicy.drafting.corrections import corrected
from ssrpolicy.drafting.deciding import decide
from ssrpolicy.drafting.files import decisions as decisions_of
from ssrpolicy.drafting.files import saved_draft
from ssrpolicy.drafting.kinds import SET_ASIDE
from ssrpolicy.drafting.places import Known, grounds_of, share_half
from ssrpolicy.drafting.raised import (
    CorrectedField,
    Correction,
    corrected_fields,
    corrections_of,
    warnings_of,
)
from ssrpolicy.editing import RecordChange, record_to_edit
from ssrpolicy.errors import InputError
from ssrpolicy.messages import _, argument, message_language
from ssrpolicy.model import (
    Decided,
    Decision,
    EditRefusedError,
    Finding,
    PolicyRecord,
    check_day,
    check_name,
)
from ssrpolicy.reporting import DecidedProposal, Decisions, Refusal, Registry
from ssrpolicy.storage import open_file
from ssrpolicy.views.language import long_date


@frozen(kw_only=True)
class Reviewed:
    """What merging a workbook of proposals would do to the record at a path.

    Attributes:
        path: the record.
        accepted: other values for the entry of each accepted proposal, by the proposal's id.
        rejected: why each rejected proposal is, by its id; None where that was not said.
        reasons: why accepted proposals are, by their ids, where that was said.
        already: the ids of proposals about which the same was decided before.
        refusals: what cannot be merged, by cell.
        corrections: the fields that were corrected, from what to what.
        findings: the warnings that the record would get by these.
    """

    path: Path
    accepted: Mapping[str, Mapping[str, Any]] = field(factory=dict)
    rejected: Mapping[str, str | None] = field(factory=dict)
    reasons: Mapping[str, str] = field(factory=dict)
    already: tuple[str, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    corrections: tuple[CorrectedField, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def applicable(self) -> bool:
        """Whether nothing stands in the way."""
        return not self.refusals

    @property
    def empty(self) -> bool:
        """Whether there is nothing to write."""
        return not (self.accepted or self.rejected)

    def apply(self, *, by: str, date: dt.date) -> RecordChange:
        """Write what is accepted and every decision, in one change.

        Raises EditRefusedError, with nothing changed, where something stands in the way.
        """
        check_name(by, "by")
        check_day(date, "date")
        if self.refusals:
            raise EditRefusedError(
                _("Nothing was written: the workbook holds what cannot be merged."),
                hint="\n".join(map(str, self.refusals)),
            )
        return decide(
            self.path, self.accepted, self.rejected, reasons=self.reasons, by=by, date=date
        )


def read_decisions(path: str | os.PathLike[str], registry: Registry) -> Decisions | None:
    """Return what was decided in a workbook of proposals; None for any other file.

    Raises InputError where it is such a workbook and cannot be read.
    """
    file = Path(path)
    for offered in registry.reporters:
        if not (offered.is_reviewable and file.name.lower().endswith(f".{offered.suffix}")):
            continue
        if file.is_file():
            with open_file(file) as stream:
                try:
                    return offered.read_decisions(stream, file)
                except InputError as error:
                    if error.hint is not None:
                        raise
    return None


def plan_review(path: str | os.PathLike[str], decided: Decisions) -> Reviewed:
    """Return what merging the decisions of a workbook into the record at ``path`` would do.

    Raises InputError where the workbook is of another record, or the draft is missing.
    """
    record = record_to_edit(path)
    if record.id != decided.record:
        raise InputError(
            _("The workbook is of {id}, not of {record}.", id=decided.record, record=record.id),
            hint=_("Name the record of which it is."),
        )
    draft = saved_draft(path, record)
    known = Known(record, decisions_of(path))
    accepted: dict[str, Mapping[str, Any]] = {}
    rejected: dict[str, str | None] = {}
    already: list[str] = []
    refusals = list(decided.refusals)
    corrections: list[Correction] = []
    for each in decided.decided:
        before = known.decisions.get(each.proposal)
        if before is not None:
            if (before.decided is not Decided.REJECTED) != each.accepted:
                refusals.append(_decided_before(each, path, before))
            elif each.changes and not _is_corrected(each, before, record, decided):
                refusals.append(_not_corrected(each, path, before))
            else:
                already.append(each.proposal)
            continue
        proposal = draft.proposal(each.proposal)
        if proposal is None:
            refusals.append(_gone(each))
        elif each.accepted:
            changes, wrong = corrected(each, proposal.entry, record, decided)
            accepted[each.proposal] = changes
            refusals += wrong
            corrections += [] if wrong else corrections_of(each, proposal, changes, record)
        else:
            rejected[each.proposal] = each.reason
    return Reviewed(
        path=Path(path),
        accepted=accepted,
        rejected=rejected,
        reasons={
            each.proposal: each.reason
            for each in decided.decided
            if each.reason is not None and each.proposal in accepted
        },
        already=tuple(already),
        refusals=tuple(refusals),
        corrections=tuple(corrected_fields(corrections, draft, record, decided)),
        findings=warnings_of(corrections, record),
    )


def _decided_before(
    each: DecidedProposal, path: str | os.PathLike[str], before: Decision
) -> Refusal:
    command = shlex.join(("ssrpolicy", "review", str(path), "--withdraw", each.proposal))
    withdraw = argument(f"{command} --by NAME", f"ssrpolicy.withdraw(path, {each.proposal!r}, ...)")
    return Refusal(
        place=each.place,
        message=_(
            "{by} decided otherwise about {id}, on {date}.",
            by=before.by,
            id=each.proposal,
            date=long_date(before.date, message_language()),
        ),
        hint=_("To decide anew, withdraw that first: {withdraw}", withdraw=withdraw),
    )


def _is_corrected(
    each: DecidedProposal, before: Decision, record: PolicyRecord, decided: Decisions
) -> bool:
    """Return whether the entry that was accepted before says what was corrected now."""
    if each.changes.get("kind") == SET_ASIDE:
        return any(
            aside.reason == each.changes.get("reason")
            and share_half(grounds_of(record, aside), before.grounds)
            for aside in record.set_aside
        )
    if before.became is None or before.became not in record:
        return False
    entry = record[before.became]
    changes, wrong = corrected(each, entry, record, decided)
    entry_kind = getattr(entry, "kind", None)
    try:
        same_kind = changes.pop("kind", entry_kind) == entry_kind
        return not wrong and same_kind and bool(codec.evolved(entry, changes, record) == entry)
    except (TypeError, ValueError):
        return False


def _not_corrected(
    each: DecidedProposal, path: str | os.PathLike[str], before: Decision
) -> Refusal:
    name = before.became or each.proposal
    command = shlex.join(("ssrpolicy", "replace", str(path), name))
    replace = argument(command, f"ssrpolicy.replace(path, {name!r}, ...)")
    return Refusal(
        place=each.place_of(next(iter(each.changes))),
        message=_(
            "{by} accepted {id} already, on {date}, without this correction.",
            by=before.by,
            id=each.proposal,
            date=long_date(before.date, message_language()),
        ),
        hint=_("Correct it in the record: {replace}; here, restore the cell.", replace=replace),
    )


def _gone(each: DecidedProposal) -> Refusal:
    return Refusal(
        place=each.place,
        message=_("The draft has no proposal {id!r:.80}.", id=each.proposal),
        hint=_("Its source or the record changed since; report the draft again."),
    )
