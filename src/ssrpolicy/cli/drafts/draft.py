"""``ssrpolicy draft``: entries proposed from the sources of a record."""

import shlex
from collections import Counter
from pathlib import Path

import click

from ssrpolicy import drafting
from ssrpolicy.cli.console import (
    print_failures,
    print_finding,
    print_json,
    print_line,
    print_wrapped,
    waited_for,
)
from ssrpolicy.cli.drafts.shown import kind_label
from ssrpolicy.cli.main import EXIT_CANNOT
from ssrpolicy.cli.parameters import example, format_option, path_argument, plugin_options
from ssrpolicy.cli.settings import load_registry, print_settings, read_settings
from ssrpolicy.codec import DRAFT_FILE, proposal_data, record_file
from ssrpolicy.editing import record_to_edit
from ssrpolicy.messages import _, message_language, ngettext
from ssrpolicy.model import DRAFTED_KINDS, Confidence, Draft, Dropped
from ssrpolicy.reporting import options_asked
from ssrpolicy.views.language import label

# What the codes of findings about the texts of a record begin with.
_OF_SOURCES = "source-"
_KIND_WIDTH = 14
_NUMBER_WIDTH = 15


@click.command(
    "draft",
    epilog=example(
        "ssrpolicy draft kst-32123-X-124",
        "ssrpolicy draft kst-32123-X-124 -o claims=no",
        "ssrpolicy draft kst-32123-X-124 --format json > proposals.json",
    ),
)
@path_argument
@click.option(
    "--drafter",
    "names",
    multiple=True,
    metavar="NAME",
    help="The drafter that proposes; may be given several times. `cues` if left out.",
)
@click.option(
    "-o",
    "--option",
    "options",
    multiple=True,
    metavar="KEY=VALUE",
    help="An option of the drafters, or DRAFTER.KEY=VALUE of one; `ssrpolicy plugins NAME` "
    "explains each.",
)
@format_option
@plugin_options
def command(
    path: Path,
    names: tuple[str, ...],
    options: tuple[str, ...],
    output_format: str,
    strict_plugins: bool,
    plugins_dir: Path | None,
) -> None:
    """Propose entries for the record at PATH, from the texts of its documents.

    What is proposed stands in draft.toml next to record.toml, and in no record and no report until
    a person accepts it, with `ssrpolicy review`. Each proposal has its words in the source, and
    says why it was made and how sure that is: sure, likely, or only worth a look. Left out is what
    the record has already, and what somebody decided about. The file is made anew each time.
    """
    settings = read_settings([path])
    registry = load_registry(settings, plugins_dir=plugins_dir, strict=strict_plugins)
    asked = [drafting.find_drafter(name, registry) for name in names or (drafting.BUILT_IN,)]
    values = options_asked(options, asked)
    print_settings(settings, registry, judging=False)
    print_failures(registry)
    record = record_to_edit(path)
    for finding in record.findings():
        if finding.is_error and finding.code.startswith(_OF_SOURCES):
            print_finding(finding, err=True)
    size = sum(len(each.text or "") for each in record.documents)
    with waited_for(_("Proposing entries for {record} ...", record=record.id), size):
        draft = drafting.propose(record, asked, drafting.decisions(path), values)
    if draft.failures and not draft.proposals:
        _print_failed(draft.failures)
        if (record_file(path).parent / DRAFT_FILE).exists():
            print_line(_("The draft of before stays as it was."), err=True)
        raise click.exceptions.Exit(EXIT_CANNOT)
    file = drafting.save_draft(path, draft, record)
    if output_format == "json":
        print_json([proposal_data(each, record) for each in draft.proposals])
    else:
        _print_draft(draft, path, file)
    _print_failed(draft.failures)


def _print_failed(failed: tuple[Dropped, ...]) -> None:
    for each in failed:
        print_line(_("Error: {message}", message=each.reason), err=True)


def _print_draft(draft: Draft, path: Path, file: Path) -> None:
    count = Counter((each.kind, each.confidence) for each in draft.proposals)
    total = len(draft.proposals)
    print_line(
        ngettext(
            "{number} proposal for {record}, in {file}.",
            "{number} proposals for {record}, in {file}.",
            total,
            record=draft.record,
            file=file,
        )
    )
    if total:
        names = (label(each, message_language()) for each in Confidence)
        heads = "".join(f"{name:>{_NUMBER_WIDTH}}" for name in names)
        print_line(f"  {'':{_KIND_WIDTH}}{heads}")
    for kind in DRAFTED_KINDS:
        numbers = [count[kind, each] for each in Confidence]
        if any(numbers):
            cells = "".join(f"{number or '':>{_NUMBER_WIDTH}}" for number in numbers)
            print_line(f"  {kind_label(kind):{_KIND_WIDTH}}{cells}".rstrip())
    if draft.decided:
        print_line(
            _(
                "Left out, because the record has them or somebody decided: {number}.",
                number=draft.decided,
            )
        )
    _print_dropped(draft.dropped)
    if total:
        print_line()
        print_line(_("Next:"))
        print_line(f"  ssrpolicy review {shlex.quote(str(path))} --by {_('NAME')}")


def _print_dropped(dropped: tuple[Dropped, ...]) -> None:
    failed = Counter(each for each in dropped if each.rule or each.kind)
    if failed:
        print_line(_("Dropped: {number}.", number=failed.total()))
    for each, number in failed.most_common():
        about = f"{each.drafter} {each.rule} ({kind_label(each.kind)})"
        print_wrapped(f"{about}: {each.reason}" + (f" ({number})" if number > 1 else ""), hang=4)
