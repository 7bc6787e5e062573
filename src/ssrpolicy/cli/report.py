"""``ssrpolicy report``: records as files for people and programs."""

import datetime as dt
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

import click
from click.core import ParameterSource

from ssrpolicy import merging
from ssrpolicy.cli.across.options import selection_options
from ssrpolicy.cli.console import (
    announced,
    print_error,
    print_failures,
    print_finding,
    print_line,
    tracked,
)
from ssrpolicy.cli.main import EXIT_CANNOT, EXIT_ERRORS_IN_RECORDS
from ssrpolicy.cli.parameters import (
    as_of_option,
    day_or_today,
    example,
    language_option,
    paths_argument,
    plugin_options,
)
from ssrpolicy.cli.settings import (
    Settings,
    load_registry,
    print_settings,
    read_settings,
    report_options,
)
from ssrpolicy.errors import InputError, OptionError, ReporterError
from ssrpolicy.messages import _
from ssrpolicy.model import Draft, Language, PolicyRecord
from ssrpolicy.reporting import (
    PLUGINS_DIR,
    OfferedReporter,
    Portfolio,
    files_among,
    option_values,
    options_asked,
    read_portfolio,
    refuse_selection,
    refuse_suffix,
    report_targets,
    run_report,
    suffix_remark,
)
from ssrpolicy.selection import Selection, resolved

_STDOUT = Path("-")


@click.command(
    "report",
    epilog=example(
        "ssrpolicy report kst-32123-X-124 --to excel --to word --as-of 2010-12-31",
        "ssrpolicy report records --to excel --output tracker.xlsx -o group=owner",
    ),
)
@paths_argument
@click.option(
    "--to",
    "names",
    multiple=True,
    metavar="NAME",
    help="The reporter, such as excel, word, html or json; may be repeated. It must be given, "
    "unless ssrpolicy.toml names reporters.",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="The file to write, for a single reporter; - is standard output.",
)
@click.option(
    "--output-dir",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="The folder for the files; the working folder if left out.",
)
@selection_options
@as_of_option
@language_option
@click.option(
    "-o",
    "--option",
    "options",
    multiple=True,
    metavar="KEY=VALUE",
    help="An option of the reporters, or REPORTER.KEY=VALUE of one; `ssrpolicy plugins NAME` "
    "explains each.",
)
@click.option(
    "--overwrite",
    is_flag=True,
    help="Replace a file even where it was edited, filled in or is open elsewhere; what is not "
    "merged is lost.",
)
@plugin_options
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[Path, ...],
    names: tuple[str, ...],
    output: Path | None,
    output_dir: Path | None,
    selection: Selection,
    as_of: dt.date | None,
    language: Language,
    options: tuple[str, ...],
    overwrite: bool,
    strict_plugins: bool,
    plugins_dir: Path | None,
) -> None:
    """Report the records at each PATH; several records make one report.

    Options such as --owner report a selection of them; the title and the file name say which.

    A file is named after the record, or after the folder of several, and replaced only when the
    new one is whole; a tracker that holds edits which are not merged yet is not replaced. Records
    with errors are not reported: the errors are printed, and the exit code is 1. When a reporter
    fails, the others still write, and the exit code is 2.
    """
    settings = read_settings(paths)
    own_names, own_language = not names and settings.reporters, _own_language(ctx, settings)
    names, language = own_names or names, own_language or language
    if not names:
        raise click.MissingParameter(ctx=ctx, param_hint="'--to'", param_type="option")
    _check_places(names, output, output_dir)
    to_stdout = output == _STDOUT
    registry = load_registry(settings, plugins_dir=plugins_dir, strict=strict_plugins)
    requested = tuple(dict.fromkeys(registry.reporter(name) for name in names))
    if output is not None and not to_stdout:
        refuse_suffix(output, requested[0], registry.reporters)
        if remark := suffix_remark(output, requested[0]):
            print_line(_("Note: {remark}", remark=remark), err=True)
    asked = options_asked(options, requested)
    values = report_options(settings, requested, asked)
    print_settings(
        settings,
        registry,
        requested=requested,
        asked=asked,
        language=bool(own_language),
        reporters=bool(own_names),
    )
    _refuse(requested, values, selection)
    portfolio = read_portfolio(
        paths, more_rules=registry.rules, tracked=lambda files: tracked(files, _("Reading"))
    )
    if portfolio.errors:
        for finding in portfolio.errors:
            print_finding(finding, err=to_stdout)
        print_line(_("Nothing was reported: these errors stand in the way."), err=to_stdout)
        raise click.exceptions.Exit(EXIT_ERRORS_IN_RECORDS)
    selection = resolved(selection, portfolio.records)
    day = day_or_today(as_of)
    targets: dict[OfferedReporter, Path] = {}
    if not to_stdout:
        read = _read_for_reports(values, plugins_dir)
        targets = report_targets(
            requested,
            portfolio,
            paths,
            output=output,
            folder=output_dir,
            read=read,
            selection=selection,
            language=language,
        )
    if not overwrite and (existing := [file for file in targets.values() if file.exists()]):
        merging.refuse_to_lose_edits(existing, portfolio.records, registry=registry)

    def again() -> tuple[PolicyRecord, ...]:
        return read_portfolio(paths, more_rules=registry.rules).without_errors()

    run = partial(
        run_report,
        as_of=day,
        language=language,
        findings=portfolio.findings,
        selection=selection,
        drafts=_drafts(requested, portfolio),
    )
    failed = _write(requested, targets, portfolio, values, run, again)
    print_failures(registry)
    if failed:
        raise click.exceptions.Exit(EXIT_CANNOT)


