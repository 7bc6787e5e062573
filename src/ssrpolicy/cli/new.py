"""``ssrpolicy new``: a record to start from."""

import shlex
from pathlib import Path

import click

from ssrpolicy.cli.console import print_failures, print_line, waited_for
from ssrpolicy.cli.parameters import plugin_options
from ssrpolicy.cli.settings import load_registry, print_settings, read_settings
from ssrpolicy.messages import _
from ssrpolicy.reporting import read_source
from ssrpolicy.starting import begin_record


@click.command("new")
@click.argument("source", type=click.Path(path_type=Path), metavar="SOURCE")
@click.argument("folder", type=click.Path(path_type=Path), metavar="[DIR]", required=False)
@click.option(
    "--number", metavar="PAPER", help="The letter's paper number, such as kst-32123-X-124."
)
@click.option(
    "--reader", metavar="NAME", help="The reader of SOURCE, where several take it: pdf, docx, ..."
)
@plugin_options
def command(
    source: Path,
    folder: Path | None,
    number: str | None,
    reader: str | None,
    strict_plugins: bool,
    plugins_dir: Path | None,
) -> None:
    """Make a record folder from SOURCE: a letter as PDF, Word, HTML, XML or plain text.

    The source is copied untouched, with its text next to it. Its digest and what its head states
    (kind, subject, number, date, who signs and on whose behalf, addressee, reference, papers
    cited) are filled in and marked. DIR is by default a new folder named after the number or the
    file; what a file is called is used for nothing else. Plain text is in UTF-8. Other files are
    read by plugins (`ssrpolicy plugins` lists the readers), which set apart the heads, feet and
    margins of pages and keep notes at the end.
    """
    settings = read_settings([Path() if folder is None else folder])
    registry = load_registry(settings, plugins_dir=plugins_dir, strict=strict_plugins)
    print_settings(settings, registry, judging=False)
    size = source.stat().st_size if source.is_file() else 0
    with waited_for(_("Reading {file} ...", file=source.name), size):
        read = read_source(source, reader=reader, registry=registry)
    print_failures(registry)
    made = begin_record(source, folder, number, read=read)
    print_line(_("Wrote {file}.", file=made.file))
    print_line(_("From the source: {stated}.", stated=", ".join(made.stated)))
    for remark in made.remarks:
        print_line(_("Note: {remark}", remark=remark))
    if made.missing:
        print_line(_("Still to be filled in: {missing}.", missing=", ".join(made.missing)))
    print_line()
    print_line(_("Next:"))
    path = shlex.quote(str(made.folder))
    print_line(f"  ssrpolicy draft {path}")
    print_line(f"  ssrpolicy check {path} --coverage")
    print_line(f'  ssrpolicy locate {path} "{_("words of the letter")}"')
    print_line(f"  ssrpolicy add statement {path}")
