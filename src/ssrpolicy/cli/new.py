"""``ssrpolicy new``: a record to start from."""

import shlex
from pathlib import Path

import click

from ssrpolicy.cli.console import print_line
from ssrpolicy.messages import _
from ssrpolicy.starting import begin_record


@click.command("new")
@click.argument("source", type=click.Path(path_type=Path), metavar="SOURCE")
@click.argument("folder", type=click.Path(path_type=Path), metavar="[DIR]", required=False)
@click.option(
    "--number", metavar="PAPER", help="The letter's paper number, such as kst-32123-X-124."
)
def command(source: Path, folder: Path | None, number: str | None) -> None:
    """Make a record folder from SOURCE, the text of a letter.

    The source is copied untouched; its digest and what its head states (kind, number, date, who
    signs and on whose behalf, addressee, papers cited) are filled in and marked. DIR is by default
    a new folder named after the number or the file; what a file is called is used for nothing
    else. SOURCE is plain text in UTF-8; for PDF, Word, XML and HTML, the message names a command
    that yields text.
    """
    made = begin_record(source, folder, number)
    print_line(_("Wrote {file}.", file=made.file))
    print_line(_("From the source: {stated}.", stated=", ".join(made.stated)))
    for remark in made.remarks:
        print_line(_("Note: {remark}", remark=remark))
    if made.missing:
        print_line(_("Still to be filled in: {missing}.", missing=", ".join(made.missing)))
    print_line()
    print_line(_("Next:"))
    path = shlex.quote(str(made.folder))
    print_line(f"  ssrpolicy check {path} --coverage")
    print_line(f'  ssrpolicy locate {path} "{_("words of the letter")}"')
    print_line(f"  ssrpolicy add statement {path}")
