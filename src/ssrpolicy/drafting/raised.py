"""The changes that a workbook's corrections make, field by field, and the findings they cause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

import attrs
from attrs import frozen

from ssrpolicy.codec import table_of
from ssrpolicy.drafting.kinds import changed
from ssrpolicy.editing import rules_of_changes
from ssrpolicy.errors import SsrPolicyError
from ssrpolicy.model import Draft, Finding, PolicyRecord, Proposal, Severity
from ssrpolicy.reporting import DecidedProposal, Decisions
from ssrpolicy.rules import findings
from ssrpolicy.views import proposals_table
from ssrpolicy.views.language import label

_FIELDS = ("kind", "summary", "firmness", "owners", "term", "term_date")


@frozen(kw_only=True)
class CorrectedField:
    """A field of a proposal that was corrected, in words of the workbook's language.

    Attributes:
        proposal: the id of the proposal.
        place: where people find the correction, such as ``Voorstellen!F7``.
        field: what the field is called.
        was: what was proposed; None for nothing.
        wanted: what is accepted in its place; None for nothing.
    """

    proposal: str
    place: str
    field: str
    was: str | None
    wanted: str | None


@frozen
class Correction:
    """A proposal as it was and as it was corrected, with what was decided about it."""

    decided: DecidedProposal
    before: Proposal
    after: Proposal


def corrections_of(
    each: DecidedProposal, proposal: Proposal, changes: Mapping[str, Any], record: PolicyRecord
) -> Iterator[Correction]:
    """Yield what a decision makes of a proposal that it corrects; nothing without an entry.

    Why no entry comes of it is said when it is accepted.
    """
    with suppress(SsrPolicyError, ValueError, TypeError):
        if changes:
            entry = changed(proposal.entry, changes, record)
            yield Correction(each, proposal, attrs.evolve(proposal, entry=entry))


def corrected_fields(
    corrections: Iterable[Correction], draft: Draft, record: PolicyRecord, decided: Decisions
) -> Iterator[CorrectedField]:
    """Yield the fields that corrections change, in the order of the workbook."""
    for each in corrections:
        both = attrs.evolve(draft, proposals=(each.before, each.after))
        table = proposals_table(record, both, language=decided.language)
        for key in _FIELDS:
            was, wanted = (None if cell is None else str(cell) for cell in table.column(key))
            if was != wanted:
                yield CorrectedField(
                    proposal=each.before.id,
                    place=each.decided.place_of(key),
                    field=label(f"field.{key}", decided.language),
                    was=was,
                    wanted=wanted,
                )


def warnings_of(corrections: Sequence[Correction], record: PolicyRecord) -> tuple[Finding, ...]:
    """Return the warnings that a record would get by corrections, and not by what was proposed."""
    if not corrections:
        return ()
    judges = rules_of_changes()
    before, after = (
        findings(_with_entries(record, (getattr(each, side).entry for each in corrections)), judges)
        for side in ("before", "after")
    )
    known = {each.key for each in before}
    return tuple(
        each for each in after if each.severity is Severity.WARNING and each.key not in known
    )


def _with_entries(record: PolicyRecord, entries: Iterable[Any]) -> PolicyRecord:
    for entry in entries:
        table = table_of(entry)
        longer: dict[str, Any] = {table: (*getattr(record, table), entry)}
        record = attrs.evolve(record, **longer)
    return record
