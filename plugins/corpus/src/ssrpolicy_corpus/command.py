"""``ssrpolicy corpus``: an archive of letters or records, worked through on all cores or more."""

from __future__ import annotations

from pathlib import Path

import click

from ssrpolicy.commands import (
    EXIT_ERRORS_IN_RECORDS,
    Group,
    example,
    format_option,
    plugins_dir_option,
    print_json,
)
from ssrpolicy_corpus.messages import _
from ssrpolicy_corpus.settings import WORKS, Work

_WEEK = 7 * 24 * 60 * 60


@click.group("corpus", cls=Group)
def corpus() -> None:
    """Work through an archive of letters or records, on all cores or on several machines."""


@corpus.command(
    "run",
    short_help="Check, draft or cite every paper below a folder.",
    epilog=example(
        "ssrpolicy corpus run draft letters --output drafts",
        "ssrpolicy corpus run cite letters --output cited --scheduler 10.0.0.5:8786",
    ),
)
@click.argument("work", type=click.Choice(WORKS))
@click.argument("folder", type=click.Path(path_type=Path), metavar="FOLDER")
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="DIR",
    required=True,
    help="The folder for results, outside FOLDER; made if it is not there.",
)
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="The address of a Dask scheduler, whose workers do it; this machine if left out.",
)
@click.option(
    "--workers",
    type=click.IntRange(min=1, max=1024),
    metavar="N",
    help="How many papers are done at once on this machine; one a core if left out.",
)
@click.option(
    "--limit",
    type=click.IntRange(min=1, max=_WEEK),
    default=300,
    show_default=True,
    metavar="SECONDS",
    help="The time that a paper may take; one that takes longer is left out.",
)
@click.option(
    "--drafter",
    default="cues",
    show_default=True,
    metavar="NAME",
    help="The drafter that proposes, for draft.",
)
@click.option("--retry", is_flag=True, help="Try again what an earlier run left out.")
@plugins_dir_option
@format_option
def run_command(
    *,
    work: Work,
    folder: Path,
    output: Path,
    scheduler: str | None,
    workers: int | None,
    limit: int,
    drafter: str,
    retry: bool,
    output_format: str,
) -> None:
    """Check, draft or cite every paper below FOLDER, and go on where an earlier run stopped.

    The work is check, the findings of each record; draft, what a drafter proposes for each letter;
    or cite, the papers that each letter cites. Letters are the files that a reader takes. Each
    paper has a result of its own in DIR; a second run does what is new or changed only. A paper
    that crashes its process or takes too long is left out and named.

    The exit code is 1 when papers were left out, or records have errors.
    """
    if scheduler is not None and workers is not None:
        raise click.UsageError(
            _("With --scheduler the workers are those of Dask; leave out --workers.")
        )
    from ssrpolicy_corpus.session import RunRequest, carry_out  # noqa: PLC0415 - --help and a refused option are answered without loading the pool of workers
    from ssrpolicy_corpus.summary import print_summary  # noqa: PLC0415 - it loads the reading of records, which --help and a refused option do without

    summary = carry_out(
        RunRequest(
            work=work,
            folder=folder,
            output=output,
            scheduler=scheduler,
            workers=workers,
            limit=limit,
            drafter=drafter,
            retry=retry,
        )
    )
    if output_format == "json":
        print_json(summary.to_json())
    else:
        print_summary(summary)
    if summary.left_out or summary.errors:
        raise click.exceptions.Exit(EXIT_ERRORS_IN_RECORDS)