def _refuse(
    requested: Sequence[OfferedReporter],
    values: Mapping[OfferedReporter, Mapping[str, object]],
    selection: Selection,
) -> None:
    """Raise OptionError or ReporterError for what cannot be reported, before anything is read."""
    for offered in requested:
        option_values(offered, values[offered])
        if selection:
            refuse_selection(offered)


def _drafts(requested: Sequence[OfferedReporter], portfolio: Portfolio) -> tuple[Draft, ...]:
    """Return the open proposals of each record, where a reporter wants them."""
    if not any(offered.wants_drafts for offered in requested):
        return ()
    from ssrpolicy import drafting  # noqa: PLC0415 - for reporters of drafts only

    found = []
    for file, record in zip(portfolio.read_from, portfolio.records, strict=True):
        try:
            found.append(drafting.open_draft(file, record))
        except InputError as error:
            # A draft that is out of date is in the way of no report but that of its proposals.
            print_line(_("Note: {remark}", remark=error.message), err=True)
    return tuple(found)


def _own_language(ctx: click.Context, settings: Settings) -> Language | None:
    """Return the language of the settings where none is asked for."""
    source = ctx.get_parameter_source("language")
    return settings.language if source is ParameterSource.DEFAULT else None


def _check_places(names: Sequence[str], output: Path | None, output_dir: Path | None) -> None:
    """Raise UsageError where the options say no place, or two, or a terminal."""
    if output is not None and (output_dir is not None or len(set(names)) > 1):
        raise click.UsageError(
            _("--output is for one reporter alone; use --output-dir for several.")
        )
    if output_dir == _STDOUT:
        raise click.UsageError(
            _("--output-dir takes a folder; a report goes to standard output with --output -.")
        )
    if output == _STDOUT and sys.stdout.isatty():
        raise click.UsageError(
            _(
                "--output - writes the report to standard output, which is a terminal here; name a "
                "file, or let another command read it: ssrpolicy report ... --output - | COMMAND"
            )
        )


def _read_for_reports(
    values: Mapping[OfferedReporter, Mapping[str, object]], plugins_dir: Path | None
) -> tuple[Path, ...]:
    """Return the files that the options name, and those of plugins that are single files."""
    given = [value for texts in values.values() for value in texts.values()]
    folders = (plugins_dir, os.environ.get(PLUGINS_DIR))
    plugins = (file for folder in folders if folder for file in Path(folder).glob("*.py"))
    return (*files_among(given), *plugins)


def _write(
    requested: Sequence[OfferedReporter],
    targets: Mapping[OfferedReporter, Path],
    portfolio: Portfolio,
    values: Mapping[OfferedReporter, Mapping[str, object]],
    run: Callable[..., tuple[str, ...]],
    again: Callable[[], tuple[PolicyRecord, ...]],
) -> bool:
    """Write each report, to standard output where it has no file; return whether one failed.

    A reporter that failed may have done anything to what it was given; ``again`` reads it anew.
    """
    failed, written, records = set[str](), 0, portfolio.records
    for offered in requested:
        target = targets.get(offered)
        place = sys.stdout.buffer if target is None else target
        try:
            with announced(
                _("Writing {target} with {offered} ...", target=target or "-", offered=offered)
            ):
                remarks = run(records, offered, place, options=values[offered])
        except (ReporterError, OptionError) as error:
            # An option that several reporters share may be refused by each of them.
            if str(error) not in failed:
                print_error(error)
            failed.add(str(error))
            if target is not None:
                print_line(_("{target} was not written.", target=target), err=True)
            if isinstance(error, ReporterError):
                records = again()
            continue
        written += 1
        if target is not None:
            print_line(_("Wrote {target}.", target=target))
        for remark in remarks:
            print_line(_("Note: {remark}", remark=remark), err=True)
    if failed and written:
        print_line(_("The other reports were written."), err=True)
    return bool(failed)
