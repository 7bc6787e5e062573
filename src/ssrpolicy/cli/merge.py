"""``ssrpolicy merge``: what people entered in a tracker, merged into the records."""

import datetime as dt
import getpass
import os
from collections.abc import Iterable
from pathlib import Path

import click

from ssrpolicy.cli.console import (
    print_by_kind,
    print_failures,
    print_json,
    print_line,
    print_wrapped,
    tracked,
)
from ssrpolicy.cli.drafts.merging import merge_review
from ssrpolicy.cli.main import EXIT_CANNOT
from ssrpolicy.cli.parameters import (
    WHO,
    day_meant,
    example,
    format_option,
    paths_argument,
    plugin_options,
    say_today,
)
from ssrpolicy.cli.settings import load_registry, print_settings, read_settings
from ssrpolicy.cli.values import DATE, known_word
from ssrpolicy.editing import judged_also_by
from ssrpolicy.errors import InputError
from ssrpolicy.merging import EditedField, EditOutcome, Merged, Plan, Take, plan_merge, read_edits
from ssrpolicy.messages import _, message_language, ngettext
from ssrpolicy.model import brief
from ssrpolicy.reporting import Decisions, Edits, Registry
from ssrpolicy.views import long_date

_LONGEST = 300
_MOST_ABSENT = 10


@click.command(
    "merge",
    short_help="Merge what was entered in a tracker into the records.",
    epilog=example(
        "ssrpolicy merge tracker.xlsx records          # what would change",
        "ssrpolicy merge tracker.xlsx records --apply  # change it",
    ),
)
@click.argument("tracker", type=click.Path(path_type=Path), metavar="TRACKER")
@paths_argument
@click.option("--apply", is_flag=True, help="Write the records; without it nothing is written.")
@click.option(
    "--take",
    type=known_word(("tracker", "record"), labels="take"),
    metavar="SIDE",
    help="Which side to take where tracker and record both changed a field: {words}.",
)
@click.option(
    "--by",
    type=WHO,
    metavar="NAME",
    help="Whose edits they are: the id of a party, or a name; if left out, who saved the tracker "
    "last, or else the name of your account.",
)
@click.option(
    "--date", type=DATE, metavar="DATE", help="The date of the updates; today if left out."
)
@format_option
@plugin_options
def command(
    tracker: Path,
    paths: tuple[Path, ...],
    apply: bool,
    take: Take | None,
    by: str | None,
    date: dt.date | None,
    output_format: str,
    strict_plugins: bool,
    plugins_dir: Path | None,
) -> None:
    """Merge what was entered in TRACKER into the records at each PATH.

    Without --apply it prints the plan: each change, from what to what, in which file; what is
    refused and why, by sheet and cell; and the clashes, where record and tracker both changed a
    field. Each edit is appended as an update. On any refusal, and on a clash that
    --take does not decide, nothing is written, and the exit code is 2.

    A workbook of proposals (--to excel-review) is merged too: what was accepted in it is added to
    its record, and every decision is noted.
    """
    settings = read_settings(paths)
    registry = load_registry(settings, plugins_dir=plugins_dir, strict=strict_plugins)
    print_settings(settings, registry)
    print_failures(registry)
    if (decided := _decided(tracker, registry)) is not None:
        if take is not None:
            raise click.UsageError(
                _("--take is for a tracker, and this is a workbook of proposals.")
            )
        as_json = output_format == "json"
        with judged_also_by(lambda: registry.rules):
            merge_review(decided, tracker, paths, by=by, date=date, apply=apply, as_json=as_json)
        return
    edits, day = read_edits(tracker, registry=registry), day_meant(date)
    plan = plan_merge(
        tracker,
        paths,
        date=day,
        by=_name(by, edits),
        take=take,
        registry=registry,
        edits=edits,
        tracked=lambda files: tracked(files, _("Reading")),
    )
    say_today(date, day, _("Dated today, {day}."))
    merged = plan.apply() if apply and plan.applicable else None
    if output_format == "json":
        print_json(_data(plan, merged))
    else:
        _print_plan(plan)
        _print_merged(plan, merged, requested=apply)
    if not plan.applicable:
        raise click.exceptions.Exit(EXIT_CANNOT)


def _decided(tracker: Path, registry: Registry) -> Decisions | None:
    """Return what was decided in a workbook of proposals; None where it is a tracker."""
    if not any(offered.is_reviewable for offered in registry.reporters):
        return None
    from ssrpolicy import drafting  # noqa: PLC0415 - where a reporter of drafts is installed

    return drafting.read_decisions(tracker, registry)


def _data(plan: Plan, merged: Merged | None) -> dict[str, object]:
    written = {} if merged is None else {str(file): n for file, n in merged.updates.items()}
    return {**plan.to_json(), "applied": merged is not None, "written": written}


def _name(by: str | None, edits: Edits) -> str:
    """Return the given name; or who saved the tracker, or who is logged in, which is printed."""
    if by is not None:
        return by
    if edits.saved_by is not None:
        print_line(_("By {name}, who saved the tracker last.", name=edits.saved_by), err=True)
        return edits.saved_by
    try:
        name = _full_name() or getpass.getuser()
    except (OSError, KeyError, ImportError) as error:  # a user without a name
        raise InputError(
            _("It is not known whose edits these are."), hint=_("Give --by NAME.")
        ) from error
    print_line(_("By {name}, who is logged in; the records will say so.", name=name), err=True)
    hint = _("To name somebody else: --by NAME, the id of a party or a name.")
    print_line(f"    {hint}", err=True)
    return name


