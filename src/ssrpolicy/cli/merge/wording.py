"""A merge as a policy officer reads it: changes, clashes, refusals, and what was written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ssrpolicy.cli.console import print_finding, wrapped
from ssrpolicy.cli.console import print_line as say
from ssrpolicy.merging import FIELD_WORDS, EditedField, EditOutcome, Merged, Plan
from ssrpolicy.model.texts import brief

_LONGEST = 300
_MOST_ABSENT = 10


def tell_plan(plan: Plan) -> None:
    """Print what a merge would do, and what stands in its way."""
    number = len(plan.edits) + len(plan.refusals)
    if not number:
        say(f"{plan.tracker}: nothing was typed in it since it was made.")
    _tell("Changes", (_change(edit) for edit in plan.changes))
    _tell("Kept as the record has it", (_kept(edit) for edit in plan.kept))
    _tell("In the records already", (_already(edit) for edit in plan.already_there))
    _tell(
        "Clashes: tracker and record both changed these since the tracker was made",
        (_clash(edit) for edit in plan.clashes),
    )
    _tell(
        "Refused",
        (
            [f"{refusal.place}: {refusal.message}", *([refusal.hint] if refusal.hint else [])]
            for refusal in plan.refusals
        ),
    )
    absent = [[id] for id in plan.absent[:_MOST_ABSENT]]
    if (more := len(plan.absent) - _MOST_ABSENT) > 0:
        absent.append([f"and {more} more"])
    _tell("Rows that are gone from the tracker; the records keep them", absent)
    _tell("Added by readers for themselves, and left alone", ([each] for each in plan.private))
    for remark in plan.remarks:
        say(wrapped(remark, indent=0, hang=2))
    for finding in plan.findings:
        print_finding(finding)


def tell_merged(plan: Plan, merged: Merged | None, *, asked: bool) -> None:
    """Print what was written, or why nothing was and what to do."""
    if merged is not None and merged.files:
        for file, number in merged.updates.items():
            say(f"Wrote {file}: {_updates(number)} appended.")
    elif not plan.applicable:
        say(f"Nothing was written: {plan.obstacles}.")
        if plan.clashes:
            say("Decide the clashes with --take tracker or --take record, for all of them.")
        if plan.refusals:
            say("Put right in the tracker what is refused, save it, and merge it again.")
    elif asked or not plan.changes:
        as_is = "stay as they are" if plan.kept else "say already what the tracker does"
        say(f"There is nothing to write: the records {as_is}.")
    else:
        files = len(plan.appending)
        say(
            f"Nothing was written. With --apply: {_updates(len(plan.changes))} by {plan.by}, "
            f"dated {plan.date}, in {files} file{'' if files == 1 else 's'}."
        )


def _updates(number: int) -> str:
    return f"{number} update{'' if number == 1 else 's'}"


def _tell(title: str, items: Iterable[Sequence[str]]) -> None:
    first = True
    for lines in items:
        if first:
            say(f"{title}:")
            first = False
        head, *rest = lines
        say(wrapped(head, indent=2, hang=6))
        for line in rest:
            say(wrapped(line, indent=6))


def _head(edit: EditedField) -> str:
    return f"{', '.join(edit.places)}: {edit.item}, {FIELD_WORDS[edit.field]}"


def _short(text: str) -> str:
    return brief(text, _LONGEST)


def _change(edit: EditedField) -> list[str]:
    over = ", over what the record has" if edit.outcome is EditOutcome.OVERRIDE else ""
    return [
        f"{_head(edit)}{over}",
        f"from: {_short(edit.now)}",
        f"to: {_short(edit.wanted)}",
        f"in {edit.file}",
    ]


def _kept(edit: EditedField) -> list[str]:
    return [_head(edit), f"record: {_short(edit.now)}", f"tracker: {_short(edit.wanted)}"]


def _already(edit: EditedField) -> list[str]:
    if edit.outcome is EditOutcome.OVERTAKEN:
        return [
            _head(edit),
            f"{_short(edit.wanted)}",
            f"was recorded since, and then{_since(edit)}: {_short(edit.now)}",
        ]
    return [f"{_head(edit)}: {_short(edit.wanted)}"]


def _clash(edit: EditedField) -> list[str]:
    return [
        _head(edit),
        f"when the tracker was made: {_short(edit.was)}",
        f"tracker: {_short(edit.wanted)}",
        f"record{_since(edit)}: {_short(edit.now)}",
        f"in {edit.file}",
    ]


def _since(edit: EditedField) -> str:
    by = edit.recorded_by
    return "" if by is None else f" on {by.date} by {by.by}"
