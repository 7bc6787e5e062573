"""A workbook of proposals merged: what was accepted is added, and every decision is noted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import click

from ssrpolicy.cli.console import print_by_kind, print_json, print_line, print_wrapped
from ssrpolicy.cli.main import EXIT_CANNOT
from ssrpolicy.cli.parameters import day_meant, say_today
from ssrpolicy.messages import _, ngettext
from ssrpolicy.model import brief
from ssrpolicy.reporting import Decisions

if TYPE_CHECKING:
    from ssrpolicy.drafting import Reviewed
    from ssrpolicy.editing import RecordChange

_LONGEST = 300


def merge_review(
    decided: Decisions,
    workbook: Path,
    paths: Sequence[Path],
    *,
    by: str | None,
    date: dt.date | None,
    apply: bool,
    as_json: bool = False,
) -> None:
    """Print what merging a workbook of proposals would do, and do it with ``apply``."""
    from ssrpolicy import drafting  # noqa: PLC0415 - for workbooks of proposals only

    if len(paths) != 1:
        raise click.UsageError(
            _("A workbook of proposals is merged into one record; name that one.")
        )
    name = by or decided.saved_by
    if name is None:
        raise click.UsageError(_("It is not known whose decisions these are; give --by NAME."))
    plan = drafting.plan_review(paths[0], decided)
    change = None
    if apply and plan.applicable and not plan.empty:
        day = day_meant(date)
        change = plan.apply(by=name, date=day)
        say_today(date, day, _("Dated today, {day}."))
    if as_json:
        print_json(_plain(plan, applied=change is not None))
    else:
        _print(plan, workbook, name, change)
    if not plan.applicable:
        raise click.exceptions.Exit(EXIT_CANNOT)


def _print(plan: Reviewed, workbook: Path, by: str, change: RecordChange | None) -> None:
    for refusal in plan.refusals:
        print_wrapped(f"{refusal.place}: {refusal.message}", indent=2, hang=6)
        if refusal.hint:
            print_wrapped(refusal.hint, indent=6)
    for each in plan.corrections:
        head = f"{each.place}: {each.proposal}, {each.field}"
        was = _("from: {value}", value=brief(each.was or _("(none)"), _LONGEST))
        wanted = _("to: {value}", value=brief(each.wanted or _("(none)"), _LONGEST))
        print_wrapped(head, indent=2, hang=6)
        print_wrapped(was, indent=6)
        print_wrapped(wanted, indent=6)
    print_by_kind(plan.findings)
    if plan.already:
        print_line(
            ngettext("{number} was decided before.", "{number} were decided before.",
                     len(plan.already))
        )  # fmt: skip
    accepted = ngettext("{number} accepted", "{number} accepted", len(plan.accepted))
    rejected = ngettext("{number} rejected", "{number} rejected", len(plan.rejected))
    counts = f"{accepted}, {rejected}"
    if not plan.applicable:
        print_line(_("Nothing was written: correct in {workbook} what is refused, save it, and "
                     "merge it again.", workbook=workbook))  # fmt: skip
    elif plan.empty:
        print_line(_("There is nothing to write: no decision in {workbook} is new.",
                     workbook=workbook))  # fmt: skip
    elif change is None:
        print_line(_("Nothing was written. With --apply: {counts}, by {by}.", counts=counts, by=by))
    else:
        print_line(_("Wrote {file}: {counts}.", file=change.file, counts=counts))


def _plain(plan: Reviewed, *, applied: bool) -> dict[str, object]:
    return {
        "format": "ssrpolicy-review/1",
        "applicable": plan.applicable,
        "accepted": list(plan.accepted),
        "rejected": list(plan.rejected),
        "already": list(plan.already),
        "refusals": [
            {"place": each.place, "message": each.message, "hint": each.hint}
            for each in plan.refusals
        ],
        "corrections": [attrs.asdict(each) for each in plan.corrections],
        "findings": [each.to_json() for each in plan.findings],
        "applied": applied,
    }
