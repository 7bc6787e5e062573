"""The plan of a merge: each edit of a tracker with its outcome, shown and then applied."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Sequence
from typing import Any

import attrs
from attrs import frozen

from ssrpolicy.arguments import check_choice
from ssrpolicy.errors import InputError
from ssrpolicy.merging.application import (
    Appending,
    Merged,
    RecordFile,
    append_updates,
    by_file,
    with_updates,
)
from ssrpolicy.merging.comparison import EditedField, EditOutcome, Take
from ssrpolicy.merging.fields import Comparison
from ssrpolicy.merging.trackers import read_edits
from ssrpolicy.messages import _, argument, ngettext, some, together
from ssrpolicy.model import EditRefusedError, Finding, Language, PolicyRecord, check_day, check_name
from ssrpolicy.reporting import (
    AnyRule,
    Edits,
    Paths,
    Refusal,
    Registry,
    Tracked,
    load_plugins,
    read_portfolio,
)
from ssrpolicy.rules import RULES, findings

MERGE_FORMAT = "ssrpolicy-merge/1"
"""The format of a plan as JSON."""

_REFUSED = "term-before-paper"  # a warning, which typed in a cell is a slip


@frozen(kw_only=True)
class Plan:
    """What a merge of a tracker would do, or why it cannot be done.

    Attributes:
        tracker: what messages call the tracker.
        as_of: the day of its export.
        language: its language.
        date: the date of the updates.
        by: who says them.
        take: which side a clash takes; None where nobody decided.
        edits: the edited fields, in the order of the tracker.
        refusals: what cannot be merged.
        absent: the full ids of rows that are gone from the tracker, which deletes nothing.
        private: what people added for themselves.
        remarks: sentences about the rest.
        findings: the warnings that the records would get.
        appending: what is written.
    """

    tracker: str
    as_of: dt.date
    language: Language
    date: dt.date
    by: str
    take: Take | None = None
    edits: tuple[EditedField, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    absent: tuple[str, ...] = ()
    private: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    appending: tuple[Appending, ...] = attrs.field(default=(), repr=False)

    def _with(self, *outcomes: EditOutcome) -> tuple[EditedField, ...]:
        return tuple(edit for edit in self.edits if edit.outcome in outcomes)

    @property
    def changes(self) -> tuple[EditedField, ...]:
        """The edits that are appended to the records, each as one update."""
        return self._with(EditOutcome.CHANGE, EditOutcome.OVERRIDE)

    @property
    def clashes(self) -> tuple[EditedField, ...]:
        """The edits of fields for which the records say something else by now."""
        return self._with(EditOutcome.CLASH)

    @property
    def kept(self) -> tuple[EditedField, ...]:
        """The edits that were decided for what the records say."""
        return self._with(EditOutcome.KEPT)

    @property
    def already_there(self) -> tuple[EditedField, ...]:
        """The edits that the records have already."""
        return self._with(EditOutcome.RECORDED, EditOutcome.OVERTAKEN)

    @property
    def applicable(self) -> bool:
        """Whether the merge can be made: nothing is refused, and nothing clashes."""
        return not self.refusals and not self.clashes

    @property
    def obstacles(self) -> str:
        """How many edits are refused and how many clash, in words."""
        refused, clashing = len({each.place for each in self.refusals}), len(self.clashes)
        parts = []
        if refused:
            parts.append(ngettext("{number} edit refused", "{number} edits refused", refused))
        if clashing:
            parts.append(ngettext("{number} edit in clash", "{number} edits in clash", clashing))
        return together(parts) or _("nothing stands in the way")

    def apply(self) -> Merged:
        """Append the updates; every file is prepared before the first is replaced.

        Raises EditRefusedError where something is refused or clashes, or a file is not what it
        was when the merge was planned, and OutputError when a file cannot be written: then
        nothing is changed. Applied again after it was stopped halfway, a merge that is planned
        anew completes it.
        """
        if not self.applicable:
            raise EditRefusedError(
                _(
                    "{tracker} is not merged: {obstacles}; nothing was changed.",
                    tracker=self.tracker,
                    obstacles=self.obstacles,
                ),
                hint=_(
                    "Decide clashes with {tracker} or {record}; correct in the tracker what is "
                    "refused.",
                    tracker=argument("--take tracker", 'take="tracker"'),
                    record=argument("--take record", 'take="record"'),
                ),
            )
        return append_updates(self.appending)

    def to_json(self) -> dict[str, Any]:
        """Return the plan as the data of a JSON object of the format ssrpolicy-merge/1."""
        return {
            "format": MERGE_FORMAT,
            "tracker": self.tracker,
            "as_of": self.as_of.isoformat(),
            "language": self.language,
            "date": self.date.isoformat(),
            "by": self.by,
            "take": self.take,
            "applicable": self.applicable,
            "edits": [each.to_json() for each in self.edits],
            "refusals": [attrs.asdict(each) for each in self.refusals],
            "absent": list(self.absent),
            "private": list(self.private),
            "remarks": list(self.remarks),
            "findings": [each.to_json() for each in self.findings],
        }


def plan_merge(
    tracker: str | os.PathLike[str],
    paths: str | os.PathLike[str] | Paths,
    *,
    date: dt.date,
    by: str | None = None,
    take: Take | None = None,
    registry: Registry | None = None,
    edits: Edits | None = None,
    tracked: Tracked = iter,
) -> Plan:
    """Return what a merge of an edited tracker into the records at some paths would do.

    Nothing is written until ``plan.apply()``. ``date`` is that of the appended updates and ``by``
    who says them; if left out, who saved the tracker last. Where tracker and record both changed
    a field, ``take`` decides: "tracker" or "record". ``edits`` are those of the tracker if
    they were read before. Raises InputError when the tracker cannot be read back, or has edits and
    does not say whose they are, RecordInvalidError when the records have errors.
    """
    plugins = load_plugins() if registry is None else registry
    found = read_edits(tracker, registry=plugins) if edits is None else edits
    by = found.saved_by if by is None else by
    if by is None and found.cells:
        raise InputError(
            _(
                "{tracker} does not say who saved it last, and an update says by whom it is.",
                tracker=tracker,
            ),
            hint=_("Say whose edits they are: {by}.", by=argument(_("--by NAME"), 'by="NAME"')),
        )
    portfolio = read_portfolio(paths, more_rules=plugins.rules, tracked=tracked)
    records = portfolio.without_errors()
    return plan_edits(
        found,
        [
            RecordFile(record=record, file=file)
            for record, file in zip(records, portfolio.read_from, strict=True)
        ],
        tracker=str(tracker),
        date=date,
        by="-" if by is None else by,  # nobody is named where nothing was entered
        take=take,
        judged_by=(*RULES, *plugins.rules),
    )


def plan_edits(
    edits: Edits,
    records: Sequence[RecordFile],
    *,
    tracker: str,
    date: dt.date,
    by: str,
    take: Take | None = None,
    judged_by: Iterable[AnyRule] = RULES,
) -> Plan:
    """Return what a merge of edits into records would do; nothing is written.

    ``records`` are all of their files, and without errors; ``judged_by`` are the rules that no
    changed record may come to break. Raises ArgumentError or ArgumentTypeError for a date or a name
    that no update takes.
    """
    if take is not None:
        check_choice(take, "take", ("tracker", "record"))
    check_day(date, "date")
    check_name(by, _("the name by which updates are said"))
    by_id = {each.record.id: each for each in records}
    comparison = Comparison(baseline=edits.baseline, records=by_id, date=date, by=by, take=take)
    edited = tuple(comparison.fields(edits.cells))
    changed: dict[str, list[EditedField]] = {}
    for edit in edited:
        if edit.update is not None:
            changed.setdefault(edit.record.id, []).append(edit)
    broken, warnings = _judged(changed.values(), tuple(judged_by))
    updates = {
        id: tuple(edit.update for edit in of_record if edit.update is not None)
        for id, of_record in changed.items()
    }
    refusals = [*edits.refusals, *comparison.refusals, *broken]
    missing = [id for id in edits.baseline.records if id not in by_id]
    names = some(missing, 5)
    remarks = (*edits.remarks, *comparison.remarks)
    if missing and len(missing) == len(edits.baseline.records):
        message = _(
            "It is a tracker of {missing}, and of none of the records given.", missing=names
        )
        hint = _("Name the folder or the files of the records that it was made of.")
        # What it says of each cell follows from that, and is not worth reading.
        refusals = [Refusal(place=tracker, message=message, hint=hint)]
    elif missing:
        remarks += (
            _("Not among the records given, and left as they are: {missing}.", missing=names),
        )
    return Plan(
        tracker=tracker,
        as_of=edits.baseline.as_of,
        language=edits.baseline.language,
        date=date,
        by=by,
        take=take,
        edits=tuple(each for each in edited if each.places[0] not in {e.place for e in broken}),
        refusals=tuple(refusals),
        absent=edits.absent,
        private=edits.private,
        remarks=remarks,
        findings=warnings,
        appending=by_file(updates, records),
    )


def _judged(
    changed: Iterable[Sequence[EditedField]], judged_by: Sequence[AnyRule]
) -> tuple[list[Refusal], tuple[Finding, ...]]:
    """The refusals of edits that go against a rule, and the new warnings, record by record."""
    refusals, warnings = list[Refusal](), list[Finding]()
    for edits in changed:
        old = edits[0].record
        new = with_updates(old, (edit.update for edit in edits if edit.update is not None))
        known = {finding.key for finding in findings(old, judged_by)}
        for finding in (each for each in findings(new, judged_by) if each.key not in known):
            if finding.is_error or finding.code == _REFUSED:
                place = _cause(finding, old, edits).places[0]
                message = f"{finding.subject}: {finding.message}"
                refusals.append(Refusal(place=place, message=message, hint=finding.hint))
            elif finding.is_warning:
                warnings.append(finding)
    return refusals, tuple(warnings)


def _cause(finding: Finding, record: PolicyRecord, edits: Sequence[EditedField]) -> EditedField:
    """The edit whose update a finding is about."""
    match finding.location.path:
        case ("updates", int() as number, *_) if number >= len(record.updates):
            return edits[number - len(record.updates)]
    return next((edit for edit in edits if edit.item == finding.subject), edits[0])
