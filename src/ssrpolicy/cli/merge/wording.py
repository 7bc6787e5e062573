"""A merge in words for the terminal: changes, clashes, refusals, and what was written."""

from collections.abc import Iterable, Sequence

from ssrpolicy.cli.console import print_finding, print_line, wrapped
from ssrpolicy.merging import EditedField, EditOutcome, Merged, Plan
from ssrpolicy.model import brief

_LONGEST = 300
_MOST_ABSENT = 10


def print_plan(plan: Plan) -> None:
    """Print what a merge would do, and what stands in its way."""
    number = len(plan.edits) + len(plan.refusals)
    if not number:
        print_line(f"{plan.tracker}: nothing was entered in it since it was exported.")
    _print("Changes", (_change(edit) for edit in plan.changes))
    _print("Kept as the record has it", (_kept(edit) for edit in plan.kept))
    _print("In the records already", (_already(edit) for edit in plan.already_there))
    _print(
        "Clashes: tracker and record both changed these since the tracker was exported",
        (_clash(edit) for edit in plan.clashes),
    )
    _print(
        "Refused",
        (
            [f"{refusal.place}: {refusal.message}", *([refusal.hint] if refusal.hint else [])]
            for refusal in plan.refusals
        ),
    )
    absent = [[id] for id in plan.absent[:_MOST_ABSENT]]
    if (more := len(plan.absent) - _MOST_ABSENT) > 0:
        absent.append([f"and {more} more"])
    _print("Rows that are gone from the tracker; the records keep them", absent)
    _print("Added by people for themselves, and left alone", ([each] for each in plan.private))
    for remark in plan.remarks:
        print_line(wrapped(remark, indent=0, hang=2))
    for finding in plan.findings:
        print_finding(finding)


def print_merged(plan: Plan, merged: Merged | None, *, requested: bool) -> None:
    """Print what was written, or why nothing was and what to do."""
    if merged is not None and merged.files:
        for file, number in merged.updates.items():
            print_line(f"Wrote {file}: {_updates(number)} appended.")
    elif not plan.applicable:
        print_line(f"Nothing was written: {plan.obstacles}.")
        if plan.clashes:
            print_line("Decide the clashes with --take tracker or --take record, for all of them.")
        if plan.refusals:
            print_line("Correct in the tracker what is refused, save it, and merge it again.")
    elif requested or not plan.changes:
        as_is = "stay as they are" if plan.kept else "already say what the tracker does"
        print_line(f"There is nothing to write: the records {as_is}.")
    else:
        files = len(plan.appending)
        print_line(
            f"Nothing was written. With --apply: {_updates(len(plan.changes))} by {plan.by}, "
            f"dated {plan.date}, in {files} file{'' if files == 1 else 's'}."
        )


def _updates(number: int) -> str:
    return f"{number} update{'' if number == 1 else 's'}"


def _print(title: str, items: Iterable[Sequence[str]]) -> None:
    first = True
    for lines in items:
        if first:
            print_line(f"{title}:")
            first = False
        head, *rest = lines
        print_line(wrapped(head, indent=2, hang=6))
        for line in rest:
            print_line(wrapped(line, indent=6))


def _head(edit: EditedField) -> str:
    return f"{', '.join(edit.places)}: {edit.item}, {edit.field.words}"


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
        f"when the tracker was exported: {_short(edit.was)}",
        f"tracker: {_short(edit.wanted)}",
        f"record{_since(edit)}: {_short(edit.now)}",
        f"in {edit.file}",
    ]


def _since(edit: EditedField) -> str:
    by = edit.recorded_by
    return "" if by is None else f" on {by.date} by {by.by}"
