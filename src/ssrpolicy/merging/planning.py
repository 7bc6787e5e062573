"""A merge planned: what becomes of every edit of a tracker, and what the records will say then."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ssrpolicy import rules
from ssrpolicy.errors import InputError
from ssrpolicy.merging.apply import Appending, with_updates
from ssrpolicy.merging.comparison import Comparison, RecordFile
from ssrpolicy.merging.plan import EditedField, Plan
from ssrpolicy.merging.three_way import Take
from ssrpolicy.model.edits import Edits, Refusal
from ssrpolicy.model.findings import Finding
from ssrpolicy.model.progress import Update, check_day
from ssrpolicy.model.record import PolicyRecord
from ssrpolicy.model.texts import check_text
from ssrpolicy.model.vocabulary import Severity
from ssrpolicy.rules import RULES, Rule

_MOST_NAMED = 5


def plan_edits(
    edits: Edits,
    records: Sequence[RecordFile],
    *,
    tracker: str,
    date: dt.date,
    by: str,
    take: Take | None = None,
    judged_by: Iterable[Rule] = RULES,
) -> Plan:
    """Return what a merge of edits into records would do; nothing is written.

    ``records`` are all of their files, and without errors. ``tracker`` is what messages call the
    tracker; ``date`` and ``by`` are those of the updates. ``judged_by`` are the rules that no
    changed record may come to break. Raises InputError for a date or a name that no update takes.
    """
    _check(date, by, take)
    by_id = {each.record.id: each for each in records}
    comparison = Comparison(baseline=edits.baseline, records=by_id, date=date, by=by, take=take)
    edited = comparison.edited(edits.cells)
    changed: dict[str, list[EditedField]] = {}
    for edit in edited:
        if edit.update is not None:
            changed.setdefault(edit.record.id, []).append(edit)
    refusals = [*edits.refusals, *comparison.refusals]
    findings: list[Finding] = []
    judging = tuple(judged_by)
    for changes in changed.values():
        for edit, finding in _new_findings(changes, judging):
            if finding.is_error:
                refusals.append(_refusal(edit, finding))
            elif finding.severity is Severity.WARNING:
                findings.append(finding)
    missing = [id for id in edits.baseline.records if id not in by_id]
    remarks = edits.remarks
    if missing and len(missing) == len(edits.baseline.records):
        refusals.insert(0, _stranger(tracker, missing))
    elif missing:
        told = f"Not among the records given, and left as they are: {_listed(missing)}."
        remarks = (*remarks, told)
    return Plan(
        tracker=tracker,
        as_of=edits.baseline.as_of,
        language=edits.baseline.language,
        date=date,
        by=by,
        take=take,
        edits=tuple(edited),
        refusals=tuple(refusals),
        absent=edits.absent,
        private=edits.private,
        remarks=remarks,
        findings=tuple(findings),
        appending=_appending(changed, records),
    )


def _check(date: dt.date, by: str, take: object) -> None:
    if take not in (None, "tracker", "record"):
        raise InputError(f"take is {take!r:.60}.", hint="Give tracker or record, or nothing.")
    try:
        check_day(date, "date")
        check_text(by, "the name by which updates are said")
    except (TypeError, ValueError) as error:
        raise InputError(f"No update can be made: {error}.") from None


def _updates(changes: Iterable[EditedField]) -> tuple[Update, ...]:
    return tuple(edit.update for edit in changes if edit.update is not None)


def _new_findings(
    changes: Sequence[EditedField], judged_by: Sequence[Rule]
) -> Iterator[tuple[EditedField, Finding]]:
    """What is to remark of a record with its updates and was not before, with the edit it is of."""
    old = changes[0].record
    new = with_updates(old, _updates(changes))
    known = {finding.key for finding in rules.findings(old, judged_by)}
    for finding in rules.findings(new, judged_by):
        if finding.key not in known:
            yield _cause(finding, old, changes), finding


def _cause(finding: Finding, record: PolicyRecord, changes: Sequence[EditedField]) -> EditedField:
    match finding.location.path:
        case ("updates", int() as number, *_) if number >= len(record.updates):
            return changes[number - len(record.updates)]
    return next((edit for edit in changes if edit.item == finding.subject), changes[0])


def _refusal(edit: EditedField, finding: Finding) -> Refusal:
    message = f"{finding.subject}: {finding.message}"
    return Refusal(place=edit.places[0], message=message, hint=finding.hint)


def _stranger(tracker: str, missing: Sequence[str]) -> Refusal:
    return Refusal(
        place=tracker,
        message=f"It is a tracker of {_listed(missing)}, and of none of the records given.",
        hint="Name the folder or the files of the records that it was made of.",
    )


def _listed(ids: Sequence[str]) -> str:
    more = f" and {len(ids) - _MOST_NAMED} more" if len(ids) > _MOST_NAMED else ""
    return f"{', '.join(ids[:_MOST_NAMED])}{more}"


def _appending(
    changed: dict[str, list[EditedField]], records: Sequence[RecordFile]
) -> tuple[Appending, ...]:
    files = {changes[0].file for changes in changed.values()}
    together: dict[Path, list[PolicyRecord]] = {}
    for each in records:
        if each.file in files:
            together.setdefault(each.file, []).append(each.record)
    return tuple(
        Appending(
            file=file,
            records=tuple(of_file),
            updates={r.id: _updates(changed[r.id]) for r in of_file if r.id in changed},
        )
        for file, of_file in together.items()
    )
