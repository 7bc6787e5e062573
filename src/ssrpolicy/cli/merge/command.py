"""``ssrpolicy merge``: what people entered in a tracker, merged into the records."""

import datetime as dt
import getpass
import json
from pathlib import Path

import click

from ssrpolicy.cli.console import printable, tracked
from ssrpolicy.cli.main import EXIT_CANNOT
from ssrpolicy.cli.merge.wording import print_merged, print_plan
from ssrpolicy.cli.parameters import example, format_option, paths_argument, today_said
from ssrpolicy.cli.values import DATE
from ssrpolicy.errors import InputError
from ssrpolicy.merging import Merged, Plan, Take, plan_merge, read_edits
from ssrpolicy.reporting import Edits, load_plugins


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
    type=click.Choice(["tracker", "record"]),
    help="Which side to take where tracker and record both changed a field.",
)
@click.option(
    "--by",
    metavar="NAME",
    help="Whose edits they are: the id of a party, or a name; if left out, who saved the tracker "
    "last, or else your login name.",
)
@click.option(
    "--date", type=DATE, metavar="DATE", help="The date of the updates; today if left out."
)
@format_option
def command(
    tracker: Path,
    paths: tuple[Path, ...],
    apply: bool,
    take: Take | None,
    by: str | None,
    date: dt.date | None,
    output_format: str,
) -> None:
    """Merge what was entered in TRACKER into the records at each PATH.

    Without --apply it prints the plan: each change, from what to what, in which file; what is
    refused and why, by sheet and cell; and the clashes, where record and tracker both changed a
    field. Each edit is appended as an update. On any refusal, and on a clash that
    --take does not decide, nothing is written, and the exit code is 2.
    """
    registry = load_plugins()
    edits = read_edits(tracker, registry=registry)
    plan = plan_merge(
        tracker,
        paths,
        date=today_said(date, "Dated today"),
        by=_name(by, edits),
        take=take,
        registry=registry,
        edits=edits,
        tracked=lambda files: tracked(files, "Reading"),
    )
    merged = plan.apply() if apply and plan.applicable else None
    if output_format == "json":
        click.echo(json.dumps(_data(plan, merged), ensure_ascii=False, indent=2))
    else:
        print_plan(plan)
        print_merged(plan, merged, requested=apply)
    if not plan.applicable:
        raise click.exceptions.Exit(EXIT_CANNOT)


def _data(plan: Plan, merged: Merged | None) -> dict[str, object]:
    written = {} if merged is None else {str(file): n for file, n in merged.updates.items()}
    return {**plan.to_json(), "applied": merged is not None, "written": written}


def _name(by: str | None, edits: Edits) -> str:
    """Return the given name; or who saved the tracker, or who is logged in, which is printed."""
    if by is not None:
        return by
    if edits.saved_by is not None:
        click.echo(f"By {printable(edits.saved_by)}, who saved the tracker last.", err=True)
        return edits.saved_by
    try:
        name = getpass.getuser()
    except (OSError, KeyError, ImportError) as error:  # a user without a name
        raise InputError(
            "It is not known whose edits these are.", hint="Give --by NAME."
        ) from error
    click.echo(f"By {printable(name)}, who is logged in.", err=True)
    return name
