"""What the rules say of records that a merge would change, and did not say before."""

from collections.abc import Iterable, Sequence

from ssrpolicy import rules
from ssrpolicy.merging.application import with_updates
from ssrpolicy.merging.comparison import EditedField
from ssrpolicy.model import Finding, PolicyRecord, Severity
from ssrpolicy.reporting import Refusal, Rule


def judge(
    changed: Iterable[Sequence[EditedField]], judged_by: Sequence[Rule]
) -> tuple[list[Refusal], tuple[Finding, ...]]:
    """Return the refusals of edits that would break a rule, and the new warnings.

    ``changed`` are the edits with an update, those of one record together.
    """
    refusals: list[Refusal] = []
    warnings: list[Finding] = []
    for edits in changed:
        old = edits[0].record
        new = with_updates(old, (edit.update for edit in edits if edit.update is not None))
        known = {finding.key for finding in rules.findings(old, judged_by)}
        for finding in rules.findings(new, judged_by):
            if finding.key in known:
                continue
            if finding.is_error:
                place = _cause(finding, old, edits).places[0]
                message = f"{finding.subject}: {finding.message}"
                refusals.append(Refusal(place=place, message=message, hint=finding.hint))
            elif finding.severity is Severity.WARNING:
                warnings.append(finding)
    return refusals, tuple(warnings)


def _cause(finding: Finding, record: PolicyRecord, edits: Sequence[EditedField]) -> EditedField:
    """The edit whose update a finding is about."""
    match finding.location.path:
        case ("updates", int() as number, *_) if number >= len(record.updates):
            return edits[number - len(record.updates)]
    return next((edit for edit in edits if edit.item == finding.subject), edits[0])