def _full_name() -> str | None:
    """The name of the account's owner, where it is one: a login name is nobody's name."""
    try:
        import pwd  # noqa: PLC0415 - Windows does not have this module
    except ImportError:
        return None
    name = pwd.getpwuid(os.getuid()).pw_gecos.partition(",")[0].strip()
    return name if " " in name else None


def _print_plan(plan: Plan) -> None:
    """Print what a merge would do, and what stands in its way."""
    if not plan.edits and not plan.refusals:
        print_line(
            _("{tracker}: nothing was entered in it since it was exported.", tracker=plan.tracker)
        )
    absent = list(plan.absent[:_MOST_ABSENT])
    if (more := len(plan.absent) - _MOST_ABSENT) > 0:
        absent.append(_("and {number} more", number=more))
    clashes = _("Clashes: tracker and record both changed these since the tracker was exported")
    sections: dict[str, Iterable[list[str]]] = {
        _("Changes"): map(_change, plan.changes),
        _("Kept as the record has it"): map(_kept, plan.kept),
        _("In the records already"): map(_already, plan.already_there),
        clashes: map(_clash, plan.clashes),
        _("Refused"): (
            [f"{each.place}: {each.message}", *([each.hint] if each.hint else [])]
            for each in plan.refusals
        ),
        _("Rows that are gone from the tracker; the records keep them"): ([id] for id in absent),
        _("Added by people for themselves, and left alone"): ([each] for each in plan.private),
    }
    for title, items in sections.items():
        for number, (head, *rest) in enumerate(items):
            if not number:
                print_line(f"{title}:")
            print_wrapped(head, indent=2, hang=6)
            for line in rest:
                print_wrapped(line, indent=6)
    for remark in plan.remarks:
        print_wrapped(remark, indent=0, hang=2)
    print_by_kind(plan.findings)


def _print_merged(plan: Plan, merged: Merged | None, *, requested: bool) -> None:
    """Print what was written, or why nothing was and what to do."""
    if merged is not None and merged.files:
        for file, number in merged.updates.items():
            wrote = ngettext(
                "Wrote {file}: {number} update appended.",
                "Wrote {file}: {number} updates appended.",
                number,
                file=file,
            )
            print_line(wrote)
    elif not plan.applicable:
        print_line(_("Nothing was written: {obstacles}.", obstacles=plan.obstacles))
        if plan.clashes:
            print_line(
                _("Decide the clashes with --take tracker or --take record, for all of them.")
            )
        if plan.refusals:
            print_line(_("Correct in the tracker what is refused, save it, and merge it again."))
    elif requested or not plan.changes:
        if plan.kept:
            print_line(_("There is nothing to write: the records stay as they are."))
        else:
            print_line(
                _("There is nothing to write: the records already say what the tracker does.")
            )
    else:
        updates = ngettext("{number} update", "{number} updates", len(plan.changes))
        files = ngettext("{number} file", "{number} files", len(plan.appending))
        print_line(
            _(
                "Nothing was written. With --apply: {updates} by {by}, dated {date}, in {files}.",
                updates=updates,
                by=plan.by,
                date=long_date(plan.date, message_language()),
                files=files,
            )
        )


def _head(edit: EditedField) -> str:
    return f"{', '.join(edit.places)}: {edit.item}, {edit.field.words}"


def _short(text: str) -> str:
    return brief(text, _LONGEST)


def _change(edit: EditedField) -> list[str]:
    head = _head(edit)
    if edit.update is not None and edit.update.internal:
        head = _("{edit}, internal", edit=head)
    if edit.outcome is EditOutcome.OVERRIDE:
        head = _("{edit}, over what the record has", edit=head)
    return [
        head,
        _("from: {value}", value=_short(edit.now)),
        _("to: {value}", value=_short(edit.wanted)),
        _("in {file}", file=edit.file),
    ]


def _kept(edit: EditedField) -> list[str]:
    record = _("record: {value}", value=_short(edit.now))
    return [_head(edit), record, _("tracker: {value}", value=_short(edit.wanted))]


def _already(edit: EditedField) -> list[str]:
    if edit.outcome is EditOutcome.OVERTAKEN:
        return [
            _head(edit),
            f"{_short(edit.wanted)}",
            _("was recorded since, and then{since}", since=_since(edit)),
        ]
    return [f"{_head(edit)}: {_short(edit.wanted)}"]


def _clash(edit: EditedField) -> list[str]:
    return [
        _head(edit),
        _("when the tracker was exported: {value}", value=_short(edit.was)),
        _("tracker: {value}", value=_short(edit.wanted)),
        _("record{since}", since=_since(edit)),
        _("in {file}", file=edit.file),
    ]


def _since(edit: EditedField) -> str:
    by, value = edit.recorded_by, _short(edit.now)
    if by is None:
        return f": {value}"
    day = long_date(by.date, message_language())
    if by.by is None:
        return _(" on {date}: {value}", date=day, value=value)
    return _(" on {date} by {by}: {value}", date=day, by=by.by, value=value)
